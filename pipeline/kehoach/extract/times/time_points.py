"""Times of one moment: on it ("vào ngày 5/3"), up to it ("trước ngày 5/3"), from it on ("từ ngày 5/3")."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.event_times import day_of_event
from kehoach.extract.times.moment_grammar import moment
from kehoach.extract.times.moments import Read
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.time_ranges import FROM, TO_DATE, until
from kehoach.model.plan import DeadlineKind, Qualifier
from kehoach.model.time import Moment, When

_BY = re.compile(
    r"(?P<before>(?:(?:đến|tới)\s+)?trước(?:\s+(?:thời\s+điểm|thời\s+gian|dịp|quốc\s+khánh|ngày\s+quốc\s+khánh|(?:đầu\s+)?(?:giờ\s+)?(?:vào\s+)?ca\s+(?:\d|[iv]+|một|hai|ba|đầu|sáng|chiều|tối|đêm)(?=\s+(?:của\s+)?ng[àa]y)(?:\s+của)?))?\s+(?:hết\s+)?)"
    r"|(?P<by>(?:(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|vào|đến|trong|hết|trước))*\s*:?\s*|(?:không|chưa)\s+(?:quá|muộn\s+hơn|chậm\s+hơn)\s+|"
    r"hạn\s+(?:cuối|chót|nộp|gửi|nhận|đăng\s+ký)(?:\s+(?:cùng|là|vào|nộp|nhận|gửi|hồ\s+sơ|báo\s+cáo|bài|đăng\s+ký|sản\s+phẩm)){0,4}\s*:?\s*|(?:đến|tới)\s+(?:hết\s+|khoảng\s+|thời\s+điểm\s+)?|hết\s+))"
    r"|(?P<aft>sau\s+)(?=ngày|tháng|\d)"
)
_ON = re.compile(
    r"(?P<approx>dự\s+kiến\s+(?!trong|vào|ngày)(?:[^\W\d]+\s+){1,4}(?=\d{1,2}/\d{1,2})|(?:vào\s+)?(?:khoảng|dự\s+kiến(?:\s+vào)?(?:\s+trong)?|dịp)\s*:?\s+(?:thời\s+gian\s+)?)|(?P<on>(?:vào|trong)\s+(?:suốt\s+)?(?:dịp\s+)?)"
)


def bounded(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (intro := _BY.match(low, at)) is None:
        return None
    read = moment(low, intro.end(), bound=True) or day_of_event(low, intro.end())
    qualifier: Qualifier = "before" if intro["before"] else "after" if intro["aft"] else "by"
    if "trước" in intro[0]:
        qualifier = "before"
    if read is None and (blank := _BLANK_DAY.match(low, intro.end())) is not None:
        return TimeMatch(at, blank.end(), When("deadline", qualifier=qualifier, rule="time.blank"))
    if read is None or read.shape == "now":
        return None
    if qualifier == "after":
        return TimeMatch(at, read.end, When("period", read.last, None, "after", rule="time.after"), read.shape)
    when = When("deadline", None, until(read.last, intro[0]), qualifier, rule=f"time.{qualifier}")
    return TimeMatch(at, read.end, when, read.shape)


_BLANK_DAY = re.compile(
    r"ng[àa]y\s*[.…_]*\s*(?:/\s*\d{1,2}(?:\s*/\s*\d{4})?(?!\d)|tháng\s*(?:[.…_]+|\d{1,2})(?:\s*,?\s*năm\s*(?:20\d\d|[.…_]+))?)"
)
"""A day that the drafter left blank: "ngày ... tháng 4 năm 2031"."""


def since(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (intro := FROM.match(low, at)) is None or (read := moment(low, intro.end(), bound=True)) is None:
        return None
    if low[:at].rstrip().endswith("ngay") and read.first.part is not None:
        return TimeMatch(at, read.end, When("period", read.first, read.last, rule="time.year"), read.shape)
    onward = re.compile(r"\s+trở\s+đi").match(low, read.end)
    if TO_DATE.match(low, read.end):
        return None
    when = When("period", read.first, None, "after" if intro["after"] else "from", rule="time.from")
    return TimeMatch(at, onward.end() if onward else read.end, when, read.shape)


_HOUR = r"\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2}(?:\s?phút)?)?"
_FROM_HOUR = re.compile(
    rf"(?:từ\s+)?{_HOUR}\s*(?:-|đến|tới)\s*{_HOUR}\s*,?\s*(?=(?:sáng|chiều|tối|thứ|chủ|ng[àa]y)\s|\d)"
)
_LAST_DAY = re.compile(r"\s+là\s+(?:hạn|thời\s+hạn|ngày\s+cuối|thời\s+điểm\s+cuối)(?!\w)")
"""Behind a day that is a term."""


def hours_of_a_day(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Từ 7h30 đến 11h30 ngày 19/5": the day is the time."""
    if (hours := _FROM_HOUR.match(low, at)) is None or (read := moment(low, hours.end(), bound=True)) is None:
        return None
    if read.shape != "day":
        return None
    return TimeMatch(at, read.end, When("period", read.first, read.last, rule="time.day"), read.shape, worded=True)


def at_moment(low: str, at: int, cell: bool) -> TimeMatch | None:
    intro = _ON.match(low, at)
    read = moment(low, intro.end() if intro else at, bound=cell or intro is not None)
    if read is None or read.shape == "now":
        return None
    read = _with_years_behind(low, read)
    about = intro is not None and intro["approx"] is not None and not ("dịp" in intro[0] and read.shape != "day")
    vague = read.shape == "week" or (read.shape == "phase" and read.first.part is not None)
    whole = read.shape == "phase" and read.first.part is None
    single = read.shape in ("day", "month", "week", "tens", "phase") and not (cell or whole)
    kind: DeadlineKind = "milestone" if single or (read.shape == "day" and read.first == read.last) else "period"
    rule = f"time.{read.shape}" + ("s" if read.first != read.last and read.shape != "tens" else "")
    if read.shape == "day" and intro is None and _LAST_DAY.match(low, read.end):
        return TimeMatch(at, read.end, When("deadline", None, read.last, "by", rule="time.by"), read.shape)
    when = When(kind, read.first, read.last, "approx" if about or vague else None, rule=rule)
    return TimeMatch(at, read.end, when, read.shape, read.worded or intro is not None)


_YEARS_BEHIND = re.compile(r"(?:\s*,\s*|\s+và\s+)(?:năm\s+)?(?P<y>20\d\d)(?![\d/])")


def _with_years_behind(low: str, read: Read) -> Read:
    """ "Quý IV/2026, 2027": what goes on in the year behind."""
    while read.shape in ("quarter", "month", "year") and (m := _YEARS_BEHIND.match(low, read.end)) is not None:
        if read.last.year is None or int(m["y"]) != read.last.year + 1:
            break
        read = replace(read, last=Moment(int(m["y"])), end=m.end())
    return read
