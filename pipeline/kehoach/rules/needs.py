"""What a regular expression cannot do without, so that a text without it need not be searched.

Most patterns fire on few paragraphs, and saying so with the pattern itself costs a look at every place of the text.
``needed`` reads from a pattern the words one of which stands in each of its matches; ``Finder`` finds in one pass over
a text (Aho-Corasick) which words of many patterns stand in it, and so which patterns can match at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick import Automaton

_OWN_CASES = re.compile("[İıſẛẞK]")
"""Letters whose small form is not the one that ``re`` compares."""
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_PLACES = (code.AT, code.ASSERT, code.ASSERT_NOT)
"""What says something of a place and takes no letter."""
_FEW = 8
"""Letters of a set that are looked for one by one; a larger set says too little."""


def needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words in small letters of which at least one stands in every match; empty where nothing is needed for sure.

    Of several such sets the one of the longest words: ``(?:sơ|tổng)\\s+kết`` needs "kết", ``quý (?:i|ii)`` "quý ".
    """
    return _needed(parser.parse(pattern.pattern, pattern.flags))


def _needed(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in items:
        if kind is code.LITERAL:
            run += chr(value).lower()
        elif kind not in _PLACES:
            found += [frozenset([run]), _needed_of(kind, value)]
            run = ""
    best = max((*found, frozenset([run])), key=_says)
    return best if any(_says(best)) else frozenset()


def _needed_of(kind: Any, value: Any) -> frozenset[str]:
    """What one part of a pattern needs."""
    if kind is code.SUBPATTERN:
        return _needed(value[-1])
    if kind is code.ATOMIC_GROUP:
        return _needed(value)
    if kind in _REPEATS:
        return _needed(value[2]) if value[0] else frozenset()
    if kind is code.BRANCH:
        parts = [_needed(part) for part in value[1]]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if kind is code.IN and len(value) <= _FEW and all(one is code.LITERAL for one, _ in value):
        return frozenset(chr(letter).lower() for _, letter in value)
    return frozenset()


def _says(words: frozenset[str]) -> tuple[int, int]:
    """How much it says that one of these words is needed: the longer the shortest, the fewer; blanks say nothing."""
    shortest = min((len(word.strip()) for word in words), default=0)
    return (shortest, -len(words)) if shortest else (0, 0)


class Finder:
    """Tells which of several groups of patterns can match in a text: one bit a group, in order."""

    def __init__(self, groups: Sequence[Iterable[re.Pattern[str]]]) -> None:
        self.all = (1 << len(groups)) - 1
        self._always = 0
        owners: dict[str, int] = {}
        for n, group in enumerate(groups):
            for words in map(needed, group):
                if not words:
                    self._always |= 1 << n
                for word in words:
                    owners[word] = owners.get(word, 0) | 1 << n
        self._automaton = Automaton()
        for word, bits in owners.items():
            self._automaton.add_word(word, bits)
        self._automaton.make_automaton()

    def possible(self, text: str) -> int:
        """The bits of the groups with a pattern that may match in the text; those of the others match nowhere in it."""
        if _OWN_CASES.search(text):
            return self.all
        found = self._always
        for _, bits in self._automaton.iter(text.lower()):
            found |= bits
        return found
