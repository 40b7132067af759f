"""A name or post stamped beside a seal in the same red ink: the seal is taken off the print, the words are print.

Offices stamp the signer's name below the seal or across its edge, and his post above, so one patch of red holds them all.
The seal is told by its ring, the words by their letters outside it. Of 25 real scans 3 lost their signer so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS
from kehoach.reading import treatment

if TYPE_CHECKING:
    from numpy.typing import NDArray

Place = tuple[int, int, int, int]

_DPI, _INKED = 100.0, 90
_RADIUS = (38.0, 63.0)
"""Points from a seal's middle to its ring: 27 to 44 mm across."""
_CLOSED = 0.55
"""Share of a ring that is inked at least."""
_OFF, _AS_CLOSED = 7, 0.85
"""Pixels by which the first guess of a ring may be off, twice as many where it is the inner one, and the share of the best
ring's ink that the outer one has."""
_RIM = 2.5
"""Points by which the ring's own line goes out."""
_HEIGHT, _WIDTH = (6.0, 30.0), 30.0
"""What stamped words measure, in points."""
_HIDDEN = 14.0
"""Points of words that the ring may hide."""
_LETTERS, _SPECK = 3, 2.0
"""Pieces that words have at least, and the square points of the smallest."""


def names_beside(mask: NDArray[np.uint8], place: Place, dpi: float) -> tuple[Place, tuple[Place, ...]] | None:
    """The places of the seal in a red patch and of the words beside it, in pixels; None where nothing else stands there,
    or no ring is found.

    Args:
        mask: what is red on the page.
    """
    left, top, right, bottom = place
    small = np.asarray(treatment.scaled(mask[top:bottom, left:right], _DPI / dpi) > _INKED, np.uint8)
    ring = _ring(small)
    if ring is None:
        return None
    x, y, radius = ring
    radius += _RIM * _DPI / POINTS
    rows, columns = np.indices(small.shape)
    hidden = _HIDDEN * _DPI / POINTS
    words = [
        (x0 - hidden if x0 > x - radius else x0, y0, x1 + hidden if x1 < x + radius else x1, y1)
        for x0, y0, x1, y1 in _words(np.asarray(small * (np.hypot(columns - x, rows - y) > radius), np.uint8))
    ]
    seal = _placed((x - radius, y - radius, x + radius, y + radius), place, dpi)
    return (seal, tuple(_placed(word, place, dpi) for word in words)) if words else None


def _placed(found: tuple[float, float, float, float], place: Place, dpi: float) -> Place:
    """What was found in the coarse picture of a place, in pixels of the page."""
    x0, y0, x1, y1 = (value * dpi / _DPI for value in found)
    left, top, right, bottom = place
    return (
        max(left, round(left + x0)),
        max(top, round(top + y0)),
        min(right, round(left + x1)),
        min(bottom, round(top + y1)),
    )


def _ring(small: NDArray[np.uint8]) -> tuple[float, float, float] | None:
    """The circle that most ink lies on."""
    import cv2

    least, most = (round(r * _DPI / POINTS) for r in _RADIUS)
    if min(small.shape) < 1.5 * least:
        return None
    blurred = cv2.GaussianBlur(small * 255, (5, 5), 0)
    found = cv2.HoughCircles(
        blurred, cv2.HOUGH_GRADIENT, 1.5, 20, param1=120, param2=30, minRadius=least, maxRadius=most
    )
    if found is None:
        return None
    near = np.asarray(cv2.dilate(small, np.ones((3, 3), np.uint8)), np.uint8)
    hough = np.asarray(found[0][:12, :3], np.float64)
    x, y, radius = hough[int(np.argmax(_closed(near, hough)))].tolist()
    steps = np.arange(-_OFF, _OFF + 1)
    wider = np.arange(-_OFF, 2 * _OFF + 1)
    around = np.stack(np.meshgrid(x + steps, y + steps, radius + wider), axis=-1).reshape(-1, 3)
    closed = _closed(near, around)
    best = float(closed.max())
    if best < _CLOSED:
        return None
    # of two rings the outer one
    outer = around[closed >= _AS_CLOSED * best]
    x, y, radius = outer[int(np.argmax(outer[:, 2]))].tolist()
    return x, y, radius


def _closed(small: NDArray[np.uint8], circles: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of each circle (x, y, radius) that is inked."""
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    x, y, radius = (circles[:, n, None] for n in range(3))
    columns, rows = np.rint(x + radius * np.cos(angles)).astype(int), np.rint(y + radius * np.sin(angles)).astype(int)
    high, wide = small.shape
    inside = (rows >= 0) & (rows < high) & (columns >= 0) & (columns < wide)
    inked = small[rows.clip(0, high - 1), columns.clip(0, wide - 1)] > 0
    return np.asarray((inked & inside).mean(axis=1))


def _words(ink: NDArray[np.uint8]) -> Iterator[Place]:
    """The lines of letters among ink outside a seal."""
    import cv2

    scale = _DPI / POINTS
    joined = cv2.dilate(ink, np.ones((1, round(9 * scale)), np.uint8))
    count, labels = cv2.connectedComponents(joined)
    for n in range(1, count):
        part = np.asarray((labels == n) * ink, np.uint8)
        ys, xs = np.nonzero(part)
        x0, y0, x1, y1 = int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1
        pieces, _, sizes, _ = cv2.connectedComponentsWithStats(part[y0:y1, x0:x1])
        letters = int((sizes[1:pieces, cv2.CC_STAT_AREA] >= _SPECK * scale**2).sum())
        high = _HEIGHT[0] * scale <= y1 - y0 <= _HEIGHT[1] * scale
        if high and x1 - x0 >= _WIDTH * scale and letters >= _LETTERS:
            yield x0, y0, x1, y1
