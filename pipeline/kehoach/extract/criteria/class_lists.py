"""Classes by points that only those beside them tell: in a list of classes a closed range is no score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.extract.criteria.points import LONE, Band, bands_in
from kehoach.extract.text.paragraphs import Paragraph, paragraphs
from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.rules.needs import Sieve

_SCORES = Sieve(r"\b(?:cộng|trừ|thưởng|phạt|tối đa|(?:được|chấm|cho|tính) (?:từ )?\d)", re.IGNORECASE)
_ENDS = " .,;:-+*•/"


def class_lines(document: Document, outline: Outline) -> dict[int, tuple[Band, ...]]:
    """By their blocks, the lines that name a class with its range of points, in a row of which one range is open ("Vàng:
    từ 95 điểm trở lên", "Bạc: từ 80 đến 94 điểm")."""
    return document.made(_class_lines, outline)


def _class_lines(document: Document, outline: Outline) -> dict[int, tuple[Band, ...]]:
    found: dict[int, tuple[Band, ...]] = {}
    for row in _rows(paragraphs(document, outline)):
        if len(row) > 1 and any(bands_in(line.text) for line in row):
            found.update((line.block, (_whole(line.text),)) for line in row)
    return found


def _rows(lines: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines one after the other each of which is a name with a range."""
    row: list[Paragraph] = []
    for line in lines:
        if LONE.fullmatch(line.text) and _SCORES.search(line.text) is None:
            row.append(line)
            continue
        yield row
        row = []
    yield row


def _whole(text: str) -> Band:
    return Band(len(text) - len(text.lstrip(_ENDS)), len(text.rstrip(_ENDS)))
