"""What the tree is made of: paragraphs with what they look like, and rows."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.document import Span
from kehoach.model.section import SectionKind
from kehoach.segment.headings import Shape
from kehoach.segment.numbering import Label


@dataclass(frozen=True)
class Unit:
    """One paragraph (or heading printed over two), or one table row.

    ``labels`` are the readings of its label, empty for running paragraphs and unnumbered headings (``bare_heading``);
    ``own`` is the span of its text without the label;
    ``run_in_heading`` is the length of a heading that text follows on its own line ("Kinh phí: ..."), 0 where none. Offsets are into the document's text.
    """

    block: int
    last_block: int
    span: Span
    own: Span
    zone: str
    labels: tuple[Label, ...] = ()
    bare_heading: bool = False
    headed: bool = False
    shape: Shape | None = None
    recognized: bool = False
    table: int | None = None
    kinds: tuple[SectionKind, ...] = ()
    run_in_heading: int = 0

    @property
    def starts_node(self) -> bool:
        return bool(self.labels) or self.bare_heading
