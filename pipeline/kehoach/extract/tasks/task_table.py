"""Tables of work: which column holds what, which rows a merged cell or a band row speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kehoach.extract.tasks.column_contents import by_contents, cells_under
from kehoach.extract.tasks.column_kinds import column_kinds, heads_over
from kehoach.extract.times.column_terms import as_terms, from_to
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Cell, Document, Span
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve


@dataclass(frozen=True, slots=True)
class Place:
    """A cell and where its text stands in the document's text."""

    cell: Cell
    span: Span

    @property
    def text(self) -> str:
        return self.cell.text.value.strip()

    @property
    def lines(self) -> str:
        """The whole text folded, a line end before each paragraph."""
        return "\n".join(map(fold, self.cell.parted.split("\n")))


@dataclass(frozen=True, slots=True)
class Row:
    """``places`` by column; ``path`` is the row's own for a body row, that of the holding section for a band."""

    block: int
    path: str | None
    band: bool
    places: dict[int, Place]
    span: Span


@dataclass(frozen=True)
class WorkTable:
    """``columns`` says what each column holds, by the vocabulary ``columns``; ``heads`` is what is printed there."""

    columns: dict[int, str]
    heads: dict[int, str]
    rows: tuple[Row, ...] = field(repr=False)

    def of(self, *kinds: str) -> tuple[int, ...]:
        """The columns of these kinds, in order."""
        return tuple(sorted(n for n, kind in self.columns.items() if kind in kinds))

    @property
    def work(self) -> int | None:
        """The column that says what is to be done (or, in a calendar, who or what it is about)."""
        for kind in ("task", "name"):
            if columns := self.of(kind):
                return max(columns, key=lambda n: sum(len(r.places[n].text) for r in self.rows if n in r.places))
        return None

    def cell(self, row: int, column: int) -> Place | None:
        """The cell that speaks for this row: its own, or a merged one that began above."""
        own = self.rows[row].places.get(column)
        if own is not None and own.text:
            return own
        for above in range(row - 1, -1, -1):
            if self.rows[above].band:
                return None
            place = self.rows[above].places.get(column)
            if place is not None and place.text:
                return place if self._covers(above, row, column, place) else None
        return None

    def _covers(self, above: int, row: int, column: int, place: Place) -> bool:
        """A merged cell holds over its rows; where nothing tells of merging, a time holds for rows of the same unit."""
        if any(r.places[column].cell.row_span > 1 for r in self.rows if column in r.places):
            return above + place.cell.row_span > row
        if self.columns.get(column) != "time":
            return False
        for kin in self.of("manager", "unit", "lead"):
            if kin != column and (a := self.rows[above].places.get(kin)) and (b := self.rows[row].places.get(kin)):
                return bool(a.text) and a.text == b.text
        return False


@dataclass(frozen=True, slots=True)
class TimedRow:
    """One time expression of a table; ``row`` is the block it stands in, ``actions`` what is to be done then."""

    path: str | None
    span: Span
    when: When
    row: int
    actions: tuple[Span, ...]


def work_tables(document: Document, outline: Outline, rules: Rules) -> Iterator[WorkTable]:
    """Every table whose head names columns of the vocabulary, the others left out."""
    groups: dict[int, list[int]] = {}
    for n, block in enumerate(document.blocks):
        if block.table is not None and block.zone in ("table", "annex", "body"):
            groups.setdefault(block.table, []).append(n)
    for numbers in groups.values():
        blocks = [document.blocks[n] for n in numbers]
        heads = heads_over(blocks)
        columns = column_kinds(heads, rules)
        rows = tuple(_row(document, outline, n) for n in numbers if document.blocks[n].row_kind != "header")
        if columns and rows:
            columns = by_contents(columns, heads, cells_under(blocks), rules.made(UnitGrammar.of))
            yield WorkTable(columns, heads, rows)


def _row(document: Document, outline: Outline, n: int) -> Row:
    block = document.blocks[n]
    places = {cell.column: Place(cell, span) for cell, span in zip(block.cells, document.cell_spans(n), strict=True)}
    filled = [place for place in places.values() if place.text]
    node = outline.at(document.starts[n])
    labelled = len(filled) == 2 and bool(_LABEL.fullmatch(filled[0].text)) and _is_time(filled[1].text)
    alone = filled[1] if labelled else filled[0] if len(filled) == 1 else None
    wide = alone is not None and alone.cell.column_span >= max(len(block.cells), 2)
    timed = alone is not None and len(block.cells) > 2 and _is_time(alone.text)
    band = block.row_kind == "band" or wide or timed or labelled
    row = node is not None and node.role == "row"
    path = node.path if node is not None else None
    if band and row and node is not None and node.parent is not None:
        path = outline.nodes[node.parent].path
    return Row(n, path, band or not row, places, document.span(n))


_LABEL = Sieve(r"(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)]?")


def _is_time(text: str) -> bool:
    """Whether a cell holds a month, quarter or the like and nothing else."""
    first = next(find(text, cell=True), None)
    return (
        first is not None
        and first.shape not in (None, "day")
        and first.start == 0
        and first.end >= len(text.rstrip(" .:"))
    )


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
    return filled[1] if len(filled) == 2 and _LABEL.fullmatch(filled[0].text) else next(iter(filled), None)


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
