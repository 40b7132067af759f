"""Plain text and Markdown -> Reading: what stands on each printed line, with no places on a page.

Conventions of hand-made transcripts are understood: handwriting in ⟦ ⟧ is text, and what follows a line ``@stamp``
or ``@furniture`` up to the end of the page is no part of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.model.document import Source
from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Mark, MarkKind, Page, Reading, Word
from kehoach.reading import columned, markup
from kehoach.rules.needs import Sieve

NOWHERE = Box(0, 0, 0, 0)
"""The box of grids and marks of an input without pages; words have none at all."""

_SET_APART: dict[str, MarkKind] = {"@stamp": "stamp", "@furniture": "furniture"}
_RULE_ROW = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*$")
_COUNT_COLUMN = re.compile(r"(?:stt|tt|số tt|số thứ tự)\W*$", re.IGNORECASE)
"""What heads the column of a table that counts its rows."""
_COUNT = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_NUMBERED = Sieve(r"(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)]\s*\S", re.IGNORECASE)
_ARABIC = re.compile(r"\d{1,2}[.)]\s")
"""What numbers a heading between lists of persons ("2. Tiểu ban hậu cần" over "- Bà ... | - Trưởng ban")."""
_MOST_ENTRIES = 20
_BAND = 80
"""Characters of the longest band of a table."""
_CELL_BORDER = re.compile(r"\s\|(?=\s|$)|^\s*\|(?=\s|$)|\t")
_MARKDOWN_BORDER = re.compile(r"(?<!\\)\|")
_ROOM = re.compile(r"(?<=\S)[ \u00a0]{4,}(?=\S)")
_COLUMN = 60
"""Characters of the longest half of a line whose halves stand side by side."""


def reading(source: Source) -> Reading:
    """The pages of a text file: one for each form feed.

    Raises:
        NotADocument: the bytes are no text in an encoding known here.
    """
    text = markup.tables_as_rows(markup.clean_controls(decode(source.data)))
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return Reading(tuple(page(number, content) for number, content in enumerate(pages, 1)), engine=None)


def decode(data: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, or the Windows code page for Vietnamese."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", errors="replace")


def page(number: int, content: str) -> Page:
    """One page of text. Blank lines stay, as lines without words: they part paragraphs."""
    body, apart = _set_apart(columned.with_rows(content.split("\n")))
    builder = _Builder(number)
    lines: list[Line] = []
    grids: list[Grid] = []
    for chunk in _chunks(body):
        if chunk.table:
            grids.append(builder.grid(chunk.lines))
        else:
            lines.extend(builder.lines(chunk.lines))
    marks = tuple(Mark(kind, NOWHERE, tuple(builder.lines(rows))) for kind, rows in apart if any(map(str.strip, rows)))
    while lines and not lines[-1].words:
        lines.pop()
    blank = not any(line.words for line in lines) and not grids
    return Page(number, None, None, "text", tuple(lines), tuple(grids), marks=marks, blank=blank)


def _set_apart(lines: list[str]) -> tuple[list[str], list[tuple[MarkKind, list[str]]]]:
    body: list[str] = []
    apart: list[tuple[MarkKind, list[str]]] = []
    for line in lines:
        if kind := _SET_APART.get(line.strip().lower()):
            apart.append((kind, []))
        elif apart:
            apart[-1][1].append(line)
        else:
            body.append(line)
    return body, apart


@dataclass(frozen=True)
class _Chunk:
    lines: tuple[str, ...]
    table: bool = False


def _cells(line: str) -> list[str]:
    """The cells of a line; just one where it is no table row."""
    if _bordered(line):
        return [cell.strip() for cell in _MARKDOWN_BORDER.split(line.strip()[1:-1])]
    if not line.strip():
        return [""]
    if (halves := _side_by_side(line)) is not None:
        return halves
    indented = line.count("\t") == 1 and line.startswith("\t")
    return [cell.strip() for cell in _CELL_BORDER.split(line.strip() if indented else line)]


def _side_by_side(line: str) -> list[str] | None:
    """The halves of a line of letterhead or signature with room between them, each of two words at least that begin with
    a capital; None where it has no such."""
    halves = _ROOM.split(line.strip())
    if len(halves) != 2 or "\t" in line or "|" in line:
        return None
    told = all(len(half) <= _COLUMN and len(half.split()) > 1 and half[0].isupper() for half in halves)
    return halves if told else None


def _bordered(line: str) -> bool:
    """A row as Markdown writes it."""
    return line.startswith("|") and line.rstrip().endswith("|") and len(line.strip()) > 1


def _chunks(lines: Sequence[str]) -> Iterator[_Chunk]:
    """Runs of table rows and runs of other lines. A short line without borders between rows is a band of the table."""
    widths = [len(_cells(line)) for line in lines]
    rows = [
        width > 2
        or (
            width == 2
            and (
                _left_column(lines, widths, n + 1) > n + 1
                or _bordered(lines[n])
                or any(w > 1 for w in [*widths[max(n - 1, 0) : n], *widths[n + 1 : n + 2]])
                or _beside_a_band(lines, widths, n)
            )
        )
        for n, width in enumerate(widths)
    ]
    at = 0
    while at < len(lines):
        end = at + 1
        if rows[at]:
            while end < len(lines) and (
                rows[end] or (_is_band(lines, rows, widths, at, end) and not _repeats(lines, at, end + 1))
            ):
                end += 1
            kept = [line for line in lines[at:end] if not _RULE_ROW.match(line)]
            rest = _left_column(lines, widths, end) if set(widths[at:end]) == {2} else end
            kept += [
                f"{line} | " if width == 1 else line
                for line, width in zip(lines[end:rest], widths[end:rest], strict=True)
            ]
            end = rest
            yield _Chunk(tuple(kept), table=True)
        else:
            while end < len(lines) and not rows[end] and bool(lines[end].strip()) == bool(lines[at].strip()):
                end += 1
            yield _Chunk(tuple(lines[at:end]))
        at = end


def _left_column(lines: Sequence[str], widths: list[int], at: int) -> int:
    """Where two columns end whose right one has blanks: entries of a list, then a line with both columns again."""
    end = at
    while end < min(len(lines), at + _MOST_ENTRIES) and widths[end] == 1 and lines[end].lstrip().startswith(("-", "+")):
        end += 1
    return end + 1 if at < end < len(lines) and widths[end] == 2 else at


def _beside_a_band(lines: Sequence[str], widths: list[int], n: int) -> bool:
    """Whether a short line without borders stands between this row of two cells and another."""
    for beside, beyond in ((n + 1, n + 2), (n - 1, n - 2)):
        if 0 <= beyond < len(lines) and widths[beyond] == 2:
            line = lines[beside].strip()
            if 0 < len(line) <= _BAND and not line.endswith((".", ";", ",")) and not _NUMBERED.match(line):
                return True
    return False


def _is_band(lines: Sequence[str], rows: list[bool], widths: list[int], first: int, at: int) -> bool:
    """A short line between rows of one table; not a numbered heading between two tables, the second of which counts its
    rows or has as many columns as no row of the first."""
    if not 0 < len(lines[at].strip()) <= _BAND or at + 1 >= len(lines) or not rows[at + 1]:
        return False
    begins, *others = (cell.strip() for cell in _cells(lines[at + 1]))
    another = any(map(_COUNT_COLUMN.match, (begins, *others[:1]))) or widths[at + 1] not in widths[first:at]
    lists = begins.startswith(("-", "+")) and _ARABIC.match(lines[at].strip()) is not None
    return not (lists or (another and _NUMBERED.match(lines[at].strip())))


def _repeats(lines: Sequence[str], first: int, at: int) -> bool:
    """Whether a row prints the head of the table again: what stands between is the heading of a table of its own."""
    return _cells(lines[at]) == _cells(lines[first])


def _aligned(rows: list[list[str]]) -> list[list[str]]:
    """The rows below their columns where a cell over several rows has shifted them: with a blank cell too many before
    its rows, or without it in the rows below the first."""
    head = rows[0]
    if len(head) < 3 or not all(head[:3]):
        return rows
    counted = 1 if _COUNT_COLUMN.match(head[1]) and not _COUNT_COLUMN.match(head[0]) else None
    made = [head]
    for row in rows[1:]:
        if len(row) == len(head) + 1 and not row[0] and row[1]:
            row = row[1:]
        elif counted and len(row) > 2 and _COUNT.fullmatch(row[0]) and not (_COUNT.fullmatch(row[1]) or all(row)):
            row = ["", *(row[:-1] if not row[-1] else row)]
        made.append(row)
    return made


class _Builder:
    """Numbers the lines of one page as it makes them."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.number = 0

    def lines(self, texts: Sequence[str]) -> list[Line]:
        made = []
        for words in markup.pieces("\n".join(texts)):
            made.append(Line(tuple(self._word(piece) for piece in words)))
            self.number += 1
        return made

    def grid(self, texts: Sequence[str]) -> Grid:
        rows = _aligned([_cells(text) for text in texts])
        columns = max(map(len, rows))
        cells = []
        for n, row in enumerate(rows):
            for column, cell in enumerate(row):
                lines = [
                    Line(tuple(map(self._word, words)))
                    for part in markup.cell_lines(cell)
                    for words in markup.pieces(part)
                    if words
                ]
                span = columns if len(row) == 1 else 1
                cells.append(GridCell(n, column, NOWHERE, tuple(lines), column_span=span))
            self.number += 1
        return Grid(NOWHERE, len(rows), columns, tuple(cells))

    def _word(self, piece: markup.Piece) -> Word:
        return Word(piece.text, self.page, self.number, bold=piece.bold, italic=piece.italic)
