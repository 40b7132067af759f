"""What a narrow column or the end of a page breaks: the date, an authority, a foot that goes on overleaf."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach import layout
from kehoach.model.document import Document, Source
from kehoach.model.page import Page
from kehoach.reading import plain
from kehoach.rules.load import load
from tests.layout.paper import FOOT, HEAD, LEFT, Set, page, reading, wrapped

TEXT = "Thực hiện chương trình công tác năm, Sở Tư pháp phát động đợt thi đua đặc biệt trong toàn ngành với những nội dung sau đây:"
LAST = "Các phòng, đơn vị triển khai thực hiện nghiêm túc Kế hoạch này, nếu có vướng mắc thì phản ánh về Văn phòng Sở để tổng hợp./."
BODY = [*wrapped(TEXT), *wrapped(TEXT), *wrapped(LAST)]


def read(*pages: Page) -> Document:
    return layout.document(reading(*pages), load())


def texts(document: Document, *zones: str) -> list[str]:
    return [block.text.value for block in document.blocks if block.zone in zones]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Quảng Nam, ngày 05 tháng 3 năm", "2031"), ("Quảng Nam, ngày 05 tháng 3", "năm 2031"), ("Huế, ngày", "05 tháng 3 năm 2031")],
)  # fmt: skip
def test_a_date_over_two_lines_is_whole(above: str, below: str) -> None:
    head = [*HEAD[:5], Set(above, 330, row=0), Set(below, 380), *HEAD[6:]]
    document = read(page(1, [*head, *BODY, *FOOT]))
    assert texts(document, "place_date") == [f"{above} {below}"]
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]


def test_the_words_of_the_motto_over_two_lines_are_whole() -> None:
    head = [
        Set("UBND TỈNH QUẢNG NAM", 95), Set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, bold=True, row=0),
        Set("SỞ TƯ PHÁP", 125, bold=True), Set("ĐỘC LẬP – TỰ DO – HẠNH", 330, row=0), Set("PHÚC", 380), *HEAD[4:],
    ]  # fmt: skip
    document = read(page(1, [*head, *BODY, *FOOT]))
    assert texts(document, "motto")[1:] == ["ĐỘC LẬP – TỰ DO – HẠNH PHÚC"]
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]


def test_an_authority_over_two_lines_is_whole() -> None:
    foot = [
        Set("Nơi nhận:", 90), Set("TM. HỘI ĐỒNG ĐỘI TNTP HỒ CHÍ MINH", 350, row=0),
        Set("- Như trên;", 90), Set("THÀNH PHỐ HỘI AN", 383, row=0),
        Set("- Lưu: VT.", 90), Set("CHỦ TỊCH", 404, row=0), Set("Lê Văn Tám", 401),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *BODY, *foot]))
    assert texts(document, "signature") == [
        "TM. HỘI ĐỒNG ĐỘI TNTP HỒ CHÍ MINH THÀNH PHỐ HỘI AN", "CHỦ TỊCH", "Lê Văn Tám",
    ]  # fmt: skip


def test_the_last_word_of_an_authority_in_a_scan_is_no_ink() -> None:
    foot = [
        Set("Nơi nhận:", 90), Set("TM. BAN CHẤP HÀNH CÔNG ĐOÀN CƠ", 378, row=0), Set("- Như trên;", 90), Set("SỞ", 440, row=0),
        Set("- Lưu: VT.", 90), Set("CHỦ TỊCH", 424, row=0), Set("Lê Văn Tám", 421, row=0),
    ]  # fmt: skip
    scanned = [replace(piece, confidence=0.91) for piece in [*HEAD, *BODY, *foot]]
    assert texts(read(page(1, scanned, text_from="ocr")), "signature")[0] == "TM. BAN CHẤP HÀNH CÔNG ĐOÀN CƠ SỞ"


def test_a_post_that_was_misread_is_not_joined_to_the_authority() -> None:
    foot = [
        Set("Nơi nhận:", 90), Set("TM. BAN THƯỜNG VỤ", 370, row=0), Set("- Như trên;", 90), Set("HỦ TỊC", 402, row=0),
        Set("- Lưu: VT.", 90), Set("Lê Văn Tám", 388, row=0),
    ]  # fmt: skip
    assert "TM. BAN THƯỜNG VỤ" in texts(read(page(1, [*HEAD, *BODY, *foot])), "signature")


def test_a_scan_without_the_head_of_noi_nhan() -> None:
    foot = [Set("GIÁM ĐỐC", 390), Set("Lê Văn Tám", 386), Set("- UBND tỉnh (b/c);", 90), Set("- Lưu: VT, VP.", 90)]
    document = read(page(1, [*HEAD, *BODY, *foot]))
    assert texts(document, "recipients") == ["- UBND tỉnh (b/c);", "- Lưu: VT, VP."]


def test_room_where_a_word_was_lost_parts_no_entry() -> None:
    foot = [
        Set("GIÁM ĐỐC", 390), Set("Lê Văn Tám", 386), Set("Nơi nhận:", 90), Set("- Như trên;", 90),
        Set("- Các phòng, đơn vị và các", 90), Set("của tỉnh;", 290, row=0), Set("- Lưu: VT.", 90),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *BODY, *foot]))
    assert texts(document, "recipients") == [
        "Nơi nhận:",
        "- Như trên;",
        "- Các phòng, đơn vị và các của tỉnh;",
        "- Lưu: VT.",
    ]


def test_a_short_authority_is_not_joined_to_the_line_below() -> None:
    foot = [
        Set("Nơi nhận:", 90), Set("TM. ĐOÀN", 380, row=0), Set("- Như trên;", 90), Set("BAN BIÊN TẬP", 365, row=0),
        Set("- Lưu: VT.", 90), Set("CHỦ TỊCH CÔNG ĐOÀN CƠ SỞ", 330, row=0), Set("Lê Văn Tám", 381),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *BODY, *foot]))
    assert texts(document, "signature")[:2] == ["TM. ĐOÀN", "BAN BIÊN TẬP"]


def test_a_foot_goes_on_overleaf_in_its_columns() -> None:
    one = [
        Set("Nơi nhận:", 90), Set("KT. GIÁM ĐỐC", 380, row=0),
        Set("- Các phòng, đơn vị và các", 90), Set("PHÓ GIÁM ĐỐC", 378, row=0),
    ]  # fmt: skip
    two = [
        Set("2", None),
        Set("hội có liên quan;", 90),
        Set("- Lưu: VT, VP.", 90),
        Set("(Đã ký)", 390),
        Set("Trần Thị Bích Thủy", 368),
    ]
    document = read(page(1, [*HEAD, *BODY, *one]), page(2, two, top=40.0))
    assert texts(document, "recipients") == [
        "Nơi nhận:",
        "- Các phòng, đơn vị và các hội có liên quan;",
        "- Lưu: VT, VP.",
    ]
    assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Trần Thị Bích Thủy"]
    assert texts(document, "annex") == []
    assert [f.kind for f in document.furniture] == ["page_number"]


def test_a_list_below_an_annex_heading_is_no_foot() -> None:
    one = [Set("Nơi nhận:", 90), Set("GIÁM ĐỐC", 390, row=0), Set("- Như trên;", 90)]
    two = [Set("PHỤ LỤC", None), Set("- Rà soát văn bản;", LEFT)]
    document = read(page(1, [*HEAD, *BODY, *one]), page(2, two))
    assert texts(document, "annex") == ["PHỤ LỤC", "- Rà soát văn bản;"]


def test_an_entry_that_runs_below_the_signature_stays_in_its_list() -> None:
    foot = [
        Set("Nơi nhận:", 90), Set("GIÁM ĐỐC", 390, row=0), Set("- Như trên;", 90), Set("Lê Văn Tám", 386, row=0),
        Set("- Các phòng, các đơn vị và hội có liên quan trên địa bàn thành phố và các huyện;", 90), Set("- Lưu: VT.", 90),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *BODY, *foot]))
    assert texts(document, "recipients") == ["Nơi nhận:", "- Như trên;", foot[-2].text, "- Lưu: VT."]


def test_a_page_number_beside_a_letterhead_is_apart() -> None:
    document = read(page(1, [Set("1", None), *HEAD, *BODY, *FOOT], top=40.0))
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert [f.kind for f in document.furniture] == ["page_number"]


@pytest.mark.parametrize("rule", ["__________", "-----***-----", "* * *", "---o0o---", "– – –"])
def test_a_rule_of_characters_below_the_title_is_no_text(rule: str) -> None:
    document = read(page(1, [*HEAD, Set(rule, None), *BODY, *FOOT]))
    assert texts(document, "title") == ["KẾ HOẠCH", "Phát động đợt thi đua đặc biệt năm 2031"]
    assert texts(document, "body") == [TEXT, TEXT, LAST]


def test_an_address_below_a_foot_is_apart() -> None:
    one = page(1, [*HEAD, *BODY, *FOOT[:-1]])
    address = page(1, [Set("Địa chỉ: 5 đường Trần Phú; Điện thoại: 0235.3852.111; Fax: 0235.3852.112", 120)], top=790.0)
    document = read(replace(one, lines=(*one.lines, *address.lines)), page(2, FOOT[-1:]))
    assert texts(document, "recipients")[-1] == "- Lưu: VT, VP."
    assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bích Thủy"]
    assert [f.kind for f in document.furniture] == ["address"]


@pytest.mark.parametrize("heading", ["2. Đối với công đoàn cơ sở", "3. Công tác cán bộ", "1. Các phòng ban"])
def test_a_heading_may_end_in_a_word_of_two_syllables(heading: str) -> None:
    text = f"KẾ HOẠCH\nThi đua năm 2031\n\nI. PHÂN CÔNG\n{heading}\nBCH tổ chức họp bàn.\nBáo cáo kết quả trước 20/12."
    source = Source("plan.txt", "", "text/plain", text.encode())
    assert heading in texts(layout.document(plain.reading(source), load()), "body")
