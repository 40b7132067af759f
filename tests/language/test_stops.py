"""Stops that lost their tail."""

from __future__ import annotations

import pytest

from kehoach.language import repair, stops
from kehoach.model.document import Block, Zone
from kehoach.model.page import Word
from kehoach.model.text import Text


def mended(zone: Zone, *lines: str) -> list[str]:
    blocks = [Block(zone, Text.inserted(line)) for line in lines]
    for n, change in stops.changes(blocks):
        blocks[n] = Block(zone, repair.applied(blocks[n].text, [change]))
    return [block.text.value for block in blocks]


def test_items_of_one_kind_end_with_semicolons() -> None:
    read = ["- Các xã rà soát hộ cần hỗ trợ sửa nhà:", "- Các thôn họp dân:", "+ Báo kết quả."]
    assert mended("body", *read) == [read[0][:-1] + ";", *read[1:]]


def test_entries_of_recipients_do_too() -> None:
    assert mended("recipients", "- Sở Y tế:", "- Lưu: VT.") == ["- Sở Y tế;", "- Lưu: VT."]


def test_what_a_plan_rests_on_ends_with_semicolons() -> None:
    read = ["Căn cứ Luật Thủy sản:", "Thực hiện lời dặn của làng:", "Làng đóng thuyền:", "- Tre;"]
    assert mended("body", *read) == [read[0][:-1] + ";", *read[1:]]


@pytest.mark.parametrize(("line", "meant"), [("- Vá lưới:", "- Vá lưới;"), ("2. Vá lưới:", "2. Vá lưới:")])
def test_a_tail_in_the_ink_ends_an_item(line: str, meant: str) -> None:
    words = [
        Word(word, 1, 0, confidence=0.9, alternatives=(("lưới;", 0.3),) if ":" in word else ()) for word in line.split()
    ]
    ((_, change),) = [*stops.changes([Block("body", Text.of_words(words))])] or [(0, None)]
    assert (line if change is None else repair.applied(Text.of_words(words), [change]).value) == meant


@pytest.mark.parametrize(
    "lines",
    [
        ("- Thời gian:", "- Sáng thứ Hai;"),
        ("- Các trạm gửi về Phòng Y tế những giấy tờ sau:", "- Đơn;"),
        ("a) Các xã rà soát hộ cần hỗ trợ sửa nhà:", "- Hộ nghèo;"),
    ],
)
def test_what_introduces_keeps_its_colon(lines: tuple[str, ...]) -> None:
    assert mended("body", *lines) == list(lines)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Các tổ. nhóm họp mỗi tuần. Sau đó báo về xã.", "Các tổ, nhóm họp mỗi tuần. Sau đó báo về xã."),
        ("Bút, vở, v.v. và sách", "Bút, vở, v.v. và sách"),
        ("theo TT. của Bộ", "theo TT. của Bộ"),
        ("Các xã họp dân. Ủy ban xã ghi lại.", "Các xã họp dân. Ủy ban xã ghi lại."),
        ("Các xã họp dân. Đội thuyền đi sau.", "Các xã họp dân. Đội thuyền đi sau."),
    ],
)
def test_no_sentence_begins_with_a_small_letter(read: str, meant: str) -> None:
    text = Text.inserted(read)
    assert repair.applied(text, stops.within(text)).value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Mỗi trạm lập một tổ trực: mua thêm hai thuyền", "Mỗi trạm lập một tổ trực; mua thêm hai thuyền"),
        ("Kinh phí: xã lo", "Kinh phí: xã lo"),
        ("Mẻ to: hạng nhất: mẻ bé thôi", "Mẻ to: hạng nhất; mẻ bé thôi"),
        ("Các trạm làm những việc sau: mua thuyền", "Các trạm làm những việc sau: mua thuyền"),
    ],
)
def test_a_tail_in_the_ink_tells_where_the_words_allow_it(read: str, meant: str) -> None:
    words = [
        Word(word, 1, 0, confidence=0.9, alternatives=((f"{word[:-1]};", 0.3),) if word.endswith(":") else ())
        for word in read.split()
    ]
    text = Text.of_words(words)
    assert repair.applied(text, stops.within(text)).value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("I. MỤC ĐÍCH. YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("III. THỰC HIỆN TẠI TP. CẦN THƠ", "III. THỰC HIỆN TẠI TP. CẦN THƠ"),
        ("A. NỘI DUNG", "A. NỘI DUNG"),
        ("PHẦN II. NỘI DUNG", "PHẦN II. NỘI DUNG"),
        ("NHI. TỔ CHỨC THỰC HIỆN", "NHI. TỔ CHỨC THỰC HIỆN"),
        ("PHẦN HH. NỘI DUNG", "PHẦN HH. NỘI DUNG"),
        ("Họp tổ. Báo cáo xã.", "Họp tổ. Báo cáo xã."),
    ],
)
def test_headings_in_capitals_have_commas(read: str, meant: str) -> None:
    text = Text.inserted(read)
    assert repair.applied(text, stops.in_headings(text)).value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("- Các trạm. Phòng Y tế;", "- Các trạm, Phòng Y tế;"),
        ("- Lưu: VT. YT.", "- Lưu: VT, YT."),
        ("- Các trạm. đội thuyền;", "- Các trạm, đội thuyền;"),
        ("- UBND TP. Cần Thơ;", "- UBND TP. Cần Thơ;"),
        ("- Đ/c Ths. Lê An;", "- Đ/c Ths. Lê An;"),
    ],
)
def test_entries_have_commas(read: str, meant: str) -> None:
    text = Text.inserted(read)
    assert repair.applied(text, stops.in_entries(text)).value == meant
