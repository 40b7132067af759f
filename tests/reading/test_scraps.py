"""What can be print by its size and what cannot."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.model.geometry import Box
from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import scraps
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate


def left(lines: list[SeenLine], *, cell: bool = False, grey: int = 20, rulings: tuple[Box, ...] = ()) -> list[SeenLine]:
    """What may be print, on a page whose words are all so grey but the first line's, which is black."""
    sheet = np.full((800, 700), grey, np.uint8)
    sheet[80:100] = 20
    found = scraps.print_of(PRINT, Plate(sheet, 72), rulings)
    return lines if found is None else found.only(lines, cell=cell)


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
        (word("u", 5, 6, confidence=0.86), False),  # a speck, however sure
        (word("x", 9, 12, confidence=0.86), True),
        (word("F;", 24, 40, confidence=0.0), False),
        (word("Ï", 6, 24), False),
        (word("ÑW", 30), False),
    ],
)
def test_words_that_stand_alone(found: SeenWord, stays: bool) -> None:
    assert left([(found,)]) == ([(found,)] if stays else [])


def test_in_cells_narrow_letters_and_figures_stay() -> None:
    for found in (word("I", 8), word("4", 3, 5)):
        assert left([(found,)], cell=True) == [(found,)]
    assert left([(word("II", 80),)], cell=True) == []
    assert left([(word("Ị", 2),)], cell=True) == []
    assert left([(word("S", 3, 3, confidence=0.83),)], cell=True) == []
    assert left([(word("X", 12, 14, confidence=0.6),)], cell=True) != []


def test_where_a_pen_wrote_nothing_is_weighed() -> None:
    sheet = np.full((800, 700), 255, np.uint8)
    sheet[80:100] = 20
    found = scraps.print_of(PRINT, Plate(sheet, 72), (), [(90, 490, 130, 530)])
    assert found is not None
    line = (word("57", 26),)
    assert found.only([line]) == [line]


def test_stains_are_paler_than_print_and_rulings_run_through_none() -> None:
    sure = (word("ầ", 13, confidence=0.9),)
    assert left([sure]) == [sure]
    assert left([sure], grey=190) == []
    assert left([sure], rulings=(Box(106, 300, 107, 700),)) == []
    assert left([sure], rulings=(Box(60, 510, 400, 511), Box(140, 300, 141, 700))) == [sure]


def test_beside_a_sure_word_nothing_is_dropped() -> None:
    line = (word("ĐẠN", 18, 32), *printed("năm"))
    assert left([line]) == [line]


def test_a_page_with_hardly_any_print_tells_nothing() -> None:
    lines = [printed("Kế hoạch"), (word("y", 200, 90),)]
    assert scraps.print_of(lines, Plate(np.full((800, 700), 20, np.uint8), 72), ()) is None


def at(text: str, left: int, right: int, confidence: float = 0.97) -> SeenWord:
    return SeenWord(text, confidence, left, 100, right, 130, 0)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ((at("Nơi", 20, 60), at("CI", 300, 340), at("KT.", 200, 240)), "Nơi KT."),  # white paper
        ((at("bình", 20, 60), at("ổ", 70, 84), at("ồn", 72, 100)), "bình ồn"),
        ((at("hiểu", 20, 60), at("ý", 70, 90, 0.9), at("ý", 71, 92)), "hiểu ý"),
        ((at("tỉnh", 20, 60), at("ủy", 58, 100)), "tỉnh ủy"),  # slanting letters reach over
        ((at("01", 20, 60), at("-", 50, 62)), "01 -"),
        ((at("a", 20, 40), at("ba", 42, 80)), "a ba"),
    ],
)
def test_words_without_ink_of_their_own(line: SeenLine, wanted: str) -> None:
    grey = np.full((200, 400), 250, np.uint8)
    grey[105:128, 20:250:4] = 10
    (found,) = scraps.inked([line], Spots(grey, 200))
    assert " ".join(word.text for word in found) == wanted


def test_a_line_of_nothing() -> None:
    grey = np.full((200, 400), 250, np.uint8)
    grey[10:30, 20:120:4] = 10
    assert scraps.inked([(at("CI", 300, 340),)], Spots(grey, 200)) == []


def test_a_word_to_which_the_engine_gave_no_place_is_kept() -> None:
    grey = np.full((200, 400), 250, np.uint8)
    grey[105:128, 20:250:4] = 10
    line = (at("≤", 20, 60), at("3", 60, 60), at("ngày", 80, 160))
    assert scraps.inked([line], Spots(grey, 200)) == [line]
