"""The number of a page, alone above or below its text: the engine passes over figures that stand by themselves.

It is looked for in the margins where page numbers stand, in the middle or at the right, and read as a line of its
own in three sizes; what is not read alike in two is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import treatment
from kehoach.reading.glyphs import Spots, standing
from kehoach.reading.look import Plate

_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_EDGE, _RIM = 0.13, 0.015
"""Shares of the page's height: within the first, but not the second, page numbers stand."""
_SURE = 0.75
_ENOUGH = 8
"""Sure words from which a page tells how large its print is."""
_HEIGHT = 0.6, 1.5
"""Of figures, in heights of the page's capitals."""
_BESIDE = 0.8
"""Heights of capitals between two figures of a number, at most."""
_MIDDLE = 0.06
"""Share of the page's width by which a number may be off the middle of the text."""
_SCALES = 1.0, 1.5, 2.0
"""The sizes that it is read in; two must agree, and none say something else for sure."""
_SINGLE = "1"
"""What is as well a scratch, a fold or the edge of a frame; the first page bears no number."""


@dataclass(frozen=True, slots=True)
class _Place:
    left: int
    top: int
    right: int
    bottom: int


def numbered(
    body: Sequence[SeenLine], every: Sequence[SeenLine], plate: Plate, spots: Spots, engine: Recognizer
) -> list[SeenLine]:
    """The running lines, and the page's number where it stands alone in a margin and was not read.

    Args:
        every: all lines of the page, those of tables too.
    """
    words = [
        word for line in every for word in line if word.confidence >= _SURE and sum(map(str.isalnum, word.text)) > 1
    ]
    told = any(_NUMBER.fullmatch(" ".join(word.text for word in line)) for line in body)
    if told or len(words) < _ENOUGH:
        return list(body)
    capital = median(standing(line).capital for line in every if any(word.confidence >= _SURE for word in line))
    for place in _places(words, spots, capital):
        if (found := _read(place, plate, capital, engine)) is not None:
            return [(found,), *body] if place.top < words[0].top else [*body, (found,)]
    return list(body)


def _places(words: Sequence[SeenWord], spots: Spots, capital: float) -> Iterator[_Place]:
    """Where a few figures stand alone in the upper or the lower margin."""
    height, width = spots.ink.shape
    left, right = min(word.left for word in words), max(word.right for word in words)
    above, below = min(word.top for word in words), max(word.bottom for word in words)
    for start, end in (
        (_RIM * height, min(above - capital / 2, _EDGE * height)),
        (max(below + capital / 2, (1 - _EDGE) * height), (1 - _RIM) * height),
    ):
        groups = _groups(spots.stats[1:].tolist(), start, end, capital)
        within = [group for group in groups if left - capital < group.left and group.right < right + capital]
        middle = [g for g in within if abs((g.left + g.right) / 2 - (left + right) / 2) < _MIDDLE * width]
        ending = [group for group in within if right - group.right < capital]
        yield from (alike[0] for alike in (middle, ending) if len(alike) == 1)


def _groups(stats: Sequence[Sequence[int]], start: float, end: float, capital: float) -> list[_Place]:
    """Spots as large as figures in a strip of the page, those side by side together; three at most make a number."""
    if end - start < capital:
        return []
    low, high = (share * capital for share in _HEIGHT)
    inside = sorted((x, y, w, h) for x, y, w, h, _ in stats if y >= start and y + h <= end and h >= low)
    groups: list[list[_Place]] = []
    for x, y, w, h in inside:
        spot = _Place(x, y, x + w, y + h)
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and spot.left - last.right < _BESIDE * capital
            and abs(spot.bottom - last.bottom) < capital / 3
        ):
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return [_around(group) for group in groups if len(group) <= 3 and all(s.bottom - s.top <= high for s in group)]


def _around(group: Sequence[_Place]) -> _Place:
    return _Place(
        min(s.left for s in group), min(s.top for s in group), max(s.right for s in group), max(s.bottom for s in group)
    )


def _read(place: _Place, plate: Plate, capital: float, engine: Recognizer) -> SeenWord | None:
    """The number that stands there; None where it is not read alike each time."""
    pad, margin = round(capital / 3), round(1.5 * capital)
    crop = plate.grey[max(0, place.top - pad) : place.bottom + pad, max(0, place.left - pad) : place.right + pad]
    image = np.pad(crop, margin, constant_values=255)
    seen = [
        word
        for scale in _SCALES
        for word in engine.recognize(treatment.scaled(image, scale), dpi=round(scale * plate.dpi), look="line")
    ]
    sure = [word for word in seen if word.confidence >= _SURE]
    if len(sure) < 2 or len({word.text for word in sure}) != 1:
        return None
    text = sure[0].text
    if not _NUMBER.fullmatch(text) or text == _SINGLE or text.startswith("0"):
        return None
    least = min(word.confidence for word in sure)
    return SeenWord(text, least, place.left, place.top, place.right, place.bottom, 0)
