"""Two columns side by side, a letterhead or a foot, whose lines the engine ran together.

The lines of nơi nhận are small and stand close, those of the signature beside them large and apart, so no row of one
meets a row of the other, and the engine reads its lines across both: "Nơi CÀ nhật KT. GIÁM ĐỐC". Where such a band reads
badly each column is read again by itself, and the better reading of each is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenLine
from kehoach.reading import evidence, treatment
from kehoach.reading.cells import moved
from kehoach.reading.look import Plate, clean
from kehoach.reading.plausible import plausibility
from kehoach.reading.slots import numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COARSE = 50.0
"""Dots per inch of the picture on which bands are found."""
_PAPER = 17
"""Pixels around a point there that tell the grey of the paper: a median over less takes thrice the time."""
_DARKER = 28
"""Grey levels by which ink is darker there than the paper around it."""
_GUTTER = 0.28
"""Inches between two columns at least: words of one line stand nearer."""
_BETWEEN = (0.25, 0.72)
"""Where the gutter lies, in widths of the page."""
_LINES = 0.22
"""Inches of height that each column has ink on at least: two lines of small print."""
_BLANK = 1.7
"""Inches without ink on which a band ends: a signature needs less."""
_DOUBTFUL = 0.75
"""Mean confidence times plausibility of a line's letters under which its band is read again."""
_GAIN = 2.0
"""Letters' worth by which the new reading of a column must be better."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of the page, in pixels, with the middle of their gutter."""

    top: int
    bottom: int
    gutter: int


def apart(lines: Sequence[SeenLine], plate: Plate, engine: Recognizer) -> list[SeenLine]:
    """The lines, those of badly read bands of two columns read anew, column by column."""
    made = list(lines)
    if not any(map(_doubtful, made)):
        return made
    for band in bands(plate.grey, plate.dpi):
        inside = [line for line in made if band.top <= _middle(line) <= band.bottom]
        if not any(map(_doubtful, inside)):
            continue
        outside = [line for line in made if not band.top <= _middle(line) <= band.bottom]
        made = [*outside, *_sides(inside, band, plate, engine)]
    return made


def _sides(inside: list[SeenLine], band: Band, plate: Plate, engine: Recognizer) -> list[SeenLine]:
    """The lines of the band, with each column as it reads by itself where that is better."""
    made: list[SeenLine] = []
    better = False
    for left, right in ((0, band.gutter), (band.gutter, plate.grey.shape[1])):
        old = [part for line in inside if (part := tuple(w for w in line if left <= (w.left + w.right) / 2 < right))]
        new = _read(band, left, right, plate, engine)
        gained = evidence.worth(new) > evidence.worth(old) + _GAIN
        made += [*new, *_numbers_lost(old, new)] if gained else old
        better |= gained
    return made if better else inside


def _numbers_lost(old: Sequence[SeenLine], new: Sequence[SeenLine]) -> list[SeenLine]:
    """The line of the number, where a column that reads better by itself lost it: figures filled in by hand hide it."""
    middles = [_middle(line) for line in new]
    return [
        line
        for line in old
        if numbers(line)
        and not any(min(w.top for w in line) < middle < max(w.bottom for w in line) for middle in middles)
    ]


def _read(band: Band, left: int, right: int, plate: Plate, engine: Recognizer) -> list[SeenLine]:
    part = np.ascontiguousarray(plate.grey[band.top : band.bottom, left:right])
    seen = clean(engine.recognize(part, dpi=round(plate.dpi), look="block"))
    return evidence.without_noise(tuple(moved(word, left, band.top) for word in line) for line in seen)


def _doubtful(line: SeenLine) -> bool:
    letters = sum(len(word.text) for word in line)
    return sum(len(w.text) * w.confidence * plausibility(w.text) for w in line) < _DOUBTFUL * letters


def _middle(line: SeenLine) -> float:
    return sum(word.top + word.bottom for word in line) / (2 * len(line))


def bands(grey: NDArray[np.uint8], dpi: float) -> list[Band]:
    """The bands of two columns on a page without tables, from the top."""
    ink = _inked(grey, dpi)
    rows = _Rows.of(ink)
    found: list[Band] = []
    row = 0
    while row < len(ink):
        gap = _gap(ink[row])
        grown = _grown(rows, row, gap) if gap is not None else None
        if grown is None:
            row += 1
            continue
        top, bottom, gutter = grown
        scale, more = dpi / _COARSE, 2
        found.append(
            Band(
                max(0, round((top - more) * scale)),
                min(grey.shape[0], round((bottom + more) * scale)),
                round(gutter * scale),
            )
        )
        row = max(row + 1, bottom)
    return found


def _inked(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.bool_]:
    """Where there is ink, coarsely, without specks."""
    import cv2

    small = treatment.scaled(grey, _COARSE / dpi)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), _PAPER)
    dark = (cv2.subtract(paper, small) > _DARKER).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    print_ = stats[:, cv2.CC_STAT_AREA] >= 4
    print_[0] = False
    return np.asarray(print_[labels], np.bool_)


def _gap(row: NDArray[np.bool_]) -> tuple[int, int] | None:
    """The widest gap in a row between ink at its left and ink at its right, where a gutter may lie."""
    inked = np.flatnonzero(row)
    if len(inked) < 2:
        return None
    gaps = np.diff(inked)
    at = int(np.argmax(gaps))
    start, end = int(inked[at]) + 1, int(inked[at + 1])
    return (start, end) if _wide(start, end, len(row)) else None


def _wide(start: int, end: int, width: int) -> bool:
    low, high = max(start, round(_BETWEEN[0] * width)), min(end, round(_BETWEEN[1] * width))
    return high - low >= _GUTTER * _COARSE


@dataclass(frozen=True)
class _Rows:
    """The rows of the coarse picture: which have ink; and for each of their pixels where the ink before it ends and
    where the next begins, 0 and the width of the page where there is none."""

    inked: list[bool]
    before: list[list[int]]
    after: list[list[int]]
    width: int

    @classmethod
    def of(cls, ink: NDArray[np.bool_]) -> _Rows:
        height, width = ink.shape
        at = np.arange(width, dtype=np.int32)
        ends = np.maximum.accumulate(np.where(ink, at + 1, 0), axis=1)
        begins = np.minimum.accumulate(np.where(ink, at, width)[:, ::-1], axis=1)[:, ::-1]
        none = np.zeros((height, 1), np.int32)
        before, after = np.hstack([none, ends]), np.hstack([begins, none + width])
        return cls([bool(row.any()) for row in ink], before.tolist(), after.tolist(), width)

    def narrowed(self, row: int, start: int, end: int) -> tuple[int, int] | None:
        """What of the gutter stays free in this row; None where too little."""
        middle = (start + end) // 2
        low, high = max(start, self.before[row][middle]), min(end, self.after[row][middle])
        return (low, high) if _wide(low, high, self.width) else None


def _grown(rows: _Rows, row: int, gap: tuple[int, int]) -> tuple[int, int, int] | None:
    """First and last row of the band around a row, and its gutter; None where a column has not two lines."""
    start, end = gap
    top = bottom = row
    for step in (-1, 1):
        n, blank = row + step, 0
        while 0 <= n < len(rows.inked) and blank < _BLANK * _COARSE:
            if rows.inked[n]:
                narrowed = rows.narrowed(n, start, end)
                if narrowed is None:
                    break
                start, end = narrowed
                top, bottom, blank = min(top, n), max(bottom, n + 1), 0
            else:
                blank += 1
            n += step
    left = sum(rows.before[n][start] > 0 for n in range(top, bottom))
    right = sum(rows.after[n][end] < rows.width for n in range(top, bottom))
    return (top, bottom, (start + end) // 2) if min(left, right) >= _LINES * _COARSE else None
