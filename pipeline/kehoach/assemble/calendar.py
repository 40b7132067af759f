"""Printed times -> ISO dates: what a missing year, "từ nay" or "cuối đợt 1" mean in this plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kehoach.model.document_info import DocumentInfo, Period
from kehoach.model.plan import DeadlineKind, Qualifier
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

EARLIEST = 1945
"""The first year that an administrative document of the present state can name as a term."""
STALE = timedelta(days=31)
"""A bare date that lies further back than this before plan and period tells of the past."""

_ISSUING = Sieve(
    r"ngày\s+(?:(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành)\s+(?:kế\s+hoạch|văn\s+bản)(?:\s+này)?|(?:kế\s+hoạch|văn\s+bản)(?:\s+này)?\s+(?:được\s+)?(?:ban\s+hành|ký|phát\s+hành)|(?:ban\s+hành|ký))$"
)
"""The day from which a length counts, where it is that of the plan itself."""
_SCHOOL_YEAR = re.compile(r"năm\s+học\D{0,4}((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Interval:
    """ISO dates, inclusive; None is open or unknown. ``doubtful`` tells that a printed year was not believed."""

    kind: DeadlineKind
    start: str | None
    end: str | None
    qualifier: Qualifier | None
    doubtful: bool = False


@dataclass(frozen=True)
class Calendar:
    """What the plan's header says about time. ``phases`` are the plan's own, by number."""

    issued: date | None
    year: int | None
    first: date | None
    last: date | None
    school: tuple[int, int] | None = None
    phases: Mapping[int, tuple[str | None, str | None]] = field(default_factory=dict)
    not_before: date | None = None
    """The first day that a blank or unreadable issue date leaves possible ("2018-03": 1 March 2018)."""
    title: str = ""
    """What the plan is about."""

    @staticmethod
    def of(info: DocumentInfo) -> Calendar:
        issued = _date(info.issued_on)
        period = info.period or Period()
        first, last = _date(period.start), _date(period.end)
        label = " ".join(text for text in (period.label, info.title) if text)
        school = (int(m[1]), int(m[2])) if (m := _SCHOOL_YEAR.search(label)) else None
        year = None
        if first is not None and last is not None and first.year == last.year:
            year = first.year
        elif first is None and info.issued_on and info.issued_on[:4].isdigit():
            year = int(info.issued_on[:4])
        not_before = issued or _date(f"{info.issued_on}-01-01"[:10] if info.issued_on else None)
        return Calendar(issued, year, first, last, school, not_before=not_before, title=info.title or "")

    def with_phases(self, phases: Mapping[int, tuple[str | None, str | None]]) -> Calendar:
        return replace(self, phases=phases)

    def after_phase(self, number: int) -> str | None:
        """The day behind a phase, by its number; the plan's first day behind none."""
        end = _date(self.phases.get(number, (None, None))[1])
        return _iso(self.first) if number == 0 else _iso(end + timedelta(days=1)) if end is not None else None

    @property
    def many_years(self) -> bool:
        return self.first is not None and self.last is not None and self.last.year > self.first.year and not self.school

    def interval(self, when: When) -> Interval:
        """The dates of a printed time; (None, None) where the document does not give them."""
        if when.kind == "recurring" or self._every_year(when):
            return Interval("recurring", None, None, when.qualifier)
        if (term := self._counted(when)) is not None:
            return term
        start, odd_start = self._moment(when.start)
        end, odd_end = self._moment(when.end)
        if when.start is not None and when.start == when.end and (when.start.anchor or when.start.phase is not None):
            return Interval(when.kind, _iso(end[0]), _iso(end[1]), when.qualifier)
        first = start[0]
        if first and end[1] and first > end[1] and when.start and when.start.year is None and not when.start.relative:
            first = when.start.interval(end[1].year)[0]  # "tháng 7 + 8" of a plan of a school year
        return Interval(when.kind, _iso(first), _iso(end[1]), when.qualifier, odd_start or odd_end)

    def _counted(self, when: When) -> Interval | None:
        """So many days from the day that the plan is issued; working days depend on feasts and stay undecided."""
        length = when.duration
        if length is None or length.after is None or self.issued is None or length.working_days:
            return None
        days = {"ngày": 1, "tuần": 7}.get(length.unit)
        if days is None or not _ISSUING.search(length.after.lower()) or when.kind != "deadline":
            return None
        end = self.issued + timedelta(days=int(length.value) * days)
        within = when.qualifier == "after"
        return Interval(when.kind, _iso(self.issued) if within else None, _iso(end), None if within else when.qualifier)

    def _every_year(self, when: When) -> bool:
        """ "Cuối năm" or a term of day and month without a year comes back every year of a plan of several years."""
        moment = when.end or when.start
        if moment is None or not self.many_years:
            return False
        term = (
            when.kind == "deadline" and moment.day is not None and moment == Moment(day=moment.day, month=moment.month)
        )
        ahead = self.issued is not None and self.last is not None and self.last.year > self.issued.year
        return (moment.part is not None and replace(moment, part=None) == Moment()) or (term and ahead)

    def _moment(self, moment: Moment | None) -> tuple[tuple[date | None, date | None], bool]:
        if moment is None:
            return (None, None), False
        if moment.school_year == (0, 0) and moment.part is None and self.school is not None:
            return replace(moment, school_year=self.school).interval(), False
        if moment.anchor == "issue_date":
            return (self.issued, self.issued), False
        if moment.anchor == "new_year" and self.issued is not None:
            feast = date(self.issued.year + 1, 1, 1)
            return (feast, feast), False
        if moment.anchor == "plan_start":
            return (self.first, self.first), False
        if moment.anchor == "plan_end":
            return (self.last, self.last), False
        if moment.phase is not None:
            return self._phase(moment), False
        if moment.year is not None and not EARLIEST <= moment.year <= (self._around(moment) or 2100) + 60:
            return replace(moment, year=self._around(moment)).interval(), True
        return moment.interval(self._around(moment)), False

    def _phase(self, moment: Moment) -> tuple[date | None, date | None]:
        start, end = (_date(d) for d in self.phases.get(moment.phase or 0, (None, None)))
        return {"start": (start, start), "end": (end, end)}.get(moment.part or "", (start, end))

    def _around(self, moment: Moment) -> int | None:
        """The year that a moment printed without one falls in."""
        month = moment.month or (3 * moment.quarter if moment.quarter else 6 * moment.half if moment.half else None)
        if self.school is not None and month is not None:
            return self.school[0] if month >= 8 else self.school[1]
        if self.year is not None:
            return self.year
        if self.issued is None:
            return self.first.year if self.first else None
        if month is not None and month < self.issued.month:
            return self.issued.year + 1
        return self.issued.year

    def is_past(self, found: Interval, *, at_once: bool = False) -> bool:
        """Whether it lies before the plan and what the plan covers, by a month or (``at_once``) at all."""
        latest = found.end or found.start
        known = [d for d in (self.not_before, self.first) if d is not None]
        if latest is None or not known:
            return False
        return date.fromisoformat(latest) < min(known) - (timedelta() if at_once else STALE)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
