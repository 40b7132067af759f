"""Second looks at weak words: how many there are, and what they elect."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading import look
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate

DPI, LEFT, HEIGHT = 200.0, 100, 20
ROWS = (100, 200, 300)


@dataclass
class Saying:
    """Reads each row of ink as told, look by look, surely."""

    looks: tuple[tuple[str, ...], ...]
    name: str = "saying"
    rows: list[int] = field(default_factory=list)

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        inked = np.concatenate(([0], (image.min(axis=1) < 128).astype(np.int8), [0]))
        starts, ends = np.flatnonzero(np.diff(inked) == 1), np.flatnonzero(np.diff(inked) == -1)
        texts = self.looks[len(self.rows)]
        self.rows.append(len(starts))
        return [
            SeenWord(text, 0.95, 20, int(top), image.shape[1] - 20, int(bottom), n)
            for n, (text, top, bottom) in enumerate(zip(texts, starts, ends, strict=True))
            if text
        ]

    def close(self) -> None:
        """Nothing stays open."""


def weak(*texts: str) -> tuple[list[SeenLine], Plate]:
    """Words that the engine doubted, one below the other, as bars of ink."""
    grey = np.full((500, 600), 250, np.uint8)
    lines: list[SeenLine] = []
    for n, (text, top) in enumerate(zip(texts, ROWS, strict=False)):
        right = LEFT + 14 * len(text)
        grey[top : top + HEIGHT, LEFT:right] = 20
        lines.append((SeenWord(text, 0.7, LEFT, top, right, top + HEIGHT, n),))
    return lines, Plate(grey, DPI)


@pytest.mark.parametrize(
    ("first", "looks", "elected", "rows"),
    [
        (("thi", "đua"), (("thi", "đua"), ("thi", "đùa")), ("thi", "đua"), [2, 2]),
        (("thì", "đua"), (("thi", "đua"), ("thi", "đua")), ("thi", "đua"), [2, 2]),
        (("thì", "đua"), (("thi", "đua"), ("thị", "đua"), ("thi", "đua")), ("thi", "đua"), [2, 2, 2]),
        (("thì",), (("",), ("thi",), ("thi",)), ("thi",), [1, 1, 1]),
    ],
)
def test_the_last_look_is_where_no_two_readings_agree(
    first: tuple[str, ...], looks: tuple[tuple[str, ...], ...], elected: tuple[str, ...], rows: list[int]
) -> None:
    lines, plate = weak(*first)
    engine = Saying(looks)
    made = look.again(lines, plate, Spots(plate.grey, plate.dpi), engine)
    assert tuple(word.text for line in made for word in line) == elected
    assert engine.rows == rows


def test_sure_words_are_not_looked_at_again() -> None:
    lines, plate = weak("thi", "đua")
    sure = [tuple(SeenWord(w.text, 0.97, w.left, w.top, w.right, w.bottom, w.line) for w in line) for line in lines]
    engine = Saying(())
    assert look.again(sure, plate, Spots(plate.grey, plate.dpi), engine) == sure
    assert engine.rows == []
