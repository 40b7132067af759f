"""Where the words of a goal begin: at its number, or at what is measured where that stands before it."""

from __future__ import annotations

import re

from kehoach.extract.targets.goal_signs import OFTEN, QUOTA
from kehoach.extract.targets.quantity import Clause, Quantity
from kehoach.extract.targets.target_clauses import (
    AMONG,
    CHANGED_MEASURE,
    EACH_TIME,
    LEAD_TO,
    PREPOSITION,
    TIME_LABEL,
    WITH,
    between,
    stands_alone,
)  # fmt: skip
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.targets.work_amounts import counts_its_label
from kehoach.rules.needs import Sieve

LISTED = re.compile(r"[^.;:\d]{0,60}(?:,|và)\s*(?:[^\W\d]+\s+){0,2}")
"""Between the counts of one list."""
_WITHIN = re.compile(
    r"[\s,]*(?:trong đó\s+(?:có\s+)?(?=[^\W\d])|(?:cho|với|của|tại|ở|để)\s+(?=\d|trên|từ|ít))", re.IGNORECASE
)
"""Before the part of what was counted that has a goal of its own, or a count that a preposition ties to the one before."""
_LONG_LEAD, _LONG_QUOTA, _LONG_PHRASE, _LONGEST_LEAD = 45, 70, 110, 150
_ECHOES = re.compile(r"\b(?:hưởng ứng|phong trào|cuộc vận động)\b", re.IGNORECASE)
"""Before a colon: what is told in answer to which movement."""
_OWN_QUOTA = re.compile(r",\s*(?=mỗi\s[^,;:]*$)", re.IGNORECASE)
_OWN_MEASURE = Sieve(
    rf",\s+(?:(?:góp phần|phấn đấu|qua đó|từ đó|đồng thời)\s+)*(?=(?:đạt\s+|đưa\s+)?{CHANGED_MEASURE.pattern}[^,;:]*$)",
    re.IGNORECASE,
)
"""Before the name of what a figure measures, behind the work that leads to it."""
_TIME_AHEAD = re.compile(
    rf"\s*(?:(?:[Hh]ằng|[Hh]àng|[Mm]ỗi) (?:năm|quý|tháng)|[Đđ]ến (?:(?:hết|cuối) )?năm \d{{4}})\s*,\s+(?=(?i:{CHANGED_MEASURE.pattern}))"
)
"""When, before the name of what a figure measures: "Hằng năm, số vụ cháy giảm 3%"."""
_IN_EACH = Sieve(r"\smỗi (?:ngày|tuần|tháng|quý|năm|học kỳ)\s+$", re.IGNORECASE)
"""Right before a number: how often it is reached, behind the work."""
_FEW = 3
"""Words of a number with its unit alone."""
_LONGEST_LABEL = 60
"""Characters; what stands before a colon and is longer does not say whose the number is."""


def start(words: TargetWords, text: str, clause: Clause, q: Quantity, earlier: list[Quantity], stop: int) -> int:
    """Where the goal's words begin: at the number, or at what is measured where that stands before it."""
    begin = _opening(text, clause, q, earlier)
    bracket = text.rfind("(", clause.start, q.start)
    alone = bracket >= 0 and not text[bracket + 1 : q.start].strip() and text[q.end : q.end + 1] == ")"  # "(100%)"
    if alone:
        return start(words, text, clause, earlier[0], [], q.start) if earlier else clause.start
    begin = bracket + 1 if bracket > max(begin, text.rfind(")", begin, q.start)) else begin
    before = text[begin : q.start]
    if counts_its_label(words, before, q.unit):
        return q.start - len(before.lstrip(" ,:;-+*•"))
    colon = text.rfind(": ", begin, q.start)
    if colon > begin and _begins_behind(words, text, (begin, colon), q, stop):
        begin = colon + 2
    quota = _OWN_QUOTA.search(text, begin, q.start)
    begin = quota.end() if quota and quota.start() - begin > _LONG_LEAD // 3 else begin
    for label in (TIME_LABEL.match(text, begin), _TIME_AHEAD.match(text, begin)):
        begin = label.end() if label and label.end() <= q.start else begin
    if stands_alone(text, begin, q):
        return q.start
    if q.kind == "percent" and q.value == 100 and q.comparator == "=" and not text[q.end : stop].strip(" ,.;"):
        return begin + (words.lead(text[begin : q.start]) or 0)  # "làm đúng, giao đúng hạn 100%": of all that was said
    lead = words.lead(text[begin : q.start])
    if lead is None:
        listed = not earlier or LISTED.fullmatch(text[earlier[-1].after : q.start])
        last = not text[q.end : stop].strip(" ,.;:")
        if last and not earlier:
            return begin + len(text[begin : q.start]) - len(text[begin : q.start].lstrip(" ,:;-+*•"))
        return start(words, text, clause, earlier[0], [], q.start) if last and not listed else q.start
    begin += lead
    own = _OWN_MEASURE.search(text, begin, q.start) if not CHANGED_MEASURE.match(text, begin) else None
    begin = own.end() if own and own.start() - begin > _LONG_LEAD // 2 else begin
    measured = CHANGED_MEASURE.match(text, begin) is not None
    for pattern, longest in ((LEAD_TO, _LONG_LEAD), (PREPOSITION, _LONG_PHRASE)):
        cues = [cue for cue in pattern.finditer(text, begin, q.start) if not _says_of(words, text, begin, cue)]
        if q.start - begin > longest and cues and not (cues[-1].groupdict().get("other") is not None and measured):
            begin = max(cues[-1].span("lead")[0], cues[-1].start())
    act = (
        words.act_start(text[begin : q.start])
        if q.kind in {"counted", "percent", "rate"}
        and not CHANGED_MEASURE.match(text, begin)
        and q.start - begin > _LONG_LEAD
        and colon < begin
        else None
    )
    begin += act or 0
    begin = _with_its_work(words, text, begin, q)
    each = None if OFTEN.match(q.unit or "") else _IN_EACH.search(text, begin, q.start)
    begin = each.start() + 1 if each and each.start() - begin > _LONG_LEAD // 2 and not measured else begin
    return _behind_a_comma(text, begin, q)


def _says_of(words: TargetWords, text: str, begin: int, cue: re.Match[str]) -> bool:
    """Whether "phấn đấu" says what is to become of what stands before it: "Tổng đàn trâu của xã phấn đấu đạt 900 con"."""
    before = text[begin : cue.start()].strip()
    own = cue[0].lower().startswith("phấn đấu") and bool(before) and before[-1].isalnum()
    return own and not words.is_verb(before) and not before.lower().endswith(("và", "đồng thời"))


def _opening(text: str, clause: Clause, q: Quantity, earlier: list[Quantity]) -> int:
    """Where what is said of a quantity may begin: behind the goal before it, and words that only tie it to that."""
    begin = max(
        [
            clause.start,
            *(between(text, e, q, clause) for e in earlier[-1:] if not WITH.search(text[e.end : q.start])),
        ]
    )
    inner = _WITHIN.match(text, begin) if earlier or begin > clause.start else AMONG.match(text, begin)
    begin = inner.end() if inner is not None and inner.end() <= q.start else begin
    closed = text.find(")", begin, q.start)
    return closed + 1 if closed > text.rfind("(", begin, closed) == -1 else begin  # of a bracket opened before


def _begins_behind(words: TargetWords, text: str, lead: tuple[int, int], q: Quantity, stop: int) -> bool:
    """Whether the goal begins behind a colon: what stands before it is long, or the words behind say all."""
    begin, colon = lead
    said = text[colon + 2 : q.start].strip()
    if colon - begin > _LONGEST_LABEL:
        return True
    if said and not said.lower().startswith("mỗi") and not words.is_verb(text[begin:]):
        return True
    if not said and q.kind == "percent" and words.parted(text[q.end : stop]) != (0, 0):
        return True  # "...: 100% hội viên đăng ký"
    told = words.last_deed(text[begin:colon]) or _ECHOES.search(text, begin, max(begin, colon))
    return told is not None and colon - begin > _LONG_LEAD // 2 and len(text[q.start : stop].split()) > _FEW


def _with_its_work(words: TargetWords, text: str, begin: int, q: Quantity) -> int:
    """The begin moved to the work whose amount a count tells, where much stands before it: who does it, with whom."""
    quota = QUOTA.match(text, begin) is not None
    if (
        q.kind not in {"counted", "rate", "money"}
        or q.start - begin <= (_LONG_QUOTA if quota else _LONG_LEAD)
        or ((measure := CHANGED_MEASURE.match(text, begin)) and not measure[0].lower().endswith("riêng"))
    ):
        return begin
    deed = words.deed_start(text[begin : q.start])
    if deed is None:
        return begin
    return begin + deed if q.start - begin - deed <= _LONG_QUOTA else q.start


def _behind_a_comma(text: str, begin: int, q: Quantity) -> int:
    """The begin moved behind a comma, where too much stands before it or what follows tells how often."""
    comma = text.rfind(",", begin, q.start)
    if (
        q.start - begin > _LONG_LEAD
        and comma > 0
        and not CHANGED_MEASURE.match(text, begin)
        and EACH_TIME.fullmatch(text[comma + 1 : q.start].lstrip())
    ):
        return comma + 1
    comma = text.rfind(",", begin, q.start - 20)
    return comma + 1 if q.start - begin > _LONGEST_LEAD and comma > 0 else begin
