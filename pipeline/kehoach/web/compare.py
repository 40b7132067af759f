"""The compare page, over the same functions as ``kehoach compare``."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from kehoach import comparing
from kehoach.errors import UsageError
from kehoach.export import comparison, comparison_html
from kehoach.export.comparison_excel import to_xlsx
from kehoach.model.comparison import Comparison
from kehoach.web.downloads import XLSX, disposition
from kehoach.web.site import Here, Site

router = APIRouter(include_in_schema=False)
_MOST = 5
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
"""Of the report, which narrows it further in its own head: only its own style, by hash."""
Ids = Annotated[list[int] | None, Query(max_length=_MOST)]
Numbers = Annotated[str, Query(max_length=80)]
Against = Annotated[comparing.Against, Query()]


@router.get("/compare")
def page(
    request: Request, site: Here, ids: Ids = None, numbers: Numbers = "", against: Against = "first"
) -> HTMLResponse:
    """Chooses plans, and shows what they differ in."""
    chosen = _chosen(ids, numbers)
    plans = [site.entry(plan_id) for plan_id in chosen]
    query = urlencode([*(("ids", plan_id) for plan_id in chosen), ("against", against)])
    return site.page(request, "compare.html", plans=plans, ids=chosen, against=against, query=query)


@router.get("/compare/report")
def report(site: Here, ids: Ids = None, against: Against = "first") -> Response:
    """The comparison as a page of its own."""
    made = comparison_html.to_html(_compared(site, ids, against))
    return HTMLResponse(made, headers={"content-security-policy": _POLICY})


@router.get("/compare/report.xlsx")
def workbook(site: Here, ids: Ids = None, against: Against = "first") -> Response:
    """The comparison as an Excel workbook."""
    data = to_xlsx(_compared(site, ids, against))
    return Response(data, media_type=XLSX, headers={"content-disposition": disposition("so sánh.xlsx")})


@router.get("/compare/report.json")
def record(site: Here, ids: Ids = None, against: Against = "first") -> Response:
    """The comparison as JSON."""
    data = comparison.to_json(_compared(site, ids, against))
    headers = {"content-disposition": disposition("so sánh.json")}
    return Response(data, media_type="application/json", headers=headers)


def _chosen(ids: list[int] | None, numbers: str) -> list[int]:
    """The plans that are asked for, each once."""
    told = [int(n) for n in re.findall(r"\d{1,9}", numbers)] or list(ids or ())
    found = list(dict.fromkeys(n for n in told if 0 < n < 2**31))
    if len(found) > _MOST:
        raise UsageError(f"Tối đa / at most {_MOST} kế hoạch / plans")
    return found if len(found) > 1 else []


def _compared(site: Site, ids: list[int] | None, against: comparing.Against) -> Comparison:
    chosen = _chosen(ids, "")
    if not chosen:
        raise UsageError("Cần ít nhất hai kế hoạch / at least two plans are needed", "?ids=1&ids=2")
    for plan_id in chosen:
        site.entry(plan_id)
    return comparing.compare([site.archive.corrected(plan_id).plan for plan_id in chosen], against=against)
