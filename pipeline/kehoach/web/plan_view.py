"""A plan as its page shows it: the machine's record, what people said laid over it, and what they threw out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from kehoach import auditing
from kehoach.auditing import Rule
from kehoach.corpus import Corrected, Correction, PlanEntry
from kehoach.export.captions import KINDS
from kehoach.export.html_entries import Entry, View, view
from kehoach.model.plan import Check, Fact, Plan
from kehoach.rules.load import load
from kehoach.web.site import Site

HEADER_FIELDS = (
    "number", "issuer", "issuer_level", "issued_on", "place", "province", "plan_kind", "title", "period.label",
    "period.start", "period.end", "signer.authority", "signer.position", "signer.name", "copy_state",
)  # fmt: skip
"""The header values that stand alone, in the order of the page."""
FACT_KINDS = tuple(kind for kind in KINDS if kind not in ("header", "findings", "issues"))
_TREE = 3
"""Levels of the outline that are shown."""


@dataclass(frozen=True)
class CheckedRule:
    check: Check
    rule: Rule


@dataclass(frozen=True)
class PlanView:
    """Everything that the page of a plan needs.

    ``plan`` holds also the facts that were rejected; ``states`` tells what people said of each fact ("document.FIELD"
    for the header), ``last`` the id of the newest correction of it, ``by`` who made it and when.
    """

    entry: PlanEntry
    plan: Plan
    corrected: Corrected
    shown: View
    said: tuple[Correction, ...]
    states: Mapping[str, str]
    by: Mapping[str, Correction]
    conflicts: Mapping[str, Correction]
    checks: tuple[tuple[str, tuple[CheckedRule, ...]], ...]
    law: str

    def fact(self, entry: Entry) -> str:
        """The id under which an entry is corrected; "" where it cannot be."""
        return fact_of(entry)

    def state(self, entry: Entry) -> str:
        """confirmed, corrected, rejected, added, conflict; "" where nobody said anything."""
        identity = fact_of(entry)
        return "conflict" if identity in self.conflicts else self.states.get(identity, "")

    def header(self, name: str) -> Entry | None:
        """The entry of a header value; None where the machine found none."""
        return next(iter(self.shown.header.get(name, ())), None)

    def value(self, name: str) -> object:
        """A value of the header: "signer.name"."""
        found: object = self.plan.document
        for part in name.split("."):
            found = getattr(found, part, None)
        return found

    @property
    def rechecked(self) -> bool:
        """Whether the audit was made anew, because people changed something."""
        return changed(self.corrected)

    @property
    def tree(self) -> tuple[Entry, ...]:
        """The sections of the upper levels."""
        sections = self.shown.entries["sections"]
        return tuple(e for e in sections if getattr(e.fact, "path", "").count(".") < _TREE)


def plan_view(site: Site, plan_id: int) -> PlanView:
    """The view of a plan.

    Raises:
        NoSuchPlan: there is none.
    """
    entry = site.entry(plan_id)
    machine = site.archive.plan(plan_id)
    said = site.archive.corrections(plan_id)
    corrected = site.archive.corrected(plan_id) if said else Corrected(machine)
    plan = with_rejected(machine, corrected)
    if changed(corrected):
        checks, findings = auditing.audit(corrected.plan, load(site.settings.rules))
        plan = replace(plan, checks=checks, findings=findings)
    by = {one.fact_id: one for one in said if one.undone_at is None}
    return PlanView(
        entry=entry,
        plan=plan,
        corrected=corrected,
        shown=view(plan),
        said=said,
        states=corrected.marks,
        by=by,
        conflicts={one.fact_id: one for one in corrected.conflicts},
        checks=families(plan.checks),
        law=auditing.law_used(plan),
    )


def changed(corrected: Corrected) -> bool:
    """Whether people changed more than they confirmed."""
    return bool(set(corrected.marks.values()) - {"confirmed"})


def with_rejected(machine: Plan, corrected: Corrected) -> Plan:
    """The corrected plan with the rejected facts back in their places."""
    if "rejected" not in corrected.marks.values():
        return corrected.plan
    changed: dict[str, Any] = {}
    for kind in FACT_KINDS:
        kept = {fact.id: fact for fact in getattr(corrected.plan, kind)}
        facts: list[Fact] = []
        for fact in getattr(machine, kind):
            if fact.id in kept:
                facts.append(kept.pop(fact.id))
            elif corrected.marks.get(fact.id) == "rejected":
                facts.append(fact)
        changed[kind] = (*facts, *kept.values())
    return replace(corrected.plan, **changed)


def fact_of(entry: Entry) -> str:
    """The id under which an entry is corrected; "" where it cannot be."""
    if entry.kind == "header":
        return f"document.{entry.label}" if entry.fact is None else ""
    return entry.fact.id if isinstance(entry.fact, Fact) else ""


def families(checks: Iterable[Check]) -> tuple[tuple[str, tuple[CheckedRule, ...]], ...]:
    """The checks by family of their rules, in the order of the catalogue."""
    book = {rule.code: rule for rule in auditing.catalogue().rules}
    known = [CheckedRule(check, book[check.code]) for check in checks if check.code in book]
    return tuple((family, tuple(found)) for family, found in groupby(known, key=lambda one: one.rule.family))
