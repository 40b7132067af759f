"""Ends of what a plan sets going, steps bound to a year, days of the week and of the lunar year, days left blank."""

from __future__ import annotations

import pytest

from kehoach.extract.times.binding_times import bound_times
from kehoach.extract.times.time_grammar import find
from kehoach.model.time import Moment


def quotes(text: str) -> list[str]:
    return [text[time.start : time.end] for time in bound_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kết thúc đợt cao điểm, Tổng công ty chọn 02 kho dẫn đầu.", ["Kết thúc đợt cao điểm"]),
        ("Sau chiến dịch, Đoàn phường gặp mặt đội viên.", ["Sau chiến dịch"]),
        ("Lập biên bản kết thúc đợt kiểm tra, có chữ ký hai bên.", []),
        ("Sơ kết năm 2029: khen 10 tổ tàu.", ["năm 2029"]),
        ("Tổng kết năm 2030: trong tháng 11 năm 2030.", ["trong tháng 11 năm 2030"]),
        ("Kết quả năm 2029: đạt 80%.", []),
        ("Đọc chỉ số đồng hồ; năm 2029 đề xuất thay ống cũ.", ["năm 2029"]),
        ("Sổ sách năm 2029 đề xuất lưu thêm.", []),
        ("Chấm điểm các bến vào ngày đầu tiên của mỗi chặng.", ["vào ngày đầu tiên của mỗi chặng"]),
        ("Đội trưởng cứ chiều thứ Tư gửi nhật ký.", ["cứ chiều thứ Tư"]),
        ("Cứ 10 hộ lập một tổ liên gia.", []),
        ("Kho nộp số liệu trước 16 giờ thứ Năm.", ["trước 16 giờ thứ Năm"]),
        ("Lễ ra quân lúc 7 giờ thứ Bảy, ngày 11/5/2030.", ["lúc 7 giờ thứ Bảy, ngày 11/5/2030"]),
        ("Luyện tập mỗi tuần 02 buổi vào sáng thứ Ba và chiều thứ Sáu.", ["mỗi tuần 02 buổi vào sáng thứ Ba và chiều thứ Sáu"]),
        ("Ghi nhiệt độ hầm lạnh ngày 02 lần.", ["ngày 02 lần"]),
        ("Trực phà từ ngày 22 tháng Chạp đến ngày 06 tháng Giêng.", ["từ ngày 22 tháng Chạp đến ngày 06 tháng Giêng"]),
        ("Gửi hồ sơ chậm nhất là 15 tháng 11 năm 2030.", ["chậm nhất là 15 tháng 11 năm 2030"]),
        ("Thời gian chờ rút còn không quá 03 giờ làm việc.", []),
        ("Hai kho chuyển tiếp từ năm trước còn dở dang.", []),
        ("Giao lưu kéo co giữa các tổ, nhân Ngày hội Đại đoàn kết 18/11.", ["nhân Ngày hội Đại đoàn kết 18/11"]),
        ("Ca trưởng báo về trung tâm trong ngày.", ["trong ngày"]),
        ("Số chuyến trong ngày được niêm yết.", []),
    ],
)  # fmt: skip
def test_times_told_by_what_goes_on(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xong trước ngày    tháng 5 năm 2030.",
        "Xong trước ngày … tháng 5 năm 2030.",
        "Xong trước ngày .../5/2030.",
    ],
)
def test_a_day_left_blank_has_no_date(text: str) -> None:
    (time,) = bound_times(text)
    assert text[time.start : time.end] == text[5:-1]
    assert (time.when.kind, time.when.start, time.when.end, time.when.qualifier) == ("deadline", None, None, "before")


def test_what_is_done_every_year_and_the_term_of_another_work() -> None:
    text = "Hằng năm kiểm kê kho, thay biển báo, gửi kết quả trước ngày 20 tháng 01 năm sau."
    assert quotes(text) == ["Hằng năm", "trước ngày 20 tháng 01 năm sau"]
    assert {time.when.kind for time in bound_times(text)} == {"recurring"}
    one = "Hằng năm báo cáo kết quả về Cục trước ngày 15/11."
    assert quotes(one) == ["Hằng năm báo cáo kết quả về Cục trước ngày 15/11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thời gian: Tháng 10, 11/2030 và kiện toàn thường xuyên.", ["Tháng 10, 11/2030 và kiện toàn thường xuyên"]),
        ("Nâng hiệu quả công tác cứu hộ từ nay đến năm 2035 và những năm tiếp theo.", []),
        ("Từ nay đến năm 2035, mỗi bến trồng 02 km kè cây.", ["Từ nay đến năm 2035"]),
        ("Sơ kết 6 tháng, 1 năm thực hiện.", ["6 tháng, 1 năm"]),
        ("Thời gian thực hiện: 6 tháng, hằng năm và định kỳ.", ["6 tháng, hằng năm và định kỳ"]),
        ("Rà soát quy trình của các cảng (trong năm 2030).", ["trong năm 2030"]),
        ("Giải quyết hết hồ sơ còn tồn đọng vào năm 2032.", ["vào năm 2032"]),
        ("Nợ tồn đọng trước năm 2020 được khoanh lại.", []),
        ("Số tàu lắp máy phát đạt 80%, năm 2031 đạt 90%.", ["năm 2031"]),
        ("Tổ chức dạy học 2 buổi/ngày; mỗi ngày không quá 7 tiết.", []),
        ("Báo trực ban tối thiểu 03 ngày trước thời điểm diễn tập.", ["tối thiểu 03 ngày trước thời điểm diễn tập"]),
        ("Gửi tài liệu trước 05 ngày tổ chức hội nghị.", ["trước 05 ngày tổ chức hội nghị"]),
        ("Kiểm tra phao trước khi đưa vào sử dụng tại các bến của Công ty.", []),
    ],
)
def test_times_of_years_and_of_every_so_often(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_two_months_with_one_year_in_a_cell() -> None:
    (months,) = find("09 - 10/2030", cell=True)
    assert (months.when.start, months.when.end) == (Moment(2030, 9), Moment(2030, 10))
    (days,) = find("15 - 20/10/2030", cell=True)
    assert (days.when.start, days.when.end) == (Moment(2030, 10, 15), Moment(2030, 10, 20))
