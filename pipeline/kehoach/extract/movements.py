"""Movements."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.plan import Movement
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def movements(document: Document, outline: Outline, rules: Rules) -> tuple[Movement, ...]:
    return ()
