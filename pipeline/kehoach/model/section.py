"""The tree of the body: sections, items, table rows, each with its path."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kehoach.model.document import Span
from kehoach.model.keeping import cached_property

SectionKind = Literal[
    "purpose", "requirements", "theme", "objectives", "scope", "content", "criteria", "targets", "rewards", "schedule",
    "tasks", "measures", "funding", "organization", "reporting", "annex", "other",
]  # fmt: skip
NodeRole = Literal["section", "item", "row"]


@dataclass(frozen=True, slots=True)
class Node:
    """A headed division (section), a labelled paragraph (item) or a table row of the body.

    ``label`` is normalized ("II", "2.1" stays the last number "1" of its level, "a", "-1", "*1", "T7"); ``path``
    joins the labels as RECORD.md says. ``heading`` is the section's heading or the item's own paragraph(s), without
    the label. ``extent`` covers the node and all its descendants. ``parent`` is an index into the outline.
    ``block`` is the index of the document block where it begins.
    """

    role: NodeRole
    path: str
    label: str
    depth: int
    parent: int | None
    block: int
    heading: Span
    extent: Span
    kinds: tuple[SectionKind, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True)
class Outline:
    """All nodes in document order; together with preamble and closing they cover the whole body, nothing twice."""

    nodes: tuple[Node, ...]
    preamble: Span | None = None
    closing: Span | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [node.extent.start for node in self.nodes]

    @cached_property
    def _below(self) -> dict[int | None, list[int]]:
        below: dict[int | None, list[int]] = {}
        for n, node in enumerate(self.nodes):
            below.setdefault(node.parent, []).append(n)
        return below

    def index_at(self, offset: int) -> int | None:
        """The deepest node that holds this offset; None in header, preamble, closing and foot."""
        n: int | None = bisect_right(self._starts, offset) - 1
        if n is not None and n < 0:
            return None
        while n is not None and not self.nodes[n].extent.start <= offset < self.nodes[n].extent.end:
            n = self.nodes[n].parent
        return n

    def at(self, offset: int) -> Node | None:
        n = self.index_at(offset)
        return None if n is None else self.nodes[n]

    def path_at(self, offset: int) -> str | None:
        node = self.at(offset)
        return node.path if node else None

    def children(self, index: int) -> Iterator[tuple[int, Node]]:
        return ((n, self.nodes[n]) for n in self._below.get(index, ()))

    def ancestors(self, index: int) -> Iterator[Node]:
        """The node itself, its parent, and so on up."""
        n: int | None = index
        while n is not None:
            yield self.nodes[n]
            n = self.nodes[n].parent

    def kinds_at(self, offset: int) -> tuple[SectionKind, ...]:
        """Kinds of the nearest section around this offset."""
        n = self.index_at(offset)
        if n is None:
            return ()
        return next((node.kinds for node in self.ancestors(n) if node.role == "section"), ())

    def by_path(self, path: str) -> Node | None:
        return next((node for node in self.nodes if node.path == path), None)
