"""Lines as seen on the page image, and a second look at weak ones: other sizes and softness, and a vote.

A line is weak where the engine doubts a word or reads something no office writes. Weak lines are put, free of their
neighbours, one below the other on a clean sheet; the sheet is recognized in other treatments; for each word the
reading wins that most confidence, weighed by plausibility, speaks for. Measured on real scans: a sixth fewer words
missed, for half the time again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenWord
from kehoach.reading import treatment
from kehoach.reading.plausible import plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

SeenLine = tuple[SeenWord, ...]
Places = tuple[int, int, int, int]

WEAK = 0.9
_LEAST_PLAUSIBLE = 0.79
_GAP, _EDGE, _PAD = 24, 30, 3
_MOST_HEIGHT = 6000
"""Pixels of the tallest sheet of weak lines; more lines go on further sheets."""


@dataclass(frozen=True)
class Plate:
    """A grey image and its resolution."""

    grey: NDArray[np.uint8]
    dpi: float


Treatment = Callable[[Plate], Plate]


def _smaller(plate: Plate) -> Plate:
    return Plate(treatment.scaled(plate.grey, 0.7), plate.dpi * 0.7)


def _larger_softer(plate: Plate) -> Plate:
    larger = treatment.scaled(plate.grey, 1.5)
    return Plate(treatment.soft(larger, plate.dpi * 1.5, 0.93), plate.dpi * 1.5)


def _darker(plate: Plate) -> Plate:
    return Plate(treatment.darker(plate.grey), plate.dpi)


SECOND_LOOKS: tuple[Treatment, ...] = (_smaller, _larger_softer, _darker)


def clean(words: Iterable[SeenWord]) -> list[SeenLine]:
    """The engine's words as lines: NFC, without white space, Đ for its double Ð; empty words dropped."""
    rows: dict[int, list[SeenWord]] = {}
    for word in words:
        text = "".join(unicodedata.normalize("NFC", word.text).replace("Ð", "Đ").split())
        if text:
            rows.setdefault(word.line, []).append(replace(word, text=text))
    return [tuple(sorted(row, key=lambda word: word.left)) for row in rows.values()]


def is_weak(line: SeenLine) -> bool:
    return any(word.confidence < WEAK or plausibility(word.text) < _LEAST_PLAUSIBLE for word in line)


def again(lines: Sequence[SeenLine], plate: Plate, engine: Recognizer) -> list[SeenLine]:
    """The lines, the weak ones read again and voted on. Places stay those of the page image."""
    weak = [n for n, line in enumerate(lines) if is_weak(line)]
    made = list(lines)
    for sheet in _sheets(weak, lines):
        image, offsets = _compose([lines[n] for n in sheet], plate)
        readings: list[list[SeenLine]] = [[lines[n]] for n in sheet]
        for treat in SECOND_LOOKS:
            for n, seen in enumerate(_read(treat(image), image.dpi, offsets, engine)):
                readings[n].append(seen)
        for n, found in zip(sheet, readings, strict=True):
            made[n] = vote(found)
    return made


def _sheets(weak: Sequence[int], lines: Sequence[SeenLine]) -> list[list[int]]:
    sheets: list[list[int]] = []
    height = 0
    for n in weak:
        _, top, _, bottom = extent(lines[n])
        if not sheets or height + bottom - top + _GAP > _MOST_HEIGHT:
            sheets.append([])
            height = 0
        sheets[-1].append(n)
        height += bottom - top + _GAP
    return sheets


def extent(line: Sequence[SeenWord]) -> Places:
    return (
        min(word.left for word in line),
        min(word.top for word in line),
        max(word.right for word in line),
        max(word.bottom for word in line),
    )


@dataclass(frozen=True, slots=True)
class _Offset:
    """Where a line lies on the sheet (rows ``top`` to ``bottom``) and how to get back to the page."""

    top: int
    bottom: int
    right: int
    down: int


def _compose(lines: Sequence[SeenLine], plate: Plate) -> tuple[Plate, list[_Offset]]:
    """The words of these lines on clean paper, one line below the other."""
    extents = [extent(line) for line in lines]
    width = max(right - left for left, _, right, _ in extents) + 2 * _EDGE
    height = sum(bottom - top + _GAP for _, top, _, bottom in extents) + 2 * _EDGE
    grey = plate.grey
    sheet = np.full((height, width), int(np.percentile(grey[::4, ::4], 80)), np.uint8)
    offsets: list[_Offset] = []
    at = _EDGE
    for line, (left, top, _, bottom) in zip(lines, extents, strict=True):
        right, down = left - _EDGE, top - at
        for word in line:
            x0, y0 = max(0, word.left - _PAD), max(0, word.top - _PAD)
            part = grey[y0 : word.bottom + _PAD, x0 : word.right + _PAD]
            place = sheet[y0 - down : y0 - down + part.shape[0], x0 - right : x0 - right + part.shape[1]]
            np.minimum(place, part[: place.shape[0], : place.shape[1]], out=place)
        offsets.append(_Offset(at, at + bottom - top, right, down))
        at += bottom - top + _GAP
    return Plate(sheet, plate.dpi), offsets


def _read(plate: Plate, dpi: float, offsets: Sequence[_Offset], engine: Recognizer) -> list[SeenLine]:
    """What the engine reads on the treated sheet, line by line, with places of the page."""
    found: list[list[SeenWord]] = [[] for _ in offsets]
    factor = dpi / plate.dpi
    seen = engine.recognize(np.ascontiguousarray(plate.grey), dpi=round(plate.dpi), look="block")
    for line in clean(seen):
        for word in line:
            middle = (word.top + word.bottom) / 2 * factor
            n = min(range(len(offsets)), key=lambda n: abs((offsets[n].top + offsets[n].bottom) / 2 - middle))
            shift = offsets[n]
            found[n].append(
                replace(
                    word,
                    left=round(word.left * factor) + shift.right,
                    right=round(word.right * factor) + shift.right,
                    top=round(word.top * factor) + shift.down,
                    bottom=round(word.bottom * factor) + shift.down,
                )
            )
    return [tuple(sorted(line, key=lambda word: word.left)) for line in found]


def vote(readings: Sequence[SeenLine]) -> SeenLine:
    """One line out of several readings of it, the first of which gives its number. Words that most looks do not see
    at all are dropped; readings that lost stay with the word as alternatives."""
    number = readings[0][0].line
    made: list[SeenWord] = []
    for cluster in _clusters(readings):
        sides = [words for words in cluster if words]
        if 2 * len(sides) < len(readings):
            continue
        made.extend(_elected(sides, len(readings), number))
    return tuple(made) or readings[0]


def _clusters(readings: Sequence[SeenLine]) -> list[list[list[SeenWord]]]:
    """Words of all readings that stand in the same place: for each place a list of words from each reading."""
    entries = [(n, word) for n, line in enumerate(readings) for word in line]
    made: list[list[list[SeenWord]]] = []
    reach = float("-inf")
    for n, word in sorted(entries, key=lambda entry: (entry[1].left, entry[0])):
        slack = min(6.0, (word.right - word.left) / 4)
        if not made or word.left + slack >= reach:
            made.append([[] for _ in readings])
            reach = word.right - slack
        else:
            reach = max(reach, word.right - slack)
        made[-1][n].append(word)
    return made


def _elected(sides: Sequence[Sequence[SeenWord]], looks: int, number: int) -> list[SeenWord]:
    """The words of the reading that most speaks for."""
    support: dict[tuple[str, ...], float] = {}
    voters: dict[tuple[str, ...], Sequence[SeenWord]] = {}
    for words in sides:
        texts = tuple(word.text for word in words)
        worth = min(plausibility(text) for text in texts)
        support[texts] = support.get(texts, 0.0) + min(word.confidence for word in words) * worth * worth
        if texts not in voters or _sum(words) > _sum(voters[texts]):
            voters[texts] = words
    ranked = sorted(support, key=lambda texts: -support[texts])
    best = voters[ranked[0]]
    agreed = sum(tuple(word.text for word in words) == ranked[0] for words in sides) / looks
    others = tuple((" ".join(texts), round(support[texts] / looks, 3)) for texts in ranked[1:])
    return [
        replace(
            word,
            line=number,
            # What only one of four looks reads so is not certain, however sure that look was of it.
            confidence=word.confidence * (0.55 + 0.45 * agreed),
            alternatives=others if len(best) == 1 else (),
        )
        for word in best
    ]


def _sum(words: Sequence[SeenWord]) -> float:
    return sum(word.confidence for word in words) / len(words)
