"""Strings of figures between the printed parts of a line, and their probability."""

from __future__ import annotations

import pytest

from kehoach.reading import spelled
from tests.reading.steps import steps


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Số: 154 /KH-UBND", "154"),
        ("Só:09/KH-TTra", "09"),
        ("S 115/CT-UBN", "115"),
        ("6:108/KH-U", "108"),
        ("ső152KH-UBN", "152"),
        ("Số: /KH-SYT", ""),
        ("Số 46 -KH/TU", "46"),
        ("sõ178-KH/HU", "178"),
    ],
)
def test_the_number_stands_between_its_label_and_its_symbol(line: str, figures: str) -> None:
    seen = steps(line)
    (best, *_) = spelled.spellings(seen, spelled.stretches(seen, ["number"])["number"])
    assert best.figures == figures


@pytest.mark.parametrize(
    ("line", "day", "month"),
    [
        ("Huế, ngày 27 tháng 10 năm 2022", "27", "10"),
        ("ngày04tháng 4 năm 20", "04", "4"),
        ("ngay 1 6 thang01 nǎm 2021", "16", "01"),
        ("ngày tháng 3 năm 2018", "", "3"),
        ("ày 10 tháng 01 năm", "10", "01"),
    ],
)
def test_day_and_month_stand_between_printed_words(line: str, day: str, month: str) -> None:
    seen = steps(line)
    found = spelled.stretches(seen, ["day", "month"])
    assert [spelled.spellings(seen, found[kind])[0].figures for kind in ("day", "month")] == [day, month]


def test_a_line_without_its_printed_parts_says_nothing() -> None:
    assert spelled.stretches(steps("154 KẾ HOẠCH"), ["day", "month"]) == {}
    assert spelled.stretches(steps("154"), ["number"]) == {}


def test_what_is_doubted_shares_its_probability() -> None:
    seen = steps("S: 150/KH", doubts=[(3, "4", 0.4)])
    shares = {s.figures: s.probability for s in spelled.spellings(seen, spelled.stretches(seen, ["number"])["number"])}
    assert shares["150"] == pytest.approx(0.6 * 0.98**3, abs=0.01)
    assert shares["450"] == pytest.approx(0.4 * 0.98**2, abs=0.01)


def test_writing_that_is_no_figure_takes_its_share() -> None:
    seen = steps("S: M29/KH")
    shares = spelled.spellings(seen, spelled.stretches(seen, ["number"])["number"])
    assert all(spelling.probability < 0.05 for spelling in shares)


def test_a_figure_that_is_held_is_one_and_two_with_a_gap_are_two() -> None:
    assert spelled.spellings(steps("11"), spelled.Stretch(0, 4, 0, 4))[0].figures == "11"
    held = steps("1")
    assert spelled.spellings(held, spelled.Stretch(0, 2, 0, 2))[0].figures == "1"
