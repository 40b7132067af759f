"""Times told by their length and the day on which they begin: "02 ngày (bắt đầu từ 8 giờ ngày 14/5/2031)"."""

from __future__ import annotations

import calendar
import math
from datetime import date, timedelta

from kehoach.extract.times.moments import ANY_YEAR, amount
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.time_points import since
from kehoach.extract.times.time_ranges import range_of
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_LASTING = Sieve(
    r"(?P<n>\d{1,2}(?:,5)?)\s+(?:\([^()\d]{1,20}\)\s+)?(?P<u>ngày|tuần|tháng)\s*(?:[,(:]|\s-)\s*(?=(?:(?:bắt\s+đầu|kể|tính)\s+)*từ\s)"
)


def lasting(low: str, at: int, cell: bool) -> TimeMatch | None:
    """The stretch that begins at ``at`` of lowered text."""
    if (m := _LASTING.match(low, at)) is None or range_of(low, m.end(), cell) is not None:
        return None
    if (begun := since(low, m.end(), cell)) is None:
        return None
    start = begun.when.start
    if begun.shape != "day" or start is None or (last := _last(start, amount(m["n"]), m["u"])) is None:
        return None
    end = begun.end + 1 if low[begun.end : begun.end + 1] == ")" and "(" in m[0][m.end("u") - at :] else begun.end
    return TimeMatch(at, end, When("period", start, last, rule="time.lasting"), "day")


def _last(start: Moment, count: float, unit: str) -> Moment | None:
    """The last day of so many days, weeks or months; a part of a day is told on the next."""
    if start.month is None or start.day is None:
        return None
    try:
        first = date(start.year or ANY_YEAR, start.month, start.day)
    except ValueError:
        return None
    if unit == "tháng":
        year, month = divmod(12 * first.year + first.month - 1 + math.floor(count), 12)
        last = date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])) - timedelta(days=1)
    else:
        last = first + timedelta(days=math.ceil(count * (7 if unit == "tuần" else 1)) - 1)
    return Moment(last.year if start.year else None, last.month, last.day)
