"""Confidence that means what it says: a rule's own figure is replaced by how often it was right on specimens.

What the rule and the recognition say of a single fact is kept as its ratio to what the rule says of most: a fact half as
sure as the rule's others stays half as sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kehoach.model.document_info import DocumentInfo, HeaderEvidence
from kehoach.model.plan import Fact, Plan
from kehoach.rules.reliability import Shares

F = TypeVar("F", bound=Fact)
MOST = 0.99
"""Nothing that is read is certain."""


def fitted(plan: Plan, shares: Shares) -> Plan:
    """The plan with the confidence of every fact and header value as counted; without ``shares`` as it was."""
    if not shares:
        return plan
    return replace(
        plan,
        document=_document(plan.document, shares),
        sections=_facts("sections", plan.sections, shares),
        items=_facts("items", plan.items, shares),
        themes=_facts("themes", plan.themes, shares),
        movements=_facts("movements", plan.movements, shares),
        criteria=_facts("criteria", plan.criteria, shares),
        targets=_facts("targets", plan.targets, shares),
        deadlines=_facts("deadlines", plan.deadlines, shares),
        tasks=_facts("tasks", plan.tasks, shares),
        citations=_facts("citations", plan.citations, shares),
        observances=_facts("observances", plan.observances, shares),
        rewards=_facts("rewards", plan.rewards, shares),
    )


def _facts(name: str, facts: Iterable[F], shares: Shares) -> tuple[F, ...]:
    return tuple(_with(f, _counted(f.confidence, name, f.rule, shares)) for f in facts)


def _with(fact: F, confidence: float) -> F:
    return fact if confidence == fact.confidence else fact.having(confidence=confidence)


def _document(info: DocumentInfo, shares: Shares) -> DocumentInfo:
    """Values of the header are counted by the key of their evidence."""
    made = {
        key: replace(found, confidence=_counted(found.confidence, "document", key, shares))
        if isinstance(found, HeaderEvidence)
        else found
        for key, found in info.evidence.items()
    }
    return replace(info, evidence=made)


def _counted(confidence: float, name: str, rule: str, shares: Shares) -> float:
    """A rule that specimens do not use keeps its own figure, unless its whole list is right less often."""
    if share := shares.get((name, rule)):
        return round(min(MOST, confidence / share.sure * share.right), 3)
    whole = shares.get((name, "*"))
    return round(min(confidence, whole.right if whole else MOST, MOST), 3)
