"""What signing software laid over a scanned page, joined to what was recognized under it."""

from __future__ import annotations

from dataclasses import replace

from kehoach.model.page import Line, Page, Word
from kehoach.reading import digital, lines


def with_fields(page: Page, found: digital.Layer) -> Page:
    """The recognized page with the boxes of digital signatures as marks and the filled-in number and date in place.

    Boxes of fields are on the page as its file shows it; on a page that was turned they would stand wrong and are
    left out.
    """
    if page.failed or page.rotation:
        return page
    marks = digital.signature_boxes(page.number, found)
    words = digital.filled_in(page.number, found)
    if not marks and not words:
        return page
    rows = [list(line.words) for line in page.lines]
    for word in words:
        _insert(rows, word)
    return replace(page, lines=tuple(lines.numbered(rows)), marks=(*page.marks, *marks))


def _insert(rows: list[list[Word]], word: Word) -> None:
    """Puts the word into the line that it stands in, in the place of what was recognized there (dots)."""
    box = word.box
    if box is None:
        return
    for row in rows:
        whole = Line(tuple(row)).box
        if whole is None or not (whole.top <= box.cy <= whole.bottom):
            continue
        if whole.x0 - 60 <= box.cx <= whole.x1 + 60:
            row[:] = [other for other in row if other.box is None or not box.holds(other.box)]
            row.append(word)
            row.sort(key=lambda entry: entry.box.x0 if entry.box else 0.0)
            return
    rows.append([word])
