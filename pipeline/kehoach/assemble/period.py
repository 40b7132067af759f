"""What the plan as a whole covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kehoach.model.document import Document, Span
from kehoach.model.fact import DeadlineMention, Facts
from kehoach.model.header import Field
from kehoach.model.plan import Period
from kehoach.model.section import Outline
from kehoach.model.time import Moment
from kehoach.orthography.fold import fold

_SCHOOL_YEAR = re.compile(r"năm học\s+(?P<a>20\d\d|19\d\d)\s?[-/]\s?(?P<b>20\d\d|19\d\d)", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:giai đoạn|các năm|năm|từ năm|thời kỳ|nhiệm kỳ)\s*(?:\d+ năm\s*)?\(?(?P<a>20\d\d|19\d\d)\s?(?:-|đến(?: năm)?)\s?(?P<b>20\d\d|19\d\d)",
    re.IGNORECASE,
)
_DATED = r"(?<!tháng \d )(?<!tháng \d\d )(?<!luật )"
_YEAR = re.compile(rf"{_DATED}\bnăm\s+(?P<a>20\d\d|19\d\d)\b(?!\s?[-/]\s?\d)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?P<until>đến (?:hết )?năm)\s+(?P<a>20\d\d)\b", re.IGNORECASE)
_MONTHS = re.compile(
    r"\btừ tháng\s+(?P<m>\d{1,2})(?:\s?(?:/|năm)\s?(?P<y>20\d\d))?\s+đến (?:hết )?tháng\s+(?P<n>\d{1,2})\s?(?:/|năm)\s?(?P<a>20\d\d)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<!ngày \d )(?<!ngày \d\d )\btháng\s+(?P<m>\d{1,2})\s?(?:/|năm)\s?(?P<a>20\d\d|19\d\d)\b", re.IGNORECASE
)
_HALF = re.compile(r"\b6 tháng (?P<h>đầu|cuối) năm (?P<a>20\d\d|19\d\d)\b", re.IGNORECASE)
_PHASE = re.compile(r"(?:đợt|giai đoạn)\b", re.IGNORECASE)
_WHOLE_TIME = re.compile(
    r"thời gian (?:thanh tra|kiểm tra|giám sát|thực hiện|tổ chức|tiến hành|triển khai|phát động|thi đua|khảo sát|dự kiến)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bquý (?P<q>I{1,3}|IV|[1-4])(?:\s?/|\s+năm)\s?(?P<a>20\d\d|19\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Covered:
    period: Period
    field: Field | None = None


def period(document: Document, outline: Outline, facts: Facts) -> Covered | None:
    """Dates stated for the whole in a section on time win; then the title's year, years or school year; then those
    of the preamble."""
    head = facts.header.title
    named = _named(head.value, head.spans, "period.title") if head is not None else None
    if named is None and outline.preamble is not None:
        named = _named(document.quote(outline.preamble).split("\n")[-1], (outline.preamble,), "period.preamble")
    stated = _stated(document, outline, facts)
    if stated is not None:
        label = named.period.label if named is not None else None
        return Covered(Period(stated.period.start, stated.period.end, label), stated.field)
    if named is None:
        return _of_time_paragraph(document, outline, facts)
    if named.period.start is None and named.period.end is None:
        return _of_phases(document, outline, facts, named) or named
    return named


def _named(text: str, spans: tuple[Span, ...], rule: str) -> Covered | None:
    folded = fold(text)
    if m := _SCHOOL_YEAR.search(folded):
        return _made(None, None, m, text, spans, rule + ".school_year")
    if (m := _SPAN.search(folded)) and int(m["a"]) <= int(m["b"]):
        return _made(date(int(m["a"]), 1, 1), date(int(m["b"]), 12, 31), m, text, spans, rule + ".years")
    if m := _MONTHS.search(folded):
        start = Moment(year=int(m["y"] or m["a"]), month=int(m["m"])).interval()[0]
        return _made(start, Moment(year=int(m["a"]), month=int(m["n"])).interval()[1], m, text, spans, rule + ".months")
    for pattern in (_HALF, _QUARTER, _MONTH):
        if m := pattern.search(folded):
            start, end = _moment(m).interval()
            return _made(start, end, m, text, spans, rule + ".part")
    if (m := _UNTIL.search(folded)) and len(_YEAR.findall(folded)) == 1:
        return _made(None, date(int(m["a"]), 12, 31), m, text, spans, rule + ".until")
    years = list(_YEAR.finditer(folded))
    if years:
        m = years[-1]
        return _made(date(int(m["a"]), 1, 1), date(int(m["a"]), 12, 31), m, text, spans, rule + ".year")
    return None


def _moment(m: re.Match[str]) -> Moment:
    parts = m.groupdict()
    if "h" in parts:
        return Moment(year=int(m["a"]), half=1 if m["h"].lower() == "đầu" else 2)
    if "q" in parts:
        quarters = {"I": 1, "II": 2, "III": 3, "IV": 4}
        return Moment(year=int(m["a"]), quarter=quarters.get(m["q"].upper()) or int(m["q"]))
    return Moment(year=int(m["a"]), month=int(m["m"]))


def _made(
    start: date | None, end: date | None, m: re.Match[str], text: str, spans: tuple[Span, ...], rule: str
) -> Covered:
    label = " ".join(text[m.start() : m.end()].split())
    period = Period(start.isoformat() if start else None, end.isoformat() if end else None, label)
    return Covered(period, Field(label, spans, rule))


def _stated(document: Document, outline: Outline, facts: Facts) -> Covered | None:
    """A closed interval of days in running text directly under a section on time ("bắt đầu từ ngày ... đến ...")."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role != "section" or "schedule" not in node.kinds:
            continue
        if mention.when.start is None or mention.when.start == mention.when.end:
            continue
        start, end = _interval(mention)
        if start and end and (end - start).days >= 14:
            field = Field(mention.deadline.quote, (mention.span,), "period.stated", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat()), field)
    return None


def _of_time_paragraph(document: Document, outline: Outline, facts: Facts) -> Covered | None:
    """No year in the title: the days of the first paragraph that gives the time of the whole ("Thời gian kiểm tra: từ
    ngày ... đến ngày ...")."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role == "row" or not _WHOLE_TIME.match(fold(document.quote(node.heading)).lstrip()):
            continue
        start, end = _interval(mention)
        if start and end and start < end:
            field = Field(mention.deadline.quote, (mention.span,), "period.time_paragraph", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat()), field)
    return None


def _of_phases(document: Document, outline: Outline, facts: Facts, named: Covered) -> Covered | None:
    """A school year without dates: from the first day of its first phase, to the last of its last where printed."""
    issued = facts.header.issued_on.value if facts.header.issued_on else ""
    spans: list[Span] = []
    starts: list[date] = []
    ends: list[date | None] = []
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or mention.when.end is None or "schedule" not in outline.kinds_at(mention.span.start):
            continue
        if not _PHASE.match(fold(document.quote(node.heading)).lstrip()):
            continue
        first = mention.when.start
        if first is not None and first.anchor == "issue_date" and len(issued) == 10:
            start: date | None = date.fromisoformat(issued)
        else:
            start = _interval(mention)[0]
        if start is None:
            continue
        spans.append(mention.span)
        starts.append(start)
        ends.append(_interval(mention)[1])
    if not starts:
        return None
    last = None if None in ends else max(end for end in ends if end is not None)
    period = Period(min(starts).isoformat(), last.isoformat() if last else None, named.period.label)
    return Covered(period, Field(named.period.label or "", tuple(spans), "period.phases", 0.9))


def _interval(mention: DeadlineMention) -> tuple[date | None, date | None]:
    when = mention.when
    start = when.start.interval()[0] if when.start is not None else None
    end = when.end.interval()[1] if when.end is not None else None
    return start, end
