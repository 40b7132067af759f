"""Deadlines."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import DeadlineMention
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def deadlines(document: Document, outline: Outline, rules: Rules) -> tuple[DeadlineMention, ...]:
    return ()
