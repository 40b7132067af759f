"""Rows of a programme that tell hours, of a day that a heading, a band or a cell of another column tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.extract.tasks.table_times import TimedRow
from kehoach.extract.tasks.work_tables import Row, WorkTable, work_tables
from kehoach.extract.times.clock_times import day_told, hours
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.model.document import Document, Span
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_NEAR = 400
"""Characters before the first row of a table in which its head and the line above it stand."""
_DAY_LINE = Sieve(r"[(\s]*(?:thời\s+gian(?:\s+[^\s:]+){0,3}?\s*:|(?:sáng|chiều|tối|thứ\s+\S+|ngày)\s)")
_SHORT = 20
"""Words of what heads a day."""


def programme_rows(document: Document, outline: Outline, rules: Rules, *, by_line: bool = False) -> Iterator[TimedRow]:
    """Every row with hours and nothing more of a time, where its day is known. ``by_line``: be it from the line right above
    the table, which tells the day of all that is in it."""
    for table in work_tables(document, outline, rules):
        if table.of("time"):
            at = table.rows[0].span.start
            day = day_above(document, outline, at)
            yield from _rows(table, day or (_line_above(document, at) if by_line else None))


def _line_above(document: Document, at: int) -> When | None:
    """The day that the last line before a table tells and nothing else: "Thời gian: Sáng thứ Sáu, ngày 31/7/2026"."""
    lines = document.quote(Span(max(0, at - _NEAR), at)).splitlines()
    line = next((line.strip() for line in reversed(lines) if line.strip() and " | " not in line), "")
    return day_told(line) if _DAY_LINE.match(lowered(fold(line))) and len(line.split()) <= _SHORT else None


def day_above(document: Document, outline: Outline, at: int) -> When | None:
    """The day that the nearest heading, or short item, over this place tells which tells one."""
    index = outline.index_at(at)
    if index is None:
        return None
    above = (document.quote(n.heading) for n in outline.ancestors(index) if n.role != "row" and n.heading.start != at)
    return next((day for words in above if len(words.split()) <= _SHORT and (day := day_told(words)) is not None), None)


def _rows(table: WorkTable, day: When | None) -> Iterator[TimedRow]:
    for n, row in enumerate(table.rows):
        cells = [row.places[c] for c in table.of("time") if c in row.places]
        places = [p for p in row.places.values() if p.text][:1] if row.band else cells
        day = next((told for p in places if (told := day_told(p.cell.text.value)) is not None), day)
        for place in places:
            text = place.cell.text.value
            if day is None or (at := hours(text)) is None or next(find(text, cell=True), None) is not None:
                continue
            span = Span(place.span.start + at[0], place.span.start + at[1])
            when = replace(day, kind="period", qualifier=None, rule="time.clock")
            yield TimedRow(row.path, span, when, row.block, _works(table, row, n))


def _works(table: WorkTable, row: Row, n: int) -> tuple[Span, ...]:
    if table.work is None:
        return ()
    rows = [row]
    if row.band:
        below = table.rows[n + 1 :]
        rows = list(below[: next((m for m, r in enumerate(below) if r.band), len(below))])
    return tuple(r.places[table.work].span for r in rows if table.work in r.places and r.places[table.work].text)
