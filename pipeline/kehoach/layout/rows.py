"""Words with places -> printed rows, top to bottom. The engine's own lines are a hint: it splits and merges them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from kehoach.model.geometry import Box, around
from kehoach.model.keeping import cached_property
from kehoach.model.page import Line, Word


@dataclass(frozen=True, eq=False)
class Row:
    """Words of one printed line over the whole width of the page, left to right; all of them have boxes."""

    words: tuple[Word, ...]

    @cached_property
    def _places(self) -> list[Box]:
        return [word.box for word in self.words if word.box is not None]

    @cached_property
    def box(self) -> Box:
        found = around(self._places)
        assert found is not None  # rows are made of placed words only
        return found

    @cached_property
    def middle(self) -> float:
        """Height of the line's middle: the median over its words, so that one tall stroke does not move it."""
        return median([(place.top + place.bottom) / 2 for place in self._places])

    @cached_property
    def height(self) -> float:
        return median([place.bottom - place.top for place in self._places])

    @cached_property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @cached_property
    def gaps(self) -> tuple[tuple[int, float, float], ...]:
        """The free room before each word but the first: (index of the word, left end, right end)."""
        first, *others = self._places
        found, right = [], first.x1
        for n, place in enumerate(others, 1):
            found.append((n, right, place.x0))
            right = max(right, place.x1)
        return tuple(found)

    def cut(self, at: int) -> tuple[Row, Row]:
        return Row(self.words[:at]), Row(self.words[at:])


def box(word: Word) -> Box:
    """The place of a word that is known to have one."""
    assert word.box is not None
    return word.box


def rows(lines: Iterable[Line]) -> list[Row]:
    """All placed words of the lines as rows in reading order.

    An engine line is first cut where it jumps in height; pieces at the same height that do not overlap are one row.
    """
    pieces = [piece for line in lines for piece in _pieces(line)]
    usual = median(piece.height for piece in pieces) if pieces else 0.0
    done: list[list[Row]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.box.x0)):
        home = next((row for row in reversed(done[-6:]) if _same_row(row, piece, usual)), None)
        if home is None:
            done.append([piece])
        else:
            home.append(piece)
    return sorted(map(_joined, done), key=lambda row: row.middle)


def _joined(pieces: Sequence[Row]) -> Row:
    """The pieces of one row, left to right."""
    if len(pieces) == 1:
        return pieces[0]
    return Row(tuple(sorted((word for piece in pieces for word in piece.words), key=lambda word: box(word).x0)))


def _pieces(line: Line) -> list[Row]:
    """Runs of a line's words whose middles stay at about one height."""
    placed = [(word.box.x0, n, word) for n, word in enumerate(line.words) if word.box is not None]
    runs: list[list[Word]] = []
    last, last_height = -inf, 0.0
    for _, _, word in sorted(placed):
        place = box(word)
        middle, height = (place.top + place.bottom) / 2, place.bottom - place.top
        if abs(middle - last) <= 0.6 * max(height, last_height):
            runs[-1].append(word)
        else:
            runs.append([word])
        last, last_height = middle, height
    return [Row(tuple(run)) for run in runs]


def _same_row(row: Sequence[Row], piece: Row, usual: float) -> bool:
    """Compared with the piece of the row that is nearest sideways: a page may still be a little askew."""
    if (
        piece.middle - row[-1].middle >= 0.8 * usual
    ):  # as they come, no piece of the row is nearer, and no more is allowed
        return False
    near = min(row, key=lambda other: _sideways(other.box, piece.box))
    allowed = 0.5 * min(max(near.height, piece.height), 1.6 * usual)
    free = all(_sideways(other.box, piece.box) > -0.25 * min(other.box.width, piece.box.width) for other in row)
    return free and abs(near.middle - piece.middle) < allowed


def _sideways(one: Box, other: Box) -> float:
    """Free room between two boxes from left to right; negative where they overlap."""
    return max(one.x0, other.x0) - min(one.x1, other.x1)
