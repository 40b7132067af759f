"""The plan record: what one document becomes. The serialized form and its JSON Schema are made from these types.

Field names are the record's keys; a trailing underscore (``from_``) is dropped in JSON. Absent is None or (), never
a guess. Dates are ISO 8601 text, partial where parts are blank ("2024", "2024-05").
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.issue import Issue
from kehoach.model.section import SectionKind
from kehoach.model.text import Evidence

SCHEMA_VERSION = "1.2.0"

CriterionKind = Literal["criterion", "group", "bonus", "penalty", "band"]
Comparator = Literal["=", ">=", "<=", "range", "top"]
DeadlineKind = Literal["deadline", "period", "phase", "milestone", "recurring"]
Qualifier = Literal["before", "by", "from", "after", "approx"]
Role = Literal["lead", "coordinate", "supervise", "advise", "implement"]
Relation = Literal["basis", "implements", "mentions"]
Verdict = Literal["pass", "fail", "doubt", "not_applicable"]
Manner = Literal["section", "expressed", "implied", "empty", "missing"]
Severity = Literal["error", "warning", "info"]


def fact_id(kind: str, path: str | None, raw: str, seen: int = 0) -> str:
    """A stable id from kind, path and raw words; ``seen`` counts equal ones before it in the document."""
    key = "\x1f".join((kind, path or "", " ".join(raw.split()), str(seen)))
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What every fact carries: a stable id, its places, how sure it is, and the rule that found it."""

    id: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    rule: str = ""

    def having(self, **values: Any) -> Self:
        """The same fact with other values of these fields: ``dataclasses.replace`` for the stages that go over all facts."""
        made = object.__new__(type(self))
        vars(made).update(vars(self), **values)
        return made


@dataclass(frozen=True, kw_only=True)
class Section(Fact):
    path: str
    heading: str
    kinds: tuple[SectionKind, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Item(Fact):
    path: str
    start: str
    text: str


@dataclass(frozen=True, slots=True)
class TableInfo:
    path: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Theme(Fact):
    text: str
    path: str | None = None


@dataclass(frozen=True, kw_only=True)
class Movement(Fact):
    name: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Criterion(Fact):
    path: str | None
    text: str
    points: float | None = None
    kind: CriterionKind = "criterion"
    parent: str | None = None
    applies_to: Literal["collective", "individual"] | None = None
    refers_to: str | None = None
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Target(Fact):
    path: str | None
    quote: str
    comparator: Comparator | None = None
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    subject: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    value: float
    unit: str
    working_days: bool = False
    after: str | None = None


@dataclass(frozen=True, kw_only=True)
class Deadline(Fact):
    path: str | None
    quote: str
    kind: DeadlineKind
    start: str | None = None
    end: str | None = None
    qualifier: Qualifier | None = None
    duration: Duration | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    role: Role
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, kw_only=True)
class Task(Fact):
    path: str | None
    text: str
    units: tuple[Unit, ...] = ()
    due: Due | None = None
    product: str | None = None


@dataclass(frozen=True, kw_only=True)
class Citation(Fact):
    number: str | None
    type: str
    issued_on: str | None = None
    issuer: str | None = None
    relation: Relation = "mentions"
    title: str | None = None
    path: str | None = None
    number_printed: str | None = None


@dataclass(frozen=True, kw_only=True)
class Observance(Fact):
    name: str
    ordinal: int | None = None
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reward(Fact):
    form: str
    level: str | None = None
    count: int | None = None
    recipient: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Check:
    """``manner`` tells of a required element how the plan has it: as a section of its own, expressed in words elsewhere,
    only named, an empty section, or not at all."""

    code: str
    name: str
    verdict: Verdict
    law: str | None = None
    evidence: tuple[Evidence, ...] = ()
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    name: str
    severity: Severity
    path: str | None
    message: Message
    legal_basis: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    version: str
    engine: str | None = None
    settings: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


FACT_KINDS = (
    "sections", "items", "themes", "movements", "criteria", "targets", "deadlines", "tasks", "citations", "observances",
    "rewards",
)  # fmt: skip
"""The lists of facts in a record, which have ids and can be marked and corrected."""


@dataclass(frozen=True)
class Plan:
    """One document's record. ``text`` is the cleaned text in reading order, furniture left out."""

    source: SourceInfo
    text: str
    document: DocumentInfo
    run: Run
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    tables: tuple[TableInfo, ...] = ()
    themes: tuple[Theme, ...] = ()
    movements: tuple[Movement, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    citations: tuple[Citation, ...] = ()
    observances: tuple[Observance, ...] = ()
    rewards: tuple[Reward, ...] = ()
    issues: tuple[Issue, ...] = ()
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    schema_version: str = SCHEMA_VERSION
