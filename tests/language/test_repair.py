"""Repairs of recognition errors: what must be mended, and what must be left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.language import formulas, joins, letters, repair
from kehoach.model.document import Zone
from kehoach.model.geometry import Box
from kehoach.model.page import Word
from kehoach.model.text import Text
from kehoach.rules.company import company
from kehoach.rules.confusions import confusions
from kehoach.rules.phrases import phrases

EVIDENCE = repair.Evidence(phrases(), usual=0.965, confusions=confusions(), company=company())


def recognized(text: str, confidence: float = 0.93) -> Text:
    return Text.join(" ", (Text.of_word(Word(word, 1, 0, None, confidence)) for word in text.split()))


def mended(text: str, confidence: float = 0.93) -> str:
    given = recognized(text, confidence)
    return repair.applied(given, repair.changes(given, EVIDENCE)).value


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("tại thành phó và các huyện", "tại thành phố và các huyện"),
        ("TÔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("MỤC ĐÍCH, YÊU CÀU", "MỤC ĐÍCH, YÊU CẦU"),
        ("NHIỆM VỤ CỤ THẺ", "NHIỆM VỤ CỤ THỂ"),
        ("nâng cao tỉnh thần trách nhiệm", "nâng cao tinh thần trách nhiệm"),
        ("Tiếp tục đây mạnh công tác", "Tiếp tục đẩy mạnh công tác"),
        ("phôi hợp với các đơn vị", "phối hợp với các đơn vị"),
        ("thâm định hồ sơ", "thẩm định hồ sơ"),
        ("KT. CHỦ TICH", "KT. CHỦ TỊCH"),
        ("gửi về phòng đề tổng hợp", "gửi về phòng để tổng hợp"),
        ("giao các trường đề bố trí", "giao các trường để bố trí"),
        ("phối hợp với Chỉ cục Kiểm lâm", "phối hợp với Chi cục Kiểm lâm"),
        ("thực hiện đây lùi bệnh thành tích", "thực hiện đẩy lùi bệnh thành tích"),
        ("các trường cao đăng, trung cấp", "các trường cao đẳng, trung cấp"),
        ("trông coi nên nếp ở trạm", "trông coi nền nếp ở trạm"),
        ("cuối tuân các trạm họp", "cuối tuần các trạm họp"),
        ("lấy từ nguồn chỉ thường xuyên", "lấy từ nguồn chi thường xuyên"),
        ("hãng tháng vá lưới", "hằng tháng vá lưới"),
        ("Hội thi của tình Cà Mau", "Hội thi của tỉnh Cà Mau"),
        ("UBND huyện Mỹ Xuyến giao", "UBND huyện Mỹ Xuyên giao"),
        ("do nhân dân các huện góp", "do nhân dân các huyện góp"),
        ("giữ bình yên cho Tố quốc", "giữ bình yên cho Tổ quốc"),
    ],
)
def test_lost_and_changed_marks(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "chỉ tiêu thi đua năm 2031", "chi tiêu nội bộ của cơ quan", "Chủ tịch Ủy ban nhân dân tỉnh",
        "đồng chí Nguyễn Văn Thanh", "bà Lê Thị Tố Nga", "xã Tân Phó", "02 đề tài được công nhận", "Chi thị 30-CT/TU của Tỉnh ủy",
        "ông Vũ Văn Đề giải trình", "cô Phạm Thị Đầy Mạnh", "ông Lê Đăng Doanh chủ trì", "anh Nguyễn Văn Thâm Quyền",
        "hằng tháng vá lưới", "hàng rào tre", "cấp trường: hai suất", "mỗi trường một suất", "trồng tre nên đường dễ đi", "tra cứu trên website của Sở", "UBND, HĐND, BCH, THCS, TU", "người dân tự quản",
    ],
)  # fmt: skip
def test_what_is_right_stays(text: str) -> None:
    assert mended(text, 0.965) == text


@pytest.mark.parametrize("confidence", [1.0])
def test_text_that_was_not_recognized_is_never_changed(confidence: float) -> None:
    assert mended("thành phó có đơn đốc", confidence) == "thành phó có đơn đốc"


def test_a_word_read_surely_needs_more_than_one_neighbour() -> None:
    assert mended("bỏ nhiệm", 0.97) == "bỏ nhiệm"
    assert mended("bỏ nhiệm", 0.6) == "bổ nhiệm"


@pytest.mark.parametrize(
    ("read", "seen", "meant"),
    [
        ("trong giai coạn tới", ("đoạn", 0.15), "trong giai đoạn tới"),
        ("nêu trách nhiện của tổ", ("nhiệm.", 0.04), "nêu trách nhiệm của tổ"),
        ("mở ban Châu hành", ("Châp", 0.15), "mở ban Chấp hành"),
        ("trong giai coạn tới", ("đoạn", 0.01), "trong giai coạn tới"),
        ("mục VII nêu rõ", ("VỊ", 0.12), "mục VII nêu rõ"),
        ("gửi TTYT huyện", ("TIẾT", 0.2), "gửi TTYT huyện"),
    ],
)
def test_what_else_the_engine_saw_is_weighed(read: str, seen: tuple[str, float], meant: str) -> None:
    words = [Word(word, 1, 0, None, 0.965) for word in read.split()]
    at = max(range(len(words)), key=lambda n: words[n].text in ("coạn", "nhiện", "Châu", "VII", "TTYT"))
    words[at] = replace(words[at], confidence=0.6, alternatives=(seen,))
    given = Text.join(" ", map(Text.of_word, words))
    assert repair.applied(given, repair.changes(given, EVIDENCE)).value == meant


def test_a_hook_on_a_circumflex_is_often_read_as_an_acute() -> None:
    assert mended("xã kiếm tra lưới", 0.97) == "xã kiểm tra lưới"
    assert mended("tiền công bố trí hợp lý", 0.97) == "tiền công bố trí hợp lý"
    assert mended("Công văn số 12", 0.97) == "Công văn số 12"  # no neighbour asks for "sổ"


def test_the_document_itself_is_evidence() -> None:
    often = [recognized("đoàn trạm Mường Thanh", 0.97) for _ in range(6)]
    own = repair.evidence([*often, recognized("đoàn trậm Mường Thanh", 0.5)], phrases(), {}, {})
    assert own.pairs["trạm", "mường"] == 6
    assert own.words["trạm"] == 6


def test_a_change_keeps_the_way_back_to_the_page() -> None:
    given = recognized("thành phó mới", 0.8)
    (change,) = repair.changes(given, EVIDENCE)
    found = repair.applied(given, [change])
    word = found.origin[found.value.index("phố")]
    assert (change.old, change.new) == ("phó", "phố")
    assert word is not None and word.text == "phó"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("NHÂNDÂN", "NHÂN DÂN"),
        ("sơbộvàchi", "sơ bộ và chi"),
        ("BảnMáy", "Bản Máy"),
        ("LUÒNG", "LUÒNG"),  # a mark is wrong, nothing is glued
        ("website", "website"),
        ("online", "online"),
    ],
)
def test_glued_words_are_parted_where_there_is_one_way(read: str, meant: str) -> None:
    given = recognized(read)
    assert repair.applied(given, joins.changes(given, phrases())).value == meant


@pytest.mark.parametrize(("gap", "expected"), [(2.0, "THƯỜNG XUYÊN"), (9.0, "THƯ ỜNG XUYÊN")])
def test_halves_of_a_word_are_joined_where_they_touch(gap: float, expected: str) -> None:
    boxes = [Box(0, 0, 20, 12), Box(20 + gap, 0, 45 + gap, 12), Box(60, 0, 90, 12)]
    words = [Word(w, 1, 0, box, 0.9) for w, box in zip(["THƯ", "ỜNG", "XUYÊN"], boxes, strict=True)]
    given = Text.join(" ", map(Text.of_word, words))
    assert repair.applied(given, joins.changes(given, phrases())).value == expected


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("các cơ quan, đơn VỊ liên quan", "các cơ quan, đơn vị liên quan"),
        ("Các đơn vị trực thuộc SỞ", "Các đơn vị trực thuộc Sở"),
        ("TỶ lệ đơn vị hoàn thành", "Tỷ lệ đơn vị hoàn thành"),
        ("SỞ NỘI VỤ TỈNH", "SỞ NỘI VỤ TỈNH"),
        ("theo Chỉ thị số 30-CT/TU", "theo Chỉ thị số 30-CT/TU"),
    ],
)
def test_capitals_of_the_same_shape(read: str, meant: str) -> None:
    given = recognized(read)
    assert repair.applied(given, letters.changes(given)).value == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Thạch văn Sáng", "Thạch Văn Sáng"),
        ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("Đã ký", "Đã ký"),
        ("phó Trưởng phòng", "phó Trưởng phòng"),
        ("Nguyên Văn Tám", "Nguyễn Văn Tám"),
        ("Đồ Thị Thêu", "Đỗ Thị Thêu"),
        ("Định Quốc Mẫu", "Đinh Quốc Mẫu"),
        ("Phàn Tả Mẩy", "Phàn Tả Mẩy"),
        ("Thiếu tá Lê Văn Tám", "Thiếu tá Lê Văn Tám"),
        ("guyễn Văn Tám", "Nguyễn Văn Tám"),
        ("ê Hoàng Tám", "Lê Hoàng Tám"),
        ("o Hoàng Tám", "o Hoàng Tám"),
    ],
)
def test_names_of_people(read: str, meant: str) -> None:
    given = recognized(read)
    assert repair.applied(given, letters.name(given)).value == meant


@pytest.mark.parametrize(
    ("zone", "read", "meant"),
    [
        ("recipients", "- Lưu: VI, VP.", "- Lưu: VT, VP."),
        ("recipients", "- Lưu: VT, NC.", "- Lưu: VT, NC."),
        ("recipients", "- Ban Thi đua ~ Khen thưởng;", "- Ban Thi đua - Khen thưởng;"),
        ("recipients", "- Các phòng thuộc Sở (để th);", "- Các phòng thuộc Sở (để t/h);"),
        ("recipients", "- Bộ Tư pháp (b/©);", "- Bộ Tư pháp (b/c);"),
        ("recipients", "- Bộ Tư pháp (bí/c);", "- Bộ Tư pháp (b/c);"),
        ("recipients", "- Đức Giám đốc, các đực Phó giám đốc;", "- Đ/c Giám đốc, các đ/c Phó giám đốc;"),
        ("recipients", "- Ông Đức Giám đốc;", "- Ông Đức Giám đốc;"),
        ("recipients", "“Bộ Tư pháp;", "- Bộ Tư pháp;"),
        ("body", "nêu tại khoản 1, Mục Ï", "nêu tại khoản 1, Mục I"),
        ("body", "hết học kỳ H năm học", "hết học kỳ II năm học"),
        ("body", "theo Mục 1 của Kế hoạch", "theo Mục 1 của Kế hoạch"),
        ("body", "điểm H. Thành", "điểm H. Thành"),
        ("body", "VỊ. Kinh phí thực hiện", "VI. Kinh phí thực hiện"),
        ("body", "VIÏ. Kinh phí", "VII. Kinh phí"),
        ("annex", "Ì. MỤC ĐÍCH", "I. MỤC ĐÍCH"),
        ("body", "VỊ TRÍ VIỆC LÀM", "VỊ TRÍ VIỆC LÀM"),
        ("body", "theo Mục ] và Mục]", "theo Mục I và Mục I"),
        ("body", "họp giao ban; đực Lê Thị Sen phụ trách", "họp giao ban; đ/c Lê Thị Sen phụ trách"),
        ("body", "Ban vận động: đức Chủ tịch làm Trưởng ban", "Ban vận động: đ/c Chủ tịch làm Trưởng ban"),
        ("body", "các huyện: Đức Cơ, Chư Prông", "các huyện: Đức Cơ, Chư Prông"),
        ("body", "trừ I điểm mỗi lần", "trừ 1 điểm mỗi lần"),
        ("body", "thuộc loại I điểm b", "thuộc loại I điểm b"),
        ("body", "V. KHEN THƯỜNG", "V. KHEN THƯỞNG"),
        ("body", "KHEN THƯỜNG XUYÊN", "KHEN THƯỜNG XUYÊN"),
        ("recipients", "- Bộ CHỌS tỉnh;", "- Bộ CHQS tỉnh;"),
        ("body", "Nghị quyết số 12-NỌ/TU", "Nghị quyết số 12-NQ/TU"),
        ("body", "CHỌN LỚP HỌC", "CHỌN LỚP HỌC"),
        ("body", "Quyết định ngày 26 tháng II năm 2031", "Quyết định ngày 26 tháng 11 năm 2031"),
        ("body", "Công văn ngày 05 tháng 0] năm 2032", "Công văn ngày 05 tháng 01 năm 2032"),
        ("table", "xong trước 15/I0/2031, sơ kết 7/1I/2031", "xong trước 15/10/2031, sơ kết 7/11/2031"),
        (
            "body",
            "sáng ngày 3 tháng l2 năm 2031, giai đoạn II năm 2031",
            "sáng ngày 3 tháng 12 năm 2031, giai đoạn II năm 2031",
        ),
        ("body", "Văn phòng Cục, Chỉ cục Hải quan cửa khẩu", "Văn phòng Cục, Chi cục Hải quan cửa khẩu"),
        ("table", "Công đoàn, Chỉ đoàn; các chỉ bộ", "Công đoàn, Chi đoàn; các chi bộ"),
        ("recipients", "- 12 chỉ, đảng bộ xã;", "- 12 chi, đảng bộ xã;"),
        ("title", "CỦA CHỈ CỤC THÚ Y", "CỦA CHI CỤC THÚ Y"),
        ("body", "Chỉ bộ phận này trực; chỉ đoàn viên đi", "Chỉ bộ phận này trực; chỉ đoàn viên đi"),
        ("body", "thiệt hại chỉ cục bộ, chỉ ủy quyền một lần", "thiệt hại chỉ cục bộ, chỉ ủy quyền một lần"),
        ("number", "Só: 12/KH-STP", "Số: 12/KH-STP"),
        ("number", "Sở Tư pháp", "Sở Tư pháp"),
    ],
)
def test_formulas_of_the_form(zone: str, read: str, meant: str) -> None:
    given = recognized(read)
    assert repair.applied(given, formulas.changes(given, zone)).value == meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("zone", "read", "meant"),
    [
        ("motto", "Độc lân - Tư do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("signature", "TRẠM TRƯỞNG:", "TRẠM TRƯỞNG"),
        ("signature", "Lê Văn Thuyền.", "Lê Văn Thuyền"),
        ("signature", "Gửi các trạm,", "Gửi các trạm,"),
        ("number", "Số: 12/KH-TTN.", "Số: 12/KH-TTN"),
        ("issuer", "Số:", "Số:"),
        ("title", "KẾ HOẠCH;", "KẾ HOẠCH"),
        ("title", "Đóng thuyền năm 2031.", "Đóng thuyền năm 2031."),
        ("recipients", "- Trạm Thủy nông (bí);", "- Trạm Thủy nông (b/c);"),
        ("body", "mỗi trạm 02 đíc; xã lo", "mỗi trạm 02 đ/c; xã lo"),
        ("body", "giữ đạo đức, làm đúc đồng", "giữ đạo đức, làm đúc đồng"),
    ],
)
def test_lines_of_the_form(zone: Zone, read: str, meant: str) -> None:
    text = recognized(read)
    assert repair.applied(text, formulas.changes(text, zone)).value == meant


def test_what_was_not_recognized_keeps_its_marks() -> None:
    assert not formulas.changes(recognized("TRẠM TRƯỞNG:", 1.0), "signature")


def test_another_reading_tells_what_an_entry_is_sent_for() -> None:
    words = [
        Word("Trạm", 1, 0, None, 0.9),
        Word("te);", 1, 0, None, 0.3, alternatives=(("(h/c);", 0.1), ("(b/c);", 0.1))),
    ]
    text = Text.of_words(words)
    assert repair.applied(text, formulas.changes(text, "recipients")).value == "Trạm (b/c);"
    assert not formulas.changes(text, "body")


def test_nothing_stands_behind_the_heading_of_recipients() -> None:
    for confidence, meant in ((0.5, "Nơi nhận:"), (0.95, "Nơi nhận: m")):
        text = Text.of_words([Word("Nơi", 1, 0), Word("nhận:", 1, 0), Word("m", 1, 0, None, confidence)])
        assert repair.applied(text, formulas.changes(text, "recipients")).value == meant


@pytest.mark.parametrize(
    "plan", sorted((Path(__file__).parents[2] / "corpora").glob("*/plan.txt")), ids=lambda p: p.parent.name
)
def test_what_reads_well_stays_as_it_is(plan: Path) -> None:
    lines = [" ".join(line.split()) for line in plan.read_text("utf8").splitlines() if len(line) > 15]
    assert [line for line in lines if mended(line) != line] == []
