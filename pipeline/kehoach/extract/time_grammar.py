"""The closed grammar of administrative time: ranges, bounds, recurrences, lengths and events around moments.

``find`` gives every time expression of a text, longest first from the left; whether one binds an action of the plan
is not its business. Productions are named ("time.range"): the name is the rule of the fact made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kehoach.extract.moment_grammar import DAY, Read, lowered, moment
from kehoach.extract.time_match import TimeMatch
from kehoach.extract.time_ranges import FROM, STOP, TO_DATE, range_of, until
from kehoach.model.plan import DeadlineKind, Duration, Qualifier
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_UNIT = r"(?P<u>ngày|tuần|tháng|quý|năm|giờ)"
_NUMBER = r"(?P<n>\d{1,3})(?![/.\-]?\d)\s*(?:\((?:[^()\d]{1,30})\)\s*)?"
_WORKING = r"(?P<w>\s*\(?\s*(?:làm\s+việc|làm(?!\s+\w))\s*\)?)?"
_EVENT = r"(?:có|được|nhận|ban\s+hành|công\s+bố|kết\s+thúc|hoàn\s+thành|khi|thời\s+điểm|kể)"
_EVENT_STOP = STOP.replace("và|", "")
_AFTER = (
    r"(?:\s*[,(]?\s*(?P<after>(?:(?:tính|kể)\s+)*(?:từ|sau)\s+(?:khi|ngày|thời\s+điểm)\s+(?!\d[^;:()|]{0,40}\s(?:đến|tới|-)\s)[^.;:,()|]{3,120}?"
    + STOP
    + r"|(?:(?:trước|sau)\s+(?:khi|ngày|mỗi|từng|hội\s+nghị|cuộc\s+họp)|kết\s+thúc)\s+[^.;:,()|]{3,120}?"
    + STOP
    + "))?"
)
_LESS = r"(?:sau(?=\s+\d)|≤|<=|<|không\s+quá|tối\s+đa|chậm\s+nhất|muộn\s+nhất|trong\s+vòng|trong\s+thời\s+hạn|thời\s+hạn|trước|dưới)"
_MORE = r"(?:≥|>=|>|ít\s+nhất|tối\s+thiểu)"
_DURATION = re.compile(
    rf"(?:(?:trong\s+(?:vòng|thời\s+hạn|thời\s+gian)\s+|thời\s+hạn\s+)?(?P<less>{_LESS})(?:\s+(?:là|sau))?\s*|(?P<more>{_MORE})\s*"
    rf"|(?P<bare>thời\s+gian(?:\s+\w+){{0,3}}?\s*(?:là|:)\s*)|(?P<of>trong\s+(?:thời\s+gian\s+)?))?"
    rf"\(?{_NUMBER}\(?\s*{_UNIT}(?!\w){_WORKING}{_AFTER}(?P<if>\s+nếu\s+[^.;:,()|]{{3,80}}?{STOP})?"
)

_BEFORE_DATE = re.compile(r"trước\s+ngày\s+\d")
"""After "6 tháng" it is the term of what is told about the six months, not the end from which they count."""

_NO_LENGTH = re.compile(r"\d{1,2}\s*giờ\s*(?:\d|,?\s*(?:ng[àa]y|sáng|chiều))|0?\d\s+tháng\s+(?:đầu|cuối)\s+năm")
"""An hour of the clock, or a half of the year."""

_BESIDE = re.compile(r"\s*[,(]\s*")
"""Between a length and the days that it fills ("02 ngày, từ ngày 8 đến ngày 9/6"): the days are the time."""

_EVERY_YEAR = re.compile(r"\s+(?:của\s+)?(?:h[àằ]ng|mỗi)\s+năm(?!\w)(?!\s+học)")
_EVERY = r"(?:h[àằ]ng|mỗi|từng)"
_PERIOD = r"(?:ngày|tuần|tháng|quý|năm(?:\s+học)?|học\s+k[ỳì]|đợt|kỳ)"
_LAST_MONTH = r"tháng\s+(?:đầu|cuối|thứ\s+\w+)(?:\s+của)?\s+(?:h[àằ]ng\s+|mỗi\s+|từng\s+)?(?:quý|đợt|kỳ|học\s+kỳ)(?!\w)(?!\s+[ivx\d])(?:\s+(?:sau|tiếp\s+theo))?|(?:tháng|quý|tuần)\s+(?:sau|kế\s+tiếp|tiếp\s+theo)(?!\w)"
_A_DAY = rf"(?:(?:mùng|mồng)\s+)?{DAY}(?:/\d{{1,2}}|\s+tháng\s+\d{{1,2}})?"
_MONTH_BEFORE = rf"(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)?)?(?:trước|vào|đến)?\s*(?:ngày|tuần)\s+(?:{DAY}|đầu|cuối)(?:\s+của)?\s+tháng\s+(?:liền\s+(?:kề\s+)?)?(?:trước|sau)(?:\s+liền\s+kề)?(?!\w)"
"""A day of the month before, or behind, another that an event tells."""
_SO_MANY = r"(?:(?:tối\s+thiểu|ít\s+nhất)\s+)?(?:\d{1,3}|một|hai)\s+(?!đồng|nghìn|ngàn|triệu|tỷ|điểm|giờ|ngày|tuần|tháng|người|vụ)[^\W\d]+(?:\s[^\W\d]+)?\s?/\s?(?:tuần|tháng|quý)(?![\w/])"
"""What is made so often: "01 phóng sự/tháng"."""
_FREQUENCY = rf"(?:(?:tối\s+thiểu|ít\s+nhất)\s+)?(?:\d+|một|hai)\s*(?:lần|đợt|cuộc|kỳ|buổi|phiên)(?:\s*/\s*|\s+(?:trong|mỗi|một)\s+)(?:\d+\s*)?{_PERIOD}(?!\w)(?!\s+\d)|{_SO_MANY}|0?\d{{1,2}}\s*tháng(?:\s*,\s*(?:\w+\s+)?năm)?\s*(?:/|một|1)\s*(?:\d+\s+)?lần"
_RECURRING = re.compile(
    rf"(?:(?:(?:theo\s+)?định\s+k[ỳì]\s+)?(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)*|trước\s+|vào\s+|đến\s+)*(?:ngày\s+{_A_DAY}(?:\s*(?:,|và|hoặc)\s*(?:ngày\s+)?{_A_DAY})*|(?:tuần|ngày)\s+(?:đầu|cuối)(?:\s+cùng)?|(?:đầu|giữa|cuối)|thứ\s+\w+)\s+(?:của\s+)?(?:{_EVERY}\s+{_PERIOD}(?!\w)|{_LAST_MONTH})"
    rf"|(?:theo\s+)?định\s+k[ỳì](?:\s*\(?\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w)(?:\s*(?:,|và|hoặc|/)\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w))*|\s+0?\d\s+tháng(?:\s*(?:,|và)\s*(?:{_EVERY}\s+)?(?:0?\d\s+tháng|(?:cả\s+)?{_PERIOD}(?!\w)))*(?:\s*(?:/|một)\s*lần)?)?"
    rf"(?:\s*(?:,|\s(?:hoặc|và))\s+đột\s+xuất(?:\s+theo\s+yêu\s+cầu)?|\s+(?:theo\s+)?quy\s+định|\s+đột\s+xuất)?"
    rf"|(?:mỗi|một|hai|ba|\d+)\s+(?:năm|tháng|quý|tuần|học\s+k[ỳì])\s+(?:(?!có|ít|tối)[^\W\d]+\s+){{0,4}}?(?:một|hai|\d+|[il])\s+(?:lần|kỳ|cuộc|buổi|phiên)(?!\w)"
    rf"|theo\s+từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w)(?:\s*,\s*từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w))*"
    rf"|theo\s+(?:tuần|tháng|quý)(?:\s*,\s*(?:tháng|quý|năm))*(?!\w)(?!\s+[ivx\d])|h[àằ]ng\s+{_PERIOD}(?!\w)(?:\s*(?:,|và)\s*(?:h[àằ]ng\s+)?{_PERIOD}(?!\w))*"
    rf"|(?:sau\s+(?:mỗi|từng)\s+đợt(?:\s+thi\s+đua)?|(?:sau\s+)?mỗi\s+(?!đợt){_PERIOD})(?!\w)(?:\s+(?:một|1|01)\s+lần)?"
    rf"|{_FREQUENCY})"
)

_BY = re.compile(
    r"(?P<before>(?:đến\s+)?trước(?:\s+(?:thời\s+điểm|thời\s+gian|quốc\s+khánh|ngày\s+quốc\s+khánh))?\s+(?:hết\s+)?)"
    r"|(?P<by>(?:(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|vào|đến|trong|hết|trước))*\s*:?\s*|(?:không|chưa)\s+(?:quá|muộn\s+hơn|chậm\s+hơn)\s+|"
    r"hạn\s+(?:cuối|chót|nộp|gửi|nhận|đăng\s+ký)(?:\s+(?:cùng|là|vào|nộp|nhận|gửi|hồ\s+sơ|báo\s+cáo|bài|đăng\s+ký|sản\s+phẩm)){0,4}\s*:?\s*|đến\s+(?:hết\s+|khoảng\s+)?|hết\s+))"
    r"|(?P<aft>sau\s+)(?=ngày|tháng|\d)"
)
_ON = re.compile(
    r"(?P<approx>(?:vào\s+)?(?:khoảng|dự\s+kiến(?:\s+vào)?(?:\s+trong)?|dịp)\s*:?\s+(?:thời\s+gian\s+)?)|(?P<on>(?:vào|trong)\s+(?:dịp\s+)?)"
)
_DAYS_BEFORE = re.compile(
    rf"trước\s+khi\s+[^.;:,()|\d]{{2,60}}?\s+(?:ít\s+nhất\s+)?(?P<n0>\d{{1,2}})\s+(?P<u0>ngày|tuần|tháng)(?:\s+làm\s+việc)?{STOP}"
    rf"|trước\s+(?:ngày\s+)?(?:(?:hội\s+nghị|đại\s+hội|lễ|buổi|cuộc\s+họp|kỳ\s+họp|phiên\s+họp|hội\s+thi)[^.;:,()|\d]{{0,50}}?\s+)?(?:ít\s+nhất\s+)?(?P<n>\d{{1,2}})\s+(?P<u>ngày|tuần|tháng)(?:\s+làm\s+việc)?(?:{STOP}|\s+(?:so\s+với|tính\s+(?:đến|từ))\s+[^.;:,()|]{{3,80}}?{STOP})"
)
_EVENT_TIME = Sieve(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:{_EVENT}\s+)?(?P<e>[^.;:,()|]{{3,120}}?){_EVENT_STOP}"
    rf"|đến\s+trước\s+thời\s+điểm\s+[^.;:,()|]{{3,80}}?{STOP}|trước\s+khi\s+[^.;:,()|]{{3,80}}?{STOP}"
)
_FEAST = re.compile(
    r"(?:vào\s+(?:đúng\s+)?(?:dịp\s+)?|trong\s+dịp\s+|đúng\s+(?:vào\s+)?(?:dịp\s+)?|dịp\s+|(?P<b>trước)\s+(?:dịp\s+)?)(?:lễ\s+)?(?:kỷ\s+niệm\s+)?(?:(?:lần\s+thứ\s+\d{1,3}|\d{1,3}\s+năm)\s+)?"
    r"(?:ngày\s+(?!\d)|quốc\s+khánh|cách\s+mạng|chiến\s+thắng|giải\s+phóng|quốc\s+tế)[^.;:,()|\d]{0,90}?\s*\(?\s*(?=ngày\s+\d|\d)"
)
_NEXT_TO = Sieve(rf"{_MONTH_BEFORE}\s+(?:của\s+)?(?:tháng|đợt|kỳ|khi)\s+[^.;:,()|]{{3,80}}?{STOP}")
_YEARS_APART = re.compile(r"\s?-\s?(?=\d)")
_BEHIND = re.compile(r"(?:ngay\s+)?sau\s+")
_EVENT_START = re.compile(
    r"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:có|được|công\s+bố|kết\s+thúc|hoàn\s+thành|nhận|ban\s+hành|báo\s+cáo|triển\s+khai|ký|phê\s+duyệt|thẩm\s+định|nghiệm\s+thu|trúng|tổ\s+chức|hội\s+nghị|lễ|kỳ\s+(?:thi|họp)|cuộc\s+họp|khai\s+giảng|bế\s+giảng)(?!\w)|đến\s+trước\s+thời|trước\s+khi"
)
_PHASE = re.compile(
    r"(?:đợt|giai\s+đoạn|bước|chặng)\s+(?:thi\s+đua\s+)?(?:cao\s+điểm\s+)?(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|cuối(?:\s+cùng)?|iv|i{1,3}|[il1-9])(?![\w/])"
)
_TRIGGER = re.compile(
    r"(?<![\w/])(?<!\d,)(?=[≤≥<>\d]|cả|một|hai|ba|sáng|từ|kể|bắt|đến|trước|chậm|muộn|trễ|hết|không|chưa|sau|ngay|vào|trong|dự|khoảng|dịp|ng[àa]y|mồng|mùng|tuần|"
    r"th[áaảàã]ng|qu[ýyí]|n[ăa]m|thượng|trung|hạ|đầu|giữa|cuối|học|hk|theo|định|h[àằ]ng|mỗi|tối|ít|thời|giai|hạn|lúc|thứ|chủ|sáu|chín|nửa|khởi|mở|đúng)"
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
    found = next((found for production in _PRODUCTIONS if (found := production(low, at, cell)) is not None), None)
    return _of_every_year(low, found) if found is not None else None


def _of_every_year(low: str, found: TimeMatch) -> TimeMatch:
    """ "Trong quý II hằng năm", "tháng 10 hằng năm": a time of the year that comes again."""
    end = found.when.end
    if end is None or end.year is not None or (end.month is None and end.quarter is None):
        return found
    if (again := _EVERY_YEAR.match(low, found.end)) is None:
        return found
    when = When("recurring", qualifier=found.when.qualifier, rule="time.every_year")
    return replace(found, end=again.end(), when=when)


def phase_label(low: str, at: int) -> re.Match[str] | None:
    """The name of a phase ("đợt 1", "đợt thi đua thứ nhất", "giai đoạn II") at this place."""
    return _PHASE.match(low, at)


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
    when = When("deadline", None, until(read.last, intro[0]), qualifier, rule=f"time.{qualifier}")
    return TimeMatch(at, read.end, when, read.shape)


def _since(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (intro := FROM.match(low, at)) is None or (read := moment(low, intro.end(), bound=True)) is None:
        return None
    if low[:at].rstrip().endswith("ngay") and read.first.part is not None:
        return TimeMatch(at, read.end, When("period", read.first, read.last, rule="time.year"), read.shape)
    onward = re.compile(r"\s+trở\s+đi").match(low, read.end)
    if TO_DATE.match(low, read.end):
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
    if m is None or not (cell or m["less"] or m["bare"] or m["after"] or m["w"] or m["of"] or m["more"] in ("≥", ">=")):
        return None
    filled = _BESIDE.match(low, m.end()) if m["of"] else None
    if filled is not None and (days := range_of(low, filled.end(), cell) or _at(low, filled.end(), cell)) is not None:
        return replace(days, start=at, when=replace(days.when, kind="period"))  # "trong 03 ngày (01 - 03/10)"
    if (
        (not cell and m["u"] in ("năm", "quý") and m["after"] is None and m["less"] != "sau")
        or m["less"] == "dưới"
        or (m["of"] and not (m["after"] or m["w"] or m["u"] == "giờ"))
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
    if (
        m["bare"]
        and (dated := _BESIDE.match(low, m.end()))
        and (range_of(low, dated.end(), cell) or _at(low, dated.end(), cell))
    ):
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
    length = Duration(float(m["n"] or m["n0"]), m["u"] or m["u0"], "làm việc" in m[0], None)
    return TimeMatch(at, m.end(), When("deadline", qualifier="before", duration=length, rule="time.days_before"))


def _month_before(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Trước ngày 10 tháng liền kề trước tháng đoàn đến": a term that hangs on the month of an event."""
    if (m := _NEXT_TO.match(low, at)) is None:
        return None
    qualifier: Qualifier | None = "before" if m[0].split("ngày")[0].rstrip().endswith("trước") else "by"
    return TimeMatch(at, m.end(), When("deadline", qualifier=qualifier, rule="time.month_before"))


def _feast(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Vào dịp kỷ niệm 60 năm Ngày truyền thống (7/5/1964 - 7/5/2024)": the day that is celebrated is the time."""
    if (m := _FEAST.match(low, at)) is None or (read := moment(low, m.end())) is None or read.shape != "day":
        return None
    if (dash := _YEARS_APART.match(low, read.end)) and (later := moment(low, dash.end())) is not None:
        read = later
    if m["b"]:
        return TimeMatch(at, read.end, When("deadline", None, read.last, "before", rule="time.feast"), read.shape)
    about: Qualifier | None = "approx" if "dịp" in m[0] else None
    return TimeMatch(at, read.end, When("milestone", read.last, read.last, about, rule="time.feast"), read.shape)


def _event(low: str, at: int, cell: bool) -> TimeMatch | None:
    behind = _BEHIND.match(low, at) if cell else None
    if (behind is None or moment(low, behind.end(), bound=True)) and _EVENT_START.match(low, at) is None:
        return None
    if (m := _EVENT_TIME.match(low, at)) is None:
        return None
    before = m[0].startswith(("đến trước", "trước"))
    when = When("deadline" if before else "milestone", qualifier="before" if before else "after", rule="time.event")
    return TimeMatch(at, m.end(), when)


_WHOLE_CELL = Sieve(
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
    read = _with_years_behind(low, read)
    about = intro is not None and intro["approx"] is not None and not ("dịp" in intro[0] and read.shape != "day")
    vague = read.shape == "week" or (read.shape == "phase" and read.first.part is not None)
    single = read.shape in ("day", "month", "week", "tens", "phase") and not cell
    kind: DeadlineKind = "milestone" if single or (read.shape == "day" and read.first == read.last) else "period"
    rule = f"time.{read.shape}" + ("s" if read.first != read.last and read.shape != "tens" else "")
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


_PRODUCTIONS: tuple[Callable[[str, int, bool], TimeMatch | None], ...] = (
    _whole_cell, _month_before, _recurring, range_of, _days_before, _length, _feast, _event, _bounded, _since, _at,
)  # fmt: skip
