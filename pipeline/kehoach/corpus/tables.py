"""The tables of an archive, for SQLite and PostgreSQL alike.

The tables of facts have the columns of the tables that are exported (``kehoach.export.frame``), so that what is true
of one is true of the other; before them stand the plan's id and the row's place, after them the page and box of the
first evidence. Days and times are ISO 8601 text, which sorts rightly and reads the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)  # fmt: skip
from sqlalchemy.types import TypeEngine

from kehoach.export import frame
from kehoach.export.frame import Kind

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

archive = Table("archive", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
"""What holds for the archive as a whole: created_at, retention_days ..."""

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("media_type", Text),
    Column("bytes", BigInteger),
    Column("pages", Integer),
    Column("kept", Text),
    Column("added_at", Text, nullable=False),
)
"""Contents of files, each once. ``kept`` is the copy's path in the archive's folder, null where there is none."""

places = Table(
    "places",
    metadata,
    Column("path", Text, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), index=True),
    Column("bytes", BigInteger),
    Column("modified_ns", BigInteger),
    Column("seen_at", Text, nullable=False),
    Column("failure", Text),
    Column("message", Text),
    Column("advice", Text),
)
"""Where each content was found last. ``failure`` tells that the file could not even be opened."""

copies = Table(
    "copies",
    metadata,
    Column("document_id", ForeignKey("documents.id"), primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("place", Text),
    Column("sha256", Text),
    Column("bytes", BigInteger),
    Column("failure", Text),
    Column("message", Text),
    Column("at", Text, nullable=False),
)
"""Searchable copies of documents, with their own hash; ``failure`` tells why there is none (no_pages: a document
without pages of its own)."""

stages = Table(
    "stages",
    metadata,
    Column("document_id", ForeignKey("documents.id"), primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("settings", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("failure", Text, index=True),
    Column("page", Integer),
    Column("message", Text),
    Column("advice", Text),
    Column("tries", Integer, nullable=False),
    Column("seconds", Float),
    Column("at", Text, nullable=False),
)
"""What was done to each document: reading, plan. A stage is done anew when settings, code or rules are others.
``state`` is done or failed; ``failure`` the class of the error."""

works = Table("works", metadata, Column("id", Integer, primary_key=True), Column("key", Text, unique=True))
"""Plans as intellectual works: draft, signed copy, received copy, scan and digital file of one plan share one.
``key`` is issuer, number and year, folded; null where the plan has no number."""

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("part", Integer, nullable=False),
    Column("work_id", ForeignKey("works.id"), nullable=False, index=True),
    Column("linked_by", Text, nullable=False),
    Column("similarity", Float),
    Column("form", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("type", Text),
    Column("plan_kind", Text),
    Column("number", Text),
    Column("issuer", Text),
    Column("issuer_level", Text),
    Column("province", Text),
    Column("province_as_printed", Text),
    Column("province_current", Text),
    Column("place", Text),
    Column("issued_on", Text),
    Column("year", Integer),
    Column("title", Text),
    Column("start", Text),
    Column("end", Text),
    Column("period", Text),
    Column("signer", Text),
    Column("position", Text),
    Column("authority", Text),
    Column("copy_state", Text),
    Column("pages", Integer),
    Column("audit", Text, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("quality", Text, nullable=False),
    Column("ocr_confidence", Float),
    Column("doubtful", Integer, nullable=False),
    Column("review", Text, nullable=False),
    Column("corrections", Integer, nullable=False),
    Column("sort_key", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    *(Column(name, Text) for name in ("blank_pages", "rescan_pages", "missing_pages", "urgency", "secrecy", "scan")),
    UniqueConstraint("document_id", "part"),
    Index("ix_plans_facets", "province", "year", "issuer_level", "plan_kind", "audit", "quality", "review", "scan"),
    Index("ix_plans_when", "province", "year"),
    Index("ix_plans_traits", "issuer_level", "plan_kind", "audit", "quality", "review", "scan", "year"),
    Index("ix_plans_sort", "sort_key", "id"),
    Index("ix_plans_year", "year", "sort_key", "id"),
    Index("ix_plans_province", "province", "sort_key", "id"),
    Index("ix_plans_audit", "audit", "sort_key", "id"),
    Index("ix_plans_kind", "plan_kind", "sort_key", "id"),
    Index("ix_plans_level", "issuer_level", "sort_key", "id"),
    Index("ix_plans_quality", "quality", "sort_key", "id"),
    Index("ix_plans_review", "review", "sort_key", "id"),
    Index("ix_plans_number", "number"),
)
"""One row a plan: the head of its record and what is filtered by.

linked_by   how the work was found: number, text or new; similarity of the texts where by text
form        scan, digital or text; review: none, begun or done
audit       the gravest finding: error, warning, info or clean
quality     how well it was read: text, good, fair or poor
doubtful    facts below ``kehoach.corpus.bundle.DOUBTFUL``
sort_key    the day of issue, "" where unknown, so that one order holds for all
scan        again where pages are too bad to trust or missing, else whole; null where nothing was recognized
"""

tallies = Table(
    "tallies",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("given", "chosen", "facet", "value")),
    Column("plans", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many plans have a value of a facet: among all (``given`` and ``chosen`` are ""), and among those that have
another facet's (``given``) value ``chosen``; "" is no value. Triggers of ``plans`` keep it right."""

records = Table(
    "records",
    metadata,
    Column("plan_id", ForeignKey("plans.id"), primary_key=True, autoincrement=False),
    Column("schema_version", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The record of each plan, as JSON compressed by zlib."""

texts = Table(
    "texts",
    metadata,
    Column("plan_id", ForeignKey("plans.id"), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""The text of each plan, and what is searched: ``head`` (issuer, number, title) and ``words`` without diacritics and
with abbreviations written out. ``signature`` tells near-duplicates (``kehoach.corpus.likeness``)."""

bands = Table(
    "bands",
    metadata,
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("plan_id", ForeignKey("plans.id"), primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)
"""Parts of the signatures: plans that share one are candidates for being the same work."""

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("plans.id"), nullable=False, index=True),
    Column("fact_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("field", Text),
    Column("state", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("words", Text),
    Column("page", Integer),
    Column("x0", Float),
    Column("top", Float),
    Column("x1", Float),
    Column("bottom", Float),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text),
    Column("undone_by", Text),
    Column("undone_at", Text),
)
"""What people said about values: a layer over the record, by fact id; nothing is ever deleted or overwritten.

state   confirmed, corrected, rejected or added
fact_id the fact's id, or "document.FIELD" for a value of the header
field   the key of the value within the fact, null for the fact as a whole
old new JSON of the value before and after
words   the words of the source at the fact's place when this was said
"""

_TYPES: Mapping[frame.Sort, type[TypeEngine[Any]]] = {
    "text": Text,
    "day": Text,
    "whole": Integer,
    "real": Float,
    "flag": Boolean,
}
KINDS: tuple[Kind, ...] = (
    "pages", "sections", "items", "themes", "movements", "criteria", "indicators", "targets", "deadlines", "tasks",
    "citations", "observances", "rewards", "issues", "checks", "findings",
)  # fmt: skip
"""The kinds of rows that have a table of their own; "documents" is ``plans``, and all evidence is in the records."""
BOX = ("x0", "top", "x1", "bottom")
EXTRA: Mapping[str, tuple[str, ...]] = {"tasks": ("unit_key",)}
"""Columns that exported tables do not have: ``unit_key`` is the unit's name folded, to be searched."""
_INDEXES: Mapping[str, tuple[str, ...]] = {
    "deadlines": ("end",),
    "tasks": ("due_end",),
    "citations": ("cited",),
    "findings": ("code",),
    "checks": ("code",),
}


def has_box(kind: Kind) -> bool:
    """Whether rows of this kind are facts with a place."""
    return "rule" in frame.columns(kind)


def own_columns(kind: Kind) -> tuple[str, ...]:
    """The columns of an exported table beside those that every table begins with."""
    return frame.columns(kind)[len(frame.PLAN_COLUMNS) :]


def _facts(kind: Kind) -> Table:
    return Table(
        kind,
        metadata,
        Column("plan_id", ForeignKey("plans.id"), primary_key=True, autoincrement=False),
        Column("n", Integer, primary_key=True, autoincrement=False),
        *(Column(name, _TYPES[frame.sort_of(kind, name)]) for name in own_columns(kind)),
        *(Column(name, Float) for name in (BOX if has_box(kind) else ())),
        *(Column(name, Text) for name in EXTRA.get(kind, ())),
        *(Index(f"ix_{kind}_{name}", name, "plan_id") for name in _INDEXES.get(kind, ())),
        sqlite_with_rowid=False,
    )


FACTS: Mapping[Kind, Table] = {kind: _facts(kind) for kind in KINDS}
"""The table of each kind."""
