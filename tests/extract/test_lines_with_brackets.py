"""Tasks: lines that end with their units in brackets, what is lost by those who break something, and where in a sentence
a further work begins."""

from __future__ import annotations

import pytest

from tests.extract.written import said


@pytest.mark.parametrize(
    ("line", "work", "units"),
    [
        ("Sơn lại cổng chào; mỗi ngõ treo 05 đèn (Phòng Kinh tế).", "Sơn lại cổng chào; mỗi ngõ treo 05 đèn", ["Phòng Kinh tế=implement"]),
        ("Dán nhãn lên các bình chữa cháy (Đội Bảo vệ).", "Dán nhãn lên các bình chữa cháy", ["Đội Bảo vệ=implement"]),
        (
            "Tập hát dân ca mỗi tuần hai buổi (Trạm Y tế; cộng tác: Phòng Kinh tế).",
            "Tập hát dân ca mỗi tuần hai buổi",
            ["Trạm Y tế=lead", "Phòng Kinh tế=coordinate"],
        ),
        ("Vận động mua bảo hiểm (Trạm Y tế cùng với Hội Nông dân xã).", "Vận động mua bảo hiểm", ["Trạm Y tế=lead", "Hội Nông dân xã=coordinate"]),
    ],
)  # fmt: skip
def test_units_in_brackets_close_a_line_whatever_its_verb(line: str, work: str, units: list[str]) -> None:
    assert said(f"1. {line}", head="B. NHIỆM VỤ CỤ THỂ") == [(work, units)]


@pytest.mark.parametrize("line", ["Kinh phí mua đèn lấy từ quỹ (Phòng Kinh tế).", "Hồ sơ gồm bản chính (Đội Bảo vệ)."])
def test_brackets_behind_what_is_no_work_name_nobody(line: str) -> None:
    assert said(f"1. {line}", head="B. NHIỆM VỤ CỤ THỂ") == []


@pytest.mark.parametrize(
    ("line", "works"),
    [
        ("Văn phòng rà soát hồ sơ; hồ sơ nộp muộn quá 03 ngày thì trả lại.", ["rà soát hồ sơ"]),
        ("Các đội tự chấm; phát hiện khai sai thì hạ một bậc.", ["tự chấm"]),
        ("Trạm Y tế kiểm tra, phát hiện sai phạm thì xử lý.", ["kiểm tra, phát hiện sai phạm thì xử lý"]),
    ],
)
def test_what_is_lost_by_those_who_break_something_is_no_work(line: str, works: list[str]) -> None:
    assert [work for work, _ in said(f"1. {line}")] == works


@pytest.mark.parametrize(
    ("line", "works"),
    [
        ("Phòng Kinh tế theo dõi, đôn đốc các đội, sau mỗi vụ báo kết quả về Sở.", ["theo dõi, đôn đốc các đội", "sau mỗi vụ báo kết quả về Sở"]),
        ("Các thôn quét vôi xong trong tháng 3/2016, treo cờ Tổ quốc.", ["quét vôi xong trong tháng 3/2016", "treo cờ Tổ quốc"]),
        ("Các thôn tổ chức họp trong tháng 3/2016, treo cờ Tổ quốc.", ["tổ chức họp trong tháng 3/2016, treo cờ Tổ quốc"]),
    ],
)  # fmt: skip
def test_a_further_work_begins_behind_what_is_done(line: str, works: list[str]) -> None:
    assert [work for work, _ in said(f"1. {line}")] == works


def test_a_report_that_begins_with_how_often_keeps_its_words() -> None:
    lines = ("1. Hội Nông dân xã", "- Mỗi quý báo cáo một lần, trước ngày 15 tháng cuối quý, riêng báo cáo năm trước ngày 20/11/2016.")  # fmt: skip
    assert [work for work, _ in said(*lines)] == [
        "Mỗi quý báo cáo một lần, trước ngày 15 tháng cuối quý",
        "riêng báo cáo năm trước ngày 20/11/2016",
    ]
