"""What is done to a grey page image before recognition. Each treatment is a function from image to image.

Measured over real office scans and aged renderings: a slight softening helps bitonal scans and harms none; levelling
the ground and softening more rescue noisy, pale pages, which the engine otherwise returns empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_UNEVEN = 18
INCH = 200.0
"""Dots per inch that the strengths below are given for."""


def percentile(grey: NDArray[np.uint8], *shares: float) -> tuple[float, ...]:
    """What NumPy's of the same name tells, from a count of the grey levels: it takes a tenth of the time."""
    import cv2
    import numpy as np

    counts = cv2.calcHist([grey.ravel()], [0], None, [256], [0, 256]).cumsum(dtype=np.float64)
    made: list[float] = []
    for share in shares:
        at = (grey.size - 1) * (share / 100)
        low = int(at)
        below, above = counts.searchsorted((low, min(low + 1, grey.size - 1)), side="right").tolist()
        made.append(below + (above - below) * (at - low))
    return tuple(made)


def grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An RGB image in grey."""
    import cv2
    import numpy as np

    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


def soft(grey: NDArray[np.uint8], dpi: float, strength: float = 0.6) -> NDArray[np.uint8]:
    """Softened by a bell of this many pixels at 200 dpi."""
    import cv2
    import numpy as np

    return np.asarray(cv2.GaussianBlur(grey, (0, 0), strength * dpi / INCH), dtype=np.uint8)


def scaled(grey: NDArray[np.uint8], factor: float) -> NDArray[np.uint8]:
    """Smaller by area means, larger by cubic curves."""
    import cv2
    import numpy as np

    while factor <= 0.5:  # exact halves take a twentieth of the time of other shares
        grey, factor = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)), 2 * factor
    if factor == 1:
        return grey
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, None, fx=factor, fy=factor, interpolation=how), dtype=np.uint8)


def darker(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Strokes thickened by a pixel: for eroded, broken letters."""
    import cv2
    import numpy as np

    return np.asarray(cv2.erode(grey, np.ones((2, 2), np.uint8)), dtype=np.uint8)


def level(grey: NDArray[np.uint8], ground: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The ground made evenly white: shadows, tinted paper and show-through of the other side go.

    Args:
        ground: the brightness of the paper, as ``paper`` tells it.
    """
    import cv2
    import numpy as np

    return np.asarray(cv2.divide(grey, cv2.max(ground, np.ones(1)), scale=255), dtype=np.uint8)


def paper(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """The brightness of the paper under each pixel."""
    import cv2
    import numpy as np

    small = scaled(grey, 0.25)
    width = max(3, int(dpi / 22) | 1)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((width, width), np.uint8)), 31)
    return np.asarray(
        cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR), dtype=np.uint8
    )


def is_even(ground: NDArray[np.uint8]) -> bool:
    """Whether the paper is about equally bright all over (as ``paper`` tells it)."""
    low, high = percentile(ground[::8, ::8], 3, 97)
    return high - low < _UNEVEN


def sauvola(grey: NDArray[np.uint8], dpi: float, k: float = 0.3) -> NDArray[np.uint8]:
    """Black and white by the local mean and spread (Sauvola and Pietikäinen, 2000)."""
    import cv2
    import numpy as np

    side = int(dpi / 6) | 1
    values = grey.astype(np.float32)
    mean = cv2.boxFilter(values, -1, (side, side))
    square = cv2.boxFilter(values * values, -1, (side, side))
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    threshold = mean * (1 + k * (spread / 128 - 1))
    return np.where(values > threshold, 255, 0).astype(np.uint8)


def contrast(grey: NDArray[np.uint8]) -> float:
    """0 to 1: how far ink stands out from paper (between the darkest hundredth and the middle of the page)."""
    low, middle = percentile(grey[::3, ::3], 1, 60)
    return (middle - low) / 255


def noise(grey: NDArray[np.uint8]) -> float:
    """Standard deviation of fine grain on the paper, in grey levels (median method, robust against text)."""
    import cv2
    import numpy as np

    grain = cv2.absdiff(grey, cv2.medianBlur(grey, 3))[::2, ::2]
    counts = cv2.calcHist([grain.ravel()], [0], None, [256], [0, 256]).cumsum(dtype=np.float64)
    return float(np.searchsorted(counts, counts[-1] / 2)) * 1.4826
