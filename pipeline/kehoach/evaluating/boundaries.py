"""Where sections begin, measured as text segmentation is: F1 counts a heading one line off as wrong twice, these do not.

The lines of the record's text are the units. A boundary stands before every line on which a section (or, for
paragraphs, a section or an item) begins. Boundary similarity is Fournier's (2013) with near misses of one line; WindowDiff is
Pevzner and Hearst's (2002), its window half the mean length of a reference segment. 1 is best for the first, 0 for the second.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kehoach.evaluating.similarity import fold
from kehoach.model.plan import Plan

_NEAR = 1
"""Lines that a boundary may be off and still be a near miss."""
_LIKE = 88
"""Indel ratio in percent at which a line begins as a reference entry does."""
_COMPARED = 40
"""Letters of a heading or an item that are compared."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Counts over one or many documents. ``near`` boundaries are one line off; ``unplaced`` are reference entries whose
    words the text does not hold, which no boundary can stand for; ``wrong`` of ``windows`` disagree in their number."""

    exact: int = 0
    near: int = 0
    missed: int = 0
    extra: int = 0
    unplaced: int = 0
    wrong: int = 0
    windows: int = 0

    @property
    def similarity(self) -> float:
        """Boundary similarity: exact ones count whole, near misses half, of all there are on either side."""
        edits = self.missed + self.extra + self.near
        whole = self.exact + edits
        return 1 - (self.missed + self.extra + 0.5 * self.near) / whole if whole else 1.0

    @property
    def window_diff(self) -> float:
        return self.wrong / self.windows if self.windows else 0.0

    def __add__(self, other: Boundaries) -> Boundaries:
        return Boundaries(
            self.exact + other.exact, self.near + other.near, self.missed + other.missed, self.extra + other.extra,
            self.unplaced + other.unplaced, self.wrong + other.wrong, self.windows + other.windows,
        )  # fmt: skip


def of_sections(gold: Plan, found: Plan) -> Boundaries:
    """Where headings begin."""
    return _measured(found, [s.heading for s in gold.sections], _starts(found, found.sections))


def of_paragraphs(gold: Plan, found: Plan) -> Boundaries:
    """Where headings, numbered paragraphs and bullets begin, in the order of the text."""
    starts = sorted({*_starts(found, found.sections), *_starts(found, found.items)})
    sections = [section.heading for section in gold.sections]
    items = [item.start for item in gold.items]
    lines = _lines(found.text)
    placed = sorted({n for n, _ in _placed(lines, sections)} | {n for n, _ in _placed(lines, items)})
    lost = len(sections) + len(items) - len(placed)
    return _compared(placed, starts, len(lines), max(0, lost))


def _measured(found: Plan, headings: Sequence[str], starts: Sequence[int]) -> Boundaries:
    lines = _lines(found.text)
    placed = [n for n, _ in _placed(lines, headings)]
    return _compared(placed, starts, len(lines), len(headings) - len(placed))


def _compared(gold: Sequence[int], found: Sequence[int], lines: int, unplaced: int) -> Boundaries:
    ours, theirs = set(gold), set(found)
    exact = ours & theirs
    missed, extra = sorted(ours - exact), sorted(theirs - exact)
    near = 0
    for line in list(missed):
        close = next((other for other in extra if abs(other - line) <= _NEAR), None)
        if close is not None:
            near += 1
            missed.remove(line)
            extra.remove(close)
    width = max(2, round(lines / (len(ours) + 1) / 2))
    wrong = windows = 0
    for first in range(max(0, lines - width)):
        inside = [sum(first < b <= first + width for b in side) for side in (ours, theirs)]
        wrong += inside[0] != inside[1]
        windows += 1
    return Boundaries(len(exact), near, len(missed), len(extra), unplaced, wrong, windows)


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _starts(found: Plan, facts: Iterable[object]) -> list[int]:
    """The lines on which facts begin."""
    ends = [-1, *(n for n, letter in enumerate(found.text) if letter == "\n")]
    starts = set()
    for fact in facts:
        places = [e.start for e in getattr(fact, "evidence", ()) if e.start is not None]
        if places:
            starts.add(bisect_right(ends, min(places) - 1) - 1)
    return sorted(starts)


def _placed(lines: Sequence[str], entries: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The line on which each entry begins, in order; entries that no line begins with are left out."""
    folded = [fold(line) for line in lines]
    after = 0
    for entry in entries:
        wanted = fold(entry)[:_COMPARED]
        best = next((n for n in range(after, len(folded)) if _begins(folded[n], wanted)), None)
        if best is not None:
            after = best + 1
            yield best, entry


def _begins(line: str, wanted: str) -> bool:
    """Whether a line begins with these words, perhaps after its label."""
    if not wanted or len(line) < len(wanted) // 2:
        return False
    bare = line.split(" ", 1)[-1]
    return any(fuzz.ratio(one[: len(wanted)], wanted) >= _LIKE for one in (line, bare))
