"""Quantities with their comparisons and units."""

from __future__ import annotations

import pytest

from kehoach.extract.targets.quantities import quantities
from kehoach.extract.targets.quantity import parsed
from kehoach.extract.targets.target_words import TargetWords
from kehoach.rules.load import load

Found = tuple[str, str | None, float | None, float | None, str | None]

QUANTITIES: list[tuple[str, list[Found]]] = [
    ("100% hội viên", [("percent", "=", 100, None, "%")]),
    ("100 % hội viên", [("percent", "=", 100, None, "%")]),
    ("37,5%", [("percent", "=", 37.5, None, "%")]),
    ("từ 90% trở lên hội viên", [("percent", ">=", 90, None, "%")]),
    ("ít nhất 15% hội viên", [("percent", ">=", 15, None, "%")]),
    ("trên 95% hội viên", [("percent", ">=", 95, None, "%")]),
    ("không quá 20%", [("percent", "<=", 20, None, "%")]),
    ("giảm xuống dưới 2%", [("percent", "<=", 2, None, "%")]),
    ("đạt 7,5 - 8%", [("percent", "range", 7.5, 8, "%")]),
    ("từ 70% đến 80%", [("percent", "range", 70, 80, "%")]),
    ("từ 07 đến 09 sáng kiến", [("counted", "range", 7, 9, "sáng kiến")]),
    ("ít nhất 01 - 02 mô hình", [("counted", "range", 1, 2, "mô hình")]),
    ("02 mô hình trở lên", [("counted", ">=", 2, None, "mô hình")]),
    ("1.250 cây xanh", [("counted", "=", 1250, None, "cây xanh")]),
    ("tối thiểu 02 chuồng trại", [("counted", ">=", 2, None, "chuồng trại")]),
    ("tối thiểu 02 lần/quý", [("rate", ">=", 2, None, "lần/quý")]),
    ("300 triệu đồng", [("money", "=", 300, None, "triệu đồng")]),
    ("nằm trong nhóm 05 huyện dẫn đầu", [("rank", "top", 5, None, "huyện")]),
    ("xếp thứ 3 toàn tỉnh", [("rank", "top", 3, None, None)]),
    ("mỗi chi hội nhận giúp đỡ một hộ nghèo", [("counted", "=", 1, None, "hộ nghèo")]),
    ("tiết kiệm tối thiểu % chi phí", [("blank", ">=", None, None, "%")]),
    ("năm 2020 - 2025", []),
    ("khoản 3 Điều 5", []),
    ("lớp 5, khối 7", []),
    ("ISO 9001", []),
    ("ngày 12/4", []),
    ("02 lần trở lên", [("rate", ">=", 2, None, "lần")]),
    ("không quá 15 ngày làm việc", [("span", "<=", 15, None, "ngày làm việc")]),
    ("8/9 thôn", [("counted", "=", 8, None, "thôn")]),
    ("giảm 0,2‰", [("percent", "=", 0.2, None, "‰")]),
    ("3 năm kinh nghiệm", []),
]


@pytest.mark.parametrize(("text", "found"), QUANTITIES)
def test_quantities(text: str, found: list[Found]) -> None:
    units = TargetWords.of(load()).units
    assert [(q.kind, q.comparator, q.value, q.value_max, q.unit) for q in quantities(text, units)] == found


@pytest.mark.parametrize(
    ("printed", "value"), [("05", 5), ("1.200", 1200), ("1.200,5", 1200.5), ("7,5", 7.5), ("7.5", 7.5)]
)
def test_numbers(printed: str, value: float) -> None:
    assert parsed(printed) == value
