"""Plans counted by each facet, all of them and those of each value of another facet; triggers keep the numbers right
whoever writes."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_FACETS = ("province", "year", "issuer_level", "plan_kind", "audit", "quality", "review", "scan")
_PAIRS = tuple((given, facet) for given in ("", *_FACETS) for facet in _FACETS if given != facet)
_KEY = "given, chosen, facet, value"
_MORE = f"ON CONFLICT ({_KEY}) DO UPDATE SET plans = tallies.plans + excluded.plans"
_EVENTS = {"insert": ("new",), "delete": ("old",), "update": ("new", "old")}
_SIGNS = {"new": "1", "old": "-1"}


def upgrade() -> None:
    op.create_table(
        "tallies",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _KEY.split(", ")),
        sa.Column("plans", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*_KEY.split(", "), name="pk_tallies"),
        sqlite_with_rowid=False,
    )
    for given, facet in _PAIRS:
        names = f"'{given}', {_value('', given)}, '{facet}', {_value('', facet)}"
        op.execute(f"INSERT INTO tallies ({_KEY}, plans) SELECT {names}, count(*) FROM plans GROUP BY 2, 4")
    (_triggers_sqlite if op.get_bind().dialect.name == "sqlite" else _triggers_postgresql)()


def _value(row: str, facet: str) -> str:
    return f"coalesce(CAST({row}{facet} AS text), '')" if facet else "''"


def _counted(row: str) -> Iterator[str]:
    """What a row of ``plans`` is counted under."""
    for given, facet in _PAIRS:
        yield f"'{given}', {_value(row, given)}, '{facet}', {_value(row, facet)}"


def _triggers_sqlite() -> None:
    """Once for each row."""
    columns = ", ".join(_FACETS)
    other = f"({', '.join(f'old.{name}' for name in _FACETS)}) IS NOT ({', '.join(f'new.{name}' for name in _FACETS)})"
    for event, rows in _EVENTS.items():
        when = f"UPDATE OF {columns} ON plans WHEN {other}" if event == "update" else f"{event} ON plans"
        counts = (
            f"INSERT INTO tallies ({_KEY}, plans) VALUES "
            + ", ".join(f"({told}, {_SIGNS[row]})" for told in _counted(f"{row}."))
            + f" {_MORE};"
            for row in rows
        )
        op.execute(f"CREATE TRIGGER tallies_{event} AFTER {when} BEGIN {' '.join(counts)} END")


def _triggers_postgresql() -> None:
    """Once for each statement, whatever the number of its rows."""
    told = ", ".join(f"({one})" for one in _counted("p."))
    for event, rows in _EVENTS.items():
        changed = " UNION ALL ".join(f"SELECT *, {_SIGNS[row]} AS sign FROM {row}_rows" for row in rows)
        op.execute(
            f"CREATE FUNCTION tallies_{event}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"INSERT INTO tallies ({_KEY}, plans) SELECT {_KEY}, sum(sign) FROM ({changed}) AS p, "
            f"LATERAL (VALUES {told}) AS counted ({_KEY}) GROUP BY {_KEY} HAVING sum(sign) <> 0 {_MORE}; "
            "RETURN NULL; END $$"
        )
        tables = " ".join(f"{row.upper()} TABLE AS {row}_rows" for row in rows)
        op.execute(
            f"CREATE TRIGGER tallies_{event} AFTER {event} ON plans REFERENCING {tables} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION tallies_{event}()"
        )
