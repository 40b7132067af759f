"""Places on a page: PDF points (1/72 inch), origin at the page's top left, y downwards."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

POINTS = 72.0
"""Points an inch."""


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """An upright rectangle ``[x0, top, x1, bottom]`` in PDF points from the page's top left.

    Raises:
        ValueError: a coordinate is not finite, or a side has negative length.
    """

    x0: float
    top: float
    x1: float
    bottom: float

    def __post_init__(self) -> None:
        if 0 <= self.x1 - self.x0 < math.inf and 0 <= self.bottom - self.top < math.inf:
            return  # of a coordinate that is not finite no difference is
        if not all(map(math.isfinite, self.as_list())):
            raise ValueError(f"a box needs finite coordinates, not {self.as_list()}")
        raise ValueError(f"a box needs x0 <= x1 and top <= bottom, not {self.as_list()}")

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.top + self.bottom) / 2

    def as_list(self) -> list[float]:
        return [self.x0, self.top, self.x1, self.bottom]

    def __or__(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def overlap(self, other: Box) -> float:
        """Area common to both, in square points."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, other: Box, share: float = 0.5) -> bool:
        """Whether at least ``share`` of the other box's area lies inside this one."""
        return other.area > 0 and self.overlap(other) >= share * other.area

    def scaled(self, factor: float) -> Box:
        return Box(self.x0 * factor, self.top * factor, self.x1 * factor, self.bottom * factor)


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all, or None where there is none."""
    found = list(boxes)
    if len(found) < 2:
        return found[0] if found else None
    x0, top = min([box.x0 for box in found]), min([box.top for box in found])
    return Box(x0, top, max([box.x1 for box in found]), max([box.bottom for box in found]))
