"""Bullets by the shape of their ink, and letters that closed up with their bracket."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kehoach.programs.tesseract import SeenWord
from kehoach.reading import openings
from kehoach.reading.glyphs import Spots
from kehoach.specimen.fonts import faces

DPI, BASE = 200, 80


def first(printed: str, seen: str, *others: tuple[str, float]) -> str:
    """How a line opens that was printed as the first and read as the second."""
    font = ImageFont.truetype(str(faces()["Regular"]), round(13.5 * DPI / 72))
    picture = Image.new("L", (900, 160), 255)
    words, x = [], 60
    for text, read, more in ((printed, seen, others), ("Kiểm", "Kiểm", ()), ("tra", "tra", ())):
        ImageDraw.Draw(picture).text((x, BASE), text, fill=10, font=font, anchor="ls")
        left, top, right, bottom = font.getbbox(text, anchor="ls")
        place = (x + int(left), BASE + int(top), x + int(right), BASE + int(bottom))
        words.append(SeenWord(read, 0.6, *place, 0, tuple(more)))
        x += round(font.getlength(text)) + 12
    (line,) = openings.read([tuple(words)], Spots(np.asarray(picture).copy(), DPI))
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
