"""Tables that give work to do: their columns by what they hold, their rows with the cells that speak for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.extract.tasks.column_contents import by_contents
from kehoach.extract.tasks.column_kinds import column_kinds, heads_over
from kehoach.extract.times.time_grammar import find
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Cell, Document, Span
from kehoach.model.keeping import cached_property
from kehoach.model.section import Outline
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

    @cached_property
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


def work_tables(document: Document, outline: Outline, rules: Rules) -> tuple[WorkTable, ...]:
    """Every table whose head names columns of the vocabulary, the others left out; made once for a document."""
    return document.made(_work_tables, outline, rules)


def _work_tables(document: Document, outline: Outline, rules: Rules) -> tuple[WorkTable, ...]:
    tables = []
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
            columns = by_contents(columns, heads, _cells(rows), rules.made(UnitGrammar.of))
            tables.append(WorkTable(columns, heads, rows))
    return tuple(tables)


def _cells(rows: Sequence[Row]) -> dict[int, list[str]]:
    """What is printed in the filled cells of each column, but in rows of one cell."""
    found: dict[int, list[str]] = {}
    for row in rows:
        filled = {column: place.lines for column, place in row.places.items() if place.text}
        for column, lines in filled.items() if len(filled) > 1 else ():
            found.setdefault(column, []).append(lines)
    return found


def _row(document: Document, outline: Outline, n: int) -> Row:
    block = document.blocks[n]
    places = {cell.column: Place(cell, span) for cell, span in zip(block.cells, document.cell_spans(n), strict=True)}
    filled = [place for place in places.values() if place.text]
    node = outline.at(document.starts[n])
    labelled = len(filled) == 2 and bool(LABEL.fullmatch(filled[0].text)) and _is_time(filled[1].text)
    alone = filled[1] if labelled else filled[0] if len(filled) == 1 else None
    wide = alone is not None and alone.cell.column_span >= max(len(block.cells), 2)
    timed = alone is not None and len(block.cells) > 2 and _is_time(alone.text)
    band = block.row_kind == "band" or wide or timed or labelled
    row = node is not None and node.role == "row"
    path = node.path if node is not None else None
    if band and row and node is not None and node.parent is not None:
        path = outline.nodes[node.parent].path
    return Row(n, path, band or not row, places, document.span(n))


LABEL = Sieve(r"(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)]?")


def _is_time(text: str) -> bool:
    """Whether a cell holds a month, quarter or the like and nothing else."""
    first = next(find(text, cell=True), None)
    return (
        first is not None
        and first.shape not in (None, "day")
        and first.start == 0
        and first.end >= len(text.rstrip(" .:"))
    )
