"""Criteria as trees with points, from headings, bullets, running text and tables."""

from __future__ import annotations

import pytest

from kehoach.extract.criteria import criteria
from kehoach.model.fact import CriterionMention
from tests.extract.written import bare, written


def found(body: str, title: str = "Chấm điểm thi đua năm 2022") -> list[CriterionMention]:
    plan = written(body, title)
    return list(criteria(plan.document, plan.outline, plan.rules))


def rows(mentions: list[CriterionMention]) -> list[tuple[str | None, str, float | None, str, str | None]]:
    return [
        (m.criterion.path, m.criterion.text, m.criterion.points, m.criterion.kind, m.criterion.parent) for m in mentions
    ]


def test_points_in_headings_and_bullets() -> None:
    mentions = found(
        "I. TIÊU CHÍ, THANG ĐIỂM\nTổng điểm: 100 điểm\n1. Kỷ luật lao động (40 điểm)\n"
        "a) Đi làm đúng giờ: 25 điểm\n- Không bỏ vị trí\n- Không làm việc riêng\nb) Mặc đồng phục: 15 điểm\n"
        "2. Chất lượng công việc là 60 điểm\n- Hồ sơ đúng hạn;\n- Không sai sót.\n"
        "3. Điểm thưởng: tối đa 05 điểm\n4. Điểm trừ: mỗi lần bị nhắc nhở trừ 02 điểm\n"
        "5. Điểm cộng: cộng 03 điểm đối với tổ có nhiều buổi trực hơn phân công"
    )
    assert rows(mentions) == [
        ("I.1", "Kỷ luật lao động (40 điểm)", 40, "group", None),
        ("I.1.a", "Đi làm đúng giờ: 25 điểm", 25, "criterion", "I.1"),
        ("I.1.b", "Mặc đồng phục: 15 điểm", 15, "criterion", "I.1"),
        ("I.2", "Chất lượng công việc là 60 điểm", 60, "criterion", None),
        ("I.3", "Điểm thưởng: tối đa 05 điểm", 5, "bonus", None),
        ("I.4", "Điểm trừ: mỗi lần bị nhắc nhở trừ 02 điểm", 2, "penalty", None),
        ("I.5", "Điểm cộng: cộng 03 điểm đối với tổ có nhiều buổi trực hơn phân công", 3, "bonus", None),
    ]
    indicators = [[i.text for i in m.criterion.indicators] for m in mentions]
    assert indicators[1] == ["Không bỏ vị trí", "Không làm việc riêng"]
    assert indicators[3] == ["Hồ sơ đúng hạn", "Không sai sót"]


def test_a_part_whose_points_end_with_what_they_score_is_on_criteria_whatever_its_heading() -> None:
    scored = (
        "I. NỘI DUNG THI ĐUA\n1. Nội dung 1: Đường làng (60 điểm)\n1.1. Trồng 500 cây bóng mát: 40 điểm (thiếu 10 cây trừ 01 điểm).\n"
        "1.2. Quét dọn mỗi tuần (20 điểm)\n2. Nội dung 2: Nhà văn hóa (40 điểm)\n2.1. Mở cửa hằng ngày (30 điểm)\n2.2. Có tủ sách: 10đ"
    )
    assert [(m.criterion.path, m.criterion.points, m.criterion.parent) for m in found(scored)] == [
        ("I.1", 60, None), ("I.1.1", 40, "I.1"), ("I.1.2", 20, "I.1"),
        ("I.2", 40, None), ("I.2.1", 30, "I.2"), ("I.2.2", 10, "I.2"),
    ]  # fmt: skip
    assert not found("I. NỘI DUNG\n1. Trồng 500 cây\n2. Mỗi xã có 02 điểm vui chơi\n3. Đường đạt 20 điểm")


def test_bullets_of_a_section_without_points() -> None:
    mentions = found(
        "I. TIÊU CHUẨN THI ĐUA\n1. Đối với tập thể:\n- Nội bộ đoàn kết:\n+ Không có đơn thư;\n+ Sinh hoạt đều.\n"
        "- Trụ sở sạch đẹp.\n2. Đối với cá nhân:\n- Gương mẫu trong công việc.\n"
        "II. HÌNH THỨC KHEN THƯỞNG\n- Giấy khen của Giám đốc."
    )
    assert [(m.criterion.path, m.criterion.applies_to, len(m.criterion.indicators)) for m in mentions] == [
        ("I.1.-1", "collective", 2),
        ("I.1.-2", "collective", 0),
        ("I.2.-1", "individual", 0),
    ]


def test_points_of_a_list_that_the_word_heads() -> None:
    mentions = found(
        "II. NỘI DUNG\n1. Chấm gian hàng\n- Thời gian: ngày 5/3.\n- Tiêu chí chấm:\n+ Sạch: không rác.\n+ Đẹp: có hoa."
    )
    assert [(m.criterion.path, m.criterion.points) for m in mentions] == [("II.1.-2.+1", None), ("II.1.-2.+2", None)]


def test_points_of_a_list_below_a_line_of_its_own() -> None:
    mentions = found(
        "II. NỘI DUNG\n1. Toa tàu kiểu mẫu\nTiêu chí thi đua:\n- Sàn toa khô, sạch;\n- Đèn đủ sáng.\nIII. KINH PHÍ\n1. Tự cân đối."
    )
    assert [(m.criterion.text, m.criterion.points) for m in mentions] == [
        ("Sàn toa khô, sạch", None),
        ("Đèn đủ sáng", None),
    ]


def test_what_somebody_must_have_done_in_running_text() -> None:
    mentions = found(
        "II. KHEN THƯỞNG\nGa chọn 02 tổ. Tổ được đề nghị khen phải có từ hai sáng kiến trở lên. Thưởng 02 tổ."
    )
    assert [m.criterion.text for m in mentions] == ["Tổ được đề nghị khen phải có từ hai sáng kiến trở lên"]


def test_a_scale_in_running_text_of_another_part() -> None:
    mentions = found("II. KIỂM TRA\nBan chấm theo thang 50 điểm: đường ray 30 điểm; ghi, tín hiệu 20 điểm.")
    assert [(m.criterion.text, m.criterion.points) for m in mentions] == [
        ("đường ray 30 điểm", 30),
        ("ghi, tín hiệu 20 điểm", 20),
    ]


@pytest.mark.parametrize(
    ("told", "number"),
    [("rau sạch 40 điểm; trồng hoa 35 điểm; sổ sách 30 điểm", 3), ("rau sạch 40 điểm; trồng hoa 35 điểm", 0)],
)
def test_a_scale_whose_parts_are_misprinted(told: str, number: int) -> None:
    assert len(found(f"V. KHEN THƯỞNG\n1. Chấm thi theo thang 100: {told}.")) == number


def test_whom_a_list_is_for_is_no_criterion() -> None:
    mentions = found(
        "II. TIÊU CHUẨN\na) Đối tượng: các tổ lái tàu.\nb) Cá nhân được đề nghị phải đạt:\n- Không vượt đèn đỏ;\n- Đủ giờ chạy."
    )
    assert [m.criterion.text for m in mentions] == ["Không vượt đèn đỏ", "Đủ giờ chạy"]


def test_bands() -> None:
    mentions = found(
        "I. XẾP LOẠI\n- Xuất sắc: từ 90 điểm trở lên;\n- Khá: từ 70 đến dưới 90 điểm;\n- Yếu: dưới 50 điểm."
    )
    assert [(m.criterion.path, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("I.-1", None, "band"),
        ("I.-2", None, "band"),
        ("I.-3", None, "band"),
    ]


TABLE = """I. BẢNG TIÊU CHÍ
STT | Nội dung đánh giá | Điểm tối đa | Điểm tự chấm
I | Phục vụ bệnh nhân | 60 |
1 | Thái độ đúng mực | 40 |
2 | Hướng dẫn tận tình (mỗi lần phàn nàn trừ 01 điểm) | 20 |
- | Có bảng chỉ dẫn | |
II | Vệ sinh khoa phòng | 40 |
III | Điểm cộng | 10 |
1 | Có sáng kiến được áp dụng | 10 |
| Tổng cộng | 110 |
"""


def test_a_scoring_table() -> None:
    mentions = found(TABLE)
    assert rows(mentions) == [
        ("I.T1", "Phục vụ bệnh nhân", 60, "group", None),
        ("I.T2", "Thái độ đúng mực", 40, "criterion", "I.T1"),
        ("I.T3", "Hướng dẫn tận tình (mỗi lần phàn nàn trừ 01 điểm)", 20, "criterion", "I.T1"),
        ("I.T5", "Vệ sinh khoa phòng", 40, "criterion", None),
        ("I.T6", "Điểm cộng", 10, "bonus", None),
        ("I.T7", "Có sáng kiến được áp dụng", 10, "bonus", "I.T6"),
    ]
    assert [i.text for i in mentions[2].criterion.indicators] == ["Có bảng chỉ dẫn"]


def test_a_sum_in_the_wrong_cell_and_steps_with_a_dash() -> None:
    mentions = found(
        "I. BẢNG ĐIỂM\nTT | Nội dung | Điểm | Tự chấm\n1 | Thu gom rác | 20 |\n | - Đạt trên 90% | 20 |\n | - Đạt trên 80% | 10 |\n"
        "2 | Trồng cây | 3 điểm/lần ra quân |\nTổng | 23đ | |"
    )
    assert rows(mentions) == [
        ("I.T1", "Thu gom rác", 20, "group", None),
        ("I.T2", "Đạt trên 90%", 20, "criterion", "I.T1"),
        ("I.T3", "Đạt trên 80%", 10, "criterion", "I.T1"),
        ("I.T4", "Trồng cây", 3, "criterion", None),
    ]


def test_columns_that_add_and_take_off_and_groups_that_tell_their_points_themselves() -> None:
    mentions = found(
        "I. BẢNG ĐIỂM\nTT | Nội dung | Điểm cộng | Mức điểm trừ\n1 | Nhặt được của rơi | 5 |\n2 | Bỏ ca trực | | 8\n3 | Đi muộn | | 2 điểm/lượt"
    )
    assert [(m.criterion.points, m.criterion.kind) for m in mentions] == [(5, "bonus"), (8, "penalty"), (2, "penalty")]
    mentions = found(
        "I. BẢNG ĐIỂM\nTT | Nội dung | Điểm\nA | Công tác hội (30 điểm) |\n1 | Sinh hoạt đều | 20\n2 | Thu quỹ: đạt kế hoạch 10 điểm, thiếu 1% trừ 2 điểm | 10"
    )
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("Công tác hội (30 điểm)", 30, "group"), ("Sinh hoạt đều", 20, "criterion"), ("Thu quỹ", 10, "criterion"),
    ]  # fmt: skip


def test_a_table_that_scores_several_bodies_side_by_side() -> None:
    grid = "TT | Việc | Tổ lái tàu | Tổ sửa chữa\nA | An toàn | 60 | 70\n1 | Không để sự cố | 60 | 70\nB | Ngăn nắp | 40 | 30"
    mentions = found(f"I. CHẤM ĐIỂM\nThang điểm là 100 điểm:\n{grid}")
    assert [(m.criterion.path, m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("I.TA", "An toàn", 60, "group"), ("I.TA", "An toàn", 70, "group"),
        ("I.T1", "Không để sự cố", 60, "criterion"), ("I.T1", "Không để sự cố", 70, "criterion"),
        ("I.TB", "Ngăn nắp", 40, "criterion"), ("I.TB", "Ngăn nắp", 30, "criterion"),
    ]  # fmt: skip
    assert not found(f"I. DỤNG CỤ\nCác tổ nhận:\n{grid}")
    headed = "TT | Việc | Điểm | \n | | Ga lớn | Ga nhỏ\n1 | Đúng giờ | 20 | 10\n2 | Sạch sẽ | 15 | 5"
    assert [m.criterion.points for m in found(f"I. BẢNG CHẤM\n{headed}")] == [20, 10, 15, 5]


def test_what_a_table_takes_off_and_adds_below_what_it_scores() -> None:
    mentions = found(
        "I. BẢNG CHẤM\nTT | Nội dung | ĐIỂM | | \n | | Chuẩn | Thưởng | Trừ\na | Giữ kho | 8 | |\na1 | Sổ kho | 5 | 1 |\n"
        "a1.1 | Ghi sót một lần: trừ 0,5 điểm | | | -0,5\n | Mất phiếu | | | -1\n | Ghi chú: không quá 2 điểm | | |\n"
        "a.1.2 | Đối chiếu khi: | | |\na.1.2.1 | Trước hạn | | + 0,25 |\na2 | Cửa kho | 3 | |"
    )
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("Giữ kho", 8, "group"), ("Sổ kho", 5, "group"), ("Ghi sót một lần: trừ 0,5 điểm", 0.5, "penalty"),
        ("Mất phiếu", 1, "penalty"), ("Đối chiếu khi", None, "group"), ("Trước hạn", 0.25, "bonus"), ("Cửa kho", 3, "criterion"),
    ]  # fmt: skip


def test_cells_that_say_what_they_do_to_the_points_and_a_sum_of_groups() -> None:
    body = (
        "II. TIÊU CHÍ CHẤM ĐIỂM\n1. Bảng điểm\nTT | Nội dung | Điểm\n1 | Ca trực đủ người | 60\n2 | Kho sạch | 40\n"
        " | Cộng (1 + 2) | 100\n2. Thưởng, phạt\nTT | Nội dung | Điểm\n1 | Cải tiến máy | cộng thêm 5\n2 | Vỡ kính | trừ 3 điểm"
    )
    assert [(points, kind) for _, _, points, kind, _ in rows(found(body))] == [
        (60, "criterion"), (40, "criterion"), (5, "bonus"), (3, "penalty"),
    ]  # fmt: skip


def test_classes_in_a_table() -> None:
    mentions = found("I. XẾP LOẠI\nLoại | Số điểm đạt\nA | Từ 90 điểm trở lên\nB | 70 - dưới 90\nC | Dưới 70")
    assert [(m.criterion.path, m.criterion.kind, m.criterion.points) for m in mentions] == [
        ("I.T1", "band", None), ("I.T2", "band", None), ("I.T3", "band", None),
    ]  # fmt: skip


def test_rows_counted_on_through_groups_are_named_as_printed() -> None:
    mentions = found(
        "I. BẢNG ĐIỂM\nSTT | Tiêu chí | Điểm tối đa\nI | PHỤC VỤ KHÁCH | 60\n1 | Giờ tàu đúng | 40\n2 | Toa sạch | 20\n"
        "II | AN TOÀN | 40\n3 | Không có sự cố | 40"
    )
    assert [(m.criterion.path, m.criterion.parent) for m in mentions] == [
        ("I.TI", None), ("I.T1", "I.TI"), ("I.T2", "I.TI"), ("I.TII", None), ("I.T3", "I.TII"),
    ]  # fmt: skip


def test_rows_that_a_cell_over_several_of_them_shifted() -> None:
    mentions = found(
        "I. BẢNG ĐIỂM\n| STT | Tiêu chí | Điểm chuẩn | Cách chấm |\n| I | BẾN BÃI | 60 |\n| | 1 | Đèn sáng | 40 | Đếm đèn |\n"
        "| 2 | Sân sạch | 20 | Xem sổ |\n| 3 | Điểm cộng | 10 |\n| | 3.1 | Trồng hoa | 10 | Đếm chậu |\n| | Xếp từ cao xuống thấp |\n"
        "II. BẢNG TRỪ\n| Mục | Stt | Nội dung trừ | Điểm trừ |\n| Giờ | 1 | Đến muộn. | 5/1lượt |\n| 2 | Bỏ ca trực. | 20/01 lượt | |\n"
    )
    assert [(m.criterion.path, m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("I.TI", "BẾN BÃI", 60, "group"), ("I.T1", "Đèn sáng", 40, "criterion"), ("I.T2", "Sân sạch", 20, "criterion"),
        ("I.T3", "Điểm cộng", 10, "bonus"), ("I.T3.1", "Trồng hoa", 10, "bonus"),
        ("II.T1", "Đến muộn", 5, "penalty"), ("II.T2", "Bỏ ca trực", 20, "penalty"),
    ]  # fmt: skip


def test_what_the_whole_scale_comes_to_is_no_criterion() -> None:
    mentions = found(
        "I. TIÊU CHÍ\nMức điểm tối đa của toàn bộ bảng chấm là 60 điểm.\n1. Giờ tàu đúng (40 điểm)\n2. Toa sạch (20 điểm)"
    )
    assert [m.criterion.points for m in mentions] == [40, 20]


def test_a_sentence_that_makes_a_criterion() -> None:
    mentions = found(
        "I. TỔ CHỨC THỰC HIỆN\n1. Các xã rà soát hộ nghèo, coi đây là tiêu chí để bình xét thi đua; báo cáo về huyện."
    )
    assert [m.criterion.text for m in mentions] == ["Các xã rà soát hộ nghèo, coi đây là tiêu chí để bình xét thi đua"]


def test_points_added_in_running_text() -> None:
    plan = bare("Học sinh được khuyến khích: giải Nhì cộng 1,5 điểm; giải Ba cộng 1 điểm.")
    mentions = criteria(plan.document, plan.outline, plan.rules)
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("giải Nhì cộng 1,5 điểm", 1.5, "bonus"),
        ("giải Ba cộng 1 điểm", 1, "bonus"),
    ]


def test_points_in_running_text_of_a_section_on_criteria() -> None:
    mentions = found(
        "I. TIÊU CHÍ CHẤM ĐIỂM\nThang điểm 100, trong đó: chấp hành nội quy lao động 40 điểm; hoàn thành định mức 60 điểm."
    )
    assert [(m.criterion.text, m.criterion.points) for m in mentions] == [
        ("chấp hành nội quy lao động 40 điểm", 40),
        ("hoàn thành định mức 60 điểm", 60),
    ]


def test_a_section_named_by_its_content_is_the_criterion() -> None:
    mentions = found(
        "I. TIÊU CHÍ THI ĐUA\n1. Đối với tập thể:\n1.1. Quản lý rừng bền vững:\n- Không để cháy rừng;\n"
        "- Tuần tra thường xuyên.\n1.2. Phát triển sinh kế:\n- Giao khoán đúng quy định;\n- Hỗ trợ cây giống."
    )
    assert [(m.criterion.path, m.criterion.applies_to, len(m.criterion.indicators)) for m in mentions] == [
        ("I.1.1", "collective", 2),
        ("I.1.2", "collective", 2),
    ]


def test_points_that_only_gather_those_below_them() -> None:
    mentions = found(
        "I. TIÊU CHUẨN TỔ TÀU GIỎI\n1. Chạy tàu tốt: đạt các tiêu chuẩn sau:\n1.1. Tiêu chuẩn bắt buộc\n- Đúng giờ;\n- Đúng tốc độ.\n"
        "1.2. Tiêu chuẩn khác: đạt 01 trong những tiêu chí sau:\n- Có sáng kiến;\n- Kèm được thợ mới.\n"
        "2. Giữ toa sạch, không để khách phàn nàn trong cả năm và đạt các tiêu chuẩn sau:\n- Quét dọn hằng ngày."
    )
    assert [m.criterion.text.split(",")[0] for m in mentions] == [
        "Đúng giờ", "Đúng tốc độ", "Có sáng kiến", "Kèm được thợ mới", "Giữ toa sạch",
    ]  # fmt: skip


def test_steps_of_judging_are_no_criteria() -> None:
    mentions = found(
        "I. TIÊU CHÍ THI ĐUA\n1. Ga không để chậm tàu.\n2. Các ga tự chấm, gửi kết quả về Phòng Vận tải trước ngày 20/11.\n"
        "3. Đơn vị lập hồ sơ gửi Công đoàn.\n4. Hội đồng thi đua họp xét trong tháng 12.\n5. Việc chấm điểm thực hiện theo mẫu kèm theo."
        "\n6. Căn cứ kết quả kiểm tra, Giám đốc quyết định khen.\nII. TRÌNH TỰ CHẤM ĐIỂM\n1. Ga đăng ký.\n2. Tổ trưởng xếp thứ tự."
    )
    assert [m.criterion.text for m in mentions] == ["Ga không để chậm tàu"]


def test_standards_of_candidates_are_no_criteria() -> None:
    assert found("I. TIÊU CHUẨN THÍ SINH DỰ THI\n- Là học sinh lớp 9;\n- Hạnh kiểm tốt.") == []


def test_the_printed_pointer_is_kept_for_assembly() -> None:
    (mention,) = found("I. TIÊU CHÍ CHẤM ĐIỂM\n1. Nội dung nêu tại khoản 2, Mục II là 30 điểm")
    assert mention.reference is not None
    assert mention.reference.labels == ("II", "2")
    assert mention.criterion.refers_to is None


PROSE: list[tuple[str, list[tuple[str, float | None, str]]]] = [
    (
        "1. Khách khen bằng văn bản cộng ba điểm; đạt giải hội thao do ngành mở: Nhất 9 điểm, Nhì 5 điểm, Ba 2 điểm.",
        [("Khách khen bằng văn bản cộng ba điểm", 3, "bonus"), ("đạt giải hội thao do ngành mở: Nhất 9 điểm", 9, "criterion"),
         ("Nhì 5 điểm", 5, "criterion"), ("Ba 2 điểm", 2, "criterion")],
    ),
    (
        "1. Điểm thưởng tối đa 30 điểm: sáng kiến được Hội đồng khen thưởng (15 điểm); cứu người (20 điểm).",
        [("Điểm thưởng tối đa 30 điểm", 30, "bonus"), ("sáng kiến được Hội đồng khen thưởng (15 điểm)", 15, "bonus"),
         ("cứu người (20 điểm)", 20, "bonus")],
    ),
    ("1. Sổ giao ca: 10 điểm, ghi muộn 01 ca trừ 02 điểm.", [("Sổ giao ca: 10 điểm", 10, "criterion")]),
    (
        "1. Trực đêm đủ người: 25 điểm.\nĐiểm trừ: tổ có người ngủ quên bị trừ 06 điểm.",
        [("Trực đêm đủ người: 25 điểm", 25, "criterion"), ("tổ có người ngủ quên bị trừ 06 điểm", 6, "penalty")],
    ),
    (
        "1. Xếp hạng\nGiỏi ≥ 90 điểm, không có người bị kỷ luật; Khá 70 - dưới 90 điểm, còn lại là Chưa đạt.",
        [("Giỏi ≥ 90 điểm, không có người bị kỷ luật", None, "band"), ("Khá 70 - dưới 90 điểm", None, "band"),
         ("còn lại là Chưa đạt", None, "band")],
    ),
    (
        "1. Đúng giờ: 60 điểm\n2. Ga xếp loại giỏi phải đạt từ 55 điểm. Tổng điểm cộng trong quý không vượt quá 5 điểm.",
        [("Đúng giờ: 60 điểm", 60, "criterion")],
    ),
    (
        "1. Tổ sản xuất: thang điểm 100, gồm năng suất 50 điểm, kỷ luật lao động 30 điểm, vệ sinh, ngăn nắp 20 điểm. "
        "Tổ để hỏng thiết bị bị trừ 10 điểm.",
        [("năng suất 50 điểm", 50, "criterion"), ("kỷ luật lao động 30 điểm", 30, "criterion"), ("vệ sinh, ngăn nắp 20 điểm", 20, "criterion"),
         ("Tổ để hỏng thiết bị bị trừ 10 điểm", 10, "penalty")],
    ),
    (
        "1. Các phòng được chấm theo 3 nội dung: thực hiện kế hoạch (tối đa 60 điểm); chế độ báo cáo (25 điểm); đoàn kết (15 điểm).",
        [("thực hiện kế hoạch (tối đa 60 điểm)", 60, "criterion"), ("chế độ báo cáo (25 điểm)", 25, "criterion"), ("đoàn kết (15 điểm)", 15, "criterion")],
    ),
    (
        "1. Chi hội sinh hoạt đều (30 điểm); hội viên đóng hội phí đủ (20 điểm).",
        [("Chi hội sinh hoạt đều (30 điểm)", 30, "criterion"), ("hội viên đóng hội phí đủ (20 điểm)", 20, "criterion")],
    ),
    ("1. Trang phục (15 điểm): Không đeo thẻ trừ 01 điểm/lần.", [("Trang phục (15 điểm)", 15, "criterion")]),
    ("1. Có đề tài được nghiệm thu: cộng 03 điểm/đề tài, tối đa 06 điểm.", [("Có đề tài được nghiệm thu: cộng 03 điểm/đề tài", 3, "bonus")]),
    ("1. Nộp hồ sơ muộn: mỗi lần trừ 02 điểm.", [("Nộp hồ sơ muộn: mỗi lần trừ 02 điểm", 2, "penalty")]),
    (
        "1. Thu quỹ đúng hạn: 20 điểm\n- Đạt 100%: 20 điểm\n- Đạt từ 80%: 10 điểm",
        [("Thu quỹ đúng hạn: 20 điểm", 20, "criterion"), ("Đạt 100%", 20, "band"), ("Đạt từ 80%", 10, "band")],
    ),
    (
        "1. Cộng 04 điểm cho trạm có bài đăng tạp chí ngành; cộng 01 điểm khi được người dân gửi thư khen, tối đa 03 điểm/năm.",
        [("Cộng 04 điểm cho trạm có bài đăng tạp chí ngành", 4, "bonus"),
         ("cộng 01 điểm khi được người dân gửi thư khen", 1, "bonus")],
    ),
    (
        "1. Trừ 15 điểm và không xét thưởng quý nếu làm mất tài liệu mật; trừ hai điểm cho mỗi lần quên chốt sổ.",
        [("Trừ 15 điểm và không xét thưởng quý nếu làm mất tài liệu mật", 15, "penalty"),
         ("trừ hai điểm cho mỗi lần quên chốt sổ", 2, "penalty")],
    ),
    (
        "1. Điểm cộng: tăng 1% số hội viên mới cộng 0,5 điểm, tối đa 4 điểm. "
        "Điểm trừ: bỏ sinh hoạt, trừ 6 điểm; nộp quỹ muộn trừ 01 điểm/lần.",
        [("tăng 1% số hội viên mới cộng 0,5 điểm", 0.5, "bonus"), ("bỏ sinh hoạt, trừ 6 điểm", 6, "penalty"),
         ("nộp quỹ muộn trừ 01 điểm/lần", 1, "penalty")],
    ),
    (
        "Trừ 2 điểm/lần đối với trạm gửi số liệu chậm, trừ 6 điểm/trường hợp đối với trạm có người bỏ trực.",
        [("Trừ 2 điểm/lần đối với trạm gửi số liệu chậm", 2, "penalty"),
         ("trừ 6 điểm/trường hợp đối với trạm có người bỏ trực", 6, "penalty")],
    ),
    (
        "- Điểm trừ: mỗi đơn thư đúng trừ 05 điểm; mỗi vụ mất trộm trừ mười lăm điểm; không quá 30 điểm.",
        [("mỗi đơn thư đúng trừ 05 điểm", 5, "penalty"), ("mỗi vụ mất trộm trừ mười lăm điểm", 15, "penalty")],
    ),
    (
        "1. Quản lý kho bãi: 30 điểm, trong đó kiểm kê đủ (18 điểm); thẻ kho ghi đúng (12 điểm).",
        [("Quản lý kho bãi: 30 điểm", 30, "group"), ("kiểm kê đủ (18 điểm)", 18, "criterion"), ("thẻ kho ghi đúng (12 điểm)", 12, "criterion")],
    ),
    (
        "1. Vận tải hành khách (35 điểm): số chuyến tăng 20 điểm, giữ nguyên 12 điểm; xe sạch mười lăm điểm.",
        [("Vận tải hành khách (35 điểm)", 35, "group"), ("số chuyến tăng 20 điểm", 20, "criterion"), ("xe sạch mười lăm điểm", 15, "criterion")],
    ),
    (
        "1. Kéo co: giải Nhất 12 điểm, Nhì 8 điểm, Ba 4 điểm; bỏ cuộc bị trừ 6 điểm.",
        [("Kéo co: giải Nhất 12 điểm", 12, "criterion"), ("Nhì 8 điểm", 8, "criterion"), ("Ba 4 điểm", 4, "criterion"),
         ("bỏ cuộc bị trừ 6 điểm", 6, "penalty")],
    ),
    (
        "1. Kéo co: đội đứng nhất được thưởng 12, đội nhì 7, đội ba 4 điểm.",
        [("Kéo co: đội đứng nhất được thưởng 12", 12, "bonus"), ("đội nhì 7", 7, "bonus"), ("đội ba 4 điểm", 4, "bonus")],
    ),
    (
        "1. Chấm toa tàu\nThang điểm là một trăm điểm. Sạch sẽ, gọn gàng: 70 điểm; đủ đèn chiếu sáng: 30 điểm (thiếu một bóng: 15 điểm).",
        [("Sạch sẽ, gọn gàng: 70 điểm", 70, "criterion"), ("đủ đèn chiếu sáng: 30 điểm", 30, "criterion")],
    ),
    (
        "1. Sổ trực ghi đủ: tốt 20 điểm, khá 15 điểm, trung bình 10 điểm.",
        [("Sổ trực ghi đủ: tốt 20 điểm, khá 15 điểm, trung bình 10 điểm", 20, "criterion")],
    ),
    ("1. Đến ca muộn: -3đ/lượt\n2. Trả của rơi (+5 điểm).", [("Đến ca muộn: -3đ/lượt", 3, "penalty"), ("Trả của rơi (+5 điểm)", 5, "bonus")]),
    (
        "Cứ thêm một toa sạch thì cộng nửa điểm, song điểm cộng tối đa là 4 điểm.",
        [("Cứ thêm một toa sạch thì cộng nửa điểm", 0.5, "bonus")],
    ),
    ("1. Thưởng ba điểm đối với tàu về bến sớm.", [("Thưởng ba điểm đối với tàu về bến sớm", 3, "bonus")]),
    (
        "1. Cách tính\nLàm rơi vãi hàng hóa trừ 20 điểm, đi muộn giờ giao ca trừ 05 điểm/lượt. "
        "Tổ đạt từ 95 điểm: hạng A; 80 đến dưới 95: hạng B; dưới 80 điểm: hạng C.",
        [("Làm rơi vãi hàng hóa trừ 20 điểm", 20, "penalty"), ("đi muộn giờ giao ca trừ 05 điểm/lượt", 5, "penalty"),
         ("Tổ đạt từ 95 điểm: hạng A", None, "band"), ("80 đến dưới 95: hạng B", None, "band"),
         ("dưới 80 điểm: hạng C", None, "band")],
    ),
    (
        "1. Cách tính\nMỗi tháng một tổ có 100 điểm, gồm: kỷ luật năm mươi điểm, năng suất ba mươi điểm, ngăn nắp hai mươi điểm. "
        "Đội nào để mất an toàn lao động thì không xếp loại; tổ có người đi muộn không được xếp loại A.",
        [("kỷ luật năm mươi điểm", 50, "criterion"), ("năng suất ba mươi điểm", 30, "criterion"), ("ngăn nắp hai mươi điểm", 20, "criterion"),
         ("Đội nào để mất an toàn lao động thì không xếp loại", None, "penalty")],
    ),
    (
        "1. Cách tính\nKết quả chuyên môn (60 điểm), kỷ luật (40 điểm); dưới 45 điểm xếp loại yếu.",
        [("Kết quả chuyên môn (60 điểm)", 60, "criterion"), ("kỷ luật (40 điểm)", 40, "criterion"),
         ("dưới 45 điểm xếp loại yếu", None, "band")],
    ),
    (
        "1. Điểm thưởng (tối đa 20 điểm)\n+ Có sáng chế được cấp bằng: mười điểm.\n+ Có bài báo khoa học: 5 điểm.",
        [("Có sáng chế được cấp bằng: mười điểm", 10, "bonus"), ("Có bài báo khoa học: 5 điểm", 5, "bonus")],
    ),
    (
        "1. Nguyên tắc\nĐiểm tối đa 100 điểm/tháng, không tính điểm thưởng.\n2. Giữ rừng: 100 điểm",
        [("Giữ rừng: 100 điểm", 100, "criterion")],
    ),
    (
        "1. Khối văn phòng\nNội dung một thay bằng kết quả thực hiện lịch công tác tuần: 30 điểm.",
        [("Nội dung một thay bằng kết quả thực hiện lịch công tác tuần: 30 điểm", 30, "criterion")],
    ),
    (
        "1. Suy tôn\nHội đạt từ 170 điểm trở lên và dẫn đầu số phiếu được đề nghị tặng Cờ thi đua.",
        [("Hội đạt từ 170 điểm trở lên và dẫn đầu số phiếu được đề nghị tặng Cờ thi đua", None, "band")],
    ),
    (
        "Điểm của mỗi tổ được tính theo tuần (tối đa 50đ/tuần), cụ thể:\n1. Trực máy đủ giờ: 30đ; ngủ quên trừ 4đ/lần, bỏ ca trừ 15đ/ca.\n"
        "2. Ghi sổ sạch, đủ: 20đ. Sót một trang trừ 1đ.\nXếp loại: từ 45 đ trở lên: loại A; từ 30 đến 44đ: loại B; dưới 30đ: loại C.",
        [("Trực máy đủ giờ: 30đ", 30, "criterion"), ("ngủ quên trừ 4đ/lần", 4, "penalty"), ("bỏ ca trừ 15đ/ca", 15, "penalty"),
         ("Ghi sổ sạch, đủ: 20đ", 20, "criterion"), ("Sót một trang trừ 1đ", 1, "penalty"),
         ("từ 45 đ trở lên: loại A", None, "band"), ("từ 30 đến 44đ: loại B", None, "band"), ("dưới 30đ: loại C", None, "band")],
    ),
    (
        "Tổng điểm chấm các bến là 50 điểm, gồm: bến sạch 20 điểm; vé đúng tuyến 25 điểm.",
        [("bến sạch 20 điểm", 20, "criterion"), ("vé đúng tuyến 25 điểm", 25, "criterion")],
    ),
    (
        "Tổng điểm tối đa: 300 điểm. Trong đó: bến tàu 100 điểm; đội lái 200 điểm.",
        [("bến tàu 100 điểm", 100, "criterion"), ("đội lái 200 điểm", 200, "criterion")],
    ),
    (
        "1. Đội có người bị khiển trách trừ 8 điểm mỗi trường hợp; để hỏng đầu máy thì không xét thi đua.",
        [("Đội có người bị khiển trách trừ 8 điểm mỗi trường hợp", 8, "penalty"),
         ("để hỏng đầu máy thì không xét thi đua", None, "penalty")],
    ),
    (
        "1. Bến bãi (tổng 30 điểm)\na) Đèn sáng (20 điểm)\nb) Biển báo đủ (10 điểm)",
        [("Bến bãi (tổng 30 điểm)", 30, "group"), ("Đèn sáng (20 điểm)", 20, "criterion"), ("Biển báo đủ (10 điểm)", 10, "criterion")],
    ),
    (
        "1. Xếp hạng\nTiên tiến (80-94đ), Vững vàng (65-79đ), Cần cố gắng (dưới 65đ).",
        [("Tiên tiến (80-94đ)", None, "band"), ("Vững vàng (65-79đ)", None, "band"), ("Cần cố gắng (dưới 65đ)", None, "band")],
    ),
    ("1. Sổ đầu bài: giờ tốt +3đ, giờ dưới 5 -2đ.", [("Sổ đầu bài: giờ tốt +3đ", 3, "bonus"), ("giờ dưới 5 -2đ", 2, "penalty")]),
    (
        "1. Được cộng điểm: đội nhất 10đ, đội nhì 8đ.\n2. Bị trừ điểm: thiếu một người trừ 1đ; mất sổ trừ 5đ.",
        [("đội nhất 10đ", 10, "bonus"), ("đội nhì 8đ", 8, "bonus"), ("thiếu một người trừ 1đ", 1, "penalty"),
         ("mất sổ trừ 5đ", 5, "penalty")],
    ),
    (
        "1. Điểm của từng chặng tối đa 80 điểm và được tính như sau: giữ ghi sạch (50 điểm); trực đủ ca (30 điểm).",
        [("giữ ghi sạch (50 điểm)", 50, "criterion"), ("trực đủ ca (30 điểm)", 30, "criterion")],
    ),
    (
        "1. Trực đủ ca: 60 điểm.\n2. Đề nghị khen thưởng: tập thể đạt từ 55 điểm trở lên, dẫn đầu cụm ga; cá nhân không vắng buổi nào.",
        [("Trực đủ ca: 60 điểm", 60, "criterion"), ("tập thể đạt từ 55 điểm trở lên, dẫn đầu cụm ga", None, "criterion"),
         ("cá nhân không vắng buổi nào", None, "criterion")],
    ),
    ("1. Điểm chuẩn: 60 điểm.\na. Trực đêm đủ người: 60 điểm.", [("Trực đêm đủ người: 60 điểm", 60, "criterion")]),
    (
        "Tiêu chí 1: Trực máy, sẵn sàng cứu nạn (tối đa 70 điểm).\nTiêu chí 2: Luyện tập đạt loại giỏi (tối đa 30 điểm).",
        [("Trực máy, sẵn sàng cứu nạn (tối đa 70 điểm)", 70, "criterion"), ("Luyện tập đạt loại giỏi (tối đa 30 điểm)", 30, "criterion")],
    ),
    (
        "1. Mỗi ga tự chấm theo thang 90 điểm: chạy tàu đúng giờ (60 điểm), bến bãi sạch sẽ (30 điểm).",
        [("chạy tàu đúng giờ (60 điểm)", 60, "criterion"), ("bến bãi sạch sẽ (30 điểm)", 30, "criterion")],
    ),
    (
        "1. Hội thao: +4 điểm/giải đối với ga dẫn đầu; +2 điểm/giải đối với ga về nhì.",
        [("Hội thao: +4 điểm/giải đối với ga dẫn đầu", 4, "bonus"), ("2 điểm/giải đối với ga về nhì", 2, "bonus")],
    ),
    ("1. Trực đủ ca: 12 đ trừ 3 đ/ 1 lần vắng", [("Trực đủ ca: 12 đ", 12, "criterion")]),
    ("1. Mức thưởng: tổ loại A từ 500.000đ trở lên, tổ loại B dưới 500.000đ.", []),
    (
        "1. Điểm chuẩn (60 điểm)\n- Trực gác nghiêm túc: 40 điểm\n- Giữ gìn vũ khí: 20 điểm",
        [("Trực gác nghiêm túc: 40 điểm", 40, "criterion"), ("Giữ gìn vũ khí: 20 điểm", 20, "criterion")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_points_in_prose(text: str, expected: list[tuple[str, float | None, str]]) -> None:
    mentions = found(f"I. TIÊU CHÍ CHẤM ĐIỂM\n{text}\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi.")
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == expected


def test_a_lead_word_tells_whom_the_criterion_judges() -> None:
    mentions = found(
        "I. TIÊU CHUẨN THI ĐUA\n- Tập thể: hai năm liền không có tàu chậm chuyến;\n- Cá nhân: có sáng kiến được ga áp dụng."
    )
    assert [(m.criterion.text, m.criterion.applies_to) for m in mentions] == [
        ("hai năm liền không có tàu chậm chuyến", "collective"),
        ("có sáng kiến được ga áp dụng", "individual"),
    ]


def test_conditions_for_persons_beside_scores_of_bodies() -> None:
    mentions = found(
        "I. TIÊU CHUẨN THI ĐUA\n1. Tiêu chuẩn đối với tập thể\n+ Giữ vệ sinh bến bãi (60 điểm);\n+ Thu phí đủ (40 điểm).\n"
        "2. Tiêu chuẩn đối với cá nhân\n+ Tận tình với hành khách;\n+ Với lái xe: không vi phạm tốc độ."
    )
    assert [(m.criterion.text, m.criterion.points, m.criterion.applies_to) for m in mentions] == [
        ("Giữ vệ sinh bến bãi (60 điểm)", 60, "collective"),
        ("Thu phí đủ (40 điểm)", 40, "collective"),
        ("Tận tình với hành khách", None, "individual"),
        ("Với lái xe: không vi phạm tốc độ", None, "individual"),
    ]


def test_standards_and_forms_of_reward_in_one_section() -> None:
    mentions = found(
        "I. TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG\n"
        "1. Tiêu chuẩn: tập thể phải về đích trước hạn; cá nhân có thành tích được thôn suy tôn.\n"
        "2. Hình thức: Giấy khen của Chủ tịch UBND xã; tiền thưởng 01 triệu đồng."
    )
    assert [(m.criterion.path, m.criterion.text, m.criterion.applies_to) for m in mentions] == [
        ("I.1", "tập thể phải về đích trước hạn", "collective"),
        ("I.1", "cá nhân có thành tích được thôn suy tôn", "individual"),
    ]


def test_paragraphs_without_labels_below_words_that_lead_over() -> None:
    mentions = found(
        "I. TIÊU CHÍ BÌNH XÉT\n1. Đối với tập thể\nTập thể được đề nghị khen thưởng phải đạt các tiêu chí sau:\n"
        "Giữ đèn sáng cả mùa lũ trên tuyến luồng được giao.\nKhông để phao tiêu bị trôi vì cẩu thả khi trực đêm.\n"
        "2. Đối với cá nhân\nMỗi trạm chọn 01 người bảo đảm: đủ ngày công; không bỏ ca trực."
    )
    assert [(m.criterion.path, m.criterion.text) for m in mentions] == [
        ("I.1", "Giữ đèn sáng cả mùa lũ trên tuyến luồng được giao"),
        ("I.1", "Không để phao tiêu bị trôi vì cẩu thả khi trực đêm"),
        ("I.2", "đủ ngày công; không bỏ ca trực"),
    ]


def test_a_row_of_prizes_that_tells_once_what_its_points_do() -> None:
    mentions = found("I. ĐIỂM THƯỞNG\n1. Đội đua đạt giải: giải Nhất cộng 10 điểm, giải Nhì 8 điểm, giải Ba 6 điểm.")
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("Đội đua đạt giải: giải Nhất cộng 10 điểm", 10, "bonus"),
        ("giải Nhì 8 điểm", 8, "bonus"),
        ("giải Ba 6 điểm", 6, "bonus"),
    ]


def test_a_bracket_that_is_closed_parts_no_deeds() -> None:
    mentions = found("I. TIÊU CHÍ\n1. Giờ giấc: 10 điểm\n- Đến trễ (sáng sau 7 giờ; chiều sau 13 giờ): trừ 1 điểm/lần.")
    assert mentions[-1].criterion.text == "Đến trễ (sáng sau 7 giờ; chiều sau 13 giờ): trừ 1 điểm/lần"


def test_conditions_beside_what_only_adds_points() -> None:
    mentions = found(
        "I. TIÊU CHUẨN XÉT CHỌN\n1. Trực đèn giỏi\na. Bắt buộc:\n- Không bỏ ca trực.\nb. Ưu tiên (cộng 2 điểm/tiêu chuẩn):\n"
        "- Biết lái ca nô.\n2. Bơi giỏi: Qua được sông."
    )
    assert [(m.criterion.path, m.criterion.kind, m.criterion.points) for m in mentions] == [
        ("I.1.a.-1", "criterion", None), ("I.1.b", "bonus", 2), ("I.2", "criterion", None),
    ]  # fmt: skip


def test_scores_in_paragraphs_below_words_that_lead_over() -> None:
    mentions = found(
        "I. ĐÁNH GIÁ THI ĐUA\n1. Đối với trạm: chấm theo các nhóm tiêu chí:\nNhóm A. Giữ đèn sáng suốt đêm (tối đa 60 điểm)\n"
        "Nhóm B. Giữ phao đúng chỗ (tối đa 40 điểm)\n2. Đối với thợ đèn: xếp loại theo trạm."
    )
    assert [(m.criterion.path, m.criterion.points) for m in mentions] == [("I.1", 60), ("I.1", 40)]


def test_what_is_acknowledged_is_no_reward() -> None:
    mentions = found(
        "I. TIÊU CHÍ XÉT\n1. Trạm đèn: 60 điểm\n2. Đối với cá nhân\nCó sáng kiến được công nhận hoặc cứu được người."
    )
    assert mentions[-1].criterion.text == "Có sáng kiến được công nhận hoặc cứu được người"


def test_nothing_for_what_was_not_reached_is_a_step() -> None:
    mentions = found(
        "I. TIÊU CHÍ\n1. Nhận hội viên đủ kế hoạch: 10 điểm; đạt trên 50% kế hoạch: 6 điểm; không nhận ai: 0 điểm.\n"
        "2. Bỏ ca trực: trừ 5 điểm/hoạt động.\n3. Xếp loại\n- Tốt: từ 8 điểm trở lên.\n- Yếu kém: dưới 5 điểm."
    )
    assert [(m.criterion.text, m.criterion.points) for m in mentions] == [
        ("Nhận hội viên đủ kế hoạch: 10 điểm", 10),
        ("Bỏ ca trực: trừ 5 điểm/hoạt động", 5),
        ("Tốt: từ 8 điểm trở lên", None),
        ("Yếu kém: dưới 5 điểm", None),
    ]


def test_conditions_for_being_rewarded() -> None:
    mentions = found(
        "I. TIÊU CHUẨN THI ĐUA\n1. Đối với hộ gia đình\nHiến đất làm đường, được thôn công nhận; chấp hành tốt quy ước.\n"
        "II. KHEN THƯỞNG\n1. Đối tượng: các chi hội.\n"
        "2. Tiêu chuẩn: chi hội dẫn đầu phong trào ba năm liền; hội viên có sáng kiến được áp dụng được đề nghị khen."
    )
    assert [(m.criterion.path, m.criterion.text, m.criterion.applies_to) for m in mentions] == [
        ("I.1", "Hiến đất làm đường, được thôn công nhận; chấp hành tốt quy ước", "individual"),
        ("II.2", "chi hội dẫn đầu phong trào ba năm liền", "collective"),
        ("II.2", "hội viên có sáng kiến được áp dụng", "individual"),
    ]


def test_what_is_asked_of_whom_a_point_rewards() -> None:
    mentions = found(
        "II. TIÊU CHUẨN VÀ HÌNH THỨC KHEN THƯỞNG\n1. Khen thường xuyên\n"
        "+ Đơn vị có điểm thi đua từ 90 trở lên: đề nghị tỉnh tặng Cờ thi đua (01 đơn vị).\n"
        "+ Đơn vị được tỉnh biểu dương cộng 04 điểm; gửi số liệu chậm trừ 2 điểm/lần.\n+ Thời gian xét: tháng 11."
    )
    assert [(m.criterion.text, m.criterion.points, m.criterion.kind) for m in mentions] == [
        ("Đơn vị có điểm thi đua từ 90 trở lên", None, "criterion"),
        ("Đơn vị được tỉnh biểu dương cộng 04 điểm", 4, "bonus"),
        ("gửi số liệu chậm trừ 2 điểm/lần", 2, "penalty"),
    ]


def test_classes_by_their_total() -> None:
    mentions = found(
        "V. TIÊU CHUẨN XẾP LOẠI\n- Loại A: Tổng điểm đạt từ 90 điểm trở lên.\n- Loại B: Tổng điểm đạt từ 75 đến cận 90 điểm.\n"
        "- Loại C: Tổng điểm đạt từ 60 đến cận 75.\n- Không xếp loại các ga để tàu chậm do chủ quan."
    )
    assert [m.criterion.kind for m in mentions] == ["band", "band", "band", "penalty"]


def test_rows_whose_words_stand_under_a_name_told_once() -> None:
    mentions = found(
        "IV. BẢNG ĐIỂM\nNội dung | Tiêu chí | Điểm tối đa\n1. Chạy tàu | Đúng giờ | 20\n | Đúng tốc độ | 15\n2. Bến bãi | Sạch sẽ | 15"
    )
    assert [m.criterion.points for m in mentions] == [20, 15, 15]


def test_parts_of_a_contest_with_their_points_are_criteria() -> None:
    body = (
        "III. PHẦN THI\n1. Chào hỏi: tối đa 20 điểm, không quá 05 phút.\n2. Lái đò: 50 điểm.\n3. Cứu nạn: 30 điểm.\n"
        "IV. KINH PHÍ\nTừ quỹ bến."
    )
    plan = written(body)
    found = criteria(plan.document, plan.outline, plan.rules)
    assert [mention.criterion.points for mention in found] == [20, 50, 30]


def test_points_below_a_numbered_sentence_on_how_they_are_given() -> None:
    plan = written(
        "1. Thời gian thi\nNgày 4/3/2031.\n2. Cách tính điểm: Thang điểm 10, cụ thể như sau:\n- Bơi nhanh: 5 điểm\n"
        "- Bơi đúng làn: 3 điểm\n- Về đích an toàn: 2 điểm\n3. Ban tổ chức xếp giải."
    )
    found = criteria(plan.document, plan.outline, plan.rules)
    assert [(m.criterion.path, m.criterion.points) for m in found] == [("2.-1", 5), ("2.-2", 3), ("2.-3", 2)]


def test_a_line_that_only_says_whom_it_is_for_keeps_its_words() -> None:
    body = (
        "IV. TIÊU CHÍ\n➢ Đối với tập thể:\n➢ \n1.1. Giữ bến:\n- Có lịch trực.\n2. Đối với cá nhân:\n2.1. Có sáng kiến."
    )
    assert [mention.criterion.text for mention in found(body)][-1] == "Có sáng kiến"


def test_what_everyone_begins_with_over_a_table_is_no_criterion_and_its_head_no_indicator() -> None:
    table = "TT | Nội dung | Điểm tối đa\n1 | Trực đèn | 60\n2 | Vệ sinh bến | 40"
    mentions = found(f"I. BẢNG ĐIỂM CÁC TỔ\n* Mỗi tổ có 100 điểm một tuần, bị trừ dần:\n{table}")
    assert [(m.criterion.text, m.criterion.points) for m in mentions] == [("Trực đèn", 60), ("Vệ sinh bến", 40)]
    mentions = found(f"I. TIÊU CHÍ\n1. Trực bến: 30 điểm, theo bảng sau:\n{table}\n2. Đi phép đúng hạn: 20 điểm.")
    assert all("Nội dung" not in one.text for m in mentions for one in m.criterion.indicators)


def test_a_sentence_that_sends_elsewhere_is_no_condition() -> None:
    assert not found("II. TIÊU CHÍ THI ĐUA\nThực hiện theo Phụ lục 1 kèm theo Kế hoạch này.")
    assert not found("II. TIÊU CHÍ THI ĐUA\nThực hiện theo Quyết định số 26/2022/QĐ-UBND của Ủy ban nhân dân tỉnh.")
    assert found("II. TIÊU CHÍ THI ĐUA\nGiữ phao đèn sáng suốt đêm theo Phụ lục 1.")


def test_what_each_of_several_may_score_is_no_grade() -> None:
    body = "1. Giữ luồng: 60 điểm\n1.1. Đối với tổ phao: 40 điểm.\n1.2. Đối với tổ đèn: 60 điểm.\n2. Vệ sinh: 40 điểm."
    mentions = found(f"I. TIÊU CHÍ VÀ THANG ĐIỂM\n{body}")
    assert [(m.criterion.points, m.criterion.kind) for m in mentions] == [
        (60, "group"), (40, "criterion"), (60, "criterion"), (40, "criterion"),
    ]  # fmt: skip


def test_a_label_in_the_words_of_a_row_hides_no_bonus() -> None:
    mentions = found("B. BẢNG ĐIỂM\nNội dung | Điểm chuẩn\nI. Giữ bến | 95đ\nII. Điểm thưởng | 5đ")
    assert [(m.criterion.points, m.criterion.kind) for m in mentions] == [(95, "criterion"), (5, "bonus")]


def test_rows_that_a_word_and_a_number_name() -> None:
    table = "TT | Nội dung | Điểm tối đa\nTiêu chí 1 | Giữ bến | 20\n1.1 | Phao | 20\nTiêu chí 2 | Giữ đèn | 80\n2.1 | Dầu | 80"
    mentions = found(f"B. BẢNG ĐIỂM\n{table}")
    assert [m.criterion.path for m in mentions] == ["B.T1", "B.T1.1", "B.T2", "B.T2.1"]


def test_what_must_be_is_told_whole() -> None:
    body = "II. BÌNH XÉT\n1. Điều kiện: Đơn vị được xét tặng Cờ thi đua phải là đơn vị tiêu biểu nhất khối."
    assert [m.criterion.text for m in found(f"I. TIÊU CHÍ VÀ KHEN THƯỞNG\nGiữ bến.\n{body}")][-1].endswith(
        "tiêu biểu nhất khối"
    )


def test_what_is_taken_off_is_a_part_of_what_it_stands_under() -> None:
    body = "I. CHẤM ĐIỂM\n1. Nề nếp (10 điểm)\n- Bẩn bến: -3đ/buổi; không tắt đèn: -1đ/lần.\n2. Chuyên cần (10 điểm)"
    mentions = found(body)
    assert [(m.criterion.points, m.criterion.parent) for m in mentions if m.criterion.kind == "penalty"] == [
        (3, "I.1"), (1, "I.1"),
    ]  # fmt: skip


def test_clauses_that_a_point_counts() -> None:
    body = (
        "I. TIÊU CHÍ THI ĐUA\n1. Tổ được đánh giá theo các tiêu chí: (1) có sổ trực; (2) giữ sạch bến; (3) không bỏ ca."
    )
    assert [(m.criterion.path, m.criterion.text) for m in found(body)] == [
        ("I.1", "có sổ trực"), ("I.1", "giữ sạch bến"), ("I.1", "không bỏ ca"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a) Cộng 4 điểm nếu bến có loa mới; cộng tối đa không quá 8 điểm.", [("Cộng 4 điểm nếu bến có loa mới; cộng tối đa không quá 8 điểm", 4.0)]),
        (
            "a) Điểm thưởng: không quá 12 điểm, gồm: dựng được cầu phao mới cộng 6 điểm; cứu được người cộng 4 điểm.",
            [("Điểm thưởng: không quá 12 điểm", 12.0), ("dựng được cầu phao mới cộng 6 điểm", 6.0), ("cứu được người cộng 4 điểm", 4.0)],
        ),
        (
            "a) Xếp loại: từ 88 điểm trở lên loại Mẫu mực; từ 66 đến dưới 88 loại Khá; dưới 66 không xét thi đua.",
            [("từ 88 điểm trở lên loại Mẫu mực", None), ("từ 66 đến dưới 88 loại Khá", None), ("dưới 66 không xét thi đua", None)],
        ),
        ("a) Từ 10 ghe trở lên loại lớn; từ 5 đến dưới 10 loại vừa: 30 điểm.", [("Từ 10 ghe trở lên loại lớn; từ 5 đến dưới 10 loại vừa: 30 điểm", 30.0)]),
    ],
)  # fmt: skip
def test_caps_lists_behind_a_colon_and_classes_behind_their_points(
    text: str, found: list[tuple[str, float | None]]
) -> None:
    plan = written(f"II. TIÊU CHÍ CHẤM ĐIỂM\n1. Giữ bến: 100 điểm\n{text}")
    made = criteria(plan.document, plan.outline, plan.rules)
    assert [(m.criterion.text, m.criterion.points) for m in made][1:] == found


def test_what_is_asked_for_a_reward_is_told_up_to_the_colon() -> None:
    asked = "1. Trường đạt 12 tiêu chí: đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.\n2. Hộ góp 20 triệu đồng trở lên: Trưởng ban tặng Giấy khen."
    then = "3. Dịp tổng kết, chọn 01 bến đề nghị Thủ tướng Chính phủ khen."
    made = found(f"II. TIÊU CHUẨN VÀ HÌNH THỨC KHEN THƯỞNG\n{asked}\n{then}")
    assert [m.criterion.text for m in made] == ["Trường đạt 12 tiêu chí", "Hộ góp 20 triệu đồng trở lên"]


def test_what_a_deed_costs_besides_its_points_and_the_least_to_be_reached() -> None:
    text = "1. Giữ bến (60 điểm)\n2. Giữ ghe (40 điểm)\nMức đạt: 75 điểm. Để ghe trôi thì trừ 5 điểm và không xét khen."
    made = found(f"II. TIÊU CHÍ CHẤM ĐIỂM\n{text}")
    texts = [(m.criterion.text, m.criterion.points) for m in made]
    assert texts[2:] == [("Để ghe trôi thì trừ 5 điểm và không xét khen", 5.0)]


def test_what_a_movement_decides_of_a_title_makes_it_a_criterion() -> None:
    made = found("II. KHEN THƯỞNG\n1. Kết quả phong trào là một căn cứ để xét Tập thể lao động xuất sắc.")
    assert [m.criterion.rule for m in made] == ["criterion.said"]
