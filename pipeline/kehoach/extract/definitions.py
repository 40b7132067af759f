"""Definitions."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import Definition
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def definitions(document: Document, outline: Outline, rules: Rules) -> tuple[Definition, ...]:
    return ()
