"""The ink of letters against what was read: tone marks that the engine cut off, strokes that it miscounted.

Vietnamese stacks marks high ("ầ", "ẩ"). Where lines stand close, the engine takes the upper mark for a speck or a part
of the line above, cuts it off, and reads "thâu" for "thầu" with full confidence. The ink tells: a small spot stands
above the word and belongs to no other. On real scans a third of all misread words were of this kind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import treatment
from kehoach.reading.plausible import CERTAIN, plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray


_INK, _PALEST = 150, 200
"""Grey levels of ink on the levelled page: of usual and of pale print."""
_DESCENDING = frozenset("gpqyjQ,;()[]/\"'“”\u0323")
_ASCENDING = frozenset("bhklđ")
_HIGHEST, _LOWEST = 1.5, 0.32
"""How far marks reach above the baseline and descenders below it, in heights of a capital."""
_WORD_GAP = 0.22
_SPECKS = frozenset("`'’‘´°ˆ~*·_-–^\"“”.,:;")
"""What specks are read as."""
_SPECK = 0.3
"""Greatest extent of a speck in heights of a capital: quotation marks are wider."""
_DASHES, _DASH = frozenset("-–_"), 1.7
"""How much wider than high a dash is at least."""
_MOST_SHORT = 60_000
"""Spots that short numbers are enough for, which take half the time."""
_APART = 2
"""Pixels that a mark which was cut off begins above its word, at least."""
_MARK = (0.6, 0.8)
"""Greatest height and width of a tone mark in heights of a capital."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The baseline of a line (row of pixels) and the height of its capitals."""

    baseline: float
    capital: float


@dataclass(frozen=True)
class Completed:
    """Lines whose words have their whole ink: ``cut`` are the ``id`` of words whose marks the engine had cut off."""

    lines: list[SeenLine]
    cut: frozenset[int]


class Spots:
    """The connected spots of ink of a page."""

    def __init__(self, grey: NDArray[np.uint8], dpi: float) -> None:
        import cv2

        level = treatment.level(grey, treatment.paper(grey, dpi))
        darkest = treatment.percentile(level[::3, ::3], 0.5)[0]
        self.ink = (level < min(max(_INK, (255 + darkest) / 2), _PALEST)).astype(np.uint8)
        kind = cv2.CV_16U if _tops(self.ink) < _MOST_SHORT else cv2.CV_32S
        _, self.labels, self.stats, self.centres = cv2.connectedComponentsWithStats(self.ink, ltype=kind)


def _tops(ink: NDArray[np.uint8]) -> int:
    """How many inked pixels have none at their left nor above that: there are no more spots, nor labels on the way to
    them."""
    before = ink[1:, :-2] | ink[:-1, :-2] | ink[:-1, 1:-1]
    edges = (ink[0], ink[:, 0], ink[:, -1])
    return int(np.count_nonzero(ink[1:, 1:-1] > before)) + sum(int(np.count_nonzero(edge)) for edge in edges)


def completed(lines: Sequence[SeenLine], spots: Spots) -> Completed:
    """Words grown upwards over marks that are theirs, and cut where they reach into the line below."""
    standings = [standing(line) for line in lines]
    owners = np.full(spots.ink.shape, -1, np.int16)
    for n, line in enumerate(lines):
        for word in line:
            owners[max(0, word.top) : word.bottom, max(0, word.left) : word.right] = n
    made: list[SeenLine] = []
    cut: set[int] = set()
    for n, line in enumerate(lines):
        words: list[SeenWord] = []
        marks = _marks(line, n, standings, owners, spots)
        for word in line:
            low = standings[n].baseline + 1.4 * _LOWEST * standings[n].capital
            whole = replace(word, bottom=max(word.top + 1, min(word.bottom, round(low)))) if word.bottom > low else word
            top = min((y for x, y in marks if word.left <= x <= word.right), default=word.top)
            if top <= word.top - _APART:
                whole = replace(whole, top=top)
                cut.add(id(whole))
            words.append(whole)
        made.append(tuple(words))
    return Completed(made, frozenset(cut))


def standing(line: SeenLine) -> Standing:
    """Where the line stands, from its words: those without descenders end on the baseline."""
    height = median([word.bottom - word.top for word in line])
    flat = [word.bottom for word in line if not _descends(word.text) and any(map(str.isalnum, word.text))]
    baseline = float(median(flat)) if flat else max(word.bottom for word in line) - 0.2 * height
    tall = [baseline - word.top for word in line if _rises(word.text)]
    capital = median(tall) if tall else 0.8 * height
    return Standing(baseline, max(capital, 4.0))


@lru_cache(maxsize=20_000)
def _descends(text: str) -> bool:
    return any(c in _DESCENDING for c in unicodedata.normalize("NFD", text))


@lru_cache(maxsize=20_000)
def _rises(text: str) -> bool:
    """Whether a letter is as tall as a capital."""
    return any(c in _ASCENDING or c.isupper() or c.isdigit() for c in text)


def _marks(
    line: SeenLine, number: int, standings: Sequence[Standing], owners: NDArray[np.int16], spots: Spots
) -> list[tuple[float, int]]:
    """The spots above the words of a line that can be marks of it and belong to no other: middle and top of each."""
    own = standings[number]
    _, y, width, height, area = spots.stats.T
    small = (area >= 5) & (height <= _MARK[0] * own.capital) & (width <= _MARK[1] * own.capital)
    near = (y + height >= own.baseline - _HIGHEST * own.capital) & (y < max(word.top for word in line))
    found: list[tuple[float, int]] = []
    for spot in np.flatnonzero(small & near).tolist():
        across, middle = spots.centres[spot].tolist()
        owner = int(owners[min(int(middle), owners.shape[0] - 1), min(int(across), owners.shape[1] - 1)])
        if owner not in (-1, number):
            other = standings[owner]
            if other.baseline >= own.baseline or middle < other.baseline + _LOWEST * other.capital:
                continue
        found.append((across, int(y[spot])))
    return found


def parted(lines: Sequence[SeenLine], spots: Spots) -> list[SeenLine]:
    """Words that ran together ("QUÝI") parted where the ink has a gap and both parts read as words."""
    return [tuple(part for word in line for part in _parts(word, line, spots)) for line in lines]


def _parts(word: SeenWord, line: SeenLine, spots: Spots) -> tuple[SeenWord, ...]:
    if len(word.text) < 4 or plausibility(word.text) >= CERTAIN or not word.text.isalnum():
        return (word,)
    stands = standing(line)
    first = max(0, round(stands.baseline - stands.capital))
    ink = spots.ink[first : round(stands.baseline), max(0, word.left) : word.right].any(axis=0)
    columns = np.flatnonzero(ink)
    if len(columns) < 2:
        return (word,)
    gaps = np.diff(columns)
    widest = int(gaps.argmax())
    if gaps[widest] < _WORD_GAP * stands.capital:
        return (word,)
    middle = (int(columns[widest]) + int(columns[widest + 1])) / 2
    share = middle / max(1, word.right - word.left)
    cuts = [
        n
        for n in range(1, len(word.text))
        if plausibility(word.text[:n]) >= CERTAIN and plausibility(word.text[n:]) >= CERTAIN
    ]
    near = [n for n in cuts if abs(n / len(word.text) - share) < 0.2]
    if not near:
        return (word,)
    cut = min(near, key=lambda n: abs(n / len(word.text) - share))
    at = max(0, word.left) + round(middle)
    return replace(word, text=word.text[:cut], right=at), replace(word, text=word.text[cut:], left=at)


def without_specks(lines: Sequence[SeenLine], spots: Spots) -> list[SeenLine]:
    """The lines without signs that are only specks beside their words ("24/8/2014 `")."""
    return [_unspecked(line, spots) for line in lines]


def _unspecked(line: SeenLine, spots: Spots) -> SeenLine:
    if not any(any(map(str.isalnum, word.text)) for word in line) or not any(map(_is_sign, line)):
        return line
    largest = _SPECK * standing(line).capital
    return tuple(word for word in line if not (_is_sign(word) and _is_speck(word, spots, largest)))


def _is_sign(word: SeenWord) -> bool:
    return set(word.text) <= _SPECKS


def _is_speck(word: SeenWord, spots: Spots, largest: float) -> bool:
    """Whether a word's ink is small, and round where a dash was read."""
    rows, columns = np.nonzero(spots.ink[max(0, word.top) : word.bottom, max(0, word.left) : word.right])
    if not len(rows):
        return True
    height, width = int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1
    return max(height, width) <= largest and not (set(word.text) <= _DASHES and width > _DASH * height)
