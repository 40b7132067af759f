"""How many of what an archive holds, and what failed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from kehoach.corpus.fingerprint import PLAN, READING
from kehoach.corpus.tables import FACTS, documents, places, plans, stages, works
from kehoach.corpus.told import named_in


@dataclass(frozen=True)
class Figures:
    """``files`` are places where a document was seen; every one of them is done or failed: ``done + failed == files``.
    ``seconds`` of work by stage; ``facts`` rows by kind."""

    files: int
    done: int
    failed: int
    documents: int
    plans: int
    works: int
    pages: int
    failed_pages: int
    seconds: Mapping[str, float]
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file of which there is no plan, and what to do about it."""

    path: str
    failure: str
    page: int | None
    message: str
    advice: str
    tries: int
    at: str


@dataclass(frozen=True, slots=True)
class ScanAgain:
    """A file with pages to fetch once more: those too bad to trust, by their place in the file, and those that are not
    there, by their printed numbers; both separated by spaces."""

    path: str
    plan: int
    number: str | None
    issued_on: str | None
    issuer: str | None
    rescan_pages: str | None
    missing_pages: str | None


def figures(connection: Connection) -> Figures:
    """The figures of an archive."""

    def count(table: sa.FromClause, *where: sa.ColumnElement[bool]) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(table).where(*where)).scalar_one()

    joined = places.join(stages, (stages.c.document_id == places.c.document_id) & (stages.c.stage == PLAN))
    failed = count(joined, stages.c.state == "failed") + count(places, places.c.failure.is_not(None))
    other = places.outerjoin(stages, (stages.c.document_id == places.c.document_id) & (stages.c.stage == PLAN))
    done = count(other, places.c.failure.is_(None), sa.or_(stages.c.state.is_(None), stages.c.state == "done"))
    spent = sa.select(stages.c.stage, sa.func.sum(stages.c.seconds)).group_by(stages.c.stage)
    seconds = {row[0]: float(row[1] or 0) for row in connection.execute(spent)}
    pages = FACTS["pages"]
    return Figures(
        count(places), done, failed, count(documents), count(plans), count(works), count(pages),
        count(pages, pages.c.failed.is_(True)),
        {READING: seconds.get(READING, 0.0), PLAN: max(0.0, seconds.get(PLAN, 0.0) - seconds.get(READING, 0.0))},
        {kind: count(table) for kind, table in FACTS.items()},
    )  # fmt: skip


def failures(connection: Connection) -> tuple[FailedFile, ...]:
    """Every file that failed, by class and path."""
    joined = places.join(stages, (stages.c.document_id == places.c.document_id) & (stages.c.stage == PLAN))
    columns = (
        places.c.path,
        places.c.document_id,
        *(stages.c[name] for name in ("failure", "page", "message", "advice", "tries", "at")),
    )
    rows = connection.execute(sa.select(*columns).select_from(joined).where(stages.c.state == "failed")).all()
    unopened = sa.select(places).where(places.c.failure.is_not(None))
    paths: dict[int, list[str]] = {}
    for r in rows:
        paths.setdefault(r.document_id, []).append(r.path)
    found = [
        FailedFile(r.path, r.failure, r.page, _of(r, paths[r.document_id]), r.advice or "", r.tries, r.at) for r in rows
    ]
    found += [
        FailedFile(r.path, r.failure, None, r.message or "", r.advice or "", 1, r.seen_at)
        for r in connection.execute(unopened)
    ]
    return tuple(sorted(found, key=lambda one: (one.failure, one.path)))


def _of(row: sa.Row[Any], paths: Sequence[str]) -> str:
    """The message about a content, of this file: it was written about the one that was read, which may be another."""
    message: str = row.message or ""
    return message.replace(named_in(message, paths) or row.path, row.path)


def scans_again(connection: Connection) -> tuple[ScanAgain, ...]:
    """Every file with pages to be scanned again or missing, by path."""
    head = (plans.c[name] for name in ("id", "number", "issued_on", "issuer", "rescan_pages", "missing_pages"))
    query = sa.select(sa.func.coalesce(places.c.path, plans.c.file), *head)
    query = query.select_from(plans.outerjoin(places, places.c.document_id == plans.c.document_id))
    rows = connection.execute(query.where(plans.c.scan == "again").order_by(sa.text("1"), plans.c.part))
    return tuple(ScanAgain(*row) for row in rows)
