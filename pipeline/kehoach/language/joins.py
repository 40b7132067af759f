"""Words that recognition cut in two or glued together."""

from __future__ import annotations

from kehoach.language.readings import glued, misread
from kehoach.language.repair import Change
from kehoach.language.tokens import Token, cased, tokens
from kehoach.model.text import Text
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.phrases import Phrases

_SPACED = 0.9
"""The same behind a single capital ("C HỦ"): headings are set with room between the letters."""
_CLOSE = 0.35
"""Room between two halves of one word, in line heights; between words it is about a third or more."""


def changes(text: Text, phrases: Phrases) -> list[Change]:
    """Halves joined where only together they are a syllable; glued syllables parted where there is one way to."""
    found: list[Change] = []
    words = tokens(text)
    taken = -1
    for n, token in enumerate(words):
        if token.word is None or token.confidence >= 1.0 or n <= taken:
            continue
        if n + 1 < len(words) and _halves(token, words[n + 1], text, phrases):
            after = words[n + 1]
            old = text.value[token.start : after.end]
            found.append(Change(token.start, after.end, old, token.text + after.text))
            taken = n + 1
        elif n + 1 < len(words) and _false_dash(token, words[n + 1], text, phrases):
            found.append(Change(token.end, words[n + 1].start, text.value[token.end : words[n + 1].start], " "))
        elif not misread(token.normal, phrases) and (parts := glued(token.text)) is not None:
            at, new = 0, []
            for part in parts:
                new.append(cased(part, token.text[at : at + len(part)]))
                at += len(part)
            found.append(Change(token.start, token.end, token.text, " ".join(new)))
    return found


def _halves(one: Token, other: Token, text: Text, phrases: Phrases) -> bool:
    if text.value[one.end : other.start] != " " or (one.valid and other.valid) or not _near(one, other):
        return False
    whole = one.normal + other.normal
    if other.text[0].isupper() and not one.text.isupper():
        return False
    return is_syllable(whole) and whole in phrases.words


def _false_dash(one: Token, other: Token, text: Text, phrases: Phrases) -> bool:
    """A speck read as a dash inside a phrase in capitals ("ỦY-BAN")."""
    tied = text.value[one.end : other.start] in ("-", "–", "_", "~")
    return tied and one.text.isupper() and other.text.isupper() and (one.normal, other.normal) in phrases.pairs


def _near(one: Token, other: Token) -> bool:
    if one.word is None or other.word is None or one.word.box is None or other.word.box is None:
        return True
    if one.word.line != other.word.line:
        return False
    close = _CLOSE if len(one.text) > 1 or not one.text.isupper() else _SPACED
    return other.word.box.x0 - one.word.box.x1 < close * max(one.word.box.height, other.word.box.height)
