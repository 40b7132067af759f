"""Ruling lines of page images: worn ones are pieced together, noise and merged cells are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kehoach.reading import lattice, ruled

DPI = 200
XS, YS = (100, 500, 900, 1300), (100, 220, 340, 460)


def grid(worn: int, merged: bool = False) -> np.ndarray:
    """A table of three by three; of the rulings across, a stretch in the middle is left in the grey ``worn``, of the
    whole middle column and of no other where that is one cell over all rows (``merged``)."""
    page = np.full((600, 1400), 255, np.uint8)
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), 60, 2)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), 60, 2)
    for y in YS[1:-1]:
        a, b = (XS[1] + 3, XS[2] - 3) if merged else (XS[1] - 120, XS[2] + 120)
        page[y - 2 : y + 3, a:b] = 255
        page[y : y + 2, a:b] = worn
    return page


def table(page: np.ndarray) -> list[tuple[int, int, int, int]]:
    (frame,) = lattice.frames(ruled.find(page, DPI).rulings)
    return list(frame.cells)


def test_a_line_that_has_worn_away_in_the_middle_goes_on_over_what_is_left_of_it() -> None:
    assert len(table(grid(worn=245))) == 9


def test_where_nothing_is_left_cells_are_merged() -> None:
    assert len(table(grid(worn=255, merged=True))) == 7


@pytest.mark.parametrize("seed", [1, 2])
def test_noise_makes_no_line_of_two(seed: int) -> None:
    page = grid(worn=255, merged=True)
    noise = np.random.default_rng(seed).normal(0, 8, page.shape)
    assert len(table(np.clip(page - 10 + noise, 0, 255).astype(np.uint8))) == 7
