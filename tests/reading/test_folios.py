"""Page numbers alone in a margin."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import folios
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate
from tests.reading.engines import Same

HEIGHT, WIDTH, CAPITAL = 1100, 780, 14
TEXT = tuple(range(120, 680, 70))
"""Where the words of a line begin."""
TOP_MIDDLE = 392, 32
RIGHT, BOTTOM = 660, 1050


def line(top: int) -> SeenLine:
    return tuple(SeenWord("Kế", 0.95, x, top, x + 50, top + CAPITAL, 0) for x in TEXT)


BODY = [line(top) for top in range(100, 1000, 30)]


def found(*figures: tuple[int, int, int, int], text: str = "2", body: list[SeenLine] | None = None) -> list[SeenLine]:
    """What is added to the page whose margins have such spots (left, top, width, height)."""
    grey = np.full((HEIGHT, WIDTH), 240, np.uint8)
    for word in (word for words in BODY for word in words):
        grey[word.top : word.bottom, word.left : word.right] = 20
    for x, y, wide, high in figures:
        grey[y : y + high, x : x + wide] = 20
    lines = BODY if body is None else body
    made = folios.numbered(lines, lines, Plate(grey, 96), Spots(grey, 96), Same(text=text))
    assert [one for one in made if one in lines] == lines
    return [one for one in made if one not in lines]


@pytest.mark.parametrize("at_the_right", [False, True])
@pytest.mark.parametrize(("text", "spots"), [("2", 1), ("12", 2), ("105", 3)])
def test_a_number_alone_in_a_margin_is_read(at_the_right: bool, text: str, spots: int) -> None:
    x, y = (RIGHT + 3 - 11 * spots, BOTTOM) if at_the_right else TOP_MIDDLE
    ((word,),) = found(*((x + 11 * n, y, 8, CAPITAL) for n in range(spots)), text=text)
    assert (word.text, word.left, word.top, word.bottom) == (text, x, y, y + CAPITAL)


@pytest.mark.parametrize(
    "spots",
    [
        [],
        [(*TOP_MIDDLE, 3, 3)],  # a speck
        [(*TOP_MIDDLE, 90, 40)],  # a stamp
        [(200, 32, 8, CAPITAL)],  # where no number stands
        [(TOP_MIDDLE[0] + 11 * n, 32, 8, CAPITAL) for n in range(5)],  # a word
    ],
)
def test_what_is_no_number_is_not_looked_at(spots: list[tuple[int, int, int, int]]) -> None:
    assert found(*spots) == []


@pytest.mark.parametrize("text", ["Lưu", "1", "07", "1234", "§"])
def test_what_is_read_as_no_number_of_a_page_is_none(text: str) -> None:
    assert found((*TOP_MIDDLE, 8, CAPITAL), text=text) == []


def test_a_page_whose_number_was_read_gets_no_other() -> None:
    own = (SeenWord("3", 0.95, *TOP_MIDDLE, TOP_MIDDLE[0] + 8, TOP_MIDDLE[1] + CAPITAL, 0),)
    assert found((*TOP_MIDDLE, 8, CAPITAL), body=[own, *BODY]) == []
