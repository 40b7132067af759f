"""References."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import InternalReference
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def references(document: Document, outline: Outline, rules: Rules) -> tuple[InternalReference, ...]:
    return ()
