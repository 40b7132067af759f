"""Two readings of one wording are one; a rewording is two. Without recognition only equal words are equal."""

from __future__ import annotations

from dataclasses import replace

import pytest

import kehoach as kh
from kehoach.comparing.likeness import Voice
from kehoach.comparing.readings import EQUAL, MAYBE, sameness, stands
from kehoach.comparing.wording import running, wording
from kehoach.model.document_info import PageInfo
from tests.comparing.conftest import BASE

SAID = "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm"
READ = [
    ("marks lost", "Văn phòng tông hợp kết quà, bao cáo Giám đôc trước ngày 05/6/2030 và quý II hằng năm", EQUAL, 1),
    ("parted and joined", "Văn phòng tổng hợp kếtquả, báo c áo Giám đốc trước: ngày 5/6/2030 và quý II hằng năm", EQUAL, 1),
    ("likes and no syllables", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trướo ngày 05/6/2030 và quý II hằng nărn", EQUAL, 1),
    ("a speck", "Văn phòng tổng hợp _ kết quả, i báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", EQUAL, 1),
    ("strokes for a numeral", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý H hằng năm", EQUAL, 1),
    ("a numeral joined to its word", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quýH hằng năm", EQUAL, 1),
    ("letters of a seal", "Văn phòng tổng hợp kết quả, báo cáo NYẪÌÁ Giám đốc trước ngày 05/6/2030 và quý II hằng năm", MAYBE, EQUAL),
    ("an abbreviation more", "Văn phòng tổng hợp kết quả, báo cáo HĐND Giám đốc trước ngày 05/6/2030 và quý II hằng năm", 0, MAYBE),
    ("a stroke less", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý I hằng năm", 0.41, MAYBE),
    ("a lone figure", "Văn phòng tổng hợp kết quả, 9, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", MAYBE, EQUAL),
    ("a number more", "Văn phòng tổng hợp 12 kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", 0, MAYBE),
    ("another good word", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng nay", MAYBE, EQUAL),
    ("a short word more", "Văn phòng tổng hợp kết quả, đã báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", MAYBE, EQUAL),
    ("a word cut short", "Văn phò tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", MAYBE, EQUAL),
    ("the last word overlooked", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng", MAYBE, EQUAL),
    ("a scrap for the stop at the end", SAID + " nhì", MAYBE, EQUAL),
    ("several words off", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quí ÌI hằag nărn", MAYBE, 1),
    ("a word more", "Văn phòng tổng hợp kết quả, nhanh báo cáo Giám đốc trước ngày 05/6/2030 và quý II hằng năm", 0, MAYBE),
    ("a word less", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và hằng năm", 0, MAYBE),
    ("another word", "Văn phòng tổng hợp kết quả, báo cáo Thủ trưởng trước ngày 05/6/2030 và quý II hằng năm", 0, MAYBE),
    ("another day", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 06/6/2030 và quý II hằng năm", 0, MAYBE),
    ("another quarter", "Văn phòng tổng hợp kết quả, báo cáo Giám đốc trước ngày 05/6/2030 và quý IV hằng năm", 0, MAYBE),
]  # fmt: skip


@pytest.mark.parametrize(("read", "least", "below"), [r[1:] for r in READ], ids=[r[0] for r in READ])
def test_sameness(read: str, least: float, below: float) -> None:
    one, other = wording(SAID, Voice()), wording(read, Voice())
    for scanned in ((True, True), (False, True)):
        assert least <= sameness(one, other, scanned) < max(below, 1.001 if below == 1 else below)
    assert sameness(other, one, (True, False)) == sameness(one, other, (False, True))
    assert sameness(one, other, (False, False)) == 0.0


def test_abbreviations_are_not_misspelt_words() -> None:
    one, other = wording("gửi UBND huyện", Voice()), wording("gửi HĐND huyện", Voice())
    assert sameness(one, other, (True, True)) == 0.0


@pytest.mark.parametrize(
    ("printed", "read", "least", "below"),
    [
        ("Công văn số 12/VP-KTTH", "Công văn số 12/VP-KIIH", MAYBE, EQUAL),
        ("Công văn số 12/VP-KTTH", "Công văn số 12/VP-KGVX", 0, MAYBE),
        ("lắp ổ điện ở hội trường", "lắp 3 điện ở hội trường", MAYBE, EQUAL),
        ("họp 4 lần", "họp 3 lần", 0, MAYBE),
        ("từ tháng 8 năm ngoái", "từ tháng ĐH năm ngoái", MAYBE, EQUAL),
        ("từ tháng 8 năm ngoái", "từ tháng ba năm ngoái", 0, MAYBE),
        ("phát thanh chuyên mục mới", "phát thanh chuy) ôm l mục mới", MAYBE, EQUAL),
        ("phát thanh chuyên mục mới", "phát thanh (theo chuyên mục) mới", 0, MAYBE),
        ("khó khăn thì phản ánh về xã", "khó khăn thì 'ị thản ánh về xã", MAYBE, EQUAL),
        ("khó khăn thì phản ánh về xã", "khó khăn thì hãy trình ánh về xã", 0, MAYBE),
        ("họp ở xã, phường, huyện", "họp ở xẵ phươgg suyện", MAYBE, 1),
        ("giao Lê Hoa", "giao Lý Hạ", 0, MAYBE),
    ],
)
def test_letters_of_symbols_and_runs_of_words(printed: str, read: str, least: float, below: float) -> None:
    found = sameness(wording(printed, Voice()), wording(read, Voice()), (False, True))
    assert least <= found < max(below, least + 0.01)


def test_a_word_at_the_end_of_a_line_may_be_lost_at_the_margin() -> None:
    printed, read = "bố trí kinh phí cho hoạt động của các huyện", "bố trí kinh cho hoạt động của các huyện"
    found = [
        sameness(wording(printed, Voice()), running(read, Voice(), ends), (False, True))
        for ends in ((11, len(read)), (15, len(read)))
    ]
    assert found == [MAYBE, 0.0]


def test_what_only_the_text_has_no_reading_added() -> None:
    one, other = wording("kết quả rà soát", Voice()), wording("kết quả đã rà soát", Voice())
    assert sameness(one, other, (True, False)) == 0.0 < sameness(one, other, (False, True))


def test_names_and_years_of_the_plans_are_no_words() -> None:
    one = wording("Sở Y tế Hà Giang năm 2030, 2031 và 2040", Voice(("hà giang",), 2030))
    other = wording("Sở Y tế Cà Mau năm 2028, 2029 và 2040", Voice(("cà mau",), 2028))
    assert sameness(one, other, (False, False)) == 1.0


def test_a_speck_parts_no_year() -> None:
    one, other = (wording(f"Vệ sinh đồng ruộng năm {year}", Voice((), 2030)) for year in ("2030", "20.30"))
    assert sameness(one, other, (False, True)) == 1.0


def test_words_are_found_over_paragraphs_parted_otherwise() -> None:
    text = running("1. Các trường phát động thi đua.\n2. Báo cáo kết quả về Phòng.\n3. Tổ chức hội thi.", Voice())
    joined = wording("Các trường phát động thi đua. với Báo cáo kết quả về Phòng", Voice())
    flowing = running("Các trường phát động thi đua báo cáo kết quả về Phòng tổ chức hội thi", Voice())
    assert stands(joined, flowing, (True, True)) == 0.0  # in mid-sentence "với" is a word, not a label
    assert (
        stands(running("Các trường phát động thi đua.\nvới Báo cáo kết quả về Phòng.", Voice()), text, (True, True))
        >= EQUAL
    )
    assert stands(wording("Báo cáo kết quả về Sở", Voice()), text, (True, True)) == 0.0
    sealed = running("Tổ chức hội thi.\nNYẪÌÁ", Voice())
    after = running("3. Tổ chức hội thi.\nNơi nhận:\n- Như trên;", Voice())
    assert MAYBE <= stands(sealed, after, (True, False)) < EQUAL
    assert stands(wording("Báo", Voice()), text, (True, True)) == 0.0


def test_a_paragraph_that_reading_joined_to_the_next_is_not_reworded(base: kh.Plan) -> None:
    """The same words stand there in both plans; a true rewording beside it is told."""
    joined = BASE.replace("khô.\n2. Phát hiện", "khô. Phát hiện").replace("hiệu quả: 30", "có kiểm tra: 30")
    page = PageInfo(1, 595, 842, "ocr")
    scanned = [replace(p, source=replace(p.source, pages=(page,))) for p in (base, kh.read(joined.encode()))]
    made = kh.compare(scanned)
    assert [d.kind for d in made.certain()] == ["criterion_reworded"]
    assert all(d.by_reading for d in made.doubtful())
