"""The sheet under the text: black edges of the scan taken off, empty pages known, black seals found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINTS = 72.0
_COARSE = 50.0
_DARK = 110
_LEAST_EDGE = 0.06
_INK_OF_BLANK = 2e-4
_SEAL_ACROSS = (85.0, 130.0)
"""Points: seals of offices measure 36 to 42 mm."""


def without_edges(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """The page without the dark bars that a scanner leaves where the sheet ended."""
    import cv2

    factor = _COARSE / dpi
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    dark = (small < _DARK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    height, width = dark.shape
    bars = np.zeros(count, np.uint8)
    for n, (x, y, w, h, area) in enumerate(stats.tolist()):
        touches = x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1
        long = max(w / width, h / height)
        if (
            n
            and touches
            and long > _LEAST_EDGE
            and area > 0.25 * max(w, h)
            and _lies_outside(x, y, w, h, width, height)
        ):
            bars[n] = 255
    if not bars.any():
        return grey
    mask = cv2.dilate(np.asarray(bars[labels], np.uint8), np.ones((3, 3), np.uint8))
    mask = cv2.resize(mask, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST)
    made = grey.copy()
    made[mask > 0] = int(np.percentile(grey[::4, ::4], 80))
    return made


def _lies_outside(x: int, y: int, w: int, h: int, width: int, height: int) -> bool:
    """Whether a dark part keeps to the outer twelfth of the page on some side."""
    margin_x, margin_y = width / 12, height / 12
    return x + w < margin_x or x > width - margin_x or y + h < margin_y or y > height - margin_y


def is_empty(grey: NDArray[np.uint8], dpi: float) -> bool:
    """Whether there is hardly any ink at all: no need to recognize."""
    import cv2

    small = cv2.resize(grey, None, fx=100 / dpi, fy=100 / dpi, interpolation=cv2.INTER_AREA)
    inner = small[small.shape[0] // 30 : -small.shape[0] // 30, small.shape[1] // 30 : -small.shape[1] // 30]
    ground = cv2.medianBlur(inner, 31)
    dark = cv2.subtract(ground, inner) > 45
    return float(dark.mean()) < _INK_OF_BLANK


def black_seals(grey: NDArray[np.uint8], dpi: float) -> list[Box]:
    """Round seals on black and white scans, in points: rings of the size of an office's seal."""
    import cv2

    factor = _COARSE / dpi
    coarse = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small = np.asarray(cv2.GaussianBlur(coarse, (3, 3), 0), dtype=np.uint8)
    least, most = (int(across / 2 / POINTS * _COARSE) for across in _SEAL_ACROSS)
    circles = cv2.HoughCircles(
        small, cv2.HOUGH_GRADIENT, dp=1, minDist=least, param1=120, param2=34, minRadius=least, maxRadius=most
    )
    found: list[Box] = []
    for x, y, radius in [] if circles is None else circles[0].tolist():
        if _ring(small, x, y, radius) > 0.6:
            box = Box(max(0.0, x - radius), max(0.0, y - radius), x + radius, y + radius).scaled(POINTS / _COARSE)
            if not any(box.overlap(other) > 0 for other in found):
                found.append(box)
    return found


def _ring(small: NDArray[np.uint8], x: float, y: float, radius: float) -> float:
    """Share of a circle that is inked, within a pixel and a half."""
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    ground = float(np.percentile(small, 70))
    hits = np.zeros(120, bool)
    for r in (radius - 1.5, radius - 0.75, radius, radius + 0.75, radius + 1.5):
        px = np.clip(np.round(x + r * np.cos(angles)).astype(int), 0, small.shape[1] - 1)
        py = np.clip(np.round(y + r * np.sin(angles)).astype(int), 0, small.shape[0] - 1)
        hits |= small[py, px] < ground - 50
    return float(hits.mean())
