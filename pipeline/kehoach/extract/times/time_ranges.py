"""Times from one moment to another: "từ ngày 5 đến ngày 9/3", "từ quý II đến hết quý III", "bắt đầu ... kết thúc ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.event_times import day_of_event
from kehoach.extract.times.moment_grammar import moment
from kehoach.extract.times.moments import DAY, Read
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.plan import Qualifier
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

STOP = r"(?=[.;:,()|]|$|\s-\s|\s+(?:và|để|gồm|theo|nộp|gửi|dự\s+kiến|≤|≥)\s)"
FROM = re.compile(r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s+(?P<after>sau\s+)?")
_BEGINS = re.compile(r"(?:bắt\s+đầu|khởi\s+động|mở\s+màn)\s*:?\s+(?:(?:kể\s+)?từ\s+|vào\s+|trong\s+|ngay\s+)*")
"""Begins a range only where its end is told too."""
_LEAD = re.compile(r"(?:(?:vào|khoảng|trong|dự\s+kiến|dịp|ngay)\s+)*(?:khoảng\s+)?(?:thời\s+gian\s+)?")
_TO = re.compile(
    r"(?:\s*\([^()]{1,25}\))?(?:\s+|\s*,\s*)(?:cho\s+)?(?:đến|tới)(?:\s+(?P<q>hết|trước|cuối\s+ngày|khoảng))?(?:\s+khoảng)?\s+|\s?[-→]\s?"
)
_ENDS = Sieve(
    r"\s*[,;]?\s+(?:(?:và|rồi)\s+)?(?:sẽ\s+|dự\s+kiến\s+)?(?:kết\s+thúc|khép\s+lại|bế\s+mạc|hoàn\s+thành|kéo\s+dài)(?:\s+(?:cho\s+)?(?:vào|đến|tới|trong|(?P<q>hết|trước)))*\s*:?\s+"
)
"""The end of what has begun, told with a verb of its own: "bắt đầu từ tháng 3 và kết thúc trong tháng 9"."""
TO_DATE = Sieve(r"\s+(?:đến|tới)\s+(?:nay|thời\s+điểm)(?!\w)")
"""Behind "từ năm 2015": what is told of goes back so far, nothing is due."""
_TO_EVENT = Sieve(
    rf"(?:(?:ngày|khi|lúc|thời\s+điểm)\s+(?:khai\s+(?:mạc|giảng)|bế\s+(?:mạc|giảng)|bầu\s+cử|đại\s+hội|kết\s+thúc|hoàn\s+thành|tổng\s+kết|tổ\s+chức|diễn\s+ra|có)|kết\s+thúc(?=\s))(?!\w)[^.;:,()|]{{0,100}}?{STOP}"
)
_TOLD = Sieve(r"\s*\(\s*(?:(?:dự\s+kiến|khoảng|vào|trong)\s+)*")
"""Behind an event, before its day: "đến khi tổng kết năm (dự kiến ngày 30/11)"."""
_DASH_RANGE = re.compile(
    rf"(?P<f>từ\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?P<d>{DAY})(?=\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?{DAY}\s*[/.\-]|\s*(?:-|đến|tới)\s*(?:ngày\s+)?{DAY}\s+tháng)"
)

_BARE_WEEK = re.compile(
    r"tuần\s+(?:thứ\s+)?(?P<n>[1-4])(?=\s*(?:-|đến|tới)\s*(?:hết\s+)?tuần\s+(?:thứ\s+)?[1-4](?:\s+của)?\s+th[áa]ng\s)"
)
"""The first week of a stretch whose month stands with the last."""
_NUMBERED = re.compile(r"(?<!\w)(?:đợt|giai\s+đoạn|bước|chặng|vòng)\s+$")
"""Before a number that names a phase, and is no day ("Đợt 1 đến hết ngày 31/5")."""


def range_of(low: str, at: int, cell: bool) -> TimeMatch | None:
    """The range that begins at ``at`` of lowered text; ``cell``: bare figures count."""
    lead = _LEAD.match(low, at)
    begin = lead.end() if lead else at
    intro = FROM.match(low, begin)
    started = _BEGINS.match(low, begin)
    first = _first(low, begin, intro, cell)
    if started is not None and (opened := moment(low, started.end(), bound=True)) and _ENDS.match(low, opened.end):
        first = opened
    if first is None:
        return None
    if intro and first.first != first.last and _TO.match(low, first.end) is None:
        when = When("period", first.first, first.last, rule="time.range")
        return TimeMatch(begin, first.end, when, first.shape)
    link = _TO.match(low, first.end) or (_ENDS.match(low, first.end) if intro or started else None)
    if link is None or not (intro or started or cell or first.shape in ("day", "day_of_month", "month", "quarter")):
        return None
    last = moment(low, link.end(), bound=True) or day_of_event(low, link.end())
    if last is None and intro is not None and (event := _TO_EVENT.match(low, link.end())) is not None:
        if (told := _TOLD.match(low, event.end())) and (day := moment(low, told.end(), bound=True)) is not None:
            start, end = _complete(first.first, day.last)
            closed = low.startswith(")", day.end)
            return TimeMatch(begin, day.end + closed, When("period", start, end, rule="time.range"), day.shape)
        return TimeMatch(
            begin, event.end(), When("period", first.first, None, "from", rule="time.range.event"), first.shape
        )
    if last is None or last.shape == "now":
        return None
    start, end = _complete(first.first, until(last.last, link["q"]))
    qualifier: Qualifier | None = "approx" if lead and "dự" in lead[0] else "before" if link["q"] == "trước" else None
    when = When("period", start, end, qualifier, rule="time.range")
    return TimeMatch(
        at if lead and "dự" in lead[0] else begin, last.end, when, last.shape, intro is not None or first.worded
    )


def _first(low: str, begin: int, intro: re.Match[str] | None, cell: bool) -> Read | None:
    if _NUMBERED.search(low, max(0, begin - 20), begin):
        return None
    named = low[:begin].rstrip().endswith((":", "("))
    first = moment(low, intro.end() if intro else begin, bound=intro is not None or cell or named)
    day = _DASH_RANGE.match(low, begin)
    if first is None and (week := _BARE_WEEK.match(low, intro.end() if intro else begin)) is not None:
        return Read(Moment(week=int(week["n"])), Moment(week=int(week["n"])), week.end(), "week")
    if day and (first is None or first.shape == "day_of_month" or first.first.month is None):
        return Read(Moment(day=int(day["d"])), Moment(day=int(day["d"])), day.end(), "day_of_month")
    return first


def until(moment: Moment, word: str | None) -> Moment:
    """The moment that something lasts to. The last day of a school year ("đến hết năm học") is set year by year."""
    ends = word is not None and "hết" in word and moment.school_year is not None
    return replace(moment, part="end") if ends else moment


def _complete(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """What the first end of a range leaves out stands in the second: "từ 10 đến 15/10/2019"."""
    if (first.day is not None or first.week is not None) and first.month is None:
        first = replace(first, month=last.month, year=last.year)
    if first.year is None and not first.relative and last.year is not None and last.month is not None:
        later = (first.month or (first.quarter or 1) * 3 - 2) > last.month
        first = replace(first, year=last.year - 1 if later else last.year)
    elif first.year is None and not first.relative and last.year is not None:
        first = replace(first, year=last.year)
    elif last.year is None and not last.relative and first.year is not None and last.month is not None:
        wraps = first.month is not None and last.month < first.month
        last = replace(last, year=first.year + wraps)
    return first, last
