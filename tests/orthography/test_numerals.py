"""Numbers in words."""

from __future__ import annotations

import pytest

from kehoach.orthography.numerals import spelled_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("năm", 5),
        ("mười", 10),
        ("Mười lăm", 15),
        ("hai mươi", 20),
        ("ba mươi mốt", 31),
        ("bốn mươi tư", 44),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("hai trăm năm mươi", 250),
        ("chín trăm chín mươi chín", 999),
        ("mươi", None),
        ("năm học", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert spelled_number(words) == number
