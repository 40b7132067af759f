"""A plan in the forms that people take along; as people left it, with who vouches for which value."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import FileResponse, Response

from kehoach import auditing, reading
from kehoach.corpus import PlanEntry
from kehoach.errors import FileAccess, UsageError
from kehoach.export import audit_html, audit_report, json
from kehoach.export.audit_report import AuditedPlan, AuditReport, RuleCard
from kehoach.export.excel import Workbook
from kehoach.reading.settings import Settings as Reading
from kehoach.rules.load import load
from kehoach.transcribe import searchable_pdf as as_searchable
from kehoach.transcribe import transcribe
from kehoach.web import wire
from kehoach.web.plan_view import plan_view
from kehoach.web.site import Here, PlanId
from kehoach.web.uploads import name_of

router = APIRouter(tags=["downloads"], responses=wire.ERRORS)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


@router.get("/plans/{plan_id}/record.json")
def record(site: Here, plan_id: PlanId) -> Response:
    """The record as people left it; the rule "person.confirmed" (corrected, added) marks what a person vouches for."""
    entry = site.entry(plan_id)
    return _sent(json.to_json(site.archive.corrected(plan_id).plan) + "\n", "application/json", entry, ".json")


@router.get("/plans/{plan_id}/reference.json")
def reference(site: Here, plan_id: PlanId) -> Response:
    """The plan as a reference record for ``kehoach evaluate``."""
    entry = site.entry(plan_id)
    made = json.to_reference(site.archive.corrected(plan_id).plan)
    return _sent(json.dumps(made) + "\n", "application/json", entry, ".gold.json")


@router.get("/plans/{plan_id}/plan.xlsx")
def workbook(site: Here, plan_id: PlanId) -> Response:
    """The record as an Excel workbook."""
    entry = site.entry(plan_id)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "plan.xlsx"
        book = Workbook(place)
        book.add(site.archive.corrected(plan_id).plan)
        book.close()
        data = place.read_bytes()
    return _sent(data, XLSX, entry, ".xlsx")


@router.get("/plans/{plan_id}/audit.html")
def audit(site: Here, plan_id: PlanId) -> Response:
    """The audit report of the plan as people left it."""
    shown = plan_view(site, plan_id)
    plan = shown.corrected.plan
    made = AuditedPlan(Path(shown.entry.file).name, plan, shown.law, shown.plan.checks, shown.plan.findings)
    return _sent(audit_html.to_html(report([made])), "text/html; charset=utf-8", shown.entry, ".html")


@router.get("/plans/{plan_id}/searchable.pdf")
def searchable_pdf(site: Here, plan_id: PlanId) -> Response:
    """The pages with their text laid under them."""
    entry = site.entry(plan_id)
    original = site.archive.original(plan_id)
    if original.path is None:
        raise FileAccess("Không còn tệp gốc / the original is gone", "kehoach ingest --keep")
    if entry.form == "text":
        raise UsageError("Chỉ PDF và ảnh mới có trang / only PDF and images have pages")
    data = site.copying.submit(searched, str(original.path), site.settings.reading, site.settings.rules).result()
    return _sent(data, PDF, entry, ".pdf")


@router.get("/plans/{plan_id}/original", response_class=FileResponse)
def original(site: Here, plan_id: PlanId) -> Response:
    """The file that the plan was read from, never shown, always saved."""
    entry = site.entry(plan_id)
    found = site.archive.original(plan_id)
    if found.path is None:
        raise FileAccess("Không còn tệp gốc / the original is gone", "kehoach ingest --keep")
    name = name_of(Path(entry.file).name)
    return FileResponse(found.path, media_type="application/octet-stream", filename=name)


def searched(path: str, settings: Reading, rules: Path | None) -> bytes:
    """The searchable copy of a file; runs in a process of its own."""
    return as_searchable(transcribe(reading.source(path), rules=load(rules), reader=reading.reader(settings)))


def report(made: list[AuditedPlan]) -> audit_report.AuditReport:
    """Audited plans with the catalogue that they were judged by."""
    book = auditing.catalogue()
    cards = tuple(
        RuleCard(r.code, r.name, r.family, r.severity, r.title, r.hint, r.unverified) for r in book.rules if not r.off
    )
    return AuditReport(book.version, book.day, cards, tuple(made))


def _sent(data: str | bytes, kind: str, entry: PlanEntry, suffix: str) -> Response:
    """A file to be saved, named after the plan's number."""
    name = name_of((entry.number or Path(entry.file).stem).replace("/", "-") + suffix)
    return Response(data, media_type=kind, headers={"content-disposition": disposition(name)})


def disposition(name: str) -> str:
    """The header by which a file is saved under a name, with all its letters."""
    plain = name.encode("ascii", "ignore").decode().replace('"', "") or "file"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
