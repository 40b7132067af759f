"""The closed grammar of printed calendar dates: "ngày 29 tháng 5 năm 2015", "22/4/2024", "17-10-2005", "5.6.2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach.rules.needs import Sieve

_MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MONTH_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LONG = re.compile(
    rf"(?:ngày\s*(?P<day>\d{{1,2}})\s*)?tháng\s*(?P<month>\d{{1,2}}|{_MONTH_WORD})(?:\s*,)?\s*năm\s*(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?<![\d/.,])(?P<day>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?!\d|/\d)"
)
_DAY_MONTH = Sieve(r"(?<![\d/.,-])(?P<day>\d{1,2})\s?(?P<sep>[/-])\s?(?P<month>\d{1,2})(?![\d/-])")
_YEAR_ONLY = re.compile(r"(?:năm\s*)(?P<year>(?:19|20)\d{2})(?!\s*[-/]?\s*\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Half-open offsets and what is printed; ``iso`` is partial where the day (or month) is not printed."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> str | None:
        if self.year is None:
            return None
        return "-".join((f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)))


def calendar_dates(text: str, short_years: bool = False) -> Iterator[CalendarDate]:
    """Full dates (day, month, year) and "tháng m năm y", in order. Impossible dates are passed over.

    Two-digit years are read only on request: outside stamps they are rare, and "1/2/19" may be a fraction.
    """
    found = [made for pattern in (_LONG, _SHORT) for match in pattern.finditer(text) if (made := _made(match))]
    for one in sorted(found, key=lambda d: d.start):
        if one.year is not None and (one.year >= 1000 or short_years):
            yield one if one.year >= 1000 else CalendarDate(one.start, one.end, 2000 + one.year, one.month, one.day)


def days_and_months(text: str) -> Iterator[CalendarDate]:
    """Days and months without a year ("20/11"), in order."""
    for match in _DAY_MONTH.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        if _possible(2000, month, day):
            yield CalendarDate(match.start(), match.end(), None, month, day)


def year_after(text: str, offset: int) -> CalendarDate | None:
    """A bare "năm 2013" that follows directly at the offset."""
    match = re.compile(r"[\s,(]*").match(text, offset)
    at = match.end() if match else offset
    year = _YEAR_ONLY.match(text, at)
    return CalendarDate(year.start(), year.end(), int(year["year"]), None, None) if year else None


def _made(match: re.Match[str]) -> CalendarDate | None:
    parts = match.groupdict()
    day = int(parts["day"]) if parts["day"] else None
    month = int(parts["month"]) if parts["month"].isdigit() else _MONTHS[parts["month"].lower()]
    year = int(parts["year"])
    if not _possible(year if year >= 1000 else 2000, month, day or 1):
        return None
    return CalendarDate(match.start(), match.end(), year, month, day)


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1000 <= year <= 2200
