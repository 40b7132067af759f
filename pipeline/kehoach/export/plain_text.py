"""A document as plain text in reading order: a paragraph or table row a line, a form feed between pages."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.export.typeset import SetBlock, SetPage, pages
from kehoach.model.document import Document

_PAGE_BREAK = "\f"


def to_text(document: Document) -> str:
    """The text of all pages; furniture (page numbers, stamps, ink) is left out, cells are joined by " | "."""
    return _PAGE_BREAK.join(map(page_text, pages(document)))


def page_text(page: SetPage) -> str:
    return "".join(f"{_row(blocks)}\n" for blocks in page.rows)


def _row(blocks: Sequence[SetBlock]) -> str:
    """A paragraph, or the cells of a table row, each in its column."""
    if blocks[0].column is None:
        return " ".join(block.text for block in blocks)
    cells = {block.column or 0: block.text for block in blocks}
    return " | ".join(cells.get(column, "") for column in range(max(cells) + 1))
