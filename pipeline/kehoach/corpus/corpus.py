"""An archive of plans: what programs, the command and the web application ask of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from kehoach.corpus import corrections, database, files, listing, overlay, search, tabulate, works, writing
from kehoach.corpus.bundle import bundle, unpack
from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.listing import FacetValue, Listing, PlanEntry
from kehoach.corpus.overlay import Corrected, Correction, State
from kehoach.corpus.search import Found
from kehoach.corpus.studies import Studies
from kehoach.corpus.tables import documents, places, plans, records
from kehoach.corpus.words import Speller
from kehoach.errors import UsageError
from kehoach.export.frame import Kind
from kehoach.model.plan import Plan
from kehoach.rules.load import load

if TYPE_CHECKING:
    import pandas

_CHUNK = 200
"""Records read at once when many are gone through."""
_ALL = Filter()


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a plan was read from: ``path`` is a file that holds exactly its content (the kept copy where there
    is one), None where it is nowhere any more; ``known`` are all places where it was seen."""

    sha256: str
    media_type: str | None
    path: Path | None
    known: tuple[str, ...]


class Corpus(Studies):
    """An archive. Use ``Corpus.open``; methods may be called from several threads."""

    def __init__(self, engine: Engine, rules: Path | None = None) -> None:
        self.engine = engine
        self._rules = rules

    @classmethod
    def open(
        cls, where: str | Path, *, create: bool = False, readonly: bool = False, rules: str | Path | None = None
    ) -> Corpus:
        """The archive in a SQLite file (a path) or a database (a URL).

        Args:
            where: "archive.db", "sqlite:///archive.db", "postgresql://user@host/name".
            create: make it where it is not there.
            readonly: refuse an archive whose form is not up to date, instead of bringing it up.
            rules: a folder of your own rule files, added to the program's; its abbreviations are searched too.

        Raises:
            FileAccess: it is not there, or cannot be opened.
            VersionMismatch: it is no archive, or one of a newer program.
            MissingDependency: the driver of its database is not installed.
            UsageError: ``where`` is neither a path nor a URL.
        """
        engine = database.connect(where, create=create, readonly=readonly)
        return cls(engine, Path(rules) if rules is not None else None)

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def speller(self) -> Speller:
        """What makes text and queries alike."""
        return Speller(load(self._rules.resolve() if self._rules is not None else None))

    @cached_property
    def folder(self) -> Path:
        """The folder beside the archive that holds copies and recognized pages; it may not be there."""
        return files.folder_of(self.engine.url)

    # Looking

    def list(
        self, wanted: Filter = _ALL, *, order: str = "-issued_on", after: str | None = None, limit: int = 50
    ) -> Listing:
        """One page of plans; ``after`` is the ``next`` of the page before.

        Raises:
            UsageError: there is no such order or page.
        """
        with self._reading() as connection:
            return listing.listing(connection, wanted, self.speller, order, after, limit)

    def facets(self, wanted: Filter = _ALL, query: str | None = None) -> Mapping[str, tuple[FacetValue, ...]]:
        """How many plans of the filter (and of a search for ``query``) have which province, year, issuer_level,
        plan_kind, audit, quality and review."""
        with self._reading() as connection:
            also = None
            if query:
                found = search.prepared(connection, query, self.speller).found
                also = plans.c.id.in_(sa.select(found.c.plan_id))
            return listing.facets(connection, wanted, self.speller, also)

    def search(self, query: str, wanted: Filter = _ALL, *, limit: int = 20, offset: int = 0) -> Found:
        """The plans that hold the words, the best first, with the places where they stand. Diacritics do not matter,
        abbreviations count as what they stand for; words in one pair of quotation marks, or without any, are looked
        for together first.

        Raises:
            UsageError: there is no word in the query.
        """
        with self._reading() as connection:
            return search.search(connection, query, wanted, self.speller, limit, offset)

    def entry(self, plan_id: int) -> PlanEntry:
        """A plan as a list shows it.

        Raises:
            UsageError: there is no such plan.
        """
        with self._reading() as connection:
            row = connection.execute(sa.select(*listing.ENTRY).where(plans.c.id == plan_id)).first()
        if row is None:
            raise _no_plan(plan_id)
        return listing.entry(row)

    def plan(self, plan_id: int) -> Plan:
        """A plan as it was read.

        Raises:
            UsageError: there is no such plan.
        """
        with self._reading() as connection:
            return self._plan(connection, plan_id)

    def corrected(self, plan_id: int) -> Corrected:
        """A plan as people left it, with what they spoke of.

        Raises:
            UsageError: there is no such plan.
        """
        with self._reading() as connection:
            said = corrections.said(connection, [plan_id], undone=False)
            return overlay.applied(self._plan(connection, plan_id), said)

    def plans(self, wanted: Filter = _ALL, *, corrected: bool = True, copies: bool = True) -> Iterator[Plan]:
        """Every plan of a filter by file, as people left it or as it was read; without ``copies`` one for each work."""
        return (plan for _, plan in self.numbered_plans(wanted, corrected=corrected, copies=copies))

    def numbered_plans(
        self, wanted: Filter = _ALL, *, corrected: bool = True, copies: bool = True
    ) -> Iterator[tuple[int, Plan]]:
        """``plans`` with their ids."""
        with self._reading() as connection:
            ids = connection.scalars(works.ids(conditions(wanted, self.speller), copies=copies)).all()
        for at in range(0, len(ids), _CHUNK):
            chunk = ids[at : at + _CHUNK]
            with self._reading() as connection:
                query = sa.select(records.c.plan_id, records.c.data).where(records.c.plan_id.in_(chunk))
                kept = {row.plan_id: row.data for row in connection.execute(query)}
                said = corrections.said(connection, chunk, undone=False) if corrected else ()
            for plan_id in chunk:
                if plan_id in kept:
                    own = [one for one in said if one.plan_id == plan_id]
                    yield plan_id, overlay.applied(unpack(kept[plan_id]), own).plan

    def table(self, kind: Kind, wanted: Filter = _ALL, *, corrected: bool = True) -> pandas.DataFrame:
        """One table over all plans of a filter (see ``kehoach.frame``), with the columns plan, province and year before.

        Raises:
            UsageError: there is no such table.
        """
        return tabulate.table(self, kind, wanted, corrected)

    def original(self, plan_id: int) -> Original:
        """The file that a plan was read from.

        Raises:
            UsageError: there is no such plan.
        """
        with self._reading() as connection:
            query = sa.select(documents).join(plans, plans.c.document_id == documents.c.id).where(plans.c.id == plan_id)
            row = connection.execute(query).first()
            if row is None:
                raise _no_plan(plan_id)
            known = sa.select(places.c.path).where(places.c.document_id == row.id).order_by(places.c.path)
            paths = tuple(connection.execute(known).scalars())
        kept = [files.kept_place(self.folder, row.kept)] if row.kept else []
        held = (files.fetched(self.folder, place, row.sha256) for place in (*kept, *paths))
        return Original(row.sha256, row.media_type, next((path for path in held if path is not None), None), paths)

    def corrections(self, plan_id: int) -> tuple[Correction, ...]:
        """Everything that was said about a plan, the oldest first, also what was undone."""
        with self._reading() as connection:
            return corrections.said(connection, [plan_id])

    # Changing

    def add(self, plan: Plan, data: bytes | None = None, *, keep: bool = False, part: int = 1) -> int:
        """Enters a plan, or enters it anew where its file's plan is there; its id.

        Args:
            data: the file's content; with ``keep`` a copy goes to the archive's folder.
            part: which plan of its file, from 1.
        """
        made = bundle(plan, self.speller, part)
        source = plan.source
        with database.writing(self.engine) as connection:
            document_id = writing.put_document(
                connection, source.sha256, source.media_type, None if data is None else len(data), made.file_pages
            )
            if source.path and source.path != "-":
                writing.put_place(connection, files.seen(source.path), document_id)
            if data is not None and keep:
                self.keep(connection, document_id, source.sha256, source.path, data)
            return writing.put_plan(connection, document_id, made)

    def correct(
        self, plan_id: int, fact: str, state: State, *, by: str, field: str | None = None, new: Any = None,
        kind: str | None = None, note: str | None = None, after: int | None = None,
    ) -> Correction:  # fmt: skip
        """Notes what a person says about a value.

        Args:
            fact: the id of a fact, or "document.FIELD" of the header; "" for an added one.
            state: confirmed, corrected (with ``new``, a JSON value; with ``field`` of this key, else a dict of several),
                rejected, or added (``new`` holds the fact's values, ``kind`` its list: "tasks").
            field: the key within the fact; "evidence" moves its place.
            by: who says it.
            after: the id of the last correction of this fact that the person saw, 0 for none; None does not check.

        Raises:
            UsageError: there is no such plan, fact or key, or the value does not fit.
            Outdated: somebody else spoke of the fact in the meantime.
        """
        with database.writing(self.engine) as connection:
            said = corrections.said(connection, [plan_id], undone=False)
            plan = overlay.applied(self._plan(connection, plan_id), [one for one in said if one.state == "added"]).plan
            one = Correction(0, plan_id, fact, kind or "", field, state, None, new, None, by, "", note)
            return corrections.add(connection, plan, one, after)

    def undo(self, correction_id: int, *, by: str) -> Correction:
        """Takes a correction back.

        Raises:
            UsageError: there is none of this id.
        """
        with database.writing(self.engine) as connection:
            return corrections.undo(connection, correction_id, by)

    def set_review(self, plan_id: int, review: str) -> None:
        """Notes how far a plan's review is: none, begun, done.

        Raises:
            UsageError: there is no such word.
        """
        with database.writing(self.engine) as connection:
            corrections.set_review(connection, plan_id, review)

    def keep(
        self, connection: Connection, document_id: int, sha256: str, path: str, data: bytes, where: str | None = None
    ) -> None:
        """Keeps a copy of a document's file in the archive's folder, or under the URL ``where``.

        Raises:
            FileAccess: it cannot be written.
            UsageError: this is not its content.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UsageError(f"Nội dung không phải của bản ghi / not the content of the record: {path}")
        name = files.copied(self.folder, where, files.kept_name(sha256, Path(path).suffix), data)
        connection.execute(documents.update().where(documents.c.id == document_id).values(kept=name))

    def _reading(self) -> Connection:
        return self.engine.connect()

    def _plan(self, connection: Connection, plan_id: int) -> Plan:
        data = connection.execute(sa.select(records.c.data).where(records.c.plan_id == plan_id)).scalar()
        if data is None:
            raise _no_plan(plan_id)
        return unpack(data)


def _no_plan(plan_id: int) -> UsageError:
    return UsageError(f"Không có kế hoạch số / no plan {plan_id}")
