"""Hits, misses and inventions of one field, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Measure:
    """``hits`` are right, ``extra`` were found and are not in the reference, ``missed`` are only in the reference.

    ``missed_texts`` and ``extra_texts`` show them, for people.
    """

    hits: int = 0
    extra: int = 0
    missed: int = 0
    missed_texts: tuple[str, ...] = ()
    extra_texts: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where there was nothing to find and nothing was found."""
        return _share(self.hits, self.extra, self.missed)

    @property
    def recall(self) -> float:
        """Share of the reference that was found."""
        return _share(self.hits, self.missed, self.extra)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def counts(self) -> tuple[int, int, int]:
        return self.hits, self.extra, self.missed

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.hits + other.hits,
            self.extra + other.extra,
            self.missed + other.missed,
            self.missed_texts + other.missed_texts,
            self.extra_texts + other.extra_texts,
        )


def of_pairs(
    gold: Sequence[A],
    found: Sequence[A],
    right: Collection[tuple[int, int]],
    text: Callable[[A], str],
    counted: Callable[[A], bool] = lambda _: True,
) -> Measure:
    """The measure of two lists of which the pairs ``right`` are hits; ``text`` shows an entry.

    Entries that are not ``counted`` (criteria without points, where points are measured) are left out on both sides.
    """
    known, told = {i for i, _ in right}, {j for _, j in right}
    missed = tuple(text(entry) for i, entry in enumerate(gold) if i not in known and counted(entry))
    extra = tuple(text(entry) for j, entry in enumerate(found) if j not in told and counted(entry))
    return Measure(len(right), len(extra), len(missed), missed, extra)


def of_values(gold: str | None, found: str | None, right: bool) -> Measure | None:
    """The measure of one value that may be absent on either side; None where it is absent on both."""
    if gold is None and found is None:
        return None
    if gold is not None and found is not None and right:
        return Measure(hits=1)
    return Measure(
        extra=int(found is not None),
        missed=int(gold is not None),
        missed_texts=() if gold is None else (gold,),
        extra_texts=() if found is None else (found,),
    )


def _share(right: int, wrong: int, opposite: int) -> float:
    if right + wrong:
        return right / (right + wrong)
    return 0.0 if opposite else 1.0
