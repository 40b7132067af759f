"""Stable ids: from what a fact says and where, never from its position in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from kehoach.model.plan import Fact, fact_id

F = TypeVar("F", bound=Fact)


def identified(kind: str, facts: Iterable[F], key: Callable[[F], tuple[str | None, str]]) -> tuple[F, ...]:
    """The facts with their ids; ``key`` gives a fact's path and raw words. Equal ones are counted apart."""
    seen: Counter[tuple[str | None, str]] = Counter()
    named = []
    for fact in facts:
        path, raw = key(fact)
        named.append(fact.having(id=fact_id(kind, path, raw, seen[path, raw])))
        seen[path, raw] += 1
    return tuple(named)
