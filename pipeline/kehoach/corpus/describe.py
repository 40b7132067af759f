"""The archive's tables for those who query them with SQL: ``schemas/store.sql`` is this module's output."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kehoach.corpus.database import HEAD
from kehoach.corpus.tables import FACTS, metadata
from kehoach.export import codebook, frame

_ABOUT = {
    "archive": "What holds for the archive as a whole.",
    "documents": "Contents of files, each once, by hash. kept: the copy in the archive's folder, if there is one.",
    "places": "Where each content was seen last. failure: the file could not even be opened.",
    "copies": "The searchable copy (PDF/A-2b) of each document, with its own hash, or why there is none.",
    "stages": "What was done to each document (reading, plan), with which settings, code and rules; state done or failed.",
    "works": "Plans as works: draft, signed and received copy, scan and digital file of one plan share one.",
    "plans": "One row a plan: the head of its record and what plans are filtered by. linked_by: number, text or new; "
    "form: scan, digital or text; audit: the gravest finding (error, warning, info, clean); quality: text, good, fair, "
    "poor; doubtful: facts of low confidence; review: none, begun, done; scan: again (pages too bad to trust, or missing), "
    "whole, or null where nothing was recognized; *_pages: numbers of pages, separated by spaces.",
    "tallies": "How many plans have a value of a facet: among all (given is empty), and among those whose facet given has "
    "the value chosen. Triggers keep it right.",
    "records": "The record of each plan: JSON compressed by zlib.",
    "texts": "The text of each plan; head and words are what is searched: no diacritics, abbreviations written out.",
    "bands": "Parts of the texts' signatures: plans that share one may be copies.",
    "corrections": "What people said about values, by fact id (document.FIELD for the header): confirmed, corrected, "
    "rejected or added. Nothing is overwritten; undone_at tells what was taken back.",
}
_SEARCH = """\
-- Full-text index of texts (SQLite; PostgreSQL has the column texts.vector):
--   SELECT plans.* FROM texts_fts JOIN plans ON plans.id = texts_fts.rowid WHERE texts_fts MATCH 'chuyen doi so';
CREATE VIRTUAL TABLE texts_fts USING fts5(head, words, content="texts", content_rowid="plan_id");
"""


def sql() -> str:
    """The tables as SQL (SQLite) with what they and their columns mean."""
    parts = [
        f"-- kehoach: archive, form {HEAD}. Generated: kehoach schema store",
        *map(_table, metadata.sorted_tables),
        _SEARCH,
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _table(table: Table) -> str:
    facts = {str(kind): kind for kind in FACTS}
    lines = [f"-- {_ABOUT[table.name]}"] if table.name in _ABOUT else [*_columns(facts[table.name])]
    dialect = sqlite.dialect()
    made = str(CreateTable(table).compile(dialect=dialect)).strip().replace("\t", "  ").replace(", \n", ",\n")
    indexes = (
        str(CreateIndex(index).compile(dialect=dialect)) for index in sorted(table.indexes, key=lambda i: str(i.name))
    )
    return "\n".join([*lines, f"{made};", *(f"{index};" for index in indexes)])


def _columns(kind: frame.Kind) -> Iterator[str]:
    yield f"-- {codebook.sheet(kind)}: one row each, n counts them within the plan."
    for column in codebook.columns(kind)[len(frame.PLAN_COLUMNS) :]:
        codes = f" ({', '.join(column.codes)})" if column.codes else ""
        yield f"--   {column.name}: {column.meaning} / {column.meaning_en}{codes}"
