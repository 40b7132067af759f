"""Times over the columns of a table of figures: "Đến năm 2027 | Đến năm 2030" say by when each figure is reached."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.extract.times.time_grammar import find
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.document import Cell, Document, Span
from kehoach.model.section import Outline


def headed_times(document: Document, outline: Outline) -> Iterator[tuple[str | None, Span, TimeMatch]]:
    """The path of the table, the place and the time of each head, where two or more columns of a table have one."""
    for n, block in enumerate(document.blocks):
        if block.table is None or block.row_kind != "header" or block.zone not in ("table", "annex", "body"):
            continue
        spans = zip(block.cells, document.cell_spans(n), strict=True)
        timed = [(span, match) for cell, span in spans if (match := _year(cell)) is not None]
        if len({match.when.end for _, match in timed}) < 2:
            continue
        node = outline.at(document.starts[n])
        if node is not None and node.role == "row":
            node = outline.nodes[node.parent] if node.parent is not None else None
        for span, match in timed:
            yield node.path if node else None, Span(span.start + match.start, span.start + match.end), match


def _year(cell: Cell) -> TimeMatch | None:
    """The year, or the end of one, that a head is and no more."""
    text = cell.text.value
    match = next(find(text, cell=True), None) if text and text[-1:].isdigit() else None
    if match is None or match.shape != "year" or not match.worded or text[: match.start].strip():
        return None
    return match if match.end == len(text.rstrip()) and match.when.end is not None else None
