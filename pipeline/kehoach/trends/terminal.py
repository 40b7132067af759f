"""Trends on a terminal: keys down and groups across, or the other way round where there are many groups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from kehoach.export.captions import value_caption
from kehoach.trends.measures import MEASURES
from kehoach.trends.report import DEFAULT, Report, named, title_of, types

if TYPE_CHECKING:
    import pandas

_ACROSS = 100
"""Characters that groups side by side take at most; else they stand below each other."""
_KEYS = 12
_WIDTH = 44
_STATES = {"present": "x", "missing": ".", "unread": "?", "not_applicable": "-"}


def to_text(made: Report, rows: int = 40) -> str:
    """The tables, their first rows and their largest values; all of them are in the other forms."""
    spliced = int(made.panel.table["spliced"].sum())
    moved = f" {spliced} kế hoạch được tính vào tỉnh khác tên cũ / plans count for another province than they were issued in." if spliced else ""  # fmt: skip
    told = types(made.panel.plans)
    told = f"\n{told}" if told else ""
    parts = [f"{len(made.panel.plans)} kế hoạch / plans. {made.rule}{moved}{told}"]
    asked = tuple(name for name in made.tables if name != "matrix")
    for name, table in made.tables.items():
        if name == "matrix" and asked != DEFAULT:
            continue  # who asks for one measure sees that
        body = _matrix(table, rows) if name == "matrix" else _crossed(table, made.by, name, rows)
        parts.append("\n".join([f"== {' / '.join(title_of(name))} [{name}]", *body]))
    return "\n\n".join(parts) + "\n"


def _matrix(table: pandas.DataFrame, rows: int) -> Iterator[str]:
    """A line a plan, a column a kind of section, with a sign for its state."""
    kinds = [
        column for column in table.columns if column not in ("plan", "file", "number", "issuer", "province", "year")
    ]
    yield "   ".join((
        "x có / present", ". không có / missing", "? chưa đọc được / unread", "- không áp dụng / not applicable",
    ))  # fmt: skip
    yield " ".join(f"{n}={value_caption(kind)[0]}" for n, kind in enumerate(kinds, 1))
    shown = table.head(rows)
    named = [_cut(_called(r.year, r.number, r.issuer, r.file)) for r in shown.itertuples()]
    width = max(map(len, named), default=0)
    yield " ".join([" " * width, *(f"{n:>2}" for n in range(1, len(kinds) + 1))])
    for title, states in zip(named, shown[kinds].itertuples(index=False), strict=True):
        yield " ".join([title.ljust(width), *(f"{_STATES[state]:>2}" for state in states)])
    yield from _more(len(table), rows, "kế hoạch / plans")


def _crossed(table: pandas.DataFrame, by: str, name: str, rows: int) -> Iterator[str]:
    """The means; below them how many plans stand behind each, and how much of that is unsure."""
    if not len(table):
        yield "-"
        return
    share = MEASURES[name].share
    grid = table.pivot_table(index="key", columns=by, values="value", fill_value=0.0)
    order = sorted(grid.index) if name == "months" else grid.mean(axis=1).sort_values(ascending=False).index
    many = table.groupby(by)["plans"].max()
    across = sum(len(_cut(_plain(group))) + 2 for group in grid.columns) <= _ACROSS
    keys = list(order)[: rows if across else _KEYS]
    shown = grid.loc[keys].map(lambda value: _figure(value, share))
    shown.index = [_cut(named(key)) for key in keys]
    shown.loc["số kế hoạch / plans"] = many.map(str)
    shown.columns = [_cut(_plain(group)) for group in grid.columns]
    shown.index.name = shown.columns.name = None
    yield (shown if across else shown.T.head(rows)).to_string()
    yield from _more(len(order), len(keys), "giá trị / values")
    if not across:
        yield from _more(len(grid.columns), rows, "nhóm / groups")
    doubtful = (table["unsure"] * table["having"]).sum() / table["having"].sum()
    if doubtful >= 0.005:
        yield f"{doubtful:.0%} dựa trên giá trị chưa chắc / rest on unsure values"


def _figure(value: float, share: bool) -> str:
    if not value:
        return "."
    return f"{value:.0%}" if share else f"{value:.1f}"


def _more(many: int, shown: int, what: str) -> Iterator[str]:
    if many > shown:
        yield f"... {shown}/{many} {what}; --to xlsx, csv, html: tất cả / all"


def _called(year: object, number: object, issuer: object, file: object) -> str:
    """A plan in a line; one that says neither its number nor who issued it by its file."""
    told = [_plain(year), _plain(number), _plain(issuer)]
    return " ".join(filter(None, told if any(told[1:]) else [told[0], PurePath(str(file)).name]))


def _plain(value: object) -> str:
    """A cell without "nan" and "2024.0"."""
    if _unknown(value):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _unknown(value: object) -> bool:
    """Whether a cell holds nothing: None, "nan" or pandas' own sign, which cannot be compared."""
    return value is None or str(value) in ("nan", "<NA>", "NaT")


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
