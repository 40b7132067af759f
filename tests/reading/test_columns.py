"""Bands of two columns on a page image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kehoach.programs.tesseract import SeenWord, Segmentation
from kehoach.reading import columns
from kehoach.reading.look import Plate

DPI = 200
LEFT, RIGHT = 200, 1050


def sheet(*, foot: bool) -> NDArray[np.uint8]:
    """Running text over the whole width, and below it a list of small lines beside two large ones."""
    made = np.full((2339, 1654), 250, np.uint8)
    for y in range(300, 1000, 50):
        made[y : y + 20, 200:1500] = 30
        made[y : y + 20, 260:1500:60] = 250
    for n in range(6 if foot else 0):
        made[1100 + 36 * n : 1100 + 36 * n + 16, LEFT : LEFT + 300] = 30
    for n in range(2 if foot else 0):
        made[1110 + 48 * n : 1110 + 48 * n + 24, RIGHT : RIGHT + 300] = 30
    return made


class Engine:
    """Reads each column as it is, and notes how wide the picture was."""

    name = "fake"

    def __init__(self, sure: float = 0.96) -> None:
        self.sure = sure
        self.widths: list[int] = []

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        self.widths.append(image.shape[1])
        first = len(self.widths) == 1
        text = ("Nơi", "nhận:", "UBND", "tỉnh") if first else ("PHÓ", "GIÁM", "ĐỐC")
        return [SeenWord(word, self.sure, 60 * n, 10, 60 * n + 50, 30, 0) for n, word in enumerate(text)]

    def close(self) -> None:
        """Nothing is held."""


def line(*words: tuple[str, float, int], y: int) -> tuple[SeenWord, ...]:
    return tuple(SeenWord(text, sure, x, y, x + 80, y + 24, 0) for text, sure, x in words)


def test_a_foot_is_a_band_with_its_gutter() -> None:
    (band,) = columns.bands(sheet(foot=True), DPI)
    assert 1050 < band.top <= 1100 and 1290 < band.bottom < 1340
    assert LEFT + 300 < band.gutter < RIGHT
    assert columns.bands(sheet(foot=False), DPI) == []


def test_columns_that_ran_together_are_read_one_by_one() -> None:
    plate, engine = Plate(sheet(foot=True), DPI), Engine()
    text = line(("Thực", 0.97, 200), ("hiện", 0.97, 300), y=600)
    mixed = line(("Nơi", 0.6, 200), ("CÀ", 0.3, 320), ("V", 0.4, 420), ("ĐỐC", 0.5, 1100), y=1110)
    made = columns.apart([text, mixed], plate, engine)
    assert [" ".join(word.text for word in found) for found in made] == [
        "Thực hiện",
        "Nơi nhận: UBND tỉnh",
        "PHÓ GIÁM ĐỐC",
    ]
    assert len(engine.widths) == 2 and made[2][0].left >= LEFT + 300


def test_a_band_that_reads_well_stays() -> None:
    plate, engine = Plate(sheet(foot=True), DPI), Engine()
    lines = [
        line(("Nơi", 0.97, 200), ("nhận:", 0.96, 300), y=1110),
        line(("GIÁM", 0.97, 1060), ("ĐỐC", 0.97, 1150), y=1115),
    ]
    assert columns.apart(lines, plate, engine) == lines and not engine.widths


def test_bands_below_each_other_are_found_once() -> None:
    made = np.full((2339, 1654), 250, np.uint8)
    made[1100:1164, 450:700] = made[1100:1164, 1000:1300] = 30
    made[1100:1160, 60:100] = 30
    made[1164:1300, 300:1400] = 30
    assert len(columns.bands(made, DPI)) == 1


def test_a_band_that_reads_no_better_stays_whole() -> None:
    plate, engine = Plate(sheet(foot=True), DPI), Engine(sure=0.2)
    mixed = line(("Nơi", 0.6, 200), ("CÀ", 0.3, 320), ("ĐỐC", 0.5, 1100), y=1110)
    assert columns.apart([mixed], plate, engine) == [mixed] and len(engine.widths) == 2


def test_the_line_of_the_number_is_kept_where_its_column_loses_it() -> None:
    plate, engine = Plate(sheet(foot=True), DPI), Engine()
    mixed = line(("Nơi", 0.6, 200), ("CÀ", 0.3, 320), ("V", 0.4, 420), ("ĐỐC", 0.5, 1100), y=1110)
    number, noise = line(("Số:307/KH-SNV", 0.0, 200), y=1200), line(("S&~/x", 0.0, 200), y=1250)
    made = columns.apart([mixed, number, noise], plate, engine)
    assert [" ".join(word.text for word in found) for found in made] == [
        "Nơi nhận: UBND tỉnh",
        "Số:307/KH-SNV",
        "PHÓ GIÁM ĐỐC",
    ]
