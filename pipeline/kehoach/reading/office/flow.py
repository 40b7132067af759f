"""What a word processor's document says, whatever its format: paragraphs of styled runs, tables, what stands apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.page import Grid, GridCell, Line, Mark, Page, Reading, Word
from kehoach.orthography import legacy

NOWHERE = Box(0, 0, 0, 0)
"""The box of grids and marks of an input without pages; words have none at all."""
_CAPITAL_FONT = re.compile(r"\.?Vn\w*H")
"""Fonts of TCVN3 in which small letters look like capitals (.VnTimeH)."""
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
_MOST_CELLS = 400_000
_LARGE = 250.0, 110.0
"""Points."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A line end in it breaks the printed line."""

    text: str
    bold: bool = False
    italic: bool = False
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``label`` is the number or bullet that the program prints before it."""

    runs: tuple[Run, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """``row`` and ``column`` count from 0. Tables inside the cell are read as its paragraphs."""

    row: int
    column: int
    pieces: tuple[Piece, ...]
    row_span: int = 1
    column_span: int = 1

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraphs(self.pieces))


@dataclass(frozen=True, slots=True)
class Table:
    cells: tuple[TableCell, ...]

    @property
    def lays_out(self) -> bool:
        """Whether it has no rows of its own and only sets its contents on the page: one cell, or most of its letters
        beside other tables."""
        if len(self.cells) == 1:
            return True
        within = [cell for cell in self.cells if any(isinstance(p, Table) and len(p.cells) > 1 for p in cell.pieces)]
        return bool(within) and 2 * sum(letters(c.pieces) for c in within) > letters([self])


Piece = Paragraph | Table


@dataclass(frozen=True)
class Flow:
    """``apart`` is what no part of the running text is: headers, footers, notes, each a list of paragraphs.
    ``pictures`` counts the large ones, in which a page or a table may be."""

    pieces: tuple[Piece, ...]
    apart: tuple[tuple[Paragraph, ...], ...] = ()
    pictures: int = 0


def reading(flow: Flow) -> Reading:
    """The document as one page without places."""
    encodings = _encodings(flow)
    builder = _Builder(encodings)
    lines: list[Line] = []
    grids: list[Grid] = []
    for piece in _laid_out(flow.pieces):
        if isinstance(piece, Paragraph):
            lines.extend(builder.lines(piece))
        elif piece.cells:
            grids.append(builder.grid(piece))
    marks = tuple(
        Mark("furniture", NOWHERE, made)
        for paragraphs in flow.apart
        if (made := tuple(line for p in paragraphs for line in builder.lines(p) if line.words))
    )
    while lines and not lines[-1].words:
        lines.pop()
    blank = not any(line.words for line in lines) and not any(c.lines for grid in grids for c in grid.cells)
    page = Page(1, None, None, "text", tuple(lines), tuple(grids), marks=marks, blank=blank)
    return Reading((page,), issues=tuple(_issues(encodings, flow.pictures)))


def paragraphs(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables too."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        else:
            for cell in piece.cells:
                yield from cell.paragraphs


def _laid_out(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, of tables that only lay out what stands in their cells."""
    for piece in pieces:
        if isinstance(piece, Table) and piece.lays_out:
            for cell in piece.cells:
                yield from _laid_out(cell.pieces)
        else:
            yield piece


def letters(pieces: Iterable[Piece]) -> int:
    """How many letters there are in all paragraphs."""
    return sum(len(run.text.strip()) for paragraph in paragraphs(pieces) for run in paragraph.runs)


class _Builder:
    """Numbers the lines as it makes them."""

    def __init__(self, encodings: Mapping[str | None, legacy.Encoding]) -> None:
        self.encodings = encodings
        self.number = 0

    def lines(self, paragraph: Paragraph) -> list[Line]:
        """The lines of a paragraph, as its breaks part them; an empty paragraph is a blank line."""
        runs = [_unicode(run, self.encodings.get(run.font)) for run in paragraph.runs]
        label = f"{paragraph.label} " if paragraph.label and any(run.text.strip() for run in runs) else ""
        first = next((run for run in runs if run.text.strip()), None)
        if label and first is not None:
            runs.insert(0, replace(first, text=label))
        letters = [(c, run) for run in runs for c in run.text]
        made = []
        for row in _split(letters, "\n\v\f\r"):
            words = [self._word(word) for word in _split(row) if word]
            made.append(Line(tuple(word for word in words if word.text)))
            self.number += 1
        return made

    def grid(self, table: Table) -> Grid:
        if sum(c.row_span * c.column_span for c in table.cells) > _MOST_CELLS:
            table = Table(table.cells[:_MOST_CELLS])
        cells = []
        for cell in table.cells:
            found = [line for p in cell.paragraphs for line in self.lines(p)]
            lines = tuple(line for line in found if line.words)
            cells.append(GridCell(cell.row, cell.column, NOWHERE, lines, cell.row_span, cell.column_span))
        self.number += 1
        rows = max(c.row + c.row_span for c in cells)
        return Grid(NOWHERE, rows, max(c.column + c.column_span for c in cells), tuple(cells))

    def _word(self, letters: Sequence[tuple[str, Run]]) -> Word:
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", "".join(c for c, _ in letters)))
        half = len(letters) / 2
        bold, italic = sum(run.bold for _, run in letters), sum(run.italic for _, run in letters)
        return Word(text, 1, self.number, bold=bold > half, italic=italic > half)


def _split(letters: Sequence[tuple[str, Run]], at: str | None = None) -> Iterator[list[tuple[str, Run]]]:
    """The letters parted at white space, or at each of the characters given."""
    row: list[tuple[str, Run]] = []
    for letter in letters:
        if letter[0].isspace() if at is None else letter[0] in at:
            yield row
            row = []
        else:
            row.append(letter)
    yield row


def _encodings(flow: Flow) -> dict[str | None, legacy.Encoding]:
    """The encoding of before Unicode that each font's text is in, for those that have one."""
    texts: dict[str | None, list[str]] = defaultdict(list)
    for paragraph in (*paragraphs(flow.pieces), *(p for part in flow.apart for p in part)):
        for run in paragraph.runs:
            texts[run.font].append(run.text)
    found = {font: legacy.detect(" ".join(parts)) for font, parts in texts.items()}
    return {font: encoding for font, encoding in found.items() if encoding is not None}


def _unicode(run: Run, encoding: legacy.Encoding | None) -> Run:
    if encoding is None:
        return run
    text = legacy.convert(run.text, encoding)
    return replace(run, text=text.upper() if _CAPITAL_FONT.fullmatch(run.font or "") else text)


def large(width: float, height: float) -> bool:
    """Whether a picture of so many points may be a page or a table; logos, seals and signatures are smaller."""
    return width >= _LARGE[0] and height >= _LARGE[1]


def _issues(encodings: Mapping[str | None, legacy.Encoding], pictures: int) -> Iterator[Issue]:
    if pictures:
        yield Issue(
            "reading",
            "pictures_unread",
            f"Tệp có {pictures} hình lớn, chữ trong hình không được đọc; xuất tệp ra PDF rồi đọc "
            f"({pictures} large pictures, the words in them are not read: export the file as PDF and read that)",
        )
    if encodings:
        named = ", ".join(sorted(set(encodings.values())))
        yield Issue(
            "reading",
            "legacy_encoding",
            f"Chữ theo bảng mã cũ ({named}) đã được đổi sang Unicode (an old encoding was converted)",
        )
