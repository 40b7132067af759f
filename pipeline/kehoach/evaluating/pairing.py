"""Which fact of the record is which fact of the reference, for every list; when a pair agrees in its values too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kehoach.evaluating.assignment import assign
from kehoach.evaluating.similarity import part, ratio, same, same_path, start
from kehoach.evaluating.tasks import is_whole, task_likeness
from kehoach.model.plan import Citation, Criterion, Deadline, Item, Observance, Plan, Reward, Section, Target, Theme

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of the record: ``alike`` (0 to 1, reference and result) pairs from ``threshold`` on, ``agree`` says whether
    a pair has the same values."""

    name: str
    alike: Callable[[Any, Any], float]
    threshold: float
    agree: Callable[[Any, Any], bool] = lambda _a, _b: True

    def of(self, plan: Plan) -> Sequence[Any]:
        found: Sequence[Any] = getattr(plan, self.name)
        return found

    def pairs(self, gold: Plan, found: Plan) -> Pairs:
        return assign(self.of(gold), self.of(found), self.alike, self.threshold)

    def agreeing(self, gold: Plan, found: Plan, pairs: Pairs) -> Pairs:
        """Those of the pairs that have the same values."""
        ours, theirs = self.of(gold), self.of(found)
        return [(i, j) for i, j in pairs if self.agree(ours[i], theirs[j])]


def _section(a: Section, b: Section) -> float:
    return ratio(a.heading, b.heading) * same_path(a.path, b.path)


def _item(a: Item, b: Item) -> float:
    return same_path(a.path, b.path) * start(a.start, b.start)


def _theme(a: Theme, b: Theme) -> float:
    return ratio(a.text, b.text)


def _criterion(a: Criterion, b: Criterion) -> float:
    return part(a.text, b.text)


def _target(a: Target, b: Target) -> float:
    return part(a.quote, b.quote) * (1.0 if same_path(a.path, b.path) else 0.9)


def _deadline(a: Deadline, b: Deadline) -> float:
    return part(a.quote, b.quote) * (1.0 if same_path(a.path, b.path) else 0.5)


def _citation(a: Citation, b: Citation) -> float:
    """By number; documents without one by type and title."""
    if a.number:
        return float(same(a.number, b.number))
    return part(a.title, b.title) if not b.number and same(a.type, b.type) else 0.0


def _named(a: Any, b: Any) -> float:
    return part(a.name, b.name)


def _reward(a: Reward, b: Reward) -> float:
    return part(a.form, b.form)


def target_value(target: Target) -> tuple[object, ...]:
    return target.comparator, target.value, target.value_max


def _same_target(a: Target, b: Target) -> bool:
    return a.value is None or target_value(a) == target_value(b)


def _same_date(a: Citation, b: Citation) -> bool:
    return not a.issued_on or a.issued_on == b.issued_on


def _same_span(a: Deadline, b: Deadline) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def _same_day(a: Observance, b: Observance) -> bool:
    return (a.ordinal, a.to) == (b.ordinal, b.to)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("sections", _section, 0.85, lambda a, b: set(a.kinds) == set(b.kinds)),
            Kind("items", _item, 0.8),
            Kind("themes", _theme, 0.9),
            Kind("movements", _named, 0.85),
            Kind("criteria", _criterion, 0.85, lambda a, b: bool(a.points == b.points)),
            Kind("targets", _target, 0.6, _same_target),
            Kind("deadlines", _deadline, 0.6, _same_span),
            Kind("tasks", task_likeness, 0.6, is_whole),
            Kind("citations", _citation, 0.85, _same_date),
            Kind("observances", _named, 0.8, _same_day),
            Kind("rewards", _reward, 0.8),
        )
    }
)
"""Every list of facts, in the order of the record."""
