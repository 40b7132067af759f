"""Documents and records in, audited plans out: what ``kehoach audit`` works on."""

from __future__ import annotations

import base64
import io
import json as standard_json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kehoach import auditing, batch, reading
from kehoach.auditing.waivers import Mark, Waiver, mark, plan_name, waiver_for
from kehoach.batch import Outcome, Request
from kehoach.cli.inputs import documents, expand, named
from kehoach.errors import KehoachError, NothingToDo, VersionMismatch
from kehoach.export import json
from kehoach.export.audit_report import AuditedPlan, AuditReport, RuleCard, Waived
from kehoach.model.document import Source
from kehoach.model.geometry import Box, around
from kehoach.model.plan import Finding, Plan
from kehoach.rules.load import Rules

_RECORDS = (".json", ".jsonl")
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


def as_line(plan: Plan, source: Source) -> Mapping[str, str]:
    """What comes back from the process that read a document."""
    return {"line": json.to_json(plan, indent=None)}


def plans(arguments: Sequence[str], request: Request, told: Callable[[Outcome], None]) -> Iterator[tuple[str, Plan]]:
    """(file, plan) of every document and record that the arguments name; ``told`` hears of every document read.

    A folder that holds no documents is searched for records.

    Raises:
        NothingToDo: there is neither.
        UsageError: an argument is empty.
        VersionMismatch: a record that is named is none.
    """
    for argument in named(arguments):
        path = Path(argument)
        if path.suffix.lower() in _RECORDS and path.is_file():
            yield from records(path)
        elif path.is_dir() and next(documents(path), None) is None:
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in _RECORDS and _is_record(p))
            if not found:
                raise NothingToDo(f"Không có văn bản hay bản ghi trong / no document or record in: {argument}")
            for file in found:
                yield from records(file)
        else:
            yield from _read(expand([argument]).paths, request, told)


def _read(paths: Sequence[str], request: Request, told: Callable[[Outcome], None]) -> Iterator[tuple[str, Plan]]:
    made = [batch.process(paths[0], request)] if len(paths) == 1 else batch.process_all(paths, request)
    for outcome in made:
        told(outcome)
        for result in outcome.results:
            yield outcome.path, json.from_json(result["line"])


def records(path: Path) -> Iterator[tuple[str, Plan]]:
    """The plans of a record file: one JSON object, or one a line.

    Raises:
        VersionMismatch: it holds no records.
    """
    text = path.read_text(encoding="utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()] if path.suffix.lower() == ".jsonl" else [text]
    for line in lines:
        try:
            yield str(path), json.from_json(line)
        except VersionMismatch as error:
            raise VersionMismatch(f"{path}: {error.message}", error.advice) from error


def _is_record(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8-sig") as file:
            content = standard_json.loads(file.readline() if path.suffix.lower() == ".jsonl" else file.read())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and {"document", "schema_version", "source"} <= set(content)


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
    if file is None or file.endswith(_RECORDS):
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
