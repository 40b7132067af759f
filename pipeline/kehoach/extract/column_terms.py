"""Days in a column of terms: by when a work is done, or on which day something is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.extract.moment_grammar import lowered
from kehoach.extract.time_match import TimeMatch
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_TERM = Sieve(r"(?<!\w)(?:hạn|hoàn\s+thành|xong|chậm\s+nhất|kết\s+thúc)(?!\w)")
_BARE_DAY = Sieve(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s*$", re.IGNORECASE)
_HELD_ON = Sieve(
    r"[-+•\s]*(?:tổ\s+chức\s+(?:lễ|hội\s+(?:nghị|thi|thao|thảo|trại)|gặp\s+mặt|mít\s+tinh|đại\s+hội|phát\s+động|tọa\s+đàm)|lễ|ra\s+quân|phát\s+động|khai\s+mạc|bế\s+mạc|gặp\s+mặt|mít\s+tinh|"
    r"(?:sơ|tổng)\s+kết|hội\s+(?:nghị|thi|thao|trại)|đại\s+hội|chung\s+kết)(?!\w)"
)


def as_terms(found: Sequence[TimeMatch], head: str, cell: str, work: str) -> list[TimeMatch]:
    """The times of a cell; under a head of terms a bare day is the term of the work, not that of what is held."""
    if not _TERM.search(lowered(head)) or not _BARE_DAY.match(cell) or _HELD_ON.match(lowered(work)):
        return list(found)
    return [replace(match, when=_as_term(match.when)) for match in found]


def _as_term(when: When) -> When:
    return replace(when, kind="deadline", start=None, qualifier="by", rule="time.due")
