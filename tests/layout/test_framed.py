"""Received stamps whose frame was taken for a table's."""

from __future__ import annotations

import pytest

from kehoach.layout import framed
from kehoach.layout.signs import Signs
from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Page, Word
from kehoach.rules.load import load

SIGNS = load().made(Signs.of)


def line(text: str, x: float, y: float) -> Line:
    return Line(
        tuple(Word(w, 1, 0, Box(x + 30 * n, y, x + 30 * n + 25, y + 10), 0.9) for n, w in enumerate(text.split()))
    )


def cell(column: int, box: Box, *texts: str) -> GridCell:
    return GridCell(0, column, box, tuple(line(text, box.x0, box.top + 12 * n) for n, text in enumerate(texts)))


def stamped(label: str, above: Line) -> tuple[Page, list[str]]:
    box = Box(10, 200, 170, 240)
    cells = (cell(0, Box(10, 200, 60, 240), "CV", label), cell(1, Box(60, 200, 170, 240), "Số: 41"))
    page = Page(1, 595.0, 842.0, "ocr", (above, line("KẾ HOẠCH", 280, 185)), grids=(Grid(box, 1, 2, cells),))
    page, apart = framed.without_received(page, SIGNS)
    return page, [piece.text.value for piece in apart]


def test_a_stamp_takes_its_head_along() -> None:
    page, apart = stamped("ĐẾN", line("TRUNG TÂM MẪU", 20, 185))
    assert apart == ["TRUNG TÂM MẪU CV ĐẾN Số: 41"]
    assert page.grids == () and [[w.text for w in kept.words] for kept in page.lines] == [["KẾ", "HOẠCH"]]


@pytest.mark.parametrize(("label", "left"), [("ĐẾN", 0), ("ĐI", 1)])
def test_what_is_no_head_and_no_stamp_stays(label: str, left: int) -> None:
    page, apart = stamped(label, line("V/v hội thi", 20, 185))
    assert len(page.grids) == left and len(apart) == 1 - left
    assert [w.text for w in page.lines[0].words] == ["V/v", "hội", "thi"]
