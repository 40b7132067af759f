"""The grammar of points: "(20 điểm)", "là 15 điểm", "tối đa 10đ", "từ 5 đến 10 điểm"; and of bands of points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_VALUE = r"\d{1,4}(?:[.,]\d{1,2})?"
_WORD = r"(?:điểm|đi[ểềếêẻ]m|diểm)"
_NOT_POINTS = (
    r"(?!\s+(?:cầu|trường|bán|dân cư|nóng|du lịch|giao dịch|truy cập|sáng|mới|nhấn|mạnh|yếu|đến|thi|trông|bưu|tập kết|"
    r"kết nối|phát|tiếp|văn hóa|đỗ|rửa|tiêm|đen|tham quan|mô hình|lẻ|phục vụ|sạt lở|cung cấp|trung chuyển|sinh hoạt))"
)
_POINTS = re.compile(
    rf"(?<![\d.,/])(?:(?P<low>{_VALUE})\s*(?:điểm\s*)?(?:-|đến|tới)\s*(?:dưới\s+)?)?(?P<value>{_VALUE})\s?"
    rf"(?:{_WORD}\b{_NOT_POINTS}|đ(?![\w/]))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:điểm (?:tối đa|chuẩn|thưởng|trừ)|số điểm|tổng(?: số)? điểm|thang điểm)\s*(?:tối đa\s*)?(?:là|:)\s*(?P<value>{_VALUE})"
    rf"(?!\s?[\d%/])",
    re.IGNORECASE,
)
_BAND = re.compile(
    rf"(?<!\w)(?P<name>(?:xếp )?(?:loại|mức|hạng)\s+\"?(?:[A-DĐ]|I{{1,3}}|IV|[1-4])\"?(?!\w)|(?:(?:xếp )?(?:loại|mức|hạng)\s+)?\"?"
    rf"(?:hoàn thành (?:xuất sắc|tốt)(?: nhiệm vụ)?|không hoàn thành(?: nhiệm vụ)?|hoàn thành(?: nhiệm vụ)?|xuất sắc|"
    rf"tốt|khá|trung bình|đạt yêu cầu|chưa đạt|không đạt|yếu|kém|giỏi)\"?)\s*(?:[:(-]|là|nếu|khi)*\s*"
    rf"(?:(?:đạt|có|tổng số điểm|số điểm|điểm)\s+)*(?P<range>(?:(?:từ|trên|dưới|đủ)\s+)?{_VALUE}\s*(?:điểm\s*)?"
    rf"(?:(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}\s*)?{_WORD}(?:\s+trở (?:lên|xuống))?)",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"\b(?:từ|trên|dưới|đủ|trở lên|trở xuống|đến|tới)\b|\d\s*-\s*\d", re.IGNORECASE)
_LESS = re.compile(r"\b(?:trừ|phạt)\b[^.;:]{0,25}$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:cộng(?: thêm)?|thưởng(?: thêm)?)\b[^.;:]{0,25}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Points:
    """Half-open offsets; ``value`` is the (highest) number of points; ``sign`` -1 deducted, 1 added, 0 neither."""

    start: int
    end: int
    value: float
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A class with its range of points; ``value`` is the lowest number of points that it takes, None without one."""

    start: int
    end: int
    value: float | None


def number(printed: str) -> float:
    """ "10,5" and "10.5" are 10.5; "05" is 5."""
    return float(printed.replace(",", "."))


def points_in(text: str) -> tuple[Points, ...]:
    """Every mention of points in folded text, in order."""
    found: dict[int, Points] = {}
    for pattern in (_POINTS, _NAMED):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            sign = -1 if _LESS.search(before) else 1 if _MORE.search(before) else 0
            found.setdefault(match.start("value"), Points(match.start(), match.end(), number(match["value"]), sign))
    return tuple(found[at] for at in sorted(found))


def bands_in(text: str) -> Iterator[Band]:
    """Classes by points: "Xuất sắc: từ 90 điểm trở lên", "Loại A (90 - 100 điểm)"."""
    for match in _BAND.finditer(text):
        printed = match["range"].lower()
        first = re.search(_VALUE, printed)
        if first and _BOUNDED.search(printed):
            open_below = printed.startswith("dưới") or printed.endswith("xuống")
            yield Band(match.start(), match.end(), None if open_below else number(first[0]))
