"""Names beside a seal's ring or a pen's stroke, drawn in the typeface of the official form."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading import names
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Plate
from tests.reading import printing


class Engine:
    """Reads what it is told, as surely, and keeps what it was shown."""

    name = "fake"

    def __init__(self, text: str, sure: float) -> None:
        self.words, self.sure = text.split(), sure
        self.seen: list[NDArray[np.uint8]] = []

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        self.seen.append(image)
        return [SeenWord(word, self.sure, 90 * n, 12, 90 * n + 80, 36, 0) for n, word in enumerate(self.words)]

    def close(self) -> None:
        """Nothing is held."""


def signed(read: str, engine: Engine) -> SeenLine:
    """A name beside whose first word a stroke falls, so that it was read as this."""
    words, picture = printing.line([(word, word, ()) for word in ["Lê", "Hoàng", "Mẫu"]], "Bold")
    height = picture.shape[0]
    picture = np.pad(picture, ((0, 0), (160, 0)), constant_values=255)
    line = tuple(replace(word, left=word.left + 160, right=word.right + 160, confidence=0.95) for word in words)
    for step in range(150):  # the stroke ends in the line
        row = height - 60 + step // 6
        picture[row : row + 3, 10 + step] = 0
    first = replace(line[0], text=read, confidence=0.2, left=line[0].left - 60)
    (made,) = names.completed([(first, *line[1:])], Plate(picture, printing.DPI), Spots(picture, printing.DPI), engine)
    return made


def test_the_letters_beside_a_name_are_read_without_the_stroke(typeface: None) -> None:
    engine = Engine("Lê Hoàng Mẫu", 0.95)
    assert [word.text for word in signed("EE", engine)] == ["Lê", "Hoàng", "Mẫu"]
    assert (engine.seen[0][:, :20] > 200).all()


@pytest.mark.parametrize(("text", "sure"), [("Lê Hoàng Mẫu", 0.4), ("x Hoàng Mẫu", 0.95), ("Lê Hoàn", 0.95)])
def test_a_name_beside_letters_that_nobody_reads_is_in_doubt(typeface: None, text: str, sure: float) -> None:
    assert max(word.confidence for word in signed("EE", Engine(text, sure))) <= names.UNREAD


def test_a_line_that_is_no_name_stays(typeface: None) -> None:
    line = (SeenWord("cc", 0.2, 10, 10, 30, 40, 0), SeenWord("các", 0.95, 40, 10, 90, 40, 0))
    picture = np.full((60, 200), 255, np.uint8)
    assert names.completed([line], Plate(picture, 200), Spots(picture, 200), Engine("", 0.9)) == [line]
