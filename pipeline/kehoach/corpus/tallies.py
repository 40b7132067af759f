"""How many plans have which value of a facet, looked up where at most one facet is chosen: to count a hundred thousand
plans anew takes longer than all else that a page of the list needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from kehoach.corpus.filters import FACETS, UNKNOWN, Filter
from kehoach.corpus.tables import tallies

Key = tuple[str, str, str, str]
"""The first columns of the table ``tallies``."""
Value = str | int | None
_KEY = (tallies.c.given, tallies.c.chosen, tallies.c.facet, tallies.c.value)
_ALL = ("", "")
_ANY = "audit"
"""A facet: each counts all plans."""


def kept(wanted: Filter) -> bool:
    """Whether the numbers for a filter are kept: it asks for values of one facet at most, and for nothing else."""
    chosen = _chosen(wanted)
    return len(chosen) < 2 and replace(wanted, **dict.fromkeys(chosen, ())) == Filter()  # type: ignore[arg-type]


def counts(connection: Connection, wanted: Filter) -> Mapping[str, Mapping[Value, int]]:
    """The plans by each facet, for a filter whose numbers are kept; a facet's own choice does not narrow it."""
    chosen = _chosen(wanted)
    given = [sa.and_(_among("", [""]), tallies.c.facet.in_(chosen or FACETS))]
    given += [_among(name, values) for name, values in chosen.items()]
    query = sa.select(tallies.c.facet, tallies.c.value, sa.func.sum(tallies.c.plans)).where(sa.or_(*given))
    found: dict[str, dict[Value, int]] = {name: {} for name in FACETS}
    for facet, value, count in connection.execute(query.group_by(tallies.c.facet, tallies.c.value)):
        if count:
            found[facet][_read(facet, value)] = int(count)
    return found


def total(connection: Connection, wanted: Filter) -> int:
    """The number of plans of a filter whose numbers are kept."""
    where = [_among("", [""])]
    for name, values in _chosen(wanted).items():
        where += [tallies.c.facet == name, tallies.c.value.in_(values)]
    where += [tallies.c.facet == _ANY] if len(where) == 1 else []
    return int(connection.execute(sa.select(sa.func.sum(tallies.c.plans)).where(*where)).scalar() or 0)


def wrong(connection: Connection) -> Mapping[Key, tuple[int, int]]:
    """Numbers that are not those of the table ``plans``: as kept, as counted now."""
    known: Counter[Key] = Counter()
    for given, chosen, facet, value, count in connection.execute(sa.select(*_KEY, tallies.c.plans)):
        known[given, chosen, facet, value] = count
    right = _counted(connection)
    return {key: (known[key], right[key]) for key in sorted(known.keys() | right) if known[key] != right[key]}


def mend(connection: Connection) -> None:
    """Counts all anew."""
    connection.execute(tallies.delete())
    names = [column.name for column in tallies.columns]
    rows = [dict(zip(names, (*key, count), strict=True)) for key, count in sorted(_counted(connection).items())]
    if rows:
        connection.execute(tallies.insert(), rows)


def _counted(connection: Connection) -> Counter[Key]:
    made: Counter[Key] = Counter()
    columns = list(FACETS.values())
    for *values, count in connection.execute(sa.select(*columns, sa.func.count()).group_by(*columns)):
        told = [(name, _told(value)) for name, value in zip(FACETS, values, strict=True)]
        for given in (_ALL, *told):
            for facet in told:
                if facet[0] != given[0]:
                    made[*given, *facet] += count
    return made


def _chosen(wanted: Filter) -> dict[str, list[str]]:
    """The facets that are chosen, with their values as they are kept."""
    return {name: list(map(_told, getattr(wanted, name))) for name in FACETS if getattr(wanted, name)}


def _among(given: str, chosen: Iterable[str]) -> ColumnElement[bool]:
    return sa.and_(tallies.c.given == given, tallies.c.chosen.in_(list(chosen)))


def _told(value: Value) -> str:
    return UNKNOWN if value is None else str(value)


def _read(facet: str, value: str) -> Value:
    return None if value == UNKNOWN else FACETS[facet].type.python_type(value)
