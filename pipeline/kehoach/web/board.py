"""The audit board: plans by rules as a matrix, with the way into each plan; the same as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from kehoach import auditing
from kehoach.auditing import Rule
from kehoach.corpus import FACETS, Filter, PlanEntry
from kehoach.corpus.verdicts import corrected, totals, verdicts
from kehoach.errors import UsageError
from kehoach.export import audit_excel
from kehoach.export.audit_report import AuditedPlan
from kehoach.rules.load import load
from kehoach.web.downloads import XLSX, disposition, report
from kehoach.web.library import facet
from kehoach.web.links import Wanted, wanted
from kehoach.web.site import Here, Site

router = APIRouter(include_in_schema=False)
PAGE = 40
_COUNTED = 20_000
"""Plans up to which the totals of each column are counted."""
_EXPORTED = 5_000
_FACETS = frozenset({"province", "year", "issuer_level", "plan_kind", "audit", "review"})


@dataclass(frozen=True)
class BoardRow:
    plan: PlanEntry
    cells: Mapping[str, str]


@router.get("/audit")
def board(request: Request, site: Here, asked: Annotated[Wanted, Depends(wanted)]) -> HTMLResponse:
    """The matrix of the plans of a filter."""
    book = auditing.catalogue().rules
    shown = tuple(rule for rule in book if not rule.off and (asked.rules == "all" or rule.family == "elements"))
    listing = site.archive.list(asked.filter, order=asked.order, after=asked.after, limit=PAGE)
    rows = _rows(site, listing.entries, shown)
    counts = site.archive.facets(asked.filter)
    following = asked.address("/audit", after=listing.next) if listing.next else None
    return site.page(
        request, "board.html", asked=asked, rules=shown, rows=rows, total=listing.total, following=following, path="/audit",
        facets=[facet(name, counts[name], asked) for name in FACETS if name in _FACETS], book=[r for r in book if not r.off],
        sums=_totals(site, asked.filter, shown) if listing.total <= _COUNTED else None,
    )  # fmt: skip


@router.get("/audit.xlsx")
def workbook(site: Here, asked: Annotated[Wanted, Depends(wanted)]) -> Response:
    """The audit of the plans of a filter as an Excel workbook.

    Raises:
        UsageError: they are too many for a workbook.
    """
    total = site.archive.list(asked.filter, limit=1).total
    if total > _EXPORTED:
        raise UsageError(
            f"{total} kế hoạch, tối đa / plans, at most {_EXPORTED}", "Lọc bớt / narrow the filter; kehoach export"
        )
    data = audit_excel.to_xlsx(report(list(_audited(site, asked.filter))))
    return Response(data, media_type=XLSX, headers={"content-disposition": disposition("kiểm tra.xlsx")})


def _rows(site: Site, entries: tuple[PlanEntry, ...], rules: tuple[Rule, ...]) -> list[BoardRow]:
    """The verdicts of each plan; of one that people corrected, those of its values now."""
    codes = [rule.code for rule in rules]
    with site.archive.engine.connect() as connection:
        found = verdicts(connection, [entry.id for entry in entries], codes)
    again = tuple(entry.id for entry in entries if entry.corrections)
    words = load(site.settings.rules)
    anew = {
        plan_id: {check.code: check.verdict for check in auditing.audit(plan, words)[0]}
        for plan_id, plan in (site.archive.numbered_plans(Filter(ids=again)) if again else ())
    }
    return [BoardRow(entry, anew.get(entry.id, found[entry.id])) for entry in entries]


def _totals(site: Site, chosen: Filter, rules: tuple[Rule, ...]) -> Mapping[str, Mapping[str, int]]:
    with site.archive.engine.connect() as connection:
        return totals(connection, chosen, site.archive.speller, [rule.code for rule in rules])


def _audited(site: Site, chosen: Filter) -> Iterator[AuditedPlan]:
    words = load(site.settings.rules)
    with site.archive.engine.connect() as connection:
        again = corrected(connection, chosen, site.archive.speller)
    for plan_id, plan in site.archive.numbered_plans(chosen):
        if plan_id in again:
            checks, findings = auditing.audit(plan, words)
            plan = replace(plan, checks=checks, findings=findings)
        law = auditing.law_used(plan)
        yield AuditedPlan(Path(plan.source.path).name, plan, law, plan.checks, plan.findings)
