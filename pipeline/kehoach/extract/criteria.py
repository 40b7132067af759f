"""Criteria."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import CriterionMention
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def criteria(document: Document, outline: Outline, rules: Rules) -> tuple[CriterionMention, ...]:
    return ()
