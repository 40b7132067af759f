"""Records, and whole archives, into an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from kehoach.corpus import corrections as saying
from kehoach.corpus import database, writing
from kehoach.corpus.bundle import bundle
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.files import Seen
from kehoach.corpus.overlay import Correction
from kehoach.corpus.tables import corrections, plans
from kehoach.model.plan import Plan


def put_records(archive: Corpus, found: Iterable[Plan]) -> Iterator[int]:
    """Enters records, several of one file as its parts in their order; their ids."""
    parts: Counter[str] = Counter()
    for plan in found:
        parts[plan.source.sha256] += 1
        yield archive.add(plan, part=parts[plan.source.sha256])


def put_archive(archive: Corpus, other: Corpus) -> Iterator[int]:
    """Enters every plan of another archive with what people said about it; their ids. What was said already is not
    entered twice."""
    with other.engine.connect() as connection:
        parts = {row.id: row.part for row in connection.execute(sa.select(plans.c.id, plans.c.part))}
    for old, plan in other.numbered_plans(corrected=False):
        entry = other.entry(old)
        with database.writing(archive.engine) as connection:
            document_id = writing.put_document(connection, plan.source.sha256, plan.source.media_type, None)
            writing.put_place(connection, Seen(plan.source.path), document_id)
            new = writing.put_plan(connection, document_id, bundle(plan, archive.speller, parts[old]))
            _put_corrections(connection, new, other.corrections(old))
            reviewed = plans.update().where(plans.c.id == new, plans.c.review == "none")
            connection.execute(reviewed.values(review=entry.review))
        yield new


def _put_corrections(connection: sa.Connection, plan_id: int, said: Iterable[Correction]) -> None:
    known = sa.select(corrections.c.fact_id, corrections.c.field, corrections.c.by, corrections.c.at)
    there = {tuple(row) for row in connection.execute(known.where(corrections.c.plan_id == plan_id))}
    entered = 0
    for one in said:
        if (one.fact_id, one.field, one.by, one.at) not in there:
            connection.execute(corrections.insert().values(saying.row(one, plan_id)))
            entered += one.undone_at is None
    if entered:
        connection.execute(
            plans.update().where(plans.c.id == plan_id).values(corrections=plans.c.corrections + entered)
        )
