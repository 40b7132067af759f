"""Figures with a second reader's opinion: what is doubted, what two readings say together, specks."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading import agreed, glyphs, opinion
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate
from kehoach.specimen.fonts import faces
from tests.reading.steps import Saying

DPI, BASE = 200, 80


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("41", "4,1", "4,1"),
        ("81", "8.1", "8.1"),
        ("2,S", "2,5", "2,5"),
        ("l5", "15", "15"),
        ("1O", "10", "10"),
        ("65NQ-HĐND", "65/NQ-HDND", "65/NQ-HĐND"),
        ("309/CV-HĐTĐ", "309/CV-HDTD", "309/CV-HĐTĐ"),
        ("21712/2010", "21/12/2010", "21/12/2010"),
        ("(2024),", "2024", "(2024),"),
        ("15/BC-VP", "15/C-VP", "15/BC-VP"),
        ("20a", "20", "20a"),
    ],
)
def test_letters_are_the_first_readers_and_figures_the_seconds(first: str, second: str, together: str) -> None:
    assert agreed.merged(first, second) == together


@pytest.mark.parametrize("text", ["15/3/2024", "03/KH-SNV", "2,5", "1.2.", "95%", "30.000.000", "2021-2025", "QH13"])
def test_figures_as_offices_write_them(text: str) -> None:
    assert not agreed.is_odd(text)


@pytest.mark.parametrize("text", ["l5", "1O", "2,S", "21712/2010", "1§"])
def test_odd_figures(text: str) -> None:
    assert agreed.is_odd(text)


def printed(text: str, speck: tuple[int, int] | None = None, gap: int = 40) -> tuple[Plate, SeenWord, int]:
    """A plate with one printed word, the word as placed, and where the next would begin."""
    font = ImageFont.truetype(str(faces()["Regular"]), round(13 * DPI / 72))
    picture = Image.new("L", (600, 160), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((60, BASE), text, fill=10, font=font, anchor="ls")
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    if speck:
        x, y = 60 + speck[0], BASE + speck[1]
        draw.ellipse((x, y, x + 4, y + 4), fill=10)
    word = SeenWord(text, 0.95, 60 + int(left), BASE + int(top), 60 + int(right), BASE + int(bottom), 0)
    return Plate(np.asarray(picture).copy(), DPI), word, 60 + int(right) + gap


def settle(plate: Plate, line: SeenLine, *says: str, cell: bool = False, sure: float = 0.98) -> SeenLine:
    reader = Saying(*(f"   {text}" for text in says), pixels=8.0, sure=sure)
    cells = frozenset({0}) if cell else frozenset()
    (made,) = opinion.settled([line], plate, Spots(plate.grey, plate.dpi), reader, cells)
    return made


@pytest.mark.parametrize(
    ("print_", "read", "sure", "says", "becomes"),
    [
        ("4,1", "41", 0.95, "4,1", "4,1"),  # the ink has a comma
        ("41", "41", 0.95, "4,1", "41"),  # it has none, and nobody asks
        ("41", "41", 0.5, "41", "41"),
        ("25", "2S", 0.9, "25", "25"),
        ("25", "25", 0.6, "26", "26"),
        ("25", "25", 0.6, "abc", "25"),
    ],
)
def test_a_doubted_figure_is_what_speaks_for_it(
    typeface: None, print_: str, read: str, sure: float, says: str, becomes: str
) -> None:
    plate, word, _ = printed(print_)
    seen = SeenWord(read, sure, word.left, word.top, word.right, word.bottom, 0)
    (made,) = settle(plate, (seen,), says)
    assert made.text == becomes
    if says == read:
        assert made.confidence > sure
    elif becomes != read:
        assert made.confidence < 0.97 and made.alternatives == ((read, sure),)
    else:
        assert made.confidence == sure


@pytest.mark.parametrize(("before", "behind", "becomes"), [("tháng", "năm", "11"), ("mang", "về", "lổi")])
def test_a_word_in_the_place_of_a_month_is_a_figure(typeface: None, before: str, behind: str, becomes: str) -> None:
    plate, word, end = printed("11")
    line = (
        SeenWord(before, 0.95, 10, word.top, 50, word.bottom, 0),
        SeenWord("lổi", 0.4, word.left, word.top, word.right, word.bottom, 0),
        SeenWord(behind, 0.95, end, word.top, end + 60, word.bottom, 0),
    )
    assert settle(plate, line, "11", "11")[1].text == becomes


def test_dirt_under_a_figure_is_no_comma(typeface: None) -> None:
    plate, word, _ = printed("8121", speck=(30, 3))
    assert settle(plate, (word,), "81,21") == (word,)


def test_two_looks_that_differ_change_nothing_and_leave_doubt(typeface: None) -> None:
    plate, word, _ = printed("25")
    seen = SeenWord("25", 0.6, word.left, word.top, word.right, word.bottom, 0)
    (made,) = settle(plate, (seen,), "26", "28")
    assert made.text == "25" and made.confidence < 0.6


def test_specks_beside_a_figure_in_its_cell_go(typeface: None) -> None:
    plate, word, _ = printed("5")
    seen = SeenWord("+5", 0.7, word.left, word.top, word.right, word.bottom, 0)
    (made,) = settle(plate, (SeenWord(".", 0.5, 50, BASE, 52, BASE + 2, 0), seen), "+5", cell=True)
    assert made.text == "+5" and made.confidence > 0.9


@pytest.mark.parametrize(("size", "sign", "kept"), [(3, "`", 1), (12, "`", 2), (3, "%", 2)])
def test_signs_that_are_specks_go(typeface: None, size: int, sign: str, kept: int) -> None:
    plate, word, right = printed("2014")
    plate.grey[BASE - 14 : BASE - 14 + size, right : right + size] = 0
    beside = SeenWord(sign, 0.9, right - 2, BASE - 16, right + size + 2, BASE - 12 + size, 0)
    (made,) = glyphs.without_specks([(word, beside)], Spots(plate.grey, plate.dpi))
    assert len(made) == kept


@pytest.mark.parametrize(
    ("first", "second", "symbol"),
    [
        ("/S1111-CNTT", "/STTTT-CNTT", "/STTTT-CNTT"),
        ("9/UBND-KLIH", "9/UBND-KTTH", "9/UBND-KTTH"),
        ("/SGDĐT-CIII", "/SGDDT-CTTT", "/SGDĐT-CTTT"),
        ("/SGDĐT-CII", "/SGDDT-CT1", "/SGDĐT-CII"),
        ("/KH-UBND", "/KT-UBND", "/KH-UBND"),
        ("12/QĐ-BIIII", "12/QD-B1T11", "12/QĐ-BTTTT"),
        ("/KH-51111", "/KH-51111", "/KH-STTTT"),
        ("/KH-HVKVIII", "/KH-HVKVIII", "/KH-HVKVIII"),
        ("/KH-PV11", "/KH-PV11", "/KH-PV11"),
    ],
)
def test_letters_t_of_a_symbol_that_were_read_as_strokes(first: str, second: str, symbol: str) -> None:
    assert agreed.with_letters_t(first, second) == symbol


def test_a_symbol_is_looked_at_by_the_second_reader(typeface: None) -> None:
    plate, word, _ = printed("/STTTT")
    seen = SeenWord("/S1111", 0.9, word.left, word.top, word.right, word.bottom, 0)
    assert settle(plate, (seen,), "/STTTT", "/STTTT", "/STTTT")[0].text == "/STTTT"
