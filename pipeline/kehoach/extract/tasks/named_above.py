"""Those whom a sentence names in other words than the heading above it: "mỗi sở", "các đơn vị", "cơ quan thường trực"."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.model.fact import UnitMention

_EACH = re.compile(
    r"(?:mỗi|từng) (?:đơn vị|cơ quan|sở|ngành|phòng|ban|chi cục|trường|xã|huyện|khoa|đoàn thể)(?:, (?:đơn vị|ban|ngành|phòng|trung tâm|phường|thị trấn|thị xã|thành phố|địa phương))*"
)
"""Each of those that the heading above names: "Các sở A, B: mỗi sở chọn một việc"."""


def each(units: tuple[UnitMention, ...]) -> bool:
    return all(_EACH.fullmatch(unit.printed.lower()) for unit in units)


_OFFICE = re.compile(r"(?:cơ quan|đơn vị|bộ phận|ban) (?:thường trực|đầu mối|chủ trì|giúp việc)")


def by_office(own: tuple[UnitMention, ...]) -> bool:
    """Whether a sentence names by its office the one that the heading above names: "Cơ quan thường trực, tham mưu ..."."""
    return len(own) == 1 and _OFFICE.fullmatch(own[0].printed.lower()) is not None


_LEADERS = re.compile(r"(?:các )?(?:lãnh đạo|thủ trưởng|người đứng đầu)")


def heads_of(own: tuple[UnitMention, ...], above: tuple[UnitMention, ...]) -> tuple[UnitMention, ...]:
    """Those who lead the units that the heading above names, where a sentence says no more of them ("lãnh đạo phối hợp
    với ..."); none where it does."""
    if len(above) != 1 or not own or _LEADERS.fullmatch(own[0].printed.lower()) is None:
        return ()
    return (replace(own[0], printed=f"{own[0].printed} {above[0].printed[:1].lower()}{above[0].printed[1:]}"), *own[1:])


def in_short(own: tuple[UnitMention, ...], above: tuple[UnitMention, ...]) -> bool:
    """Whether a sentence names in short whom the heading above names ("Sở" under "Sở GD&ĐT Yên Bái")."""
    if len(own) != 1 or len(above) != 1:
        return False
    short, full = ("".join(filter(str.isalnum, unit.printed.lower())) for unit in (*own, *above))
    return len(short) < len(full) and full.startswith(short)


_PLAIN = re.compile(r"(?:các )?(?:đơn vị|cơ quan|cơ quan, đơn vị|địa phương|cơ sở)")
_OF_MANY = re.compile(
    r"các |(?:ubnd|ủy ban nhân dân|công an|hội \S+ \S+|trạm y tế|công đoàn|đoàn|chi cục|liên đoàn lao động|lđlđ) (?:các|cấp) "
)


def plainly(own: tuple[UnitMention, ...], above: tuple[UnitMention, ...]) -> bool:
    """Whether a sentence calls plainly "các đơn vị" those of whom the heading above names many."""
    if len(own) != 1 or _PLAIN.fullmatch(own[0].printed.lower()) is None:
        return False
    return all(_OF_MANY.match(u.printed.lower()) for u in above)


_KIND = r"(?:cơ quan|đơn vị|tổ chức|tổ chức đoàn thể|địa phương|sở|ban|ngành|đoàn thể|phòng|bộ phận|cấp|cá nhân)"
_AT_LARGE = re.compile(
    rf"(?:(?:các|những|mọi)\s+)?{_KIND}(?:\s*(?:,|và|-)\s*(?:các\s+)?{_KIND})*(?:\s+(?:có\s+)?liên quan)?"
)


def all_at_large(units: tuple[UnitMention, ...]) -> bool:
    """Whether those that a heading names are all at large, none by name ("các cơ quan, đơn vị")."""
    return all(_AT_LARGE.fullmatch(unit.printed.lower()) for unit in units)


def spoken_to(last: tuple[UnitMention, ...], *, closing: bool) -> tuple[UnitMention, ...]:
    """Whom a sentence without a subject speaks to behind ``last``: one that signs off speaks to no single body ("Các
    phòng, đơn vị" are all, "Văn phòng Sở" is not)."""
    many = bool(last) and re.search(r"(?<!\w)(?:các|cấp) ", last[0].printed.lower()) is not None
    return last if many or not closing else ()
