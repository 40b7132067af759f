"""Shaded cells are made plain: print on grey or coloured ground, in white on dark ground; shadows stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from kehoach.reading import fills

DPI = 200.0
ROW = (200, 400, 1400, 460)


def page(ground: tuple[int, int, int], ink: tuple[int, int, int], *, turned: float = 0.0) -> NDArray[np.uint8]:
    picture = Image.new("RGB", (1600, 1200), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle(ROW, fill=ground, outline="black", width=3)
    draw.line((800, ROW[1], 800, ROW[3]), fill="black", width=3)
    for n in range(20):
        draw.rectangle((240 + 22 * n, 418, 244 + 22 * n, 442), fill=ink)
    return np.asarray(picture.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor="white"), np.uint8)


@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        ((200, 200, 200), (0, 0, 0)),
        ((255, 255, 0), (0, 0, 0)),
        ((60, 110, 200), (255, 255, 255)),
        ((190, 0, 0), (255, 255, 255)),
    ],
    ids=["grey", "yellow", "white on blue", "white on red"],
)
def test_a_shaded_row_is_print_on_paper(ground: tuple[int, int, int], ink: tuple[int, int, int]) -> None:
    made = fills.flattened(page(ground, ink), DPI)
    assert (made[430, 1000:1380] > 240).all(), "its ground is white"
    assert (made[425:435, 242] < 40).all(), "its words are black"
    assert made[430, 799:803].min() < 60, "and so are the rules between its cells"
    assert (made[100:300] == 255).all()


def test_a_row_that_leans_with_the_page() -> None:
    made = fills.flattened(page((160, 160, 160), (0, 0, 0), turned=1.0), DPI)
    assert np.median(made[..., 0][made[..., 0] < 250]) < 100, "nothing of the grey ground is left but thin edges"


def test_print_and_shadows_are_no_shading() -> None:
    plain = page((255, 255, 255), (0, 0, 0))
    fading = np.linspace(255, 130, plain.shape[1], dtype=np.float32)[None, :, None] / 255
    shadow = np.asarray(plain * fading, np.uint8)
    assert fills.flattened(plain, DPI) is plain
    assert fills.flattened(shadow, DPI) is shadow


def test_coloured_paper_is_no_shading() -> None:
    paper = np.minimum(page((255, 255, 255), (0, 0, 0)), np.array([250, 235, 190], np.uint8))
    assert fills.flattened(paper, DPI) is paper
