"""Words that ran together, parted where the ink has a gap."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.programs.tesseract import SeenWord
from kehoach.reading import glyphs

TOP, HEIGHT, WIDE = 100, 30, 12


def printed(text: str, gap: int) -> tuple[SeenWord, glyphs.Spots]:
    """A word as bars of ink, one a letter, low for signs, with so much more room where "|" stands."""
    grey = np.full((300, 700), 250, np.uint8)
    x = 50
    for letter in text:
        if letter == "|":
            x += gap
            continue
        low = TOP + HEIGHT - 3 if letter in ",;" else TOP
        grey[low : TOP + HEIGHT, x : x + WIDE - 4] = 20
        x += WIDE
    return SeenWord(text.replace("|", ""), 0.93, 50, TOP, x, TOP + HEIGHT, 0), glyphs.Spots(grey, 200.0)


@pytest.mark.parametrize(
    ("text", "gap", "parts"),
    [
        ("Phúc,|ngày", 14, ("Phúc,", "ngày")),
        ("Phúc,|ngày", 0, ("Phúc,ngày",)),
        ("sở;|ban", 14, ("sở;", "ban")),
        ("QUÝ|I", 14, ("QUÝ", "I")),
        ("4,|1", 14, ("4,1",)),
        ("Xvqk,|ngày", 14, ("Xvqk,ngày",)),
    ],
)
def test_words_are_parted_where_ink_and_letters_tell(text: str, gap: int, parts: tuple[str, ...]) -> None:
    word, spots = printed(text, gap)
    beside = SeenWord("Tân", 0.97, 600, TOP, 640, TOP + HEIGHT, 0)  # tells where the line stands
    (line,) = glyphs.parted([(word, beside)], spots)
    assert tuple(part.text for part in line) == (*parts, "Tân")
