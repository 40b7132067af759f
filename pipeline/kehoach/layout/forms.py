"""Tables without meaning: letterhead and foot that word processors set in an invisible table of two columns."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.layout import foot
from kehoach.layout.printed import Part, Printed, Side
from kehoach.layout.signs import Signs
from kehoach.model.page import Grid, GridCell

_MOST_ROWS = 24
"""Rows of a foot: nơi nhận may be long."""
_MOST_HEAD_LINES = 12


def unfolded(grid: Grid, page: int, signs: Signs) -> list[Printed] | None:
    """The lines of a letterhead or foot that was set as a table, column by column; None for a real table."""
    if grid.rows > _MOST_ROWS or not 1 <= grid.columns <= 3:
        return None
    part = _part(grid, signs)
    if part is None:
        return None
    made: list[Printed] = []
    for column in range(grid.columns):
        side: Side = "left" if column == 0 and grid.columns > 1 else "right"
        cells = sorted((c for c in grid.cells if c.column == column), key=lambda cell: cell.row)
        for cell in cells:
            made += _lines(cell, page, side, part, signs)
    return made


def _part(grid: Grid, signs: Signs) -> Part | None:
    """What the lines of the cells tell: the motto stands in a letterhead, nơi nhận and a signature in a foot."""
    lines = [Printed(line.words, 1) for cell in grid.cells for line in cell.lines if line.words]
    kinds = {signs.kind(line): line for line in lines}
    if "motto" in kinds or ("number" in kinds and "place_date" in kinds and len(lines) <= _MOST_HEAD_LINES):
        return "head"
    if "recipients" in kinds and len(kinds["recipients"].bare) < 20:
        return "foot"
    if any(map(foot.run_together, lines)) and any(foot.signs_off(line, signs) for line in lines):
        return "foot"
    signed = [line for line in lines if signs.kind(line) in ("authority", "position") and line.capitals > 0.8]
    return "foot" if signed and len(lines) <= 3 * len(signed) + 3 else None


def _lines(cell: GridCell, page: int, side: Side, part: Part, signs: Signs) -> Sequence[Printed]:
    made = []
    gap = True
    for line in cell.lines:
        if line.words:
            pieces = [line.words] if part == "head" else foot.lines(line.words, signs)
            made += [Printed(words, page, gap=gap and not n, side=side, part=part) for n, words in enumerate(pieces)]
        gap = not line.words
    return made
