"""A printed line as layout sees it: words, place, style; and the signs by which a line is recognized."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from kehoach.model.geometry import Box, around
from kehoach.model.keeping import cached_property
from kehoach.model.page import Word
from kehoach.model.text import Text
from kehoach.orthography.bullets import LETTERS, SIGNS
from kehoach.orthography.fold import bare, fold
from kehoach.orthography.letters import UPPER

Side = Literal["left", "right"]
Part = Literal["head", "foot"]

LABEL = re.compile(
    r"(?i:(?:phần|chương|mục|điều|khoản)\s+(?:[IVXLC]+|thứ \w+|\d{1,3})\b|phần (?:một|hai|ba|bốn|năm|sáu)\b)|"
    r"[IVXLl1H]{0,5}[IVXLH]\s?[.\-:/)]\s?(?=\D)|[A-ZĐ]\s?[.)/]\s|"
    r"\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)]\s?(?=[^\W\d]|[“\"'(*])|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[^\W\d])|\d{1,2}(?:\.\d{1,2}){0,3}(?:/\.?\s+(?=\D)|\.?-\s+(?=[^\W\d]))|"
    rf"\d{{3}}\.\s(?=[{UPPER}])|[a-zđ](?:\.?\d{{1,2}})?\s?(?:[.)]|/\.?)\s?(?=[^\W\d]|[“\"'(*])|[a-zđ][.)/]\s(?=\d)|[a-zđ]\.?-\s(?=[{UPPER}\d])|[ivx]{{2,4}}[.)]\s|"
    rf"(?:[a-zđ]|\d{{1,2}}),\s?(?=[{UPPER}])(?!Điều|Luật|Nghị|Thông|Quyết|Mục|Chương|Khoản)|\d{{1,2}}\.\s(?=\d{{1,3}}\s?%)|["
    + "".join(map(re.escape, SIGNS))
    + r"]\s?(?=\S)|"
    r"[" + "".join(LETTERS) + r"]\s+(?=[" + UPPER + r"\d])"
)
"""What may begin a labelled paragraph; the numbering itself is the segment's business."""

OFF = 10.0
"""Points that the middle of a centred line may lie off."""
_STOPS, _CLOSING_QUOTES = frozenset(".;:!?…/"), "'\"”’)"


@dataclass(frozen=True, eq=False)
class Printed:
    """One printed line, or the part of one that stands in its own column.

    ``gap``: clearly more room than between the lines of a paragraph, or a blank line, stands above it. ``room``: how
    many points are free at its right, ``inset``: how far it begins right of the left margin, ``indent``: its left
    edge, ``offset``: how far its middle lies right of the middle of the text area; all None where places are unknown.
    ``centred`` is between the margins of the page and clear of both. ``part`` is set, and
    ``side`` too, for lines of a letterhead or foot that stand in columns. ``opens``: it is indented as the first lines
    of paragraphs are.
    """

    words: tuple[Word, ...]
    page: int
    gap: bool = False
    room: float | None = None
    indent: float | None = None
    inset: float | None = None
    centred: bool = False
    offset: float | None = None
    side: Side | None = None
    part: Part | None = None
    opens: bool = False

    def standing(self, **place: Any) -> Printed:
        """The same words with other fields of their place or style. Like ``dataclasses.replace``, but what was made of the
        words (``value``, ``bare``, ``capitals`` ...) is not made anew."""
        made = object.__new__(Printed)
        vars(made).update(vars(self), **place)
        return made

    @cached_property
    def text(self) -> Text:
        return Text.of_words(self.words)

    @cached_property
    def value(self) -> str:
        return " ".join([word.text for word in self.words])

    @cached_property
    def bare(self) -> str:
        """Lower case without diacritics, one space between words, no marks around it."""
        return _plain(self.value)

    @cached_property
    def box(self) -> Box | None:
        return around([word.box for word in self.words if word.box is not None])

    @cached_property
    def bold(self) -> bool:
        return _most(self.words, [word.bold for word in self.words])

    @cached_property
    def italic(self) -> bool:
        return _most(self.words, [word.italic for word in self.words])

    @cached_property
    def capitals(self) -> float:
        """Share of upper-case letters among its letters."""
        value = self.value
        letters = sum(map(str.isalpha, value))
        return sum(map(str.isupper, value)) / letters if letters else 0.0

    @property
    def middle(self) -> bool:
        """Whether it is centred, or so wide that only its middle tells (a first line with its indent lies off)."""
        return self.centred or (self.offset is not None and abs(self.offset) <= OFF)

    @property
    def labelled(self) -> bool:
        return bool(LABEL.match(fold(self.value)))

    @property
    def closed(self) -> bool:
        """Whether it ends with a mark that may end a paragraph."""
        return self.value.rstrip().rstrip(_CLOSING_QUOTES)[-1:] in _STOPS

    @property
    def confidence_ok(self) -> bool:
        """Whether most of it was read surely."""
        return sum(word.confidence for word in self.words) >= 0.7 * len(self.words)

    @property
    def styled(self) -> bool:
        """Whether its reader told styles apart (recognition often does not)."""
        return all(word.confidence >= 1 for word in self.words)

    @property
    def size(self) -> float | None:
        sizes = sorted(word.size for word in self.words if word.size)
        return sizes[len(sizes) // 2] if sizes else None


def bare_words(words: Sequence[Word]) -> str:
    """What ``Printed.bare`` is of these words."""
    return _plain(" ".join([word.text for word in words]))


@lru_cache(maxsize=1024)
def _plain(value: str) -> str:
    """Kept, because lines are made more than once: to part documents, and then for one of them."""
    return " ".join(bare(value).split()).strip(" -*_|'\"~.,")


def _most(words: Sequence[Word], flags: Sequence[bool]) -> bool:
    letters = sum(len(word.text) for word in words)
    return 2 * sum(len(word.text) for word, flag in zip(words, flags, strict=True) if flag) > letters > 0
