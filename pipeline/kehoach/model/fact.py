"""Facts as written: what extraction found, before dates, references and short names are resolved.

Kinds that need no resolution (themes, movements, targets, observances, rewards) leave extraction as record types;
for the others a mention keeps, beside the record type filled as far as the words go, what assembly must resolve.
All spans are offsets into the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.document import Span
from kehoach.model.header import Header
from kehoach.model.plan import Citation, Criterion, Deadline, Movement, Observance, Reward, Role, Target, Task, Theme
from kehoach.model.time import When


@dataclass(frozen=True, slots=True)
class InternalReference:
    """A pointer to another place of the same plan ("khoản 4, Mục I"): labels from the outermost level inwards."""

    span: Span
    labels: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class CriterionMention:
    """``criterion.refers_to`` is still None where ``reference`` is given."""

    criterion: Criterion
    span: Span
    reference: InternalReference | None = None


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """``deadline.start`` and ``end`` are still None; ``when`` says what they depend on; ``tabled`` that it stands in a
    table of work, where every time is a term."""

    deadline: Deadline
    span: Span
    when: When
    tabled: bool = False


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit as printed, with the role its words give it."""

    printed: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class TaskMention:
    """``task.units`` and ``task.due`` are still empty; ``when`` is the time the task's own words or its table row,
    column or group heading give it."""

    task: Task
    span: Span
    units: tuple[UnitMention, ...] = ()
    when: When | None = None


@dataclass(frozen=True, slots=True)
class CitationMention:
    """One mention of a document; ``short`` where only type and bare number stand ("Chỉ thị 35")."""

    citation: Citation
    span: Span
    short: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A local short name: "(sau đây gọi tắt là ...)", "Sở Nội vụ (SNV)"."""

    short: str
    full: str
    span: Span
    kind: Literal["defined", "bracket"] = "defined"


@dataclass(frozen=True)
class Facts:
    """Everything extraction found in one document."""

    header: Header
    themes: tuple[Theme, ...] = ()
    movements: tuple[Movement, ...] = ()
    criteria: tuple[CriterionMention, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[DeadlineMention, ...] = ()
    tasks: tuple[TaskMention, ...] = ()
    citations: tuple[CitationMention, ...] = ()
    observances: tuple[Observance, ...] = ()
    rewards: tuple[Reward, ...] = ()
    references: tuple[InternalReference, ...] = ()
    definitions: tuple[Definition, ...] = ()
