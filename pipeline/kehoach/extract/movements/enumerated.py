"""Movements told one after the other: in quotes, and without ("các phong trào thi đua như: Chung sức ...; Giữ sạch ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.extract.text.passages import trimmed
from kehoach.extract.text.quotations import Quotation
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

_OPENS = Sieve(
    r"\bcác (?:phong trào|cuộc vận động)\b[^.;:\"]{0,90}?(?:\s(?:như|gồm|bao gồm|là)(?: các phong trào)?\s?:?|:)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
"""What leads over to a list of movements."""
_SENTENCE = re.compile(r"\.(?:\s|\.|$)|…|\n")
_NO_NAME = re.compile(r"(?:nhân|chào mừng|lập thành tích|kỷ niệm|các|ngày|năm)\s", re.IGNORECASE)
_NAME = re.compile(rf"[{UPPER}][^\W\d_]*\s")
_COMPETE = re.compile(r"(?<!\w)thi đua\s(?!yêu nước)[^\W\d_]+\s")
_FEWEST, _SHORTEST, _WORDS = 3, 2, 24
"""Members of a list that semicolons part, and words of the shortest and the longest name."""
_COMMAS = re.compile(rf",\s+(?:và\s+)?(?=[{UPPER}][^\W\d_]*\s)")
_NAME_END = re.compile(r"\s(?:do|trong|gắn|của|theo|được|nhằm|tại|góp phần|bằng)\s")
_OF_A_BODY = re.compile(
    r"(?:Sở|Ban|Bộ|Đoàn|Hội|Phòng|Đảng|Công đoàn|Liên đoàn|Mặt trận|Ủy ban|UBND|Thủ tướng|Chính phủ)\b"
)
CALLS = Sieve(r"\W*thi đua\b[^.;:\"]{0,60}:\s*", re.IGNORECASE)
"""Before the name in quotes of a point under a heading on movements ("Thi đua phát triển kinh tế: “...”")."""


_LIST = re.compile(
    r"(?:\s+(?:của|do|trong|ở|tại|cho)\s+[^\",;.:]{2,50}|\s*\([^()\"]{2,40}\))?\s*(?:,|;|và|,\s*và|hay|cùng)\s*(?:(?:phong trào|cuộc vận động)\s*)?",
    re.IGNORECASE,
)
"""Between two names in quotes of one list."""


def in_a_row(text: str, quotes: Sequence[Quotation]) -> list[Quotation]:
    """The first of these quotations of a text, and those that continue its list."""
    listed = list(quotes[:1])
    for before, after in pairwise(quotes):
        if not _LIST.fullmatch(text[before.end : after.start]):
            break
        listed.append(after)
    return listed


def enumerated(text: str) -> Iterator[tuple[int, int]]:
    """Places of the names in such lists: members that begin with a capital, or say in what who
    competes ("công chức thi đua giữ kỷ cương")."""
    for cue in _OPENS.finditer(text):
        end = stop.start() if (stop := _SENTENCE.search(text, cue.end())) else len(text)
        parts = [(m.start(), m.end()) for m in re.finditer("[^;]+", text[cue.end() : end])]
        if len(parts) == 1:
            yield from _between_commas(text, cue.end(), end)
        if len(parts) < _FEWEST:
            continue
        for first, last in parts:
            start, stop_at = trimmed(text, cue.end() + first, cue.end() + last)
            name = text[start:stop_at]
            if (
                '"' not in name
                and (_NAME.match(name) or _COMPETE.search(name))
                and not _NO_NAME.match(name)
                and len(name.split()) <= _WORDS
            ):
                yield start, stop_at


def _between_commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of names that only commas part, each of which begins with a capital."""
    begins = [start, *(m.end() for m in _COMMAS.finditer(text, start, end))]
    stop = _NAME_END.search(text, begins[-1], end)
    end = stop.start() if stop else end
    places = [trimmed(text, a, b) for a, b in pairwise([*begins, end])]
    names = [text[a:b] for a, b in places]
    plain = all(_NAME.match(name) and not _OF_A_BODY.match(name) and '"' not in name for name in names)
    if len(places) > 1 and plain and all(_SHORTEST <= len(name.split()) <= _WORDS for name in names):
        yield from places
