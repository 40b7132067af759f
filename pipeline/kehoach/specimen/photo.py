"""A page photographed by hand instead of scanned: seen at an angle on a desk, half in somebody's shadow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kehoach.specimen.render import Image

Floats = NDArray[np.float32]
_DESKS = ((96, 74, 58), (58, 60, 66), (140, 122, 104), (38, 40, 44))
_MARGIN = 0.07


def photographed(page: Image, tilt: float, shadow: float, rng: np.random.Generator) -> Image:
    """The page as it lies on a desk, seen by a camera.

    Args:
        page: the sheet, upright.
        tilt: how far its corners are out of place, as a share of its sides (0.05: held carelessly).
        shadow: how much light the shadow takes, 0 to 1.
    """
    import cv2

    rows, columns = page.shape[:2]
    height, width = round(rows * (1 + 2 * _MARGIN)), round(columns * (1 + 2 * _MARGIN))
    sheet = np.asarray([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    inset = np.asarray((_MARGIN * columns, _MARGIN * rows), np.float32)
    moved = rng.uniform(-tilt, tilt, (4, 2)).astype(np.float32) * np.asarray((columns, rows), np.float32)
    corners = np.clip(sheet + inset + moved, 2, np.asarray((width - 3, height - 3), np.float32))
    matrix = cv2.getPerspectiveTransform(sheet, corners.astype(np.float32))
    seen = cv2.warpPerspective(page, matrix, (width, height), flags=cv2.INTER_AREA)
    inside = cv2.warpPerspective(np.full((rows, columns), 255, np.uint8), matrix, (width, height))
    cover = cv2.GaussianBlur(inside, (0, 0), 1.0).astype(np.float32)[..., None] / 255
    lit = _light(height, width, shadow, rng)
    picture = (_desk(height, width, rng) * (1 - cover) + seen.astype(np.float32) * cover) * lit
    return np.asarray(np.clip(picture, 0, 255), np.uint8)


def _desk(height: int, width: int, rng: np.random.Generator) -> Floats:
    """A plain surface with a little grain along one side."""
    import cv2

    colour = np.asarray(_DESKS[int(rng.integers(len(_DESKS)))], np.float32)
    grain = cv2.GaussianBlur(rng.normal(0, 22, (height, width)).astype(np.float32), (0, 0), 9, sigmaY=1.2)
    return np.asarray(colour + grain[..., None] * 2, np.float32)


def _light(height: int, width: int, shadow: float, rng: np.random.Generator) -> Floats:
    """Lamp light from one side, and the soft edge of a shadow across the sheet."""
    import cv2

    y, x = np.mgrid[0:1:96j, 0:1:72j].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    side = np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)
    lamp = 1 - 0.18 * np.clip(side + 0.5, 0, 1)
    edge = np.cos(angle + 0.9) * (x - 0.5) + np.sin(angle + 0.9) * (y - 0.5) + 0.05 * np.sin(5 * y + angle)
    dark = 1 / (1 + np.exp(-(edge - rng.uniform(-0.15, 0.15)) / 0.035))
    field = lamp * (1 - shadow * dark)
    return np.asarray(cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)[..., None]
