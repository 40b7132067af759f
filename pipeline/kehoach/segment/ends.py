"""The closing paragraphs, which belong to no section: "Trên đây là ...", "Trong quá trình thực hiện ... ./."."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.model.document import Document
from kehoach.rules.vocabulary import Vocabulary
from kehoach.segment.unit import Unit


def closing_from(document: Document, units: Sequence[Unit], vocabulary: Vocabulary) -> int:
    """Index of the first unit of the closing; ``len(units)`` where there is none.

    The closing is the last run of unlabelled paragraphs that all speak as closings do. One that stands directly under
    a heading of its own is that section's content.
    """
    first = len(units)
    while first:
        unit = units[first - 1]
        if unit.starts_node or unit.table is not None or vocabulary.first(document.quote(unit.span)) is None:
            break
        first -= 1
    if first < len(units) and first and units[first - 1].headed and units[first - 1].starts_node:
        opener = vocabulary.first(document.quote(units[first].span))
        if opener is not None and not opener[0].get("firm", False):
            first += 1
    return _behind_requests(document, units, vocabulary, first)


def _behind_requests(document: Document, units: Sequence[Unit], vocabulary: Vocabulary, first: int) -> int:
    """Where a section of unlabelled paragraphs ends with a request ("Đề nghị ...") and "Trên đây là ..." follows, the
    request is the section's."""
    if not first or units[first - 1].starts_node:
        return first
    for n in range(first, len(units)):
        found = vocabulary.first(document.quote(units[n].span))
        if found is not None and found[0].get("firm", False):
            return n
    return first
