"""Administrative time: what is printed, what it means before the plan's dates are known."""

from __future__ import annotations

import pytest

from kehoach.extract.times.time_grammar import find
from kehoach.model.time import Moment


def moments(text: str, *, cell: bool = False) -> list[tuple[str, str, str | None, Moment | None, Moment | None]]:
    return [
        (text[m.start : m.end], m.when.kind, m.when.qualifier, m.when.start, m.when.end) for m in find(text, cell=cell)
    ]


def day(d: int | None = None, m: int | None = None, y: int | None = None) -> Moment:
    return Moment(year=y, month=m, day=d)


MOMENTS = [
    ("ngày 7/3/2019", day(7, 3, 2019)),
    ("07-03-2019", day(7, 3, 2019)),
    ("7.3.2019", day(7, 3, 2019)),
    ("ngày 07 tháng 3 năm 2019", day(7, 3, 2019)),
    ("ngày 07 tháng 3năm 2019", day(7, 3, 2019)),
    ("mùng 2 tháng 9", day(2, 9)),
    ("ngày 22/12", day(22, 12)),
    ("8 giờ 30 phút ngày 12/4/2022", day(12, 4, 2022)),
    ("chiều 12/4/2022", day(12, 4, 2022)),
    ("sáng thứ ba, ngày 12/4/2022", day(12, 4, 2022)),
    ("tháng 8/2022", day(None, 8, 2022)),
    ("T8/2022", day(None, 8, 2022)),
    ("tháng 8 năm 2022", day(None, 8, 2022)),
    ("tháng 8-2022", day(None, 8, 2022)),
    ("tháng tám năm 2022", day(None, 8, 2022)),
    ("thảng 8/2022", day(None, 8, 2022)),
    ("tuần 2 tháng 5 năm 2023", Moment(2023, 5, week=2)),
    ("tuần thứ hai của tháng 5/2023", Moment(2023, 5, week=2)),
    ("tuần cuối tháng 5", Moment(None, 5, week=5)),
    ("tuần thứ 3 của tháng 8/2027", Moment(2027, 8, week=3)),
    ("tuần đầu tiên của tháng 8/2027", Moment(2027, 8, week=1)),
    ("tuần cuối cùng của tháng 8/2027", Moment(2027, 8, week=5)),
    ("thượng tuần tháng 6/2017", Moment(2017, 6, part="start")),
    ("hạ tuần tháng 6", Moment(None, 6, part="end")),
    ("đầu tháng 3/2018", Moment(2018, 3, part="start")),
    ("giữa quý II/2018", Moment(2018, quarter=2, part="middle")),
    ("quý IV năm 2016", Moment(2016, quarter=4)),
    ("quý 4-2016", Moment(2016, quarter=4)),
    ("quý lII", Moment(quarter=3)),
    ("6 tháng cuối năm 2014", Moment(2014, half=2)),
    ("sáu tháng đầu năm", Moment(half=1)),
    ("năm 2030", Moment(2030)),
    ("năm học 2018 - 2019", Moment(school_year=(2018, 2019))),
    ("học kỳ II năm học 2018-2019", Moment(term=2)),
    ("cuối đợt 2", Moment(phase=2, part="end")),
    ("ngày cuối cùng của tháng 6/2031", Moment(2031, 6, part="end")),
    ("ngày đầu tiên của tháng 6/2031", day(1, 6, 2031)),
]


@pytest.mark.parametrize(("text", "moment"), MOMENTS, ids=[text for text, _ in MOMENTS])
def test_one_moment(text: str, moment: Moment) -> None:
    ((quote, _, _, start, end),) = moments(text)
    assert (quote, start, end) == (text, moment, moment)


RANGES = [
    ("từ ngày 5/2/2018 đến ngày 9/3/2018", day(5, 2, 2018), day(9, 3, 2018)),
    ("từ ngày 5/2 đến 9/3/2018", day(5, 2, 2018), day(9, 3, 2018)),
    ("từ 5/11 đến 9/1/2018", day(5, 11, 2017), day(9, 1, 2018)),
    ("từ 05 đến 09/3/2018", day(5, 3, 2018), day(9, 3, 2018)),
    ("từ ngày 05 đến ngày 09 tháng 3 năm 2018", day(5, 3, 2018), day(9, 3, 2018)),
    ("05/3/2018 – 09/3/2018", day(5, 3, 2018), day(9, 3, 2018)),
    ("05/3 → 09/3/2018", day(5, 3, 2018), day(9, 3, 2018)),
    ("05/3/2018-09/3/2018", day(5, 3, 2018), day(9, 3, 2018)),
    ("ngày 11, 12, 13/6/2018", day(11, 6, 2018), day(13, 6, 2018)),
    ("11, 12 và 13 tháng 6 năm 2018", day(11, 6, 2018), day(13, 6, 2018)),
    ("từ tháng 10/2016 đến tháng 4/2017", day(None, 10, 2016), day(None, 4, 2017)),
    ("từ tháng 10 đến tháng 4/2017", day(None, 10, 2016), day(None, 4, 2017)),
    ("tháng 4, 5 và tháng 6/2017", day(None, 4, 2017), day(None, 6, 2017)),
    ("tháng 4-5/2017", day(None, 4, 2017), day(None, 5, 2017)),
    ("quý I, II năm 2017", Moment(2017, quarter=1), Moment(2017, quarter=2)),
    ("từ quý II đến hết quý III/2017", Moment(2017, quarter=2), Moment(2017, quarter=3)),
    ("từ năm 2016 đến năm 2020", Moment(2016), Moment(2020)),
    ("giai đoạn 2016 - 2020", Moment(2016), Moment(2020)),
    ("từ nay đến hết tháng 9/2019", Moment(anchor="issue_date"), day(None, 9, 2019)),
    ("từ khi ban hành kế hoạch đến 30/9/2019", Moment(anchor="issue_date"), day(30, 9, 2019)),
    ("trong 02 ngày (11 - 12/6/2027", day(11, 6, 2027), day(12, 6, 2027)),
    ("trong 5 tháng (từ ngày 01/4/2027 đến ngày 31/8/2027", day(1, 4, 2027), day(31, 8, 2027)),
    ("nửa đầu tháng 8/2027", day(1, 8, 2027), day(15, 8, 2027)),
    ("nửa cuối tháng 8/2027", day(16, 8, 2027), day(None, 8, 2027)),
    ("10 ngày đầu tháng 8/2027", day(1, 8, 2027), day(10, 8, 2027)),
    ("bắt đầu từ ngày 08/3/2027 và kết thúc vào ngày 02/9/2027", day(8, 3, 2027), day(2, 9, 2027)),
    ("bắt đầu vào ngày 08 tháng 3, kết thúc ngày 02 tháng 9 năm 2027", day(8, 3, 2027), day(2, 9, 2027)),
    ("khởi động từ tháng 10/2027 và khép lại trong tháng 3/2028", day(None, 10, 2027), day(None, 3, 2028)),
    ("từ tháng 8/2027 đến hết năm học 2027-2028", day(None, 8, 2027), Moment(school_year=(2027, 2028), part="end")),
    ("từ đầu năm đến ngày 30/4/2019", Moment(2019, part="start"), day(30, 4, 2019)),
    ("từ tháng 6/2031 đến ngày hội xuống đồng 09/8/2031", day(None, 6, 2031), day(9, 8, 2031)),
    ("từ ngày 01/6/2031 đến lễ ra quân (ngày 09/8/2031)", day(1, 6, 2031), day(9, 8, 2031)),
]


@pytest.mark.parametrize(("text", "first", "last"), RANGES, ids=[row[0] for row in RANGES])
def test_range(text: str, first: Moment, last: Moment) -> None:
    ((quote, _, qualifier, start, end),) = moments(text)
    assert (quote, qualifier, start, end) == (text, None, first, last)


BOUNDS = [
    ("trước ngày 25/10/2022", "before", None, day(25, 10, 2022)),
    ("trước 25/10/2022", "before", None, day(25, 10, 2022)),
    ("đến trước ngày 25/10", "before", None, day(25, 10)),
    ("chậm nhất là ngày 25/10/2022", "by", None, day(25, 10, 2022)),
    ("chậm nhất trước ngày 25/10/2022", "before", None, day(25, 10, 2022)),
    ("không muộn hơn ngày 25/10/2022", "by", None, day(25, 10, 2022)),
    ("đến hết ngày 25/10/2022", "by", None, day(25, 10, 2022)),
    ("đến cuối năm 2022", "by", None, Moment(2022, part="end")),
    ("hết quý III/2022", "by", None, Moment(2022, quarter=3)),
    ("đến năm 2030", "by", None, Moment(2030)),
    ("đến 5/2023", "by", None, day(None, 5, 2023)),
    ("tới 31/5/2023", "by", None, day(31, 5, 2023)),
    ("kể từ ngày 01/7/2023", "from", day(1, 7, 2023), None),
    ("từ tháng 9/2023 trở đi", "from", day(None, 9, 2023), None),
    ("trước ngày khánh thành bến 25/10/2031", "before", None, day(25, 10, 2031)),
    ("sau ngày khánh thành bến 25/10/2031", "after", day(25, 10, 2031), None),
    ("dự kiến tháng 9/2023", "approx", day(None, 9, 2023), day(None, 9, 2023)),
]


@pytest.mark.parametrize(("text", "qualifier", "first", "last"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bound(text: str, qualifier: str, first: Moment | None, last: Moment | None) -> None:
    ((quote, _, found, start, end),) = moments(text)
    assert (quote, found, start, end) == (text, qualifier, first, last)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("hàng năm", None),
        ("hằng quý", None),
        ("định kỳ hằng tháng", None),
        ("định kỳ 6 tháng, hằng năm", None),
        ("theo định kỳ", None),
        ("02 lần/năm", None),
        ("tối thiểu 01 lần/quý", None),
        ("chậm nhất ngày 20 hằng tháng", "by"),
        ("trước ngày 20/11 hàng năm", "before"),
        ("sau mỗi đợt", "after"),
        ("lúc 5 giờ 30 và 18 giờ hằng ngày", None),
        ("trước 10 giờ sáng hằng ngày", "before"),
        ("trước 15h00 thứ tư hằng tuần", "before"),
        ("vào chiều thứ ba, thứ năm hằng tuần", None),
        ("vào sáng chủ nhật tuần cuối hằng tháng", None),
        ("trước 16 giờ ngày 10 và ngày 25 hằng tháng", "before"),
        ("mỗi sáng thứ hai", None),
    ],
)
def test_recurring(text: str, qualifier: str | None) -> None:
    assert moments(text) == [(text, "recurring", qualifier, None, None)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "working", "after"),
    [
        ("trong vòng 15 ngày kể từ ngày nhận hồ sơ", 15, "ngày", False, "kể từ ngày nhận hồ sơ"),
        ("không quá 03 ngày làm việc", 3, "ngày", True, None),
        ("≤ 12 ngày", 12, "ngày", False, None),
        ("10 (mười) ngày làm việc sau khi ký hợp đồng", 10, "ngày", True, "sau khi ký hợp đồng"),
        ("thời gian thực hiện là 6 tháng", 6, "tháng", False, None),
    ],
)
def test_length(text: str, value: float, unit: str, working: bool, after: str | None) -> None:
    (match,) = find(text)
    duration = match.when.duration
    assert duration is not None
    assert text[match.start : match.end] == text
    assert (duration.value, duration.unit, duration.working_days, duration.after) == (value, unit, working, after)


@pytest.mark.parametrize("text", ["ngay sau khi kết thúc cuộc thi", "sau khi được phê duyệt"])
def test_event_has_no_dates(text: str) -> None:
    assert moments(text) == [(text, "milestone", "after", None, None)]


def test_time_cell_reads_bare_figures() -> None:
    text = "Dự kiến 12/5 - 20/5/2021; ≤ 10 ngày làm việc"
    found = moments(text, cell=True)
    assert [row[0] for row in found] == ["Dự kiến 12/5 - 20/5/2021", "≤ 10 ngày làm việc"]
    assert found[0][2:] == ("approx", day(12, 5, 2021), day(20, 5, 2021))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 56/2018/NĐ-CP",
        "kịp thời, đúng tiến độ",
        "đạt 9,5/10 điểm",
        "khoản 2.10.3",
        "ngay từ cơ sở",
        "đảm bảo quý trọng thời gian",
        "Học sinh khối 6, 7, 8",
    ],
)
def test_no_time(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "rule"),
    [
        ("Định kỳ ngày 20 hằng tháng nộp biểu.", "Định kỳ ngày 20 hằng tháng", "time.recurring"),
        ("Nộp trước ngày 25 của tháng cuối mỗi đợt.", "trước ngày 25 của tháng cuối mỗi đợt", "time.recurring"),
        ("Kiểm tra ít nhất 02 lần trong năm.", "ít nhất 02 lần trong năm", "time.recurring"),
        ("In tài liệu trước hội nghị 03 ngày.", "trước hội nghị 03 ngày", "time.days_before"),
        ("Từ 01/9 đến ngày bế mạc Đại hội.", "Từ 01/9 đến ngày bế mạc Đại hội", "time.range.event"),
        ("Lúc 07 giờ 30 phút, ngày 01/6/2018.", "Lúc 07 giờ 30 phút, ngày 01/6/2018", "time.day"),
        (
            "Dự kiến từ chiều ngày 10 đến hết ngày 11/8/2020.",
            "Dự kiến từ chiều ngày 10 đến hết ngày 11/8/2020",
            "time.range",
        ),
        ("Tuần 1, 2 tháng 3/2022.", "Tuần 1, 2 tháng 3/2022", "time.weeks"),
        ("Trong 5 năm (2026 - 2030).", "Trong 5 năm (2026 - 2030)", "time.years"),
        (
            "Vào dịp kỷ niệm 60 năm Ngày mở cảng (05/9/1967 - 05/9/2027).",
            "Vào dịp kỷ niệm 60 năm Ngày mở cảng (05/9/1967 - 05/9/2027",
            "time.feast",
        ),
        ("Trước ngày Sách Việt Nam 21/4.", "Trước ngày Sách Việt Nam 21/4", "time.feast"),
        ("Mỗi học kỳ dự giờ chéo một lần.", "Mỗi học kỳ dự giờ chéo một lần", "time.recurring"),
        ("Trước khi đoàn phúc tra xuống 05 ngày.", "Trước khi đoàn phúc tra xuống 05 ngày", "time.days_before"),
        ("Trước 02 ngày so với ngày mở thầu.", "Trước 02 ngày so với ngày mở thầu", "time.days_before"),
    ],
)
def test_further_productions(text: str, quote: str, rule: str) -> None:
    first = next(iter(find(text)))
    assert (text[first.start : first.end], first.when.rule) == (quote, rule)


def test_months_apart_are_two_times_and_days_beside_a_length_are_the_time() -> None:
    assert [row[0] for row in moments("trong tháng 4 và tháng 11/2027")] == ["trong tháng 4", "tháng 11/2027"]
    assert [row[0] for row in moments("Thời gian: 03 ngày, từ ngày 4 đến ngày 6/8/2027")] == [
        "từ ngày 4 đến ngày 6/8/2027"
    ]
    assert moments("Sau ngày 20/8/2027", cell=True)[0][1:4] == ("period", "after", day(20, 8, 2027))


def test_days_behind_the_colon_of_a_length_are_the_time() -> None:
    (found,) = moments("Thời gian: 03 ngày: 11, 12 và 13 tháng 6 năm 2018.")
    assert found[3:] == (day(11, 6, 2018), day(13, 6, 2018))


def test_a_share_is_no_day() -> None:
    assert moments("họp từ 1/2 ngày đến 01 ngày, có 2/3 thành viên dự") == []
    assert moments("nghỉ từ 1/2 đến 5/2")[0][3:] == (day(1, 2), day(5, 2))


def test_at_set_times_and_besides() -> None:
    assert [row[:2] for row in moments("kiểm tra định kỳ, đột xuất")] == [("định kỳ, đột xuất", "recurring")]


def test_what_reaches_to_now_begins_nothing() -> None:
    assert [match.when.rule for match in find("hồ sơ từ năm 2015 đến nay")] == ["time.year"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Quý IV/2031, 2032", Moment(2031, quarter=4), Moment(2032)),
        ("Tháng 9+10", day(None, 9), day(None, 10)),
        ("trước 31 tháng 12", None, day(31, 12)),
    ],
)
def test_lists_joined_by_other_marks(text: str, first: Moment | None, last: Moment) -> None:
    assert [(quote, start, end) for quote, _, _, start, end in moments(text, cell=True)] == [(text, first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("02 ngày (bắt đầu từ 8 giờ ngày 14/5/2031)", day(14, 5, 2031), day(15, 5, 2031)),
        ("1,5 ngày, từ ngày 31/5/2031", day(31, 5, 2031), day(1, 6, 2031)),
        ("02 tuần, kể từ ngày 01/9", day(1, 9), day(14, 9)),
        ("từ tuần 1 đến tuần 3 tháng 10/2031", Moment(2031, 10, week=1), Moment(2031, 10, week=3)),
        ("03 tháng (từ ngày 15/12/2031)", day(15, 12, 2031), day(14, 3, 2032)),
        ("cuối tháng 8, đầu tháng 9/2031", Moment(2031, 8, part="end"), Moment(2031, 9, part="start")),
        ("tháng 12 năm 2031 và tháng 01 năm 2032", day(None, 12, 2031), day(None, 1, 2032)),
        ("trong tháng 3 và đầu tháng 4/2031", day(None, 3, 2031), Moment(2031, 4, part="start")),
    ],
)
def test_stretches_by_their_length_and_stretches_that_follow_one_another(
    text: str, first: Moment, last: Moment
) -> None:
    assert [(start, end) for *_, start, end in moments(text)] == [(first, last)]


def test_a_length_beside_a_range_is_no_time_of_its_own() -> None:
    assert [row[0] for row in moments("02 ngày (từ ngày 12/5 đến ngày 13/5/2031)")] == [
        "từ ngày 12/5 đến ngày 13/5/2031"
    ]


@pytest.mark.parametrize("text", ["Thường xuyên", "Thường xuyên, hằng năm", "Thường xuyên; theo yêu cầu công việc"])
def test_a_time_cell_of_work_that_never_ends(text: str) -> None:
    assert moments(text, cell=True) == [(text, "recurring", None, None, None)]
    assert moments("Làm thường xuyên việc vệ sinh", cell=True) == []
