"""Where the characters of a text stand on their pages: found once, so that the place of any span is only looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import is_not, itemgetter

from kehoach.model.geometry import around
from kehoach.model.page import Word
from kehoach.model.text import Evidence, Text

Run = tuple[int, int, Word]
"""Where the characters of one word begin and end in the text."""
_begin = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row that stand on one printed line, and their place; offsets are those of the text."""

    runs: tuple[Run, ...]
    place: Evidence


class Fragments:
    """The line fragments of a text, in order."""

    def __init__(self, text: Text) -> None:
        self._length = len(text)
        self._all = tuple(Fragment(tuple(runs), _place(runs)) for runs in _lines(_runs(text)))
        self._starts = [fragment.runs[0][0] for fragment in self._all]

    def places(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The line fragments that ``[start, end)`` was read from, in order; the first and the last may be part of one.

        Raises:
            ValueError: the span is empty or runs out of the text.
        """
        if not 0 <= start < end <= self._length:
            raise ValueError(f"span {start}..{end} in a text of {self._length} characters")
        return tuple(self._within(start, end)) or (Evidence(None, None, start, end),)

    def _within(self, start: int, end: int) -> Iterator[Evidence]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        for fragment in self._all[first : bisect_left(self._starts, end)]:
            place, runs = fragment.place, fragment.runs
            if start <= runs[0][0] and runs[-1][1] <= end:
                yield place
                continue
            near = runs[max(bisect_right(runs, start, key=_begin) - 1, 0) : bisect_left(runs, end, key=_begin)]
            if cut := [(max(a, start), min(b, end), word) for a, b, word in near if start < b]:
                yield _place(cut)


def _runs(text: Text) -> Iterator[Run]:
    origin = text.origin
    others = compress(count(1), map(is_not, origin, origin[1:]))  # where another word begins
    for begin, end in pairwise((0, *others, len(origin))):
        if begin < end and (word := origin[begin]) is not None:
            yield begin, end, word


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if line and (run[2].line != line[-1][2].line or run[2].page != line[-1][2].page):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _place(runs: Sequence[Run]) -> Evidence:
    box = around([word.box for _, _, word in runs if word.box is not None])
    page = runs[0][2].page if box is not None else None
    return Evidence(page, box, runs[0][0], runs[-1][1])
