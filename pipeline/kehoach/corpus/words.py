"""Words as they are searched: without diacritics, in lower case, abbreviations written out.

Text and query go the same way, so that "TĐKT", "tđkt", "tdkt" and "thi đua khen thưởng" find the same plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Finder, Sieve

_VOCABULARIES = ("body_abbreviations", "unit_abbreviations")
_TOKEN = re.compile(r"\w+")
_QUOTED = re.compile(r'"([^"]*)"')
_CAPITALS = re.compile(r"\b[A-ZĐƯ][A-ZĐƯa-zđ.&\-]*[A-ZĐƯ]\b|\bT[PX]\.?")
_SHORTEST, _LONGEST = 3, 8
"""Letters of a word written small that may be an abbreviation; "tu" is a word, "TU" is Tỉnh ủy."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand together."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Abbreviation:
    """``words`` are those of the full form, bare; ``shorts`` the abbreviation as it may stand in bare text."""

    patterns: tuple[Sieve, ...]
    full: str
    words: tuple[str, ...]
    shorts: tuple[str, ...]


class Speller:
    """Makes text and queries alike. Made once of the rules that know the abbreviations."""

    def __init__(self, rules: Rules) -> None:
        self._known = tuple(_abbreviations(rules))
        self._finder = Finder([known.patterns for known in self._known])
        self._in_full = self._finder.possible(" ".join(known.full for known in self._known))

    def searchable(self, text: str) -> str:
        """The words of a text, separated by spaces."""
        return " ".join(_TOKEN.findall(bare(self._expanded(text))))

    def phrases(self, query: str) -> tuple[Phrase, ...]:
        """What is asked for: each quoted part, and each part between, is a phrase."""
        made = (Phrase(tuple(self._words(part))) for part in _QUOTED.split(fold(query).strip()))
        return tuple(phrase for phrase in made if phrase.words)

    def highlighter(self, asked: tuple[Phrase, ...]) -> re.Pattern[str]:
        """Finds what is asked for in ``bare`` text, abbreviated or in full."""
        forms = sorted((self._form(phrase.words) for phrase in asked), key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(forms or ["(?!)"]) + r")(?!\w)")

    def _form(self, words: tuple[str, ...]) -> str:
        parts = [re.escape(word) for word in words]
        for known in self._known:
            size = len(known.words)
            for at in range(len(words) - size + 1):
                if words[at : at + size] == known.words and known.shorts and all(parts[at : at + size]):
                    choices = (r"\W+".join(parts[at : at + size]), *map(re.escape, known.shorts))
                    parts[at : at + size] = [f"(?:{'|'.join(choices)})", *[""] * (size - 1)]
        return r"\W+".join(filter(None, parts))

    def _expanded(self, text: str) -> str:
        folded = fold(text)
        if _CAPITALS.search(folded):
            possible = self._finder.possible(folded) | self._in_full  # what one writes out may hold another
            for n, known in enumerate(self._known):
                for pattern in known.patterns if possible >> n & 1 else ():
                    folded = pattern.sub(f" {known.full} ", folded)
        return folded

    def _words(self, part: str) -> Iterator[str]:
        """The words of a part of a query; abbreviations count also where they are written small or without đ."""
        for token in _TOKEN.findall(self._expanded(part)):
            yield from _TOKEN.findall(bare(self._full(token) or token))

    def _full(self, token: str) -> str | None:
        """What a word stands for, if it is an abbreviation in any writing."""
        if not _SHORTEST <= len(token) <= _LONGEST:
            return None
        for letters in product(*(("D", "Đ") if c == "D" else (c,) for c in token.upper())):
            word = "".join(letters)
            possible = self._finder.possible(word)
            for known in (one for n, one in enumerate(self._known) if possible >> n & 1):
                if any((m := pattern.search(word)) and m[0] == word for pattern in known.patterns):
                    return known.full
        return None


def apart(asked: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The same words, without the demand that they stand together."""
    return tuple(Phrase((word,)) for phrase in asked for word in phrase.words)


def _abbreviations(rules: Rules) -> Iterator[_Abbreviation]:
    for name in _VOCABULARIES:
        for entry in rules[name]:
            words = _TOKEN.findall(str(entry["full"]))
            initials = ("".join(w[0] for w in some).upper() for some in (words, [w for w in words if w != "và"]))
            shorts = {bare(s) for s in initials if len(s) > 1 and any(p.fullmatch(s) for p in entry.patterns)}
            yield _Abbreviation(entry.patterns, str(entry["full"]), tuple(map(bare, words)), tuple(sorted(shorts)))
