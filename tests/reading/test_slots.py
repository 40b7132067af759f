"""Slots of the letterhead: what a pen wrote there is told from print by its ink."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kehoach.model.geometry import Box
from kehoach.programs.tesseract import SeenWord, Segmentation
from kehoach.reading import slots
from kehoach.reading.look import Plate, SeenLine
from kehoach.specimen.fonts import faces
from kehoach.specimen.ink import write_digits

DPI, BASE = 200, 120
SIZE = round(13 * DPI / 72)


class Silent:
    """An engine that reads nothing."""

    name = "silent"

    def recognize(
        self, image: np.ndarray, *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:  # fmt: skip
        return []

    def close(self) -> None: ...


def line(
    x: int, *pieces: tuple[str, str, float] | int, italic: bool = False
) -> tuple[Callable[[ImageDraw.ImageDraw], None], SeenLine]:
    """A line of print with what was read of it: (printed, read, confidence), or a gap in pixels."""
    font = ImageFont.truetype(str(faces()["Italic" if italic else "Regular"]), SIZE)
    words: list[SeenWord] = []
    drawn: list[tuple[int, str]] = []
    for piece in pieces:
        if isinstance(piece, int):
            x += piece
            continue
        printed, read, confidence = piece
        left, top, right, bottom = font.getbbox(printed or "00", anchor="ls")
        if read:
            box = round(x + left), round(BASE + top), round(x + right), round(BASE + bottom)
            words.append(SeenWord(read, confidence, *box, 0))
        drawn.append((x, printed))
        x += round(font.getlength(printed or "00")) + 8

    def draw(canvas: ImageDraw.ImageDraw) -> None:
        for at, text in drawn:
            canvas.text((at, BASE), text, fill=20, font=font, anchor="ls")

    return draw, tuple(words)


def seen(
    made: tuple[Callable[[ImageDraw.ImageDraw], None], SeenLine], pen: tuple[str, int] | None = None
) -> slots.Filled:
    """The line on a page; ``pen`` writes digits from this pixel on."""
    draw, words = made
    picture = Image.new("L", (1400, 1000), 250)
    draw(ImageDraw.Draw(picture))
    page = np.repeat(np.asarray(picture)[..., None], 3, axis=2).copy()
    if pen:
        scale = 72 / DPI
        box = Box(pen[1] * scale, (BASE - 0.66 * SIZE) * scale, (pen[1] + 60) * scale, BASE * scale)
        page = write_digits(page, pen[0], box, DPI, np.random.default_rng(7))
    return slots.doubted([words], Plate(np.ascontiguousarray(page[..., 0]), DPI), [], Silent())


@pytest.mark.parametrize(
    "made",
    [
        (150, ("Số:", "Số:", 0.97), ("148", "148", 0.95), ("/KH-SNV", "/KH-SNV", 0.93)),
        (150, ("Số:", "Số:", 0.97), ("34/KH-UBND", "34/KH-UBND", 0.92)),
        (150, ("Số:", "Số:", 0.97), 60, ("/KH-SYT", "/KH-SYT", 0.92)),
        (150, ("- Lưu: VT.", "- Lưu: VT.", 0.9)),
    ],
)
def test_print_and_blanks_stay(typeface: None, made: tuple[object, ...]) -> None:
    given = line(*made)  # type: ignore[arg-type]
    assert seen(given) == slots.Filled([given[1]], ())


def test_a_printed_date_stays(typeface: None) -> None:
    given = line(
        700, ("Huế, ngày", "Huế,ngày", 0.9), ("09", "09", 0.95), ("tháng", "tháng", 0.97), ("11", "11", 0.95),
        ("năm", "năm", 0.97), ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    assert seen(given) == slots.Filled([given[1]], ())


def test_figures_of_a_pen_are_doubted(typeface: None) -> None:
    given = line(150, ("Số:", "Số:", 0.97), ("", "157", 0.95), 40, ("/KH-SNV", "/KH-SNV", 0.93))
    filled = seen(given, ("259", 196))
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.97), ("157", slots.UNREAD), ("/KH-SNV", 0.93),
    ]  # fmt: skip
    (place,) = filled.places
    assert 185 < place[0] < 200 and place[2] < 300


def test_print_that_ran_together_with_a_pen_is_parted_from_it(typeface: None) -> None:
    _, words = line(150, ("Số:", "Số:259/KH-SNV", 0.9), 80, ("/KH-SNV", "", 0))
    draw, _ = line(150, ("Số:", "Số:", 0.9), 80, ("/KH-SNV", "", 0))
    font = ImageFont.truetype(str(faces()["Regular"]), SIZE)
    right = 150 + round(font.getlength("Số:")) + 8 + 80 + round(font.getlength("/KH-SNV"))
    merged = (SeenWord("Số:259/KH-SNV", 0.9, words[0].left, words[0].top, right, words[0].bottom, 0),)
    filled = seen((draw, merged), ("259", 205))
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.9), ("259", slots.UNREAD), ("/KH-SNV", 0.9),
    ]  # fmt: skip


def test_day_and_month_are_slots_of_their_own(typeface: None) -> None:
    given = line(
        700, ("ngày", "ngày", 0.97), ("", "12", 0.95), 20, ("tháng", "tháng", 0.97), ("3", "3", 0.95),
        ("năm", "năm", 0.97), ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    filled = seen(given, ("27", given[1][1].left))
    assert [word.confidence for word in filled.lines[0]] == [0.97, slots.UNREAD, 0.97, 0.95, 0.97, 0.97]


def test_coloured_ink_that_was_taken_off_fills_a_slot(typeface: None) -> None:
    given = line(150, ("Số:", "Số:", 0.97), 60, ("/KH-SYT", "/KH-SYT", 0.92))
    draw, words = given
    picture = Image.new("L", (1400, 1000), 250)
    draw(ImageDraw.Draw(picture))
    place = (200, BASE - 40, 240, BASE + 4)
    filled = slots.doubted([words], Plate(np.asarray(picture).copy(), DPI), [place, (900, 10, 950, 40)], Silent())
    assert filled == slots.Filled([words], (place,))
