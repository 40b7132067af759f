"""Frozen values that keep what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801  (in place of the one of functools)
    """``functools.cached_property`` without its lock, which takes longer than most of what lines and documents are asked.

    Two threads that ask at once both make it: of a frozen value they make the same.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, value: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, value: object, owner: type | None = None) -> T: ...
    def __get__(self, value: object | None, owner: type | None = None) -> Self | T:
        if value is None:
            return self
        made = vars(value)[self._name] = self._make(value)
        return made


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
