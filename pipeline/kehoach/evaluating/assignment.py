"""Which entry of the reference is which entry of the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
_ROUNDING = 1e-9


def assign(
    gold: Sequence[A], found: Sequence[B], similarity: Callable[[A, B], float], threshold: float
) -> list[tuple[int, int]]:
    """Pairs of indexes, one to one, of the largest total similarity; pairs below ``threshold`` are dropped after."""
    if not gold or not found:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array([[similarity(one, other) for other in found] for one in gold], dtype=float)
    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if table[i, j] >= threshold - _ROUNDING]
