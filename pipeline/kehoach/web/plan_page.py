"""The page of a plan: its pages with every value's box, the record beside them, the audit, downloads."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi import Path as InPath
from starlette.responses import HTMLResponse, Response

from kehoach.corpus import Filter
from kehoach.errors import FileAccess, KehoachError
from kehoach.export.audit_report import FAMILY_WORDS
from kehoach.export.captions import KINDS, Language
from kehoach.model.plan import Plan
from kehoach.web.fields import FIELDS, IMPORTANCE, KINDS_TO_ADD, header_field
from kehoach.web.language import language_of
from kehoach.web.pictures import WIDTHS
from kehoach.web.plan_view import FACT_KINDS, HEADER_FIELDS, plan_view
from kehoach.web.site import Here, PlanId, Site
from kehoach.web.words import coded, said

router = APIRouter(include_in_schema=False)
_OTHERS = 20


@router.get("/plans/{plan_id}")
def plan(request: Request, site: Here, plan_id: PlanId) -> HTMLResponse:
    """The page of a plan."""
    shown = plan_view(site, plan_id)
    drawn = drawable(site, plan_id, shown.plan)
    copies = site.archive.list(Filter(work=shown.entry.work_id), limit=_OTHERS).entries
    return site.page(
        request, "plan.html", v=shown, shown=shown.shown, plan=shown.plan, kinds=FACT_KINDS, header_fields=HEADER_FIELDS,
        all_kinds=tuple(KINDS), form_words=form_words(language_of(request)), pages=[p for p in shown.plan.source.pages if p.width and p.height] if drawn else [],
        families=FAMILY_WORDS, copies=[c for c in copies if c.id != plan_id], kinds_to_add=KINDS_TO_ADD,
        known={s.path for s in shown.plan.sections} | {i.path for i in shown.plan.items},
    )  # fmt: skip


@router.get("/plans/{plan_id}/entries/{fact}")
def entry(request: Request, site: Here, plan_id: PlanId, fact: Annotated[str, InPath(max_length=120)]) -> HTMLResponse:
    """One value of the record as the page shows it; nothing where it is gone."""
    shown = plan_view(site, plan_id)
    drawn = drawable(site, plan_id, shown.plan)
    return site.page(
        request, "entry.html", v=shown, shown=shown.shown, plan=shown.plan, fact=fact, kinds=FACT_KINDS,
        header_fields=HEADER_FIELDS, pages=drawn,
        known={s.path for s in shown.plan.sections} | {i.path for i in shown.plan.items},
    )  # fmt: skip


@router.get("/plans/{plan_id}/pages/{number}")
def picture(
    site: Here,
    plan_id: PlanId,
    number: Annotated[int, InPath(ge=1, le=100_000)],
    width: Annotated[int, Query(ge=1, le=10_000)] = WIDTHS[1],
) -> Response:
    """The picture of a page."""
    site.entry(plan_id)
    record = site.archive.plan(plan_id)
    page = next((p for p in record.source.pages if p.number == number), None)
    if page is None or not page.width:
        raise FileAccess(f"Không có ảnh trang / no image of page: {number}")

    def original() -> Path:
        found = site.archive.original(plan_id).path
        if found is None:
            raise FileAccess(f"Không còn tệp gốc / the original is gone: {plan_id}")
        return found

    data = site.pictures.page(original, record.source.sha256, page, width)
    return Response(data, media_type="image/webp", headers={"cache-control": "private, max-age=86400"})


def form_words(language: Language) -> dict[str, object]:
    """What the forms of the page say: names of fields and of codes, the fields of each kind, what matters how much."""
    keys = {field.key for known in FIELDS.values() for field in known} | set(HEADER_FIELDS) | {"role", "evidence"}
    codes = {c for known in FIELDS.values() for f in known for c in f.choices}
    codes |= {c for name in HEADER_FIELDS for c in header_field(name).choices}
    return {
        "fields": {key: said(f"field_{key}", language) for key in sorted(keys | {"recipients"})},
        "codes": {c: coded(c, language) for c in sorted(codes)}
        | {f"list:{k}": said(k, language) for k in FIELDS}
        | {state: said(f"state_{state}", language) for state in ("confirmed", "corrected", "rejected", "added")},
        "forms": {
            kind: [{"key": f.key, "sort": f.sort, "choices": f.choices, "needed": f.needed} for f in known]
            for kind, known in FIELDS.items()
        },
        "importance": dict(IMPORTANCE),
        **{key: said(key, language) for key in ("correct", "undo", "reject")},
        "add": said("add_fact", language),
    }


def drawable(site: Site, plan_id: int, plan: Plan) -> bool:
    """Whether the pages can be drawn: text and office files have none, and an original may be gone."""
    kind = plan.source.media_type
    if not (kind == "application/pdf" or kind.startswith("image/")):
        return False
    with suppress(KehoachError):
        return site.archive.original(plan_id).path is not None
    return False
