"""The archive's first form."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TYPES: dict[str, TypeEngine[Any]] = {
    "": sa.Text(),
    "whole": sa.Integer(),
    "big": sa.BigInteger(),
    "real": sa.Float(),
    "flag": sa.Boolean(),
    "bytes": sa.LargeBinary(),
}
_BACKED = "page:whole confidence:real rule x0:real top:real x1:real bottom:real"
_FACTS = {
    "pages": "page:whole width:real height:real text_from ocr_confidence:real rotation:whole skew:real blank:flag "
    "failed:flag rescan:flag",
    "sections": f"id path heading kinds {_BACKED}",
    "items": f"id path text {_BACKED}",
    "themes": f"id path text {_BACKED}",
    "movements": f"id path name {_BACKED}",
    "criteria": f"id path text points:real kind parent applies_to refers_to indicators:whole {_BACKED}",
    "indicators": f"id path criterion text {_BACKED}",
    "targets": f"id path quote comparator value:real value_max:real unit subject object {_BACKED}",
    "deadlines": f"id path quote kind start end qualifier action {_BACKED}",
    "tasks": f"id path text unit role due_start due_end product {_BACKED} unit_key",
    "citations": f"id path cited type cited_on cited_issuer relation title number_printed {_BACKED}",
    "observances": f"id name ordinal:whole from to {_BACKED}",
    "rewards": f"id path form level count:whole recipient {_BACKED}",
    "issues": "stage code message page:whole",
    "checks": "code name verdict law",
    "findings": "code name severity path message_vi message_en legal_basis",
}
_PLANS = (
    "document_id:whole! part:whole! work_id:whole! linked_by! similarity:real form! file! type plan_kind number issuer "
    "issuer_level province province_as_printed province_current place issued_on year:whole title start end period "
    "signer position authority copy_state pages:whole audit! errors:whole! warnings:whole! quality! "
    "ocr_confidence:real doubtful:whole! review! corrections:whole! sort_key! added_at! read_at!"
)
_PLAN_INDEXES = {
    "facets": "province year issuer_level plan_kind audit quality review form",
    "sort": "sort_key id",
    "year": "year sort_key id",
    "province": "province sort_key id",
    "audit": "audit sort_key id",
    "kind": "plan_kind sort_key id",
    "level": "issuer_level sort_key id",
    "quality": "quality sort_key id",
    "review": "review sort_key id",
    "number": "number",
}
_FACT_INDEXES = (
    ("deadlines", "end"), ("tasks", "due_end"), ("citations", "cited"), ("findings", "code"), ("checks", "code"),
)  # fmt: skip


def upgrade() -> None:
    _documents()
    op.create_table(
        "works", _id(), *_columns("key"), sa.PrimaryKeyConstraint("id", name="pk_works"),
        sa.UniqueConstraint("key", name="uq_works_key"),
    )  # fmt: skip
    op.create_table(
        "plans", _id(), *_columns(_PLANS), sa.PrimaryKeyConstraint("id", name="pk_plans"),
        _to("plans", "document_id", "documents"), _to("plans", "work_id", "works"),
        sa.UniqueConstraint("document_id", "part", name="uq_plans_document_id_part"),
    )  # fmt: skip
    op.create_index("ix_plans_work_id", "plans", ["work_id"])
    for name, columns in _PLAN_INDEXES.items():
        op.create_index(f"ix_plans_{name}", "plans", columns.split())
    _of_plan("records", "schema_version! data:bytes!")
    _of_plan("texts", "text! head! words! signature:bytes!")
    op.create_table(
        "bands", *_columns("band:whole! hash:big! plan_id:whole!"),
        sa.PrimaryKeyConstraint("band", "hash", "plan_id", name="pk_bands"), _to("bands", "plan_id", "plans"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_bands_plan_id", "bands", ["plan_id"])
    op.create_table(
        "corrections", _id(),
        *_columns(
            "plan_id:whole! fact_id! kind! field state! old new words page:whole x0:real top:real x1:real bottom:real "
            "by! at! note undone_by undone_at"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"), _to("corrections", "plan_id", "plans"),
    )  # fmt: skip
    op.create_index("ix_corrections_plan_id", "corrections", ["plan_id"])
    for kind, columns in _FACTS.items():
        op.create_table(
            kind, *_columns(f"plan_id:whole! n:whole! {columns}"),
            sa.PrimaryKeyConstraint("plan_id", "n", name=f"pk_{kind}"), _to(kind, "plan_id", "plans"),
            sqlite_with_rowid=False,
        )  # fmt: skip
    for kind, column in _FACT_INDEXES:
        op.create_index(f"ix_{kind}_{column}", kind, [column, "plan_id"])
    (_search_sqlite if op.get_bind().dialect.name == "sqlite" else _search_postgresql)()


def _documents() -> None:
    op.create_table("archive", *_columns("key! value!"), sa.PrimaryKeyConstraint("key", name="pk_archive"))
    op.create_table(
        "documents", _id(), *_columns("sha256! media_type bytes:big pages:whole kept added_at!"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"), sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )  # fmt: skip
    op.create_table(
        "places",
        *_columns("path! document_id:whole bytes:big modified_ns:big seen_at! failure message advice"),
        sa.PrimaryKeyConstraint("path", name="pk_places"), _to("places", "document_id", "documents"),
    )  # fmt: skip
    op.create_index("ix_places_document_id", "places", ["document_id"])
    op.create_table(
        "stages",
        *_columns(
            "document_id:whole! stage! settings! code! rules! state! failure page:whole message advice tries:whole! "
            "seconds:real at!"
        ),
        sa.PrimaryKeyConstraint("document_id", "stage", name="pk_stages"), _to("stages", "document_id", "documents"),
    )  # fmt: skip
    op.create_index("ix_stages_failure", "stages", ["failure"])


def _search_sqlite() -> None:
    """An index beside the texts, kept in step by triggers."""
    op.execute(
        'CREATE VIRTUAL TABLE texts_fts USING fts5(head, words, content="texts", content_rowid="plan_id", '
        "tokenize='unicode61 remove_diacritics 2')"
    )
    new, old = "new.plan_id, new.head, new.words", "'delete', old.plan_id, old.head, old.words"
    add = f"INSERT INTO texts_fts(rowid, head, words) VALUES ({new});"
    drop = f"INSERT INTO texts_fts(texts_fts, rowid, head, words) VALUES ({old});"
    op.execute(f"CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN {add} END")
    op.execute(f"CREATE TRIGGER texts_gone AFTER DELETE ON texts BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER texts_changed AFTER UPDATE ON texts BEGIN {drop} {add} END")


def _search_postgresql() -> None:
    vector = "setweight(to_tsvector('simple', head), 'A') || to_tsvector('simple', words)"
    op.execute(f"ALTER TABLE texts ADD COLUMN vector tsvector GENERATED ALWAYS AS ({vector}) STORED")
    op.execute("CREATE INDEX ix_texts_vector ON texts USING gin (vector)")


def _of_plan(name: str, columns: str) -> None:
    op.create_table(
        name, *_columns(f"plan_id:whole! {columns}"), sa.PrimaryKeyConstraint("plan_id", name=f"pk_{name}"),
        _to(name, "plan_id", "plans"),
    )  # fmt: skip


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _columns(told: str) -> list[sa.Column[object]]:
    """Columns from "name:type", "!" where null is not allowed."""
    made = []
    for word in told.split():
        name, _, kind = word.rstrip("!").partition(":")
        made.append(sa.Column(name, _TYPES[kind], nullable=not word.endswith("!")))
    return made


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
