"""Small documents set in paragraphs, with a zone and a style each: what layout hands to segmentation and extraction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.model.document import Block, Cell, Document, Furniture, RowKind, Zone
from kehoach.model.page import Page, Word
from kehoach.model.text import Text


@dataclass(frozen=True)
class P:
    """One paragraph. ``confidence`` below 1 makes it recognized text."""

    text: str
    zone: Zone = "body"
    bold: bool = False
    centred: bool = False
    confidence: float = 1.0
    single_line: bool = False


@dataclass(frozen=True)
class Row:
    """One table row, its cells parted by "|"."""

    text: str
    kind: RowKind = "body"
    table: int = 0
    recognized: bool = False


def document(*parts: P | Row | str, furniture: Sequence[Furniture] = (), recognized: bool = False) -> Document:
    """The parts in order; a bare string is a paragraph of the body."""
    blocks = []
    for n, part in enumerate(parts):
        made = P(part) if isinstance(part, str) else part
        if isinstance(made, Row):
            sure = 0.9 if made.recognized else 1.0
            cells = tuple(
                Cell(_text(cell.strip(), n, sure), column) for column, cell in enumerate(made.text.split("|"))
            )
            blocks.append(Block.of_row(made.table, cells, made.kind))
            continue
        if recognized and made.confidence == 1:
            made = replace(made, confidence=0.9)
        text = _text(made.text, n, made.confidence)
        blocks.append(
            Block(
                made.zone, text, bold=made.bold, centred=made.centred, bold_until=len(text) if made.bold else 0,
                single_line=made.single_line,
            )
        )  # fmt: skip
    page = Page(1, None, None, "ocr" if recognized else "text")
    return Document((page,), tuple(blocks), tuple(furniture))


def _text(value: str, line: int, confidence: float) -> Text:
    return Text.join(" ", (Text.of_word(Word(word, 1, line, confidence=confidence)) for word in value.split(" ")))
