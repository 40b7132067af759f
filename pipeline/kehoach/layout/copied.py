"""What an office that copies a document prints below it: SAO Y BẢN CHÍNH, its own name, number, nơi nhận and signature
(NĐ 30/2020/NĐ-CP, Điều 25 and Phụ lục I; before it TT 01/2011/TT-BNV, Điều 16). None of it is of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.layout import furniture
from kehoach.layout.printed import Printed
from kehoach.layout.signs import is_body
from kehoach.model.document import Furniture
from kehoach.model.geometry import Box, around
from kehoach.model.page import Line, Page, Word
from kehoach.orthography.fold import bare

_MARKS = frozenset([("SAO", "Y"), ("SAO", "LỤC"), ("TRÍCH", "SAO")])
_DATED = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b")
_HIGHEST = 0.2
"""Share of the first page above which the mark is a stamp on a document's head, and begins no form."""
_ABOVE, _BELOW = 6.0, 4.0
"""How far above the mark, and how far below, the name of who copies may begin beside it, in heights of the mark."""
_CAPITALS = 0.9


def without_copier(page: Page) -> tuple[Page, list[Furniture]]:
    """The page without what its copier printed at its end, and this as one piece."""
    mark = _mark(page)
    if mark is None or not page.width:
        return page, []
    middle = page.width / 2
    names = [box.top for box in _bodies(page, middle) if -_ABOVE <= (box.top - mark.top) / mark.height <= _BELOW]
    first = min(names, default=mark.top), mark.top

    def of_copy(word: Word) -> bool:
        return word.box is not None and word.box.cy >= first[word.box.cx >= middle]

    taken = tuple(word for line in page.lines for word in line.words if of_copy(word))
    kept = (tuple(word for word in line.words if not of_copy(word)) for line in page.lines)
    text = furniture.text_of([Printed(taken, page.number)])
    place = around(word.box for word in taken if word.box is not None)
    return replace(page, lines=tuple(map(Line, filter(None, kept)))), [Furniture("copy_mark", page.number, place, text)]


def _mark(page: Page) -> Box | None:
    """Where the words stand, with a day of its own below them."""
    highest = _HIGHEST * (page.height or 0) if page.number == 1 else 0.0
    for n, line in enumerate(page.lines):
        for one, other in zip(line.words, line.words[1:], strict=False):
            place = around(word.box for word in (one, other) if word.box is not None)
            if (one.text, other.text) not in _MARKS or place is None or place.top < highest:
                continue
            below = (" ".join(word.text for word in under.words) for under in page.lines[n:])
            return place if any(_DATED.search(bare(text)) for text in below) else None
    return None


def _bodies(page: Page, middle: float) -> Iterator[Box]:
    """Where names of bodies in capitals stand in the left column."""
    for line in page.lines:
        left = Printed(tuple(word for word in line.words if word.box is not None and word.box.cx < middle), page.number)
        if left.words and left.capitals >= _CAPITALS and is_body(left) and left.box is not None:
            yield left.box
