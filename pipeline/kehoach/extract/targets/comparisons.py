"""The words that compare a number: "ít nhất", "không quá", "từ ... trở lên"."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.targets.changes import change_end
from kehoach.extract.targets.quantity import AT_LEAST, AT_MOST, Quantity
from kehoach.model.plan import Comparator
from kehoach.rules.needs import Sieve

_BETWEEN = r"(?:\s*(?:là|đạt|có|được|phải|khoảng|mỗi (?:năm|quý|tháng|tuần|kỳ)|tổ chức|xây dựng|viết|từ|cử|còn|(?:vào|đến|trong) (?:hết )?năm \d{4}|:))*\s*"
BEFORE = re.compile(rf"(?P<words>(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<from>từ)){_BETWEEN})$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?![^.;:()]{0,60}?(?:\b(?:mức(?: độ)?|loại|hạng|bậc|cấp độ|trình độ)\s(?:[^\W\d]+\s){1,4}?|\"\s)trở lên)"
    r"(?:[^,.;:()\d]{1,25},\s){0,2}?[^,.;:()\d]{0,45}?\btrở (?P<way>lên|xuống)\b",
    re.IGNORECASE,
)
"""Grades ("đạt mức khá trở lên") are no comparison of the number before them, nor is what another number has."""
_GROWS = Sieve(r"\b(?:tăng|giảm|nâng)\b[^,.;:]{0,40}$", re.IGNORECASE)
"""Before "từ 5%": by how much something grows."""
_FAR_AFTER = Sieve(r"[^.;:()\d]{0,70}?\btrở (?P<way>lên|xuống)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:đạt|có)\s*$|(?<!\w)mỗi\s(?!lần|ngày|đợt)[^.;:,\d]{3,60}$", re.IGNORECASE)
"""Before "từ 5 ...": so many are the least."""
_FORBIDDEN = re.compile(r"\bkhông (?:để|có|còn)\b[^.;,:\"]*$", re.IGNORECASE)
_EXCEEDED = re.compile(r"\bkhông (?:để|có|còn)\b[^.;:\"]*\b(?:vượt )?quá\s*$", re.IGNORECASE)
"""What must not be more than so many: "không để dân đi lại quá 02 lần"."""


def compared(text: str, made: Quantity) -> Quantity:
    """The quantity with the comparison that its neighbours print."""
    before = BEFORE.search(text, max(0, made.start - 60), made.start)
    after = _AFTER.match(text, made.after) or (
        _FAR_AFTER.match(text, made.after) if before and before["from"] else None
    )
    end = after.end() if after else made.end
    if after and made.comparator == "=":
        way: Comparator = ">=" if after["way"].lower() == "lên" else "<="
        begin = before.start() if before else made.start
        return replace(made, start=begin, end=end, comparator=way, worded=bool(before and not before["from"]))
    if before is None:
        exceeds = _EXCEEDED.search(text, 0, made.start) and made.comparator == "="
        return replace(made, comparator="<=", worded=True) if exceeds else made
    if before["from"]:
        if made.comparator == "range":
            return replace(made, start=before.start())
        changes = change_end(text, made.number_start, made.after) or _GROWS.search(text, 0, before.start())
        least = made.kind == "percent" or _REACHED.search(text, 0, before.start())
        return replace(made, start=before.start(), comparator=">=") if least and not changes else made
    forbidden = before["least"] is not None and _FORBIDDEN.search(text, 0, before.start())
    comparator: Comparator = ">=" if before["least"] and not forbidden else "<="
    if made.comparator == "range":
        comparator = "range"
    return replace(made, start=before.start(), comparator=comparator, worded=True)
