"""Tasks: subjects with a clause that says which of them act, what a body stands for, shares of the work, and words that
only lead over."""

from __future__ import annotations

import pytest

from tests.extract.written import said


@pytest.mark.parametrize(
    ("line", "work", "unit"),
    [
        ("Các chi hội không thuộc diện khảo sát tự rà soát sổ sách.", "tự rà soát sổ sách", "Các chi hội không thuộc diện khảo sát"),
        ("Các thôn chưa có sân chơi lập phương án xây dựng.", "lập phương án xây dựng", "Các thôn chưa có sân chơi"),
        ("Các trạm chưa được công nhận đạt chuẩn xây dựng lộ trình.", "xây dựng lộ trình", "Các trạm chưa được công nhận đạt chuẩn"),
        ("Các đội chưa nộp sổ khẩn trương hoàn thành.", "khẩn trương hoàn thành", "Các đội chưa nộp sổ"),
        ("Các chi hội còn hội viên nghèo phân công người giúp.", "phân công người giúp", "Các chi hội còn hội viên nghèo"),
    ],
)  # fmt: skip
def test_a_clause_says_which_of_them_act(line: str, work: str, unit: str) -> None:
    assert said(f"1. {line}") == [(work, [f"{unit}=lead"])]


@pytest.mark.parametrize(
    "line",
    [
        "Các đội chưa gửi báo cáo sẽ bị trừ điểm.",
        "Các khoa chưa đạt điểm sàn không được đăng ký danh hiệu.",
        "Các trường không được tổ chức dạy thêm.",
    ],
)
def test_what_is_denied_to_those_is_no_work(line: str) -> None:
    assert said(f"1. {line}") == []


def test_what_a_body_stands_for_is_no_work() -> None:
    assert said("1. Phòng Nội vụ là cơ quan thường trực của Hội đồng; lập danh sách gửi Sở.") == [
        ("là cơ quan thường trực của Hội đồng; lập danh sách gửi Sở", ["Phòng Nội vụ=lead"])
    ]
    assert said("1. Phòng Nội vụ là cơ quan thường trực của Hội đồng; đôn đốc các xã.") == [
        ("đôn đốc các xã", ["Phòng Nội vụ=supervise"])
    ]
    assert said("1. Phòng Y tế là đầu mối tổng hợp số liệu.") == [("tổng hợp số liệu", ["Phòng Y tế=lead"])]
    assert said("1. Giám đốc chịu trách nhiệm chung.") == [("chịu trách nhiệm chung", ["Giám đốc=lead"])]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Các Phó Giám đốc theo lĩnh vực phụ trách đôn đốc, kiểm tra.", "supervise"),
        ("Các Phó Trưởng phòng theo địa bàn được phân công chỉ đạo, kiểm tra tiến độ.", "supervise"),
        ("Các Phó Giám đốc theo lĩnh vực phụ trách ký văn bản.", "lead"),
        ("Phòng Kế hoạch làm đầu mối, đôn đốc các đội.", "supervise"),
        ("Phòng Kế hoạch theo dõi, nhắc nhở các đội.", "supervise"),
        ("Phòng Kế hoạch theo dõi, thống kê số công.", "lead"),
        ("Phòng Kế hoạch theo dõi, cung cấp số liệu cho Ban Giám đốc.", "lead"),
        ("Phòng Kế hoạch theo dõi, đôn đốc các đội cung cấp số liệu.", "supervise"),
    ],
)
def test_who_follows_up_by_his_share_supervises(line: str, role: str) -> None:
    (task,) = said(f"1. {line}")
    assert task[1][0].endswith(f"={role}")


def test_lines_that_lead_over_or_reward_say_no_work() -> None:
    head = "II. NỘI DUNG THI ĐUA"
    assert said("Các đội tập trung vào những việc sau:", "a) Giữ sạch kho.", "b) Tiết kiệm dầu.", head=head) == []
    assert said("1. Các đội thực hiện các việc sau:", "- Lập sổ theo dõi.", "- Gửi sổ về Phòng Kế toán.") == [
        ("Lập sổ theo dõi", ["Các đội=lead"]),
        ("Gửi sổ về Phòng Kế toán", ["Các đội=lead"]),
    ]
    head = "III. MỨC THƯỞNG"
    assert (
        said("1. Đội xếp loại Giỏi: Cờ của Công ty và 9.000.000 đồng.", "2. Tổ hạng nhì: Giấy khen.", head=head) == []
    )


def test_when_a_paper_comes_out_is_no_work_of_the_one_before() -> None:
    line = "1. Đoàn thanh tra có báo cáo gửi Giám đốc; thông báo kết luận ban hành trong tháng 5."
    assert said(line) == [("có báo cáo gửi Giám đốc", ["Đoàn thanh tra=lead"])]
    line = "1. Phòng Nội vụ thẩm định hồ sơ; ban hành quyết định khen trước ngày 3/6."
    assert len(said(line)) == 2
