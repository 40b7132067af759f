"""What is written into an archive, always within the caller's transaction: all of a document, or nothing.

Values are given beside the statements, not in them, so that each statement is compiled once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from kehoach.corpus import likeness, statements, works
from kehoach.corpus.bundle import Bundle
from kehoach.corpus.database import now
from kehoach.corpus.files import Seen
from kehoach.corpus.fingerprint import READING, Fingerprint
from kehoach.corpus.statements import Gathered
from kehoach.corpus.tables import FACTS, bands, copies, corrections, documents, places, plans, records, stages, texts
from kehoach.corpus.worker import Copy, Made

_PLACE = ("path", "document_id", "bytes", "modified_ns", "seen_at", "failure", "message", "advice")
_STAGE = (
    "document_id", "stage", "settings", "code", "rules", "state", "failure", "page", "message", "advice", "tries", "at",
    "seconds",
)  # fmt: skip
_DOCUMENT = sa.select(documents.c.id).where(documents.c.sha256 == sa.bindparam("content"))
_PARTS = sa.select(plans.c.part, plans.c.id).where(plans.c.document_id == sa.bindparam("document"))


def put_document(
    connection: Connection, sha256: str, media_type: str | None, size: int | None, pages: int | None = None
) -> int:
    """The id of a content, which is entered where it is new; what is known now replaces what was not."""
    told = {"media_type": media_type, "bytes": size, "pages": pages}
    values = {name: value for name, value in told.items() if value is not None}
    found: int | None = connection.execute(_DOCUMENT, {"content": sha256}).scalar()
    if found is None:
        key = connection.execute(
            documents.insert(), {"sha256": sha256, "added_at": now(), **values}
        ).inserted_primary_key
        assert key is not None
        return int(key[0])
    if values:
        connection.execute(documents.update().where(documents.c.id == found).values(**values))
    return found


def put_place(
    connection: Connection, seen: Seen, document_id: int | None, failure: tuple[str, str, str] | None = None
) -> None:
    """Notes where a content was found, or why a file could not be opened (class, message, advice)."""
    row = (seen.path, document_id, seen.bytes, seen.modified_ns, now(), *(failure or (None, None, None)))
    statements.replace(connection, places, _PLACE, [row])


def put_copy(connection: Connection, document_id: int, made: Copy, place: str) -> None:
    """Notes a document's searchable copy and its hash, or why there is none."""
    why = made.failure
    values = {
        "form": "pdfa-2b", "place": place if why is None else None, "bytes": None if why else len(made.data),
        "sha256": None if why else hashlib.sha256(made.data).hexdigest(), "failure": why and why.code,
        "message": why and why.message, "at": now(),
    }  # fmt: skip
    if not connection.execute(copies.update().where(copies.c.document_id == document_id).values(**values)).rowcount:
        connection.execute(copies.insert().values(document_id=document_id, **values))


def put_stages(
    connection: Connection, document_id: int, now_with: Mapping[str, Fingerprint], made: Made, tries: int
) -> None:
    """Notes that each stage was done for a document, with what, and how it ended."""
    why, at = made.failure, now()
    state = "done" if why is None else "failed"
    told = (None, None, None, None) if why is None else (why.code, why.page, why.message, why.advice)
    rows = [
        (
            document_id, stage, one.settings, one.code, one.rules, state, *told, tries, at,
            round(made.reading_seconds if stage == READING else made.seconds, 3),
        )
        for stage, one in now_with.items()
    ]  # fmt: skip
    statements.replace(connection, stages, _STAGE, rows)


def put_plans(connection: Connection, document_id: int, made: Iterable[Bundle], facts: Gathered) -> tuple[int, ...]:
    """The plans of a document, in place of those that it had. A plan that was there keeps its id, and with it what
    people said about it. Records and facts, which nothing asks for while others are entered, come to ``facts``."""
    known = {row.part: row.id for row in connection.execute(_PARTS, {"document": document_id})}
    ids = tuple(_put_plan(connection, document_id, one, known.pop(one.part, None), facts) for one in made)
    for plan_id in known.values():
        drop_plan(connection, plan_id)
    return ids


def put_plan(connection: Connection, document_id: int, made: Bundle) -> int:
    """One plan of a document, in place of the one that was there; the others stay."""
    known = sa.select(plans.c.id).where(plans.c.document_id == document_id, plans.c.part == made.part)
    facts = Gathered()
    plan_id = _put_plan(connection, document_id, made, connection.execute(known).scalar(), facts)
    facts.enter(connection)
    return plan_id


def drop_plan(connection: Connection, plan_id: int) -> None:
    """Removes a plan that its document has no longer, but for one that people corrected: their work is not thrown
    away because a program reads otherwise."""
    if connection.execute(sa.select(corrections.c.id).where(corrections.c.plan_id == plan_id).limit(1)).first():
        return
    work = connection.execute(sa.select(plans.c.work_id).where(plans.c.id == plan_id)).scalar_one()
    _clear(connection, plan_id)
    connection.execute(plans.delete().where(plans.c.id == plan_id))
    works.drop_empty(connection, work)


def _put_plan(connection: Connection, document_id: int, made: Bundle, plan_id: int | None, facts: Gathered) -> int:
    link = works.link(connection, made, plan_id)
    at = now()
    values = {
        **made.head, "work_id": link.work_id, "linked_by": link.linked_by, "similarity": link.similarity, "read_at": at,
    }  # fmt: skip
    if plan_id is None:
        fresh = {"document_id": document_id, "part": made.part, "review": "none", "corrections": 0, "added_at": at}
        key = connection.execute(plans.insert(), {**values, **fresh}).inserted_primary_key
        assert key is not None
        plan_id = int(key[0])
    else:
        before = connection.execute(sa.select(plans.c.work_id).where(plans.c.id == plan_id)).scalar_one()
        connection.execute(plans.update().where(plans.c.id == plan_id).values(**values))
        _clear(connection, plan_id)
        works.drop_empty(connection, before)
    _put_contents(connection, plan_id, made, facts)
    return plan_id


def _put_contents(connection: Connection, plan_id: int, made: Bundle, facts: Gathered) -> None:
    facts.add(records, [(plan_id, made.schema_version, made.record)])
    statements.enter(connection, texts, [(plan_id, made.text, made.search_head, made.words, made.signature)])
    statements.enter(connection, bands, [(n, h, plan_id) for n, h in enumerate(likeness.bands(made.signature))])
    for kind, rows in made.facts.items():
        facts.add(FACTS[kind], [(plan_id, n, *row) for n, row in enumerate(rows, 1)])


def _clear(connection: Connection, plan_id: int) -> None:
    emptied: tuple[Table, ...] = (records, texts, bands, *FACTS.values())
    for table in emptied:
        connection.execute(table.delete().where(table.c.plan_id == plan_id))
