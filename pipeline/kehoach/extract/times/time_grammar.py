"""The closed grammar of administrative time: ranges, bounds, recurrences, lengths and events around moments.

``find`` gives every time expression of a text, longest first from the left; whether one binds an action of the plan
is not its business. Productions are named ("time.range"): the name is the rule of the fact made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from kehoach.extract.times.event_times import at_its_end, on_its_day
from kehoach.extract.times.lasting_times import lasting
from kehoach.extract.times.lunar_days import lunar_days
from kehoach.extract.times.moment_grammar import lowered, moment
from kehoach.extract.times.recurring_hours import hours_again
from kehoach.extract.times.recurring_times import in_each_year, of_every_year, recurring
from kehoach.extract.times.time_lengths import days_before, length, month_before
from kehoach.extract.times.time_lists import either, like_the_one_before
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.time_points import at_moment, bounded, hours_of_a_day, since
from kehoach.extract.times.time_ranges import STOP, range_of
from kehoach.extract.times.whole_times import whole
from kehoach.model.plan import DeadlineKind, Qualifier
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_EVENT = r"(?:có|được|nhận|ban\s+hành|công\s+bố|kết\s+thúc|hoàn\s+thành|khi|thời\s+điểm|kể)"
_EVENT_STOP = STOP.replace("và|", "")
_EVENT_TIME = Sieve(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:{_EVENT}\s+)?(?P<e>[^.;:,()|]{{3,120}}?){_EVENT_STOP}"
    rf"|đến\s+trước\s+thời\s+điểm\s+[^.;:,()|]{{3,80}}?{STOP}|trước\s+khi\s+[^.;:,()|]{{3,80}}?{STOP}"
)
_FEAST = re.compile(
    r"(?:vào\s+(?:đúng\s+)?(?:dịp\s+)?|trong\s+dịp\s+|đúng\s+(?:vào\s+)?(?:dịp\s+)?|dịp\s+|(?P<on>nhân)\s+(?:dịp\s+)?|(?P<b>trước)\s+(?:dịp\s+)?)(?:lễ\s+)?(?:kỷ\s+niệm\s+)?(?:(?:lần\s+thứ\s+\d{1,3}|\d{1,3}\s+năm)\s+)?"
    r"(?:ngày\s+(?!\d)|truyền\s+thống\s|quốc\s+khánh|cách\s+mạng|chiến\s+thắng|giải\s+phóng|quốc\s+tế)[^.;:,()|\d]{0,90}?\s*\(?\s*(?=ngày\s+\d|\d)"
)
_HELD_ON = re.compile(
    r"(?<!\w)(?:(?:sơ|tổng)\s+kết|kiểm\s+điểm|trao|tuyên\s+dương|biểu\s+dương|gặp\s+mặt|họp\s+mặt|phát\s+động|khánh\s+thành|ra\s+mắt|tọa\s+đàm|mít\s+tinh|ra\s+quân|giao\s+lưu|hội\s+(?:thi|thao|diễn|trại)|liên\s+hoan|thăm\s+hỏi|tặng\s+quà|viếng|dâng\s+hương)(?!\w)[^.;:()]*$"
)
"""What is held on the day of a feast; others are only in its honour."""
_PUT_INTO = re.compile(r"(?<!\w)(?:đưa|lồng\s+ghép|lồng|tích\s+hợp|lồng\s+nội\s+dung)\s[^.;:,()]*$")
"""Before "vào": what is made part of a feast, which has its own day."""
_BEFORE_TET = re.compile(
    r"trước\s+(?:dịp\s+|thềm\s+|khi\s+nghỉ\s+)?tết\s+(?:(?P<n>nguyên\s+đán|âm\s+lịch|cổ\s+truyền)|dương\s+lịch)(?:\s+(?:năm\s+)?(?:(?P<y>20\d\d)|(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)))?(?!\w)"
    r"|trước\s+(?:mùa\s+(?:mưa|bão|lũ|khô|nắng|cạn)(?:\s+(?:bão|lũ|lụt))?|vụ\s+[^.;:,()|]{3,40}?|năm\s+học\s+mới)"
    + STOP
)
"""A feast or a season that no calendar of this era dates; the first of January it does."""
_YEARS_APART = Sieve(r"\s?-\s?(?=\d)")
_BEHIND = Sieve(r"(?:ngay\s+)?sau\s+")
_EVENT_START = re.compile(
    r"ngay\s+sau\s+khi\s|(?:ngay\s+)?sau\s+(?:khi\s+)?(?:có|được|công\s+bố|kết\s+thúc|hoàn\s+thành|nhận|ban\s+hành|báo\s+cáo|triển\s+khai|ký|phê\s+duyệt|thẩm\s+định|nghiệm\s+thu|trúng|tổ\s+chức|hội\s+nghị|lễ|kỳ\s+(?:thi|họp)|cuộc\s+họp|khai\s+giảng|bế\s+giảng)(?!\w)|đến\s+trước\s+thời|trước\s+khi"
)
_PHASE_YEARS = re.compile(
    r"(?:giai\s+đoạn|đợt|bước|chặng)\s+(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|iv|i{1,3}|[1-9])\s*:?\s*(?P<o>\()?\s*(?:từ\s+)?(?:năm\s+)?(?P<a>20\d\d)\s*(?:-|đến)\s*(?:hết\s+)?(?:năm\s+)?(?P<b>20\d\d)(?![\d/])(?(o)\s*\))"
)
"""A phase with its years ("giai đoạn 1 (2021 - 2023)"): times behind it are those of acts within."""
_PHASE = Sieve(
    r"(?:đợt|giai\s+đoạn|bước|chặng)\s+(?:thi\s+đua\s+)?(?:cao\s+điểm\s+)?(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|cuối(?:\s+cùng)?|iv|i{1,3}|[il1-9])(?![\w/])(?!\s+(?:năm|tháng|ngày|tuần)(?!\w))"
)
_TRIGGER = re.compile(
    r"(?<![\w/])(?<!\d,)(?=[≤≥<>\d]|cả|một|hai|ba|sáng|trưa|buổi|hồi|(?<!hai\s)(?<!một\s)(?<!nhiều\s)(?<!theo\s)chiều|kết(?=\s+thúc\s)|cứ(?=\s+(?:vào|mỗi|đến|tới|sáng|trưa|chiều|tối|thứ|chủ|\d))|qua(?=\s+(?:mỗi|từng))|từ|kể|bắt|đến|(?<!năm\s)(?<!gian\s)(?<!tháng\s)(?<!tuần\s)(?<!quý\s)tới|trước|chậm|muộn|trễ|hết|không|chưa|sau|ngay|vào|trong|dự|khoảng|dịp|ng[àa]y|mồng|mùng|tuần|"
    r"t\.?(?=\d{1,2}(?:\s?(?:[,&\-]|và|đến)\s?(?:t\.?)?\s?\d{1,2}){0,5}/20\d\d)|th[áaảàã]ng|qu[ýyí]|q(?=\.?\s?i[iv]{0,2}(?!\w))|n[ăa]m|thượng|trung|hạ|đầu|giữa|cuối|học|hk|theo|thường|định|h[àằ]ng|mỗi|tối|ít|thời|giai|hạn|lúc|thứ|chủ|suốt(?=\s+(?:quá|thời|đợt|chiến|tuần|tháng|phong|cuộc|hội))|nhân(?=\s+(?:dịp\s+)?(?:lễ\s+)?(?:kỷ\s+niệm|ngày|quốc))|sáu|chín|mười|bảy|nửa|khởi|mở|đúng)"
    r"|(?=[≤≥])|(?<!\w)(?=(?:đợt|chặng|bước)\s[^.;|]{1,60}\scòn\s+lại)"
)


def find(text: str, *, cell: bool = False) -> Iterator[TimeMatch]:
    """Every time expression, in order, without overlaps. ``cell``: the text is a time cell, bare figures count."""
    low, at = lowered(text), 0
    held: TimeMatch | None = None
    term: TimeMatch | None = None
    while trigger := _TRIGGER.search(low, at):
        match = read(low, trigger.start(), cell=cell)
        if match is None:
            at = trigger.start() + 1
            continue
        at = match.end
        match = replace(match, end=len(low[: match.end].rstrip()))
        if held is not None and (both := either(low, held, match)) is not None:
            held = both
            continue
        if held is not None:
            yield held
            match = like_the_one_before(low, held, match)
        if term is not None and match.when.rule == "time.day":
            match = like_the_one_before(low, term, match)
        term = match if match.when.qualifier in ("before", "by") else term
        held = match
    if held is not None:
        yield held


@lru_cache(maxsize=1024)  # deadlines, targets and tasks ask for the times of the same sentences
def read(low: str, at: int, *, cell: bool = False) -> TimeMatch | None:
    """The time expression that begins at ``at`` of lowered text."""
    found = next((found for production in _PRODUCTIONS if (found := production(low, at, cell)) is not None), None)
    return _lunar(low, _and_on(low, of_every_year(low, found))) if found is not None else None


_LUNAR = Sieve(r"\s*\(?\s*(?:năm\s+)?âm\s+lịch(?!\w)\)?")


def _lunar(low: str, found: TimeMatch) -> TimeMatch:
    """Days of the lunar calendar, which no calendar of this program dates."""
    if (told := _LUNAR.match(low, found.end)) is None or found.when.kind == "recurring":
        return found
    when = replace(found.when, start=None, end=None, rule="time.lunar")
    return replace(found, end=told.end(), when=when)


_KEPT_UP = Sieve(
    r"\s+và\s+(?:(?:được\s+)?(?:thực\s+hiện|duy\s+trì|kiện\s+toàn|cập\s+nhật|bổ\s+sung|triển\s+khai)\s+)?thường\s+xuyên(?:\s+h[àằ]ng\s+năm)?(?=\s*(?:[.;)|]|$))"
)
"""Behind a time: what is done then is kept up afterwards."""
_AND_ON = Sieve(
    r"\s*(?:,|và)\s+(?:(?:các|những)\s+năm|thời\s+gian)\s+(?:tiếp\s+theo|sau(?:\s+đó)?|kế\s+tiếp|tới)(?!\w)"
)
_OPEN = ("time.year", "time.years", "time.month", "time.quarter", "time.range", "time.from")


def _and_on(low: str, found: TimeMatch) -> TimeMatch:
    """ "Quý IV năm 2030 và các năm tiếp theo": from then on, without an end."""
    end = found.when.end or found.when.start
    if end is not None and (kept := _KEPT_UP.match(low, found.end)) is not None:
        return replace(found, end=kept.end())
    if found.when.rule not in _OPEN or end is None or end.year is None or not (on := _AND_ON.match(low, found.end)):
        return found
    when = replace(found.when, kind="period", end=None, qualifier=found.when.qualifier or "from")
    return replace(found, end=on.end(), when=when)


def phase_label(low: str, at: int) -> re.Match[str] | None:
    """The name of a phase ("đợt 1", "đợt thi đua thứ nhất", "giai đoạn II") at this place."""
    return _PHASE.match(low, at)


def _before_season(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Trước Tết Nguyên đán", "trước mùa mưa bão"; "trước Tết Dương lịch" is a day."""
    if (m := _BEFORE_TET.match(low, at)) is None:
        return None
    new_year = "dương" in m[0]
    end = (Moment(int(m["y"]), 1, 1) if m["y"] else Moment(anchor="new_year")) if new_year else None
    return TimeMatch(at, m.end(), When("deadline", None, end, "before", rule="time.feast"))


def _feast(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Vào dịp kỷ niệm 60 năm Ngày truyền thống (7/5/1964 - 7/5/2024)": the day that is celebrated is the time."""
    if (m := _FEAST.match(low, at)) is None or (read := moment(low, m.end())) is None or read.shape != "day":
        return None
    if _PUT_INTO.search(low, max(0, at - 80), at):
        return None
    if m["on"] and _HELD_ON.search(low, max(0, at - 60), at) is None:
        return None
    if (dash := _YEARS_APART.match(low, read.end)) and (later := moment(low, dash.end())) is not None:
        read = later
    if m["b"]:
        return TimeMatch(at, read.end, When("deadline", None, read.last, "before", rule="time.feast"), read.shape)
    about: Qualifier | None = "approx" if "dịp" in m[0] else None
    return TimeMatch(at, read.end, When("milestone", read.last, read.last, about, rule="time.feast"), read.shape)


_WEEKS = Sieve(
    r"từ\s+tuần\s+(?:học\s+)?(?:thứ\s+)?\d{1,2}\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:tuần\s+)?(?:học\s+)?(?:thứ\s+)?\d{1,2}(?![\d/])(?:\s+(?:của\s+)?học\s+k[ỳì]\s+(?:i{1,2}|[12])(?!\w))?(?!\s+tháng)"
)


def _weeks(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Từ tuần 9 đến hết tuần 13" of a school year: when these weeks are, its own calendar tells."""
    m = _WEEKS.match(low, at)
    return None if m is None else TimeMatch(at, m.end(), When("period", rule="time.weeks"))


def _phase_years(low: str, at: int, cell: bool) -> TimeMatch | None:
    if (m := _PHASE_YEARS.match(low, at)) is None or m["a"] > m["b"]:
        return None
    when = When("phase", Moment(int(m["a"])), Moment(int(m["b"])), rule="time.phase_years")
    return TimeMatch(at, m.end(), when, "year")


_REST = Sieve(
    rf"{_PHASE.pattern}\s*[:(,]?\s*(?:là\s+|gồm\s+|trong\s+|vào\s+|kéo\s+dài\s+)*(?:(?:khoảng\s+)?thời\s+gian|(?:(?:những|các|hai|ba|bốn|năm|sáu|bảy|tám|\d{{1,2}})\s+)?tháng)\s+còn\s+lại(?!\w)(?:\s+(?:của|trong)\s+(?:năm(?:\s+học)?|kế\s+hoạch)(?!\w))?\)?"
)


def _phase_rest(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Đợt 2: thời gian còn lại": up to the end of the plan, from when the phase before it ends."""
    if (m := _REST.match(low, at)) is None:
        return None
    return TimeMatch(at, m.end(), When("phase", None, Moment(anchor="plan_end"), rule="time.phase_rest"))


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
    r"\s*(?:(?P<year>(?:trong\s+|cả\s+)(?:năm|năm\s+(?P<y>\d{4})))|(?:thời\s+gian\s+)?theo\s+(?!định|quý|tháng)\S[^.;|]{3,80}"
    r"|(?P<after>(?:ngay\s+)?sau\s+khi\s+[^.;:|\d]{3,250})|(?P<during>(?:trong\s+(?:suốt\s+)?|suốt\s+)(?:quá\s+trình|thời\s+gian)\s+[^.;:|\d]{3,80})"
    r"|(?P<events>từ\s+(?:khi|lúc)\s+[^.;|\d]{3,120}?\s(?:đến|tới)\s+(?:khi|lúc|hết|kết\s+thúc)\s[^.;|\d]{3,120})"
    r"|(?P<always>thường\s+xuyên(?:\s*[,;]?\s+(?:và\s+)?(?:liên\s+tục|h[àằ]ng\s+\w+|(?:theo\s+)?định\s+k[ỳì]|theo\s+[^.;|\d]{3,40}))*))\s*\.?\s*$"
)


def _whole_cell(low: str, at: int, cell: bool) -> TimeMatch | None:
    """A time cell that says "cả năm" or "thường xuyên", or leaves the time to another paper ("theo lịch của Sở") or to what happens ("sau
    khi Luật được ban hành", "trong quá trình thi công", "từ khi thả lồng đến khi thu hoạch")."""
    if not cell or low[:at].strip() or (m := _WHOLE_CELL.match(low, at)) is None:
        return None
    end = at + len(m[0].rstrip(" ."))
    if m["always"]:
        return TimeMatch(at, end, When("recurring", rule="time.recurring"))
    if m["year"] is None:
        kind: DeadlineKind = "period" if m["during"] or m["events"] else "milestone"
        return TimeMatch(at, end, When(kind, qualifier="after" if m["after"] else None, rule="time.elsewhere"))
    year = Moment(int(m["y"]) if m["y"] else None)
    return TimeMatch(at, end, When("period", year, year, rule="time.year"), "year")


_PRODUCTIONS: tuple[Callable[[str, int, bool], TimeMatch | None], ...] = (
    _whole_cell, lunar_days, whole, _weeks, _phase_years, _phase_rest, month_before, hours_again, in_each_year, recurring, hours_of_a_day, lasting, range_of, days_before, length, _before_season, _feast, on_its_day, at_its_end, _event, bounded, since, at_moment,
)  # fmt: skip
