"""Differences of tasks: who is to do what, in which role, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.comparing.likeness import ratio, timeless
from kehoach.comparing.pairing import Pairing
from kehoach.comparing.times import interval, shift
from kehoach.model.comparison import Difference, DifferenceKind
from kehoach.model.plan import Task, Unit
from kehoach.model.text import Evidence

_LEAST = 0.68
_NAME = 0.88


def tasks(pair: Pairing) -> Iterator[Difference]:
    """Tasks added, removed, reworded; units and their roles; days and products."""

    def same_units(one: Task, other: Task) -> float:
        mine = {pair.a.voice.neutral(unit.name) for unit in one.units}
        theirs = {pair.b.voice.neutral(unit.name) for unit in other.units}
        return 0.1 * len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0

    found = pair.match(pair.a.plan.tasks, pair.b.plan.tasks, lambda _, task: task.text, _LEAST, same_units)
    for one, other in found.both:
        yield from _units(pair, one, other)
        yield from _due(pair, one, other)
        words = (one.text, other.text)
        if not pair.agree(timeless(one.text), timeless(other.text)):
            yield pair.change("task_reworded", "tasks.text", one, other, a=None, b=None, words=words)
        if not pair.agree(one.product, other.product):
            yield pair.change(
                "product_changed", "tasks.product", one, other, a=one.product, b=other.product,
                words=(one.product or one.text, other.product or other.text), about=one.text,
            )  # fmt: skip
    yield from pair.lone(("task_added", "task_removed"), "tasks", found, _words, _who)


def _words(task: Task) -> str:
    who = _who(task)
    return f"{who}: {task.text}" if who else task.text


def _who(task: Task) -> str | None:
    return "; ".join(unit.name for unit in task.units) or None


def _units(pair: Pairing, one: Task, other: Task) -> Iterator[Difference]:
    """Units that joined, left, took another's place or changed their role."""
    left, right = list(one.units), list(other.units)
    for unit in tuple(left):
        twin = max(right, key=lambda u: _same(pair, unit, u), default=None)
        if twin is None or _same(pair, unit, twin) < _NAME:
            continue
        left.remove(unit)
        right.remove(twin)
        if unit.role != twin.role:
            yield _unit(pair, one, other, "unit_role_changed", "tasks.units.role", unit, twin)
    if len(left) == len(right) == 1 and left[0].role == right[0].role:
        yield _unit(pair, one, other, "unit_replaced", "tasks.units.name", left[0], right[0])
        return
    for unit in left:
        yield _unit(pair, one, other, "unit_removed", "tasks.units", unit, None)
    for unit in right:
        yield _unit(pair, one, other, "unit_added", "tasks.units", None, unit)


def _same(pair: Pairing, one: Unit, other: Unit) -> float:
    a, b = pair.a.voice.neutral(one.name), pair.b.voice.neutral(other.name)
    return ratio(a.removeprefix("các "), b.removeprefix("các ")) + 0.001 * (one.role == other.role)


def _unit(
    pair: Pairing, one: Task, other: Task, kind: DifferenceKind, field: str, a: Unit | None, b: Unit | None
) -> Difference:
    named = a or b
    by_role = kind == "unit_role_changed"
    made = pair.change(
        kind, field, one, other,
        a=(a.role if by_role else a.name) if a else None, b=(b.role if by_role else b.name) if b else None,
        words=(_words(one), _words(other)), about=named.name if by_role and named else one.text,
        more=(_units_at(one), _units_at(other)),
    )  # fmt: skip
    return replace(made, state_a="present" if a else "missing", state_b="present" if b else "missing")


def _units_at(task: Task) -> tuple[Evidence, ...]:
    return tuple(place for unit in task.units for place in unit.evidence)


def _due(pair: Pairing, one: Task, other: Task) -> Iterator[Difference]:
    a = (one.due.start, one.due.end) if one.due else (None, None)
    b = (other.due.start, other.due.end) if other.due else (None, None)
    days = shift(pair, a, b)
    if days is not None:
        yield pair.change(
            "due_moved", f"tasks.due.{days[0]}", one, other, a=interval(*a), b=interval(*b),
            words=(one.text, other.text), about=one.text, amount=days[1], unit="days",
        )  # fmt: skip
