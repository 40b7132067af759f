"""Feet of real scans: specks around nơi nhận, signatures side by side and below each other, seals over lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kehoach import language
from kehoach.model.document import Block, Document
from kehoach.model.page import Line, Page, Word
from kehoach.model.text import Text
from kehoach.rules.load import load
from tests.layout.paper import HEAD, LEFT, Set, page, wrapped
from tests.layout.test_placed import FIRST, LAST, SECOND, read, texts

BODY = [*HEAD, *wrapped(FIRST), *wrapped(SECOND), *wrapped(LAST)]
LIST = ["- UBND tỉnh (b/c);", "- Hội Luật gia tỉnh;", "- Lưu: VT, PBGDPL."]


def foot(pieces: Sequence[Set]) -> dict[str, list[str]]:
    document = read(page(1, [*(replace(piece, confidence=0.96) for piece in BODY), *pieces], text_from="ocr"))
    return {zone: texts(document, zone) for zone in ("recipients", "signature", "body")}


def sure(text: str, x: float | None, row: int | None = None, confidence: float = 0.95) -> Set:
    return Set(text, x, confidence=confidence, row=row)


@pytest.mark.parametrize(
    "heading",
    [
        [sure("là", 1, confidence=0.39), sure(";:Nơi", 86, 0, 0.34), sure("nhận", 116, 0, 0.83), sure("* Đˆ", 180, 0, 0.4)],
        [sure("Nơi nhận: .", 90, confidence=0.6)],
        [sure("„ Nơi nhận", 84, confidence=0.5)],
        [sure("Noi nhân:", 90, confidence=0.7)],
    ],
)  # fmt: skip
def test_noi_nhan_among_specks_begins_the_foot(heading: list[Set]) -> None:
    right = [sure("GIÁM ĐỐC", 390, 0), sure("Lê Văn Tám", 386, 0)]
    found = foot([*heading, sure(LIST[0], 90), right[0], sure(LIST[1], 90), sure(LIST[2], 90), right[1]])
    assert found["recipients"][1:] == LIST
    assert found["signature"] == ["GIÁM ĐỐC", "Lê Văn Tám"]
    assert found["body"] == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    ("read_as", "clean"),
    [
        (";:Nơi nhận", "Nơi nhận"),
        (". - Sở Nội vụ;", "- Sở Nội vụ;"),
        ("- Lưu:VT,VP.", "- Lưu:VT,VP."),
        ("- Như trên;", "- Như trên;"),
    ],
)
def test_specks_before_entries_go(read_as: str, clean: str) -> None:
    words = tuple(Word(text, 1, 0, confidence=0.9) for text in read_as.split())
    block = Block("recipients", Text.of_line(Line(words)))
    document = Document((Page(1, 595.0, 842.0, "ocr"),), (block,))
    assert language.clean(document, load()).blocks[0].text.value == clean


def test_who_approves_signs_in_the_middle_below_the_signer() -> None:
    found = foot([
        sure("Nơi nhận:", 90), sure("CHÁNH THANH TRA", 380, 0),
        sure(LIST[0], 90), sure(LIST[1], 90), sure(LIST[2], 90), sure("Lê Văn Tám", 386, 0),
        sure("PHÊ DUYỆT CỦA GIÁM ĐỐC SỞ TƯ PHÁP", None), sure("Phạm Thị Hoa", None),
    ])  # fmt: skip
    assert found["recipients"] == ["Nơi nhận:", *LIST]
    assert found["signature"] == [
        "CHÁNH THANH TRA", "Lê Văn Tám", "PHÊ DUYỆT CỦA GIÁM ĐỐC SỞ TƯ PHÁP", "Phạm Thị Hoa",
    ]  # fmt: skip


def test_noi_nhan_wider_than_a_column_stands_below_two_signatures() -> None:
    wide = "- Các phòng chuyên môn, Thanh tra, Văn phòng và các trung tâm thuộc Sở;"
    found = foot([
        sure("SỞ TƯ PHÁP", 120), sure("HỘI LUẬT GIA", 400, 0), sure("GIÁM ĐỐC", 125), sure("CHỦ TỊCH", 408, 0),
        sure("Lê Văn Tám", 122), sure("Phạm Thị Hoa", 400, 0),
        sure("Nơi nhận:", 90), sure(wide, 90), sure(LIST[1], 90), sure(LIST[2], 90),
    ])  # fmt: skip
    assert found["recipients"] == ["Nơi nhận:", wide, *LIST[1:]]
    assert found["signature"] == ["SỞ TƯ PHÁP", "GIÁM ĐỐC", "Lê Văn Tám", "HỘI LUẬT GIA", "CHỦ TỊCH", "Phạm Thị Hoa"]


def test_a_post_that_a_seal_broke_is_one_line() -> None:
    found = foot([
        sure("Nơi nhận:", 90), sure(LIST[0], 90), sure("GIÁM ĐỐC", 390, 0), sure(LIST[1], 90), sure(LIST[2], 90),
        sure("PHÓ CHỦ", LEFT + 230, 0), sure("TỊCH HỘI LUẬT GIA", LEFT + 310, 0), sure("Lê Văn Tám", 386),
    ])  # fmt: skip
    assert "PHÓ CHỦ TỊCH HỘI LUẬT GIA" in found["signature"]
    assert found["recipients"] == ["Nơi nhận:", *LIST]


@pytest.mark.parametrize("name", ["Đại tá Trần Văn Mẫu", "BSCKII. Lê Thị Sen", "bị nét ký che"])
def test_an_annex_on_the_next_page_is_no_name_carried_over(name: str) -> None:
    first = [replace(piece, confidence=0.96) for piece in BODY]
    signed = [
        Set("Nơi nhận:", 90, row=0),
        Set("CHỈ HUY TRƯỞNG", 370, row=0),
        Set(LIST[0], 90),
        Set(LIST[2], 90),
        Set(name, 370),
    ]
    annex = [Set("PHỤ LỤC", 250), Set("(Kèm theo Kế hoạch số 7/KH-BCH ngày 02/4/2024)", 150)]
    document = read(
        page(1, [*first, *(replace(piece, confidence=0.9) for piece in signed)], text_from="ocr"),
        page(2, [replace(piece, confidence=0.9) for piece in annex], text_from="ocr"),
    )
    assert texts(document, "annex") == [piece.text for piece in annex]
