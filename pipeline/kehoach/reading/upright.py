"""By how much a page image is turned or leans, and turning it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from kehoach.reading import treatment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_SKEW = 8.25
_LEAST_INK = 200
_SPARSE, _SPARSE_SKEW = 600_000.0, 2.25
"""Ink of less than some six lines, where the strokes of a signature would lead astray, and the most that such a page is
turned by."""
_SIDEWAYS, _DOUBTFUL = 1.6, 2.0
"""By how much the lines of a page on its side are steeper from top to bottom, and what may be so by chance. Measured on 38
pages: text 0.04 to 0.6, tables up to 0.9; on their sides tables 1.35 to 4."""
_FAINT, _DARK = 25.0, 100.0
"""Grey levels darker than the paper from which a pixel is ink, and how much of that more than these counts."""
_WIDTH = 900
"""Pixels across of the small picture that angles are measured on."""
_HEAD = 0.55
"""Share of the page that has all of its letterhead."""
_COLUMNS = 4
"""How many of its columns are taken together."""


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies: whether on its side, and if not, by how many degrees to turn it clockwise; ``doubtful``: it may
    as well lie on its side as not, as tables with much room in their cells do."""

    sideways: bool
    skew: float
    doubtful: bool = False


def lie(grey: NDArray[np.uint8]) -> Lie:
    """Whether the lines of text run from top to bottom instead of from left to right, and how they lean.

    Lines of text pile up in few rows of the projection when they are level: the angle with the steepest profile wins.
    """
    import numpy as np

    small = _ink(grey)
    if small.sum() < _LEAST_INK:
        return Lie(False, 0.0)
    half, most = _halved(small), _most(small)
    best, level = _steepest(half, most)
    _, upright = _steepest(np.ascontiguousarray(np.rot90(half)), most)
    share = upright * half.shape[1] / max(level * half.shape[0], 1.0)
    doubtful = _SIDEWAYS / _DOUBTFUL < share < _SIDEWAYS * _DOUBTFUL
    return Lie(True, 0.0, doubtful) if share > _SIDEWAYS else Lie(False, _refined(small, best), doubtful)


def skew(grey: NDArray[np.uint8]) -> float:
    """Degrees (positive: clockwise) to turn a page that is not on its side by so that its lines run level."""
    small = _ink(grey)
    if small.sum() < _LEAST_INK:
        return 0.0
    return _refined(small, _steepest(_halved(small), _most(small))[0])


def _refined(ink: NDArray[np.float32], near: float) -> float:
    import numpy as np

    best = near
    narrow = _narrowed(ink)
    for step, span in ((0.25, 0.75), (0.05, 0.2)):
        angles = np.arange(best - span, best + span + step / 2, step).tolist()
        best = max(angles, key=partial(_steepness, narrow))
    # Half a twentieth of a degree shifts the end of a line by less than a pixel: not worth a resampling.
    return 0.0 if abs(best) < 0.05 else round(best, 2)


def _most(ink: NDArray[np.float32]) -> float:
    return MOST_SKEW if float(ink.sum()) > _SPARSE else _SPARSE_SKEW


def _steepest(ink: NDArray[np.float32], most: float) -> tuple[float, float]:
    """The angle, at most so many degrees, at which lines are about level, and how steep the profile is there."""
    import numpy as np

    narrow = _narrowed(ink)
    angles = np.arange(-most, most + 0.1, 0.75).tolist()
    found = [(_steepness(narrow, angle), angle) for angle in angles]
    steepness, angle = max(found)
    return angle, steepness


def _halved(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    import cv2
    import numpy as np

    return np.asarray(cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)


def _narrowed(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Some columns put together: only rows tell, and no angle shifts so few by a pixel."""
    import cv2
    import numpy as np

    size = max(1, ink.shape[1] // _COLUMNS), ink.shape[0]
    return np.asarray(cv2.resize(ink, size, interpolation=cv2.INTER_AREA), np.float32)


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """A small picture of where ink stands: large dark areas (borders, pictures) and ruling lines count little."""
    import cv2
    import numpy as np

    small = treatment.scaled(grey, _WIDTH / max(grey.shape))
    third = cv2.resize(small, None, fx=1 / 3, fy=1 / 3, interpolation=cv2.INTER_AREA)
    ground = cv2.resize(cv2.medianBlur(third, 11), small.shape[::-1], interpolation=cv2.INTER_LINEAR)
    dark = cv2.subtract(cv2.subtract(ground, small), np.array([_FAINT]))
    ink = cv2.min(dark, np.array([_DARK])).astype(np.float32)
    edge = max(2, ink.shape[0] // 60)
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    return np.asarray(ink, dtype=np.float32)


def _steepness(narrow: NDArray[np.float32], angle: float) -> float:
    """Sum of squared steps between neighbouring rows of the projection after turning by the angle: for a small one each
    column is shifted up or down."""
    import cv2
    import numpy as np

    height, width = narrow.shape
    slope = _COLUMNS * np.tan(np.radians(angle))
    shift = np.array([[1, 0, 0], [slope, 1, -slope * (width - 1) / 2]])
    rows = cv2.warpAffine(narrow, shift, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1)
    steps = np.diff(rows)
    return float((steps * steps).sum())


def turned(image: NDArray[np.uint8], rotation: int, angle: float, share: float = 1.0) -> NDArray[np.uint8]:
    """The image turned clockwise by a quarter, half or three quarters, then by the small angle about its centre.

    The second turn keeps the size of the page and fills the corners with the paper's colour.

    Args:
        share: how much of it is made, from the top.
    """
    import cv2
    import numpy as np

    made = np.ascontiguousarray(np.rot90(image, -rotation // 90)) if rotation else image
    if not angle:
        return made
    height, width = made.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0)
    # Letters are read from grey images; from colours nothing but where ink lies, which takes a quarter of the time.
    how = cv2.INTER_CUBIC if made.ndim == 2 else cv2.INTER_LINEAR
    size = width, round(share * height)
    return np.asarray(cv2.warpAffine(made, matrix, size, flags=how, borderValue=_paper(made)), np.uint8)


@dataclass(frozen=True)
class Turned:
    """A picture in RGB that is to be turned: by quarters, then by the small angle. It is, when it is first looked at."""

    picture: NDArray[np.uint8]
    rotation: int
    angle: float

    @cached_property
    def pixels(self) -> NDArray[np.uint8]:
        return turned(self.picture, self.rotation, self.angle)

    @cached_property
    def head(self) -> NDArray[np.uint8]:
        """The upper part of it, where letterheads stand."""
        return self.pixels if "pixels" in vars(self) else turned(self.picture, self.rotation, self.angle, _HEAD)


def _paper(image: NDArray[np.uint8]) -> tuple[float, ...]:
    sample = image[:: max(1, image.shape[0] // 200), :: max(1, image.shape[1] // 200)]
    channels = (sample[..., n] for n in range(sample.shape[2])) if sample.ndim == 3 else (sample,)
    return tuple(treatment.percentile(channel, 80)[0] for channel in channels)
