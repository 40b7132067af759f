"""Number and symbol, place and date: the printed lines of a document's head.

Shapes seen in print (and kept as test cases): a space before the slash, no colon, bold digits, digits left blank, a
missing month, Party numbers ("34-KH/TU").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.model.document import Block, Document, Span
from kehoach.model.document_info import State
from kehoach.model.geometry import Box, around
from kehoach.model.header import BY_HAND, Field
from kehoach.orthography.fold import bare, fold
from kehoach.rules.needs import Sieve
from kehoach.rules.places import places

DOUBTFUL_NUMBER, DOUBTFUL_DATE = 0.7, 0.6
"""A recognized figure of less confidence (handwriting mostly) is called unreadable rather than given. Measured on real
scans: typed figures are read with 0.9 and more, handwritten numbers misread with 0.3 to 0.6."""

_WORD = r"[SsŠŞ5$8]\s?[ốôồỗổộóòoOÔỐ6Ó0](?![^\W\d_])\s*[:;.,]?"
_SYMBOL = r"[A-ZĐƯ][\w&.ĐđƯư]*(?:(?:\s?[-/&]\s?|,(?=[A-ZĐ]{2})|(?<=\.)\s(?=[A-ZĐƯ]+\s*$))[A-ZĐƯ][\w&.ĐđƯư]*)*(?:\s?\([A-ZĐ]{1,5}\d{0,3}\))?"
_NUMBER = re.compile(
    rf"(?:{_WORD}|^)\s*(?P<digits>[^\n]{{0,24}}?)\s*/\s*(?:(?P<year>(?:19|20)\d\d\s*[/-])\s*)?['’‘`]?(?P<symbol>{_SYMBOL})"
)
_SPOILT = re.compile(r"S[ốôồỗổộ]\s?[:.].*[A-ZĐ]{2}-[A-ZĐ]{2}")
"""A number's line that a pen ran over, so that it is no print."""
_PARTY = re.compile(
    rf"{_WORD}\s*(?P<digits>[\d\s._…]*?)\s*(?:-|(?<=\d\s)(?=(?:KH|CTr|HD|BC|TB|NQ|KL)\b))\s*(?P<type>[A-ZĐ][A-Za-zđĐ]{{0,4}})\s*/\s*(?P<organ>[A-ZĐ][\w.&ĐđƯư-]*)"
)
_FIGURE_LOOKS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "|": "1", "Ø": "0"})
_BLANK = re.compile(r"[\s._…\-⟦⟧]*")
_DATE = re.compile(
    r"^(?P<place>.*?)[\s,.;:]*\b(?:nga?y|nga(?=\s*\d))(?![a-z]{2})[.,:]?\s*(?P<day>.{0,12}?)\s*t?h[aou]ng(?![a-z])[.,:]?\s*"
    r"(?P<month>.{0,12}?)\s*(?<![a-z])(?:na?m|na[nr](?=\s?\d)|[a-z]am(?=\s?\d))(?![a-z])[.,:]?\s*(?P<year>[\doli][\dsoli]{0,5})?"
)
"""Figures that a pen wrote touch the words between them: "năm" may be read as "hăm" or "năn"."""
_DATE_LINE = re.compile(r"\bngay\b.*\bth[aou]ng\b|\bthang\b.*\bnam\b|^\W*nam\s+(?:19|20)\d\d\W*$")
_SHORT_DATE = Sieve(
    r"^(?P<place>\D*?)[\s,]*(?:ngay\s*)?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A value of the head with its state; ``field`` is None where there is nothing to give."""

    field: Field | None
    state: State


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The document's number: ``digits`` empty where blank; ``symbol`` without spaces ("KH-SNV", "KH/TU")."""

    line: Line
    digits: str = ""
    symbol: str = ""
    span: Span | None = None


def zone_lines(document: Document, *zones: str) -> Iterator[tuple[Span, Block]]:
    return ((document.span(n), block) for n, block in enumerate(document.blocks) if block.zone in zones)


def is_date_line(text: str) -> bool:
    """Whether a line is (part of) the line of place and date."""
    return bool(_DATE_LINE.search(bare(text)))


def number_line(document: Document) -> NumberLine:
    """The document's own number, never that of a received stamp (which is furniture)."""
    spoilt = (fold(piece.text.value) for piece in document.furniture if piece.kind == "noise")
    state: State = "unreadable" if any(_SPOILT.match(text) for text in spoilt) else "absent"
    for span, block in (*zone_lines(document, "number"), *zone_lines(document, "issuer")):
        text = fold(block.text.value)
        party, usual = _PARTY.search(text), _NUMBER.search(text)
        match = party if party and not (usual and usual.start("symbol") < party.start("type")) else usual
        if match is None and block.zone == "number" and (label := re.match(_WORD, text)) is not None:
            state = "blank" if _BLANK.fullmatch(text, label.end()) else "unreadable"
        if match is None or (block.zone == "issuer" and not re.search(r"(?i)\bs[ốôo]\b", text)):
            continue
        return _read(document, span, match, party=match is party)
    return NumberLine(Line(None, state))


def _read(document: Document, span: Span, match: re.Match[str], *, party: bool) -> NumberLine:
    printed = match["digits"]
    digits = re.sub(r"[\s._…⟦⟧-]", "", printed).translate(_FIGURE_LOOKS)
    symbol = f"{match['type']}/{match['organ']}" if party else re.sub(r"\s", "", match["symbol"]).rstrip(".-")
    place = Span(span.start + match.start("digits"), span.start + match.end())
    figures = Span(span.start + match.start("digits"), span.start + match.end("digits"))
    sure = document.confidence(figures) if len(figures) else 1.0
    readable = bool(re.fullmatch(r"\d{1,5}[a-zđ]?", digits)) and sure >= DOUBTFUL_NUMBER
    blank = bool(_BLANK.fullmatch(printed))
    kept = digits if readable else ""
    year = re.sub(r"\s", "", match["year"] or "") if not party else ""
    value = f"{kept}-{symbol}" if party else f"{kept}/{year}{symbol}"
    state: State = "found" if readable else "blank" if blank and not _ink_near(document, span) else "unreadable"
    whole = document.confidence(place)
    rule = "header.number.party" if party else "header.number"
    field = Field(value, (place,), rule + (BY_HAND if _by_hand(document, figures) else ""), min(sure, whole))
    return NumberLine(Line(field, state), kept, symbol, place)


def _ink_near(document: Document, span: Span) -> bool:
    """Whether handwriting was seen on the printed line, so that an empty place was filled in by hand."""
    places = [(place.page, place.box) for place in document.evidence(span) if place.box is not None]
    for page in document.pages:
        line = around(box for number, box in places if number == page.number)
        if line is not None and any(mark.kind == "handwriting" and _on(line, mark.box) for mark in page.marks):
            return True
    return False


def _by_hand(document: Document, *spans: Span) -> bool:
    """Whether figures of these spans were read from handwriting."""
    hands = [(page.number, hand.box) for page in document.pages for hand in page.handwriting if hand.believed]
    places = document.evidence(*spans) if hands else ()
    return any(
        place.page == page and place.box is not None and _on(place.box, box) for place in places for page, box in hands
    )


def _on(line: Box, ink: Box) -> bool:
    """Whether the pen wrote on this line, somewhere between its ends."""
    shared = min(ink.bottom, line.bottom) - max(ink.top, line.top)
    return shared > 0.3 * min(ink.height, line.height) and line.x0 <= ink.cx <= line.x1


@dataclass(frozen=True, slots=True)
class PlaceDate:
    place: Field | None
    issued_on: Line


def place_date(document: Document) -> PlaceDate:
    """Place name and date, the date as far as it is printed and can be read."""
    for span, block in (
        *zone_lines(document, "place_date"),
        *zone_lines(document, "number"),
        *zone_lines(document, "issuer"),
    ):
        at = 0
        if block.zone != "place_date":
            number = _NUMBER.search(fold(block.text.value))
            at = number.end() if number else 0
        text = bare(block.text.value)[at:]
        match = _DATE.search(text) or _SHORT_DATE.search(text)
        if match:
            line = Span(span.start + at, span.end)
            return PlaceDate(_place(document, line, match), _date(document, line, match))
    return PlaceDate(None, Line(None, "absent"))


def _place(document: Document, span: Span, match: re.Match[str]) -> Field | None:
    printed = document.text.value[span.start + match.start("place") : span.start + match.end("place")]
    left = len(printed) - len(printed.lstrip(" ,.;:-*|'\"“_"))
    kept = printed.strip(" ,.;:-*|'\"“_")
    if not any(c.isalpha() for c in kept):
        return None
    start = span.start + match.start("place") + left
    place = Span(start, start + len(kept))
    sure = document.confidence(place)
    named = " ".join(kept.split())
    return Field(_spelt(named) if sure < 1 else named, (place,), "header.place", sure)


def _spelt(recognized: str) -> str:
    """The name as the list of provinces has it, where only tone marks differ, which recognition confuses."""
    known = places().named(recognized)
    return known.name if known is not None and bare(known.name) == bare(recognized) else recognized


def _date(document: Document, span: Span, match: re.Match[str]) -> Line:
    whole = Span(span.start + match.start("day"), span.start + match.end())
    parts: list[tuple[str, Span, float]] = []
    state: State = "found"
    for group, low, high in (("year", 1945, 2100), ("month", 1, 12), ("day", 1, 31)):
        printed = match[group] or ""
        place = Span(span.start + max(match.start(group), 0), span.start + max(match.end(group), 0))
        figures = re.sub(r"[\s._…⟦⟧,;:/'-]", "", printed).translate(_FIGURE_LOOKS)
        sure = document.confidence(place) if len(place) else 1.0
        if figures.isdigit() and low <= int(figures) <= high and sure >= DOUBTFUL_DATE:
            parts.append((figures.zfill(2), place, sure))
            continue
        state = "blank" if _BLANK.fullmatch(printed) and not _ink_near(document, span) else "unreadable"
        break
    if not parts:
        return Line(None, state)
    rule = "header.issued_on" + (BY_HAND if _by_hand(document, *(place for _, place, _ in parts)) else "")
    return Line(Field("-".join(text for text, _, _ in parts), (whole,), rule, min(sure for _, _, sure in parts)), state)
