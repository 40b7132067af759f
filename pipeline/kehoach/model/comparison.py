"""What plans differ in, in the terms of the field: the result of a comparison.

A difference is between two of the compared plans, called a and b. ``a`` and ``b`` are short values ("20", "≥ 90 %",
"lead"), ``words_a`` and ``words_b`` the passages that say so. Nothing here knows how the plans were read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kehoach.model.plan import Plan, Section
from kehoach.model.text import Evidence

Presence = Literal["present", "missing", "blank", "unread", "not_applicable"]
"""Whether a plan has the thing: it has not (``missing``), it leaves a blank for it, its words or pages could not be read
well enough to tell (``unread``), or plans of its kind do not have such things (``not_applicable``)."""

DifferenceKind = Literal[
    "header_changed",
    "section_added", "section_dropped", "section_renamed", "section_moved",
    "item_added", "item_dropped", "item_reworded", "item_moved",
    "theme_added", "theme_dropped", "theme_changed",
    "movement_added", "movement_dropped", "movement_renamed",
    "criterion_added", "criterion_removed", "criterion_reworded", "criterion_kind_changed", "points_changed",
    "target_added", "target_removed", "target_reworded", "target_changed",
    "deadline_added", "deadline_removed", "deadline_moved", "deadline_changed",
    "task_added", "task_removed", "task_reworded", "due_moved", "product_changed",
    "unit_added", "unit_removed", "unit_replaced", "unit_role_changed",
    "citation_added", "citation_dropped", "citation_replaced", "citation_relation_changed",
    "observance_added", "observance_dropped", "observance_changed",
    "reward_added", "reward_dropped", "reward_changed",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Difference:
    """``field`` is where it would stand in a record ("criteria.points", "document.title"); ``plan_a`` and ``plan_b``
    count from 0. ``amount`` is b minus a in ``unit`` ("points", "days", or the unit of a target). ``about`` is the
    thing whose value changed: a criterion's or task's words. ``by_reading`` where the passages agree, so that the
    difference is more likely one of the readings than one of the plans."""

    kind: DifferenceKind
    field: str
    plan_a: int
    plan_b: int
    path_a: str | None = None
    path_b: str | None = None
    a: str | None = None
    b: str | None = None
    words_a: str | None = None
    words_b: str | None = None
    evidence_a: tuple[Evidence, ...] = ()
    evidence_b: tuple[Evidence, ...] = ()
    state_a: Presence = "present"
    state_b: Presence = "present"
    confidence: float = 1.0
    amount: float | None = None
    unit: str | None = None
    about: str | None = None
    by_reading: bool = False


@dataclass(frozen=True, slots=True)
class AlignedSection:
    """One division in all plans: for each plan its section, or None where it has none like it."""

    sections: tuple[Section | None, ...]
    depth: int


@dataclass(frozen=True)
class Comparison:
    """``pairs`` are the plans that were compared with each other, as (a, b); ``sure`` is the confidence from which a
    difference counts as certain."""

    plans: tuple[Plan, ...]
    pairs: tuple[tuple[int, int], ...]
    sections: tuple[AlignedSection, ...]
    differences: tuple[Difference, ...]
    sure: float

    def certain(self) -> Iterator[Difference]:
        return (d for d in self.differences if d.confidence >= self.sure)

    def doubtful(self) -> Iterator[Difference]:
        """Differences that rest on values the reader was not sure of, or that the reading may have made."""
        return (d for d in self.differences if d.confidence < self.sure)
