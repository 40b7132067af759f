"""Transcripts: what of a reference page is body text, and what is counted apart.

Lines as printed; handwriting stands in ⟦ ⟧; the cells of a table row are joined by " | "; what follows a line that
begins with ``@stamp`` or ``@furniture`` is no body text; pages are parted by a form feed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kehoach.orthography.fold import fold

_HAND = re.compile(r"⟦([^⟧]*)⟧")
_APART = ("@stamp", "@furniture")
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
PAGE_BREAK = "\f"


@dataclass(frozen=True)
class ReferencePage:
    """``segments`` are pieces of body text that stand unbroken on the page: a printed line or a table cell, parted at
    handwriting. ``hand`` is handwriting, ``apart`` stamps and furniture."""

    segments: tuple[str, ...] = ()
    hand: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.segments)

    def __add__(self, other: ReferencePage) -> ReferencePage:
        return ReferencePage(self.segments + other.segments, self.hand + other.hand, self.apart + other.apart)


def reference_page(text: str) -> ReferencePage:
    """One page of a transcript. Unfinished brackets and blank cells are no text."""
    segments: list[str] = []
    hand: list[str] = []
    apart: list[str] = []
    body = True
    for line in text.splitlines():
        if line.strip().startswith(_APART):
            body = False
            continue
        if not body:
            apart.append(even(_HAND.sub(r"\1", line)))
            continue
        hand += [even(found) for found in _HAND.findall(line)]
        segments += [even(piece) for cell in line.split("|") for piece in _HAND.sub("\n", cell).split("\n")]
    return ReferencePage(tuple(filter(None, segments)), tuple(filter(None, hand)), tuple(filter(None, apart)))


def even(text: str) -> str:
    """The text as it is compared: NFC, one space between words, and one form of what is no error to tell apart
    (tone placement as in hoà and hòa, kinds of quotes and dashes, Ð for Đ)."""
    return _SPACE.sub(" ", fold(unicodedata.normalize("NFC", text))).strip()


def result_page(text: str) -> str:
    """A page of a result as it is compared; bars, between cells or read from a table's ruling, are no text."""
    return even(text.replace("|", " "))


def words(text: str) -> list[str]:
    """The runs of letters and digits."""
    return _WORD.findall(text)
