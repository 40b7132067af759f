"""What a plan calls its own: the council on emulation, its issuer without a place, the issuer's level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kehoach.assemble.short_names import is_initials
from kehoach.model.fact import Definition
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER
from kehoach.rules.houses import codes_of
from kehoach.rules.trades import UNION, union_of

_PLACE_LEVEL = re.compile(
    rf"\s+(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?=\s+[{UPPER}])|(?i:quận|phường)(?=\s+\d))"
)
"""Before the name or number of the issuer's place: "tỉnh Nam Định", "Phường 7"."""
_COUNCIL = re.compile(
    r"(?<!\w)[Hh]ội đồng (?![Nn]hân dân|[Qq]uản trị|[Tt]hành viên|[Tt]rường)(?P<what>[Tt]hi đua|TĐKT|[Ss]áng kiến|[Kk]hoa học|Xét|Thẩm định|Phối hợp|Tư vấn|tư vấn)(?:\s*(?:-|,|và)?\s*[Kk]hen thưởng)?"
    r"(?P<of> (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|Sở|ngành|Cục|nhà trường|cơ quan|Công ty|Bệnh viện|bệnh viện|Tổng cục|Bộ)(?!\w))?"
)


def council(text: str) -> str | None:
    """The one council on emulation and rewards, by its commonest full name; None where the plan names others."""
    found = list(_COUNCIL.finditer(fold(text))) if "ội đồng" in text or "ỘI ĐỒNG" in text else []
    if not found or any(m["what"].lower() not in ("thi đua", "tđkt") for m in found):
        return None
    of = Counter(m["of"] or "" for m in found if m["of"]).most_common(1)
    return f"Hội đồng Thi đua - Khen thưởng{of[0][0] if of else ''}"


_NAMED_BY_PLACE = ("Bệnh viện", "Trường", "Bảo tàng", "Nhà hát", "Thư viện")
"""Houses told from others of their kind by their place alone."""


def without_place(issuer: str) -> str:
    """ "Sở Y tế tỉnh Nam Định" is "Sở Y tế"; "Ủy ban nhân dân tỉnh Nam Định" is "Ủy ban nhân dân tỉnh"."""
    found = _PLACE_LEVEL.search(issuer)
    if found is None:
        return issuer
    if issuer.startswith(_NAMED_BY_PLACE):
        return issuer
    if issuer.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân", "Tòa án nhân dân", "Viện kiểm sát nhân dân")):
        return f"{issuer[: found.start()]}{found[0].lower()}".strip()
    return issuer[: found.start()].strip()


def level(issuer: str | None) -> str:
    found = _PLACE_LEVEL.search(issuer or "")
    return found[0].rstrip().lower() if found is not None else ""


_DELEGATION = re.compile(
    r"(?<!\w)[Đđ]oàn (?P<what>[Kk]iểm tra|[Gg]iám sát|[Tt]hanh tra|[Cc]ông tác|[Kk]hảo sát|[Đđ]ánh giá|[Tt]hẩm định|[Pp]húc tra|[Xx]ác minh|[Nn]ghiệm thu)(?P<of> liên ngành)?(?!\w)"
)


def delegation(text: str, base: str | None) -> str | None:
    """What "Đoàn" alone stands for: the one delegation that the plan names; None where it names several kinds, or is the
    youth union's own."""
    if base is None or re.match(r"(?:Tỉnh |Huyện |Thành |Thị |Quận )?[Đđ]oàn(?!\w)", base):
        return None
    found = {m["what"].lower() for m in _DELEGATION.finditer(fold(text))}
    return f"Đoàn {found.pop()}" if len(found) == 1 else None


_CALLED_BY_KIND = re.compile(r"Bộ (?:Chỉ huy|Tư lệnh)(?!\w)|(?:Sở|Cục|Chi cục|Tổng cục|Bộ(?! đội))(?= )")
"""Bodies that call themselves by the word of their kind alone."""


def called_by_kind(base: str | None) -> str | None:
    """The word of its kind by which the issuer calls itself: "Sở", "Bộ Chỉ huy"; None where it does not."""
    found = _CALLED_BY_KIND.match(base or "")
    return found[0] if found is not None else None


_OWN = (
    "sở", "phòng", "ủy ban nhân dân", "cục", "chi cục", "tổng cục", "ban", "khối", "cụm", "trường", "nhà trường", "hội",
    "bộ", "bộ chỉ huy", "bộ tư lệnh", "công ty", "bệnh viện", "trung tâm", "viện", "học viện", "tỉnh đoàn", "thành đoàn",
    "huyện đoàn", "thị đoàn", "quận đoàn",
)  # fmt: skip
"""How a body calls itself in short."""
_HEAD_OF_OFFICE = re.compile(r"(?:các )?(?:phó )?trưởng phòng", re.IGNORECASE)


_ASSOCIATION = re.compile(
    r"(?P<organ>(?:Thường trực|Ban Thường vụ|Ban Chấp hành) )?(?:Tỉnh|Thành|Huyện|Thị|Quận) hội", re.IGNORECASE
)


def called(name: str, base: str, level: str = "") -> str | None:
    """What the issuer, or the head of an office whose plan this is, is called in short there: "Trường", "Huyện đoàn",
    "Trưởng phòng", "Thường trực Thành hội"; None where the name is another's. ``level`` is the issuer's own."""
    if level and base.startswith("Hội ") and (ours := _ASSOCIATION.fullmatch(name)):
        return f"{ours['organ'] or ''}{base}{level}"
    if _HEAD_OF_OFFICE.fullmatch(name) and base.startswith("Phòng "):
        return f"{name} {base.removeprefix('Phòng ')}"
    if base.startswith("Sở ") and name.endswith(UNION):
        return f"{name.removesuffix(UNION)}{union_of(base)}"
    lowered = name.lower()
    return base if lowered in _OWN and base.lower().startswith(lowered.removeprefix("nhà ")) else None


def _names_itself(definition: Definition, base: str | None) -> bool:
    """Whether a definition only says how a committee that plans calls itself: "Ban Chỉ đạo phong trào ..." (BCĐ)."""
    kinds = ("ban chỉ đạo", "ban tổ chức", "hội đồng")
    full, own = (" ".join(fold(name).lower().split()) for name in (definition.full, base or ""))
    return any(full.startswith(kind) and own.startswith(kind) for kind in kinds)


def own_codes(definitions: Iterable[Definition], base: str | None) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The names in full behind the initials that the plan defines, and those that mean something of their own in a house
    of the issuer's kind."""
    defined = [(d.short, d.full) for d in definitions if is_initials(d) and not _names_itself(d, base)]
    return tuple(
        (re.compile(rf"(?<![\w&])(?:{re.escape(full.split()[0])} )?{re.escape(short)}(?![\w&])"), full)
        for short, full in (*defined, *codes_of(base or ""))
    )  # "Phòng PC08" says the first word of the name again
