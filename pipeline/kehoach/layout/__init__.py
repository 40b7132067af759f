"""Pages -> Document: lines in reading order, letterhead, body, foot, tables; furniture kept apart. No pixels here."""

from __future__ import annotations

from kehoach.layout import flow, foot, headlines, ink, listed, paragraphs, parts, run_on, signed
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs
from kehoach.layout.volumes import volumes
from kehoach.model.document import Block, Document, Zone
from kehoach.model.page import Reading
from kehoach.rules.load import Rules

__all__ = ["document", "volumes"]


def document(reading: Reading, rules: Rules) -> Document:
    """The whole document in reading order, each paragraph, letterhead line and table row a block with its zone."""
    signs = Signs.of(rules)
    items, furniture = flow.items(reading.pages, signs)
    items = headlines.parted(headlines.joined(run_on.parted(items, signs)), signs)
    items = foot.parted(items, signs)
    items, zones, inked = ink.without_ink(items, parts.parts(items, signs), signs)
    wrapping = paragraphs.Wrapping.of([item for item in items if isinstance(item, Printed)])
    blocks = _blocks(items, zones, wrapping, signs)
    return Document(reading.pages, tuple(blocks), (*furniture, *inked), reading.issues)


_JOINED: tuple[Zone, ...] = ("body", "annex", "carrier")


def _blocks(items: list[parts.Item], zones: list[Zone], wrapping: paragraphs.Wrapping, signs: Signs) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    while at < len(items):
        item, zone = items[at], zones[at]
        if isinstance(item, Block):
            blocks.append(item)
            at += 1
            continue
        end = at + 1
        while end < len(items) and zones[end] == zone and isinstance(items[end], Printed):
            end += 1
        lines = [line for line in items[at:end] if isinstance(line, Printed)]
        if zone in _JOINED:
            blocks.extend(paragraphs.block(zone, group) for group in paragraphs.paragraphs(lines, wrapping))
        elif zone == "recipients":
            blocks.extend(paragraphs.block(zone, group) for group in listed.entries(lines))
        elif zone == "signature":
            blocks.extend(paragraphs.block(zone, group) for group in signed.lines(lines, signs))
        elif zone == "title":
            blocks.extend(_title(lines, signs))
        else:
            blocks.extend(paragraphs.block(zone, [line]) for line in lines)
        at = end
    return blocks


def _title(lines: list[Printed], signs: Signs) -> list[Block]:
    """The word KẾ HOẠCH is a block, the subject another, and "(Ban hành kèm theo ...)" a third."""
    first = 1 if signs.is_type(lines[0]) else 0
    last = next((n for n, line in enumerate(lines) if n >= first and signs.kind(line) == "annex_of"), len(lines))
    parted = [part for part in (lines[:first], lines[first:last], lines[last:]) if part]
    return [paragraphs.block("title", part) for part in parted]
