"""Rewards in tables whose columns tell who gets how many: "Hình thức | Tập thể | Cá nhân"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kehoach.extract.rewards.reward_counts import WHO
from kehoach.model.document import Document
from kehoach.model.plan import Reward
from kehoach.orthography.fold import fold

_RECIPIENTS = re.compile(
    rf"(?:(?:tổng )?số(?: lượng)?\s+)?(?P<who>{WHO}(?:\s[^\W\d]+)*)(?:\s*\([^()]*\))?", re.IGNORECASE
)
_HOW_MANY = re.compile(r"(?:tổng )?số lượng(?:\s*\([^()]*\))?|(?:số )?suất", re.IGNORECASE)
_COUNT = re.compile(r"0*(\d{1,4})")

Heads = Mapping[int, str]


def heads_of(document: Document) -> dict[int, Heads]:
    """The heads of its columns for each row of a table, by the row's block."""
    heads: dict[int, dict[int, str]] = {}
    rows: dict[int, Heads] = {}
    for n, block in document.zone("table"):
        if block.table is None:
            continue
        columns = heads.setdefault(block.table, {})
        if block.row_kind == "header":
            for cell in block.cells:
                columns[cell.column] = f"{columns.get(cell.column, '')} {fold(cell.text.value)}".strip()
        else:
            rows[n] = columns
    return rows


def by_columns(document: Document, block: int, heads: Heads, one: Reward) -> list[Reward]:
    """The reward of a row, once for each column that counts who gets it; the reward itself where none does."""
    found = []
    for cell in document.blocks[block].cells:
        head = heads.get(cell.column, "")
        who, count = _RECIPIENTS.fullmatch(head), _COUNT.fullmatch(cell.text.value.strip())
        if count is not None and int(count[1]) and (who is not None or _HOW_MANY.fullmatch(head)):
            found.append(replace(one, count=int(count[1]), recipient=who["who"] if who else one.recipient))
    return found or [one]
