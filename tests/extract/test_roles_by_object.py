"""Tasks: whom one supervises and what one does by trade, who holds an office or heads a team, and works with others."""

from __future__ import annotations

import pytest

from tests.extract.written import said


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Kiểm tra các cửa hàng phân bón.", "lead"),
        ("Kiểm tra đột xuất chợ đầu mối.", "lead"),
        ("Kiểm tra 100% cơ sở giết mổ.", "lead"),
        ("Kiểm tra, xác nhận khối lượng đào đắp.", "lead"),
        ("Theo dõi mực nước, báo về trực ban.", "lead"),
        ("Theo dõi, nhắc nhở học sinh đội mũ.", "lead"),
        ("Theo dõi đường truyền hỏng, tham mưu phương án thay.", "lead"),
        ("Kiểm tra việc chấm điểm ở các đội.", "supervise"),
        ("Theo dõi, nhắc nhở các đội nộp sổ.", "supervise"),
        ("Theo dõi tình hình thực hiện giao ước.", "supervise"),
        ("Đôn đốc các cửa hàng ký cam kết.", "supervise"),
    ],
)
def test_what_is_inspected_by_trade_is_no_supervising(line: str, role: str) -> None:
    assert said("1. Đội Quản lý thị trường", f"- {line}") == [(line.rstrip("."), [f"Đội Quản lý thị trường={role}"])]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Cụm trưởng (Trường Hoa Sen)", "Trường Hoa Sen"),
        ("Cơ quan thường trực Ban Chỉ đạo (Phòng Tư pháp)", "Phòng Tư pháp"),
        ("Phòng Hành chính (Văn phòng cũ)", "Phòng Hành chính"),
    ],
)
def test_who_holds_an_office_stands_in_brackets_behind_it(heading: str, unit: str) -> None:
    assert said(f"1. {heading}", "- In tài liệu hội nghị.") == [("In tài liệu hội nghị", [f"{unit}=lead"])]


def test_a_numbered_team_is_the_body_that_heads_it() -> None:
    assert said("1. Tổ 2 do Phòng Kinh tế làm tổ trưởng thẩm định ba tuyến kênh.") == [
        ("thẩm định ba tuyến kênh", ["Phòng Kinh tế=lead"])
    ]
    assert said("1. Đoàn phúc tra do Phòng Kinh tế làm trưởng đoàn thẩm định ba tuyến kênh.") == [
        ("thẩm định ba tuyến kênh", ["Đoàn phúc tra=lead"])
    ]


def test_one_of_those_in_the_heading_has_a_further_duty() -> None:
    _, further = said(
        "1. Phòng Y tế, Phòng Tư pháp",
        "Mỗi phòng lập một sổ theo dõi. Phòng Tư pháp còn có trách nhiệm phối hợp với Hội Luật gia dịch tờ gấp.",
    )
    assert further == ("dịch tờ gấp", ["Phòng Tư pháp=lead", "Hội Luật gia=coordinate"])


@pytest.mark.parametrize(
    ("line", "work"),
    [
        (
            "Phòng Chính trị viết đề cương trước ngày 05/3, rồi cùng Đài Truyền thanh treo băng rôn.",
            ("rồi cùng Đài Truyền thanh treo băng rôn", ["Phòng Chính trị=lead", "Đài Truyền thanh=coordinate"]),
        ),
        (
            "Phòng Chính trị hiệp đồng với Đài Truyền thanh treo băng rôn.",
            ("treo băng rôn", ["Phòng Chính trị=lead", "Đài Truyền thanh=coordinate"]),
        ),
        ("Mẫu nước không đạt thì Trạm Cấp nước thay van.", ("thay van", ["Trạm Cấp nước=lead"])),
    ],
)
def test_works_with_others_and_in_a_case(line: str, work: tuple[str, list[str]]) -> None:
    assert said(f"1. {line}")[-1] == work


def test_words_over_a_list_of_who_does_what_are_no_work() -> None:
    head = "1. Nhà máy phân công nhiệm vụ cụ thể theo từng ca như sau:"
    assert said(head, "- Tổ Điện: trực trạm biến áp.") == [("trực trạm biến áp", ["Tổ Điện=lead"])]
    assert said("1. Nhà máy phân công nhiệm vụ cho từng ca trực.") == [
        ("phân công nhiệm vụ cho từng ca trực", ["Nhà máy=lead"])
    ]


def test_terms_told_of_stages_are_terms_of_one_work() -> None:
    line = "1. Các trạm nộp sổ trước ngày 10/6/2022 đối với khối xã và trước ngày 10/11/2022 đối với khối trường."
    first, second = said(line)
    assert first[0] == "nộp sổ trước ngày 10/6/2022 đối với khối xã"
    assert second[0].endswith("đối với khối trường")


def test_several_units_in_brackets_behind_a_place() -> None:
    line = "- Cắm chốt phát nước tại bến đò vào sáng chủ nhật (Trạm Y tế xã, Đoàn Thanh niên xã)."
    assert said(line, head="V. PHÂN CÔNG") == [
        ("Cắm chốt phát nước tại bến đò vào sáng chủ nhật", ["Trạm Y tế xã=implement", "Đoàn Thanh niên xã=implement"])
    ]
    assert said("- Tổ chức ra quân tại hội trường (UBND huyện).", head="V. PHÂN CÔNG") == []


def test_work_with_others_in_something_is_told_whole() -> None:
    assert said("1. Trạm Y tế phối hợp chặt chẽ với Hội Nông dân khi cấp thuốc.") == [
        ("phối hợp chặt chẽ với Hội Nông dân khi cấp thuốc", ["Trạm Y tế=lead", "Hội Nông dân=coordinate"])
    ]
    assert said("1. Trạm Y tế phối hợp chặt chẽ với Hội Nông dân cấp thuốc.") == [
        ("cấp thuốc", ["Trạm Y tế=lead", "Hội Nông dân=coordinate"])
    ]


def test_a_report_behind_what_is_only_followed() -> None:
    assert said("1. Thư viện làm đầu mối theo dõi, hằng tháng báo cáo Sở.") == [
        ("theo dõi", ["Thư viện=supervise"]),
        ("hằng tháng báo cáo Sở", ["Thư viện=lead"]),
    ]
    assert said("1. Thư viện theo dõi, tổng hợp số sách.") == [("theo dõi, tổng hợp số sách", ["Thư viện=lead"])]


def test_what_a_post_is_in_charge_of_before_a_colon_is_part_of_its_name() -> None:
    assert said("- Phó Giám đốc phụ trách kho: ký phiếu xuất.") == [
        ("ký phiếu xuất", ["Phó Giám đốc phụ trách kho=lead"])
    ]


def test_one_does_what_another_helps_with() -> None:
    assert said("1. Việc dựng rạp do Đội Bảo vệ đảm nhận, Chi đoàn cùng làm.") == [
        ("Việc dựng rạp", ["Đội Bảo vệ=lead", "Chi đoàn=coordinate"])
    ]
