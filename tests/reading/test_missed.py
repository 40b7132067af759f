"""Lines that an engine passed over, drawn in the typeface of the official form."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading import missed
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Places, Plate
from tests.reading import printing

ROWS = ["- Lưu: VT, hồ sơ của phòng.", "PHÓ GIÁM ĐỐC", "- Các thôn, bản trong xã."]


class Engine:
    """Reads what it is told, and notes how high the picture was."""

    name = "fake"

    def __init__(self, text: str, sure: float = 0.93) -> None:
        self.words, self.sure = text.split(), sure
        self.heights: list[int] = []

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        self.heights.append(image.shape[0])
        return [SeenWord(word, self.sure, 90 * n, 12, 90 * n + 80, 36, 0) for n, word in enumerate(self.words)]

    def close(self) -> None:
        """Nothing is held."""


class At(Engine):
    """Reads the last words of a line where they stand in the picture of its rest."""

    def __init__(self, text: str, line: SeenLine) -> None:
        super().__init__(text)
        self.line = line

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        rest = self.line[-len(self.words) :]
        shift = self.line[-1].right - image.shape[1] + 20
        top = rest[0].top - 20
        return [
            SeenWord(text, self.sure, w.left - shift, w.top - top, w.right - shift, w.bottom - top, 0)
            for text, w in zip(self.words, rest, strict=True)
        ]


def page(rows: list[str]) -> tuple[list[SeenLine], NDArray[np.uint8]]:
    drawn = [printing.line([(word, word, ()) for word in row.split()], "Regular") for row in rows]
    lines = [
        tuple(SeenWord(w.text, 0.95, w.left, w.top + 160 * n, w.right, w.bottom + 160 * n, n) for w in line)
        for n, (line, _) in enumerate(drawn)
    ]
    return lines, np.vstack([picture for _, picture in drawn])


def found(engine: Engine, seen: list[int], elsewhere: tuple[Places, ...] = ()) -> list[str]:
    """What is added where only these of the rows were read."""
    lines, picture = page(ROWS)
    body = [lines[n] for n in seen]
    made = missed.completed(body, Plate(picture, printing.DPI), Spots(picture, printing.DPI), engine, elsewhere)
    return [" ".join(word.text for word in line) for line in made if line not in body]


def test_a_line_that_was_passed_over_is_read_by_itself(typeface: None) -> None:
    engine = Engine("PHÓ GIÁM ĐỐC")
    assert found(engine, [0, 2]) == ["PHÓ GIÁM ĐỐC"]
    assert len(engine.heights) == 1 and engine.heights[0] < 120


def test_the_rest_of_a_line_goes_with_it(typeface: None) -> None:
    lines, picture = page(["- Các thôn, bản trong xã."])
    start = lines[0][:3]
    (read,) = missed.completed(
        [start], Plate(picture, printing.DPI), Spots(picture, printing.DPI), At("bản trong xã.", lines[0])
    )
    assert [word.text for word in read] == ["-", "Các", "thôn,", "bản", "trong", "xã."]


def test_a_box_over_the_line_below_covers_nothing_there(typeface: None) -> None:
    lines, picture = page(ROWS)
    tall = SeenWord("hồ", 0.9, 300, lines[0][0].top, 330, lines[1][0].bottom, 0)
    first = (*lines[0][:3], tall, *lines[0][3:])
    engine = Engine("PHÓ GIÁM ĐỐC")
    made = missed.completed([first, lines[2]], Plate(picture, printing.DPI), Spots(picture, printing.DPI), engine)
    assert len(made) == 3


def test_a_line_that_was_put_in_the_wrong_place_was_read(typeface: None) -> None:
    lines, picture = page(ROWS)
    shifted = tuple(SeenWord(w.text, 0.9, w.left, w.top - 70, w.right, w.bottom - 70, 1) for w in lines[1])
    body = [lines[0], shifted, lines[2]]
    engine = Engine("PHÓ GIÁM ĐỐC;")
    assert missed.completed(body, Plate(picture, printing.DPI), Spots(picture, printing.DPI), engine) == body
    assert engine.heights != []


def test_letters_that_boxes_leave_out_are_no_line(typeface: None) -> None:
    lines, picture = page(["Các thôn, bản, buôn, làng trong xã."])
    narrow = [tuple(SeenWord(w.text, 0.9, w.right - 12, w.top, w.right, w.bottom, 0) for w in lines[0])]
    engine = Engine("Các thôn, bản")
    made = missed.completed(narrow, Plate(picture, printing.DPI), Spots(picture, printing.DPI), engine)
    assert made == narrow and engine.heights == []


def test_a_page_that_was_read_is_not_looked_at_again(typeface: None) -> None:
    engine = Engine("PHÓ GIÁM ĐỐC")
    assert found(engine, [0, 1, 2]) == [] and engine.heights == []


@pytest.mark.parametrize(("text", "sure"), [("PHÓ GIÁM ĐỐC", 0.5), ("wrq xzk", 0.95), ("Aí", 0.95)])
def test_strokes_that_read_badly_are_no_line(typeface: None, text: str, sure: float) -> None:
    assert found(Engine(text, sure), [0, 2]) == []


@pytest.mark.parametrize(("unsure", "kept"), [(0.6, True), (0.3, False)])
def test_a_long_line_keeps_the_word_that_is_half_sure(typeface: None, unsure: float, kept: bool) -> None:
    class Half(Engine):
        def recognize(
            self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
        ) -> list[SeenWord]:
            first, *rest = super().recognize(image, dpi=dpi, look=look, only=only)
            return [replace(first, confidence=unsure), *rest]

    read = "cứ Luật Nhà giáo ngày đã nêu"
    assert found(Half(f"Căn {read}"), [0, 2]) == [f"Căn {read}" if kept else read]


def test_what_stands_in_a_table_is_not_missed(typeface: None) -> None:
    assert found(Engine("PHÓ GIÁM ĐỐC"), [0, 2], ((0, 160, 1200, 320),)) == []


def test_a_page_without_words_has_no_measure(typeface: None) -> None:
    assert found(Engine("PHÓ GIÁM ĐỐC"), []) == []
