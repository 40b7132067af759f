"""What the plan as a whole covers."""

from __future__ import annotations

import re
from datetime import date

from kehoach.assemble.named_period import Covered, announced, named
from kehoach.assemble.phased_period import ONE_PHASE, interval, issued, of_phases, several
from kehoach.model.document import Document
from kehoach.model.document_info import Period
from kehoach.model.fact import DeadlineMention, Facts
from kehoach.model.header import Field
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_LONG = 60
"""Days; where the title names the year, a shorter stretch that nothing calls the time of the whole is its launch."""
_WORK = re.compile(
    r"(?:(?:về|phát động|triển khai|thực hiện|tổ chức|và)(?: việc)?,? )*"
    r"(?:(?:phong trào thi đua,? (?:và )?)?công tác (?:thi đua|khen thưởng)|các phong trào\b|hoạt động (?:của )?(?:khối|cụm)\b)",
    re.IGNORECASE,
)
"""A title on all work of the kind, of which the phases of emulation are a part."""
_ANY_YEAR = Sieve(r"\b(?:19|20)\d\d\b")
_WHOLE_TIME = re.compile(
    r"(?:thời gian(?: (?:thanh tra|kiểm tra|giám sát|thực hiện|tổ chức|tiến hành|triển khai|phát động|thi đua|khảo sát|dự kiến)|\s*:)"
    r"|đợt thi đua(?: cao điểm| đặc biệt| nước rút)?\s*:)",
    re.IGNORECASE,
)
_PHASED = re.compile(r"(?:đợt|chặng)\b", re.IGNORECASE)
_CAMPAIGN_TIME = Sieve(
    r"thời gian (?:thực hiện|tổ chức|triển khai|phát động|thi đua)(?: (?:phong trào|đợt|kế hoạch|thi đua|cao điểm))*\s*:",
    re.IGNORECASE,
)
"""The time of the whole wherever it stands, in a section on time or among the contents."""
_TIME_LABEL = re.compile(
    r"(?:khung |mốc )?thời gian(?P<of>(?: [^\W\d]+){0,6}?)(?:\s*:| bắt đầu| (?=từ\s))", re.IGNORECASE
)
"""The label of a time, and of what it is the time."""
_LABEL = 60
"""Characters within which a label ends."""
_STEP = re.compile(r"\s*:\s*\S")
"""Behind the time of a step: what is done then."""
_WHO_DOES_IT = re.compile(
    r"(?:các )?(?:cơ quan|đơn vị|bộ phận)(?:,? (?:cơ quan|đơn vị))? (?:chủ trì|thực hiện|phối hợp|tham mưu|phụ trách)\b"
    r"|(?:phân công )?(?:chủ trì|thực hiện|phối hợp|phụ trách) ?:",
    re.IGNORECASE,
)
_PART_OF_IT = Sieve(
    r"\b(?:nộp|gửi|nhận|đăng ký|báo cáo|(?:tổng|sơ) kết|chấm|thẩm định|xét|bình|họp|hội|lễ|tập huấn|công bố|trao|khai mạc|bế mạc)\b",
    re.IGNORECASE,
)
"""In the label of a time: it is that of one step of the whole."""


def period(document: Document, outline: Outline, facts: Facts) -> Covered | None:
    """Dates stated for the whole in a section on time or behind a label of its own win, then its phases from the first to
    the last; then the title's year, years or school year; then those of the preamble."""
    head, issued = facts.header.title, facts.header.issued_on
    told = named(head.value, head.spans, "period.title", issued.value if issued else None) if head else None
    dated = told is not None
    undated = told is not None and told.period.start is None and told.period.end is None
    if told is None and outline.preamble is not None:
        told = announced(document.quote(outline.preamble).split("\n")[-1], (outline.preamble,))
    label = told.period.label if told is not None else None
    for find in (_stated, _of_steps, _closed, of_phases, _of_time_paragraph):
        if find is of_phases and told is not None and head is not None and _WORK.match(fold(head.value)):
            continue
        # a school year has no days of its own: those of the whole are told where any label tells them
        found = find(document, outline, facts, dated and not (undated and find in (_closed, _of_time_paragraph)))
        if found is not None and not (find is of_phases and told is not None and _leaves_out(told, found)):
            return Covered(Period(found.period.start, found.period.end, label), found.field)
    return told


def _leaves_out(told: Covered, found: Covered) -> bool:
    """Whether the phases leave out years at the head or the end of the years that the title names, or end on no day of
    the one year that it names."""
    whole, part = told.period, found.period
    if whole.start is None or whole.end is None or part.start is None:
        return False
    if whole.start[:4] == whole.end[:4]:
        return part.end is None and part.start[:4] == whole.start[:4]
    return whole.start[:4] != part.start[:4] or (part.end is not None and whole.end[:4] != part.end[:4])


def _stated(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """A closed interval of days in running text directly under a section on time ("bắt đầu từ ngày ... đến ..."); where
    the title tells no time, one whose end is no day, too ("... đến khi thông xe cầu")."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role != "section" or "schedule" not in node.kinds:
            continue
        if mention.when.start is None or mention.when.start == mention.when.end:
            continue
        if ONE_PHASE.match(fold(mention.deadline.quote)) and (dated or several(facts)):
            continue
        start, end = interval(mention, facts)
        lasts = _is_open(mention, dated) if end is None else start is not None and (end - start).days >= 14
        if start and lasts and not _of_one_work(document, outline, node):
            if len(steps := _steps(document, outline, node, facts)) > 1:
                return None if dated else _from_first_to_last(document, steps, facts)
            field = Field(mention.deadline.quote, (mention.span,), "period.stated", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat() if end else None), field)
    return None


def _steps(document: Document, outline: Outline, node: Node, facts: Facts) -> list[DeadlineMention]:
    """The stretches of days, each behind the one before, with which lines or items of a section begin that tell of steps
    one after the other ("Từ ngày 10/8 đến ngày 30/9: lấy ý kiến"); none where they overlap."""
    found: list[DeadlineMention] = []
    last: date | None = None
    text = document.text.value
    for mention in facts.deadlines:
        own = outline.at(mention.span.start)
        below = own is not None and own.parent is not None and outline.nodes[own.parent] is node
        if own is None or not (own is node or (below and own.role == "item")) or mention.when.start is None:
            continue
        line = text[
            max(text.rfind("\n", 0, mention.span.start) + 1, own.heading.start if below else 0) : mention.span.start
        ]
        start, end = interval(mention, facts)
        if line.strip(" -+*•") or not _STEP.match(text, mention.span.end):
            continue
        if start is None or end is None or (last is not None and start <= last):
            return []
        if end >= issued(facts):
            found.append(mention)
        last = end
    return found


def _of_steps(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """From the first to the last of the steps that the items of a section on time tell, where the title tells no time."""
    timed = (node for node in outline.nodes if node.role == "section" and "schedule" in node.kinds)
    told = (_steps(document, outline, node, facts) for node in timed if not dated)
    return next((_from_first_to_last(document, steps, facts) for steps in told if len(steps) > 1), None)


def _from_first_to_last(document: Document, steps: list[DeadlineMention], facts: Facts) -> Covered:
    (start, _), (_, end) = interval(steps[0], facts), interval(steps[-1], facts)
    spans = tuple(step.span for step in steps)
    period = Period(start.isoformat() if start else None, end.isoformat() if end else None)
    return Covered(period, Field(document.quote(spans[0]), spans, "period.phases", 0.9))


def _is_open(mention: DeadlineMention, dated: bool) -> bool:
    """Whether a stretch of days goes on until something happens, and the title tells no time."""
    return not dated and mention.deadline.kind == "period" and mention.when.start != mention.when.end


def _of_time_paragraph(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """The days of the first paragraph that gives the time of the whole ("Thời gian kiểm tra: từ ngày ... đến ngày ..."), or that opens a section on time; where the title is dated, of one in a section on time only."""
    for mention in facts.deadlines:
        node = outline.at(mention.span.start)
        if node is None or node.role == "row":
            continue
        scheduled = "schedule" in outline.kinds_at(mention.span.start)
        heading = fold(document.quote(node.heading)).lstrip()
        titled = _is_of_the_title(heading, facts)
        told = titled or (_tells_the_whole(heading, scheduled) and not (_PHASED.match(heading) and _has_phases(facts)))
        if not told and not _opens(outline, node, mention):
            continue
        # Where the title is dated, a day or a month of its own is that of the event that the plan prepares.
        single = mention.when.start == mention.when.end
        placed = titled or scheduled or (told and node.parent is None)
        if dated and (single or not (placed or _of_the_campaign(document, outline, node, heading))):
            continue
        start, end = interval(mention, facts)
        least = (14 if told else _LONG) if dated else (1 if _in_a_year(facts) else 0) if told else 14
        lasts = (
            _is_open(mention, dated)
            if end is None
            else start is not None and issued(facts) <= end and (end - start).days >= least
        )
        if start and lasts and not _of_one_work(document, outline, node):
            if _others_have_theirs(document, outline, node, facts):
                return None
            field = Field(mention.deadline.quote, (mention.span,), "period.time_paragraph", mention.deadline.confidence)
            return Covered(Period(start.isoformat(), end.isoformat() if end else None), field)
    return None


def _closed(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """The days of such a paragraph from the first to the last, which the phases below it only part."""
    found = _of_time_paragraph(document, outline, facts, dated)
    return found if found is not None and found.period.end is not None else None


def _of_one_work(document: Document, outline: Outline, node: Node) -> bool:
    """Whether a labelled time is that of the work above it: beside it stands who does the work."""
    if node.parent is None:
        return False
    beside = (other for other in outline.nodes if other.parent == node.parent and other.depth == node.depth)
    return any(_WHO_DOES_IT.match(fold(document.quote(other.heading)[:_LABEL]).lstrip()) for other in beside)


def _others_have_theirs(document: Document, outline: Outline, node: Node, facts: Facts) -> bool:
    """Whether other parts of the plan, as deep as the one that a labelled time stands in, have labelled times that begin
    later: each is that of one programme."""
    times = {id(own): m.when.start for m in facts.deadlines if (own := outline.at(m.span.start)) is not None}
    first = times.get(id(node))
    return any(
        other.depth == node.depth > 1
        and other.parent != node.parent
        and times.get(id(other)) not in (None, first)
        and _TIME_LABEL.match(fold(document.quote(other.heading)[:_LABEL]).lstrip())
        for other in outline.nodes
    )


def _in_a_year(facts: Facts) -> bool:
    """Whether a year stands in the title, be it that of a term: one day is that of an event which the plan prepares."""
    return facts.header.title is not None and _ANY_YEAR.search(facts.header.title.value) is not None


def _of_the_campaign(document: Document, outline: Outline, node: Node, heading: str) -> bool:
    """Whether a paragraph directly under a main section, or no other, is labelled as the time of the campaign."""
    if _CAMPAIGN_TIME.match(heading) is None:
        return False
    above = outline.nodes[node.parent] if node.parent is not None else None
    if above is not None and above.parent is None:
        return True
    labels = (fold(document.quote(other.heading)[:_LABEL]).lstrip() for other in outline.nodes if other is not node)
    return not any(map(_CAMPAIGN_TIME.match, labels))


def _tells_the_whole(paragraph: str, scheduled: bool) -> bool:
    """Whether it begins as the time of the whole; in a section on time any label does that names no single step."""
    label = _TIME_LABEL.match(paragraph) if scheduled else None
    return bool(_WHOLE_TIME.match(paragraph)) or (label is not None and not _PART_OF_IT.search(label["of"]))


def _is_of_the_title(paragraph: str, facts: Facts) -> bool:
    """Whether the paragraph gives the time of what the title says: "Thời gian quyên góp sách: ..." of a plan "Quyên góp
    sách cho trẻ em ven biển"."""
    label = _TIME_LABEL.match(paragraph)
    title = set(fold(facts.header.title.value).lower().split()) if facts.header.title else set()
    of = label["of"].lower().split() if label is not None else []
    return len(of) > 1 and set(of) <= title


def _has_phases(facts: Facts) -> bool:
    """Whether one phase is not alone, so that it is not the whole."""
    return sum(mention.deadline.kind == "phase" for mention in facts.deadlines) > 1


def _opens(outline: Outline, node: Node, mention: DeadlineMention) -> bool:
    """Whether the paragraph is the first one in a section on time and gives a stretch of days, no phase."""
    above = outline.nodes[node.parent] if node.parent is not None else None
    if above is None or "schedule" not in above.kinds or mention.deadline.kind != "period":
        return False
    first = next((other for other in outline.nodes if other.parent == node.parent), None)
    stretch = mention.when.start is not None and mention.when.start != mention.when.end
    return first is node and stretch
