"""What goes with exported tables: how to cite them, and what people changed in them."""

from __future__ import annotations

import json
from datetime import date
from importlib.metadata import version

import sqlalchemy as sa

from kehoach.corpus import corrections
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.tables import archive as about
from kehoach.corpus.tables import plans
from kehoach.export import csv as tables
from kehoach.model.plan import SCHEMA_VERSION

CORRECTIONS = "corrections.csv"
CITATION = "CITATION.cff"
_COLUMNS = ("plan", "file", "number", "fact", "kind", "field", "state", "old", "new", "words", "by", "at", "undone_by", "undone_at")  # fmt: skip


def citation(archive: Corpus, wanted: Filter, on: date) -> str:
    """A citation file (https://citation-file-format.github.io) for the tables exported on a day."""
    with archive.engine.connect() as connection:
        where = conditions(wanted, archive.speller)
        count, first, last = connection.execute(
            sa.select(sa.func.count(), sa.func.min(plans.c.year), sa.func.max(plans.c.year)).where(*where)
        ).one()
        begun = connection.execute(sa.select(about.c.value).where(about.c.key == "created_at")).scalar() or ""
    years = "" if first is None else f", {first}-{last}" if first != last else f", {first}"
    lines = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "Khi dùng dữ liệu này, xin trích dẫn như dưới đây / please cite this data set as below",
        "title": f"Kế hoạch hành chính: {count} văn bản{years} (administrative plans of Vietnam)",
        "date-released": on.isoformat(),
        "version": f"{on.isoformat()}",
        "abstract": f"{count} plans read by kehoach {version('kehoach')} (record schema {SCHEMA_VERSION}) from an archive "
        f"begun on {begun[:10]}.",
    }
    authors = 'authors:\n  - name: "kehoach"\n'
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items()) + authors


def corrections_table(archive: Corpus, wanted: Filter) -> str:
    """Everything that people said about the plans of a filter, as CSV."""
    with archive.engine.connect() as connection:
        query = sa.select(plans.c.id, plans.c.file, plans.c.number).where(
            *conditions(wanted, archive.speller), plans.c.id.in_(corrections.spoken_of())
        )
        heads = {row.id: row for row in connection.execute(query)}
        said = corrections.said(connection, heads)
    rows = [
        (
            one.plan_id, heads[one.plan_id].file, heads[one.plan_id].number, one.fact_id, one.kind, one.field, one.state,
            _json(one.old), _json(one.new), one.words, one.by, one.at, one.undone_by, one.undone_at,
        )
        for one in said
    ]  # fmt: skip
    cells = ([tables.cell(value, name) for value, name in zip(row, _COLUMNS, strict=True)] for row in rows)
    return tables.text([_COLUMNS, *cells])


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
