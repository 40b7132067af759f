"""The tails of semicolons, drawn in the typeface of the official form."""

from __future__ import annotations

import pytest

from kehoach.reading import tails
from kehoach.reading.glyphs import Spots
from kehoach.specimen.fonts import Face
from tests.reading import printing


def other_readings(printed: str, face: Face) -> list[str]:
    """The other readings of the last word of a line, which was read with a colon."""
    line, picture = printing.line([("Các", "Các", ()), (printed, f"{printed[:-1]}:", ())], face)
    found = tails.doubted([line], Spots(picture, printing.DPI))
    return [text for text, _ in found[-1][-1].alternatives]


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
def test_a_colon_with_a_tail_may_be_a_semicolon(typeface: None, face: Face) -> None:
    assert other_readings("thôn;", face) == ["thôn;"]


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
def test_a_colon_stays_one(typeface: None, face: Face) -> None:
    assert other_readings("thôn:", face) == []
