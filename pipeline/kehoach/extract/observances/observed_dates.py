"""The dates behind the name of an anniversary, and the count of years beside them."""

from __future__ import annotations

import re
from datetime import date

from kehoach.extract.times.calendar_dates import CalendarDate, calendar_dates, days_and_months

_LEAD = re.compile(
    r"\"?[\s,:(]*(?:(?P<years>\d{1,4})\s+năm(?=\s*(?:[,;:.()-]|và\b|$))[\s,;:(-]*)?(?:(?:từ\s+)?ngày\s+)?",
    re.IGNORECASE,
)
"""Before the dates behind a name: the end of a quotation, a bracket, and the count where it stands here ("ngày ... 30
năm (...)")."""
_COUNT_BEHIND = re.compile(r"\s*[:,;-]?\s*(?:tròn\s+)?(?P<years>\d{1,4})\s+năm(?!\s+\d|\s+ngày)", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s*(?:-|đến)\s*(?:ngày\s*)?")
_BOUND = r"(?:(?:hết|ngày|đầu|tháng|cuối)\s+)*(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>\d{4})"
_FROM, _UNTIL = re.compile(rf"\btừ\s+{_BOUND}", re.IGNORECASE), re.compile(rf"\bđến\s+{_BOUND}", re.IGNORECASE)


def dates_behind(text: str, end: int) -> tuple[str | None, str | None, int | None, int]:
    """Origin and day celebrated, as far as printed right behind the name, the count beside them, and where they end."""
    lead = _LEAD.match(text, end)
    assert lead is not None
    at, years = lead.end(), int(lead["years"]) if lead["years"] else None
    near = [d for d in calendar_dates(text[at : at + 40]) if d.day is not None]
    if near and near[0].start <= 1:
        first, second = near[0], near[1] if len(near) > 1 else None
        if second and _RANGE_GAP.fullmatch(text[at + first.end : at + second.start]):
            if first.year == second.year and "từ" in lead[0].lower():
                return None, None, years, end  # the time of what is done, not of what is remembered
            after = _closed(text, at + second.end)
            behind = _COUNT_BEHIND.match(text, after) if years is None else None
            years, after = (int(behind["years"]), behind.end()) if behind else (years, after)
            return first.iso, second.iso, years, after
        return None, first.iso, years, _closed(text, at + first.end)
    day = next((d for d in days_and_months(text[at : at + 12]) if d.start <= 1), None)
    if day is None:
        return None, None, years, lead.end("years") + 4 if years is not None else end
    return None, _with_year(day, text[:end]), years, _closed(text, at + day.end)


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end


def _with_year(day: CalendarDate, before: str) -> str | None:
    """The date with the year that the phase in the same passage ("Từ tháng 2/2021 đến ...") leaves for it."""
    assert day.month is not None and day.day is not None
    until, since = _last(_UNTIL, before), _last(_FROM, before)
    if until:
        year = int(until["year"])
        bound = (int(until["month"]), int(until["day"] or 31))
        return _iso(year if (day.month, day.day) <= bound else year - 1, day.month, day.day)
    if since:
        year = int(since["year"])
        bound = (int(since["month"]), int(since["day"] or 1))
        return _iso(year if (day.month, day.day) >= bound else year + 1, day.month, day.day)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
