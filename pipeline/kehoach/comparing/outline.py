"""Differences of the outline: sections and numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.comparing.pairing import UNSURE, Match, Pairing
from kehoach.comparing.side import cut
from kehoach.model.comparison import Difference, DifferenceKind
from kehoach.model.plan import Item, Section

_ITEM = 0.6
_LABEL = re.compile(r"^\s*(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/-]\s*")
"""A label that reading left with its paragraph."""
_HEADING = "heading"
Told = frozenset[tuple[str | None, str | None]]


def outline(pair: Pairing, scored: Told, told: Told) -> Iterator[Difference]:
    """Sections and paragraphs. ``told`` are pairs of paths whose change is told as a fact's already, ``scored`` those of
    criteria and targets, which may be headings."""
    found = pair.match(_numbered(pair, True), _numbered(pair, False), lambda _, item: item.text, _ITEM + 0.1)
    both = [(one, other) for one, other in found.both if not (one.rule == _HEADING and other.rule == _HEADING)]
    read_as_items = frozenset((one.path, other.path) for one, other in both if _HEADING in (one.rule, other.rule))
    yield from _sections(pair, scored | read_as_items)
    yield from _items(pair, told, Match(tuple(both), *(tuple(i for i in o if i.rule != _HEADING) for o in (found.only_a, found.only_b))))  # fmt: skip


def _numbered(pair: Pairing, in_a: bool) -> tuple[Item, ...]:
    """The paragraphs of a plan, and those of its headings that are none in the other plan: a paragraph without a full
    stop may be read as a heading in one of two plans."""
    side, pairs = (pair.a, pair.sections.pairs) if in_a else (pair.b, pair.sections.back)
    parents = set(side.parents)
    headings = (
        Item(
            path=s.path,
            start=s.heading[:60],
            text=s.heading,
            evidence=s.evidence,
            confidence=s.confidence,
            rule=_HEADING,
        )
        for n, s in enumerate(side.plan.sections)
        if n not in pairs and n not in parents
    )
    return (*side.plan.items, *headings)


def _sections(pair: Pairing, told: Told) -> Iterator[Difference]:
    a, b = pair.a.plan.sections, pair.b.plan.sections
    for i, one in enumerate(a):
        j = pair.sections.pairs.get(i)
        if j is None:
            yield from _lone(pair, True, one, told)
            continue
        other = b[j]
        if not pair.agree(one.heading, other.heading) and (one.path, other.path) not in told:
            yield pair.change(
                "section_renamed", "sections.heading", one, other, a=one.heading, b=other.heading,
                words=(one.heading, other.heading),
            )  # fmt: skip
        if i in pair.sections.moved:
            label = i in pair.sections.in_order and any(pair.scanned)
            yield _moved(pair, "section_moved", "sections.path", (one, one.heading), (other, other.heading), label)
    for j, other in enumerate(b):
        if j not in pair.sections.back:
            yield from _lone(pair, False, other, told)


def _lone(pair: Pairing, in_a: bool, section: Section, told: Told) -> Iterator[Difference]:
    if any(section.path == path for path in (pair_[0 if in_a else 1] for pair_ in told)):
        return
    mine, theirs = (pair.a, pair.b) if in_a else (pair.b, pair.a)
    index = mine.by_path.get(section.path)
    unread = any(pair.unread_section(in_a, index, heading=heading) for heading in (True, False))
    lost = bool(theirs.unread_pages) and not unread
    yield Difference(
        kind="section_dropped" if in_a else "section_added", field="sections", plan_a=pair.number_a, plan_b=pair.number_b,
        path_a=section.path if in_a else None, path_b=None if in_a else section.path,
        a=section.heading if in_a else None, b=None if in_a else section.heading,
        words_a=section.heading if in_a else None, words_b=None if in_a else section.heading,
        evidence_a=section.evidence if in_a else (), evidence_b=() if in_a else section.evidence,
        state_a="present" if in_a else "unread" if unread or lost else "missing",
        state_b="present" if not in_a else "unread" if unread or lost else "missing",
        confidence=min(section.confidence, UNSURE) if unread or lost else section.confidence, by_reading=unread,
    )  # fmt: skip


def _items(pair: Pairing, told: Told, found: Match[Item]) -> Iterator[Difference]:
    """Paragraphs added, dropped, reworded, moved, where no fact in them tells it."""
    told_a, told_b = {a for a, _ in told if a}, {b for _, b in told if b}
    for one, other in found.both:
        if one.path in told_a or other.path in told_b:
            continue
        words = (_LABEL.sub("", one.text), _LABEL.sub("", other.text))
        if not pair.agree(*words):
            yield pair.change("item_reworded", "items.text", one, other, a=None, b=None, words=words)
        elif _elsewhere(pair, one.path, other.path):
            yield _moved(pair, "item_moved", "items.path", (one, one.text), (other, other.text))
    for difference in pair.lone(("item_added", "item_dropped"), "items", found, lambda item: item.text):
        in_a = difference.state_a == "present"
        path = difference.path_a if in_a else difference.path_b
        if path not in (told_a if in_a else told_b) and pair.counterpart(in_a, path)[0]:
            yield difference


def _moved(
    pair: Pairing,
    kind: DifferenceKind,
    field: str,
    here: tuple[Section | Item, str],
    there: tuple[Section | Item, str],
    misread: bool = False,
) -> Difference:
    """What stands under another heading than before. Where a page could not be read, that heading may be on it; where all
    follows in the same order, a label may have been misread (``misread``)."""
    (one, words_a), (other, words_b) = here, there
    sure = min(one.confidence, other.confidence)
    unread = misread or bool(pair.a.unread_pages or pair.b.unread_pages)
    return Difference(
        kind=kind, field=field, plan_a=pair.number_a, plan_b=pair.number_b, path_a=one.path, path_b=other.path,
        a=one.path, b=other.path, words_a=cut(words_a), words_b=cut(words_b), evidence_a=one.evidence,
        evidence_b=other.evidence, confidence=min(sure, UNSURE) if unread else sure, by_reading=unread,
    )  # fmt: skip


def _elsewhere(pair: Pairing, path_a: str, path_b: str) -> bool:
    """Whether a paragraph left its section for another one that both plans have."""
    known_a, there = pair.counterpart(True, path_a)
    known_b, _ = pair.counterpart(False, path_b)
    return known_a and known_b and path_a != path_b and pair.b.holder(path_b) != there


def told_by(differences: Iterable[Difference]) -> Told:
    """Pairs of paths at which the facts of a paragraph already say what changed."""
    return frozenset((d.path_a, d.path_b) for d in differences)
