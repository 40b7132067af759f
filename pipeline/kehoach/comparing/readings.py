"""Whether two wordings are one wording, read twice.

The words of both are aligned. Every place where they differ is looked at by itself: how likely is it that recognition
alone made it? One place that it cannot have made is enough for two wordings. What recognition does to a page: it loses or
changes marks over letters, takes letters for their likes, splits and joins words, reads specks as scraps of words, and
reads Roman numerals by their strokes. It also parts paragraphs wrongly, so that words are looked for in the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Prefix

from kehoach.comparing.wording import BREAK, Token, Wording
from kehoach.orthography.syllable import is_syllable

EQUAL = 0.9
"""From this likelihood on two wordings count as one."""
MAYBE = 0.5
"""From this likelihood on a difference is told as one of the readings."""
_MARKS = 0.97
"""The same letters with other marks or other spaces between them."""
_MISSPELT = 0.95
"""A letter off, and what was read is no syllable."""
_LIKES = 0.9
"""A letter off, taken for one of its shape; a scrap that is no word; strokes for a numeral."""
_OTHER = 0.5
"""A letter off, both words good; letters of abbreviations taken for their likes; a word cut short; a short word that
stands in one reading alone; the last word of a passage, which often has a line for itself that is overlooked, or was made
of its stops."""
_STROKE = 0.45
"""A Roman numeral with one stroke more or less."""
_COUNT = 0.3
"""Another Roman numeral."""
_SHAPES = ("il1tjfr", "ceogq6", "nhubmr", "vyux", "s5", "b6h", "z2", "dao0", "td", "rtvy", "kh", "pq")
_ALIKE = frozenset((a, b) for shape in _SHAPES for a in shape for b in shape)
_NUMERAL = re.compile(r"[ivx]+$")
_STROKES = re.compile(r"[il1hnutjvxy|]+$")
_NO_FIGURE = re.compile(r"\D")
_SCRAP = 2
"""Letters of a scrap at most; the word that a label was taken for has twice as many."""
_FOUND = 75.0
_LEAST = 8
"""Letters that words must have to be looked for in running text."""


def sameness(a: Wording, b: Wording, scanned: tuple[bool, bool]) -> float:
    """0 to 1: how likely it is that both are one wording. ``scanned`` tells whether a and b were recognized; without
    recognition nothing but equal words are equal."""
    if a.words == b.words:
        return 1.0
    if not any(scanned):
        return float([w for w in a.words if w != BREAK] == [w for w in b.words if w != BREAK])
    least = 1.0
    for place in _places(a, b):
        least = min(least, _made_by_reading(place, scanned))
        if not least:
            break
    return least


def stands(words: Wording, text: Wording, scanned: tuple[bool, bool]) -> float:
    """0 to 1: how likely it is that the words stand in a text, in one piece."""
    if len(words.letters) < _LEAST or len(text.letters) < len(words.letters) // 2:
        return 0.0
    found = fuzz.partial_ratio_alignment(words.letters, text.letters, score_cutoff=_FOUND)
    if found is None:
        return 0.0
    there = text.holding(found.dest_start, found.dest_end)
    return sameness(words, _trimmed(words, there), scanned)


def _trimmed(words: Wording, there: Wording) -> Wording:
    """What was found without the words at its ends that are not looked for, and those that letters of a seal fell on."""
    ops = [op for op in Levenshtein.opcodes(words.words, there.words) if op.tag != "insert"]
    if not ops:
        return there
    end = ops[-1].dest_end
    if len(ops) > 1 and ops[-1].tag == "replace" and all(map(_garbled, _words(words.tokens[ops[-1].src_start :]))):
        end = ops[-2].dest_end
    return Wording(there.tokens[ops[0].dest_start : end])


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of words in which two wordings differ; whether a paragraph begins there in either, whether it is the last of
    both, and for each whether a printed line ends just before it."""

    one: tuple[Token, ...]
    other: tuple[Token, ...]
    parted: bool
    last: bool
    line_ends: tuple[bool, bool]


def _places(a: Wording, b: Wording) -> Iterator[_Place]:
    """Where two wordings differ."""
    begun: tuple[int, int] | None = None
    for op in (*Levenshtein.opcodes(a.words, b.words), None):
        if op is None or op.tag == "equal":
            if begun is not None:
                ends = (op.src_start, op.dest_start) if op else (len(a.tokens), len(b.tokens))
                sides = tuple(zip((a, b), begun, ends, strict=True))
                one, other = (_words(side.tokens[at:end]) for side, at, end in sides)
                parted = any(BREAK in side.words[max(0, at - 1) : end] for side, at, end in sides)
                edges = (_line_ends(a, begun[0]), _line_ends(b, begun[1]))
                yield _Place(one, other, parted, op is None, edges)
            begun = None
        elif begun is None:
            begun = (op.src_start, op.dest_start)


def _line_ends(wording: Wording, at: int) -> bool:
    return at > 0 and wording.tokens[at - 1].ends_line


def _words(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.word != BREAK)


def _made_by_reading(place: _Place, scanned: tuple[bool, bool]) -> float:
    one, other = place.one, place.other
    if [t.word for t in one] == [t.word for t in other]:
        return 1.0
    if not one or not other:
        return _alone(place, scanned)
    whole = max(_changed(one, other), _with_scrap(place, scanned))
    if len(one) != len(other) or len(one) == 1:
        return whole
    each = sorted(_changed(one[n : n + 1], other[n : n + 1]) for n in range(len(one)))
    return max(whole, each[0] if each[1] > _OTHER else 0.0)


def _alone(place: _Place, scanned: tuple[bool, bool]) -> float:
    """Of words that one wording alone has: the other reading overlooked them, or this one made them of specks."""
    in_a = bool(place.one)
    extra, read, overlooked = place.one or place.other, scanned[0 if in_a else 1], scanned[1 if in_a else 0]
    short = len(extra[0].letters) <= 2 * _SCRAP
    if len(extra) == 1 and place.last and (overlooked or (read and short)):
        return _OTHER
    if len(extra) == 1 and overlooked and place.line_ends[1 if in_a else 0]:
        return _OTHER
    return min(_scrap(token, place.parted) for token in extra) if read else 0.0


def _with_scrap(place: _Place, scanned: tuple[bool, bool]) -> float:
    """Of words in place of others, and a scrap among them."""
    in_a = len(place.one) > len(place.other)
    longer, shorter = (place.one, place.other) if in_a else (place.other, place.one)
    if len(longer) != len(shorter) + 1 or not scanned[0 if in_a else 1]:
        return 0.0
    return max(
        min(_scrap(longer[n], place.parted), *map(_changed, _each(longer[:n] + longer[n + 1 :]), _each(shorter)))
        for n in range(len(longer))
    )


def _each(words: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    return [(word,) for word in words]


def _changed(one: Sequence[Token], other: Sequence[Token]) -> float:
    """Of words in place of others."""
    x, y = ("".join(token.letters for token in side) for side in (one, other))
    if x == y:
        return _MARKS if x else 0.0
    if _NUMERAL.match(x) and _NUMERAL.match(y):
        return _STROKE if f"{x}i" == y or f"{y}i" == x else _COUNT
    if _numeral(x, y) or _numeral(y, x):
        return _LIKES
    figures = [_NO_FIGURE.sub("", side) for side in (x, y)]
    if figures != ["", ""]:
        short = len(x) == len(y) == 1 or (max(len(x), len(y)) <= _SCRAP and not (_good(one) or _good(other)))
        if short and "" in figures:
            return _OTHER
        alone = figures[0] == figures[1] and len(x) - len(figures[0]) + len(y) - len(figures[1]) == 1
        return _LIKES if alone else 0.0
    return _letters_off(one, other, x, y)


def _scrap(token: Token, parted: bool) -> float:
    """How likely it is that a word which one reading alone has is none: a speck, or a label of a paragraph."""
    size = len(token.letters)
    if token.word.isdigit() and size < _SCRAP:
        return _OTHER
    if (parted or token.odd) and size <= 2 * _SCRAP:
        return _LIKES
    if any(map(str.isdigit, token.word)):
        return 0.0
    if size > _SCRAP:
        return _OTHER if _garbled(token) else 0.0
    return _LIKES if size < _SCRAP or not is_syllable(token.word) else _OTHER


def _garbled(token: Token) -> bool:
    """Whether this is no word: no syllable, and no abbreviation, which has no marks."""
    return not is_syllable(token.word) and not token.word.replace("đ", "d").isascii()


def _numeral(x: str, y: str) -> bool:
    """Whether x is a Roman numeral and y its strokes, both behind the same letters perhaps ("quý II", "quýH")."""
    same = Prefix.similarity(x, y)
    return bool(_NUMERAL.match(x[same:]) and _STROKES.match(y[same:]))


def _good(words: Sequence[Token]) -> bool:
    """Whether all are syllables; abbreviations are none."""
    return all(is_syllable(token.word) for token in words)


def _letters_off(one: Sequence[Token], other: Sequence[Token], x: str, y: str) -> float:
    """Of two words with other letters."""
    longest = max(len(x), len(y))
    steps = list(Levenshtein.editops(x, y))
    cut = longest > 3 and (x.startswith(y) or y.startswith(x)) and len(steps) < longest - 1
    if len(steps) > max(2, longest // 4) or len(steps) >= longest > 2:
        spoilt = len(steps) <= longest // 2 and any(token.odd for token in (*one, *other))
        return _OTHER if cut or spoilt else 0.0
    broken = _good(one) != _good(other)
    like = all(step.tag == "replace" and (x[step.src_pos], y[step.dest_pos]) in _ALIKE for step in steps)
    if len(steps) > 1:
        symbol = like and not _good(one) and not _good(other)
        return _LIKES if broken and longest > 2 else _OTHER if cut or symbol else 0.0
    if broken:
        return _MISSPELT
    return _LIKES if like and longest > 1 else _OTHER
