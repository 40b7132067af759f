"""Blocks that hold a heading and the paragraph below it: where to part them."""

from __future__ import annotations

from itertools import groupby, islice

from kehoach.model.document import Block
from kehoach.model.geometry import around
from kehoach.rules.vocabulary import Vocabulary
from kehoach.segment.headings import headlike, shape
from kehoach.segment.kinds import opens_with
from kehoach.segment.labels import candidates
from kehoach.segment.numbering import ALWAYS_ITEM

_SHORT = 0.8
"""A printed line that fills less of its column than this was ended on purpose."""
_OPENING = 3
"""Words with which a heading begins in bold, whatever recognition thinks of one of them."""


def pieces(block: Block, vocabulary: Vocabulary) -> tuple[tuple[int, int], ...]:
    """Offsets of the parts of a block, mostly just the one.

    A labelled heading on a printed line of its own is parted from what follows it: it is the only bold line, or it
    stops well before the margin, and the next line begins a sentence. Where places are unknown it must name a kind of
    section with its first words.
    """
    whole = ((0, len(block.text)),)
    if block.table is not None or block.single_line:
        return whole
    labels = candidates(block.text.value)
    if not labels or labels[0].family in ALWAYS_ITEM:
        return whole
    lines = _lines(block)
    if len(lines) < 2:
        return whole
    end, right = lines[0]
    second = block.text.value[end:].lstrip()
    bold_line = end - 2 <= block.bold_until <= end + 1
    looks = shape(block.text.value[labels[0].end : end], bold=bold_line)
    if not second[:1].isupper() or not headlike(looks) or looks.stop == "." or looks.words < 2:
        return whole
    widest = max((x for _, x in lines[:-1] if x is not None), default=None)
    ended = right is not None and widest is not None and right < _SHORT * widest and len(lines) > 2
    if not (bold_line or ended or (right is None and _named_line(block.text.value[labels[0].end : end], vocabulary))):
        return whole
    lead = len(block.text.value[end:]) - len(block.text.value[end:].lstrip())
    return ((0, end), (end + lead, len(block.text)))


def begins_bold(block: Block, at: int) -> bool:
    """Whether one of the first words is bold: of a sentence, most of which is, a part is rather set off."""
    words = dict.fromkeys(word for word in block.text.origin[at:] if word is not None)
    return any(word.bold for word in islice(words, _OPENING))


def _named_line(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of plain text is a heading by its first words, and no name is cut at its end."""
    words = text.split()
    return opens_with(text, vocabulary) and not words[-1][:1].isupper() and words[-1][-1].isalnum()


def _lines(block: Block) -> list[tuple[int, float | None]]:
    """End offset and right edge (points) of each printed line."""
    keyed = [(n, word) for n, word in enumerate(block.text.origin) if word is not None]
    found = []
    for _, group in groupby(keyed, key=lambda pair: (pair[1].page, pair[1].line)):
        members = list(group)
        box = around(word.box for _, word in members if word.box is not None)
        found.append((members[-1][0] + 1, box.x1 if box is not None else None))
    return found
