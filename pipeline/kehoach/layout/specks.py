"""Specks of dust that the engine named as characters: marks far too small for what they are said to be.

Any letter, figure or upright sign is about half as high as the words around it or more; a full stop, the smallest sign
of print, is about an eighth of their height across. The engine's box of a figure alone in a cell may be only a part of it
(the hole of a 4), so that figures it is sure of stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from kehoach.model.document import Furniture
from kehoach.model.page import GridCell, Line, Page, Word
from kehoach.model.text import Text

_LOW = frozenset(".,_-–—`´'’‘\"“”·•*~^ˆ¨=…°")
"""Signs that print has small or flat."""
_UPRIGHT = 0.18
"""Share of the words' height below which nothing upright is."""
_LETTER = 0.35
"""The same share for a letter that stands alone: the lowest ("a", "o") are half as high as words with marks and
descenders."""
_DOT = 0.12
"""The same share for the smallest sign of print, in height and width."""
_SURE = 0.95
_DOUBTFUL, _HAIR = 0.6, 0.13
"""A doubtful letter so narrow beside its height is the edge of a frame; an I or l with its serifs is about half as wide as
high, without them a seventh."""


def without(page: Page) -> tuple[Page, list[Furniture]]:
    """The page without recognized words that are specks, and these as noise."""
    heights = [_heights(line.words) for line in _lines(page)]
    every = [height for line in heights for height in line]
    if not every:
        return page, []
    usual = median(every)
    pairs = zip(_lines(page), heights, strict=True)
    specks = {id(word): word for line, own in pairs for word in _specks(line, own, usual)}
    if not specks:
        return page, []

    def cleaned(line: Line) -> Line:
        return Line(tuple(word for word in line.words if id(word) not in specks))

    def cell(old: GridCell) -> GridCell:
        return replace(old, lines=tuple(cleaned(line) for line in old.lines))

    grids = tuple(replace(grid, cells=tuple(map(cell, grid.cells))) for grid in page.grids)
    lines = tuple(line for line in map(cleaned, page.lines) if line.words)
    dropped = [Furniture("noise", page.number, word.box, Text.of_word(word)) for word in specks.values()]
    return replace(page, lines=lines, grids=grids), dropped


def _lines(page: Page) -> Iterable[Line]:
    yield from page.lines
    yield from (line for grid in page.grids for cell in grid.cells for line in cell.lines)


def _heights(words: Iterable[Word]) -> list[float]:
    return [word.box.height for word in words if word.box is not None and any(map(str.isalnum, word.text))]


def _specks(line: Line, heights: Iterable[float], usual: float) -> list[Word]:
    """Measured by the letters of their own line, where it has any that are no specks themselves."""
    doubtful = [word for word in line.words if word.confidence < 1]
    if not doubtful:
        return []
    own = [height for height in heights if height > _UPRIGHT * usual]
    height = median(own) if own else usual
    return [word for word in doubtful if _is_speck(word, height)]


def _is_speck(word: Word, height: float) -> bool:
    if word.box is None:
        return False
    if word.confidence < _DOUBTFUL and word.text.isalpha() and word.box.width < _HAIR * word.box.height:
        return True
    if set(word.text) <= _LOW:
        return max(word.box.height, word.box.width) < _DOT * height
    if word.text.isalpha() and len(word.text) == 1 and max(word.box.height, word.box.width) < _LETTER * height:
        return True
    if word.box.height >= _UPRIGHT * height or (word.confidence >= _SURE and word.text.isdigit()):
        return False
    return word.box.width < height or word.confidence < 0.5
