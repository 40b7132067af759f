"""Days in a column of terms: by when a work is done, or on which day something is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_TERM = Sieve(r"(?<!\w)(?:hạn|hoàn\s+thành|xong|chậm\s+nhất|kết\s+thúc)(?!\w)")
_ENDS = re.compile(r"(?<!\w)(?:kết\s+thúc|hoàn\s+thành)(?!\w)")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_MONTHS = re.compile(r"t\.?\s?(?P<a>0?[1-9]|1[0-2])(?:\s*[-–,&]\s*t?\.?\s?(?P<b>0?[1-9]|1[0-2]))?")
"""Months in short, a cell long: "T3", "T3-T11"."""
_BARE_DAY = Sieve(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s*$", re.IGNORECASE)
_HELD_ON = Sieve(
    r"[-+•\s]*(?:tổ\s+chức\s+(?:lễ|hội\s+(?:nghị|thi|thao|thảo|trại)|gặp\s+mặt|mít\s+tinh|đại\s+hội|phát\s+động|tọa\s+đàm)|lễ|ra\s+quân|phát\s+động|khai\s+mạc|bế\s+mạc|gặp\s+mặt|mít\s+tinh|"
    r"(?:sơ|tổng)\s+kết|hội\s+(?:nghị|thi|thao|trại)|đại\s+hội|chung\s+kết)(?!\w)"
)


def as_terms(found: Sequence[TimeMatch], head: str, cell: str, work: str) -> list[TimeMatch]:
    """The times of a cell; under a head of terms a bare day is the term of the work, not that of what is held, and a bare
    number under "Tháng" is a month."""
    if not found and (named := _MONTHS.fullmatch(lowered(cell).strip())) is not None:
        first, last = Moment(month=int(named["a"])), Moment(month=int(named["b"] or named["a"]))
        return [TimeMatch(0, len(cell), When("period", first, last, rule="time.months"), "month")]
    if not found and lowered(head).strip() == "tháng" and (month := _MONTH.fullmatch(cell.strip())):
        moment = Moment(month=int(month[0]))
        return [TimeMatch(0, len(cell), When("period", moment, moment, rule="time.month"), "month")]
    if not _TERM.search(lowered(head)) or not _BARE_DAY.match(cell) or _HELD_ON.match(lowered(work)):
        return list(found)
    return [replace(match, when=_as_term(match.when)) for match in found]


def from_to(dated: Sequence[tuple[str, When]]) -> When | None:
    """The span of a work whose begin and end have columns of their own, by their heads; None where they have not."""
    begins = [when.start for head, when in dated if "bắt đầu" in lowered(head) and when.start is not None]
    ends = [when.end for head, when in dated if _ENDS.search(lowered(head)) and when.end is not None]
    return When("period", begins[0], ends[0], rule="time.range") if begins and ends else None


def _as_term(when: When) -> When:
    return replace(when, kind="deadline", start=None, qualifier="by", rule="time.due")
