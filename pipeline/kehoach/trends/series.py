"""Measures over groups of plans: by year, province, issuer; with how many plans stand behind each value, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from kehoach.errors import UsageError
from kehoach.model.plan import Plan
from kehoach.model.section import SectionKind
from kehoach.trends.measures import MEASURES
from kehoach.trends.panel import Panel, panel, unread
from kehoach.trends.spelling import merged, spellings
from kehoach.trends.topics import OTHER, Coder, coder

if TYPE_CHECKING:
    import pandas

By = Literal["year", "province", "issuer", "kind", "level"]
SURE = 0.6
"""Values that rest on a lower confidence are counted as unsure."""
_NOT_FOR = {
    "annual_work_plan": frozenset({"theme", "criteria", "targets", "objectives", "rewards"}),
    "inspection_plan": frozenset({"theme", "criteria", "targets", "objectives", "rewards"}),
}


def values(plans: Panel | Iterable[Plan], measure: str, *, codes: Coder | None = None) -> pandas.DataFrame:
    """The values of a measure, plan by plan: a row a plan and key, with the columns of ``Panel.table`` before.

    Raises:
        UsageError: there is no such measure.
    """
    import pandas

    given = plans if isinstance(plans, Panel) else panel(plans)
    if measure not in MEASURES:
        raise UsageError(f"Không có phép đo / no measure {measure!r}; có / known: {', '.join(MEASURES)}")
    found = MEASURES[measure].of(given.plans, codes or coder())
    one = spellings(key for of_plan in found for key in of_plan or {})
    rows = [
        (n, key, value.amount, value.sure)
        for n, of_plan in enumerate(found)
        for key, value in merged(of_plan or {}, one, MEASURES[measure]).items()
    ]
    made = pandas.DataFrame(rows, columns=["plan", "key", "value", "confidence"])
    table = given.table.assign(applies=[of_plan is not None for of_plan in found])
    out = table.merge(made, on="plan", how="left")
    out.attrs |= {"measure": measure, "rule": given.table.attrs["rule"]}
    return out


def trend(
    plans: Panel | Iterable[Plan], measure: str, by: By | Sequence[By] = "year", *, sure: float = SURE,
    codes: Coder | None = None,
) -> pandas.DataFrame:  # fmt: skip
    """The mean of a measure over the plans of each group, key by key.

    Columns: those of ``by``, ``key``, ``value`` (mean over the plans that the measure applies to; a key that a wholly read
    plan does not have counts as 0), ``plans`` (how many those are), ``having`` (how many have the key), ``unsure`` (share
    of these whose value rests on a confidence below ``sure``), ``unread`` (plans left out for unread pages), ``spliced``
    (plans counted here that were issued under another province). ``attrs["rule"]`` says how series were spliced.
    """
    groups = [by] if isinstance(by, str) else list(by)
    if wrong := set(groups) - set(get_args(By)):
        raise UsageError(
            f"Không nhóm được theo / no grouping by: {', '.join(sorted(wrong))}; {', '.join(get_args(By))}"
        )
    long = values(plans, measure, codes=codes)
    applying = long[long["applies"]].dropna(subset=groups)
    per_plan = applying.drop_duplicates("plan").groupby(groups, sort=True)
    size = per_plan.agg(
        whole=("unread", lambda u: int((~u).sum())), partly=("unread", "sum"), spliced=("spliced", "sum")
    )
    having = applying.dropna(subset=["key"]).assign(
        low=lambda t: t["confidence"] < sure, missing_counts=lambda t: t["unread"]
    )
    made = having.groupby([*groups, "key"], sort=True).agg(
        total=("value", "sum"), having=("plan", "nunique"), low=("low", "mean"), from_unread=("missing_counts", "sum")
    )  # fmt: skip
    out = made.reset_index().merge(size.reset_index(), on=groups)
    out["plans"] = out["whole"] + out["from_unread"]
    out["value"] = out["total"] / out["plans"]
    out["unsure"] = out["low"].round(3)
    out["unread"] = (out["partly"] - out["from_unread"]).astype(int)
    out = out[[*groups, "key", "value", "plans", "having", "unsure", "unread", "spliced"]]
    out.attrs |= {"measure": measure, "by": groups, "rule": long.attrs["rule"]}
    return out


def matrix(plans: Panel | Iterable[Plan]) -> pandas.DataFrame:
    """Which plan has a section of which kind: a row a plan, a column a kind; present, missing, unread (pages of the plan
    could not be read) or not_applicable (plans of this kind do not have one as a rule)."""
    import pandas

    given = plans if isinstance(plans, Panel) else panel(plans)
    kinds = [kind for kind in get_args(SectionKind) if kind not in ("other", "annex")]
    rows = [[_state(plan, kind) for kind in kinds] for plan in given.plans]
    named = given.table[["plan", "file", "number", "issuer", "province", "year"]]
    return named.join(pandas.DataFrame(rows, columns=kinds, index=named.index))


def _state(plan: Plan, kind: str) -> str:
    if any(kind in section.kinds for section in plan.sections):
        return "present"
    if kind in _NOT_FOR.get(plan.document.plan_kind or "", ()):
        return "not_applicable"
    return "unread" if unread(plan) else "missing"


def implements(plans: Panel | Iterable[Plan]) -> pandas.DataFrame:
    """Which documents each plan carries out, and how many days after them it was issued: a row a plan and document that it
    is based on or implements; ``lag_days`` is empty where one of the days is not known."""
    import pandas

    given = plans if isinstance(plans, Panel) else panel(plans)
    rows = [
        (
            n,
            c.number,
            c.type,
            c.issuer,
            c.relation,
            c.issued_on,
            _lag(plan.document.issued_on, c.issued_on),
            c.confidence,
        )
        for n, plan in enumerate(given.plans)
        for c in plan.citations
        if c.relation != "mentions"
    ]
    columns = ["plan", "cited", "type", "cited_issuer", "relation", "cited_on", "lag_days", "confidence"]
    made = pandas.DataFrame(rows, columns=columns)
    made["lag_days"] = made["lag_days"].astype("Int64")
    return given.table[["plan", "file", "number", "issuer", "province", "year", "issued_on"]].merge(made, on="plan")


def _lag(own: str | None, cited: str | None) -> int | None:
    try:
        return (date.fromisoformat(own or "") - date.fromisoformat(cited or "")).days
    except ValueError:
        return None


def wide(found: pandas.DataFrame, *, fill: float = 0.0) -> pandas.DataFrame:
    """A trend as a table: a row a group, a column a key."""
    made = found.pivot_table(index=found.attrs["by"], columns="key", values="value", fill_value=fill)
    return made.drop(columns=[OTHER], errors="ignore") if found.attrs["measure"] == "topics" else made
