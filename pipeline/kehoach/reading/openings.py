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
from kehoach.reading import treatment
from kehoach.reading.glyphs import Spots, Standing, standing
from kehoach.reading.look import Plate
from kehoach.reading.numerals import spans, strokes

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
_SLASHED = re.compile(r"[^\W_]{0,4}[Il1|tVU]\.?")
_DOUBTFUL, _ANY = 0.7, re.compile(r"[^\W\d_]{1,4}\.?")
"""Below which confidence any short word may be a label with a slash ("Hà" for "I/")."""
_STROKES = re.compile(r"([VX]?)[IHNl1|]*")
_LABEL = re.compile(r"[IVX]{1,5}|\d{1,2}|[a-zđ]")
_LEAN = 0.13
"""By how much of its height a slash leans more than the letters beside it, at least."""
_SLANTS = (0.0, 0.1, 0.2, 0.3)
"""By how much of their height letters may slant, as those of italics do."""
_HIGH = 0.6
"""Height of a label in heights of a capital, at least."""
_LEVELS = ((0.2, 0.7), (0.25, 0.75), (0.3, 0.8))
_ARMS, _FOOT = (0.15, 0.5), 0.85
"""Where strokes are looked at, as shares of the label's height from its top: a slash, the arms of a V, and the foot of
the slash, at which the label is cut off."""


def read(lines: Sequence[SeenLine], plate: Plate, spots: Spots, engine: Recognizer) -> list[SeenLine]:
    """The lines, their first words mended where they are bullets, letters of points or labels with a slash."""
    return [(_first(line, plate, spots, engine), *line[1:]) if len(line) > 1 else line for line in lines]


def _first(line: SeenLine, plate: Plate, spots: Spots, engine: Recognizer) -> SeenWord:
    word = line[0]
    meant = _meant(line, plate, spots, engine)
    if meant is None or meant == word.text:
        return word
    return replace(word, text=meant, confidence=_CERTAIN, alternatives=((word.text, word.confidence),))


def _meant(line: SeenLine, plate: Plate, spots: Spots, engine: Recognizer) -> str | None:
    """What the line opens with where it is one of these; None where it is not."""
    word, stands = line[0], standing(line[1:])
    if _SIGN.fullmatch(word.text) and _is_disc(word, stands, spots):
        return BULLET
    if _may_have_slash(word) and not line[1].text[:1].islower():
        label = _with_slash(line, stands, plate, spots, engine)
        if label is not None:
            return label
    if _CLOSED_UP.fullmatch(word.text) and any(map(str.isalpha, line[1].text)):
        return next((text.lower() for text, _ in word.alternatives if _POINT.fullmatch(text)), None)
    return None


def _may_have_slash(word: SeenWord) -> bool:
    doubtful = word.confidence < _DOUBTFUL and _ANY.fullmatch(word.text) is not None
    return doubtful or _SLASHED.fullmatch(word.text) is not None


def _with_slash(line: SeenLine, stands: Standing, plate: Plate, spots: Spots, engine: Recognizer) -> str | None:
    """The label before a slash, read by itself; None where the last stroke does not lean, or no label stands before."""
    word, left = line[0], _slash(line, stands, spots)
    if left is None:
        return None
    pad = round(0.06 * plate.dpi)
    part = plate.grey[max(0, word.top - pad) : word.bottom + pad, max(0, word.left - pad) : left]
    framed = np.pad(part, pad, constant_values=int(treatment.percentile(part, 90)[0]))
    seen = engine.recognize(np.ascontiguousarray(framed), dpi=round(plate.dpi), look="block")
    read_ = "".join(found.text for found in seen)
    label = next((text for text in (read_, word.text[:-1]) if _LABEL.fullmatch(text)), None)
    label = _counted(label, word, left, stands, spots) or label
    return f"{label}/" if label is not None else None


def _counted(label: str | None, word: SeenWord, left: int, stands: Standing, spots: Spots) -> str | None:
    """A Roman label before a slash as its strokes tell, where they were read as no label or the engine lost one."""
    roman = _STROKES.fullmatch(label or "")
    if roman is None or (label or "").isdigit():
        return None
    number = strokes(replace(word, right=left), stands, spots, armed=bool(roman[1]))
    return roman[1] + "I" * number if number else None


def _slash(line: SeenLine, stands: Standing, spots: Spots) -> int | None:
    """Where the slash at the end of the first word begins, in pixels from the left; None where it has none: the last
    stroke leans, and letters that may touch it stand before."""
    word = line[0]
    ink = spots.ink[max(0, word.top) : min(word.bottom, round(stands.baseline)), max(0, word.left) : word.right]
    rows = np.flatnonzero(ink.any(axis=1)) if ink.size else np.empty(0, np.intp)
    if len(rows) < _HIGH * stands.capital:  # capitals with marks make a line's capitals seem taller than they are
        return None
    ink = ink[int(rows[0]) :]
    leans = [lean for pair in _LEVELS if (lean := _leans(ink, *pair)) is not None]
    if len(leans) < len(_LEVELS) or float(np.median(leans)) < _LEAN:
        return None
    slant = _slant(line[1:3], spots)
    if float(np.median(leans)) - slant < _LEAN:
        return None
    before = _leans(ink, *_ARMS, stroke=-2) if word.text.rstrip(".").endswith("V") else None
    if before is not None and before - slant < -_LEAN / 2:
        return None  # the arms of a V
    foot = spans(ink, _FOOT)
    return max(0, word.left) + foot[-1][0] if foot else None


def _leans(ink: NDArray[np.uint8], upper: float, lower: float, stroke: int = -1) -> float | None:
    """By how much of its height the last stroke leans, or another from the right; None where there are not two."""
    above, below = spans(ink, upper), spans(ink, lower)
    if len(above) < 2 or len(below) < -stroke:
        return None
    return (sum(above[stroke]) - sum(below[stroke])) / 2 / ((lower - upper) * len(ink))


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
