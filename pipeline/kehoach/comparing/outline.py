"""Differences of the outline: sections and numbered paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach.comparing.pairing import UNSURE, Pairing
from kehoach.comparing.side import Side, cut
from kehoach.model.comparison import Difference
from kehoach.model.plan import Item, Section

_ITEM = 0.6


def sections(pair: Pairing, told: frozenset[tuple[str | None, str | None]]) -> Iterator[Difference]:
    """Sections added, dropped, renamed, moved. ``told`` are pairs of paths whose change is told as a fact's already: a
    heading that is itself a criterion."""
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
            yield Difference(
                kind="section_moved", field="sections.path", plan_a=pair.number_a, plan_b=pair.number_b, path_a=one.path,
                path_b=other.path, a=one.path, b=other.path, words_a=one.heading, words_b=other.heading,
                evidence_a=one.evidence, evidence_b=other.evidence, confidence=min(one.confidence, other.confidence),
            )  # fmt: skip
    for j, other in enumerate(b):
        if j not in pair.sections.back:
            yield from _lone(pair, False, other, told)


def _lone(
    pair: Pairing, in_a: bool, section: Section, told: frozenset[tuple[str | None, str | None]]
) -> Iterator[Difference]:
    if any(section.path == path for path in (pair_[0 if in_a else 1] for pair_ in told)):
        return
    mine, theirs = (pair.a, pair.b) if in_a else (pair.b, pair.a)
    index = mine.by_path.get(section.path)
    content = mine.contents[index] if index is not None else ""
    unread = theirs.says(section.heading + " " + cut(content, 40), None) or theirs.says(cut(content, 80), None)
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


def items(pair: Pairing, told: frozenset[tuple[str | None, str | None]]) -> Iterator[Difference]:
    """Paragraphs added, dropped, reworded, moved, where no fact in them tells it."""
    told_a, told_b = {a for a, _ in told if a}, {b for _, b in told if b}
    ones, others = _numbered(pair.a), _numbered(pair.b)
    found = pair.match(ones, others, lambda _, item: item.text, _ITEM + 0.1)
    for one, other in found.both:
        if one.path in told_a or other.path in told_b:
            continue
        if not pair.agree(one.text, other.text):
            words = (one.text, other.text)
            yield pair.change("item_reworded", "items.text", one, other, a=None, b=None, words=words)
        elif not pair.same_place(one.path, other.path):
            yield Difference(
                kind="item_moved", field="items.path", plan_a=pair.number_a, plan_b=pair.number_b, path_a=one.path,
                path_b=other.path, a=one.path, b=other.path, words_a=cut(one.text), words_b=cut(other.text),
                evidence_a=one.evidence, evidence_b=other.evidence, confidence=min(one.confidence, other.confidence),
            )  # fmt: skip
    for difference in pair.lone(("item_added", "item_dropped"), "items", found, lambda item: item.text):
        in_a = difference.state_a == "present"
        path = difference.path_a if in_a else difference.path_b
        if path not in (told_a if in_a else told_b) and pair.counterpart(in_a, path)[0]:
            yield difference


def _numbered(side: Side) -> tuple[Item, ...]:
    return side.plan.items


def told_by(differences: Iterable[Difference]) -> frozenset[tuple[str | None, str | None]]:
    """Pairs of paths at which the facts of a paragraph already say what changed."""
    return frozenset((d.path_a, d.path_b) for d in differences)
