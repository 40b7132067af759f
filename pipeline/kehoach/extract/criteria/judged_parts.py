"""Which parts of a plan are on criteria: by their headings, or because their points end with what they score."""

from __future__ import annotations

import re

from kehoach.extract.criteria.scored_clauses import ends_scored
from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold

_WORTH = re.compile(r"[^:.;\d]{3,60}:\s*(?:tối đa |tổng |đạt )?\d{1,3}\s*điểm(?!\w)", re.IGNORECASE)
"""A name with its points, whatever is said of it behind them ("Phần thi hát: 20 điểm, không quá 5 phút")."""
_JUDGED = 3
"""How many points of a part end with what they score before all of it is taken to be on criteria."""


def judged_parts(document: Document, outline: Outline) -> frozenset[int]:
    """The indices of the nodes that are on criteria by their headings or by what stands in them, with all below them."""
    found: set[int] = set()
    for n, node in enumerate(outline.nodes):
        if node.parent in found or "criteria" in node.kinds or _judges(document, outline, n):
            found.add(n)
    return frozenset(found)


def _judges(document: Document, outline: Outline, n: int) -> bool:
    """Whether a part of the plan is on criteria though its heading does not say so: several points of it end with what
    they score ("Trồng 500 cây (20 điểm)")."""
    node = outline.nodes[n]
    if node.parent is not None or node.role == "row" or "criteria" in node.kinds:
        return False
    inside = (other for other in outline.nodes if node.extent.holds(other.heading) and other.role != "row")
    texts = (fold(document.quote(other.heading)) for other in inside)
    return sum(ends_scored(text) or _WORTH.match(text) is not None for text in texts) >= _JUDGED
