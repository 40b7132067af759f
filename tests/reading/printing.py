"""Words drawn in the typeface of the official form, with what an engine may have read for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.specimen.fonts import Face, faces

DPI, BASE = 200, 80
Others = tuple[tuple[str, float], ...]


def line(
    pieces: Sequence[tuple[str, str, Others]], face: Face, size: float = 13.5
) -> tuple[SeenLine, NDArray[np.uint8]]:
    """A line printed as the first and read as the second of each piece, with its other readings; and its picture."""
    font = ImageFont.truetype(str(faces()[face]), round(size * DPI / 72))
    picture = Image.new("L", (1200, 160), 255)
    words, x = [], 60
    for printed, seen, others in pieces:
        ImageDraw.Draw(picture).text((x, BASE), printed, fill=10, font=font, anchor="ls")
        left, top, right, bottom = font.getbbox(printed, anchor="ls")
        place = (x + int(left), BASE + int(top), x + int(right), BASE + int(bottom))
        words.append(SeenWord(seen, 0.8, *place, 0, others))
        x += round(font.getlength(printed)) + 12
    return tuple(words), np.asarray(picture).copy()
