"""Cells of ruled tables: found on the image, recognized one by one, figures read as figures."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.reading import cells, lattice, ruled
from kehoach.reading.look import Plate
from tests.reading.engines import Same

DPI = 200


def plate(inked: set[tuple[int, int]], rows: int = 4, columns: int = 3, merged: bool = False) -> Plate:
    """A ruled table whose cells of ``inked`` hold a block of strokes; ``merged`` leaves out the border in its head."""
    made = np.full((500, 600), 255, np.uint8)
    for row in range(rows + 1):
        made[50 + 60 * row : 52 + 60 * row, 50 : 52 + 150 * columns] = 0
    for column in range(columns + 1):
        top = 110 if merged and column == 1 else 50
        made[top : 52 + 60 * rows, 50 + 150 * column : 52 + 150 * column] = 0
    for row, column in inked:
        x, y = 80 + 150 * column, 70 + 60 * row
        for n in range(6):
            made[y : y + 14, x + 8 * n : x + 8 * n + 3] = 0
    return Plate(made, DPI)


def frame(page: Plate) -> tuple[lattice.Frame, Plate]:
    found = ruled.find(page.grey, page.dpi)
    (only,) = lattice.frames(found.rulings)
    return only, Plate(ruled.erased(page.grey, found), page.dpi)


@pytest.mark.parametrize(("merged", "count"), [(False, 12), (True, 11)])
def test_cells_are_read_where_there_is_ink(merged: bool, count: int) -> None:
    inked = {(1, 0), (1, 1), (3, 2)}
    table, free = frame(plate(inked, merged=merged))
    assert len(table.cells) == count
    engine = Same()
    content = cells.read(table, free, engine)
    filled = {cell[:2]: lines for cell, lines in zip(table.cells, content, strict=True) if lines}
    assert set(filled) == inked and len(engine.shown) == 3
    for (row, column), ((word,),) in filled.items():
        # The engine's word fills the image it was shown: the ink and the paper put around it.
        assert (word.left, word.top) == (pytest.approx(62 + 150 * column, abs=2), pytest.approx(52 + 60 * row, abs=2))
        assert word.right - word.left > 40 and {look for _, look, _ in engine.shown} == {"line"}


@pytest.mark.parametrize(("numeric", "read"), [(3, "8"), (1, "§")])
def test_a_sign_among_figures_is_read_as_a_figure(numeric: int, read: str) -> None:
    table, free = frame(plate({(row, 1) for row in range(4)}))
    content = cells.read(table, free, Same(text="§"))
    figures = [n for n, cell in enumerate(table.cells) if cell[1] == 1 and content[n]][:numeric]
    for n in figures:
        content[n] = [
            tuple(type(word)(**{**_fields(word), "text": "12", "confidence": 0.95}) for word in content[n][0])
        ]
    made = cells.figures(table, content, free, Same(text="§"))
    assert [made[n][0][0].text for n, cell in enumerate(table.cells) if cell[1] == 1][-1] == read


def _fields(word: object) -> dict[str, object]:
    return {name: getattr(word, name) for name in type(word).__dataclass_fields__}  # type: ignore[attr-defined]


def test_a_table_is_painted_over_for_the_body() -> None:
    table, free = frame(plate({(0, 0)}))
    assert cells.blanked(free.grey, [table], DPI).min() > 200
    assert free.grey.min() < 100
