"""Corrections in the archive: said once, undone perhaps, never overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from kehoach.corpus import overlay
from kehoach.corpus.database import now
from kehoach.corpus.overlay import HEADER, Correction, Record, State
from kehoach.corpus.tables import corrections, plans
from kehoach.errors import KehoachError, UsageError
from kehoach.export.json import to_dict
from kehoach.model.plan import FACT_KINDS, Plan, fact_id

REVIEWS = ("none", "begun", "done")
NAMED_BY = ("text", "quote", "name", "heading", "form", "number", "title")
"""The keys whose words an added fact is known by."""


class Outdated(KehoachError):
    """Somebody else spoke of the same value in the meantime."""

    exit_code = 2
    code = "outdated"


def said(connection: Connection, plan_ids: Iterable[int] | None, undone: bool = True) -> tuple[Correction, ...]:
    """What was said about these plans (None: all), the oldest first."""
    query = sa.select(corrections).order_by(corrections.c.id)
    if plan_ids is not None:
        query = query.where(corrections.c.plan_id.in_(list(plan_ids)))
    if not undone:
        query = query.where(corrections.c.undone_at.is_(None))
    return tuple(_correction(row) for row in connection.execute(query))


def add(connection: Connection, plan: Plan, told: Correction, after: int | None) -> Correction:
    """Notes a correction of a plan, with the machine's value and the words of the source as they are now.

    Raises:
        UsageError: there is no such fact or key, the value does not fit, or nobody is named.
        Outdated: ``after`` is given and is not the last correction of this value.
    """
    record = to_dict(plan)
    one = _completed(record, told)
    overlay.checked(plan, one)
    newest = connection.execute(
        sa.select(sa.func.max(corrections.c.id)).where(
            corrections.c.plan_id == one.plan_id,
            corrections.c.fact_id == one.fact_id,
            corrections.c.undone_at.is_(None),
        )
    ).scalar()
    if after is not None and (newest or 0) != after:
        raise Outdated(
            f"Người khác vừa sửa giá trị này / somebody else corrected this value: {one.fact_id}",
            "Xem giá trị mới rồi sửa lại / look at the new value and correct again",
        )
    page, box = overlay.place_of(record, one)
    noted = replace(one, at=now(), page=page, box=box)
    key = connection.execute(corrections.insert().values(row(noted, one.plan_id))).inserted_primary_key
    assert key is not None
    _count(connection, one.plan_id)
    return said_one(connection, int(key[0]))


def row(one: Correction, plan_id: int) -> dict[str, object]:
    """The row of a correction, for a plan of this id."""
    x0, top, x1, bottom = one.box or (None,) * 4
    return {
        "plan_id": plan_id, "fact_id": one.fact_id, "kind": one.kind, "field": one.field, "state": one.state,
        "old": _text(one.old), "new": _text(one.new), "words": one.words, "by": one.by, "at": one.at, "note": one.note,
        "page": one.page, "x0": x0, "top": top, "x1": x1, "bottom": bottom, "undone_by": one.undone_by,
        "undone_at": one.undone_at,
    }  # fmt: skip


def _completed(record: Record, told: Correction) -> Correction:
    if not told.by.strip():
        raise UsageError("Thiếu tên người sửa / who says it is missing")
    if told.state == "added":
        if told.kind not in FACT_KINDS or not isinstance(told.new, dict):
            raise UsageError(f"kind: {', '.join(FACT_KINDS)}; new: the values of the fact")
        raw = next((str(told.new[key]) for key in NAMED_BY if told.new.get(key)), "")
        made = fact_id(told.kind.removesuffix("s"), told.new.get("path"), raw)
        return replace(told, fact_id=told.fact_id or f"{made}-added")
    header = told.fact_id.startswith(HEADER)
    kind = "document" if header else told.kind or overlay.kind_of(record, told.fact_id)
    return replace(
        told,
        kind=kind,
        old=overlay.value_of(record, told.fact_id, kind, told.field),
        words=overlay.words_of(record, told.fact_id, kind),
    )


def undo(connection: Connection, correction_id: int, by: str) -> Correction:
    """Takes a correction back; it stays listed.

    Raises:
        UsageError: there is none of this id.
    """
    one = said_one(connection, correction_id)
    connection.execute(
        corrections.update()
        .where(corrections.c.id == correction_id, corrections.c.undone_at.is_(None))
        .values(undone_by=by, undone_at=now())
    )
    _count(connection, one.plan_id)
    return said_one(connection, correction_id)


def set_review(connection: Connection, plan_id: int, review: str) -> None:
    """How far the review of a plan is: none, begun, done.

    Raises:
        UsageError: it is none of these.
    """
    if review not in REVIEWS:
        raise UsageError(f"review: {', '.join(REVIEWS)}, not {review!r}")
    connection.execute(plans.update().where(plans.c.id == plan_id).values(review=review))


def said_one(connection: Connection, correction_id: int) -> Correction:
    """Raises UsageError where there is none of this id."""
    row = connection.execute(sa.select(corrections).where(corrections.c.id == correction_id)).first()
    if row is None:
        raise UsageError(f"Không có chỉnh sửa / no correction: {correction_id}")
    return _correction(row)


def _count(connection: Connection, plan_id: int) -> None:
    """A plan with corrections is under review, unless its review is done."""
    count = connection.execute(
        sa.select(sa.func.count())
        .select_from(corrections)
        .where(corrections.c.plan_id == plan_id, corrections.c.undone_at.is_(None))
    ).scalar_one()
    begun = sa.case((plans.c.review == "none", "begun"), else_=plans.c.review)
    connection.execute(plans.update().where(plans.c.id == plan_id).values(corrections=count, review=begun))


def _correction(row: sa.Row[Any]) -> Correction:
    state: State = row.state
    return Correction(
        row.id, row.plan_id, row.fact_id, row.kind, row.field, state, _value(row.old), _value(row.new), row.words,
        row.by, row.at, row.note, row.undone_by, row.undone_at, row.page,
        None if row.x0 is None else (row.x0, row.top, row.x1, row.bottom),
    )  # fmt: skip


def _text(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def spoken_of() -> sa.Select[tuple[int]]:
    """The ids of all plans about which something was said."""
    return sa.select(corrections.c.plan_id).distinct()
