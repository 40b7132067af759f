"""Tasks: a row for each of the terms of one work; who loses points by what comes late has no work."""

from __future__ import annotations

from kehoach.extract.tasks import tasks
from tests.extract.written import written


def said(line: str) -> list[str]:
    plan = written(f"V. TỔ CHỨC THỰC HIỆN\n1. {line}")
    return [m.task.text for m in tasks(plan.document, plan.outline, plan.rules)]


def test_each_term_of_a_work_is_a_row() -> None:
    assert said("Các tổ nộp sổ trước ngày 06/01/2016 (học kỳ I) và 15/5/2016 (học kỳ II).") == [
        "nộp sổ trước ngày 06/01/2016 (học kỳ I)",
        "nộp sổ trước ngày 06/01/2016 (học kỳ I) và 15/5/2016 (học kỳ II)",
    ]
    assert said("Các xã báo cáo trước ngày 10/6, 10/9 và 10/12/2016.") == [
        "báo cáo trước ngày 10/6",
        "báo cáo trước ngày 10/6, 10/9",
        "báo cáo trước ngày 10/6, 10/9 và 10/12/2016",
    ]


def test_what_is_no_second_term_parts_no_rows() -> None:
    assert len(said("Văn phòng lập danh sách từ ngày 5/4 đến ngày 10/4/2016.")) == 1
    assert len(said("Các xã quét đường vào ngày 22/4 và 05/6/2016.")) == 1


def test_who_hands_in_late_loses_points() -> None:
    assert said("Các khoa nộp sổ ngày 25 hằng tháng, khoa nộp chậm trừ 2 điểm.") == ["nộp sổ ngày 25 hằng tháng"]
    assert said("Đ/c Lan lập sổ thu chi, các đ/c Ủy viên Ban Chấp hành xuống cơ sở theo cụm.") != []
    assert said("Cán bộ tín dụng bám địa bàn, thu lãi đến hạn.") == ["bám địa bàn, thu lãi đến hạn"]


def test_an_office_whose_name_is_a_verb_acts_before_a_colon() -> None:
    plan = written(
        "V. TỔ CHỨC THỰC HIỆN\n1. Kế toán: lập dự toán.\n2. Bảo vệ: giữ gìn trật tự.\n3. Bảo vệ cây xanh: trồng dặm."
    )
    units = [unit.printed for m in tasks(plan.document, plan.outline, plan.rules) for unit in m.units]
    assert units == ["Kế toán", "Bảo vệ"]
