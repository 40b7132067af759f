"""Header and outline -> the record: plain values with their evidence, the period, the state of the copy."""

from __future__ import annotations

import pytest

from kehoach import extract
from kehoach.assemble.header import document_info
from kehoach.assemble.outline import items, sections, tables
from kehoach.model.document import Furniture
from kehoach.model.document_info import DocumentInfo, HeaderEvidence
from kehoach.model.text import Text
from kehoach.rules.load import load
from kehoach.segment import sections as outline_of
from tests.paragraphs import P, Row, document


def info(*parts: P | Row | str, furniture: tuple[Furniture, ...] = ()) -> DocumentInfo:
    made = document(*parts, furniture=furniture)
    outline = outline_of(made, load())
    return document_info(made, outline, extract.facts(made, outline, load()), load())


TITLE = P("KẾ HOẠCH", "title")


@pytest.mark.parametrize(
    ("subject", "start", "end", "label"),
    [
        ("Công tác văn thư năm 2031", "2031-01-01", "2031-12-31", "năm 2031"),
        ("Phát triển du lịch giai đoạn 2031 - 2035", "2031-01-01", "2035-12-31", "giai đoạn 2031 - 2035"),
        ("Cung ứng thiết bị năm 2031 - 2032", "2031-01-01", "2032-12-31", "năm 2031 - 2032"),
        ("Tuyển sinh năm học 2031-2032", None, None, "năm học 2031-2032"),
        ("Dạy bơi trong năm học 2031 - 2032", None, None, "năm học 2031-2032"),
        ("Công tác 6 tháng cuối năm 2031", "2031-07-01", "2031-12-31", "6 tháng cuối năm 2031"),
        ("Công tác quý II năm 2031", "2031-04-01", "2031-06-30", "quý II năm 2031"),
        ("Xây dựng nông thôn mới đến năm 2035", None, "2035-12-31", "đến năm 2035"),
        ("Trồng rừng ven sông đến năm 2035, tầm nhìn đến năm 2050", None, "2035-12-31", "đến năm 2035"),
        (
            "Nghề vườn giai đoạn 2031 - 2035, định hướng đến năm 2040",
            "2031-01-01",
            "2035-12-31",
            "giai đoạn 2031 - 2035",
        ),
        (
            "Đợt thi đua từ tháng 3 đến hết tháng 9 năm 2031",
            "2031-03-01",
            "2031-09-30",
            "từ tháng 3 đến hết tháng 9 năm 2031",
        ),
        (
            "Thực hiện Chỉ thị số 5-CT/TU ngày 15 tháng 5 năm 2030 trong năm 2031",
            "2031-01-01",
            "2031-12-31",
            "năm 2031",
        ),
        ("Hoạt động thi đua Năm học: 2031 – 2032", None, None, "năm học 2031-2032"),
        ("THI ĐUA mừng ngày hội (Từ ngày 05/10 đến ngày 20/11/2031)", "2031-10-05", "2031-11-20", None),
        ("CÔNG TÁC TRỰC BAN NĂM 2031", "2031-01-01", "2031-12-31", "năm 2031"),
        ("Tháng hành động tháng 11 năm 2031", "2031-11-01", "2031-11-30", "tháng 11 năm 2031"),
    ],
)
def test_period_from_the_title(subject: str, start: str | None, end: str | None, label: str) -> None:
    found = info(TITLE, P(subject, "title")).period
    assert found is not None
    assert (found.start, found.end, found.label) == (start, end, label)


PHASES = [
    "V. CÁC ĐỢT THI ĐUA",
    "- Đợt 1: Từ ngày 10/3/2031 đến ngày 30/6/2031.",
    "- Đợt 2: Từ ngày 01/7/2031 đến ngày 30/11/2031.",
]

STEPS = [
    "Từ ngày 10/8/2031 đến ngày 30/9/2031: lấy ý kiến các bến.",
    "Từ ngày 01/10/2031 đến ngày 20/10/2031: xếp lịch thi.",
    "Từ ngày 21/10/2031 đến ngày 30/4/2032: thi ở các bến.",
]
PROGRAMMES = [
    "1. Lớp hàn thuyền",
    "1.1. Hình thức và thời gian",
    "1.1.1. Hình thức: học tại xưởng.",
    "1.1.2. Thời gian: từ ngày 06/4/2031 đến ngày 30/6/2031.",
    "2. Lớp vá lưới",
    "2.1. Hình thức và thời gian",
    "2.1.1. Hình thức: học tại bến.",
    "2.1.2. Thời gian: từ ngày 01/9/2031 đến ngày 30/11/2031.",
]


@pytest.mark.parametrize(
    ("subject", "parts", "start", "end"),
    [
        ("Phát động thi đua năm 2031", PHASES, "2031-03-10", "2031-11-30"),
        ("Phát động thi đua giai đoạn 2031 - 2035", PHASES, "2031-01-01", "2035-12-31"),
        ("Chào mừng Đại hội lần thứ X, nhiệm kỳ 2031 - 2036, năm 2031", [], "2031-01-01", "2031-12-31"),
        ("Tháng hành động năm 2031", ["II. THỜI GIAN, ĐỊA ĐIỂM", "1. Thời gian: từ ngày 01 đến ngày 30 tháng 6 năm 2031.", "2. Địa điểm: các xã."], "2031-06-01", "2031-06-30"),
        ("Tháng hành động năm 2031", ["II. THỜI GIAN, ĐỊA ĐIỂM", "1. Thời gian mở chợ phiên: từ ngày 01 đến ngày 30 tháng 6 năm 2031.", "2. Địa điểm: các xã."], "2031-06-01", "2031-06-30"),
        ("Tháng hành động năm 2031", ["II. THỜI GIAN, ĐỊA ĐIỂM", "1. Thời gian nhận bài dự thi: từ ngày 01 đến ngày 30 tháng 6 năm 2031.", "2. Địa điểm: các xã."], "2031-01-01", "2031-12-31"),
        ("Phát động thi đua năm 2031", ["III. TIẾN ĐỘ THỰC HIỆN", "Cả cuộc bắt đầu từ ngày 02/4/2031 và kết thúc vào ngày 20/10/2031."], "2031-04-02", "2031-10-20"),
        ("Thi đua phục vụ bầu cử đại biểu HĐND các cấp nhiệm kỳ 2031 - 2036", ["II. NỘI DUNG", "1. Nội dung: bảo đảm trật tự.", "2. Thời gian phát động đợt thi đua: từ ngày 05/11/2030 đến ngày 30/4/2031."], "2030-11-05", "2031-04-30"),
        ("Kiểm tra công tác năm 2031 và tổng kết phong trào giai đoạn 2026 - 2030", [], "2031-01-01", "2031-12-31"),
        ("Công tác thi đua, khen thưởng năm 2031", PHASES, "2031-01-01", "2031-12-31"),
        ("Tổ chức các phong trào thi đua năm 2031", PHASES, "2031-01-01", "2031-12-31"),
        ("Phong trào thi đua và công tác khen thưởng năm 2031", PHASES, "2031-01-01", "2031-12-31"),
        ("Hoạt động của Khối thi đua số 3 năm 2031", PHASES, "2031-01-01", "2031-12-31"),
        ("Nước rút 4 tháng cuối năm 2031", [], "2031-09-01", "2031-12-31"),
        ("Kiểm tra kho thuốc nổ", ["III. THỜI GIAN, ĐỊA ĐIỂM", "1. Thời gian kiểm tra: ngày 12/5/2031.", "2. Địa điểm: các mỏ."], "2031-05-12", "2031-05-12"),
        ("Thi đua thông xe cầu Thành", ["III. THỜI GIAN THỰC HIỆN", "Đợt thi đua từ ngày 02/4/2031 đến khi thông xe."], "2031-04-02", None),
        ("Phát động thi đua năm 2031", ["V. THỜI GIAN", "- Đợt 1: Từ ngày 10/3/2031 đến ngày 30/6/2031.", "- Đợt 2: Từ ngày 01/7/2031 đến khi hết vụ."], "2031-01-01", "2031-12-31"),
        ("Tuần tra bến bãi", ["II. NỘI DUNG VÀ THỜI GIAN", "1. Đợt 1: Từ ngày 10/3/2031 đến ngày 30/6/2031:", "- Bến hàng.", "2. Đợt 2: Từ ngày 01/7/2031 đến ngày 30/11/2031:", "- Bến cá."], "2031-03-10", "2031-11-30"),
        ("Hội thao bến bãi", ["II. TIẾN ĐỘ", *STEPS], "2031-08-10", "2032-04-30"),
        ("Hội thao bến bãi", ["II. TIẾN ĐỘ", *(f"{n}. {step}" for n, step in enumerate(STEPS, 1))], "2031-08-10", "2032-04-30"),
        ("Hội thao bến bãi năm 2031", ["II. TIẾN ĐỘ", *STEPS], "2031-01-01", "2031-12-31"),
        ("Dạy nghề năm 2031", ["II. NỘI DUNG", *PROGRAMMES], "2031-01-01", "2031-12-31"),
        ("Quyên góp sách cho trẻ em bến đò năm 2031", ["II. NỘI DUNG", "1. Đối tượng: các bến.", "2. Thời gian quyên góp sách từ ngày 05/9/2031 đến ngày 20/11/2031."], "2031-09-05", "2031-11-20"),
        ("Thi đua năm 2031", ["1. Mục tiêu", "Thông luồng.", "2. Thời gian: 100 ngày, từ ngày 23/9/2031 đến ngày 31/12/2031.", "3. Tổ chức"], "2031-09-23", "2031-12-31"),
        ("Thi đua giữ bến", ["5. Thời gian thực hiện", "Từ ngày 20/4/2031 đến ngày 28/8/2031.", "6. Phân công thực hiện", "6.1. Phòng Bến bãi: tổng hợp."], "2031-04-20", "2031-08-28"),
        ("Thi đua giai đoạn 2031 - 2033", ["II. THỜI GIAN", "1. Thời gian: Từ tháng 8/2031 đến hết năm 2033, gồm hai giai đoạn:", "- Giai đoạn 1 (2031): phát động.", "- Giai đoạn 2 (2032 - 2033): nhân rộng."], "2031-08-01", "2033-12-31"),
        ("Thi đua giữ bến năm 2031", ["V. CÁC ĐỢT THI ĐUA", "1. Đợt thi đua cao điểm: Từ ngày 10/3/2031 đến ngày 30/4/2031.", "2. Đợt thi đua đặc biệt: từ ngày 01/7/2031 đến ngày 30/11/2031."], "2031-01-01", "2031-12-31"),
        ("Phát động thi đua năm 2031", ["II. THỜI GIAN", "- Chặng 1 (từ 01/9 đến 30/9/2031): ra khơi.", "- Chặng 2 (01/10 - 20/12/2031): về bến."], "2031-09-01", "2031-12-20"),
        ("Công tác năm 2031", ["II. NỘI DUNG", "1. Thời gian: từ ngày 01 đến ngày 30 tháng 6 năm 2031.", "2. Địa điểm: các xã."], "2031-01-01", "2031-12-31"),
    ],
)  # fmt: skip
def test_period_of_phases_and_of_days_in_a_section_on_time(
    subject: str, parts: list[str], start: str, end: str | None
) -> None:
    found = info(TITLE, P(subject, "title"), *parts).period
    assert found is not None and (found.start, found.end) == (start, end)


def test_phases_of_one_part_are_not_those_of_the_whole() -> None:
    phases = ["+ Đợt 1: Từ ngày 10/3/2031 đến ngày 30/6/2031.", "+ Đợt 2: Từ ngày 01/7/2031 đến ngày 30/11/2031."]
    first = ["1. Tuần tra bến hàng", "- Kiểm tra phao cứu sinh.", "* Thời gian thực hiện:", *phases]
    second = [
        "2. Tuần tra bến cá",
        "- Kiểm tra đèn báo.",
        "* Thời gian thực hiện: Từ ngày 05/11/2031 đến ngày 30/12/2031.",
    ]
    third = [
        "3. Tuần tra bến đò",
        "- Kiểm tra ván lên.",
        "* Thời gian thực hiện: Từ ngày 15/11/2031 đến ngày 20/12/2031.",
    ]
    assert info(TITLE, P("Tuần tra bến bãi", "title"), "II. NỘI DUNG", *first, *second, *third).period is None


def test_what_ended_before_the_plan_is_not_its_time() -> None:
    looked_at = "1. Thời gian hồ sơ được xem: từ ngày 01/01/2030 đến ngày 30/11/2030."
    dated = P("Lai Châu, ngày 04 tháng 02 năm 2031", "place_date")
    found = info(dated, TITLE, P("Phúc tra năm 2031", "title"), "II. THỜI GIAN", looked_at).period
    assert found is not None and (found.start, found.end) == ("2031-01-01", "2031-12-31")


def test_days_stated_for_the_whole_win_over_the_title() -> None:
    found = info(
        TITLE, P("Phát động đợt thi đua cao điểm năm 2031", "title"), "III. THỜI GIAN THỰC HIỆN",
        "Đợt thi đua cao điểm bắt đầu từ ngày 01/3/2031 đến ngày 30/9/2031.",
    ).period  # fmt: skip
    assert found is not None and (found.start, found.end) == ("2031-03-01", "2031-09-30")


def test_a_month_without_a_year_is_that_of_the_plans_year() -> None:
    dated = P("Lai Châu, ngày 04 tháng 02 năm 2031", "place_date")
    found = info(dated, TITLE, P("Công tác công đoàn tháng 3", "title")).period
    assert found is not None and (found.start, found.end) == ("2031-03-01", "2031-03-31")


@pytest.mark.parametrize(
    ("heading", "start"), [("CÁC ĐỢT THI ĐUA CAO ĐIỂM", "2031-01-01"), ("CÁC ĐỢT THI ĐUA", "2031-02-15")]
)
def test_peaks_are_no_phases_of_a_year(heading: str, start: str) -> None:
    phases = ["- Đợt I - từ 15/02/2031 đến 30/6/2031: dọn bến.", "- Đợt II - từ 01/7/2031 đến 30/11/2031: kè bờ."]
    found = info(
        TITLE, P("Phát động phong trào thi đua “Bến xanh” năm 2031", "title"), f"II. {heading}", *phases
    ).period
    assert found is not None and found.start == start


def test_years_of_laws_and_terms_of_office_are_no_period() -> None:
    preamble = "Căn cứ Luật Cầu đường năm 2019 và Hiến pháp năm 2013, Sở mở đợt kiểm tra như sau:"
    assert info(TITLE, P("Kiểm tra cầu", "title"), preamble, "I. NỘI DUNG").period is None
    found = info(TITLE, P("Xây dựng hồ sơ công đoàn nhiệm kỳ 2031 - 2036", "title")).period
    assert found is not None and (found.start, found.end, found.label) == (None, None, "nhiệm kỳ 2031 - 2036")


def test_a_law_older_than_the_plan_dates_no_plan() -> None:
    dated = P("Lai Châu, ngày 04 tháng 02 năm 2031", "place_date")
    assert info(dated, TITLE, P("Thi hành Luật Cầu đường năm 2029 tại tỉnh", "title")).period is None


@pytest.mark.parametrize("who", ["Cơ quan chủ trì: Sở Tư pháp.", "Chủ trì: Sở Tư pháp; phối hợp: Công an xã."])
def test_the_time_of_one_work_is_not_that_of_the_plan(who: str) -> None:
    works = [
        "II. NỘI DUNG",
        "1. Phổ biến quy định",
        f"- {who}",
        "- Thời gian thực hiện: Quý IV năm 2031.",
    ]
    assert info(TITLE, P("Thi hành quy định mới", "title"), *works).period is None


def test_only_what_the_plan_issues_itself_is_dated_in_the_preamble() -> None:
    preamble = (
        "Thực hiện Quyết định phê duyệt Chiến lược dữ liệu đến năm 2035, Sở ban hành Kế hoạch triển khai như sau:"
    )
    assert info(TITLE, P("Dữ liệu dùng chung", "title"), preamble, "I. NỘI DUNG").period is None


def test_no_period_where_nothing_is_said() -> None:
    assert info(TITLE, P("Về việc may đồng phục", "title")).period is None


def test_values_are_plain_and_their_evidence_stands_beside_them() -> None:
    found = info(P("SỞ TƯ PHÁP TỈNH SƠN LA", "issuer"), P("Số: 7/KH-STP", "number"), TITLE, P("Kiểm tra năm 2031", "title"),
                 P("- Lưu: VT.", "recipients"))  # fmt: skip
    assert (found.number, found.issuer, found.title) == ("7/KH-STP", "Sở Tư pháp tỉnh Sơn La", "Kiểm tra năm 2031")
    number = found.evidence["number"]
    assert isinstance(number, HeaderEvidence) and not number.inferred
    assert [(e.start, e.end) for e in number.evidence] == [(27, 35)]
    assert len(found.recipients) == 1 and isinstance(found.evidence["recipients"], tuple)
    assert found.state["signer"] == "absent" and "signer.name" not in found.evidence


@pytest.mark.parametrize(
    ("number", "pieces", "state"),
    [
        ("Số: 7/KH-STP", (), "unknown"),
        ("Số: /KH-STP", (), "draft"),
        ("Số: 7/KH-STP", (("received_stamp", "ĐẾN Số: 9 Ngày: 1/2/31"),), "received_copy"),
        ("Số: 7/KH-STP", (("digital_signature", "Ký bởi: Sở Mẫu"),), "original"),
        ("Số: 7/KH-STP", (("digital_signature", "SAO Y Sở Mẫu"),), "certified_copy"),
        ("Số: 7/KH-STP", (("seal", ""),), "original"),
    ],
)
def test_copy_state(number: str, pieces: tuple[tuple[str, str], ...], state: str) -> None:
    furniture = tuple(Furniture(kind, 1, None, Text.inserted(text)) for kind, text in pieces)  # type: ignore[arg-type]
    assert info(P(number, "number"), TITLE, furniture=furniture).copy_state == state


def test_sections_items_and_tables_of_the_record() -> None:
    made = document(
        "I. MỤC ĐÍCH:", "1. Rà soát hồ sơ của các hộ dân trong xã, lập danh sách và niêm yết công khai tại nhà văn hóa thôn.",
        "Xong trong quý II.", "II. PHÂN CÔNG", Row("TT | Việc", "header"), Row("1 | Họp"), Row("2 | Chấm"),
    )  # fmt: skip
    outline = outline_of(made, load())
    assert [(s.path, s.heading, s.kinds) for s in sections(made, outline)] == [
        ("I", "MỤC ĐÍCH", ("purpose",)), ("II", "PHÂN CÔNG", ("tasks",))
    ]  # fmt: skip
    [item] = items(made, outline)
    assert item.start == "Rà soát hồ sơ của các hộ dân trong xã, lập danh sách và niêm"
    assert item.text.endswith("thôn. Xong trong quý II.")
    assert item.id.startswith("item-") and item.evidence and item.rule == "segment.arabic"
    [table] = tables(made, outline)
    assert (table.path, table.header, table.rows) == ("II", ("TT", "Việc"), (("1", "Họp"), ("2", "Chấm")))


def test_equal_paragraphs_have_ids_of_their_own() -> None:
    made = document("1. Họp dân.", "1. Họp dân.", "1. Họp dân.")
    found = items(made, outline_of(made, load()))
    assert len(found) == len({item.id for item in found}) == 3
