"""Facts -> Plan."""

from __future__ import annotations

from kehoach.model.document import Document, Source
from kehoach.model.fact import Facts
from kehoach.model.plan import DocumentInfo, Plan, Run, SourceInfo
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def plan(source: Source, document: Document, outline: Outline, facts: Facts, rules: Rules) -> Plan:
    return Plan(
        source=SourceInfo(source.path, source.sha256, source.media_type),
        text=document.text.value,
        document=DocumentInfo(),
        run=Run(""),
        themes=facts.themes,
    )
