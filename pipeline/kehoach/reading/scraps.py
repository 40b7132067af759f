"""Ink that the engine took for words and that cannot be print: arcs of rings, loops of a pen, edges of frames, letters of
the other side; and words read where no ink stands at all, or twice from the same ink.

Only lines without a single sure word are weighed: print is about as high as the page's other print, as wide as its
letters are, and as dark, and no ruling line runs through it. Ink is asked of every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from kehoach.model.geometry import POINTS, Box
from kehoach.orthography.fold import bare
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import treatment
from kehoach.reading.glyphs import Spots, standing
from kehoach.reading.look import Places, Plate, touches
from kehoach.reading.plausible import CERTAIN, plausibility
from kehoach.reading.slots import width

_SURE = 0.75
_LEAST, _MOST = (0.35, 0.45), (3.0, 2.2)
"""What print measures at least and at most: in heights of the page's capitals, and beside the width its letters have in
that type. Letters without ascenders are 0.68 high, stacked marks and descenders reach to 1.8; type of half the usual
size and of one and a half occurs."""
_IN_CELL = (0.2, 0.15)
"""The least in cells, where a 1 that was read as I is narrow."""
_LONE, _LONE_IN_CELL = 0.4, 0.25
"""The least height of a letter that stands alone, in heights of capitals."""
_FEW, _NOTHING = 2, 0.1
"""So few letters are nothing where the engine is so little sure."""
_FOREIGN = "ïëäöüñçåæøß"
_ENOUGH = 8
"""Sure words from which a page tells how large its print is."""
_PALE = 0.55
"""How far from the grey of sure print to white a word's darkest strokes may be: stains are blurred and pale."""
_SAMPLE = 40
_INK = 0.015
"""Share of a word's place that is ink, at least. Measured on real scans: print 0.05 to 0.4, a word made of nothing 0.006."""
_SAME = 0.5
"""Share of the narrower of two neighbours that both cover when they read the same ink."""


def inked(lines: Sequence[SeenLine], spots: Spots) -> list[SeenLine]:
    """The lines without words of letters or figures where the page has no ink, and without those that were read twice
    ("bình ổ ồn" for "bình ổn")."""
    made = (_once(tuple(word for word in line if _has_ink(word, spots))) for line in lines)
    return [line for line in made if line]


def _has_ink(word: SeenWord, spots: Spots) -> bool:
    """Whether a word's place has ink; where the engine gives a word none, as to a figure beside a sign, that is no sign."""
    import cv2

    place = spots.ink[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
    inked = place.size == 0 or cv2.countNonZero(place) >= _INK * place.size
    return inked or not any(map(str.isalnum, word.text))


def _once(line: SeenLine) -> SeenLine:
    kept: list[SeenWord] = []
    for word in line:
        if kept and _again(kept[-1], word):
            kept[-1] = max(kept[-1], word, key=lambda one: (len(one.text), one.confidence))
        else:
            kept.append(word)
    return tuple(kept)


def _again(one: SeenWord, other: SeenWord) -> bool:
    """Whether both read the same ink: what one says is the beginning or the end of the other, in the same place."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= _SAME * min(one.right - one.left, other.right - other.left) or down <= 0:
        return False
    short, long = sorted((bare(one.text), bare(other.text)), key=len)
    return any(map(str.isalnum, short)) and (long.startswith(short) or long.endswith(short))


@dataclass(frozen=True)
class Print:
    """What the page's sure print is like: the height of its capitals, its darkest grey; and the upright ruling lines, and
    where a pen wrote, in pixels."""

    plate: Plate
    capital: float
    grey: float
    upright: tuple[Box, ...]
    pens: tuple[Places, ...]

    def only(self, lines: Iterable[SeenLine], *, cell: bool = False) -> list[SeenLine]:
        """The lines without words that cannot be print, where nothing beside them is surely print.

        Args:
            cell: these are lines of a cell, where the engine's box of a figure may be only a part of it.
        """
        made = (line if any(map(_is_print, line)) else self._left(line, cell) for line in lines)
        return [line for line in made if line]

    def _left(self, line: SeenLine, cell: bool) -> SeenLine:
        return tuple(word for word in line if not any(map(str.isalnum, word.text)) or self._may_be(word, cell))

    def _may_be(self, word: SeenWord, cell: bool) -> bool:
        if (cell and any(map(str.isdigit, word.text))) or any(touches(word, pen) for pen in self.pens):
            return True
        if self._is_speck(word, _LONE_IN_CELL if cell else _LONE):
            return False
        fits = word.confidence >= _SURE or self._fits(word, _IN_CELL if cell else _LEAST)
        return fits and not self._is_pale(word) and not self._is_crossed(word)

    def _is_speck(self, word: SeenWord, least: float) -> bool:
        """Whether a letter alone is far too small for one, however sure the engine is; or a letter or two are nothing that
        it would vouch for, or are of no alphabet that is written here."""
        letters = [c.lower() for c in word.text if c.isalnum()]
        if len(letters) <= _FEW and word.confidence < _NOTHING:
            return True
        if word.confidence < _SURE and any(letter in _FOREIGN for letter in letters):
            return True
        return len(letters) == 1 and (word.bottom - word.top) < least * self.capital

    def _fits(self, word: SeenWord, least: tuple[float, float]) -> bool:
        high = (word.bottom - word.top) / self.capital
        wide = (word.right - word.left) / self.capital / width(word.text)
        return least[0] <= high <= _MOST[0] and least[1] <= wide <= _MOST[1]

    def _is_pale(self, word: SeenWord) -> bool:
        return _darkest(word, self.plate) > self.grey + _PALE * (255 - self.grey)

    def _is_crossed(self, word: SeenWord) -> bool:
        return any(
            word.left <= line.cx <= word.right and line.top <= word.top and word.bottom <= line.bottom
            for line in self.upright
        )


def print_of(
    lines: Sequence[SeenLine], plate: Plate, rulings: Iterable[Box], pens: Iterable[Places] = ()
) -> Print | None:
    """What print is like on the page, from its running lines; None where there is too little of it.

    Args:
        rulings: the ruling lines of the page, in points.
        pens: where a pen wrote, in pixels: words there are weighed elsewhere.
    """
    found = [(line, words) for line in lines if (words := list(filter(_is_print, line)))]
    sure = [word for _, words in found for word in words]
    if len(sure) < _ENOUGH:
        return None
    scale = plate.dpi / POINTS
    capitals = [(standing(line).capital, len(words)) for line, words in found]
    return Print(
        plate,
        median(capital for capital, count in capitals for _ in range(count)),
        median(_darkest(word, plate) for word in sure[:: max(1, len(sure) // _SAMPLE)]),
        tuple(box.scaled(scale) for box in rulings if box.height > box.width),
        tuple(pens),
    )


def _darkest(word: SeenWord, plate: Plate) -> float:
    """The grey of the darkest twentieth of a word's place."""
    place = plate.grey[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
    return treatment.percentile(place, 5)[0] if place.size else 255.0


def _is_print(word: SeenWord) -> bool:
    several = sum(map(str.isalnum, word.text)) > 1
    return several and word.confidence >= _SURE and plausibility(word.text) >= CERTAIN
