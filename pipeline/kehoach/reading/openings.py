"""What opens a line: bullets told by the shape of their ink, and letters of points that closed up with their bracket.

The engine has no "•": it reads "+", "*" or "«" for it. "c)" it reads as "Q" or "©", and knows better in its other readings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading.glyphs import Spots, Standing, standing

_SIGN = re.compile(r"[«»*+·•°¢¤©®=~]{1,2}|[eoø]")
_CLOSED_UP = re.compile(r"[QeC©®€]")
_POINT = re.compile(r"[Cc][).]")
BULLET = "•"
_CERTAIN = 0.9
_ROUND = (0.75, 1.3)
"""Width by height of a bullet."""
_FULL = 0.66
"""Share of its box that a bullet fills at least: a disc fills 0.79, "*" and "+" half as much, "o" has a hole."""
_SIZE = (0.12, 0.75)
"""Height of a bullet in heights of a capital."""
_RAISED = (0.15, 0.7)
"""How far its middle stands over the baseline, in the same measure."""
_OTHER = 0.15
"""Share of the ink that may lie beside it: specks."""


def read(lines: Sequence[SeenLine], spots: Spots) -> list[SeenLine]:
    """The lines, their first words mended where they are bullets or letters of points."""
    return [(_first(line, spots), *line[1:]) if len(line) > 1 else line for line in lines]


def _first(line: SeenLine, spots: Spots) -> SeenWord:
    word, stands = line[0], standing(line[1:])
    meant = None
    if _SIGN.fullmatch(word.text) and _is_disc(word, stands, spots):
        meant = BULLET
    elif _CLOSED_UP.fullmatch(word.text) and any(map(str.isalpha, line[1].text)):
        meant = next((text.lower() for text, _ in word.alternatives if _POINT.fullmatch(text)), None)
    if meant is None or meant == word.text:
        return word
    return replace(word, text=meant, confidence=_CERTAIN, alternatives=((word.text, word.confidence),))


def _is_disc(word: SeenWord, stands: Standing, spots: Spots) -> bool:
    """Whether the word's ink is one full round or square spot beside the small letters of the line."""
    top, bottom = max(0, word.top), max(0, word.bottom)
    part = spots.labels[top:bottom, max(0, word.left) : word.right]
    inked = part[part > 0]
    if not inked.size:
        return False
    numbers, counts = np.unique(inked, return_counts=True)
    spot = int(numbers[int(np.argmax(counts))])
    _, y, width, height, area = spots.stats[spot].tolist()
    if inked.size - int(counts.max()) > _OTHER * area or height < 3:
        return False
    size, raised = height / stands.capital, (stands.baseline - y - height / 2) / stands.capital
    shaped = bool(_ROUND[0] <= width / height <= _ROUND[1] and area >= _FULL * width * height)
    return shaped and bool(_SIZE[0] <= size <= _SIZE[1] and _RAISED[0] <= raised <= _RAISED[1])
