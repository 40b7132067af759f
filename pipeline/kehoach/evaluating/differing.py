"""The passages on which reference and record differ, with their places on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kehoach.evaluating import header
from kehoach.evaluating.pairing import KINDS
from kehoach.evaluating.similarity import fold
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.plan import Fact, Plan
from kehoach.model.text import Evidence

Manner = Literal["missed", "extra", "wrong"]
_SHOWN: dict[str, tuple[str, ...]] = {
    "sections": ("path", "heading", "kinds"), "items": ("path", "text"), "themes": ("text",), "movements": ("name",),
    "criteria": ("path", "text", "points", "kind"), "targets": ("path", "quote", "comparator", "value", "value_max"),
    "deadlines": ("path", "quote", "start", "end"), "tasks": ("path", "text", "units", "due"),
    "citations": ("type", "number", "title", "issued_on"), "observances": ("name", "ordinal", "to"),
    "rewards": ("form", "count", "recipient"),
}  # fmt: skip
_WORDS = ("quote", "text", "heading", "name", "number", "form")
_LEAST = 8
"""Letters below which words are not sought in the text: they stand everywhere."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``missed`` is only in the reference, ``extra`` only in the record, ``wrong`` in both with other values. ``places``
    are where the record has it, or where the reference or the record's text says it stands; they may be unknown."""

    manner: Manner
    field: str
    reference: str
    record: str
    places: tuple[Evidence, ...] = ()


def differences(gold: Plan, found: Plan) -> tuple[Difference, ...]:
    """In the order of the record: header first, then list by list."""
    return (*_header(gold, found), *(one for name in KINDS for one in _of_list(name, gold, found)))


def _header(gold: Plan, found: Plan) -> Iterator[Difference]:
    for name, measure in header.score(gold.document, found.document):
        if not measure.missed and not measure.extra:
            continue
        manner: Manner = "wrong" if measure.missed and measure.extra else "missed" if measure.missed else "extra"
        evidence = found.document.evidence.get(name.removeprefix("document."))
        places = evidence.evidence if isinstance(evidence, HeaderEvidence) else ()
        yield Difference(manner, name, "; ".join(measure.missed_texts), "; ".join(measure.extra_texts), places)


def _of_list(name: str, gold: Plan, found: Plan) -> Iterator[Difference]:
    kind = KINDS[name]
    ours, theirs = kind.of(gold), kind.of(found)
    pairs = kind.pairs(gold, found)
    agreeing, known, told = set(kind.agreeing(gold, found, pairs)), {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        if (i, j) not in agreeing:
            yield Difference("wrong", name, _shown(name, ours[i]), _shown(name, theirs[j]), theirs[j].evidence)
    for i, fact in enumerate(ours):
        if i not in known:
            yield Difference("missed", name, _shown(name, fact), "", _places(fact, found))
    for j, fact in enumerate(theirs):
        if j not in told:
            yield Difference("extra", name, "", _shown(name, fact), fact.evidence)


def _shown(name: str, fact: Any) -> str:
    values = [getattr(fact, key) for key in _SHOWN[name]]
    return " · ".join(_value(value) for value in values if value not in (None, "", ()))


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_value(one) for one in value)
    if hasattr(value, "role"):
        return f"{value.name} ({value.role})"
    if hasattr(value, "start"):
        return f"{value.start or '…'} → {value.end or '…'}"
    return str(value)


def _places(fact: Fact, found: Plan) -> tuple[Evidence, ...]:
    """The reference's own boxes, or the lines of the record's text that hold the words."""
    if any(place.box for place in fact.evidence):
        return fact.evidence
    words = next((str(value) for key in _WORDS if (value := getattr(fact, key, None))), "")
    at = _find(found.text, words)
    return tuple(_lines(found, *at)) if at else ()


def _find(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand, gaps and line ends aside."""
    wanted = "".join(fold(words).split())
    if len(wanted) < _LEAST:
        return None
    offsets = [n for n, letter in enumerate(text) if fold(letter).strip()]
    start = "".join(fold(text[n]) for n in offsets).find(wanted)
    return None if start < 0 else (offsets[start], offsets[start + len(wanted) - 1] + 1)


def _lines(found: Plan, start: int, end: int) -> Iterator[Evidence]:
    """The line fragments known to the record that lie in these offsets."""
    seen = set()
    for place in _fragments((*found.items, *found.sections)):
        if place.start is not None and place.end is not None and place.start < end and start < place.end:
            key = (place.page, place.box)
            if key not in seen:
                seen.add(key)
                yield place


def _fragments(facts: Iterable[Fact]) -> Iterator[Evidence]:
    for fact in facts:
        yield from (place for place in fact.evidence if place.box is not None)


def by_page(found: Sequence[Difference]) -> dict[int, list[tuple[int, Difference]]]:
    """Numbered differences (from 1) by the pages on which they stand."""
    pages: dict[int, list[tuple[int, Difference]]] = {}
    for number, one in enumerate(found, 1):
        for page in sorted({place.page for place in one.places if place.page is not None and place.box is not None}):
            pages.setdefault(page, []).append((number, one))
    return pages
