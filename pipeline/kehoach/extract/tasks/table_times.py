"""The times of tables of work: which rows a time column, a merged cell or a band row speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.tasks.work_tables import LABEL, Place, Row, WorkTable, work_tables
from kehoach.extract.times.column_terms import as_terms, from_to
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.document import Document, Span
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.rules.load import Rules


@dataclass(frozen=True, slots=True)
class TimedRow:
    """One time expression of a table; ``row`` is the block it stands in, ``actions`` what is to be done then."""

    path: str | None
    span: Span
    when: When
    row: int
    actions: tuple[Span, ...]


def timed_rows(document: Document, outline: Outline, rules: Rules) -> Iterator[TimedRow]:
    """Every time expression of time columns and band rows, once each, at the first row it holds for."""
    for table in work_tables(document, outline, rules):
        for n, row in enumerate(table.rows):
            if row.band:
                yield from _band_times(table, n)
            elif not is_total(row):
                yield from _cell_times(table, n)


_TOTAL = re.compile(r"(?:tổng\s*(?:$|[:(]|\d)|tổng\s+(?:cộng|số|điểm|hợp\s+điểm)(?!\w)|cộng(?!\w))")


def is_total(row: Row) -> bool:
    """Whether the row sums up those above it."""
    first = next((p.text for p in row.places.values() if p.text), "")
    return _TOTAL.match(lowered(first)) is not None


def _band_times(table: WorkTable, n: int) -> Iterator[TimedRow]:
    row = table.rows[n]
    place = _band_place(row)
    if place is None or table.work is None or (match := _band_time(table, n)) is None:
        return
    below = []
    for later in table.rows[n + 1 :]:
        if later.band:
            break
        if (work := later.places.get(table.work)) and work.text:
            below.append(work.span)
    span = Span(place.span.start + match.start, place.span.start + match.end)
    yield TimedRow(row.path, span, _in_sequence(table, n, match.when), row.block, tuple(below))


def _band_place(row: Row) -> Place | None:
    """The cell of a band that says what it is about; a label may stand before it."""
    filled = [place for place in row.places.values() if place.text]
    return filled[1] if len(filled) == 2 and LABEL.fullmatch(filled[0].text) else next(iter(filled), None)


def _band_time(table: WorkTable, n: int) -> TimeMatch | None:
    """The time that a band row is about: its first, with nothing before it but a label or a word like "nhiệm vụ"."""
    place = _band_place(table.rows[n])
    raw = place.cell.text.value if place is not None and table.rows[n].band else ""
    for match in find(raw, cell=True):
        if match.shape is not None and lowered(raw[: match.start]).strip(" .:-–()0123456789ivx") in _BAND_LEADS:
            return match
    return None


def _in_sequence(table: WorkTable, n: int, when: When) -> When:
    """A quarter that is read like the band before it, where the next band leaves room for the one between: "QUÝ II,
    QUÝ II, QUÝ IV" had a stroke lost. The rule's name tells that the place in the sequence decided."""
    bands = [m for m in range(len(table.rows)) if _band_time(table, m) is not None]
    quarters = [_quarter(match.when) if (match := _band_time(table, m)) else None for m in bands]
    at = bands.index(n)
    own, before = quarters[at], quarters[at - 1] if at else None
    after = quarters[at + 1] if at + 1 < len(bands) else own + 2 if own is not None else None
    if own is None or own >= 4 or own != before or after != own + 2 or when.start is None:
        return when
    moment = replace(when.start, quarter=own + 1)
    return replace(when, start=moment, end=moment, rule="time.quarter.sequence")


def _quarter(when: When) -> int | None:
    return when.start.quarter if when.start is not None and when.start == when.end else None


_BAND_LEADS = (
    "",
    "thời gian",
    "trong",
    "các nhiệm vụ",
    "nhiệm vụ",
    "công việc",
    "các nội dung",
    "kế hoạch",
    "công tác",
)


def _cell_times(table: WorkTable, n: int) -> Iterator[TimedRow]:
    row = table.rows[n]
    for column in table.of("time"):
        place = row.places.get(column)
        if place is None or not place.text:
            continue
        actions = _actions(table, n, column)
        for match in _times(table, n, column, place):
            span = Span(place.span.start + match.start, place.span.start + match.end)
            yield TimedRow(row.path, span, match.when, row.block, actions)


def _times(table: WorkTable, n: int, column: int, place: Place) -> list[TimeMatch]:
    """The times of a cell; a bare day under "Thời hạn" or "Hoàn thành" is the term, but of what is held on a day."""
    work = table.rows[n].places.get(table.work) if table.work is not None else None
    found = list(find(place.cell.text.value, cell=True))
    return as_terms(found, table.heads.get(column, ""), place.text, work.text if work is not None else "")


def _actions(table: WorkTable, n: int, column: int) -> tuple[Span, ...]:
    """What the time holds for: the work of its row and of the rows that its merged cell covers."""
    if table.work is None:
        return ()
    rows = [n, *(m for m in range(n + 1, len(table.rows)) if table.cell(m, column) is table.cell(n, column))]
    return tuple(p.span for m in rows if (p := table.rows[m].places.get(table.work)) is not None and p.text)


def row_time(table: WorkTable, n: int) -> When | None:
    """The dated time that binds row ``n``: of its own cell, of a merged one, else of the band above."""
    cells = [(c, place) for c in table.of("time") if (place := table.cell(n, c)) is not None]
    said = [(table.heads.get(c, ""), m.when) for c, place in cells for m in _times(table, n, c, place)]
    if len(cells) > 1 and (whole := from_to(said)) is not None:
        return whole
    for column in table.of("time"):
        if (place := table.cell(n, column)) is not None:
            found = [m.when for m in _times(table, n, column, place)]
            dated = [w for w in found if w.start is not None or w.end is not None]
            if dated or found:
                return (dated or found)[0]
    if (noted := _noted_time(table, n)) is not None:
        return noted
    for above in range(n - 1, -1, -1):
        if table.rows[above].band:
            return next((t.when for t in _band_times(table, above)), None)
    return None


def _noted_time(table: WorkTable, n: int) -> When | None:
    """The time that a note on the row is, which no column of times holds ("hoàn thành trước 15/12")."""
    notes = () if table.of("time") else table.of("note")
    for place in (table.rows[n].places[column] for column in notes if column in table.rows[n].places):
        match = next(find(place.text, cell=True), None)
        if match is None or (match.when.start is None and match.when.end is None):
            continue
        if len((place.text[: match.start] + place.text[match.end :]).split()) <= _FEW:
            return match.when
    return None


_FEW = 3
"""Words of a note beside its time."""
