"""Document -> Section tree."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def sections(document: Document, rules: Rules) -> Outline:
    return Outline(())
