"""Printed lines that the engine passed over: rows of letters where it read no word.

Tesseract loses a whole line of a page now and then, mostly beside a seal or in a foot of two columns, and says nothing.
Its ink stays. Rows of spots of the size of the page's letters that no word covers are read by themselves, and kept
where they read as print does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import evidence
from kehoach.reading.cells import moved
from kehoach.reading.glyphs import Spots, standing
from kehoach.reading.look import Places, Plate, clean

_LETTER = (0.5, 1.5)
"""Least and greatest height of a letter, with its marks, in heights of a capital."""
_WIDEST = 6.0
"""Width of letters that ran together, in the same measure."""
_FULL = 0.12
"""Share of its box that a letter's ink fills at least: strokes of a pen and borders fill less."""
_GROWN = 0.3
"""By how much a word's box is grown on all sides: all ink there is its own."""
_LOWEST = 0.45
"""How far descenders and dots reach below the line, in the same measure."""
_NEAR, _STEP = 3.0, 0.5
"""How far apart letters of a row stand, and how far they may stand above or below each other, in the same measure."""
_FEWEST, _SHORTEST = 5, 3.0
"""Letters of a row, and its length in heights of a capital."""
_PAD, _BULLET = 0.6, 1.8
"""What is seen around a row, and left of it, where a bullet may stand, in the same measure."""
_SURE, _WORTH = 0.7, 0.65
"""Least confidence of each word with letters, and least mean worth of a line, that are kept."""
_LONG, _MOSTLY, _UNSURE = 6, 0.8, 0.5
"""Words with letters of a line that is print though not all of them are sure, the share that is, and how sure the others
are at least."""
_MISPLACED, _STOPS = 3.0, "-–.,;:"
"""How far from its place the engine may put a line it read."""
_MOST, _CROWD = 12, 600
"""Rows of a page that are read by themselves, and letters that no word has: a page with more reads badly as a whole."""


def completed(
    body: Sequence[SeenLine], plate: Plate, spots: Spots, engine: Recognizer, elsewhere: Iterable[Places] = ()
) -> list[SeenLine]:
    """The running lines of a page with those, and the parts of those, that were passed over.

    Args:
        elsewhere: places in pixels that are no running text: tables, seals, handwriting.
    """
    if not body:
        return []
    capital = median(standing(line).capital for line in body)
    words = [place for line in body for place in _covered(line, capital)]
    apart, free = list(elsewhere), _letters(spots, capital, words)
    if len(free) > _CROWD:
        return list(body)
    rows = [
        row
        for row in _rows(free, capital)
        if _count(row, apart) >= _FEWEST and not any(_runs_through(line, row, capital) for line in body)
    ]
    if len(rows) > _MOST:
        return list(body)
    made = list(body)
    for line in (line for row in rows for line in map(_print, _read(row, plate, capital, engine)) if line):
        if any(_says(other, line, capital) for other in body):
            continue
        same = next((n for n, other in enumerate(made) if _go_together(line, other, capital)), None)
        if same is None:
            made.append(line)
        else:
            made[same] = tuple(sorted((*made[same], *line), key=lambda word: word.left))
    return made


def _says(other: SeenLine, line: SeenLine, capital: float) -> bool:
    """Whether a line near by has the same words: it was read, and put in the wrong place."""
    words, known = ([word.text.strip(_STOPS) for word in words if word.text.strip(_STOPS)] for words in (line, other))
    near = abs(_foot(line) - _foot(other)) <= _MISPLACED * capital
    return near and any(known[n : n + len(words)] == words for n in range(len(known)))


def _go_together(line: SeenLine, other: SeenLine, capital: float) -> bool:
    """Whether both are parts of one line: on one baseline, a blank apart."""
    one, two = standing(line), standing(other)
    if abs(one.baseline - two.baseline) > _STEP * capital:
        return False
    gap = max(other[0].left - line[-1].right, line[0].left - other[-1].right)
    return -_GROWN * capital <= gap <= _NEAR * capital


def _covered(line: SeenLine, capital: float) -> Iterator[Places]:
    """Where the words of a line have their ink."""
    low = round(_foot(line) + _LOWEST * capital)
    grown = round(_GROWN * capital)
    for word in line:
        yield word.left - grown, word.top - grown, word.right + grown, min(word.bottom + grown, low)


def _letters(spots: Spots, capital: float, covered: Iterable[Places]) -> list[Places]:
    """The spots of a letter's size that lie in none of these places, from the left."""
    taken = np.zeros(spots.ink.shape, np.bool_)
    for left, top, right, bottom in covered:
        taken[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = True
    left, top, width, height, area = spots.stats[1:].T
    sized = (height >= _LETTER[0] * capital) & (height <= _LETTER[1] * capital) & (width <= _WIDEST * capital)
    whole = sized & (area >= _FULL * width * height)
    free = ~taken[top + height // 2, left + width // 2]
    found = np.flatnonzero(whole & free)
    places = zip(left[found], top[found], (left + width)[found], (top + height)[found], strict=True)
    return sorted((int(a), int(b), int(c), int(d)) for a, b, c, d in places)


def _count(row: Iterable[Places], elsewhere: Sequence[Places]) -> int:
    """How many letters of a row stand in none of these places."""
    return sum(not any(_meet(letter, place) for place in elsewhere) for letter in row)


def _runs_through(line: SeenLine, row: Sequence[Places], capital: float) -> bool:
    """Whether words of a line were read among the letters of a row: their boxes, and not the row, are at fault."""
    beside = abs(_foot(line) - median(letter[3] for letter in row)) <= _STEP * capital
    return beside and any(row[0][0] < (word.left + word.right) / 2 < row[-1][2] for word in line)


def _foot(line: SeenLine) -> float:
    """Where a line ends below. The engine stretches some boxes over the line below, which it then passes over."""
    return float(np.percentile([word.bottom for word in line], 20))


def _meet(one: Places, other: Places) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _rows(letters: Iterable[Places], capital: float) -> list[list[Places]]:
    """Letters that stand side by side on one line."""
    open_rows: list[list[Places]] = []
    for letter in letters:
        best = min(
            (row for row in open_rows if letter[0] - row[-1][2] <= _NEAR * capital and _beside(row[-1], letter, capital)),
            key=lambda row: abs(row[-1][3] - letter[3]), default=None,
        )  # fmt: skip
        if best is None:
            open_rows.append([letter])
        else:
            best.append(letter)
    return [row for row in open_rows if len(row) >= _FEWEST and row[-1][2] - row[0][0] >= _SHORTEST * capital]


def _beside(one: Places, other: Places, capital: float) -> bool:
    return abs(one[3] - other[3]) <= _STEP * capital and min(one[3], other[3]) > max(one[1], other[1])


def _read(row: Sequence[Places], plate: Plate, capital: float, engine: Recognizer) -> list[SeenLine]:
    """What stands in a row, with places of the page."""
    pad = round(_PAD * capital)
    left, top = max(0, row[0][0] - round(_BULLET * capital)), max(0, min(place[1] for place in row) - pad)
    right, bottom = max(place[2] for place in row) + pad, max(place[3] for place in row) + pad
    part = np.ascontiguousarray(plate.grey[top:bottom, left:right])
    seen = clean(engine.recognize(part, dpi=round(plate.dpi), look="block"))
    return evidence.without_noise(tuple(moved(word, left, top) for word in line) for line in seen)


def _print(line: SeenLine) -> SeenLine:
    """What of a row is such as offices print, and was read surely; a pen's and a seal's strokes at its ends are not."""
    said = [word.confidence for word in line if _is_word(word)]
    mostly = len(said) >= _LONG and sum(c >= _SURE for c in said) >= _MOSTLY * len(said)
    least = _UNSURE if mostly else _SURE
    sure = [n for n, word in enumerate(line) if _is_word(word) and word.confidence >= least]
    first = sure[0] if sure else 0
    while first > 0 and not any(map(str.isalnum, line[first - 1].text)):
        first -= 1  # its bullet
    kept = line[first : sure[-1] + 1] if sure else ()
    named = [word for word in kept if _is_word(word)]
    letters = sum(map(str.isalpha, "".join(word.text for word in named)))
    whole = all(word.confidence >= least for word in named) and letters >= _FEWEST
    return kept if whole and evidence.mean(kept) >= _WORTH else ()


def _is_word(word: SeenWord) -> bool:
    return any(map(str.isalpha, word.text))
