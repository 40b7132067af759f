"""Hours and days of the week that come again: "lúc 6 giờ và 21 giờ hằng ngày", "chiều thứ ba, thứ năm hằng tuần",
"thứ bảy tuần cuối hằng tháng", "mỗi sáng thứ hai"."""

from __future__ import annotations

import re

from kehoach.extract.times.moments import DAY
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.plan import Qualifier
from kehoach.model.time import When

_AND = r"\s*(?:,|và|hoặc|-|đến|tới)\s*"
_CLOCK = r"\d{1,2}\s?(?:(?:giờ|h|g)(?:\s?\d{2})?(?:\s?(?:phút|p|'))?|:\s?\d{2})(?!\w)"
_PART = r"(?:(?:các\s+)?buổi\s+)?(?:(?:đầu|cuối)\s+giờ\s+)?(?:sáng|trưa|chiều|tối)(?!\w)"
_HOURS = rf"(?:{_CLOCK}(?:{_AND}{_CLOCK})*(?:\s+{_PART})?|{_PART}(?:{_AND}{_PART})*|giờ\s+(?:[^\W\d]+\s+){{1,2}}[^\W\d]+(?=\s+(?:thứ|chủ)\s))"
_NAMED = r"(?:(?:các\s+)?ng[àa]y\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?!\w)"
_NAMES = rf"{_NAMED}(?:{_AND}{_NAMED})*"
_DATES = rf"(?:ng[àa]y|mùng|mồng)\s+{DAY}(?:{_AND}(?:(?:ng[àa]y|mùng|mồng)\s+)?{DAY})*(?!\d)"
_WEEK = r"tuần\s+(?:thứ\s+)?(?:đầu|nhất|hai|ba|tư|cuối|[1-4])(?:\s+(?:tiên|cùng))?"
_OF = r"\s*,?\s+(?:của\s+)?"
_LEAD = r"(?:(?P<by>(?:chậm|muộn)\s+nhất\s+(?:là\s+)?)|(?P<before>trước\s+)|(?:vào|trong|lúc|hồi|từ|khoảng|đúng)\s+)*"
_AGAIN = re.compile(
    rf"{_LEAD}(?:(?:{_HOURS}{_OF}(?:{_NAMES}{_OF})?|{_NAMES}{_OF})(?:{_DATES}{_OF})?(?:{_WEEK}{_OF})?"
    r"(?:h[àằ]ng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý)(?!\w)"
    rf"|{_HOURS}{_OF}(?:tất\s+cả\s+)?các\s+ngày\s+(?:làm\s+việc|trong\s+tuần|đi\s+học|học|nghỉ)(?!\w))"
    rf"|(?:(?:vào|cứ)\s+)?mỗi\s+(?:{_PART}\s+)?{_NAMED}"
    rf"|cứ\s+(?:(?:vào|đến|tới)\s+)?(?:{_HOURS}{_OF})?{_NAMES}"
)


_ON_WEEKDAY = re.compile(
    rf"(?:(?:vào|lúc|hồi|trước)\s+(?:lúc\s+)?(?:các\s+)?(?:{_CLOCK}\s*,?\s+)?|{_CLOCK}\s*,?\s+)(?:{_PART}\s+)?{_NAMES}(?!\s*[,(]?\s*(?:ngày\s+)?\d)"
    r"(?!\s*(?:,\s*)?(?:tuần|tới|này|đầu|cuối|của|sau|kế|h[àằ]ng|mỗi)(?!\w))"
)


def hours_again(low: str, at: int, cell: bool) -> TimeMatch | None:
    """The time that begins at ``at`` of lowered text, with all that tells when on each day, week or month it is."""
    if (m := _AGAIN.match(low, at)) is None:
        on = _ON_WEEKDAY.match(low, at)
        before: Qualifier | None = "before" if on is not None and on[0].startswith("trước") else None
        return on and TimeMatch(at, on.end(), When("recurring", qualifier=before, rule="time.weekday"))
    qualifier: Qualifier | None = "by" if m["by"] else "before" if m["before"] else None
    return TimeMatch(at, m.end(), When("recurring", qualifier=qualifier, rule="time.recurring"))


_DAYS_BEHIND = re.compile(
    rf"\s*[,(]?\s*(?:vào\s+)?(?:các\s+)?(?:{_PART}\s+)?{_NAMED}(?:{_AND}(?:{_PART}\s+)?{_NAMED})*"
)


def weekdays_behind(low: str, at: int) -> int:
    """Where the days of the week end on which so many times a week are ("mỗi tuần 02 buổi vào chiều thứ ba, thứ sáu");
    ``at`` where none stand there."""
    return m.end() if (m := _DAYS_BEHIND.match(low, at)) is not None else at
