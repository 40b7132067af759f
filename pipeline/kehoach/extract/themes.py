"""Themes."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.plan import Theme
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def themes(document: Document, outline: Outline, rules: Rules) -> tuple[Theme, ...]:
    return ()
