"""Received stamps drawn as a box: whatever stands in the box belongs to the stamp."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.layout import furniture
from kehoach.layout.printed import Printed
from kehoach.layout.rows import rows
from kehoach.layout.signs import Signs
from kehoach.model.document import Furniture
from kehoach.model.geometry import Box
from kehoach.model.page import Line, Page, Word

_NEAR = 5.0
"""Points that the ends of two lines of one frame may lie apart."""
_COVERED = 0.8
_WIDEST, _HIGHEST = 0.6, 0.3
"""Shares of the page that a stamp is never wider or higher than."""
_EDGE, _DOUBTFUL = 20.0, 0.6
"""Points above a stamp within which its head stands; confidence of letters that a line strikes through."""
_ARRIVED = re.compile(r"(?:cong van |van ban )?den\b")


def without_received(page: Page, signs: Signs) -> tuple[Page, list[Furniture]]:
    """The page without the words in frames that say ĐẾN, and these words as received stamps."""
    apart: list[Furniture] = []
    if not page.width or not page.height:
        return page, apart
    for grid in page.grids:
        lines = [Printed(line.words, page.number) for cell in grid.cells for line in cell.lines if line.words]
        if _is_small(grid.box, page) and _arrived(lines, signs):
            head = _head(page, grid.box)
            lines = [*([Printed(head, page.number)] if head else []), *lines]
            apart.append(Furniture("received_stamp", page.number, grid.box, furniture.text_of(lines)))
            kept = (tuple(word for word in line.words if word not in head) for line in page.lines)
            rest = tuple(other for other in page.grids if other is not grid)
            page = replace(page, grids=rest, lines=tuple(Line(words) for words in kept if words))
    for frame in _frames(page):
        inside = [Line(words) for line in page.lines if (words := tuple(w for w in line.words if _in(w.box, frame)))]
        lines = [Printed(row.words, page.number) for row in rows(inside)]
        if _arrived(lines, signs):
            apart.append(Furniture("received_stamp", page.number, frame, furniture.text_of(lines)))
            kept = (tuple(w for w in line.words if not _in(w.box, frame)) for line in page.lines)
            page = replace(page, lines=tuple(Line(words) for words in kept if words))
    return page, apart


def _arrived(lines: Iterable[Printed], signs: Signs) -> bool:
    """Whether one of the lines is the word of a received stamp."""
    return any(signs.kind(line) == "stamp" and _ARRIVED.match(line.bare) for line in lines)


def _head(page: Page, frame: Box) -> tuple[Word, ...]:
    """The receiver's name on the upper edge of its stamp, which strikes it through: capitals, or what reads badly."""
    above = tuple(
        word
        for line in page.lines
        for word in line.words
        if word.box is not None and frame.x0 <= word.box.cx <= frame.x1 and 0 < frame.top - word.box.cy < _EDGE
    )
    return above if all(map(_struck, above)) else ()


def _struck(word: Word) -> bool:
    return word.confidence < _DOUBTFUL or word.text.isupper() or not any(map(str.isalpha, word.text))


def _is_small(frame: Box, page: Page) -> bool:
    return frame.width <= _WIDEST * (page.width or 0) and frame.height <= _HIGHEST * (page.height or 0)


def _in(box: Box | None, frame: Box) -> bool:
    return box is not None and frame.x0 <= box.cx <= frame.x1 and frame.top <= box.cy <= frame.bottom


def _frames(page: Page) -> Iterator[Box]:
    """The closed boxes of a stamp's size, the smallest first: one box may hold another."""
    across = sorted((r.box for r in page.rulings if r.horizontal), key=lambda box: box.cy)
    down = [r.box for r in page.rulings if not r.horizontal]
    found = []
    for n, top in enumerate(across):
        for bottom in across[n + 1 :]:
            if abs(top.x0 - bottom.x0) > _NEAR or abs(top.x1 - bottom.x1) > _NEAR:
                continue
            frame = top | bottom
            sides = (frame.x0, frame.x1)
            if _is_small(frame, page):
                found += [frame] if all(_closed(down, x, frame) for x in sides) else []
    yield from sorted(found, key=lambda frame: frame.area)


def _closed(down: list[Box], x: float, frame: Box) -> bool:
    drawn = (line for line in down if abs(line.cx - x) <= _NEAR)
    covered = sum(max(0.0, min(line.bottom, frame.bottom) - max(line.top, frame.top)) for line in drawn)
    return covered >= _COVERED * frame.height
