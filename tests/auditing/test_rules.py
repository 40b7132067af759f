"""Each rule on a plan that breaks it, and on one that keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.auditing import audit
from kehoach.rules.load import load
from tests.auditing.conftest import BODY, ReadText, document, with_lines


def _codes(plan: object, *severities: str) -> set[str]:
    return {f.code for f in plan.findings if not severities or f.severity in severities}  # type: ignore[attr-defined]


def test_a_plan_that_keeps_all_rules_has_no_findings(read_text: ReadText) -> None:
    plan = read_text(document())
    assert [(f.code, f.message.vi) for f in plan.findings if f.severity != "info"] == []
    assert len([c for c in plan.checks if c.verdict == "pass"]) > 25


FORM = [
    ("KH101", {"number": "     "}),
    ("KH102", {"place_date": "Bến Tre, ngày    tháng    năm 2022"}),
    ("KH103", {"position": ""}),
    ("KH108", {"number": "7"}),
    ("KH110", {"place_date": "Bến Tre, ngày 9 tháng 3 năm 2022"}),
    ("KH111", {"position": "PHÓ GIÁM ĐỐC"}),
    ("KH111", {"authority": "KT. GIÁM ĐỐC"}),
]


@pytest.mark.parametrize(("code", "changed"), FORM, ids=[f"{c}-{next(iter(d))}" for c, d in FORM])
def test_form(code: str, changed: dict[str, str], read_text: ReadText) -> None:
    assert code in _codes(read_text(document(**changed)))
    assert code not in _codes(read_text(document()))


SIGNED = [  # authority, position, name, what is told of it
    ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu", None),
    ("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", "Nguyễn Thị Mẫu", None),
    ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu", "KH111"),
    ("TM. KHỐI THI ĐUA", "KHỐI TRƯỞNG", "Nguyễn Thị Mẫu", None),
    ("TM. VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "Nguyễn Thị Mẫu", "KH111"),
    ("TM. BAN THƯỜNG VỤ", "", "Nguyễn Thị Mẫu", "KH103"),
    ("TM. ĐOÀN KIỂM TRA", "PHÓ CHÁNH THANH TRA", "Nguyễn Thị Mẫu", None),
    ("TM. BAN TỔ CHỨC", "PHÓ TRƯỞNG BAN", "Nguyễn Thị Mẫu", "KH111"),
    ("", "GIÁM ĐỐC", "BS.CKII. Nguyễn Thị Mẫu", None),
    ("", "GIÁM ĐỐC", "", "KH103"),
    ("", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "Nguyễn Thị Mẫu", None),
]


@pytest.mark.parametrize(("authority", "position", "name", "code"), SIGNED)
def test_signatures(authority: str, position: str, name: str, code: str | None, read_text: ReadText) -> None:
    found = _codes(read_text(document(authority=authority, position=position, name=name)), "error", "warning")
    assert found & {"KH103", "KH111"} == ({code} if code else set())


def test_a_plan_issued_with_a_decision_has_no_number_of_its_own(read_text: ReadText) -> None:
    text = document().replace("Số: 77/KH-SCT\n", "").replace("Bến Tre, ngày 09 tháng 3 năm 2022\n", "")
    assert {"KH101", "KH102"} <= _codes(read_text(text))
    preamble = "Sở Công Thương xây dựng"
    carried = "(Ban hành kèm theo Quyết định số 31/QĐ-SCT ngày 09/3/2022 của Sở Công Thương)\n" + preamble
    assert not {"KH101", "KH102", "KH104", "KH105"} & _codes(read_text(text.replace(preamble, carried)))


def test_a_joint_plan_has_the_symbol_of_its_kind(read_text: ReadText) -> None:
    text = document().replace("77/KH-SCT", "77/KHLT-SCT-CĐ")
    assert "KH109" not in _codes(read_text(text.replace("\nKẾ HOẠCH\n", "\nKẾ HOẠCH LIÊN TỊCH\n")))
    assert "KH109" not in _codes(read_text(text))
    assert "KH109" in _codes(read_text(document().replace("77/KH-SCT", "77/QĐ-SCT")))


WORDS = [
    ("KH121", "a) Đăng ký danh mục thiết bị.\nb) Lập sổ theo dõi.\nc) Thay bóng đèn.\nd) Rà soát.\ne) Tổng hợp."),
    ("KH124", "3. Các đơn vị gửi báo cáo (theo biểu mẫu đính kèm) về Văn phòng Sở."),
    ("KH124", "3. Các đơn vị gửi bản đăng ký (Mẫu số 2) về Văn phòng Sở."),
    ("KH124", "3. Các đơn vị gửi bản đăng ký (mẫu số 1 kèm theo Kế hoạch này) về Văn phòng Sở."),
    ("KH124", "3. Hàng gửi nằm ngoài danh sách hạn chế (Phụ lục II)."),
    ("KH301", "3. Các đơn vị thực hiện nội dung nêu tại khoản 7, Mục II Kế hoạch này."),
    ("KH301", "3. Văn phòng Sở theo dõi các việc tại khoản 1, khoản 6 mục II Kế hoạch này."),
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM\nTổng điểm chấm các phòng là 100 điểm, gồm: giảm điện năng 50 điểm; có sáng kiến 40 điểm."),
    ("KH121", "3. Các phòng tắt thiết bị điện khi ra về, phân công người kiểm tra các công tắc, ổ cắm trước khi khóa\ncửa phòng.\n5. Các phòng ghi sổ."),
    ("KH301", "3. Chuẩn bị:\n3.1. Công việc chung\na) Lập danh sách.\nb) Mua bóng đèn.\nc) Thay bóng đèn.\nd) Rà soát.\n"
              "e) Tổng hợp.\n3.2. Thanh tra Sở làm nội dung nêu tại điểm đ khoản 3.1."),
    ("KH301", "3. Chấm điểm\n3.1. Giữ đèn.\n- Tắt đèn.\n3.2. Giữ quạt.\n- Tắt quạt.\n3.3. Nội dung nêu tại điểm 3.5 do Văn phòng Sở chấm."),
    ("KH124", "3. Các đơn vị gửi bản đăng ký (Mẫu 1), hồ sơ tự chấm (biểu số 3) về Văn phòng Sở."),
    ("KH304", "3. Phong trào chào mừng 60 năm ngày thành lập ngành (14/5/1951 - 14/5/2022)."),
    ("KH305", "3. Các đơn vị gửi đăng ký về Văn phòng Sở trước ngày 25/3/2021."),
    ("KH309", "3. Các đơn vị gửi báo cáo về Văn phòng Sở trước ngày 31/6/2022."),
    ("KH310", "3. Văn phòng Sở tổ chức lễ phát động vào thứ Hai, ngày 15/4/2022."),
    ("KH311", "3. Các đơn vị phấn đấu giảm % điện năng tiêu thụ."),
    ("KH311", "3. Thực hiện Quyết định số /QĐ-UBND của Ủy ban nhân dân tỉnh."),
    ("KH311", "3. Văn phòng Sở bố trí      đồng mua phao."),
    ("KH124", "3. Các đơn vị gửi bản đăng ký về Văn phòng Sở, có mẫu đăng ký thi đua số 01 gửi kèm."),
    ("KH311", "3. Thực hiện Chỉ thị số   - CT/TU của Tỉnh ủy."),
    ("KH124", "3. Các đơn vị báo cáo bằng biểu mẫu (kèm Phụ lục)."),
    ("KH406", "3. Thực hiện Kế hoạch số 30/KH-UBND ngày   /5/2022 của Ủy ban nhân dân tỉnh."),
    ("KH312", "3. Các đơn vị gửi báo cáo về Văn phòng Sở trước ngày ……… để tổng hợp."),
    ("KH312", "3. Quỹ tương trợ của bến tăng ... triệu đồng so với năm trước."),
    ("KH401", "3. Thực hiện Chương trình số 15/CT-UBND ngày 12/02/2022 của Ủy ban nhân dân tỉnh."),
    ("KH402", "3. Thực hiện Nghị quyết số 55-NQ-TW ngày 11/02/2020 của Bộ Chính trị."),
    ("KH403", "3. Thực hiện Chỉ thị 20 của Thủ tướng Chính phủ về tiết kiệm điện."),
    ("KH403", "3. Thực hiện tiết kiệm điện theo Chỉ thị 20 của Thủ tướng Chính phủ.\nIV- BAN GIÁM SÁT"),
    ("KH401", "3. Thực hiện Chỉ thị số 15/CT-UBND ngày 12/02/2022.\n4. Báo cáo theo Chương trình số 15/CT-UBND ngày 12/02/2022."),
    ("KH404", "3. Thực hiện Thông tư số 25/2020/TT-BCT ngày 29/9/2019 của Bộ Công Thương."),
    ("KH405", "3. Thực hiện Chỉ thị số 20/CT-TTg ngày 07/5/2020 của Thủ tướng Chính phủ.\n"
              "4. Tuyên truyền Chỉ thị số 20/CT-TTg ngày 17/5/2020 của Thủ tướng Chính phủ."),
    ("KH405", "3. Thực hiện Kế hoạch số 20/KH-UBND ngày 07/01/2022 của Ủy ban nhân dân tỉnh.\n"
              "4. Các phòng báo cáo theo Kế hoạch số 20/KH-UBND ngày 17/01/2022."),
    ("KH406", "3. Thực hiện Kế hoạch số 30/KH-UBND ngày 11/5/2022 của Ủy ban nhân dân tỉnh."),
    ("KH407", "3. Thực hiện Chỉ thị số 20/CT-TTg của Thủ tướng Chính phủ."),
    ("KH408", "3. Tuyên truyền Luật Thi đua khen thưởng đến người lao động."),
    ("KH421", "3. Phấn đấu có ít nhất 20% cán bộ, công chức đạt danh hiệu Chiến sĩ thi đua cơ sở."),
]  # fmt: skip
KEPT = [
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM (thang điểm 100)\n1. Giảm điện năng: 60 điểm.\n2. Có sáng kiến: 40 điểm.\n3. Cộng: có giải thưởng, 05 điểm."),
    ("KH403", "TT | Chỉ tiêu | Kế hoạch 2022\n1 | Số đèn được thay | 40"),
    ("KH122", "1- Kinh phí mua đèn do Văn phòng Sở bố trí."),
    ("KH121", "A. Phần thứ nhất\nB. Phần thứ hai\nC. Phần thứ ba\nD. Phần thứ tư\nE. Phần thứ năm"),
    ("KH121", "a) Đăng ký danh mục thiết bị.\nb) Lập sổ theo dõi.\nc) Thay bóng đèn.\nd) Rà soát.\nđ) Tổng hợp.\ne) Lưu."),
    ("KH124", "3. Thực hiện quy chế ban hành kèm theo Quyết định số 18/QĐ-SCT ngày 03/02/2022 của Sở Công Thương."),
    ("KH301", "3. Các đơn vị thực hiện nội dung nêu tại khoản 2, Mục II Kế hoạch này."),
    ("KH301", "3. Các đơn vị thực hiện nội dung nêu tại khoản 1, khoản 2 mục II Kế hoạch này."),
    ("KH124", "3. Hàng gửi nằm ngoài danh sách hạn chế (Phụ lục II Nghị định số 25/2020/NĐ-CP)."),
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM\nTổng điểm chấm các phòng là 90 điểm, gồm: giảm điện năng 50 điểm; có sáng kiến 40 điểm."),
    ("KH301", "3. Chấm điểm\n3.1. Giữ đèn.\n- Tắt đèn.\n3.2. Giữ quạt.\n- Tắt quạt.\n3.3. Phòng đạt điểm 3.5 trở lên được khen."),
    ("KH301", "3. Chấm điểm\n3.1. Giữ đèn.\n- Tắt đèn.\n3.2. Giữ quạt.\n- Tắt quạt.\n3.3. Nội dung nêu tại điểm 3.2 do Văn phòng Sở chấm."),
    ("KH301", "3. Chấm điểm\n3.1. Giữ đèn.\n- Tắt đèn.\n3.2. Giữ quạt.\n- Tắt quạt.\n4. Phòng làm theo điểm 3.2 khoản 3 Mục VI Kế hoạch này."),
    ("KH301", "3. Các đơn vị thực hiện khoản 9 Điều 4 Luật Sử dụng năng lượng tiết kiệm và hiệu quả."),
    ("KH304", "3. Phong trào chào mừng 71 năm ngày thành lập ngành (14/5/1951 - 14/5/2022)."),
    ("KH304", "3. Phong trào chào mừng 40 năm ngày mở mỏ và 71 năm ngày thành lập ngành (14/5/1951 - 14/5/2022)."),
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM\n1. Thang điểm: Tổng số điểm là 1.000 điểm, trong đó:\n- Giảm điện năng: 950 điểm;\n- Giữ sạch: 20 điểm;\n- Điểm thưởng: 30 điểm."),
    ("KH305", "3. Các đơn vị gửi đăng ký về Văn phòng Sở trước ngày 25/3/2022."),
    ("KH309", "3. Các đơn vị gửi báo cáo về Văn phòng Sở trước ngày 30/6/2022."),
    ("KH310", "3. Văn phòng Sở tổ chức lễ phát động vào thứ Sáu, ngày 15/4/2022."),
    ("KH311", "3. Văn phòng Sở bố trí đồng bộ phao, chi đồng loạt cho các bến."),
    ("KH311", "3. Các đơn vị phấn đấu giảm 10% điện năng tiêu thụ; tính theo tỷ lệ % của năm trước."),
    ("KH124", "3. Các đơn vị lập danh sách theo Mẫu số 2 ban hành kèm theo Thông tư số 25/2020/TT-BCT."),
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM (thang điểm 100)\n1. Giảm điện năng: 15 điểm.\n2. Có sáng kiến: 05 điểm."),
    ("KH312", "3. Phiếu đăng ký:\nTổng số: ............; Nữ: ............"),
    ("KH312", "3. Tổ chức hội thi, hội diễn, tham quan ... và tổng kết."),
    ("KH312", "3. Tổ chức hội nghị, hội thảo, tập huấn, thi tìm hiểu….."),
    ("KH401", "3. Thực hiện Chỉ thị số 15/CT-UBND ngày 12/02/2022 của Ủy ban nhân dân tỉnh."),
    ("KH402", "3. Thực hiện Nghị quyết số 55-NQ/TW ngày 11/02/2020 của Bộ Chính trị."),
    ("KH402", "3. Thực hiện Kế hoạch số 06-KH/BCĐTW ngày 11/02/2021 của Ban Chỉ đạo Trung ương."),
    ("KH314", "VII. CHỈ TIÊU\n1. Đến hết năm 2025: ít nhất 30% đèn trong các phòng được thay bằng đèn tiết kiệm điện.\n"
              "2. Đến hết năm 2030: ít nhất 60% đèn trong các phòng được thay bằng đèn tiết kiệm điện."),
    ("KH404", "3. Thực hiện Thông tư số 25/2020/TT-BCT ngày 29/9/2020 của Bộ Công Thương."),
    ("KH405", "3. Thực hiện Chỉ thị số 20/CT-TTg ngày 07/5/2020 và Chỉ thị số 21/CT-TTg ngày 17/5/2020."),
    ("KH408", "3. Tuyên truyền Luật Thi đua, khen thưởng đến người lao động."),
    ("KH124", "3. Các đơn vị lập hồ sơ (theo Mẫu số 2, Nghị định số 25/2020/NĐ-CP) gửi Văn phòng Sở."),
    ("KH124", "3. Các phòng làm theo danh mục tại Phụ lục I Nghị quyết số 25/NQ-HĐND."),
    ("KH301", "3. Công ty cổ phần xi măng thay đèn của các nhà xưởng."),
    ("KH401", "3. Thực hiện Thông tư số 12/2013/TTLT-BCT-BTC ngày 08/3/2013."),
    ("KH402", "3. Thực hiện Hướng dẫn số 12-HD/BTCTW ngày 08/3/2021 của Ban Tổ chức Trung ương."),
    ("KH402", "3. Thực hiện Kết luận số 12/KL-LNXDTW ngày 08/3/2021."),
    ("KH403", "3. Cập nhật dữ liệu theo Đề án 06 của Chính phủ."),
    ("KH403", "3. Xét đề nghị của hợp tác xã tại Công văn số 12 ngày 08/3/2022."),
    ("KH305", "3. Từ ngày 01/02/2022 đến ngày 20/02/2022: xây dựng dự thảo Kế hoạch, lấy ý kiến các phòng."),
    ("KH314", "3. Phấn đấu đến năm 2023 có ít nhất 30 phòng làm việc được lắp đèn mới, đến năm 2024 có ít nhất 60 phòng làm việc được lắp đèn mới."),
    ("KH302", "VII. TIÊU CHÍ CHẤM ĐIỂM\nSTT | Tiêu chí | Điểm\n1 | Giảm điện năng | 50\n2 | Có sáng kiến | 40\n3 | Điểm thưởng | 10\n | Tổng cộng | 100"),
    ("KH421", "3. Phấn đấu có không quá 15% cán bộ, công chức đạt danh hiệu Chiến sĩ thi đua cơ sở."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words"), WORDS, ids=[code for code, _ in WORDS])
def test_words_that_break_a_rule(code: str, words: str, read_text: ReadText) -> None:
    plan = read_text(with_lines(words))
    found = [f for f in plan.findings if f.code == code]
    assert found, [(f.code, f.message.vi) for f in plan.findings]
    assert all(e.start is None or plan.text[e.start : e.end] for f in found for e in f.evidence)
    assert any(c.code == code and c.verdict == "fail" for c in plan.checks)


@pytest.mark.parametrize(("code", "words"), KEPT, ids=[f"{code}-{n}" for n, (code, _) in enumerate(KEPT)])
def test_words_that_keep_a_rule(code: str, words: str, read_text: ReadText) -> None:
    plan = read_text(with_lines(words))
    assert code not in _codes(plan), [(f.code, f.message.vi) for f in plan.findings]


POINTS = """II. TIÊU CHÍ CHẤM ĐIỂM (thang điểm 100)
1. Giảm điện năng tiêu thụ: 40 điểm.
2. Có sáng kiến được áp dụng: {points} điểm.
3. Báo cáo đúng hạn: 25 điểm.
"""


def test_grades_of_attainment_are_no_parts(read_text: ReadText) -> None:
    grades = "1. Giảm điện năng: 40 điểm.\n- Đạt từ 10% trở lên: 40 điểm.\n- Đạt từ 5% đến dưới 10%: 25 điểm.\n"
    parts = "1. Giảm điện năng: 40 điểm.\n- Thay đèn: 20 điểm.\n- Tắt thiết bị: 25 điểm.\n"
    more = "2. Có sáng kiến được áp dụng: 60 điểm.\n"
    for words, wrong in ((grades, False), (parts, True)):
        plan = read_text(document("I. MỤC ĐÍCH\nNhằm tiết kiệm điện.\nII. TIÊU CHÍ CHẤM ĐIỂM\n" + words + more))
        assert ("KH303" in _codes(plan)) is wrong, [(c.path, c.points, c.parent) for c in plan.criteria]


def test_what_is_added_within_a_group_may_be_in_its_points(read_text: ReadText) -> None:
    rows = "STT | Tiêu chí | Điểm\nI | BẾN BÃI | {points}\n1 | Đèn sáng | 60\n2 | Sân sạch | 40\n3 | Điểm cộng | 10\n"
    for points, wrong in (("110", False), ("100", False), ("120", True)):
        plan = read_text(document(f"I. MỤC ĐÍCH\nNhằm sạch bến.\nII. TIÊU CHÍ CHẤM ĐIỂM\n{rows.format(points=points)}"))
        assert ("KH303" in _codes(plan)) is wrong, [(c.path, c.points, c.parent) for c in plan.criteria]


@pytest.mark.parametrize(("points", "wrong"), [("35", False), ("30", True), ("45", True)])
def test_points_make_up_the_stated_total(points: str, wrong: bool, read_text: ReadText) -> None:
    plan = read_text(document("I. MỤC ĐÍCH\nNhằm tiết kiệm điện.\n" + POINTS.format(points=points)))
    assert [c.points for c in plan.criteria] == [40, float(points), 25]
    assert ("KH302" in _codes(plan)) is wrong


def test_bonus_points_may_make_up_a_usual_total_that_is_not_stated(read_text: ReadText) -> None:
    rows = "STT | Tiêu chí | Điểm\n1 | Đèn sáng | 55\n2 | Sân sạch | 40\n3 | Điểm thưởng: có sáng kiến | {bonus}\n"
    for bonus, wrong in (("5", False), ("2", True)):
        plan = read_text(document(f"I. MỤC ĐÍCH\nNhằm sạch bến.\nII. TIÊU CHÍ CHẤM ĐIỂM\n{rows.format(bonus=bonus)}"))
        assert ("KH302" in _codes(plan)) is wrong, [(c.path, c.points, c.kind) for c in plan.criteria]


ELEMENTS = [
    ("KH214", "V. KHEN THƯỞNG\nGiám đốc Sở tặng Giấy khen cho 05 tập thể tiêu biểu.\n", "2022"),
    ("KH208", "- Tiêu chí đánh giá gồm: mức giảm điện năng, số sáng kiến.\n", "2024"),
    ("KH211", "kiểm tra, đôn đốc", "2024"),
]


@pytest.mark.parametrize(("code", "left_out", "year"), ELEMENTS, ids=[code for code, _, _ in ELEMENTS])
def test_an_element_that_is_missing(code: str, left_out: str, year: str, read_text: ReadText) -> None:
    body = BODY.replace(", TIÊU CHÍ", "")
    whole = document(body, place_date=f"Bến Tre, ngày 09 tháng 3 năm {year}").replace("2022", year)
    without = whole.replace(left_out.replace("2022", year), "hướng dẫn" if "\n" not in left_out else "")
    assert code not in _codes(read_text(whole))
    found = next(f for f in read_text(without).findings if f.code == code)
    assert found.name == "missing_section" and found.legal_basis is not None


@pytest.mark.parametrize(
    ("day", "applies", "law"),
    [("09 tháng 3 năm 2022", False, "15/2003/QH11"), ("09 tháng 3 năm 2024", True, "06/2022/QH15")],
)
def test_the_law_of_the_day_decides_what_is_required(day: str, applies: bool, law: str, read_text: ReadText) -> None:
    plan = read_text(document(place_date=f"Bến Tre, ngày {day}"))
    criteria = next(c for c in plan.checks if c.code == "KH208")
    assert (criteria.verdict != "not_applicable") is applies
    rewards = next(c for c in plan.checks if c.code == "KH214")
    assert rewards.law is not None and law in rewards.law


def test_elements_are_asked_only_of_plans_that_launch_a_campaign(read_text: ReadText) -> None:
    plan = read_text(document("I. NỘI DUNG\n1. Kiểm tra sổ sách.\n", title="Kiểm tra công tác văn thư năm 2022"))
    assert {c.verdict for c in plan.checks if c.code.startswith("KH2")} == {"not_applicable"}


def test_the_older_law_is_no_basis_after_it_ended(read_text: ReadText) -> None:
    words = "3. Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003 để bình xét."
    assert "KH411" not in _codes(read_text(with_lines(words)))
    late = with_lines(words).replace("năm 2022", "năm 2024")
    assert "KH411" in _codes(read_text(late))


def test_an_issuer_whose_name_stands_in_the_head_is_there_whatever_it_was_inferred_from(read_text: ReadText) -> None:
    plan = read_text(document())
    inferred = replace(plan.document.evidence["issuer"], inferred=True)  # type: ignore[type-var]
    evidence = {**plan.document.evidence, "issuer": inferred}
    for name, verdict in ((plan.document.issuer, "pass"), ("Sở Y tế tỉnh Bến Tre", "doubt")):
        head = replace(plan.document, issuer=name, evidence=evidence)  # type: ignore[arg-type]
        checks, _ = audit(replace(plan, document=head), load(), codes={"KH104"})
        assert [c.verdict for c in checks] == [verdict]


def test_a_dotted_line_of_a_form_takes_no_longer_than_another(read_text: ReadText) -> None:
    """A foot of lines to be filled in: a search that parts them in every possible way would never end."""
    dots = ".........................................................................................."
    text = f"KẾ HOẠCH\nThi đua năm 2022\n\n1. Nội dung\nBáo cáo kết quả.\n\n{dots} {dots}{dots}, ngày\n{dots}{dots}: ký tên\n"
    found = {finding.code for finding in read_text(text).findings}
    assert "KH103" in found


def test_a_table_is_looked_for_where_a_pointer_says_that_it_stands(read_text: ReadText) -> None:
    table = (
        "II. NỘI DUNG THI ĐUA\n1. Bảng điểm\n| TT | Tiêu chí | Điểm |\n| 1 | Tắt đèn | 60 |\n| 2 | Tắt quạt | 40 |\n"
    )
    body = BODY.replace("II. NỘI DUNG THI ĐUA\n1. Thay thế đèn chiếu sáng cũ tại trụ sở.\n", table)
    told = "3. Thanh tra Sở thẩm định theo cột 3 bảng điểm tại khoản 1 Mục {}.\n"
    assert "KH301" in _codes(read_text(document(body + told.format("VI"))))
    assert "KH301" not in _codes(read_text(document(body + told.format("II"))))


def test_the_foot_of_the_decision_over_a_plan_does_not_end_the_plan(read_text: ReadText) -> None:
    decision = (
        "ỦY BAN NHÂN DÂN TỈNH BẾN TRE\nSỞ CÔNG THƯƠNG\nSố: 31/QĐ-SCT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nBến Tre, ngày 09 tháng 3 năm 2022\nQUYẾT ĐỊNH\nBan hành Kế hoạch phát động thi đua\n"
        "GIÁM ĐỐC SỞ CÔNG THƯƠNG\nCăn cứ Luật Thi đua, khen thưởng;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát động thi đua.\n"
        "Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này.\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Thị Mẫu\n"
        "KẾ HOẠCH\nPhát động phong trào thi đua “Tiết kiệm từng số điện” năm 2022\n"
        "(Ban hành kèm theo Quyết định số 31/QĐ-SCT ngày 09/3/2022 của Sở Công Thương)\n"
    )
    asked = "3. Các phòng tự chấm (phân công theo danh sách kèm theo).\n"
    found = read_text(decision + BODY + asked)
    assert ("KH124", "VI.3") in {(f.code, f.path) for f in found.findings}
    assert not {"KH201", "KH204", "KH207"} & _codes(found, "error", "warning")
