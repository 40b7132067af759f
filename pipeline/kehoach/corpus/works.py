"""Which plans are one work: the draft, the signed copy, the received copy, the scan and the digital file of a plan.

Linked by issuer, number with symbol and year; where one of them is missing, by nearly the same text. Nothing is
deleted or merged: each stays a plan of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from kehoach.corpus import likeness
from kehoach.corpus.bundle import Bundle
from kehoach.corpus.tables import bands, plans, texts, works
from kehoach.orthography.fold import bare


@dataclass(frozen=True, slots=True)
class Link:
    """A plan's work and how it was found: "number", "text" with the likeness, or "new"."""

    work_id: int
    linked_by: str
    similarity: float | None = None


_SHARED = sa.or_(*(sa.and_(bands.c.band == n, bands.c.hash == sa.bindparam(f"hash{n}")) for n in range(likeness.BANDS)))
_CANDIDATES = (
    sa.select(plans.c.work_id, plans.c.issuer, plans.c.number, plans.c.year, texts.c.signature)
    .join(texts, texts.c.plan_id == plans.c.id)
    .where(plans.c.id.in_(sa.select(bands.c.plan_id).where(_SHARED, bands.c.plan_id != sa.bindparam("own")).distinct()))
    .order_by(plans.c.id)
)
"""Plans whose text shares a part of its signature with another; made once, since making it costs more than asking it."""


def link(connection: Connection, made: Bundle, plan_id: int | None) -> Link:
    """The work that a plan belongs to, made where there is none; ``plan_id`` is the plan's where it was kept before."""
    if made.work_key is not None:
        found = connection.execute(sa.select(works.c.id).where(works.c.key == made.work_key)).scalar()
        if found is not None:
            return Link(found, _before(connection, plan_id, found) or "number")
    near = _nearest(connection, made, plan_id)
    if near is not None:
        _name(connection, near.work_id, made.work_key)
        return near
    own = _own(connection, plan_id)
    if own is not None:
        connection.execute(works.update().where(works.c.id == own).values(key=made.work_key))
        return Link(own, "new")
    key = connection.execute(works.insert().values(key=made.work_key)).inserted_primary_key
    assert key is not None
    return Link(key[0], "new")


_BEST = (
    sa.case((plans.c.copy_state == "draft", 1), else_=0), sa.case((plans.c.form == "scan", 1), else_=0),
    sa.func.coalesce(plans.c.ocr_confidence, 1.0).desc(), plans.c.id,
)  # fmt: skip
"""Which copy of a work comes first: no draft, then what needed no recognition, then what was recognized best."""


def ids(where: Iterable[ColumnElement[bool]], *, copies: bool) -> sa.Select[Any]:
    """The ids of plans in the order of their files; without ``copies`` of each work the best one among them."""
    order = (plans.c.file, plans.c.part, plans.c.id)
    if copies:
        return sa.select(plans.c.id).where(*where).order_by(*order)
    rank = sa.func.row_number().over(partition_by=plans.c.work_id, order_by=_BEST).label("rank")
    ranked = sa.select(*order, rank).where(*where).subquery()
    return sa.select(ranked.c.id).where(ranked.c.rank == 1).order_by(*(ranked.c[column.name] for column in order))


def drop_empty(connection: Connection, work_id: int) -> None:
    """Removes a work that no plan belongs to any more."""
    left = sa.select(plans.c.id).where(plans.c.work_id == work_id).limit(1)
    if connection.execute(left).first() is None:
        connection.execute(works.delete().where(works.c.id == work_id))


def _before(connection: Connection, plan_id: int | None, work_id: int) -> str | None:
    """How the plan was linked to this work before, so that reading it again does not make the first a follower."""
    if plan_id is None:
        return None
    found: str | None = connection.execute(
        sa.select(plans.c.linked_by).where(plans.c.id == plan_id, plans.c.work_id == work_id)
    ).scalar()
    return found


def _own(connection: Connection, plan_id: int | None) -> int | None:
    """The plan's present work where no other plan belongs to it."""
    if plan_id is None:
        return None
    present = sa.select(plans.c.work_id).where(plans.c.id == plan_id).scalar_subquery()
    rows = connection.execute(sa.select(plans.c.id, plans.c.work_id).where(plans.c.work_id == present).limit(2)).all()
    return rows[0].work_id if len(rows) == 1 else None


def _name(connection: Connection, work_id: int, key: str | None) -> None:
    if key is not None:
        connection.execute(works.update().where(works.c.id == work_id, works.c.key.is_(None)).values(key=key))


def _nearest(connection: Connection, made: Bundle, plan_id: int | None) -> Link | None:
    """The plan of the most similar text that may be a copy of this one."""
    parts = likeness.bands(made.signature)
    if not parts:
        return None
    rows = connection.execute(_CANDIDATES, {"own": plan_id or 0, **{f"hash{n}": h for n, h in enumerate(parts)}})
    scored = [(likeness.likeness(made.signature, row.signature), row.work_id) for row in rows if _may_be(made, row)]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, 0))
    return Link(best[1], "text", round(best[0], 3)) if best[0] >= likeness.ALIKE else None


def _may_be(made: Bundle, row: Any) -> bool:
    """Whether nothing in the two heads says that they are different plans: offices use last year's text again."""
    pairs = ((made.head["issuer"], row.issuer), (_number(made.head["number"]), _number(row.number)))
    known = [(str(a), str(b)) for a, b in pairs if a and b]
    years = (made.head["year"], row.year)
    return all(bare(a) == bare(b) for a, b in known) and (None in years or years[0] == years[1])


def _number(value: object) -> str | None:
    """A number and symbol, if the number is there: "/KH-UBND" of a draft is not."""
    return str(value) if value and not str(value).startswith("/") else None
