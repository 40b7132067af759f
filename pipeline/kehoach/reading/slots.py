"""The places that a pen fills in a letterhead: the number after "Số:", the day and month of the date.

The engine reads a pen's figures as whatever print they resemble, often surely and wrongly. So it is asked of the ink
whether it is print at all: print stands on the baseline, is as tall as a capital, and as thick as its neighbours. What
does not is handwriting: its words lose their confidence, and its place is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kehoach.orthography.fold import bare
from kehoach.programs.tesseract import Recognizer, SeenWord
from kehoach.reading.glyphs import SeenLine, Spots, Standing, standing
from kehoach.reading.look import Places, Plate

HEAD = 0.45
"""Share of the page above which letterheads end."""
_PRINTED, _EDGE = 0.9, 10
UNREAD = 0.3
"""Confidence of what the engine read from handwriting: less than any value is taken with."""
_NUMBER_WORD = re.compile(r"^[SŠŞ5$8][ốôồỗổộóòõoơÔỐ06ỗ][^\w/]{0,2}")
_ALONE = re.compile(r"^[SŠŞ5$8]\w[^\w/]?$")
_SYMBOL = re.compile(r"/\s?[A-ZĐƯ]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = 2.05
"""Width of "Số:" in heights of a capital (Times: 1.33 em over 0.66 em)."""
_NGAY, _THANG = 1.25, 1.46
"""Greatest widths of "ngày" and "tháng" in widths of "năm" (italic Times: 1.17 and 1.39)."""
_WIDTHS = dict(
    zip("/-&.,IMJSTLPEFBCRZ", (28, 33, 78, 25, 25, 33, 89, 39, 56, 61, 61, 56, 61, 56, 67, 67, 67, 61), strict=True)
)
_CAPITAL, _SMALL = 72, 42
"""Widths of letters of Times in hundredths of an em, a capital being 66 high."""
_TOP, _FOOT, _SPREAD, _THICK = (-0.08, 0.25), 0.1, 0.1, 1.38
"""How far below the height of a capital figures may begin, and off the baseline end; how far they may differ in both;
how much thicker they may be. Measured on real scans and aged renderings: print keeps to 0.09, 0.04, 0.05 and 1.2."""
_LEAST_HEIGHT, _LEAST_AREA = 0.45, 5
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


@dataclass(frozen=True)
class Filled:
    """The lines, words from a pen among them doubted, and where the pen wrote."""

    lines: list[SeenLine]
    places: tuple[Places, ...]


def doubted(lines: Sequence[SeenLine], plate: Plate, coloured: Sequence[Places], engine: Recognizer) -> Filled:
    """The lines of a page with the handwriting in its letterhead told from print.

    Args:
        coloured: places of a pen's coloured ink, which was taken off the image.
    """
    made = list(lines)
    places: list[Places] = []
    if not _slotted(lines):
        return Filled(made, ())
    spots = Spots(plate.grey, plate.dpi)
    for slot in reversed(_slots(lines, spots)):
        marks = [place for place in coloured if _lies_in(place, slot)]
        if not marks:
            marks = _ink(slot, spots)
            if not marks or _printed(slot, marks, lines[slot.line], spots):
                continue
        places.append(_around(marks))
        made[slot.line] = tuple(
            part
            for n, word in enumerate(made[slot.line])
            for part in (_parted(word, slot, plate, engine) if n in slot.words else (word,))
        )
    return Filled(made, tuple(places))


def _lies_in(place: Places, slot: Slot) -> bool:
    middle, level = (place[0] + place[2]) / 2, slot.stands.baseline - slot.stands.capital / 2
    return slot.left - slot.stands.capital < middle < slot.right + slot.stands.capital and place[1] < level < place[3]


def _parted(word: SeenWord, slot: Slot, plate: Plate, engine: Recognizer) -> tuple[SeenWord, ...]:
    """A word that holds handwriting: the printed words that it ran together with are parted from it."""
    label, symbol = _NUMBER_WORD.match(word.text), _SYMBOL.search(word.text)
    start, end = label.end() if label else 0, symbol.start() if symbol else len(word.text)
    if (not label and not symbol) or end < start:
        return (replace(word, confidence=min(word.confidence, UNREAD)),)
    parts: list[SeenWord] = []
    if label:
        parts.append(replace(word, text="Số:", right=min(slot.left, word.right), confidence=_PRINTED, alternatives=()))
    if word.text[start:end]:
        left, right = max(word.left, slot.left), min(word.right, slot.right)
        figures = replace(word, text=word.text[start:end], left=left, right=max(left, right), alternatives=())
        parts.append(replace(figures, confidence=min(word.confidence, UNREAD)))
    if symbol:
        own = replace(word, text=word.text[end:], left=max(word.left, min(slot.right, word.right - 1)), alternatives=())
        parts.append(_read_again(own, plate, engine))
    return tuple(parts)


def _read_again(word: SeenWord, plate: Plate, engine: Recognizer) -> SeenWord:
    """A symbol read without the handwriting before it."""
    part = plate.grey[max(0, word.top - _EDGE) : word.bottom + _EDGE, word.left : word.right + _EDGE]
    image = np.ascontiguousarray(np.pad(part, _EDGE, constant_values=int(np.percentile(part, 90))))
    seen = engine.recognize(image, dpi=round(plate.dpi), look="line")
    symbol = _SYMBOL.search("".join(found.text for found in seen))
    sure = min((found.confidence for found in seen if any(map(str.isalpha, found.text))), default=0.0)
    if symbol is None or sure <= word.confidence:
        return word
    return replace(word, text=symbol.string[symbol.start() :], confidence=sure)


def _slotted(lines: Sequence[SeenLine]) -> bool:
    """Whether any line may be one of these; most pages have none, and are spared the search."""
    return any(_NUMBER_WORD.match(word.text) or bare(word.text).startswith("than") for line in lines for word in line)


def _slots(lines: Sequence[SeenLine], spots: Spots) -> list[Slot]:
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
    first = next((n for n, word in enumerate(line[:3]) if _NUMBER_WORD.match(word.text)), None)
    if first is None:
        return
    label = line[first]
    alone = bool(_ALONE.match(label.text))
    for n in range(first, len(line)):
        found = _SYMBOL.search(line[n].text)
        if found is None:
            continue
        stands = _capitals(line[n], found.start() / len(line[n].text), spots)
        if stands is None:
            return
        left = label.right + 1 if alone else round(label.left + _LABEL * stands.capital)
        symbol = line[n].text[found.start() :]
        right = line[n].left if not found.start() else round(line[n].right - _width(symbol) * stands.capital)
        words = range(first + 1 if alone else first, n + 1 if found.start() else n)
        if right > left:
            yield Slot(left, right, stands, number, tuple(words))
        return


def _capitals(word: SeenWord, share: float, spots: Spots) -> Standing | None:
    """Where the capitals of a symbol stand, by their ink; figures before them (``share`` of the word) may be a pen's."""
    left = round(word.left + min(share + 0.15, 0.8) * (word.right - word.left))
    part = spots.labels[max(0, word.top) : word.bottom, max(0, left) : word.right]
    found = [spots.stats[n].tolist() for n in np.unique(part) if n]
    tall = [(y, height) for _, y, _, height, _ in found if height >= 0.4 * (word.bottom - word.top)]
    if not tall:
        return None
    capital = float(np.median([height for _, height in tall]))
    return Standing(float(np.median([y + height for y, height in tall])), max(capital, 4.0))


def _width(text: str) -> float:
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
    printed = next((word for word in line[year + 1 : year + 2] if _YEAR.match(word.text)), None)
    stands = _capitals(printed, -0.15, spots) if printed is not None else None
    stands = stands or standing((line[month], *line[year : year + 2]))
    behind = texts[month].find("han") > 1
    days = [n for n in range(month) if re.match(r"nga?y|ngav", texts[n])]
    if days:
        day = days[-1]
        left = min(line[day].right, line[day + 1].left, line[day].left + round(_NGAY * nam)) + 1
        # "12/tháng": the pen's figures were read with the printed word.
        right = max(left, line[month].right - round(_THANG * nam)) if behind else line[month].left
        words = [n for n in range(day, month + 1) if _has_more(texts[n], n in (day, month))]
        yield Slot(left, right, stands, number, tuple(words))
    own = line[month].right if behind else min(line[month].right, line[month].left + round(_THANG * nam))
    left = min(own, line[month + 1].left) + 1
    words = [n for n in range(month + behind, year) if _has_more(texts[n], n == month)]
    if left < line[year].left:
        yield Slot(left, line[year].left, stands, number, tuple(words))


def _has_more(text: str, is_label: bool) -> bool:
    """Whether a word holds more than "ngày" or "tháng"."""
    return not is_label or len(text.strip(" .,:;")) > (5 if text.startswith("th") or "han" in text else 4)


def _ink(slot: Slot, spots: Spots) -> list[Places]:
    """The figures in the slot: spots of ink, those that stand one above the other together."""
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
            made[-1] = _around([made[-1], (x, y, x + width, y + height)])
        else:
            made.append((x, y, x + width, y + height))
    return [place for place in made if place[3] - place[1] >= _LEAST_HEIGHT * stands.capital]


def _printed(slot: Slot, marks: Sequence[Places], line: SeenLine, spots: Spots) -> bool:
    """Whether the ink in the slot is print: figures as tall as capitals, on the baseline, as thick as their line."""
    stands = slot.stands
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
    return not usual or _thickness(_around(marks), spots) <= _THICK * float(np.median(usual))


def _thickness(place: Places, spots: Spots) -> float:
    """Mean width of strokes: twice the ink over its outline."""
    left, top, right, bottom = place
    part = spots.ink[max(0, top) : bottom, max(0, left) : right]
    if not part.size or not part.any():
        return 0.0
    padded = np.pad(part, 1).astype(np.int16)
    outline = int(np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum())
    return 2.0 * float(part.sum()) / max(1, outline)


def _around(places: Sequence[Places]) -> Places:
    x0s, y0s, x1s, y1s = zip(*places, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)
