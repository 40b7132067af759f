"""Labels of lists of which recognition made a word: "cơ Ban Tuyên giáo ..." below "b/ ...", "L/ Sở ..." above "2/ ...".

The label above or below tells which letter or figure stands here, and how it is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.language.repair import Change
from kehoach.model.document import Block
from kehoach.orthography.letters import UPPER

_LABEL = re.compile(r"([a-zđ]|\d{1,2})([/.)])\s?(?=\S)")
_WORD = re.compile(rf"([a-zđ])([^\W\d_]{{1,2}})(?=\s[{UPPER}\d])")
_CLOSED = re.compile(rf"[^\s\d()/]{{2,3}}([/)])(?=\s?[{UPPER}\d])")
"""A letter that was read as several, its closing mark as it is ("lạ)" for "c)")."""
_ONE = re.compile(r"([LlIiÏÎÌÍ|Jj])(?=[/.)]\s?\S)")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_DOUBTFUL = 0.6


def changes(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    """The labels to be mended: the number of their block, and the change in its text."""
    yield from _letters(blocks)


def _letters(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    for n, block in enumerate(blocks):
        if block.zone not in ("body", "annex") or _LABEL.match(block.text.value):
            continue
        above = blocks[n - 1] if n and blocks[n - 1].zone == block.zone else None
        below = blocks[n + 1] if n + 1 < len(blocks) and blocks[n + 1].zone == block.zone else None
        change = _after(above, block) or _before(block, below)
        if change is not None:
            yield n, change


def _after(above: Block | None, block: Block) -> Change | None:
    """The letter that follows the label above."""
    label = _LABEL.match(above.text.value) if above is not None else None
    if label is None or label[1] not in _LETTERS or label[1] == _LETTERS[-1]:
        return None
    return _letter(block, _LETTERS[_LETTERS.index(label[1]) + 1], label[2])


def _before(block: Block, below: Block | None) -> Change | None:
    """The first label, where the second stands below."""
    label = _LABEL.match(below.text.value) if below is not None else None
    if label is None or label[1] not in ("b", "2"):
        return None
    if label[1] == "b":
        return _letter(block, "a", label[2])
    one = _ONE.match(block.text.value)
    return Change(0, 1, one[1], "1") if one is not None and block.text.value[1] == label[2] else None


def _letter(block: Block, expected: str, closing: str) -> Change | None:
    read = block.text.origin[0] if len(block.text) else None
    if read is None or read.confidence >= _DOUBTFUL:
        return None
    word, closed = _WORD.match(block.text.value), _CLOSED.match(block.text.value)
    if word is not None and word[1] == expected:
        return Change(0, word.end(), word[0], expected + closing)
    return (
        Change(0, closed.end(), closed[0], expected + closing) if closed is not None and closed[1] == closing else None
    )
