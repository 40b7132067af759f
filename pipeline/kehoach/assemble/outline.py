"""Outline -> the record's sections, items and tables."""

from __future__ import annotations

from kehoach.assemble.identity import identified
from kehoach.model.document import Block, Document, Span
from kehoach.model.plan import Item, Section, TableInfo
from kehoach.model.section import Node, Outline

START_LENGTH = 60


def sections(document: Document, outline: Outline) -> tuple[Section, ...]:
    """Every headed division. Evidence covers the heading first, then the extent with all below it."""
    made = [
        Section(
            path=node.path,
            heading=_folded(document, node.heading),
            kinds=node.kinds,
            evidence=document.evidence(node.heading, Span(node.heading.end, max(node.heading.end, node.extent.end))),
            confidence=node.confidence,
            rule=node.rule,
        )
        for node in outline.nodes
        if node.role == "section"
    ]
    return identified("section", made, lambda section: (section.path, section.heading))


def items(document: Document, outline: Outline) -> tuple[Item, ...]:
    """Every labelled paragraph that is no section: its own text, without the items below it."""
    made = [
        Item(
            path=node.path,
            start=_start(document.quote(node.heading)),
            text=_folded(document, node.heading),
            evidence=document.evidence(node.heading),
            confidence=node.confidence,
            rule=node.rule,
        )
        for node in outline.nodes
        if node.role == "item"
    ]
    return identified("item", made, lambda item: (item.path, item.text))


def tables(document: Document, outline: Outline) -> tuple[TableInfo, ...]:
    """Every table of the body and the annexes with its head and all other rows (bands too), as text."""
    groups: dict[int, list[int]] = {}
    for n, block in enumerate(document.blocks):
        if block.table is not None:
            groups.setdefault(block.table, []).append(n)
    return tuple(_table(document, outline, numbers) for numbers in groups.values())


def _table(document: Document, outline: Outline, numbers: list[int]) -> TableInfo:
    blocks = [document.blocks[n] for n in numbers]
    header = next((_cells(block) for block in blocks if block.row_kind == "header"), ())
    rows = tuple(_cells(block) for block in blocks if block.row_kind != "header")
    pages = {word.page for block in blocks for word in block.text.origin if word is not None and word.box is not None}
    return TableInfo(_holder(outline, [document.starts[n] for n in numbers]), header, rows, tuple(sorted(pages)))


def _holder(outline: Outline, offsets: list[int]) -> str | None:
    """Path of the section or item that holds the table."""
    for offset in offsets:
        found: Node | None = outline.at(offset)
        if found is not None and found.role == "row":
            return outline.nodes[found.parent].path if found.parent is not None else None
    return outline.path_at(offsets[0])


def _cells(block: Block) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.value.split()) for cell in block.cells)


def _folded(document: Document, span: Span) -> str:
    return " ".join(document.quote(span).split())


def _start(text: str) -> str:
    """The first words of a paragraph, up to about ``START_LENGTH`` characters, never over its end."""
    first = " ".join(text.strip().split("\n", 1)[0].split())
    if len(first) <= START_LENGTH + 4:
        return first
    cut = first.rfind(" ", 0, START_LENGTH + 1)
    return first[: cut if cut > 0 else START_LENGTH]
