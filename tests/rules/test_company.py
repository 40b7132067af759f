"""Syllables that stand in set company alone."""

from __future__ import annotations

import pytest

from kehoach.rules.company import company


@pytest.mark.parametrize(
    ("before", "word", "after", "wrong"),
    [
        ("chuyên", "đề", "thời", False),
        ("và", "đề", "nghị", False),
        ("xã", "đề", "giải", False),  # đề giải (of a prize)
        ("xã", "đề", "thông", True),
        ("", "đề", "tổng", True),
        ("xã", "đề", "", False),  # what follows is not known
        ("và", "chỉ", "đạo", False),
        ("và", "chỉ", "cục", True),
        ("nâng", "đây", "mạnh", True),
        ("", "ubnd", "tính", True),
        ("", "ubnd", "tỉnh", False),
        ("", "tống", "cục", True),
        ("và", "tống", "đạt", False),
        ("nhắc", "điếm", "canh", False),
    ],
)
def test_company(before: str, word: str, after: str, wrong: bool) -> None:
    assert company()[word].wrong(before, after) == wrong


def test_company_is_written_in_words() -> None:
    for word, known in company().items():
        for other in (word, *known.before, *known.after, *known.never):
            assert other.isalpha() and other.islower()
