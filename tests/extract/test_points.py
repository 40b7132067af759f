"""Points and bands of points."""

from __future__ import annotations

import pytest

from kehoach.extract.criteria.points import bands_in, points_in

POINTS = [
    ("Kỷ luật lao động (25 điểm)", [(25, 0)]),
    ("Kỷ luật lao động: 25đ", [(25, 0)]),
    ("là 12,5 điểm", [(12.5, 0)]),
    ("tối đa 15 điểm", [(15, 0)]),
    ("Điểm chuẩn: 40", [(40, 0)]),
    ("từ 5 đến 10 điểm", [(10, 0)]),
    ("được cộng thêm 03 điểm", [(3, 1)]),
    ("mỗi lần trừ 02 điểm", [(2, -1)]),
    ("20 điểm; chậm một ngày trừ 1 điểm", [(20, 0), (1, -1)]),
    ("văn nghệ, thể thao mười lăm điểm", [(15, 0)]),
    ("đi học đều (một trăm điểm)", [(100, 0)]),
    ("thưởng ba điểm cho tổ có bài đăng báo", [(3, 1)]),
    ("mỗi lần vắng trừ Năm điểm", [(5, -1)]),
    ("kết nối ba điểm cầu, thăm hai điểm dân cư", []),
    ("trong năm điểm lại kết quả", []),
    ("THANG ĐIỂM (tổng cộng 80 điểm)", [(80, 0)]),
    ("Đi muộn: -2đ/lượt", [(2, -1)]),
    ("Trả của rơi (+5 điểm)", [(5, 1)]),
    ("Trực đêm - 10 điểm", [(10, 0)]),
    ("Bày mâm quả (6đ - 9đ)", [(9, 0)]),
    ("cộng nửa điểm", [(0.5, 1)]),
    ("cộng một (01) điểm", [(1, 1)]),
    ("đội nhất được thưởng 12, đội nhì 7, đội ba 4 điểm", [(12, 1), (7, 1), (4, 1)]),
    ("tổng 1.000 điểm", [(1000, 0)]),
    ("07 đ/c được khen", []),
    ("20 điểm cầu truyền hình", []),
    ("05 điểm trường lẻ", []),
    ("thời điểm, địa điểm, quan điểm", []),
    ("đạt từ 7,0 trở lên", []),
]


@pytest.mark.parametrize(("text", "found"), POINTS)
def test_points(text: str, found: list[tuple[float, int]]) -> None:
    assert [(p.value, p.sign) for p in points_in(text)] == found


BANDS = [
    ("Xuất sắc: từ 90 điểm trở lên", ["Xuất sắc: từ 90 điểm trở lên"]),
    ("Loại A (90 - 100 điểm)", ["Loại A (90 - 100 điểm)"]),
    ("Khá: từ 65 đến dưới 80 điểm", ["Khá: từ 65 đến dưới 80 điểm"]),
    ("Yếu: dưới 50 điểm", ["Yếu: dưới 50 điểm"]),
    ("Hoàn thành tốt nhiệm vụ: 70 - dưới 85 điểm", ["Hoàn thành tốt nhiệm vụ: 70 - dưới 85 điểm"]),
    ("Phân loại: A+ từ 97 điểm trở lên; A từ 90 đến dưới 97 điểm; B dưới 90 điểm.", ["A+ từ 97 điểm trở lên", "A từ 90 đến dưới 97 điểm", "B dưới 90 điểm"]),
    ("Phòng đạt từ 95 điểm trở lên: dẫn đầu, từ 80 đến dưới 95 điểm: đạt.", ["Phòng đạt từ 95 điểm trở lên: dẫn đầu", "từ 80 đến dưới 95 điểm: đạt"]),
    ("Đơn vị dẫn đầu: từ 98 điểm trở lên", ["Đơn vị dẫn đầu: từ 98 điểm trở lên"]),
    ("Loại A (Xuất sắc): từ 92 điểm đến 100 điểm", ["Loại A (Xuất sắc): từ 92 điểm đến 100 điểm"]),
    ("Bến xe xếp loại khá: là những bến đạt từ 72 đến dưới 84 điểm", ["xếp loại khá: là những bến đạt từ 72 đến dưới 84 điểm"]),
    ("Đề nghị tặng Cờ cho đơn vị có từ 95 điểm trở lên", []),
    ("Chấp hành tổ chức: 10 điểm", []),
    ("Công tác khác (20 điểm)", []),
    ("Thực hiện tốt: 10 điểm", []),
    ("Có sáng kiến: từ 5 đến 10 điểm", []),
    ("Đi trễ dưới 3 lần trừ 2 điểm; từ 3 lần trở lên trừ 5 điểm", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), BANDS)
def test_bands(text: str, found: list[str]) -> None:
    assert [text[b.start : b.end] for b in bands_in(text)] == found


def test_a_class_behind_its_points_is_all_of_a_line() -> None:
    for text in (
        "- Từ 80 đến dưới 90 điểm: Tốt.",
        "- Từ 90 đến 100 điểm: xếp loại Xuất sắc",
        "- Từ 65 đến 80 điểm - Loại B",
    ):
        assert [text[band.start : band.end] for band in bands_in(text)] == [text.strip("- .")]
    assert not bands_in("- Từ 5 đến 10 điểm: Tốt nghiệp đúng hạn")


def test_a_class_that_leaves_out_the_word_beside_others() -> None:
    text = "Vững mạnh xuất sắc: từ 95 điểm trở lên; Vững mạnh: từ 85 đến 94 điểm; Khá: từ 70 đến 84; Yếu: dưới 70 điểm."
    assert [text[band.start : band.end] for band in bands_in(text)] == text.strip(".").split("; ")


def test_three_classes_in_a_row_need_no_word() -> None:
    text = "Loại Tốt: ≥ 9,0; loại Khá: từ 8,0 đến 8,9; loại TB: dưới 8,0."
    assert [text[band.start : band.end] for band in bands_in(text)] == text.strip(".").split("; ")
    assert not bands_in("Loại Tốt: từ 8 đến 10; loại Khá: trên 80%.")
