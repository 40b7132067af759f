"""Columns of scoring tables: which holds what is scored, which hold points, and for whom each of these counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.extract.criteria.criterion_words import Applies, CriterionWords
from kehoach.extract.criteria.points import number, points_in
from kehoach.model.document import Block, Document
from kehoach.model.plan import CriterionKind
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

Rows = Sequence[tuple[int, Block]]

VALUE = Sieve(
    r"\s*\(?(?:(?P<more>(?:được |điểm )?(?:cộng|thưởng)(?: thêm)?)\s+|(?P<less>(?:bị |điểm )?(?:trừ|phạt))\s+)?(?:tối đa\s+)?[-+]?\s*(?:\d{1,3}\s*-\s*)?(?P<value>\d{1,2}\.\d{3}|\d{1,4}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)?\)?"
    r"(?:\s*/\s*(?:0?1\s*)?[^\W\d_]+(?:\s[^\W\d_]+){0,3})?\s*",
    re.IGNORECASE,
)
"""A cell that holds nothing but points: "20", "-0,5", "tối đa 10 điểm", "2 điểm/lượt", "5/01 lần", "trừ 2"."""
_ORDER = Sieve(r"(?:số )?(?:tt|stt|thứ tự)", re.IGNORECASE)
_GIVEN = Sieve(r"\b(?:chấm|thẩm định|đánh giá|đạt|kết quả|đề nghị|ghi chú|hội đồng)\b", re.IGNORECASE)
"""A column for points that somebody is still to give."""
_TOLD = Sieve(r"\b(?:thang|bảng|khung|tổng(?: số)?|mức|chấm|cho) điểm\b", re.IGNORECASE)
"""Words above a table that its numbers are points."""
_WHOLES = frozenset({100.0, 1000.0})
"""What the points of a table come to where nobody says."""


@dataclass(frozen=True, slots=True)
class Score:
    """A column of points: what its head makes of them (None: nothing), and whom it says that they judge."""

    column: int
    kind: CriterionKind | None = None
    whom: Applies | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a scoring table holds what; ``each`` tells that every column of points scores others ("Khối A", "Khối B"), so
    that one row is as many criteria."""

    content: int
    scores: tuple[Score, ...]
    each: bool = False


def columns(document: Document, outline: Outline, rows: Rows, words: CriterionWords) -> Columns | None:
    """The columns of a table that scores: by their heads, or, where the words above say that points follow and the
    numbers come to a whole, by what they hold."""
    heads = _heads(rows)
    scored = [c for c, head in heads.items() if _scores(words, head) and _numbers(rows, c)]
    named = bool(scored)
    scored = scored or _summing(document, outline, rows, heads)
    if not scored:
        return None
    scores = tuple(Score(c, words.kind(fold(heads[c])), words.applies_to(fold(heads[c]))) for c in scored)
    content = [c for c, head in heads.items() if c < scored[0] and words.column(head) == "content"]
    if not content:
        widths = {
            c: sum(len(cell.text) for _, b in rows for cell in b.cells if cell.column == c)
            for c in heads
            if c not in scored
        }
        if not widths:
            return None
        content = [max(widths, key=lambda c: widths[c])]
    return Columns(content[0], scores, len(scores) > 1 and (not named or _beside(rows, scores)))


def _scores(words: CriterionWords, head: str) -> bool:
    """Whether a column holds points by its head, or by that over it and others which names the bodies that get them."""
    over, _, below = head.partition("\n")
    if words.column(head) == "points":
        return True
    return words.column(over) == "points" and bool(below) and not _GIVEN.search(below)


def _heads(rows: Rows) -> dict[int, str]:
    """The words over each column, a line for each header row; what heads several columns is said of each of them."""
    headers = [block for _, block in rows if block.row_kind == "header"]
    heads: dict[int, str] = {}
    for n, block in enumerate(headers):
        below = {c.column for later in headers[n + 1 :] for c in later.cells if c.text.value.strip()}
        over = ""
        for cell in block.cells:
            own = cell.text.value.strip()
            over = own or (over if cell.column in below else "")
            for column in range(cell.column, cell.column + cell.column_span):
                heads[column] = f"{heads.get(column, '')}\n{over}".strip()
            over = over if cell.column in below else ""
    return heads


def _cells(rows: Rows, column: int) -> list[str]:
    """What the rows of a table hold in a column, empty cells left out."""
    return [
        text
        for _, b in rows
        if b.row_kind != "header"
        for c in b.cells
        if c.column == column and (text := c.text.value.strip())
    ]


def _numbers(rows: Rows, column: int) -> bool:
    """Whether at least half of a column's cells are points."""
    cells = _cells(rows, column)
    return bool(cells) and sum(bool(VALUE.fullmatch(cell)) for cell in cells) >= max(1, len(cells) // 2)


def _beside(rows: Rows, scores: Sequence[Score]) -> bool:
    """Whether several columns score the same rows, and neither adds to what another gives nor takes it off."""
    plain = {s.column for s in scores if s.kind is None}
    filled = [
        sum(bool(VALUE.fullmatch(c.text.value)) for c in block.cells if c.column in plain)
        for _, block in rows
        if block.row_kind != "header"
    ]
    return len(plain) == len(scores) and 2 * sum(n > 1 for n in filled) > sum(n > 0 for n in filled)


def _summing(document: Document, outline: Outline, rows: Rows, heads: dict[int, str]) -> list[int]:
    """The columns right of the content whose cells are all numbers, one of which comes to the whole that the words above
    the table name, where these say that points follow."""
    first = rows[0][0]
    above = _above(document, first)
    if "criteria" not in outline.kinds_at(document.span(first).start) and not _TOLD.search(above):
        return []
    found: list[int] = []
    for column, head in list(heads.items())[1:]:
        cells = _cells(rows, column)
        if len(cells) > 1 and all(map(VALUE.fullmatch, cells)) and not _ORDER.fullmatch(fold(head)):
            found.append(column)
        elif found:
            return []
    wholes = _WHOLES | {p.value for p in points_in(above)}
    return found if any(wholes & _sums(rows, c) for c in found) else []


def _above(document: Document, first: int) -> str:
    """The paragraph over a table, and the one over that."""
    return fold(" ".join(b.text.value for b in document.blocks[max(0, first - 2) : first] if b.zone == "body"))


def _sums(rows: Rows, column: int) -> set[float]:
    """What a column comes to: all rows, or those of the shape of label that its first row has (the groups)."""
    marked: list[tuple[bool, float]] = []
    for _, block in rows:
        value = next((VALUE.fullmatch(c.text.value) for c in block.cells if c.column == column), None)
        if block.row_kind != "header" and value:
            marked.append((block.cells[0].text.value.strip()[:1].isdigit(), number(value["value"])))
    same = [value for digit, value in marked if digit == marked[0][0]]
    return {sum(value for _, value in marked), sum(same)}
