"""Document -> Document with its text cleaned: normal forms, spacing, joins, safe repairs."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.rules.load import Rules


def clean(document: Document, rules: Rules) -> Document:
    return document
