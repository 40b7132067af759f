"""Frozen values that keep what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Keeping:
    """A frozen value gives the same whenever something is made of it, so it is made once.

    What is kept lives as long as the value: grammars with the rules, paragraphs with the document.
    """

    def made(self, make: Callable[..., T], *others: object) -> T:
        """``make(self, *others)``, made at the first call with these very ``others`` and kept."""
        kept: dict[tuple[object, ...], tuple[T, tuple[object, ...]]] = self.__dict__.setdefault("_made", {})
        key = (make, *map(id, others))
        if key not in kept:
            kept[key] = make(self, *others), others  # with the others, so that no other value comes to have their ids
        return kept[key][0]
