"""The running text that facts are looked for in: one passage a block, folded, with its place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.model.document import Document, Span, Zone
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER

RUNNING: tuple[Zone, ...] = ("title", "body", "table", "annex")
"""The zones whose words belong to the plan's own text; letterhead, foot and recipients are left to the header."""

_SENTENCE_END = re.compile(rf"[.!?]+(?=\s+[\"'(]?[{UPPER}\d])|[.!?/]+\s*$|\n")
_NOT_AN_END = re.compile(r"(?:^|[\s(])(?:[A-ZĐ]|TP|TX|TT|ThS|TS|BS|GS|PGS|Th|Tr|v\.v|KT|TM|TL|Q|st|[IVXLC]+)$")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is the block's text after ``orthography.fold`` (same length); ``start`` is its offset."""

    block: int
    start: int
    text: str
    raw: str
    zone: Zone

    def span(self, start: int, end: int) -> Span:
        """A stretch of the passage, without surrounding white space, as a span of the document's text."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.start + start, self.start + end)


def passages(document: Document, *zones: Zone) -> Iterator[Passage]:
    """Every non-empty block of these zones (all running text by default), in reading order."""
    wanted = zones or RUNNING
    return (passage for passage in document.made(_every) if passage.zone in wanted)


def _every(document: Document) -> tuple[Passage, ...]:
    texts = ((n, block.text.value, block.zone) for n, block in document.zone(*RUNNING))
    return tuple(Passage(n, document.starts[n], fold(raw), raw, zone) for n, raw, zone in texts if raw.strip())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, end mark included. A full stop inside a number or after an initial is none."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _NOT_AN_END.search(text[start : match.start()]) and match.end() < len(text.rstrip()):
            continue
        if text.endswith("số", start, match.start()) and text[match.end() :].lstrip()[:1].isdigit():
            continue  # "số. 12"; what is done on line ("chuyển đổi số. Có ...") ends
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence around an offset."""
    return next(((a, b) for a, b in sentences(text) if a <= offset < b), (0, len(text)))


def trimmed(text: str, start: int, end: int, characters: str = " \t\n.,;:/-+*•") -> tuple[int, int]:
    """The stretch without these characters at its ends."""
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return start, end
