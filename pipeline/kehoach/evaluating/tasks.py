"""Tasks: their words, the units with their roles, the time they are due, and the whole row."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from kehoach.evaluating.assignment import assign
from kehoach.evaluating.measure import Measure, of_pairs
from kehoach.evaluating.similarity import part, same_path, unit_name
from kehoach.model.plan import Plan, Task

_UNIT = 0.85
UnitRole = tuple[str, str]


def tasks(gold: Plan, found: Plan) -> Iterator[tuple[str, Measure]]:
    """The measures of tasks and of the units that do them.

    ``tasks.unit`` and ``tasks.unit_role`` count units within paired tasks, ``units`` the distinct names of the whole
    document; a ``tasks.record`` is right only with all its units, their roles, and due.
    """
    g, f = gold.tasks, found.tasks
    pairs = assign(g, f, task_likeness, 0.6)
    yield "tasks", of_pairs(g, f, pairs, _shown)
    yield "tasks.record", of_pairs(g, f, [(i, j) for i, j in pairs if is_whole(g[i], f[j])], _shown)
    yield from _units(gold, found, pairs)
    due = [(i, j) for i, j in pairs if g[i].due is not None and g[i].due == f[j].due]
    yield "tasks.due", of_pairs(g, f, due, _shown, lambda task: task.due is not None)
    names, others = _names(gold), _names(found)
    yield "units", of_pairs(names, others, assign(names, others, _name_ratio, _UNIT), str)


def task_likeness(a: Task, b: Task) -> float:
    return part(a.text, b.text) * (1.0 if same_path(a.path, b.path) else 0.7)


def _units(gold: Plan, found: Plan, pairs: list[tuple[int, int]]) -> Iterator[tuple[str, Measure]]:
    """Units of paired tasks, by name, and by name and role; every unit of an unpaired task is wrong."""
    by_name, by_role = Measure(), Measure()
    paired, taken = dict(pairs), {j for _, j in pairs}
    sides = [(_unit_roles(task), _found_of(found, paired.get(i))) for i, task in enumerate(gold.tasks)]
    sides += [([], _unit_roles(task)) for j, task in enumerate(found.tasks) if j not in taken]
    for ours, theirs in sides:
        named = assign(ours, theirs, lambda a, b: _name_ratio(a[0], b[0]), _UNIT)
        by_name += of_pairs(ours, theirs, named, " ".join)
        by_role += of_pairs(ours, theirs, [(i, j) for i, j in named if ours[i][1] == theirs[j][1]], " ".join)
    yield "tasks.unit", by_name
    yield "tasks.unit_role", by_role


def _found_of(found: Plan, index: int | None) -> list[UnitRole]:
    return [] if index is None else _unit_roles(found.tasks[index])


def is_whole(gold: Task, found: Task) -> bool:
    """Whether two tasks have the same units in the same roles and are due at the same time."""
    ours, theirs = _unit_roles(gold), _unit_roles(found)
    named = assign(ours, theirs, lambda a, b: _name_ratio(a[0], b[0]), _UNIT)
    right = [1 for i, j in named if ours[i][1] == theirs[j][1]]
    return len(right) == len(ours) == len(theirs) and gold.due == found.due


def _unit_roles(task: Task) -> list[UnitRole]:
    return [(unit_name(unit.name), unit.role) for unit in task.units]


def _names(plan: Plan) -> list[str]:
    return sorted({name for task in plan.tasks for name, _ in _unit_roles(task)})


def _name_ratio(a: str, b: str) -> float:
    return fuzz.ratio(a, b) / 100


def _shown(task: Task) -> str:
    units = "; ".join(f"{unit.name} ({unit.role})" for unit in task.units)
    due = f", {task.due.start}..{task.due.end}" if task.due else ""
    return f"{task.path} {task.text} [{units}{due}]"
