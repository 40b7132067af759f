"""Units through time: one answer where there is one, several where there are several, never a silent wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach.rules.geography import department, district, events, label, placed
from kehoach.rules.places import key, places

D2003, D2007, D2010, D2024, D2025, D2026 = (
    date(2003, 6, 1), date(2007, 6, 1), date(2010, 6, 1), date(2024, 5, 1), date(2025, 7, 1), date(2026, 6, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "on", "as_of", "names", "how"),
    [
        ("Hà Tĩnh", D2010, D2026, ("Hà Tĩnh",), "same"),
        ("Bình Định", D2024, D2025, ("Gia Lai",), "merged"),
        ("Gia Lai", D2024, D2025, ("Gia Lai",), "merged"),
        ("Gia Lai", D2026, D2024, ("Gia Lai", "Bình Định"), "several"),
        ("Sóc Trăng", D2010, D2026, ("Cần Thơ",), "merged"),
        ("Thừa Thiên - Huế", D2024, D2026, ("Huế",), "renamed"),
        ("Huế", D2026, D2024, ("Thừa Thiên Huế",), "renamed"),
        ("Hà Tây", D2007, D2010, ("Hà Nội",), "merged"),
        ("Hà Nội", D2010, D2007, ("Hà Nội", "Hà Tây"), "several"),
        ("Lai Châu", D2003, D2010, ("Điện Biên", "Lai Châu"), "split"),
        ("Đắk Nông", D2010, D2003, ("Đắk Lắk",), "merged"),
        ("Đắk Lắk", D2003, D2026, ("Đắk Lắk", "Lâm Đồng"), "split"),
        ("Đồng Nai", D2025, D2026, ("Đồng Nai",), "same"),
        ("Hà Tây", D2024, D2026, (), "unknown"),
        ("Atlantis", D2024, D2026, (), "unknown"),
    ],
)
def test_placed(name: str, on: date, as_of: date, names: tuple[str, ...], how: str) -> None:
    found = placed(name, on, as_of)
    assert (found.names, found.how) == (names, how)


def test_a_transfer_of_a_part_is_told() -> None:
    assert placed("Vĩnh Phúc", D2007, D2010).altered
    assert not placed("Vĩnh Phúc", D2010, D2024).altered


def test_what_a_province_was_made_of() -> None:
    assert placed("Lâm Đồng", D2025, D2024).names == ("Lâm Đồng", "Bình Thuận", "Đắk Nông")


def test_every_province_of_2024_has_one_place_in_2025_and_the_table_of_places_agrees() -> None:
    for province in places().provinces:
        if province.valid(D2024):
            found = placed(province.name, D2024, D2025)
            today = places().of_code(province.current or "", D2025)
            assert found.name is not None and today is not None and key(found.name) == key(today.name), province


def test_every_event_names_provinces_of_its_day() -> None:
    for event in events():
        day_before = date.fromordinal(event.date.toordinal() - 1)
        for name in event.before:
            found = places().named(name, day_before)
            assert found is not None and found.valid(day_before), (event, name)
        for name in event.after:
            found = places().named(name, event.date)
            assert found is not None and found.valid(event.date), (event, name)


@pytest.mark.parametrize(
    ("on", "count"), [(D2003, 61), (D2007, 64), (D2010, 63), (D2024, 63), (D2025, 34), (D2026, 34)]
)
def test_how_many_provinces_there_were(on: date, count: int) -> None:
    assert sum(p.valid(on) for p in places().provinces) == count


def test_a_code_means_what_it_meant_on_the_day() -> None:
    assert [places().called("52", f"{on}") for on in (D2024, D2025)] == ["Bình Định", "Gia Lai"]
    assert (label("Gia Lai", D2024), label("Gia Lai", D2025), label("Hà Tĩnh", D2025)) == (
        "Gia Lai",
        "Gia Lai (từ 7/2025)",
        "Hà Tĩnh",
    )


def test_departments_and_districts() -> None:
    before, after = date(2025, 2, 1), date(2025, 3, 1)
    assert department("Sở Giao thông vận tải tỉnh Bến Tre", before).names == ("Sở Giao thông vận tải tỉnh Bến Tre",)
    assert department("Sở Giao thông vận tải tỉnh Bến Tre", after).names == ("Sở Xây dựng tỉnh Bến Tre",)
    assert department("Sở Lao động - Thương binh và Xã hội tỉnh Bến Tre", after).altered
    assert department("Sở Nội vụ tỉnh Bến Tre", after).name == "Sở Nội vụ tỉnh Bến Tre"
    assert department("Sở Y tế tỉnh Bến Tre", after) == department("Sở Y tế tỉnh Bến Tre", before)
    assert district("Hoành Bồ", "22", date(2019, 1, 1), D2024).names == ("Hạ Long",)
    assert district("Từ Liêm", "01", D2010, D2024).how == "split"
    assert district("Hiệp Hòa", "24", D2024, D2026).how == "abolished"
