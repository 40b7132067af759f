"""Observances."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.plan import Observance
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def observances(document: Document, outline: Outline, rules: Rules) -> tuple[Observance, ...]:
    return ()
