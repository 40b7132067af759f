"""A few lines of print recognized: both ways to the engine, and confidence that falls as the page gets worse."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kehoach.errors import MissingDependency
from kehoach.programs import tesseract
from kehoach.programs.tesseract import Recognizer
from kehoach.programs.tesseract_command import Command
from kehoach.programs.tesseract_inside import Inside
from kehoach.reading import placed, upright
from kehoach.reading.raster import Picture
from kehoach.reading.scan import Sheet
from kehoach.specimen.age import Wear, age
from kehoach.specimen.fonts import faces

pytestmark = pytest.mark.ocr
DPI = 200
LINES = (
    "Đẩy mạnh các phong trào thi đua yêu nước trong toàn ngành;",
    "tổ chức sơ kết, tổng kết, khen thưởng kịp thời các tập thể.",
    "II. Chỉ tiêu: ít nhất 15% đơn vị hoàn thành trước ngày 20/11.",
    "Văn phòng chủ trì, phối hợp với các phòng chuyên môn.",
)


@pytest.fixture(scope="module")
def engine() -> Recognizer:
    found = tesseract.probe()
    try:
        kind, languages = tesseract.require(found, "auto", None)
    except MissingDependency as error:
        pytest.skip(error.message)
    assert found is not None
    if kind == "tesserocr":
        return Inside(found.data, languages)
    return Command(found.command or "", found.command_version or "", found.data, languages)


@pytest.fixture(scope="module")
def page(typeface: None) -> NDArray[np.uint8]:
    picture = Image.new("RGB", (1240, 420), "white")
    font = ImageFont.truetype(str(faces()["Regular"]), round(14 * DPI / 72))
    for n, text in enumerate(LINES):
        ImageDraw.Draw(picture).text((100, 60 + 70 * n), text, fill=(15, 15, 15), font=font)
    return np.asarray(picture).copy()


def test_lines_are_read(page: NDArray[np.uint8], engine: Recognizer) -> None:
    made = placed.read(Sheet(Picture(page, DPI), 1), engine)
    assert [line.text for line in made.lines] == list(LINES)
    assert (made.rotation, made.skew, made.blank, made.treatment) == (0, 0.0, False, "soft")
    box = made.lines[0].box
    assert box is not None and box.x0 == pytest.approx(100 * 72 / DPI, abs=2)


def test_an_upside_down_page_is_turned(page: NDArray[np.uint8], engine: Recognizer) -> None:
    turned = np.ascontiguousarray(np.rot90(page, 2))
    made = placed.read(Sheet(Picture(turned, DPI), 1), engine)
    assert made.rotation == 180 and made.lines[0].text == LINES[0]


@pytest.mark.parametrize(("lies", "sideways", "turned"), [(90, False, 90), (0, True, 0)])
def test_a_page_that_hardly_reads_is_tried_on_its_other_sides(
    lies: int, sideways: bool, turned: int, page: NDArray[np.uint8], engine: Recognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognize = type(engine).recognize

    def doubted(self: Recognizer, grey: NDArray[np.uint8], **how: Any) -> Any:
        words = recognize(self, grey, **how)
        wide = grey.shape[1] > grey.shape[0]
        return words if wide else [replace(word, confidence=0.1) for word in words]

    monkeypatch.setattr(type(engine), "recognize", doubted)
    monkeypatch.setattr(upright, "lie", lambda grey: upright.Lie(sideways, 0.0, doubtful=True))
    made = placed.read(Sheet(Picture(np.ascontiguousarray(np.rot90(page, lies // 90)), DPI), 1), engine)
    assert made.rotation == turned and made.lines[0].text == LINES[0]


def test_both_ways_to_the_engine_read_alike(page: NDArray[np.uint8]) -> None:
    found = tesseract.probe()
    if found is None or not found.inside or found.command is None:
        pytest.skip("only one way to the engine is installed")
    languages = found.best_languages() or "vie"
    inside, command = Inside(found.data, languages), Command(found.command, "5", found.data, languages)
    grey = np.ascontiguousarray(page[..., 0])
    one, other = (
        [word.text for word in way.recognize(grey, dpi=DPI, look="block")] for way in (inside, command)
    )  # fmt: skip
    alike = sum(a == b for a, b in zip(one, other, strict=False))
    assert alike >= 0.9 * len(" ".join(LINES).split())


def test_confidence_falls_as_the_page_gets_worse(page: NDArray[np.uint8], engine: Recognizer) -> None:
    worst = Wear(mode="grey", blur=1.1, noise=20, light=0.4, fade=0.4, speckle=8, ink=-0.5, paper=(214, 214, 214))
    sure: list[float] = []
    for share in (0.0, 0.5, 1.0):
        wear = replace(
            worst, blur=share * worst.blur, noise=share * worst.noise, light=share * worst.light,
            fade=share * worst.fade, speckle=share * worst.speckle, ink=share * worst.ink,
        )  # fmt: skip
        worn = age(page, None, wear, np.random.default_rng(4))
        sure.append(placed.read(Sheet(Picture(worn, DPI), 1), engine).ocr_confidence or 0.0)
    assert sure == sorted(sure, reverse=True) and sure[0] - sure[-1] > 0.02
