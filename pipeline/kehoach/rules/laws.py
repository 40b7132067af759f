"""The names of Viet Nam's laws: where the name of a law ends in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from kehoach.orthography.fold import fold

FILE = Path(__file__).parent / "data" / "laws.txt"
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"\s*[,–-]?\s*\(?([^\W_]+)(?:/(?=[^\W_]))?")
_AMENDS = re.compile(
    r"\s+(?:sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)\s+(?:một\s+số\s+điều|Điều\s+\d+)\s+của\s+(?:các\s+)?(?:Bộ\s+luật|Luật)(?=\s)",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"(?:,|\s+và)\s+(?:Bộ\s+luật|Luật)(?=\s)")

Names = dict[str, "Names"]
"""Words that names go on with, by their first word; "" where a name ends."""


def read(lines: list[str]) -> Names:
    names: Names = {}
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        at = names
        for word in _WORD.findall(fold(line).lower()):
            at = at.setdefault(word, {})
        at[""] = {}
    return names


@lru_cache(maxsize=1)
def _names() -> Names:
    return read(FILE.read_text(encoding="utf-8").splitlines())


def law_name_end(text: str, start: int) -> int | None:
    """Where the longest known name of a law that begins at ``start``, right behind "Luật", ends in folded text; None where
    none does. A law that amends others ends with the last of them."""
    if (amends := _AMENDS.match(text, start)) is None:
        return _one(text, start)
    end = _one(text, amends.end())
    while end is not None and (more := _FURTHER.match(text, end)) and (further := _one(text, more.end())):
        end = further
    return end


def _one(text: str, start: int) -> int | None:
    at, names, end = start, _names(), None
    while (word := _NEXT.match(text, at)) is not None and (names := names.get(word[1].lower(), {})):
        at = word.end()
        if "" in names:
            closes = text[at : at + 1] == ")" and "(" in text[start:at]
            end = at + 1 if closes else at
    return end
