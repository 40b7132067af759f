"""What the audit said of each plan, rule by rule: the cells of a matrix of plans and rules, and their totals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.tables import FACTS, plans
from kehoach.corpus.words import Speller

_checks = FACTS["checks"].c


def verdicts(connection: Connection, ids: Sequence[int], codes: Iterable[str]) -> Mapping[int, Mapping[str, str]]:
    """For each of these plans the verdict of each of these rules that was looked at."""
    query = sa.select(_checks.plan_id, _checks.code, _checks.verdict)
    found: dict[int, dict[str, str]] = {plan_id: {} for plan_id in ids}
    for row in connection.execute(query.where(_checks.plan_id.in_(ids), _checks.code.in_(list(codes)))):
        found[row.plan_id][row.code] = row.verdict
    return found


def totals(
    connection: Connection, wanted: Filter, speller: Speller, codes: Iterable[str]
) -> Mapping[str, Mapping[str, int]]:
    """For each of these rules how many plans of a filter have which verdict."""
    chosen = sa.select(plans.c.id).where(*conditions(wanted, speller))
    query = (
        sa.select(_checks.code, _checks.verdict, sa.func.count().label("n"))
        .where(_checks.code.in_(list(codes)), _checks.plan_id.in_(chosen))
        .group_by(_checks.code, _checks.verdict)
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(query):
        found[row.code][row.verdict] = row.n
    return found


def corrected(connection: Connection, wanted: Filter, speller: Speller) -> frozenset[int]:
    """The plans of a filter that people corrected: what the audit said of them was said of other values."""
    query = sa.select(plans.c.id).where(*conditions(wanted, speller), plans.c.corrections > 0)
    return frozenset(connection.execute(query).scalars())
