"""The pixels of one page -> Page: set upright, lines and tables found, recognized, weak lines looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Page, Word
from kehoach.programs.tesseract import Recognizer, SeenWord
from kehoach.reading import cells, lattice, lines, look, ruled, treatment, upright
from kehoach.reading.look import Plate, SeenLine

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINTS = 72.0
_USUAL_SIZE = 13.0


@dataclass(frozen=True)
class Sheet:
    """One page image on the table: RGB pixels, the page's number, the resolution the pixels were made at."""

    pixels: NDArray[np.uint8]
    number: int
    dpi: float


@dataclass(frozen=True)
class _Seen:
    """What was recognized: running lines, and for each table the lines of its cells."""

    body: list[SeenLine]
    tables: list[tuple[lattice.Frame, list[list[SeenLine]]]]


def read(sheet: Sheet, engine: Recognizer) -> Page:
    """What stands on the page image."""
    import cv2

    grey = np.asarray(cv2.cvtColor(sheet.pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    skew = upright.skew(grey)
    grey = upright.turned(grey, 0, skew)
    found = ruled.find(grey, sheet.dpi)
    frames = lattice.frames(found.rulings)
    plate = Plate(treatment.soft(ruled.erased(grey, found), sheet.dpi), sheet.dpi)
    seen = _again(_recognized(plate, frames, engine), plate, engine)
    height, width = grey.shape
    return _page(sheet, seen, found, (width, height), skew)


def _recognized(plate: Plate, frames: list[lattice.Frame], engine: Recognizer) -> _Seen:
    tables = [(frame, cells.read(frame, plate, engine)) for frame in frames]
    kept = [(frame, content) for frame, content in tables if any(content)]
    page = cells.blanked(plate.grey, [frame for frame, _ in kept], plate.dpi)
    body = look.clean(engine.recognize(page, dpi=round(plate.dpi)))
    return _Seen(body, kept)


def _again(seen: _Seen, plate: Plate, engine: Recognizer) -> _Seen:
    """Weak lines of body and cells looked at again, all together."""
    every = [*seen.body, *(line for _, content in seen.tables for cell in content for line in cell)]
    better = iter(look.again(every, plate, engine))
    body = [next(better) for _ in seen.body]
    tables = [(frame, [[next(better) for _ in cell] for cell in content]) for frame, content in seen.tables]
    return _Seen(body, tables)


def _page(sheet: Sheet, seen: _Seen, found: ruled.Ruled, size: tuple[int, int], skew: float) -> Page:
    scale = POINTS / sheet.dpi
    rows = [[_word(word, sheet) for word in line] for line in seen.body]
    body = lines.numbered(part for row in rows for part in lines.split(row, _USUAL_SIZE))
    start = len(body)
    grids: list[Grid] = []
    for frame, content in seen.tables:
        grid, start = _grid(frame, content, sheet, start)
        grids.append(grid)
    words = [word for line in body for word in line.words]
    words += [word for grid in grids for cell in grid.cells for line in cell.lines for word in line.words]
    return Page(
        sheet.number,
        size[0] * scale,
        size[1] * scale,
        "ocr",
        tuple(body),
        tuple(grids),
        rulings=found.rulings,
        ocr_confidence=_confidence(words),
        skew=skew,
        blank=not words,
    )


def _grid(frame: lattice.Frame, content: Sequence[Sequence[SeenLine]], sheet: Sheet, start: int) -> tuple[Grid, int]:
    made: list[GridCell] = []
    for cell, seen in zip(frame.cells, content, strict=True):
        row, column, rows, columns = cell
        inside: list[Line] = lines.numbered(([_word(word, sheet) for word in line] for line in seen), start)
        start += len(inside)
        made.append(GridCell(row, column, frame.cell_box(cell), tuple(inside), rows, columns))
    return Grid(frame.box, len(frame.ys) - 1, len(frame.xs) - 1, tuple(made)), start


def _word(seen: SeenWord, sheet: Sheet) -> Word:
    box = Box(max(0, seen.left), max(0, seen.top), max(seen.right, seen.left, 0), max(seen.bottom, seen.top, 0)).scaled(
        POINTS / sheet.dpi
    )
    return Word(seen.text, sheet.number, seen.line, box, round(seen.confidence, 4), alternatives=seen.alternatives)


def _confidence(words: list[Word]) -> float | None:
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else None
