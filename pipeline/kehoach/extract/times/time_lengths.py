"""Lengths of time: "trong vòng 05 ngày làm việc kể từ ngày ...", "trước hội nghị 03 ngày"."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.moments import DAY, amount
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.time_points import at_moment
from kehoach.extract.times.time_ranges import STOP, range_of
from kehoach.model.plan import DeadlineKind, Duration, Qualifier
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_UNIT = r"(?P<u>ngày|tuần|tháng|quý|năm|giờ)"
_NUMBER = r"(?P<n>\d{1,3}(?:,5)?|(?:hai|ba|bảy|mười(?:\s+lăm)?)(?=\s+(?:ngày|tuần|tháng)\s))(?![/.,\-]?\d)\s*(?:\((?:[^()\d]{1,30})\)\s*)?"
_WORKING = r"(?:\s+đầu(?:\s+tiên)?(?=\s+(?:kể|tính|sau)\s))?(?P<w>\s*\(?\s*(?:làm\s+việc|làm(?!\s+\w))\s*\)?)?"
_EACH = r"(?:\s?/\s?(?:\d{1,2}|một|mỗi)?\s*(?:đơn\s+vị|huyện|xã|phường|trường|cơ\s+sở|cuộc|lớp|đợt|điểm|hồ\s+sơ))?"
"""For each of what: "02 ngày làm việc/01 đơn vị"."""
_EVENT_STOP = STOP.replace("và|", "và|mà|thì|nhưng|")
_AFTER = (
    r"(?:\s*[,(]?\s*(?P<after>(?:(?:sau\s+)?(?:tính\s+)?kể\s+từ|(?:tính\s+)?(?:từ|sau)\s+(?=(?:khi|ngày|thời\s+điểm)\s))(?!\s*(?:nay(?!\w)|\d|ngày\s+\d[^;:()|]{0,40}\s(?:đến|tới|-)\s))[^.;:,()|]{3,120}?"
    + _EVENT_STOP
    + r"|(?:(?:trước|sau)\s+(?:khi|ngày|mỗi|từng|thời\s+điểm|buổi|lễ|đại\s+hội|kỳ\s+họp|hội\s+(?:nghị|thi|thảo)|cuộc\s+(?:họp|thi))|(?<!,\s)kết\s+thúc)\s+[^.;:,()|]{3,120}?"
    + _EVENT_STOP
    + "))?"
)
_LESS = r"(?:sau(?=\s+\d)|≤|<=|<|không\s+quá|tối\s+đa|chậm\s+nhất|muộn\s+nhất|trong\s+vòng|trong\s+thời\s+hạn|thời\s+hạn|trước|dưới)"
_MORE = r"(?:≥|>=|>|ít\s+nhất|tối\s+thiểu)"
_DURATION = re.compile(
    rf"(?:dự\s+kiến\s+)?(?:khoảng\s+(?=\d))?(?:(?:trong\s+(?:vòng|thời\s+hạn|thời\s+gian)\s+|thời\s+hạn\s+)?(?P<less>{_LESS})(?:\s+(?:là|sau))?\s*|(?P<more>{_MORE})\s*"
    rf"|(?P<bare>thời\s+gian(?:\s+\w+){{0,3}}?\s*(?:là|:)\s*)|(?P<of>trong\s+(?:thời\s+gian\s+)?))?"
    rf"\(?{_NUMBER}\(?\s*{_UNIT}(?!\w){_WORKING}{_EACH}{_AFTER}(?P<if>\s+nếu\s+[^.;:,()|]{{3,80}}?{STOP})?"
)

_BEFORE_DATE = re.compile(r"trước\s+ngày\s+\d")
"""After "6 tháng" it is the term of what is told about the six months, not the end from which they count."""

_NO_LENGTH = re.compile(
    r"\d{1,2}\s*giờ\s*(?:\d|,?\s*(?:ng[àa]y|sáng|chiều))|0?\d\s+tháng\s+(?:đầu|cuối)\s+năm|(?:[12]?\d|0\d|3[01])\s+tháng\s+(?:0?[1-9]|1[0-2])(?![\d]|[.,]\d)(?!\s*(?:ngày|tuần)(?!\w))"
)
"""An hour of the clock, a half of the year, or a day with its month."""

_PER_TIME = re.compile(r"\s?/\s?(?:tháng|quý|năm|tuần|học\s+kỳ)(?!\w)")
"""Behind a length: how much of it there may be in each ("nghỉ không quá 02 ngày/tháng")."""
_IS_OLD = re.compile(r"\s+(?:gần\s+(?:đây|nhất)|trở\s+lại|liên\s+tục|liền\s+kề|qua)(?!\w)")
"""Behind a length: how old a paper may be, how long a state must have lasted."""
_ON_AVERAGE = re.compile(r"(?:bình|trung)\s+(?:quân|bình)\s*$")
_CHANGED = re.compile(r"(?<!\w)(?:từ|thành|còn|xuống|giảm|tăng)(?:\s+(?:không\s+quá|tối\s+đa|dưới|khoảng))?\s*$")
"""Before a length that is cut or grows ("từ 10 ngày làm việc xuống 07 ngày làm việc"): nothing is due then."""
_AND_AGAIN = re.compile(r"\s*(?:,|và)\s+(?:0?9\s+tháng|h[àằ]ng|mỗi|cả)\s")
"""Behind six months: how often a report is due, no length."""
_STOPPED = re.compile(STOP)
_BESIDE = re.compile(r"\s*[,(:]\s*(?:gồm\s+(?:các\s+)?)?")
"""Between a length and the days that it fills ("02 ngày, từ ngày 8 đến ngày 9/6"): the days are the time."""

_DAYS_BEFORE = re.compile(
    rf"trước\s+(?:khi|ngày|thời\s+điểm)\s+(?!\d)[^.;:,()|\d]{{2,60}}?\s+(?:(?:ít\s+nhất|tối\s+thiểu)\s+)?(?P<n0>\d{{1,2}})\s+(?P<u0>ngày|tuần|tháng)(?:\s+làm\s+việc)?{STOP}"
    rf"|trước\s+(?:ngày\s+)?(?:(?:hội\s+nghị|đại\s+hội|lễ|buổi|cuộc\s+họp|kỳ\s+họp|phiên\s+họp|hội\s+thi)[^.;:,()|\d]{{0,50}}?\s+)?(?:ít\s+nhất\s+)?(?P<n>\d{{1,2}})\s+(?P<u>ngày|tuần|tháng)(?:\s+làm\s+việc)?(?:{STOP}|\s+(?:tổ\s+chức|diễn\s+ra|khai\s+mạc|tiến\s+hành|bế\s+mạc)\s+[^.;:,()|]{{3,60}}?{STOP}|\s+(?:so\s+với|tính\s+(?:đến|từ))\s+[^.;:,()|]{{3,80}}?{STOP})"
)

_MONTH_BEFORE = rf"(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)?)?(?:trước|vào|đến)?\s*(?:ngày|tuần)\s+(?:{DAY}|đầu|cuối)(?:\s+của)?\s+tháng\s+(?:liền\s+(?:kề\s+)?)?(?:trước|sau)(?:\s+liền\s+kề)?(?!\w)"
"""A day of the month before, or behind, another that an event tells."""
_NEXT_TO = Sieve(rf"{_MONTH_BEFORE}\s+(?:của\s+)?(?:tháng|đợt|kỳ|khi)\s+[^.;:,()|]{{3,80}}?{STOP}")


def length(low: str, at: int, cell: bool) -> TimeMatch | None:
    m = _DURATION.match(low, at)
    if m is None or not (cell or m["less"] or m["bare"] or m["after"] or m["w"] or m["of"] or m["more"] in ("≥", ">=")):
        return None
    filled = _BESIDE.match(low, m.end()) if m["of"] else None
    if (
        filled is not None
        and (days := range_of(low, filled.end(), cell) or at_moment(low, filled.end(), cell)) is not None
    ):
        return replace(days, start=at, when=replace(days.when, kind="period"))  # "trong 03 ngày (01 - 03/10)"
    if (
        (not cell and m["u"] in ("năm", "quý") and m["after"] is None and m["less"] != "sau")
        or m["less"] == "dưới"
        or (m["of"] and not (m["after"] or m["w"] or m["u"] == "giờ"))
    ):
        return None
    if (m["less"] == "trước" and not m["after"]) or _IS_OLD.match(low, m.end()) or _ON_AVERAGE.search(low[:at]):
        return None
    if not m["after"] and _CHANGED.search(low[:at]):
        return None
    if m["bare"] and _AND_AGAIN.match(low, m.end()):
        return None
    if m["bare"] and not m["after"] and _STOPPED.match(low, m.end()) is None:
        return None
    if _NO_LENGTH.match(low, m.start("n")) or _PER_TIME.match(low, m.end()):
        return None
    if m["u"] in ("tháng", "quý", "năm") and not (m["less"] or m["more"]) and _BEFORE_DATE.match(m["after"] or ""):
        return None
    if not cell and m["after"] is None and m["more"] is not None:
        return None
    if (
        m["bare"]
        and (dated := _BESIDE.match(low, m.end()))
        and (range_of(low, dated.end(), cell) or at_moment(low, dated.end(), cell))
    ):
        return None
    kind: DeadlineKind = "deadline" if m["less"] or m["after"] else "period"
    after = " ".join(m["after"].split()) if m["after"] else None
    if m["less"] and m["less"].endswith("nhất") and after and "trước" not in after.split()[0]:
        length = Duration(amount(m["n"]), m["u"], m["w"] is not None, after)
        return TimeMatch(at, m.end(), When("deadline", qualifier="by", duration=length, rule="time.length"))
    qualifier: Qualifier | None = "after" if after and "trước" not in after.split()[0] else "before" if after else None
    length = Duration(amount(m["n"]), m["u"], m["w"] is not None, after)
    return TimeMatch(at, m.end(), When(kind, qualifier=qualifier, duration=length, rule="time.length"))


def days_before(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Trước hội nghị 03 ngày": a term that hangs on an event."""
    if (m := _DAYS_BEFORE.match(low, at)) is None:
        return None
    length = Duration(float(m["n"] or m["n0"]), m["u"] or m["u0"], "làm việc" in m[0], None)
    return TimeMatch(at, m.end(), When("deadline", qualifier="before", duration=length, rule="time.days_before"))


def month_before(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Trước ngày 10 tháng liền kề trước tháng đoàn đến": a term that hangs on the month of an event."""
    if (m := _NEXT_TO.match(low, at)) is None:
        return None
    qualifier: Qualifier | None = "before" if m[0].split("ngày")[0].rstrip().endswith("trước") else "by"
    return TimeMatch(at, m.end(), When("deadline", qualifier=qualifier, rule="time.month_before"))
