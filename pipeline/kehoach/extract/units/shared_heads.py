"""Words that stand once before several names: "Trung tâm Y tế" of "Trung tâm Y tế Châu Thành, Long Mỹ", "Khoa" of "Khoa
Nội, Ngoại, Sản", "Lớp" of "Lớp 9A, 9B"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.listed_names import MANY_OF
from kehoach.extract.units.named_units import Name
from kehoach.orthography.letters import UPPER

_MARK = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")
_PROPER = re.compile(rf"(?!(?:THCS|THPT|TH|MN)\s)(?:[{UPPER}][^\s,;:.()]*)(?:[\s-][{UPPER}][^\s,;:.()]*){{1,3}}")
_PROPER_END = re.compile(rf"(?<=\s)(?!Thuế\s|[{UPPER}]{{2,}}\s)[{UPPER}][^\W\d_]*(?:[\s-][{UPPER}][^\W\d_]*){{1,3}}$")
_FIELD = re.compile(rf"[{UPPER}][^\s,;:.()\d]*(?:\s+(?:[-–]\s+)?[^\s,;:.()\d]+){{0,4}}")
_OF_FIELDS = re.compile(
    r"(?:các\s+)?(?:(?:phòng|tổ)(?:\s+(?:chuyên\s+môn|nghiệp\s+vụ))?|khoa|phân\s+xưởng|bộ\s+phận|bộ\s+môn)",
    re.IGNORECASE,
)
_TRADE = re.compile(r"\s+(?:chuyên\s+môn|nghiệp\s+vụ)(?=\s)")
"""What a kind may be for, before its fields: "Tổ chuyên môn Toán"."""
_WITH_AND = re.compile(r"(?:các\s+)?(?:khoa|tổ(?:\s+(?:chuyên\s+môn|nghiệp\s+vụ))?|bộ\s+môn)", re.IGNORECASE)
"""Kinds whose fields "và" joins to no one name."""
_MANY = re.compile(r"các\s+", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu|thôn|bản|ấp|buôn|xóm|làng|khóm|khu\s+phố|tổ\s+dân\s+phố|ngành)",
    re.IGNORECASE,
)
"""Kinds of places, or trades, of which each has its own body: "UBND các xã Hòa An, Hòa Bình"."""
_CODE = re.compile(r"\d{1,2}[A-ZĐ]\d{0,2}(?![^\W_])")
_CODED = re.compile(r"(?:các\s+)?(?P<kind>lớp|chi\s+đ(?:ội|oàn))\s+\d{1,2}[A-ZĐ]\d{0,2}$", re.IGNORECASE)


def shared_head(
    text: str, current: tuple[int, int], mark: re.Match[str], end: int, begins: Callable[[int], bool]
) -> str | None:
    """The words that the name before the mark shares with those behind it, in a list that ends at ``end`` of the folded
    text; None where it shares none.

    Args:
        current: where that name begins, and where its first word ends.
        begins: whether a unit's name begins at a place.
    """
    at, first_end = current
    first, marks = text[at : mark.start()].rstrip(), list(_MARK.finditer(text, mark.start(), end))
    others = [n for n, m in enumerate(marks) if begins(m.end())]
    if not marks or marks[0].start() != mark.start() or (others and others[0] == 0):
        return None
    if others:
        marks, end = marks[: others[0]], marks[others[0]].start()
    stops = [*(m.start() for m in marks[1:]), end]
    rest = [text[m.end() : stop].strip() for m, stop in zip(marks, stops, strict=True)]
    if (coded := _CODED.match(first)) is not None:
        return text[at + coded.start("kind") : at + coded.end("kind")] if all(map(_CODE.fullmatch, rest)) else None
    proper = _PROPER_END.search(first)
    if proper is not None and at + proper.start() > first_end and all(map(_PROPER.fullmatch, rest)):
        head = (
            _MANY.sub("", first[: proper.start()].strip(), count=1) if _MANY.match(first) else first[: proper.start()]
        )
        if (many := _MANY.search(head)) is not None and _PLACE.fullmatch(head[many.end() :].strip(" :")):
            return f"{head[: many.start()]}{head[many.end() :]}".strip(" :")
        return None if many is not None else head.strip(" :")
    if others:
        return None
    if (trade := _TRADE.match(text, first_end, mark.start())) is not None:
        first_end = trade.end()
    kind, fields = text[at:first_end].strip(), [text[first_end : mark.start()].strip(" :"), *rest]
    commas = sum("," in m[0] for m in marks)
    listed = (commas > 1 and commas == len(marks)) or (commas > 0 and _WITH_AND.fullmatch(kind) is not None)
    if listed and _OF_FIELDS.fullmatch(kind) and all(map(_FIELD.fullmatch, fields)):
        return _MANY.sub("", kind).capitalize()
    return None


def firsts_of(text: str, names: Sequence[Name]) -> list[Name]:
    """The names of a list, those that others share words with without the words for many."""
    return [name if name.head else _first_of(text, names[n:]) for n, name in enumerate(names)]


def _first_of(text: str, names: Sequence[Name]) -> Name:
    """The first of several names without the words for many: "các phòng Nội vụ" of "các phòng Nội vụ, Tư pháp", "UBND xã
    Hòa An" of "UBND các xã Hòa An, Hòa Bình"; as it is where they share no words."""
    first, head = names[0], names[1].head if len(names) > 1 else ""
    if head and (several := MANY_OF.match(lowered(text), first.start)):
        return Name(several.end(), first.end)
    many = _MANY.search(text, first.start, first.end) if head else None
    place = _PLACE.match(text, many.end(), first.end) if many is not None else None
    if many is None or place is None or not text[place.end() : first.end].lstrip(" :")[:1].isupper():
        return first
    if many.start() == first.start and text[place.end()] == ":":
        return Name(place.end() + 1, first.end, head)
    if many.start() == first.start:
        return Name(many.end(), first.end)
    words = f"{text[first.start : many.start()]}{text[many.end() : first.end]}"
    shares = words.startswith((f"{head} ", f"{head}:"))
    return Name(first.end - len(words[len(head) :].lstrip(" :")), first.end, head) if shares else first


def goes_on_sharing(text: str, head: str, at: int, end: int) -> bool:
    """Whether what stands behind a mark of the list shares the ``head`` of the names before it."""
    mark = _MARK.search(text, at, end)
    member = text[at : mark.start() if mark else end].strip()
    if _CODE.fullmatch(member) or (_PROPER.fullmatch(member) and not _OF_FIELDS.fullmatch(head)):
        return True
    return _OF_FIELDS.fullmatch(head) is not None and _FIELD.fullmatch(member) is not None


_CELL = re.compile(
    r"(?:chi\s+(?:đoàn|bộ|hội)|đảng\s+(?:bộ|ủy)|công\s+đoàn(?:\s+(?:các\s+)?ngành)?|đoàn\s+thanh\s+niên|(?:ban|hội|chi\s+hội)\s+phụ\s+nữ)(?=\s)",
    re.IGNORECASE,
)
"""Unions and party cells, of which each house has its own."""
_ARMED = re.compile(r"(?:Công\s+an|Quân\s+(?:sự|đội))(?!\w)")
_NO_HOUSE = re.compile(
    r"(?:các|những|chi|hội|đoàn|công\s+đoàn|đảng|ủy\s+ban|ubnd|hđnd|mặt\s+trận|mttq|văn\s+phòng\s+(?:tỉnh|thành|huyện|thị|quận|đảng|ủy)|(?:tỉnh|huyện|thị|thành|xã)\s*(?:đoàn|hội|ủy|đội)|ban\s+(?:thường|chấp))(?!\w)",
    re.IGNORECASE,
)
"""Who is no house of such a cell."""


def cell_of_houses(text: str, current: tuple[int, str], mark: re.Match[str], *, begun: bool) -> str | None:
    """The cell that each of several houses has: "Chi đoàn" of "Chi đoàn Công an, Quân sự, Bệnh viện huyện", "Công đoàn
    ngành" of "Công đoàn các ngành Y tế, Giáo dục"; None where the name before the mark shares none. ``current``: where that
    begins, and the words it shares itself; ``begun``: whether a unit's name begins behind the mark."""
    (at, head), behind = current, mark.end()
    if ";" in mark[0] or not text[behind : behind + 1].isupper() or _NO_HOUSE.match(text, behind):
        return None
    if head:
        return head if _CELL.match(f"{head} ") else None
    cell = _CELL.match(text, at)
    house = text[cell.end() : mark.start()].strip() if cell is not None else ""
    if (
        cell is None
        or not house[:1].isupper()
        or "," not in mark[0]
        or re.search(r"\s(?:tỉnh|huyện|xã|phường)$", house)
    ):
        return None
    if begun and not (_ARMED.fullmatch(house) and _ARMED.match(text, behind)):
        return None
    return _MANY.sub("", cell[0], count=1)
