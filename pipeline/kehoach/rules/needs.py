"""What a regular expression cannot do without, so that a text without it need not be searched.

Most patterns fire on few paragraphs, and saying so with the pattern itself costs a look at every place of the text: a
search without regard to case takes ten times longer than to ask whether a word stands there. ``needed`` reads from a
pattern words one of which stands in each of its matches. Two things use them: ``Sieve`` is a pattern that looks for its
words first; ``Finder`` finds in one pass over a text (Aho-Corasick) which of many patterns can match at all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from ahocorasick import Automaton

from kehoach.model.keeping import cached_property
from kehoach.rules.expressions import Beside, Choice, Part, Repeat, Said, flat, parts
from kehoach.rules.memory import remember
from kehoach.rules.openings import STRANGE, Openings, Patterned, beginnings

Words = frozenset[str]
"""Words in small letters of which at least one is needed; none where nothing is needed for sure."""

_NOTHING: Words = frozenset([""])
_LITTLE = (0, 0)
_FEW = 12
"""Spellings that are looked for one by one; more say too little."""
_RARE = 2
"""Letters, besides digits and marks, with which the matches of a pattern may begin that is tried only behind these."""
_SETS, _MANY = 2, 24
"""A sieve looks for words of so many sets of so many words."""
_NOWHERE: Iterator[re.Match[str]] = iter(())


class Written(NamedTuple):
    """A pattern that nobody has compiled yet."""

    pattern: str
    flags: int


def needed(pattern: Patterned) -> Words:
    """Of the words that the pattern needs those that say most: ``(?:sơ|tổng)\\s+kết`` needs "kết", ``k[ìỳ]`` one of "kì",
    "kỳ"."""
    return next(iter(all_needed(pattern)), frozenset())


def all_needed(pattern: Patterned) -> tuple[Words, ...]:
    """All that the pattern needs together, what says most first: ``\\d+\\s(?:điểm|xu)`` one of "điểm", "xu", and a digit."""
    return remember(("needed", pattern.pattern, int(pattern.flags)), lambda: _all_needed(pattern))


def _all_needed(pattern: Patterned) -> tuple[Words, ...]:
    said = [words for words in _parts(parts(pattern.pattern, pattern.flags)) if _says(words) > _LITTLE]
    return tuple(sorted(map(_shortest, said), key=_says, reverse=True))


def _shortest(words: Words) -> Words:
    """The words without those that hold another of them; of very many all, since to compare them takes longer than it
    spares."""
    if not 1 < len(words) <= 2 * _MANY:
        return words
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)


def _parts(sequence: Iterable[Part]) -> list[Words]:
    """What is needed by each part of a sequence; letters in a row are one word."""
    found: list[Words] = []
    run = _NOTHING
    for part in flat(sequence):
        spelled = _spelled(part)
        if spelled and len(run) * len(spelled) <= _FEW:
            run = frozenset([word + more for word in run for more in spelled])
        elif isinstance(part, Beside):
            found += _parts(part.sequence)
        elif part is not Said.PLACE:
            lead = _lead(part)
            found += [frozenset([word + lead for word in run]), *([spelled] if spelled else _inner(part))]
            run = _NOTHING
    return [*found, run]


def _lead(part: Part) -> str:
    """The letters with which all begin that stand in a bracket."""
    if not isinstance(part, Choice):
        return ""
    leads = [option[0].lower() if option and isinstance(option[0], str) else "" for option in part.options]
    first, last = min(leads), max(leads)  # what these two share all between them share
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))


def _spelled(part: Part) -> Words:
    """All that a part may be, where these are few; else nothing."""
    if isinstance(part, str):
        return frozenset([part.lower()])
    if isinstance(part, frozenset):
        return frozenset(map(str.lower, part)) if len(part) <= _FEW else frozenset()
    if isinstance(part, Choice) and all(options := [_spelled_out(option) for option in part.options]):
        return frozenset().union(*options)
    return frozenset()


def _spelled_out(sequence: Iterable[Part]) -> Words:
    """All that a sequence may be, where these are few; else nothing."""
    made = _NOTHING
    for part in sequence:
        if not isinstance(part, Beside) and part is not Said.PLACE:
            spelled = _spelled(part)
            if not 0 < len(made) * len(spelled) <= _FEW:
                return frozenset()
            made = frozenset([word + more for more in spelled for word in made])
    return made


def _inner(part: Part) -> list[Words]:
    """What is needed by a part that holds others."""
    if isinstance(part, Repeat):
        return _parts([part.part]) if part.least else []
    if not isinstance(part, Choice):
        return []
    branches = [max(_parts(option), key=_says) for option in part.options]
    return [frozenset().union(*branches)] if all(_says(words) > _LITTLE for words in branches) else []


def _says(words: Words) -> tuple[int, int]:
    """How much it says that one of these words is needed: the longer the shortest, the fewer; blanks say nothing."""
    shortest = min([len(word.strip()) for word in words], default=0)
    return (shortest, -len(words)) if shortest else _LITTLE


@lru_cache(maxsize=4096)
def _small(text: str) -> str | None:
    """The text in small letters; None where they are not what ``re`` compares without regard to case."""
    return None if STRANGE.search(text) else text.lower()


class Sieve:
    """A pattern that is tried only on texts that hold what it needs, and, where its matches begin with a digit, a mark or
    one of few letters, only at these. It says what the pattern alone would say."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compiled when it is first needed: a command loads many patterns that its plan never asks for."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _needs(self) -> tuple[Words, ...]:
        return tuple(words for words in all_needed(Written(self.pattern, self.flags))[:_SETS] if len(words) <= _MANY)

    @cached_property
    def _starts(self) -> re.Pattern[str] | None:
        """The letters with which a match begins, where these are few and ``re`` would not look for them itself."""
        letters = remember(("starts", self.pattern, int(self.flags)), lambda: _starts(self.pattern, self.flags))
        return re.compile(f"[{re.escape(letters)}]") if letters else None

    def may_match(self, text: str) -> bool:
        """False only where the pattern matches nowhere in the text."""
        low = _small(text)
        return low is None or not self._lacks(low)

    def _lacks(self, low: str) -> bool:
        """Whether none of the words of a set stands in a text in small letters."""
        for words in self._needs:
            for word in words:
                if word in low:
                    break
            else:
                return True
        return False

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """At one place of the text: no slower than to ask what stands in all of it."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        low = _small(text)
        if low is not None:
            if self._lacks(low):
                return None
            if self._starts is not None:
                return next(self._at_starts(self._starts, text, start, end), None)
        return self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        low = _small(text)
        if low is not None:
            for words in self._needs:  # as in _lacks, which most calls come to and which takes as long to call
                for word in words:
                    if word in low:
                        break
                else:
                    return _NOWHERE
            if self._starts is not None:
                return self._at_starts(self._starts, text, start, end)
        return self.compiled.finditer(text, start, end)

    def _at_starts(self, starts: re.Pattern[str], text: str, at: int, end: int) -> Iterator[re.Match[str]]:
        match = self.compiled.match
        for begin in starts.finditer(text, at, end):
            place = begin.start()
            if place >= at and (found := match(text, place, end)) is not None:
                yield found
                at = found.end()

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(new, text) if self.may_match(text) else text


def _starts(pattern: str, flags: int) -> str:
    """The letters to look for where a pattern is tried only at these; none where it is tried everywhere."""
    sequence = parts(pattern, flags)
    letters = beginnings(sequence, 1)
    case = bool(flags & re.IGNORECASE) or "(?i" in pattern
    own = bool(sequence) and isinstance(sequence[0], str | frozenset) and not case
    if "" in letters or own or sum(map(str.isalpha, letters)) > _RARE:
        return ""
    both = {*letters, *map(str.lower, letters), *map(str.upper, letters)} if case else letters
    return "".join(sorted(both))


class Finder:
    """Tells which of several groups of patterns can match in a text: one bit a group, in order."""

    def __init__(self, groups: Sequence[Iterable[Patterned]]) -> None:
        self.all = (1 << len(groups)) - 1
        self._always = self._always_inside = 0
        owners: dict[str, tuple[int, int]] = {}
        first: list[tuple[int, Patterned]] = []
        for n, pattern in ((n, pattern) for n, group in enumerate(groups) for pattern in group):
            bit, words = 1 << n, needed(pattern)
            inside = 0 if _at_beginning(pattern) else bit
            if not inside:
                first.append((bit, pattern))
            if not words:
                self._always |= bit
                self._always_inside |= inside
            for word in words:
                every, others = owners.get(word, (0, 0))
                owners[word] = every | bit, others | inside
        self._automaton = Automaton()
        for word, bits in owners.items():
            self._automaton.add_word(word, bits)
        self._automaton.make_automaton()
        self._first = tuple(bit for bit, _ in first)
        self._openings = Openings(pattern for _, pattern in first)

    def possible(self, text: str) -> int:
        """The bits of the groups with a pattern that may match in the text or a part of it; those of the others match
        nowhere in it."""
        low = _small(text)
        if low is None:
            return self.all
        found = self._always
        for _, (bits, _) in self._automaton.iter(low):
            found |= bits
        return found

    def likely(self, text: str) -> int:
        """The same of the text as a whole: a pattern that matches at its beginning only may match where it begins so."""
        low = _small(text)
        if low is None:
            return self.all
        every, inside = self._always, self._always_inside
        for _, (bits, others) in self._automaton.iter(low):
            every |= bits
            inside |= others
        if every:
            for n in self._openings.at(text, 0):
                inside |= self._first[n] & every
        return inside


def _at_beginning(pattern: Patterned) -> bool:
    """Whether it matches at the beginning of a text only."""
    if not pattern.pattern.startswith("^") or pattern.flags & re.MULTILINE:
        return False
    key = ("at the beginning", pattern.pattern, int(pattern.flags))
    return remember(key, lambda: parts(pattern.pattern, pattern.flags)[0] is Said.PLACE)
