"""Administrative time as written, and how partial dates become intervals.

A ``When`` is what the words say; it becomes ISO dates only in assembly, where the plan's date and period are known.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kehoach.model.plan import DeadlineKind, Duration, Qualifier

Anchor = Literal["issue_date", "plan_end", "plan_start", "school_year_start", "school_year_end", "event", "new_year"]
Part = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A partial date: what is printed of day, week, month, quarter, half, year; ``part`` for "đầu", "giữa", "cuối".

    A missing year is taken from the context (the plan's year, the group heading) when it is resolved; a moment
    with nothing printed but "năm" is that year. ``years_on`` counts from the context's year ("năm sau" is 1).
    ``phase`` is the number of one of the plan's own phases ("cuối đợt 1"), ``term`` a term of the school year; both
    have no dates of their own. The anchor "new_year" is the first of January that follows the day of issue.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    part: Part | None = None
    anchor: Anchor | None = None
    school_year: tuple[int, int] | None = None
    phase: int | None = None
    term: int | None = None
    years_on: int = 0

    @property
    def relative(self) -> bool:
        """Whether it stands for something that only the plan (or nobody) dates."""
        return (
            self.anchor is not None or self.phase is not None or self.term is not None or self.school_year is not None
        )

    def interval(self, year: int | None = None) -> tuple[date | None, date | None]:
        """First and last day, inclusive, with ``year`` where none is printed; (None, None) where undecidable.

        A school year runs from September to August; when it begins or ends to the day ("cuối năm học") is not in it.
        """
        if self.school_year is not None and self.school_year[0] and self.part is None:
            return date(self.school_year[0], 9, 1), date(self.school_year[1], 8, 31)
        y = self.year if self.year is not None else year + self.years_on if year is not None else None
        if y is None or not 1900 <= y <= 2200 or self.relative:
            return None, None
        if self.day is not None and self.month is not None:
            try:
                d = date(y, self.month, self.day)
            except ValueError:
                return None, None
            return d, d
        first, last = 1, 12
        if self.month is not None:
            first = last = self.month
        elif self.quarter is not None:
            first, last = 3 * self.quarter - 2, 3 * self.quarter
        elif self.half is not None:
            first, last = (1, 6) if self.half == 1 else (7, 12)
        if not 1 <= first <= last <= 12:
            return None, None
        start, end = date(y, first, 1), date(y, last, calendar.monthrange(y, last)[1])
        if self.month is not None and self.week is not None:
            if self.week >= 5:  # "tuần cuối"
                start = end.replace(day=end.day - 6)
            else:
                start, end = start.replace(day=7 * self.week - 6), end.replace(day=7 * self.week)
        elif self.part is not None:
            start, end = _part_of(start, end, self.part)
        return start, end


def _part_of(start: date, end: date, part: Part) -> tuple[date, date]:
    """The beginning, middle or end of a stretch: ten days of a month, the first or last month of anything longer."""
    if (start.year, start.month) == (end.year, end.month):
        a, b = {"start": (1, 10), "middle": (11, 20), "end": (21, end.day)}[part]
        return start.replace(day=a), end.replace(day=b)
    months = (end.month - start.month) + 1
    if part == "start":
        month = start.month
    elif part == "end":
        month = end.month
    else:
        month = start.month + months // 2 - (1 if months % 2 == 0 else 0)
    return date(start.year, month, 1), date(start.year, month, calendar.monthrange(start.year, month)[1])


@dataclass(frozen=True, slots=True)
class When:
    """``start`` and ``end`` as printed (both the same for one moment); open ends are None."""

    kind: DeadlineKind
    start: Moment | None = None
    end: Moment | None = None
    qualifier: Qualifier | None = None
    duration: Duration | None = None
    rule: str = ""
