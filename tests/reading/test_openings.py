"""Bullets by the shape of their ink, and letters that closed up with their bracket."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.programs.tesseract import SeenWord, Segmentation
from kehoach.reading import openings
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate
from kehoach.specimen.fonts import Face
from tests.reading import printing


class Engine:
    """Reads the same whatever it is shown, and counts how often it was asked."""

    name = "fake"

    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        self.asked += 1
        return [SeenWord(self.text, 0.9, 0, 0, image.shape[1], image.shape[0], 0)]

    def close(self) -> None:
        """Nothing is held."""


def first(
    printed: str,
    seen: str,
    *others: tuple[str, float],
    face: Face = "Regular",
    engine: Engine | None = None,
    sure: float | None = None,
) -> str:
    """How a line opens that was printed as the first and read as the second."""
    pieces = ((printed, seen, tuple(others)), ("KIỂM", "KIỂM", ()), ("SOÁT", "SOÁT", ()))
    words, picture = printing.line(pieces, face)
    if sure is not None:
        words = (replace(words[0], confidence=sure), *words[1:])
    plate = Plate(picture, printing.DPI)
    (line,) = openings.read([words], plate, Spots(picture, printing.DPI), engine or Engine(""))
    return line[0].text


@pytest.mark.parametrize("seen", ["+", "*", "«", "+*", "•", "e"])
def test_a_disc_is_a_bullet_whatever_was_read(typeface: None, seen: str) -> None:
    assert first("•", seen) == "•"


@pytest.mark.parametrize("sign", ["+", "*", "=", "o", "e"])
def test_other_signs_stay(typeface: None, sign: str) -> None:
    assert first(sign, sign) == sign


@pytest.mark.parametrize(
    ("seen", "others", "becomes"),
    [
        ("Q", [("c)", 0.1), ("©)", 0.02)], "c)"),
        ("Q", [("C)", 0.1)], "c)"),
        ("e", [("C.", 0.1), ("c", 0.05)], "c."),
        ("Q", [("O", 0.1)], "Q"),
        ("Qua", [("c)", 0.1)], "Qua"),
    ],
)
def test_a_letter_that_closed_up_with_its_bracket(
    typeface: None, seen: str, others: list[tuple[str, float]], becomes: str
) -> None:
    assert first("c)", seen, *others) == becomes


def test_a_letter_in_doubt_may_have_closed_up_too(typeface: None) -> None:
    assert first("c)", "Q", ("c)", 0.1), sure=0.4) == "c)"


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
@pytest.mark.parametrize(
    ("printed", "seen", "label", "becomes"),
    [
        ("II/", "III", "II", "II/"),
        ("I/", "II.", "I", "I/"),
        ("II/", "IV", "II", "II/"),
        ("VI/", "VU", "VI", "VI/"),
        ("V/", "VI", "V", "V/"),
        ("IV/", "IVI", "IV", "IV/"),
        ("2/", "aI", "2", "2/"),
        ("4/", "AI", "4", "4/"),
        ("b/", "bl", "b", "b/"),
        ("1/", "1", "1", "1/"),
        ("2/", "2I", "?", "2/"),
        ("II/", "IV", "I", "II/"),
        ("III/", "HIU", "?", "III/"),
        ("VI/", "VU", "V", "VI/"),
    ],
)
def test_the_slash_of_a_label_is_told_by_its_lean(
    typeface: None, printed: str, seen: str, label: str, becomes: str, face: Face
) -> None:
    assert first(printed, seen, face=face, engine=Engine(label)) == becomes


@pytest.mark.parametrize("face", ["Regular", "Bold"])
@pytest.mark.parametrize(
    ("printed", "seen", "becomes"), [("I/", "Hà", "I/"), ("III/", "HƯ", "III/"), ("VỚI", "VỚI", "VỚI")]
)
def test_a_short_word_in_doubt_may_be_a_label(
    typeface: None, printed: str, seen: str, becomes: str, face: Face
) -> None:
    words, picture = printing.line([(printed, seen, ()), ("Nội", "Nội", ()), ("dung", "dung", ())], face)
    doubted = (replace(words[0], confidence=0.5), *words[1:])
    plate = Plate(picture, printing.DPI)
    (line,) = openings.read([doubted], plate, Spots(picture, printing.DPI), Engine("?"))
    assert line[0].text == becomes


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
@pytest.mark.parametrize("text", ["III", "Vl", "Sl", "11", "1", "21", "XI", "IV", "V", "XV", "II.", "IV.", "VII"])
def test_what_stands_upright_has_no_slash(typeface: None, text: str, face: Face) -> None:
    engine = Engine("7")
    assert first(text, text, face=face, engine=engine) == text and not engine.asked
