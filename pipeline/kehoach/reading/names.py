"""Names of those who sign, where a seal's ring or a pen's stroke runs beside their first or last word.

The engine takes the stroke for letters of the line, and makes of it and of the word next to it what neither is: of "Lê
Hoàng An" beside a ring only "Hoàng An" is read. The letters are of one size and stand on one baseline: they alone are
read again. Where that gives no words, letters stand beside the name that nobody read, and the name is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from kehoach.orthography.syllable import is_syllable
from kehoach.programs.tesseract import Recognizer, SeenLine
from kehoach.reading import treatment
from kehoach.reading.cells import moved
from kehoach.reading.glyphs import Spots, Standing, standing
from kehoach.reading.look import Plate, clean

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURE, _JUNK = 0.85, 0.6
"""Confidence from which a word of a name is one, and below which a word beside it is none."""
_READ = 0.7
"""The same, of a word that is read again."""
_MOST = 5
"""Words of a name."""
_TALL, _OFF = (0.55, 1.6), 0.3
"""Height of a letter with its marks, and how far off the baseline it may end, in heights of a capital."""
_WIDE = 1.8
_NEXT, _ABOVE = 1.1, 1.4
"""How far apart letters of a name stand, and how far their marks reach above them, in the same measure."""
_EDGE = 12
UNREAD = 0.5
"""Confidence of a name beside which letters stand that nobody read."""


def completed(body: Sequence[SeenLine], plate: Plate, spots: Spots, engine: Recognizer) -> list[SeenLine]:
    """The lines of a page, names beside strokes read again without these."""
    return [_whole(line, plate, spots, engine) if _is_name(line) else line for line in body]


def _is_name(line: SeenLine) -> bool:
    """Whether the sure words of a line are of a name, with something unsure before or behind them."""
    sure = [word for word in line if word.confidence >= _SURE]
    unsure = [word for word in line if word.confidence < _JUNK]
    if not sure or not unsure or len(sure) + len(unsure) < len(line) or len(sure) > _MOST:
        return False
    return all(_named(word.text) for word in sure)


def _named(text: str) -> bool:
    return text[:1].isupper() and (text[1:].islower() or len(text) == 1) and is_syllable(text)


def _whole(line: SeenLine, plate: Plate, spots: Spots, engine: Recognizer) -> SeenLine:
    sure = tuple(word for word in line if word.confidence >= _SURE)
    stands = standing(sure)
    letters = list(_letters(sure, stands, spots))
    if not letters:
        return line
    picture, left, top = _alone(letters, sure, stands, plate, spots)
    seen = clean(engine.recognize(picture, dpi=round(plate.dpi), look="line"))
    words = [moved(word, left, top) for row in seen for word in row]
    known = [word.text for word in sure]
    at = next((n for n in range(len(words)) if [word.text for word in words[n : n + len(known)]] == known), None)
    if at is None or any(not _named(word.text) or word.confidence < _READ for word in words) or len(words) > _MOST:
        return tuple(replace(word, confidence=min(word.confidence, UNREAD)) for word in line)
    found = (*words[:at], *sure, *words[at + len(known) :])
    return tuple(replace(word, line=line[0].line) for word in found)


def _letters(name: SeenLine, stands: Standing, spots: Spots) -> Iterator[int]:
    """The numbers of the spots that are letters beside the name, the nearest first, on either side."""
    left, top, width, height, _ = spots.stats.T
    tall = (height >= _TALL[0] * stands.capital) & (height <= _TALL[1] * stands.capital)
    level = np.abs(top + height - stands.baseline) <= _OFF * stands.capital
    found = np.flatnonzero(tall & level & (width <= _WIDE * stands.capital))
    found = found[found > 0]
    first, last = name[0].left, name[-1].right
    for n in found[np.argsort(-(left + width)[found])].tolist():
        if left[n] + width[n] / 2 < first and first - (left[n] + width[n]) <= _NEXT * stands.capital:
            first = int(left[n])
            yield n
    for n in found[np.argsort(left[found])].tolist():
        if left[n] + width[n] / 2 > last and left[n] - last <= _NEXT * stands.capital:
            last = int(left[n] + width[n])
            yield n


def _alone(
    letters: Sequence[int], name: SeenLine, stands: Standing, plate: Plate, spots: Spots
) -> tuple[NDArray[np.uint8], int, int]:
    """The name with these letters and the marks above them on clean paper, and where on the page that begins."""
    import cv2

    x0 = min(name[0].left, *(int(spots.stats[n][0]) for n in letters)) - _EDGE
    x1 = max(name[-1].right, *(int(spots.stats[n][0] + spots.stats[n][2]) for n in letters)) + _EDGE
    y0 = round(stands.baseline - _ABOVE * stands.capital) - _EDGE
    y1 = round(stands.baseline + _OFF * stands.capital) + _EDGE
    x0, y0 = max(0, x0), max(0, y0)
    part, labels = plate.grey[y0:y1, x0:x1], spots.labels[y0:y1, x0:x1]
    kept = np.isin(labels, [*letters, *_marks(labels, letters, stands, spots)])
    kept[:, max(0, name[0].left - x0 - 1) : name[-1].right - x0 + 1] = True
    near = cv2.dilate(kept.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    paper = int(treatment.percentile(part, 80)[0])
    return np.pad(np.where(near, part, paper).astype(np.uint8), _EDGE, constant_values=paper), x0 - _EDGE, y0 - _EDGE


def _marks(labels: NDArray[Any], letters: Sequence[int], stands: Standing, spots: Spots) -> list[int]:
    """The small spots above or below these letters."""
    small = [n for n in np.unique(labels).tolist() if n and max(spots.stats[n][2:4]) <= _OFF * 2 * stands.capital]
    return [
        n
        for n in small
        if any(spots.stats[m][0] <= spots.centres[n][0] <= spots.stats[m][0] + spots.stats[m][2] for m in letters)
    ]
