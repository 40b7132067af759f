"""The time of the whole plan, told by what goes on in it: "trong thời gian diễn ra Hội thi", "suốt tuần lễ"."""

from __future__ import annotations

import re

from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.time_ranges import STOP
from kehoach.model.time import Moment, When

_WHOLE = re.compile(
    r"(?:trong\s+(?:suốt\s+)?thời\s+gian\s+(?:diễn\s+ra|triển\s+khai|thực\s+hiện|tổ\s+chức|phát\s+động)|(?:trong\s+)?suốt\s+(?:đợt|chiến\s+dịch|tuần\s+lễ|tháng(?!\s+(?:\d|này|một|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?!\w))|phong\s+trào|cuộc\s+thi|hội\s+thi|cuộc\s+vận\s+động))(?:\s+[^\W\d]+){0,5}?"
    + STOP
)
_SUMMER = re.compile(
    r"(?:trong|vào|suốt)\s+(?:(?:dịp|kỳ|thời\s+gian)\s+)?(?:nghỉ\s+)?hè(?:\s+(?:năm\s+)?(?:20\d\d|này|nay))?" + STOP
)
"""The holidays of summer, which no calendar of this program dates."""


def whole(low: str, at: int, cell: bool) -> TimeMatch | None:
    """Whether what goes on is what the plan is about is seen in assembly, where its title is known."""
    if (summer := _SUMMER.match(low, at)) is not None:
        return TimeMatch(at, summer.end(), When("period", rule="time.summer"))
    if (m := _WHOLE.match(low, at)) is None:
        return None
    when = When("period", Moment(anchor="plan_start"), Moment(anchor="plan_end"), rule="time.whole")
    return TimeMatch(at, m.end(), when)
