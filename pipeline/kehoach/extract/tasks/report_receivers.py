"""Who sums up what others report where something stands in the way."""

from __future__ import annotations

from kehoach.extract.tasks.assignment import Actor, Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.formula_words import RECEIVER, THEN
from kehoach.rules.needs import Sieve

_THROUGH = Sieve(r"\s*[,(]?\s*(?:thông\s+)?qua\s")
"""Before the office by way of which a report is sent."""


def receivers(reader: ClauseReader, found: Assignment) -> Assignment | None:
    """Who sums up what the formula has reported: "... phản ánh về Sở X để tổng hợp, trình Y"."""
    for sent in RECEIVER.finditer(reader.low, found.start, found.end):
        then = THEN.search(reader.low, sent.end(), found.end)
        if then is None or not reader.grammar.begins(reader.low, sent.end()):
            continue
        end = through.start() if (through := _THROUGH.search(reader.low, sent.end(), then.start())) else then.start()
        units = reader.grammar.split(reader.text, sent.end(), end)
        return Assignment(tuple(Actor(unit, "lead") for unit in units), then.end(), found.end)
    return None
