"""The closed grammar of administrative time: ranges, bounds, recurrences, lengths and events around moments.

``find`` gives every time expression of a text, longest first from the left; whether one binds an action of the plan
is not its business. Productions are named ("time.range"): the name is the rule of the fact made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kehoach.extract.moment_grammar import DAY, Read, Shape, lowered, moment
from kehoach.model.plan import DeadlineKind, Duration, Qualifier
from kehoach.model.time import Moment, When


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """``start`` and ``end`` are half-open offsets into the text; ``shape`` is that of its (last) moment, None where
    it has none; ``worded`` tells that words of time, not bare figures, carry it."""

    start: int
    end: int
    when: When
    shape: Shape | None = None
    worded: bool = True


_UNIT = r"(?P<u>ngày|tuần|tháng|quý|năm|giờ)"
_NUMBER = r"(?P<n>\d{1,3})(?![/.\-]?\d)\s*(?:\((?:[^()\d]{1,30})\)\s*)?"
_WORKING = r"(?P<w>\s*\(?\s*(?:làm\s+việc|làm(?!\s+\w))\s*\)?)?"
_EVENT = r"(?:có|được|nhận|ban\s+hành|công\s+bố|kết\s+thúc|hoàn\s+thành|khi|thời\s+điểm|kể)"
_STOP = r"(?=[.;:,()|]|$|\s-\s|\s+(?:và|để|gồm|theo|nộp|gửi|dự\s+kiến|≤|≥)\s)"
_EVENT_STOP = _STOP.replace("và|", "")
_AFTER = (
    r"(?:\s*,?\s*(?P<after>(?:(?:tính|kể)\s+)*(?:từ|sau)\s+(?:khi|ngày|thời\s+điểm)\s+[^.;:,()|]{3,120}?"
    + _STOP
    + r"|(?:trước|sau)\s+(?:khi|ngày|mỗi|từng)\s+[^.;:,()|]{3,120}?"
    + _STOP
    + "))?"
)
_LESS = r"(?:sau(?=\s+\d)|≤|<=|<|không\s+quá|tối\s+đa|chậm\s+nhất|muộn\s+nhất|trong\s+vòng|trong\s+thời\s+hạn|thời\s+hạn|trước|dưới)"
_MORE = r"(?:≥|>=|>|ít\s+nhất|tối\s+thiểu)"
_DURATION = re.compile(
    rf"(?:(?:trong\s+(?:vòng|thời\s+hạn|thời\s+gian)\s+|thời\s+hạn\s+)?(?P<less>{_LESS})(?:\s+(?:là|sau))?\s*|(?P<more>{_MORE})\s*"
    rf"|(?P<bare>thời\s+gian(?:\s+\w+){{0,3}}?\s*(?:là|:)\s*)|(?P<of>trong\s+(?:thời\s+gian\s+)?))?"
    rf"\(?{_NUMBER}\(?\s*{_UNIT}(?!\w){_WORKING}{_AFTER}(?P<if>\s+nếu\s+[^.;:,()|]{{3,80}}?{_STOP})?"
)

_BEFORE_DATE = re.compile(r"trước\s+ngày\s+\d")
"""After "6 tháng" it is the term of what is told about the six months, not the end from which they count."""

_NO_LENGTH = re.compile(r"\d{1,2}\s*giờ\s*(?:\d|,?\s*(?:ng[àa]y|sáng|chiều))|0?\d\s+tháng\s+(?:đầu|cuối)\s+năm")
"""An hour of the clock, or a half of the year."""

_EVERY = r"(?:h[àằ]ng|mỗi|từng)"
_PERIOD = r"(?:ngày|tuần|tháng|quý|năm(?:\s+học)?|học\s+k[ỳì]|đợt|kỳ)"
_LAST_MONTH = r"tháng\s+(?:đầu|cuối|thứ\s+\w+)(?:\s+của)?\s+(?:h[àằ]ng\s+|mỗi\s+|từng\s+)?(?:quý|đợt|kỳ|học\s+kỳ)(?!\w)(?!\s+[ivx\d])(?:\s+(?:sau|tiếp\s+theo))?|(?:tháng|quý|tuần)\s+(?:sau|kế\s+tiếp|tiếp\s+theo)(?!\w)"
_A_DAY = rf"{DAY}(?:/\d{{1,2}}|\s+tháng\s+\d{{1,2}})?"
_FREQUENCY = rf"(?:(?:tối\s+thiểu|ít\s+nhất)\s+)?(?:\d+|một|hai)\s*(?:lần|đợt|cuộc|kỳ|buổi|phiên)(?:\s*/\s*|\s+(?:trong|mỗi|một)\s+)(?:\d+\s*)?{_PERIOD}(?!\w)(?!\s+\d)|0?\d{{1,2}}\s*tháng(?:\s*,\s*(?:\w+\s+)?năm)?\s*(?:/|một|1)\s*(?:\d+\s+)?lần"
_RECURRING = re.compile(
    rf"(?:(?:(?:theo\s+)?định\s+k[ỳì]\s+)?(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)*|trước\s+|vào\s+|đến\s+)*(?:ngày\s+{_A_DAY}(?:\s*(?:,|và|hoặc)\s*(?:ngày\s+)?{_A_DAY})*|(?:tuần|ngày)\s+(?:đầu|cuối)(?:\s+cùng)?|(?:đầu|giữa|cuối)|thứ\s+\w+)\s+(?:của\s+)?(?:{_EVERY}\s+{_PERIOD}(?!\w)|{_LAST_MONTH})"
    rf"|(?:theo\s+)?định\s+k[ỳì](?:\s*\(?\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w)(?:\s*(?:,|và|hoặc|/)\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w))*|\s+0?\d\s+tháng(?:\s*(?:,|và)\s*(?:{_EVERY}\s+)?(?:0?\d\s+tháng|(?:cả\s+)?{_PERIOD}(?!\w)))*(?:\s*(?:/|một)\s*lần)?)?"
    rf"(?:\s+(?:hoặc|và)\s+đột\s+xuất(?:\s+theo\s+yêu\s+cầu)?|\s+(?:theo\s+)?quy\s+định|\s+đột\s+xuất)?"
    rf"|(?:mỗi|một|hai|ba|\d+)\s+(?:năm|tháng|quý|tuần)\s+(?:tổ\s+chức\s+)?(?:một|hai|\d+|[il])\s+lần"
    rf"|theo\s+từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w)(?:\s*,\s*từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w))*"
    rf"|theo\s+(?:tuần|tháng|quý)(?:\s*,\s*(?:tháng|quý|năm))*(?!\w)(?!\s+[ivx\d])|h[àằ]ng\s+{_PERIOD}(?!\w)(?:\s*(?:,|và)\s*(?:h[àằ]ng\s+)?{_PERIOD}(?!\w))*"
    rf"|(?:sau\s+(?:mỗi|từng)\s+đợt(?:\s+thi\s+đua)?|(?:sau\s+)?mỗi\s+(?!đợt){_PERIOD})(?!\w)(?:\s+(?:một|1|01)\s+lần)?"
    rf"|{_FREQUENCY})"
)

_FROM = re.compile(r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s+(?P<after>sau\s+)?")
_LEAD = re.compile(r"(?:(?:vào|khoảng|trong|dự\s+kiến|dịp|ngay)\s+)*(?:khoảng\s+)?(?:thời\s+gian\s+)?")
_TO = re.compile(
    r"(?:\s+|\s*,\s*)(?:cho\s+)?(?:đến|tới)(?:\s+(?P<q>hết|trước|cuối\s+ngày|khoảng))?(?:\s+khoảng)?\s+|\s?-\s?"
)
_TO_DATE = re.compile(r"\s+(?:đến|tới)\s+(?:nay|thời\s+điểm)(?!\w)")
"""Behind "từ năm 2015": what is told of goes back so far, nothing is due."""
_TO_EVENT = re.compile(
    rf"(?:ngày|khi|lúc|thời\s+điểm)\s+(?:khai\s+mạc|bế\s+mạc|kết\s+thúc|hoàn\s+thành|tổng\s+kết|tổ\s+chức|diễn\s+ra|có)(?!\w)[^.;:,()|]{{0,100}}?{_STOP}"
)
_BY = re.compile(
    r"(?P<before>(?:đến\s+)?trước(?:\s+(?:thời\s+điểm|thời\s+gian|quốc\s+khánh|ngày\s+quốc\s+khánh))?\s+(?:hết\s+)?)"
    r"|(?P<by>(?:(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|vào|đến|trong|hết|trước))*\s*:?\s*|(?:không|chưa)\s+(?:quá|muộn\s+hơn|chậm\s+hơn)\s+|"
    r"hạn\s+(?:cuối|chót)(?:\s+(?:là|vào))?\s*:?\s*|đến\s+(?:hết\s+|khoảng\s+)?|hết\s+))"
    r"|(?P<aft>sau\s+)(?=ngày|tháng|\d)"
)
_ON = re.compile(
    r"(?P<approx>(?:vào\s+)?(?:khoảng|dự\s+kiến(?:\s+vào)?(?:\s+trong)?|dịp)\s*:?\s+(?:thời\s+gian\s+)?)|(?P<on>(?:vào|trong)\s+(?:dịp\s+)?)"
)
_DAYS_BEFORE = re.compile(
    rf"trước\s+(?:ngày\s+)?(?:(?:hội\s+nghị|đại\s+hội|lễ|buổi|cuộc\s+họp|kỳ\s+họp|phiên\s+họp|hội\s+thi)[^.;:,()|\d]{{0,50}}?\s+)?(?:ít\s+nhất\s+)?(?P<n>\d{{1,2}})\s+(?P<u>ngày|tuần|tháng)(?:\s+làm\s+việc)?{_STOP}"
)
_EVENT_TIME = re.compile(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:{_EVENT}\s+)?(?P<e>[^.;:,()|]{{3,120}}?){_EVENT_STOP}"
    rf"|đến\s+trước\s+thời\s+điểm\s+[^.;:,()|]{{3,80}}?{_STOP}|trước\s+khi\s+[^.;:,()|]{{3,80}}?{_STOP}"
)
_EVENT_START = re.compile(
    r"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:có|được|công\s+bố|kết\s+thúc|hoàn\s+thành|nhận|ban\s+hành|báo\s+cáo|triển\s+khai|ký|phê\s+duyệt|thẩm\s+định|nghiệm\s+thu|trúng|tổ\s+chức)(?!\w)|đến\s+trước\s+thời|trước\s+khi"
)
_PHASE = re.compile(
    r"(?:đợt|giai\s+đoạn|bước|chặng)\s+(?:thi\s+đua\s+)?(?:cao\s+điểm\s+)?(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|cuối(?:\s+cùng)?|iv|i{1,3}|[il1-9])(?![\w/])"
)
_DASH_RANGE = re.compile(
    rf"(?P<f>từ\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?P<d>{DAY})(?=\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?{DAY}\s*[/.\-]|\s*(?:-|đến|tới)\s*(?:ngày\s+)?{DAY}\s+tháng)"
)
_TRIGGER = re.compile(
    r"(?<![\w/])(?<!\d,)(?=[≤≥<>\d]|cả|một|hai|ba|sáng|từ|kể|bắt|đến|trước|chậm|muộn|trễ|hết|không|chưa|sau|ngay|vào|trong|dự|khoảng|dịp|ng[àa]y|mồng|mùng|tuần|"
    r"th[áaảàã]ng|qu[ýyí]|n[ăa]m|thượng|trung|hạ|đầu|giữa|cuối|học|theo|định|h[àằ]ng|mỗi|tối|ít|thời|giai|hạn|lúc|thứ|chủ|sáu|chín)"
    r"|(?=[≤≥])"
)


def find(text: str, *, cell: bool = False) -> Iterator[TimeMatch]:
    """Every time expression, in order, without overlaps. ``cell``: the text is a time cell, bare figures count."""
    low, at = lowered(text), 0
    while trigger := _TRIGGER.search(low, at):
        match = read(low, trigger.start(), cell=cell)
        if match is None:
            at = trigger.start() + 1
        else:
            yield replace(match, end=len(low[: match.end].rstrip()))
            at = match.end


def read(low: str, at: int, *, cell: bool = False) -> TimeMatch | None:
    """The time expression that begins at ``at`` of lowered text."""
    return next((found for production in _PRODUCTIONS if (found := production(low, at, cell)) is not None), None)


def phase_label(low: str, at: int) -> re.Match[str] | None:
    """The name of a phase ("đợt 1", "đợt thi đua thứ nhất", "giai đoạn II") at this place."""
    return _PHASE.match(low, at)


def _range(low: str, at: int, cell: bool) -> TimeMatch | None:
    lead = _LEAD.match(low, at)
    begin = lead.end() if lead else at
    intro = _FROM.match(low, begin)
    first = moment(low, intro.end() if intro else begin, bound=intro is not None or cell)
    start_day = _DASH_RANGE.match(low, begin)
    if start_day and (first is None or first.shape == "day_of_month" or first.first.month is None):
        first = Read(Moment(day=int(start_day["d"])), Moment(day=int(start_day["d"])), start_day.end(), "day_of_month")
    if first is None:
        return None
    if intro and first.first != first.last and _TO.match(low, first.end) is None:
        when = When("period", first.first, first.last, rule="time.range")
        return TimeMatch(begin, first.end, when, first.shape)
    if (link := _TO.match(low, first.end)) is None or not (
        intro or cell or first.shape in ("day", "day_of_month", "month", "quarter")
    ):
        return None
    last = moment(low, link.end(), bound=True)
    if last is None and intro is not None and (event := _TO_EVENT.match(low, link.end())) is not None:
        return TimeMatch(
            begin, event.end(), When("period", first.first, None, "from", rule="time.range.event"), first.shape
        )
    if last is None or last.shape == "now":
        return None
    before = link["q"] == "trước" if link.re.groups else False
    start, end = _complete(first.first, last.last)
    qualifier: Qualifier | None = "approx" if lead and "dự" in lead[0] else "before" if before else None
    when = When("period", start, end, qualifier, rule="time.range")
    return TimeMatch(
        at if lead and "dự" in lead[0] else begin, last.end, when, last.shape, intro is not None or first.worded
    )


def _complete(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """What the first end of a range leaves out stands in the second: "từ 10 đến 15/10/2019"."""
    if first.day is not None and first.month is None:
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


def _bounded(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (intro := _BY.match(low, at)) is None or (read := moment(low, intro.end(), bound=True)) is None:
        return None
    if read.shape == "now":
        return None
    qualifier: Qualifier = "before" if intro["before"] else "after" if intro["aft"] else "by"
    if "trước" in intro[0]:
        qualifier = "before"
    if qualifier == "after":
        return TimeMatch(at, read.end, When("period", read.last, None, "after", rule="time.after"), read.shape)
    when = When("deadline", None, read.last, qualifier, rule=f"time.{qualifier}")
    return TimeMatch(at, read.end, when, read.shape)


def _since(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (intro := _FROM.match(low, at)) is None or (read := moment(low, intro.end(), bound=True)) is None:
        return None
    if low[:at].rstrip().endswith("ngay") and read.first.part is not None:
        return TimeMatch(at, read.end, When("period", read.first, read.last, rule="time.year"), read.shape)
    onward = re.compile(r"\s+trở\s+đi").match(low, read.end)
    if _TO_DATE.match(low, read.end):
        return None
    when = When("period", read.first, None, "after" if intro["after"] else "from", rule="time.from")
    return TimeMatch(at, onward.end() if onward else read.end, when, read.shape)


def _recurring(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (m := _RECURRING.match(low, at)) is None:
        return None
    qualifier: Qualifier | None = (
        "before"
        if "trước" in m[0]
        else "by"
        if "nhất" in m[0] and "ngày" in m[0]
        else "after"
        if m[0].startswith("sau")
        else None
    )
    return TimeMatch(at, m.end(), When("recurring", qualifier=qualifier, rule="time.recurring"))


def _length(low: str, at: int, cell: bool) -> TimeMatch | None:
    m = _DURATION.match(low, at)
    if m is None or not (cell or m["less"] or m["bare"] or m["after"] or m["w"] or m["more"] in ("≥", ">=")):
        return None
    if (
        (not cell and m["u"] in ("năm", "quý") and m["after"] is None and m["less"] != "sau")
        or m["less"] == "dưới"
        or (m["of"] and not (m["after"] or m["w"]))
    ):
        return None
    if m["less"] == "trước" and not m["after"]:
        return None
    if _NO_LENGTH.match(low, m.start("n")):
        return None
    if m["u"] in ("tháng", "quý", "năm") and not (m["less"] or m["more"]) and _BEFORE_DATE.match(m["after"] or ""):
        return None
    if not cell and m["after"] is None and m["more"] is not None:
        return None
    kind: DeadlineKind = "deadline" if m["less"] or m["after"] else "period"
    after = " ".join(m["after"].split()) if m["after"] else None
    qualifier: Qualifier | None = "after" if after and "trước" not in after.split()[0] else "before" if after else None
    length = Duration(float(m["n"]), m["u"], m["w"] is not None, after)
    return TimeMatch(at, m.end(), When(kind, qualifier=qualifier, duration=length, rule="time.length"))


def _days_before(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Trước hội nghị 03 ngày": a term that hangs on an event."""
    if (m := _DAYS_BEFORE.match(low, at)) is None:
        return None
    length = Duration(float(m["n"]), m["u"], "làm việc" in m[0], None)
    return TimeMatch(at, m.end(), When("deadline", qualifier="before", duration=length, rule="time.days_before"))


def _event(low: str, at: int, cell: bool) -> TimeMatch | None:
    if not (cell and low.startswith(("sau ", "ngay sau "), at)) and _EVENT_START.match(low, at) is None:
        return None
    if (m := _EVENT_TIME.match(low, at)) is None:
        return None
    before = m[0].startswith(("đến trước", "trước"))
    when = When("deadline" if before else "milestone", qualifier="before" if before else "after", rule="time.event")
    return TimeMatch(at, m.end(), when)


_WHOLE_CELL = re.compile(
    r"\s*(?:(?P<year>(?:trong\s+|cả\s+)(?:năm|năm\s+(?P<y>\d{4})))|(?:thời\s+gian\s+)?theo\s+(?!định|quý|tháng)\S[^.;|]{3,80})\s*\.?\s*$"
)


def _whole_cell(low: str, at: int, cell: bool) -> TimeMatch | None:
    """A time cell that says "cả năm", or leaves the time to another paper ("theo lịch của Sở")."""
    if not cell or low[:at].strip() or (m := _WHOLE_CELL.match(low, at)) is None:
        return None
    if m["year"] is None:
        return TimeMatch(at, m.end(), When("milestone", rule="time.elsewhere"))
    year = Moment(int(m["y"]) if m["y"] else None)
    return TimeMatch(at, m.end(), When("period", year, year, rule="time.year"), "year")


def _at(low: str, at: int, cell: bool) -> TimeMatch | None:
    intro = _ON.match(low, at)
    read = moment(low, intro.end() if intro else at, bound=cell or intro is not None)
    if read is None or read.shape == "now":
        return None
    about = intro is not None and intro["approx"] is not None and not ("dịp" in intro[0] and read.shape != "day")
    vague = read.shape == "week" or (read.shape == "phase" and read.first.part is not None)
    single = read.shape in ("day", "month", "week", "tens", "phase") and not cell
    kind: DeadlineKind = "milestone" if single or (read.shape == "day" and read.first == read.last) else "period"
    rule = f"time.{read.shape}" + ("s" if read.first != read.last else "")
    when = When(kind, read.first, read.last, "approx" if about or vague else None, rule=rule)
    return TimeMatch(at, read.end, when, read.shape, read.worded or intro is not None)


_PRODUCTIONS: tuple[Callable[[str, int, bool], TimeMatch | None], ...] = (
    _whole_cell, _recurring, _range, _days_before, _length, _event, _bounded, _since, _at,
)  # fmt: skip
