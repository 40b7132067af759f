"""How alike texts are."""

from __future__ import annotations

import unicodedata

import pytest

from kehoach.evaluating.similarity import fold, part, ratio, same, same_path, start, unit_name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("HOÀ BÌNH", "hòa bình"),
        ("thuỷ lợi", "thủy lợi"),
        ("“Sạch – đẹp”", "sạch - đẹp"),
        ("một,  hai;\nba…", "một hai ba"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "đắk lắk"),
        (None, ""),
    ],
)
def test_folding(text: str | None, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sở Y tế", "SỞ Y TẾ.", 1.0),
        ("abcd", "abce", 0.75),
        ("", "a", 0.0),
        ("", "", 1.0),
    ],
)
def test_ratio(one: str, other: str, alike: float) -> None:
    assert ratio(one, other) == pytest.approx(alike)


LONG = "kiểm tra việc chấp hành nội quy phòng cháy của các đơn vị trực thuộc trong tháng cao điểm và báo cáo kết quả"


@pytest.mark.parametrize(
    ("cut", "forgiven"),
    [
        (LONG[:70], True),
        (LONG[:61], True),
        (LONG[:50], False),
        ("kiểm tra", False),
    ],
)
def test_a_cut_is_forgiven_while_it_keeps_enough(cut: str, forgiven: bool) -> None:
    assert (part(cut, LONG) == 1.0) is forgiven
    assert part(cut, LONG) == part(LONG, cut)


def test_a_short_text_must_agree_as_a_whole() -> None:
    assert part("thi đua yêu nước", "thi đua yêu") < 1.0


def test_starts_are_compared_alone() -> None:
    assert start("Tăng cường kiểm tra", "Tăng cường kiểm tra, giám sát", 19) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [("II.1", "II. 1", True), ("II.1.", "II.1", True), (None, "", True), ("II.1", "II.2", False)],
)
def test_paths(one: str | None, other: str, equal: bool) -> None:
    assert same_path(one, other) is equal


def test_words_of_number_do_not_make_another_unit() -> None:
    assert unit_name("Các phòng chuyên môn") == "phòng chuyên môn"
    assert same("Ủy ban nhân dân", "UỶ BAN NHÂN DÂN") is True
