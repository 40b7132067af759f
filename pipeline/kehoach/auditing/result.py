"""What a rule answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kehoach.auditing.case import Case, Cut
from kehoach.model.plan import Manner
from kehoach.model.text import Evidence


@dataclass(frozen=True)
class Hit:
    """One place where a rule is not kept. ``message`` is the key of the catalogue's message, ``words`` fill it;
    ``sure`` is False where the reader's doubt, and not the drafter, may be the cause; ``cut`` is the end of the document
    where what is missing would stand, if the text lacks that end."""

    path: str | None = None
    evidence: tuple[Evidence, ...] = ()
    message: str = "fail"
    words: Mapping[str, object] = field(default_factory=dict)
    sure: bool = True
    cut: Cut | None = None

    @property
    def certain(self) -> bool:
        return self.sure and self.cut is None


@dataclass(frozen=True)
class Answer:
    """All hits of one rule, and the places that show it kept; of a required element also how the plan has it."""

    hits: tuple[Hit, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    manner: Manner | None = None


Test = Callable[[Case], Answer | None]
"""A rule's logic: None where it does not apply to this plan."""


def answer(hits: list[Hit], evidence: tuple[Evidence, ...] = (), manner: Manner | None = None) -> Answer:
    return Answer(tuple(hits), evidence, manner)
