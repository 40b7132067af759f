"""How a page leans and lies, measured on strokes of print."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.reading import upright


def page() -> NDArray[np.uint8]:
    """Ragged lines of letter-like strokes on A4 at 100 dots an inch."""
    made = np.full((1169, 827), 255, np.uint8)
    rng = np.random.default_rng(1)
    for y in range(120, 1040, 26):
        x, end = 90, int(rng.integers(500, 740))
        while x < end:
            width = int(rng.integers(3, 9))
            made[y : y + 9, x : x + 2] = 20
            made[y + 7 : y + 9, x : x + width] = 20
            x += width + int(rng.choice((3, 3, 3, 9)))
    return made


@pytest.mark.parametrize("degrees", [-7.9, -4.4, -1.0, -0.3, 0.0, 0.45, 2.6, 6.1, 8.0])
def test_the_lean_is_found(degrees: float) -> None:
    assert upright.skew(upright.turned(page(), 0, -degrees)) == pytest.approx(degrees, abs=0.1)


@pytest.mark.parametrize("degrees", [-7, -3, 0, 4, 8])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_sideways_is_told_however_the_page_leans(degrees: float, rotation: int) -> None:
    lying = upright.turned(upright.turned(page(), 0, degrees), rotation, 0)
    assert upright.lie(lying).sideways == (rotation in (90, 270))


def test_an_empty_page_leans_nowhere() -> None:
    empty = np.full((800, 600), 240, np.uint8)
    assert upright.skew(empty) == 0.0 and upright.lie(empty) == upright.Lie(False, 0.0)


def test_a_pen_stroke_does_not_turn_a_page_with_one_line() -> None:
    sheet = np.full((1169, 827), 255, np.uint8)
    sheet[182:190, 560:720:5] = 20
    for x in range(560, 740):
        y = 160 - round((x - 560) * 0.11)
        sheet[y : y + 3, x] = 20
    assert abs(upright.skew(sheet)) < 2.5


@pytest.mark.parametrize(("rotation", "angle"), [(0, 0.0), (0, 1.3), (180, -0.7)])
def test_the_head_of_a_page_is_the_upper_part_of_it(rotation: int, angle: float) -> None:
    picture = np.repeat(page()[..., None], 3, axis=2)
    head = upright.Turned(picture, rotation, angle).head
    assert len(head) >= 0.5 * len(picture)
    assert np.array_equal(head, upright.Turned(picture, rotation, angle).pixels[: len(head)])
