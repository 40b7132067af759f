"""A sheet photographed by hand: its four edges found on the picture, and the sheet laid flat.

Scans have paper up to their edges, or a bar of black on one side; a photo shows a desk all around the sheet. Only where
all four edges are plain to see is anything done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from kehoach.reading import treatment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SMALL = 640
"""Pixels of the longer side of the picture that edges are sought on."""
_SPARSE = 4
"""One of how many pixels each way tells that a picture is no photo."""
_RIM = 0.02
_OFF_PAPER = 0.6
"""Share of the picture's rim that must not look like paper."""
_STEP = 14.0
"""Grey levels by which the sheet is brighter than what lies beside its edge."""
_SUPPORT = 0.7
_LEAST_AREA, _MOST_AREA = 0.3, 0.97
_LONG_SIDE = 2**0.5
_A4 = (8.268, 11.693)
_LEAN = 25.0
_KEPT = 5


@dataclass(frozen=True)
class Outline:
    """The corners of a sheet as shares of the picture's width and height: top left, top right, bottom right, bottom
    left."""

    corners: tuple[tuple[float, float], ...]


def outline(picture: NDArray[np.uint8]) -> Outline | None:
    """Where the sheet lies on an RGB picture; None where it is a scan, or an edge is not to be seen."""
    import cv2
    import numpy as np

    # Most pictures are scans, as a few of their pixels tell.
    if not _has_desk(_brightness(np.ascontiguousarray(picture[::_SPARSE, ::_SPARSE])), _STEP, _OFF_PAPER / 2):
        return None
    bright = _brightness(treatment.scaled(picture, _SMALL / max(picture.shape[:2])))
    if not _has_desk(bright):
        return None
    # Print goes, edges stay.
    closed = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    smooth = np.asarray(cv2.medianBlur(closed, 7), np.uint8)
    sides = [_candidates(smooth, side) for side in ("left", "top", "right", "bottom")]
    height, width = smooth.shape
    best: tuple[float, NDArray[np.float32]] | None = None
    for left, top, right, bottom in product(*sides):
        pairs = ((left, top), (right, top), (right, bottom), (left, bottom))
        corners = [_crossing(a.line, b.line) for a, b in pairs]
        if any(corner is None for corner in corners):
            continue
        quad = np.asarray(corners, np.float32)
        if not _is_sheet(quad, width, height):
            continue
        worth = min(_support(smooth, quad[n], quad[(n + 1) % 4]) for n in range(4))
        if worth >= _SUPPORT and (best is None or worth > best[0]):
            best = worth, quad
    if best is None:
        return None
    return Outline(tuple((float(x) / width, float(y) / height) for x, y in best[1]))


def flat(picture: NDArray[np.uint8], found: Outline, dpi: float) -> NDArray[np.uint8]:
    """The sheet alone, seen from straight above, as a page of A4's size at ``dpi`` (or of another shape, as large)."""
    import cv2
    import numpy as np

    height, width = picture.shape[:2]
    corners = np.asarray([(x * width, y * height) for x, y in found.corners], np.float32)
    across, down = _size(corners)
    size = round(across * dpi), round(down * dpi)
    target = np.asarray([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    return np.asarray(
        cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _size(corners: NDArray[np.float32]) -> tuple[float, float]:
    """Width and height of the sheet in inches: A4 where its shape is about that."""
    top, right, bottom, left = _lengths(corners)
    across, down = (top + bottom) / 2, (left + right) / 2
    ratio = down / across
    if 1 / 1.12 < ratio / _LONG_SIDE < 1.12:
        return _A4
    if 1 / 1.12 < ratio * _LONG_SIDE < 1.12:
        return _A4[::-1]
    scale = (_A4[0] * _A4[1] / (across * down)) ** 0.5
    return across * scale, down * scale


def _lengths(corners: NDArray[np.float32]) -> tuple[float, float, float, float]:
    import numpy as np

    a, b, c, d = (float(np.hypot(*(corners[(n + 1) % 4] - corners[n]))) for n in range(4))
    return a, b, c, d


def _brightness(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The strongest channel of each pixel."""
    import cv2
    import numpy as np

    red, green, blue = cv2.split(picture)
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8)


def _has_desk(bright: NDArray[np.uint8], darker: float = 2 * _STEP, least: float = _OFF_PAPER) -> bool:
    """Whether most of the rim is darker than the paper, which is the brighter half of the picture."""
    rim = max(2, round(_RIM * min(bright.shape)))
    paper = treatment.percentile(bright, 75)[0]
    edges = (bright[:rim], bright[-rim:], bright[:, :rim], bright[:, -rim:])
    return all(float((edge < paper - darker).mean()) > least for edge in edges)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A straight edge: (x0, y0, x1, y1), and its length."""

    line: tuple[float, float, float, float]
    length: float


def _candidates(smooth: NDArray[np.uint8], side: str) -> list[_Candidate]:
    """The longest straight edges where this side of the sheet may be."""
    import cv2
    import numpy as np

    height, width = smooth.shape
    upright = side in ("left", "right")
    slope = cv2.Sobel(smooth, cv2.CV_32F, 1 if upright else 0, 0 if upright else 1, ksize=3)
    # The sheet is brighter than the desk: the slope's sign tells which of its sides an edge is.
    inward = slope if side in ("left", "top") else -slope
    marked = np.asarray(inward > 2 * _STEP, np.uint8) * 255
    long = height if upright else width
    found = cv2.HoughLinesP(marked, 1, np.pi / 720, 40, minLineLength=int(0.22 * long), maxLineGap=int(0.04 * long))
    made: list[_Candidate] = []
    for x0, y0, x1, y1 in [] if found is None else found.reshape(-1, 4).astype(float).tolist():
        lean = abs(np.degrees(np.arctan2(x1 - x0, y1 - y0) if upright else np.arctan2(y1 - y0, x1 - x0)))
        middle = ((x0 + x1) / 2 / width) if upright else ((y0 + y1) / 2 / height)
        if min(lean, 180 - lean) > _LEAN or (middle > 0.5) == (side in ("left", "top")):
            continue
        made.append(_Candidate((x0, y0, x1, y1), float(np.hypot(x1 - x0, y1 - y0))))
    return list(_apart(sorted(made, key=lambda entry: -entry.length)))


def _apart(sorted_: list[_Candidate]) -> Iterator[_Candidate]:
    """The longest of each bundle of edges that run together."""
    kept: list[_Candidate] = []
    for entry in sorted_:
        if len(kept) < _KEPT and all(_between(entry.line, other.line) > 6 for other in kept):
            kept.append(entry)
            yield entry


def _between(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """How far the ends of one edge lie from the line of another."""
    import numpy as np

    x0, y0, x1, y1 = b
    length = float(np.hypot(x1 - x0, y1 - y0)) or 1.0
    return max(abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length for x, y in (a[:2], a[2:]))


def _crossing(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, float] | None:
    (x1, y1, x2, y2), (x3, y3, x4, y4) = a, b
    below = (x1 - x2) * (y3 - y4) - (y1 - y2) * (x3 - x4)
    if abs(below) < 1e-6:
        return None
    p, q = x1 * y2 - y1 * x2, x3 * y4 - y3 * x4
    return (p * (x3 - x4) - (x1 - x2) * q) / below, (p * (y3 - y4) - (y1 - y2) * q) / below


def _is_sheet(quad: NDArray[np.float32], width: int, height: int) -> bool:
    """Whether the four corners can be those of a sheet on this picture."""
    import cv2

    slack = 0.02 * max(width, height)
    inside = (quad >= -slack).all() and (quad[:, 0] <= width + slack).all() and (quad[:, 1] <= height + slack).all()
    if not inside or not cv2.isContourConvex(quad.reshape(-1, 1, 2)):
        return False
    share = float(cv2.contourArea(quad)) / (width * height)
    top, right, bottom, left = _lengths(quad)
    return _LEAST_AREA < share < _MOST_AREA and 0.6 < top / bottom < 1.67 and 0.6 < left / right < 1.67


def _support(smooth: NDArray[np.uint8], start: NDArray[np.float32], end: NDArray[np.float32]) -> float:
    """Share of an edge along which the sheet's side is brighter than the other. Corners go clockwise, so the sheet lies
    to the right of each edge."""
    import numpy as np

    steps = np.linspace(0.04, 0.96, 60)[:, None]
    points = start + steps * (end - start)
    along = (end - start) / max(1.0, float(np.hypot(*(end - start))))
    inward = np.asarray((-along[1], along[0]))
    height, width = smooth.shape

    def seen(shift: float) -> NDArray[np.float64]:
        at = np.round(points + shift * inward).astype(int)
        x, y = np.clip(at[:, 0], 0, width - 1), np.clip(at[:, 1], 0, height - 1)
        return np.asarray(smooth[y, x], np.float64)

    step = np.minimum(seen(4), seen(6)) - np.maximum(seen(-4), seen(-6))
    return float((step > 0.7 * _STEP).mean())
