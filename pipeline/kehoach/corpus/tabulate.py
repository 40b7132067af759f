"""Tables over all plans as data frames: straight from the archive's tables, and from the records where people
corrected something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa
from sqlalchemy import Engine

from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.tables import FACTS, own_columns, plans
from kehoach.corpus.words import Speller
from kehoach.export import frame
from kehoach.export.frame import Kind
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    import pandas

COLUMNS = ("plan", "province", "year")
"""What every table begins with, before the columns of ``kehoach.frame``: the plan's id in the archive, the GSO code of
its province on its date, its year."""


class Archive(Protocol):
    """What a table is made from."""

    @property
    def engine(self) -> Engine: ...
    @property
    def speller(self) -> Speller: ...
    def numbered_plans(self, wanted: Filter, *, corrected: bool) -> Iterator[tuple[int, Plan]]: ...


def table(archive: Archive, kind: Kind, wanted: Filter, corrected: bool) -> pandas.DataFrame:
    """One table over all plans of a filter, ordered by file and place in the plan.

    Raises:
        UsageError: there is no such table.
    """
    names = frame.columns(kind) if kind in frame.COLUMNS else ()
    if kind in FACTS:
        told = _from_tables(archive, kind, wanted, corrected)
    else:
        told = _from_records(archive, kind, wanted, corrected)
    return frame.framed(kind, told, (*(c for c in COLUMNS if c not in names), *names))


def _from_tables(archive: Archive, kind: Kind, wanted: Filter, corrected: bool) -> Iterator[tuple[object, ...]]:
    rows, where = FACTS[kind], conditions(wanted, archive.speller)
    columns = [plans.c.id, plans.c.province, plans.c.year, plans.c.file, plans.c.number, plans.c.issued_on]
    own = [rows.c[name] for name in own_columns(kind)]
    query = sa.select(*columns, *own).join(rows, rows.c.plan_id == plans.c.id).where(*where)
    changed: dict[int, list[tuple[object, ...]]] = {}
    if corrected:
        with archive.engine.connect() as connection:
            touched = sa.select(plans.c.id).where(*where, plans.c.corrections > 0)
            ids = tuple(connection.execute(touched).scalars())
        if ids:
            query = query.where(plans.c.id.not_in(ids))
            for row in _from_records(archive, kind, Filter(ids=ids), True):
                changed.setdefault(int(str(row[0])), []).append(row)
    with archive.engine.connect() as connection:
        yield from map(tuple, connection.execute(query.order_by(plans.c.file, plans.c.part, rows.c.n)))
    for found in changed.values():
        yield from found


def _from_records(archive: Archive, kind: Kind, wanted: Filter, corrected: bool) -> Iterator[tuple[object, ...]]:
    with archive.engine.connect() as connection:
        years = {row.id: row.year for row in connection.execute(sa.select(plans.c.id, plans.c.year))}
    skip = kind == "documents"
    for plan_id, plan in archive.numbered_plans(wanted, corrected=corrected):
        first = (plan_id, years.get(plan_id)) if skip else (plan_id, plan.document.province, years.get(plan_id))
        for row in frame.rows(plan, kind):
            yield (*first, *row)
