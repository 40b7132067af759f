"""Drawing lots by seed: the same seed gives the same plan everywhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Choices of one plan. Python's own generator, whose sequence is the same on every machine and version."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(f"kehoach-specimen-{seed}")

    def one(self, of: Sequence[T]) -> T:
        return of[self.number(0, len(of) - 1)]

    def some(self, of: Sequence[T], count: int) -> list[T]:
        """Up to ``count`` different ones, in the order they have."""
        chosen = sorted(self._order(len(of))[:count])
        return [of[n] for n in chosen]

    def shuffled(self, of: Sequence[T]) -> list[T]:
        return [of[n] for n in self._order(len(of))]

    def number(self, low: int, high: int) -> int:
        """An integer from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def shares(self, total: int, count: int, step: int = 5) -> list[int]:
        """``count`` positive multiples of ``step`` that make ``total``."""
        cuts = sorted(self._order(total // step - 1)[: count - 1])
        edges = [0, *(cut + 1 for cut in cuts), total // step]
        return [(b - a) * step for a, b in pairwise(edges)]

    def _order(self, count: int) -> list[int]:
        return sorted(range(count), key=lambda _: self._random.random())
