"""Pages of plans in an order, and how many plans have which values; quick at a hundred thousand."""

from __future__ import annotations

import base64
import binascii
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from kehoach.corpus import tallies
from kehoach.corpus.filters import FACETS, UNKNOWN, Filter, conditions
from kehoach.corpus.tables import places, plans
from kehoach.corpus.words import Speller
from kehoach.errors import UsageError

ORDERS = ("-issued_on", "issued_on", "-added", "added", "-doubtful", "doubtful")
"""Orders of a list; "-" is the latest, or the most, first."""


_KEYS: Mapping[str, tuple[ColumnElement[object], ...]] = {
    "issued_on": (plans.c.sort_key,),
    "added": (),
    "doubtful": (plans.c.doubtful,),
}
"""What each order goes by, before the id."""
_TOGETHER = (
    ("province", "year"),
    ("issuer_level", "plan_kind", "audit", "quality", "review", "scan"),
)
"""Facets that are counted together: each group has an index in its order (``ix_plans_when``, ``ix_plans_traits``; under
a filter of the other group's facets ``ix_plans_facets``), so that nothing is sorted, and few combinations."""


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan as a list shows it; the fields are those of the table ``plans``."""

    id: int
    document_id: int
    work_id: int
    part: int
    file: str
    form: str
    type: str | None
    plan_kind: str | None
    number: str | None
    issuer: str | None
    issuer_level: str | None
    province: str | None
    province_as_printed: str | None
    province_current: str | None
    issued_on: str | None
    year: int | None
    title: str | None
    signer: str | None
    copy_state: str | None
    pages: int | None
    audit: str
    errors: int
    warnings: int
    quality: str
    ocr_confidence: float | None
    doubtful: int
    review: str
    corrections: int
    linked_by: str
    similarity: float | None
    added_at: str
    read_at: str
    blank_pages: str | None
    rescan_pages: str | None
    missing_pages: str | None
    urgency: str | None
    secrecy: str | None
    scan: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page. ``next`` continues it, None at the end; ``total`` counts all plans of the filter."""

    entries: tuple[PlanEntry, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``value`` is None for plans without one."""

    value: str | int | None
    count: int


ENTRY = [plans.c[name] for name in PlanEntry.__dataclass_fields__]
"""The columns of an entry."""


def entry(row: Sequence[Any]) -> PlanEntry:
    """The entry of a row of ``ENTRY``."""
    return PlanEntry(*row)


def listing(
    connection: Connection, wanted: Filter, speller: Speller, order: str, after: str | None, limit: int
) -> Listing:
    """One page of the plans of a filter.

    Raises:
        UsageError: there is no such order, or ``after`` is none of its own.
    """
    if order not in ORDERS:
        raise UsageError(f"Không có thứ tự / no order {order!r}; có / known: {', '.join(ORDERS)}")
    where = conditions(wanted, speller)
    keys: list[ColumnElement[object]] = [*_KEYS[order.removeprefix("-")], plans.c.id]
    down = order.startswith("-")
    query = sa.select(*ENTRY, plans.c.sort_key).where(*where)
    query = query.order_by(*(key.desc() if down else key.asc() for key in keys)).limit(limit + 1)
    if after is not None:
        last = _decoded(after, keys)
        mark = sa.tuple_(*keys)
        query = query.where(mark < last if down else mark > last)
    rows = connection.execute(query).all()
    total = _total(connection, wanted, where)
    shown = rows[:limit]
    more = len(rows) > limit
    return Listing(tuple(entry(row[:-1]) for row in shown), _encoded(shown[-1], keys) if more else None, total)


def _total(connection: Connection, wanted: Filter, where: list[ColumnElement[bool]]) -> int:
    if tallies.kept(wanted):
        return tallies.total(connection, wanted)
    return connection.execute(sa.select(sa.func.count()).select_from(plans).where(*where)).scalar_one()


def read_from(connection: Connection, path: str) -> tuple[int, ...]:
    """The ids of the plans of the content that was seen at a place."""
    query = sa.select(plans.c.id).join(places, places.c.document_id == plans.c.document_id)
    return tuple(connection.execute(query.where(places.c.path == path).order_by(plans.c.part)).scalars())


def facets(
    connection: Connection, wanted: Filter, speller: Speller, also: ColumnElement[bool] | None = None
) -> Mapping[str, tuple[FacetValue, ...]]:
    """For each facet its values with the number of plans, the most frequent first. A facet's own filter does not
    narrow its own values, so that another value can be chosen."""
    if also is None and tallies.kept(wanted):
        return {name: _ordered(found) for name, found in tallies.counts(connection, wanted).items()}
    dear = also is not None or wanted.unit or wanted.due_before or wanted.finding  # not to be looked at twice
    if connection.dialect.name == "postgresql":  # helpers would take as long to start as to count
        connection.exec_driver_sql("SET LOCAL max_parallel_workers_per_gather = 0")
    made: dict[str, tuple[FacetValue, ...]] = {}
    for names in (tuple(FACETS),) if dear else _TOGETHER:
        made |= _counted(connection, names, wanted, speller, also)
    return {name: made[name] for name in FACETS}


def _counted(
    connection: Connection, names: tuple[str, ...], wanted: Filter, speller: Speller, also: ColumnElement[bool] | None
) -> dict[str, tuple[FacetValue, ...]]:
    """The same for some facets: one query counts each combination of their values."""
    columns = [FACETS[name] for name in names]
    where = conditions(wanted, speller, frozenset(names), counting=connection.dialect.name == "sqlite")
    query = sa.select(*columns, sa.func.count()).where(*where, *([] if also is None else [also])).group_by(*columns)
    allowed = {at: set(getattr(wanted, name)) for at, name in enumerate(names) if getattr(wanted, name)}
    counts: list[Counter[Any]] = [Counter() for _ in names]
    every = range(len(names))
    for *values, count in connection.execute(query).all():
        missed = [n for n, some in allowed.items() if (UNKNOWN if values[n] is None else values[n]) not in some]
        for at in missed[: len(missed) == 1] if missed else every:
            counts[at][values[at]] += count
    return {name: _ordered(found) for name, found in zip(names, counts, strict=True)}


def _ordered(found: Mapping[Any, int]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(v, n) for v, n in sorted(found.items(), key=lambda item: (-item[1], str(item[0]))))


def _encoded(row: Any, keys: list[ColumnElement[object]]) -> str:
    values = [getattr(row, str(key.key)) for key in keys]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _decoded(after: str, keys: list[ColumnElement[object]]) -> tuple[object, ...]:
    try:
        values = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        if isinstance(values, list) and len(values) == len(keys) and all(map(_fits, values, keys)):
            return tuple(values)
    except (ValueError, RecursionError, binascii.Error):
        pass
    raise UsageError(f"Trang không hợp lệ / no page begins at: {after!r}")


def _fits(value: object, key: ColumnElement[object]) -> bool:
    if key.type.python_type is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31
    return isinstance(value, str) and value.isascii() and value.isprintable()
