"""The audit as one HTML page that needs nothing else: checklist, findings with passage, law, hint and picture."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kehoach.export import lone_page
from kehoach.export.audit_report import (
    FAMILY_WORDS,
    SEVERITIES,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    AuditedPlan,
    AuditReport,
    elements,
    passage,
)
from kehoach.model.text import page_of

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(report: AuditReport) -> str:
    """The page. Pictures of the places are those in ``AuditedPlan.crops``."""
    style = (lone_page.TEMPLATES / "audit.css").read_text(encoding="utf-8")
    return _template().render(
        report=report,
        style=style,
        policy=lone_page.policy(style),
        plans=[_shown(report, audited) for audited in report.plans],
        total=report.count(),
        severities=SEVERITIES,
        severity_words=SEVERITY_WORDS,
        verdict_words=VERDICT_WORDS,
    )


def _shown(report: AuditReport, audited: AuditedPlan) -> dict[str, Any]:
    order = sorted(range(len(audited.findings)), key=lambda n: SEVERITIES.index(audited.findings[n].severity))
    findings = [
        {
            "finding": (finding := audited.findings[n]),
            "rule": report.rule(finding.code),
            "page": page_of(finding.evidence),
            "passage": passage(audited.plan, finding.evidence),
            "crop": audited.crops.get(n),
        }
        for n in order
    ]
    families = [
        (FAMILY_WORDS[family], [(check, report.rule(check.code)) for check in checks])
        for family, checks in groupby(audited.checks, key=lambda c: report.rule(c.code).family)
    ]
    required = elements(report, audited)
    return {
        "audited": audited,
        "required": required,
        "findings": findings,
        "families": families,
        "count": audited.count(),
    }


@lru_cache(maxsize=1)
def _template() -> Template:
    return lone_page.environment().get_template("audit.html")
