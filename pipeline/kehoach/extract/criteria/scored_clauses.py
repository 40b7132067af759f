"""Points and the words that they score: "a 50 điểm, b 20 điểm", "a (20 điểm): mỗi lần trừ 2 điểm", "a: cộng 2 điểm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from kehoach.extract.criteria.criterion_words import END
from kehoach.extract.criteria.points import Points, bands_in, bounds_in, points_in
from kehoach.extract.criteria.refusals import AND_UNRANKED, UNRANKED
from kehoach.extract.criteria.signed_clauses import SIGNED_TAG, STOP, Share, is_bound, signed_clauses
from kehoach.extract.text.passages import trimmed
from kehoach.model.plan import CriterionKind
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_KEPT = 512
"""Texts of which it is kept: several parts of a plan ask for those of the same paragraphs."""
_LEAD = Sieve(
    r":\s|\b(?:gồm(?: có)?|bao gồm|trong đó|như sau|cụ thể(?: là)?|chia (?:ra|thành|làm))\b\s*:?", re.IGNORECASE
)
_OPENED = Sieve(
    r"[\s)]*[,.]?\s*(?:(?:và|được|tính|chấm|phân bổ)\s+)*(?::|\b(?:gồm|bao gồm|trong đó|như sau|cụ thể|chia)\b)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"\s*(?:[:(,;.-]|\blà\b|\bchiếm\b|\bđạt\b|\bđược\b)?\s*(?:\b(?:tối đa|tổng|không quá|(?:số|khung|mức|tổng) điểm|điểm|bị|được|là|tính|cho)\s*:?\s*)*[-+(]?\s*$",
    re.IGNORECASE,
)
CLASS = re.compile(
    r"\W*(?:các )?(?:(?:trường hợp )?(?:được |bị )?(?:thưởng|cộng|trừ|phạt) điểm|điểm (?:được |bị )?(?:thưởng|cộng|trừ|phạt))\b",
    re.IGNORECASE,
)
"""How a heading over what is added or taken off begins."""
_CLASS = Sieve(r"(?:điểm\s+)?(?:cộng|thưởng|trừ|phạt)(?:\s+điểm)?", re.IGNORECASE)
_UNIT = Sieve(
    r"(?:\s?/\s?[^\W\d_]+(?:\s(?!(?:và|hoặc|nhưng|đồng thời|nếu|khi|thì|cho|đối với|bị)\b)[^\W\d_]+)?)?\s*\)?"
)
_SCORED_END = Sieve(r"\s*\)?\s*(?:\([^()]*\))?[\s.;:]*")
_CHANGED = r"(?:(?<=[\s)])(?=(?:trừ|phạt)\s+\d)|,\s*(?=[^.;\d]*(?:\d+[^.;\d]*)?\b(?:trừ|phạt|cộng|thưởng|(?:không|chưa) (?:đạt|chấm|tính)|tính theo)\b))"
"""Before what changes the points of a thing ("10 điểm, trễ 01 ngày trừ 01 điểm")."""
_REST = re.compile(rf"\s*(?:[:.;]\s*(?=\S)|{_CHANGED}|\((?=[^()]*\)\W*$)|,?\s*(?=trong đó\b|gồm\b|bao gồm\b))")
"""Before what is said besides behind points."""
_OF_SCORES = Sieve(
    r"\b(?:điểm|gồm|tiêu chí|nội dung|chia|trong đó|như sau|cụ thể|cách (?:tính|chấm)|nhóm|theo|đánh giá)\b",
    re.IGNORECASE,
)
_TOTAL = Sieve(
    r"(?:(?<!\()\btổng|\btổng (?:số|cộng|điểm))(?: điểm)?(?:\s*(?:\b(?:là|tối đa|gồm)\b|:))*\s*$|\b(?:thang điểm|khung điểm|cộng dồn)(?:\s*(?:\b(?:là|tối đa|gồm)\b|:))*\s*$|"
    r"\btổng (?:số |cộng )?điểm\b[^.;:]{0,80}\b(?:không (?:được )?(?:vượt )?quá|tối đa(?: là)?|không lớn hơn|là|bằng)\s*$",
    re.IGNORECASE,
)
"""Before points that are the sum of all."""
_STEP = Sieve(
    r"(?:^|[\s:;,(])(?:(?:xếp |loại |mức |giờ |đạt )*(?:xuất sắc|tốt|khá|giỏi|trung bình|tb|yếu|kém|[ABCD])|"
    r"(?:đạt|từ|trên|dưới|thấp hơn|đến|còn lại)\b[^;]*%[^;,:]{0,40})\W*(?:(?:được|tính|là|cho)\s*)*$",
    re.IGNORECASE,
)
"""The name of a step of one thing, up to its points."""
SCALE = Sieve(r"\b(?:thang|tổng(?: số)?|khung) (?:điểm )?(?:\w+ ){0,3}?(?P<whole>\d{2,4})\b(?: điểm)?", re.IGNORECASE)
"""What the points of a whole come to: "thang điểm 100", "tổng số 50 điểm"."""
_MISPRINTED = 0.2
"""By what share of a whole the points of its parts may miss it."""


@dataclass(frozen=True, slots=True)
class ScoredNode:
    """A node with points of its own; ``end`` is where the words of what it scores end, ``rest`` where what is said
    besides begins, ``tag`` where the points begin, ``beside`` where other deeds begin, as offsets into its heading."""

    index: int
    value: float
    kind: CriterionKind
    end: int
    rest: int
    tag: int
    beside: int


def plain_points(text: str) -> tuple[Points, ...]:
    """Points that are neither added nor taken off nor the bounds of a class, in order."""
    return tuple(p for p in scores(text) if p.sign == 0)


def only_points(text: str) -> float | None:
    """The points of a sentence that tells one number of them."""
    found = plain_points(text)
    return found[0].value if len(found) == 1 else None


def ends_scored(text: str) -> bool:
    """Whether a text ends with its points ("Trồng 500 cây (20 điểm)", "... : 10 điểm (thiếu 01 cây trừ 01 điểm)")."""
    found = plain_points(text)
    return bool(found) and _SCORED_END.fullmatch(text, found[0].end) is not None


@lru_cache(maxsize=_KEPT)
def scores(text: str) -> tuple[Points, ...]:
    """Points that are no bounds, in order."""
    bounds = [*((b.start, b.end) for b in bands_in(text)), *bounds_in(text)]
    found = (p for p in points_in(text) if p.sign or not any(a <= p.start < b for a, b in bounds))
    return tuple(p for p in found if not is_bound(text, p) and not _TOTAL.search(text, 0, p.start))


@dataclass(frozen=True, slots=True)
class Scored:
    """The things that one paragraph scores one after the other; ``head`` is their sum, where it is said before them of
    what they are parts of."""

    shares: tuple[Share, ...] = ()
    head: Points | None = None


def scored(text: str) -> Scored:
    """The things that one paragraph scores one after the other, where there are several, and their sum.

    What a bracket says behind a score, and the steps of one thing ("đạt 100 %: 20 điểm, đạt 90 %: 15 điểm"), are no
    things of their own; where a sum is said, the first scores of the clauses are the things if these make the sum, and
    what stands between is their steps. Each is kept as printed, with its points.
    """
    found = [p for p in plain_points(text) if not _in_a_remark(text, p)]
    head, parts = _parts(text, found)
    if len(parts) < 2 or _grades(text, parts):
        return Scored()
    begin = first = head.end if head else _behind_signed(text, parts[0])
    opened = max(
        (
            m.end()
            for m in _LEAD.finditer(text, first, parts[0].start)
            if _opens(text, m, first, parts[0], head is not None)
        ),
        default=None,
    )
    begin = begin if opened is None else opened
    made: list[Share] = []
    for n, points in enumerate(parts):
        a = max((m.end() for m in re.finditer(r"\.\s|\n", text[: points.start]) if m.end() >= begin), default=begin)
        whole = _UNIT.match(text, points.end)
        closed = whole.end() if whole else points.end
        a, b = trimmed(text, a, closed, END)
        if len(re.findall(r"[^\W\d_]+", text[a : points.start])) < (2 if not n else 1):
            return Scored()
        made.append(Share(a, b, points))
        begin = _next(text, closed, parts[n + 1].start) if n + 1 < len(parts) else closed
    return Scored(tuple(made), head)


def _behind_signed(text: str, points: Points) -> int:
    """Where the clause of the first share begins, if clauses that add points or take them off stand before it."""
    signed = [p.end for p in points_in(text) if p.sign and p.end < points.start]
    return max((m.end() for m in STOP.finditer(text, signed[-1], points.start)), default=0) if signed else 0


def _parts(text: str, found: Sequence[Points]) -> tuple[Points | None, list[Points]]:
    """The sum that stands first, and its parts; without a sum, all."""
    rest = list(found[1:])
    stops = [0, *(m.end() for m in STOP.finditer(text)), len(text)]
    firsts = [p for a, b in pairwise(stops) if (p := next((q for q in rest if a <= q.start < b), None))]
    for parts in (rest, firsts):
        if len(parts) > 1 and found[0].value == sum(p.value for p in parts) and _OPENED.match(text, found[0].end):
            return found[0], parts
    return None, list(found)


def _opens(text: str, lead: re.Match[str], first: int, points: Points, headed: bool) -> bool:
    """Whether a lead opens the list of what is scored: a colon behind a name belongs to the first thing ("Cờ vua: giải
    nhất 5 điểm, giải nhì 3 điểm")."""
    if not text[lead.end() : points.start].strip(" ("):
        return False
    return headed or not lead[0].startswith(":") or _OF_SCORES.search(text, first, lead.start()) is not None


def _next(text: str, closed: int, stop: int) -> int:
    """Where the words of the next thing may begin: behind a remark in brackets, and behind the last clause before it."""
    remark = re.compile(r"\s*\([^()]*\)").match(text, closed, stop)
    begin = remark.end() if remark else closed
    marks = [m.end() for m in STOP.finditer(text, begin, stop) if text[m.end() : stop].strip(END)]
    return marks[-1] if marks else begin


def _in_a_remark(text: str, points: Points) -> bool:
    """Whether points stand in a bracket behind other points: within it or right before it."""
    bracket = text.rfind("(", 0, points.start)
    if bracket <= text.rfind(")", 0, points.start):
        return False
    before = points_in(text[:bracket])
    return bool(points_in(text[bracket : points.start])) or bool(before and not text[before[-1].end : bracket].strip())


def leads_over(printed: str) -> bool:
    """Whether the first of several paragraphs ends in a colon and has no points, so that those of the others are theirs."""
    first, _, more = printed.partition("\n")
    return bool(more) and first.rstrip().endswith(":") and not scores(fold(first))


def lists(text: str) -> bool:
    """Whether a paragraph scores several things: shares of a scale, or deeds in clauses of their own each of which adds
    points or takes them off ("cộng 5 điểm cho ...; cộng 2 điểm khi ...", "giải nhất cộng 5 điểm, giải nhì cộng 3 điểm")."""
    if scored(text).shares:
        return True
    plain, signed = plain_points(text), tuple(signed_clauses(text))
    if plain and (not signed or plain[0].start < signed[0].points.start):
        return False
    return any(
        STOP.search(text, a.points.end, b.points.start) or (b.start > a.points.end and b.start < b.points.start)
        for a, b in pairwise(signed)
    )


def _grades(text: str, found: Sequence[Points]) -> bool:
    """Steps of one thing: "tối đa 20 điểm: đạt 100 % được 20 điểm, đạt 90 % được 15 điểm", "tốt 5 điểm, khá 3 điểm", or
    numbers in one bracket."""
    values = [p.value for p in found]
    graded = (
        values[0] == max(values)
        and values[0] < sum(values[1:])
        and bool(re.match(r"[^.;,]{0,12}[:.]", text[found[0].end :]))
    )
    names = [text[a : p.start] for a, p in zip([0, *(q.end for q in found)], found, strict=False)]
    steps = sum(not p.value or _STEP.search(name) is not None for name, p in zip(names, found, strict=False))
    inside = any(
        "(" in text[: b.start] and ")" not in text[a.end : b.start] and _open(text, b.start) for a, b in pairwise(found)
    )
    return graded or inside or (steps > 1 and steps + 1 >= len(names))


def _open(text: str, at: int) -> bool:
    """Whether the bracket around an offset holds a point mark before it already."""
    bracket = text.rfind("(", 0, at)
    return bracket > text.rfind(")", 0, at) and bool(points_in(text[bracket:at]))


_DEEDS_BEGIN = re.compile(rf"[,:(]?\s*\b(?:bao gồm|gồm|cụ thể|như sau)\s*:(?=\s)|{STOP.pattern}", re.IGNORECASE)
"""Behind the points of all: a list of deeds, or a clause of its own."""


def beside(text: str) -> int:
    """Where, in a scored paragraph, the deeds begin that take points off or add them in a clause of their own ("...: 20
    điểm; đi muộn trừ 01 điểm/lần"), or for which nobody is ranked; the end of the paragraph where none does."""
    found = scores(text)
    if not found:
        return len(text)
    begin = (scored(text).head or found[0]).end
    stops = [
        m for m in _DEEDS_BEGIN.finditer(text, begin) if text.count("(", 0, m.start()) <= text.count(")", 0, m.start())
    ]
    for stop, end in zip(stops, [*(m.start() for m in stops[1:]), len(text)], strict=False):
        clause = text[stop.end() : end]
        signed = [p for p in points_in(clause) if p.sign and not is_bound(text, replace(p, start=p.start + stop.end()))]
        if signed or UNRANKED.search(clause):
            return stop.end() if len(stop[0]) == 1 else stop.start()
    return len(text)


def makes_a_scale(text: str, several: Scored) -> bool:
    """Whether the things that a paragraph scores come to the whole that it names; several come near it where one of
    them is misprinted."""
    whole = SCALE.search(text)
    if whole is None or len(several.shares) < 2:
        return False
    missing = (
        abs(sum(s.points.value for s in several.shares) / float(whole["whole"]) - 1) if float(whole["whole"]) else 1.0
    )
    return missing == 0 or (len(several.shares) > 2 and missing <= _MISPRINTED)


def closed(text: str, points: Points) -> int:
    """Where points end, with what they are given for each of ("/lần") and the bracket that they stand in."""
    end = _UNIT.match(text, points.end)
    after = end.end() if end else points.end
    return after


def tag_start(text: str, points: Points) -> int:
    """Where the words that only give the points begin: the colon, the bracket, "tối đa"."""
    tag = _TAG.search(text, 0, points.start)
    return tag.start() if tag and tag.start() else len(text)


def deed(text: str, points: Points) -> tuple[int, int]:
    """Where, in a scored paragraph, the words of what is scored end, its points with them, and where what is said besides
    begins (the end of the paragraph where nothing is)."""
    closed = _UNIT.match(text, points.end)
    after = closed.end() if closed else points.end
    if points.sign and (more := AND_UNRANKED.match(text, after)):
        after = more.end()
    signed = SIGNED_TAG.search(text, 0, points.start) if points.sign else None
    if signed and (head := text[: signed.start()].strip(END)):
        # "Điểm thưởng: cộng 5 điểm đối với ..." says behind the points what they are for.
        return (len(text), len(text)) if _CLASS.fullmatch(head) else (after, len(text))
    rest = _REST.match(text, after)
    end = tag_start(text, points)
    if not points.sign and rest and end < points.start and text[end:after].count("(") == text[end:after].count(")"):
        return after, rest.end()
    return len(text), len(text)
