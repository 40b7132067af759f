"""Dashes before entries of a list that the engine passed over: the text begins where that of its neighbours begins
behind their dashes, farther right than any paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kehoach.language.repair import Change
from kehoach.model.document import Block
from kehoach.model.page import Word
from kehoach.orthography.letters import UPPER

_SIGNS = ("-", "–", "+", "•", "*")
_NEAR = 2
"""How many paragraphs away a neighbour may stand."""
_OFF = 0.15
"""By how much the beginnings of two texts may differ, in heights of a line."""
_LEAST = 0.35
"""How far behind its dash a text begins at least, in the same measure."""
_FIRST = 40
"""Characters within which the first two words of an entry begin."""
_BEGINS = re.compile(rf"[{UPPER}\d“\"]")
_LABEL = re.compile(r"(?:[Nn]ơi nhận|[IVX]{1,5}|\d{1,2}(?:\.\d+)*|[a-zđA-ZĐ])[./):]")


class _Entry(NamedTuple):
    """A sign, where it begins and where the text behind it does."""

    sign: str
    at: float
    text: float
    page: int


def changes(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    """The dashes to be put in: the number of their block, and the change in its text."""
    entries = [_entry(block) for block in blocks]
    for n, block in enumerate(blocks):
        if entries[n] is None and block.zone in ("body", "annex", "recipients") and (sign := _sign(blocks, entries, n)):
            yield n, Change(0, 1, block.text.value[0], f"{sign} {block.text.value[0]}")


def _sign(blocks: Sequence[Block], entries: Sequence[_Entry | None], n: int) -> str | None:
    block = blocks[n]
    first = next((word for word in block.text.origin if word is not None), None)
    if first is None or first.box is None or first.confidence >= 1 or _LABEL.match(block.text.value):
        return None
    if not _BEGINS.match(block.text.value):
        return None
    off, least = _OFF * first.box.height, _LEAST * first.box.height
    for other in sorted(range(max(0, n - _NEAR), min(len(blocks), n + _NEAR + 1)), key=lambda m: abs(m - n)):
        entry = entries[other]
        if entry is None or entry.page != first.page or blocks[other].zone != block.zone:
            continue
        if (
            abs(first.box.x0 - entry.text) <= off
            and entry.text - entry.at >= least
            and not _hangs(blocks[other], entry)
        ):
            return entry.sign
    return None


def _entry(block: Block) -> _Entry | None:
    if not block.text.value.startswith(_SIGNS) or block.cells:
        return None
    words = list(dict.fromkeys(word for word in block.text.origin[:_FIRST] if word is not None))[:2]
    if len(words) < 2 or words[0].text not in _SIGNS or words[0].box is None or words[1].box is None:
        return None
    if words[0].line != words[1].line or not block.text.value.startswith(words[0].text):
        return None
    return _Entry(words[0].text, words[0].box.x0, words[1].box.x0, words[0].page)


def _hangs(block: Block, entry: _Entry) -> bool:
    """Whether further lines of an entry begin where its text does, as paragraphs without a dash may."""
    words: list[Word] = [word for word in dict.fromkeys(block.text.origin) if word is not None]
    starts = [b.box.x0 for a, b in pairwise(words) if b.box is not None and (a.page, a.line) != (b.page, b.line)]
    return any(abs(start - entry.text) < abs(entry.text - entry.at) / 2 for start in starts)
