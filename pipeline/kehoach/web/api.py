"""The interface for programs, and for the scripts of the pages; described at /api/openapi.json."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Request, UploadFile
from fastapi import Path as InPath
from starlette.responses import HTMLResponse, JSONResponse, Response

from kehoach.corpus import Correction
from kehoach.errors import BadInput, UsageError
from kehoach.export import json
from kehoach.web import library, saying, wire
from kehoach.web import session as sessions
from kehoach.web.guard import Refused
from kehoach.web.links import Wanted, wanted
from kehoach.web.site import Here, PlanId

DESCRIPTION = """\
Kho kế hoạch: tìm, xem bản ghi, nạp tệp, rà soát. / An archive of plans: search, records, uploads, review.

With a password: `Authorization: Bearer PASSWORD`. Without: requests that change something need the session's cookie and
its token (`GET /api/session`) in the header `X-Kehoach-Token`.
"""
router = APIRouter(prefix="/api", responses=wire.ERRORS)
pages = APIRouter(include_in_schema=False)
FactId = Annotated[str, InPath(min_length=1, max_length=120)]


@pages.get("/api")
def described(request: Request, site: Here) -> HTMLResponse:
    """What the interface has, for people."""
    return site.page(request, "api.html", paths=request.app.openapi()["paths"], description=DESCRIPTION)


@router.get("/session", tags=["session"])
def session(request: Request, site: Here) -> wire.Session:
    """Who is there, and the token for requests that change something."""
    here: sessions.Session = request.state.session
    return wire.Session(name=here.name, token=request.state.token)


@router.get("/plans", tags=["plans"])
def plans(site: Here, asked: Annotated[Wanted, Depends(wanted)]) -> wire.Plans:
    """The plans of a filter, a page at a time; with ``q`` those that hold the words, the best first."""
    shown = library.found(site, asked)
    return wire.Plans(plans=[wire.plan(row.plan) for row in shown.rows], total=shown.total, next=shown.token)


@router.get("/plans/{plan_id}", tags=["plans"], response_class=JSONResponse)
def plan(site: Here, plan_id: PlanId, corrected: bool = True) -> Response:
    """The record of a plan (schemas/plan.schema.json): as people left it, or as it was read."""
    site.entry(plan_id)
    made = site.archive.corrected(plan_id).plan if corrected else site.archive.plan(plan_id)
    return Response(json.to_json(made), media_type="application/json")


@router.get("/plans/{plan_id}/facts/{fact}", tags=["review"])
def fact(site: Here, plan_id: PlanId, fact: FactId) -> wire.Fact:
    """A value with what can be corrected of it."""
    site.entry(plan_id)
    return saying.fact(site, plan_id, fact)


@router.get("/plans/{plan_id}/corrections", tags=["review"])
def corrections(site: Here, plan_id: PlanId) -> list[wire.Told]:
    """Everything that was said about a plan, the oldest first."""
    site.entry(plan_id)
    return [wire.told(one) for one in site.archive.corrections(plan_id)]


@router.post("/plans/{plan_id}/corrections", tags=["review"], status_code=201, responses={409: {"model": wire.Problem}})
def say(request: Request, site: Here, plan_id: PlanId, told: wire.Say) -> list[wire.Told]:
    """Confirms, corrects, rejects or adds a value; nothing is overwritten."""
    site.entry(plan_id)
    return [wire.told(one) for one in saying.say(site, plan_id, told, _name(request))]


@router.post("/corrections/{correction_id}/undo", tags=["review"])
def undo(request: Request, site: Here, correction_id: Annotated[int, InPath(ge=1, le=2**31 - 1)]) -> wire.Told:
    """Takes a correction back; it stays listed."""
    made: Correction = site.archive.undo(correction_id, by=_name(request))
    return wire.told(made)


@router.put("/plans/{plan_id}/review", tags=["review"])
def review(site: Here, plan_id: PlanId, told: wire.Review) -> wire.Review:
    """Notes how far the review of a plan is."""
    site.entry(plan_id)
    site.archive.set_review(plan_id, told.review)
    return told


@router.post("/uploads", tags=["uploads"], status_code=202, responses={415: {"model": wire.Problem}})
def upload(site: Here, files: Annotated[list[UploadFile], File(description="Văn bản / documents")]) -> wire.Uploads:
    """Takes files in, to be read one after another."""
    if len(files) > site.settings.most_files:
        raise Refused(413, "too_large", f"Tối đa / at most {site.settings.most_files} tệp / files", "kehoach ingest")
    sent = [site.intake.put(file.filename, file.file.read()) for file in files]
    if sent and all(one.state == "failed" for one in sent):
        raise Refused(415, BadInput.code, "\n".join(one.message for one in sent), sent[0].advice)
    return wire.Uploads(uploads=[wire.upload(one) for one in sent])


@router.get("/uploads", tags=["uploads"])
def uploads(site: Here) -> wire.Uploads:
    """What became of the files that were sent since the start."""
    return wire.Uploads(uploads=[wire.upload(one) for one in site.intake.all()])


def _name(request: Request) -> str:
    """Who says it.

    Raises:
        UsageError: nobody is named.
    """
    here: sessions.Session = request.state.session
    told = sessions.cleaned(request.headers.get("x-kehoach-name", "")) or here.name
    if not told:
        raise UsageError(
            "Chưa có tên người rà soát / no reviewer is named", "Ghi tên ở góc trên / give your name in the top bar"
        )
    return told
