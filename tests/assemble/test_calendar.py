"""Printed times become dates by the plan's own date, period and phases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.assemble.calendar import Calendar, Interval
from kehoach.assemble.deadlines import deadlines
from kehoach.extract.deadlines import deadlines as mentions
from kehoach.extract.times.time_grammar import find
from kehoach.model.document_info import DocumentInfo, Period
from tests.extract.written import written

YEARLY = Calendar.of(DocumentInfo(issued_on="2019-02-11", period=Period("2019-01-01", "2019-12-31", "năm 2019")))
SCHOOL = Calendar.of(DocumentInfo(issued_on="2018-09-04", period=Period(None, None, "năm học 2018-2019")))
CAMPAIGN = Calendar.of(DocumentInfo(issued_on="2019-08-20", period=Period("2019-01-01", "2023-12-31", None)))
UNDATED = Calendar.of(DocumentInfo())


def dates(text: str, calendar: Calendar, *, cell: bool = False) -> tuple[str | None, str | None]:
    (match,) = find(text, cell=cell)
    found = calendar.interval(match.when)
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "calendar", "expected"),
    [
        ("trước ngày 05/11/2018", YEARLY, (None, "2018-11-05")),
        ("trước ngày 15/6", YEARLY, (None, "2019-06-15")),
        ("trước ngày 15/6", CAMPAIGN, (None, None)),
        ("trước ngày 15/6/2021", CAMPAIGN, (None, "2021-06-15")),
        ("tháng 2", YEARLY, ("2019-02-01", "2019-02-28")),
        ("tháng 2/2020", YEARLY, ("2020-02-01", "2020-02-29")),
        ("quý II", YEARLY, ("2019-04-01", "2019-06-30")),
        ("6 tháng cuối năm", YEARLY, ("2019-07-01", "2019-12-31")),
        ("9 tháng đầu năm", YEARLY, ("2019-01-01", "2019-09-30")),
        ("tuần 2 tháng 5", YEARLY, ("2019-05-08", "2019-05-14")),
        ("tuần cuối tháng 5", YEARLY, ("2019-05-25", "2019-05-31")),
        ("trung tuần tháng 5", YEARLY, ("2019-05-11", "2019-05-20")),
        ("giữa tháng 5", YEARLY, ("2019-05-11", "2019-05-20")),
        ("cuối quý III", YEARLY, ("2019-09-01", "2019-09-30")),
        ("vào cuối năm", YEARLY, ("2019-12-01", "2019-12-31")),
        ("quý I năm sau", YEARLY, ("2020-01-01", "2020-03-31")),
        ("từ nay đến hết tháng 5", YEARLY, ("2019-02-11", "2019-05-31")),
        ("từ đầu năm đến ngày 30/4", YEARLY, ("2019-01-01", "2019-04-30")),
        ("từ ngày 20/12/2019 đến 10/01/2020", YEARLY, ("2019-12-20", "2020-01-10")),
        ("hằng quý", YEARLY, (None, None)),
        ("trong vòng 20 ngày kể từ ngày ban hành Kế hoạch này", YEARLY, ("2019-02-11", "2019-03-03")),
        ("chậm nhất sau 10 ngày kể từ ngày Kế hoạch này được ký", YEARLY, (None, "2019-02-21")),
        ("trong vòng 20 ngày làm việc kể từ ngày ban hành Kế hoạch này", YEARLY, (None, None)),
        ("trong vòng 20 ngày kể từ ngày nhận hồ sơ", YEARLY, (None, None)),
        ("trước Tết Dương lịch 2020", YEARLY, (None, "2020-01-01")),
        ("trước Tết Dương lịch", YEARLY, (None, "2020-01-01")),
        ("trước Tết Nguyên đán", YEARLY, (None, None)),
        ("ngày 05/3 hoặc ngày 06/3", YEARLY, ("2019-03-05", "2019-03-06")),
        ("tháng 10", SCHOOL, ("2018-10-01", "2018-10-31")),
        ("tháng 4", SCHOOL, ("2019-04-01", "2019-04-30")),
        ("đến hết năm học 2018-2019", SCHOOL, (None, None)),
        ("đến năm học 2018-2019", SCHOOL, (None, "2019-08-31")),
        ("trong năm học 2018-2019", SCHOOL, ("2018-09-01", "2019-08-31")),
        ("cuối năm học 2018-2019", SCHOOL, (None, None)),
        ("nửa cuối tháng 2", YEARLY, ("2019-02-16", "2019-02-28")),
        ("tháng 3", CAMPAIGN, ("2020-03-01", "2020-03-31")),
        ("tháng 10", CAMPAIGN, ("2019-10-01", "2019-10-31")),
        ("vào cuối năm", CAMPAIGN, (None, None)),
        ("tháng 3", UNDATED, (None, None)),
        ("từ nay đến 31/3/2019", UNDATED, (None, "2019-03-31")),
    ],
)
def test_interval(text: str, calendar: Calendar, expected: tuple[str | None, str | None]) -> None:
    assert dates(text, calendar) == expected


def test_the_end_of_a_phase_is_the_last_day_of_that_phase() -> None:
    calendar = YEARLY.with_phases({1: ("2019-01-15", "2019-05-19")})
    assert dates("vào cuối đợt 1", calendar) == ("2019-05-19", "2019-05-19")
    assert dates("trong đợt 1", calendar) == dates("trong bước 1", calendar) == ("2019-01-15", "2019-05-19")


def test_phases_of_which_only_the_end_is_told_follow_one_another() -> None:
    plan = written(
        "I. THỜI GIAN\n1. Đợt 1 tới hết ngày 31/5/2019.\n2. Đợt 2: từ 01/6 đến 30/9/2019.\n3. Đợt 3: thời gian còn lại."
    )
    found = mentions(plan.document, plan.outline, plan.rules)
    made, _ = deadlines(found, YEARLY, plan.document)
    assert [(d.start, d.end) for d in made] == [
        ("2019-01-01", "2019-05-31"), ("2019-06-01", "2019-09-30"), ("2019-10-01", "2019-12-31"),
    ]  # fmt: skip


def test_an_impossible_year_is_read_as_the_plans_and_doubted() -> None:
    (match,) = find("Tháng 12/1019", cell=True)
    found = YEARLY.interval(match.when)
    assert (found.start, found.end, found.doubtful) == ("2019-12-01", "2019-12-31", True)


def test_an_impossible_day_has_no_date() -> None:
    assert dates("trước ngày 31/2/2019", YEARLY) == (None, None)


@pytest.mark.parametrize(("text", "past"), [("tháng 10/2018", True), ("tháng 1/2019", False), ("quý IV/2019", False)])
def test_a_bare_date_before_the_plan_tells_of_the_past(text: str, past: bool) -> None:
    (match,) = find(text)
    assert YEARLY.is_past(YEARLY.interval(match.when)) is past


@pytest.mark.parametrize(
    ("issued_on", "end", "past"),
    [("2018-03", "2018-03-05", False), ("2018-03", "2016-05-31", True), ("2018", "2018-02-10", False)],
)
def test_an_unreadable_day_of_issue_makes_no_term_past(issued_on: str, end: str, past: bool) -> None:
    """The plan's period begins only in the year after."""
    info = DocumentInfo(issued_on=issued_on, period=Period("2019-01-01", "2020-12-31"))
    assert Calendar.of(info).is_past(Interval("period", end, end, None)) is past


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Trạm trực cấp cứu trong thời gian diễn ra Hội đua ghe.", ["trong thời gian diễn ra Hội đua ghe"]),
        ("Trạm trực cấp cứu trong suốt thời gian tổ chức.", ["trong suốt thời gian tổ chức"]),
        ("Trạm trực cấp cứu trong thời gian diễn ra bầu cử.", []),
        ("Trạm trực cấp cứu suốt Hội đua ghe.", []),
        ("Trạm trực cấp cứu suốt cuộc thi.", ["suốt cuộc thi"]),
        ("Trạm trực cấp cứu suốt cuộc thi nấu cơm.", []),
    ],
)
def test_the_time_of_what_the_plan_is_about_is_that_of_the_plan(text: str, quotes: list[str]) -> None:
    plan = written(f"I. NỘI DUNG\n1. Công tác y tế\n{text}", title="Tổ chức Hội đua ghe năm 2019")
    calendar = replace(YEARLY, title="Tổ chức Hội đua ghe năm 2019")
    made, _ = deadlines(mentions(plan.document, plan.outline, plan.rules), calendar, plan.document)
    assert [d.quote for d in made] == quotes
    assert {(d.start, d.end) for d in made} <= {("2019-01-01", "2019-12-31")}
