"""A paragraph that begins a node, as the search for its place sees it."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.segment.numbering import Label


@dataclass(frozen=True, slots=True)
class Mark:
    """One paragraph that begins a node: its possible labels (none for an unnumbered heading) and how it looks.

    ``headed``: short and without the shape of a sentence; ``open``: of any length, but no sentence that has ended, so that
    headings may stand below it; ``firm``: surely a heading and no short item. ``colon``: what stands before it ends in a colon.
    ``step``: an unnumbered heading that is a day or a round of a programme and no part of its own, however it is printed.
    ``assigns``: an unnumbered heading over who does what; ``who``: one that is the name of a unit.
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
