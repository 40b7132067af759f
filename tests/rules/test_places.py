"""Provinces by code and time, seats, districts."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach.rules.places import places

BEFORE, AFTER = date(2024, 5, 1), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Bình Định", BEFORE, "52"),
        ("Gia Lai", BEFORE, "64"),
        ("Gia Lai", AFTER, "52"),
        ("LÀO CAI", BEFORE, "10"),
        ("Lào Cai", AFTER, "15"),
        ("Thừa Thiên - Huế", BEFORE, "46"),
        ("Huế", date(2025, 1, 1), "46"),
        ("Đăk Lăk", BEFORE, "66"),
        ("hoà bình", BEFORE, "17"),
        ("BR-VT", BEFORE, "77"),
        ("Hà Tây", date(2007, 1, 1), "28"),
    ],
)
def test_code_by_name_and_day(name: str, on: date, code: str) -> None:
    found = places().named(name, on)
    assert found is not None and found.code == code and found.valid(on)


def test_every_code_has_one_name_at_a_time() -> None:
    for day, count in ((BEFORE, 63), (AFTER, 34)):
        codes = [p.code for p in places().provinces if p.code and p.valid(day)]
        assert len(codes) == len(set(codes)) == count


def test_every_province_lies_in_one_of_today() -> None:
    today = {p.code for p in places().provinces if p.valid(AFTER)}
    assert {p.current for p in places().provinces if p.valid(BEFORE)} == today


@pytest.mark.parametrize(
    ("seat", "on", "province"),
    [("Quy Nhơn", BEFORE, "Bình Định"), ("Quy Nhơn", AFTER, "Gia Lai"), ("Buôn Ma Thuột", BEFORE, "Đắk Lắk"), ("Vinh", BEFORE, "Nghệ An")],
)  # fmt: skip
def test_seats(seat: str, on: date, province: str) -> None:
    found = places().of_seat(seat, on)
    assert found is not None and found.name == province


def test_districts() -> None:
    assert [p.name for p in places().of_district("Hiệp Hoà", BEFORE)] == ["Bắc Giang"]
    assert [p.name for p in places().of_district("HIỆP HÒA", AFTER)] == ["Bắc Ninh"]
    assert len(places().of_district("Châu Thành", BEFORE)) == 10
    assert places().district_name("MÙ CANG CHẢI") == "Mù Cang Chải"
    assert places().district_name("ĐẮK TÔ") == "Đắk Tô" and places().district_name("DAK TO") == "Đăk Tô"


def test_unknown_places_are_none() -> None:
    assert places().named("Atlantis") is None
    assert places().of_seat("") is None
    assert places().of_district("Atlantis") == ()
    assert places().named("") is None


@pytest.mark.parametrize(
    ("code", "issued_on", "name"),
    [
        ("15", "2026-03-02", "Lào Cai"),
        ("15", "2024", "Yên Bái"),
        ("15", "2025-07", "Lào Cai"),
        ("15", "2025", "Yên Bái/Lào Cai"),
        ("15", None, "Yên Bái/Lào Cai"),
        ("46", "2026", "Huế"),
        ("01", None, "Hà Nội"),
        ("00", None, "00"),
    ],
)
def test_what_the_province_of_a_code_is_called(code: str, issued_on: str | None, name: str) -> None:
    assert places().called(code, issued_on) == name


def test_codes_that_passed_to_another_territory() -> None:
    codes = {p.code for p in places().provinces if p.code}
    assert {code for code in codes if places().reused(code)} == {"15", "24", "44", "52", "80", "82", "91"}
