"""Pages -> Document: lines in reading order, letterhead, body, foot, tables; furniture kept apart. No pixels here."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.page import Reading
from kehoach.rules.load import Rules


def document(reading: Reading, rules: Rules) -> Document:
    return Document(reading.pages, (), issues=reading.issues)
