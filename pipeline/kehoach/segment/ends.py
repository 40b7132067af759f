"""The closing paragraphs, which belong to no section: "Trên đây là ...", "Trong quá trình thực hiện ... ./."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.model.document import Document
from kehoach.rules.vocabulary import Vocabulary
from kehoach.segment.numbering import OUTER, Family
from kehoach.segment.unit import Unit

_END = re.compile(r"\.\s?/\s?\.?\s*$")
_HEADING = 6
"""Words of a line with a full stop that may be a heading."""


def closing_from(document: Document, units: Sequence[Unit], vocabulary: Vocabulary) -> int:
    """Index of the first unit of the closing; ``len(units)`` where there is none.

    The closing is the last run of unlabelled paragraphs that all speak as closings do, or one behind the last item of a
    list, with the sign that ends the text. One that stands directly under a heading of its own is that section's content.
    """
    first = len(units)
    while first:
        unit = units[first - 1]
        if unit.starts_node or unit.table is not None:
            break
        if vocabulary.first(document.quote(unit.span)) is None and not _ends_the_text(document, units, first - 1):
            break
        first -= 1
    if first < len(units) and first and units[first - 1].headed and units[first - 1].starts_node:
        opener = vocabulary.first(document.quote(units[first].span))
        if opener is not None and not opener[0].get("firm", False):
            first += 1
    return _behind_requests(document, units, vocabulary, first)


def _ends_the_text(document: Document, units: Sequence[Unit], n: int) -> bool:
    """Whether a paragraph is the last, ends with the sign that ends a text, and stands behind an item of a list whose
    other items are one paragraph each."""
    if n + 1 != len(units) or not n or _END.search(document.quote(units[n].span)) is None:
        return False
    above = units[n - 1]
    if not above.labels or above.shape is None or above.shape.stop not in (".", ";"):
        return False
    family = above.labels[0].family
    if above.headed and (family in OUTER or above.shape.words <= _HEADING):
        return False
    begun = next((m for m in range(n - 2, -1, -1) if _is_over(units[m], family)), 0)
    return all(units[m + 1].starts_node for m in range(begun + 1, n - 1) if units[m].labels)


def _is_over(unit: Unit, family: Family) -> bool:
    """Whether a paragraph is a heading over a list of this numbering."""
    return unit.headed and (unit.bare_heading or unit.labels[0].family != family)


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
