"""Roman numerals by their strokes, drawn in the typeface of the official form."""

from __future__ import annotations

import pytest

from kehoach.reading import numerals
from kehoach.reading.glyphs import Spots
from kehoach.specimen.fonts import Face
from tests.reading import printing


def read(pieces: list[tuple[str, str]], face: Face, size: float = 13.5) -> list[str]:
    """What becomes of a line printed as the first and read as the second of each piece."""
    words, picture = printing.line([(printed, seen, ()) for printed, seen in pieces], face, size)
    (line,) = numerals.counted([words], Spots(picture, printing.DPI))
    return [word.text for word in line]


@pytest.mark.parametrize("face", ["Regular", "Bold"])
@pytest.mark.parametrize(
    ("printed", "seen", "becomes"),
    [
        ("III.", "HI.", "III."),
        ("III.", "II.", "III."),
        ("II.", "H.", "II."),
        ("II-", "H-", "II-"),
        ("III-", "HI-", "III-"),
        ("VII.", "VI.", "VII."),
        ("II)", "II)", "II)"),
        ("III)", "II)", "III)"),
        ("(II)", "(II)", "(II)"),
        ("IV.", "IV.", "IV."),
    ],
)
def test_strokes_are_counted(typeface: None, printed: str, seen: str, becomes: str, face: Face) -> None:
    assert read([(printed, seen), ("Nội", "Nội"), ("dung", "dung")], face)[0] == becomes


@pytest.mark.parametrize("face", ["Regular", "Bold"])
@pytest.mark.parametrize("size", [11.0, 13.5, 15.0])
@pytest.mark.parametrize(
    ("printed", "seen", "heading", "becomes"),
    [
        ("I.", "1.", "MỤC ĐÍCH", "I."),
        ("1.", "1.", "MỤC ĐÍCH", "1."),
        ("I.", "L", "YÊU CẦU", "I."),
        ("I.", "l.", "NỘI DUNG", "I."),
        ("I.", "1.", "Mục đích", "1."),
        ("L.", "L.", "TÊN GỌI", "L."),
    ],
)
def test_the_first_heading_is_told_from_a_figure(
    typeface: None, printed: str, seen: str, heading: str, becomes: str, face: Face, size: float
) -> None:
    assert read([(printed, seen), *((word, word) for word in heading.split())], face, size)[0] == becomes


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic"])
@pytest.mark.parametrize("size", [11.0, 13.5])
@pytest.mark.parametrize(
    ("before", "printed", "seen", "becomes"),
    [
        ("Quý", "II/2021", "I/2021", "II/2021"),
        ("quý", "III/2026,", "II/2026,", "III/2026,"),
        ("quý", "II/2026", "12026", "II/2026"),
        ("quý", "III/2020", "NI/2020", "III/2020"),
        ("quý", "III", "NI", "III"),
        ("quý", "II,", "N,", "II,"),
        ("quý", "I/2021", "I/2021", "I/2021"),
        ("quý", "1/2021", "1/2021", "1/2021"),
        ("tháng", "11/2021", "11/2021", "11/2021"),
        ("số", "12026", "12026", "12026"),
    ],
)
def test_a_quarter_is_counted_before_its_year(
    typeface: None, before: str, printed: str, seen: str, becomes: str, face: Face, size: float
) -> None:
    assert read([("trong", "trong"), (before, before), (printed, seen)], face, size)[2] == becomes
