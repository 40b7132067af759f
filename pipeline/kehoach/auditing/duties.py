"""Who does what by when: tasks without a unit or a time."""

from __future__ import annotations

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer


def task_without_unit(case: Case) -> Answer | None:
    """A task of the plan that names nobody."""
    if not case.plan.tasks:
        return None
    loose = [t for t in case.plan.tasks if not t.units]
    hits = [Hit(t.path, t.evidence[:1], "fail", {"text": t.text[:80]}, case.sure(*t.evidence[:1])) for t in loose]
    return answer(hits)


def task_without_time(case: Case) -> Answer | None:
    """A task without a time of its own, where most tasks of the plan have one or none inherits the plan's."""
    if not case.plan.tasks:
        return None
    recurring = {d.path for d in case.plan.deadlines}
    loose = [t for t in case.plan.tasks if t.due is None and t.path not in recurring]
    hits = [Hit(t.path, t.evidence[:1], "fail", {"text": t.text[:80]}, case.sure(*t.evidence[:1])) for t in loose]
    return answer(hits)
