"""Who sums up what others report where something stands in the way."""

from __future__ import annotations

import re

from kehoach.extract.tasks.assignment import Actor, Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.formula_words import RECEIVER, REPORTS, THEN
from kehoach.rules.needs import Sieve

_THROUGH = Sieve(r"\s*[,(]?\s*(?:thông\s+)?qua\s")
"""Before the office by way of which a report is sent."""

_SUMS_UP = Sieve(r"(?<=\s)(?=tổng\s+hợp\s*,\s*(?:\S+\s+){0,2}?(?:báo\s+cáo|trình|tham\s+mưu|đề\s+xuất)(?!\w))")
"""What the receiver does, right behind its name: "phản ánh về Sở X tổng hợp, báo cáo Y"."""


def _sums_up(reader: ClauseReader, start: int, end: int) -> re.Match[str] | None:
    sums = _SUMS_UP.search(reader.low, start, end)
    return sums if sums is not None and reader.text[sums.end()].islower() else None


def receivers(reader: ClauseReader, found: Assignment, *, closing: bool) -> Assignment | None:
    """Who sums up what a formula, or a report in the ``closing``, has told: "... phản ánh về Sở X để tổng hợp, trình Y"."""
    if not found.formula and not (closing and REPORTS.match(reader.low, found.start)):
        return None
    for sent in RECEIVER.finditer(reader.low, found.start, found.end):
        then = THEN.search(reader.low, sent.end(), found.end) or _sums_up(reader, sent.end(), found.end)
        if then is None or not reader.grammar.begins(reader.low, sent.end()):
            continue
        end = through.start() if (through := _THROUGH.search(reader.low, sent.end(), then.start())) else then.start()
        units = reader.grammar.split(reader.text, sent.end(), end)
        return Assignment(tuple(Actor(unit, "lead") for unit in units), then.end(), found.end)
    return None
