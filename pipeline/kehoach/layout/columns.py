"""Letterhead and foot stand in columns side by side: where the gutter runs, and each column's lines in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kehoach.layout.noise import BULLET
from kehoach.layout.rows import Row, box
from kehoach.layout.signs import UNION_NAME
from kehoach.model.page import Word
from kehoach.orthography.fold import bare
from kehoach.rules.needs import Sieve

_MOTTO_START = Sieve(
    r"(?P<state>c[o0]ng h\S{1,3} x\S h|c[o0]ng h\S{1,3}xa|dang cong san viet)|doc lap\W{1,4}t\w{0,2}\W?\s?d"
)
_AT_RIGHT = Sieve(rf"\bngay\b.{{0,12}}\bthang\b.{{0,12}}\bnam\b|{UNION_NAME}")
_WIDE = 1.5
"""Heights of a line that part two columns."""
_CAPITALS = 0.7
"""Share of capitals in the name of the State or the Party in a letterhead; running text names them too."""
_REACH = 90.0
"""Points that the gutter of one row may lie from that of its neighbours (a date line is often wider than the motto)."""
_STEP = 3.0
_CROSSED = 5
"""One row in so many may cross a corridor."""
_LEAST_ROWS = 2
"""Lines of each of three columns: a post and a name at least."""
_CORRIDOR = 9.0
"""Points of free room from top to bottom that part two columns."""


@dataclass(frozen=True)
class Band:
    """Rows whose words stand in columns; ``gutters`` are the places between them from left to right."""

    rows: tuple[Row, ...]
    gutters: tuple[float, ...]

    def columns(self) -> list[list[Row]]:
        """The lines of each column, from left to right, top to bottom."""
        parts: list[list[Row]] = [[] for _ in range(len(self.gutters) + 1)]
        for row in self.rows:
            rest: Row | None = row
            for n, gutter in enumerate(self.gutters):
                if rest is None:
                    break
                left, rest = _cut(rest, gutter)
                if left is not None:
                    parts[n].append(left)
            if rest is not None:
                parts[-1].append(rest)
        return parts


def letterhead(rows: Sequence[Row]) -> Band | None:
    """The band of these rows, which stand above the title; None where no motto tells the columns."""
    for row in rows:
        at = motto_at(row)
        if at is not None:
            return _parted(rows, row, at)
    return None


def motto_at(row: Row) -> int | None:
    """The word of a row with which the State's name and motto begin, or the Party's name in their place."""
    found = _MOTTO_START.search(bare(row.text))
    if found is None or (found["state"] and _capitals(row.text[found.start() :]) < _CAPITALS):
        return None
    return len(row.text[: found.start()].split())


def without_motto(rows: Sequence[Row]) -> Band | None:
    """The same where the date, or the name of the Youth Union, stands apart at the right and no motto does."""
    for row in rows:
        found = _AT_RIGHT.search(bare(row.text))
        if found is None:
            continue
        named = len(row.text[: found.start()].split())
        wide = [n for n, a, b in row.gaps if n <= named and b - a > _WIDE * row.height]
        at = wide[-1] if wide else 0
        placed = not any(letter.isdigit() for word in row.words[at:named] for letter in word.text)
        alone = all(other is row or other.box.x0 + _REACH < row.box.x0 for other in rows)
        if placed and (wide or (alone and len(rows) > 1)):
            return _parted(rows, row, at)
    return None


def _parted(rows: Sequence[Row], row: Row, at: int) -> Band | None:
    """The band whose right column begins with a word of one of its rows."""
    if at == 0:
        others = [box(w).x1 for r in rows for w in r.words if box(w).x1 < box(row.words[0]).x0 + 12]
        return Band(tuple(rows), ((max(others) + box(row.words[0]).x0) / 2,)) if others else None
    return Band(tuple(rows), ((box(row.words[at - 1]).x1 + box(row.words[at]).x0) / 2,))


def _capitals(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0.0


def foot(rows: Sequence[Row], width: float) -> Band:
    """The band of the rows of a foot. Its gutters are corridors that no sure word crosses, or hardly any row: a line
    of print at the bottom of the page may run below both columns."""
    for crossed in range(1 + len(rows) // _CROSSED):
        widest = _corridors(rows, width, crossed)
        if not widest:
            continue
        band = Band(tuple(rows), tuple(sorted(widest)))
        if len(widest) > 1 and any(len(column) < _LEAST_ROWS for column in band.columns()):
            band = Band(tuple(rows), widest[:1])  # room within one line of a signature
        right = band.columns()[-1]
        if len(right) == 1 and right[0].text[:1].islower():
            continue  # room where recognition lost a word of an entry
        return band
    return Band(tuple(rows), ())


def _sure(word: Word) -> bool:
    return word.confidence >= 0.5 and any(map(str.isalnum, word.text)) and box(word).width < 200


def _corridors(rows: Sequence[Row], width: float, crossed: int) -> tuple[float, ...]:
    """Middles of the widest corridors, the widest first (two at most, one where any is crossed), in the inner part of the
    page that at most so many rows cross."""
    spans = [[(box(w).x0, box(w).x1) for w in row.words if _sure(w)] for row in rows]
    steps = [0.2 * width + _STEP * n for n in range(int(0.65 * width / _STEP))]
    crossing = Counter(n for row in spans for n in {n for a, b in row for n in _between(steps, a - 1, b + 1)})
    free = [x for n, x in enumerate(steps) if crossing[n] <= crossed]
    runs: list[list[float]] = []
    for x in free:
        if runs and x - runs[-1][-1] < 1.5 * _STEP:
            runs[-1].append(x)
        else:
            runs.append([x])
    outer = (
        min((a for row in spans for a, _ in row), default=0.0),
        max((b for row in spans for _, b in row), default=0.0),
    )
    inner = [run for run in runs if run[-1] - run[0] >= _CORRIDOR and outer[0] < run[0] and run[-1] < outer[1]]
    widest = sorted(inner, key=lambda run: run[0] - run[-1])[: 1 if crossed else 2]
    return tuple((run[0] + run[-1]) / 2 for run in widest)


def _between(steps: Sequence[float], low: float, high: float) -> range:
    """The numbers of the steps between two places."""
    return range(bisect_right(steps, low), bisect_left(steps, high))


def _cut(row: Row, gutter: float) -> tuple[Row | None, Row | None]:
    """The row's words left and right of the gutter: cut at the widest gap near it, else by the words' middles."""
    if row.box.x1 <= gutter:
        return row, None
    if row.box.x0 >= gutter:
        return None, row
    wide = 1.6 * median(max(b - a, 0.0) for _, a, b in row.gaps) if len(row.words) > 1 else 0.0
    crossing = [(b - a, n) for n, a, b in row.gaps if a - 2 <= gutter <= b + 2]
    if crossing and max(crossing)[0] >= 5:
        return row.cut(max(crossing)[1])
    near = [(b - a, n) for n, a, b in row.gaps if abs((a + b) / 2 - gutter) <= _REACH and b - a > max(5, wide)]
    if near and max(near)[0] > 0.8 * row.height:
        return row.cut(max(near)[1])
    if len(row.words) > 2 and max(b - a for _, a, b in row.gaps) <= max(5, wide):
        entry = BULLET.match(row.words[0].text) is not None
        return (row, None) if entry or row.box.cx < gutter else (None, row)  # one text that runs over the gutter
    left = [word for word in row.words if box(word).cx < gutter]
    if not left or len(left) == len(row.words):
        return (row, None) if row.box.cx < gutter else (None, row)
    return row.cut(len(left))
