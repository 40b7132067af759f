"""Tables whose cells came as one line each: below a head with borders stand a row's number, its work, who does it, when,
each on a line of its own, as text copied from a page of the web has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"\s*\|?\s*(?:s?\.?tt|số tt|số thứ tự)\.?\s*\|", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:\d{1,3}|[a-zđ]|[IVX]{1,5})\s*[.)]?\s*")
_MORE_HEADS = 2
"""Cells of the head that may stand below it."""
_HEAD_CELL = 40
"""Characters of the longest of these."""
_FEWEST_ROWS = 3


def with_rows(lines: Sequence[str]) -> list[str]:
    """The lines with such tables as rows with borders; others as they are."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at) if _HEAD.match(lines[at]) else None
        if table is None:
            made.append(lines[at])
            at += 1
        else:
            rows, at = table
            made += rows
    return made


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """The rows of the table whose head stands at ``at``, and the line behind them; None where cells are no lines."""
    head = [cell.strip() for cell in lines[at].strip().strip("|").split("|")]
    begin = at + 1
    while begin < len(lines) and len(lines[begin].strip()) <= _HEAD_CELL and begin - at <= _MORE_HEADS:
        if _LABEL.fullmatch(lines[begin]) or "|" in lines[begin]:
            break
        head += [lines[begin].strip()] if lines[begin].strip() else []
        begin += 1
    if len(head) < 3 or begin >= len(lines) or not _LABEL.fullmatch(lines[begin]):
        return None
    groups = list(_groups(lines, begin, len(head)))
    whole = sum(len(cells) >= len(head) for cells, _ in groups)
    if len(groups) < _FEWEST_ROWS or 2 * whole < len(groups):
        return None
    return [" | ".join(_row(cells, len(head))) for cells in [head, *(cells for cells, _ in groups)]], groups[-1][1]


def _groups(lines: Sequence[str], at: int, width: int) -> Iterator[tuple[list[str], int]]:
    """The label and the cells of each row, with the line behind it; the last has no more cells than the head."""
    while at < len(lines) and _LABEL.fullmatch(lines[at]):
        end = at + 1
        while end < len(lines) and not _LABEL.fullmatch(lines[end]) and "|" not in lines[end] and end - at < 3 * width:
            end += 1
        cells = [(n, lines[n].strip()) for n in range(at, end) if lines[n].strip()]
        last = end >= len(lines) or not _LABEL.fullmatch(lines[end])
        kept = cells[:width] if last else cells
        yield [cell for _, cell in kept], kept[-1][0] + 1 if last else end
        if last:
            return
        at = end


def _row(cells: list[str], width: int) -> list[str]:
    """A row of so many cells; what a page's end has parted goes on in the columns from the second on."""
    row = (cells[:width] + [""] * width)[:width]
    for n, rest in enumerate(cells[width:]):
        column = 1 + n % max(width - 1, 1)
        row[column] = f"{row[column]} {rest}".strip()
    return row
