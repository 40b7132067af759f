"""Specks read as marks."""

from __future__ import annotations

import pytest

from kehoach.language import marks, repair
from kehoach.model.page import Word
from kehoach.model.text import Text
from kehoach.rules.phrases import phrases

EVIDENCE = repair.Evidence(phrases(), usual=0.965)


def recognized(text: str, confidence: float = 0.93) -> Text:
    return Text.join(" ", (Text.of_word(Word(word, 1, 0, None, confidence)) for word in text.split()))


def mended(text: str, confidence: float = 0.93, evidence: repair.Evidence = EVIDENCE, *, listed: bool = False) -> str:
    given = recognized(text, confidence)
    return repair.applied(given, marks.changes(given, evidence, listed=listed)).value


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("theo Báo.cáo của trạm bơm", "theo Báo cáo của trạm bơm"),
        ("giao hai đơn.vị lo nước", "giao hai đơn vị lo nước"),
        ("không quá.4,5% số hộ", "không quá 4,5% số hộ"),
        ("theo Kế hoạch số 12/KH- UBND của xã", "theo Kế hoạch số 12/KH-UBND của xã"),
        ("theo Nghị định số 12/2031/NĐ- CP", "theo Nghị định số 12/2031/NĐ-CP"),
        ("các xã tập. huấn chèo thuyền", "các xã tập huấn chèo thuyền"),
        ("mở phong. trào trồng tre", "mở phong trào trồng tre"),
        ("Trạm 'Thủy nông lo nước", "Trạm Thủy nông lo nước"),
        ("lấy kết quả' vụ mùa", "lấy kết quả vụ mùa"),
        ("xã đắp đê ' ven sông", "xã đắp đê ven sông"),
        ('thôn Đoài "trồng tre', "thôn Đoài trồng tre"),
        ("Hai xã đắp đê..", "Hai xã đắp đê."),
        ("vượt nắng,. hai xã đắp đê", "vượt nắng,. hai xã đắp đê"),
        ("- Các xã ven sông;.", "- Các xã ven sông;"),
    ],
)
def test_what_dust_made(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "gửi về tramthuynong@xasong.vn trước ngày 5",
        "xem tại https://thuy.nong/tram và sao lại",
        "Trạm 'Thủy nông' lo nước",
        "thôn K'Brăng và thôn Ea H'leo",
        'thôn Đoài "trồng tre" ven sông',
        'xã mở cuộc "Tre xanh',
        "Thông tư: số 19",
        "bút, vở...",
        "Họp tổ. Đắp đê. Ủ phân.",
        "12.500 hộ",
        "theo Kế hoạch số 12/KH-UBND - UBND xã lo",
    ],
)
def test_what_was_printed_stays(text: str) -> None:
    assert mended(text) == text


def test_text_that_was_not_recognized_stays() -> None:
    assert mended("theo Báo.cáo của trạm..", 1.0) == "theo Báo.cáo của trạm.."


def test_a_colon_read_surely_stays() -> None:
    assert mended("việc đào tạo: chèo thuyền", 0.96) == "việc đào tạo: chèo thuyền"
    assert mended("mua văn: hóa phẩm", 0.7) == "mua văn hóa phẩm"


def test_the_document_tells_a_list_from_a_word() -> None:
    listed = [recognized("các phòng, ban của huyện", 0.97)]
    own = repair.evidence(listed, phrases(), {}, {})
    assert mended("các phòng. ban của huyện", 0.93, own) == "các phòng. ban của huyện"


def test_entries_of_recipients_are_lists() -> None:
    assert mended("- Các phòng. ban;", listed=True) == "- Các phòng. ban;"
    assert mended("- Các.phòng thuộc huyện;", listed=True) == "- Các phòng thuộc huyện;"
