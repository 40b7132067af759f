"""Movements told one after the other without quotes: "các phong trào thi đua như: Chung sức ...; Giữ sạch ...; ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.text.passages import trimmed
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
_FEWEST, _WORDS = 3, 24
"""Members of a list that semicolons part, and words of the longest name."""


def enumerated(text: str) -> Iterator[tuple[int, int]]:
    """Places of the names in such lists: members that begin with a capital, or say in what who
    competes ("công chức thi đua giữ kỷ cương")."""
    for cue in _OPENS.finditer(text):
        end = stop.start() if (stop := _SENTENCE.search(text, cue.end())) else len(text)
        parts = [(m.start(), m.end()) for m in re.finditer("[^;]+", text[cue.end() : end])]
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
