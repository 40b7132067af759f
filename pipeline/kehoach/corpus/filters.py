"""Which plans: what a list, a search or an export is narrowed to, as conditions of the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from kehoach.corpus.tables import FACTS, plans
from kehoach.corpus.words import Speller

Mark = Literal["urgency", "secrecy"]


@dataclass(frozen=True, slots=True)
class Territory:
    """A province under one name: its GSO code, and the ISO days (inclusive, None is open) on which the code meant it."""

    code: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Filter:
    """Plans that have one of the values in each of these, where any is given.

    province: GSO codes as two-digit text, valid on the plan's date. territory: the same by name, where a code has meant
    several. audit: error, warning, info, clean.
    quality: text, good, fair, poor. review: none, begun, done. form: scan, digital, text.
    scan: again (pages too bad to trust, or missing), whole. copy_state: original, draft, received_copy ...
    marked: urgency, secrecy; the plan bears one of these marks.
    unit: words of a unit's name, as in a search; the plan has a task for it.
    due_before: an ISO day; the plan has a task (with ``unit``: of that unit) or a deadline that ends before it.
    work: the id of a work, whose manifestations are wanted. finding: codes of findings.
    """

    province: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    issuer_level: tuple[str, ...] = ()
    plan_kind: tuple[str, ...] = ()
    audit: tuple[str, ...] = ()
    quality: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    scan: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    copy_state: tuple[str, ...] = ()
    marked: tuple[Mark, ...] = ()
    finding: tuple[str, ...] = ()
    territory: tuple[Territory, ...] = ()
    unit: str | None = None
    due_before: str | None = None
    work: int | None = None
    ids: tuple[int, ...] | None = None


FACETS: Mapping[str, sa.Column[Any]] = {
    "province": plans.c.province,
    "year": plans.c.year,
    "issuer_level": plans.c.issuer_level,
    "plan_kind": plans.c.plan_kind,
    "audit": plans.c.audit,
    "quality": plans.c.quality,
    "review": plans.c.review,
    "scan": plans.c.scan,
}
"""What plans are counted by."""
_COLUMNS = {**FACETS, "form": plans.c.form, "issuer": plans.c.issuer, "copy_state": plans.c.copy_state}
_MARKS: Mapping[str, sa.Column[Any]] = {"urgency": plans.c.urgency, "secrecy": plans.c.secrecy}
UNKNOWN = ""
"""The value of a filter that stands for plans without one."""


def conditions(
    wanted: Filter, speller: Speller, leave_out: frozenset[str] = frozenset(), *, counting: bool = False
) -> list[ColumnElement[bool]]:
    """The conditions on the table ``plans``, all of which must hold; those of the fields in ``leave_out`` are not made.
    For ``counting`` they are put so that SQLite goes through an index of all facets, and not by an index of one of them
    to each row."""
    return list(_conditions(wanted, speller, leave_out, counting))


def _conditions(
    wanted: Filter, speller: Speller, leave_out: frozenset[str], counting: bool
) -> Iterator[ColumnElement[bool]]:
    for name, column in _COLUMNS.items():
        values = getattr(wanted, name)
        if values and name not in leave_out:
            yield _one_of(sa.func.coalesce(column, column) if counting and name != "province" else column, values)
    if wanted.territory:
        yield sa.or_(*(sa.and_(*_within(one)) for one in wanted.territory))
    if wanted.work is not None:
        yield plans.c.work_id == wanted.work
    if wanted.ids is not None:
        yield plans.c.id.in_(wanted.ids)
    if wanted.marked:
        yield sa.or_(*(_MARKS[name].is_not(None) for name in wanted.marked))
    if wanted.finding:
        findings = FACTS["findings"].c
        yield plans.c.id.in_(sa.select(findings.plan_id).where(findings.code.in_(wanted.finding)))
    yield from _of_tasks(wanted, speller)


def _within(territory: Territory) -> Iterator[ColumnElement[bool]]:
    issued = sa.func.coalesce(plans.c.issued_on, "")
    yield plans.c.province == territory.code
    if territory.since:
        yield issued >= territory.since
    if territory.until:
        yield issued <= territory.until


def _one_of(column: ColumnElement[Any], values: tuple[object, ...]) -> ColumnElement[bool]:
    known = [value for value in values if value not in (UNKNOWN, None)]
    found = column.in_(known)
    return sa.or_(found, column.is_(None)) if len(known) < len(values) else found


def _of_tasks(wanted: Filter, speller: Speller) -> Iterator[ColumnElement[bool]]:
    tasks, deadlines = FACTS["tasks"].c, FACTS["deadlines"].c
    of_unit: list[ColumnElement[bool]] = []
    if wanted.unit:
        words = " ".join(word for phrase in speller.phrases(wanted.unit) for word in phrase.words)
        of_unit.append(sa.literal(" ").concat(tasks.unit_key).concat(" ").contains(f" {words} ", autoescape=True))
    mine = tasks.plan_id == plans.c.id
    if wanted.due_before:
        due = sa.exists().where(mine, *of_unit, tasks.due_end < wanted.due_before)
        other = sa.exists().where(deadlines.plan_id == plans.c.id, deadlines.end < wanted.due_before)
        yield due if wanted.unit else sa.or_(due, other)
    elif of_unit:
        yield sa.exists().where(mine, *of_unit)
