"""Tables whose cells came as one line each: below a head stand a row's number, its work, who does it, when, each on a
line of its own, as text copied from a page of the web or out of an office file has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.orthography.numerals import LATIN, ROMANS, VIETNAMESE

_BORDERED_HEAD = re.compile(r"\s*\|?\s*(?:s?\.?tt|số tt|số thứ tự)\.?\s*\|", re.IGNORECASE)
_LONE_HEAD = re.compile(r"\s*(?:s?\.?tt|số tt|số thứ tự)\.?\s*", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?:(?P<figure>\d{1,3})|(?P<letter>[a-zđ])|(?P<roman>[IVX]{1,5})|(?P<capital>[A-HĐ]))\s*[.)]?\s*"
)
_MORE_HEADS, _MOST_HEADS = 2, 8
"""Cells of the head that may stand below a head with borders; columns of a table at most."""
_HEAD_CELL = 40
"""Characters of the longest of these."""
_FEWEST_ROWS = 3
_SUM = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–+•*]\s*\S")
_DAY = re.compile(r"\s*\d{1,2}/\d{1,4}")
"""A time that stands before the work: "03/3/2024 - 25/3/2024"."""
_SKIPPED = 2
"""How far a row's number may be ahead of the one before: typists skip one."""


def with_rows(lines: Sequence[str]) -> list[str]:
    """The lines with such tables as rows with borders; others as they are."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at)
        if table is None:
            made.append(lines[at])
            at += 1
        else:
            rows, at = table
            made += rows
    return made


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """The rows of the table whose head stands at ``at``, and the line behind them; None where cells are no lines."""
    head = _head(lines, at)
    if head is None:
        return None
    cells, begin = head
    starts = _starts(lines, begin, 3 * len(cells))
    rows = list(_rows(lines, starts, len(cells)))
    if len(rows) < _FEWEST_ROWS or 2 * sum(len(row) >= min(len(cells), 3) for row, _ in rows) < len(rows):
        return None
    table, end = [row for row, _ in rows], rows[-1][1]
    if (total := _total(lines, end)) is not None:
        table, end = [*table, total[0]], total[1]
    return [" | ".join(_row(row, len(cells))) for row in [cells, *table]], end


def _head(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """The cells of a head and the line of the first row, where a table of three columns or more may begin here."""
    if _BORDERED_HEAD.match(lines[at]):
        cells, most = [cell.strip() for cell in lines[at].strip().strip("|").split("|")], _MORE_HEADS
    elif _LONE_HEAD.fullmatch(lines[at]):
        cells, most = [lines[at].strip()], _MOST_HEADS
    else:
        return None
    end, read = at + 1, 0
    while end < len(lines) and len(lines[end].strip()) <= _HEAD_CELL and read <= most:
        if _LABEL.fullmatch(lines[end]) or "|" in lines[end]:
            break
        if lines[end].strip():
            cells.append(lines[end].strip())
            read += 1
        end += 1
    begun = end < len(lines) and _LABEL.fullmatch(lines[end]) is not None
    return (cells, end) if begun and 3 <= len(cells) <= _MOST_HEADS else None


def _starts(lines: Sequence[str], at: int, longest: int) -> list[int]:
    """Where rows begin: at numbers and letters that go on counting, with words behind them. A number alone that does
    not is a cell."""
    made: list[int] = []
    last: dict[str, str] = {}
    for n in range(at, len(lines)):
        if "|" in lines[n] or (made and n - made[-1] > longest):
            break
        label = _LABEL.fullmatch(lines[n])
        sort = label.lastgroup if label is not None else None
        if label is None or sort is None or not _follows(last.get(sort), label[sort]):
            continue
        below = next((line for line in lines[n + 1 :] if line.strip()), "")
        if not (any(map(str.isalpha, below)) or _DAY.match(below)) or _LABEL.fullmatch(below):
            continue
        made.append(n)
        last[sort] = label[sort]
        if sort in ("figure", "roman", "capital"):
            last.pop("letter", None)
    return made


def _follows(before: str | None, label: str) -> bool:
    """Whether a label goes on counting from the one before of its sort, or begins."""
    if label.isdigit():
        return int(label) == 1 or 0 < int(label) - int(before or 0) <= _SKIPPED
    if label in ROMANS:
        return label == "I" or ROMANS[label] == ROMANS.get(before or "", 0) + 1
    letter, last = label.lower(), before.lower() if before else ""
    return any(letter == order[order.find(last) + 1 if last else 0 :][:1] for order in (VIETNAMESE, LATIN))


def _rows(lines: Sequence[str], starts: Sequence[int], width: int) -> Iterator[tuple[list[str], int]]:
    """The label and the cells of each row, with the line behind it. The last ends where a blank line parts rows, else
    has as many cells as the others."""
    inner = [line for at, below in pairwise(starts) for line in lines[at : below - 1]]
    parted = all(line.strip() for line in inner) and not any(lines[at - 1].strip() for at in starts[1:])
    usual = 0
    for n, at in enumerate(starts):
        last = n + 1 == len(starts)
        end = len(lines) if last else starts[n + 1]
        cells: list[str] = []
        for here in range(at, end):
            line = lines[here].strip()
            if last and ((parted and not line) or "|" in line or (len(cells) >= usual and not _BULLET.match(line))):
                end = here
                break
            if len(cells) > 1 and _BULLET.match(line):
                cells[-1] += f" {line}"
            elif line:
                cells.append(line)
        usual = max(usual, min(len(cells), width))
        yield cells, end


def _total(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """The row of the sum below the last one, which bears no number."""
    at = next((n for n in range(at, min(at + 2, len(lines))) if lines[n].strip()), at)
    if at + 1 < len(lines) and _SUM.match(lines[at].strip()) and lines[at + 1].strip().replace(",", "").isdigit():
        return ["", lines[at].strip(), lines[at + 1].strip()], at + 2
    return None


def _row(cells: list[str], width: int) -> list[str]:
    """A row of so many cells; what a page's end has parted goes on in the columns from the second on."""
    row = (cells[:width] + [""] * width)[:width]
    for n, rest in enumerate(cells[width:]):
        column = 1 + n % max(width - 1, 1)
        row[column] = f"{row[column]} {rest}".strip()
    return row
