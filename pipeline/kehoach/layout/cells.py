"""Cells of a grid -> cells of a table: their text, and where a line in them is a paragraph of its own."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.layout.breaks import one_text
from kehoach.model.document import Cell
from kehoach.model.page import GridCell, Line, Word
from kehoach.model.text import Text
from kehoach.orthography.fold import fold

_MARGIN = 15.0
"""Points that a cell leaves free at its sides and between two words."""
_OPEN = re.compile(r"(?i)\b(?:và|của|cho|về|theo|tại|trong|các|những|với|đến|từ|ở|trên|là|do|hoặc|năm|số)$|[,:&(/-]$")
"""Words and marks behind which a line goes on, however its line ended."""


def cell_text(cell: GridCell) -> Text:
    return one_text(Text.of_line(line) for line in cell.lines if line.words)


def of_grid(cell: GridCell) -> Cell:
    return Cell(cell_text(cell), cell.column, cell.column_span, cell.row_span, _begins(cell))


def _begins(cell: GridCell) -> tuple[Word, ...]:
    """The first words of the paragraphs below the first: those of a line that begins anew, where the line above ended
    although the cell had room for more. A word processor tells every line that it did not break itself."""
    lines = [line for line in cell.lines if line.words]
    return tuple(
        lower.words[0] for upper, lower in pairwise(lines) if _is_new(upper, lower) and _had_room(upper, lower, cell)
    )


def _is_new(upper: Line, lower: Line) -> bool:
    return not lower.text[:1].islower() and _OPEN.search(fold(upper.text)) is None


def _had_room(upper: Line, lower: Line, cell: GridCell) -> bool:
    above, next_ = upper.box, lower.words[0].box
    return above is None or next_ is None or above.width + next_.width < cell.box.width - _MARGIN
