"""Citations."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import CitationMention
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def citations(document: Document, outline: Outline, rules: Rules) -> tuple[CitationMention, ...]:
    return ()
