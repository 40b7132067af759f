"""Pages -> one flow of printed lines and table rows in reading order, and the furniture taken out of it."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.layout import tables
from kehoach.layout.parts import Item
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs
from kehoach.model.document import Block, Furniture, FurnitureKind
from kehoach.model.page import Grid, Line, Mark, Page
from kehoach.model.text import Text

_MARKS: dict[str, FurnitureKind] = {
    "seal": "seal",
    "stamp": "received_stamp",
    "signature_ink": "ink",
    "digital_signature": "digital_signature",
    "picture": "noise",
    "handwriting": "ink",
    "furniture": "running_head",
}


def items(pages: Sequence[Page], signs: Signs) -> tuple[list[Item], list[Furniture]]:
    """The flow of all pages, and what is no part of it."""
    made: list[Item | list[Block]] = []
    furniture: list[Furniture] = []
    for page in pages:
        furniture.extend(furniture_of(page, mark) for mark in page.marks)
        made.extend(_plain(page))
    return _numbered(made), furniture


def furniture_of(page: Page, mark: Mark) -> Furniture:
    text = Text.join(" ", (Text.of_line(line) for line in mark.lines if line.words))
    kind = _MARKS[mark.kind]
    if mark.kind == "furniture" and text.value.strip(" -–.").isdigit():
        kind = "page_number"
    return Furniture(kind, page.number, mark.box if page.width is not None else None, text)


def _plain(page: Page) -> list[Item | list[Block]]:
    """Lines and grids of a page without places, in the order of their line numbers."""
    order: list[tuple[int, Line | Grid]] = []
    at = -1
    for line in page.lines:
        at = line.words[0].line if line.words else at
        order.append((at, line))
    for grid in page.grids:
        first = min((w.line for c in grid.cells for line in c.lines for w in line.words), default=0)
        order.append((first, grid))
    order.sort(key=lambda entry: entry[0])
    made: list[Item | list[Block]] = []
    gap = False
    for _, entry in order:
        if isinstance(entry, Grid):
            made.append(tables.blocks(entry, 0))
            gap = True
        elif entry.words:
            made.append(Printed(entry.words, page.number, gap=gap))
            gap = False
        else:
            gap = True
    return made


def _numbered(made: list[Item | list[Block]]) -> list[Item]:
    """Tables that meet with nothing between them joined; each table gets its number, from 0."""
    flow: list[Item] = []
    run: list[list[Block]] = []
    number = 0

    def close() -> None:
        nonlocal number
        for table in tables.joined(run):
            flow.extend(Block.of_row(number, row.cells, row.row_kind) for row in table)
            number += 1
        run.clear()

    for entry in made:
        if isinstance(entry, list):
            run.append(entry)
        else:
            close()
            flow.append(entry)
    close()
    return flow
