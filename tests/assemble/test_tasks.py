"""Tasks of the record: the units of a list share what its last one says."""

from __future__ import annotations

import pytest

from kehoach.assemble.calendar import Calendar
from kehoach.assemble.tasks import tasks
from kehoach.assemble.units import UnitNames
from kehoach.extract.tasks import tasks as mentions
from kehoach.model.document_info import DocumentInfo
from tests.extract.written import written


@pytest.mark.parametrize(
    ("line", "issuer", "units"),
    [
        (
            "Công đoàn, Đoàn Thanh niên cơ sở trực cổng.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Công đoàn cơ sở", "Đoàn Thanh niên cơ sở"],
        ),
        (
            "Đoàn Thanh niên, Công đoàn cơ sở trực cổng.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Đoàn Thanh niên", "Công đoàn cơ sở"],
        ),
        (
            "Các phòng chuyên môn, chi cục, đơn vị trực thuộc lập danh sách.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Các phòng chuyên môn thuộc Sở", "Các chi cục thuộc Sở", "Các đơn vị trực thuộc Sở"],
        ),
        (
            "Chánh tòa, Trưởng phòng thuộc Tòa án nhân dân tỉnh tổ chức đăng ký.",
            "Tòa án nhân dân tỉnh Bến Tre",
            ["Chánh tòa thuộc Tòa án nhân dân tỉnh", "Trưởng phòng thuộc Tòa án nhân dân tỉnh"],
        ),
        (
            "Ban Chấp hành Công đoàn, Đoàn Thanh niên Tòa án nhân dân tỉnh vận động đoàn viên.",
            "Tòa án nhân dân tỉnh Bến Tre",
            ["Ban Chấp hành Công đoàn Tòa án nhân dân tỉnh", "Đoàn Thanh niên Tòa án nhân dân tỉnh"],
        ),
        (
            "Các cơ quan, đơn vị và UBND các xã được kiểm tra lập báo cáo.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Các cơ quan, đơn vị được kiểm tra", "Ủy ban nhân dân các xã được kiểm tra"],
        ),
        (
            "Các trường mầm non, tiểu học còn lại lập báo cáo.",
            "Sở Giáo dục và Đào tạo tỉnh Bến Tre",
            ["Các trường mầm non còn lại", "Các trường tiểu học còn lại"],
        ),
        ("Các sở: Y tế, Tư pháp lập danh sách.", "Ủy ban nhân dân tỉnh Bến Tre", ["Sở Y tế", "Sở Tư pháp"]),
        (
            "Trưởng các phòng, ban, Thủ trưởng các đơn vị thuộc Sở rà soát danh sách.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Trưởng các phòng, ban thuộc Sở", "Thủ trưởng các đơn vị thuộc Sở"],
        ),
        (
            "Viện kiểm sát nhân dân, Tòa án nhân dân tỉnh rà soát danh sách.",
            "Ủy ban nhân dân tỉnh Bến Tre",
            ["Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh"],
        ),
        (
            "Đề nghị UBND, Hội Nông dân phường hỗ trợ kinh phí.",
            "Hội Liên hiệp Phụ nữ phường 5",
            ["Ủy ban nhân dân phường", "Hội Nông dân phường"],
        ),
        (
            "Ủy ban Mặt trận Tổ quốc, các đoàn thể huyện vận động nhân dân.",
            "Ủy ban nhân dân huyện Vân Hồ",
            ["Ủy ban Mặt trận Tổ quốc huyện", "Các đoàn thể huyện"],
        ),
        (
            "Công đoàn, Đoàn Thanh niên Cục vận động đoàn viên.",
            "Cục Thống kê tỉnh Bến Tre",
            ["Công đoàn Cục", "Đoàn Thanh niên Cục"],
        ),
        (
            "Cấp ủy, Công đoàn, Chi đoàn các đơn vị vận động đoàn viên.",
            "Tòa án nhân dân tỉnh Bến Tre",
            ["Cấp ủy các đơn vị", "Công đoàn các đơn vị", "Chi đoàn các đơn vị"],
        ),
        (
            "Phòng Văn hóa, Trung tâm Thể thao các huyện, thị xã mở lớp.",
            "Sở Nội vụ tỉnh Bến Tre",
            ["Phòng Văn hóa các huyện, thị xã", "Trung tâm Thể thao các huyện, thị xã"],
        ),
        (
            "Phòng Y tế, UBND các xã phun thuốc.",
            "Ủy ban nhân dân huyện Vân Hồ",
            ["Phòng Y tế", "Ủy ban nhân dân các xã"],
        ),
        (
            "Phòng Tư pháp, Hội Nông dân, UBND các xã, thị trấn rà soát.",
            "Ủy ban nhân dân huyện Vân Hồ",
            ["Phòng Tư pháp", "Hội Nông dân huyện", "Ủy ban nhân dân các xã, thị trấn"],
        ),
        (
            "Đảng ủy, UBND, Ủy ban MTTQ các xã vận động nhân dân.",
            "Ủy ban nhân dân huyện Vân Hồ",
            ["Đảng ủy các xã", "Ủy ban nhân dân các xã", "Ủy ban Mặt trận Tổ quốc các xã"],
        ),
        (
            "Các tổ bộ môn, tổ Hành chính lập danh sách.",
            "Trường Trung học phổ thông Hòa An",
            ["Các tổ bộ môn", "Tổ Hành chính"],
        ),
        (
            "Các Vụ, Văn phòng, Trung tâm lập danh sách.",
            "Bộ Nội vụ",
            ["Các Vụ", "Văn phòng Bộ", "Các trung tâm"],
        ),
        (
            "Các đơn vị thuộc, trực thuộc lập danh sách.",
            "Kho bạc Nhà nước",
            ["Các đơn vị thuộc, trực thuộc Kho bạc Nhà nước"],
        ),
        (
            "Thường trực HĐND, UBND huyện chỉ đạo rà soát.",
            "Huyện ủy Vân Hồ",
            ["Thường trực Hội đồng nhân dân huyện", "Ủy ban nhân dân huyện"],
        ),
        (
            "Các chi cục phối hợp với người sử dụng lao động lập danh sách.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Các chi cục", "Người sử dụng lao động"],
        ),
        (
            "Văn phòng Sở, các đơn vị trực thuộc Sở lập danh sách.",
            "Sở Công Thương tỉnh Bến Tre",
            ["Văn phòng Sở", "Các đơn vị trực thuộc Sở"],
        ),
    ],
)
def test_what_ends_a_list_holds_for_all(line: str, issuer: str, units: list[str]) -> None:
    plan = written(f"V. TỔ CHỨC THỰC HIỆN\n1. {line}")
    info = DocumentInfo(issuer=issuer)
    found = mentions(plan.document, plan.outline, plan.rules)
    (task,) = tasks(found, UnitNames.of(info, (), plan.rules), Calendar.of(info), plan.document)
    assert [unit.name for unit in task.units] == units


@pytest.mark.parametrize(
    ("cell", "first"),
    [
        ("Trung tâm Chèo; Phòng Văn hóa các xã, phường", "Trung tâm Chèo"),
        ("Trạm Y tế, Phòng Văn hóa các xã, phường", "Trạm Y tế các xã, phường"),
    ],
)
def test_a_semicolon_parts_what_many_share(cell: str, first: str) -> None:
    plan = written(f"II. LỊCH\nTT | Nội dung | Người thực hiện | Thời gian\n1 | Dựng sân khấu | {cell} | Tháng 4/2022")
    info = DocumentInfo(issuer="Sở Công Thương tỉnh Bến Tre")
    found = mentions(plan.document, plan.outline, plan.rules)
    (task,) = tasks(found, UnitNames.of(info, (), plan.rules), Calendar.of(info), plan.document)
    assert [unit.name for unit in task.units] == [first, "Phòng Văn hóa các xã, phường"]
