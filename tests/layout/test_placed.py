"""Pages with places: letterhead and foot in columns, paragraphs by the margins, furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach import layout
from kehoach.model.document import Document
from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Mark, Page, Reading, Ruling, Word
from kehoach.rules.load import load
from tests.layout.paper import FOOT, HEAD, INDENT, LEFT, SPACE, Set, page, reading, width, wrapped

FIRST = "Thực hiện chương trình công tác năm, Sở Tư pháp phát động đợt thi đua đặc biệt trong toàn ngành với những nội dung sau đây:"
SECOND = "1. Hoàn thành kế hoạch rà soát văn bản quy phạm pháp luật đúng tiến độ, bảo đảm chất lượng và gửi kết quả về Văn phòng Sở."
LAST = "Các phòng, đơn vị triển khai thực hiện nghiêm túc Kế hoạch này, nếu có vướng mắc thì phản ánh về Văn phòng Sở để tổng hợp./."


def read(*pages: Page) -> Document:
    return layout.document(reading(*pages), load())


def texts(document: Document, *zones: str) -> list[str]:
    return [block.text.value for block in document.blocks if block.zone in zones]


def whole() -> Page:
    return page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *FOOT])


def test_letterhead_is_read_column_by_column() -> None:
    document = read(whole())
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert texts(document, "motto") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert texts(document, "number") == ["Số: 12 /KH-STP"]
    assert texts(document, "place_date") == ["Quảng Nam, ngày 05 tháng 3 năm 2031"]
    assert texts(document, "title") == ["KẾ HOẠCH", "Phát động đợt thi đua đặc biệt năm 2031"]


def test_foot_is_read_column_by_column() -> None:
    document = read(whole())
    assert texts(document, "recipients") == [
        "Nơi nhận:", "- UBND tỉnh (b/c);", "- Các phòng, đơn vị thuộc Sở và các hội có liên quan;", "- Lưu: VT, VP.",
    ]  # fmt: skip
    assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bích Thủy"]


def test_the_name_of_who_signs_may_stand_on_the_next_page() -> None:
    one = page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *FOOT[:-1]])
    document = read(one, page(2, [Set("Trần Thị Bích Thủy", 368, bold=True)]))
    assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bích Thủy"]
    assert texts(document, "annex") == []


@pytest.mark.parametrize("post", ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "GIÁM ĐỐC SỞ TƯ PHÁP"])
def test_who_decides_is_no_signature(post: str) -> None:
    """Above what a decision is based on stands the post of who decides, as it does above a name."""
    basis = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
    decision = [
        *HEAD[:-2], Set("QUYẾT ĐỊNH", bold=True), Set("Về việc ban hành Kế hoạch phát động đợt thi đua", bold=True),
        Set(post, bold=True), Set(basis, LEFT + INDENT), Set(basis, LEFT + INDENT), *wrapped(FIRST),
        Set("QUYẾT ĐỊNH:", bold=True), *wrapped("Điều 1. " + SECOND), *wrapped("Điều 2. " + LAST), *FOOT,
    ]  # fmt: skip
    issued = "(Ban hành kèm theo Quyết định số 12/QĐ-STP ngày 05 tháng 3 năm 2031)"
    plan = [*HEAD[-2:], Set(issued), *wrapped(FIRST), *wrapped(SECOND)]
    document = read(page(1, decision), page(2, plan))
    assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bích Thủy"]
    assert texts(document, "body") == [FIRST, SECOND]


def test_paragraphs_are_joined_by_their_margins() -> None:
    assert texts(read(whole()), "body") == [FIRST, SECOND, LAST]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = wrapped(FIRST)
    one = page(1, [*HEAD, *wrapped(SECOND), *wrapped(LAST), *wrapped(SECOND), *lines[:1]])
    two = page(2, [Set("2"), *lines[1:], *wrapped(SECOND), *wrapped(LAST), *wrapped(SECOND)], top=30)
    document = read(one, two)
    assert FIRST in texts(document, "body")
    assert [(f.kind, f.text.value) for f in document.furniture] == [("page_number", "2")]


def test_paragraphs_of_two_lines_have_their_margin_at_the_second() -> None:
    """A heading that nearly fills its line then does not run into the paragraph below it."""
    heading = "4. Các phòng, đơn vị thuộc Sở; Phòng Tư pháp các quận, huyện, thị xã, thành phố"
    duties = [
        "Chủ trì, phối hợp với các đơn vị có liên quan tổ chức thực hiện kế hoạch; gửi kết quả.",
        "Hướng dẫn, đôn đốc, kiểm tra việc thực hiện, tổng hợp kết quả hằng quý, báo cáo lãnh đạo.",
        "Gửi báo cáo kết quả thực hiện về Văn phòng Sở (qua bộ phận thi đua) đúng thời hạn quy định.",
    ]
    above, below = ([piece for duty in duties[n:] for piece in wrapped(duty)] for n in (0, 1))
    sheet = page(2, [Set("2"), *above, Set(heading, LEFT + 36, bold=True), *wrapped(duties[2]), *below], top=30)
    assert texts(read(sheet), "body") == [*duties, heading, duties[2], *duties[1:]]


def test_engine_lines_that_run_over_both_columns_are_parted() -> None:
    parted = page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *FOOT])
    merged: list[Line] = []
    for line in parted.lines:
        near = merged[-1] if merged else None
        if near is not None and near.box is not None and line.box is not None and near.box.top == line.box.top:
            merged[-1] = Line((*near.words, *line.words))
        else:
            merged.append(line)
    document = read(replace(parted, lines=tuple(merged)))
    assert [b.text.value for b in document.blocks] == [b.text.value for b in read(parted).blocks]


def test_two_bodies_sign_side_by_side() -> None:
    foot = [
        Set("SỞ TƯ PHÁP", 120, bold=True), Set("HỘI LUẬT GIA", 400, bold=True, row=0),
        Set("GIÁM ĐỐC", 125, bold=True), Set("CHỦ TỊCH", 408, bold=True, row=0),
        Set("Lê Văn Tám", 122, bold=True), Set("Phạm Thị Hoa", 400, bold=True, row=0),
        Set("Nơi nhận:", 90), Set("- Như trên;", 90), Set("- Lưu: VT.", 90),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *foot]))
    assert texts(document, "signature") == [
        "SỞ TƯ PHÁP", "GIÁM ĐỐC", "Lê Văn Tám", "HỘI LUẬT GIA", "CHỦ TỊCH", "Phạm Thị Hoa",
    ]  # fmt: skip
    assert texts(document, "recipients") == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


def test_a_received_stamp_does_not_become_the_issuer() -> None:
    stamp = [
        Set("SỞ NỘI VỤ TỈNH QUẢNG NAM", 40),
        Set("ĐẾN Số: 415", 40),
        Set("Ngày: 07/3/2031", 40),
        Set("Chuyển: ........", 40),
    ]
    document = read(page(1, [*stamp, *HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST)], top=20))
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert [f.text.value for f in document.furniture if f.kind == "received_stamp"] == [
        "SỞ NỘI VỤ TỈNH QUẢNG NAM ĐẾN Số: 415 Ngày: 07/3/2031 Chuyển: ........"
    ]


def framed(box: Box) -> tuple[Ruling, ...]:
    x0, top, x1, bottom = box.as_list()
    sides = ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))
    return tuple(Ruling(Box(*side)) for side in sides)


def test_what_stands_in_the_frame_of_a_received_stamp_is_the_stamp() -> None:
    """Wherever it is put: here between the columns of the letterhead, its own name over its middle."""
    stamp = [Set("SỞ NỘI VỤ", 120), Set("ĐẾN Số: 415", 95), Set("Ngày: 07/3/2031", 95)]
    head = [*HEAD[:6], *stamp, *HEAD[6:]]
    frame = framed(Box(88, 70 + 3 * 18 - 4, 230, 70 + 6 * 18 - 4))
    sheet = page(1, [*head, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST)])
    document = read(replace(sheet, rulings=frame))
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert [(f.kind, f.text.value) for f in document.furniture] == [
        ("received_stamp", "SỞ NỘI VỤ ĐẾN Số: 415 Ngày: 07/3/2031")
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("HỎA TỐC", "urgency"), ("MẬT", "secrecy"), ("SAO Y", "copy_mark"), ("ĐẾN Số: 4", "received_stamp"), ("x", "received_stamp")],
)  # fmt: skip
def test_a_coloured_stamp_is_what_it_says(words: str, kind: str) -> None:
    (line,) = page(1, [Set(words, 100)]).lines
    sheet = replace(whole(), marks=(Mark("stamp", Box(90, 100, 200, 140), (line,)),))
    assert [(f.kind, f.text.value) for f in read(sheet).furniture] == [(kind, words)]


@pytest.mark.parametrize(("words", "kind"), [("HỎA TỐC", "urgency"), ("MẬT", "secrecy")])
def test_a_mark_stamped_beside_the_title_is_no_part_of_it(words: str, kind: str) -> None:
    head = [replace(line, text=f"{words} {line.text}") if line.text == "KẾ HOẠCH" else line for line in HEAD]
    document = read(page(1, [*head, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *FOOT]))
    assert texts(document, "title") == texts(read(whole()), "title")
    assert [(f.kind, f.text.value) for f in document.furniture] == [(kind, words)]


def test_a_frame_that_is_no_stamp_keeps_its_words() -> None:
    boxed = [*HEAD, Set("Sở Nội vụ theo dõi việc đến nơi.", LEFT + 36), *wrapped(FIRST), *wrapped(LAST)]
    sheet = replace(page(1, boxed), rulings=framed(Box(100, 70 + 5 * 18 - 4, 340, 70 + 6 * 18 - 4)))
    assert "Sở Nội vụ theo dõi việc đến nơi." in texts(read(sheet), "body")


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("tại Tờ trình số 51/TTr-", "SNV của Sở Nội vụ.", "tại Tờ trình số 51/TTr-SNV của Sở Nội vụ."),
        ("theo Nghị định số 4/2031/", "NĐ-CP của Chính phủ.", "theo Nghị định số 4/2031/NĐ-CP của Chính phủ."),
        ("theo Hướng dẫn số 36-HD/", "TU của Tỉnh ủy.", "theo Hướng dẫn số 36-HD/TU của Tỉnh ủy."),
        ("theo Quyết định số 51/QĐ-", "TTg của Thủ tướng.", "theo Quyết định số 51/QĐ-TTg của Thủ tướng."),
        ("trong giai đoạn 2031 -", "2035 của tỉnh.", "trong giai đoạn 2031 - 2035 của tỉnh."),
        ("gửi các phòng, ban, cơ quan -", "SNV tổng hợp.", "gửi các phòng, ban, cơ quan - SNV tổng hợp."),
    ],
)  # fmt: skip
def test_a_number_broken_at_the_end_of_a_line_is_whole(above: str, below: str, whole: str) -> None:
    """The line before is stretched to the margin, as a justified paragraph is."""
    lines = [Set(f"Sở Tư pháp thực hiện nhiệm vụ được giao {above}", LEFT), Set(below, LEFT)]
    sheet = page(
        1, [*HEAD, *wrapped(FIRST), Set("Trong năm, theo chức năng của mình và tình hình,", LEFT + 36), *lines]
    )
    assert any(text.endswith(whole) for text in texts(read(sheet), "body"))


@pytest.mark.parametrize("table", [True, False])
def test_a_heading_at_the_foot_of_a_page_below_a_table_stays(table: bool) -> None:
    heading = Set("4. Nội dung công việc, thời gian thực hiện của các đơn vị", LEFT)
    upper = page(1, [*HEAD, *wrapped(FIRST)])
    (last,) = page(1, [heading], top=780.0).lines
    cell = GridCell(0, 0, Box(80, 420, 500, 440), page(1, [Set("Phổ cập giáo dục", 85)], top=425.0).lines)
    grids = (Grid(Box(80, 410, 520, 770), 1, 1, (cell,)),) if table else ()
    document = read(replace(upper, lines=(*upper.lines, last), grids=grids), page(2, wrapped(SECOND)))
    assert (heading.text in texts(document, "body")) == table


def test_annexes_stand_after_the_foot() -> None:
    annex = [
        Set("PHỤ LỤC", bold=True),
        Set("DANH MỤC VĂN BẢN RÀ SOÁT", bold=True),
        *wrapped(SECOND),
        *wrapped(LAST),
        *wrapped(SECOND),
    ]
    document = read(whole(), page(2, annex))
    assert texts(document, "annex")[:2] == ["PHỤ LỤC", "DANH MỤC VĂN BẢN RÀ SOÁT"]


@pytest.mark.parametrize("text", ["", "   "])
def test_a_page_without_words_gives_no_block(text: str) -> None:
    blank = Page(1, 595.0, 842.0, "ocr", blank=True)
    assert layout.document(Reading((blank,)), load()).blocks == ()


def test_places_of_a_paragraph_are_its_lines() -> None:
    document = read(whole())
    block = next(n for n, b in enumerate(document.blocks) if b.text.value == FIRST)
    boxes = [place.box for place in document.evidence(document.span(block))]
    assert len(boxes) == len(wrapped(FIRST))
    assert all(isinstance(box, Box) and box.x1 <= 541 for box in boxes)


def test_the_name_of_the_state_in_running_text_is_no_letterhead() -> None:
    paragraph = f"{SECOND} Lập thành tích chào mừng ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam và Huân chương Độc lập."
    document = read(page(1, [*HEAD, *wrapped(FIRST)]), page(2, [*wrapped(paragraph), *wrapped(LAST)]))
    assert texts(document, "body") == [FIRST, paragraph, LAST]


def test_a_paragraph_that_begins_with_a_figure_is_no_footnote() -> None:
    """A rule at the top of the page (scan edge, below the letterhead) says nothing about its lower half."""
    counted = (
        "Toàn ngành có 41 đơn vị trực thuộc, gồm 12 phòng và chi cục, 26 trạm ở xã, phường, 3 trung tâm pháp lý."
        " Các trung tâm hoạt động theo quy chế riêng, do Sở ban hành."
    )
    sheet = page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND) * 8, *wrapped(counted), *wrapped(LAST)])
    ruled = replace(sheet, rulings=(Ruling(Box(5, 0, 95, 1)), Ruling(Box(110, 100, 195, 101))))
    document = read(ruled)
    assert counted in texts(document, "body")
    assert [f for f in document.furniture if f.kind == "footnote"] == []


def test_footnotes_stand_below_their_rule() -> None:
    note = "1 Theo số liệu của Chi cục Thống kê."
    lines = [*HEAD, *wrapped(FIRST), *wrapped(SECOND) * 8, *wrapped(LAST)]
    sheet = page(1, [*lines, Set(note, LEFT)])
    top = next(line.box.top for line in sheet.lines if line.text == note and line.box is not None)
    document = read(replace(sheet, rulings=(Ruling(Box(LEFT, top - 3, LEFT + 140, top - 2)),)))
    assert [f.text.value for f in document.furniture if f.kind == "footnote"] == [note]


def test_a_list_with_a_hanging_indent() -> None:
    mark, text = LEFT + 18, LEFT + 18 + width("-") + SPACE
    first = "- Mỗi bến đò ngang trên sông có đủ phao tròn, áo phao cho khách, đèn soi và loa tay của"
    lines = [Set(first, mark), Set("Đội Cứu hộ bến.", text), Set("- Mỗi đò có một sào dài.", mark)]
    document = read(page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *lines, *wrapped(LAST)]))
    assert [block for block in texts(document, "body") if block.startswith("-")] == [
        f"{first} Đội Cứu hộ bến.", "- Mỗi đò có một sào dài.",
    ]  # fmt: skip


def test_what_stands_in_a_box_is_no_footnote() -> None:
    filled = "3) Đội Cứu hộ ký nhận (nếu có)"
    sheet = page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND) * 8, *wrapped(LAST), Set(filled, LEFT)])
    top = next(line.box.top for line in sheet.lines if line.text == filled and line.box is not None)
    sides = (Ruling(Box(LEFT, top - 3, LEFT + 1, top + 60)), Ruling(Box(LEFT + 240, top - 3, LEFT + 241, top + 60)))
    document = read(replace(sheet, rulings=(Ruling(Box(LEFT, top - 3, LEFT + 240, top - 2)), *sides)))
    assert [f for f in document.furniture if f.kind == "footnote"] == []
    assert filled in document.text.value


LONG = f"{LAST.removesuffix('./.')}, trường hợp vượt thẩm quyền thì báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định theo quy định."
FULL = "3. Củng cố tổ chức pháp chế của các sở, ban, ngành và doanh nghiệp"


@pytest.mark.parametrize(
    "below",
    [
        "Các phòng rà soát nhân sự, báo cáo Ban Giám đốc trước khi kiện toàn, bảo đảm mỗi đơn vị có ít nhất một người.",
        "Việc củng cố tiến hành trong quý I.",
    ],
)
def test_a_heading_as_wide_as_the_page_is_no_part_of_the_paragraph_below(below: str) -> None:
    heading = page(1, [Set(FULL, LEFT + 36)]).lines[0]
    factor = (540 - LEFT - 36) / (heading.words[-1].box.x1 - LEFT - 36)  # type: ignore[union-attr]
    lines = [*HEAD, *wrapped(LONG) * 3, Set(FULL, LEFT + 36), *wrapped(below), *wrapped(LAST)]
    sheet = page(1, lines)
    wide = replace(sheet, lines=tuple(stretched(line, factor) if line.text == FULL else line for line in sheet.lines))
    assert texts(read(wide), "body") == [LONG, LONG, LONG, FULL, below, LAST]


def stretched(line: Line, factor: float) -> Line:
    left = LEFT + 36
    made = []
    for word in line.words:
        assert word.box is not None
        box = Box(
            left + (word.box.x0 - left) * factor, word.box.top, left + (word.box.x1 - left) * factor, word.box.bottom
        )
        made.append(replace(word, box=box))
    return Line(tuple(made))


def test_paragraphs_that_are_indented_as_a_whole_stay_whole() -> None:
    """Where a page has such, a line at the indent begins a paragraph only if the next one goes back to the margin."""
    words = "Các đơn vị tự chấm điểm theo hướng dẫn của Hội đồng, gửi kết quả về Thường trực để tổng hợp, thẩm định và trình xem xét."
    block = [replace(piece, x=LEFT + 36) for piece in wrapped(words)]
    sheet = page(1, [*HEAD, *wrapped(LONG) * 3, *block, *wrapped(LAST)])
    made = []
    for line in sheet.lines:
        first = next((p for p in block[:-1] if p.text == line.text), None)
        width = line.words[-1].box.x1 - LEFT - 36 if first is not None else 1.0  # type: ignore[union-attr]
        made.append(stretched(line, (540 - LEFT - 36) / width) if first is not None else line)
    assert words in texts(read(replace(sheet, lines=tuple(made))), "body")


def test_a_seal_over_the_ends_of_lines_breaks_no_paragraph() -> None:
    """A seal across the edge of the sheets hides the last words of some lines."""
    sheet = page(1, [*HEAD, *wrapped(LONG) * 3, *wrapped(LAST)])
    first = next(n for n, line in enumerate(sheet.lines) if line.text.startswith("Các phòng"))
    hidden = tuple(
        Line(tuple(w for w in line.words if w.box is not None and w.box.x1 < 500)) if n in (first, first + 1) else line
        for n, line in enumerate(sheet.lines)
    )
    top = sheet.lines[first].words[0].box
    assert top is not None
    seal = Mark("seal", Box(500, top.top - 10, 580, top.top + 40))
    assert len(texts(read(replace(sheet, lines=hidden, marks=(seal,))), "body")) == 4
    assert len(texts(read(replace(sheet, lines=hidden)), "body")) > 4


def test_a_page_across_has_margins_of_its_own() -> None:
    """The frame of upright pages says nothing about a table laid across: it tells where lines are centred or full."""
    cell = GridCell(0, 0, Box(30, 200, 810, 230), (Line((Word("STT", 2, 9, Box(40, 205, 70, 217)),)),))
    pieces = [
        Set("PHỤ LỤC KẾT QUẢ RÀ SOÁT VĂN BẢN CỦA TỈNH", 280),
        Set("(Kèm theo Kế hoạch số 12/KH-STP ngày 05/3/2031 của Sở Tư pháp tỉnh)", 240),
        Set("1. Kết quả rà soát theo chuyên đề", 32),
    ]
    across = replace(page(2, pieces), width=842.0, height=595.0, grids=(Grid(Box(30, 200, 810, 230), 1, 1, (cell,)),))
    assert texts(read(whole(), across), "annex") == [piece.text for piece in pieces]


@pytest.mark.parametrize(("number", "confidence", "apart"), [("3", 0.62, True), ("7", 0.95, True), ("4 4", 0.4, False)])
def test_a_doubtful_number_in_the_middle_of_the_edge_is_a_page_number(
    number: str, confidence: float, apart: bool
) -> None:
    lines = page(7, [*wrapped(LONG) * 3, Set(number, None, confidence=confidence)], text_from="ocr")
    low = [replace(w, box=Box(w.box.x0, 800, w.box.x1, 812)) for w in lines.lines[-1].words if w.box is not None]
    document = read(replace(lines, lines=(*lines.lines[:-1], Line(tuple(low)))))
    assert ("page_number" in {f.kind for f in document.furniture}) is apart


def test_a_post_above_noi_nhan_belongs_to_the_foot() -> None:
    foot = [
        Set("CHÁNH THANH TRA", 380, bold=True), Set("Nơi nhận:", 90), Set("- Như trên;", 90), Set("- Lưu: VT.", 90),
        Set("Lê Văn Tám", 386, bold=True, row=0),
    ]  # fmt: skip
    document = read(page(1, [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *foot]))
    assert texts(document, "signature") == ["CHÁNH THANH TRA", "Lê Văn Tám"]
    assert texts(document, "body") == [FIRST, SECOND, LAST]


def test_a_letter_is_addressed_below_its_letterhead() -> None:
    """ "Kính gửi" stands at the left of the middle, but is no part of the subject in the letterhead's left column."""
    letter = [
        Set("UBND TỈNH QUẢNG NAM", 95), Set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, bold=True, row=0),
        Set("SỞ TƯ PHÁP", 125, bold=True), Set("Độc lập - Tự do - Hạnh phúc", 330, bold=True, row=0),
        Set("Số: 12/STP-VP", 110), Set("Quảng Nam, ngày 05 tháng 3 năm 2031", 300, row=0),
        Set("V/v tổ chức tháng", 95), Set("cao điểm thi đua", 98),
        Set("Kính gửi:", 160), Set("- Các phòng, đơn vị;", 210), Set("- Hội Luật gia tỉnh.", 210),
    ]  # fmt: skip
    document = read(page(1, [*letter, *wrapped(LONG), *wrapped(LONG), *wrapped(LAST), *FOOT]))
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert texts(document, "motto") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert texts(document, "place_date") == ["Quảng Nam, ngày 05 tháng 3 năm 2031"]
    assert texts(document, "title") == ["V/v tổ chức tháng cao điểm thi đua"]
    assert texts(document, "body")[0].startswith("Kính gửi:")


@pytest.mark.parametrize("word", ["V/v", "Về việc"])
@pytest.mark.parametrize("address", ["Kính gửi: Các hội cấp huyện;", "KHẨN Kính gửi: Các hội cấp huyện;"])
def test_the_subject_goes_on_below_itself_wherever_the_other_column_ends(word: str, address: str) -> None:
    head = [
        Set("UBND TỈNH QUẢNG NAM", 95), Set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, bold=True, row=0),
        Set("SỞ TƯ PHÁP", 125, bold=True), Set("Độc lập - Tự do - Hạnh phúc", 330, bold=True, row=0),
        Set("Số: 12 /STP-VP", 110), Set("Quảng Nam, ngày 05 tháng 3 năm 2031", 320, row=0),
        Set(f"{word} đăng ký thi kỹ", 92), Set("năng soạn thảo văn bản", 94), Set("", 90), Set(address, 130),
    ]  # fmt: skip
    document = read(page(1, [*head, *wrapped(FIRST), *wrapped(SECOND)]))
    assert " ".join(texts(document, "title")) == f"{word} đăng ký thi kỹ năng soạn thảo văn bản"


@pytest.mark.parametrize(
    ("above", "below"), [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM")]
)
def test_the_name_of_the_state_over_two_lines_is_no_issuer(above: str, below: str) -> None:
    head = [
        Set("UBND TỈNH QUẢNG NAM", 95), Set(above, 300, bold=True, row=0),
        Set("SỞ TƯ PHÁP", 125, bold=True), Set(below, 380, bold=True, row=0),
        Set("Số: 12 /KH-STP", 110), Set("Độc lập - Tự do - Hạnh phúc", 330, bold=True, row=0),
        Set("Quảng Nam, ngày 05 tháng 3 năm 2031", 300), *HEAD[-2:],
    ]  # fmt: skip
    document = read(page(1, [*head, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST), *FOOT]))
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert texts(document, "motto") == [above, below, "Độc lập - Tự do - Hạnh phúc"]


def test_what_a_copier_prints_below_a_document_is_none_of_it() -> None:
    copier = [
        Set("UBND HUYỆN MẪU ĐỊNH", 95), Set("SAO Y BẢN CHÍNH", 370, bold=True, row=0),
        Set("Số: 31 /SY-UBND", 105), Set("Mẫu Định, ngày 09 tháng 4 năm 2031", 320, row=0),
        Set("Nơi nhận:", LEFT), Set("TL. CHỦ TỊCH", 370, bold=True, row=0),
        Set("- Lưu: VT.", LEFT), Set("CHÁNH VĂN PHÒNG", 360, bold=True, row=0),
        Set("", LEFT), Set("Lò Văn Chép", 370, bold=True),
    ]  # fmt: skip
    whole_ = [*HEAD, *wrapped(FIRST), *wrapped(LAST), *FOOT, Set("", LEFT)]
    for pages in ([page(1, [*whole_, *copier])], [page(1, whole_), page(2, copier)]):
        document = read(*pages)
        assert texts(document, "signature") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bích Thủy"]
        assert texts(document, "recipients")[-1] == "- Lưu: VT, VP."
        (copied,) = [piece for piece in document.furniture if piece.kind == "copy_mark"]
        assert copied.text.value.startswith("UBND HUYỆN MẪU ĐỊNH") and copied.text.value.endswith("Lò Văn Chép")


def test_the_letterhead_that_an_annex_repeats_is_no_running_head() -> None:
    annex = [*HEAD[:4], Set("PHỤ LỤC", bold=True), Set("Danh sách các đơn vị tham gia", bold=True)]
    first, second = ([replace(piece) for piece in pieces] for pieces in ([*HEAD, *wrapped(FIRST)], annex))
    raised = [replace_top(page(n, pieces)) for n, pieces in ((1, first), (2, second))]
    document = read(*raised)
    assert texts(document, "issuer")[:2] == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
    assert "running_head" not in {piece.kind for piece in document.furniture}


def replace_top(sheet: Page) -> Page:
    """The page moved up, so that its first line stands where running heads do."""
    up = min(word.box.top for line in sheet.lines for word in line.words if word.box is not None) - 20
    moved = (
        Line(
            tuple(
                replace(word, box=Box(word.box.x0, word.box.top - up, word.box.x1, word.box.bottom - up))
                if word.box is not None
                else word
                for word in line.words
            )
        )
        for line in sheet.lines
    )
    return replace(sheet, lines=tuple(moved))


def test_who_decides_stands_apart_below_a_title_of_capitals() -> None:
    sheet = page(1, [*HEAD[:6], Set("QUYẾT ĐỊNH CHẤP THUẬN ĐỊA ĐIỂM", bold=True), *wrapped(FIRST), *wrapped(SECOND)])
    below = page(1, [Set("GIÁM ĐỐC SỞ TƯ PHÁP", bold=True), *wrapped(FIRST), *wrapped(SECOND)], top=190)
    document = read(replace(sheet, lines=(*sheet.lines[:7], *below.lines)))
    assert texts(document, "title") == ["QUYẾT ĐỊNH CHẤP THUẬN ĐỊA ĐIỂM"]
    assert texts(document, "issuer") == ["UBND TỈNH QUẢNG NAM", "SỞ TƯ PHÁP"]
