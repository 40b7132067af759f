"""What criterion a clause in running text is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.model.fact import CriterionMention
from kehoach.model.section import Outline


def with_parent(mention: CriterionMention, outline: Outline, scored: Sequence[CriterionMention]) -> CriterionMention:
    """The mention with what it is a part of: the nearest that has points of those that its place stands under."""
    one, n = mention.criterion, outline.index_at(mention.span.start)
    if one.points is None or one.parent is not None or n is None:
        return mention
    over = {other.criterion.path for other in scored}
    above = [node.path for node in outline.ancestors(n)]
    parent = next((path for path in above if path in over), None)
    return mention if parent in (None, one.path) else replace(mention, criterion=replace(one, parent=parent))
