"""Tasks: tables whose heads do not say what a column holds, where its cells do."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import written


def found(head: str, *rows: str) -> list[tuple[str, list[str], bool]]:
    plan = written("III. PHẦN VIỆC\n" + "\n".join((head, *rows)))
    return [
        (m.task.text, [u.printed for u in m.units], m.when is not None)
        for m in tasks(plan.document, plan.outline, plan.rules)
    ]


ROWS = (
    "1 | Kẻ vạch sân kho | Đội Bốc xếp | 12/3/2022 |",
    "2 | Thay bóng đèn cầu cảng | Tổ Điện; Phòng Kỹ thuật | Tháng 4/2022 |",
    "3 | Sơn lại phao luồng | Xưởng Cơ khí, Đội Hoa tiêu | Trước 20/5/2022 |",
)
WORKS = [
    ("Kẻ vạch sân kho", ["Đội Bốc xếp"], True),
    ("Thay bóng đèn cầu cảng", ["Tổ Điện", "Phòng Kỹ thuật"], True),
    ("Sơn lại phao luồng", ["Xưởng Cơ khí", "Đội Hoa tiêu"], True),
]


@pytest.mark.parametrize(
    "head",
    ["TT | Nội dung | Bên nhận | Kỳ | Lưu ý", "TT | Đề mục | Đơn vị thực hiện | Thời gian | Lưu ý"],
    ids=["who and when", "what"],
)
def test_a_column_is_known_by_what_stands_in_it(head: str) -> None:
    assert found(head, *ROWS) == WORKS


def test_a_head_of_places_over_lists_of_bodies_heads_those_who_act() -> None:
    assert found("TT | Nội dung | Nơi làm | Thời gian | Lưu ý", *ROWS) == WORKS


def test_places_and_other_words_are_no_bodies() -> None:
    halls = (
        "1 | Hội diễn | UBND xã Tân Bến | 4/2022",
        "2 | Hội thao | Trường Mầm non | 5/2022",
        "3 | Thi | Cảng Mẫu | 6/2022",
    )
    assert found("TT | Nội dung | Địa điểm | Thời gian", *halls) == []
    goods = (
        "1 | Mua sơn | Thùng 20 lít | 4/2022",
        "2 | Mua đèn | Loại hai tầng | 5/2022",
        "3 | Mua xẻng | Cán gỗ | 6/2022",
    )
    assert found("TT | Nội dung | Quy cách | Thời gian", *goods) == []


def test_standards_with_points_assign_nothing() -> None:
    rows = ("1 | Nộp báo cáo | Văn phòng | 5", "2 | Chào cờ | Đoàn trường | 5", "3 | Trực ban | Tổ Bảo vệ | 10")
    assert found("TT | Nội dung | Bên chấm | Điểm", *rows) == []
