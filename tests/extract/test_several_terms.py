"""Tasks: a row for each of the terms of one work; who loses points by what comes late has no work."""

from __future__ import annotations

from kehoach.extract.tasks import tasks
from kehoach.model.time import Moment
from tests.extract.written import written


def said(line: str) -> list[str]:
    plan = written(f"V. TỔ CHỨC THỰC HIỆN\n1. {line}")
    return [m.task.text for m in tasks(plan.document, plan.outline, plan.rules)]


def test_each_term_of_a_work_is_a_row() -> None:
    assert said("Các tổ nộp sổ trước ngày 06/01/2016 (học kỳ I) và 15/5/2016 (học kỳ II).") == [
        "nộp sổ trước ngày 06/01/2016 (học kỳ I)",
        "nộp sổ trước ngày 15/5/2016 (học kỳ II)",
    ]
    assert said("Các xã báo cáo trước ngày 10/6, 10/9 và 10/12/2016.") == [
        "báo cáo trước ngày 10/6",
        "báo cáo trước ngày 10/9",
        "báo cáo trước ngày 10/12/2016",
    ]


def test_the_part_that_is_due_stands_behind_the_words_that_all_share() -> None:
    assert said("Các bến gửi báo cáo về Sở: 6 tháng trước 10/6, cả năm (trước 10/12/2016).") == [
        "gửi báo cáo về Sở: 6 tháng trước 10/6",
        "gửi báo cáo về Sở: cả năm (trước 10/12/2016)",
    ]
    assert said("Các bến nộp sổ đò từng đợt: đợt 1 trước 05/3/2016; đợt 2 trước 05/8/2016.") == [
        "nộp sổ đò từng đợt: đợt 1 trước 05/3/2016",
        "nộp sổ đò từng đợt: đợt 2 trước 05/8/2016",
    ]
    assert said("Các bến báo cáo Sở quý I trước 10/3, 9 tháng trước 10/9 và năm trước 10/12/2016.") == [
        "báo cáo Sở quý I trước 10/3",
        "báo cáo Sở 9 tháng trước 10/9",
        "báo cáo Sở năm trước 10/12/2016",
    ]
    assert said("Các bến kiểm tra cầu phao chậm nhất trong tháng 5/2016 (bờ tả) và tháng 9/2016 (bờ hữu).") == [
        "kiểm tra cầu phao chậm nhất trong tháng 5/2016 (bờ tả)",
        "kiểm tra cầu phao chậm nhất trong tháng 9/2016 (bờ hữu)",
    ]


def test_another_work_behind_a_term_shares_no_words_with_the_first() -> None:
    assert said("Các bến gửi báo cáo đò trước 10/6/2016, nộp sổ cả năm trước 10/12/2016.") == [
        "gửi báo cáo đò trước 10/6/2016",
        "nộp sổ cả năm trước 10/12/2016",
    ]
    assert said("Các bến kê khai đò trước 10/6/2016; báo cáo cả năm trước 10/12/2016.") == [
        "kê khai đò trước 10/6/2016",
        "báo cáo cả năm trước 10/12/2016",
    ]
    assert said("Các bến kê khai đò trước 10/6/2016 và đợt 2 tổ chức sửa bến trước ngày 20/8/2016.") == [
        "kê khai đò trước 10/6/2016",
        "đợt 2 tổ chức sửa bến trước ngày 20/8/2016",
    ]


def test_a_row_has_the_due_of_its_own_term_and_the_place_of_all_its_words() -> None:
    plan = written("V. TỔ CHỨC THỰC HIỆN\n1. Các bến báo cáo Sở 6 tháng (trước 15/6) và năm (trước 15/11/2016).")
    first, second = tasks(plan.document, plan.outline, plan.rules)
    assert [m.when and m.when.end for m in (first, second)] == [Moment(2016, 6, 15), Moment(2016, 11, 15)]
    body = plan.document.text.value
    assert [body[e.start : e.end] for e in second.task.evidence[:2]] == ["báo cáo Sở", "năm (trước 15/11/2016)"]


def test_what_is_no_second_term_parts_no_rows() -> None:
    assert len(said("Các bến báo cáo Sở đúng hạn (đợt 1 trước 10/3/2016, đợt 2 trước 10/6/2016).")) == 1
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
