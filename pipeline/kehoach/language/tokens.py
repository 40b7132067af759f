"""The words of a text with their places in it, as the repairs see them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kehoach.model.page import Word
from kehoach.model.text import Text
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.needs import Sieve
from kehoach.rules.phrases import normal

_TOKEN = Sieve(r"[^\s,;:.!?()“”\"'‘’\[\]{}/–—-]+")
_TIED = Sieve(r"[/&-]")
_HARD_BREAK = Sieve(r"[;:.!?()“”\"|]|\d")
_KEPT = 1024
"""Texts whose words are kept: what the document tells and each kind of repair ask for those of the same paragraphs."""


class Token(NamedTuple):
    """``linked``: only blanks, commas or dashes part it from the token before; ``symbol``: part of a document's
    symbol or an abbreviation, tied to its neighbour by a slash or a dash."""

    start: int
    end: int
    text: str
    normal: str
    word: Word | None
    linked: bool
    symbol: bool = False

    @property
    def valid(self) -> bool:
        return is_syllable(self.normal)

    @property
    def confidence(self) -> float:
        return self.word.confidence if self.word is not None else 1.0

    @property
    def alone(self) -> bool:
        """Whether the recognized word is this one and stops only, not several put together."""
        return self.word is not None and [m[0] for m in _TOKEN.finditer(self.word.text)] == [self.text]

    @property
    def capital(self) -> bool:
        """Written with a capital and small letters, as names are."""
        return len(self.text) > 1 and self.text[0].isupper() and not self.text[1:].isupper()


@lru_cache(maxsize=_KEPT)
def tokens(text: Text) -> tuple[Token, ...]:
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text.value):
        start, end = match.span()
        between = text.value[last:start]
        word = text.origin[start] or next((w for w in text.origin[start:end] if w is not None), None)
        linked = bool(found) and (between == " " or not _HARD_BREAK.search(between))
        symbol = match[0].isupper() and bool(
            _TIED.search(text.value[max(0, start - 1) : start] + text.value[end : end + 1])
        )
        found.append(Token(start, end, match[0], normal(match[0]), word, linked, symbol))
        last = end
    return tuple(found)


def cased(new: str, old: str) -> str:
    """A repaired word in the case of what it replaces."""
    letters = [c for c in old if c.isalpha()]
    if len(letters) > 1 and sum(c.isupper() for c in letters) > len(letters) / 2:
        return new.upper()
    return new[:1].upper() + new[1:] if letters and letters[0].isupper() else new
