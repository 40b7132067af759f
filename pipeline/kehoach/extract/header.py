"""The document's header."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.header import Header
from kehoach.rules.load import Rules


def header(document: Document, rules: Rules) -> Header:
    return Header()
