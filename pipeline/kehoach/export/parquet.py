"""Plans as a folder of Parquet tables, one file a table, with types that stay the same however few the values."""

from __future__ import annotations

from contextlib import suppress
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
        self._writers: dict[Kind, Any] = {}
        try:
            with written(folder):
                for kind, types in self._schemas.items():
                    path = self._drafts.path(f"{kind}.parquet")
                    self._writers[kind] = pyarrow.parquet.ParquetWriter(path, types)
        except BaseException:
            self.discard()
            raise

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
            with suppress(OSError):  # what is still in its buffer may not fit on the disk
                writer.close()
            writer.is_open = False  # or it tries once more when it is thrown away
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
