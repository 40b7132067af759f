"""Days of the last and the first month of the lunar year, by which the feasts of spring are told ("từ ngày 20 tháng Chạp
đến ngày 15 tháng Giêng"). No calendar of this program dates them."""

from __future__ import annotations

import re

from kehoach.extract.times.moments import DAY
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.plan import Qualifier
from kehoach.model.time import When

_A_DAY = rf"(?:(?:ngày|mùng|mồng)\s+)*(?:{DAY}|rằm)"
_DAYS = rf"(?:(?:các|những)\s+)?(?:(?:ngày|mùng|mồng)\s+)+{DAY}(?:\s*(?:,|và|-|đến)\s*{_A_DAY})*"
_MONTH = r"\s+tháng\s+(?:chạp|giêng)(?!\w)"
_LUNAR = re.compile(
    rf"(?P<bound>(?:trước|đến(?:\s+hết)?|chậm\s+nhất(?:\s+là)?)\s+)?(?:vào\s+|trong\s+)?(?P<from>từ\s+)?(?:{_DAYS}|rằm){_MONTH}"
    rf"(?:\s+(?:đến|tới)\s+(?:hết\s+)?(?:{_DAYS}|rằm){_MONTH})?"
    r"(?:\s+năm\s+(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+[^\W\d]+)?"
)


def lunar_days(low: str, at: int, cell: bool) -> TimeMatch | None:
    """The days that begin at ``at`` of lowered text."""
    if (m := _LUNAR.match(low, at)) is None:
        return None
    if m["bound"]:
        qualifier: Qualifier = "before" if m["bound"].startswith("trước") else "by"
        return TimeMatch(at, m.end(), When("deadline", qualifier=qualifier, rule="time.lunar"))
    return TimeMatch(at, m.end(), When("period", rule="time.lunar"))
