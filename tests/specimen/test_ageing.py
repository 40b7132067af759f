"""Ageing: deterministic, stronger by grade, ink where it belongs, image-only PDFs."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest

from kehoach.model.geometry import Box
from kehoach.specimen.age import GRADES, Wear, age, at_dpi
from kehoach.specimen.fonts import ALPHABET, faces
from kehoach.specimen.ink import press, seal, sign, write_digits
from kehoach.specimen.render import Image, render
from kehoach.specimen.scan import Office, bind, scan

SOURCE = """<body class="size-14"><header><div class="issuer"><p class="number">Số: <a href="urn:ink:number">57</a>/KH-UBND</p>
</div></header><p>Ủy ban nhân dân tỉnh, ngày <a href="urn:ink:day">14</a> tháng 3, “Chữ đẹp”.</p>
<p class="signed"><a href="urn:ink:signature">Người Ký Mẫu</a></p></body>"""


def page(dpi: int = 100) -> Image:
    """White with black stripes, a tenth of A4."""
    made = np.full((dpi * 4, dpi * 3, 3), 255, np.uint8)
    made[dpi // 2 :: 20, dpi // 2 : -dpi // 2] = 0
    return made


def worn(grade: str, seed: int = 1) -> Image:
    wear = at_dpi(GRADES[grade], 100)
    return age(page(), page()[:, ::-1], wear, np.random.default_rng(seed))


@pytest.mark.parametrize("grade", GRADES)
def test_a_seed_gives_one_page(grade: str) -> None:
    first = worn(grade)
    assert np.array_equal(first, worn(grade)) and not np.array_equal(first, worn(grade, 2))
    assert first.dtype == np.uint8 and (first.shape == page().shape or GRADES[grade].tilt)


def test_grades_are_graded() -> None:
    clean = age(page(), None, Wear(dpi=100), np.random.default_rng(0))
    assert np.array_equal(clean, page())
    harm = [float(np.abs(worn(grade).astype(int) - page()).mean()) for grade in ("light", "office", "hard")]
    assert harm == sorted(harm) and harm[0] > 0


def test_bitonal_and_grey_are_what_they_say() -> None:
    assert set(np.unique(worn("bitonal"))) == {0, 255}
    grey = worn("hard")
    assert np.array_equal(grey[..., 0], grey[..., 1]) and np.array_equal(grey[..., 0], grey[..., 2])


@pytest.mark.parametrize(
    ("change", "darker"),
    [
        ({"light": 0.4}, True),
        ({"bleed": 0.3}, True),
        ({"speckle": 40.0}, True),
        ({"ink": 1.0}, True),
        ({"ink": -1.0}, False),
    ],
)
def test_each_wear_does_its_own(change: dict[str, float], darker: bool) -> None:
    made = age(page(), page()[::-1], Wear(dpi=100, **change), np.random.default_rng(3))  # type: ignore[arg-type]
    assert (made.mean() < page().mean()) == darker


def test_ink_goes_where_it_is_told() -> None:
    white = np.full((400, 400, 3), 255, np.uint8)
    box = Box(100, 100, 140, 116)
    for draw in (
        lambda rng: write_digits(white, "186", box, 72, rng),
        lambda rng: sign(white, box, 72, rng),
    ):
        made = draw(np.random.default_rng(4))
        rows, columns = np.nonzero((made != 255).any(axis=2))
        assert rows.size and rows.min() > 30 and rows.max() < 130 and columns.min() > 60 and columns.max() < 180
        red, _, blue = made[rows, columns].astype(int).mean(axis=0)
        assert blue > red + 30


def test_print_shows_through_a_seal(renders: None) -> None:
    made = seal(page(72), (100, 140), 72, np.random.default_rng(5))
    changed = (made != page(72)).any(axis=2)
    assert changed.any() and (made[page(72)[..., 0] == 0] == 0).all()
    red, green, _ = made[changed].astype(int).mean(axis=0)
    assert red > green + 30


def test_pressing_nothing_changes_nothing() -> None:
    assert np.array_equal(press(page(), np.zeros(page().shape[:2], np.float32), (1, 2, 3)), page())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_slots_are_found_and_left_blank_for_the_pen(renders: None) -> None:
    made = render(SOURCE)
    assert [(place.kind, place.text) for place in made.ink] == [
        ("number", "57"),
        ("day", "14"),
        ("signature", "Người Ký Mẫu"),
    ]
    width, height = made.sizes[0]
    assert (round(width), round(height)) == (595, 842)
    assert all(0 < place.box.x0 < place.box.x1 < width and place.box.bottom < height for place in made.ink)
    assert "57/KH-UBND" in text_of(made.pdf).replace(" ", "") and b"urn:ink" not in made.pdf


def test_every_vietnamese_letter_is_set_in_one_face(renders: None) -> None:
    letters = " ".join(sorted(ALPHABET))
    made = render(f"<p>{letters}</p>")
    assert made.pdf.count(b"/FontDescriptor ") <= 2  # the text and the foot
    assert set(letters) <= set(text_of(made.pdf))
    assert set(faces()) == {"Regular", "Bold", "Italic", "BoldItalic"}


@pytest.mark.parametrize("grade", ["light", "bitonal"])
def test_a_scan_holds_images_only_and_is_repeatable(grade: str, renders: None) -> None:
    wear = at_dpi(GRADES[grade], 72)
    first = scan(SOURCE, wear, seed=9, office=Office(sealed_over_text=True))
    assert first == scan(SOURCE, wear, seed=9, office=Office(sealed_over_text=True))
    assert first != scan(SOURCE, wear, seed=10, office=Office(sealed_over_text=True))
    assert text_of(first) == "" and (b"CCITTFaxDecode" in first) == (grade == "bitonal")


def test_binding_keeps_the_size_in_points() -> None:
    document = pypdfium2.PdfDocument(io.BytesIO(bind([page(100), page(100)], Wear(dpi=100))))
    try:
        assert [tuple(map(round, one.get_size())) for one in document] == [(216, 288)] * 2
    finally:
        document.close()
