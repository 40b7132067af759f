"""Small letters read as capitals of the same shape ("đơn VỊ", "trực thuộc SỞ"), and names of people."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.language.repair import Change
from kehoach.language.tokens import Token, tokens
from kehoach.model.text import Text
from kehoach.rules.surnames import beheaded, is_surname, misread

_SAME_SHAPE = frozenset("SVCXOU")
"""First letters of which the small one looks like the capital."""
_NAMED = frozenset({"sở"})
"""Words of two letters that begin with a capital more often than not in this kind of text."""


def changes(text: Text) -> list[Change]:
    """Words of two letters in capitals among words in small letters."""
    found = []
    words = tokens(text)
    for n, token in enumerate(words):
        begins = n == 0 or not token.linked
        if token.confidence >= 1.0 or not _odd(token, begins) or not _among_small(words, n):
            continue
        new = token.normal.capitalize() if begins or token.normal in _NAMED else token.normal
        found.append(Change(token.start, token.end, token.text, new))
    return found


def name(text: Text) -> list[Change]:
    """A personal name on a line of its own, with a small letter where a capital belongs ("Lê văn Tám"), a surname that
    is none but for its marks ("Nguyên Văn Tám") or its first letter, which a seal's ring took ("guyễn Văn Tám")."""
    words = tokens(text)
    if not 3 <= len(words) <= 5 or not all(word.valid for word in words[1:]) or not words[-1].capital:
        return []
    if any(word.text.isupper() for word in words) or any(word.confidence >= 1.0 for word in words):
        return []
    first = words[0]
    surname = beheaded(first.normal) if first.text.islower() else misread(first.normal)
    if surname is None and not (first.capital and first.valid and is_surname(first.normal)):
        return []
    meant = [Change(first.start, first.end, first.text, surname.capitalize())] if surname else []
    return meant + [
        Change(word.start, word.end, word.text, word.text.capitalize()) for word in words[1:] if word.text.islower()
    ]


def _odd(token: Token, begins: bool) -> bool:
    one = len(token.text) == 2 and token.text.isupper() and not token.text.isascii() and not token.symbol
    return one and token.valid and (begins or token.text[0] in _SAME_SHAPE)


def _among_small(words: Sequence[Token], at: int) -> bool:
    near = [word for word in [*words[max(at - 2, 0) : at], *words[at + 1 : at + 3]] if word.text.isalpha()]
    return len(near) >= 2 and not any(word.text.isupper() for word in near)
