"""What opens a line: bullets told by the shape of their ink, letters of points that closed up with their bracket, and
labels whose slash was taken for a letter.

The engine has no "•": it reads "+", "*" or "«" for it. "c)" it reads as "Q" or "©", and knows better in its other
readings. Of "II/", "2/" and "4/" in bold print it makes "III", "aI" and "AI": the last stroke leans, which tells the slash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading.glyphs import Spots, Standing, standing

if TYPE_CHECKING:
    from kehoach.reading.look import Plate

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
_SLASHED = re.compile(r"[^\W_]{0,4}[Il1|t]")
_LABEL = re.compile(r"[IVX]{1,5}|\d{1,2}|[a-zđ]")
_LEAN = 0.13
"""By how much of its height a slash leans more than the letters beside it, at least."""
_SLANTS = (0.0, 0.1, 0.2, 0.3)
"""By how much of their height letters may slant, as those of italics do."""
_TALL, _HIGH = 0.85, 0.6
"""Height of a slash in heights of its label, and of the label in heights of a capital, at least."""


def read(lines: Sequence[SeenLine], plate: Plate, spots: Spots, engine: Recognizer) -> list[SeenLine]:
    """The lines, their first words mended where they are bullets, letters of points or labels with a slash."""
    return [(_first(line, plate, spots, engine), *line[1:]) if len(line) > 1 else line for line in lines]


def _first(line: SeenLine, plate: Plate, spots: Spots, engine: Recognizer) -> SeenWord:
    word, stands = line[0], standing(line[1:])
    meant = None
    if _SIGN.fullmatch(word.text) and _is_disc(word, stands, spots):
        meant = BULLET
    elif _SLASHED.fullmatch(word.text) and not line[1].text[:1].islower():
        meant = _with_slash(line, stands, plate, spots, engine)
    elif _CLOSED_UP.fullmatch(word.text) and any(map(str.isalpha, line[1].text)):
        meant = next((text.lower() for text, _ in word.alternatives if _POINT.fullmatch(text)), None)
    if meant is None or meant == word.text:
        return word
    return replace(word, text=meant, confidence=_CERTAIN, alternatives=((word.text, word.confidence),))


def _with_slash(line: SeenLine, stands: Standing, plate: Plate, spots: Spots, engine: Recognizer) -> str | None:
    """The label before a slash, read by itself; None where the last stroke does not lean, or no label stands before."""
    word, left = line[0], _slash(line, stands, spots)
    if left is None:
        return None
    pad = round(0.06 * plate.dpi)
    part = plate.grey[max(0, word.top - pad) : word.bottom + pad, max(0, word.left - pad) : left]
    framed = np.pad(part, pad, constant_values=int(np.percentile(part, 90)))
    seen = engine.recognize(np.ascontiguousarray(framed), dpi=round(plate.dpi), look="block")
    read_ = "".join(found.text for found in seen)
    label = next((text for text in (read_, word.text[:-1]) if _LABEL.fullmatch(text)), None)
    return f"{label}/" if label is not None else None


def _slash(line: SeenLine, stands: Standing, spots: Spots) -> int | None:
    """Where the slash at the end of the first word begins, in pixels from the left; None where it has none."""
    word = line[0]
    part = spots.labels[max(0, word.top) : max(0, word.bottom), max(0, word.left) : word.right]
    numbers = np.unique(part[part > 0])
    highest = max((int(spots.stats[n][3]) for n in numbers.tolist()), default=0)
    if highest < _HIGH * stands.capital:  # capitals with marks make a line's capitals seem taller than they are
        return None
    tall = [n for n in numbers.tolist() if spots.stats[n][3] >= _TALL * highest]
    last = max(tall, key=lambda n: float(spots.centres[n][0]))
    x, y, width, height, _ = spots.stats[last].tolist()
    own = spots.labels[y : y + height, x : x + width] == last
    if x <= word.left or width > 0.75 * height:
        return None
    upper, lower = (np.flatnonzero(own[round(level * (height - 1))]) for level in (0.1, 0.9))
    if not len(upper) or not len(lower):
        return None
    lean = float(upper.mean() - lower.mean()) / (0.8 * height)
    return int(x) if lean - _slant(line[1:3], spots) >= _LEAN else None


def _slant(words: SeenLine, spots: Spots) -> float:
    """By how much of their height the letters of these words slant: sheared back their strokes stand upright, and their
    ink piles up in few columns."""
    import cv2

    top, bottom = max(0, min(w.top for w in words)), max(w.bottom for w in words)
    ink = spots.ink[top:bottom, max(0, words[0].left) : words[-1].right].astype(np.float32)
    if not ink.size:
        return 0.0

    def upright(slant: float) -> float:
        shear = np.array([[1, slant, -slant * ink.shape[0] / 2], [0, 1, 0]])
        columns = cv2.warpAffine(ink, shear, (ink.shape[1], ink.shape[0])).sum(axis=0)
        return float((columns * columns).sum())

    return max(_SLANTS, key=upright)


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
