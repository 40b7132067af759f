"""With which letters the matches of a regular expression can begin, and which of several can match at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Protocol

STRANGE = re.compile(
    r"[^\x00-\u012f\u0132-\u017e\u0180-\u036f\u1e00-\u1e9a\u1e9f-\u1eff\u2000-\u2129\u2190-\u27bf\uf000-\uf0ff]"
)
"""Characters of other scripts, with their digits, and letters whose small form is not the one that ``re`` compares (İ, ı,
ſ, ẛ, ẞ, the sign of Kelvin): where one stands, nothing is said."""
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
PLACES = (code.AT, code.ASSERT, code.ASSERT_NOT)
"""What says something of a place and takes no letter."""
_LETTERS = 3
"""Letters at a place by which patterns are told apart."""
_WIDE = 64
"""Letters of the longest range that is told letter by letter."""
_MANY = 512
"""Beginnings of one part that are told apart; where there are more, fewer letters are looked at."""
_KEPT = 8192
_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""What brackets and bars in a pattern are, and what only looks like one."""
_LEADING = re.compile(r"[^\W_]+(?![?*+{])")
_AGAIN = ("?", "*", "+", "{")

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
        self._beginnings = [frozenset(map(str.lower, _told(pattern))) for pattern in patterns]
        self._of: dict[str, tuple[int, ...]] = {}

    def at(self, text: str, place: int) -> tuple[int, ...]:
        """The numbers of the patterns that may match at this place, in order."""
        letters = text[place : place + _LETTERS]
        if letters not in self._of:
            if len(self._of) > _KEPT:
                self._of.clear()
            self._of[letters] = tuple(self._possible(letters))
        return self._of[letters]

    def _possible(self, letters: str) -> Iterator[int]:
        every, low = not letters or STRANGE.search(letters) is not None, letters.lower()
        heads = {low[:n] for n in range(len(low) + 1)}
        return (n for n, own in enumerate(self._beginnings) if every or not own.isdisjoint(heads))


def _told(pattern: Patterned) -> Iterator[str]:
    """The beginnings of a pattern. Of a list of words, as most vocabularies have it, they are read off: parsing hundreds of
    words takes as long as compiling them."""
    words = _words(pattern.pattern)
    for one in words if words is not None else [pattern.pattern]:
        letters = _LEADING.match(one) if words is not None else None
        if letters is not None:
            yield letters[0][:_LETTERS]
        else:
            yield from beginnings(parser.parse(one, pattern.flags), _LETTERS)


def _words(pattern: str) -> list[str] | None:
    """The alternatives of a pattern that is a list of them with something behind it, "(?:one|two|three)(?!\\w)"; None of any
    other."""
    if not pattern.startswith("(?:") or "(?P" in pattern or "(?(" in pattern:
        return None
    words, depth, at = [], 1, 3
    for mark in _MARK.finditer(pattern, at):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == "|" and depth == 0:
            return None
        if at and ((mark[0] == "|" and depth == 1) or (mark[0] == ")" and depth == 0)):
            words.append(pattern[at : mark.start()])
            at = mark.end() if depth else 0
            if not depth and pattern[mark.end() : mark.end() + 1] in _AGAIN:
                return None
    return words


def beginnings(items: Sequence[tuple[Any, Any]], letters: int) -> Beginnings:
    """What a match of the parsed pattern can begin with, so many letters of it at most: each match begins with one of
    these. "" where it may be empty or begin with anything."""
    whole, opened = _sequence(items, letters)
    return whole | opened


def _sequence(items: Iterable[tuple[Any, Any]], letters: int) -> tuple[Beginnings, Beginnings]:
    """All that the sequence may be, where that is short; and beginnings behind which something else may stand."""
    whole, opened = _ANY, Beginnings()
    for kind, value in items:
        if kind in PLACES:
            continue
        part, part_opened = _part(kind, value, letters)
        opened |= {(one + more)[:letters] for one in whole for more in part_opened}
        longer = {one + more for one in whole for more in part}
        opened |= {one[:letters] for one in longer if len(one) >= letters}
        whole = frozenset(one for one in longer if len(one) < letters)
        if len(whole) > _MANY:
            return Beginnings(), opened | whole
        if not whole:
            break
    return whole, opened


def _part(kind: Any, value: Any, letters: int) -> tuple[Beginnings, Beginnings]:
    """The same of one part."""
    if kind is code.LITERAL:
        return frozenset([chr(value)]), Beginnings()
    if kind is code.IN and (members := _among(value)) is not None:
        return members, Beginnings()
    if kind is code.SUBPATTERN:
        return _sequence(value[-1], letters)
    if kind is code.ATOMIC_GROUP:
        return _sequence(value, letters)
    if kind is code.BRANCH:
        branches = [_sequence(branch, letters) for branch in value[1]]
        return frozenset().union(*(w for w, _ in branches)), frozenset().union(*(o for _, o in branches))
    if kind in REPEATS:
        least, most, inner = value
        whole, opened = _sequence(inner, letters)
        none = _ANY if not least else Beginnings()
        return (whole | none, opened) if most == 1 else (none, opened | whole)
    return Beginnings(), _ANY


def _among(members: Iterable[tuple[Any, Any]]) -> Beginnings | None:
    """The letters of a set; None where they are not told one by one."""
    found = Beginnings()
    for kind, value in members:
        if kind is code.LITERAL:
            found |= {chr(value)}
        elif kind is code.RANGE and value[1] - value[0] < _WIDE:
            found |= frozenset(map(chr, range(value[0], value[1] + 1)))
        elif kind is code.CATEGORY and value is code.CATEGORY_DIGIT:
            found |= frozenset("0123456789")
        else:
            return None
    return found
