"""Numbers in words ("mười lăm" is 15, "một trăm linh năm" 105) and in Roman numerals, and the orders in which letters count."""

from __future__ import annotations

import re

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_UNIT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_AFTER_TEN = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
TENS = rf"(?:{_UNIT}\smươi(?:\s{_AFTER_TEN})?|mười(?:\s{_AFTER_TEN})?)"
"""Pattern of 10 to 99 in words, without word bounds."""
UNITS = _UNIT
"""Pattern of 1 to 9 in words, which are other words as well ("năm" is a year)."""
HUNDREDS = rf"(?:{_UNIT}\străm(?:\s(?:{TENS}|(?:linh|lẻ)\s{_AFTER_TEN}))?)"
"""Pattern of 100 to 999 in words, without word bounds."""
SPELLED = rf"(?:{HUNDREDS}|{TENS}|{UNITS})"
"""Pattern of 1 to 999 in words; what follows has to show that "năm" is a number and no year."""


VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
LATIN = "abcdefghijklmnopqrstuvwxyz"
"""The letters of lists, by NĐ 30/2020/NĐ-CP (Phụ lục I, Mục V) and as word processors count."""
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 4,999."""
    made = ""
    for value, letters in _ROMAN:
        made += letters * (number // value)
        number %= value
    return made


ROMANS = {roman(n): n for n in range(1, 41)}
"""The numerals of labels."""


def spelled_number(words: str) -> int | None:
    """The number that words from 1 to 999 say, in any case; None where they say none."""
    folded = " ".join(words.casefold().split())
    if not re.fullmatch(SPELLED, folded):
        return None
    total, last = 0, 0
    for word in folded.split():
        if word == "trăm":
            total, last = last * 100, 0
        elif word == "mươi":
            total, last = total + last * 10, 0
        elif word == "mười":
            total += 10
        elif word not in ("linh", "lẻ"):
            last = _UNITS[word]
    return total + last
