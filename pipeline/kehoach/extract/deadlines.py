"""Deadlines: every time expression that binds an action, from running text, time columns and band rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kehoach.extract.tasks.cell_works import timed_in_words
from kehoach.extract.tasks.programme_rows import day_above, programme_rows
from kehoach.extract.tasks.table_times import TimedRow, timed_rows
from kehoach.extract.text.paragraphs import Paragraph, paragraphs
from kehoach.extract.text.passages import passages
from kehoach.extract.times.binding_times import BoundTime, bound_times
from kehoach.extract.times.clock_times import hours
from kehoach.extract.times.headed_times import headed_times
from kehoach.model.document import Document, Span
from kehoach.model.fact import DeadlineMention
from kehoach.model.plan import Deadline
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_PLACE_LINE = re.compile(r"[^\W\d_][^,;:.\d]{1,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}[\s.]*")
"""The line of place and date of a paper that the plan holds."""
_LAUNCHED = Sieve(r"(?<!\w)(?:phát động|mở|tổ chức)\s[^.;]*\(\s*$", re.IGNORECASE)
_ALWAYS = re.compile(r"\W*thường xuyên(?:\W+(?:và )?(?:liên tục|thường kỳ))*\W*", re.IGNORECASE)
_LOOKED_INTO = re.compile(
    r"\W*(?:mốc(?: thời gian)?|phạm vi(?: thời gian)?|thời kỳ|niên độ|thời hiệu)(?: (?:được|tiến hành))? (?:kiểm tra|thanh tra|giám sát|kiểm toán)\b",
    re.IGNORECASE,
)
_FEW = 0.1
"""Small letters to one capital in a line that is in capitals."""
ACTION_LENGTH = 200
"""Characters of an action; a longer clause is cut at the last comma before."""


def deadlines(document: Document, outline: Outline, rules: Rules) -> tuple[DeadlineMention, ...]:
    """Unresolved: ``start`` and ``end`` are filled in assembly, where the plan's own date and period are known."""
    found = [*_announced(document, outline), *_running(document, outline, rules), *_tables(document, outline, rules)]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _running(document: Document, outline: Outline, rules: Rules) -> Iterator[DeadlineMention]:
    for paragraph in paragraphs(document, outline, rules):
        if paragraph.describes or _is_annex_title(paragraph, outline) or _PLACE_LINE.fullmatch(paragraph.text):
            continue
        times = bound_times(paragraph.text)
        if times and _is_looked_into(document, outline, paragraph):
            times = tuple(time for time in times if time.when.rule not in ("time.range", "time.from"))
        for time in times or _hours(document, outline, paragraph):
            vague = time.when.kind == "recurring" or time.when.rule == "time.summer"
            if paragraph.heading and vague and paragraph.text[: time.start].strip():
                continue  # "Chỉ tiêu theo từng năm"
            span = paragraph.span(time.start, time.end)
            yield _mention(document, paragraph.path, span, time.when, _action(document, outline, paragraph, time))


def _is_looked_into(document: Document, outline: Outline, paragraph: Paragraph) -> bool:
    """Below a heading "Mốc thời gian kiểm tra": the span that is looked into, not when that is done."""
    node = outline.nodes[paragraph.node] if paragraph.node is not None else None
    return node is not None and _LOOKED_INTO.match(document.quote(node.heading)) is not None


def _hours(document: Document, outline: Outline, paragraph: Paragraph) -> Iterator[BoundTime]:
    """The hours that a paragraph begins with, of the day that stands above it ("7h30: Khai mạc")."""
    if (at := hours(paragraph.text)) is None or (
        day := day_above(document, outline, paragraph.span(0, 1).start)
    ) is None:
        return
    yield BoundTime(*at, (0, len(paragraph.text)), replace(day, kind="period", qualifier=None, rule="time.clock"))


def _announced(document: Document, outline: Outline) -> Iterator[DeadlineMention]:
    """The days of the whole that the preamble's last sentence says with its name: "... phát động đợt thi đua (từ ngày
    05/9/2031 đến ngày 05/12/2031) như sau"."""
    if outline.preamble is None:
        return
    opening = [p for p in passages(document, "body") if outline.preamble.holds(p.span(0, len(p.text)))]
    for passage in opening[-1:]:
        for time in bound_times(passage.text):
            start, end = time.when.start, time.when.end
            if time.when.rule != "time.range" or not _LAUNCHED.search(passage.text[: time.start]):
                continue
            if start is not None and end is not None and start.day and end.day and end.year:
                span = passage.span(time.start, time.end)
                yield _mention(document, None, span, time.when, None)


def _is_annex_title(paragraph: Paragraph, outline: Outline) -> bool:
    """A line in capitals at the head of an annex."""
    node = outline.nodes[paragraph.node] if paragraph.node is not None else None
    if node is None or node.parent is not None or "annex" not in node.kinds:
        return False
    small = sum(map(str.islower, paragraph.text))
    return small <= _FEW * sum(map(str.isupper, paragraph.text))  # "HẠ TẦNG 5G, IoT"


def _tables(document: Document, outline: Outline, rules: Rules) -> Iterator[DeadlineMention]:
    rows = timed_rows(document, outline, rules), programme_rows(document, outline, rules)
    for row in chain(*rows, timed_in_words(document, outline, rules)):
        if _ALWAYS.fullmatch(document.quote(row.span)):
            continue  # "Thường xuyên" tells no time
        mention = _mention(document, row.path, row.span, row.when, _row_action(document, row))
        end = row.when.end
        yield replace(mention, tabled=end is not None and (end.month is not None or end.quarter is not None))

    for path, place, match in headed_times(document, outline):
        yield _mention(document, path, place, match.when, None)


def _mention(document: Document, path: str | None, span: Span, when: When, action: str | None) -> DeadlineMention:
    quote = " ".join(document.quote(span).split())
    deadline = Deadline(
        path=path,
        quote=quote,
        kind=when.kind,
        qualifier=when.qualifier,
        duration=when.duration,
        action=action,
        evidence=document.evidence(span),
        confidence=document.confidence(span) * (0.8 if when.rule.endswith(".sequence") else 1.0),
        rule=when.rule,
    )
    return DeadlineMention(deadline, span, when)


def _row_action(document: Document, row: TimedRow) -> str | None:
    return _cut("; ".join(" ".join(document.quote(span).split()) for span in row.actions)) or None


def _action(document: Document, outline: Outline, paragraph: Paragraph, time: BoundTime) -> str | None:
    """The rest of the clause before the time; where nothing stands there, what follows; else the heading above."""
    raw = document.quote(paragraph.span(0, len(paragraph.text)))
    start, end = time.clause
    before = raw[start : time.start].strip(" .,;:-–(")
    after = raw[time.end : end].strip(" .,;:-–)")
    for text in (before, after):
        if len(text) >= 8:
            return _cut(" ".join(text.split()))
    if paragraph.node is None:
        return None
    above = next(
        (n for n in outline.ancestors(paragraph.node) if not n.heading.holds(paragraph.span(time.start, time.end))),
        None,
    )
    return _cut(" ".join(document.quote(above.heading).split()).rstrip(" .:;")) if above else None


def _cut(text: str) -> str:
    if len(text) <= ACTION_LENGTH:
        return text
    return (
        text[:ACTION_LENGTH].rsplit(",", 1)[0]
        if "," in text[:ACTION_LENGTH]
        else text[:ACTION_LENGTH].rsplit(" ", 1)[0]
    )
