"""Full-text search: the one place where databases differ. SQLite has FTS5, PostgreSQL tsvector."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, FromClause

from kehoach.corpus.tables import texts
from kehoach.corpus.words import Phrase

_HEAD_WEIGHT = 5.0
"""How much more a word in issuer, number or title counts than one in the text."""


def matches(connection: Connection, asked: tuple[Phrase, ...]) -> FromClause:
    """The plans that hold all phrases: columns ``plan_id`` and ``rank``, the best match with the least rank."""
    return (_sqlite if connection.dialect.name == "sqlite" else _postgresql)(asked)


def _sqlite(asked: tuple[Phrase, ...]) -> FromClause:
    index = sa.table("texts_fts", sa.column("rowid"), sa.column("texts_fts"))
    rank: ColumnElement[float] = sa.literal_column(f"bm25(texts_fts, {_HEAD_WEIGHT}, 1.0)")
    query = " AND ".join('"' + " ".join(map(_plain, phrase.words)) + '"' for phrase in asked)
    return (
        sa.select(index.c.rowid.label("plan_id"), rank.label("rank"))
        .where(sa.literal_column("texts_fts").op("MATCH")(query))
        .subquery("found")
    )


def _postgresql(asked: tuple[Phrase, ...]) -> FromClause:
    vector: ColumnElement[object] = sa.literal_column("texts.vector")
    told = " & ".join("(" + " <-> ".join(map(_plain, phrase.words)) + ")" for phrase in asked)
    query = sa.func.to_tsquery("simple", told)
    rank = (-sa.func.ts_rank_cd(vector, query)).label("rank")
    return sa.select(texts.c.plan_id, rank).where(vector.op("@@")(query)).subquery("found")


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word)
