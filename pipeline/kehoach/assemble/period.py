"""What the plan as a whole covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kehoach.model.document import Document, Span
from kehoach.model.document_info import Period
from kehoach.model.fact import DeadlineMention, Facts
from kehoach.model.header import Field
from kehoach.model.section import Node, Outline
from kehoach.model.time import Moment
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_SCHOOL_YEAR = re.compile(r"năm học\s+(?P<a>20\d\d|19\d\d)\s?[-/]\s?(?P<b>20\d\d|19\d\d)", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:(?:đại hội|đảng bộ|hội nghị)\b[^.;]*?\blần thứ [IVXLC\d]+,? \(?(?:nhiệm kỳ|giai đoạn)"
    r"|(?:bầu cử|đại biểu)\b[^.;]*?\bnhiệm kỳ)\s*(?:20|19)\d\d\s?-\s?(?:20|19)\d\d",
    re.IGNORECASE,
)
"""The term of a congress is no period of the plan, nor is that of those who are elected."""
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
_SHORTEST = 28
"""Days; phases within a shorter time are those of one event."""
_LONG = 60
"""Days; where the title names the year, a shorter stretch that nothing calls the time of the whole is its launch."""
_NEAR = 30
"""Letters within which a phase's own time stands behind its name."""
_PHASE = re.compile(r"(?:đợt|giai đoạn)\b", re.IGNORECASE)
_PHASES = re.compile(r"\bcác (?:đợt|giai đoạn)\b", re.IGNORECASE)
_WHOLE_TIME = re.compile(
    r"(?:thời gian(?: (?:thanh tra|kiểm tra|giám sát|thực hiện|tổ chức|tiến hành|triển khai|phát động|thi đua|khảo sát|dự kiến)|\s*:)"
    r"|đợt thi đua(?: cao điểm| đặc biệt| nước rút)?\s*:)",
    re.IGNORECASE,
)
_CAMPAIGN_TIME = re.compile(
    r"thời gian (?:thực hiện|tổ chức|triển khai|phát động|thi đua)(?: (?:phong trào|đợt|kế hoạch|thi đua|cao điểm))*\s*:",
    re.IGNORECASE,
)
"""The time of the whole wherever it stands, in a section on time or among the contents."""
_TIME_LABEL = re.compile(r"(?:khung |mốc )?thời gian(?P<of>(?: [^\W\d]+){0,4})\s*:", re.IGNORECASE)
_PART_OF_IT = Sieve(
    r"\b(?:nộp|gửi|nhận|đăng ký|báo cáo|(?:tổng|sơ) kết|chấm|thẩm định|xét|bình|họp|hội|lễ|tập huấn|công bố|trao|khai mạc|bế mạc)\b",
    re.IGNORECASE,
)
"""In the label of a time: it is that of one step of the whole."""
_QUARTER = re.compile(r"\bquý (?P<q>I{1,3}|IV|[1-4])(?:\s?/|\s+năm)\s?(?P<a>20\d\d|19\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Covered:
    period: Period
    field: Field | None = None


def period(document: Document, outline: Outline, facts: Facts) -> Covered | None:
    """Dates stated for the whole in a section on time win, then its phases from the first to the last; then the title's
    year, years or school year; then those of the preamble."""
    head = facts.header.title
    named = _named(head.value, head.spans, "period.title") if head is not None else None
    if named is None and outline.preamble is not None:
        named = _named(document.quote(outline.preamble).split("\n")[-1], (outline.preamble,), "period.preamble")
    label = named.period.label if named is not None else None
    for find in (_stated, _of_phases, _of_time_paragraph):
        found = find(document, outline, facts, named is not None)
        if found is not None and not (find is _of_phases and named is not None and _leaves_out(named, found)):
            return Covered(Period(found.period.start, found.period.end, label), found.field)
    return named


def _leaves_out(named: Covered, found: Covered) -> bool:
    """Whether the phases leave out years at the head or the end of the years that the title names."""
    whole, part = named.period, found.period
    if whole.start is None or whole.end is None or part.start is None or whole.start[:4] == whole.end[:4]:
        return False
    return whole.start[:4] != part.start[:4] or (part.end is not None and whole.end[:4] != part.end[:4])


def _named(text: str, spans: tuple[Span, ...], rule: str) -> Covered | None:
    folded = _TERM.sub(lambda term: " " * len(term[0]), fold(text))
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
    opened = m[0].count("(") > m[0].count(")")
    stop = m.end() + (1 if opened and text[m.end() : m.end() + 1] == ")" else 0)
    label = " ".join(text[m.start() : stop].split())
    period = Period(start.isoformat() if start else None, end.isoformat() if end else None, label)
    return Covered(period, Field(label, spans, rule))


def _stated(document: Document, outline: Outline, facts: Facts, _dated: bool) -> Covered | None:
    """A closed interval of days in running text directly under a section on time ("bắt đầu từ ngày ... đến ...")."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role != "section" or "schedule" not in node.kinds:
            continue
        if mention.when.start is None or mention.when.start == mention.when.end:
            continue
        start, end = _interval(mention, facts)
        if start and end and (end - start).days >= 14:
            field = Field(mention.deadline.quote, (mention.span,), "period.stated", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat()), field)
    return None


def _of_time_paragraph(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """The days of the first paragraph that gives the time of the whole ("Thời gian kiểm tra: từ ngày ... đến ngày ..."), or that opens a section on time; where the title is dated, of one in a section on time only."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role == "row":
            continue
        scheduled = "schedule" in outline.kinds_at(mention.span.start)
        heading = fold(document.quote(node.heading)).lstrip()
        told = _tells_the_whole(heading, scheduled)
        if not told and not _opens(outline, node, mention):
            continue
        # Where the title is dated, a day or a month of its own is that of the event that the plan prepares.
        single = mention.when.start == mention.when.end
        if dated and (single or not (scheduled or _of_the_campaign(outline, node, heading))):
            continue
        start, end = _interval(mention, facts)
        if start and end and _issued(facts) <= end and (end - start).days >= (14 if told or not dated else _LONG):
            field = Field(mention.deadline.quote, (mention.span,), "period.time_paragraph", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat()), field)
    return None


def _of_the_campaign(outline: Outline, node: Node, heading: str) -> bool:
    """Whether a paragraph directly under a main section is labelled as the time of the campaign."""
    above = outline.nodes[node.parent] if node.parent is not None else None
    return above is not None and above.parent is None and bool(_CAMPAIGN_TIME.match(heading))


def _tells_the_whole(paragraph: str, scheduled: bool) -> bool:
    """Whether it begins as the time of the whole; in a section on time any label does that names no single step."""
    label = _TIME_LABEL.match(paragraph) if scheduled else None
    return bool(_WHOLE_TIME.match(paragraph)) or (label is not None and not _PART_OF_IT.search(label["of"]))


def _opens(outline: Outline, node: Node, mention: DeadlineMention) -> bool:
    """Whether the paragraph is the first one in a section on time and gives a stretch of days, no phase."""
    above = outline.nodes[node.parent] if node.parent is not None else None
    if above is None or "schedule" not in above.kinds or mention.deadline.kind != "period":
        return False
    first = next((other for other in outline.nodes if other.parent == node.parent), None)
    stretch = mention.when.start is not None and mention.when.start != mention.when.end
    return first is node and stretch


def _of_phases(document: Document, outline: Outline, facts: Facts, _dated: bool) -> Covered | None:
    """Two phases or more that follow one another in a section on time: from the first day to the last, None where that
    is no day ("đến hết năm học")."""
    spans: list[Span] = []
    starts: list[date] = []
    end: date | None = None
    for mention in facts.deadlines:
        if not _is_phase(document, outline, mention):
            continue
        start, end = _interval(mention, facts)
        if mention.when.start is None and starts:
            continue
        spans.append(mention.span)
        if start is None and starts:
            end = None  # a last phase of an unknown day
            continue
        if start is None or (starts and start <= starts[-1]):
            return None
        starts.append(start)
    if len(spans) < 2 or (end is not None and (end - starts[0]).days < _SHORTEST):
        return None
    period = Period(starts[0].isoformat(), end.isoformat() if end else None)
    return Covered(period, Field(document.quote(spans[0]), tuple(spans), "period.phases", 0.9))


def _is_phase(document: Document, outline: Outline, mention: DeadlineMention) -> bool:
    """Whether a time is that of a phase of the whole; a day within a phase ("sơ kết ngày ...") is not."""
    node = outline.at(mention.span.start)
    if node is None or "schedule" not in outline.kinds_at(mention.span.start):
        return False
    if mention.when.start is None and mention.deadline.kind != "phase":
        return False
    if mention.deadline.kind == "phase":
        return bool(_PHASE.match(fold(mention.deadline.quote)))
    if node.role == "row":
        parent = outline.nodes[node.parent] if node.parent is not None else None
        listed = parent is not None and bool(_PHASES.search(fold(document.quote(parent.heading))))
        return listed and mention.deadline.kind == "period"
    heading = fold(document.quote(node.heading))
    headed = bool(_PHASE.match(heading.lstrip()))
    first = mention.span.start - node.heading.start < _NEAR and mention.when.start != mention.when.end
    return headed and first and mention.deadline.kind == "period"


def _issued(facts: Facts) -> date:
    """The day of issue as far as it is known: what ended before it is what a plan looks back on."""
    issued = facts.header.issued_on.value if facts.header.issued_on else ""
    return date.fromisoformat(issued) if len(issued) == 10 else date.min


def _interval(mention: DeadlineMention, facts: Facts) -> tuple[date | None, date | None]:
    """First and last day; a time that begins with the plan begins on its day of issue."""
    when = mention.when
    issued = _issued(facts)
    start = when.start.interval()[0] if when.start is not None else None
    if when.start is not None and when.start.anchor == "issue_date" and issued > date.min:
        start = issued
    end = when.end.interval()[1] if when.end is not None else None
    return start, end
