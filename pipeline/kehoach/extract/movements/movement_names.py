"""One movement under two spellings of its name."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from kehoach.orthography.fold import fold

_CLASS_WORDS = re.compile(
    r"\b(?:phong trào|cuộc vận động|chiến dịch|thi đua|cao điểm|các|tiếp tục|đẩy mạnh|thắng lợi|việc)\b"
)
OFFICE = re.compile(r"(?<!\w)(?:Ban|(?:Đội|Phòng|Cục|Vụ)(?:\s(?:Xây dựng|Vận động))?)\s+$")
"""Before "phong trào" in the name of an office."""
WEEKDAY = re.compile(r"(?:Ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s+[^\W\d]", re.IGNORECASE)
KEPT_UP = re.compile(
    r"(?<!\w)(?:tổ chức|phát động|hưởng ứng|duy trì|thực hiện|triển khai|ra quân|tham gia)\s+(?:các\s+)?$",
    re.IGNORECASE,
)
"""Before a name in quotes that opens with a day of the week, on which all do something."""
_YEARS_BEHIND = re.compile(r"\s*(?:năm(?: học)?|giai đoạn) \d{4}(?:\s*\d{4})?")
SAME_NAME = 88.0
"""Similarity (0 to 100) from which two names with the same years are one movement."""


def same_movement(a: str, b: str) -> bool:
    """One movement under two spellings: the same years, and nearly the same words or one name within the other."""
    if "hồ chí minh" in a.casefold() and "hồ chí minh" in b.casefold():
        return all(re.search("làm theo", name, re.IGNORECASE) for name in (a, b))
    x, y = _plain(a), _plain(b)
    years = [set(re.findall(r"\d{4}", name)) for name in (x, y)]
    if x == y:
        return True
    if years[0] == years[1] and fuzz.ratio(x, y) >= SAME_NAME:
        return True
    short, long = sorted((x, y), key=len)
    if not (years[0] <= years[1] or years[1] <= years[0]):
        return False
    again = len(short) >= 6 and _YEARS_BEHIND.fullmatch(long.removeprefix(short))
    return long.startswith(short) and (len(short) >= 12 or bool(again))


def _plain(name: str) -> str:
    return " ".join(_CLASS_WORDS.sub(" ", re.sub(r"[^\w\s]", " ", fold(name).casefold())).split())
