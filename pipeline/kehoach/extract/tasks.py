"""Tasks."""

from __future__ import annotations

from kehoach.model.document import Document
from kehoach.model.fact import TaskMention
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def tasks(document: Document, outline: Outline, rules: Rules) -> tuple[TaskMention, ...]:
    return ()
