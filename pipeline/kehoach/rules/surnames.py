"""Surnames, by which names of people are told, one that lost a mark too ("Nguyên Văn Tám")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kehoach.orthography.fold import bare

FILE = Path(__file__).parent / "data" / "surnames.txt"
_MARK = re.compile(r"^#.*$", re.MULTILINE)
"""The line above each group of surnames."""


def misread(word: str) -> str | None:
    """The surname of the same letters as a word in small letters, where that is no surname itself: the common one, or
    the only one by which names are told."""
    return None if is_surname(word) else _surnames().meant.get(bare(word))


def beheaded(word: str) -> str | None:
    """The common surname that a word in small letters is without its first letter ("guyễn"); None where none is or
    several are."""
    common = _surnames().common.values()
    for tail in (lambda name: name[1:] == word, lambda name: bare(name)[1:] == bare(word)):
        found = list(filter(tail, common))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def is_surname(word: str) -> bool:
    """Whether a word in small letters is a surname."""
    return word in _surnames().all


def is_common(word: str) -> bool:
    """Whether a word in small letters is one of the surnames that most people bear."""
    return _surnames().common.get(bare(word)) == word


def begins_name(word: str) -> bool:
    """Whether a word, whatever its marks and letters, is a surname by which a row of capitals is told to be a name."""
    return bare(word) in _surnames().telling


@dataclass(frozen=True)
class _Surnames:
    """``common``, and all that a word without marks can be ``meant`` for, by their letters without marks; ``telling``
    without marks too."""

    common: Mapping[str, str]
    meant: Mapping[str, str]
    telling: frozenset[str]
    all: frozenset[str]


@lru_cache(maxsize=1)
def _surnames() -> _Surnames:
    groups = [group.split() for group in _MARK.split(FILE.read_text(encoding="utf-8")) if group.strip()]
    common, telling = {bare(name): name for name in groups[0]}, groups[0] + groups[1]
    often = Counter(map(bare, telling))
    meant = {bare(name): name for name in telling if often[bare(name)] == 1} | common
    return _Surnames(
        common, meant, frozenset(map(bare, telling)), frozenset(name for group in groups for name in group)
    )
