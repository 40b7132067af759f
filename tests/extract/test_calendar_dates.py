"""Printed calendar dates."""

from __future__ import annotations

import pytest

from kehoach.extract.times.calendar_dates import calendar_dates, days_and_months, year_after

DATES = [
    ("ngày 05 tháng 6 năm 2018", ["2018-06-05"]),
    ("ngày 05 tháng 6năm 2018", ["2018-06-05"]),
    ("05/6/2018", ["2018-06-05"]),
    ("5-6-2018", ["2018-06-05"]),
    ("05.06.2018", ["2018-06-05"]),
    ("(05/6/1998 - 05/6/2018)", ["1998-06-05", "2018-06-05"]),
    ("(05/6/1998-05/6/2018)", ["1998-06-05", "2018-06-05"]),
    ("tháng tám năm 2018", ["2018-08"]),
    ("31/02/2018", []),
    ("số 12/2018/TT", []),
    ("1/2/19", []),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text: str, dates: list[str]) -> None:
    assert [d.iso for d in calendar_dates(text)] == dates


def test_two_digit_years_only_on_request() -> None:
    assert [d.iso for d in calendar_dates("1/2/19", short_years=True)] == ["2019-02-01"]


def test_days_without_a_year() -> None:
    assert [(d.day, d.month, d.iso) for d in days_and_months("ngày 20/11, 35/11 và 8/3")] == [
        (20, 11, None),
        (8, 3, None),
    ]


@pytest.mark.parametrize(
    ("text", "year"), [(" năm 2013;", 2013), ("(năm 2013)", 2013), (" năm 2013 - 2015", None), (" của", None)]
)
def test_year_after(text: str, year: int | None) -> None:
    found = year_after(text, 0)
    assert (found.year if found else None) == year
