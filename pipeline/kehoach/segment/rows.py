"""Rows of tables as nodes: "T" and the printed number, counting on where none is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.model.document import Block
from kehoach.rules.needs import Sieve

_CALLED = r"\s*(?i:(?:tiêu chí|tiêu chuẩn|nội dung|mục|phần)\s+(?:số\s+)?)?"
_NUMBER = re.compile(rf"{_CALLED}\(?(\d{{1,3}}(?:\.\d{{1,3}})*)\)?\s*[.,):]?\s*")
_GROUP = re.compile(rf"{_CALLED}(X{{0,2}}(?:IX|IV|V?I{{1,3}}|V)|X|[A-HĐ])\s*[.,):]?\s*")
"""The label of a row that heads others, which are counted on from group to group."""
_PART = re.compile(r"\s*([a-zđ])\s*[.)]\s*")
"""The label of a row under a numbered one: "a)" under 1 is "1.a"."""
_TT = re.compile(r"\s*(?:s?\.?tt|số tt|số thứ tự|tt)\s*\.?\s*", re.IGNORECASE)
_SUM = Sieve(r"\s*(?:tổng|cộng|tỷ lệ|tỉ lệ)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowLabel:
    """``label`` ("T7") of a row that begins a node; None for one that goes on with the row above, or names a group."""

    label: str | None
    printed: bool = False


def row_labels(rows: Sequence[Block]) -> tuple[RowLabel, ...]:
    """The label of every row of one table, header and band rows included."""
    printed = _numbers(rows) if has_numbers(rows) else {}
    numbered = bool(printed)  # numbers that a word processor counts are lost where its text alone is kept
    made: list[RowLabel] = []
    last = 0
    for n, row in enumerate(rows):
        if row.row_kind != "body" or not row.cells:
            made.append(RowLabel(None))
        elif n in printed:
            last = int(printed[n].split(".")[0]) if printed[n][0].isdigit() else last
            made.append(RowLabel(f"T{printed[n]}", True))
        elif numbered and (not last or _goes_on(row)):
            made.append(RowLabel(None))
        else:
            last += 1
            made.append(RowLabel(f"T{last}"))
    return tuple(made)


def _numbers(rows: Sequence[Block]) -> dict[int, str]:
    """The printed number of each row, by its index; a number that was not recognized is put in where just so many rows
    without one stand between their neighbours."""
    found: dict[int, str] = {}
    missing: list[int] = []
    last = 0
    for n, row in enumerate(rows):
        if row.row_kind != "body" or not row.cells:
            continue
        first = row.cells[0].text.value if row.cells[0].column == 0 else ""
        if (group := _GROUP.fullmatch(first)) is not None:
            found[n] = group[1]
            continue
        match = _NUMBER.fullmatch(first)
        if (part := _PART.fullmatch(first)) is not None and last:
            found[n] = f"{last}.{part[1]}"
            continue
        if match is None:
            missing.append(n)
            continue
        name = ".".join(str(int(part)) for part in match[1].split("."))
        here = int(name.split(".")[0])
        if missing and here - last - 1 == len(missing):
            found.update({index: str(last + 1 + k) for k, index in enumerate(missing)})
        found[n], last, missing = name, here, []
    return found | _misread(rows, found)


def _misread(rows: Sequence[Block], found: dict[int, str]) -> dict[int, str]:
    """The numbers that recognition took for others: between the two that stand around them ("21, 2, 23"), and a nought at
    the end."""
    named = [(n, int(name) if name.isdigit() else -1) for n, name in found.items()]
    mended = {}
    for (_, above), (n, here), (_, below) in zip(named, named[1:], [*named[2:], (0, -1)], strict=False):
        meant = above + 1
        if above > 0 and here != meant and (below == meant + 1 or (below < 0 and not here)) and _recognized(rows[n]):
            mended[n] = str(meant)
    return mended


def _recognized(row: Block) -> bool:
    return any(word is not None and word.confidence < 1 for word in row.cells[0].text.origin)


def has_numbers(rows: Sequence[Block]) -> bool:
    """Whether the first column counts the rows: its head says so, or most of its cells are whole numbers."""
    header = [row.cells[0].text.value for row in rows if row.row_kind == "header" and row.cells]
    if any(_TT.fullmatch(text) for text in header):
        return True
    firsts = [
        row.cells[0].text.value for row in rows if row.row_kind == "body" and row.cells and row.cells[0].column == 0
    ]
    numbers = [int(m[1]) for text in firsts if (m := re.fullmatch(r"\s*(\d{1,3})\s*\.?\s*", text))]
    return len(numbers) >= 2 and len(numbers) >= 0.6 * len(firsts) and all(a <= b for a, b in pairwise(numbers))


def _goes_on(row: Block) -> bool:
    """A row without a number in a numbered table: the rest of the row above (cut by a page), unless it is a sum."""
    texts = [cell.text.value.strip() for cell in row.cells]
    filled = [text for text in texts if text]
    if texts[0] or not filled:
        return not filled
    return not any(_SUM.match(text) for text in filled)
