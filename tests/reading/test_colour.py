"""Coloured ink told from print."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image as Picture

from kehoach.reading import colour
from kehoach.specimen.age import Wear, age
from kehoach.specimen.ink import BLUE, press, seal, strokes
from kehoach.specimen.render import Image

DPI = 100


def page(shade: int = 30, paper: tuple[int, int, int] = (250, 250, 246)) -> Image:
    """Rows of black strokes on A4."""
    made = np.full((1169, 827, 3), paper, np.uint8)
    for y in range(100, 1060, 24):
        made[y : y + 9, 80:740:6] = shade
        made[y : y + 9, 81:741:6] = shade
    return made


def faded(picture: Image, share: float) -> Image:
    return np.asarray(picture * (1 - share) + 235 * share, np.uint8)


def test_black_print_has_no_ink() -> None:
    assert colour.find(page(), DPI) is None
    assert colour.find(page(paper=(246, 214, 150)), DPI) is None


@pytest.mark.parametrize("sealed", [False, True])
def test_on_coloured_paper_only_ink_is_ink(typeface: None, sealed: bool) -> None:
    wear = Wear(dpi=DPI, paper=(246, 214, 150), noise=6, blur=0.5, light=0.1)
    white = page(paper=(255, 255, 255))
    white = seal(white, (400, 600), DPI, np.random.default_rng(2)) if sealed else white
    worn = age(white, None, wear, np.random.default_rng(5))
    out = io.BytesIO()
    Picture.fromarray(worn).save(out, "JPEG", quality=48)
    found = colour.find(np.asarray(Picture.open(out)).copy(), DPI)
    kinds = [ink.kind for ink in found.inks if ink.kind != "print"] if found is not None else []
    assert kinds == (["seal"] if sealed else [])


@pytest.mark.parametrize("fade", [0.0, 0.35, 0.55])
def test_a_seal_is_one_patch_and_print_under_it_stays(typeface: None, fade: float) -> None:
    picture = faded(seal(page(), (400, 600), DPI, np.random.default_rng(2)), fade)
    found = colour.find(picture, DPI)
    assert found is not None
    (ink,) = [ink for ink in found.inks if ink.kind != "print"]
    assert ink.kind == "seal" and 90 < ink.box(DPI).width < 115
    grey = np.asarray(picture @ np.asarray((0.299, 0.587, 0.114)), np.uint8)
    free = colour.uncovered(grey, found, [ink], DPI)
    left, top, right, bottom = ink.place
    inside = (slice(top, bottom), slice(left, right))
    print_ = page()[inside][..., 0] < 100
    plain = np.asarray(faded(page(), fade) @ np.asarray((0.299, 0.587, 0.114)), np.uint8)[inside]
    assert np.median(free[inside][print_]) < np.median(plain[print_]) + 30
    assert np.percentile(free[inside][~print_], 15) > 195


def test_blue_figures_are_handwriting_and_blue_strokes_a_signature() -> None:
    curve = np.asarray([(0, 0), (8, -14), (12, 2), (18, -12)], np.float64)
    picture = page()
    small, large = curve + np.asarray((200, 90)), curve * np.asarray((3.0, 4.5)) + np.asarray((560, 900))
    picture = press(picture, strokes(picture, [small], 2.0), BLUE)
    picture = press(picture, strokes(picture, [large], 2.5), BLUE)
    found = colour.find(picture, DPI)
    assert found is not None
    assert sorted(ink.kind for ink in found.inks) == ["handwriting", "signature_ink"]


@pytest.mark.parametrize(("ink", "coloured"), [((30, 30, 30), False), ((190, 30, 40), True)])
def test_words_under_a_seal_are_not_written_in_its_colour(
    typeface: None, ink: tuple[int, int, int], coloured: bool
) -> None:
    sheet = np.full((1169, 827, 3), (250, 250, 246), np.uint8)
    sheet[594:606, 370:430:5] = ink
    sheet[594:606, 371:431:5] = ink
    picture = seal(sheet, (400, 600), DPI, np.random.default_rng(2))
    found = colour.find(picture, DPI)
    assert found is not None
    assert colour.written_in(found, (368, 592, 432, 608)) is coloured
