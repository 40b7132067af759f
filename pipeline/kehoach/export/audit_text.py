"""The audit as a checklist for the terminal, and as Markdown."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kehoach.export.audit_report import (
    FAMILY_WORDS,
    SEVERITIES,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    AuditedPlan,
    AuditReport,
    elements,
    passage,
    where,
)
from kehoach.model.plan import Check

if TYPE_CHECKING:
    from rich.console import Console

_MARKS = {"pass": "✓", "fail": "✗", "doubt": "?", "not_applicable": "·"}
_COLOURS = {"pass": "green", "fail": "red", "doubt": "yellow", "not_applicable": "bright_black"}
_LONG = 70
"""Characters of a passage in the checklist."""
_GRAVITY = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def to_text(report: AuditReport, *, colour: bool = False, width: int = 100, every: bool = False) -> str:
    """The checklist: what failed or is in doubt with its passage; ``every`` shows all rules that applied too."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, force_terminal=colour, width=width, highlight=False, soft_wrap=not colour)
    for audited in report.plans:
        _plan(console, report, audited, every)
    total = report.count()
    counted = ", ".join(f"{total[s]} {SEVERITY_WORDS[s][0].lower()}" for s in SEVERITIES)
    console.print(f"{len(report.plans)} văn bản / plans: {counted}", markup=False)
    console.print(f"Danh mục quy tắc / catalogue {report.version} ({report.day})", style="bright_black", markup=False)
    return out.getvalue()


def _plan(console: Console, report: AuditReport, audited: AuditedPlan, every: bool) -> None:
    from rich.text import Text

    document = audited.plan.document
    console.print(Text(f"{audited.title}  {document.title or ''}", style="bold"))
    console.print(
        Text(f"  {document.issuer or '?'} · {document.issued_on or '?'} · {audited.law}", style="bright_black")
    )
    if audited.note:
        console.print(Text(f"  {audited.note}", style="yellow"))
    for severity in SEVERITIES:
        for finding in (f for f in audited.findings if f.severity == severity):
            line = Text("  ")
            line.append(f"{SEVERITY_WORDS[severity][0]:9}", style=_GRAVITY[severity])
            line.append(f"{finding.code} ", style="bold").append(finding.message.vi)
            console.print(line)
            place, words = where(finding), passage(audited.plan, finding.evidence)
            if place or words:
                console.print(
                    Text(f"            {place}{': ' if place and words else ''}{words}", style="bright_black")
                )
            if finding.legal_basis:
                console.print(Text(f"            {finding.legal_basis}", style="bright_black"))
            if severity != "info":
                console.print(Text(f"            → {report.rule(finding.code).hint.vi}", style="bright_black"))
    for family, checks in _families(report, audited):
        made = list(checks)
        shown = [c for c in made if c.verdict != "not_applicable"]
        if not shown:
            continue
        passed = sum(c.verdict == "pass" for c in shown)
        console.print(Text(f"  {FAMILY_WORDS[family][0]}: {passed}/{len(shown)} {VERDICT_WORDS['pass'][0].lower()}"))
        if family == "elements":
            _elements(console, report, audited)
            continue
        for check in shown if every else ():
            line = Text("    ").append(_MARKS[check.verdict], style=_COLOURS[check.verdict])
            console.print(line.append(f" {check.code} {report.rule(check.code).title.vi}"))
    for waived in audited.waived:
        words = f"  Bỏ qua / waived {waived.finding.code}: {waived.reason} (đến / until {waived.until})"
        console.print(Text(words, style="bright_black"))
    console.print()


def _elements(console: Console, report: AuditReport, audited: AuditedPlan) -> None:
    """A line an element: how the plan has it, and where."""
    from rich.text import Text

    for made in elements(report, audited):
        line = Text("    ").append(_MARKS[made.verdict], style=_COLOURS[made.verdict])
        where_it_stands = ", ".join(
            part
            for part in (f"tr. {made.page}" if made.page else "", f"mục {made.place}" if made.place else "")
            if part
        )
        line.append(f" {made.rule.code} {made.rule.title.vi}: {made.manner[0]}")
        line.append(f" ({where_it_stands})" if where_it_stands else "")
        words = (
            made.passage if len(made.passage) < _LONG else made.passage[:_LONG].rsplit(" ", 1)[0].rstrip(" …") + " …"
        )
        console.print(line.append(f"  {words}", style="bright_black") if words else line)


def _families(report: AuditReport, audited: AuditedPlan) -> Iterator[tuple[str, Iterator[Check]]]:
    return groupby(audited.checks, key=lambda check: report.rule(check.code).family)


def to_markdown(report: AuditReport) -> str:
    """The report as Markdown: a heading a plan, a table of findings, the checklist folded under it."""
    lines = ["# Kết quả kiểm tra", "", f"Danh mục quy tắc {report.version} ({report.day})", ""]
    for audited in report.plans:
        document = audited.plan.document
        lines += [f"## {_cell(audited.title)} {_cell(document.title or '')}", ""]
        lines += [f"{_cell(document.issuer or '?')} · {document.issued_on or '?'} · {_cell(audited.law)}", ""]
        lines += [audited.note, ""] if audited.note else []
        if audited.findings:
            lines += ["| Mức | Mã | Vị trí | Phát hiện | Căn cứ | Cách sửa |", "|---|---|---|---|---|---|"]
        for finding in sorted(audited.findings, key=lambda f: SEVERITIES.index(f.severity)):
            cells = (
                SEVERITY_WORDS[finding.severity][0], finding.code, where(finding), finding.message.vi,
                finding.legal_basis or "", report.rule(finding.code).hint.vi if finding.severity != "info" else "",
            )  # fmt: skip
            lines.append("| " + " | ".join(map(_cell, cells)) + " |")
        lines += [""] if audited.findings else ["Không có phát hiện.", ""]
        if required := elements(report, audited):
            lines += ["| Yếu tố | Có thế nào | Vị trí | Đoạn văn |", "|---|---|---|---|"]
            lines += [
                f"| {_cell(e.rule.title.vi)} | {e.manner[0]} | {e.place} | {_cell(e.passage)} |" for e in required
            ]
            lines.append("")
        lines += ["<details><summary>Các phép kiểm tra</summary>", ""]
        lines += [
            f"- {_MARKS[check.verdict]} `{check.code}` {_cell(report.rule(check.code).title.vi)}: "
            f"{VERDICT_WORDS[check.verdict][0].lower()}"
            for check in audited.checks
        ]
        lines += ["", "</details>", ""]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
