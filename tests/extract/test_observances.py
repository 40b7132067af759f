"""Anniversaries, congresses and holidays with their counts and dates."""

from __future__ import annotations

import pytest

from kehoach.extract.observances import observances
from tests.extract.written import bare, written

Row = tuple[str, int | None, str | None, str | None]

ROWS: list[tuple[str, list[Row]]] = [
    (
        "Kỷ niệm 60 năm ngày thành lập ngành Bưu điện (15/8/1962 - 15/8/2022).",
        [("ngày thành lập ngành Bưu điện", 60, "1962-08-15", "2022-08-15")],
    ),
    (
        "Kỷ niệm 40 năm ngày truyền thống thợ gốm - truyền thống ngành Sành sứ (05/4/1982 - 05/4/2022).",
        [("ngày truyền thống thợ gốm - truyền thống ngành Sành sứ", 40, "1982-04-05", "2022-04-05")],
    ),
    (
        "Chào mừng 77 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam; vòng một chào mừng Quốc khánh.",
        [("Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 77, None, None)],
    ),
    ("Lập thành tích chào mừng 30 năm tái lập tỉnh.", [("tái lập tỉnh", 30, None, None)]),
    (
        "Hưởng ứng, kỷ niệm Ngày Quốc tế và Ngày toàn dân chống săn bắt voi.",
        [("Ngày Quốc tế và Ngày toàn dân chống săn bắt voi", None, None, None)],
    ),
    ("Kỷ niệm Ngày Quốc tế chống săn bắt đối với voi.", [("Ngày Quốc tế chống săn bắt đối với voi", None, None, None)]),
    (
        "Chào mừng 77 năm Cách mạng tháng Tám (19/8/1945 - 19/8/2022) và Quốc khánh (02/9/1945 - 02/9/2022).",
        [
            ("Cách mạng tháng Tám", 77, "1945-08-19", "2022-08-19"),
            ("Quốc khánh", 77, "1945-09-02", "2022-09-02"),
        ],
    ),
    ("Bến đò gắn biển chào mừng Đại hội phải có địa chỉ rõ ràng.", []),
    (
        "Chào mừng Đại hội đại biểu Hội Sinh vật cảnh các cấp, nhiệm kỳ 2023 - 2028.",
        [("Đại hội đại biểu Hội Sinh vật cảnh các cấp, nhiệm kỳ 2023 - 2028", None, None, None)],
    ),
    ("Chào mừng đại hội Đảng các cấp.", [("đại hội Đảng các cấp", None, None, None)]),
    (
        "Chào mừng bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2031 - 2036 thành công tốt đẹp.",
        [("bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2031 - 2036", None, None, None)],
    ),
    ("Chào mừng Đại hội Đoàn toàn tỉnh lần thứ XVII.", [("Đại hội Đoàn toàn tỉnh lần thứ XVII", 17, None, None)]),
    (
        "Từ đầu năm đến 30/6/2022: thi đua chào mừng ngày Quốc tế Lao động 1/5.",
        [("ngày Quốc tế Lao động", None, None, "2022-05-01")],
    ),
    (
        "Chào mừng bầu cử đại biểu Quốc hội khóa XX và đại biểu HĐND các cấp nhiệm kỳ 2046 - 2051.",
        [("bầu cử đại biểu Quốc hội khóa XX và đại biểu HĐND các cấp nhiệm kỳ 2046 - 2051", 20, None, None)],
    ),
    ("Hưởng ứng Ngày Đại dương thế giới 8 tháng 6.", [("Ngày Đại dương thế giới", None, None, None)]),
    ("Nhân dịp cuối năm, tặng quà trước Tết Nguyên đán.", []),
    ("Tặng quà nhân dịp Tết Nguyên đán 2031 bảo đảm nhà nào cũng có Tết.", [("Tết Nguyên đán 2031", None, None, None)]),
    ("Thi đua chào mừng các ngày lễ lớn của đất nước.", [("các ngày lễ lớn của đất nước", None, None, None)]),
    ("Thi đua chào mừng bầu cử đại biểu Quốc hội khóa XV.", [("bầu cử đại biểu Quốc hội khóa XV", 15, None, None)]),
    ("Lễ kỷ niệm 40 năm Ngày thành lập Hội Làm vườn cấp tỉnh.", [("Ngày thành lập Hội Làm vườn", 40, None, None)]),
    ("Kỷ niệm lần thứ 120 ngày sinh đồng chí Trần Phú.", [("ngày sinh đồng chí Trần Phú", 120, None, None)]),
    (
        "Đợt cao điểm: kỉ niệm ngày Quốc tế Trồng rừng 52 năm (21/3/1971 - 21/3/2023), ngày thành lập Hội Làm vườn 36 năm.",
        [
            ("ngày Quốc tế Trồng rừng", 52, "1971-03-21", "2023-03-21"),
            ("ngày thành lập Hội Làm vườn", 36, None, None),
        ],
    ),
    (
        "Ngày truyền thống thợ lò (12/11/1936 - 12/11/2022): 86 năm.",
        [("Ngày truyền thống thợ lò", 86, "1936-11-12", "2022-11-12")],
    ),
    (
        "Kỷ niệm ngày thành lập Đội (20 năm, 04/5/2002 - 04/5/2022).",
        [("ngày thành lập Đội", 20, "2002-05-04", "2022-05-04")],
    ),
    ("Chào mừng Đại hội IX của Hội Làm vườn tỉnh.", [("Đại hội IX của Hội Làm vườn tỉnh", 9, None, None)]),
    ("Kỷ niệm 75 năm ngày Thương binh - liệt sĩ.", [("ngày Thương binh - liệt sĩ", 75, None, None)]),
    ("Công trình bảo hành 5 năm (01/3/2022 - 01/3/2027).", []),
    (
        "Thi đua chào mừng ngày Thợ đèn Việt Nam (từ ngày 05/10/2031 đến ngày 20/11/2031).",
        [("ngày Thợ đèn Việt Nam", None, None, None)],
    ),
    ("Bảo dưỡng 5 năm thiết bị đo mưa (01/3/2022 - 01/3/2027).", []),
    (
        "Kỷ niệm 80 năm Ngày gieo hạt lúa đầu tiên (6-1-1951 – 6-1-2031).",
        [("Ngày gieo hạt lúa đầu tiên", 80, "1951-01-06", "2031-01-06")],
    ),
    (
        "Chào mừng “Kỷ niệm 60 năm Ngày thành lập Trạm thủy văn” (02/5/1971 - 02/5/2031).",
        [("Ngày thành lập Trạm thủy văn", 60, "1971-05-02", "2031-05-02")],
    ),
    (
        "Chào mừng Đại hội đại biểu toàn quốc lần thứ XV của Đảng; cả trạm hướng tới Đại hội XV của Đảng.",
        [("Đại hội đại biểu toàn quốc lần thứ XV của Đảng", 15, None, None)],
    ),
    (
        "Chào mừng Đại hội Đảng bộ tỉnh lần thứ XV, tiến tới Đại hội XV của Đảng.",
        [("Đại hội Đảng bộ tỉnh lần thứ XV", 15, None, None), ("Đại hội XV của Đảng", 15, None, None)],
    ),
    ("Thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XXV.", []),
    ("Thực hiện Nghị quyết số 01-NQ/TU của Đại hội Đảng bộ tỉnh lần thứ X.", []),
    ("Kế hoạch 5 năm phát triển du lịch.", []),
    ("Có 3 năm kinh nghiệm, ngày làm việc 8 giờ.", []),
    ("Nộp báo cáo trước ngày 20/11/2022.", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(text: str, rows: list[Row]) -> None:
    plan = bare(text)
    found = observances(plan.document, plan.outline, plan.rules)
    assert [(o.name, o.ordinal, o.from_, o.to) for o in found] == rows


def test_the_wording_of_the_body_counts() -> None:
    plan = written(
        "I. MỤC ĐÍCH\n1. Kỷ niệm 70 năm ngày truyền thống ngành Thuế (10/9/1952 - 10/9/2022).",
        "Thi đua chào mừng 70 năm ngày thành lập ngành Thuế (10/9/1952-10/9/2022)",
    )
    (one,) = observances(plan.document, plan.outline, plan.rules)
    assert one.name == "ngày truyền thống ngành Thuế"


def test_a_cut_name_in_the_body_leaves_that_of_the_title() -> None:
    plan = written(
        "I. NỘI DUNG\n1. Đợt 1 chào mừng Đại hội thi đua yêu nước và ngày hội bến sông.",
        "Thi đua chào mừng Đại hội Thi đua yêu nước Cảng Mẫu lần thứ IV",
    )
    found = observances(plan.document, plan.outline, plan.rules)
    assert found[0].name == "Đại hội Thi đua yêu nước Cảng Mẫu lần thứ IV"


def test_congresses_of_two_levels_are_two() -> None:
    plan = bare("Chào mừng Đại hội Đảng bộ huyện lần thứ X, Đại hội Đảng bộ tỉnh lần thứ X.")
    assert len(observances(plan.document, plan.outline, plan.rules)) == 2
