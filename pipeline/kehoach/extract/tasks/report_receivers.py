"""Who sums up what others report where something stands in the way."""

from __future__ import annotations

from kehoach.extract.tasks.assignment import Actor, Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.formula_words import RECEIVER, REPORTS, THEN
from kehoach.rules.needs import Sieve

_THROUGH = Sieve(r"\s*[,(]?\s*(?:thông\s+)?qua\s")
"""Before the office by way of which a report is sent."""


def receivers(reader: ClauseReader, found: Assignment, *, closing: bool) -> Assignment | None:
    """Who sums up what a formula, or a report in the ``closing``, has told: "... phản ánh về Sở X để tổng hợp, trình Y"."""
    if not found.formula and not (closing and REPORTS.match(reader.low, found.start)):
        return None
    for sent in RECEIVER.finditer(reader.low, found.start, found.end):
        then = THEN.search(reader.low, sent.end(), found.end)
        if then is None or not reader.grammar.begins(reader.low, sent.end()):
            continue
        end = through.start() if (through := _THROUGH.search(reader.low, sent.end(), then.start())) else then.start()
        units = reader.grammar.split(reader.text, sent.end(), end)
        return Assignment(tuple(Actor(unit, "lead") for unit in units), then.end(), found.end)
    return None
