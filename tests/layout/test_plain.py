"""Plain text: zones by words, paragraphs by line length, tables, stamps."""

from __future__ import annotations

import hashlib

import pytest

from kehoach import layout
from kehoach.model.document import Document, Source
from kehoach.reading import plain
from kehoach.rules.load import load


def read(text: str) -> Document:
    data = text.encode()
    source = Source("plan.txt", hashlib.sha256(data).hexdigest(), "text/plain", data)
    return layout.document(plain.reading(source), load())


def zones(document: Document) -> list[tuple[str, str]]:
    return [(block.zone, block.text.value) for block in document.blocks]


WRAPPED = """UBND HUYỆN TÂN AN
PHÒNG Y TẾ
Số: 8/KH-PYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân An, ngày 04 tháng 02 năm 2031
KẾ HOẠCH
Phát động thi đua giữ gìn vệ sinh
năm 2031
Căn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2031 của Ủy ban nhân dân huyện về
công tác thi đua năm 2031, Phòng Y tế phát động thi đua giữ gìn vệ sinh trong
toàn ngành như sau:
1. Mục đích
Nâng cao ý thức giữ gìn vệ sinh của cán bộ, nhân viên các trạm y tế xã và nhân
dân trên địa bàn, góp phần phòng, chống dịch bệnh.
2. Chủ đề: “Sạch từ trạm y tế đến từng nhà trong năm 2031; chủ động
- sáng tạo - bền bỉ trong công việc hằng ngày của mỗi người”.
Nơi nhận:
- UBND huyện;
- Lưu: VT.
TRƯỞNG PHÒNG
Đỗ Minh Châu
"""


def test_a_wrapped_transcript() -> None:
    found = zones(read(WRAPPED))
    assert [zone for zone, _ in found] == [
        *("issuer", "issuer", "number", "motto", "motto", "place_date", "title", "title"),
        *("body",) * 4, *("recipients",) * 3, *("signature",) * 2,
    ]  # fmt: skip
    assert found[7][1] == "Phát động thi đua giữ gìn vệ sinh năm 2031"
    assert found[8][1].endswith("toàn ngành như sau:")
    assert found[11][1].endswith("chủ động - sáng tạo - bền bỉ trong công việc hằng ngày của mỗi người”.")


def test_a_subject_that_begins_with_its_mark() -> None:
    found = zones(read(WRAPPED.replace("Phát động thi đua giữ", "V/v phát động thi đua giữ", 1)))
    assert found[7] == ("title", "V/v phát động thi đua giữ gìn vệ sinh năm 2031")
    assert found[8][0] == "body"


def test_one_line_a_paragraph_and_a_page_break_inside_one() -> None:
    text = "KẾ HOẠCH\n\nKiểm tra công tác văn thư năm 2031\n\nI. MỤC ĐÍCH\n\nKiểm tra việc chấp hành quy định về văn thư tại\n\ncác đơn vị trực thuộc Sở.\n\n- Đúng tiến độ;\n- Đúng đối tượng.\n"
    assert zones(read(text)) == [
        ("title", "KẾ HOẠCH"),
        ("title", "Kiểm tra công tác văn thư năm 2031"),
        ("body", "I. MỤC ĐÍCH"),
        ("body", "Kiểm tra việc chấp hành quy định về văn thư tại các đơn vị trực thuộc Sở."),
        ("body", "- Đúng tiến độ;"),
        ("body", "- Đúng đối tượng."),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Số: 12/KH-SNV", "number"), ("Số: /KH-SNV", "number"), ("Số 7/KH-SCT", "number"), ("Số: 45 -KH/TU", "number"),
        ("Nam Định, ngày tháng năm 2031", "place_date"), ("Lào Cai, ngày 05 tháng 3 năm 2031", "place_date"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "motto"), ("TỈNH ỦY LÀO CAI", "issuer"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "issuer"), ("SỞ KH&ĐT", "issuer"),
    ],
)  # fmt: skip
def test_lines_of_a_letterhead(line: str, expected: str) -> None:
    assert zones(read(f"{line}\n\nKẾ HOẠCH\nKiểm tra công tác\n\nI. MỤC ĐÍCH\n"))[0] == (expected, line)


_LETTER = {
    "issuer": ["UBND TỈNH LAI CHÂU", "SỞ TƯ PHÁP"], "number": ["Số: 31/STP-VP"],
    "motto": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    "place_date": ["Lai Châu, ngày 04 tháng 5 năm 2031"],
}  # fmt: skip
_ADDRESSED = ["Kính gửi: Các phòng, đơn vị."]
_SUBJECT = ["V/v mở tuần lễ trợ giúp", "pháp lý lưu động"]
_SAID = "Sở Tư pháp đề nghị các phòng, đơn vị chọn xã để đến, gửi tên xã về Văn phòng trước ngày 20/5/2031.\n"


@pytest.mark.parametrize(
    "lines",
    [
        [*_LETTER["issuer"], *_LETTER["number"], *_SUBJECT, *_LETTER["motto"], *_LETTER["place_date"], *_ADDRESSED],
        [*_LETTER["issuer"], *_LETTER["motto"], *_LETTER["number"], *_SUBJECT, *_ADDRESSED, *_LETTER["place_date"]],
        [*_ADDRESSED, *_LETTER["issuer"], *_LETTER["motto"], *_LETTER["number"], *_SUBJECT, *_LETTER["place_date"]],
        [*_LETTER["motto"], *_LETTER["place_date"], *_LETTER["issuer"], *_LETTER["number"], *_SUBJECT, *_ADDRESSED],
        [*_LETTER["issuer"], *_LETTER["motto"], *_LETTER["number"], f"{_SUBJECT[0]}     {_LETTER['place_date'][0]}", _SUBJECT[1], *_ADDRESSED],
    ],
)  # fmt: skip
def test_a_letter_has_its_form_in_any_order(lines: list[str]) -> None:
    document = read("\n".join(lines) + "\n" + _SAID)
    assert {zone: [text for found, text in zones(document) if found == zone] for zone in _LETTER} == _LETTER
    assert " ".join(text for zone, text in zones(document) if zone == "title") == " ".join(_SUBJECT)


def test_a_letterhead_in_small_letters() -> None:
    lines = [
        "UBND tỉnh Lai Châu",
        "Sở Tư pháp",
        "Số 31/STP-VP",
        "V/v mở tuần lễ",
        *_LETTER["motto"],
        "Lai Châu, ngày 04/5/2031",
    ]
    document = read("\n".join([*lines, *_ADDRESSED]) + "\n" + _SAID)
    assert zones(document)[:2] == [("issuer", "UBND tỉnh Lai Châu"), ("issuer", "Sở Tư pháp")]
    assert ("place_date", "Lai Châu, ngày 04/5/2031") in zones(document)


def test_letterhead_lines_that_came_as_one_are_parted() -> None:
    text = "SỞ TƯ PHÁP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/KH-STP Huế, ngày 02 tháng 01 năm 2031\nKẾ HOẠCH\nKiểm tra\n"
    assert [zone for zone, _ in zones(read(text))] == ["issuer", "motto", "number", "place_date", "title", "title"]


@pytest.mark.parametrize(
    "word", ["KẾ HOẠCH", "Kế hoạch", "K Ế H O Ạ C H", "KẾ  HOẠCH", "CHƯƠNG TRÌNH PHỐI HỢP", "CHỈ THỊ"]
)
def test_title_words(word: str) -> None:
    found = zones(read(f"{word}\nKiểm tra công tác văn thư\n\nI. MỤC ĐÍCH\n"))
    assert [zone for zone, _ in found] == ["title", "title", "body"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch trồng cây đầu xuân 2031\nI. MỤC ĐÍCH\nTrồng cây.\n", ["Kế hoạch trồng cây đầu xuân 2031"]),
        ("Chương trình “Tết trồng cây”\n\n1. Mục đích\n", ["Chương trình “Tết trồng cây”"]),
        ("Nghị quyết hội nghị lần thứ 3 ban chấp hành hội làm vườn về trồng cây\nCây ít dần.\n", ["Nghị quyết hội nghị lần thứ 3 ban chấp hành hội làm vườn về trồng cây"]),
        ("Chỉ thị về trồng cây.\nCây ít dần.\n1. Mục đích\n", ["Chỉ thị về trồng cây."]),
        ("Kế hoạch này thay cho kế hoạch cũ.\nI. MỤC ĐÍCH\n", []),
        ("Kế hoạch số 12/KH-SCT đã được\n\nI. MỤC ĐÍCH\n", []),
    ],
)  # fmt: skip
def test_a_text_without_letterhead_begins_with_its_title(text: str, title: list[str]) -> None:
    assert [value for zone, value in zones(read(text)) if zone == "title"] == title


@pytest.mark.parametrize("year", ["Năm học: 2031 - 2032", "( Năm học 2031 – 2032)", "Năm 2031"])
def test_the_year_below_a_subject_belongs_to_it(year: str) -> None:
    found = zones(read(f"{HEAD_LINES}KẾ HOẠCH\nHoạt động thi đua\n{year}\nI. MỤC ĐÍCH\nGiữ bến sạch.\n"))
    assert [text for zone, text in found if zone == "title"] == ["KẾ HOẠCH", f"Hoạt động thi đua {year}"]


def test_a_subject_in_small_letters_ends_at_the_blank_line() -> None:
    lines = "thực hiện Kết luận số 3-KL/TU ngày 28/7/2031 của Ban Thường vụ\nTỉnh ủy về trồng rừng và Chương trình số 4-CTr/TU\nngày 28/7/2031"
    found = zones(
        read(f"{HEAD_LINES}CHƯƠNG TRÌNH HÀNH ĐỘNG\n{lines}\n\nThực hiện Kết luận, huyện trồng rừng như sau:\n")
    )
    assert [text for zone, text in found if zone == "title"][1:] == [lines.replace("\n", " ")]


@pytest.mark.parametrize(
    "site",
    [
        "Đăng nhập\n\nSố hiệu: 8/KH-PYT Loại văn bản: Kế hoạch\nNgười ký: Đỗ Minh Châu\n\n",
        "Số ký hiệu | 8/KH-PYT\nNgày ban hành | 04/02/2031\nTrích yếu | Kế hoạch giữ vệ sinh\n\n",
    ],
)
def test_what_a_web_site_prints_above_a_document_is_no_text_of_it(site: str) -> None:
    document = read(site + HEAD_LINES + BODY_LINES)
    assert zones(document) == zones(read(HEAD_LINES + BODY_LINES))
    assert {f.kind for f in document.furniture} == {"running_head"}


TABLE = "TT\tNỘI DUNG\tĐƠN VỊ\nQUÝ I\n1\tHọp xét\tVăn phòng\n\fTT\tNỘI DUNG\tĐƠN VỊ\n2\tBáo cáo\tCác phòng\n\t\tvà Thanh tra\n"


def test_a_table_over_two_pages_is_one_table() -> None:
    document = read(f"KẾ HOẠCH\nKiểm tra\n\nI. NỘI DUNG\n\n{TABLE}\nII. TỔ CHỨC\n")
    rows = [block for block in document.blocks if block.zone == "table"]
    assert [(row.table, row.row_kind, row.text.value) for row in rows] == [
        (0, "header", "TT | NỘI DUNG | ĐƠN VỊ"),
        (0, "band", "QUÝ I"),
        (0, "body", "1 | Họp xét | Văn phòng"),
        (0, "body", "2 | Báo cáo | Các phòng"),
        (0, "body", " |  | và Thanh tra"),
    ]
    assert [f.text.value for f in document.furniture] == ["TT | NỘI DUNG | ĐƠN VỊ"]


def test_a_row_broken_over_the_page_is_joined() -> None:
    document = read("KẾ HOẠCH\nKiểm tra\n\nA | B | C\n1 | Họp | Sở Y tế và\n\f |  | các bệnh viện\n2 | Xét | Sở Y tế\n")
    rows = [block.text.value for block in document.blocks if block.zone == "table"]
    assert rows == ["A | B | C", "1 | Họp | Sở Y tế và các bệnh viện", "2 | Xét | Sở Y tế"]


def test_a_received_stamp_in_plain_text() -> None:
    document = read("Số: 3/KH-SNV\n\nĐẾN Số: 99\nNgày: 03/02/31\nChuyển: ....\n\nKẾ HOẠCH\nKiểm tra\n")
    assert [f.kind for f in document.furniture] == ["received_stamp"]
    assert [zone for zone, _ in zones(document)] == ["number", "title", "title"]


def test_a_plan_inside_a_decision() -> None:
    text = """UBND TỈNH AN BÌNH
SỞ Y TẾ
Số: 20/QĐ-SYT
An Bình, ngày 04 tháng 02 năm 2031
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch kiểm tra
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Lê Thị Mai
\fSỞ Y TẾ
KẾ HOẠCH
Kiểm tra công tác văn thư năm 2031
(Ban hành kèm theo Quyết định số 20/QĐ-SYT ngày 04/02/2031)
I. MỤC ĐÍCH
"""
    assert zones(read(text)) == [
        ("carrier", "UBND TỈNH AN BÌNH"),
        ("carrier", "SỞ Y TẾ"),
        ("carrier", "Số: 20/QĐ-SYT"),
        ("place_date", "An Bình, ngày 04 tháng 02 năm 2031"),
        ("carrier", "QUYẾT ĐỊNH"),
        ("carrier", "Về việc ban hành Kế hoạch kiểm tra"),
        ("carrier", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra."),
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Lưu: VT."),
        ("signature", "GIÁM ĐỐC"),
        ("signature", "Lê Thị Mai"),
        ("issuer", "SỞ Y TẾ"),
        ("title", "KẾ HOẠCH"),
        ("title", "Kiểm tra công tác văn thư năm 2031"),
        ("title", "(Ban hành kèm theo Quyết định số 20/QĐ-SYT ngày 04/02/2031)"),
        ("body", "I. MỤC ĐÍCH"),
    ]


def test_letterhead_and_foot_set_as_tables() -> None:
    text = """| UBND TỈNH AN BÌNH<br>SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 5/KH-SYT | An Bình, ngày 03 tháng 01 năm 2031 |

KẾ HOẠCH

Kiểm tra công tác văn thư năm 2031

I. MỤC ĐÍCH

| Nơi nhận:<br>- UBND tỉnh;<br>- Lưu: VT. | GIÁM ĐỐC<br><br>Đỗ Thị Lan |
"""
    assert [(zone, value) for zone, value in zones(read(text))] == [
        ("issuer", "UBND TỈNH AN BÌNH"),
        ("issuer", "SỞ Y TẾ"),
        ("number", "Số: 5/KH-SYT"),
        ("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ("place_date", "An Bình, ngày 03 tháng 01 năm 2031"),
        ("title", "KẾ HOẠCH"),
        ("title", "Kiểm tra công tác văn thư năm 2031"),
        ("body", "I. MỤC ĐÍCH"),
        ("recipients", "Nơi nhận:"),
        ("recipients", "- UBND tỉnh;"),
        ("recipients", "- Lưu: VT."),
        ("signature", "GIÁM ĐỐC"),
        ("signature", "Đỗ Thị Lan"),
    ]


def test_ornaments_and_copy_marks_are_no_issuer() -> None:
    text = """TỈNH ỦY AN BÌNH
HUYỆN ỦY TÂN AN
*
Số 12-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
---------
DỰ THẢO
Tân An, ngày 04 tháng 02 năm 2031

KẾ HOẠCH
Kiểm tra việc học tập chuyên đề
"""
    document = read(text)
    assert [value for zone, value in zones(document) if zone == "issuer"] == ["TỈNH ỦY AN BÌNH", "HUYỆN ỦY TÂN AN"]
    assert sorted((f.kind, f.text.value) for f in document.furniture) == [
        ("copy_mark", "DỰ THẢO"),
        ("noise", "*"),
        ("noise", "---------"),
    ]


def test_a_numbered_heading_between_two_tables() -> None:
    text = """KẾ HOẠCH
Kiểm tra

1. Kết quả năm học
TT | Lớp | Học sinh | |
 | | Nam | Nữ |
1 | 1A | 15 | 16 |
2. Kết quả hai năm
TT | Lớp | Học sinh | |
1 | 2A | 14 | 15 |
"""
    document = read(text)
    assert [(b.zone, b.table, b.row_kind) for b in document.blocks[2:]] == [
        ("body", None, "body"),
        ("table", 0, "header"),
        ("table", 0, "header"),
        ("table", 0, "body"),
        ("body", None, "body"),
        ("table", 1, "header"),
        ("table", 1, "body"),
    ]


@pytest.mark.parametrize(
    ("below", "tables"),
    [("TT | A | B\n2 | c | d", 1), ("3 | c | d\n4 | e | f", 1), ("TT | C | D\n1 | c | d", 2), ("TT | A\n1 | c", 2)],
)
def test_what_goes_on_with_the_table_above(below: str, tables: int) -> None:
    document = read(f"KẾ HOẠCH\nKiểm tra\n\nTT | A | B\n1 | a | b\n\f{below}\n")
    rows = [block for block in document.blocks if block.zone == "table"]
    assert len({row.table for row in rows}) == tables
    assert [row.row_kind for row in rows].count("header") == tables


HEAD_LINES = "UBND HUYỆN TÂN AN\nPHÒNG Y TẾ\nSố: 8/KH-PYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTân An, ngày 04 tháng 02 năm 2031\n"
BODY_LINES = "KẾ HOẠCH\nGiữ gìn vệ sinh\nPhòng Y tế xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Nâng cao ý thức./.\n"
FOOT_LINES = "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\nTRƯỞNG PHÒNG\nĐỗ Minh Châu\n"


@pytest.mark.parametrize(
    "foot",
    [
        "Nơi nhận: KT. TRƯỞNG PHÒNG\n- UBND huyện; PHÓ TRƯỞNG PHÒNG\n- Lưu: VT, NV.\nĐỗ Minh Châu\n",
        "Nơi nhận:          KT. TRƯỞNG PHÒNG\n- UBND huyện;\n- Lưu: VT.      Đỗ Minh Châu\n",
        "Nơi nhận:          KT. TRƯỞNG PHÒNG\n- UBND huyện;      (Đã ký)\n- Lưu: VT.      Đỗ Minh Châu\n",
        "Nơi nhận: | KT. TRƯỞNG PHÒNG\n- UBND huyện;\n- Trạm y tế;\n- Lưu: VT. | Đỗ Minh Châu\n",
        "KT. TRƯỞNG PHÒNG | ĐẠI DIỆN\nĐỗ Minh Châu | Lê Văn Mẫu\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n",
        "Nơi nhận: - UBND huyện; - Các trạm; - Lưu: VT. | KT. TRƯỞNG PHÒNG     Đỗ Minh Châu\n",
        "* * Nơi nhận: - UBND huyện; - Các trạm; - Lưu: VT.\nKT. TRƯỞNG PHÒNG Đỗ Minh Châu\n",
        "Nơi nhận: - UBND huyện; - Các trạm; - Lưu: VT. KT. TRƯỞNG PHÒNG Đỗ Minh Châu\n",
        "Nơi nhận:\n\nKT. TRƯỞNG PHÒNG\n\n- UBND huyện;\n- Các trạm;\n- Lưu: VT.\n\nĐỗ Minh Châu\n",
    ],
)
def test_a_foot_of_two_columns(foot: str) -> None:
    found = zones(read(HEAD_LINES + BODY_LINES + foot))
    listed = [text for zone, text in found if zone == "recipients"]
    signed = [text for zone, text in found if zone == "signature"]
    assert "- UBND huyện;" in listed[:2] and listed[-1].startswith("- Lưu: VT")
    assert signed[0] == "KT. TRƯỞNG PHÒNG" and "Đỗ Minh Châu" in signed
    assert not [text for zone, text in found if zone == "annex"]


@pytest.mark.parametrize(
    "signed",
    [
        ["TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đỗ Minh Châu"],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Minh Châu"],
        ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ Y TẾ", "(Đã ký)", "Đỗ Minh Châu"],
        ["TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Đỗ Minh Châu"],
        ["HIỆU TRƯỞNG", "(đã ký và đóng dấu)", "Đỗ Minh Châu"],
        ["HIỆU TRƯỞNG", "Đã ký", "Đỗ Minh Châu"],
        ["Q. GIÁM ĐỐC", "Đỗ Minh Châu"],
    ],
)
def test_a_signature_on_one_line(signed: list[str]) -> None:
    foot = f"Nơi nhận: - UBND huyện; - Lưu: VT, NV.\n{' '.join(signed)}\n"
    found = zones(read(HEAD_LINES + BODY_LINES + foot))
    assert [text for zone, text in found if zone == "signature"] == signed


@pytest.mark.parametrize(
    ("below", "signed"),
    [
        (["Hiệu trưởng", "( Đã ký )", "", "Đỗ Minh Châu"], ["Hiệu trưởng", "( Đã ký )", "Đỗ Minh Châu"]),
        (["Tổng phụ trách Đội", "Đỗ Minh Châu"], ["Tổng phụ trách Đội", "Đỗ Minh Châu"]),
        (["P. HIỆU TRƯỞNG", "Đỗ Minh Châu"], ["P. HIỆU TRƯỞNG", "Đỗ Minh Châu"]),
        (["Trưởng ban chỉ đạo họp hằng tháng với các trạm."], []),
        (["Trưởng ban", *(f"Đỗ Minh Châu {n}" for n in "ABCDEFGHI")], []),
    ],
)
def test_a_post_in_small_letters_signs_over_a_name_at_the_end(below: list[str], signed: list[str]) -> None:
    found = zones(read(HEAD_LINES + BODY_LINES + "\n".join(below) + "\n"))
    assert [text for zone, text in found if zone == "signature"] == signed


@pytest.mark.parametrize(
    "foot",
    [
        "| Nơi nhận: - UBND huyện; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đỗ Minh Châu |\n",
        "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nĐỗ Minh Châu\n",
        "| Nơi nhận: - UBND huyện; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH |\n|  | Đỗ Minh Châu |\n",
    ],
)
def test_whom_and_in_whose_place_he_signs_are_lines_of_their_own(foot: str) -> None:
    found = zones(read(HEAD_LINES + BODY_LINES + foot))
    lines = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Minh Châu"]
    assert [text for zone, text in found if zone == "signature"] == lines


@pytest.mark.parametrize(
    "head",
    [
        "BCH ĐOÀN TỈNH MẪU | ĐOÀN TNCS HỒ CHÍ MINH\n*** |\nSố: 12-KH/TĐTN | Krông Ana, ngày 14 tháng 11 năm 2031\n",
        "TỈNH ĐOÀN MẪU     ĐOÀN TNCS HỒ CHÍ MINH\nBCH HUYỆN ĐOÀN KRÔNG ANA\nSố: 12-KH/TĐTN     Krông Ana, ngày 14 tháng 11 năm 2031\n",
        "HỘI ĐỒNG ĐỘI HUYỆN MẪU     ĐỘI TNTP HỒ CHÍ MINH\nLIÊN ĐỘI THCS MẪU\nSố: 12/KH-LĐ     Krông Ana, ngày 14 tháng 11 năm 2031\n",
        "UBND HUYỆN KRÔNG ANA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: /KH-UBND Krông Ana, ngày 14 tháng 11 năm 2031\n------\n",
    ],
)
def test_letterheads_whose_columns_run_together(head: str) -> None:
    found = zones(read(head + BODY_LINES + FOOT_LINES))
    assert [text for zone, text in found if zone == "place_date"] == ["Krông Ana, ngày 14 tháng 11 năm 2031"]
    assert [zone for zone, _ in found if zone == "number"] == ["number"]
    assert "------" not in " ".join(text for _, text in found)
    assert not [text for zone, text in found if zone == "issuer" and "MẪU Đ" in text]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Số: 01/ KH.LĐ Krông Ana, ngày 8 tháng 9 năm 2031", ["Số: 01/ KH.LĐ", "Krông Ana, ngày 8 tháng 9 năm 2031"]),
        ("Số : 01/ KH - LĐ Krông Ana, ngày 8 tháng 9 năm 2031", ["Số : 01/ KH - LĐ", "Krông Ana, ngày 8 tháng 9 năm 2031"]),
        ("HUYỆN KRÔNG ANA Krông Ana, ngày 8 tháng 9 năm 2031", ["HUYỆN KRÔNG ANA", "Krông Ana, ngày 8 tháng 9 năm 2031"]),
        ("Liên đội Trường THCS Ia Mẫu Độc lập - Tự do - Hạnh phúc", ["Liên đội Trường THCS Ia Mẫu", "Độc lập - Tự do - Hạnh phúc"]),
        ("TP. Hồ Chí Minh, ngày 8 tháng 9 năm 2031", ["TP. Hồ Chí Minh, ngày 8 tháng 9 năm 2031"]),
    ],
)  # fmt: skip
def test_where_a_place_begins_behind_another_column(line: str, parts: list[str]) -> None:
    found = [text for _, text in zones(read(f"NHÀ THIẾU NHI\n{line}\nKẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n"))]
    assert found[1 : 1 + len(parts)] == parts


def test_a_letterhead_whose_cells_are_wrapped_between_lone_borders() -> None:
    head = (
        "ỦY\nBAN NHÂN DÂN\nTỈNH LÀO CAI\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "---------------\n|\nSố:\n3/2031/KH-UBND\n|\nLào\nCai, ngày 24 tháng 9\nnăm 2031\n|\n"
    )
    found = zones(read(f"{head}KẾ HOẠCH\nGiữ gìn vệ sinh\n\n{BODY_LINES}"))
    assert [pair for pair in found if pair[0] in ("motto", "number", "place_date")] == [
        ("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ("number", "Số: 3/2031/KH-UBND"), ("place_date", "Lào Cai, ngày 24 tháng 9 năm 2031"),
    ]  # fmt: skip


def test_footnotes_below_the_foot_of_a_web_page_are_no_annex() -> None:
    notes = "[1] Xã Hai, xã Ba, xã Bốn\n[2] Kế hoạch số 5/KH-UBND ngày 4 tháng 2 năm 2031\n"
    document = read(HEAD_LINES + BODY_LINES.replace("\n", " [1]\n", 1) + FOOT_LINES + notes)
    assert [zone for zone, _ in zones(document)][-1] == "signature"
    assert [f.kind for f in document.furniture] == ["footnote", "footnote"]


@pytest.mark.parametrize("number", ["Số: 12\n\n/KH-UBND\n", "Số\n12 /KH-UBND\n", "Số:\n/KH-UBND\n"])
def test_a_number_line_that_came_in_two(number: str) -> None:
    head = f"UBND HUYỆN KRÔNG ANA\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    assert zones(read(head + BODY_LINES))[:3] == [
        ("issuer", "UBND HUYỆN KRÔNG ANA"),
        ("number", " ".join(number.split())),
        ("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ]


def test_a_signature_box_in_the_foot_is_no_text() -> None:
    box = "\nPhòng Y tế\n2031.02.04 09:12:44 +07:00\n\n"
    document = read(HEAD_LINES + BODY_LINES + FOOT_LINES.replace("Đỗ Minh Châu", f"{box}Đỗ Minh Châu"))
    assert [(f.kind, f.text.value) for f in document.furniture] == [
        ("digital_signature", "Phòng Y tế 2031.02.04 09:12:44 +07:00")
    ]
    assert [text for zone, text in zones(document) if zone == "signature"] == ["TRƯỞNG PHÒNG", "Đỗ Minh Châu"]


@pytest.mark.parametrize("labels", [("a, ", "b, "), ("A/ ", "B/ "), ("1, ", "2, "), ("a) ", "b) "), ("1/ ", "2/ ")])
def test_labels_begin_paragraphs(labels: tuple[str, str]) -> None:
    lines = [f"{labels[0]}Giữ gìn vệ sinh chung", f"{labels[1]}Xây dựng nếp sống mới"]
    assert [text for zone, text in zones(read(HEAD_LINES + BODY_LINES + "\n".join(lines))) if zone == "body"][
        -2:
    ] == lines


@pytest.mark.parametrize(
    "rest", ["3, Điều 5 của Quy chế thi đua, khen thưởng", "đ, Nghị định của Chính phủ về thi đua"]
)
def test_the_rest_of_a_list_of_articles_is_no_paragraph(rest: str) -> None:
    before = "Thực hiện theo hướng dẫn của Ủy ban nhân dân huyện tại các khoản 1, 2,"
    assert [text for zone, text in zones(read(HEAD_LINES + BODY_LINES + f"{before}\n{rest}\n")) if zone == "body"][
        -1
    ] == f"{before} {rest}"


def test_a_heading_of_wrapped_text_is_not_run_into_its_paragraph() -> None:
    text = WRAPPED.replace("1. Mục đích\n", "1. Thời gian nhận hồ sơ và công bố kết quả xét chọn trạm y tế\n").replace(
        "Nâng cao ý thức giữ gìn", "Toàn ngành cùng giữ gìn"
    )
    assert ("body", "1. Thời gian nhận hồ sơ và công bố kết quả xét chọn trạm y tế") in zones(read(text))


def test_a_figure_behind_a_year_goes_on_with_no_range() -> None:
    text = WRAPPED.replace(
        "1. Mục đích\n", "1. Đến hết năm 2031\n- 80% trạm sạch.\n- Từ năm 2032\n- 2033, mỗi trạm có vườn.\n"
    )
    body = [block for zone, block in zones(read(text)) if zone == "body"]
    assert body[1:3] == ["1. Đến hết năm 2031", "- 80% trạm sạch."]
    assert "- Từ năm 2032 - 2033, mỗi trạm có vườn." in body


def test_a_heading_that_ends_in_what_a_body_calls_itself_is_a_line_of_its_own() -> None:
    text = "2. Văn phòng Sở\nTheo dõi việc thực hiện.\n3. Các phòng thuộc Sở\nXây dựng chương trình riêng."
    assert [block.text.value for block in read(text).blocks] == text.split("\n")


def test_a_subject_over_two_lines_one_of_which_begins_with_a_name() -> None:
    lines = "Giữ vệ sinh chung tại các chợ\nCầu Đất và các bến xe"
    found = zones(read(f"{HEAD_LINES}KẾ HOẠCH\n{lines}\n\n1. Mục đích\nGiữ vệ sinh./.\n"))
    assert found[7:9] == [("title", "Giữ vệ sinh chung tại các chợ Cầu Đất và các bến xe"), ("body", "1. Mục đích")]


def test_a_post_before_the_list_at_its_left() -> None:
    found = zones(
        read(
            WRAPPED[: WRAPPED.index("Nơi nhận")]
            + "\n\nNơi nhận:\n\nTRƯỞNG PHÒNG\n\n- Lưu VT.\nBản điện tử:\n- Sở Y tế;\n\nLê Văn Tám\n"
        )
    )
    assert [v for z, v in found if z == "recipients"][1:] == ["- Lưu VT.", "Bản điện tử:", "- Sở Y tế;"]
    assert [v for z, v in found if z == "signature"] == ["TRƯỞNG PHÒNG", "Lê Văn Tám"]


def test_headings_in_capitals_over_sentences_and_bullets_sign_nothing() -> None:
    text = "KẾ HOẠCH\nGiữ gìn bến sông\n\nMỤC ĐÍCH\nBến sạch cả năm.\n\nKINH PHÍ\nTiền công lấy từ quỹ của bến.\n\nTỔ CHỨC THỰC HIỆN\n- Bến trưởng chia ca trực.\n- Đội bè vớt rác.\n\nNơi nhận:\n- Lưu: VT.\n\nBẾN TRƯỞNG\n\nĐỗ Minh Châu\n"
    found = zones(read(text))
    assert ("body", "KINH PHÍ") in found
    assert ("body", "TỔ CHỨC THỰC HIỆN") in found


def test_headings_in_capitals_below_a_full_stop_sign_nothing() -> None:
    text = "KẾ HOẠCH\nGiữ gìn bến sông\n\nMỤC ĐÍCH\nBến sạch cả năm.\n\nKHẨU HIỆU CHUNG\n“Bến sạch, sông trong”.\n\nNỘI DUNG CHÍNH\n1. Dọn bến\nMỗi tháng dọn một lần.\n\nNơi nhận:\n- Lưu: VT.\n\nTRƯỞNG PHÒNG\n\nĐỗ Minh Châu\n"
    found = zones(read(text))
    assert [text for zone, text in found if zone == "signature"] == ["TRƯỞNG PHÒNG", "Đỗ Minh Châu"]
    assert ("body", "NỘI DUNG CHÍNH") in found


BODY = "Nhằm giữ gìn vệ sinh, Ủy ban nhân dân xã yêu cầu các thôn:\n1. Quét dọn đường làng.\n2. Trồng cây quanh trường học.\n"


@pytest.mark.parametrize(
    "head",
    [
        ["Chỉ thị về giữ gìn vệ sinh nơi công cộng năm 2031"],
        ["Hướng dẫn giữ gìn vệ sinh nơi công cộng năm 2031"],
        ["KẾ HOẠCH 12/KH-UBND NĂM 2031 VỀ GIỮ GÌN VỆ SINH"],
        ["UBND XÃ MẪU SƠN", "Kế hoạch giữ gìn vệ sinh nơi công cộng năm 2031"],
        ["UBND XÃ MẪU SƠN", "KẾ HOẠCH V/v giữ gìn vệ sinh nơi công cộng"],
        ["UBND XÃ MẪU SƠN", "KẾ HOẠCH ( V/v giữ gìn vệ sinh “Ngày thứ Bảy” )"],
    ],
)
def test_a_title_on_one_line_without_more_of_a_letterhead(head: list[str]) -> None:
    found = zones(read("\n".join(head) + "\n" + BODY))
    assert [text for zone, text in found if zone == "title"] == head[-1:]
    assert [zone for zone, _ in found[len(head) :]] == ["body"] * 3


def test_the_number_of_the_decision_that_made_a_team_is_part_of_its_name() -> None:
    lines = "SỞ XÂY DỰNG\nĐOÀN KIỂM TRA\nTHEO QUYẾT ĐỊNH\nSỐ 15/QĐ-SXD\nSố: 21/KH-ĐKT\nKẾ HOẠCH\nKiểm tra bến bãi\n\nI. MỤC ĐÍCH\n"
    found = zones(read(lines))
    assert [text for zone, text in found if zone == "number"] == ["Số: 21/KH-ĐKT"]


def test_a_title_counts_what_it_is_about() -> None:
    titled = read(
        "KẾ HOẠCH\nXử lý các việc về (1) Bến bãi;\n(2) Luồng lạch; (3) Phao tiêu\n\nCăn cứ Luật Giao thông;\nI. MỤC ĐÍCH\n"
    )
    assert [text for zone, text in zones(titled) if zone == "title"] == [
        "KẾ HOẠCH", "Xử lý các việc về (1) Bến bãi; (2) Luồng lạch; (3) Phao tiêu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("", "GIÁM ĐỐC SỞ XÂY DỰNG"),
        ("THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/QĐ-TTg\n", "THỦ TƯỚNG CHÍNH PHỦ"),
        ("", "TRƯỞNG BAN CHỈ ĐẠO PHÒNG, CHỐNG ĐUỐI NƯỚC"),
        ("", "GIÁM ĐỐC SỞ XÂY DỰNG TP. CẦN THƠ"),
    ],
)
def test_who_decides_is_no_part_of_the_title(head: str, who: str) -> None:
    decided = read(
        f"{head}QUYẾT ĐỊNH\nVề việc lập Đội Cứu hộ bến Mẫu\n{who}\nCăn cứ Luật Giao thông;\nĐiều 1. Lập Đội Cứu hộ.\n"
    )
    assert [text for zone, text in zones(decided) if zone == "title"] == [
        "QUYẾT ĐỊNH",
        "Về việc lập Đội Cứu hộ bến Mẫu",
    ]


def test_a_title_in_capitals_below_a_name_signs_nothing() -> None:
    after = f"{WRAPPED}\nBẢNG PHÂN CÔNG\n\n1. Đội Một nạo vét luồng.\n"
    assert zones(read(after))[-3:] == [
        ("signature", "Đỗ Minh Châu"), ("annex", "BẢNG PHÂN CÔNG"), ("annex", "1. Đội Một nạo vét luồng."),
    ]  # fmt: skip


def test_a_title_in_capitals_goes_on_below_a_full_line() -> None:
    lines = (
        "UBND XÃ MẪU SƠN\nSố: 21/KH-UBND\nKẾ HOẠCH\nTRỒNG CÂY VEN SÔNG NĂM 2031 VÀ HƯỞNG ỨNG “THÁNG HÀNH ĐỘNG VÌ BỜ BÃI\n"
        "XANH VÀ DÒNG NƯỚC SẠCH” TRÊN CÁC TUYẾN SÔNG CỦA XÃ MẪU\nSƠN\nCăn cứ Nghị quyết số 12/NQ-HĐND ngày 20/12/2030 của Hội đồng nhân dân xã;\n"
        "I. MỤC ĐÍCH\n"
    )
    titles = [text for zone, text in zones(read(lines)) if zone == "title"]
    assert " ".join(titles).endswith("VÌ BỜ BÃI XANH VÀ DÒNG NƯỚC SẠCH” TRÊN CÁC TUYẾN SÔNG CỦA XÃ MẪU SƠN")


@pytest.mark.parametrize(
    ("heading", "entry", "apart"),
    [
        ("1. Đến hết năm 2031", "- 100% hộ dân ký cam kết.", True),
        ("1. Đến ngày 30/6/2031", "- 2 đội có sân tập.", True),
        ("1. Giai đoạn 2026", "- 2030", False),
        ("1. Mừng ngày thành lập (26/3/1931", "– 26/3/2031).Giữ sạch bến.", False),
    ],
)
def test_a_year_at_the_end_of_a_heading_opens_no_range(heading: str, entry: str, apart: bool) -> None:
    text = HEAD_LINES + f"KẾ HOẠCH\nGiữ gìn vệ sinh\nI. CHỈ TIÊU\n{heading}\n{entry}\n- 90% tổ có sổ theo dõi.\n"
    assert (("body", heading) in zones(read(text))) is apart


@pytest.mark.parametrize("title", ["HƯỚNG DẪN CHẤM ĐIỂM THI ĐUA", "GIẤY PHÉP SỬ DỤNG SÂN BÃI", "BẢN GIAO ƯỚC THI ĐUA"])
def test_a_title_on_one_line_with_its_kind(title: str) -> None:
    found = zones(
        read(
            HEAD_LINES
            + f"{title}\nCăn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nI. NỘI DUNG\n1. Giữ sạch.\n"
        )
    )
    assert [text for zone, text in found if zone == "title"] == [title]
    assert [text for zone, text in found if zone == "issuer"] == ["UBND HUYỆN TÂN AN", "PHÒNG Y TẾ"]


def test_a_subject_goes_on_to_the_end_of_a_quotation() -> None:
    found = zones(
        read(HEAD_LINES + "ĐIỀU LỆ\nHội thi “Cán bộ giỏi\nphòng chống dịch” năm 2031\nI. MỤC ĐÍCH\n1. Giữ sạch.\n")
    )
    assert [text for zone, text in found if zone == "title"][-1] == "Hội thi “Cán bộ giỏi phòng chống dịch” năm 2031"
