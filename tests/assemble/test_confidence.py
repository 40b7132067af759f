"""Confidence as counted: what a rule got right on specimens, scaled by how sure it is of the single fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.assemble.confidence import MOST, fitted
from kehoach.model.document_info import DocumentInfo, HeaderEvidence, SourceInfo
from kehoach.model.plan import Plan, Run, Task, Theme
from kehoach.rules.load import load
from kehoach.rules.reliability import Share

SHARES = {
    ("tasks", "task.subject"): Share(1.0, 0.8, 100), ("tasks", "*"): Share(1.0, 0.9, 200),
    ("document", "number"): Share(1.0, 0.999, 100),
}  # fmt: skip
EMPTY = Plan(SourceInfo("", "", ""), "", DocumentInfo(), Run(""))


@pytest.mark.parametrize(
    ("rule", "confidence", "expected"),
    [
        ("task.subject", 1.0, 0.8),
        ("task.subject", 0.5, 0.4),  # half as sure as the rule's others
        ("task.other", 1.0, 0.9),  # not counted: its list's share at most
        ("task.other", 0.7, 0.7),
    ],
)
def test_a_fact(rule: str, confidence: float, expected: float) -> None:
    plan = replace(EMPTY, tasks=(Task(path=None, text="việc", rule=rule, confidence=confidence),))
    assert fitted(plan, SHARES).tasks[0].confidence == pytest.approx(expected)
    assert fitted(plan, {}) is plan


def test_nothing_is_certain_and_the_header_is_counted_by_key() -> None:
    head = DocumentInfo(evidence={"number": HeaderEvidence((), 1.0, "header.number")})
    plan = replace(EMPTY, document=head, themes=(Theme(text="Đoàn kết", rule="theme.new"),))
    made = fitted(plan, SHARES)
    assert made.themes[0].confidence == MOST
    number = made.document.evidence["number"]
    assert isinstance(number, HeaderEvidence) and number.confidence == MOST


def test_the_table_of_the_program() -> None:
    shares = load().shares
    assert {name for name, rule in shares if rule == "*"} >= {"document", "sections", "items", "deadlines", "tasks"}
    assert all(0 < share.sure <= 1 and 0 <= share.right <= 1 and share.count > 0 for share in shares.values())
