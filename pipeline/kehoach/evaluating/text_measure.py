"""A recognized text against its transcript: characters, words, tones, digits and Roman numerals, page by page.

Each segment of the reference (a printed line, a table cell) is sought anywhere in the page, so the order in which a
result gives its lines costs nothing; only ``ordered_errors`` and ``ordered_word_errors`` count order too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import reduce
from itertools import zip_longest

from kehoach.evaluating.text_reference import PAGE_BREAK, ReferencePage, reference_page, result_page, words
from kehoach.evaluating.text_search import Match, nearest
from kehoach.orthography.fold import bare

_LOST = 0.5
"""A segment farther than this share of its length from every passage is not in the result at all: two Vietnamese
sentences that say different things are about 0.6 apart."""
_SHORT = 12
"""Shorter segments (numbers, labels, units in cells) stand in many places and choose last."""
_ABOUT = 0.15
"""Two readings of one line are not farther apart than this share of its length."""
_ROMAN = re.compile(r"[IVX]+")
_TOKEN = re.compile(r"\S+")
_TAKEN = "\0"
_EDGE = ".,:;()[]\"'-/"
_BLANK = f" \t\r\n{PAGE_BREAK}"


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """Counts over one page or many.

    characters, errors: of the segments, and their edit distances from the passages found (line CER is the quotient).
    ordered_errors, ordered_word_errors: edit distance of the whole page in characters and words (CER, WER).
    words, missed_words, found_words, invented_words: bags of words; words of stamps, furniture and handwriting are
        neither missed nor invented.
    tone_errors: words read with other diacritics only. digits, digit_errors: of the reference, read wrongly or lost.
    roman, roman_errors: Roman numerals. lost, invented: characters but blanks that the other side has not.
    hand_words, apart_words: words of handwriting, of stamps and furniture; of these ``..._found`` are in the result.
    """

    segments: int = 0
    lost_segments: int = 0
    characters: int = 0
    errors: int = 0
    ordered_errors: int = 0
    words: int = 0
    missed_words: int = 0
    found_words: int = 0
    invented_words: int = 0
    ordered_word_errors: int = 0
    tone_errors: int = 0
    digits: int = 0
    digit_errors: int = 0
    roman: int = 0
    roman_errors: int = 0
    lost: int = 0
    invented: int = 0
    hand_words: int = 0
    hand_found: int = 0
    apart_words: int = 0
    apart_found: int = 0

    def __add__(self, other: TextMeasure) -> TextMeasure:
        return TextMeasure(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def line_cer(self) -> float:
        return self.errors / self.characters if self.characters else 0.0

    @property
    def cer(self) -> float:
        return self.ordered_errors / self.characters if self.characters else 0.0

    @property
    def wer(self) -> float:
        return self.ordered_word_errors / self.words if self.words else 0.0

    @property
    def words_missed(self) -> float:
        return self.missed_words / self.words if self.words else 0.0

    @property
    def word_precision(self) -> float:
        return 1 - self.invented_words / self.found_words if self.found_words else 1.0


def measure(reference: str, result: str) -> tuple[TextMeasure, ...]:
    """The measure of each page of a transcript; a page that the result has not is lost, one too many is invented. Where
    only one of them says where pages end, there is one measure of the whole."""
    if not alike_paged(reference, result):
        whole = reduce(ReferencePage.__add__, map(reference_page, reference.split(PAGE_BREAK)), ReferencePage())
        return (page_measure(whole, result_page(result.replace(PAGE_BREAK, "\n"))),)
    pages = zip_longest(reference.split(PAGE_BREAK), result.split(PAGE_BREAK), fillvalue="")
    made = [page_measure(reference_page(one), result_page(other)) for one, other in pages]
    while len(made) > 1 and made[-1] == TextMeasure():
        made.pop()
    return tuple(made)


def alike_paged(reference: str, result: str) -> bool:
    """Whether both texts tell their pages apart, or neither, or one has no text at all."""
    one, other = reference.strip(_BLANK), result.strip(_BLANK)
    return not one or not other or (PAGE_BREAK in one) == (PAGE_BREAK in other)


def total(measures: Sequence[TextMeasure]) -> TextMeasure:
    return reduce(TextMeasure.__add__, measures, TextMeasure())


def page_measure(reference: ReferencePage, result: str) -> TextMeasure:
    """One page; ``result`` as ``result_page`` makes it."""
    search = _Search(result)
    ordered = sorted(reference.segments, key=search.order)
    found = reduce(TextMeasure.__add__, map(search.segment, ordered), TextMeasure())
    return found + search.invented(reference) + _bags(reference, result) + _ordered(reference, result)


class _Search:
    """Seeks segments in one page and remembers which of its characters they account for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.covered = bytearray(len(text))

    def order(self, segment: str) -> tuple[bool, float, int]:
        """Which segments choose first: those that say something by themselves, of them the best read, the longest."""
        return len(segment) < _SHORT, nearest(segment, self.text).distance / len(segment), -len(segment)

    def segment(self, segment: str) -> TextMeasure:
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(segment)]
        roman = sum(bool(_ROMAN.fullmatch(segment[a:b].strip(_EDGE))) for a, b in tokens)
        counts = {"segments": 1, "characters": len(segment), "digits": _digits(segment), "roman": roman}
        match = self._passage(segment)
        if match.distance > _LOST * len(segment):
            solid = len(segment.replace(" ", ""))
            return TextMeasure(
                **counts, lost_segments=1, errors=len(segment), lost=solid, digit_errors=_digits(segment),
                roman_errors=roman,
            )  # fmt: skip
        self.covered[match.start : match.end] = b"\1" * (match.end - match.start)
        if not match.distance:
            return TextMeasure(**counts)
        return TextMeasure(**counts, errors=match.distance) + self._kinds(segment, match, tokens)

    def _passage(self, segment: str) -> Match:
        """The nearest passage that no segment has, where it is about as near as any other: so of a line printed twice
        both readings are measured. Else the nearest of all: another line's, or a part of it."""
        free, any_ = nearest(segment, self._left(_TAKEN)), nearest(segment, self.text)
        return free if free.distance <= any_.distance + _ABOUT * len(segment) else any_

    def _kinds(self, segment: str, match: Match, tokens: Sequence[tuple[int, int]]) -> TextMeasure:
        """What the errors within a passage are."""
        from rapidfuzz.distance import Levenshtein

        edits = Levenshtein.opcodes(segment, self.text[match.start : match.end])
        digits = lost = invented = 0
        place = [match.end] * (len(segment) + 1)
        for edit in edits:
            ours, theirs = segment[edit.src_start : edit.src_end], match.start + edit.dest_start
            for n in range(edit.src_start, edit.src_end):
                place[n] = min(theirs + n - edit.src_start, match.start + edit.dest_end)
            if edit.tag in ("replace", "delete"):
                digits += _digits(ours)
            if edit.tag == "delete":
                lost += len(ours.replace(" ", ""))
            if edit.tag == "insert":
                invented += len(self.text[theirs : match.start + edit.dest_end].replace(" ", ""))
        tone = roman = 0
        for start, end in tokens:
            word = segment[start:end].strip(_EDGE)
            read = self._token(place[start], place[end - 1] + 1).strip(_EDGE)
            tone += word != read and bool(word) and bare(word) == bare(read) and word.lower() != read.lower()
            roman += bool(_ROMAN.fullmatch(word)) and word != read
        return TextMeasure(digit_errors=digits, lost=lost, invented=invented, tone_errors=tone, roman_errors=roman)

    def _token(self, start: int, end: int) -> str:
        """The whole words of the page that ``[start, end)`` touches."""
        while start > 0 and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return self.text[start:end]

    def invented(self, reference: ReferencePage) -> TextMeasure:
        """What of the page no segment accounts for, nor a stamp, furniture or handwriting."""
        for piece in (*reference.hand, *reference.apart):
            for token in piece.split():
                match = re.search(rf"(?<!\w){re.escape(token)}(?!\w)", self._left())
                if match:
                    self.covered[match.start() : match.end()] = b"\1" * len(match[0])
        return TextMeasure(invented=sum(not character.isspace() for character in self._left()))

    def _left(self, instead: str = " ") -> str:
        """The page with ``instead`` of every character that is accounted for."""
        return "".join(
            instead if taken else character for character, taken in zip(self.text, self.covered, strict=True)
        )


def _bags(reference: ReferencePage, result: str) -> TextMeasure:
    wanted = Counter(words(reference.text))
    found = Counter(words(result))
    rest = found - wanted
    hand, apart = (Counter(words(" ".join(pieces))) for pieces in (reference.hand, reference.apart))
    by_hand = hand & rest
    standing_apart = apart & (rest - by_hand)
    counted = found.total() - by_hand.total() - standing_apart.total()
    return TextMeasure(
        words=wanted.total(),
        missed_words=(wanted - found).total(),
        found_words=counted,
        invented_words=counted - (wanted & found).total(),
        hand_words=hand.total(),
        hand_found=by_hand.total(),
        apart_words=apart.total(),
        apart_found=standing_apart.total(),
    )


def _ordered(reference: ReferencePage, result: str) -> TextMeasure:
    from rapidfuzz.distance import Levenshtein

    return TextMeasure(
        ordered_errors=Levenshtein.distance(reference.text, result),
        ordered_word_errors=Levenshtein.distance(words(reference.text), words(result)),
    )


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
