"""Ageing of page images: what copying, storing and scanning do to a page, deterministic by seed.

Strengths are chosen after measurements on real office scans (200 dpi colour JPEG and bitonal fax-coded pages): text
there is skewed by up to a degree, the back page shows through, the paper is not evenly lit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from kehoach.specimen.photo import photographed
from kehoach.specimen.render import Image

Mode = Literal["colour", "grey", "bitonal"]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Wear:
    """How worn a scan is.

    ``skew`` is the largest turn in degrees; ``blur`` and ``noise`` are standard deviations (in 1/200 inch; in grey
    levels of 255); ``light`` the largest darkening of an edge, ``bleed`` the strength of the back page, ``fade`` the
    loss of contrast (all 0 to 1); ``speckle`` specks a square inch; ``ink`` thins (below 0) or thickens (above 0)
    strokes by that share of 1/200 inch; ``paper`` the colour of the paper; ``edge`` the width in millimetres of the
    black border that a lid left open scans; ``quality`` of JPEG; ``dust`` is lines drawn by dirt on the glass; ``tilt``
    and ``shadow`` are those of a photo taken by hand (see ``photo``); ``turn`` is by how much (90, 180, 270 degrees,
    clockwise) the sheet lay turned.
    """

    dpi: int = 200
    mode: Mode = "colour"
    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    light: float = 0.0
    bleed: float = 0.0
    fade: float = 0.0
    speckle: float = 0.0
    ink: float = 0.0
    paper: tuple[int, int, int] = (255, 255, 255)
    edge: float = 0.0
    dust: int = 0
    quality: int = 60
    threshold: int = 150
    tilt: float = 0.0
    shadow: float = 0.0
    turn: int = 0


GRADES: Mapping[str, Wear] = MappingProxyType(
    {
        "light": Wear(skew=0.4, blur=0.4, noise=2.5, light=0.03, bleed=0.0, paper=(252, 252, 250), quality=62),
        "office": Wear(
            skew=0.9, blur=0.55, noise=5, light=0.1, bleed=0.07, fade=0.05, speckle=1.5, paper=(247, 246, 241),
            edge=1.5, quality=48,
        ),
        "bitonal": Wear(mode="bitonal", skew=0.8, blur=0.5, noise=9, light=0.04, bleed=0.05, speckle=3, edge=1.0),
        "hard": Wear(
            mode="grey", skew=1.8, blur=0.85, noise=16, light=0.38, bleed=0.2, fade=0.32, speckle=7, ink=-0.35,
            paper=(214, 214, 214), edge=4, dust=1, quality=32,
        ),
        "photo": Wear(blur=0.6, noise=5, paper=(250, 247, 238), quality=70, tilt=0.05, shadow=0.4),
    }
)  # fmt: skip
"""Graded strength: "light" (a careful scan), "office" (an ordinary one), "bitonal" (fax-like), "hard" (a faded copy
of a copy); "photo" (a sheet on a desk, taken with a phone)."""


def at_dpi(wear: Wear, dpi: int) -> Wear:
    """The same wear scanned at another resolution."""
    return replace(wear, dpi=dpi)


def age(page: Image, back: Image | None, wear: Wear, rng: np.random.Generator) -> Image:
    """The page as a worn scan of ``wear``; ``back`` is what is printed on its back.

    The image must be at ``wear.dpi``. A bitonal result holds only 0 and 255.
    """
    scale = wear.dpi / 200
    image = _ink(page, wear.ink * scale).astype(np.float32)
    image *= np.asarray(wear.paper, np.float32) / 255
    if back is not None and wear.bleed:
        image *= _bleed(back, image.shape, wear.bleed, scale)
    image = _turn(image, rng.uniform(0.45, 1.0) * rng.choice((-1, 1)) * wear.skew, wear.paper)
    image = _blur(image, wear.blur * scale)
    if wear.fade:
        image = image * (1 - wear.fade) + wear.fade * 0.72 * np.asarray(wear.paper, np.float32)
    if wear.light:
        image *= _light(image.shape, wear.light, rng)
    image = _dirt(image, wear, scale, rng)
    if wear.tilt or wear.shadow:
        image = photographed(np.clip(image, 0, 255).astype(np.uint8), wear.tilt, wear.shadow, rng).astype(np.float32)
    if wear.mode != "colour":
        image = np.repeat(_grey(image)[..., None], 3, axis=2)
    if wear.noise:
        grain = rng.normal(0, wear.noise, image.shape[:2]).astype(np.float32)
        image += _blur(grain, 0.5 * scale)[..., None] * 1.6
    result: Image = np.clip(image, 0, 255).astype(np.uint8)
    if wear.mode == "bitonal":
        result = np.asarray(np.where(result < wear.threshold, 0, 255), np.uint8)
    return np.ascontiguousarray(np.rot90(result, -wear.turn // 90)) if wear.turn else result


def _grey(image: Floats) -> Floats:
    weights = np.asarray((0.299, 0.587, 0.114), np.float32)
    return np.asarray(image @ weights, np.float32)


def _blur(image: Floats, sigma: float) -> Floats:
    import cv2

    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.float32) if sigma > 0.05 else image


def _ink(page: Image, amount: float) -> Image:
    """Thinner (below 0) or thicker (above 0) strokes: a part of a one-pixel erosion or dilation of the paper."""
    import cv2

    if not amount:
        return page
    kernel = np.ones((2, 2), np.uint8)
    moved = cv2.dilate(page, kernel) if amount < 0 else cv2.erode(page, kernel)
    share = min(abs(amount), 1.0)
    return np.asarray(cv2.addWeighted(moved, share, page, 1 - share, 0), np.uint8)


def _bleed(back: Image, shape: tuple[int, ...], strength: float, scale: float) -> Floats:
    """How much light the print on the back leaves: mirrored and soft."""
    import cv2

    mirrored = cv2.resize(back[:, ::-1], (shape[1], shape[0]))
    soft = _blur(np.asarray(mirrored, np.float32), 1.6 * scale)
    return np.asarray(1 - strength * (1 - soft / 255), np.float32)


def _turn(image: Floats, degrees: float, paper: tuple[int, int, int]) -> Floats:
    import cv2

    if not degrees:
        return image
    rows, columns = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    border = tuple(float(c) for c in paper)
    turned = cv2.warpAffine(image, matrix, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=border)
    return np.asarray(turned, np.float32)


def _light(shape: tuple[int, ...], strength: float, rng: np.random.Generator) -> Floats:
    """Light that falls off towards one side and is cloudy elsewhere."""
    import cv2

    rows, columns = shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:1:24j, 0:1:18j]
    ramp = (np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)) + 0.5
    clouds = rng.uniform(0, 1, (4, 3)).astype(np.float32)
    cloudy = cv2.resize(clouds, (18, 24), interpolation=cv2.INTER_CUBIC)
    dark = strength * (0.7 * np.clip(ramp, 0, 1) ** 1.6 + 0.3 * cloudy)
    field = cv2.resize((1 - dark).astype(np.float32), (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(field, np.float32)[..., None]


def _dirt(image: Floats, wear: Wear, scale: float, rng: np.random.Generator) -> Floats:
    """Specks, streaks of dirty glass, the black edge of an open lid."""
    import cv2

    rows, columns = image.shape[:2]
    inches = rows * columns / wear.dpi**2
    for _ in range(rng.poisson(wear.speckle * inches)):
        centre = (int(rng.integers(columns)), int(rng.integers(rows)))
        radius = max(1, round(float(rng.gamma(1.2, 0.6)) * scale))
        level = float(rng.uniform(20, 170))
        cv2.circle(image, centre, radius, (level, level, level), -1, cv2.LINE_AA)
    for _ in range(wear.dust):
        x = int(rng.integers(columns // 8, columns))
        image[:, x : x + max(1, round(1.5 * scale))] *= float(rng.uniform(0.6, 0.85))
    if wear.edge:
        width = round(wear.edge / 25.4 * wear.dpi * rng.uniform(0.3, 1))
        side = rng.integers(3)
        dark = float(rng.uniform(8, 40))
        if side == 0:
            image[:, columns - width :] = dark
        elif side == 1:
            image[:, :width] = dark
        else:
            image[rows - width :] = dark
    return image
