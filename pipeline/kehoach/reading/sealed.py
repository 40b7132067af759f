"""Print beside and under black seals, on scans where no colour tells them apart.

The engine takes a black seal for a picture, and lines that touch it for a part of it: the post above a signature, the
ends of lines under a seal across the edge of the sheets. So the band of the page around each seal is read again by
itself: as it is, with the seal painted over, and with only its thin strokes painted over, which leaves the bold print of
a post that its ring runs through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import evidence, treatment
from kehoach.reading.cells import moved
from kehoach.reading.look import Plate, clean
from kehoach.reading.plausible import plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ABOVE, _BELOW = 0.2, 0.2
"""How far the band reaches over and under a seal, in its width."""
_MORE = 20.0
"""Points above and below the band that are looked at with it: lines that its edge would cut."""
_OVER_SEAL = 0.3
"""Worth from which what is read over a seal is no stroke of it."""
_FIRST = 10.0
"""Letters' worth by which another look must be better than the first to take its place."""
_RIM = 1.04
_BOLD = 1.44
"""Points: strokes of bold print are thicker, those of seals thinner."""
_LEAST_WORTH = 0.6
_BETTER = 1.1
"""How much more a word must be worth than those that it takes the place of."""
_CUT = 0.5
"""Confidence of words that may be the rest of a line."""
_INKED = 0.03
_SAME = 0.4
"""Share of the smaller of two words that both cover when they read the same print."""


def completed(lines: Sequence[SeenLine], plate: Plate, seals: Iterable[Box], engine: Recognizer) -> list[SeenLine]:
    """The lines with what was missed around black seals (in points), and what was read there worse.

    Words that stand inside a seal are not taken: they are its own.
    """
    made = list(lines)
    places = tuple(seal.scaled(plate.dpi / POINTS) for seal in seals)
    free, bold = _painted_over(plate.grey, places), _without_thin(plate, places)
    for place in places:
        band = _Band(places, round(place.top - _ABOVE * place.width), round(place.bottom + _BELOW * place.width))
        inside = [kept for line in made if band.holds(line) and (kept := band.outside(line))]
        greys = (plate.grey, free, plate.grey, bold)
        looks = [inside, *(band.read(grey, plate, engine) for grey in greys[1:])]
        worth = [evidence.worth(evidence.without_noise(look)) for look in looks]
        best = max(range(len(looks)), key=lambda n: worth[n] + (_FIRST if n == 0 else 0.0))
        found = looks[best]
        for grey, line in ((greys[n], line) for n, look in enumerate(looks) if n != best for line in look):
            found = _merged(found, tuple(filter(_is_sure, line)), replace(plate, grey=grey))
        made = [*(line for line in made if not band.holds(line)), *found]
    return made


@dataclass(frozen=True)
class _Band:
    """The part of the page, in pixels, that is read again for a seal; ``seals`` are all of the page."""

    seals: tuple[Box, ...]
    top: int
    bottom: int

    def holds(self, line: SeenLine) -> bool:
        middle = sum(word.top + word.bottom for word in line) / (2 * len(line))
        return self.top <= middle <= self.bottom

    def read(self, grey: NDArray[np.uint8], plate: Plate, engine: Recognizer) -> list[SeenLine]:
        """The lines of the band outside the seal, its strokes left out; a line more is looked at above and below."""
        more = round(_MORE * plate.dpi / POINTS)
        top = max(0, self.top - more)
        part = np.ascontiguousarray(grey[top : self.bottom + more])
        seen = clean(engine.recognize(part, dpi=round(plate.dpi), look="block"))
        lines = [tuple(moved(word, 0, top) for word in line) for line in seen]
        kept = (self.outside(line) for line in lines)
        return [line for line in evidence.without_noise(line for line in kept if line) if self.holds(line)]

    def outside(self, line: SeenLine) -> SeenLine:
        """The line without strokes of the seal, and without the seal's own words: those stay that print beside the seal
        runs on to."""
        kept = [w for w in line if _worth(w) > _OVER_SEAL or not any(seal.overlap(_box(w)) > 0 for seal in self.seals)]
        stays = [not any(seal.holds(_box(w), 0.7) for seal in self.seals) for w in kept]
        for n in (*range(1, len(kept)), *range(len(kept) - 2, -1, -1)):
            near = [m for m in (n - 1, n + 1) if 0 <= m < len(kept) and stays[m] and _is_sure(kept[m])]
            stays[n] = stays[n] or (_is_sure(kept[n]) and any(_neighbours(kept[n], kept[m]) for m in near))
        return tuple(word for word, stay in zip(kept, stays, strict=True) if stay)


def _painted_over(grey: NDArray[np.uint8], seals: Iterable[Box]) -> NDArray[np.uint8]:
    import cv2

    made = grey.copy()
    paper = int(treatment.percentile(grey[::4, ::4], 80)[0])
    for seal in seals:
        cv2.circle(made, (round(seal.cx), round(seal.cy)), round(_RIM * seal.width / 2), paper, -1)
    return made


def _without_thin(plate: Plate, seals: Iterable[Box]) -> NDArray[np.uint8]:
    """The page with the strokes within seals painted over that are thinner than those of bold print."""
    import cv2

    made = plate.grey.copy()
    paper = int(treatment.percentile(made[::4, ::4], 80)[0])
    width = max(2, round(_BOLD * plate.dpi / POINTS))
    for seal in seals:
        rows, columns = slice(round(seal.top), round(seal.bottom)), slice(round(seal.x0), round(seal.x1))
        part = made[rows, columns]
        dark = np.asarray(part < 0.6 * paper, np.uint8)
        thick = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((width, width), np.uint8))
        kept = cv2.dilate(thick, np.ones((width + 1, width + 1), np.uint8))
        disc = np.zeros_like(dark)
        cv2.circle(disc, (part.shape[1] // 2, part.shape[0] // 2), round(_RIM * seal.width / 2), 1, -1)
        part[(disc > 0) & (kept == 0)] = paper
    return made


def _merged(lines: list[SeenLine], found: SeenLine, plate: Plate) -> list[SeenLine]:
    """The lines with each of these words that reads what they do not, or reads one word of theirs better. Words that
    stand beside one of theirs join its line; others are a new line, doubted where more print stands before it: a name
    that lost its first word is no name.

    Args:
        plate: what the words were read on.
    """
    made: list[SeenLine] = list(lines)
    new: list[SeenWord] = []
    for word in found:
        rivals = [(n, other) for n, line in enumerate(made) for other in line if _same_print(word, other)]
        if not rivals:
            new.append(word)
            continue
        known = sum(_worth(other) * len(other.text) for _, other in rivals)
        if len({n for n, _ in rivals}) == 1 and _worth(word) * len(word.text) > _BETTER * known:
            n, gone = rivals[0][0], {id(other) for _, other in rivals}
            rest = (other for other in made[n] if id(other) not in gone)
            made[n] = tuple(sorted((*rest, word), key=lambda w: w.left))
    for word in list(new):
        beside = next((n for n, line in enumerate(made) for other in line if _neighbours(word, other)), None)
        if beside is not None:
            made[beside] = tuple(sorted((*made[beside], word), key=lambda w: w.left))
            new.remove(word)
    if new and _goes_before(new[0], plate):
        new = [replace(word, confidence=min(word.confidence, _CUT)) for word in new]
    return [*made, tuple(new)] if new else made


def _goes_before(word: SeenWord, plate: Plate) -> bool:
    """Whether ink stands right before a word."""
    height = word.bottom - word.top
    before = plate.grey[word.top : word.bottom, max(0, word.left - 2 * height) : max(0, word.left - height // 4)]
    paper = treatment.percentile(plate.grey[::4, ::4], 80)[0]
    return before.size > 0 and float((before < 0.6 * paper).mean()) > _INKED


def _neighbours(one: SeenWord, other: SeenWord) -> bool:
    """Whether two words stand in one line of print, a space between them."""
    a, b = _box(one), _box(other)
    gap = max(a.x0, b.x0) - min(a.x1, b.x1)
    return gap < max(a.height, b.height) and abs(a.cy - b.cy) < 0.4 * min(a.height, b.height)


def _same_print(one: SeenWord, other: SeenWord) -> bool:
    a, b = _box(one), _box(other)
    return a.overlap(b) > _SAME * min(a.area, b.area)


def _is_sure(word: SeenWord) -> bool:
    return _worth(word) > _LEAST_WORTH and sum(map(str.isalnum, word.text)) > 1


def _worth(word: SeenWord) -> float:
    return word.confidence * plausibility(word.text)


def _box(word: SeenWord) -> Box:
    return Box(word.left, word.top, max(word.left, word.right), max(word.top, word.bottom))
