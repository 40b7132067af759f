"""Type and subject: the title lines of a document."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from kehoach.extract.header.number_line import zone_lines
from kehoach.model.document import Document, Span
from kehoach.model.header import Field
from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Entry

_OPENING = 8
"""Paragraphs within which a text says what it is."""
_ANNOUNCED = Sieve(
    r"\b(?:xây dựng|ban hành|lập|đề ra)\s+(?P<type>kế hoạch|chương trình)\b(?=[^.;\n]{0,300}\bnhư sau\b)", re.IGNORECASE
)


def _opening_type(text: str, rules: Rules) -> tuple[Entry, re.Match[str]] | None:
    """The kind of document that a title begins with; what it names further on ("... thi hành Luật ...") is its subject."""
    found = [pair for pair in rules["document_types"].all(text) if pair[1].start() <= 2]
    if found or not text.isupper():
        return max(found, key=lambda pair: pair[1].end(), default=None)
    plain, whole = bare(text).strip(" .:*-"), re.search(r".+", text)  # marks of capitals get lost
    same = (entry for entry in rules["document_types"] if bare(str(entry["name"])) == plain)
    return next(((entry, whole) for entry in same if whole), None)


_BY = re.compile(r"\s*(?:hội nghị|đại hội|kỳ họp|của)\b[^.;:]{0,160}?(?=\bvề\b)", re.IGNORECASE)


def _of_whom(behind: str) -> int:
    """Length of what a title says between its type and its subject: whose it is ("Nghị quyết Hội nghị lần thứ 3 ... về")."""
    found = _BY.match(behind)
    return found.end() if found else 0


@dataclass(frozen=True, slots=True)
class Title:
    type: Field | None
    subject: Field | None


def title(document: Document, rules: Rules, symbol: str) -> Title:
    """Type code and subject. The type is that of the title line, else of the symbol."""
    kinds: Field | None = None
    subject: list[Span] = []
    above: list[Span] = []
    for span, block in zone_lines(document, "title"):
        text = fold(block.text.value)
        found = _opening_type(text, rules) if kinds is None else None
        at = 0
        first = (
            not subject and text[:1].isupper() and (not symbol or found is None or found[1].end() == len(text.rstrip()))
        )
        if found is not None and (first or text[: found[1].end()].isupper()):
            codes = found[0].get("codes", [])
            code = _plain_code(str(found[0]["name"])) or (codes[0] if codes else _type_code(symbol, rules))
            place = Span(span.start + found[1].start(), span.start + found[1].end())
            kinds = Field(code, (place,), "header.type", document.confidence(place)) if code else None
            if kinds is not None:
                above, subject = subject, []
            at = found[1].end()
            at += _of_whom(text[at:])
            rest = text[at:]
            if at and not rest.strip(" .:*-"):
                continue
        if not re.match(r"\(?\s*(?:ban hành )?kèm theo\b", text[at:].strip(), re.IGNORECASE):
            subject.append(Span(span.start + at, span.end))
    subject = subject or above  # a line "V/v ..." over the type says it where nothing stands below
    if kinds is None and subject and re.match(r"\W*v/v\b", document.quote(subject[0]), re.IGNORECASE):
        kinds = Field(
            "CV", (subject[0],), "header.type.letter", 0.9, inferred=True
        )  # official letters have no type word
    if kinds is None and (code := _type_code(symbol, rules)):
        kinds = Field(code, (), "header.type.symbol", 0.9, inferred=True)
    if kinds is None and not symbol:
        kinds = _announced(document)
    return Title(kinds, _subject(document, subject))


def _announced(document: Document) -> Field | None:
    """The type by the sentence with which the text begins ("... xây dựng kế hoạch ... như sau:")."""
    for span, block in itertools.islice(zone_lines(document, "body"), _OPENING):
        found = _ANNOUNCED.search(fold(block.text.value))
        if found and (code := _plain_code(found["type"].capitalize())):
            place = Span(span.start + found.start("type"), span.start + found.end("type"))
            return Field(code, (place,), "header.type.announced", 0.8, inferred=True)
    return None


def _plain_code(name: str) -> str | None:
    """Joint and coordinating documents count as what they are a kind of (NĐ 30/2020/NĐ-CP, Phụ lục III)."""
    return next((code for word, code in (("Kế hoạch", "KH"), ("Chương trình", "CTr")) if name.startswith(word)), None)


_CONCERNING = re.compile(r"^v\s?/\s?v\b[\s:]*", re.IGNORECASE)
"""The mark before a subject, which is no word of it."""
_BRACKETED = re.compile(r"\(\s*(v\s?/\s?v\b[^()]*?)\s*\)", re.IGNORECASE)


def _subject(document: Document, spans: list[Span]) -> Field | None:
    text = " ".join(" ".join(document.quote(span) for span in spans).split()).strip(" *-_").rstrip(" .;:")
    bracketed = _BRACKETED.fullmatch(text)
    text = _CONCERNING.sub("", bracketed[1] if bracketed else text)
    if not text:
        return None
    return Field(text, tuple(spans), "header.title", document.confidence(*spans))


def _type_code(symbol: str, rules: Rules) -> str | None:
    """Type code of a symbol ("KH-SNV", "KH/TU"); None for công văn."""
    head = re.split(r"[-/]", symbol)[0]
    known = {code for entry in rules["document_types"] for code in entry.get("codes", [])}
    return next((code for code in known if code.lower() == head.lower()), None)
