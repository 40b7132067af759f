"""What every column of the tables means: the data dictionary that goes with them, and their Vietnamese headings."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from kehoach.export import frame
from kehoach.export.captions import KINDS, VALUES, value_caption
from kehoach.export.frame import Kind, Sort
from kehoach.model import document_info, issue, page, plan, section

_DATA = Path(__file__).with_name("data") / "columns.csv"
_SHEETS = {
    "documents": "Văn bản",
    "pages": "Trang",
    "indicators": "Chỉ báo",
    "evidence": "Dẫn chứng",
    "checks": "Phép kiểm tra",
}
_CODED: dict[tuple[str, str], object] = {
    ("documents", "plan_kind"): document_info.PlanKind,
    ("documents", "issuer_level"): document_info.IssuerLevel,
    ("documents", "copy_state"): document_info.CopyState,
    ("pages", "text_from"): page.TextFrom,
    ("sections", "kinds"): section.SectionKind,
    ("criteria", "kind"): plan.CriterionKind,
    ("deadlines", "kind"): plan.DeadlineKind,
    ("deadlines", "qualifier"): plan.Qualifier,
    ("tasks", "role"): plan.Role,
    ("citations", "relation"): plan.Relation,
    ("issues", "stage"): issue.Stage,
    ("checks", "verdict"): plan.Verdict,
    ("findings", "severity"): plan.Severity,
}
TABLES: tuple[Kind, ...] = get_args(Kind)
"""All tables, in their order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``codes`` are the values that it may hold, where these are codes."""

    table: Kind
    name: str
    heading: str
    meaning: str
    meaning_en: str
    unit: str
    sort: Sort
    codes: tuple[str, ...] = ()


def sheet(kind: Kind) -> str:
    """The Vietnamese name of a table."""
    return _SHEETS.get(kind) or KINDS[kind][0]


def columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of a table, in order, with their meaning."""
    return tuple(_column(kind, name) for name in frame.columns(kind))


def dictionary() -> Iterator[tuple[str, ...]]:
    """The data dictionary: a heading row, then one row for each column of each table."""
    yield ("table", "column", "type", "unit", "heading_vi", "meaning_vi", "meaning_en", "codes")
    for kind in TABLES:
        for c in columns(kind):
            codes = "; ".join(f"{code} = {value_caption(code)[0]}" if code in VALUES else code for code in c.codes)
            yield (kind, c.name, c.sort, c.unit, c.heading, c.meaning, c.meaning_en, codes)


def _column(kind: Kind, name: str) -> Column:
    described = _described()
    row = described.get((kind, name)) or described[("*", name)]
    codes = tuple(map(str, get_args(_CODED.get((kind, name)))))
    return Column(kind, name, *row, frame.sort_of(kind, name), codes)


@lru_cache(maxsize=1)
def _described() -> dict[tuple[str, str], tuple[str, str, str, str]]:
    with _DATA.open(encoding="utf-8", newline="") as file:
        return {
            (row["table"], row["column"]): (row["heading"], row["meaning"], row["meaning_en"], row["unit"] or "")
            for row in csv.DictReader(file)
        }
