"""Sheets photographed by hand: found where all edges are plain, laid flat, and no scan taken for one."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from kehoach.reading import page_image, photo, source
from kehoach.specimen.age import GRADES, Wear, age, at_dpi
from kehoach.specimen.photo import photographed
from kehoach.specimen.render import Image as Picture

DPI = 60
CROSSES = ((0.15, 0.1), (0.85, 0.12), (0.8, 0.9), (0.2, 0.7))


def sheet() -> Picture:
    """A4 with lines of print and four black squares at known shares of its sides."""
    made = np.full((round(11.69 * DPI), round(8.27 * DPI), 3), 246, np.uint8)
    rows, columns = made.shape[:2]
    for y in range(rows // 6, rows - rows // 6, 12):
        made[y : y + 4 : 2, columns // 8 : -columns // 8 : 3] = 40
    for x, y in CROSSES:
        made[round(y * rows) - 6 : round(y * rows) + 7, round(x * columns) - 6 : round(x * columns) + 7] = 0
    return made


def squares(flat: Picture) -> list[tuple[float, float]]:
    """Where the squares lie, as shares."""
    import cv2

    dark = cv2.erode(np.asarray(flat[..., 0] < 70, np.uint8), np.ones((7, 7), np.uint8))
    _, _, stats, centres = cv2.connectedComponentsWithStats(dark)
    found = [c for c, s in zip(centres[1:], stats[1:], strict=True) if s[4] > 6]
    return sorted((x / flat.shape[1], y / flat.shape[0]) for x, y in found)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("turn", [0, 90])
def test_a_sheet_on_a_desk_is_laid_flat(seed: int, turn: int) -> None:
    lying = np.rot90(photographed(sheet(), 0.05, 0.35, np.random.default_rng(seed)), -turn // 90)
    picture = np.ascontiguousarray(lying)
    found = photo.outline(picture)
    assert found is not None
    flat = np.rot90(photo.flat(picture, found, DPI), turn // 90)
    assert flat.shape[0] > flat.shape[1]
    for (x, y), (known_x, known_y) in zip(squares(flat), sorted(CROSSES), strict=True):
        assert (x, y) == (pytest.approx(known_x, abs=0.012), pytest.approx(known_y, abs=0.012))


@pytest.mark.parametrize(
    "wear",
    [
        Wear(),
        GRADES["office"],
        GRADES["hard"],
        GRADES["bitonal"],
        Wear(edge=12, paper=(240, 235, 220)),
        Wear(light=0.5),
        Wear(paper=(200, 160, 90), skew=5),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_scan_is_no_photo(wear: Wear, seed: int) -> None:
    assert photo.outline(age(sheet(), None, at_dpi(wear, DPI), np.random.default_rng(seed))) is None


def test_the_page_of_a_photo_is_the_sheet() -> None:
    taken = age(sheet(), None, replace(at_dpi(GRADES["photo"], DPI), noise=2), np.random.default_rng(3))
    out = io.BytesIO()
    Image.fromarray(taken).save(out, "JPEG", quality=90)
    shown = page_image(source(out.getvalue(), "ảnh.jpg"), 1, 72)
    assert shown.size == (595, 842)
    assert len(squares(np.asarray(shown))) == 4
