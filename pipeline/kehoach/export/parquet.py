"""Plans as a folder of Parquet tables, one file a table, with types that stay the same however few the values."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from kehoach.export import codebook, frame
from kehoach.export.drafts import Drafts, written
from kehoach.export.frame import Kind
from kehoach.model.plan import SCHEMA_VERSION, Plan

_BATCH = 20_000
"""Rows kept back until they are worth a row group."""


class ParquetTables:
    """Writes plans, one after another, into ``folder``: TABLE.parquet each."""

    def __init__(self, folder: Path) -> None:
        import pyarrow.parquet

        self._folder, self._drafts = folder, Drafts(folder)
        self._schemas = {kind: schema(kind) for kind in codebook.TABLES}
        self._kept: dict[Kind, list[frame.Row]] = {kind: [] for kind in codebook.TABLES}
        with written(folder):
            self._writers = {
                kind: pyarrow.parquet.ParquetWriter(self._drafts.path(f"{kind}.parquet"), self._schemas[kind])
                for kind in codebook.TABLES
            }

    def add(self, plan: Plan) -> None:
        for kind, kept in self._kept.items():
            kept.extend(frame.rows(plan, kind))
            if len(kept) >= _BATCH:
                self._flush(kind)

    def close(self) -> None:
        for kind, writer in self._writers.items():
            self._flush(kind)
            with written(self._folder):
                writer.close()
        self._drafts.keep()

    def discard(self) -> None:
        for writer in self._writers.values():
            writer.close()
        self._drafts.discard()

    def _flush(self, kind: Kind) -> None:
        import pyarrow

        rows, types = self._kept[kind], self._schemas[kind]
        if not rows:
            return
        sorts = [frame.sort_of(kind, name) for name in types.names]
        values = [[_value(row[n], sort) for row in rows] for n, sort in enumerate(sorts)]
        arrays = [pyarrow.array(column, type=field.type) for column, field in zip(values, types, strict=True)]
        with written(self._folder):
            self._writers[kind].write_table(pyarrow.Table.from_arrays(arrays, schema=types))
        rows.clear()


def schema(kind: Kind) -> Any:
    """The Arrow schema of a table; each field says in its metadata what it means."""
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "day": pyarrow.timestamp("ms"),
        "whole": pyarrow.int64(),
        "real": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    fields = [
        pyarrow.field(c.name, types[c.sort], metadata={"vi": c.meaning, "en": c.meaning_en, "unit": c.unit})
        for c in codebook.columns(kind)
    ]
    return pyarrow.schema(fields, metadata={"kehoach_schema_version": SCHEMA_VERSION})


def _value(value: object, sort: frame.Sort) -> object:
    if value is None:
        return None
    if sort == "day":
        try:
            return datetime.fromisoformat(str(value))
        except ValueError:
            return None
    if sort == "text":
        return str(value).encode("utf-8", "replace").decode("utf-8")
    return value
