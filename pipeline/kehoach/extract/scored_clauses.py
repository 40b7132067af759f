"""Points and the words that they score: "a 50 điểm, b 20 điểm", "a (20 điểm): mỗi lần trừ 2 điểm", "a: cộng 2 điểm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach.extract.passages import trimmed
from kehoach.extract.points import Points, bands_in, bounds_in, points_in
from kehoach.extract.signed_clauses import SIGNED_TAG, Share, is_bound, signed_clauses

_LEAD = re.compile(
    r":\s|\b(?:gồm(?: có)?|bao gồm|trong đó|như sau|cụ thể(?: là)?|chia (?:ra|thành|làm))\b\s*:?", re.IGNORECASE
)
_OPENED = re.compile(r"[\s)]*,?\s*(?::|\b(?:gồm|bao gồm|trong đó|như sau|cụ thể|chia)\b)", re.IGNORECASE)
_TAG = re.compile(
    r"\s*(?:[:(,;-]|\blà\b|\bchiếm\b|\bđạt\b|\bđược\b)?\s*(?:\b(?:tối đa|không quá|số điểm|điểm|bị|được|là)\s*)*$",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?:điểm\s+)?(?:cộng|thưởng|trừ|phạt)(?:\s+điểm)?", re.IGNORECASE)
_UNIT = re.compile(r"(?:\s?/\s?[^\W\d_]+(?:\s[^\W\d_]+)?)?\s*\)?")
_SCORED_END = re.compile(r"\s*\)?\s*(?:\([^()]*\))?[\s.;:]*")
_STOP = re.compile(r"[;\n]|\.(?=\s)")
_END = " \t\n.,;:-+*•"


def plain_points(text: str) -> tuple[Points, ...]:
    """Points that are neither added nor taken off nor the bounds of a class, in order."""
    return tuple(p for p in scores(text) if p.sign == 0)


def ends_scored(text: str) -> bool:
    """Whether a text ends with its points ("Trồng 500 cây (20 điểm)", "... : 10 điểm (thiếu 01 cây trừ 01 điểm)")."""
    found = plain_points(text)
    return bool(found) and _SCORED_END.fullmatch(text, found[0].end) is not None


def scores(text: str) -> tuple[Points, ...]:
    """Points that are no bounds, in order."""
    bounds = [*((b.start, b.end) for b in bands_in(text)), *bounds_in(text)]
    found = (p for p in points_in(text) if p.sign or not any(a <= p.start < b for a, b in bounds))
    return tuple(p for p in found if not is_bound(text, p))


def shares(text: str) -> tuple[Share, ...]:
    """The things that one paragraph scores one after the other, where there are several.

    A first number that is the sum of the others is their total. One that is the highest and less than their sum is the
    score of a single thing, and the others grade it. Behind words that open a list ("gồm", a colon) the names stand
    alone; else each clause is kept as printed.
    """
    found = plain_points(text)
    total = len(found) > 2 and found[0].value == sum(p.value for p in found[1:]) and _OPENED.match(text, found[0].end)
    first, found = (found[0].end, found[1:]) if total else (0, found)
    if len(found) < 2 or _grades(text, found):
        return ()
    opened = max(
        (m.end() for m in _LEAD.finditer(text, first, found[0].start) if text[m.end() : found[0].start].strip(" (")),
        default=None,
    )
    begin = opened if opened is not None else first
    made: list[Share] = []
    for points in found:
        stops = [m.end() for m in re.finditer(r"\.\s", text[begin : points.start])]
        a = begin + (stops[-1] if stops and made else 0)
        end = _TAG.search(text, a, points.start)
        whole = _UNIT.match(text, points.end)
        closed = whole.end() if whole else points.end
        b = end.start() if opened is not None and end else closed
        a, b = trimmed(text, a, b, _END)
        if len(re.findall(r"[^\W\d_]+", text[a : points.start])) < 2:
            return ()
        made.append(Share(a, b, points))
        begin = closed
    return tuple(made)


def lists(text: str) -> bool:
    """Whether a paragraph scores several things: shares of a scale, or deeds in clauses of their own each of which adds
    points or takes them off ("cộng 5 điểm cho ...; cộng 2 điểm khi ...")."""
    if shares(text):
        return True
    signed = () if plain_points(text) else tuple(signed_clauses(text))
    return any(_STOP.search(text, a.points.end, b.points.start) for a, b in pairwise(signed))


def _grades(text: str, found: Sequence[Points]) -> bool:
    """ "tối đa 20 điểm: đạt 100 % được 20 điểm, đạt 90 % được 15 điểm": grades of one thing, or numbers in one bracket."""
    values = [p.value for p in found]
    graded = (
        values[0] == max(values)
        and values[0] < sum(values[1:])
        and bool(re.match(r"[^.;,]{0,12}[:.]", text[found[0].end :]))
    )
    inside = any(
        "(" in text[: b.start] and ")" not in text[a.end : b.start] and _open(text, b.start) for a, b in pairwise(found)
    )
    return graded or inside


def _open(text: str, at: int) -> bool:
    """Whether the bracket around an offset holds a point mark before it already."""
    bracket = text.rfind("(", 0, at)
    return bracket > text.rfind(")", 0, at) and bool(points_in(text[bracket:at]))


def tag_start(text: str, points: Points) -> int:
    """Where the words that only give the points begin: the colon, the bracket, "tối đa"."""
    tag = _TAG.search(text, 0, points.start)
    return tag.start() if tag and tag.start() else len(text)


def deed(text: str, points: Points) -> tuple[int, int]:
    """Where, in a scored paragraph, the words of what is scored end, and where what is said besides begins (the end of
    the paragraph where nothing is)."""
    signed = SIGNED_TAG.search(text, 0, points.start) if points.sign else None
    if signed and (head := text[: signed.start()].strip(_END)):
        # "Điểm thưởng: cộng 5 điểm đối với ..." says behind the points what they are for.
        return (len(text), len(text)) if _CLASS.fullmatch(head) else (signed.start(), len(text))
    closed = _UNIT.match(text, points.end)
    after = closed.end() if closed else points.end
    rest = re.match(r"\s*[:.;]\s*(?=\S)", text[after:])
    end = tag_start(text, points)
    if not points.sign and rest and end < points.start and text[end:after].count("(") == text[end:after].count(")"):
        return end, after + rest.end()
    return len(text), len(text)
