"""Nodes in the making, before it is known which are sections and of which kinds."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.model.section import SectionKind
from kehoach.segment.numbering import Label
from kehoach.segment.unit import Unit


@dataclass
class Draft:
    """A node in the making; ``children`` and ``running`` (unlabelled paragraphs under it) decide what it is."""

    unit: Unit
    label: Label | None
    parent: int | None
    name: str
    path: str
    depth: int
    cost: float = 0.0
    row: bool = False
    children: list[int] = field(default_factory=list)
    running: list[Unit] = field(default_factory=list)
    rows: list[Unit] = field(default_factory=list)
    end: int = 0
    section: bool = False
    kinds: tuple[SectionKind, ...] = ()
