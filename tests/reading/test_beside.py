"""Names and posts stamped beside a red seal."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kehoach.programs.tesseract import SeenLine, SeenWord, Segmentation
from kehoach.reading import colour, inked, placed
from kehoach.specimen.fonts import faces
from kehoach.specimen.ink import seal

DPI = 150
RED, MIDDLE = (215, 30, 40), (400, 560)
"""The ink, and the middle of the seal in points."""


def page(*words: tuple[str, float, float]) -> NDArray[np.uint8]:
    """A white page with a seal, and words in its ink at points."""
    picture = Image.fromarray(np.full((1754, 1240, 3), 252, np.uint8))
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype(str(faces()["Bold"]), round(15 * DPI / 72))
    for text, x, y in words:
        draw.text((x * DPI / 72, y * DPI / 72), text, font=font, fill=RED, anchor="ls")
    return seal(np.asarray(picture).copy(), MIDDLE, DPI, np.random.default_rng(4))


def patches(picture: NDArray[np.uint8]) -> list[tuple[str, tuple[int, ...]]]:
    found = colour.find(picture, DPI)
    assert found is not None
    return [(ink.kind, tuple(round(v * 72 / DPI) for v in ink.place)) for ink in found.inks]


def test_words_that_touch_a_seal_are_patches_of_their_own(typeface: None) -> None:
    found = patches(page(("PHÓ GIÁM ĐỐC", 400, 512), ("Lê Thử Bảy", 425, 616)))
    (ring,) = [place for kind, place in found if kind == "seal"]
    assert all(abs((ring[n] + ring[n + 2]) / 2 - MIDDLE[n]) < 4 for n in (0, 1)) and 98 < ring[2] - ring[0] < 114
    above, below = sorted((place for kind, place in found if kind == "print"), key=lambda place: place[1])
    assert above[3] <= 516 and above[2] > 495 and below[1] >= 600 and below[2] > 495


def test_a_seal_alone_is_one_patch(typeface: None) -> None:
    assert [kind for kind, _ in patches(page())] == ["seal"]


def test_the_words_stay_where_the_seal_is_lifted(typeface: None) -> None:
    picture = page(("Lê Thử Bảy", 425, 616))
    found = colour.find(picture, DPI)
    assert found is not None
    grey = np.asarray(picture @ np.asarray((0.299, 0.587, 0.114)), np.uint8)
    free = colour.uncovered(grey, found, [ink for ink in found.inks if ink.kind == "seal"], DPI)
    scale = DPI / 72
    name = slice(round(603 * scale), round(617 * scale)), slice(round(425 * scale), round(495 * scale))
    ring = slice(round(520 * scale), round(590 * scale)), slice(round(352 * scale), round(448 * scale))
    assert float(free[name].mean()) - float(grey[name].mean()) < 1  # but for the ring's own ink
    assert float(free[ring].min()) > 200 > float(grey[ring].min())


class Reads:
    """Reads the same words everywhere, side by side."""

    name = "fake"

    def __init__(self, *words: tuple[str, float]) -> None:
        self.words = words

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        wide = image.shape[1] // len(self.words)
        return [SeenWord(t, sure, wide * n, 14, wide * (n + 1) - 4, 40, 0) for n, (t, sure) in enumerate(self.words)]

    def close(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ((("Lê", 0.9), ("Thử", 0.9), ("Bảy", 0.9)), ["Lê Thử Bảy"]),
        ((("lê", 0.9), ("Thử", 0.9), ("Bảy", 0.9)), ["ấ Thử Bảy"]),
        ((("Lê", 0.3), ("Thử", 0.9), ("Bảy", 0.9)), ["ấ Thử Bảy"]),
    ],
    ids=["a name", "no name", "doubtful"],
)
def test_a_stamped_name_is_read_by_itself_where_the_page_reads_worse(
    typeface: None, read: tuple[tuple[str, float], ...], kept: list[str]
) -> None:
    found = colour.find(page(("Lê Thử Bảy", 425, 616)), DPI)
    assert found is not None
    inks = inked.settled(found, DPI, Reads(*read))
    (place,) = [entry.ink.place for entry in inks if entry.ink.kind == "print"]
    left, top, right, bottom = place
    wide = (right - left) // 3
    body: list[SeenLine] = [
        tuple(
            SeenWord(text, sure, left + wide * n, top, left + wide * (n + 1) - 4, bottom, 0)
            for n, (text, sure) in enumerate((("ấ", 0.4), ("Thử", 0.95), ("Bảy", 0.95)))
        )
    ]
    assert [" ".join(word.text for word in line) for line in inked.with_names(body, inks)] == kept


def test_the_first_word_of_a_name_under_the_ring_stays_with_the_name() -> None:
    first = SeenWord("Lê", 0.5, 100, 100, 104, 103, 0)
    name = (first, SeenWord("Thử", 0.95, 150, 90, 200, 120, 0), SeenWord("Bảy", 0.95, 210, 90, 260, 120, 0))
    stays = [False, True, True]
    assert [word.text for word in placed._with_first(name, stays)] == ["Lê", "Thử", "Bảy"]
    assert placed._with_first(name, stays)[0].bottom == 120
    strokes = (SeenWord("x~", 0.5, 100, 90, 130, 120, 0), *name[1:])
    assert [word.text for word in placed._with_first(strokes, stays)] == ["Thử", "Bảy"]
