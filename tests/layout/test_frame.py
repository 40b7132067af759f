"""Margins of a page beside those of the other pages."""

from __future__ import annotations

import pytest

from kehoach.layout.frame import Frame, settled
from kehoach.layout.rows import Row
from kehoach.model.geometry import Box
from kehoach.model.page import Word

USUAL = Frame(85.0, 550.0, 18.0, 31.0)
PAGES = [
    ("all long lines begin paragraphs", 116.0, 85.0, 85.0),
    ("they begin with bullets", 125.0, 86.0, 85.0),
    ("nothing stands at the usual margin", 116.0, 116.0, 116.0),
    ("another margin altogether", 150.0, 85.0, 150.0),
    ("the usual margin", 86.0, 86.0, 86.0),
]


@pytest.mark.parametrize(("left", "leftmost", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_settled(left: float, leftmost: float, expected: float) -> None:
    rows = [Row((Word("năm", 1, n, Box(x, 100, x + 20, 110), 0.9),)) for n, x in enumerate((left, leftmost))]
    assert settled(Frame(left, 550.0, 18.0, 0.0), USUAL, rows).left == expected
    assert settled(Frame(left, 550.0, 18.0, 0.0), None, rows).left == left
