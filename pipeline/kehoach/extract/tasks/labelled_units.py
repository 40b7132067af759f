"""The units that labelled lines give a work, by all that the lines and the work itself say of them."""

from __future__ import annotations

from dataclasses import replace

from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import UnitMention
from kehoach.orthography.fold import fold


def beside_helpers(units: tuple[UnitMention, ...]) -> tuple[UnitMention, ...]:
    """The units with those who lead where others help and nothing else tells them apart: "Cơ quan thực hiện: ...; Cơ quan
    phối hợp: ..."."""
    roles = {unit.role for unit in units}
    if "coordinate" not in roles or "lead" in roles:
        return units
    return tuple(replace(unit, role="lead") if unit.role == "implement" else unit for unit in units)


def with_named(
    document: Document, span: Span, units: tuple[UnitMention, ...], grammar: UnitGrammar
) -> tuple[UnitMention, ...]:
    """The units of labelled lines, and those whom the words of the work say that it is done with."""
    text = fold(document.quote(span))
    found = ClauseReader(text, grammar).read(0, len(text))
    if found is None or found.named or all(unit.role != "lead" for unit in units):
        return units
    known = {lowered(unit.printed) for unit in units}
    names = [actor.name for actor in found.actors if not actor.name.head]
    spans = [Span(span.start + name.start, span.start + name.end) for name in names]
    said = [" ".join(document.quote(place).split()) for place in spans]
    return (
        *units,
        *(UnitMention(n, "coordinate", s) for n, s in zip(said, spans, strict=True) if lowered(n) not in known),
    )
