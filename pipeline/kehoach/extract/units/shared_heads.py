"""Words that stand once before several names: "Trung tâm Y tế" of "Trung tâm Y tế Châu Thành, Long Mỹ", "Khoa" of "Khoa
Nội, Ngoại, Sản", "Lớp" of "Lớp 9A, 9B"."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.orthography.letters import UPPER

_MARK = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")
_PROPER = re.compile(rf"(?:[{UPPER}][^\s,;:.()]*)(?:[\s-][{UPPER}][^\s,;:.()]*){{1,3}}")
_PROPER_END = re.compile(rf"(?<=\s)(?!Thuế\s)[{UPPER}][^\W\d_]*(?:[\s-][{UPPER}][^\W\d_]*){{1,3}}$")
_FIELD = re.compile(rf"[{UPPER}][^\s,;:.()\d]*(?:\s+(?:[-–]\s+)?[^\s,;:.()\d]+){{0,4}}")
_OF_FIELDS = re.compile(r"(?:các\s+)?(?:phòng|khoa|tổ|phân\s+xưởng|bộ\s+phận|bộ\s+môn)", re.IGNORECASE)
_WITH_AND = re.compile(r"(?:các\s+)?(?:khoa|tổ|bộ\s+môn)", re.IGNORECASE)
"""Kinds whose fields "và" joins to no one name."""
_MANY = re.compile(r"các\s+", re.IGNORECASE)
_CODE = re.compile(r"\d{1,2}[A-ZĐ]\d{0,2}(?![^\W_])")
_CODED = re.compile(r"(?:các\s+)?(?P<kind>lớp|chi\s+đội)\s+\d{1,2}[A-ZĐ]\d{0,2}$", re.IGNORECASE)


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
    if not marks or marks[0].start() != mark.start() or any(begins(m.end()) for m in marks):
        return None
    stops = [*(m.start() for m in marks[1:]), end]
    rest = [text[m.end() : stop].strip() for m, stop in zip(marks, stops, strict=True)]
    if (coded := _CODED.match(first)) is not None:
        return text[at + coded.start("kind") : at + coded.end("kind")] if all(map(_CODE.fullmatch, rest)) else None
    proper = _PROPER_END.search(first)
    if proper is not None and at + proper.start() > first_end and all(map(_PROPER.fullmatch, rest)):
        head = (
            _MANY.sub("", first[: proper.start()].strip(), count=1) if _MANY.match(first) else first[: proper.start()]
        )
        return None if _MANY.search(head) else head.strip()
    kind, fields = text[at:first_end].strip(), [text[first_end : mark.start()].strip(), *rest]
    commas = sum("," in m[0] for m in marks)
    listed = (commas > 1 and commas == len(marks)) or (commas > 0 and _WITH_AND.fullmatch(kind) is not None)
    if listed and _OF_FIELDS.fullmatch(kind) and all(map(_FIELD.fullmatch, fields)):
        return _MANY.sub("", kind).capitalize()
    return None


def goes_on_sharing(text: str, head: str, at: int, end: int) -> bool:
    """Whether what stands behind a mark of the list shares the ``head`` of the names before it."""
    mark = _MARK.search(text, at, end)
    member = text[at : mark.start() if mark else end].strip()
    if _CODE.fullmatch(member) or (_PROPER.fullmatch(member) and not _OF_FIELDS.fullmatch(head)):
        return True
    return _OF_FIELDS.fullmatch(head) is not None and _FIELD.fullmatch(member) is not None
