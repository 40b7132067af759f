"""Recognized text against transcripts: what each kind of error counts as."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from kehoach.evaluating.text_measure import TextMeasure, measure, total
from kehoach.evaluating.text_reference import reference_page
from kehoach.evaluating.text_search import nearest
from tests.cli.conftest import Kehoach, kehoach

__all__ = ["kehoach"]

PAGE = "II. NHIỆM VỤ TRỌNG TÂM\nBáo cáo gửi về Sở trước ngày 25/11/2031\n1 | Hội thi nấu ăn | Quý III\n"
COUNTED = ("errors", "missed_words", "tone_errors", "digit_errors", "roman_errors", "lost", "invented")


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (PAGE, {}),
        ("Quý III\nHội thi nấu ăn\n1\nBáo cáo gửi về Sở\ntrước ngày 25/11/2031\nII. NHIỆM VỤ TRỌNG TÂM", {}),
        (PAGE.replace("Hội thi", "Hội thỉ"), {"errors": 1, "missed_words": 1, "tone_errors": 1}),
        (PAGE.replace("TRỌNG TÂM", "TRONG TẤM"), {"errors": 2, "missed_words": 2, "tone_errors": 2}),
        (PAGE.replace("25/11", "26/11"), {"errors": 1, "missed_words": 1, "digit_errors": 1}),
        (PAGE.replace("II. NHIỆM", "H. NHIỆM"), {"errors": 2, "missed_words": 1, "roman_errors": 1, "lost": 1}),
        (PAGE.replace("gửi về Sở ", ""), {"errors": 10, "missed_words": 3, "lost": 7}),
        (PAGE + "~ a,", {"invented": 3}),
        ("", {"errors": 83, "missed_words": 22, "digit_errors": 9, "roman_errors": 2, "lost": 68}),
    ],
)  # fmt: skip
def test_each_error_is_counted_as_what_it_is(result: str, expected: dict[str, int]) -> None:
    (found,) = measure(PAGE, result)
    assert {name: getattr(found, name) for name in COUNTED} == {name: expected.get(name, 0) for name in COUNTED}
    assert (found.digits, found.roman, found.segments) == (9, 2, 5)


def test_order_counts_only_where_it_is_said_to() -> None:
    (found,) = measure("một hai\nba bốn", "ba bốn\nmột hai")
    assert (found.line_cer, found.words_missed, found.word_precision) == (0, 0, 1)
    assert found.ordered_word_errors == 4 and found.wer == 1


def test_a_line_that_stands_twice_is_measured_twice() -> None:
    line = "đúng thời gian, đúng quy định, số liệu đầy đủ"
    (found,) = measure(f"{line}\n{line}", f"{line}\n{line.replace('đầy đủ', 'đầy đu')}")
    assert (found.errors, found.invented) == (1, 0)


def test_handwriting_stamps_and_furniture_are_counted_apart() -> None:
    reference = "Số: ⟦48⟧/KH-STC\nKính gửi Sở\n@stamp\nĐẾN ⟦6/5⟧\n@furniture\n2"
    assert reference_page(reference).segments == ("Số:", "/KH-STC", "Kính gửi Sở")
    (unread,) = measure(reference, "Số: /KH-STC\nKính gửi Sở")
    (read,) = measure(reference, "2\nSố: 48/KH-STC\nKính gửi Sở\nĐẾN 6/5")
    for found in (unread, read):
        assert (found.missed_words, found.invented_words, found.invented, found.errors) == (0, 0, 0, 0)
    assert (unread.hand_words, unread.hand_found, unread.apart_words, unread.apart_found) == (1, 0, 4, 0)
    assert (read.hand_found, read.apart_found) == (1, 4)


@pytest.mark.parametrize(
    ("reference", "result"),
    [("hoà bình – “độc lập”", 'hòa bình - "độc lập"'), ("Đảng", "Ðảng"), ("ế", "e\u0302\u0301")],
)
def test_what_cannot_be_told_apart_on_paper_is_no_error(reference: str, result: str) -> None:
    assert measure(reference, result)[0].line_cer == 0


def test_pages_are_measured_one_by_one() -> None:
    found = measure("trang một\ftrang hai", "trang một\f\ftrang ba\f")
    assert [page.missed_words for page in found] == [0, 2, 0]
    assert [page.invented_words for page in found] == [0, 0, 2]
    assert total(found).words == 4
    assert measure("một", "một\f")[0] == total(measure("một", "một\f")) != TextMeasure()


def test_the_search_finds_what_the_whole_table_finds() -> None:
    """Against the plain dynamic programme, on short random texts."""
    chance = random.Random(7)
    for _ in range(200):
        pattern = "".join(chance.choices("abc ", k=chance.randint(1, 9)))
        text = "".join(chance.choices("abc ", k=chance.randint(0, 30)))
        match = nearest(pattern, text)
        assert match.distance == _smallest(pattern, text)
        assert _distance(pattern, text[match.start : match.end]) == match.distance


def _smallest(pattern: str, text: str) -> int:
    return min(_distance(pattern, text[a:b]) for a in range(len(text) + 1) for b in range(a, len(text) + 1))


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for n, a in enumerate(one, 1):
        diagonal, row[0] = row[0], n
        for m, b in enumerate(other, 1):
            diagonal, row[m] = row[m], min(diagonal + (a != b), row[m] + 1, row[m - 1] + 1)
    return row[-1]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    pages = tmp_path / "chuẩn" / "một" / "transcript"
    pages.mkdir(parents=True)
    for n, text in ((1, "trang đầu"), (2, "trang giữa"), (10, "trang cuối")):
        (pages / f"page-{n}.txt").write_text(text, "utf-8")
    (tmp_path / "chuẩn" / "hai.txt").write_text("chỉ một trang", "utf-8")
    (tmp_path / "kết quả").mkdir()
    (tmp_path / "kết quả" / "một.txt").write_text("trang đầu\ftrang giữa\ftrang cuôi", "utf-8")
    return tmp_path


def test_folders_are_paired_by_name(kehoach: Kehoach, folders: Path) -> None:
    ran = kehoach("evaluate", "text", folders / "chuẩn", folders / "kết quả", "--to", "json")
    result = json.loads(ran.out)
    assert [page["tone_errors"] for page in result["documents"]["một"]["pages"]] == [0, 0, 1]
    assert result["documents"]["hai"]["total"]["words_missed"] == 1
    assert result["total"]["missed_words"] == 4


@pytest.mark.parametrize("reference", ["chuẩn/một", "chuẩn/một/transcript"])
def test_one_document_is_compared_whatever_its_name(kehoach: Kehoach, folders: Path, reference: str) -> None:
    ran = kehoach("evaluate", "text", folders / reference, folders / "kết quả" / "một.txt")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()[1:5]] == ["1", "2", "3", "một"]


@pytest.mark.parametrize(
    ("reference", "result", "code"), [("x", "kết quả", 5), ("chuẩn", "x", 5), ("chuẩn", "kết quả/một.txt", 2), ("rỗng", "chuẩn", 6)]
)  # fmt: skip
def test_what_cannot_be_compared_is_told(
    kehoach: Kehoach, folders: Path, reference: str, result: str, code: int
) -> None:
    (folders / "rỗng").mkdir()
    ran = kehoach("evaluate", "text", folders / reference, folders / result)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err


def test_pages_of_one_side_only_are_compared_as_a_whole() -> None:
    first, second = "một hai ba bốn năm", "sáu bảy tám chín mười"
    for reference, result in (
        (f"{first}\n{second}", f"{first}\f{second}"),
        (f"{first}\f{second}", f"{first}\n{second}"),
        (f"{first}\n@stamp\nĐẾN\f{second}", f"{first}\n{second}"),
    ):
        (found,) = measure(reference, result)
        assert (found.errors, found.missed_words, found.invented_words, found.segments) == (0, 0, 0, 2)
    assert len(measure(f"{first}\f{second}", f"{first}\f{second}\f")) == 2
    assert len(measure(f"{first}\f{second}", "")) == 2
