"""Plans as one Excel workbook for people: a sheet a table, Vietnamese headings and words for codes."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from kehoach.export import codebook, frame
from kehoach.export.captions import value_caption
from kehoach.export.codebook import Column
from kehoach.export.drafts import Drafts, written
from kehoach.model.plan import Plan

_LEFT_OUT = frozenset({"pages", "evidence"})
"""Tables for programs, which the other forms hold."""
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
_ROWS = 1_048_576
_WIDE = frozenset({
    "text", "quote", "heading", "title", "action", "message", "message_vi", "message_en", "legal_basis", "criterion",
    "subject", "object", "product",
})  # fmt: skip
_NARROW = frozenset({"page", "confidence", "points", "value", "value_max", "ordinal", "count", "path", "comparator"})
_DICTIONARY = "Từ điển"


class Workbook:
    """Writes plans, one after another, into the workbook ``path``."""

    def __init__(self, path: Path) -> None:
        import openpyxl

        self._path, self._drafts = path, Drafts(path.parent)
        self._book: Any = openpyxl.Workbook(write_only=True)
        self._columns = {kind: codebook.columns(kind) for kind in codebook.TABLES if kind not in _LEFT_OUT}
        self._sheets = {kind: self._sheet(codebook.sheet(kind), columns) for kind, columns in self._columns.items()}
        self._rows = dict.fromkeys(self._sheets, 1)

    def add(self, plan: Plan) -> None:
        with _written(self._path):
            for kind, sheet in self._sheets.items():
                for row in frame.rows(plan, kind):
                    if self._rows[kind] < _ROWS:
                        sheet.append(list(_cells(sheet, row, self._columns[kind])))
                        self._rows[kind] += 1

    def close(self) -> None:
        for kind, sheet in self._sheets.items():
            last = _letter(len(self._columns[kind]))
            sheet.auto_filter.ref = f"A1:{last}{self._rows[kind]}"
        self._add_dictionary()
        packed = io.BytesIO()  # the packer complains at its end where its own file cannot be written
        with _written(self._path):
            self._book.save(packed)
            self._drafts.path(self._path.name).write_bytes(packed.getbuffer())
        self._drafts.keep()

    def discard(self) -> None:
        for sheet in self._book.worksheets:
            with suppress(Exception):  # it may be closed or saved already
                sheet.close()
        self._drafts.discard()

    def _sheet(self, title: str, columns: tuple[Column, ...]) -> Any:
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for n, column in enumerate(columns, 1):
            sheet.column_dimensions[_letter(n)].width = _width(column)
        sheet.append([_styled(sheet, column.heading, heading=True) for column in columns])
        return sheet

    def _add_dictionary(self) -> None:
        sheet = self._book.create_sheet(_DICTIONARY)
        sheet.freeze_panes = "A2"
        for n, width in enumerate((18, 18, 24, 60, 60), 1):
            sheet.column_dimensions[_letter(n)].width = width
        headings = ("Bảng", "Cột trong CSV, Parquet", "Cột", "Ý nghĩa", "Meaning")
        sheet.append([_styled(sheet, heading, heading=True) for heading in headings])
        for kind, columns in self._columns.items():
            for c in columns:
                row = (codebook.sheet(kind), f"{kind}.{c.name}", c.heading, c.meaning, c.meaning_en)
                sheet.append([_styled(sheet, value) for value in row])


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """As ``written``; the sheets are temporary files, whose writer has an error of its own where there is no room.

    Raises:
        FileAccess: the workbook cannot be written.
    """
    from lxml.etree import SerialisationError

    with written(path):
        try:
            yield
        except SerialisationError as error:
            raise OSError(f"{tempfile.gettempdir()}: {error}") from error


def _cells(sheet: Any, row: frame.Row, columns: tuple[Column, ...]) -> Iterator[Any]:
    for value, column in zip(row, columns, strict=True):
        if value is None or value == "":
            yield None
        elif column.sort == "day":
            yield _styled(sheet, _day(str(value)))
        elif isinstance(value, str):
            yield _styled(sheet, _words(value) if column.codes else value)
        else:
            yield value


def _styled(sheet: Any, value: object, *, heading: bool = False) -> Any:
    """A cell that wraps its text and holds it as text: what begins with "=" is no formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font, PatternFill

    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.number_format = "dd/mm/yyyy"
        cell.alignment = Alignment(vertical="top")
    if heading:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="DDE6F0")
    return cell


def _words(codes: str) -> str:
    """Codes, separated by spaces, in Vietnamese words."""
    return "; ".join(value_caption(code)[0] for code in codes.split())


def _day(iso: str) -> date | str:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return iso


def _width(column: Column) -> float:
    if column.name in _WIDE:
        return 60
    if column.name in _NARROW:
        return 11
    return max(14, len(column.heading) + 2) if column.sort == "text" else max(12, len(column.heading) + 2)


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))
