"""The phases of a plan: which times are theirs, and what they cover together."""

from __future__ import annotations

import re
from datetime import date

from kehoach.assemble.named_period import Covered
from kehoach.model.document import Document, Span
from kehoach.model.document_info import Period
from kehoach.model.fact import DeadlineMention, Facts
from kehoach.model.header import Field
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_TIME = Sieve(r"(?:\* ?)?thời gian(?: [^\W\d]+){0,4} ?(?::|$)", re.IGNORECASE)
_SHORTEST = 28
"""Days; phases within a shorter time are those of one event."""
_NEAR, _ANYWHERE = 30, 80
"""Letters within which a phase's own time stands behind its name, where the title tells a time and where it tells none."""
_PHASE = re.compile(r"(?:đợt|giai đoạn|chặng)\b", re.IGNORECASE)
ONE_PHASE = Sieve(r"(?:đợt|giai đoạn|chặng)(?: [^\W\d]+){0,3} (?:\d|[IV]+\b)", re.IGNORECASE)
_PEAK = re.compile(r"đợt (?:thi đua )?cao điểm\b", re.IGNORECASE)
"""A phase beside the work of the whole year."""
_PEAKS = Sieve(r"\bcác (?:đợt|chặng) (?:thi đua )?cao điểm\b", re.IGNORECASE)
"""A heading over such phases."""
_PHASES = Sieve(r"\bcác (?:đợt|giai đoạn|chặng)\b", re.IGNORECASE)


def of_phases(document: Document, outline: Outline, facts: Facts, dated: bool) -> Covered | None:
    """Two phases or more that follow one another in a section on time: from the first day to the last, None where that
    is no day ("đến hết năm học")."""
    spans: list[Span] = []
    starts: list[date] = []
    end: date | None = None
    for mention in facts.deadlines:
        if not _is_phase(document, outline, mention, dated) or (dated and _is_peak(document, outline, mention)):
            continue
        start, end = interval(mention, facts)
        if mention.when.start is None and starts:
            continue
        spans.append(mention.span)
        if start is None and starts:
            end = None  # a last phase of an unknown day
            continue
        if start is None or (starts and start <= starts[-1]):
            return None
        starts.append(start)
    if len(spans) < 2 or (dated and end is not None and (end - starts[0]).days < _SHORTEST):
        return None
    period = Period(starts[0].isoformat(), end.isoformat() if end else None)
    return Covered(period, Field(document.quote(spans[0]), tuple(spans), "period.phases", 0.9))


def _is_peak(document: Document, outline: Outline, mention: DeadlineMention) -> bool:
    """Whether a phase is called a peak, itself or by the heading above."""
    above = outline.ancestors(n) if (n := outline.index_at(mention.span.start)) is not None else ()
    headed = any(_PEAKS.search(fold(document.quote(node.heading))) for node in above if node.role == "section")
    return headed or _PEAK.match(fold(mention.deadline.quote)) is not None


def _is_phase(document: Document, outline: Outline, mention: DeadlineMention, dated: bool) -> bool:
    """Whether a time is that of a phase of the whole; a day within a phase ("sơ kết ngày ...") is not."""
    node = outline.at(mention.span.start)
    if node is None or "schedule" not in outline.kinds_at(mention.span.start):
        return False
    if (mention.when.start is None and mention.deadline.kind != "phase") or _of_one_part(document, outline, node):
        return False
    if mention.deadline.kind == "phase":
        return bool(_PHASE.match(fold(mention.deadline.quote)))
    if node.role == "row":
        parent = outline.nodes[node.parent] if node.parent is not None else None
        listed = parent is not None and bool(_PHASES.search(fold(document.quote(parent.heading))))
        return listed and mention.deadline.kind == "period"
    heading = fold(document.quote(node.heading))
    headed = bool(_PHASE.match(heading.lstrip()))
    near = _NEAR if dated else _ANYWHERE
    first = mention.span.start - node.heading.start < near and mention.when.start != mention.when.end
    return headed and first and mention.deadline.kind == "period"


def _of_one_part(document: Document, outline: Outline, node: Node) -> bool:
    """Whether a phase stands below the label of a time that other parts of the plan have theirs of, too."""
    above = outline.nodes[node.parent] if node.parent is not None else None
    if above is None or not _labels_time(document, above):
        return False
    return any(other.parent != above.parent and _labels_time(document, other) for other in outline.nodes)


def _labels_time(document: Document, node: Node) -> bool:
    return _TIME.match(fold(document.quote(node.heading)).strip()) is not None


def several(facts: Facts) -> bool:
    """Whether the plan has several phases, so that the time of one is not that of the whole."""
    phases = (m for m in facts.deadlines if m.deadline.kind == "phase")
    return sum(ONE_PHASE.match(fold(phase.deadline.quote)) is not None for phase in phases) > 1


def issued(facts: Facts) -> date:
    """The day of issue as far as it is known: what ended before it is what a plan looks back on."""
    told = facts.header.issued_on.value if facts.header.issued_on else ""
    return date.fromisoformat(told) if len(told) == 10 else date.min


def interval(mention: DeadlineMention, facts: Facts) -> tuple[date | None, date | None]:
    """First and last day; a time that begins with the plan begins on its day of issue."""
    when = mention.when
    first = issued(facts)
    start = when.start.interval()[0] if when.start is not None else None
    if when.start is not None and when.start.anchor == "issue_date" and first > date.min:
        start = first
    end = when.end.interval()[1] if when.end is not None else None
    return start, end
