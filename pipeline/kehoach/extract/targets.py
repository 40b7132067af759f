"""Targets."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.plan import Target
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def targets(document: Document, outline: Outline, rules: Rules) -> tuple[Target, ...]:
    return ()
