"""Specks and hairlines that were read as characters go; small print, full stops and figures with a wrong box stay."""

from __future__ import annotations

import pytest

from kehoach.layout import specks
from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Page, Word

MARKS = [
    ("a letter as small as dust", "Ệ", (1.1, 0.7), 0.9, False),
    ("a letter a third as high", "ủ", (2.2, 2.9), 0.93, False),
    ("a low letter", "a", (4.0, 5.0), 0.93, True),
    ("a colon of one dot", ":", (0.8, 0.8), 0.8, False),
    ("a dash as short as a dot", "-", (0.8, 0.8), 0.93, False),
    ("a dot smaller than a full stop", ".", (0.7, 0.7), 0.93, False),
    ("a full stop", ".", (1.5, 1.5), 0.9, True),
    ("a dash", "-", (3.6, 0.9), 0.9, True),
    ("a hairline that says something", "vn", (16.0, 1.0), 0.1, False),
    ("small print", "nhỏ", (9.0, 5.0), 0.5, True),
    ("a figure by its hole", "4", (1.4, 1.0), 0.97, True),
    ("the edge of a frame", "Ị", (1.4, 14.0), 0.49, False),
    ("a sure stroke", "I", (1.2, 10.0), 0.9, True),
    ("a letter with serifs", "I", (4.5, 9.5), 0.5, True),
    ("a text layer", "Ệ", (0.5, 0.5), 1.0, True),
]


@pytest.mark.parametrize(("text", "size", "sure", "stays"), [m[1:] for m in MARKS], ids=[m[0] for m in MARKS])
@pytest.mark.parametrize("in_cell", [False, True], ids=["line", "cell"])
def test_marks(text: str, size: tuple[float, float], sure: float, stays: bool, in_cell: bool) -> None:
    words = tuple(word(t, 100 + 40 * n, 30, 10) for n, t in enumerate(("Phòng", "chủ", "trì")))
    mark = word(text, 300, *size, sure)
    line = Line((*words, mark))
    grid = Grid(Box(90, 90, 500, 120), 1, 1, (GridCell(0, 0, Box(90, 90, 500, 120), (line,)),))
    page = Page(1, 595, 842, "ocr", lines=() if in_cell else (line,), grids=(grid,) if in_cell else ())
    kept, dropped = specks.without(page)
    (found,) = kept.grids[0].cells[0].lines if in_cell else kept.lines
    assert found.words == (line.words if stays else words)
    assert [f.text.value for f in dropped] == ([] if stays else [text])


def test_a_page_without_words() -> None:
    empty = Page(1, 595, 842, "ocr", lines=(Line((Word("-", 1, 0),)),))
    assert specks.without(empty) == (empty, [])


def word(text: str, x: float, wide: float, high: float, sure: float = 0.95) -> Word:
    return Word(text, 1, 0, Box(x, 100, x + wide, 100 + high), sure)
