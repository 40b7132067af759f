"""The tails of semicolons, drawn in the typeface of the official form."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.reading import tails
from kehoach.reading.glyphs import Spots
from kehoach.specimen.fonts import Face
from tests.reading import printing

STOPS = ["một,", "hai,", "ba,", "bốn,", "đủ.", "rồi.", "xong.", "thôi."]


def other_readings(printed: str, face: Face, stops: list[str]) -> list[str]:
    """The other readings of the last word of a page, which was read with a colon."""
    rows = [[(word, word, ()) for word in stops], [(word, word, ()) for word in stops]]
    rows.append([("Các", "Các", ()), (printed, f"{printed[:-1]}:", ())])
    lines, pictures = zip(*(printing.line(row, face) for row in rows), strict=True)
    height = pictures[0].shape[0]
    placed = [
        tuple(
            word.__class__(
                word.text, word.confidence, word.left, word.top + n * height, word.right, word.bottom + n * height, n
            )
            for word in line
        )
        for n, line in enumerate(lines)
    ]
    found = tails.doubted(placed, Spots(np.vstack(pictures), printing.DPI))
    return [text for text, _ in found[-1][-1].alternatives]


@pytest.mark.parametrize("face", ["Regular", "Italic"])
def test_a_colon_with_a_tail_may_be_a_semicolon(typeface: None, face: Face) -> None:
    assert other_readings("thôn;", face, STOPS) == ["thôn;"]


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
def test_a_colon_stays_one(typeface: None, face: Face) -> None:
    assert other_readings("thôn:", face, STOPS) == []


def test_a_page_with_few_stops_tells_nothing(typeface: None) -> None:
    assert other_readings("thôn;", "Regular", STOPS[:2]) == []
