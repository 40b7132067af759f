"""What reading makes of one page: words with their places, ruling lines and cells, marks, and how well it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from kehoach.model.geometry import Box, around
from kehoach.model.issue import Issue

TextFrom = Literal["ocr", "text_layer", "text"]
PHOTO = "photo"
"""First word of the treatment of a page that was a photo of a sheet."""
MarkKind = Literal[
    "seal", "stamp", "signature_ink", "digital_signature", "picture", "handwriting", "furniture", "note_call",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word as read, with its place; compared by identity, because the same word stands in many places.

    ``text`` is NFC and has no white space. ``line`` numbers the visual lines of the page from 0.
    ``confidence`` is 0 to 1 (1 for text layers). ``size`` is the font size in points. ``alternatives`` are other
    readings by the engine with their confidence.
    """

    text: str
    page: int
    line: int
    box: Box | None = None
    confidence: float = 1.0
    bold: bool = False
    italic: bool = False
    size: float | None = None
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Line:
    """Words of one visual line, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box | None:
        return around([word.box for word in self.words if word.box is not None])

    @cached_property
    def confidence(self) -> float:
        """Mean of the words' confidence, weighted by their length."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 1.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight horizontal or vertical line drawn on the page."""

    box: Box

    @property
    def horizontal(self) -> bool:
        return self.box.width >= self.box.height


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a ruled table: its place in the grid (from 0), how far it spans, and the lines read inside it."""

    row: int
    column: int
    box: Box
    lines: tuple[Line, ...] = ()
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page. Its lines are NOT repeated in the page's own lines."""

    box: Box
    rows: int
    columns: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the page that is not running text: a seal, a received stamp, ink, a picture.

    ``lines`` are what could be read inside (a received stamp's lines are NOT repeated in the page's own lines).
    """

    kind: MarkKind
    box: Box
    lines: tuple[Line, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Handwriting:
    """What a reader of handwriting made of a slot. ``figures`` stand in the text where ``believed``; ``readings`` are
    the line as read, once for each way in which the part of the page at ``seen`` was looked at; ``reader`` is who read,
    with versions."""

    box: Box
    figures: str
    confidence: float
    believed: bool
    readings: tuple[str, ...]
    seen: Box
    reader: str


@dataclass(frozen=True)
class Page:
    """One page as read. Size in points as shown upright; ``rotation`` (0, 90, 180, 270) and ``skew`` (degrees)
    were undone by the reader, so all boxes are on the upright page."""

    number: int
    width: float | None
    height: float | None
    text_from: TextFrom
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    marks: tuple[Mark, ...] = ()
    handwriting: tuple[Handwriting, ...] = ()
    ocr_confidence: float | None = None
    rotation: int = 0
    skew: float = 0.0
    blank: bool = False
    failed: bool = False
    treatment: str = ""
    words: tuple[Word, ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        inside = (line for grid in self.grids for cell in grid.cells for line in cell.lines)
        marked = (line for mark in self.marks for line in mark.lines)
        every = [*self.lines, *inside, *marked]
        object.__setattr__(self, "words", tuple(word for line in every for word in line.words))

    @property
    def photographed(self) -> bool:
        """Whether the page was a photo of a sheet, which the reader laid flat."""
        return self.treatment.startswith(PHOTO)


@dataclass(frozen=True)
class Reading:
    """All pages of one document as read, with the engine and settings that read them."""

    pages: tuple[Page, ...]
    engine: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
