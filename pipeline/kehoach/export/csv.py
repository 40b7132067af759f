"""Plans as a folder of tidy CSV tables with their data dictionary.

UTF-8 with a mark, so that Excel shows Vietnamese letters; empty fields are unknown values; days are ISO 8601.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kehoach.export import codebook, frame
from kehoach.export.drafts import Drafts, written
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from _csv import Writer

DICTIONARY = "data_dictionary.csv"
_PATHS = frozenset({"path", "parent", "refers_to", "comparator"})
_FORMULA = re.compile(r"[=+\-@\t\r]")


class CsvTables:
    """Writes plans, one after another, into ``folder``: a file a table."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._drafts = folder, Drafts(folder)
        self._files: list[IO[str]] = []
        try:
            with written(folder):
                self._tables = {kind: self._table(f"{kind}.csv", frame.columns(kind)) for kind in codebook.TABLES}
                dictionary = self._table(DICTIONARY, ())
                dictionary.writerows(codebook.dictionary())
        except BaseException:
            self.discard()
            raise

    def add(self, plan: Plan) -> None:
        with written(self._folder):
            for kind, table in self._tables.items():
                names = frame.columns(kind)
                for row in frame.rows(plan, kind):
                    table.writerow([cell(value, name) for value, name in zip(row, names, strict=True)])

    def close(self) -> None:
        with written(self._folder):
            for file in self._files:
                file.close()
        self._drafts.keep()

    def discard(self) -> None:
        for file in self._files:
            with suppress(OSError):  # what is still in its buffer may not fit on the disk
                file.close()
        self._drafts.discard()

    def _table(self, name: str, header: tuple[str, ...]) -> Writer:
        file = self._drafts.path(name).open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._files.append(file)
        writer = csv.writer(file)
        if header:
            writer.writerow(header)
        return writer


def text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return "\ufeff" + out.getvalue()


def cell(value: object, column: str) -> object:
    """A value as a field of CSV.

    A text that a spreadsheet would run as a formula gets an apostrophe before it: the text comes from the document,
    and nobody vouches for that. Codes and paths stay as they are.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    if isinstance(value, str) and len(value) > 1 and column not in _PATHS and _FORMULA.match(value):
        return f"'{value}"
    return value
