"""Document -> Section tree: the numbering grammar, levels, headings, kinds."""

from __future__ import annotations

from dataclasses import replace

from kehoach.model.document import Document, Span
from kehoach.model.section import Node, Outline
from kehoach.rules.load import Rules
from kehoach.segment.ends import closing_from
from kehoach.segment.kinds import KindWords
from kehoach.segment.regions import annexes, body_blocks
from kehoach.segment.tree import nodes
from kehoach.segment.units import units


def sections(document: Document, rules: Rules) -> Outline:
    """The tree of the body and of what stands after the signature.

    Preamble, nodes and closing together cover every block of the body, tables and annexes, nothing twice.
    """
    body = units(document, body_blocks(document), rules["headings"])
    stop = closing_from(document, body, rules["closings"])
    closing = Span(body[stop].span.start, body[-1].span.end) if stop < len(body) else None
    words = KindWords(rules["headings"], rules["heading_hints"], rules["bodies"], rules["units"])
    found = list(nodes(document, body[:stop], words))
    first = found[0].extent.start if found else closing.start if closing else None
    opening = [unit for unit in body[:stop] if first is None or unit.span.start < first]
    preamble = Span(opening[0].span.start, opening[-1].span.end) if opening else None
    for part in annexes(document, words, tuple(found)):
        found.extend(_shifted(part, len(found)))
    return Outline(tuple(found), preamble, closing)


def _shifted(part: tuple[Node, ...], by: int) -> tuple[Node, ...]:
    return tuple(node if node.parent is None else replace(node, parent=node.parent + by) for node in part)
