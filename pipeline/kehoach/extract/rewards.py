"""Rewards."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.plan import Reward
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def rewards(document: Document, outline: Outline, rules: Rules) -> tuple[Reward, ...]:
    return ()
