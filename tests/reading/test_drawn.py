"""Lines drawn on a PDF page, and the tables that lines make."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest

from kehoach.model.geometry import Box
from kehoach.model.page import Ruling
from kehoach.reading import drawn, lattice
from kehoach.reading.layer import View
from tests.hostile import raw_pdf

RIGHTS = (100.0, 200.0, 300.0)


@pytest.mark.parametrize(
    ("content", "sides"),
    [
        ("50 600 120 80 re 51 601 118 78 re f*", 4),  # a border as the room between two outlines
        ("50 600 120 80 re 50 601 120 79 re f*", 1),  # of which one side is drawn
        ("50 600 120 80 re 60 610 100 60 re f*", 0),  # a broad frame is no line
        ("1 w 50 600 120 80 re S", 4),
        ("50 600 120 80 re f", 0),
        ("1 g 50 600 120 80 re 51 601 118 78 re f*", 0),
    ],
)  # fmt: skip
def test_borders_are_lines_however_they_are_drawn(content: str, sides: int) -> None:
    data = raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    )  # fmt: skip
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    found = drawn.drawn_lines(page, View.of(page))
    page.close()
    document.close()
    assert len(found) == sides
    assert all(min(line.box.width, line.box.height) <= 1.5 for line in found)


def table(levels: Sequence[float], top: float, bottom: float, short: int = 0) -> list[Ruling]:
    """Level lines at these heights, upright ones from ``top`` to ``bottom``; the first ``short`` end with the levels."""
    across = [Ruling(Box(RIGHTS[0], y, RIGHTS[-1], y)) for y in levels]
    ends = [(levels[0], levels[-1]) if n < short else (top, bottom) for n in range(len(RIGHTS))]
    return across + [Ruling(Box(x, a, x, b)) for x, (a, b) in zip(RIGHTS, ends, strict=True)]


@pytest.mark.parametrize(
    ("top", "bottom", "short", "rows"),
    [
        (100, 160, 0, [100, 130, 160]),
        (100, 190, 0, [100, 130, 160, 190]),
        (80, 160, 0, [80, 100, 130, 160]),
        (60, 210, 0, [60, 100, 130, 160, 210]),
        (100, 166, 0, [100, 130, 160]),  # ends of lines stick out a little
        (100, 190, 1, [100, 130, 160]),
    ],
)  # fmt: skip
def test_a_row_that_a_page_end_cuts_is_a_row(top: float, bottom: float, short: int, rows: list[float]) -> None:
    (frame,) = lattice.frames(table((100, 130, 160), top, bottom, short))
    assert list(frame.ys) == rows
    assert frame.xs == RIGHTS


@pytest.mark.parametrize(
    ("pieces", "cells"),
    [
        ([(RIGHTS[0], RIGHTS[0] + 20), (RIGHTS[0] + 42, RIGHTS[-1])], 2 * (len(RIGHTS) - 1)),  # letters touch it
        ([(RIGHTS[1], RIGHTS[-1])], 2 * (len(RIGHTS) - 1) - 1),  # the first cell goes over both rows
        ([(RIGHTS[0], RIGHTS[0] + 5), (RIGHTS[1], RIGHTS[-1])], 2 * (len(RIGHTS) - 1) - 1),  # an end sticks out
    ],
    ids=["a gap", "no line", "an end"],
)
def test_a_line_goes_on_behind_a_gap(pieces: list[tuple[float, float]], cells: int) -> None:
    lines = [*table((100, 160), 100, 160), *(Ruling(Box(a, 130, b, 130)) for a, b in pieces)]
    (frame,) = lattice.frames(lines)
    assert len(frame.cells) == cells
