"""How likely tokens are, and what is noise."""

from __future__ import annotations

import pytest

from kehoach.programs.tesseract import SeenWord
from kehoach.reading import evidence
from kehoach.reading.plausible import plausibility


@pytest.mark.parametrize(
    ("likely", "unlikely"), [("%", "~/"), ("thành", "thvành"), ("2020", "2O20"), ("III", "HlI"), ("UBND", "UbNd")]
)
def test_what_offices_write_is_likelier(likely: str, unlikely: str) -> None:
    assert plausibility(likely) > plausibility(unlikely)


@pytest.mark.parametrize(
    ("text", "sure", "stays"), [("%", 0.93, True), ("%", 0.5, False), ("=+", 0.6, False), ("5", 0.9, True)]
)
def test_a_sign_alone_in_a_cell(text: str, sure: float, stays: bool) -> None:
    line = (SeenWord(text, sure, 0, 0, 20, 20, 0),)
    assert evidence.without_noise([line]) == ([line] if stays else [])
