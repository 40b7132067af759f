"""Roman numbers at the head of a paragraph, and what a label's text begins like."""

from __future__ import annotations

import re

from kehoach.orthography.numerals import ROMANS, roman
from kehoach.rules.needs import Sieve
from kehoach.segment.headings import is_capitals
from kehoach.segment.numbering import LOST_STOP, Label, as_roman

_MARKED = "ÏÎÍÌỈĨỊ"
_ROUND = "UÚÙỦŨỤƯỨỪỬỮỰ"
"""A last stroke that is one sign with the slash behind it ("U" for "I/", "VỤ" for "VI/")."""
_ROMAN = re.compile(
    rf"(?P<n>[IVXLHTUWMNYJ{_MARKED}1l|!][IVXLHTUWMNYJ{_MARKED}EDFKivlxnmy1|!]{{0,5}})\s?(?P<after>/\.|[./:,]\s*-?|\s*-|\))\s*(?=\S|$)"
)
_SHORT_LINE = 60
_WORDS = 2
_PHRASE = 150
"""Letters of a heading over two lines."""
_SENTENCES = Sieve(r"[.;:!?](?:\s|$)")
_BARE_ROMAN = re.compile(rf"(?P<n>[IVXLl1H|]{{1,4}}|[IVXL]{{5}}|[EFTJ!]|[IVXLl1H|{_MARKED}]{{0,3}}[{_ROUND}])\s+(?=\S)")
ROMAN_LABELS = (_ROMAN, _BARE_ROMAN)


def begins_text(folded: str, at: int) -> bool:
    """Whether what follows a label looks like the beginning of a text rather than the rest of a sentence."""
    rest = folded[at:].lstrip("\"'([*_ ")
    return not rest or rest[0].isupper() or rest[0].isdigit()


def romans(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _ROMAN.match(folded, lead)
    small = m is not None and _is_small_heading(folded, m)
    if m is None or not (small or begins_text(folded, m.end())):
        return _bare_roman(folded, lead) if recognized else _unstopped(folded, lead)
    token, hard = m["n"], 0.8 if small else 0.0
    if token[1:].islower() and token.upper() in ROMANS:
        # a heading in capitals that was copied as a sentence ("Ii. tổ chức")
        token, hard = token.upper(), max(hard, 0.4)
    if m["after"] == ",":
        if not recognized:
            return []
        hard = 0.5
    if token.isdigit():
        if not recognized:
            return []
        hard += 1.0
    elif token not in ROMANS and len(token) == 1 and not recognized:
        return []
    return [Label("roman", (n,), roman(n), m.end(), cost + hard) for n, cost in as_roman(token, recognized).items()]


def _is_small_heading(folded: str, label: re.Match[str]) -> bool:
    """Whether a phrase goes on in small letters behind its Roman number: capitals that were only a style get lost where
    a page is copied ("II. tổ chức thực hiện")."""
    known = label["n"].upper() in ROMANS and label["after"].startswith((".", "/", "-"))
    begun = folded[label.end() : label.end() + 2]
    several = len(label["n"]) > 1 and begun.isalpha() and begun[0].islower()  # of several letters it is no word's first
    return known and (several or is_small_phrase(folded[label.end() :]))


def is_small_phrase(text: str) -> bool:
    """Whether a text is one phrase of two words or more that begins with a small letter, no sentence."""
    rest = text.strip().removesuffix(".").removesuffix(":")
    return (
        rest[:1].islower() and rest[1:2].isalpha() and len(rest) <= _PHRASE and " " in rest
        and _SENTENCES.search(rest) is None and rest[-1] not in ".;,"
    )  # fmt: skip


def _unstopped(folded: str, lead: int) -> list[Label]:
    """A Roman number that was typed without its stop, before a heading in capitals: "II NỘI DUNG THI ĐUA"."""
    m = _BARE_ROMAN.match(folded, lead)
    rest = folded[m.end() :].rstrip(" :.") if m is not None else ""
    if m is None or m["n"] not in ROMANS or not rest.isupper() or len(rest.split()) < _WORDS or len(rest) > _PHRASE:
        return []
    return [Label("roman", (ROMANS[m["n"]],), m["n"], m.end(), LOST_STOP)]


def _bare_roman(folded: str, lead: int) -> list[Label]:
    """A Roman number whose stop or slash was not recognized, before a heading in capitals ("L NỘI DUNG"), or, doubtful,
    before a short line that begins with a capital ("L Kinh phí thực hiện")."""
    m = _BARE_ROMAN.match(folded, lead)
    if m is None or len(folded) > 150 or not begins_text(folded, m.end()):
        return []
    capitals = is_capitals(folded[m.end() :])
    if not capitals and (len(folded) > _SHORT_LINE or folded[m.end()].isdigit()):
        return []
    hard = 1.0 if capitals else 1.5
    return [Label("roman", (n,), roman(n), m.end(), cost + hard) for n, cost in as_roman(m["n"], True).items()]
