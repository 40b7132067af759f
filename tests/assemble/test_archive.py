"""Pages to scan again and pages that are missing."""

from __future__ import annotations

import pytest

from kehoach.assemble import archive
from kehoach.model.document import Furniture
from kehoach.model.page import Line, Page, Word
from kehoach.model.text import Text


def page(number: int, confidence: float | None, words: int = 40, *, failed: bool = False) -> Page:
    line = Line(tuple(Word("chữ", number, n) for n in range(words)))
    return Page(number, 595, 842, "ocr", (line,), ocr_confidence=confidence, failed=failed)


def number(at: int, printed: str) -> Furniture:
    return Furniture("page_number", at, None, Text.of_word(Word(printed, at, 0)))


def test_poor_and_failed_pages_are_to_be_scanned_again() -> None:
    pages = [page(1, 0.95), page(2, 0.52), page(3, 0.4, words=6), page(4, None, failed=True), page(5, 0.75)]
    assert archive.rescan(pages) == (2, 4)
    told = list(archive.issues((2, 4), (), pages))
    assert [(issue.code, issue.page) for issue in told] == [("rescan", 2)]
    assert "0.52" in told[0].message


def test_text_is_never_to_be_scanned_again() -> None:
    assert archive.rescan([Page(1, None, None, "text"), Page(2, 595, 842, "text_layer")]) == ()


@pytest.mark.parametrize(
    ("printed", "gone"),
    [
        ({2: "2", 3: "3", 4: "4"}, ()),
        ({2: "Trang 2/6", 3: "Trang 3/6", 4: "Trang 5/6", 5: "Trang 6/6"}, (4,)),
        ({2: "2", 3: "3", 4: "5", 5: "6"}, (4,)),
        ({1: "- 1 -", 2: "- 2 -", 3: "- 5 -", 4: "- 6 -"}, (3, 4)),
        ({2: "2", 3: "3", 4: "5"}, ()),
        ({2: "2", 3: "8", 4: "4", 5: "5"}, ()),
        ({2: "2", 3: "3", 5: "6", 6: "7"}, ()),
        ({2: "2", 3: "3", 4: "40", 5: "41"}, ()),
        ({2: "2", 3: "3", 4: "1", 5: "2"}, ()),
        ({2: "ii", 3: "iii"}, ()),
        ({}, ()),
    ],
)
def test_a_page_is_missing_where_numbers_jump_and_stay_so(printed: dict[int, str], gone: tuple[int, ...]) -> None:
    found = archive.missing([number(at, shown) for at, shown in printed.items()])
    assert found == gone
    assert [issue.code for issue in archive.issues((), found, ())] == ["missing_page"] * len(gone)


@pytest.mark.parametrize(("unsure", "words", "told"), [(0.1, 100, ()), (0.3, 100, (1,)), (0.3, 40, ())])
def test_many_words_that_the_engine_was_not_sure_of_are_a_poor_page(
    unsure: float, words: int, told: tuple[int, ...]
) -> None:
    doubtful = round(unsure * words)
    line = Line(tuple(Word("chữ", 1, 0, None, 0.8 if n < doubtful else 0.97) for n in range(words)))
    assert archive.rescan([Page(1, 595, 842, "ocr", (line,), ocr_confidence=0.9)]) == told
