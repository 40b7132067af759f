"""Ruling lines on a page image: found, placed, and erased so that letters stand free of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.model.page import Ruling
from kehoach.reading.lattice import merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ACROSS, _DOWN = 0.3, 0.2
"""Shortest line in inches, across and down: longer than the strokes of letters, shorter than a low table row."""
_THICKEST = 0.035
_LONGEST_GAP = 0.02
_LEAST_DRAWN = 0.88
"""Share of its length that a line must be inked over: figures standing one below the other have gaps."""
_MOST_TOUCHED = 0.3
_DARKER, _FAINT = 12, 5
"""Grey levels by which ink is darker than the paper around it, at least; of what is left of a worn line."""
_LEFT = 0.6
"""Share of the stretch between two pieces of a line over which something of it is left."""
_AROUND = 8
"""Pixels around lines that tell the colour of the paper."""


@dataclass(frozen=True)
class Ruled:
    """The lines of a page image in points, and the pixels that belong to them."""

    rulings: tuple[Ruling, ...]
    mask: NDArray[np.uint8]


def find(grey: NDArray[np.uint8], dpi: float) -> Ruled:
    """Straight horizontal and vertical lines of an upright page."""
    import cv2

    ink, faint = _ink(grey, dpi)
    across = _lines(ink, dpi, horizontal=True)
    down = _lines(ink, dpi, horizontal=False)
    flat, upright = _pieces(across, ink, dpi, horizontal=True), _pieces(down, ink, dpi, horizontal=False)
    worn = _worn(flat.boxes, faint, dpi, horizontal=True), _worn(upright.boxes, faint, dpi, horizontal=False)
    for pieces, more in zip((flat, upright), worn, strict=True):
        for box in more:
            part = slice(int(box.top), int(box.bottom)), slice(int(box.x0), int(box.x1))
            pieces.mask[part] |= faint[part]
            pieces.boxes.append(box)
    boxes = [[box.scaled(POINTS / dpi) for box in pieces.boxes] for pieces in (flat, upright)]
    rulings = [*merged(boxes[0], horizontal=True), *merged(boxes[1], horizontal=False)]
    return Ruled(tuple(Ruling(box) for box in rulings), np.asarray(cv2.bitwise_or(flat.mask, upright.mask), np.uint8))


def erased(grey: NDArray[np.uint8], ruled: Ruled) -> NDArray[np.uint8]:
    """The image with the lines painted over in the colour of the paper around them."""
    import cv2

    x, y, width, height = cv2.boundingRect(ruled.mask)
    if not width:
        return grey
    made = grey.copy()
    area = slice(max(0, y - _AROUND), y + height + _AROUND), slice(max(0, x - _AROUND), x + width + _AROUND)
    mask = cv2.dilate(ruled.mask[area], np.ones((3, 3), np.uint8))
    paper = cv2.dilate(cv2.medianBlur(grey[area], 5), np.ones((9, 9), np.uint8))
    cv2.copyTo(paper, mask, made[area])
    return made


def _ink(grey: NDArray[np.uint8], dpi: float) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Dark pixels against the paper around them, as 255, and those that are at least faintly darker."""
    import cv2

    around = int(dpi / 6) | 1
    soft = cv2.GaussianBlur(grey, (3, 3), 0)
    paper = cv2.boxFilter(soft, -1, (around, around), borderType=cv2.BORDER_REPLICATE)
    darker = cv2.subtract(paper, soft)
    dark, faint = (cv2.threshold(darker, least - 1, 255, cv2.THRESH_BINARY)[1] for least in (_DARKER, _FAINT))
    return np.asarray(dark, np.uint8), np.asarray(faint, np.uint8)


def _lines(ink: NDArray[np.uint8], dpi: float, horizontal: bool) -> NDArray[np.uint8]:
    """Pixels of long straight runs. Small gaps are bridged, a slight lean is borne by thickening first."""
    import cv2

    length = max(8, round((_ACROSS if horizontal else _DOWN) * dpi))
    gap = max(2, round(_LONGEST_GAP * dpi))
    thick = cv2.dilate(ink, _bar(2, not horizontal))
    closed = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, _bar(gap, horizontal))
    cores = np.asarray(cv2.erode(closed, _bar(length, horizontal)), np.uint8)
    thickest = max(3, round(_THICKEST * dpi))
    for band in _bands(cores, 2 * thickest, horizontal):
        part = cores[band] if horizontal else cores[:, band]
        runs = cv2.dilate(part, _bar(length, horizontal))
        # Runs within large dark areas (pictures, black edges of the scan) are no lines.
        solid = cv2.morphologyEx(runs, cv2.MORPH_OPEN, _bar(thickest, not horizontal))
        solid = cv2.dilate(solid, np.ones((thickest, thickest), np.uint8))
        part[:] = cv2.subtract(runs, solid)
    return cores


def _bands(mask: NDArray[np.uint8], more: int, horizontal: bool) -> list[slice]:
    """The rows (or columns) with anything marked, with so many more on each side, as bands apart from each other."""
    marked = mask.max(axis=1 if horizontal else 0)
    at = np.flatnonzero(marked)
    starts = at[np.diff(at, prepend=-2 * more - 1) > 2 * more].tolist()
    ends = at[np.diff(at, append=len(marked) + 2 * more + 1) > 2 * more].tolist()
    return [slice(max(0, start - more), end + 1 + more) for start, end in zip(starts, ends, strict=True)]


def _bar(length: int, horizontal: bool) -> NDArray[np.uint8]:
    return np.ones((1, length) if horizontal else (length, 1), np.uint8)


@dataclass(frozen=True)
class _Pieces:
    boxes: list[Box]
    mask: NDArray[np.uint8]


def _pieces(runs: NDArray[np.uint8], ink: NDArray[np.uint8], dpi: float, horizontal: bool) -> _Pieces:
    """The connected runs that are lines: long, thin, and standing free of letters."""
    import cv2

    shortest = (_ACROSS if horizontal else _DOWN) * dpi
    outlines, _ = cv2.findContours(runs, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    mask = np.zeros_like(ink)
    boxes: list[Box] = []
    for outline in outlines:
        x, y, width, height = cv2.boundingRect(outline)
        long, thick = (width, height) if horizontal else (height, width)
        if long < shortest or thick > max(0.12 * long, 2 * _THICKEST * dpi):
            continue
        part = ink[y : y + height, x : x + width]
        if float((part.max(axis=0 if horizontal else 1) > 0).mean()) < _LEAST_DRAWN:
            continue
        if _touched(ink, x, y, width, height, horizontal) <= (_MOST_TOUCHED if long < 1.5 * dpi else 0.6):
            cv2.drawContours(mask, [outline], 0, 255, cv2.FILLED)
            boxes.append(Box(x, y, x + width, y + height))
    return _Pieces(boxes, mask)


def _touched(ink: NDArray[np.uint8], x: int, y: int, width: int, height: int, horizontal: bool) -> float:
    """Share of a run's length along which ink goes on beside it: strokes of letters that happen to line up have their
    letters there, a drawn line has not."""
    if horizontal:
        sides = ink[max(0, y - 5) : max(0, y - 2), x : x + width], ink[y + height + 2 : y + height + 5, x : x + width]
        return max((float((side.max(axis=0) > 0).mean()) for side in sides if side.size), default=0.0)
    sides = ink[y : y + height, max(0, x - 5) : max(0, x - 2)], ink[y : y + height, x + width + 2 : x + width + 5]
    return max((float((side.max(axis=1) > 0).mean()) for side in sides if side.size), default=0.0)


def _worn(boxes: list[Box], faint: NDArray[np.uint8], dpi: float, horizontal: bool) -> list[Box]:
    """The stretches between pieces of a line that has worn away there, of which something fainter is left: the paper
    beside it is clean, so it is neither noise nor a row of letters."""
    flat = [box if horizontal else Box(box.top, box.x0, box.bottom, box.x1) for box in boxes]
    image = faint if horizontal else faint.T
    made: list[Box] = []
    for left in flat:
        ahead = [box for box in flat if box.x0 > left.x1 and abs(box.cy - left.cy) <= _THICKEST * dpi]
        if not ahead:
            continue
        right = min(ahead, key=lambda box: box.x0)
        y, bottom = int(max(0, min(left.top, right.top) - 1)), int(max(left.bottom, right.bottom) + 1)
        x, end = int(left.x1), int(right.x0)
        gap = image[y:bottom, x:end]
        if not gap.size or bottom - y > 2 * _THICKEST * dpi:
            continue
        if float((gap.max(axis=0) > 0).mean()) < _LEFT:
            continue
        if _touched(image, x, y, end - x, bottom - y, horizontal=True) <= _MOST_TOUCHED:
            made.append(Box(x, y + 1, end, bottom - 1) if horizontal else Box(y + 1, x, bottom - 1, end))
    return made
