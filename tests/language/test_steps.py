from __future__ import annotations

import pytest

from kehoach import language
from kehoach.language import steps
from kehoach.model.document import Block, Cell, Document
from kehoach.model.page import Line, Page, TextFrom, Word
from kehoach.model.text import Text
from kehoach.rules.load import load


def text(value: str, confidence: float = 1.0) -> Text:
    return Text.join(" ", (Text.of_word(Word(word, 1, 0, None, confidence)) for word in value.split(" ")))


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("Ðảng", "Đảng"),
        ("TRƢỜNG, ngƣời", "TRƯỜNG, người"),
        ("91/2017/NĐ-CР", "91/2017/NĐ-CP"),  # a Cyrillic letter
        ("Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch"),
        ("thi\u00a0đua\u200b", "thi đua"),
        ("Приказ", "Приказ"),
        ("\uf0b7 Ảnh 3\uf0b44", "• Ảnh 3×4"),
    ],
)
def test_characters(given: str, clean: str) -> None:
    assert steps.characters(text(given)).value == clean


def test_legacy_encodings() -> None:
    assert steps.encodings(text("ph¸t ®éng phong trµo thi ®ua")).value == "phát động phong trào thi đua"


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("( Chi tiết theo biểu )", "(Chi tiết theo biểu)"), ("“ Trung thành ” ;", "“Trung thành”;"),
        ("2021 - 2025", "2021 - 2025"), ("10 ... 15", "10 ... 15"), ("tại khoản 1 , Mục II", "tại khoản 1, Mục II"),
    ],
)  # fmt: skip
def test_spaces_round_marks(given: str, clean: str) -> None:
    assert steps.round_marks(text(given)).value == clean


@pytest.mark.parametrize(
    ("given", "clean"),
    [("I.MỤC ĐÍCH", "I. MỤC ĐÍCH"), ("2.1.Mục tiêu", "2.1. Mục tiêu"), ("lãnh đạo,chuyên viên", "lãnh đạo, chuyên viên"), ("SVH,TT&DL", "SVH,TT&DL"), ("1.500 đồng", "1.500 đồng")],
)  # fmt: skip
def test_lost_spaces(given: str, clean: str) -> None:
    assert steps.lost_spaces(text(given)).value == clean


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("gửi trước 25/1 1/2031.", "gửi trước 25/11/2031."),
        ("giai đoạn 203 1-2035", "giai đoạn 2031-2035"),
        ("cần 4.813.760. 000 đồng", "cần 4.813.760.000 đồng"),
        ("Mục 4.1. 120 cây", "Mục 4.1. 120 cây"),
        ("từ 2/1 12/2031", "từ 2/1 12/2031"),
        ("Thông tư 203 1 trang", "Thông tư 203 1 trang"),
    ],
)
def test_parted_numbers(given: str, clean: str) -> None:
    assert steps.parted_numbers(text(given)).value == clean


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("._ II. MỤC ĐÍCH", "II. MỤC ĐÍCH"), ("'2. Nội dung cụ thể", "2. Nội dung cụ thể"), ("_IV. TRÁCH NHIỆM", "IV. TRÁCH NHIỆM"),
        ("-- Có từ 85% hộ", "- Có từ 85% hộ"), ("- - Tập hợp số liệu", "- Tập hợp số liệu"), ("- Đúng tiến độ;", "- Đúng tiến độ;"),
        ("I. MỤC ĐÍCH -", "I. MỤC ĐÍCH"), ("YÊU CẦU-", "YÊU CẦU"), ("vùng khó khăn. .", "vùng khó khăn."), ("* Cấp tỉnh: gồm", "* Cấp tỉnh: gồm"),
        ("Chủ trì, _phối hợp", "Chủ trì, phối hợp"), ("chất ^lượng", "chất lượng"), ("A_B", "A_B"),
        ("“Kỷ cương”", "“Kỷ cương”"), ("thực hiện./.", "thực hiện./."), ("(theo mẫu)", "(theo mẫu)"), ("+ Bệnh viện huyện", "+ Bệnh viện huyện"),
    ],
)  # fmt: skip
def test_specks(given: str, clean: str) -> None:
    assert steps.specks(text(given)).value == clean


def document(value: str, text_from: TextFrom, confidence: float) -> Document:
    given = text(value, confidence)
    words = tuple(word for word in dict.fromkeys(given.origin) if word is not None)
    page = Page(1, None, None, text_from, (Line(words),))
    return Document((page,), (Block("body", given),))


def test_repairs_are_noted_and_can_be_switched_off() -> None:
    given = document("nâng cao tỉnh thần trách nhiệm", "ocr", 0.9)
    clean = language.clean(given, load())
    assert clean.blocks[0].text.value == "nâng cao tinh thần trách nhiệm"
    assert [(i.stage, i.code, i.message, i.page) for i in clean.issues] == [("language", "repaired", "tỉnh → tinh", 1)]
    assert language.clean(given, load(), repairs=False).blocks[0].text.value == "nâng cao tỉnh thần trách nhiệm"


@pytest.mark.parametrize("text_from", ["text", "text_layer"])
def test_other_text_is_not_repaired(text_from: TextFrom) -> None:
    given = document("nâng cao tỉnh thần trách nhiệm", text_from, 1.0)
    clean = language.clean(given, load())
    assert clean.blocks[0].text.value == "nâng cao tỉnh thần trách nhiệm"
    assert clean.issues == ()


def test_cells_are_cleaned_with_their_row() -> None:
    row = Block.of_row(0, (Cell(text("1"), 0), Cell(text("Ðăng  ký"), 1)))
    clean = language.clean(Document((Page(1, None, None, "text"),), (row,)), load())
    assert clean.blocks[0].text.value == "1 | Đăng ký"
    assert clean.cell_spans(0)[1].start == 4


def test_the_bold_beginning_is_kept() -> None:
    words = [Word("1.", 1, 0, bold=True), Word("Mục\u00a0đích", 1, 0, bold=True), Word("chung", 1, 0)]
    block = Block("body", Text.join(" ", map(Text.of_word, words)), bold_until=11)
    clean = language.clean(Document((Page(1, None, None, "text"),), (block,)), load())
    assert clean.blocks[0].text.value[: clean.blocks[0].bold_until].strip() == "1. Mục đích"
