"""Times in a list: what stands once for all of them ("trước 10/6 và 05/12"), and one or the other ("05/9 hoặc 06/9")."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kehoach.extract.times.moments import ANY_YEAR
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_AND = Sieve(r"\s*(?:,|và|,\s*và)\s+(?:ngày\s+)?")
_THEN = Sieve(r"\s*(?:,|và|,\s*và)\s+(?:(?:trong|vào)\s+)?")
"""Between two stretches that follow one another."""
_OR = Sieve(r"\s+hoặc\s+(?:(?:vào|trong)\s+)?|\s+và\s+cả\s+")
_FEAST = Sieve(r"(?:(?:vào|trong|nhân|đúng)\s+)?dịp\s+")
_LABELLED = Sieve(r"\s*\([^()]{1,40}\)\s*(?:,|;|và|,\s*và)\s+(?:ngày\s+)?")
"""Between two terms, each of which a bracket labels: "trước 10/6 (học kỳ I) và 05/12 (cả năm)"."""
_TERMS = ("time.before", "time.by")


def like_the_one_before(low: str, first: TimeMatch, second: TimeMatch) -> TimeMatch:
    """A bare day behind a term is a term like it ("trước 10/6 và 05/12"), behind another day one as that; so is a month
    behind one that a bracket labels ("chậm nhất tháng 5/2031 (đợt một) và tháng 9/2031 (đợt hai)")."""
    if first.when.rule == second.when.rule == "time.day" and _AND.fullmatch(low[first.end : second.start]):
        return replace(second, worded=second.worded or first.worded)  # "vào các ngày 10/3, 20/3 và 30/3"
    term, at, gap = first.when.end, second.when.start, low[first.end : second.start]
    if first.when.rule not in _TERMS or term is None or at is None or at != second.when.end:
        return second
    day = second.when.rule == "time.day" and term.day is not None
    month = second.shape == "month" and term.day is None and term.month is not None
    if not ((day and _AND.fullmatch(gap)) or ((day or month) and _LABELLED.fullmatch(gap))):
        return second
    when = When("deadline", None, second.when.end, first.when.qualifier, rule=first.when.rule)
    return replace(second, when=when, worded=True)


def either(low: str, first: TimeMatch, second: TimeMatch) -> TimeMatch | None:
    """One or the other of two days, weeks, months or quarters, and a day "và cả" the next, is the stretch from the one to
    the other, as are two months or quarters that follow one another; of two that come again, one that does."""
    if first.when.kind == second.when.kind == "recurring" and _OR.fullmatch(low[first.end : second.start]):
        return replace(first, end=second.end)
    a, b = _one(first), _one(second)
    if a is None or b is None or first.shape != second.shape:
        return None
    if a.year is None and b.year is not None:
        a = replace(a, year=b.year)
    between = low[first.end : second.start]
    if not _OR.fullmatch(between) and not (_THEN.fullmatch(between) and (_follows(a, b) or _feasts(low, first, a, b))):
        return None
    when = When("period", a, b, first.when.qualifier, rule="time.range")
    return TimeMatch(first.start, second.end, when, second.shape, first.worded or second.worded)


def _follows(first: Moment, second: Moment) -> bool:
    """Whether of two months, quarters or parts of them the one begins right behind the other."""
    year = first.year or ANY_YEAR
    end, start = first.interval(year)[1], second.interval(second.year or year)[0]
    whole = (first.day is None and first.month is not None) or first.quarter is not None
    return whole and end is not None and start is not None and start == end + timedelta(days=1)


def _feasts(low: str, first: TimeMatch, a: Moment, b: Moment) -> bool:
    """Whether two days are feasts that one stretch of days off joins: "dịp 30/4 và 01/5"."""
    year = a.year or ANY_YEAR
    days = [m.interval(m.year or year)[0] for m in (a, b) if m.day is not None]
    if _FEAST.match(low, first.start) is None or len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return days[1] == days[0] + timedelta(days=1)


def _one(match: TimeMatch) -> Moment | None:
    """The moment of a time of one day, week, month or quarter."""
    plain = match.when.start is not None and match.when.start == match.when.end and match.when.kind != "recurring"
    return match.when.start if plain and match.shape in ("day", "week", "month", "quarter") else None
