"""The phrases of administrative writing as pairs and triples of neighbouring syllables."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kehoach.orthography.fold import bare, fold
from kehoach.rules.places import places

FILE = Path(__file__).parent / "data" / "phrases.txt"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Phrases:
    """Known neighbours, folded and in lower case; commas within a phrase left out.

    ``by_letters`` gives, for letters without diacritics, the syllables of phrases and names that are written with them;
    ``compounds`` are the phrases of just two syllables. ``before`` and ``after`` hold the
    different syllables that stand before and after one.
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]
    by_letters: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    compounds: frozenset[tuple[str, str]] = frozenset()
    named: frozenset[tuple[str, str, str]] = frozenset()
    """What kind of place, and the first two syllables of its name ("tỉnh Hà Giang")."""

    def company(self, one: str, other: str) -> int:
        """How many other syllables the choosier one of a pair stands with: small for "tinh thần", large for "các sở"."""
        return min(len(self.before.get(other, ())), len(self.after.get(one, ())))


@lru_cache(maxsize=1 << 14)
def normal(word: str) -> str:
    """A word as the phrases hold it."""
    return unicodedata.normalize("NFC", fold(word)).lower()


def read(lines: Iterable[str], places: Iterable[tuple[str, str]] = ()) -> Phrases:
    """The phrases of the lines, and the names of places: each with what kind of place it is."""
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
    called, named = set[str](), set[tuple[str, str, str]]()
    for kind, name in places:
        found = [normal(word) for word in _WORD.findall(name)]
        called.update(found)
        named.update((normal(kind.split()[-1]), first, second) for first, second in itertools.pairwise(found[:2]))
    return Phrases(
        words=frozenset(words),
        pairs=frozenset(pairs),
        triples=frozenset(triples),
        by_letters=_grouped((bare(word), word) for word in sorted(words | called)),
        before=_grouped((other, one) for one, other in sorted(pairs)),
        after=_grouped(sorted(pairs)),
        compounds=frozenset(compounds),
        named=frozenset(named),
    )


def _grouped(found: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    made: dict[str, list[str]] = {}
    for key, word in found:
        made.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in made.items()}


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The program's own phrases."""
    return read(FILE.read_text(encoding="utf-8").splitlines(), _places())


def _places() -> list[tuple[str, str]]:
    """Every province of any time and every district, with what kind of place it is ("xã" is more often a commune than a
    town: of those no list is complete)."""
    found = [(province.kind, name) for province in places().provinces for name in (province.name, *province.variants)]
    for written in places().districts.values():
        found += [(kind, name) for name, _ in written for kind in ("huyện", "quận")]
    return found
