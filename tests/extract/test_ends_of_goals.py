"""Where the words of a goal end, the figures of a row of years, and counts that only describe."""

from __future__ import annotations

import pytest

from kehoach.extract.targets import targets
from tests.extract.written import written


def goals(line: str, heading: str = "V. TỔ CHỨC") -> list[tuple[str, str | None, float | None]]:
    plan = written(f"{heading}\n- {line}", "Công tác năm 2030")
    found = targets(plan.document, plan.outline, plan.rules)
    return [(t.quote, t.comparator, t.value) for t in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mở 12 lớp tập huấn về cứu đuối cho đội viên bến phà.", [("Mở 12 lớp tập huấn", "=", 12)]),
        ("Trồng 900 cây đước, bần, mắm.", [("Trồng 900 cây đước, bần, mắm", "=", 900)]),
        ("Mỗi bến kết nạp từ 30 hội viên.", [("Mỗi bến kết nạp từ 30 hội viên", ">=", 30)]),
        ("Trước mắt, giữ nguyên 08 đội như hiện nay.", []),
        ("Mỗi ngày không quá 7 tiết học.", []),
        ("Số hóa hồ sơ nhận bàn giao từ 03 xã cũ.", []),
        ("Vận động doanh nghiệp trên 20 lao động làm nhà nghỉ.", []),
    ],
)
def test_amounts_and_what_only_describes(line: str, expected: list[tuple[str, str, float]]) -> None:
    assert goals(line) == expected


def test_each_year_of_a_row_has_its_own_words() -> None:
    row = goals("Tỷ lệ tàu có máy phát năm 2031 đạt 90%, năm 2032 đạt 95%.", "II. MỤC TIÊU")
    assert [quote for quote, _, _ in row] == ["Tỷ lệ tàu có máy phát năm 2031 đạt 90%", "năm 2032 đạt 95%"]
