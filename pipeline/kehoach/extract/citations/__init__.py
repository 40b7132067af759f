"""Legal, administrative and Party documents that the plan cites, each mention as written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.extract.citations import told_apart
from kehoach.extract.citations.carried import bases_of_the_decision
from kehoach.extract.citations.citation_parts import (
    Part,
    date_after,
    issuer_after,
    relation_at,
    subject_after,
    type_before,
)
from kehoach.extract.citations.document_number import DocumentNumber, document_numbers
from kehoach.extract.citations.issuing_body import full_name
from kehoach.extract.citations.law_names import Named, law_name
from kehoach.extract.citations.named_documents import ISSUED_WITH, bare_numbers, named_documents
from kehoach.extract.text.passages import Passage, passages
from kehoach.extract.times.calendar_dates import CalendarDate, calendar_dates
from kehoach.model.document import Document, Span
from kehoach.model.fact import CitationMention
from kehoach.model.plan import Citation, Relation
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.vocabulary import Entry, Vocabulary

_BASES = re.compile(r"\W*(?:(?:các|những)\s+)?(?:căn cứ|cơ sở(?= pháp lý))(?!\w)", re.IGNORECASE)
_ANY_PAPER = re.compile(r"văn bản(?!\w)", re.IGNORECASE)
_ISSUES = re.compile(rf"\b{ISSUED_WITH}\s+$", re.IGNORECASE)
"""Before a decision that issued rules."""
_NEAR = 70
_LISTED = re.compile(r"(?:\d{1,5}\s*(?:,|;|và)\s*)+$")


def citations(document: Document, outline: Outline, rules: Rules) -> tuple[CitationMention, ...]:
    """Every mention in reading order; assembly makes one row of the mentions of one document."""
    finder = _Finder(document, outline, rules)
    read = (*bases_of_the_decision(document), *passages(document))
    found = [mention for passage in read for mention in finder.mentions(passage)]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


class _Finder:
    """The document with the vocabularies that reading a citation takes."""

    def __init__(self, document: Document, outline: Outline, rules: Rules) -> None:
        self.document, self.outline = document, outline
        self.types: Vocabulary = rules["document_types"]
        self.cues: Vocabulary = rules["citation_cues"]
        self.abbreviations: Vocabulary = rules["body_abbreviations"]
        self.names = {code: str(entry["name"]) for entry in self.types for code in entry.get("codes", ())}

    def mentions(self, passage: Passage) -> Iterator[CitationMention]:
        """The mentions of one passage: numbered ones first, because their subjects name documents that are the same."""
        taken: list[tuple[int, int]] = []
        subjects: list[tuple[int, int]] = []
        several: list[CitationMention] = []
        numbers = list(document_numbers(passage.text, self.names))
        for number, following in itertools.zip_longest(numbers, numbers[1:]):
            made, subject = self._numbered(passage, number)
            begin, end = made[0].span.start - passage.start, made[0].span.end - passage.start
            taken.append((begin, end))
            subjects += [(subject.start, subject.end)] if subject else []
            if following and told_apart.goes_on(passage.text, begin, end, following.start, bool(several)):
                several += made
                continue
            yield from (_with_parts_of(one, made[0].citation) for one in several)
            several = []
            yield from made
        bare = [named for named in bare_numbers(passage.text, self.types) if not _overlaps(taken, named)]
        taken += [(named.start, named.end) for named in bare]
        yield from (self._made(passage, named) for named in bare)
        for named in named_documents(passage.text, self.types):
            inside = named.rule in {"citation.named", "citation.issued_by", "citation.dated"} and _overlaps(
                subjects, named
            )
            if not _overlaps(taken, named) and not inside:
                yield self._made(passage, named)

    def _numbered(self, passage: Passage, number: DocumentNumber) -> tuple[list[CitationMention], Part | None]:
        text = passage.text
        before = type_before(text, number.start, self.types)
        law = law_name(text, number.start, number.start) if number.year and not number.type_code else None
        listed = _LISTED.search(text, before[1] if before else max(0, number.start - 40), number.start)
        start = law.start if law else before[1] if before else listed.start() if listed else number.start
        dated = date_after(text, number.end)
        issuer = issuer_after(text, dated[1] if dated else number.end)
        if dated is None and issuer is not None and (late := date_after(text, issuer.end)):
            dated = late
        if dated is None and (issues := _ISSUES.search(text, max(0, start - _NEAR), start)):
            day = next(calendar_dates(issues["day"] or ""), None)
            dated = (day, number.end) if day is not None else None
        stop = max(issuer.end if issuer else 0, dated[1] if dated else 0, number.end)
        subject = subject_after(text, stop)
        issued, issuer = _told_apart(text, start, number, dated[0] if dated else None, issuer, law is not None)
        whole = Named(
            start, stop, self._type(text, before, number),
            law.text if law else subject.text if subject else None, "citation.number", number.value,
            issued.iso if issued else None, issuer.text if issuer else None,
        )  # fmt: skip
        others = re.findall(r"\d+", listed[0]) if listed and before else []
        numbers = [*(number.renumbered(digits) for digits in others), number]
        sure = 1.0 if before or number.year else 0.8
        return [self._made(passage, whole, one, sure) for one in numbers], None if law else subject

    def _type(self, text: str, before: tuple[Entry, int] | None, number: DocumentNumber) -> str:
        """The printed type word, else what the symbol says, as behind "văn bản", which is any paper; a symbol without a type
        code is a công văn's."""
        if before is not None and not (number.type_code and _ANY_PAPER.match(text, before[1])):
            return str(before[0]["name"])
        if number.type_code is not None:
            return self.names[number.type_code]
        return "Luật" if number.year else "Công văn"

    def _made(
        self, passage: Passage, named: Named, number: DocumentNumber | None = None, sure: float = 0.9
    ) -> CitationMention:
        span = passage.span(named.start, named.end)
        opening = self.outline.preamble is not None and self.outline.preamble.holds(span)
        citation = Citation(
            number=number.value if number else named.number,
            type=named.type,
            issued_on=named.issued_on,
            issuer=full_name(_printed(passage, named.issuer), self.abbreviations) if named.issuer else None,
            relation=relation_at(passage.text, named.start, opening, self.cues) or self._heading_relation(span),
            title=_printed(passage, named.title) if named.title else None,
            path=self.outline.path_at(span.start),
            number_printed=number.printed if number and number.damaged else None,
            evidence=self.document.evidence(span),
            confidence=self.document.confidence(span) * sure,
            rule=named.rule,
        )
        return CitationMention(citation, span, short=named.rule == "citation.bare_number")

    def _heading_relation(self, span: Span) -> Relation:
        """What a list under a heading ("I. CĂN CỨ XÂY DỰNG KẾ HOẠCH") cites without a word of its own is a basis."""
        index = self.outline.index_at(span.start)
        above = self.outline.ancestors(index) if index is not None else ()
        sections = (node for node in above if node.role == "section" and node.heading.end <= span.start)
        based = any(_BASES.match(fold(self.document.quote(node.heading))) for node in sections)
        return "basis" if based else "mentions"


def _with_parts_of(mention: CitationMention, last: Citation) -> CitationMention:
    """One of several documents, with the date and the issuer that stand once behind the last of them."""
    own = mention.citation
    both = replace(own, issued_on=own.issued_on or last.issued_on, issuer=own.issuer or last.issuer)
    return replace(mention, citation=both)


def _told_apart(
    text: str, start: int, number: DocumentNumber, dated: CalendarDate | None, issuer: Part | None, law: bool
) -> tuple[CalendarDate | None, Part | None]:
    """Date and issuer, with what stands of them elsewhere where it does not stand behind the number."""
    if dated is None and law:
        dated = told_apart.passed_on(text, number.end)
    if dated is None and issuer is None and (told := told_apart.issued_before(text, start)) is not None:
        return told
    return dated, issuer or (None if law else told_apart.issuer_before_list(text, start))


def _overlaps(taken: list[tuple[int, int]], named: Named) -> bool:
    return any(start < named.end and named.start < end for start, end in taken)


def _printed(passage: Passage, folded: str) -> str:
    """The words as printed, where they stand in the passage in one piece."""
    at = passage.text.find(folded)
    return passage.raw[at : at + len(folded)] if at >= 0 else folded
