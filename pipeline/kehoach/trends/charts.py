"""Charts of trends as Altair objects; drawn to SVG or PNG without a network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kehoach.errors import UsageError
from kehoach.export.captions import value_caption
from kehoach.rules.places import key, rows
from kehoach.trends.measures import MEASURES, key_name

if TYPE_CHECKING:
    import altair
    import pandas

_STATES = {"present": "#15803d", "missing": "#e5e7eb", "unread": "#f59e0b", "not_applicable": "#f8fafc"}
_STATE_WORDS = {"present": "có", "missing": "không có", "unread": "chưa đọc được", "not_applicable": "không áp dụng"}
_MERGED = date(2025, 7, 1)
_TOP = 12
_TOLD = 12
"""Groups whose plans are counted in the title."""
_PALE, _FULL, _NONE = "#e3f3f0", "#57b0a4", "#eceff3"


def chart(found: pandas.DataFrame, *, names: Mapping[str, tuple[str, str]] | None = None, top: int = _TOP) -> Any:  # fmt: skip
    """A trend as it is best seen: lines over years, bars by another group, a heat map for two groups.

    Args:
        found: what ``trend`` returned.
        names: Vietnamese and English names of keys (those of the codebook's topics).
        top: how many keys are shown, those with the largest mean.
    """
    import altair as alt

    by, measure = list(found.attrs["by"]), MEASURES[found.attrs["measure"]]
    order = list(found.groupby("key")["value"].mean().sort_values(ascending=False).index[:top])
    shown = _named(found[found["key"].isin(order)], names)
    title = alt.TitleParams(measure.what[0], subtitle=[measure.what[1], *_sizes(found, by)])
    axis = alt.Axis(format="%") if measure.share else alt.Axis()
    value = alt.Y("value:Q", title=None, axis=axis)
    colour = alt.Color("name:N", title=None, scale=alt.Scale(scheme="tableau20"), legend=alt.Legend(labelLimit=360))
    tips = [*by, "name", alt.Tooltip("value:Q", format=".1%" if measure.share else ".2f"), "plans", "unsure", "spliced"]
    base = alt.Chart(shown, title=title)
    if by == ["year"]:
        lines = alt.Chart(_with_zeros(shown), title=title).mark_line(point=True)
        return lines.encode(x=_years(alt, shown), y=value, color=colour, tooltip=tips).properties(width=520, height=300)
    if len(by) == 1:
        group = alt.Y(f"{by[0]}:N", title=None, axis=alt.Axis(labelLimit=260))
        if measure.whole:
            x = alt.X("value:Q", title=None, axis=axis)
            return base.mark_bar().encode(y=group, x=x, color=colour, tooltip=tips).properties(width=520)
        return _grid(base, group, alt.X("name:N", title=None, sort=None, axis=alt.Axis(labelAngle=-40, labelLimit=220)), measure.share, tips)  # fmt: skip
    grid = base.mark_rect().encode(
        x=alt.X(f"{by[-1]}:O", title=None), y=alt.Y(f"{by[0]}:N", title=None, axis=alt.Axis(labelLimit=260)),
        color=alt.Color("value:Q", title=None, scale=alt.Scale(range=[_PALE, _FULL])), tooltip=tips,
    )  # fmt: skip
    return grid.facet(facet=alt.Facet("name:N", title=None), columns=2) if len(order) > 1 else grid


def _years(alt: Any, shown: pandas.DataFrame) -> Any:
    """Years as far apart as they are: a gap in the plans is no step to the next year."""
    if shown["year"].nunique() < 2:
        return alt.X("year:O", title="năm")
    whole = alt.Axis(format="d", values=list(range(shown["year"].min(), shown["year"].max() + 1)), labelOverlap=True)
    return alt.X("year:Q", title="năm", axis=whole, scale=alt.Scale(zero=False, nice=False, padding=12))


def _with_zeros(shown: pandas.DataFrame) -> pandas.DataFrame:
    """With the years in which there are plans but none that has the key, as 0: else a line runs over them."""
    import pandas

    plans = shown.groupby("year")["plans"].max()
    whole = pandas.MultiIndex.from_product([sorted(set(shown["name"])), plans.index], names=["name", "year"])
    made = shown.drop_duplicates(["name", "year"]).set_index(["name", "year"]).reindex(whole).reset_index()
    made["plans"] = made["year"].map(plans)
    return made.fillna({"value": 0.0, "unsure": 0.0, "spliced": 0})


def _sizes(found: pandas.DataFrame, by: list[str]) -> list[str]:
    """How many plans stand behind each group, where they are few enough to be told: one plan makes 100 % too."""
    if len(by) != 1 or found[by[0]].nunique() > _TOLD:
        return []
    sizes = found.groupby(by[0])["plans"].max()
    return ["số kế hoạch / plans: " + ", ".join(f"{group}: {count}" for group, count in sizes.items())]


def _grid(base: Any, y: Any, x: Any, share: bool, tips: list[Any]) -> Any:
    """Values as numbers on coloured squares."""
    import altair as alt

    scale = alt.Scale(range=[_PALE, _FULL])
    squares = base.mark_rect(stroke="#fff").encode(y=y, x=x, color=alt.Color("value:Q", title=None, scale=scale, legend=None), tooltip=tips)  # fmt: skip
    words = base.mark_text(fontSize=9).encode(y=y, x=x, text=alt.Text("value:Q", format=".0%" if share else ".1f"))
    return (squares + words).properties(width=alt.Step(42), height=alt.Step(24))


def _named(found: pandas.DataFrame, names: Mapping[str, tuple[str, str]] | None) -> pandas.DataFrame:
    def name(code: str) -> str:
        text = key_name(code, names)
        return text if len(text) <= 60 else text[:59] + "…"

    made = found.assign(name=found["key"].map(name))
    return made.assign(year=made["year"].astype(int)) if "year" in made else made


def coverage(matrix: pandas.DataFrame) -> Any:
    """The coverage matrix: a row a plan, a column a kind of section."""
    import altair as alt

    kinds = [column for column in matrix.columns if column in _kinds(matrix)]
    label = _labels(matrix)
    long = matrix.assign(label=label)[["label", *kinds]].melt("label", var_name="kind", value_name="state")
    long["kind"] = long["kind"].map(lambda code: value_caption(code)[0])
    long["state"] = long["state"].map(_STATE_WORDS)
    scale = alt.Scale(domain=list(_STATE_WORDS.values()), range=[_STATES[code] for code in _STATE_WORDS])
    shown = alt.Chart(long, title=alt.TitleParams("Mục có trong kế hoạch", subtitle="Sections of the plans"))
    return shown.mark_rect(stroke="#ffffff").encode(
        x=alt.X("kind:N", title=None, sort=[value_caption(k)[0] for k in kinds], axis=alt.Axis(labelAngle=-40)),
        y=alt.Y("label:N", title=None, sort=list(label), axis=alt.Axis(labelLimit=320)), color=alt.Color("state:N", title=None, scale=scale),
        tooltip=["label", "kind", "state"],
    )  # fmt: skip


def _labels(matrix: pandas.DataFrame) -> pandas.Series[str]:
    """A name of its own for each plan: number, issuer and year, else its file; those alike are counted."""
    import pandas

    named = matrix[["number", "issuer"]].astype(object)
    head = [" ".join(str(part) for part in row if not pandas.isna(part)) for row in named.itertuples(index=False)]
    files = [PurePath(str(file)).name for file in matrix["file"]]
    years = ["" if pandas.isna(year) else f" {int(year)}" for year in matrix["year"]]
    label = pandas.Series(
        [(h or f) + y for h, f, y in zip(head, files, years, strict=True)], index=matrix.index, dtype=str
    )
    nth = label.groupby(label).cumcount()
    return label.where(nth == 0, label + " (" + (nth + 1).astype(str) + ")")


def _kinds(matrix: pandas.DataFrame) -> list[str]:
    return [c for c in matrix.columns if c not in ("plan", "file", "number", "issuer", "province", "year")]


def tile_map(found: pandas.DataFrame, key_: str, as_of: date, *, title: str = "") -> altair.LayerChart:
    """One key of a trend by province, a square a province: 63 of them before 01/7/2025, 34 from then on. Provinces
    without plans are grey.

    Raises:
        UsageError: the trend is not one by province alone.
    """
    import altair as alt
    import pandas

    if found.attrs.get("by") != ["province"]:
        raise UsageError("Bản đồ cần số liệu theo tỉnh / a map needs a trend by province: by='province'")
    many = 34 if as_of >= _MERGED else 63
    tiles = pandas.DataFrame([t for t in rows("tiles.csv") if t["list"] == str(many)]).astype({"x": int, "y": int})
    mine = found[found["key"] == key_].assign(at=lambda t: t["province"].map(_tile_key))
    others = found.drop_duplicates("province").assign(at=lambda t: t["province"].map(_tile_key))
    joined = tiles.assign(at=tiles["name"].map(_tile_key)).merge(mine[["at", "value", "plans"]], on="at", how="left")
    joined.loc[joined["value"].isna() & joined["at"].isin(others["at"]), "value"] = 0.0
    share = MEASURES[found.attrs["measure"]].share
    return _tiles(alt, joined, title or key_, ".0%" if share else ".1f", many)


def _tiles(alt: Any, joined: pandas.DataFrame, title: str, form: str, many: int) -> altair.LayerChart:
    base = alt.Chart(
        joined, title=alt.TitleParams(title, subtitle=f"{many} tỉnh, thành phố; ô xám: không có kế hoạch / no plans")
    ).encode(x=alt.X("x:O", axis=None), y=alt.Y("y:O", axis=None))
    known = base.transform_filter("isValid(datum.value)")
    grey = base.mark_rect(stroke="#fff", strokeWidth=2, cornerRadius=3, color=_NONE)
    colour = alt.Color("value:Q", title=None, scale=alt.Scale(range=[_PALE, _FULL]), legend=alt.Legend(format=form))
    squares = known.mark_rect(stroke="#fff", strokeWidth=2, cornerRadius=3).encode(
        color=colour, tooltip=["name", "value", "plans"]
    )
    words = base.mark_text(fontSize=9, dy=-6).encode(text="name:N")
    amount = known.mark_text(fontSize=11, fontWeight="bold", dy=8).encode(text=alt.Text("value:Q", format=form))  # fmt: skip
    made: altair.LayerChart = (grey + squares + words + amount).properties(width=98 * 6 if many == 63 else 98 * 5, height=(24 if many == 63 else 18) * 42)  # fmt: skip
    return made


def _tile_key(name: str) -> str:
    return key(name.split(" (từ ", maxsplit=1)[0])


def draw(made: Any, form: str = "svg", *, scale: float = 2.0) -> bytes:
    """A chart as "svg" (UTF-8), "png", or "json" (Vega-Lite); nothing is fetched.

    Raises:
        UsageError: there is no such form.
    """
    import vl_convert

    specification = made.to_json()
    if form == "json":
        return str(specification).encode()
    if form == "svg":
        return str(vl_convert.vegalite_to_svg(specification)).encode()
    if form == "png":
        return bytes(vl_convert.vegalite_to_png(specification, scale=scale))
    raise UsageError(f"Không có dạng / no form: {form!r}; svg, png, json")
