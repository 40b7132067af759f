"""Where the characters of a text stand on their pages: found once, so that the place of any span is only looked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kehoach.model.geometry import around
from kehoach.model.page import Word
from kehoach.model.text import Evidence, Text

Run = tuple[int, int, Word]
"""Where the characters of one word begin and end in the text."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row that stand on one printed line, and their place; offsets are those of the text."""

    runs: tuple[Run, ...]
    place: Evidence


class Fragments:
    """The line fragments of a text, in order."""

    def __init__(self, text: Text) -> None:
        self._length = len(text)
        self._all = tuple(map(_fragment, _lines(_runs(text))))
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
        for fragment in self._all[max(bisect_right(self._starts, start) - 1, 0) :]:
            first, last = fragment.runs[0][0], fragment.runs[-1][1]
            if first >= end:
                break
            if start <= first and last <= end:
                yield fragment.place
            elif runs := tuple(
                (max(a, start), min(b, end), word) for a, b, word in fragment.runs if a < end and start < b
            ):
                yield _fragment(runs).place


def _runs(text: Text) -> Iterator[Run]:
    at = 0
    for word, characters in groupby(text.origin):
        begin, at = at, at + len(list(characters))
        if word is not None:
            yield begin, at, word


def _lines(runs: Iterator[Run]) -> Iterator[tuple[Run, ...]]:
    for _, line in groupby(runs, key=lambda run: (run[2].page, run[2].line)):
        yield tuple(line)


def _fragment(runs: Sequence[Run]) -> Fragment:
    box = around([word.box for _, _, word in runs if word.box is not None])
    page = runs[0][2].page if box is not None else None
    return Fragment(tuple(runs), Evidence(page, box, runs[0][0], runs[-1][1]))
