"""Terms of one work behind each other, each with the part of it that is due by then: "6 tháng trước 10/6, năm trước 10/12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach.extract.times.binding_times import BoundTime
from kehoach.rules.needs import Sieve

_PART = (
    r"(?:(?:(?:cả|một|01|h[àằ]ng|toàn|cuối|giữa)\s+)?(?:năm|kỳ|khóa)|\d{1,2}\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|quý\s+(?:\d|[ivx]+)"
    r"|(?:đợt|lần|vòng|kỳ|học\s+kỳ|giai\s+đoạn)\s+(?:\d{1,2}|[ivx]+|một|hai|ba|bốn|đầu|cuối))(?:\s+(?:năm\s+)?\d{4})?"
)
"""The part of the time that a report is on, or which of several it is: "6 tháng", "quý II", "đợt 2"."""
_ITS_PART = Sieve(rf"(?<!\w){_PART}\s*[:,(]?\s*$")
_BY = Sieve(r"(?:(?:trước|chậm\s+nhất|muộn\s+nhất|vào|trong|hết|ngày|là)\s+)+")
_NEXT = Sieve(
    r"(?P<first>\s*(?:\)|\([^()]*\)|(?:đối\s+với|cho|của)\s+(?:[^\s,;.()]+\s+){1,4}?[^\s,;.()]+(?=\s*(?:[,;]|\s+và\s)))?)"
    rf"(?P<joint>\s*(?:[,;]|(?<=\s)và(?=\s))\s*(?:và\s+)?)(?P<part>{_PART}\s*[:,(]?\s*)?(?:(?:trước|ngày)\s+)*"
)
"""Between two terms: the rest of the ``first``, what joins them, the ``part`` of the second."""
_PHASE_AND_TERM = Sieve(
    rf"{_PART}\s*[:,(]?\s*(?:là\s+)?(?:(?:từ|trước|chậm|muộn|vào|trong|đến|hết|ngày|tháng|quý)(?!\w)|\d)"
)
"""A phase with nothing but its time behind its name, no work that is done in it."""
_BINDING = ("deadline", "phase")


def next_term(low: str, one: BoundTime, two: BoundTime) -> re.Match[str] | None:
    """What stands between two terms of one work (``low``: their text, folded, in lower case), as groups: "first", the rest
    of the first; "joint"; "part". None where the second is no term of the same work."""
    if one.when.kind not in _BINDING or two.when.kind not in _BINDING or two.when.end is None:
        return None
    if two.when.kind == "phase" and _PHASE_AND_TERM.match(low, two.start, two.end) is None:
        return None
    return _NEXT.fullmatch(low, one.end, two.start)


def shared_until(low: str, start: int, one: BoundTime, second: int) -> int:
    """Where the words end that both terms share, which begin at ``start``: before the part of the first, else before the
    term, with "trước ngày" where the second, whose words begin at ``second``, has only its day."""
    if (part := _ITS_PART.search(low[start : one.start])) is not None:
        return start + part.start()
    by = None if _BY.match(low, second) else _BY.match(low, one.start, one.end)
    return (
        by.end()
        if by is not None and (low[second : second + 1].isdigit() or low.startswith("tháng ", second))
        else one.start
    )


def whole_brackets(words: str) -> bool:
    """Whether every bracket of the words is closed in them."""
    return words.count("(") == words.count(")")


def runs_on(low: str, start: int, clause: tuple[int, int], times: Sequence[BoundTime]) -> bool:
    """Whether a clause says another term of the work that begins at ``start``: "...: đợt 1 trước 5/3; đợt 2 trước 5/8"."""
    return any(
        start <= one.start < clause[0] <= two.start < clause[1] and next_term(low, one, two) is not None
        for one, two in pairwise(times)
    )
