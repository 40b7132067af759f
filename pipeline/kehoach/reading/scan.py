"""The pixels of one page -> Page: cleaned by need, recognized, tables cell by cell."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import Box
from kehoach.model.page import Page, Word
from kehoach.programs.tesseract import Recognizer, SeenWord
from kehoach.reading import lines, upright

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINTS = 72.0


@dataclass(frozen=True)
class Sheet:
    """One page image on the table: RGB pixels, the page's number, the resolution the pixels were made at."""

    pixels: NDArray[np.uint8]
    number: int
    dpi: float


def read(sheet: Sheet, engine: Recognizer) -> Page:
    """What stands on the page image."""
    import cv2

    grey = np.asarray(cv2.cvtColor(sheet.pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    skew = upright.skew(grey)
    grey = upright.turned(grey, 0, skew)
    seen = engine.recognize(grey, dpi=round(sheet.dpi))
    words = [word for entry in seen if (word := _word(entry, sheet)) is not None]
    rows: dict[int, list[Word]] = {}
    for word in words:
        rows.setdefault(word.line, []).append(word)
    body = lines.numbered(part for row in rows.values() for part in lines.split(row, 13.0))
    height, width = grey.shape
    return Page(
        sheet.number,
        width * POINTS / sheet.dpi,
        height * POINTS / sheet.dpi,
        "ocr",
        tuple(body),
        ocr_confidence=_confidence(words),
        skew=skew,
        blank=not words,
    )


def _word(seen: SeenWord, sheet: Sheet) -> Word | None:
    text = unicodedata.normalize("NFC", seen.text).replace("Ð", "Đ")
    text = "".join(text.split())
    if not text:
        return None
    scale = POINTS / sheet.dpi
    box = Box(seen.left, seen.top, max(seen.right, seen.left), max(seen.bottom, seen.top)).scaled(scale)
    return Word(text, sheet.number, seen.line, box, seen.confidence, alternatives=seen.alternatives)


def _confidence(words: list[Word]) -> float | None:
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else None
