"""The places that a pen fills in a letterhead: the number after "Số:", the day and month of the date; and whether what
stands there is print.

Print stands on the baseline, is as tall as a capital, and as thick as its neighbours. What does not is handwriting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kehoach.orthography.fold import bare
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading.glyphs import Spots, Standing, standing
from kehoach.reading.look import Places
from kehoach.reading.spelled import Kind

HEAD = 0.45
"""Share of the page above which letterheads end."""
NUMBER_WORD = re.compile(r"^[SŠŞ5$8][ốôồỗổộóòõoơÔỐ06ỗ][^\w/]{0,2}")
_NUMBER_LINE = re.compile(r"\W*[Ss][ốôổo0ó]\s?[:.]?.*(?:/\s?[A-ZĐ]{2}|[A-ZĐ]{2}-[A-ZĐ]{2})")
_ALONE = re.compile(r"^[SŠŞ5$8]\w[^\w/]?$")
SYMBOL = re.compile(r"(?:/\s?(?:19|20)\d\d\s?)?/\s?[A-ZĐƯ]|[-–]\s?(?:KH|CT|CTr|HD|NQ|QĐ|QC|TB|KL|BC|TTr|CV)(?=\s?/|$)")
"""Where the symbol begins: "/KH-UBND", "/2020/TT-BNV", and "-KH/TU" of the Party."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = 2.05
"""Width of "Số:" in heights of a capital (Times: 1.33 em over 0.66 em)."""
_NGAY, _THANG = 1.25, 1.46
"""Greatest widths of "ngày" and "tháng" in widths of "năm" (italic Times: 1.17 and 1.39)."""
_WIDTHS = dict(
    zip(
        "0123456789/-&.,IMJSTLPEFBCRZ",
        (*(50,) * 10, 28, 33, 78, 25, 25, 33, 89, 39, 56, 61, 61, 56, 61, 56, 67, 67, 67, 61),
        strict=True,
    )
)
_CAPITAL, _SMALL = 72, 42
"""Widths of letters of Times in hundredths of an em, a capital being 66 high."""
_TOP, _FOOT, _SPREAD, _THICK = (-0.08, 0.25), 0.1, 0.1, 1.38
"""How far below the height of a capital figures may begin, and off the baseline end; how far they may differ in both;
how much thicker they may be. Measured on real scans and aged renderings: print keeps to 0.09, 0.04, 0.05 and 1.2."""
FIGURE, _LEAST_AREA = 0.45, 5
_HALVES = (0.16, 0.85)
"""Greatest room between the halves of a broken figure, and greatest width of both, in heights of a capital."""
_LEFTMOST = 0.35
"""Share of the page's width right of which the line of place and date begins (NĐ 30/2020/NĐ-CP, Phụ lục I)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill in: pixels from ``left`` to ``right`` on a line, and the words that were read in it."""

    left: int
    right: int
    stands: Standing
    line: int
    words: tuple[int, ...]
    kind: Kind


def numbers(line: SeenLine) -> bool:
    """Whether this is the line of a document's number, however a pen ran over its figures and its slash."""
    return _NUMBER_LINE.match(" ".join(word.text for word in line)) is not None


def slotted(lines: Sequence[SeenLine]) -> bool:
    """Whether any line may be one of these; most pages have none, and are spared the search."""
    return any(NUMBER_WORD.match(word.text) or bare(word.text).startswith("than") for line in lines for word in line)


def slots(lines: Sequence[SeenLine], spots: Spots) -> list[Slot]:
    """The slots of the first number line and the first line of place and date."""
    height, width = spots.ink.shape
    numbers: list[Slot] = []
    dates: list[Slot] = []
    for n, line in sorted(enumerate(lines), key=lambda entry: entry[1][0].top):
        if line[0].top > HEAD * height:
            break
        numbers = numbers or list(_number(n, line, spots))
        dates = dates or [slot for slot in _dates(n, line, spots) if slot.left > _LEFTMOST * width]
    return [*numbers, *dates]


def _number(number: int, line: SeenLine, spots: Spots) -> Iterator[Slot]:
    """Between "Số:" and the slash of the symbol."""
    first = next((n for n, word in enumerate(line[:3]) if NUMBER_WORD.match(word.text)), None)
    if first is None:
        return
    label = line[first]
    alone = bool(_ALONE.match(label.text))
    for n in range(first, len(line)):
        found = SYMBOL.search(line[n].text)
        if found is None:
            continue
        stands = _capitals(line[n], found.start() / len(line[n].text), spots)
        if stands is None:
            return
        left = label.right + 1 if alone else round(label.left + _LABEL * stands.capital)
        symbol = line[n].text[found.start() :]
        right = line[n].left if not found.start() else round(line[n].right - width(symbol) * stands.capital)
        words = range(first + 1 if alone else first, n + 1 if found.start() else n)
        if right > left:
            yield Slot(left, right, stands, number, tuple(words), "number")
        return


def _capitals(word: SeenWord, share: float, spots: Spots) -> Standing | None:
    """Where the capitals of a symbol stand, by their ink; figures before them (``share`` of the word) may be a pen's."""
    left = round(word.left + min(share + 0.15, 0.8) * (word.right - word.left))
    part = spots.labels[max(0, word.top) : word.bottom, max(0, left) : word.right]
    found = [spots.stats[n].tolist() for n in np.unique(part) if n]
    height = word.bottom - word.top
    letters = [tall for _, _, _, tall, _ in found if tall >= 0.25 * height]
    if not letters:
        return None
    # A pen's figures may make the word twice as high as its print.
    least = min(0.4 * height, 0.75 * float(np.median(letters)))
    tall = [(y, high) for _, y, _, high, _ in found if high >= least]
    capital = float(np.median([high for _, high in tall]))
    return Standing(float(np.median([y + high for y, high in tall])), max(capital, 4.0))


def width(text: str) -> float:
    """Width of print in heights of a capital."""
    return sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _SMALL) for c in text) / 66


def _dates(number: int, line: SeenLine, spots: Spots) -> Iterator[Slot]:
    """Between "ngày" and "tháng", and between "tháng" and "năm"."""
    texts = [bare(word.text) for word in line]
    years = [n for n, text in enumerate(texts) if re.match(r"na?m\b", text) and n]
    months = [n for n, text in enumerate(texts[: years[-1]] if years else []) if re.search(r"t?han[gq]", text) and n]
    if not months:
        return
    month, year = months[-1], years[-1]
    nam = line[year].right - line[year].left
    figures = next((word for word in line[year + 1 : year + 2] if _YEAR.match(word.text)), None)
    stands = _capitals(figures, -0.15, spots) if figures is not None else None
    stands = stands or standing((line[month], *line[year : year + 2]))
    behind = texts[month].find("han") > 1
    days = [n for n in range(month) if re.match(r"nga?y|ngav", texts[n])]
    if days:
        day = days[-1]
        left = min(line[day].right, line[day + 1].left, line[day].left + round(_NGAY * nam)) + 1
        # "12/tháng": the pen's figures were read with the printed word.
        right = max(left, line[month].right - round(_THANG * nam)) if behind else line[month].left
        words = [n for n in range(day, month + 1) if _has_more(texts[n], n in (day, month))]
        yield Slot(left, right, stands, number, tuple(words), "day")
    own = line[month].right if behind else min(line[month].right, line[month].left + round(_THANG * nam))
    left = min(own, line[month + 1].left) + 1
    words = [n for n in range(month + behind, year) if _has_more(texts[n], n == month)]
    if left < line[year].left:
        yield Slot(left, line[year].left, stands, number, tuple(words), "month")


def _has_more(text: str, is_label: bool) -> bool:
    """Whether a word holds more than "ngày" or "tháng"."""
    return not is_label or len(text.strip(" .,:;")) > (5 if text.startswith("th") or "han" in text else 4)


def ink(slot: Slot, spots: Spots, least: float = FIGURE) -> list[Places]:
    """The ink in the slot, spot by spot, those that stand one above the other together.

    Args:
        least: height of a spot in heights of a capital; what is less high is no figure.
    """
    stands = slot.stands
    top, bottom = stands.baseline - stands.capital, stands.baseline
    part = spots.labels[max(0, round(top)) : round(bottom), max(0, slot.left - 2) : slot.right + 2]
    made: list[Places] = []
    found = [(*spots.stats[n].tolist(), float(spots.centres[n][0])) for n in np.unique(part) if n]
    for x, y, width, height, area, middle in sorted(found):
        within = min(y + height, bottom) - max(y, top)
        if not slot.left <= middle <= slot.right or area < _LEAST_AREA or within < 0.1 * stands.capital:
            continue
        if width > 8 * stands.capital or height > 5 * stands.capital:
            continue
        if made and x < made[-1][2] - 0.3 * min(width, made[-1][2] - made[-1][0]):
            made[-1] = around([made[-1], (x, y, x + width, y + height)])
        else:
            made.append((x, y, x + width, y + height))
    return [place for place in made if place[3] - place[1] >= least * stands.capital]


def printed(slot: Slot, marks: Sequence[Places], line: SeenLine, spots: Spots) -> bool:
    """Whether the ink in the slot is print: figures as tall as capitals, on the baseline, as thick as their line."""
    stands = slot.stands
    marks = _whole(marks, stands)
    tops = [(y0 - stands.baseline) / stands.capital + 1 for _, y0, _, _ in marks]
    feet = [(y1 - stands.baseline) / stands.capital for _, _, _, y1 in marks]
    pixel = 1 / stands.capital
    if min(tops) < _TOP[0] - pixel or max(tops) > _TOP[1] or max(map(abs, feet)) > _FOOT + pixel:
        return False
    if max(max(tops) - min(tops), max(feet) - min(feet)) > _SPREAD + pixel / 2:
        return False
    inside = [word for n, word in enumerate(line) if n in slot.words]
    beside = [word for n, word in enumerate(line) if n not in slot.words and sum(map(str.isalpha, word.text)) > 1]
    if sum(c.isdigit() for word in inside for c in word.text) < len(marks):
        return False
    usual = [_thickness((w.left, w.top, w.right, w.bottom), spots) for w in beside]
    return not usual or _thickness(around(marks), spots) <= _THICK * float(np.median(usual))


def _whole(marks: Sequence[Places], stands: Standing) -> list[Places]:
    """The figures of which these spots are: worn print breaks one into halves that stand closer than figures do."""
    made: list[Places] = []
    for mark in marks:
        near = made and mark[0] - made[-1][2] <= _HALVES[0] * stands.capital
        if near and max(mark[2], made[-1][2]) - made[-1][0] <= _HALVES[1] * stands.capital:
            made[-1] = around((made[-1], mark))
        else:
            made.append(mark)
    return made


def _thickness(place: Places, spots: Spots) -> float:
    """Mean width of strokes: twice the ink over its outline."""
    left, top, right, bottom = place
    part = spots.ink[max(0, top) : bottom, max(0, left) : right]
    if not part.size or not part.any():
        return 0.0
    padded = np.pad(part, 1).astype(np.int16)
    outline = int(np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum())
    return 2.0 * float(part.sum()) / max(1, outline)


def around(places: Sequence[Places]) -> Places:
    x0s, y0s, x1s, y1s = zip(*places, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)
