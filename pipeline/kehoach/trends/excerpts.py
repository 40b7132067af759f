"""What reuse needs of a plan: its sentences, and who issued it when. The plan itself need not be kept, so that archives
of any size fit into memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach.model.plan import Plan
from kehoach.orthography.fold import bare, fold
from kehoach.rules.vocabulary import Vocabulary
from kehoach.trends.panel import day_of, place_of, year_of

_SENTENCE = re.compile(r"(?<=[.;:!?])\s+(?=[^\W\d_])|\n")
_RANK = {"central": 0, "party": 1, "province": 1, "province_department": 2, "district": 2, "district_department": 3, "commune": 3}  # fmt: skip
_SHORTEST = 34
"""Letters of a sentence that is looked at, stock phrases left out: about 45 characters of print."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a plan: its place in the outline, its words, and its letters without stock phrases."""

    path: str | None
    text: str
    letters: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A plan as reuse sees it. ``place`` is the province's name on its day, ``province`` its code in the record, ``code``
    the code on that day; ``rank`` says how high its issuer stands (0: central); ``cites`` are the numbers of the documents
    that it cites."""

    file: str
    number: str | None
    issuer: str | None
    level: str | None
    province: str | None
    code: str | None
    place: str
    year: int | None
    issued_on: str | None
    day: date | None
    rank: int
    cites: frozenset[str]
    sentences: tuple[Sentence, ...]


def excerpt(plan: Plan, stock: Vocabulary) -> Excerpt:
    """What is kept of a plan; ``stock`` are the phrases that everybody has."""
    document, day = plan.document, day_of(plan)
    place = place_of(plan, day, None)
    return Excerpt(
        plan.source.path, document.number, document.issuer, document.issuer_level, document.province, place.code,
        place.name, year_of(plan), document.issued_on, day, _RANK.get(document.issuer_level or "", 2),
        frozenset(c.number for c in plan.citations if c.number), tuple(_sentences(plan, stock)),
    )  # fmt: skip


def _sentences(plan: Plan, stock: Vocabulary) -> Iterator[Sentence]:
    """The sentences of a plan's body that are long enough to be told from chance."""
    for path, text in _paragraphs(plan):
        for sentence in _SENTENCE.split(text):
            letters = letters_of(sentence, stock)
            if len(letters) >= _SHORTEST:
                yield Sentence(path, " ".join(sentence.split()), letters)


def _paragraphs(plan: Plan) -> Iterator[tuple[str | None, str]]:
    """The body below its headings; numbered paragraphs where the record has no running text."""
    spans = [(e.start, e.end) for s in plan.sections for e in s.evidence if e.start is not None and e.end is not None]
    if not plan.text or not spans:
        yield from ((item.path, item.text) for item in plan.items)
        return
    paths = sorted((e.start, i.path) for i in plan.items for e in i.evidence[:1] if e.start is not None)
    at = min(start for start, _ in spans)
    for line in plan.text[at : max(end for _, end in spans)].split("\n"):
        path = next((p for start, p in reversed(paths) if start <= at + len(line)), None)
        yield path, line
        at += len(line) + 1


def letters_of(text: str, stock: Vocabulary | None) -> str:
    """ASCII letters and digits of a text, without diacritics and without the phrases that everybody has."""
    words = fold(text).casefold()
    for entry in stock or ():
        for pattern in entry.patterns:
            words = pattern.sub(" ", words)
    return "".join(c for c in bare(words) if c.isascii() and c.isalnum())
