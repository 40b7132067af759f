"""The text area of a page: its margins, the distance of its lines and the indent of its paragraphs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from kehoach.layout.rows import Row

_NEAR = 6.0
_TOGETHER = 0.35
_BULLET = 14.0
"""Points that a bullet takes with its blank; it is no part of a line's sure words."""
_LONG = 0.55
"""A row wider than this share of the page is a line of running text."""


@dataclass(frozen=True)
class Frame:
    """Margins in points; ``pitch`` from line to line; ``first`` is how far first lines are indented (0: not at all)."""

    left: float
    right: float
    pitch: float
    first: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def centred(self, x0: float, x1: float) -> bool:
        """Whether a line from x0 to x1 stands in the middle, clear of both margins."""
        left, right = x0 - self.left, self.right - x1
        return left > 20 and right > 20 and abs(left - right) < max(14.0, 0.12 * (left + right))

    def centred_with_indent(self, x0: float, x1: float) -> bool:
        """Whether a heading is centred, but moved right by the indent that its paragraph style gives first lines."""
        left, right = x0 - self.left, self.right - x1
        return self.first > 8 and right > 12 and left > self.first + 12 and abs(left - right - self.first) < 10

    def at_first(self, x0: float) -> bool:
        """Whether x0 is where the first lines of paragraphs begin."""
        return self.first > 8 and abs(x0 - self.left - self.first) < 6


def frame(rows: Sequence[Row], width: float) -> Frame | None:
    """The frame of a page with enough running text to tell it, else None. Doubtful words at the ends do not count."""
    sure = [known for row in rows if (known := _sure(row)) is not None]
    long = [row for row in sure if row.box.width > _LONG * width]
    if len(long) < 4:
        return None
    left = _low([row.box.x0 for row in (*long, *_last_lines(sure, long))])
    right = _most([row.box.x1 for row in long])
    pitches = [b.middle - a.middle for a, b in itertools.pairwise(sure) if a in long and b in long]
    close = [p for p in pitches if p < 3 * long[0].height] or [1.5 * median(row.height for row in long)]
    indents = Counter(round((row.box.x0 - left) / 3) for row in sure if 8 < row.box.x0 - left < 0.2 * width)
    first = 0.0
    if indents:
        bin_, count = max(indents.items(), key=lambda entry: (entry[1], -entry[0]))
        first = 3.0 * bin_ if count >= 2 else 0.0
    return Frame(left, right, median(close), first)


def _last_lines(rows: Sequence[Row], long: Sequence[Row]) -> Iterator[Row]:
    """Short rows right below long ones that begin left of them: a page of paragraphs of two lines has its margin there."""
    for above, row in itertools.pairwise(rows):
        near = row.middle - above.middle < 3 * above.height
        if above in long and row not in long and near and row.box.x0 < above.box.x0 - _NEAR:
            yield row


def _sure(row: Row) -> Row | None:
    """The row from the first to the last word that was read with some confidence; None where there is none."""
    known = [n for n, word in enumerate(row.words) if word.confidence >= 0.7 and any(map(str.isalnum, word.text))]
    if not known:
        return None
    whole = known[-1] - known[0] + 1 == len(row.words)
    return row if whole else Row(row.words[known[0] : known[-1] + 1])


def typical(frames: Iterable[Frame | None]) -> Frame | None:
    """The frame of the document, for its pages that show none."""
    known = [f for f in frames if f is not None]
    if not known:
        return None
    return Frame(*(median(getattr(f, name) for f in known) for name in ("left", "right", "pitch", "first")))


def settled(own: Frame, usual: Frame | None, rows: Sequence[Row]) -> Frame:
    """The frame of a page whose long lines all begin paragraphs: their indent looks like its margin. The margin is that of
    the other pages (``usual``), where some of its rows begin there."""
    if usual is None or usual.first <= 8 or not -_NEAR < own.left - usual.left - usual.first < _BULLET:
        return own
    at_margin = any(abs(row.box.x0 - usual.left) < _NEAR for row in rows)
    return replace(own, left=usual.left, first=usual.first) if at_margin else own


def _low(values: Sequence[float]) -> float:
    """The smallest of the values that at least a seventh of them (and three) share within 6 points."""
    ordered = sorted(values)
    for value in ordered:
        near = [other for other in ordered if value <= other <= value + _NEAR]
        if len(near) >= max(3, len(ordered) / 7):
            return median(near)
    return ordered[0]


def _most(values: Sequence[float]) -> float:
    """The middle of the 6 points that hold most of the values, the rightmost of such; the farthest but one where hardly any
    lie together, as in lines that are not stretched to the margin."""
    ordered = sorted(values)
    best: list[float] = []
    for value in ordered:
        window = [other for other in ordered if value <= other <= value + _NEAR]
        best = window if len(window) >= len(best) else best
    return median(best) if len(best) > _TOGETHER * len(ordered) else ordered[-2]
