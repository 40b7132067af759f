"""A second reader's opinion of figures: dates, points, shares and numbers of documents that the engine read in doubt.

The engine loses the comma of "4,1" and reads "5" as "S", often surely. A word with figures is doubted where the engine
doubts it, where it is such as no office writes, or where the ink has a spot on the line that the reading has not; one
without where it stands in the place of a day or a month ("ngày 22 tháng I1 năm 2019"). What both readers say is surer
than either; where they differ, the second looks once more, the likelier reading stands, and is no surer than it is the
likelier. Measured on 1,200 worn words with figures: the engine misreads figures or signs in 2 %, the second reader in
0.1 %, signs that dirt adds left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.orthography.fold import bare
from kehoach.programs.figures import FigureReader
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import agreed
from kehoach.reading.glyphs import Spots, Standing, standing
from kehoach.reading.look import WEAK, Places, Plate, extent, touches

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEIGHT, _GAP, _LONGEST = 48, 40, 900
"""Pixels: height of a strip of words, paper between two of them, its length."""
_PAD, _PAPER = 0.17, 0.25
"""What is seen of the page around a word, and the clean paper around that, in heights of a capital."""
_READ = 0.6
"""Least probability of its least sure character from which the second reader has read a word at all."""
_AGAINST_INK = 0.3
"""What a reading counts that leaves a spot of ink on the line unread, or is no figure among figures."""
_SUREST = 0.97
_SPOT = 0.34
_DATE = frozenset([("ngay", "thang"), ("thang", "nam")])
_ENDS = ".,:;()"
_AROUND = re.compile(r"^[`'’‘°ˆ“”\"_|~*^.,:;…]+|[`'’‘°ˆ“”\"_|~*^,:;…+–-]+$")
"""What specks at the ends of a cell are read as."""


@dataclass(frozen=True, slots=True)
class _Doubted:
    """Neighbouring words of a line (one, or all of a cell) that are one word with figures, free of specks at its ends.
    ``against``: ink or place speak against the reading. ``alone``: a figure, which holds no letters."""

    line: int
    start: int
    end: int
    text: str
    against: bool
    alone: bool = False

    def with_opinion(self, opinion: str) -> str:
        if not self.alone:
            return agreed.merged(self.text, opinion)
        own = _AROUND.sub("", opinion)
        own = own.rstrip(".") if not self.text.endswith(".") else own
        return own if agreed.FIGURE.fullmatch(own) else agreed.merged(self.text, own)


def settled(
    lines: Sequence[SeenLine],
    plate: Plate,
    spots: Spots,
    reader: FigureReader,
    cells: frozenset[int] = frozenset(),
    pens: Sequence[Places] = (),
) -> list[SeenLine]:
    """The lines, doubtful words with figures settled.

    Args:
        cells: which of the lines are cells among figures.
        pens: where a pen wrote, which is not looked at here.
    """
    doubted = [
        found
        for n, line in enumerate(lines)
        for found in (_cell(n, line, spots) if n in cells else _words(n, line, spots))
        if not any(touches(word, pen) for word in line[found.start : found.end] for pen in pens)
    ]
    if not doubted:
        return _with_symbols(lines, plate, reader)
    parts = [lines[found.line][found.start : found.end] for found in doubted]
    stands = [standing(lines[found.line]) for found in doubted]
    first = list(_readings((_image(parts[n], stands[n], plate, 1.0) for n in range(len(parts))), reader))
    unlike = [n for n, found in enumerate(doubted) if found.with_opinion(first[n].text) != found.text]
    second = dict(
        zip(unlike, _readings((_image(parts[n], stands[n], plate, 1.6) for n in unlike), reader), strict=True)
    )
    made = [list(line) for line in lines]
    for n in range(len(doubted) - 1, -1, -1):
        found = doubted[n]
        made[found.line][found.start : found.end] = _decided(parts[n], found, first[n], second.get(n))
    return _with_symbols([tuple(line) for line in made], plate, reader)


def _with_symbols(lines: Sequence[SeenLine], plate: Plate, reader: FigureReader) -> list[SeenLine]:
    """The lines with the letters T of symbols that were read as strokes: the second reader knows capitals well."""
    found = [(n, k) for n, line in enumerate(lines) for k, word in enumerate(line) if agreed.has_strokes(word.text)]
    readings = _readings((_image((lines[n][k],), standing(lines[n]), plate, 1.0) for n, k in found), reader)
    made = [list(line) for line in lines]
    for (n, k), reading in zip(found, readings, strict=True):
        word = made[n][k]
        if (text := agreed.with_letters_t(word.text, reading.text)) != word.text:
            made[n][k] = replace(word, text=text, alternatives=((word.text, word.confidence),))
    return [tuple(line) for line in made]


def _cell(number: int, line: SeenLine, spots: Spots) -> Iterator[_Doubted]:
    text = "".join(word.text for word in line)
    odd = agreed.FIGURE.fullmatch(text) is None
    spot = len(line) == 1 and _spots(line[0], standing(line), spots) > _separators(text)
    if odd or spot or any(word.confidence < WEAK for word in line):
        yield _Doubted(number, 0, len(line), _AROUND.sub("", text) or text, odd or spot, True)


def _words(number: int, line: SeenLine, spots: Spots) -> Iterator[_Doubted]:
    stands = standing(line)
    for n, word in enumerate(line):
        if _in_a_date(line, n) and not word.text.strip(_ENDS).isdigit():
            yield _Doubted(number, n, n + 1, word.text, True, True)
        elif any(map(str.isdigit, word.text)):
            spot = _spots(word, stands, spots) > _separators(word.text)
            if spot or word.confidence < WEAK or agreed.is_odd(word.text):
                yield _Doubted(number, n, n + 1, word.text, spot)


def _in_a_date(line: SeenLine, n: int) -> bool:
    """Whether a word that holds more than dots stands between "ngày" and "tháng", or "tháng" and "năm"."""
    around = tuple(bare(line[at].text) if 0 <= at < len(line) else "" for at in (n - 1, n + 1))
    return around in _DATE and any(map(str.isalnum, line[n].text))


def _separators(text: str) -> int:
    return sum(text.count(sign) for sign in ".,:;!?")


def _spots(word: SeenWord, stands: Standing, spots: Spots) -> int:
    """Small spots of ink on the line between the letters of a word: full stops, commas."""
    labels = spots.labels[max(0, word.top) : word.bottom, max(0, word.left) : word.right]
    found = [spots.stats[n].tolist() for n in np.unique(labels) if n]
    tall = [entry for entry in found if entry[3] > 0.6 * stands.capital]
    if len(tall) < 2:
        return 0
    first, last = min(e[0] + e[2] for e in tall), max(e[0] for e in tall)
    small = [
        (x, x + width)
        for x, y, width, height, area in found
        if area >= 4 and width <= _SPOT * stands.capital and height <= 1.5 * _SPOT * stands.capital
        and abs(y + min(height, width) / 2 - stands.baseline) <= 0.22 * stands.capital
        and y < stands.baseline - 0.04 * stands.capital
    ]  # fmt: skip
    # A sign between figures has room of its own; dirt may lie anywhere.
    free = [(a, b) for a, b in small if not any(min(b, e[0] + e[2]) - max(a, e[0]) > 1 for e in tall)]
    return sum(first - 1 <= a and b <= last + 1 for a, b in free)


def _image(part: SeenLine, stands: Standing, plate: Plate, more: float) -> NDArray[np.uint8]:
    """The words on clean paper, the ground made white.

    Args:
        more: how much of the page around is seen, against the usual.
    """
    left, top, right, bottom = extent(part)
    pad = max(2, round(more * _PAD * stands.capital))
    cut = plate.grey[max(0, top - pad) : bottom + pad, max(0, left - pad) : right + pad].astype(np.float32)
    ground = max(1.0, float(np.percentile(cut, 90)))
    image = np.clip(cut / ground * 255, 0, 255).astype(np.uint8)
    return np.pad(image, max(2, round(_PAPER * stands.capital)), constant_values=255)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the second reader says, and how sure it is of its least sure character."""

    text: str
    probability: float


def _readings(images: Iterable[NDArray[np.uint8]], reader: FigureReader) -> Iterator[_Reading]:
    """Each image as read. Words are put side by side on strips: the reader takes as long for one as for a strip."""
    strip: list[NDArray[np.uint8]] = []
    for image in images:
        scaled = _scaled(image)
        if strip and sum(part.shape[1] + _GAP for part in strip) + scaled.shape[1] > _LONGEST:
            yield from _strip(strip, reader)
            strip = []
        strip.append(scaled)
    if strip:
        yield from _strip(strip, reader)


def _scaled(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2

    height, width = image.shape
    how = cv2.INTER_AREA if height > _HEIGHT else cv2.INTER_CUBIC
    wide = max(_HEIGHT // 4, round(_HEIGHT * width / height))
    return np.asarray(cv2.resize(image, (wide, _HEIGHT), interpolation=how), np.uint8)


def _strip(parts: Sequence[NDArray[np.uint8]], reader: FigureReader) -> Iterator[_Reading]:
    paper = np.full((_HEIGHT, _GAP), 255, np.uint8)
    strip = np.hstack([paper, *(piece for part in parts for piece in (part, paper))])
    steps = reader.read(np.ascontiguousarray(np.repeat(strip[..., None], 3, axis=2)))
    at = float(_GAP)
    for part in parts:
        first, last = at - _GAP / 2, at + part.shape[1] + _GAP / 2
        inside = [c for c in steps.characters if first <= (c.first + c.last + 1) / 2 * steps.pixels < last]
        seen = [c for c in inside if not c.text.isspace()]
        text = agreed.figures("".join(c.text for c in seen))
        yield _Reading(text, min((c.weight for c in seen if c.text.isdigit()), default=0.0))
        at += part.shape[1] + _GAP


def _decided(part: SeenLine, found: _Doubted, first: _Reading, second: _Reading | None) -> SeenLine:
    """The words as they stood, surer or less sure, or one word in their place."""
    own = min(word.confidence for word in part)
    whole = "".join(word.text for word in part)
    if first.probability < _READ or not any(map(str.isdigit, first.text)):
        return part
    if second is None and agreed.is_odd(found.text):
        return part  # what nobody writes may be letters that both take for figures
    if second is None:
        sure = min(max(own, 1 - (1 - own) * (1 - first.probability)), _SUREST)
        return _one(part, found.text, max(own, sure), ()) if found.text != whole else _as_sure(part, sure)
    text = found.with_opinion(first.text)
    other = min(first.probability, second.probability)
    engine = own * agreed.shape(found.text) * (_AGAINST_INK if found.against else 1.0)
    engine += sum(sure for reading, sure in part[0].alternatives if reading == found.text)
    rival = other * agreed.shape(text) + sum(sure for reading, sure in part[0].alternatives if reading == text)
    if found.with_opinion(second.text) == text and rival > engine and text:
        return _one(part, text, min(other, _SUREST, rival / (rival + engine)), ((whole, round(own, 3)),))
    return _as_sure(part, own * max(0.5, engine / (engine + rival)))


def _one(part: SeenLine, text: str, sure: float, others: tuple[tuple[str, float], ...]) -> SeenLine:
    left, top, right, bottom = extent(part)
    return (SeenWord(text, sure, left, top, right, bottom, part[0].line, others),)


def _as_sure(part: SeenLine, sure: float) -> SeenLine:
    return tuple(replace(word, confidence=sure) for word in part)
