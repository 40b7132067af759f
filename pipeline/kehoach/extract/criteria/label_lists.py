"""Lists that the word "Tiêu chí:" heads, outside of parts on criteria."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from kehoach.extract.criteria.criterion_words import END, LIST_LABEL, CriterionWords
from kehoach.extract.criteria.scored_clauses import scores
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.text.passages import trimmed
from kehoach.model.document import Document, Span
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold


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


def below_label(document: Document, outline: Outline, passage: Paragraph) -> Iterator[Span]:
    """The points of a list below a line "Tiêu chí thi đua:" of its own, outside of parts on criteria."""
    if passage.node is None:
        return
    below = [node for _, node in outline.children(passage.node) if node.extent.start > passage.start]
    if any(scores(fold(document.quote(node.heading))) for node in below):
        return
    for node in below:
        if node.role == "item":
            yield Span(*trimmed(document.text.value, node.heading.start, node.heading.end, END))


def is_labelled(text: str, words: CriterionWords) -> bool:
    """Whether a point of a section on standards and rewards tells by its label "Tiêu chuẩn:" that it is a condition."""
    label = words.condition(text)
    return label is not None and ":" not in text[label:]
