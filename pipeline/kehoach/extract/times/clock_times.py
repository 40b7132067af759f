"""Hours of a day that is told elsewhere: "7h00 - 7h15" in a programme under "NGÀY 2 (14/3/2031)"."""

from __future__ import annotations

import re

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.model.time import When

_CLOCK = r"\d{1,2}\s?(?:(?:giờ|h|g)\s?(?:\d{2})?(?:\s?(?:phút|p|'))?|:\s?\d{2})(?![\d/])"
_PART_OF_DAY = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)(?!\w)"
_SPAN = rf"(?:từ\s+|lúc\s+|khoảng\s+)?{_CLOCK}(?:\s*(?:-|đến|tới)\s*(?:{_CLOCK}|khi\s+kết\s+thúc))?"
_HOURS = re.compile(rf"(?:{_PART_OF_DAY}\s*[(:,]?\s*{_SPAN}\)?|{_SPAN}(?:\s*\(?{_PART_OF_DAY}\)?)?|{_PART_OF_DAY})")


def hours(text: str) -> tuple[int, int] | None:
    """The place of the hours, or the part of a day, that a text begins with and that ends or goes on with a sign."""
    low = lowered(text)
    skipped = len(low) - len(low.lstrip(" -+•*("))
    match = _HOURS.match(low, skipped)
    if match is None or low[match.end() :].lstrip()[:1] not in ("", ":", "-", ",", ".", "(", ")", ";"):
        return None
    return match.start(), match.end()


def day_told(text: str) -> When | None:
    """The one day that a heading or a cell tells."""
    days = [m.when for m in find(text, cell=True) if m.shape == "day" and m.when.start == m.when.end]
    return days[0] if len(days) == 1 and days[0].start is not None and days[0].start.day else None
