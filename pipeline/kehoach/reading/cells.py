"""The cells of ruled tables, recognized one by one from the image free of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord, Segmentation
from kehoach.reading import treatment
from kehoach.reading.lattice import Frame
from kehoach.reading.look import WEAK, Places, Plate, clean
from kehoach.reading.plausible import ABBREVIATION, plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARGIN = 0.015
_SPECK = 0.03
_ONE_LINE = 0.24
_INK = 60
_EDGE = 14
_FIGURE = re.compile(r"[+–-]?\d[\d.,/%-]*")
_FEWEST, _LONGEST = 3, 8
_SURE_FIGURE = 0.6


def read(frame: Frame, plate: Plate, engine: Recognizer) -> list[list[SeenLine]]:
    """The lines in each cell of the frame, in the frame's order; an empty cell has none."""
    boxes = [frame.cell_box(cell).scaled(plate.dpi / POINTS) for cell in frame.cells]
    return [_cell(box, plate, engine) for box in boxes]


def _cell(box: Box, plate: Plate, engine: Recognizer, only: str = "") -> list[SeenLine]:
    place = inked(box, plate)
    if place is None:
        return []
    left, top, right, bottom = place
    part = plate.grey[top:bottom, left:right]
    ground = int(treatment.percentile(part, 90)[0])
    image = np.pad(part, _EDGE, constant_values=ground)
    look: Segmentation = "line" if bottom - top < _ONE_LINE * plate.dpi else "block"
    seen = engine.recognize(np.ascontiguousarray(image), dpi=round(plate.dpi), look=look, only=only)
    return [tuple(moved(word, left - _EDGE, top - _EDGE) for word in line) for line in clean(seen)]


def figures(frame: Frame, content: Sequence[list[SeenLine]], plate: Plate, engine: Recognizer) -> list[list[SeenLine]]:
    """The cells, those of figure columns that read doubtfully as letters read again as figures ("§" for "8", "l" for
    "1"). A cell that reads surely as something else stays."""
    made = list(content)
    for n in among_figures(frame, content):
        if not _FIGURE.fullmatch(_text(content[n])) and _doubtful(content[n]):
            made[n] = _as_figure(frame.cell_box(frame.cells[n]), plate, engine) or content[n]
    return made


def among_figures(frame: Frame, content: Sequence[list[SeenLine]]) -> list[int]:
    """The cells with one short line in columns where most are figures."""
    found: list[int] = []
    for column in range(len(frame.xs) - 1):
        inside = [n for n, cell in enumerate(frame.cells) if cell[1] == column and cell[3] == 1 and content[n]]
        numeric = [n for n in inside if _FIGURE.fullmatch(_text(content[n]))]
        if len(numeric) >= _FEWEST and 2 * len(numeric) >= len(inside):
            found += [n for n in inside if len(content[n]) == 1 and len(_text(content[n])) <= _LONGEST]
    return found


def _text(cell: Sequence[SeenLine]) -> str:
    return "".join(word.text for line in cell for word in line)


def _doubtful(cell: Sequence[SeenLine]) -> bool:
    return any(word.confidence < WEAK or plausibility(word.text) < ABBREVIATION for line in cell for word in line)


def _as_figure(box: Box, plate: Plate, engine: Recognizer) -> list[SeenLine]:
    found = _cell(box.scaled(plate.dpi / POINTS), plate, engine, only="0123456789.,%/-")
    sure = found and all(word.confidence > _SURE_FIGURE for line in found for word in line)
    return found if sure and _FIGURE.fullmatch(_text(found)) else []


def inked(box: Box, plate: Plate) -> Places | None:
    """Where ink stands within a cell, with a little paper around it; None for an empty cell."""
    import cv2

    inset = max(2, round(_MARGIN * plate.dpi))
    x0, y0 = int(box.x0) + inset, int(box.top) + inset
    part = plate.grey[y0 : int(box.bottom) - inset, x0 : int(box.x1) - inset]
    if part.size == 0:
        return None
    dark = (part < treatment.percentile(part, 90)[0] - _INK).astype(np.uint8)
    speck = _SPECK * plate.dpi
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark)
    kept = [entry for entry in stats[1:].tolist() if max(entry[2], entry[3]) >= 0.7 * speck and entry[4] >= speck]
    kept = [entry for entry in kept if not _is_rest_of_line(entry, part.shape)]
    if not kept:
        return None
    left, top = min(entry[0] for entry in kept), min(entry[1] for entry in kept)
    right, bottom = max(entry[0] + entry[2] for entry in kept), max(entry[1] + entry[3] for entry in kept)
    if max(right - left, bottom - top) < 1.3 * speck:
        return None
    pad = 4
    return x0 + max(0, left - pad), y0 + max(0, top - pad), x0 + right + pad, y0 + bottom + pad


def _is_rest_of_line(entry: Sequence[int], shape: tuple[int, ...]) -> bool:
    """A thin piece along the edge of the cell: what erasing left of its border."""
    x, y, width, height, _ = entry
    rows, columns = shape[:2]
    beside = (x <= 1 or x + width >= columns - 1) and width <= 3 and height > 3 * width
    along = (y <= 1 or y + height >= rows - 1) and height <= 3 and width > 3 * height
    return beside or along


def moved(word: SeenWord, right: int, down: int) -> SeenWord:
    return replace(
        word, left=word.left + right, right=word.right + right, top=word.top + down, bottom=word.bottom + down
    )


def blanked(grey: NDArray[np.uint8], frames: Sequence[Frame], dpi: float) -> NDArray[np.uint8]:
    """The page image with its tables painted over: they are read apart."""
    made = grey.copy()
    ground = int(treatment.percentile(grey[::4, ::4], 80)[0])
    for frame in frames:
        box = frame.box.scaled(dpi / POINTS)
        pad = round(0.02 * dpi)
        made[max(0, int(box.top) - pad) : int(box.bottom) + pad, max(0, int(box.x0) - pad) : int(box.x1) + pad] = ground
    return made
