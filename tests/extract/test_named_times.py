"""Days of the week without a date, days of drives with a name, feasts side by side, and spans that are looked into."""

from __future__ import annotations

from kehoach.extract.deadlines import deadlines
from tests.extract.written import written


def quoted(body: str) -> list[tuple[str, str]]:
    plan = written(body, "Công tác năm 2022")
    found = deadlines(plan.document, plan.outline, plan.rules)
    return [(m.deadline.quote, m.deadline.kind) for m in found]


def test_a_day_of_the_week_on_which_something_is_done_again() -> None:
    body = "I. TỔ CHỨC\n1. Kíp trực nộp sổ vào chiều thứ năm.\n2. Bến tiếp dân vào ngày thứ ba, thứ tư."
    assert quoted(body) == [("vào chiều thứ năm", "recurring"), ("vào ngày thứ ba, thứ tư", "recurring")]
    once = "I. TỔ CHỨC\n1. Chung kết vào sáng chủ nhật.\n2. Mở hội vào thứ bảy tới.\n3. Họp vào thứ năm 07/7."
    assert quoted(once) == [("vào thứ năm 07/7", "milestone")]


def test_the_day_of_a_drive_with_its_name() -> None:
    body = "I. NỘI DUNG\n1. Cao điểm là Ngày Chủ nhật vì rừng 12/6 và Ngày Thanh niên cùng hành động (09/7)."
    assert [quote for quote, _ in quoted(body)] == [
        "Ngày Chủ nhật vì rừng 12/6",
        "Ngày Thanh niên cùng hành động (09/7)",
    ]
    assert quoted("I. NỘI DUNG\n1. Kỷ niệm Ngày Môi trường thế giới 05/6 bằng việc làm.") == []


def test_two_feasts_in_a_row_are_one_time() -> None:
    head = "I. LỊCH\n| TT | Nội dung | Đơn vị | Thời gian |\n"
    assert quoted(f"{head}| 1 | Treo cờ hoa | Bến số 2 | Dịp 30/4 và 01/5 |") == [("Dịp 30/4 và 01/5", "period")]
    assert len(quoted(f"{head}| 1 | Treo cờ hoa | Bến số 2 | Dịp 27/7 và 02/9 |")) == 2


def test_the_span_that_is_looked_into_is_no_time_of_the_work() -> None:
    assert quoted("I. NỘI DUNG\n1. Mốc thời gian kiểm tra: từ ngày 01/01/2021 đến ngày 31/12/2021.") == []
    assert quoted("I. NỘI DUNG\n1. Thời kỳ thanh tra\nTừ ngày 01/01/2021 đến ngày 31/12/2021.") == []
    done = "I. NỘI DUNG\n1. Thời gian kiểm tra: từ ngày 04/7/2022 đến ngày 08/7/2022."
    assert [quote for quote, _ in quoted(done)] == ["từ ngày 04/7/2022 đến ngày 08/7/2022"]


def test_always_is_no_time() -> None:
    head = "I. LỊCH\n| TT | Nội dung | Đơn vị | Thời gian |\n"
    assert quoted(f"{head}| 1 | Quét bến | Bến số 2 | Thường xuyên |") == []
    assert len(quoted(f"{head}| 1 | Quét bến | Bến số 2 | Thường xuyên, hằng tuần |")) == 1


def test_how_often_and_how_long_in_words() -> None:
    body = (
        "I. TỔ CHỨC\n1. Các bến giao ban sáu tháng một lần.\n2. Phát tin hai buổi một tuần trên loa bến.\n"
        "3. Trưởng bến họp trong hai ngày kể từ ngày nhận được văn bản.\n4. Các tổ mỗi tháng xuống bến ít nhất một lần, "
        "cuối quý gửi nhận xét về Cảng vụ.\n5. Mở lớp bơi trong hè.\n6. Câu lạc bộ do Đoàn khởi xướng từ năm 2020."
    )
    assert [quote for quote, _ in quoted(body)] == [
        "sáu tháng một lần",
        "hai buổi một tuần",
        "trong hai ngày kể từ ngày nhận được văn bản",
        "mỗi tháng",
        "cuối quý",
        "trong hè",
    ]
