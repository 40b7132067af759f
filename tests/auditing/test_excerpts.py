"""What an excerpt, a date that is known in part and the Party's own form allow to be said."""

from __future__ import annotations

import pytest

from kehoach.model.plan import Finding, Plan
from kehoach.orthography.fold import unmarked
from tests.auditing.conftest import BODY, ReadText, document, with_lines

FOOT_AT = "Trên đây là Kế hoạch"


def _found(plan: Plan, *codes: str) -> dict[str, Finding]:
    return {f.code: f for f in plan.findings if f.code in codes}


def test_what_would_stand_behind_the_cut_is_told_as_doubt(read_text: ReadText) -> None:
    whole = document(BODY.replace("V. KHEN THƯỞNG\nGiám đốc Sở tặng Giấy khen cho 05 tập thể tiêu biểu.\n", ""))
    cut = whole[: whole.index(FOOT_AT)]
    lacking = ("KH103", "KH112", "KH214")
    found = _found(read_text(cut), *lacking)
    assert {code: (f.name, f.severity) for code, f in found.items()} == dict.fromkeys(lacking, ("ocr_doubt", "info"))
    assert all("Trích đoạn" in f.message.vi and "excerpt" in f.message.en for f in found.values())
    assert _found(read_text(whole), "KH214")["KH214"].severity == "error"


def test_an_end_mark_ends_a_document_that_nobody_signed(read_text: ReadText) -> None:
    whole = document()
    found = _found(read_text(whole[: whole.index("Nơi nhận:")]), "KH103", "KH112")
    assert {code: f.severity for code, f in found.items()} == {"KH103": "error", "KH112": "warning"}


def test_a_text_without_head_and_foot_has_not_left_out_its_number(read_text: ReadText) -> None:
    found = _found(read_text(BODY), "KH101", "KH102", "KH107")
    assert {f.name for f in found.values()} == {"ocr_doubt"}
    headed = _found(read_text("KẾ HOẠCH\nTiết kiệm điện năm 2022\n" + BODY), "KH101")
    assert headed["KH101"].name == "missing_number"


def test_a_text_without_diacritics_proves_no_fault(read_text: ReadText) -> None:
    text = unmarked(with_lines("3. Các đơn vị phấn đấu giảm % điện năng.", "5. Các phòng ghi sổ trước ngày 31/6/2022."))
    assert {f.severity for f in read_text(text).findings} <= {"info"}


PARTY = {
    "77/KH-SCT": "77-KH/ĐU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc": "ĐẢNG CỘNG SẢN VIỆT NAM",
}


@pytest.mark.parametrize(("year", "law"), [("2016", "HD 11-HD/VPTW"), ("2022", "HD 36-HD/VPTW")])
def test_documents_of_the_party_follow_its_own_form(year: str, law: str, read_text: ReadText) -> None:
    text = document(place_date=f"Bến Tre, ngày 9 tháng 3 năm {year}")
    for state, party in PARTY.items():
        text = text.replace(state, party)
    checks = {c.code: c for c in read_text(text).checks}
    assert checks["KH101"].law == law
    assert {checks[code].verdict for code in ("KH105", "KH110", "KH113", "KH114")} == {"not_applicable"}


@pytest.mark.parametrize(
    ("date", "told"), [("ngày    tháng 4 năm 2026", "04/2026"), ("ngày    tháng    năm 2026", "2026")]
)
def test_a_date_is_told_as_far_as_it_is_known(date: str, told: str, read_text: ReadText) -> None:
    words = document(place_date=f"Bến Tre, {date}").replace("- UBND tỉnh;", "- Sở Giao thông vận tải;")
    message = _found(read_text(words), "KH432")["KH432"].message.vi
    assert f"({told})" in message.replace("kế hoạch: ", "") and "nay là Sở Xây dựng" in message


def test_a_name_to_come_is_no_fault_where_only_the_year_is_known(read_text: ReadText) -> None:
    words = document(place_date="Bến Tre, ngày    tháng    năm 2025")
    assert not _found(read_text(words.replace("- UBND tỉnh;", "- Sở Nông nghiệp và Môi trường;")), "KH432")


def test_a_heading_that_names_whom_it_addresses_is_enough(read_text: ReadText) -> None:
    body = BODY.replace("các đơn vị", "nơi nơi").replace("Các đơn vị", "Nơi nơi")
    checks = {c.code: c.manner for c in read_text(document(body.replace("IV. THỜI", "IV. ĐỐI TƯỢNG, THỜI"))).checks}
    assert checks["KH203"] == "section"


def test_a_decimal_label_is_told_as_printed(read_text: ReadText) -> None:
    plan = read_text(with_lines("3. Việc khác", "3.1. Thay đèn.", "3.2. Thay quạt.", "3.4. Ghi sổ."))
    assert _found(plan, "KH121")["KH121"].message.vi == "Sau 3.2 là 3.4: bỏ qua 3.3"


def test_the_blanks_of_a_form_are_one_finding(read_text: ReadText) -> None:
    plan = read_text(with_lines("3. Trưởng đoàn là ông ……… thuộc phòng ……… được cử theo văn bản ……… của Sở."))
    found = [f for f in plan.findings if f.code == "KH312"]
    assert len(found) == 1 and "và 2 chỗ nữa" in found[0].message.vi
