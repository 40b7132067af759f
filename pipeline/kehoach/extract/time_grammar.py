"""The closed grammar of administrative time: ranges, bounds, recurrences, lengths and events around moments.

``find`` gives every time expression of a text, longest first from the left; whether one binds an action of the plan
is not its business. Productions are named ("time.range"): the name is the rule of the fact made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kehoach.extract.moment_grammar import lowered, moment
from kehoach.extract.recurring_times import of_every_year, recurring
from kehoach.extract.time_lengths import days_before, length, month_before
from kehoach.extract.time_match import TimeMatch
from kehoach.extract.time_points import at_moment, bounded, since
from kehoach.extract.time_ranges import STOP, range_of
from kehoach.model.plan import Qualifier
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_EVENT = r"(?:có|được|nhận|ban\s+hành|công\s+bố|kết\s+thúc|hoàn\s+thành|khi|thời\s+điểm|kể)"
_EVENT_STOP = STOP.replace("và|", "")
_EVENT_TIME = Sieve(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+)?(?:{_EVENT}\s+)?(?P<e>[^.;:,()|]{{3,120}}?){_EVENT_STOP}"
    rf"|đến\s+trước\s+thời\s+điểm\s+[^.;:,()|]{{3,80}}?{STOP}|trước\s+khi\s+[^.;:,()|]{{3,80}}?{STOP}"
)
_FEAST = re.compile(
    r"(?:vào\s+(?:đúng\s+)?(?:dịp\s+)?|trong\s+dịp\s+|đúng\s+(?:vào\s+)?(?:dịp\s+)?|dịp\s+|(?P<b>trước)\s+(?:dịp\s+)?)(?:lễ\s+)?(?:kỷ\s+niệm\s+)?(?:(?:lần\s+thứ\s+\d{1,3}|\d{1,3}\s+năm)\s+)?"
    r"(?:ngày\s+(?!\d)|quốc\s+khánh|cách\s+mạng|chiến\s+thắng|giải\s+phóng|quốc\s+tế)[^.;:,()|\d]{0,90}?\s*\(?\s*(?=ngày\s+\d|\d)"
)
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
    return of_every_year(low, found) if found is not None else None


def phase_label(low: str, at: int) -> re.Match[str] | None:
    """The name of a phase ("đợt 1", "đợt thi đua thứ nhất", "giai đoạn II") at this place."""
    return _PHASE.match(low, at)


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


_PRODUCTIONS: tuple[Callable[[str, int, bool], TimeMatch | None], ...] = (
    _whole_cell, month_before, recurring, range_of, days_before, length, _feast, _event, bounded, since, at_moment,
)  # fmt: skip
