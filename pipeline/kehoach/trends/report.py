"""Trends over an archive as tables and as one page with charts."""

from __future__ import annotations

import html
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kehoach.trends.charts import chart, coverage, draw, tile_map
from kehoach.trends.measures import MEASURES, key_name
from kehoach.trends.panel import Panel
from kehoach.trends.series import SURE, By, implements, matrix, trend
from kehoach.trends.topics import coder

if TYPE_CHECKING:
    import pandas

    from kehoach.model.plan import Plan

DEFAULT = ("sections", "themes", "scored", "points", "topics", "targets", "leads", "months", "phases", "citations", "observances", "rewards")  # fmt: skip
_PLAN = "KH"
"""The type of a plan."""
_SHOWN = 40
"""Plans that the picture of the coverage matrix shows at most."""
_STYLE = "body{margin:2rem auto;max-width:64rem;padding:0 1rem;font:15px/1.5 system-ui,'Segoe UI',sans-serif;color:#1f2937}h2{margin-top:2.5rem;border-bottom:2px solid #e5e7eb}table{border-collapse:collapse;font-size:.88rem}td,th{border:1px solid #e5e7eb;padding:.2rem .5rem;text-align:left}.n{text-align:right}.meta{color:#6b7280}svg{max-width:100%;height:auto}details{margin:.6rem 0}"  # fmt: skip


@dataclass(frozen=True)
class Report:
    """Tables by their name, in the order of the report; ``by`` is what the trends are grouped by."""

    panel: Panel
    by: By
    tables: Mapping[str, pandas.DataFrame]
    rule: str


def report(panel: Panel, by: By, measures: Sequence[str] = DEFAULT, *, sure: float = SURE) -> Report:
    """The coverage matrix and the trends of the measures.

    Raises:
        UsageError: there is no such measure or grouping.
    """
    made = {"matrix": matrix(panel)} | {name: trend(panel, name, by, sure=sure) for name in measures}
    return Report(panel, by, made, panel.table.attrs["rule"])


def to_csv(made: Report) -> Iterator[tuple[str, str]]:
    """(file name, content) of every table, tidy, UTF-8."""
    for name, table in {"plans": made.panel.table, "implements": implements(made.panel), **made.tables}.items():
        yield f"{name}.csv", table.to_csv(index=False)


def to_xlsx(made: Report) -> bytes:
    """One workbook, a sheet a table; the first says what the others are."""
    import pandas

    data = io.BytesIO()
    with pandas.ExcelWriter(data, engine="openpyxl") as book:
        about = [(name, *title_of(name)) for name in made.tables] + [("rule", made.rule, "")]
        pandas.DataFrame(about, columns=["bảng", "nội dung", "what"]).to_excel(
            book, sheet_name="Giải thích", index=False
        )
        for name, table in {"plans": made.panel.table, "implements": implements(made.panel), **made.tables}.items():
            safe(table).to_excel(book, sheet_name=name[:31], index=False)
    return data.getvalue()


def safe(table: pandas.DataFrame) -> pandas.DataFrame:
    """Text that no spreadsheet takes for a formula."""
    return table.map(lambda v: "'" + v if isinstance(v, str) and v[:1] in "=+@-" and len(v) > 1 else v)


def to_html(made: Report) -> str:
    """One page that needs nothing else: a chart and a table for each measure, a map where the trends are by province."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>Xu hướng</title><style>{_STYLE}</style></head>',
        "<body><h1>Xu hướng qua các kế hoạch <span class='meta'>Trends over plans</span></h1>",
        f"<p>{len(made.panel.plans)} kế hoạch / plans, theo / by: {html.escape(made.by)}.</p>",
        f"<p class='meta'>{html.escape(made.rule)}</p>",
        f"<p class='meta'>{html.escape(types(made.panel.plans))}</p>",
    ]
    for name, table in made.tables.items():
        vi, en = title_of(name)
        parts.append(f"<h2>{html.escape(vi)} <span class='meta'>{html.escape(en)}</span></h2>")
        if not len(table):
            parts.append("<p>Không có dữ liệu. / No data.</p>")
            continue
        parts += (f"<div>{svg}</div>" for svg in _pictures(made, name, table))
        parts.append(f"<details><summary>Bảng số liệu / table ({len(table)})</summary>{_table(table)}</details>")
    return "\n".join([*parts, "</body></html>\n"])


def _pictures(made: Report, name: str, table: pandas.DataFrame) -> Iterator[str]:
    if name == "matrix":
        yield draw(coverage(table.head(_SHOWN))).decode()
        if len(table) > _SHOWN:
            yield f"<p class='meta'>{_SHOWN}/{len(table)} kế hoạch; bảng dưới đây có nhiều hơn / the table below has more.</p>"
        return
    yield draw(chart(table, names=coder().names)).decode()
    if made.by == "province":
        best = table.groupby("key")["value"].mean().sort_values(ascending=False).index[:1]
        day = made.panel.as_of or max((d for d in made.panel.days if d), default=date(2025, 6, 30))
        for key in best:
            yield draw(tile_map(table, key, day, title=f"{title_of(name)[0]}: {named(key)}")).decode()


def named(key: str) -> str:
    """What people call a key: a topic of the codebook, a code, or the key itself."""
    return key_name(key, coder().names)


def types(plans: Sequence[Plan]) -> str:
    """Which types of documents are counted, where not all are plans."""
    types = Counter(plan.document.type or "chưa rõ / not known" for plan in plans)
    if set(types) <= {_PLAN}:
        return ""
    named = ", ".join(f"{name} {count}" for name, count in types.most_common())
    return (
        f"Loại văn bản / document types: {named}. Chọn kế hoạch cần xem / choose plans: --plan-kind, --level, --year …"
    )


def _table(table: pandas.DataFrame) -> str:
    shown = table.head(400)
    if "key" in shown:
        shown = shown.assign(key=shown["key"].map(named))
    return str(shown.to_html(index=False, border=0, float_format=lambda x: f"{x:.3f}", na_rep=""))


def title_of(name: str) -> tuple[str, str]:
    """What a table shows, in Vietnamese and English."""
    return ("Mục có trong từng kế hoạch", "Sections of each plan") if name == "matrix" else MEASURES[name].what
