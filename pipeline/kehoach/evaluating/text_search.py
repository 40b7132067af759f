"""The passage of a text that is nearest to a pattern, wherever it stands, by semi-global edit distance."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """The half-open passage ``[start, end)`` of the text and its Levenshtein distance from the pattern."""

    start: int
    end: int
    distance: int


def nearest(pattern: str, text: str) -> Match:
    """The first passage of ``text`` with the smallest distance from ``pattern``, by insertions, deletions and
    substitutions; of exact passages the first that is no part of longer words, where there is one."""
    whole = re.search(rf"(?<!\w){re.escape(pattern)}(?!\w)", text)
    at = whole.start() if whole else text.find(pattern)
    if at >= 0:
        return Match(at, at + len(pattern), 0)
    distance, end = _end(pattern, text)
    return Match(_start(pattern, text, end, distance), end, distance)


def _end(pattern: str, text: str) -> tuple[int, int]:
    """The smallest distance, and where the first passage ends that has it (a wrong last letter is part of it).

    Bit-parallel dynamic programming (Myers, A fast bit-vector algorithm for approximate string matching, JACM 46(3),
    1999): one column of the table is one whole number, however long the pattern is.
    """
    places: dict[str, int] = {}
    for n, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << n
    mask, last = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    up, down, score = mask, 0, len(pattern)
    best, end = score, 0
    for n, character in enumerate(text, 1):
        equal = places.get(character, 0)
        vertical = equal | down
        horizontal = (((equal & up) + up) ^ up) | equal
        more, less = down | (~(horizontal | up) & mask), up & horizontal
        score += 1 if more & last else -1 if less & last else 0
        more, less = (more << 1) & mask, (less << 1) & mask
        up, down = less | (~(vertical | more) & mask), more & vertical
        if score < best or (score == best and end == n - 1):
            best, end = score, n
    return best, end


def _start(pattern: str, text: str, end: int, distance: int) -> int:
    """Where the passage begins; of several beginnings the one whose length is nearest to the pattern's."""
    from rapidfuzz.distance import Levenshtein

    middle = end - len(pattern)
    for step in range(distance + 1):
        for start in {middle + step, middle - step}:
            if 0 <= start <= end and Levenshtein.distance(pattern, text[start:end]) == distance:
                return start
    return max(0, middle)
