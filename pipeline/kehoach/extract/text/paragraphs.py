"""The paragraphs of the plan's body with their place in the tree: what follows the label, and whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.text.passages import Passage, passages
from kehoach.model.document import Document, Span
from kehoach.model.section import Node, Outline, SectionKind
from kehoach.orthography.letters import UPPER
from kehoach.rules.load import Rules

_BULLET = re.compile(r"[-+*•]\s+")
_MARK = re.compile(r"[().;!?:](?:(?<!:)|(?<=cụ thể:)(?=\s))")
_TITLE = re.compile(r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]/c|Th\.?S|TS|PGS|GS|[BYD][Ss]|ĐD|P|Tp|TP|Tx|TX)$")
"""Before a dot that ends no sentence."""
_FULL_STOP = re.compile(rf"[.!?/]*(?:\s+[\"'(]?[{UPPER}]|\s*$|\s+\d+\s)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` is the folded text of the block from ``start`` (an offset of the document) on, label left out.

    ``node`` is the index of the deepest node around it; ``heading`` tells that it is the heading of a section;
    ``opens`` that it is the first paragraph of its item. ``closing`` marks the paragraphs after the tree, ``describes`` those of
    sections that tell how things are, or on what the plan rests (vocabulary ``situations``).
    """

    block: int
    start: int
    text: str
    node: int | None
    path: str | None
    kinds: tuple[SectionKind, ...]
    heading: bool = False
    opens: bool = False
    closing: bool = False
    describes: bool = False

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)


def paragraphs(document: Document, outline: Outline, rules: Rules | None = None) -> tuple[Paragraph, ...]:
    """Every paragraph of body and annexes in reading order, the preamble and table rows left out.

    ``describes`` is told only where ``rules`` are given.
    """
    return document.made(_every, outline, rules)


def _every(document: Document, outline: Outline, rules: Rules | None) -> tuple[Paragraph, ...]:
    if rules is None:
        return tuple(_found(document, outline))
    telling = _telling(document, outline, rules)
    return tuple(replace(p, describes=True) if p.node in telling else p for p in paragraphs(document, outline))


def _found(document: Document, outline: Outline) -> Iterator[Paragraph]:
    for passage in passages(document, "body", "annex"):
        n = outline.index_at(passage.start)
        if n is None and outline.closing is None:
            continue
        closing = n is None and outline.closing is not None and passage.start >= outline.closing.start
        if n is None and not closing:
            continue
        node = None if n is None else outline.nodes[n]
        yield _paragraph(passage, n, node, outline, closing)


def _telling(document: Document, outline: Outline, rules: Rules) -> set[int]:
    """The nodes of sections whose heading says that they tell, and of no kind besides, with all below them."""
    found: set[int] = set()
    for n, node in enumerate(outline.nodes):
        said = node.role == "section" and not set(node.kinds) - {"other", "content"}
        if node.parent in found or (said and rules["situations"].first(document.quote(node.heading)) is not None):
            found.add(n)
    return found


def _paragraph(passage: Passage, n: int | None, node: Node | None, outline: Outline, closing: bool) -> Paragraph:
    opens = node is not None and node.block == passage.block
    skip = node.heading.start - passage.start if node is not None and opens else 0
    skip = max(skip, 0)
    text = passage.text[skip:]
    if not opens and (bullet := _BULLET.match(text)):
        skip, text = skip + bullet.end(), text[bullet.end() :]
    return Paragraph(
        block=passage.block,
        start=passage.start + skip,
        text=text,
        node=n,
        path=node.path if node else None,
        kinds=outline.kinds_at(passage.start),
        heading=opens and node is not None and node.role == "section",
        opens=opens,
        closing=closing,
    )


def clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The stretches between full stops and semicolons, brackets kept whole, without blanks at their ends."""
    end = len(text) if end is None else end
    at, depth = start, 0
    for mark in _MARK.finditer(text, start, end):
        n = mark.start()
        if mark[0] in "()":
            depth = max(0, depth + (1 if mark[0] == "(" else -1))
        elif (mark[0] in ";:" and depth == 0) or (
            mark[0] in ".!?" and _FULL_STOP.match(text, n) and not _TITLE.search(text, max(0, n - 6), n)
        ):
            if text[at:n].strip():
                yield _stripped(text, at, n)
            at, depth = n + 1, 0
    if text[at:end].strip(" ./;"):
        yield _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n-+*•.;/":
        start += 1
    while end > start and text[end - 1] in " \t\n.;/":
        end -= 1
    return start, end
