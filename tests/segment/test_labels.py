"""What a printed label may mean."""

from __future__ import annotations

import pytest

from kehoach.segment.labels import candidates


@pytest.mark.parametrize(
    ("text", "family", "value", "rest"),
    [
        ("I. MỤC ĐÍCH", "roman", (1,), "MỤC ĐÍCH"),
        ("IV- Tổ chức thực hiện", "roman", (4,), "Tổ chức thực hiện"),
        ("IX/ KINH PHÍ", "roman", (9,), "KINH PHÍ"),
        ("IX/. KINH PHÍ", "roman", (9,), "KINH PHÍ"),
        ("12/. Tổ chức hội thi", "arabic", (12,), "Tổ chức hội thi"),
        ("VI. kinh phí thực hiện", "roman", (6,), "kinh phí thực hiện"),
        ("A. PHẦN CHUNG", "upper", (1,), "PHẦN CHUNG"),
        ("B/ Nội dung", "upper", (2,), "Nội dung"),
        ("1. Mục đích", "arabic", (1,), "Mục đích"),
        ("12.Tổ chức hội thi", "arabic", (12,), "Tổ chức hội thi"),
        ("3 - Công tác tuyên truyền", "arabic", (3,), "Công tác tuyên truyền"),
        ("2) Lãnh đạo xã phân công", "paren", (2,), "Lãnh đạo xã phân công"),
        ("(4) Rà soát", "bracket", (4,), "Rà soát"),
        ("1.1. Chỉ tiêu", "decimal", (1, 1), "Chỉ tiêu"),
        ("2.10 Hồ sơ", "decimal", (2, 10), "Hồ sơ"),
        ("3.2.1. Phòng Y tế", "decimal", (3, 2, 1), "Phòng Y tế"),
        ("2.8. 90% hộ dân", "decimal", (2, 8), "90% hộ dân"),
        ("II.3. Giải pháp", "decimal", (2, 3), "Giải pháp"),
        ("a) Đối với xã", "letter", (1,), "Đối với xã"),
        ("đ) Các hội", "letter", (5,), "Các hội"),
        ("b. Cấp huyện", "letter", (2,), "Cấp huyện"),
        ("a, Nâng cao", "letter", (1,), "Nâng cao"),
        ("a.2) Thành viên", "sub_letter", (1, 2), "Thành viên"),
        ("ii) Nhóm hai", "small_roman", (2,), "Nhóm hai"),
        ("- Rà soát", "dash", (), "Rà soát"),
        ("– Rà soát", "dash", (), "Rà soát"),
        ("+ 80% hộ", "plus", (), "80% hộ"),
        ("* Cấp xã", "star", (), "Cấp xã"),
        ("• Cấp xã", "dot", (), "Cấp xã"),
        ("❖ Cấp xã", "dot", (), "Cấp xã"),
        ("ü Cấp xã", "dot", (), "Cấp xã"),
        ("o Cấp xã", "circle", (), "Cấp xã"),
        ("a- Cấp xã", "letter", (1,), "Cấp xã"),
        ("b.- Cấp xã", "letter", (2,), "Cấp xã"),
        ("1.b) Cấp xã", "letter", (2,), "Cấp xã"),
        ("b/. Nơi đóng trụ sở", "letter", (2,), "Nơi đóng trụ sở"),
        ("117. Bến Cát", "arabic", (117,), "Bến Cát"),
        ("II. nội dung thi đua", "roman", (2,), "nội dung thi đua"),
        ("Phần hai: Việc phải làm", "part", (2,), "Việc phải làm"),
        ("Phần II. Các nhiệm vụ", "part", (2,), "Các nhiệm vụ"),
        ("II. tổ chức thực hiện", "roman", (2,), "tổ chức thực hiện"),
        ("Iii. khen thưởng", "roman", (3,), "khen thưởng"),
        ("Iv. Tổ chức thực hiện", "roman", (4,), "Tổ chức thực hiện"),
        ("PHẦN THỨ BA", "part", (3,), ""),
        ("Chương 2: Nội dung", "chapter", (2,), "Nội dung"),
        ("Điều 5. Khen thưởng", "article", (5,), "Khen thưởng"),
    ],
)
def test_the_first_reading_of_a_label(text: str, family: str, value: tuple[int, ...], rest: str) -> None:
    first = candidates(text)[0]
    assert (first.family, first.value, text[first.end :]) == (family, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "100% cán bộ tham gia",
        "22/4/2021 là hạn cuối",
        "3.5 triệu đồng",
        "2.000 hộ nghèo",
        "25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương",
        "Mục III Kế hoạch này nêu rõ",
        "Điều 9 Luật Thi đua quy định",
        "Phần lớn các xã đã nộp",
        "Vì vậy các thôn cần làm ngay",
        "o các xã",
        "V/v tổ chức ngày hội đọc sách",
        "Phần hai của sổ ghi việc",
        "I love this",
        "",
    ],
)
def test_running_text_has_no_label(text: str) -> None:
    assert candidates(text) == ()


@pytest.mark.parametrize(
    ("text", "family", "value"),
    [
        ("IH. TỔ CHỨC", "roman", (3,)),
        ("HI. TỔ CHỨC", "roman", (3,)),
        ("lI. NỘI DUNG", "roman", (2,)),
        ("VỊI. Kinh phí", "roman", (7,)),
        ("l. Mục đích", "arabic", (1,)),
        ("11. Chỉ tiêu", "decimal", (1, 1)),
        ("Phần H. Nội dung", "part", (2,)),
        ("L NỘI DUNG", "roman", (1,)),
        ("d) Đoàn thanh niên", "letter", (5,)),
        ("ở) Vận động hội viên", "letter", (4,)),
        ("5 Quyết định về mức chi", "arabic", (5,)),
        ("12 Nghị quyết về giá đất", "arabic", (12,)),
    ],
)
def test_recognized_labels_keep_what_they_may_have_been(text: str, family: str, value: tuple[int, ...]) -> None:
    assert (family, value) in {(label.family, label.value) for label in candidates(text, recognized=True)}
    as_printed = {(label.family, label.value) for label in candidates(text) if label.cost == 0}
    assert (family, value) not in as_printed


@pytest.mark.parametrize(
    "text", ["5 giáo viên dạy giỏi", "l Kinh phí", "2017 Sở Tư pháp", "5 ĐƠN VỊ DẪN ĐẦU", "3 TH&THCS"]
)
def test_a_number_in_a_sentence_is_no_label(text: str) -> None:
    assert not [label for label in candidates(text, recognized=True) if label.family == "arabic"]


def test_a_number_without_its_stop_is_no_label_in_a_digital_text() -> None:
    assert candidates("5 Quyết định về mức chi") == ()
