"""Deadlines with their places: paragraphs, time cells, bands."""

from __future__ import annotations

from kehoach.extract.citations.definitions import definitions
from kehoach.extract.deadlines import deadlines
from tests.extract.written import written


def found(body: str) -> list[tuple[str | None, str, str]]:
    plan = written(body)
    mentions = deadlines(plan.document, plan.outline, plan.rules)
    return [(m.deadline.path, m.deadline.quote, m.deadline.kind) for m in mentions]


def test_paths_and_actions_of_running_text() -> None:
    plan = written("IV. TIẾN ĐỘ\n1. Ra quân trồng cây trong tháng 3/2022.\n2. Tổng kết trước ngày 10/12/2022.")
    first, second = deadlines(plan.document, plan.outline, plan.rules)
    assert (first.deadline.path, first.deadline.action) == ("IV.1", "Ra quân trồng cây")
    assert (second.deadline.path, second.deadline.qualifier) == ("IV.2", "before")


def test_the_evidence_is_the_quote() -> None:
    plan = written("IV. TIẾN ĐỘ\n1. Ra quân trồng cây trong tháng 3/2022.")
    (mention,) = deadlines(plan.document, plan.outline, plan.rules)
    assert plan.document.quote(mention.span) == mention.deadline.quote == "trong tháng 3/2022"
    assert [(e.start, e.end) for e in mention.deadline.evidence] == [(mention.span.start, mention.span.end)]


def test_times_of_a_table_stand_at_their_rows() -> None:
    body = (
        "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện | Thời gian\n1 | Họp bàn | Văn phòng | 05/4/2022\n"
        "2 | Thẩm tra | Tổ thẩm tra | ≤ 7 ngày làm việc\n3 | Mở gói | Tổ chuyên gia | Ngay sau khi có kết quả thẩm tra\n"
    )
    assert found(body) == [
        ("II.T1", "05/4/2022", "milestone"),
        ("II.T2", "≤ 7 ngày làm việc", "deadline"),
        ("II.T3", "Ngay sau khi có kết quả thẩm tra", "milestone"),
    ]


def test_a_band_is_one_deadline_of_the_section_that_holds_the_table() -> None:
    body = "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện\nQUÝ I\n1 | Họp bàn | Văn phòng\n2 | Kiểm kê | Văn phòng\n"
    assert found(body) == [("II", "QUÝ I", "period")]


def test_a_quarter_read_twice_takes_its_place_in_the_sequence() -> None:
    rows = "".join(f"QUÝ {q}\n{n} | Việc {n} | Văn phòng\n" for n, q in enumerate(("I", "II", "II", "IV"), 1))
    plan = written("II. LỊCH\nTT | Nội dung | Đơn vị thực hiện\n" + rows)
    mentions = deadlines(plan.document, plan.outline, plan.rules)
    assert [m.when.start.quarter for m in mentions if m.when.start] == [1, 2, 3, 4]
    assert [m.deadline.rule for m in mentions].count("time.quarter.sequence") == 1


def test_a_band_may_have_a_label_of_its_own() -> None:
    body = (
        "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện\nI | Quý I | \n1 | Họp bàn | Văn phòng\n2 | Kiểm kê | Văn phòng\n"
    )
    assert found(body) == [("II", "Quý I", "period")]
    assert found(body.replace("Quý I | ", "Quý I")) == [("II", "Quý I", "period")]


def test_what_is_held_on_a_day_is_not_due_by_it() -> None:
    body = (
        "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện | Thời gian hoàn thành\n"
        "1 | Ra quân dọn bến | Văn phòng | 05/4/2022\n2 | Lập danh sách | Văn phòng | 07/4/2022\n"
    )
    assert found(body) == [("II.T1", "05/4/2022", "milestone"), ("II.T2", "07/4/2022", "deadline")]


def test_rows_that_sum_up_are_told_from_works_that_begin_alike() -> None:
    body = (
        "II. LỊCH\nNội dung | Đơn vị thực hiện | Thời gian\nTổng kết mùa vụ | Văn phòng | 05/4/2022\n"
        "Tổng cộng | | 15 ngày\n"
    )
    assert [quote for _, quote, _ in found(body)] == ["05/4/2022"]


def test_the_days_that_the_preamble_gives_the_whole() -> None:
    body = (
        "Phòng Văn hóa phát động đợt ra quân “Phố xanh” (từ ngày 05/9/2031 đến ngày 05/12/2031) như sau:\n"
        "I. NỘI DUNG\n1. Trồng cây dọc phố."
    )
    assert found(body) == [(None, "từ ngày 05/9/2031 đến ngày 05/12/2031", "period")]


def test_years_over_columns_of_figures() -> None:
    body = "II. CHỈ TIÊU\nTT | Chỉ tiêu | Đến năm 2027 | Đến năm 2030\n1 | Hộ dùng nước sạch | 80% | 95%\n"
    assert found(body) == [("II", "Đến năm 2027", "deadline"), ("II", "Đến năm 2030", "deadline")]


def test_columns_of_other_dates_are_no_times() -> None:
    body = "II. DANH SÁCH\nTT | Họ và tên | Ngày, tháng, năm sinh\n1 | Lò Thị Mẫu | 05/4/1992\n"
    assert found(body) == []


def test_cells_of_work_and_notes_say_times_in_words() -> None:
    head = "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện | Thời gian | Ghi chú\n"
    body = head + "1 | Nộp phiếu về tổ (chậm nhất 12/4), bốc thăm | Văn phòng | Tháng 4/2022 | Công bố trước 30/4\n"
    assert [quote for _, quote, _ in found(body)] == ["chậm nhất 12/4", "Tháng 4/2022", "trước 30/4"]


def test_months_in_short_fill_a_cell() -> None:
    head = "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện | Thời gian\n"
    body = head + "1 | Xây nhà | Văn phòng | T3-T11\n2 | Tập huấn | Văn phòng | T5\n"
    assert [quote for _, quote, _ in found(body)] == ["T3-T11", "T5"]


def test_years_in_cells_tell_what_the_work_is_about() -> None:
    body = "II. LỊCH\nTT | Nội dung | Đơn vị thực hiện\n1 | Số hóa hồ sơ giai đoạn trước năm 2016 | Văn phòng\n"
    assert found(body) == []


def test_short_names_that_the_plan_defines() -> None:
    plan = written(
        "I. CHUNG\n1. Ban Quản lý di tích (sau đây gọi tắt là Ban) lập hồ sơ.\n2. Khu bảo tồn thiên nhiên (KBTTN) mở cửa."
    )
    made = {d.short: d.full for d in definitions(plan.document, plan.outline, plan.rules)}
    assert made["KBTTN"] == "Khu bảo tồn thiên nhiên"
    assert made["Ban"] == "Ban Quản lý di tích"


def test_days_behind_verbs_and_ranges_with_brackets() -> None:
    body = (
        "II. TIẾN ĐỘ\n1. Các rạp nộp 15/11 về phòng nghiệp vụ.\n2. Từ ngày 07/02/2022 (mồng 7 Tết) đến ngày 25/3/2022 (thứ sáu).\n"
        "3. Bước I: 9/2022 đến hết 2023 kiểm kê.\n4. Đăng ký trước 16h30 thứ tư, ngày 09/11/2022.\n"
    )
    assert [quote for _, quote, _ in found(body)] == [
        "15/11",
        "Từ ngày 07/02/2022 (mồng 7 Tết) đến ngày 25/3/2022",
        "Bước I: 9/2022 đến hết 2023",
        "trước 16h30 thứ tư, ngày 09/11/2022",
    ]


def test_phases_side_by_side_terms_in_short_and_days_with_dashes() -> None:
    body = (
        "II. TIẾN ĐỘ\n1. Trưng bày 2 đợt: đợt I 30/4 - 03/5, đợt II 02/9.\n2. Đợt 3: từ đầu HKII đến 26/3.\n"
        "3. Sơ kết trước ngày 19-5.\n4. Nhận tranh, hạn cuối nhận bài 05/12/2022.\n"
    )
    assert [(quote, kind) for _, quote, kind in found(body)] == [
        ("đợt I 30/4 - 03/5", "phase"),
        ("đợt II 02/9", "phase"),
        ("Đợt 3: từ đầu HKII đến 26/3", "phase"),
        ("trước ngày 19-5", "deadline"),
        ("hạn cuối nhận bài 05/12/2022", "deadline"),
    ]


def test_hours_of_a_programme_are_of_the_day_that_stands_above() -> None:
    head = "Thời gian | Nội dung | Phụ trách\n"
    body = (
        "II. NỘI DUNG\n1. Địa điểm: Sân vận động.\n2. Lịch thi đấu:\n"
        f"NGÀY 1: THỨ SÁU, NGÀY 06/5/2022\n{head}Buổi sáng\n7h30 - 8h00 | Khai mạc | Văn phòng\n8h00 | Chạy việt dã | Trọng tài\n"
        f"NGÀY 2: THỨ BẢY, NGÀY 07/5/2022\n{head}14h00 - 16h30 | Kéo co | Trọng tài\nIII. KINH PHÍ\nTừ nguồn đóng góp.\n"
    )
    assert found(body) == [
        ("II.2.*1", "THỨ SÁU, NGÀY 06/5/2022", "milestone"),
        ("II.2.*1", "Buổi sáng", "period"),
        ("II.2.*1.T1", "7h30 - 8h00", "period"),
        ("II.2.*1.T2", "8h00", "period"),
        ("II.2.*2", "THỨ BẢY, NGÀY 07/5/2022", "milestone"),
        ("II.2.*2.T1", "14h00 - 16h30", "period"),
    ]
    listed = "II. LỊCH\n1. Sáng ngày 06/5/2022:\n- 7h30: Đón đại biểu.\n- 8h15 - 9h00: Khai mạc.\n2. Công việc khác:\n- 7h30: Trực cổng."
    assert found(listed)[1:] == [("II.1.-1", "7h30", "period"), ("II.1.-2", "8h15 - 9h00", "period")]
