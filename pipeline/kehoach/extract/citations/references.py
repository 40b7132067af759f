"""Pointers to other places of the same plan, wherever they stand."""

from __future__ import annotations

from kehoach.extract.citations.internal_reference import internal_references
from kehoach.extract.text.passages import passages
from kehoach.model.document import Document
from kehoach.model.fact import InternalReference
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def references(document: Document, outline: Outline, rules: Rules) -> tuple[InternalReference, ...]:
    """Every pointer into this document, in order; what it points at is decided in assembly. A paragraph's own label
    ("Mục 1. ...") is none."""
    articles = any(node.rule.startswith("segment.article") for node in outline.nodes)
    labels = {node.extent.start for node in outline.nodes}
    return tuple(
        found
        for passage in passages(document, "body", "table", "annex")
        for found in internal_references(passage, articles)
        if found.span.start not in labels
    )
