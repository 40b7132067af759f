"""Names of bodies inside sentences."""

from __future__ import annotations

import pytest

from kehoach.extract.citations.issuing_body import body_at, full_name
from kehoach.rules.load import load

BODIES = [
    ("Bộ Y tế về việc", "Bộ Y tế"),
    ("Bộ Giáo dục và Đào tạo quy định", "Bộ Giáo dục và Đào tạo"),
    ("Bộ Văn hóa, Thể thao và Du lịch hướng dẫn", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Bộ Ngoại giao về", "Bộ Ngoại giao"),
    ("Chủ tịch UBND tỉnh Bến Tre ban hành", "Chủ tịch UBND tỉnh Bến Tre"),
    ("UBND tỉnh và Bộ Nội vụ về", "UBND tỉnh"),
    ("Ban Tổ chức Tỉnh ủy về", "Ban Tổ chức Tỉnh ủy"),
    ("Ủy ban nhân dân (UBND) tỉnh về", "Ủy ban nhân dân (UBND) tỉnh"),
    ("Thủ tướng Chính phủ, Chỉ thị", "Thủ tướng Chính phủ"),
    ("Ban Tuyên giáo Trung ương tuyên truyền kỷ niệm", "Ban Tuyên giáo Trung ương"),
    ("Chủ tịch UBND tỉnh đối với các đơn vị", "Chủ tịch UBND tỉnh"),
    ("Ban Chấp hành Trung ương Đảng khóa XII thành việc làm", "Ban Chấp hành Trung ương Đảng khóa XII"),
    ("Phòng Nông nghiệp và PTNT huyện về", "Phòng Nông nghiệp và PTNT huyện"),
    ("cá nhân có thành tích", None),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_body(text: str, name: str | None) -> None:
    found = body_at(text, 0)
    assert (text[found[0] : found[1]] if found else None) == name


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Sở GD&ĐT Bến Tre", "Sở Giáo dục và Đào tạo Bến Tre"),
        ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        ("BCH TW Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("Ủy ban nhân dân (UBND) tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Hội đồng TĐKT huyện", "Hội đồng Thi đua - Khen thưởng huyện"),
    ],
)
def test_full_names(printed: str, full: str) -> None:
    assert full_name(printed, load()["body_abbreviations"]) == full
