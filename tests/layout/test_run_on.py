"""Texts whose lines lost their ends: a letterhead with its title, headings with what stands below them, a whole plan."""

from __future__ import annotations

import pytest

import kehoach as kh
from tests.layout.test_plain import read, zones

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN CHƯ SÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Chư Sê, ngày 05 tháng 3 năm 2031
"""
TITLE = """KẾ HOẠCH
Giữ sạch bến bãi năm 2031
"""
BODY = """Căn cứ nhiệm vụ năm 2031, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
I. MỤC ĐÍCH - YÊU CẦU
1. Mục đích:
- Bến bãi sạch sẽ.
- Khách đi lại thuận tiện.
2. Yêu cầu: Các bến cùng làm.
II. NỘI DUNG
1. Quét dọn hằng ngày.
2. Trồng cây bóng mát.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ theo dõi.
2. Các bến thực hiện./.
"""
FOOT = """Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mẫu
"""


def run(text: str) -> str:
    return " ".join(text.split("\n"))


PLANS = {
    "letterhead": run(HEAD) + "\n" + TITLE + BODY + FOOT,
    "letterhead and title": run(HEAD + TITLE) + "\n" + BODY + FOOT,
    "row": "ỦY BAN NHÂN DÂN HUYỆN CHƯ SÊ ---- Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    f"Độc lập - Tự do - Hạnh phúc ---- Chư Sê, ngày 05 tháng 3 năm 2031\n{TITLE}{BODY}{FOOT}",
    "headings": HEAD
    + TITLE
    + BODY.replace("CẦU\n1. Mục đích:\n-", "CẦU 1. Mục đích: -").replace("DUNG\n", "DUNG ").replace("\nIII.", " III.")
    + FOOT,
    "body": HEAD + TITLE + run(BODY + FOOT),
    "all": run(HEAD + TITLE + BODY + FOOT),
    "strokes": HEAD + TITLE + BODY.replace("I. ", "I/. ").replace("1. ", "1/. ").replace("2. ", "2/. ") + FOOT,
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_whose_lines_lost_their_ends(name: str) -> None:
    (plan,) = kh.read_all(PLANS[name].encode())
    found = plan.document
    assert (found.type, found.number, found.issuer) == ("KH", "12/KH-UBND", "Ủy ban nhân dân huyện Chư Sê")
    assert (found.place, found.issued_on, found.title) == ("Chư Sê", "2031-03-05", "Giữ sạch bến bãi năm 2031")
    assert found.signer is not None and (found.signer.name, found.signer.position) == ("Lê Văn Mẫu", "Chủ tịch")
    assert found.recipients == ("UBND tỉnh", "Lưu: VT")
    assert [section.path for section in plan.sections] == ["I", "I.1", "II", "III"]
    assert [item.path for item in plan.items] == [
        "I.1.-1", "I.1.-2", "I.2", "II.1", "II.2", "III.1", "III.2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện theo khoản 1. Điều 5 và khoản 2. Điều 6 của Quy chế.",
        "Phân công: 1. Ông Mẫu trực ngày; 2. Bà Thử trực đêm; 3. Ông Dụ lái tàu.",
    ],
)
def test_numbers_within_a_line_of_a_plan_begin_none(line: str) -> None:
    found = zones(read(HEAD + TITLE + BODY.replace("2. Các bến", f"{line}\n2. Các bến") + FOOT))
    assert ("body", line) in found
