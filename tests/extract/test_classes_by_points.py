"""Classes by points in rows, deeds that cost a class, and shares that sentences give."""

from __future__ import annotations

from kehoach.extract.criteria import criteria
from tests.extract.written import written


def found(body: str) -> list[tuple[str, float | None, str]]:
    plan = written(body, "Chấm điểm thi đua năm 2022")
    return [
        (m.criterion.text, m.criterion.points, m.criterion.kind)
        for m in criteria(plan.document, plan.outline, plan.rules)
    ]


def test_a_closed_range_in_a_row_of_classes_is_no_score() -> None:
    rows = "- Sao vàng: từ 90 điểm trở lên;\n- Sao bạc: từ 75 đến 89 điểm;\n- Sao đồng: từ 60 đến 74 điểm."
    assert [(points, kind) for _, points, kind in found(f"II. TIÊU CHÍ XẾP LOẠI\n{rows}")] == [(None, "band")] * 3
    lines = "Bến kiểu mẫu xuất sắc: đạt từ 90 đến 100 điểm\nBến kiểu mẫu: đạt từ 70 đến 89 điểm\nChưa đạt: dưới 70 điểm"
    assert [
        text for text, _, kind in found(f"II. TIÊU CHÍ\n1. Xếp loại các bến\n{lines}") if kind == "band"
    ] == lines.split("\n")


def test_ranges_of_scores_side_by_side_stay_scores() -> None:
    body = "II. TIÊU CHÍ CHẤM ĐIỂM\n- Có mô hình mới: từ 5 đến 10 điểm;\n- Có bài đăng báo: từ 3 đến 5 điểm."
    assert [points for _, points, _ in found(body)] == [10, 5]


def test_what_a_deed_costs_besides_its_points() -> None:
    body = (
        "II. TIÊU CHÍ XẾP LOẠI\n1. Điểm trừ\n- Nộp phiếu sai: trừ 06 điểm và không xét thi đua quý đó;\n"
        "- Để mất vé: trừ 10 điểm, hạ một bậc xếp loại;\n- Bỏ ca trực: trừ 3 điểm/lần và phải xin lỗi hành khách."
    )
    assert [text for text, _, _ in found(body)] == [
        "Nộp phiếu sai: trừ 06 điểm và không xét thi đua quý đó",
        "Để mất vé: trừ 10 điểm, hạ một bậc xếp loại",
        "Bỏ ca trực: trừ 3 điểm/lần và phải xin lỗi hành khách",
    ]


def test_a_deed_that_lowers_a_class() -> None:
    body = (
        "II. TIÊU CHÍ XẾP LOẠI\nToa có hành khách khiếu nại thì bị hạ một bậc thi đua.\n"
        "- Loại A: từ 90 điểm trở lên\n- Loại B: dưới 90 điểm"
    )
    assert found(body)[0] == ("Toa có hành khách khiếu nại thì bị hạ một bậc thi đua", None, "penalty")
    other = "II. TIÊU CHÍ XẾP LOẠI\nNgười bị hạ một bậc lương do Hội đồng kỷ luật xét.\n- Loại A: từ 90 điểm trở lên"
    assert [kind for _, _, kind in found(other)] == ["band"]


def test_points_of_a_sentence_that_makes_a_criterion() -> None:
    body = (
        "V. TỔ CHỨC THỰC HIỆN\n1. Kết quả hội thao là tiêu chí bình xét thi đua, chiếm 15 điểm.\n"
        "2. Việc giữ sạch bến được tính 5 điểm trong thang điểm thi đua cuối năm.\n"
        "3. Phòng Vận tải bổ sung số chuyến đúng giờ thành một tiêu chí xét thi đua của các đội.\n"
        "4. Bổ sung ba người thành một tổ trực."
    )
    assert [points for _, points, _ in found(body)] == [15, 5, None]
