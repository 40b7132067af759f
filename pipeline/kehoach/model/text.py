"""A string that knows where each of its characters came from.

Cleaning replaces, joins and drops characters, and a value found in the clean text must still be a place on the
page. So no stage edits strings: it makes a new ``Text`` out of an old one, and the way back is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kehoach.model.geometry import Box
from kehoach.model.page import Line, Word


class Searching(Protocol):
    """What finds places in a text: a compiled pattern, or one that looks first whether it can match."""

    def finditer(self, value: str, /) -> Iterator[re.Match[str]]: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line fragment that a value was read from.

    ``page`` counts from 1 and is None, like ``box``, where the input has no pages; ``box`` is in PDF points from the
    page's top left; ``start`` and ``end`` are half-open offsets into the record's text, None for furniture.
    """

    page: int | None
    box: Box | None
    start: int | None
    end: int | None


def page_of(evidence: Iterable[Evidence]) -> int | None:
    """The first page that a value was read from; None where the input has no pages."""
    return next((e.page for e in evidence if e.page is not None), None)


@dataclass(frozen=True, slots=True)
class Text:
    """``value`` with, for each character, the word it came from (None for characters that cleaning put in).

    Raises:
        ValueError: the two do not have the same length.
    """

    value: str = ""
    origin: tuple[Word | None, ...] = ()

    def __post_init__(self) -> None:
        if len(self.value) != len(self.origin):
            raise ValueError(f"{len(self.value)} characters, but {len(self.origin)} origins")

    @classmethod
    def of_word(cls, word: Word) -> Text:
        return cls(word.text, (word,) * len(word.text))

    @classmethod
    def of_words(cls, words: Sequence[Word]) -> Text:
        """The words with one blank between them."""
        origin: list[Word | None] = []
        for word in words:
            origin += (word,) * len(word.text)
            origin.append(None)
        return cls(" ".join(word.text for word in words), tuple(origin[:-1]))

    @classmethod
    def of_line(cls, line: Line) -> Text:
        return cls.of_words(line.words)

    @classmethod
    def inserted(cls, value: str) -> Text:
        """Characters with no place on the page: the separators that joining puts in."""
        return cls(value, (None,) * len(value))

    @classmethod
    def join(cls, separator: str, texts: Iterable[Text]) -> Text:
        value: list[str] = []
        origin: list[Word | None] = []
        for n, text in enumerate(texts):
            if n:
                value.append(separator)
                origin.extend([None] * len(separator))
            value.append(text.value)
            origin.extend(text.origin)
        return cls("".join(value), tuple(origin))

    def __len__(self) -> int:
        return len(self.value)

    def __str__(self) -> str:
        return self.value

    def __add__(self, other: Text) -> Text:
        return Text(self.value + other.value, self.origin + other.origin)

    def __getitem__(self, part: slice) -> Text:
        return Text(self.value[part], self.origin[part])

    def strip(self, characters: str | None = None) -> Text:
        left, right = len(self.value) - len(self.value.lstrip(characters)), len(self.value.rstrip(characters))
        if left == 0 and right == len(self.value):
            return self
        return self[left:right] if left < right else Text()

    def replace(self, start: int, end: int, new: str) -> Text:
        """The text with ``[start, end)`` read as ``new``; its characters keep the origins of what they replace."""
        old = self.origin[start:end]
        if not old:
            near = self.origin[start - 1] if start else None
            origin: tuple[Word | None, ...] = (near,) * len(new)
        else:
            origin = tuple(old[min(i * len(old) // max(len(new), 1), len(old) - 1)] for i in range(len(new)))
        return Text(self.value[:start] + new + self.value[end:], self.origin[:start] + origin + self.origin[end:])

    def sub(self, pattern: Searching, new: str | Callable[[re.Match[str]], str]) -> Text:
        """Like ``re.sub``, keeping the way back. A string ``new`` may hold group references."""
        parts: list[Text] = []
        last = 0
        for match in pattern.finditer(self.value):
            start, end = match.span()
            made = new(match) if callable(new) else match.expand(new)
            parts.append(self[last:start])
            parts.append(self[start:end].replace(0, end - start, made))
            last = end
        return Text.join("", [*parts, self[last:]]) if parts else self

    def confidence(self, start: int, end: int) -> float:
        """Mean recognition confidence of the characters in ``[start, end)``; 1 where nothing was recognized."""
        known = [word.confidence for word in self.origin[start:end] if word is not None]
        return sum(known) / len(known) if known else 1.0
