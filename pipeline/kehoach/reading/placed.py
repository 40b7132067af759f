"""What was seen on a page image -> Page: words in points, lines in order, tables, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.model.geometry import POINTS, Box
from kehoach.model.page import PHOTO, Grid, GridCell, Handwriting, Line, Mark, MarkKind, Page, Ruling, Word
from kehoach.programs.figures import FigureReader
from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import evidence, lattice, lines, paper, scan, strokes
from kehoach.reading.pens import BELIEVED
from kehoach.reading.plausible import plausibility
from kehoach.reading.scan import Seen, Sheet, Upright

_USUAL_SIZE = 13.0
_MARKS: dict[str, MarkKind] = {
    "seal": "seal",
    "stamp": "stamp",
    "signature_ink": "signature_ink",
    "handwriting": "handwriting",
}
_PEN = 0.8
"""Confidence that ink told by its shape alone is a pen's."""
_READ, _READS = 0.4, 0.9
"""How sure and how plausible a word is that the edge of a seal crosses."""
_NEAR = 3
"""Heights of the word behind between the two: the place of a word under a ring is a guess."""
HANDWRITTEN = 0.5
"""Words that the engine reads from handwriting are never surer than this."""


@dataclass(frozen=True)
class _Scale:
    """From pixels of the upright page to points, and what is known of single words by their ``id``."""

    number: int
    points: float
    bold: frozenset[int]
    marks: tuple[Mark, ...]
    handwriting: tuple[Handwriting, ...] = ()

    def word(self, seen: SeenWord) -> Word:
        box = self.box(seen)
        confidence = seen.confidence
        read = any(
            hand.believed and hand.figures == seen.text and hand.box.overlap(box) > 0 for hand in self.handwriting
        )
        if not read and any(
            mark.kind == "handwriting" and box.overlap(mark.box) > 0.3 * box.area for mark in self.marks
        ):
            confidence = min(confidence, HANDWRITTEN)
        return Word(
            seen.text,
            self.number,
            seen.line,
            box,
            round(confidence, 4),
            bold=id(seen) in self.bold,
            alternatives=seen.alternatives,
        )

    def box(self, seen: SeenWord) -> Box:
        left, top = max(0, seen.left), max(0, seen.top)
        return Box(left, top, max(left, seen.right), max(top, seen.bottom)).scaled(self.points)


def read(sheet: Sheet, engine: Recognizer, figures: FigureReader | None = None) -> Page:
    """The page that stands on a page image.

    Args:
        figures: who reads handwritten figures; None where no such reader is installed.
    """
    upright, seen = scan.read(sheet, engine, figures)
    points = POINTS / sheet.dpi
    marks = _marks(upright, seen, sheet)
    every = seen.every()
    bold = strokes.bold_words(every, strokes.Strokes(upright.grey, upright.ground)) if every else frozenset()
    scale = _Scale(sheet.number, points, bold, marks, _handwriting(seen, points, figures))
    kept = _outside_marks(seen, marks, upright.rings, scale)
    blank = not kept.tables and evidence.is_blank(kept.body)
    page = _page(Seen() if blank else kept, upright, scale, marks)
    return replace(page, treatment=f"{PHOTO}, {page.treatment}") if sheet.picture.photographed else page


def _marks(upright: Upright, seen: Seen, sheet: Sheet) -> tuple[Mark, ...]:
    """Marks by colour, what a pen filled in, and round black seals."""
    scale = _Scale(sheet.number, POINTS / sheet.dpi, frozenset(), ())
    made: list[Mark] = []
    for entry in upright.inks:
        kind = _MARKS.get(entry.ink.kind)
        if kind is not None:
            inside = lines.numbered([scale.word(word) for word in line] for line in entry.lines)
            made.append(Mark(kind, entry.ink.box(sheet.dpi), tuple(inside)))
    for pen in seen.pens:
        box = Box(*pen.place).scaled(POINTS / sheet.dpi)
        if not any(mark.kind == "handwriting" and mark.box.overlap(box) > 0.5 * box.area for mark in made):
            made.append(Mark("handwriting", box, confidence=_PEN))
    made += [Mark("seal", box, confidence=0.8) for box in upright.rings if paper.is_seal(box.width)]
    return tuple(made)


def _handwriting(seen: Seen, points: float, figures: FigureReader | None) -> tuple[Handwriting, ...]:
    """What the other reader made of the slots that a pen filled."""
    return tuple(
        Handwriting(
            Box(*pen.place).scaled(points), pen.penned.figures, round(pen.penned.confidence, 4),
            pen.penned.confidence >= BELIEVED, pen.penned.readings, Box(*pen.penned.seen).scaled(points), figures.name,
        )
        for pen in seen.pens
        if pen.penned is not None and figures is not None
    )  # fmt: skip


def _outside_marks(seen: Seen, marks: Sequence[Mark], rings: Sequence[Box], scale: _Scale) -> Seen:
    """Without what stands in a stamp, which was read with the stamp, and without what was read from the letters and
    strokes of seals and rings; print that runs through them stays."""
    seals = [*rings, *(mark.box for mark in marks if mark.kind == "seal")]
    stamps = [mark for mark in marks if mark.kind == "stamp" and mark.lines]
    if not seals and not stamps:
        return seen

    def stays(word: SeenWord) -> bool:
        box = scale.box(word)
        if any(_has(stamp, word, box) for stamp in stamps):
            return False
        if not any(seal.holds(box, 0.7) for seal in seals):
            return True
        return word.confidence * plausibility(word.text) > 0.6 and sum(map(str.isalnum, word.text)) > 1

    body = [_with_first(line, [stays(word) for word in line]) for line in seen.body]
    return Seen([line for line in body if line], seen.tables, seen.treatment)


def _with_first(line: SeenLine, stays: Sequence[bool]) -> SeenLine:
    """The words that stay, with one under the edge of a seal that they go on from: a name whose first word the ring
    crosses."""
    made = []
    for n, word in enumerate(line):
        if stays[n]:
            made.append(word)
        elif n + 1 < len(line) and stays[n + 1] and word.text[:1].isupper():
            behind = line[n + 1]
            high, gap = behind.bottom - behind.top, behind.left - word.right
            if gap < _NEAR * high and word.confidence > _READ and plausibility(word.text) > _READS:
                right = max(word.right, behind.left - high // 4)
                made.append(replace(word, top=behind.top, bottom=behind.bottom, right=right))
    return tuple(made)


def _has(stamp: Mark, seen: SeenWord, box: Box) -> bool:
    """Whether the stamp's own lines have this word, or read the same ink more surely."""
    if not stamp.box.holds(box, 0.8):
        return False
    return any(
        word.box is not None
        and word.box.overlap(box) > 0.3 * box.area
        and (word.text == seen.text or word.confidence * plausibility(word.text) > seen.confidence)
        for line in stamp.lines
        for word in line.words
    )


def _page(seen: Seen, upright: Upright, scale: _Scale, marks: tuple[Mark, ...]) -> Page:
    rows = [[scale.word(word) for word in line] for line in seen.body]
    body = lines.numbered(part for row in rows for part in lines.split(row, _USUAL_SIZE))
    start = len(body)
    grids: list[Grid] = []
    for frame, content in seen.tables:
        grid, start = _grid(frame, content, scale, start)
        grids.append(grid)
    inside = (line for grid in grids for cell in grid.cells for line in cell.lines)
    words = [word for line in (*body, *inside) for word in line.words]
    height, width = upright.grey.shape
    return Page(
        scale.number,
        width * scale.points,
        height * scale.points,
        "ocr",
        tuple(body),
        tuple(grids),
        rulings=tuple(Ruling(ruling.box) for ruling in upright.rulings.rulings),
        marks=marks,
        handwriting=scale.handwriting,
        ocr_confidence=_confidence(words),
        rotation=upright.rotation,
        skew=upright.skew,
        blank=not words,
        treatment=seen.treatment,
    )


def _grid(frame: lattice.Frame, content: Sequence[Sequence[SeenLine]], scale: _Scale, start: int) -> tuple[Grid, int]:
    made: list[GridCell] = []
    for cell, seen in zip(frame.cells, content, strict=True):
        row, column, rows, columns = cell
        inside: list[Line] = lines.numbered(([scale.word(word) for word in line] for line in seen), start)
        start += len(inside)
        made.append(GridCell(row, column, frame.cell_box(cell), tuple(inside), rows, columns))
    return Grid(frame.box, len(frame.ys) - 1, len(frame.xs) - 1, tuple(made)), start


def _confidence(words: Sequence[Word]) -> float | None:
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else None
