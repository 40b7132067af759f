"""What pens and seals leave on paper, drawn on page images: handwriting, signatures, round seals.

The seal says MẪU and SPECIMEN: it imitates the look, never the seal of any body.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kehoach.model.geometry import Box
from kehoach.specimen.fonts import faces
from kehoach.specimen.render import Image

BLUE = (38, 62, 150)
RED = (196, 40, 52)
_FINE = 3  # drawing is done this many times larger, then reduced, for soft edges

# Digits as strokes in a unit square (x rightwards, y downwards), the way a hurried pen makes them.
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "0": (((0.62, 0.06), (0.22, 0.22), (0.12, 0.62), (0.36, 0.97), (0.72, 0.8), (0.82, 0.34), (0.6, 0.06)),),
    "1": (((0.28, 0.28), (0.56, 0.04), (0.5, 0.5), (0.44, 0.98)),),
    "2": (((0.16, 0.28), (0.4, 0.04), (0.74, 0.2), (0.6, 0.52), (0.14, 0.94), (0.5, 0.86), (0.86, 0.94)),),
    "3": (((0.2, 0.14), (0.6, 0.06), (0.72, 0.28), (0.4, 0.46), (0.76, 0.62), (0.62, 0.94), (0.14, 0.86)),),
    "4": (((0.54, 0.04), (0.12, 0.58), (0.88, 0.56)), ((0.64, 0.32), (0.56, 0.98))),
    "5": (((0.78, 0.06), (0.32, 0.08), (0.24, 0.44), (0.66, 0.46), (0.72, 0.82), (0.16, 0.92)),),
    "6": (((0.7, 0.06), (0.26, 0.4), (0.18, 0.8), (0.5, 0.98), (0.76, 0.72), (0.44, 0.54), (0.2, 0.74)),),
    "7": (((0.14, 0.12), (0.82, 0.1), (0.56, 0.5), (0.38, 0.98)), ((0.3, 0.52), (0.74, 0.48))),
    "8": (((0.7, 0.18), (0.36, 0.06), (0.28, 0.34), (0.7, 0.62), (0.58, 0.96), (0.22, 0.82), (0.42, 0.5), (0.72, 0.2)),),
    "9": (((0.72, 0.26), (0.4, 0.06), (0.22, 0.34), (0.52, 0.52), (0.74, 0.24), (0.66, 0.66), (0.4, 0.98)),),
}  # fmt: skip


def press(page: Image, mask: NDArray[np.float32], colour: tuple[int, int, int]) -> Image:
    """Lays ink of ``colour`` on the page where ``mask`` (0 to 1) says: print under it still shows through."""
    tint = np.asarray(colour, np.float32) / 255
    cover = mask[..., None]
    inked = page.astype(np.float32) * (1 - cover + cover * tint)
    return np.clip(inked, 0, 255).astype(np.uint8)


def strokes(page: Image, lines: Sequence[NDArray[np.float64]], width: float) -> NDArray[np.float32]:
    """A mask of the page with smooth curves through the points (x, y in pixels) of each line; ``width`` in pixels."""
    import cv2

    rows, columns = page.shape[0], page.shape[1]
    fine = np.zeros((rows * _FINE, columns * _FINE), np.uint8)
    for line in lines:
        curve = (_smooth(line) * _FINE).round().astype(np.int32).reshape(-1, 1, 2)
        cv2.polylines(fine, [curve], False, 255, max(1, round(width * _FINE)), cv2.LINE_AA)
    small = cv2.resize(fine, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32) / np.float32(255)


def write_digits(page: Image, text: str, box: Box, dpi: int, rng: np.random.Generator) -> Image:
    """Digits by hand over ``box`` (points), a little larger than print and not quite on the line."""
    scale = dpi / 72
    height = box.height * scale * rng.uniform(1.05, 1.3)
    advance = height * rng.uniform(0.5, 0.6)
    x = box.x0 * scale - advance * 0.15
    y = (box.bottom * scale) - height * rng.uniform(0.98, 1.1)
    slant = rng.uniform(0.1, 0.28)
    lines = []
    for character in text:
        for stroke in _STROKES.get(character, ()):
            points = np.array(stroke) + rng.normal(0, 0.025, (len(stroke), 2))
            points[:, 0] += slant * (1 - points[:, 1])
            lines.append(points * (advance * 0.95, height) + (x, y))
        x += advance * rng.uniform(0.92, 1.06)
        y += height * rng.normal(0, 0.02)
    mask = strokes(page, lines, width=scale * rng.uniform(0.85, 1.15))
    return press(page, mask * rng.uniform(0.82, 0.95), BLUE)


def sign(page: Image, box: Box, dpi: int, rng: np.random.Generator) -> Image:
    """A signature above the printed name in ``box`` (points): loops, a long stroke back, a flourish."""
    scale = dpi / 72
    width, height = 95 * scale, 48 * scale
    left, top = box.cx * scale - width / 2, box.top * scale - height * 1.15
    turns = rng.integers(4, 7)
    t = np.linspace(0, 1, turns * 5)
    x = 0.1 + 0.62 * t + 0.09 * np.sin(2 * math.pi * turns * t)
    y = 0.5 - 0.32 * np.exp(-2.2 * t) * np.cos(2 * math.pi * turns * t + 0.6) + rng.normal(0, 0.02, t.size)
    back = np.array([(0.74, 0.52), (0.95, 0.2), (0.55, 0.55), (0.08, 0.82), (0.6, 0.72), (1.0, 0.6)])
    back += rng.normal(0, 0.02, back.shape)
    lines = [np.stack([x, y], 1) * (width, height) + (left, top), back * (width, height) + (left, top)]
    mask = strokes(page, lines, width=scale * rng.uniform(0.9, 1.4))
    return press(page, mask * rng.uniform(0.8, 0.95), BLUE)


def seal(page: Image, centre: tuple[float, float], dpi: int, rng: np.random.Generator, diameter: float = 102) -> Image:
    """A round red seal at ``centre`` (points), 36 mm across, slightly turned and unevenly inked."""
    import cv2

    scale = dpi / 72
    size = round(diameter * scale)
    face = _seal_face(size)
    turn = cv2.getRotationMatrix2D((size / 2, size / 2), rng.uniform(-12, 12), 1)
    turned = np.asarray(cv2.warpAffine(face, turn, (size, size)), np.float32) / 255
    patches = cv2.resize(rng.uniform(0.35, 1.0, (7, 7)).astype(np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
    inked = np.clip(turned * (0.25 + 0.75 * patches), 0, 1)
    mask = np.zeros((page.shape[0], page.shape[1]), np.float32)
    x0, y0 = round(centre[0] * scale - size / 2), round(centre[1] * scale - size / 2)
    rows, columns = page.shape[0], page.shape[1]
    top, bottom, left, right = max(y0, 0), min(y0 + size, rows), max(x0, 0), min(x0 + size, columns)
    if top < bottom and left < right:
        mask[top:bottom, left:right] = inked[top - y0 : bottom - y0, left - x0 : right - x0]
    return press(page, mask, RED)


def _seal_face(size: int) -> NDArray[np.uint8]:
    """Two rings, words along the inner one, a five-pointed star."""
    from PIL import Image as Picture
    from PIL import ImageDraw, ImageFont

    picture = Picture.new("L", (size, size), 0)
    draw = ImageDraw.Draw(picture)
    middle = size / 2
    for inset, width in ((0.01, 0.018), (0.045, 0.008), (0.25, 0.008)):
        edge = size * inset
        draw.ellipse((edge, edge, size - edge, size - edge), outline=255, width=max(1, round(size * width)))
    star = [
        (middle + r * size * math.sin(math.pi * k / 5), middle - r * size * math.cos(math.pi * k / 5))
        for k, r in enumerate((0.15, 0.06) * 5)
    ]
    draw.polygon(star, fill=255)
    font = ImageFont.truetype(str(faces()["Bold"]), max(6, round(size * 0.105)))
    words = "VĂN BẢN MẪU ★ SPECIMEN ★ "
    for n, character in enumerate(words.replace("★", "*")):
        angle = 360 * n / len(words) - 180
        tile = Picture.new("L", (size, size), 0)
        ImageDraw.Draw(tile).text((middle, size * 0.145), character, fill=255, font=font, anchor="mm")
        picture.paste(255, mask=tile.rotate(-angle))
    return np.asarray(picture).copy()


def _smooth(points: NDArray[np.float64], steps: int = 12) -> NDArray[np.float64]:
    """A Catmull-Rom curve through the points."""
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack([*parts, points[-1:]])
