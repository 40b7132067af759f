"""Lists that the word "Tiêu chí:" heads, outside of parts on criteria."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from kehoach.extract.criteria.criterion_words import LIST_LABEL
from kehoach.extract.criteria.scored_clauses import scores
from kehoach.model.section import Node, Outline


def under_labels(
    outline: Outline, text: Callable[[Node], str], on_criteria: Container[int], points: Container[int]
) -> Iterator[int]:
    """The points of such lists, where none has a score."""
    for n, node in enumerate(outline.nodes):
        if node.role != "item" or n in on_criteria or not LIST_LABEL.fullmatch(text(node).strip()):
            continue
        below = list(outline.children(n))
        if not any(child in points or scores(text(item)) for child, item in below):
            yield from (child for child, item in below if item.role == "item")
