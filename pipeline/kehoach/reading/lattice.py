"""Ruling lines -> ruled tables with merged cells. The same for lines drawn in a PDF and lines found on a scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.model.geometry import Box, around
from kehoach.model.page import Ruling

SNAP = 3.0
"""Lines nearer than this (points) are one line, and ends nearer than this to a line touch it."""
_COVERED = 0.8
"""Share of the border between two cells that must be drawn for the border to count."""
_GAP = 25.0
"""The longest stretch of a line (points) that letters which touch it hide."""
_SMALLEST = 6.0
"""No column is narrower and no row lower than this (points): double lines are not cells."""
_OVERSHOOT = 40.0
_LOWEST_ROW = 9.0
"""A row without a line at its outer end is at least so high (points): ends of lines stick out a little."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table before its text is read: the borders and the cells as (row, column, row span, column span)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_box(self, cell: tuple[int, int, int, int]) -> Box:
        row, column, rows, columns = cell
        return Box(self.xs[column], self.ys[row], self.xs[column + columns], self.ys[row + rows])


def frames(rulings: Iterable[Ruling]) -> list[Frame]:
    """The ruled tables among these lines, from the top of the page.

    A table needs at least two columns, three horizontal or vertical borders that cross others, and a cell structure
    without gaps: underlines, boxes round a stamp or a title and page borders are none.
    """
    across = merged([ruling.box for ruling in rulings if ruling.horizontal], horizontal=True)
    down = merged([ruling.box for ruling in rulings if not ruling.horizontal], horizontal=False)
    found = [frame for group in _touching(across, down) if (frame := _frame(*group)) is not None]
    return sorted(found, key=lambda frame: (frame.ys[0], frame.xs[0]))


def merged(boxes: Sequence[Box], horizontal: bool) -> list[Box]:
    """Pieces of the same straight line joined."""
    flip = _flip if not horizontal else _same
    made: list[Box] = []
    for box in sorted(map(flip, boxes), key=lambda box: (round(box.cy), box.x0)):
        for n, other in enumerate(made):
            if abs(other.cy - box.cy) <= SNAP and box.x0 <= other.x1 + SNAP and other.x0 <= box.x1 + SNAP:
                made[n] = other | box
                break
        else:
            made.append(box)
    return [flip(box) for box in made]


def _same(box: Box) -> Box:
    return box


def _flip(box: Box) -> Box:
    return Box(box.top, box.x0, box.bottom, box.x1)


def _touching(across: Sequence[Box], down: Sequence[Box]) -> list[tuple[list[Box], list[Box]]]:
    """Groups of horizontal and vertical lines that hang together."""
    lines = [*across, *down]
    group = list(range(len(lines)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for h, horizontal in enumerate(across):
        for v, vertical in enumerate(down, len(across)):
            if _meet(horizontal, vertical):
                group[root(h)] = root(v)
    parts: dict[int, tuple[list[Box], list[Box]]] = {}
    for n, line in enumerate(lines):
        parts.setdefault(root(n), ([], []))[0 if n < len(across) else 1].append(line)
    return [part for part in parts.values() if part[0] and part[1]]


def _meet(horizontal: Box, vertical: Box) -> bool:
    return (
        horizontal.x0 - SNAP <= vertical.cx <= horizontal.x1 + SNAP
        and vertical.top - SNAP <= horizontal.cy <= vertical.bottom + SNAP
    )


def _frame(across: list[Box], down: list[Box]) -> Frame | None:
    box = around([*across, *down])
    if box is None:
        return None
    xs = _borders([line.cx for line in down])
    across = _without_streaks(across, xs)
    ys = _borders([line.cy for line in across])
    xs = _with_open_sides(xs, across)
    ys = _with_open_ends(ys, down)
    if len(xs) < 3 or len(ys) < 2:
        return None
    cells = _cells(xs, ys, across, down)
    if cells is None or len(cells) < 2 or max(column for _, column, _, _ in cells) == 0:
        return None
    return _compressed(xs, ys, cells)


def _compressed(xs: Sequence[float], ys: Sequence[float], cells: Sequence[tuple[int, int, int, int]]) -> Frame:
    """The table without borders that part no cells: what is left of a stroke that looked like a line."""
    rows = sorted({edge for row, _, height, _ in cells for edge in (row, row + height)})
    columns = sorted({edge for _, column, _, width in cells for edge in (column, column + width)})
    row_of, column_of = {edge: n for n, edge in enumerate(rows)}, {edge: n for n, edge in enumerate(columns)}
    moved = [
        (row_of[r], column_of[c], row_of[r + height] - row_of[r], column_of[c + width] - column_of[c])
        for r, c, height, width in cells
    ]
    return Frame(tuple(xs[n] for n in columns), tuple(ys[n] for n in rows), tuple(moved))


def _borders(values: Sequence[float]) -> list[float]:
    """Positions of lines, near ones taken together."""
    made: list[list[float]] = []
    for value in sorted(values):
        if made and value - made[-1][-1] <= _SMALLEST:
            made[-1].append(value)
        else:
            made.append([value])
    return [sum(group) / len(group) for group in made]


def _without_streaks(across: list[Box], xs: Sequence[float]) -> list[Box]:
    """Without lines that run far beyond the table on both sides: dust on the scanner's glass draws such."""
    return [line for line in across if not (line.x0 < xs[0] - _OVERSHOOT and line.x1 > xs[-1] + _OVERSHOOT)] or across


def _with_open_sides(xs: list[float], across: Sequence[Box]) -> list[float]:
    """Tables without left and right borders: most horizontal lines run on beyond the outermost vertical one."""
    if not xs:
        return xs
    lefts, rights = sorted(line.x0 for line in across), sorted(line.x1 for line in across)
    left, right = lefts[len(lefts) // 2], rights[len(rights) // 2]
    made = list(xs)
    if len(across) >= 2 and xs[0] - left > 4 * _SMALLEST:
        made.insert(0, left)
    if len(across) >= 2 and right - xs[-1] > 4 * _SMALLEST:
        made.append(right)
    return made


def _with_open_ends(ys: list[float], down: Sequence[Box]) -> list[float]:
    """A row that a page end cuts has no line there: the vertical lines run on beyond the last horizontal one."""
    columns = [[line for line in down if abs(line.cx - x) <= _SMALLEST] for x in _borders([line.cx for line in down])]
    top = _common_end([-min(line.top for line in column) for column in columns])
    bottom = _common_end([max(line.bottom for line in column) for column in columns])
    made = list(ys)
    if ys and top is not None and ys[0] + top > _LOWEST_ROW:
        made.insert(0, -top)
    if ys and bottom is not None and bottom - ys[-1] > _LOWEST_ROW:
        made.append(bottom)
    return made


def _common_end(ends: Sequence[float]) -> float | None:
    """The farthest end, where all lines but one at most (and three at least) reach it."""
    far = max(ends, default=0.0)
    reached = sum(far - end <= SNAP for end in ends)
    return far if reached >= max(3, len(ends) - 1) else None


def _cells(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Box], down: Sequence[Box]
) -> list[tuple[int, int, int, int]] | None:
    """Cells as (row, column, row span, column span); None where they do not fill the table."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _drawn(down, xs[c + 1], ys[r], ys[r + 1], horizontal=False):
                owner[root((r, c + 1))] = root((r, c))
            if r + 1 < rows and not _drawn(across, ys[r + 1], xs[c], xs[c + 1], horizontal=True):
                owner[root((r + 1, c))] = root((r, c))
    return _rectangles(rows, columns, {cell: root(cell) for cell in owner})


def _rectangles(
    rows: int, columns: int, owner: dict[tuple[int, int], tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    """Joined cells grown to rectangles: a border that is broken somewhere must not leave an L-shaped cell."""
    while True:
        extent: dict[tuple[int, int], list[int]] = {}
        for (r, c), name in owner.items():
            e = extent.setdefault(name, [r, c, r, c])
            extent[name] = [min(e[0], r), min(e[1], c), max(e[2], r), max(e[3], c)]
        changed = False
        for name, (r0, c0, r1, c1) in extent.items():
            inside = {owner[r, c] for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)}
            if len(inside) > 1:
                owner = {cell: name if own in inside else own for cell, own in owner.items()}
                changed = True
                break
        if not changed:
            return sorted((r0, c0, r1 - r0 + 1, c1 - c0 + 1) for r0, c0, r1, c1 in extent.values())


def _drawn(lines: Sequence[Box], at: float, start: float, end: float, horizontal: bool) -> bool:
    """Whether most of the border from ``start`` to ``end`` at this position is drawn. A line that goes on behind a short
    gap is one that letters touch, where at least half of the border is there."""
    ends = [(b.cy, b.x0, b.x1) if horizontal else (b.cx, b.top, b.bottom) for b in lines]
    there = sorted((max(a, start), min(b, end)) for place, a, b in ends if abs(place - at) <= _SMALLEST)
    pieces = [(a, b) for a, b in there if a < b]
    covered = sum(b - a for a, b in pieces)
    gaps = sum(max(0.0, a - b) for (_, b), (a, _) in pairwise(pieces) if a - b <= _GAP)
    whole = end - start
    return covered >= _COVERED * whole or (covered >= whole / 2 and covered + gaps >= _COVERED * whole)
