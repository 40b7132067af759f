"""Tasks: works under headings that say what, who and when, brackets in which others help, teachers, what a work dwells on."""

from __future__ import annotations

import pytest

from tests.extract.written import said, works


def test_headings_of_a_section_say_what_who_and_when() -> None:
    lines = [
        "I. TUYÊN TRUYỀN PHÒNG CHÁY",
        "1. Nội dung, biện pháp",
        "a) In tờ gấp cho các hộ ven rừng.",
        "b) Dựng biển cấm lửa.",
        "2. Cơ quan chủ trì, phối hợp",
        "a) Cơ quan chủ trì",
        "- Hạt Kiểm lâm.",
        "b) Cơ quan phối hợp",
        "- Công an huyện; Hội Nông dân huyện.",
        "3. Thời gian thực hiện: Tháng 3/2022.",
    ]
    (mention,) = works(*lines[1:], head=lines[0])
    assert mention.task.path == "I"
    assert mention.task.text.startswith("a) In tờ gấp") and mention.task.text.endswith("Dựng biển cấm lửa")
    named = [(unit.printed, unit.role) for unit in mention.units]
    assert named == [("Hạt Kiểm lâm", "lead"), ("Công an huyện", "coordinate"), ("Hội Nông dân huyện", "coordinate")]
    assert mention.when is not None


def test_a_heading_that_is_a_unit_beside_one_on_contents_has_its_own_works() -> None:
    assert said("1. Nội dung", "- Thi nấu ăn.", "2. Phòng Y tế", "- Cử người chấm.") == [
        ("Cử người chấm", ["Phòng Y tế=lead"])
    ]


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("Đội Bảo vệ; Công an xã giúp chặn xe", ["Đội Bảo vệ=lead", "Công an xã=coordinate"]),
        ("Đội Bảo vệ chủ trì; Công an xã cùng làm", ["Đội Bảo vệ=lead", "Công an xã=coordinate"]),
        ("Trường Hoa Sen đăng cai, Công an xã hỗ trợ giữ xe", ["Trường Hoa Sen=lead", "Công an xã=coordinate"]),
        ("Đội Bảo vệ; Công an xã", ["Đội Bảo vệ=implement", "Công an xã=implement"]),
    ],
)
def test_who_helps_stands_in_brackets_with_what_he_does(bracket: str, units: list[str]) -> None:
    assert said(f"- Dọn sạch mương nước ({bracket}).", head="B. NHIỆM VỤ CỤ THỂ") == [("Dọn sạch mương nước", units)]


def test_teachers_are_told_what_to_do_by_their_office() -> None:
    line = "- Khi học trực tuyến, giáo viên lập nhóm lớp."
    assert said(line, head="III. NỘI DUNG VÀ NHIỆM VỤ") == [("lập nhóm lớp", ["giáo viên=lead"])]
    assert said("- Giáo viên nắm vững chuyên môn.", head="III. MỤC TIÊU") == []


def test_what_a_work_dwells_on_is_more_of_it() -> None:
    line = "1. Ban Giám hiệu kiểm tra việc chấm bài; tập trung vào các lớp cuối cấp."
    assert said(line) == [("kiểm tra việc chấm bài; tập trung vào các lớp cuối cấp", ["Ban Giám hiệu=supervise"])]


def test_that_a_plan_was_agreed_on_and_is_to_be_followed_is_no_work() -> None:
    lines = [
        "1. Kế toán",
        "Lập dự toán tiền thưởng.",
        "Kế hoạch đã được nhà trường thông qua, mọi người nghiêm chỉnh làm theo.",
    ]
    assert said(*lines) == [("Lập dự toán tiền thưởng", ["Kế toán=lead"])]


def test_rows_of_hours_have_the_day_of_the_line_above_their_table() -> None:
    table = [
        "Thời gian | Nội dung | Thực hiện",
        "8h00 - 8h10 | Đón khách | Phòng Y tế",
        "8h10 - 8h30 | Khai mạc | Phòng Xe",
    ]
    first, second = works(
        "1. Chương trình", "Thời gian: Sáng thứ Sáu, ngày 29 tháng 7 năm 2022", *table, head="V. LỊCH"
    )
    assert first.when is not None and first.when == second.when
    first, second = works("1. Chương trình", "Thành phần: các thôn, mời đủ mọi hộ", *table, head="V. LỊCH")
    assert first.when is None and second.when is None
