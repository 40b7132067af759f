"""What can be print by its size and what cannot."""

from __future__ import annotations

import pytest

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import scraps


def word(text: str, wide: int, high: int = 20, confidence: float = 0.4) -> SeenWord:
    return SeenWord(text, confidence, 100, 500, 100 + wide, 500 + high, 9)


def printed(texts: str) -> SeenLine:
    """Sure words of letters that are 20 pixels high."""
    return tuple(SeenWord(text, 0.95, 60 * n, 80, 60 * n + 50, 100, 0) for n, text in enumerate(texts.split()))


PRINT = [printed("Kế hoạch thi đua được thực hiện nghiêm")]


@pytest.mark.parametrize(
    ("found", "stays"),
    [
        (word("2", 13), True),  # the number of a page
        (word("III.", 38), True),
        (word("Nơi", 42), True),
        (word("ủy", 26, 14), True),
        (word("SỞ", 60, 30), True),  # of larger type
        (word("ĐẠN", 18, 32), False),  # arc of a ring
        (word("Na", 9), False),  # a streak
        (word("y", 200, 90), False),  # a pen's loop
        (word("Đi", 220, 200), False),
        (word("ti", 26, 4), False),  # the edge of a frame
        (word("ti", 26, 4, confidence=0.8), True),
        (word("…", 40, 4), True),  # signs are weighed elsewhere
    ],
)
def test_words_that_stand_alone(found: SeenWord, stays: bool) -> None:
    assert scraps.without([*PRINT, (found,)]) == ([*PRINT, (found,)] if stays else PRINT)


def test_beside_a_sure_word_nothing_is_dropped() -> None:
    line = (word("ĐẠN", 18, 32), *printed("năm"))
    assert scraps.without([*PRINT, line]) == [*PRINT, line]


def test_a_page_with_hardly_any_print_tells_nothing() -> None:
    lines = [printed("Kế hoạch"), (word("y", 200, 90),)]
    assert scraps.without(lines) == lines
