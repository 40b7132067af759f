"""Rings of seals told from circles that lie over lines of text."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.reading import paper

DPI = 100.0


def sheet(text: bool) -> NDArray[np.uint8]:
    """White, or full of ragged lines of letter-like strokes."""
    made = np.full((1169, 827), 255, np.uint8)
    rng = np.random.default_rng(3)
    for y in range(100, 1080, 25) if text else ():
        x, end = 110, int(rng.integers(560, 760))
        while x < end:
            width = int(rng.integers(4, 10))
            cv2.rectangle(made, (x, y), (x + width, y + 12), 20, 2)
            x += width + int(rng.choice((4, 4, 4, 11)))
    return made


def ring(page: NDArray[np.uint8], across: float, worn: float = 0.0) -> NDArray[np.uint8]:
    """A ring of so many points about the middle of the page, of which a share came off."""
    radius = round(across / 72 * DPI / 2)
    for start in range(0, 360, 10):
        cv2.ellipse(page, (410, 590), (radius, radius), 0, start, start + 10 * (1 - worn), 0, 2)
    return page


@pytest.mark.parametrize(
    ("across", "worn", "text", "found"),
    [
        (102, 0.0, False, True),
        (102, 0.3, False, True),
        (62, 0.35, False, True),
        (62, 0.0, False, True),
        (24, 0.0, False, False),  # a letter of a heading, a tick box
        (160, 0.0, False, False),
    ],
)
def test_rings(across: float, worn: float, text: bool, found: bool) -> None:
    rings = paper.black_rings(ring(sheet(text), across, worn), DPI)
    assert len(rings) == found
    for box in rings:
        assert box.width == pytest.approx(across, abs=6)
        assert (box.cx, box.cy) == pytest.approx((410 / DPI * 72, 590 / DPI * 72), abs=4)


def test_lines_of_text_are_no_rings() -> None:
    assert paper.black_rings(sheet(True), DPI) == []
