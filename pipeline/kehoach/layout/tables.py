"""Grids -> table rows: header, bands and body rows; one table where it goes on over pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from kehoach.layout import cells
from kehoach.layout.breaks import one_text
from kehoach.model.document import Block, Cell, Furniture, RowKind
from kehoach.model.geometry import around
from kehoach.model.page import Grid, GridCell
from kehoach.orthography.fold import bare

_FIGURE = re.compile(r"\d[\d.,]*\s?%?")
_COUNTED = re.compile(r"\d+[.)a-zđ]?|[\d.,/]+")
_TT_AS_NUMBER = ("11", "1")
_BEGINS_COUNT = ("1", "01", "I", "A", "l")
_NO_LETTER = re.compile(r"[^a-z]+")
_SAME_HEADER = 93.0
"""Likeness of the letters of a header printed twice and read twice."""


def rows(grid: Grid) -> list[tuple[Cell, ...]]:
    """The cells of each row, in order of their columns, empty cells too."""
    by_row: dict[int, list[GridCell]] = defaultdict(list)
    for cell in grid.cells:
        by_row[cell.row].append(cell)
    made = [tuple(map(cells.of_grid, sorted(by_row[n], key=lambda cell: cell.column))) for n in sorted(by_row)]
    return [row for row in made if any(len(cell.text) for cell in row)]


def row_kind(row: tuple[Cell, ...], first: bool, columns: int) -> RowKind:
    filled = [cell for cell in row if len(cell.text)]
    if first and len(filled) > 1 and (not filled[0].text.value[:1].isdigit() or _misread_tt(filled[0].text.value)):
        return "header"
    if len(filled) == 1 and columns > 1 and filled[0].column == 0 and not filled[0].text.value.strip(" .)").isdigit():
        return "band"
    return "body"


def _misread_tt(text: str) -> bool:
    """A head "TT" of which recognition made figures and signs ("1+", "11T")."""
    return len(text) <= 3 and not _COUNTED.fullmatch(text)


def _heads_first(row: tuple[Cell, ...], below: tuple[Cell, ...]) -> bool:
    """Whether a first row whose "TT" was read as a number heads the table: words in its other cells, and the count begins
    below it."""
    texts, first = [cell.text.value.strip() for cell in row], below[0].text.value.strip(" .)")
    words = all(text and not any(c.isdigit() for c in text) for text in texts[1:])
    return len(row) > 2 and texts[0] in _TT_AS_NUMBER and words and first in _BEGINS_COUNT


def blocks(grid: Grid, number: int) -> list[Block]:
    """The rows of one grid as blocks of table ``number``; a band is one cell over all columns."""
    made: list[Block] = []
    found = rows(grid)
    for n, row in enumerate(found):
        kind = row_kind(row, n == 0, grid.columns)
        if n == 0 and kind == "body" and len(found) > 1 and _heads_first(row, found[1]):
            kind = "header"
        if kind == "body" and made and made[-1].row_kind == "header" and _below_header(row, made[0]):
            kind = "header"
        if kind == "band":
            row = tuple(replace(c, column=0, column_span=grid.columns, row_span=1) for c in row if len(c.text))
        made.append(Block.of_row(number, row, kind))
    return made


def _below_header(row: tuple[Cell, ...], header: Block) -> bool:
    """A second row of heads: words only, below a first row with cells that were merged or left empty for it."""
    texts = [cell.text.value for cell in row]
    merged = any(cell.column_span > 1 or cell.row_span > 1 or not len(cell.text) for cell in header.cells)
    first = row[0].column > 0 or not texts[0].strip()
    return merged and first and not any(c.isdigit() for text in texts for c in text)


def same_header(one: Block, other: Block) -> bool:
    """Whether two rows print one header: the same figures, and the same letters but for what recognition mistook."""
    a, b = (bare(block.text.value) for block in (one, other))
    if [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]:
        return False
    return fuzz.ratio(_NO_LETTER.sub("", a), _NO_LETTER.sub("", b)) >= _SAME_HEADER


def joined(tables: Iterable[list[Block]]) -> list[list[Block]]:
    """Neighbouring tables with nothing between them: the later goes on with the earlier where the columns agree."""
    done: list[list[Block]] = []
    for table in tables:
        if done and table and (whole := _go_on(done[-1], table)) is not None:
            done[-1] = whole
        else:
            done.append(list(table))
    return done


def _go_on(upper: list[Block], lower: list[Block]) -> list[Block] | None:
    """Both as one table, where the lower repeats the header of the upper or has as many columns and no own header."""
    if not upper or not lower:
        return None
    heads = [row for row in upper if row.row_kind == "header"]
    again = [row for row in lower if any(same_header(head, row) for head in heads)]
    if not (heads and again and again[0] is lower[0]) and (_width(upper) != _width(lower) or _counts(lower[0])):
        return None
    rest = [row if row in again else _as_body(row) for row in lower]
    rest = [replace(row, table=upper[0].table) for row in rest]
    first = next((n for n, row in enumerate(lower) if row not in again), len(lower))
    if (
        first < len(rest)
        and (_fragment(rest[first]) or _runs_on(upper[-1], rest[first]))
        and _broken(upper[-1], rest[first])
    ):
        return [*upper[:-1], _merged(upper[-1], rest[first]), *rest[:first], *rest[first + 1 :]]
    return [*upper, *rest]


def _as_body(row: Block) -> Block:
    return replace(row, row_kind="body") if row.row_kind == "header" else row


def _counts(row: Block) -> bool:
    """Whether the row heads a table of its own: its first cell is the head of the running number."""
    return bool(row.cells) and bare(row.cells[0].text.value).strip(" .") in ("tt", "stt", "so tt", "so thu tu")


def without_repeats(table: list[Block]) -> tuple[list[Block], list[Block]]:
    """The rows of a table, and the rows that print its header again."""
    lead = 0
    while lead < len(table) and table[lead].row_kind == "header":
        lead += 1
    again = [row for row in table[lead:] if any(same_header(head, row) for head in table[:lead])]
    return [row for row in table if row not in again], again


def repeated_header(row: Block) -> Furniture:
    word = next(word for word in row.text.origin if word is not None)
    box = around(w.box for w in row.text.origin if w is not None and w.box is not None)
    return Furniture("running_head", word.page, box, row.text)


def _width(table: list[Block]) -> int:
    return max(cell.column + cell.column_span for block in table for cell in block.cells)


def _fragment(block: Block) -> bool:
    """A row whose first cell is empty while others are not goes on with the row above the page break; not so where it
    has figures of its own beside other words: the first cell was merged over the rows of a group."""
    filled = [cell.text.value.strip() for cell in block.cells if len(cell.text)]
    own = len(filled) > 1 and any(_FIGURE.fullmatch(text) for text in filled)
    return bool(filled) and not len(block.cells[0].text) and not own


def _runs_on(upper: Block, lower: Block) -> bool:
    """Whether cells of the lower row, which has no first one, go on in mid-sentence with those above."""
    above = {cell.column: cell.text.value.rstrip() for cell in upper.cells}
    filled = [(above.get(cell.column, ""), cell.text.value.strip()) for cell in lower.cells if len(cell.text)]
    going = [text for before, text in filled if text[:1].islower() and before and before[-1] not in ".;:"]
    return bool(going) and not len(lower.cells[0].text) and all(before for before, _ in filled)


def _broken(upper: Block, lower: Block) -> bool:
    """Whether the page break may have cut this row: a header only where the heads below are missing in it."""
    if upper.row_kind != "header":
        return upper.row_kind == "body"
    missing = {cell.column for cell in upper.cells if not len(cell.text)}
    return all(cell.column in missing for cell in lower.cells if len(cell.text))


def _merged(upper: Block, lower: Block) -> Block:
    below = {cell.column: cell for cell in lower.cells}
    made = []
    for cell in upper.cells:
        more = below.get(cell.column)
        if more is not None and len(more.text):
            text = one_text(t for t in (cell.text, more.text) if len(t))
            cell = replace(cell, text=text, begins=cell.begins + more.begins)
        made.append(cell)
    return Block.of_row(upper.table or 0, tuple(made), upper.row_kind)
