"""Paragraphs -> tree: paths, sections and items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.model.section import Outline
from kehoach.rules.load import load
from kehoach.segment import sections
from tests.paragraphs import P, Row, document

LONG = (
    "Nâng cao hiểu biết của chủ tàu, thuyền viên, các tổ hợp tác và người dân quanh bến về an toàn khi ra khơi, về việc giữ sạch luồng "
    "lạch và về cách ứng phó khi gặp gió lớn"
)


def outline(*parts: P | Row | str, recognized: bool = False) -> Outline:
    return sections(document(*parts, recognized=recognized), load())


def roles(tree: Outline) -> list[str]:
    """One word a node: its path, with the first letter of its role."""
    return [f"{node.role[0]} {node.path}" for node in tree.nodes]


def test_letters_read_as_one_sign_and_specks_before_numbers() -> None:
    tree = outline(
        "I. NHIỆM VỤ", "1. Các xã", f"a) {SENTENCE}", f"b) {SENTENCE}", f"Q {SENTENCE}", "2. Các thôn", f"- 2.1. {SENTENCE}", f"2.2. {SENTENCE}",
        recognized=True,
    )  # fmt: skip
    assert roles(tree) == ["s I", "s I.1", "i I.1.a", "i I.1.b", "i I.1.c", "s I.2", "i I.2.1", "i I.2.2"]


WHOM = "Đối với các trạm đã được Sở Y tế, Ủy ban nhân dân huyện công nhận đạt chuẩn quốc gia về y tế xã năm 2021."
SENTENCE = "Các xã tổ chức họp dân, lấy ý kiến và niêm yết công khai tại nhà văn hóa thôn."


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            ["I. MỤC ĐÍCH", f"1. {SENTENCE}", f"2. {SENTENCE}", "II. NỘI DUNG", f"1. {SENTENCE}"],
            ["s I", "i I.1", "i I.2", "s II", "i II.1"],
            id="numbers begin anew under each Roman one",
        ),
        pytest.param(
            [
                "I. NỘI DUNG", f"1. {SENTENCE}", "2. Củng cố các tổ cứu hộ trên sông; thêm phao, áo và đèn ở từng bến đò ngang, đò dọc của huyện trong mùa lũ.",
                "a) Việc thứ nhất", f"- {SENTENCE}", "b) Việc thứ hai", f"- {SENTENCE}",
            ],
            ["s I", "i I.1", "s I.2", "s I.2.a", "i I.2.a.-1", "s I.2.b", "i I.2.b.-1"],
            id="a sentence over headings is a heading",
        ),
        pytest.param(
            ["I. NỘI DUNG", f"1. {SENTENCE}", f"- {SENTENCE}", f"2. {SENTENCE}", f"- {SENTENCE}", "II. KINH PHÍ", f"1. {SENTENCE}", f"- {SENTENCE}", f"2. {SENTENCE}"],
            ["s I", "s I.1", "i I.1.-1", "s I.2", "i I.2.-1", "s II", "i II.1", "i II.1.-1", "i II.2"],
            id="sentences that each stand over a list head it",
        ),
        pytest.param(
            ["I. PHÂN CÔNG", "1. Các đội trực tiếp làm: Đội Bảo vệ bờ, Đội Cứu hộ", f"a) {SENTENCE}", "2. Trưởng bến: chuẩn bị đèn, phao", f"a) {SENTENCE}"],
            ["s I", "s I.1", "i I.1.a", "i I.2", "i I.2.a"],
            id="a class of bodies with their names heads a list",
        ),
        pytest.param(
            ["I. NỘI DUNG", f"• {SENTENCE}", f"• {SENTENCE}", f"+ {SENTENCE}"],
            ["s I", "i I.-1", "i I.-2", "i I.-2.+1"],
            id="bullets are dashes whatever they look like",
        ),
        pytest.param(
            ["I. NHIỆM VỤ", f"1. {WHOM}", f"a) {SENTENCE}", f"b) {SENTENCE}"],
            ["s I", "s I.1", "i I.1.a", "i I.1.b"],
            id="whom a list is for, told at length",
        ),
        pytest.param(
            ["I. NỘI DUNG", "2. Chỉ tiêu", "2.1. Chỉ tiêu chung", SENTENCE, "2.2. Chỉ tiêu xã", SENTENCE],
            ["s I", "s I.2", "s I.2.1", "s I.2.2"],
            id="decimals hang under their number",
        ),
        pytest.param(
            ["III. NHIỆM VỤ", f"2.1. {SENTENCE}", f"2.2. {SENTENCE}", f"2.10. {SENTENCE}"],
            ["s III", "i III.2.1", "i III.2.2", "i III.2.10"],
            id="decimals whose number is missing keep it in their label",
        ),
        pytest.param(
            ["I. MỤC ĐÍCH", "1.1. Mục đích", SENTENCE, "1.2. Yêu cầu", SENTENCE, "II. NỘI DUNG", f"2.1. {SENTENCE}"],
            ["s I", "s I.1", "s I.2", "s II", "i II.1"],
            id="decimals that count on the Roman number",
        ),
        pytest.param(
            ["I. YÊU CẦU", f"- {SENTENCE}", f"- {SENTENCE}", f"1. {SENTENCE}", f"- {SENTENCE}"],
            ["s I", "i I.-1", "i I.-2", "i I.1", "i I.1.-1"],
            id="bullets before and below numbers",
        ),
        pytest.param(
            ["1. Phân công", "- Xã A lo các việc sau:", "+ Họp dân;", "+ Ghi biên bản;", "- Xã B giám sát."],
            ["s 1", "i 1.-1", "i 1.-1.+1", "i 1.-1.+2", "i 1.-2"],
            id="plus below dash",
        ),
        pytest.param(
            ["I. TIÊU CHÍ", "+ Đủ hồ sơ.", "+ Đúng hạn.", "II. KINH PHÍ", SENTENCE],
            ["s I", "i I.+1", "i I.+2", "s II"],
            id="plus right under a heading",
        ),
        pytest.param(
            ["1. Đối tượng:", f"a) {SENTENCE}", f"b) {SENTENCE}", f"đ) {SENTENCE}", f"d) {SENTENCE}"],
            ["s 1", "i 1.a", "i 1.b", "i 1.đ", "i 1.d"],
            id="letters as printed, also out of order",
        ),
        pytest.param(
            ["Phần I. Nhiệm vụ chung", f"1. {SENTENCE}", "Phần II. Nhiệm vụ riêng", "I. Công tác thi", f"1. {SENTENCE}"],
            ["s I", "i I.1", "s II", "s II.I", "i II.I.1"],
            id="Roman numbers within parts",
        ),
        pytest.param(
            ["A. PHẦN CHUNG", "I. Mục đích", SENTENCE, "II. Yêu cầu", SENTENCE, "B. PHẦN RIÊNG", "I. Kinh phí", SENTENCE],
            ["s A", "s A.I", "s A.II", "s B", "s B.I"],
            id="capital letters over Roman numbers",
        ),
        pytest.param(
            ["Điều 1. Phạm vi", f"1. {SENTENCE}", "a) Thôn;", "Điều 2. Kinh phí", SENTENCE],
            ["s 1", "i 1.1", "i 1.1.a", "s 2"],
            id="articles, clauses, points",
        ),
        pytest.param(
            ["1. Sở Công Thương:", f"- {SENTENCE}", f"2. Sở Tư pháp: {SENTENCE}"],
            ["s 1", "i 1.-1", "i 2"],
            id="a unit's heading is a section, a unit with running text an item",
        ),
        pytest.param(
            ["1. Việc chính như sau:", "a) Họp dân.", "b) Ghi chép."],
            ["i 1", "i 1.a", "i 1.b"],
            id="a lead-in is no heading",
        ),
        pytest.param(
            ["2. Các cuộc thi trong năm học 2030-2031.", f"2.1. {SENTENCE}", f"2.2. {SENTENCE}"],
            ["s 2", "i 2.1", "i 2.2"],
            id="a short line over points is a heading in spite of its full stop",
        ),
        pytest.param(["I.", "KINH PHÍ", SENTENCE], ["s I"], id="a label on a line of its own"),
        pytest.param(
            [P("II. ĐỐI TƯỢNG, PHẠM VI VÀ NỘI DUNG CỦA ĐỢT THI ĐUA"), P("NGÀNH Y TẾ NĂM 2031"), SENTENCE],
            ["s II"],
            id="a heading over two lines",
        ),
        pytest.param(
            ["2. Chỉ tiêu", "Về tập thể", "+ Đạt chuẩn.", "Về cá nhân", "+ Đạt giải.", "3. Kinh phí", SENTENCE],
            ["s 2", "s 2.*1", "i 2.*1.+1", "s 2.*2", "i 2.*2.+1", "s 3"],
            id="unnumbered headings by their words",
        ),
        pytest.param(
            ["I. MỤC ĐÍCH", SENTENCE, "II. CÁCH LÀM", "Lắp máy tại xã", f"- {SENTENCE}", "2. Hướng dẫn", SENTENCE],
            ["s I", "s II", "s II.*1", "i II.*1.-1", "s II.2"],
            id="the first of a list whose number was lost",
        ),
        pytest.param(
            ["V. LỊCH", "Tuần 1 (06 - 12/3) - Đăng ký", f"- {SENTENCE}", "Tuần 2 (13 - 19/3) - Chấm vòng loại:", f"- {SENTENCE}"],
            ["s V", "s V.*1", "i V.*1.-1", "s V.*2", "i V.*2.-1"],
            id="steps of a schedule over bullets",
        ),
        pytest.param(
            [P("1. Chỉ tiêu", bold=True), "Về tập thể", "+ Đạt chuẩn.", "Về cá nhân", "+ Đạt giải.", P("2. Kinh phí", bold=True), SENTENCE],
            ["s 1", "s 1.*1", "i 1.*1.+1", "s 1.*2", "i 1.*2.+1", "s 2"],
            id="unnumbered headings over bullets where others are bold",
        ),
        pytest.param(
            ["I. QUY TRÌNH", "Sáng:", "1) Khai mạc;", "2) Thi;", "Chiều:", "1) Chấm;", "2) Bế mạc."],
            ["s I", "s I.*1", "i I.*1.1", "i I.*1.2", "s I.*2", "i I.*2.1", "i I.*2.2"],
            id="lists that begin anew under a word",
        ),
        pytest.param(
            [P("MỤC ĐÍCH", bold=True), SENTENCE, P("KINH PHÍ THỰC HIỆN", bold=True), SENTENCE],
            ["s *1", "s *2"],
            id="headings without any number",
        ),
        pytest.param(
            ["I. NỘI DUNG", "1. Việc một.", "2. Việc hai.", "4. Việc bốn.", "4. Việc năm."],
            ["s I", "i I.1", "i I.2", "i I.4", "i I.4"],
            id="gaps and doubles of a printed text stay",
        ),
        pytest.param(
            ["III. CHỈ TIÊU", "Đến năm 2030:", "- 90% hộ.", "Đến năm 2035:", "- 95% hộ.", "- Cụ thể:", "IV. KINH PHÍ", SENTENCE],
            ["s III", "s III.*1", "i III.*1.-1", "s III.*2", "i III.*2.-1", "i III.*2.-2", "s IV"],
            id="times with a colon head the bullets below them",
        ),
        pytest.param(
            ["III. TIÊU CHÍ", "Đối với các trạm, bến, cảng nằm ngoài khơi và các đảo xa", "- Đúng hạn.", "Đối với Hội Ngư dân, các tổ hội và chi hội:",
             "- Đủ hội viên.", "Đối với các trạm chưa đủ người trực thì phải báo ngay:", "- Báo bằng điện đàm.", "IV. KINH PHÍ", SENTENCE],
            ["s III", "s III.*1", "i III.*1.-1", "s III.*2", "i III.*2.-1", "i III.*2.-2", "s IV"],
            id="those concerned may be told at length over bullets",
        ),
        pytest.param(
            ["Mục đích", "- Đúng hạn.", "Chỉ tiêu thi đua", "1. Đối với xã", "- Đạt chuẩn.", "2. Đối với thôn", "- Sạch đẹp.",
             "Tiêu chí và cách chấm điểm thi đua của các thôn trong xã", SENTENCE, f"1. {SENTENCE}", "Tổ chức thực hiện", f"1. {SENTENCE}"],
            ["s *1", "i *1.-1", "s *2", "s *2.1", "i *2.1.-1", "s *2.2", "i *2.2.-1", "s *3", "i *3.1", "s *4", "i *4.1"],
            id="numbers begin anew under headings without a number",
        ),
        pytest.param(
            ["III. TIÊU CHÍ", "1. Việc chuyên môn: 120 điểm", "- Đúng hạn: 50 điểm.", "2. Việc đoàn thể: 50 điểm", "- Đủ: 20 điểm."],
            ["s III", "s III.1", "i III.1.-1", "s III.2", "i III.2.-1"],
            id="headings that say what they are worth",
        ),
        pytest.param(
            ["II. NỘI DUNG", "3. Các việc làm cụ thể:", f"a) {SENTENCE}", f"b) {SENTENCE}"],
            ["s II", "s II.3", "i II.3.a", "i II.3.b"],
            id="a noun phrase over a list heads it",
        ),
        pytest.param(
            ["II. NỘI DUNG", "Gồm ba phần:", "Phần A: Số liệu của xã.", "Phần B: Đánh giá của xã.", "III. KINH PHÍ", SENTENCE],
            ["s II", "i II.A", "i II.B", "s III"],
            id="parts by letter",
        ),
        pytest.param(["Phần thứ nhất", "THỰC TRẠNG", "I. Dân số", SENTENCE, "Phần thứ hai", "NỘI DUNG"], ["s 1", "s 1.I", "s 2"], id="parts by ordinal"),
        pytest.param(
            ["V. NỘI DUNG", SENTENCE, "VI. Kinh phí: Ngân sách xã", "VII. BÁO CÁO: Gửi trước ngày 10 hằng tháng"],
            ["s V", "i VI", "s VII"],
            id="a heading in capitals may have its text on the line; words before a colon begin an item",
        ),
        pytest.param(
            ["1. Xã A: Họp dân.", "2. Xã B: Ghi chép.", "3. Xã C: Báo cáo.", "4. Xã D, xã Đ và các thôn:", SENTENCE],
            ["i 1", "i 2", "i 3", "i 4"],
            id="a text set on a new line makes no other item of it",
        ),
        pytest.param(
            ["- Thành lập tổ. Trong đó:", f"* Cấp xã: {SENTENCE}", f"* Cấp thôn: {SENTENCE}", "- Họp tổ."],
            ["i -1", "i -1.*1", "i -1.*2", "i -2"],
            id="stars below a dash",
        ),
        pytest.param(
            ["Kính gửi:", "- Các xã;", "- Các phòng.", f"1. {SENTENCE}"], ["i 1"], id="addressees are no items"
        ),
        pytest.param(
            ["2. Hoạt động văn hóa, văn nghệ, thể dục, thể thao và du lịch cộng đồng phục vụ người dân các thôn:", SENTENCE],
            ["s 2"],
            id="a long line over running text",
        ),
        pytest.param(
            ["I. ĐÍCH ĐẾN", "1. Đến hết năm 2031 phải đạt những kết quả sau:", "1.1. Kết quả 1. Về bến bãi", f"- {SENTENCE}",
             "1.2. Kết quả 2: Về tàu thuyền", "a) Tàu cá", f"- {SENTENCE}", "b) Tàu khách", f"- {SENTENCE}", "2. Lễ hội", f"- {SENTENCE}"],
            ["s I", "s I.1", "s I.1.1", "i I.1.1.-1", "s I.1.2", "s I.1.2.a", "i I.1.2.a.-1", "s I.1.2.b", "i I.1.2.b.-1", "s I.2",
             "i I.2.-1"],
            id="headings counted with figures, under a line that leads over to them",
        ),
        pytest.param(
            ["I. VIỆC LÀM", f"1. {LONG}", "a) Hoạt động một", f"- {SENTENCE}", "b) Hoạt động hai", f"- {SENTENCE}"],
            ["s I", "s I.1", "s I.1.a", "i I.1.a.-1", "s I.1.b", "i I.1.b.-1"],
            id="a heading over several lines holds headings",
        ),
        pytest.param(
            ["Chương II", "QUYỀN LỢI", f"Điều 3. {LONG}", "1. Danh hiệu Tổ giỏi", f"a) {SENTENCE}", f"Điều 4. {LONG}",
             "1. Danh hiệu Đội giỏi", f"a) {SENTENCE}"],
            ["s II", "s II.3", "s II.3.1", "i II.3.1.a", "s II.4", "s II.4.1", "i II.4.1.a"],
            id="articles with long headings hold the numbers below",
        ),
        pytest.param(
            ["I. nội dung thi đua", f"1. {SENTENCE}", "II. tổ chức thực hiện", f"1. {SENTENCE}"],
            ["s I", "i I.1", "s II", "i II.1"],
            id="headings whose capitals were lost",
        ),
        pytest.param(
            ["I. NỘI DUNG", f"§ {SENTENCE}", f"o {SENTENCE}", f"§ {SENTENCE}"],
            ["s I", "i I.-1", "i I.-1.-1", "i I.-2"],
            id="bullets that came out as letters",
        ),
        pytest.param(
            ["PHẦN MỘT: TÌNH HÌNH", f"1. {SENTENCE}", "PHẦN HAI: NHIỆM VỤ", f"1. {SENTENCE}"],
            ["s 1", "i 1.1", "s 2", "i 2.1"],
            id="parts counted in words",
        ),
        pytest.param(
            ["I. mục đích yêu cầu:", SENTENCE, f"II. {SENTENCE.lower()} {SENTENCE}", "III. tổ chức thực hiện:", f"1. {SENTENCE}"],
            ["s I", "i II", "s III", "i III.1"],
            id="main labels before small letters count on",
        ),
        pytest.param(
            ["SỞ XÂY DỰNG", "CỤC ĐƯỜNG BỘ", "Căn cứ Luật Đường bộ;", "QUYẾT ĐỊNH:", f"Điều 1. {SENTENCE}", f"Điều 2. {SENTENCE}"],
            ["i 1", "i 2"],
            id="who decides and the word before the articles head nothing",
        ),
        pytest.param(
            ["V. TIẾN ĐỘ", "Giai đoạn", "Thời gian", "Nội dung", "1", SENTENCE, "VI. KHEN THƯỞNG", SENTENCE],
            ["s V", "s VI"],
            id="cells of a table one a line head nothing",
        ),
        pytest.param(
            [
                "III. GIẢI PHÁP", "1. Giữ luồng", f"a) {SENTENCE}", "2. Giữ bến", f"a) {SENTENCE}",
                "3. Nâng cao hiểu biết của chủ tàu, thuyền viên, các tổ hợp tác và người dân quanh bến về an toàn khi ra khơi, về việc giữ "
                "sạch luồng lạch, bến bãi, cầu cảng.", f"a) {SENTENCE}",
            ],
            ["s III", "s III.1", "i III.1.a", "s III.2", "i III.2.a", "s III.3", "i III.3.a"],
            id="a long heading among headings",
        ),
        pytest.param(
            [
                "6. Các bến", f"a) {SENTENCE}", f"b) {SENTENCE}", f"c) {SENTENCE}", f"d) {SENTENCE}",
                "đ) Thực hiện nghiêm chế độ báo cáo định kỳ và đột xuất theo quy định tại", "Điều 9 của Quy chế.",
            ],
            ["s 6", "i 6.a", "i 6.b", "i 6.c", "i 6.d", "i 6.đ"],
            id="a cut line among sentences",
        ),
        pytest.param(
            [
                "I. tình hình bến bãi và công tác quản lý luồng lạch, neo đậu của tàu thuyền trong tỉnh những năm qua.", SENTENCE,
                "II. mục tiêu, nhiệm vụ quản lý luồng lạch, neo đậu và thông tin tàu thuyền trong tỉnh những năm tới.",
                "A. mục tiêu", f"1. {SENTENCE}", "B. nhiệm vụ và giải pháp", "1. Nạo vét luồng.", SENTENCE,
                "2. Mở rộng bến, xây dựng kè chắn sóng, lắp phao tiêu và đèn biển ở các cửa sông có tàu lớn.", SENTENCE,
            ],
            ["s I", "s II", "s II.A", "i II.A.1", "s II.B", "s II.B.1", "s II.B.2"],
            id="main headings in small letters, over two lines, set as sentences",
        ),
        pytest.param(
            [P("Những điều sẽ làm", bold=True), P("Ở tỉnh", bold=True), f"- {SENTENCE}", P("Ở các bến", bold=True), f"- {SENTENCE}",
             P("Kinh phí", bold=True), SENTENCE],
            ["s *1", "s *1.*1", "i *1.*1.-1", "s *1.*2", "i *1.*2.-1", "s *2"],
            id="unnumbered headings below one that holds nothing else",
        ),
        pytest.param(
            [P("1. Giữ luồng lạch", bold=True), SENTENCE, P(f"2. {LONG}.", bold=True), SENTENCE, f"3. {SENTENCE}"],
            ["s 1", "s 2", "i 3"],
            id="a sentence in bold over running text",
        ),
        pytest.param(
            ["I. CĂN CỨ", f"i) {SENTENCE}", f"ii) {SENTENCE}"], ["s I", "i I.i", "i I.ii"], id="small Roman numbers"
        ),
    ],
)  # fmt: skip
def test_paths_and_roles(parts: list[P | str], expected: list[str]) -> None:
    assert roles(outline(*parts)) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["I.", "II.", "IH."], ["I", "II", "III"]),
        (["I.", "II.", "II.", "IV."], ["I", "II", "III", "IV"]),
        (["I.", "H.", "HI.", "IV."], ["I", "II", "III", "IV"]),
        (["I.", "II.", "NHI.", "IV."], ["I", "II", "III", "IV"]),
        (["I.", "HL.", "ÎH."], ["I", "II", "III"]),
        (["U", "II/", "HƯ", "IV/", "V/", "VỤ"], ["I", "II", "III", "IV", "V", "VI"]),
        (["I.", "THI", "II."], ["I", "*1", "II"]),
        (["l.", "2.", "3."], ["1", "2", "3"]),
        (["I.", "11.", "III."], ["I", "II", "III"]),
        (["E", "II.", "III."], ["I", "II", "III"]),
    ],
)
def test_misread_labels_are_mended_by_their_sequence(labels: list[str], expected: list[str]) -> None:
    parts = [part for label in labels for part in (f"{label} KINH PHÍ VÀ THỜI GIAN", SENTENCE)]
    got = [node.label for node in outline(*parts, recognized=True).nodes]
    assert got == expected


@pytest.mark.parametrize("mark", [".", ")"])
def test_small_letters_read_as_capitals_go_on_in_their_list(mark: str) -> None:
    parts = ["I. NỘI DUNG", "1. Họp", *(f"{letter}{mark} {SENTENCE}" for letter in "abCdđ"), "2. Thi", SENTENCE]
    tree = outline(*parts, recognized=True)
    assert [node.path for node in tree.nodes] == ["I", "I.1", *(f"I.1.{letter}" for letter in "abcdđ"), "I.2"]


def test_printed_text_is_not_mended() -> None:
    parts = [part for label in ("I.", "II.", "II.", "IV.") for part in (f"{label} KINH PHÍ", SENTENCE)]
    assert [node.label for node in outline(*parts).nodes] == ["I", "II", "II", "IV"]


def test_a_lost_label_is_put_back_where_the_next_one_asks_for_it() -> None:
    tree = outline(
        "I. MỤC ĐÍCH", SENTENCE, "PHẠM VI, ĐỐI TƯỢNG", SENTENCE, "III. KINH PHÍ", SENTENCE, recognized=True
    )  # fmt: skip
    assert [node.label for node in tree.nodes] == ["I", "II", "III"]
    assert tree.nodes[1].rule.endswith(".repaired")
    assert tree.nodes[1].confidence < tree.nodes[0].confidence


def test_misread_decimal_continues_its_list() -> None:
    tree = outline("5. Thi cử", f"5.7. {SENTENCE}", f"3.8. {SENTENCE}", f"5.9. {SENTENCE}", recognized=True)
    assert [node.path for node in tree.nodes] == ["5", "5.7", "5.8", "5.9"]


def test_rows_hang_on_what_holds_the_table() -> None:
    tree = outline(
        "II. NHIỆM VỤ", "1. Các việc trong năm, cụ thể như sau:", Row("TT | Việc | Đơn vị", "header"),
        Row("QUÝ I", "band"), Row("01 | Họp | Xã A"), Row("02 | Chấm | Xã B"), Row(" | | (tiếp)"),
        Row("TT | Việc | Đơn vị", "header"), Row("03 | Báo cáo | Xã A"), "2. Kinh phí", SENTENCE,
    )  # fmt: skip
    assert roles(tree) == ["s II", "i II.1", "r II.1.T1", "r II.1.T2", "r II.1.T3", "s II.2"]


def test_rows_without_numbers_count_on() -> None:
    tree = outline("I. KẾT QUẢ", SENTENCE, Row("Cấp học | 2030"), Row("Mầm non | 7"), Row("Tiểu học | 9"))
    assert [node.label for node in tree.nodes if node.role == "row"] == ["T1", "T2", "T3"]


def test_misread_numbers_of_rows_count_on() -> None:
    rows = [Row(f"{n} | Bến số {n} | Đội Một", recognized=True) for n in (20, 21, 2, 23, 0)]
    tree = outline("I. VIỆC", Row("TT | Việc | Đơn vị", "header"), *rows)
    assert [node.label for node in tree.nodes if node.role == "row"] == ["T20", "T21", "T22", "T23", "T24"]
    printed = outline("I. VIỆC", Row("TT | Việc | Đơn vị", "header"), *(replace(row, recognized=False) for row in rows))
    assert "T2" in [node.label for node in printed.nodes]


def test_closing_belongs_to_no_section() -> None:
    tree = outline(
        "Căn cứ Kế hoạch số 9/KH-UBND,", "I. KINH PHÍ", SENTENCE, "Trên đây là Kế hoạch tổ chức hội thi.",
        "Đề nghị các xã triển khai thực hiện./.", P("Nơi nhận:", "recipients"),
    )  # fmt: skip
    assert tree.preamble is not None and tree.closing is not None
    assert roles(tree) == ["s I"]
    assert tree.path_at(tree.closing.start + 3) is None
    assert tree.path_at(tree.preamble.start) is None


def test_a_request_before_the_closing_is_of_a_section_without_labels() -> None:
    running = ["Phòng Y tế in tờ rơi.", "Đề nghị các trạm giúp đỡ về thời gian."]
    tree = outline("I. TỔ CHỨC THỰC HIỆN", *running, "Trên đây là Kế hoạch của Phòng, yêu cầu các trạm thực hiện./.")
    (section,) = tree.nodes
    assert tree.closing is not None
    assert section.extent.end == section.heading.end + len("".join(f"\n{text}" for text in running))


def test_content_under_the_last_heading_is_no_closing() -> None:
    tree = outline("I. MỤC ĐÍCH", SENTENCE, "II. HIỆU LỰC", "Yêu cầu các xã triển khai ngay./.")
    assert tree.closing is None
    assert tree.nodes[-1].extent.end == tree.nodes[-1].heading.end + len("\nYêu cầu các xã triển khai ngay./.")


def test_bases_with_dashes_stay_in_the_preamble() -> None:
    tree = outline("- Căn cứ Luật Cư trú;", "- Căn cứ Nghị định số 1/2030/NĐ-CP;", "I. MỤC ĐÍCH", f"- {SENTENCE}")
    assert roles(tree) == ["s I", "i I.-1"]


def test_work_that_is_carried_out_is_no_basis() -> None:
    tree = outline(f"- {SENTENCE}", "- Thực hiện ba đợt nạo vét trong năm.", f"- {SENTENCE}")
    assert roles(tree) == ["i -1", "i -2", "i -3"]


@pytest.mark.parametrize(
    "times", [("Buổi sáng:", "Buổi chiều:"), ("Sáng", "Chiều"), ("Ngày 2/3/2031", "Ngày 3/3/2031")]
)
def test_times_of_a_day_head_the_bullets_below(times: tuple[str, str]) -> None:
    tree = outline("I. CHƯƠNG TRÌNH", times[0], f"- {SENTENCE}", f"- {SENTENCE}", times[1], f"- {SENTENCE}")
    assert roles(tree) == ["s I", "s I.*1", "i I.*1.-1", "i I.*1.-2", "s I.*2", "i I.*2.-1"]


def test_annexes_are_numbered_on_and_hold_their_content() -> None:
    tree = outline(
        "I. KINH PHÍ", SENTENCE, P("Lê Văn Thử", "signature"), P("PHỤ LỤC I", "annex", centred=True),
        P("DANH SÁCH XÃ THAM GIA", "annex", bold=True, centred=True), P("1. Xã Mẫu Một", "annex"),
        P("PHỤ LỤC II", "annex"), Row("1 | Xã Mẫu Hai"),
    )  # fmt: skip
    assert roles(tree) == ["s I", "s *1", "i *1.1", "s *2", "r *2.T1"]
    assert tree.nodes[1].kinds[0] == "annex"
    assert tree.nodes[2].parent == 1


def test_a_letter_that_is_attached_is_one_annex_under_its_subject() -> None:
    letter = [
        "BỘ CẦU ĐƯỜNG", "Số: 12/BCĐ-VP", "V/v giữ sạch bến bãi", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Các xã",
        f"1. {SENTENCE}", f"2. {SENTENCE}", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG",
    ]  # fmt: skip
    tree = outline("1. Kinh phí", f"- {SENTENCE}", P("Lê Văn Thử", "signature"), *(P(text, "annex") for text in letter))
    assert roles(tree)[2:] == ["s *1", "i *1.1", "i *1.2"]


def test_a_form_in_an_annex_has_the_lists_of_the_form() -> None:
    form = ["PHỤ LỤC I", "ĐỀ CƯƠNG BÁO CÁO", "(Kèm theo Kế hoạch số 3/KH-BT)", "BÁO CÁO", "TÌNH HÌNH BẾN BÃI"]
    below = ["1. Thông tin chung", "- Tên bến:", "2. Khó khăn, vướng mắc", "- Luồng cạn.", "LÃNH ĐẠO ĐƠN VỊ"]
    tree = outline("I. KINH PHÍ", SENTENCE, P("Lê Văn Thử", "signature"), *(P(text, "annex") for text in form + below))
    assert roles(tree)[1:] == ["s *1", "s *1.1", "i *1.1.-1", "s *1.2", "i *1.2.-1"]


def test_the_number_of_a_form_is_not_its_title() -> None:
    form = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:.../PTC-BT", "PHIẾU NHẬN HỒ SƠ", "1. Tên bến:", "2. Chủ bến:"]
    tree = outline("1. Kinh phí", f"- {SENTENCE}", P("Lê Văn Thử", "signature"), *(P(text, "annex") for text in form))
    made = document("1. Kinh phí", f"- {SENTENCE}", P("Lê Văn Thử", "signature"), *(P(text, "annex") for text in form))
    assert [made.quote(node.heading) for node in tree.nodes if node.path == "*1"] == ["PHIẾU NHẬN HỒ SƠ"]


def test_what_a_decision_issues_is_no_annex() -> None:
    signed = P("Lê Văn Thử", "signature")
    title = [P("QUY CHẾ", "annex"), P("XÉT TẶNG CỜ CỦA BẾN", "annex"), P("(Kèm theo Quyết định số 9/QĐ-BT)", "annex")]
    rules = ["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", SENTENCE, "Điều 2. Đối tượng", SENTENCE]
    issued = [*title, *(P(text, "annex") for text in rules)]
    decided = outline(f"Điều 1. {SENTENCE}", f"Điều 2. {SENTENCE}", signed, *issued)
    assert roles(decided) == ["i 1", "i 2", "s I", "s I.1", "s I.2"]
    planned = outline(f"I. {SENTENCE}", f"II. {SENTENCE}", signed, *issued)
    assert roles(planned)[2:] == ["s *1", "s *1.I", "s *1.I.1", "s *1.I.2"]


def test_the_title_of_a_form_stands_below_its_motto() -> None:
    form = [
        "BẾN TÀU MẪU", "TỔ ............", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "PHIẾU TỰ CHẤM",
        f"1. {SENTENCE}", "TM. BAN ĐIỀU HÀNH", "(Ký tên)",
    ]  # fmt: skip
    made = document("I. KINH PHÍ", SENTENCE, P("Lê Văn Thử", "signature"), *(P(text, "annex") for text in form))
    tree = sections(made, load())
    assert roles(tree) == ["s I", "s *1", "i *1.1"]
    assert made.quote(tree.nodes[1].heading) == "PHIẾU TỰ CHẤM"


def test_who_issues_stands_above_the_title_of_an_annex() -> None:
    issuer = P("BAN QUẢN LÝ", "issuer"), P("BẾN TÀU MẪU", "issuer")
    annex = [
        P(text, "annex") for text in ("BAN QUẢN LÝ BẾN TÀU MẪU", "Trang 1", "LỊCH NẠO VÉT LUỒNG", f"1. {SENTENCE}")
    ]
    made = document(*issuer, "I. VIỆC", SENTENCE, P("Lê Văn Thử", "signature"), *annex)
    tree = sections(made, load())
    assert [made.quote(node.heading) for node in tree.nodes][1] == "LỊCH NẠO VÉT LUỒNG"


def test_a_note_behind_the_title_of_an_annex_is_no_part_of_it() -> None:
    annex = P("Phụ lục I", "annex"), P("CÁC MẪU CỦA BẾN (Theo Kế hoạch số 3/KH-BT ngày 4/5/2031)", "annex")
    made = document("I. VIỆC", SENTENCE, P("Lê Văn Thử", "signature"), *annex, P(f"1. {SENTENCE}", "annex"))
    heading = made.quote(sections(made, load()).nodes[1].heading)
    assert heading == "Phụ lục I\nCÁC MẪU CỦA BẾN"


def test_a_heading_over_the_one_list_of_the_text_is_a_line_of_its_title() -> None:
    spilt = ["THẮNG LỢI CÁC VIỆC CỦA BẾN", "Căn cứ Luật Giao thông đường thủy."]
    assert roles(outline(*spilt, "I. ĐÍCH ĐẾN", f"1. {SENTENCE}", "II. VIỆC", f"1. {SENTENCE}")) == [
        "s I",
        "i I.1",
        "s II",
        "i II.1",
    ]
    begun = ["THẮNG LỢI CÁC VIỆC CỦA BẾN", f"{SENTENCE} Nội dung như sau:"]
    assert roles(outline(*begun, "I. ĐÍCH ĐẾN", f"1. {SENTENCE}", "II. VIỆC"))[0] == "s I"
    parted = outline("NHỮNG VIỆC CHUNG", f"1. {SENTENCE}", "NHỮNG VIỆC RIÊNG", f"1. {SENTENCE}")
    assert roles(parted) == ["s *1", "i *1.1", "s *2", "i *2.1"]


def test_an_item_takes_the_paragraphs_below_it() -> None:
    made = document("I. VIỆC", f"1. {SENTENCE}", "Thời gian: trong quý II.", f"2. {SENTENCE}")
    tree = sections(made, load())
    assert made.quote(tree.nodes[1].heading) == f"{SENTENCE}\nThời gian: trong quý II."
    assert tree.path_at(made.text.value.index("Thời gian")) == "I.1"


def test_articles_count_on_through_the_chapters() -> None:
    tree = outline(
        "Chương I. QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", SENTENCE, "Điều 2. Đối tượng", SENTENCE,
        "Chương II. TỔ CHỨC BẾN BÃI", *(x for n in range(3, 12) for x in (f"Điều {n}. Bến số {n}", SENTENCE)),
        "Chương III. THI HÀNH", "Điều 12. Hiệu lực", SENTENCE,
    )  # fmt: skip
    assert roles(tree) == [
        "s I", "s I.1", "s I.2", "s II", *(f"s II.{n}" for n in range(3, 12)), "s III", "s III.12",
    ]  # fmt: skip


def test_a_main_number_that_is_printed_twice_heads_no_list_of_the_other() -> None:
    tree = outline(
        "I. Nhiệm vụ chung", f"1. {SENTENCE}", f"2. {SENTENCE}", "I. Nhiệm vụ riêng", "1. Các xã ven sông", f"a) {SENTENCE}", "II. Thực hiện", SENTENCE,
    )  # fmt: skip
    assert roles(tree) == ["s I", "i I.1", "i I.2", "s I", "s I.1", "i I.1.a", "s II"]


def test_a_list_of_more_than_a_hundred_counts_on() -> None:
    tree = outline("I. DANH SÁCH BẾN", *(f"{n}. Bến đò ngang số {n};" for n in range(1, 104)))
    assert roles(tree)[-2:] == ["i I.102", "i I.103"]


def test_what_is_to_stand_on_a_banner_heads_nothing() -> None:
    banner = ["BAN QUẢN LÝ BẾN MẪU", "RA QUÂN LÀM SẠCH LUỒNG LẠCH", "Bến Mẫu, ngày 2 tháng 3 năm 2031"]
    tree = outline("I. VIỆC", f"1. {SENTENCE}", "2. Phông", *banner, "II. THỰC HIỆN", f"1. {SENTENCE}")
    assert roles(tree) == ["s I", "i I.1", "s I.2", "s II", "i II.1"]


def test_a_few_words_among_headings_are_one() -> None:
    tree = outline(
        "I. LỄ RA QUÂN", "1. Giờ giấc", f"- {SENTENCE}", "2. Khách mời (có danh sách kèm theo)", "3. Nơi họp", SENTENCE,
    )  # fmt: skip
    assert roles(tree) == ["s I", "s I.1", "i I.1.-1", "s I.2", "s I.3"]


def test_heading_is_given_without_label_and_closing_marks() -> None:
    made = document("1. Sở Nội vụ:", f"- {SENTENCE}")
    assert made.quote(sections(made, load()).nodes[0].heading) == "Sở Nội vụ"


def test_a_heading_may_have_a_number_of_its_own_behind_its_label() -> None:
    tree = outline(
        "I. MỤC TIÊU", "1. Phấn đấu đạt các mục tiêu sau:", "1.1. Mục tiêu 1. Lĩnh vực vận tải", "- Tàu chạy đúng giờ.",
        "1.2. Mục tiêu 2: Lĩnh vực hạ tầng", "- Đường ray bền.",
    )  # fmt: skip
    assert [(n.path, n.role) for n in tree.nodes if n.role == "section"] == [
        ("I", "section"), ("I.1", "section"), ("I.1.1", "section"), ("I.1.2", "section"),
    ]  # fmt: skip


def test_headings_counted_in_words_and_by_level() -> None:
    tree = outline(
        "I. NỘI DUNG", "Nhiệm vụ thứ nhất: Nạo vét kênh mương", f"- {SENTENCE}", "Nhiệm vụ thứ hai: Trồng cây chắn sóng", f"- {SENTENCE}",
        "II. THỰC HIỆN", "Cấp tỉnh", f"- {SENTENCE}", "Cấp huyện và các bến", f"- {SENTENCE}",
    )  # fmt: skip
    assert roles(tree) == [
        "s I", "s I.*1", "i I.*1.-1", "s I.*2", "i I.*2.-1", "s II", "s II.*1", "i II.*1.-1", "s II.*2", "i II.*2.-1",
    ]  # fmt: skip


def test_a_main_heading_in_capitals_before_its_text_whatever_its_number() -> None:
    tree = outline(
        "1. MỤC ĐÍCH", SENTENCE, "2. THỜI GIAN: từ 15/4 đến 30/6/2031. Hồ sơ gửi về bến.", "3. THỰC HIỆN", SENTENCE
    )
    assert roles(tree) == ["s 1", "s 2", "s 3"]


def test_a_heading_with_its_sum_of_points_behind_a_colon() -> None:
    tree = outline(
        "1/ Thời gian: từ 15/4 đến 30/6/2031.", "2/ Nội dung và thang điểm thi đua: (tổng số 100 điểm)", "a) Giữ bến (60 điểm):",
        f"+ {SENTENCE}", "b) Giữ kè (40 điểm):", f"+ {SENTENCE}", "3/ Khen thưởng:", f"- {SENTENCE}", "4/ Tổ chức thực hiện:", f"- {SENTENCE}",
    )  # fmt: skip
    assert [role for role in roles(tree) if role.startswith("s ")] == ["s 2", "s 2.a", "s 2.b", "s 3", "s 4"]


def test_parts_told_by_a_word_and_a_number_head_what_stands_below_them() -> None:
    tree = outline(
        "I. TIÊU CHÍ", "Nội dung 1. Thi đua giữ sạch bến bãi, kè đá và hành lang thoát lũ của cả hai bờ sông trong mùa nước nổi (60 điểm)",
        f"a) {SENTENCE}", f"b) {SENTENCE}", "Nội dung 2. Điểm thưởng", SENTENCE, "Nội dung 3: Điểm trừ", f"a) {SENTENCE}",
        "II. CÁC TỔ", "Tổ 1: Bến lớn", "Tổ 2: Bến nhỏ", "Tổ 3: Bến phà",
    )  # fmt: skip
    assert roles(tree) == [
        "s I", "s I.*1", "i I.*1.a", "i I.*1.b", "s I.*2", "s I.*3", "i I.*3.a", "s II",
    ]  # fmt: skip


def test_steps_that_count_on_head_what_stands_below_them() -> None:
    tree = outline(
        "I. CÁC BƯỚC", "Bước 1: Vận động (trong tháng 3)", f"- {SENTENCE}", "Bước 2: Nạo vét", f"- {SENTENCE}", "Bước 3: Nghiệm thu", SENTENCE,
        "II. CÁC VÒNG", "Vòng 1: Thi viết", SENTENCE, "Vòng 2: Thi chèo", SENTENCE,
        "III. CÁC ĐỢT", "Đợt 1: tháng 3", "Đợt 2: tháng 9",
    )  # fmt: skip
    assert roles(tree) == [
        "s I", "s I.*1", "i I.*1.-1", "s I.*2", "i I.*2.-1", "s I.*3", "s II", "s II.*1", "s II.*2", "s III",
    ]  # fmt: skip


def test_units_without_labels_stand_below_the_heading_that_gives_them_work() -> None:
    parts = [
        P(text, bold=True) for text in ("Nội dung", "Phân công thực hiện", "Phòng Đò", "Công đoàn bến", "Khen thưởng")
    ]
    tree = outline(*(line for head in parts for line in (head, *([] if head is parts[1] else [f"- {SENTENCE}"]))))
    assert [role for role in roles(tree) if role.startswith("s ")] == ["s *1", "s *2", "s *2.*1", "s *2.*2", "s *3"]


def test_headings_that_name_no_kind_are_parts_of_the_one_right_above_them() -> None:
    bold = [P(text, bold=True) for text in ("Mục đích", "Nội dung công việc", "Bến đò", "Kè đá", "Thời gian")]
    parts = [line for head in bold for line in ((head,) if head is bold[1] else (head, SENTENCE))]
    assert [role for role in roles(outline(*parts)) if role.startswith("s ")] == [
        "s *1",
        "s *2",
        "s *2.*1",
        "s *2.*2",
        "s *3",
    ]
    apart = [line for head in bold for line in (head, SENTENCE)]
    assert [role for role in roles(outline(*apart)) if role.startswith("s ")] == [
        "s *1",
        "s *2",
        "s *3",
        "s *4",
        "s *5",
    ]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Lá cờ đầu của bến", True),
        ("Lá cờ đầu của bến.", False),
        ("trao cho bến về nhất", False),
        ("Ghi chú của ban chấm", False),
    ],
)
def test_a_short_line_between_a_table_and_a_list_is_a_heading_among_others_without_numbers(
    line: str, heads: bool
) -> None:
    table = [Row("TT | Việc | Điểm", "header"), Row("1 | Giữ sạch bến | 60"), Row(" | Tổng cộng | 60")]
    tree = outline(
        "Mục đích", SENTENCE, "Bảng điểm thi đua", *table, line, f"- {SENTENCE}", f"- {SENTENCE}", "Kinh phí", SENTENCE
    )
    sections = [role for role in roles(tree) if role.startswith("s ")]
    assert sections == ["s *1", "s *2", "s *3", *(["s *4"] if heads else [])]
    numbered = outline("I. MỤC ĐÍCH", SENTENCE, "II. CHẤM ĐIỂM", *table, line, f"- {SENTENCE}", f"- {SENTENCE}")
    assert [role for role in roles(numbered) if role.startswith("s ")] == ["s I", "s II"]


def test_a_heading_that_is_no_unit_stands_beside_the_one_that_gives_work() -> None:
    heads = [P(text, bold=True) for text in ("Phân công thực hiện", "Kinh phí", "Thời gian")]
    tree = outline(*(line for head in heads for line in (head, SENTENCE)))
    assert [role for role in roles(tree) if role.startswith("s ")] == ["s *1", "s *2", "s *3"]


def test_letters_begin_below_the_heading_before_them_even_where_one_is_skipped() -> None:
    tree = outline(
        "PHẦN I. GIAO ƯỚC", "1. Giữ bến: 60 điểm", f"a) {SENTENCE}", f"b) {SENTENCE}", f"c) {SENTENCE}", "2. Giữ kè: 40 điểm", f"a) {SENTENCE}",
        f"d) {SENTENCE}", "PHẦN II. LỊCH", f"- {SENTENCE}",
    )  # fmt: skip
    assert [role for role in roles(tree) if role.startswith("i ")] == [
        "i I.1.a", "i I.1.b", "i I.1.c", "i I.2.a", "i I.2.d", "i II.-1",
    ]  # fmt: skip


def test_the_last_part_below_a_main_number_keeps_its_bullets() -> None:
    tree = outline(
        "III. NỘI DUNG", "A. Đối với các bến", f"- {SENTENCE}", "B. Đối với các đội đò", f"- {SENTENCE}", "IV. KINH PHÍ", f"1. {SENTENCE}",
    )  # fmt: skip
    assert roles(tree) == ["s III", "s III.A", "i III.A.-1", "s III.B", "i III.B.-1", "s IV", "i IV.1"]


def test_text_behind_the_last_of_a_list_makes_no_heading_of_it() -> None:
    tree = outline(
        P("Cách chấm", bold=True), "1. Giữ sạch bến (60 điểm)", "2. Đủ phao, áo (20 điểm)", "3. Dự họp đủ (20 điểm)",
        f"Cộng 100 điểm. {SENTENCE}", P("Thời gian", bold=True), SENTENCE,
    )  # fmt: skip
    assert roles(tree) == ["s *1", "i *1.1", "i *1.2", "i *1.3", "s *2"]


def test_decimals_stand_below_their_number_within_a_part_and_below_an_article_without_one() -> None:
    tree = outline("Phần I. MỤC TIÊU", "1. Mục tiêu", f"1.1. {SENTENCE}", f"1.2. {SENTENCE}", "2. Yêu cầu", SENTENCE)
    assert roles(tree) == ["s I", "s I.1", "i I.1.1", "i I.1.2", "s I.2"]
    tree = outline("Điều 1. Mục tiêu", f"1.1. {SENTENCE}", f"1.2. {SENTENCE}", "Điều 2. Yêu cầu", SENTENCE)
    assert roles(tree) == ["s 1", "i 1.1", "i 1.2", "s 2"]


def test_a_roman_number_without_its_stop_before_capitals() -> None:
    tree = outline("I. MỤC ĐÍCH", f"1. {SENTENCE}", "II NỘI DUNG THI ĐUA", f"1. {SENTENCE}", "III. KINH PHÍ", SENTENCE)
    assert roles(tree) == ["s I", "i I.1", "s II", "i II.1", "s III"]
    assert roles(outline("I. MỤC ĐÍCH", f"1. {SENTENCE}", "V tổ đò họp.", f"2. {SENTENCE}")) == [
        "s I",
        "i I.1",
        "i I.2",
    ]


def test_numbers_in_small_letters_below_one_in_capitals() -> None:
    tree = outline("1. MỤC ĐÍCH", f"1. {SENTENCE}", f"2. {SENTENCE}", "2. KINH PHÍ", SENTENCE, "3. Thời gian", SENTENCE)
    assert roles(tree) == ["s 1", "i 1.1", "i 1.2", "s 2", "s 3"]


LAST = "Các bến, các đội đò lập lịch trực của mình, gửi về Trạm trước ngày 15/8/2031./."


@pytest.mark.parametrize(
    ("parts", "closes"),
    [
        (["I. THỰC HIỆN", f"1. {SENTENCE}", f"2. {SENTENCE}", LAST], True),
        (["I. THỰC HIỆN", f"1. {SENTENCE}", SENTENCE, f"2. {SENTENCE}", LAST], False),
        (["I. THỰC HIỆN", f"1. {SENTENCE}", "II. KINH PHÍ", LAST], False),
        (["I. THỰC HIỆN", f"1. {SENTENCE}", f"2. {SENTENCE}", LAST.removesuffix("/.")], False),
    ],
    ids=["behind a list", "items of several paragraphs", "below a heading", "no end of the text"],
)
def test_the_paragraph_with_the_sign_that_ends_a_text(parts: list[str], closes: bool) -> None:
    assert (outline(*parts).closing is not None) == closes
