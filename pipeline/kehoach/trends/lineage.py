"""Reuse of passages as tables for people: plans by their names, how passages spread, families of plans."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.trends.report import safe
from kehoach.trends.reuse import Reuse

if TYPE_CHECKING:
    import pandas

TITLES: Mapping[str, tuple[str, str]] = {
    "plans": ("Kế hoạch: phần lấy lại và phần riêng", "Plans: shares that are taken over, and what is local"),
    "lineage": ("Kế hoạch nào lấy từ kế hoạch nào", "Which plan takes from which"),
    "passages": ("Đoạn dùng lại", "Passages"),
    "adoption": ("Đoạn được lấy lại bao nhiêu lần, sau bao nhiêu ngày", "How often and after how many days"),
    "families": ("Họ kế hoạch", "Families of plans"),
}
"""Tables by name; Vietnamese, English."""
WORDS: Mapping[str, tuple[str, str]] = {
    "citation": ("được viện dẫn", "cited"),
    "hierarchy": ("của cấp trên", "of a body above"),
    "own_earlier": ("cùng cơ quan, trước đó", "earlier, same body"),
    "date": ("ban hành sớm nhất", "the oldest"),
    "national": ("trung ương", "national"),
    "above": ("cấp trên", "above"),
    "beside": ("cơ quan khác", "beside"),
}
"""Values of "direction" (what decided which plan is the source) and "relation" (whose it is); Vietnamese, English."""


@dataclass(frozen=True)
class Lineage:
    """Tables by their name, in the order of ``TITLES``. Plans are rows of ``plans``, counted from 0; ``plan_name`` and
    ``source_name`` say them as people do."""

    tables: Mapping[str, pandas.DataFrame]


def lineage(found: Reuse) -> Lineage:
    """The tables of reuse."""
    said = found.plans[["plan", "number", "issued_on", "issuer", "file"]].astype(object)
    names = {int(n): name_of(*rest) or str(n) for n, *rest in said.where(said.notna(), None).itertuples(index=False)}
    plans = found.plans.assign(plan_name=found.plans["plan"].map(names))
    return Lineage(
        {
            "plans": plans,
            "lineage": _named(found.lineage, names),
            "passages": _named(found.passages, names),
            "adoption": _adoption(found.passages, names),
            "families": _families(plans),
        }
    )


def name_of(number: str | None, issued_on: str | None, issuer: str | None, file: str) -> str:
    """A plan by its number, year and issuer, else by its file."""
    year = f"({issued_on[:4]})" if issued_on else ""
    return " - ".join(filter(None, (" ".join(filter(None, (number, year))), issuer))) or file


def _named(table: pandas.DataFrame, names: Mapping[int, str]) -> pandas.DataFrame:
    made = table.copy()
    for column in ("source", "plan"):
        made.insert(0, f"{column}_name", made[column].map(names).astype(object))
    return made


def _adoption(passages: pandas.DataFrame, names: Mapping[int, str]) -> pandas.DataFrame:
    """A row a passage: its oldest source here, how many plans have it from others, and the days until they had it."""
    rows = []
    for number, group in passages.groupby("passage", sort=True):
        roots = group[~group["source"].isin(group["plan"])]
        first = (roots if len(roots) else group).sort_values("lag_days", ascending=False, na_position="last").iloc[0]
        lags = group["lag_days"].dropna()
        spread = (int(lags.min()), float(lags.median()), int(lags.max())) if len(lags) else (None, None, None)
        rows.append((number, names[first["source"]], int(group["plan"].nunique()), *spread, first["source_text"]))
    import pandas

    columns = ["passage", "source_name", "adopters", "first_lag_days", "median_lag_days", "last_lag_days", "text"]
    made = pandas.DataFrame(rows, columns=columns)
    return made.sort_values(["adopters", "passage"], ascending=[False, True], ignore_index=True)


def _families(plans: pandas.DataFrame) -> pandas.DataFrame:
    """A row a family of two plans or more: its oldest plan, its size, its provinces and years."""
    rows = []
    for number, group in plans.groupby("family", sort=True):
        if len(group) < 2:
            continue
        dated = group.sort_values(["issued_on", "plan"], na_position="last")
        years = group["year"].dropna()
        rows.append((
            number, len(group), dated.iloc[0]["plan_name"], ", ".join(sorted(set(group["province"].dropna()))),
            *((int(years.min()), int(years.max())) if len(years) else (None, None)),
            "; ".join(map(str, dated["plan_name"])),
        ))  # fmt: skip
    import pandas

    columns = ["family", "plans", "oldest", "provinces", "first_year", "last_year", "members"]
    made = pandas.DataFrame(rows, columns=columns)
    return made.sort_values(["plans", "family"], ascending=[False, True], ignore_index=True)


def to_text(made: Lineage, rows: int = 20) -> str:
    """The tables for a terminal, their first rows."""
    sizes = {name: len(table) for name, table in made.tables.items()}
    parts = [
        f"{sizes['plans']} kế hoạch / plans; {sizes['adoption']} đoạn dùng lại / passages; "
        f"{sizes['families']} họ / families"
    ]
    shown = {
        "lineage": ["plan_name", "source_name", "relation", "passages", "share", "lag_days"],
        "plans": ["plan_name", "national", "above", "own_earlier", "beside", "local", "family"],
        "passages": ["plan_name", "path", "source_name", "direction", "lag_days", "likeness", "text"],
    }
    for name, table in made.tables.items():
        told = table[shown[name]] if name in shown else table
        told = told.head(rows).replace({word: " / ".join(both) for word, both in WORDS.items()})
        body = told.to_string(index=False, max_colwidth=52, na_rep="-", float_format=lambda x: f"{x:.2f}")
        more = f"\n... ({len(table)} dòng / rows)" if len(table) > rows else ""
        parts.append(f"== {' / '.join(TITLES[name])} [{name}]\n{body if len(table) else '-'}{more}")
    return "\n\n".join(parts) + "\n"


def to_json(made: Lineage) -> str:
    """One object: a list of rows for each table."""
    tables = {
        name: json.loads(table.to_json(orient="records", force_ascii=False)) for name, table in made.tables.items()
    }
    return json.dumps(tables, ensure_ascii=False, indent=2) + "\n"


def to_csv(made: Lineage) -> Iterator[tuple[str, str]]:
    """(file name, content) of every table, tidy, UTF-8."""
    for name, table in made.tables.items():
        yield f"{name}.csv", table.to_csv(index=False)


def to_xlsx(made: Lineage) -> bytes:
    """One workbook, a sheet a table; the first says what the others are and what their words mean."""
    import pandas

    data = io.BytesIO()
    with pandas.ExcelWriter(data, engine="openpyxl") as book:
        about = [(name, *TITLES[name]) for name in made.tables] + [(word, *both) for word, both in WORDS.items()]
        pandas.DataFrame(about, columns=["bảng / từ", "nội dung", "what"]).to_excel(
            book, sheet_name="Giải thích", index=False
        )
        for name, table in made.tables.items():
            safe(table).to_excel(book, sheet_name=name, index=False)
    return data.getvalue()
