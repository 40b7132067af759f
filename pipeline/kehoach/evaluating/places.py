"""Boxes of evidence against reference boxes, where the reference has some: intersection over union of their areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.evaluating.pairing import KINDS
from kehoach.model.geometry import Box
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence

_GOOD = 0.5


@dataclass(frozen=True, slots=True)
class Places:
    """The overlaps (0 to 1) of the facts of one field that were found and have reference boxes."""

    overlaps: tuple[float, ...] = ()

    @property
    def mean(self) -> float:
        return sum(self.overlaps) / len(self.overlaps) if self.overlaps else 0.0

    @property
    def good(self) -> float:
        """Share of facts whose boxes overlap by half or more."""
        return sum(overlap >= _GOOD for overlap in self.overlaps) / len(self.overlaps) if self.overlaps else 0.0

    def __add__(self, other: Places) -> Places:
        return Places(self.overlaps + other.overlaps)


def places(gold: Plan, found: Plan) -> dict[str, Places]:
    """By list of facts; lists without reference boxes are left out."""
    made = {}
    for name, kind in KINDS.items():
        ours, theirs = kind.of(gold), kind.of(found)
        boxed = [(ours[i].evidence, theirs[j].evidence) for i, j in kind.pairs(gold, found) if _boxes(ours[i].evidence)]
        if boxed:
            made[name] = Places(tuple(overlap(a, b) for a, b in boxed))
    return made


def overlap(gold: Sequence[Evidence], found: Sequence[Evidence]) -> float:
    """Intersection over union of two sets of boxes, over all pages."""
    both = either = 0.0
    ours, theirs = _boxes(gold), _boxes(found)
    for page in {*ours, *theirs}:
        a, b = ours.get(page, []), theirs.get(page, [])
        shared, whole = _areas(a, b)
        both += shared
        either += whole
    return both / either if either else 0.0


def _boxes(places: Iterable[Evidence]) -> dict[int, list[Box]]:
    made: dict[int, list[Box]] = {}
    for place in places:
        if place.page is not None and place.box is not None:
            made.setdefault(place.page, []).append(place.box)
    return made


def _areas(a: Sequence[Box], b: Sequence[Box]) -> tuple[float, float]:
    """The area that both cover and the area that either covers, by the grid of all edges."""
    xs = sorted({x for box in (*a, *b) for x in (box.x0, box.x1)})
    ys = sorted({y for box in (*a, *b) for y in (box.top, box.bottom)})
    both = either = 0.0
    for left, right in pairwise(xs):
        for top, bottom in pairwise(ys):
            x, y = (left + right) / 2, (top + bottom) / 2
            ours, theirs = _covers(a, x, y), _covers(b, x, y)
            area = (right - left) * (bottom - top)
            both += area * (ours and theirs)
            either += area * (ours or theirs)
    return both, either


def _covers(boxes: Sequence[Box], x: float, y: float) -> bool:
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in boxes)
