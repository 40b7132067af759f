"""What later stages lean on: the outline is a tree over all of the body, nothing lost, nothing twice."""

from __future__ import annotations

from itertools import pairwise

from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.segment.headings import is_capitals


def check(made: Document, outline: Outline) -> None:
    """Asserts every invariant of an outline over its document."""
    spans = []
    for index, node in enumerate(outline.nodes):
        assert node.extent.start <= node.heading.start <= node.heading.end <= node.extent.end
        assert node.path.endswith(node.label)
        if node.parent is None:
            assert node.path == node.label and node.depth == 0
            spans.append((node.extent.start, node.extent.end))
        else:
            parent = outline.nodes[node.parent]
            assert node.parent < index
            assert parent.extent.start <= node.extent.start and node.extent.end <= parent.extent.end
            assert node.path == f"{parent.path}.{node.label}" and node.depth == parent.depth + 1
            assert node.role != "section" or parent.role == "section"
        assert (node.role == "section") == bool(node.kinds)
    starts = [node.extent.start for node in outline.nodes]
    assert starts == sorted(starts)
    spans += [(s.start, s.end) for s in (outline.preamble, outline.closing) if s is not None]
    spans.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    signed = False
    for n, block in enumerate(made.blocks):
        slight = len(block.text.value.split()) < 6 or is_capitals(block.text.value)
        behind = block.zone == "annex" or signed  # lines of a stamp, of another foot
        noise = (behind and slight) or (signed and block.row_kind != "body")
        if block.zone in ("body", "table", "annex") and block.text.value.strip() and not noise:
            span = made.span(n)
            assert any(a <= span.start and span.end <= b for a, b in spans), (n, block.text.value)
        signed = signed or block.zone in ("recipients", "signature", "annex")
