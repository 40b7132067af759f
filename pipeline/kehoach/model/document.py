"""The document between pixels and understanding: blocks of text in reading order, furniture set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kehoach.model.fragments import Fragments
from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.keeping import Keeping, cached_property
from kehoach.model.page import Page, Word
from kehoach.model.text import Evidence, Text

Zone = Literal[
    "issuer", "motto", "number", "place_date", "title", "body", "table", "recipients", "signature", "annex", "carrier",
]  # fmt: skip
"""Where a block stands in the official form (NĐ 30/2020/NĐ-CP, Phụ lục I):

issuer      the left letterhead (superior and issuing body), one block a printed line
motto       quốc hiệu and tiêu ngữ
number      the line of number and symbol ("Số: 56/KH-SNV")
place_date  the line of place and date
title       the word KẾ HOẠCH (its own block) and the subject (one block)
body        a paragraph of the body, from the preamble to "./."
table       one row of a table
recipients  nơi nhận, one block a line; the first is the words "Nơi nhận:" where printed
signature   authority, position and name of the signer, one block a printed line
annex       a paragraph after the signature that belongs to an annex
carrier     a line of the decision or letter in which the plan stands, as far as it says nothing about the plan itself
"""
FurnitureKind = Literal[
    "page_number", "running_head", "footnote", "received_stamp", "digital_signature", "seal", "ink", "urgency",
    "secrecy", "noise", "address", "copy_mark",
]  # fmt: skip
RowKind = Literal["header", "band", "body"]


@dataclass(frozen=True)
class Source:
    """One input file: ``media_type`` by content, ``sha256`` of its bytes."""

    path: str
    sha256: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into the document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"impossible span {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Cell:
    """One cell of a table row. ``column`` counts from 0. A cell merged over several rows stands, with its text, in
    the first of them; ``row_span`` says over how many rows it holds. ``begins`` are the first words of its paragraphs but
    the first."""

    text: Text
    column: int
    column_span: int = 1
    row_span: int = 1
    begins: tuple[Word, ...] = ()

    @property
    def parted(self) -> str:
        """The text with a line end in place of the blank before each paragraph but the first."""
        letters, new = list(self.text.value), {id(word) for word in self.begins}
        for n in range(1, len(letters)) if new else ():
            word = self.text.origin[n]
            if id(word) in new and self.text.origin[n - 1] is not word and letters[n - 1] == " ":
                letters[n - 1] = "\n"
        return "".join(letters)


@dataclass(frozen=True)
class Block:
    """A paragraph, a line of letterhead or foot, or a table row.

    ``bold``, ``italic``, ``centred`` tell the style of (most of) it, False where unknown; ``bold_until`` is how many
    of its leading characters are bold; ``indent`` is the left edge of its first line in points.
    ``single_line`` tells that it filled just one printed line and did not run to the right margin.
    """

    zone: Zone
    text: Text
    bold: bool = False
    italic: bool = False
    centred: bool = False
    bold_until: int = 0
    indent: float | None = None
    single_line: bool = False
    table: int | None = None
    row_kind: RowKind = "body"
    cells: tuple[Cell, ...] = ()

    @staticmethod
    def of_row(table: int, cells: tuple[Cell, ...], row_kind: RowKind = "body") -> Block:
        text = Text.join(" | ", (cell.text for cell in cells))
        return Block("table", text, table=table, row_kind=row_kind, cells=cells)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Printed or stamped on the page, but no part of the running text: kept, and left out of ``Document.text``."""

    kind: FurnitureKind
    page: int
    box: Box | None
    text: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Document(Keeping):
    """The whole document in reading order. Offsets everywhere downstream are into ``text``."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    issues: tuple[Issue, ...] = ()

    @cached_property
    def text(self) -> Text:
        """All blocks, one a line (joined by a newline)."""
        return Text.join("\n", (block.text for block in self.blocks))

    @cached_property
    def _fragments(self) -> Fragments:
        return Fragments(self.text)

    @cached_property
    def _certain(self) -> bool:
        """Whether no word was recognized with less than full confidence."""
        return all(word.confidence == 1 for word in set(self.text.origin) if word is not None)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each block begins."""
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return tuple(starts)

    def span(self, block: int) -> Span:
        return Span(self.starts[block], self.starts[block] + len(self.blocks[block].text))

    def cell_spans(self, block: int) -> tuple[Span, ...]:
        """Where each cell of a table row stands in ``text``."""
        spans, at = [], self.starts[block]
        for cell in self.blocks[block].cells:
            spans.append(Span(at, at + len(cell.text)))
            at += len(cell.text) + 3
        return tuple(spans)

    def zone(self, *zones: Zone) -> Iterator[tuple[int, Block]]:
        """The blocks of these zones with their index, in order."""
        return ((n, block) for n, block in enumerate(self.blocks) if block.zone in zones)

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """The places on the pages of these spans of ``text``, one entry a line fragment."""
        return tuple(place for span in spans if len(span) for place in self._fragments.places(span.start, span.end))

    def confidence(self, *spans: Span) -> float:
        """Mean recognition confidence over these spans."""
        if self._certain:
            return 1.0
        known = [(len(span), self.text.confidence(span.start, span.end)) for span in spans if len(span)]
        return sum(n * c for n, c in known) / sum(n for n, _ in known) if known else 1.0

    def quote(self, span: Span) -> str:
        return self.text.value[span.start : span.end]
