"""Slots of the letterhead: what a pen wrote there is told from print by its ink, read, or left unread."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kehoach.model.geometry import Box
from kehoach.programs import figures
from kehoach.programs.figures import FigureReader, Figures
from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading import handwriting
from kehoach.reading.glyphs import Spots
from kehoach.reading.handwriting import Ink
from kehoach.reading.look import Plate
from kehoach.reading.pens import BELIEVED
from kehoach.reading.upright import Turned
from kehoach.specimen.fonts import faces
from kehoach.specimen.ink import write_digits
from tests.reading.steps import Saying

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
    made: tuple[Callable[[ImageDraw.ImageDraw], None], SeenLine],
    pen: tuple[str, int] | None = None,
    reader: FigureReader | None = None,
) -> handwriting.Filled:
    """The line on a page; ``pen`` writes digits from this pixel on; ``reader`` reads handwriting."""
    draw, words = made
    picture = Image.new("L", (1400, 1000), 250)
    draw(ImageDraw.Draw(picture))
    page = np.repeat(np.asarray(picture)[..., None], 3, axis=2).copy()
    if pen:
        scale = 72 / DPI
        box = Box(pen[1] * scale, (BASE - 0.66 * SIZE) * scale, (pen[1] + 60) * scale, BASE * scale)
        page = write_digits(page, pen[0], box, DPI, np.random.default_rng(7))
    second = handwriting.Second(reader, Turned(page, 0, 0.0)) if reader is not None else None
    plate = Plate(np.ascontiguousarray(page[..., 0]), DPI)
    return handwriting.settled([words], plate, Spots(plate.grey, DPI), [], Silent(), second)


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
    assert seen(given) == handwriting.Filled([given[1]], ())


def test_a_printed_date_stays(typeface: None) -> None:
    given = line(
        700, ("Huế, ngày", "Huế,ngày", 0.9), ("09", "09", 0.95), ("tháng", "tháng", 0.97), ("11", "11", 0.95),
        ("năm", "năm", 0.97), ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    assert seen(given) == handwriting.Filled([given[1]], ())


def test_a_zero_that_is_broken_in_two_is_print(typeface: None) -> None:
    """Thin print loses the joints at the top and the foot of a zero; both halves are as tall as a figure."""
    draw, words = line(700, ("Huế,", "Huế,", 0.96), ("ngày", "ngày", 0.96), ("08", "08", 0.97), ("tháng", "tháng", 0.96),
                       ("02", "02", 0.96), ("năm", "năm", 0.97), ("2031", "2031", 0.96), italic=True)  # fmt: skip

    def broken(canvas: ImageDraw.ImageDraw) -> None:
        draw(canvas)
        for word in (words[2], words[4]):
            zero = word.left + (word.right - word.left) * 0.23
            canvas.line((zero + 5, word.top - 2, zero - 3, word.bottom + 2), fill=250, width=3)

    assert [word.confidence for word in seen((broken, words)).lines[0]] == [word.confidence for word in words]


def test_a_figure_of_which_a_half_begins_lower_is_print(typeface: None) -> None:
    draw, words = line(700, ("Huế,", "Huế,", 0.96), ("ngày", "ngày", 0.96), ("15", "15", 0.97), ("tháng", "tháng", 0.96),
                       ("02", "02", 0.96), ("năm", "năm", 0.97), ("2031", "2031", 0.96), italic=True)  # fmt: skip

    def broken(canvas: ImageDraw.ImageDraw) -> None:
        draw(canvas)
        five = round(words[2].left + (words[2].right - words[2].left) * 0.69)
        canvas.rectangle((five - 5, BASE - SIZE, five, BASE - 0.42 * SIZE), fill=250)
        canvas.line((five + 1, BASE - SIZE, five + 1, BASE), fill=250, width=1)

    assert [word.confidence for word in seen((broken, words)).lines[0]] == [word.confidence for word in words]


def test_figures_of_a_pen_are_doubted(typeface: None) -> None:
    given = line(150, ("Số:", "Số:", 0.97), ("", "157", 0.95), 40, ("/KH-SNV", "/KH-SNV", 0.93))
    filled = seen(given, ("259", 196))
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.97), ("157", handwriting.UNREAD), ("/KH-SNV", 0.93),
    ]  # fmt: skip
    (pen,) = filled.pens
    assert 185 < pen.place[0] < 200 and pen.place[2] < 300 and pen.penned is None


def test_print_that_ran_together_with_a_pen_is_parted_from_it(typeface: None) -> None:
    _, words = line(150, ("Số:", "Số:259/KH-SNV", 0.9), 80, ("/KH-SNV", "", 0))
    draw, _ = line(150, ("Số:", "Số:", 0.9), 80, ("/KH-SNV", "", 0))
    font = ImageFont.truetype(str(faces()["Regular"]), SIZE)
    right = 150 + round(font.getlength("Số:")) + 8 + 80 + round(font.getlength("/KH-SNV"))
    merged = (SeenWord("Số:259/KH-SNV", 0.9, words[0].left, words[0].top, right, words[0].bottom, 0),)
    filled = seen((draw, merged), ("259", 205))
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.9), ("259", handwriting.UNREAD), ("/KH-SNV", 0.9),
    ]  # fmt: skip


@pytest.mark.parametrize(("read", "sure"), [("“KH-SNV", 0.8), ("“KH-SNU", 0.2)], ids=["same letters", "others"])
def test_a_symbol_whose_slash_the_pen_touched_is_as_sure_as_its_letters(typeface: None, read: str, sure: float) -> None:
    class Reads(Silent):
        def recognize(
            self, image: np.ndarray, *, dpi: int, look: Segmentation = "page", only: str = ""
        ) -> list[SeenWord]:
            return [SeenWord(read, 0.8, 0, 0, image.shape[1], image.shape[0], 0)]

    draw, _ = line(150, ("Số:", "Số:", 0.9), 80, ("/KH-SNV", "", 0))
    font = ImageFont.truetype(str(faces()["Regular"]), SIZE)
    right = 150 + round(font.getlength("Số:")) + 8 + 80 + round(font.getlength("/KH-SNV"))
    merged = (SeenWord("Số:259/KH-SNV", 0.2, 150, BASE - 22, right, BASE + 2, 0),)
    picture = Image.new("L", (1400, 1000), 250)
    draw(ImageDraw.Draw(picture))
    ImageDraw.Draw(picture).text((205, BASE), "259", font=font, fill=20, anchor="ls")
    plate = Plate(np.asarray(picture).copy(), DPI)
    filled = handwriting.settled([merged], plate, Spots(plate.grey, DPI), [(205, BASE - 30, 240, BASE + 4)], Reads())
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.9), ("259", 0.2), ("/KH-SNV", sure),
    ]  # fmt: skip


def test_day_and_month_are_slots_of_their_own(typeface: None) -> None:
    given = line(
        700, ("ngày", "ngày", 0.97), ("", "12", 0.95), 20, ("tháng", "tháng", 0.97), ("3", "3", 0.95),
        ("năm", "năm", 0.97), ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    filled = seen(given, ("27", given[1][1].left))
    assert [word.confidence for word in filled.lines[0]] == [0.97, handwriting.UNREAD, 0.97, 0.95, 0.97, 0.97]


def test_coloured_ink_that_was_taken_off_fills_a_slot(typeface: None) -> None:
    given = line(150, ("Số:", "Số:", 0.97), 60, ("/KH-SYT", "/KH-SYT", 0.92))
    draw, words = given
    picture = Image.new("L", (1400, 1000), 250)
    draw(ImageDraw.Draw(picture))
    place = (200, BASE - 40, 240, BASE + 4)
    plate = Plate(np.asarray(picture).copy(), DPI)
    pens = [place, (900, 10, 950, 40)]
    filled = handwriting.settled([words], plate, Spots(plate.grey, DPI), pens, Silent())
    assert filled == handwriting.Filled([words], (Ink(place),))


NUMBER = (150, ("Số:", "Số:", 0.97), ("", "157", 0.95), 40, ("/KH-SNV", "/KH-SNV", 0.93))


def test_what_all_looks_agree_on_stands_in_the_text(typeface: None) -> None:
    filled = seen(line(*NUMBER), ("259", 196), Saying("Số: 259/KH-SNV"))
    assert [word.text for word in filled.lines[0]] == ["Số:", "259", "/KH-SNV"]
    assert 0.9 < filled.lines[0][1].confidence < 0.99
    (pen,) = filled.pens
    assert pen.penned is not None and pen.penned.figures == "259" and len(pen.penned.readings) == 5


@pytest.mark.parametrize(
    "said",
    [
        ("Số: 259/KH-SNV", "Số: 254/KH-SNV", "Số: 259/KH-SNV", "Số: 29/KH-SNV", "Số: 254/KH-SNV"),
        ("Số: 59     /KH-SNV",),
        ("Số: M59/KH-SNV",),
        ("Số: 000/KH-SNV",),
        ("quite another line",),
    ],
    ids=["looks differ", "ink left unread", "no figure", "no number", "not the line"],
)
def test_what_is_not_certain_stays_unread(typeface: None, said: tuple[str, ...]) -> None:
    filled = seen(line(*NUMBER), ("259", 196), Saying(*said))
    assert [(word.text, word.confidence) for word in filled.lines[0]] == [
        ("Số:", 0.97), ("157", handwriting.UNREAD), ("/KH-SNV", 0.93),
    ]  # fmt: skip
    (pen,) = filled.pens
    assert pen.penned is not None and pen.penned.confidence < BELIEVED


def test_no_month_has_32_days_and_no_year_13_months(typeface: None) -> None:
    given = line(
        700, ("ngày", "ngày", 0.97), ("", "12", 0.95), 20, ("tháng", "tháng", 0.97), ("3", "3", 0.95),
        ("năm", "năm", 0.97), ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    filled = seen(given, ("27", given[1][1].left), Saying("ngày 32 tháng 13 năm 2022"))
    assert [word.text for word in filled.lines[0]] == ["ngày", "12", "tháng", "3", "năm", "2022"]
    assert [word.confidence for word in filled.lines[0]][1:4:2] == [handwriting.UNREAD, 0.95]


def test_printed_words_that_ran_together_with_a_day_stay(typeface: None) -> None:
    given = line(
        700, ("ngày", "ngày@ổ", 0.8), 50, ("tháng", "tháng", 0.97), ("3", "3", 0.95), ("năm", "năm", 0.97),
        ("2022", "2022", 0.97), italic=True,
    )  # fmt: skip
    filled = seen(given, ("27", given[1][0].right + 6), Saying("ngày 27 tháng 3 năm 2022"))
    assert [word.text for word in filled.lines[0]] == ["ngày", "27", "tháng", "3", "năm", "2022"]


@pytest.mark.parametrize(
    ("printed", "sure", "said", "text", "low", "high"),
    [
        ("148", 0.6, "148", "148", 0.97, 1.0),
        ("143", 0.55, "148", "148", 0.9, 1.0),
        ("148", 0.96, "149", "149", 0.5, 0.75),
        ("148", 0.95, "", "148", 0.95, 0.95),
    ],
    ids=["both agree", "the surer wins", "both sure of another", "no opinion"],
)
def test_printed_figures_get_a_second_opinion(
    typeface: None, printed: str, sure: float, said: str, text: str, low: float, high: float
) -> None:
    given = line(150, ("Số:", "Số:", 0.97), ("148", printed, sure), ("/KH-SNV", "/KH-SNV", 0.93))
    filled = seen(given, reader=Saying(f"Số: {said}/KH-SNV", sure=0.994))
    assert filled.pens == ()
    assert filled.lines[0][1].text == text and low <= filled.lines[0][1].confidence <= high


@pytest.mark.parametrize("number", ["505", "86", "5012"])
def test_figures_that_look_like_the_label_are_figures(typeface: None, number: str) -> None:
    given = line(150, ("Số:", "Số:", 0.97), (f"{number}/KH-SNV", f"{number}/KH-SNV", 0.94))
    filled = seen(given, reader=Saying(f"Số: {number}/KH-SNV", sure=0.994))
    assert filled.lines[0][1].text == f"{number}/KH-SNV" and filled.lines[0][1].confidence > 0.94


@pytest.mark.parametrize(("printed", "asked"), [("148", 1), ("143", 2)])
def test_print_is_looked_at_once_where_both_readers_agree(typeface: None, printed: str, asked: int) -> None:
    given = line(150, ("Số:", "Số:", 0.97), ("148", printed, 0.95), ("/KH-SNV", "/KH-SNV", 0.93))
    reader = Saying("Số: 148/KH-SNV", sure=0.994)
    seen(given, reader=reader)
    assert reader.asked == asked


@pytest.mark.skipif(figures.probe() is None, reason="the reader of handwritten figures is not installed")
@pytest.mark.parametrize("number", ["259", "07", "1368"])
def test_the_real_reader_reads_a_pen(typeface: None, number: str) -> None:
    installed = figures.probe()
    assert installed is not None
    given = line(150, ("Số:", "Số:", 0.97), 40 + 18 * len(number), ("/KH-SNV", "/KH-SNV", 0.93))
    filled = seen(given, (number, 200), Figures(installed))
    assert [word.text for word in filled.lines[0]] == ["Số:", number, "/KH-SNV"]
    assert filled.lines[0][1].confidence > 0.6


def test_a_number_of_the_party_ends_before_its_dash(typeface: None) -> None:
    given = line(150, ("Số", "Số", 0.97), ("", "4#", 0.4), 40, ("-KH/HU", "-KH/HU", 0.93))
    filled = seen(given, ("46", 190), Saying("Số 46-KH/HU"))
    assert [word.text for word in filled.lines[0]] == ["Số", "46", "-KH/HU"]
