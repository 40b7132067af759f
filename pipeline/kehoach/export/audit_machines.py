"""The audit for other programs: SARIF 2.1.0 for code hosts, JUnit XML for build servers."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from kehoach.export import json
from kehoach.export.audit_report import AuditedPlan, AuditReport, passage, where
from kehoach.model.plan import Finding
from kehoach.model.text import page_of

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_sarif(report: AuditReport) -> str:
    """One run, one result a finding; a place in a plan is a page with offsets into the record's text."""
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": f"{rule.title.vi} / {rule.title.en}"},
            "help": {"text": f"{rule.hint.vi} / {rule.hint.en}"},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {"tags": [rule.family]},
        }
        for rule in report.rules
    ]
    index = {rule.code: n for n, rule in enumerate(report.rules)}
    results = [
        _result(audited, finding, index[finding.code]) for audited in report.plans for finding in audited.findings
    ]
    results += [
        _result(audited, waived.finding, index[waived.finding.code])
        | {"suppressions": [{"kind": "external", "justification": waived.reason}]}
        for audited in report.plans
        for waived in audited.waived
    ]
    driver = {
        "name": "kehoach",
        "version": version("kehoach"),
        "semanticVersion": version("kehoach"),
        "properties": {"catalogue": report.version, "day": report.day},
        "rules": rules,
    }
    return json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        }
    )


def _result(audited: AuditedPlan, finding: Finding, rule: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(audited.file).as_posix())}}
    spans = [(e.start, e.end) for e in finding.evidence if e.start is not None and e.end is not None]
    if spans:
        start = spans[0][0]
        physical["region"] = {
            "charOffset": start,
            "charLength": max(1, spans[0][1] - start),
            "startLine": audited.plan.text.count("\n", 0, start) + 1,
            "snippet": {"text": passage(audited.plan, finding.evidence)},
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "section"}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message.vi} / {finding.message.en}"},
        "locations": [location],
        "properties": {"page": page_of(finding.evidence), "legal_basis": finding.legal_basis, "name": finding.name},
    }


def to_junit(report: AuditReport) -> str:
    """A suite a plan, a case a rule that applied; findings are failures, doubt and notes are told as output."""
    root = ElementTree.Element("testsuites", name="kehoach audit")
    for audited in report.plans:
        cases = [check for check in audited.checks if check.verdict != "not_applicable"]
        suite = ElementTree.SubElement(root, "testsuite", name=_xml(audited.file), tests=str(len(cases)))
        failures = 0
        for check in cases:
            rule = report.rule(check.code)
            case = ElementTree.SubElement(
                suite, "testcase", classname=f"kehoach.{rule.family}", name=_xml(f"{check.code} {rule.title.vi}")
            )
            grave = [f for f in audited.findings if f.code == check.code and f.severity != "info"]
            mild = [f for f in audited.findings if f.code == check.code and f.severity == "info"]
            failures += bool(grave)
            if grave:
                failure = ElementTree.SubElement(
                    case, "failure", type=grave[0].severity, message=_xml(grave[0].message.vi)
                )
                failure.text = _xml("\n".join(f"{where(f)}: {f.message.vi}" for f in grave))
            if mild:
                note = ElementTree.SubElement(case, "system-out")
                note.text = _xml("\n".join(f"{where(f)}: {f.message.vi}" for f in mild))
        suite.set("failures", str(failures))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
