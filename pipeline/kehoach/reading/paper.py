"""The sheet under the text: black edges of the scan taken off, empty pages known, black rings found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.reading import treatment

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COARSE = 50.0
_DARK = 110
_LEAST_EDGE = 0.06
_INK_OF_BLANK = 2e-4
_POINT = POINTS / _COARSE
_SEAL_ACROSS, _LEAST_ACROSS = (85.0, 130.0), 40.0
"""Points: seals of offices measure 36 to 42 mm, what is smaller is some other stamp."""
_DARKER = 50
_DRAWN, _STANDS_OUT = 0.6, 0.42
"""Share of an office's seal that is inked at least; how much more of a smaller ring is inked than there is beside it.
Measured: circles as small over lines of text have up to 0.38."""
_WORN, _FREE = 0.38, 0.3
"""Share of a worn ring that is left, and which part of that there is beside it at most. Measured: worn rings from 0.4 and
up to 0.1, circles over lines of text from 0.44."""


def without_edges(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """The page without the dark bars that a scanner leaves where the sheet ended."""
    import cv2

    factor = _COARSE / dpi
    small = treatment.scaled(grey, factor)
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
    cv2.copyTo(np.full_like(grey, int(treatment.percentile(grey[::4, ::4], 80)[0])), mask, made)
    return made


def _lies_outside(x: int, y: int, w: int, h: int, width: int, height: int) -> bool:
    """Whether a dark part keeps to the outer twelfth of the page on some side."""
    margin_x, margin_y = width / 12, height / 12
    return x + w < margin_x or x > width - margin_x or y + h < margin_y or y > height - margin_y


def is_empty(grey: NDArray[np.uint8], dpi: float) -> bool:
    """Whether there is hardly any ink at all: no need to recognize."""
    import cv2

    small = treatment.scaled(grey, 100 / dpi)
    inner = small[small.shape[0] // 30 : -small.shape[0] // 30, small.shape[1] // 30 : -small.shape[1] // 30]
    coarse = cv2.medianBlur(treatment.scaled(inner, 0.25), 7)
    ground = cv2.resize(coarse, (inner.shape[1], inner.shape[0]), interpolation=cv2.INTER_LINEAR)
    dark = cv2.subtract(ground, inner) > 45
    return float(dark.mean()) < _INK_OF_BLANK


def black_rings(grey: NDArray[np.uint8], dpi: float) -> list[Box]:
    """Round seals on black and white scans, in points, those of offices first. Smaller rings must stand free of what is
    inside and outside, as no circle over lines of text does."""
    import cv2

    factor = _COARSE / dpi
    small = np.asarray(cv2.GaussianBlur(treatment.scaled(grey, factor), (3, 3), 0), dtype=np.uint8)
    dark = small < treatment.percentile(small, 70)[0] - _DARKER
    found: list[Box] = []
    for least, most in (_SEAL_ACROSS, (_LEAST_ACROSS, _SEAL_ACROSS[0])):
        for x, y, radius in _circles(small, int(least / 2 / _POINT), int(most / 2 / _POINT)):
            ring = _inked(dark, x, y, *(radius + shift for shift in (-1.5, -0.75, 0.0, 0.75, 1.5)))
            inside, outside = (
                _inked(dark, x, y, radius - 4, radius - 3.25),
                _inked(dark, x, y, radius + 3.25, radius + 4),
            )
            beside = (inside + outside) / 2
            drawn = ring > _DRAWN if least == _SEAL_ACROSS[0] else ring - beside > _STANDS_OUT
            if drawn or (ring > _WORN and beside < _FREE * ring):
                box = Box(max(0.0, x - radius), max(0.0, y - radius), x + radius, y + radius).scaled(_POINT)
                if not any(box.overlap(other) > 0 for other in found):
                    found.append(box)
    return found


def _circles(small: NDArray[np.uint8], least: int, most: int) -> list[list[float]]:
    """Middles and radii of circles, the plainest first, in pixels."""
    import cv2

    found = cv2.HoughCircles(
        small, cv2.HOUGH_GRADIENT, dp=1, minDist=least, param1=120, param2=34, minRadius=least, maxRadius=most
    )
    return [] if found is None else found[0].tolist()


def is_seal(across: float) -> bool:
    """Whether a ring is as large as an office's seal."""
    return across >= _SEAL_ACROSS[0] - 2 * _POINT


def _inked(dark: NDArray[np.bool_], x: float, y: float, *radii: float) -> float:
    """Share of directions in which there is ink at one of these distances."""
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    hits = np.zeros(120, bool)
    for r in radii:
        px = np.clip(np.round(x + r * np.cos(angles)).astype(int), 0, dark.shape[1] - 1)
        py = np.clip(np.round(y + r * np.sin(angles)).astype(int), 0, dark.shape[0] - 1)
        hits |= dark[py, px]
    return float(hits.mean())
