"""Where in the line of a cell another name begins without a mark before it, for its line ends were lost: people one after
the other ("Lý A Páo Vàng Thị Mỷ"), bodies of one kind ("Tổ Toán Tổ Văn")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.posts import is_name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve
from kehoach.rules.surnames import begins_name

_CAPITALS = re.compile(rf"[{UPPER}][^\W\d_]*(?:\s+[^\W\d_]+)+")
_TITLE = Sieve(r"(?<!\S)(?:[Đđ]/?c|[Đđ]ồng\s+chí|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|BS|ThS|TS|CN|KS)\.?\s+(?=[^\W\d_a-z])")
_WORD = re.compile(r"\S+")
_FEWEST = 6
"""Syllables from which on a row of names is more than one."""
_COST = {2: 2, 3: 0, 4: 1, 5: 4}
"""How unlikely a name of so many syllables is."""


def run_on_names(text: str, start: int, end: int, grammar: UnitGrammar) -> Iterator[int]:
    """Where in the stretch of folded text further names begin."""
    titles = [title.start() for title in _TITLE.finditer(text, start, end)] if _TITLE.match(text, start, end) else []
    yield from titles[1:]
    if not titles:
        words = [(word.start(), word[0]) for word in _WORD.finditer(text, start, end)]
        yield from _people(words) or _of_one_kind(text, words, grammar)


def _people(words: list[tuple[int, str]]) -> list[int]:
    """Where people's names begin behind the first, in a row that holds nothing but names."""
    row = tuple(word for _, word in words)
    if len(row) < _FEWEST or not begins_name(row[0]) or not _CAPITALS.fullmatch(" ".join(row)):
        return []
    cut = _cheapest(row)
    return [words[n][0] for n in cut[1][1:]] if cut is not None else []


@lru_cache(maxsize=64)
def _cheapest(row: tuple[str, ...]) -> tuple[int, tuple[int, ...]] | None:
    """The likeliest cut of the row into names: its cost, and where each begins; None where there is none."""
    best: list[tuple[int, tuple[int, ...]] | None] = [(0, ())]
    for end in range(1, len(row) + 1):
        found = [
            (before[0] + cost, (*before[1], end - size))
            for size, cost in _COST.items()
            if size <= end and (before := best[end - size]) is not None and begins_name(row[end - size])
            and is_name(" ".join(row[end - size : end]))
        ]  # fmt: skip
        best.append(min(found, default=None))
    return best[-1]


def _of_one_kind(text: str, words: list[tuple[int, str]], grammar: UnitGrammar) -> list[int]:
    """Where bodies of the kind that the line begins with begin again: one of them belongs to no other."""
    kind, after = (words[0][1], words[1][1]) if len(words) > 1 else ("", "")
    if not kind[:1].isupper() or kind.isupper() or after in ("trưởng", "phó"):
        return []
    if not grammar.begins(lowered(text), words[0][0]):
        return []
    again = [n for n, (_, word) in enumerate(words) if word == kind and n > 1 and not _LISTS.match(words[n - 1][1])]
    parted = [b - a for a, b in zip([0, *again], [*again, len(words)], strict=True)]
    return [words[n][0] for n in again if grammar.begins(lowered(text), words[n][0])] if min(parted) > 1 else []


_LISTS = Sieve(r"(?:các|những|mỗi|từng|và|với|cùng|của|thuộc|phó|quyền)$", re.IGNORECASE)
"""A word behind which a name goes on, or one of several is meant."""
_CODE = re.compile(r"[A-ZĐ]{2,8}(?:-[A-ZĐ]{1,4})?|TTra|[A-ZĐ]\d{1,2}|\d{1,2}[A-ZĐ]\d{0,2}")
_COMMA = re.compile(r"\s*[,/]\s*|\s+(?:và|&)\s+")


def codes_apart(text: str, name: Name) -> Iterator[Name]:
    """The name, or each of those in short of which it is a list, whatever they stand for: "BGH, TTCM, GV"."""
    at, found = name.start, list[Name]()
    for mark in (*_COMMA.finditer(text, name.start, name.end), None):
        end = mark.start() if mark is not None else name.end
        if _CODE.fullmatch(text, at, end) is None:
            break
        found.append(Name(at, end))
        at = mark.end() if mark is not None else end
    yield from found if len(found) > 1 and found[-1].end == name.end and not name.head else [name]
