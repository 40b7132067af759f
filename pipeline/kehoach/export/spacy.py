"""A plan as a spaCy Doc: the record's text token by token, every kind of fact as a group of spans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kehoach.export import json
from kehoach.export.spacy_words import joined
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.plan import FACT_KINDS, Citation, Criterion, Deadline, Fact, Plan, Section
from kehoach.model.text import Evidence
from kehoach.programs.underthesea import tagged

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)+|\w+|\s|[^\w\s]")
_SINGULAR = {"criteria": "criterion", "observances": "observance"}


class Tokenizer:
    """Words, numbers ("30/6/2023", "9,5") and single marks; the text of the Doc is always the text given.

    Syllables stay apart (``doc(plan, words=True)`` joins them). It can be put into any pipeline:
    ``nlp = spacy.blank("xx"); nlp.tokenizer = Tokenizer(nlp.vocab)``.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return self.cut(text, ())

    def cut(self, text: str, edges: Iterable[int]) -> Doc:
        """Like a call, with a token ending at each of these offsets too."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(text, sorted(set(edges))):
            if piece == " " and spaces and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to keep: spaCy asks when a pipeline is saved."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Tokenizer:
        return self

    def to_disk(self, _path: object, **__: object) -> None:
        """Nothing to keep."""

    def from_disk(self, _path: object, **__: object) -> Tokenizer:
        return self


def doc(plan: Plan, *, words: bool = False) -> Doc:
    """The record's text as a spaCy Doc over ``spacy.blank("xx")``; ``doc.text == plan.text``.

    ``doc.spans`` has one group for each kind of fact (sections, items, themes, movements, criteria, targets, deadlines,
    tasks, units, indicators, citations, observances, rewards) and one for the header. A span's ``id_`` is the fact's
    id; its label is what the fact is: a section's first kind, a unit's role, a header field's name, a citation's
    relation. A fact that stands in several places has a span for each. What stands outside the text (stamps) has none.
    ``doc._.record`` is the record (a dict, without its text), ``span._.fact`` the fact in it behind a span; both are kept
    when the Doc is saved.

    Tokens are syllables, numbers and marks; with ``words`` they are Vietnamese words, as underthesea segments them
    (0.2 s for a thousand syllables, a second more for the first), with their part of speech: ``token.tag_`` in the
    tags of the Vietnamese treebank, ``token.pos_`` in the universal ones. No word crosses the bounds of a fact.
    """
    import spacy
    from spacy.tokens import Doc, Span, SpanGroup

    if not Doc.has_extension("record"):
        Doc.set_extension("record", default=None)
    if not Span.has_extension("fact"):
        Span.set_extension("fact", getter=_fact)
    groups = {name: tuple(found) for name, found in marked(plan).items()}
    edges = {edge for found in groups.values() for _, _, start, end in found for edge in (start, end)}
    made = Tokenizer(spacy.blank("xx").vocab).cut(plan.text, edges)
    if words:
        made = joined(made, edges, tagged)
    for name, found in groups.items():
        spans = [made.char_span(start, end, label=label, span_id=identity) for identity, label, start, end in found]
        made.spans[name] = SpanGroup(made, name=name, spans=[span for span in spans if span is not None])
    made._.record = {key: value for key, value in json.to_dict(plan).items() if key != "text"}
    return made


def _fact(span: Any) -> dict[str, Any] | None:
    """The fact of the record that a span stands for; None for values of the header."""
    record = span.doc._.record or {}
    facts = (fact for kind in FACT_KINDS for fact in record.get(kind, ()))
    return next((fact for fact in facts if fact["id"] == span.id_), None)


Found = tuple[str, str, int, int]
"""Identity, label, first character, end."""


def marked(plan: Plan) -> dict[str, list[Found]]:
    """Every stretch of the text that a fact, unit, indicator or header value covers, by group."""
    made: dict[str, list[Found]] = defaultdict(list)
    for name, several in plan.document.evidence.items():
        for one in several if isinstance(several, tuple) else (several,):
            assert isinstance(one, HeaderEvidence)
            made["header"] += [("", name, *part) for part in stretches(plan.text, one.evidence)]
    for kind in FACT_KINDS:
        for fact in getattr(plan, kind):
            made[kind] += [(fact.id, _label(kind, fact), *part) for part in stretches(plan.text, fact.evidence)]
            for unit in getattr(fact, "units", ()):
                made["units"] += [(fact.id, unit.role, *part) for part in stretches(plan.text, unit.evidence)]
            for one in getattr(fact, "indicators", ()):
                made["indicators"] += [(fact.id, "indicator", *part) for part in stretches(plan.text, one.evidence)]
    return {name: made[name] for name in ("header", *FACT_KINDS, "units", "indicators")}


def _label(kind: str, fact: Fact) -> str:
    if isinstance(fact, Section):
        return fact.kinds[0] if fact.kinds else "other"
    if isinstance(fact, Criterion | Deadline):
        return fact.kind
    return fact.relation if isinstance(fact, Citation) else _SINGULAR.get(kind, kind.removesuffix("s"))


def stretches(text: str, evidence: Iterable[Evidence]) -> Iterator[tuple[int, int]]:
    """The stretches of the text that evidence covers: line fragments with nothing but white space between are one."""
    spans = sorted(
        (place.start, place.end)
        for place in evidence
        if place.start is not None and place.end is not None and 0 <= place.start < place.end <= len(text)
    )
    open_: tuple[int, int] | None = None
    for start, end in spans:
        if open_ is not None and not text[open_[1] : start].strip():
            open_ = open_[0], max(open_[1], end)
            continue
        if open_ is not None:
            yield open_
        open_ = start, end
    if open_ is not None:
        yield open_


def pieces(text: str, edges: list[int]) -> Iterator[str]:
    """The tokens of a text, single white space characters among them, cut at the edges too."""
    n = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while n < len(edges) and edges[n] <= start:
            n += 1
        while n < len(edges) and edges[n] < end:
            yield text[start : edges[n]]
            start = edges[n]
            n += 1
        yield text[start:end]
