"""What the search for places sees: a paragraph that begins a node, and a node that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kehoach.segment.numbering import Family, Label


@dataclass(frozen=True, slots=True)
class Mark:
    """One paragraph that begins a node: its possible labels (none for an unnumbered heading) and how it looks.

    ``headed``: short and without the shape of a sentence; ``open``: of any length, but no sentence that has ended, so that
    headings may stand below it; ``firm``: surely a heading and no short item. ``colon``: what stands before it ends in a colon.
    ``step``: an unnumbered heading that is a day or a round of a programme and no part of its own, however it is printed.
    ``assigns``: an unnumbered heading over who does what; ``who``: one that is the name of a unit. ``parts``: an unnumbered
    heading that says what stands below, right above one that does not (``plain``).
    ``recognized``: the words come from recognition, so a label may be misread or lost.
    """

    labels: tuple[Label, ...]
    headed: bool = False
    capitals: bool = False
    bold: bool = False
    colon: bool = False
    recognized: bool = False
    firm: bool = False
    open: bool = False
    step: bool = False
    assigns: bool = False
    who: bool = False
    parts: bool = False
    plain: bool = False


class Frame(NamedTuple):
    """An open node: its number among the marks (-1: the root), label, chain of numbers from the root, how its mark looks,
    the last label of each family among its children, and whether the last Roman one was in capitals."""

    mark: int
    label: Label | None
    chain: tuple[int, ...]
    look: Mark
    last: tuple[tuple[Family, tuple[int, ...]], ...] = ()
    romans: bool = False

    @property
    def open(self) -> bool:
        """Whether headings may stand below it."""
        return self.look.headed or self.look.open

    def holds(self, mark: Mark) -> bool:
        """Whether this is an unnumbered heading of which the other one is a part, in whatever type it is set."""
        return (mark.who and self.look.assigns) or (mark.plain and self.look.parts)

    def last_of(self, family: Family) -> tuple[int, ...] | None:
        for known, value in self.last:
            if known == family:
                return value
        return None
