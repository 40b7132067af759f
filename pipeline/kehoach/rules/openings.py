"""With which letters the matches of a regular expression can begin, and which of several can match at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from kehoach.rules.expressions import Beside, Choice, Part, Repeat, Said, parts
from kehoach.rules.memory import remember

STRANGE = re.compile(
    r"[^\x00-\u012f\u0132-\u017e\u0180-\u036f\u1e00-\u1e9a\u1e9f-\u1eff\u2000-\u2129\u2190-\u27bf\uf000-\uf0ff]"
)
"""Characters of other scripts, with their digits, and letters whose small form is not the one that ``re`` compares (İ, ı,
ſ, ẛ, ẞ, the sign of Kelvin): where one stands, nothing is said."""
_LETTERS = 3
"""Letters at a place by which patterns are told apart."""
_MANY = 512
"""Beginnings of one part that are told apart; where there are more, fewer letters are looked at."""
_KEPT = 8192

Beginnings = frozenset[str]
_ANY: Beginnings = frozenset([""])


class Patterned(Protocol):
    """A pattern: compiled, or as written."""

    @property
    def pattern(self) -> str: ...

    @property
    def flags(self) -> int: ...

    def __hash__(self) -> int: ...


class Openings:
    """Tells by the letters at a place which of several patterns can match there."""

    def __init__(self, patterns: Iterable[Patterned]) -> None:
        self._beginnings = [_of_pattern(pattern) for pattern in patterns]
        self._of: dict[str, tuple[int, ...]] = {}

    def at(self, text: str, place: int) -> tuple[int, ...]:
        """The numbers of the patterns that may match at this place, in order."""
        letters = text[place : place + _LETTERS]
        if (kept := self._of.get(letters)) is not None:
            return kept
        if len(self._of) > _KEPT:
            self._of.clear()
        self._of[letters] = possible = tuple(self._possible(letters))
        return possible

    def _possible(self, letters: str) -> Iterator[int]:
        every, low = not letters or STRANGE.search(letters) is not None, letters.lower()
        heads = {low[:n] for n in range(len(low) + 1)}
        return (n for n, own in enumerate(self._beginnings) if every or not own.isdisjoint(heads))


def _of_pattern(pattern: Patterned) -> Beginnings:
    """What its matches can begin with, in small letters."""
    key = ("beginnings", pattern.pattern, int(pattern.flags), _LETTERS)
    return remember(key, lambda: frozenset(map(str.lower, beginnings(parts(pattern.pattern, pattern.flags), _LETTERS))))


def beginnings(sequence: Iterable[Part], letters: int) -> Beginnings:
    """What a match of these parts can begin with, so many letters of it at most: each match begins with one of these.
    "" where it may be empty or begin with anything."""
    whole, opened = _sequence(sequence, letters)
    return whole | opened


def _sequence(sequence: Iterable[Part], letters: int) -> tuple[Beginnings, Beginnings]:
    """All that the sequence may be, where that is short; and beginnings behind which something else may stand."""
    whole, opened = _ANY, Beginnings()
    for one in sequence:
        if one is Said.PLACE or isinstance(one, Beside):
            continue
        part, part_opened = _part(one, letters)
        opened |= {(one + more)[:letters] for one in whole for more in part_opened}
        longer = {one + more for one in whole for more in part}
        opened |= {one[:letters] for one in longer if len(one) >= letters}
        whole = frozenset(one for one in longer if len(one) < letters)
        if len(whole) > _MANY:
            return Beginnings(), opened | whole
        if not whole:
            break
    return whole, opened


def _part(part: Part, letters: int) -> tuple[Beginnings, Beginnings]:
    """The same of one part."""
    if isinstance(part, str):
        return frozenset([part]), Beginnings()
    if isinstance(part, frozenset):
        return part, Beginnings()
    if isinstance(part, Choice):
        options = [_sequence(option, letters) for option in part.options]
        return frozenset().union(*(w for w, _ in options)), frozenset().union(*(o for _, o in options))
    if isinstance(part, Repeat):
        whole, opened = _sequence([part.part], letters)
        none = _ANY if not part.least else Beginnings()
        return (whole | none, opened) if part.most == 1 else (none, opened | whole)
    return Beginnings(), _ANY
