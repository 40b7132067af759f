"""Which division of one plan is which of the other.

Divisions below the same one are matched first, by heading, kind and content; what is left over anywhere is then matched
by strong likeness alone, which is how a moved section is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from kehoach.comparing.likeness import assign, masked, ratio
from kehoach.comparing.side import Side

_LEAST = 0.5
_ANYWHERE = 0.8
_CONTENT = 0.6


@dataclass(frozen=True)
class Alignment:
    """``pairs`` maps sections of a to those of b; ``moved`` are those of a that stand elsewhere in b, ``in_order`` those
    of a that follow each other in both."""

    pairs: dict[int, int]
    moved: frozenset[int] = frozenset()
    in_order: frozenset[int] = frozenset()
    back: dict[int, int] = field(default_factory=dict)

    def same_place(self, a: int | None, b: int | None) -> bool:
        """Whether two sections (None: the plan itself) are one."""
        return b is None if a is None else self.pairs.get(a) == b


def align(a: Side, b: Side) -> Alignment:
    """The sections of both plans, matched."""
    pairs: dict[int, int] = {}
    _below(a, b, None, None, pairs)
    left = [n for n in range(len(a.plan.sections)) if n not in pairs]
    right = [n for n in range(len(b.plan.sections)) if n not in set(pairs.values())]
    found = assign(left, right, lambda i, j: _likeness(a, b, i, j, anywhere=True), _ANYWHERE)
    pairs |= {left[i]: right[j] for i, j in found}
    ones = sorted(pairs)
    kept = _longest_rise([pairs[i] for i in ones])
    in_order = frozenset(i for n, i in enumerate(ones) if n in kept)
    return Alignment(pairs, frozenset(_moved(a, b, pairs)), in_order, {j: i for i, j in pairs.items()})


def _below(a: Side, b: Side, above_a: int | None, above_b: int | None, pairs: dict[int, int]) -> None:
    ones, others = a.children(above_a), b.children(above_b)

    def score(i: int, j: int) -> float:
        apart = abs(ones.index(i) / max(1, len(ones)) - others.index(j) / max(1, len(others)))
        return _likeness(a, b, i, j) - 0.05 * apart

    found = [(ones[i], others[j]) for i, j in assign(ones, others, score, _LEAST)]
    pairs |= dict(found)
    for i, j in found:
        _below(a, b, i, j, pairs)


def _likeness(a: Side, b: Side, i: int, j: int, *, anywhere: bool = False) -> float:
    one, other = a.plan.sections[i], b.plan.sections[j]
    x, y = masked(a.voice.neutral(one.heading)), masked(b.voice.neutral(other.heading))
    heading = max(ratio(x, y), 0.9 * fuzz.token_set_ratio(x, y) / 100)
    mine, theirs = set(one.kinds), set(other.kinds)
    kinds = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.5
    content = ratio(masked(a.contents[i]), masked(b.contents[j])) if a.contents[i] and b.contents[j] else 0.0
    likely = 0.6 * heading + 0.4 * kinds if not anywhere else 0.5 * heading + 0.1 * kinds + 0.4 * content
    if content >= _CONTENT:
        likely = max(likely, 0.35 * heading + 0.15 * kinds + 0.5 * content, content * 0.95)
    return likely


def _moved(a: Side, b: Side, pairs: dict[int, int]) -> Iterator[int]:
    """Sections below another one than before, and those that changed places with their neighbours."""
    groups: dict[int | None, list[int]] = {}
    for i, j in pairs.items():
        above_a, above_b = a.parents[i], b.parents[j]
        if (pairs.get(above_a) if above_a is not None else None) != above_b:
            yield i
        else:
            groups.setdefault(above_a, []).append(i)
    for group in groups.values():
        group.sort()
        kept = _longest_rise([pairs[i] for i in group])
        yield from (i for n, i in enumerate(group) if n not in kept)


def _longest_rise(values: Sequence[int]) -> set[int]:
    """Positions of a longest rising subsequence."""
    tails: list[int] = []
    where: list[int] = []
    before: list[int | None] = []
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(where[at - 1] if at else None)
        tails[at:] = [value, *tails[at + 1 :]]
        where[at:] = [n, *where[at + 1 :]]
    kept: set[int] = set()
    at_last: int | None = where[-1] if where else None
    while at_last is not None:
        kept.add(at_last)
        at_last = before[at_last]
    return kept
