"""The time that a paragraph labels as such ("Thời gian thực hiện: ..."): what stands behind the label is read as the cell
of a column of times is, for the label says what the head of the column says."""

from __future__ import annotations

from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.times.time_match import TimeMatch
from kehoach.rules.needs import Sieve

_LABEL = Sieve(
    r"[\s\-+*•]*(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+(?:hoàn\s+thành|(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?thực\s+hiện|tổ\s+chức|triển\s+khai|tiến\s+hành|dự\s+kiến|đào\s+tạo|kiểm\s+tra|phát\s+động))*\s*(?::\s*|(?=sau\s+khi\s))"
)

_AT_ITS_PACE = Sieve(r"theo\s+(?:tiến\s+độ|yêu\s+cầu|thực\s+tế|nhu\s+cầu|quy\s+định)(?!\w)")
"""What tells no time: another paper does not set it either."""


def labelled_time(text: str) -> TimeMatch | None:
    """The one time that stands behind the label and fills the paragraph."""
    if (label := _LABEL.match(lowered(text))) is None:
        return None
    found = [
        replace(m, start=m.start + label.end(), end=m.end + label.end()) for m in find(text[label.end() :], cell=True)
    ]
    whole = (
        len(found) == 1
        and not _AT_ITS_PACE.match(lowered(text[found[0].start :]))
        and not text[label.end() : found[0].start].strip()
        and not text[found[0].end :].strip(" .;")
    )
    return found[0] if whole else None
