"""Words with places -> visual lines, left to right and from the top of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kehoach.model.geometry import Box
from kehoach.model.page import Line, Word

WIDE_GAP = 3.0
"""A gap of this many letter heights (about 40 points in 13-point type) parts columns: no justified line has one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A word and the line it stands on: ``baseline`` and ``size`` in points."""

    word: Word
    box: Box
    baseline: float
    size: float


def by_baseline(words: Sequence[Standing]) -> list[Line]:
    """Lines of a text layer, where baselines are exact. Small raised or lowered signs join the line they touch."""
    rows: list[list[Standing]] = []
    small: list[Standing] = []
    typical = _median([word.size for word in words])
    for word in sorted(words, key=lambda word: word.baseline):
        if word.size < 0.75 * typical:
            small.append(word)
        elif rows and abs(word.baseline - rows[-1][-1].baseline) <= 0.12 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [part for row in rows for part in _columns(row)]
    for word in small:
        _attach(lines, word)
    return numbered([[standing.word for standing in _sorted(line)] for line in lines])


def _attach(lines: list[list[Standing]], word: Standing) -> None:
    """A small word joins the line whose words it touches; with none near it is a line, or joins one, of small ones."""
    for line in lines:
        near = [w for w in line if w.box.x0 - w.size <= word.box.cx <= w.box.x1 + w.size]
        if any(w.baseline - 0.9 * w.size <= word.box.cy <= w.baseline + 0.3 * w.size for w in near):
            line.append(word)
            return
    lines.append([word])


def _sorted(row: Iterable[Standing]) -> list[Standing]:
    return sorted(row, key=lambda word: word.box.x0)


def _columns(row: Sequence[Standing]) -> list[list[Standing]]:
    """A row of words parted at gaps too wide for one line of text."""
    parts: list[list[Standing]] = []
    for word in _sorted(row):
        if parts and word.box.x0 - max(w.box.x1 for w in parts[-1]) <= WIDE_GAP * max(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def numbered(rows: Iterable[Sequence[Word]], start: int = 0) -> list[Line]:
    """Lines from the top of the page, their words numbered with the line they stand on."""
    made = [list(row) for row in rows if row]
    made.sort(key=_top)
    return [Line(tuple(replace(word, line=number) for word in row)) for number, row in enumerate(made, start)]


def _top(row: Sequence[Word]) -> tuple[float, float]:
    boxes = [word.box for word in row if word.box is not None]
    if not boxes:
        return 0.0, 0.0
    return round(_median([box.cy for box in boxes]), 1), min(box.x0 for box in boxes)


def split(words: Sequence[Word], size: float) -> list[list[Word]]:
    """The words of one recognized line, left to right, parted at gaps too wide for one line of text."""
    parts: list[list[Word]] = []
    right = 0.0
    for word in sorted(words, key=lambda word: word.box.x0 if word.box else 0.0):
        box = word.box or Box(0, 0, 0, 0)
        if parts and box.x0 - right <= WIDE_GAP * size:
            parts[-1].append(word)
        else:
            parts.append([word])
        right = max(right, box.x1) if parts[-1][0] is not word else box.x1
    return parts


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0
