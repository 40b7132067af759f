"""Shaded cells: the heads of tables that are printed on grey or coloured ground, or in white on dark ground.

A shaded row hides the lines of its table and, where it is dark, its words. Before anything else is looked for, each even
area with straight edges is made white, with all that differs from its ground in black.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kehoach.reading import treatment

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AROUND, _NEAR, _OVER = (np.ones((size, size), np.uint8) for size in (3, 7, 13))
"""What lies beside a pixel and near it, and how far shading is followed over letters and the rules between its cells."""

_COARSE = 100.0
"""Dots per inch of the small picture in which shaded areas are looked for."""
_DARKER, _EVEN, _FLAT = 16, 6, 10
"""Grey levels that shading is darker than the paper at least, that one shade differs by, and neighbours in it."""
_LEAST = (28, 13)
"""Pixels that a shaded cell is wide and high at least."""
_STRAIGHT = 0.85
"""Share of the smallest rectangle around it that the area fills at least, which tells shading from shadow."""
_EDGE = 0.8
"""Share of an area's rim at which something else begins at once, a rule or another ground: a shadow fades."""
_RIM = 3
"""Pixels more than its even part that a shaded area is wide: where it ends the shade is uneven."""
_MOST = 0.6
"""Share of the page that shading covers at most; more is coloured paper."""
_CONTRAST = 70.0
"""Levels that words differ by from their ground at least; less is the grain of the print."""


def flattened(pixels: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """The page image in RGB with its shaded areas as plain paper under black print; the same image where there are none."""
    import cv2

    areas = list(_areas(pixels, dpi))
    if not areas:
        return pixels
    made, factor = pixels.copy(), dpi / _COARSE
    done = np.zeros(pixels.shape[:2], np.bool_)
    for corners in areas:
        points = np.round(corners * factor).astype(np.int32)
        left, top = np.maximum(points.min(axis=0), 0).tolist()
        right, bottom = np.minimum(points.max(axis=0) + 1, [pixels.shape[1], pixels.shape[0]]).tolist()
        place = np.s_[top:bottom, left:right]
        mask = np.zeros((bottom - top, right - left), np.uint8)
        cv2.fillConvexPoly(mask, points - [left, top], 1)
        inside = mask > 0
        told = _as_print(treatment.grey(np.ascontiguousarray(pixels[place])), inside)
        # Where two areas meet, either takes the other's ground for print: a rule between them.
        told = np.where(done[place], np.minimum(told, made[place][..., 0]), told)
        made[place][inside] = told[inside][:, None]
        done[place] |= inside
    return made


def _as_print(grey: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """A shaded area in grey: its ground white, what is darker or lighter black, as far as it can be."""
    ground = float(np.median(grey[inside]))
    unlike = np.abs(grey.astype(np.float32) - ground)
    most = np.where(grey < ground, max(_CONTRAST, ground), max(_CONTRAST, 255 - ground))
    return np.asarray(np.clip(255 - unlike * (255 / most), 0, 255), np.uint8)


def _areas(pixels: NDArray[np.uint8], dpi: float) -> Iterator[NDArray[np.float32]]:
    """The corners of shaded cells, in the small picture."""
    import cv2

    grey = treatment.grey(treatment.scaled(pixels, _COARSE / dpi))
    flat = cv2.subtract(cv2.dilate(grey, _AROUND), cv2.erode(grey, _AROUND)) <= _FLAT
    levels = np.bincount(grey[flat], minlength=256)
    paper = int(np.searchsorted(levels.cumsum(), 0.9 * levels.sum()))
    left = flat & (grey < paper - _DARKER)
    if left.mean() > _MOST:
        return
    while True:
        levels = np.bincount(grey[left], minlength=256)
        level = int(levels.argmax())
        if levels[max(0, level - _EVEN) : level + _EVEN + 1].sum() < _LEAST[0] * _LEAST[1] / 2:
            return
        even = (left & (np.abs(grey.astype(np.int16) - level) <= _EVEN)).astype(np.uint8)
        left &= even == 0
        whole = cv2.morphologyEx(even, cv2.MORPH_CLOSE, _OVER)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(np.asarray(whole, np.uint8), connectivity=4)
        for n in range(1, count):
            x, y, width, height, _ = stats[n].tolist()
            if width < _LEAST[0] or height < _LEAST[1]:
                continue
            inside = np.asarray(labels[y : y + height, x : x + width] == n, np.uint8)
            corners = _corners(inside)
            if corners is not None and _ends(inside, grey, (x, y), level):
                yield corners + np.array([x, y], np.float32)


def _corners(area: NDArray[np.uint8]) -> NDArray[np.float32] | None:
    """The corners of the rectangle that an area fills, the words in it counted; None where it fills none."""
    import cv2

    outlines, _ = cv2.findContours(area, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea)
    centre, (width, height), angle = cv2.minAreaRect(outline)
    filled = np.zeros_like(area)
    cv2.drawContours(filled, [outline], -1, 1, cv2.FILLED)
    if filled.sum() < _STRAIGHT * (width + 1) * (height + 1):
        return None
    return np.asarray(cv2.boxPoints((centre, (width + _RIM, height + _RIM), angle)), np.float32) + 0.5


def _ends(area: NDArray[np.uint8], grey: NDArray[np.uint8], at: tuple[int, int], level: int) -> bool:
    """Whether right at most of an area's rim something else begins."""
    import cv2

    outlines, _ = cv2.findContours(area, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    rim = max(outlines, key=len)[:, 0, :] + np.array(at)
    unlike = cv2.absdiff(grey, np.full_like(grey, level)) > _DARKER
    beside = cv2.dilate(unlike.astype(np.uint8), _NEAR) > 0
    return float(beside[rim[:, 1], rim[:, 0]].mean()) >= _EDGE
