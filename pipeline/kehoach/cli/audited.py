"""Plans in, audited plans out: what ``kehoach audit`` works on."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kehoach import auditing, reading
from kehoach.auditing.waivers import Mark, Waiver, mark, plan_name, waiver_for
from kehoach.cli.given import RECORDS
from kehoach.errors import KehoachError
from kehoach.export.audit_report import AuditedPlan, AuditReport, RuleCard, Waived
from kehoach.model.document import Source
from kehoach.model.geometry import Box, around
from kehoach.model.plan import Finding, Plan
from kehoach.rules.load import Rules

_DPI = 130
_MARGIN = 12.0
"""Points around a place that its picture shows."""


@dataclass(frozen=True)
class Options:
    """How to audit: the law's day, the rules to run, what is known or waived."""

    rules: Rules
    codes: frozenset[str]
    on: date | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: frozenset[Mark] = frozenset()
    today: date | None = None


def audited(file: str, plan: Plan, options: Options) -> AuditedPlan:
    """The plan with its checks and with the findings that count."""
    checks, findings = auditing.audit(plan, options.rules, on=options.on, codes=options.codes)
    today, name = options.today or date.today(), plan_name(file, plan.document.number)
    open_findings: list[Finding] = []
    waived: list[Waived] = []
    known = 0
    for finding in findings:
        waiver = waiver_for(options.waivers, file, plan.document.number, finding, today)
        if waiver is not None:
            waived.append(Waived(finding, waiver.reason, waiver.until.isoformat()))
        elif mark(name, finding) in options.baseline:
            known += 1
        else:
            open_findings.append(finding)
    law = auditing.law_used(plan, options.on)
    return AuditedPlan(file, plan, law, checks, tuple(open_findings), tuple(waived), known)


def report(made: Sequence[AuditedPlan], codes: frozenset[str]) -> AuditReport:
    """The audited plans with the catalogue that they were judged by."""
    book = auditing.catalogue()
    cards = tuple(
        RuleCard(r.code, r.name, r.family, r.severity, r.title, r.hint, r.unverified)
        for r in book.rules
        if r.code in codes
    )
    return AuditReport(book.version, book.day, cards, tuple(made))


def crops(audited_plan: AuditedPlan) -> dict[int, str]:
    """Pictures of the places of the findings, where the file that the plan was read from is there and has pages."""
    file = next((p for p in (audited_plan.file, audited_plan.plan.source.path) if Path(p).is_file()), None)
    if file is None or file.endswith(RECORDS):
        return {}
    try:
        source = reading.source(file)
        return dict(_pictures(source, audited_plan)) if source.sha256 == audited_plan.plan.source.sha256 else {}
    except KehoachError:
        return {}


def _pictures(source: Source, audited_plan: AuditedPlan) -> Iterator[tuple[int, str]]:
    pages = {page.number: page for page in audited_plan.plan.source.pages}
    places = sorted((at[0], n, at[1]) for n, f in enumerate(audited_plan.findings) if (at := _place(f)))
    shown, image = 0, None
    for number, n, box in places:
        if number != shown:
            page = pages[number]
            image = reading.page_image(source, number, _DPI, rotation=page.rotation, skew=page.skew)
            shown = number
        if image is not None:
            scale = _DPI / 72
            wide = Box(
                0, max(0, box.top - _MARGIN), image.width / scale, min(box.bottom + _MARGIN, image.height / scale)
            )
            part = image.crop(tuple(round(side * scale) for side in wide.as_list()))  # type: ignore[arg-type]
            data = io.BytesIO()
            part.convert("L").save(data, "PNG", optimize=True)
            yield n, "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()


def _place(finding: Finding) -> tuple[int, Box] | None:
    """The first page on which the finding has boxes, and the box around those."""
    page = next((e.page for e in finding.evidence if e.page is not None and e.box is not None), None)
    box = around(e.box for e in finding.evidence if e.page == page and e.box is not None)
    return (page, box) if page is not None and box is not None else None
