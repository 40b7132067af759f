"""What a recognized word may really have been: other words with the same letters but other diacritics, and the like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kehoach.language.tokens import Token
from kehoach.orthography.fold import bare
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.phrases import Phrases, normal

_MISREAD = {
    "ñ": "n", "ï": "i", "î": "i", "ì": "ì", "ø": "o", "ö": "o", "ü": "u", "ç": "c", "ß": "b", "¡": "i",
    "1": "i", "l": "i", "|": "i", "0": "o", "€": "c", "£": "e", "5": "s", "§": "s", "8": "g",
}  # fmt: skip
"""Characters that stand for a letter of about their shape, inside a word."""

_STOPS = ".,;:!?()“”\"'‘’[]"
_SEEN = 0.02
"""Least confidence of another reading of the engine that is weighed."""
_SIMILAR = (("rn", "m"), ("cl", "d"), ("ii", "n"), ("vv", "w"), ("h", "b"))


@lru_cache(maxsize=32768)
def distance(one: str, other: str) -> int:
    """How many marks tell two words of the same letters apart: stacked marks lost count less than changed ones."""
    a, b = unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other)
    first, second = _clusters(a), _clusters(b)
    if len(first) != len(second):
        return 9
    return sum(_cost(x, y) for x, y in zip(first, second, strict=True))


@lru_cache(maxsize=32768)
def slip(one: str, other: str) -> tuple[str, str] | None:
    """The marks of the one letter that tells two words apart, in both; None where more than one does, or another letter."""
    first, second = (_clusters(unicodedata.normalize("NFD", word)) for word in (one, other))
    if len(first) != len(second):
        return None
    found = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(found) != 1 or found[0][0][0] != found[0][1][0]:
        return None
    return "".join(sorted(found[0][0][1:])), "".join(sorted(found[0][1][1:]))


def _clusters(decomposed: str) -> list[str]:
    found: list[str] = []
    for character in decomposed:
        if unicodedata.combining(character) and found:
            found[-1] += character
        else:
            found.append(character)
    return found


def _cost(one: str, other: str) -> int:
    if one == other:
        return 0
    if one[0] != other[0]:
        return 1 if {one[0], other[0]} == {"d", "đ"} else 3
    lost, new = set(one[1:]) - set(other[1:]), set(other[1:]) - set(one[1:])
    return max(len(lost), len(new))


def candidates(word: str, phrases: Phrases) -> list[str]:
    """Syllables of the phrases that the folded word may stand for, without itself."""
    found = {other: None for key in _letters(word) for other in phrases.by_letters.get(key, ())}
    found.pop(word, None)
    return [other for other in found if is_syllable(other)]


def seen(token: Token, phrases: Phrases) -> Iterator[tuple[str, int]]:
    """What else the engine saw in the ink, other letters too ("coạn", or else "đoạn"), and what may be meant by that;
    each with the marks that tell it from what was seen."""
    if token.word is None or not token.alone:
        return
    for text, confidence in token.word.alternatives:
        other = normal(text.strip(_STOPS))
        if confidence >= _SEEN:
            likely = ((meant, distance(other, meant)) for meant in (other, *candidates(other, phrases)))
            yield from (
                (meant, marks) for meant, marks in likely if is_syllable(meant) and marks < 5 and meant != token.normal
            )


def near(word: str, before: str, after: str, phrases: Phrases) -> list[str]:
    """Syllables that the phrases know beside a neighbour, of one letter more or another letter than a word that is no
    syllable ("huện" after "các": "huyện")."""
    plain = bare(word)
    beside = dict.fromkeys((*phrases.after.get(before, ()), *phrases.before.get(after, ())))
    return [other for other in beside if _one_letter(plain, bare(other)) and is_syllable(other)]


def _one_letter(read: str, meant: str) -> bool:
    return 3 <= len(read) <= len(meant) and Levenshtein.distance(read, meant, score_cutoff=1) == 1


def _letters(word: str) -> list[str]:
    """The word's letters without diacritics; for words that are no syllable also with misread characters mended."""
    plain = bare(word)
    if is_syllable(word):
        return [plain]
    mended = bare("".join(_MISREAD.get(c, c) for c in word))
    keys = [plain, mended]
    keys += [key.replace(a, b) for key in (plain, mended) for a, b in _SIMILAR if a in key]
    return list(dict.fromkeys(keys))


def misread(word: str, phrases: Phrases) -> bool:
    """Whether a word that is no syllable has the very letters of one that the phrases know: only a mark is wrong."""
    return not is_syllable(word) and bare(word) in phrases.by_letters


def glued(word: str) -> tuple[str, ...] | None:
    """The syllables of a word that lost its spaces ("nhândân"), where there is just one way to part it."""
    folded = normal(word)
    if len(folded) < 5 or is_syllable(folded) or all(ord(c) < 128 for c in folded) or not folded.isalpha():
        return None
    ways = _partings(folded)
    return ways[0] if len(ways) == 1 and len(ways[0]) <= 4 else None


def _partings(word: str) -> list[tuple[str, ...]]:
    """All ways to part a word into syllables of two letters or more (ở, ý and the like excepted), at most a few."""
    if not word:
        return [()]
    ways: list[tuple[str, ...]] = []
    for end in range(1, min(len(word), 7) + 1):
        head = word[:end]
        if is_syllable(head) and (end > 1 or head in ("ở", "ý")):
            ways += [(head, *rest) for rest in _partings(word[end:])]
        if len(ways) > 8:
            break
    return ways
