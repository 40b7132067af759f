"""Print around black seals: what another look adds, and what it may not take for print."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from kehoach.model.geometry import Box
from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading.look import Plate
from kehoach.reading.sealed import completed

DPI = 72.0
SEAL = Box(300, 20, 400, 120)
"""Near the top of the page, so that the band that is read again begins at the top, and places are the page's."""


@dataclass
class Twice:
    """Reads one thing with the seal and another with the seal painted over."""

    plain: list[SeenWord]
    free: list[SeenWord]
    name: str = "twice"
    asked: list[Segmentation] = field(default_factory=list)

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        self.asked.append(look)
        return self.plain if int(image[70, 300:304].min()) < 128 else self.free

    def close(self) -> None:
        """Nothing stays open."""


def word(text: str, left: int, top: int, line: int, confidence: float = 0.95) -> SeenWord:
    return SeenWord(text, confidence, left, top, left + 9 * len(text), top + 12, line)


def plate(ink: tuple[int, int] | None = None) -> Plate:
    grey = np.full((300, 600), 250, np.uint8)
    cv2.circle(grey, (350, 70), 50, 0, 3)
    if ink is not None:
        grey[ink[1] + 2 : ink[1] + 10, ink[0] : ink[0] + 12] = 0
    return Plate(grey, DPI)


FIRST: list[SeenLine] = [(word("Nơi", 40, 30, 0), word("nhận:", 75, 30, 0)), (word("Lê", 420, 122, 1),)]


def texts(lines: list[SeenLine]) -> set[str]:
    return {w.text for line in lines for w in line}


@pytest.mark.parametrize(
    ("plain", "free", "added"),
    [
        ([], [word("GIÁM", 410, 40, 0), word("ĐỐC", 452, 40, 0)], {"GIÁM", "ĐỐC"}),
        ([word("CHỦ", 410, 40, 0)], [], {"CHỦ"}),
        ([word("SỞ", 340, 50, 0), word("Y", 330, 66, 1), word("TẾ", 345, 66, 1)], [], set()),  # the seal's own
        ([word("ngành", 250, 60, 0), word("thành", 300, 60, 0)], [], {"ngành", "thành"}),  # runs into it
        ([word("#~'", 420, 60, 0), word("§", 440, 60, 0)], [word("x", 450, 60, 0)], set()),
        ([word("xa", 420, 40, 0, 0.5)], [], set()),
        ([word("xuống", 420, 220, 0)], [], set()),  # out of the band
    ],
)
def test_what_another_look_adds(plain: list[SeenWord], free: list[SeenWord], added: set[str]) -> None:
    made = completed(FIRST, plate(), [SEAL], Twice(plain, free))
    assert texts(made) == texts(FIRST) | added


def test_the_rest_of_a_line_is_doubted() -> None:
    read = [word("Văn", 440, 100, 0), word("Tám", 480, 100, 0)]
    for ink, confidence in ((None, 0.95), ((420, 100), 0.5)):
        made = completed(FIRST, plate(ink), [SEAL], Twice([], read))
        assert {w.confidence for line in made for w in line if w.text in ("Văn", "Tám")} == {confidence}


@pytest.mark.parametrize(("again", "kept"), [(0.95, "CHỦ"), (0.62, "CHÙ")])
def test_a_word_is_replaced_by_a_clearly_better_reading(again: float, kept: str) -> None:
    first = [*FIRST, (word("CHÙ", 420, 60, 2, 0.6),)]
    made = completed(first, plate(), [SEAL], Twice([], [word("CHỦ", 421, 60, 0, again)]))
    assert texts(made) - texts(FIRST) == {kept}


def test_lines_mixed_up_beside_a_seal_are_read_anew_as_a_whole() -> None:
    mixed = [(word("kinh", 200, 60, 0), word("sở", 150, 70, 0, 0.3))]
    whole = [
        word(text, 40 + 60 * n, 50 + 20 * row, row) for row in (0, 1) for n, text in enumerate(["cho", "hoạt", "động"])
    ]
    made = completed(mixed, plate(), [SEAL], Twice(whole, []))
    assert [[w.text for w in line] for line in made][:2] == [["cho", "hoạt", "động"]] * 2


def test_without_seals_nothing_is_read_again() -> None:
    engine = Twice([], [])
    assert completed(FIRST, plate(), [], engine) == FIRST
    assert engine.asked == []


def test_a_word_joins_the_line_that_it_stands_beside() -> None:
    first = [*FIRST, (word("TỊCH", 440, 60, 2),)]
    made = completed(first, plate((405, 60)), [SEAL], Twice([], [word("CHỦ", 408, 60, 0), word("TỊCH", 440, 60, 0)]))
    assert [tuple(w.text for w in line) for line in made][-1] == ("CHỦ", "TỊCH")
