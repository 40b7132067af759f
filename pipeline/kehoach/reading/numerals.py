"""Roman numerals and signs counted by their strokes.

The engine reads "III." as "II.", "HI." or "IH." and knows no "≤" at all. The strokes of these signs are plain to
count, so the ink decides: section numbers are too important to be left to a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kehoach.orthography.fold import bare
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading.glyphs import Spots, Standing, standing

_NUMERAL = re.compile(r"^([\"“(]?)([XV]?)([IHl1|]{1,4})([.:;,)/\"”-]*)$")
_OF_YEAR = re.compile(r"^([\"“(]?)([IHNl1|]{1,4})(/?)((?:19|20)\d\d\D*)$")
"""A quarter and its year in one word, "III/2021"; after "quý" its slash may have been lost."""
_OF_QUARTER = re.compile(r"[IH]?N[IH]?[.:;,)]*|[IHN]{2,3}[.:;,)]*")
_SLANT = 0.12
"""By how much more than an I a slash leans, as a share of the height."""
_ONE = re.compile(r"^([1lL])(\.?)$")
_SERIF = 0.4
"""How far the serif of an I reaches out beside its stem, in widths of the stem."""
_CERTAIN = 0.9
_LEVELS = (0.25, 0.3, 0.35, 0.65, 0.7, 0.75)
_BESIDE_ARMS = (0.22, 0.26, 0.3)
_MIDDLE = (0.44, 0.48, 0.52, 0.56)
_MOST = 6
"""Strokes in a row: a numeral has up to four, and brackets."""
_LESS = re.compile(r"^([<>])(.*)$")


def counted(lines: Sequence[SeenLine], spots: Spots) -> list[SeenLine]:
    """The lines with Roman numerals and "≤", "≥" as their strokes tell."""
    return [tuple(_of_line(_headed(line, spots), line, spots)) for line in lines]


def _of_line(words: SeenLine, line: SeenLine, spots: Spots) -> Iterator[SeenWord]:
    for n, word in enumerate(words):
        quarter = n > 0 and bare(words[n - 1].text).strip('(“"') == "quy"
        found = _OF_YEAR.match(word.text)
        if found and (quarter or (found[3] and "I" in found[2])):
            yield _quarter(word, found, line, spots)
        else:
            yield from _words(_numeral(word) if quarter else word, line, spots)


def _numeral(word: SeenWord) -> SeenWord:
    """The word after "quý" with the N that two strokes were taken for."""
    return replace(word, text=word.text.replace("N", "H")) if _OF_QUARTER.fullmatch(word.text) else word


def _quarter(word: SeenWord, found: re.Match[str], line: SeenLine, spots: Spots) -> SeenWord:
    """A quarter of a year with as many strokes as stand before its slash; "1/2021" written in figures stays."""
    number = _before_slash(word, standing(line), spots)
    if not 1 <= number <= 3 or (number == 1 and found[2] == "1" and found[3]):
        return word
    text = found[1] + "I" * number + "/" + found[4]
    if text == word.text:
        return word
    return replace(word, text=text, confidence=_CERTAIN, alternatives=((word.text, word.confidence),))


def _before_slash(word: SeenWord, stands: Standing, spots: Spots) -> int:
    """How many upright strokes stand before the first that leans; 0 where that cannot be told."""
    part = _part(word, stands, spots)
    if part is None:
        return 0
    counts: list[int] = []
    for upper, lower in ((0.25, 0.7), (0.3, 0.75), (0.35, 0.65)):
        leans = [top - low for top, low in zip(_centres(part, upper), _centres(part, lower), strict=False)]
        allowed = _SLANT * part.shape[0] * (lower - upper) / 0.45
        upright = next((n for n, lean in enumerate(leans) if abs(lean - leans[0]) > allowed), 0)
        counts.append(upright if upright and leans[upright] > leans[0] else 0)
    return int(np.median(counts))


def _centres(part: NDArray[np.uint8], level: float) -> list[float]:
    """Where the inked runs in the row at this share of the height have their middle."""
    return [(start + end) / 2 for start, end in spans(part, level)]


def _headed(line: SeenLine, spots: Spots) -> SeenLine:
    """The line of a heading in capitals, its "I." mended where it was read as "1." or, with its full stop, as "L"."""
    first = line[0]
    found = _ONE.match(first.text)
    following = [word.text for word in line[1:3] if sum(map(str.isalpha, word.text)) > 1]
    if found is None or not following or not all(map(str.isupper, following)):
        return line
    if not (_has_serif(first, standing(line[1:]), spots) if found[1] in "1l" else not found[2]):
        return line
    made = replace(first, text="I.", confidence=_CERTAIN, alternatives=((first.text, first.confidence),))
    return (made, *line[1:])


def _has_serif(word: SeenWord, stands: Standing, spots: Spots) -> bool:
    """Whether the stroke's top reaches out to the right, as that of an I does; the flag of a 1 goes to the left."""
    part = _part(word, stands, spots)
    if part is None:
        return False
    middle = part[round(0.45 * part.shape[0]) : round(0.6 * part.shape[0])].any(axis=0)
    columns = np.flatnonzero(middle)
    if not len(columns):
        return False
    stem = columns[: int(np.argmax(np.diff(columns) > 1)) + 1] if (np.diff(columns) > 1).any() else columns
    right, width = int(stem[-1]), len(stem)
    top = part[: max(2, round(0.12 * part.shape[0])), right + 1 : right + 1 + 2 * width]
    reach = np.flatnonzero(top.any(axis=0))
    return bool(len(reach) and reach[-1] + 1 >= _SERIF * width)


def _words(word: SeenWord, line: SeenLine, spots: Spots) -> tuple[SeenWord, ...]:
    numeral = _NUMERAL.match(word.text)
    if numeral and ("I" in numeral[3] or "H" in numeral[3]):
        number = strokes(word, standing(line), spots, armed=bool(numeral[2])) - _beside(numeral[1] + numeral[4])
        if number > 0 and (number != len(numeral[3]) or "H" in numeral[3]):
            text = numeral[1] + numeral[2] + "I" * number + numeral[4]
            return (replace(word, text=text, confidence=_CERTAIN, alternatives=((word.text, word.confidence),)),)
    less = _LESS.match(word.text)
    if less and _underlined(word, standing(line), spots):
        sign = replace(word, text="≤" if less[1] == "<" else "≥", alternatives=())
        if not less[2]:
            return (sign,)
        end = min(word.right, word.left + round(0.9 * standing(line).capital))
        return replace(sign, right=end), replace(word, text=less[2], left=end)
    return (word,)


def strokes(word: SeenWord, stands: Standing, spots: Spots, *, armed: bool) -> int:
    """How many upright strokes stand side by side; 0 where it is no row of plain strokes.

    Args:
        armed: whether an X or V goes before them, which shows two strokes near its top.
    """
    part = _part(word, stands, spots)
    if part is None:
        return 0
    counts = [len(_runs(part, level)) for level in (_BESIDE_ARMS if armed else _LEVELS)]
    number = int(np.median(counts))
    if not armed:
        crossed = min(len(_runs(part, level)) for level in _MIDDLE) < number
        if crossed or max(counts) - min(counts) > 1:
            return 0
    plain = number - (2 if armed else 0)
    return plain if 1 <= plain <= _MOST else 0


def _beside(signs: str) -> int:
    """Strokes of the signs that stand with the numeral and are as tall as it."""
    return sum(sign in "(/)" for sign in signs)


def _part(word: SeenWord, stands: Standing, spots: Spots) -> NDArray[np.uint8] | None:
    """The ink of the word from the top of its capitals to the baseline."""
    bottom = round(stands.baseline)
    top = max(0, word.top, round(stands.baseline - 1.15 * stands.capital))
    part = spots.ink[top:bottom, max(0, word.left) : word.right]
    inked = np.nonzero(part.any(axis=1))[0] if part.size else np.empty(0)
    if len(inked) < 8:
        return None
    return np.asarray(part[int(inked[0]) :], dtype=np.uint8)


def _runs(part: NDArray[np.uint8], level: float) -> list[int]:
    """Widths of the inked runs in the row at this share of the height, specks left out."""
    return [end - start for start, end in spans(part, level)]


def spans(part: NDArray[np.uint8], level: float) -> list[tuple[int, int]]:
    """Start and end of the inked runs in the row at this share of the height, specks left out."""
    row = part[min(part.shape[0] - 1, round(level * part.shape[0]))]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row, [0])).astype(np.int8)))
    return [
        (start, end) for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True) if end - start >= 2
    ]


def _underlined(word: SeenWord, stands: Standing, spots: Spots) -> bool:
    """Whether a level bar lies under the first sign of the word."""
    height = round(stands.capital)
    top = max(0, round(stands.baseline - 0.45 * stands.capital))
    bottom = round(stands.baseline + 0.3 * stands.capital)
    part = spots.ink[top:bottom, max(0, word.left) : word.left + height]
    if not part.size:
        return False
    sign = spots.ink[max(0, word.top) : round(stands.baseline), max(0, word.left) : word.left + height]
    columns = np.nonzero(sign.any(axis=0))[0]
    if len(columns) < 4:
        return False
    gap = np.flatnonzero(np.diff(columns) > 1)
    width = int(columns[gap[0]] if len(gap) else columns[-1]) - int(columns[0]) + 1
    rows = part[:, int(columns[0]) : int(columns[0]) + width].mean(axis=1)
    return bool(width >= 0.3 * height and (rows > 0.8).any())
