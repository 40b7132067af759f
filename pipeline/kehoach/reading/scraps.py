"""Ink that the engine took for words and that cannot be print: arcs of rings, loops of a pen, edges of frames, letters of
the other side; and words read where no ink stands at all, or twice from the same ink.

Only lines without a single sure word are weighed by the size of what was read: print is about as high as the page's
other print, and as wide as its letters are. Ink is asked of every word.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from kehoach.orthography.fold import bare
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading.glyphs import Spots, standing
from kehoach.reading.plausible import CERTAIN, plausibility
from kehoach.reading.slots import width

_SURE = 0.75
_HEIGHT, _WIDTH = (0.35, 3.0), (0.45, 2.2)
"""What print measures at least and at most: in heights of the page's capitals, and beside the width its letters have in
that type. Letters without ascenders are 0.68 high, stacked marks and descenders reach to 1.8; type of half the usual
size and of one and a half occurs."""
_ENOUGH = 8
"""Sure words from which a page tells how large its print is."""
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
    place = spots.ink[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
    return not any(map(str.isalnum, word.text)) or (place.size > 0 and float(place.mean()) >= _INK)


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


def without(lines: Sequence[SeenLine]) -> list[SeenLine]:
    """The lines without words that cannot be print, where nothing beside them is surely print."""
    heights = [standing(line).capital for line in lines for word in line if _is_print(word)]
    if len(heights) < _ENOUGH:
        return list(lines)
    capital = median(heights)
    made = (line if any(map(_is_print, line)) else _fitting(line, capital) for line in lines)
    return [line for line in made if line]


def _is_print(word: SeenWord) -> bool:
    several = sum(map(str.isalnum, word.text)) > 1
    return several and word.confidence >= _SURE and plausibility(word.text) >= CERTAIN


def _fitting(line: SeenLine, capital: float) -> SeenLine:
    return tuple(word for word in line if word.confidence >= _SURE or _fits(word, capital))


def _fits(word: SeenWord, capital: float) -> bool:
    if not any(map(str.isalnum, word.text)):
        return True
    high, wide = (word.bottom - word.top) / capital, (word.right - word.left) / capital / width(word.text)
    return _HEIGHT[0] <= high <= _HEIGHT[1] and _WIDTH[0] <= wide <= _WIDTH[1]
