"""An audit of several plans as plain data, and as JSON. The other forms of the report are made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.export import json
from kehoach.model.plan import Check, Finding, Item, Message, Plan, Section, Severity, Verdict
from kehoach.model.text import Evidence, page_of

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY_WORDS: Mapping[str, tuple[str, str]] = {
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "info": ("Lưu ý", "Note"),
}
VERDICT_WORDS: Mapping[str, tuple[str, str]] = {
    "pass": ("Đạt", "Pass"),
    "fail": ("Không đạt", "Fail"),
    "doubt": ("Chưa chắc", "In doubt"),
    "not_applicable": ("Không áp dụng", "Not applicable"),
}
MANNER_WORDS: Mapping[str, tuple[str, str]] = {
    "section": ("có mục riêng", "a section of its own"),
    "expressed": ("nêu ở mục khác", "expressed elsewhere"),
    "implied": ("chỉ nhắc đến", "only named"),
    "empty": ("mục trống", "an empty section"),
    "missing": ("thiếu", "missing"),
}
FAMILY_WORDS: Mapping[str, tuple[str, str]] = {
    "form": ("Thể thức", "Form"),
    "elements": ("Yếu tố bắt buộc", "Required elements"),
    "self": ("Nhất quán trong văn bản", "Agreement with itself"),
    "law": ("Phù hợp pháp luật", "Agreement with the law"),
}
_LONGEST = 300
"""Characters of a place that are shown: a clause may be as long as a page."""
_AROUND = 60


@dataclass(frozen=True)
class RuleCard:
    """What a report says of a rule."""

    code: str
    name: str
    family: str
    severity: Severity
    title: Message
    hint: Message
    unverified: str | None = None


@dataclass(frozen=True)
class ElementLine:
    """How a plan has one required element, in words; ``place`` is the path and ``page`` the page of the ``passage``."""

    rule: RuleCard
    verdict: Verdict
    manner: tuple[str, str]
    place: str
    page: int | None
    passage: str


@dataclass(frozen=True)
class Waived:
    finding: Finding
    reason: str
    until: str


@dataclass(frozen=True)
class AuditedPlan:
    """One plan: its checks, the findings that count, those that were waived or known before. ``crops`` are pictures of
    the places (data URIs) by the index of the finding."""

    file: str
    plan: Plan
    law: str
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    known: int = 0
    crops: Mapping[int, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.plan.document.number or self.file

    @property
    def note(self) -> str:
        """What a reader of the report should know first: that the file may be no plan at all."""
        return "" if self.plan.document.type else "Không nhận ra tên loại văn bản: có thể không phải kế hoạch"

    def count(self) -> Counter[str]:
        return Counter(finding.severity for finding in self.findings)

    def verdict(self, code: str) -> Verdict | None:
        return next((check.verdict for check in self.checks if check.code == code), None)


@dataclass(frozen=True)
class AuditReport:
    """``version`` and ``day`` are those of the catalogue."""

    version: str
    day: str
    rules: tuple[RuleCard, ...]
    plans: tuple[AuditedPlan, ...]

    def rule(self, code: str) -> RuleCard:
        return next(rule for rule in self.rules if rule.code == code)

    def count(self) -> Counter[str]:
        return sum((plan.count() for plan in self.plans), Counter())


def elements(report: AuditReport, audited: AuditedPlan) -> tuple[ElementLine, ...]:
    """A line for each required element that was asked of this plan."""
    made = []
    for check in audited.checks:
        rule = report.rule(check.code)
        if rule.family != "elements" or check.verdict == "not_applicable":
            continue
        manner = VERDICT_WORDS["doubt"] if check.verdict == "doubt" or not check.manner else MANNER_WORDS[check.manner]
        place, words = stands_in(audited.plan, check.evidence), passage(audited.plan, check.evidence)
        made.append(ElementLine(rule, check.verdict, manner, place, page_of(check.evidence), words))
    return tuple(made)


def to_json(report: AuditReport) -> str:
    """``{"catalogue": {version, day}, "plans": [{file, document, law, checks, findings, waived, known}]}``."""
    return json.dumps(
        {
            "catalogue": {"version": report.version, "day": report.day},
            "plans": [_entry(audited) for audited in report.plans],
        }
    )


def _entry(audited: AuditedPlan) -> dict[str, Any]:
    record = json.to_dict(replace(audited.plan, checks=audited.checks, findings=audited.findings))
    waived = json.to_dict(replace(audited.plan, findings=tuple(w.finding for w in audited.waived)))["findings"]
    reasons = [{"reason": w.reason, "until": w.until} for w in audited.waived]
    return {
        "file": audited.file,
        "document": record["document"],
        "law": audited.law,
        "checks": record["checks"],
        "findings": record["findings"],
        "waived": [finding | reason for finding, reason in zip(waived, reasons, strict=True)],
        "known": audited.known,
    }


def passage(plan: Plan, evidence: tuple[Evidence, ...]) -> str:
    """The words at the first place of the evidence, with some of those around it."""
    place = next((e for e in evidence if e.start is not None and e.end is not None), None)
    if place is None or place.start is None or place.end is None or not plan.text:
        return ""
    near = (e.end for e in evidence if e.end is not None and 0 <= e.end - place.start < _LONGEST)
    last = max((min(place.end, place.start + _LONGEST), *near))
    begin = plan.text.rfind("\n", 0, place.start) + 1
    after = plan.text.find("\n", last)
    stop = len(plan.text) if after < 0 else after
    low, high = begin, stop
    if place.start - begin > _AROUND:
        low = plan.text.find(" ", place.start - _AROUND, place.start) + 1 or place.start
    if stop - last > _AROUND:
        high = max(last, plan.text.rfind(" ", last, last + _AROUND))
    words = " ".join(plan.text[low:high].split())
    return ("… " if low > begin else "") + words + (" …" if high < stop else "")


def where(finding: Finding) -> str:
    """Page and path of a finding, for people."""
    page = page_of(finding.evidence)
    return ", ".join(part for part in (f"tr. {page}" if page else "", finding.path or "") if part)


def stands_in(plan: Plan, evidence: tuple[Evidence, ...]) -> str:
    """Path of the innermost section or item that holds the first place of the evidence; "" where none does. A section
    whose heading is the evidence is named itself."""
    at = next((e.start for e in evidence if e.start is not None), None)
    if at is None:
        return ""
    parts: tuple[Section | Item, ...] = (*plan.sections, *plan.items)
    holding = [
        part.path
        for part in parts
        if (spans := [(e.start, e.end) for e in part.evidence if e.start is not None and e.end is not None])
        and spans[0][0] <= at < max(end for _, end in spans)
    ]
    return max(holding, key=lambda path: path.count("."), default="")
