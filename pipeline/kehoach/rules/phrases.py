"""The phrases of administrative writing as pairs and triples of neighbouring syllables."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kehoach.orthography.fold import bare, fold

FILE = Path(__file__).parent / "data" / "phrases.txt"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Phrases:
    """Known neighbours, folded and in lower case; commas within a phrase left out.

    ``by_letters`` gives, for letters without diacritics, the syllables of the phrases that are written with them;
    ``compounds`` are the phrases of just two syllables. ``before`` and ``after`` count how many different syllables stand before and after one.
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]
    by_letters: dict[str, tuple[str, ...]]
    before: Counter[str]
    after: Counter[str]
    compounds: frozenset[tuple[str, str]] = frozenset()

    def company(self, one: str, other: str) -> int:
        """How many other syllables the choosier one of a pair stands with: small for "tinh thần", large for "các sở"."""
        return min(self.before[other], self.after[one])


@lru_cache(maxsize=1 << 14)
def normal(word: str) -> str:
    """A word as the phrases hold it."""
    return unicodedata.normalize("NFC", fold(word)).lower()


def read(lines: Iterable[str]) -> Phrases:
    words, pairs, triples = set[str](), set[tuple[str, str]](), set[tuple[str, str, str]]()
    compounds = set[tuple[str, str]]()
    for line in lines:
        if line.startswith("#"):
            continue
        for phrase in line.split(","):
            found = [normal(word) for word in _WORD.findall(phrase)]
            words.update(found)
            pairs.update(itertools.pairwise(found))
            compounds.update(itertools.pairwise(found) if len(found) == 2 else ())
            triples.update(zip(found, found[1:], found[2:], strict=False))
    letters: dict[str, list[str]] = {}
    for word in sorted(words):
        letters.setdefault(bare(word), []).append(word)
    by_letters = {key: tuple(found) for key, found in letters.items()}
    before, after = Counter(other for _, other in pairs), Counter(one for one, _ in pairs)
    return Phrases(
        frozenset(words), frozenset(pairs), frozenset(triples), by_letters, before, after, frozenset(compounds)
    )


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The program's own phrases."""
    return read(FILE.read_text(encoding="utf-8").splitlines())
