"""A plan's running text as words to compare: each with its letters, its place, and what stands for the plan's own names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kehoach.comparing.likeness import Voice
from kehoach.orthography.fold import bare, fold

BREAK = "¶"
"""Where a paragraph begins, with its label or without: two readings part a text differently."""
_WORD = re.compile(r"(?<![\d.,/])(?:19|20)[.,]\d\d(?![\d.,/])|[^\W_]+")
"""A word, or a year that a speck parted."""
_LABEL = re.compile(r"^\s*(?:(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/-]|[-–+*•])\s*")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: folded, without case; ``letters`` without diacritics. Half-open offsets into the text. ``odd`` are words
    as no writer makes them: with a capital in the middle, or before a bracket that was not opened; ``ends_line`` the last
    of a printed line."""

    word: str
    letters: str
    start: int
    end: int
    odd: bool = False
    ends_line: bool = False


@dataclass(frozen=True)
class Wording:
    """The words of a text in order."""

    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    @cached_property
    def letters(self) -> str:
        return "".join(token.letters for token in self.tokens)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """For each token how many letters there are up to its end."""
        made, at = [], 0
        for token in self.tokens:
            at += len(token.letters)
            made.append(at)
        return tuple(made)

    def between(self, start: int, end: int, beside: int = 0) -> Wording:
        """The words that begin within a span of the text, and so many more on both sides: of its paragraph, or, where
        all that is still a short one, beyond it."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        last = bisect_left(self.tokens, end, key=lambda token: token.start)
        while first < last and self.words[first] == BREAK:
            first += 1
        if last <= first or not beside:
            return Wording(self.tokens[first:last])
        begin = max(
            (n + 1 for n in range(max(0, first - beside), first) if self.words[n] == BREAK),
            default=max(0, first - beside),
        )
        stop = min(
            (n for n in range(last, min(len(self.words), last + beside)) if self.words[n] == BREAK),
            default=last + beside,
        )
        if stop - begin < 2 * beside:
            begin, stop = max(0, first - beside), last + beside
        return Wording(self.tokens[begin:stop])

    def holding(self, start: int, end: int) -> Wording:
        """The words that a span of the letters touches."""
        return Wording(self.tokens[bisect_right(self._ends, start) : bisect_left(self._ends, end) + 1])


def wording(text: str, voice: Voice) -> Wording:
    """The words of a passage."""
    return Wording(tuple(_own_names(list(_tokens(text, 0, voice)), voice)))


def running(text: str, voice: Voice, line_ends: Sequence[int] = ()) -> Wording:
    """The words of a text of several paragraphs; labels are no words. ``line_ends`` are the offsets, rising, at which
    printed lines end."""
    made: list[Token] = []
    at = 0
    for line in text.split("\n"):
        label = _LABEL.match(line)
        begin = label.end() if label else 0
        made.append(Token(BREAK, "", at, at + begin))
        made += _own_names(list(_tokens(line[begin:], at + begin, voice)), voice)
        at += len(line) + 1
    return Wording(tuple(_marked(made, line_ends)))


def _marked(tokens: Sequence[Token], line_ends: Sequence[int]) -> Iterator[Token]:
    """The tokens; the last one before each end of a line knows it."""
    last = {bisect_right(tokens, end, key=lambda token: token.end) - 1 for end in line_ends}
    return (replace(token, ends_line=True) if n in last else token for n, token in enumerate(tokens))


def _tokens(text: str, at: int, voice: Voice) -> Iterator[Token]:
    folded = fold(text)
    for found in _WORD.finditer(folded):
        word = found[0].casefold()
        year = int(figures) if _YEAR.match(figures := word.replace(".", "").replace(",", "")) else None
        if voice.year is not None and year is not None and abs(year - voice.year) <= 1:
            word = f"năm{year - voice.year:+d}"
        elif word.isdigit():
            word = word.lstrip("0") or "0"
        letters = "".join(c for c in bare(word) if c.isascii() and c.isalnum())
        odd = found[0] not in (found[0].lower(), found[0].upper(), found[0].capitalize())
        odd = odd or (len(word) > 1 and word.isalpha() and _closes_nothing(folded, found.end()))
        yield Token(word, letters, at + found.start(), at + found.end(), odd)


def _closes_nothing(text: str, at: int) -> bool:
    """Whether a bracket here closes none that was opened."""
    return text.startswith(")", at) and text.count(")", 0, at) >= text.count("(", 0, at)


def _own_names(tokens: Sequence[Token], voice: Voice) -> Iterator[Token]:
    """The plan's own places as one sign."""
    places = [tuple(place.split()) for place in voice.places]
    n = 0
    while n < len(tokens):
        for place in places:
            if tuple(token.word for token in tokens[n : n + len(place)]) == place:
                yield Token("◦", "", tokens[n].start, tokens[n + len(place) - 1].end)
                n += len(place)
                break
        else:
            yield tokens[n]
            n += 1
