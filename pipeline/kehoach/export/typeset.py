"""The blocks of a document as they stand on its pages: words of the clean text in lines, with their places.

What the writers of page formats (plain text, hOCR, ALTO, JSON) share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from kehoach.model.document import Document, FurnitureKind, Zone
from kehoach.model.geometry import Box, around
from kehoach.model.page import Page, Word
from kehoach.model.text import Text

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class SetWord:
    """A word of the clean text: ``confidence`` 0 to 1; ``box`` in points, None where the input has no places."""

    text: str
    box: Box | None
    confidence: float


@dataclass(frozen=True)
class SetLine:
    words: tuple[SetWord, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box | None:
        return around(word.box for word in self.words if word.box is not None)


@dataclass(frozen=True)
class SetBlock:
    """The part of a block, cell or piece of furniture that stands on one page. ``row`` numbers the block of the
    document; cells of one table row share it, and ``column`` is theirs."""

    kind: Zone | FurnitureKind
    lines: tuple[SetLine, ...]
    row: int = 0
    column: int | None = None

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def box(self) -> Box | None:
        return around(line.box for line in self.lines if line.box is not None)


@dataclass(frozen=True)
class SetPage:
    """One page: its blocks in reading order, and its furniture."""

    page: Page
    blocks: tuple[SetBlock, ...] = ()
    furniture: tuple[SetBlock, ...] = field(default=())

    @property
    def rows(self) -> Iterator[tuple[SetBlock, ...]]:
        """Blocks one by one, the cells of a table row together."""
        for _, group in groupby(self.blocks, key=lambda block: block.row):
            yield tuple(group)


def pages(document: Document) -> tuple[SetPage, ...]:
    """Every page of the document; a paragraph or row that goes over a page's end stands in part on each."""
    placed: dict[int, list[SetBlock]] = {page.number: [] for page in document.pages}
    for row, block in enumerate(document.blocks):
        texts = [(cell.text, cell.column) for cell in block.cells] if block.cells else [(block.text, None)]
        for text, column in texts:
            for number, lines in _lines(text).items():
                placed.setdefault(number, []).append(SetBlock(block.zone, lines, row, column))
    apart: dict[int, list[SetBlock]] = {}
    for piece in document.furniture:
        for lines in _lines(piece.text).values():
            apart.setdefault(piece.page, []).append(SetBlock(piece.kind, lines))
    return tuple(
        SetPage(page, tuple(placed[page.number]), tuple(apart.get(page.number, ()))) for page in document.pages
    )


def _lines(text: Text) -> dict[int, tuple[SetLine, ...]]:
    """The lines of a text by page. A word that was joined over a line's end stands where it begins."""
    words = [(_first(text, match), _word(text, match)) for match in _WORD.finditer(text.value)]
    known = next((word for word, _ in words if word is not None), None)
    page, line = (known.page, known.line) if known is not None else (1, 0)
    placed: list[tuple[tuple[int, int], SetWord]] = []
    for origin, word in words:
        if origin is not None:
            page, line = origin.page, origin.line
        placed.append(((page, line), word))
    by_page: dict[int, list[SetLine]] = {}
    for (number, _), group in groupby(placed, key=lambda item: item[0]):
        by_page.setdefault(number, []).append(SetLine(tuple(word for _, word in group)))
    return {number: tuple(lines) for number, lines in by_page.items()}


def _first(text: Text, match: re.Match[str]) -> Word | None:
    return next((word for word in text.origin[match.start() : match.end()] if word is not None), None)


def _word(text: Text, match: re.Match[str]) -> SetWord:
    start, end = match.span()
    first = _first(text, match)
    same_line = (word for word in text.origin[start:end] if _beside(word, first))
    return SetWord(match[0], around(_boxes(same_line)), text.confidence(start, end))


def _beside(word: Word | None, first: Word | None) -> bool:
    return word is not None and first is not None and (word.page, word.line) == (first.page, first.line)


def _boxes(words: Iterable[Word | None]) -> Iterator[Box]:
    return (word.box for word in words if word is not None and word.box is not None)
