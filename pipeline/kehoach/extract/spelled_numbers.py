"""Numbers in words, up to a hundred: "hai mươi lăm" is 25, "chín mươi chín phần trăm" is 99 %."""

from __future__ import annotations

import re

_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_UNIT = "|".join(_DIGITS)
SPELLED = rf"(?:một trăm|mười(?:\s(?:{_UNIT}))?|(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)\smươi(?:\s(?:{_UNIT}))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
"""Pattern of a number in folded lower-case words; "năm" is also the word for year, so what follows has to be a unit."""


def spelled(words: str) -> int:
    """The value of words that ``SPELLED`` matches."""
    parts = re.split(r"\s+", words.lower())
    if parts == ["một", "trăm"]:
        return 100
    if parts[0] == "mười":
        return 10 + (_DIGITS[parts[1]] if len(parts) > 1 else 0)
    if "mươi" in parts:
        return 10 * _DIGITS[parts[0]] + (_DIGITS[parts[2]] if len(parts) > 2 else 0)
    return _DIGITS[parts[0]]
