"""How alike the words of two plans are, when what each calls by its own name is left out.

Two offices write the same sentence with their own province and year in it; compared is what remains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

from kehoach.model.plan import Plan
from kehoach.orthography.fold import fold

_TELLING = 25
"""Characters of a text by which it is known."""
A = TypeVar("A")
B = TypeVar("B")
_GAPS = re.compile(r"""[\s.,;:…"'()\[\]/|-]+""")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(
    r"(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
    r"|tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?|quý\s+[IVXivx]+\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Voice:
    """What one plan's words mean before they are compared: its places, its year, and whether it was recognized."""

    places: tuple[str, ...] = ()
    year: int | None = None
    recognized: bool = False

    def neutral(self, text: str | None) -> str:
        """Folded words; the plan's own places and years stand as signs."""
        return _neutral(text, self.places, self.year) if text else ""


@lru_cache(maxsize=1 << 15)
def _neutral(text: str, places: tuple[str, ...], year: int | None) -> str:
    def sign(match: re.Match[str]) -> str:
        years = int(match[0]) - (year or 0)
        return f"năm{years:+d}" if abs(years) <= 1 else match[0]

    words = plain(text)
    for place in places:
        words = words.replace(place, "◦")
    return words if year is None else _YEAR.sub(sign, words)


def voice(plan: Plan) -> Voice:
    """The voice of a plan."""
    document = plan.document
    names = {document.province_as_printed, document.place}
    places = sorted({plain(name) for name in names if name and len(name) > 2}, key=len, reverse=True)
    return Voice(tuple(places), year_of(plan), any(page.text_from == "ocr" for page in plan.source.pages))


def year_of(plan: Plan) -> int | None:
    """The year that a plan is for: the one its period begins in, else that of its date."""
    period = plan.document.period
    for text in (period and period.start, plan.document.issued_on):
        if text and text[:4].isdigit():
            return int(text[:4])
    return None


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Lower case, tone placement and quotes alike, no punctuation."""
    return _GAPS.sub(" ", fold(text).casefold()).strip()


def masked(words: str) -> str:
    """Every number as one sign, so that two texts differ by their words only."""
    return _DIGITS.sub("#", words)


def timeless(text: str | None) -> str:
    """The words without their dates, which are told as deadlines."""
    return _TIME.sub("…", text or "")


def ratio(a: str, b: str) -> float:
    return 1.0 if a == b else fuzz.ratio(a, b) / 100


def cut_short(a: str, b: str) -> bool:
    """Whether one text is the beginning or the end of the other, and long enough to tell."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _TELLING and (longer.startswith(shorter) or longer.endswith(shorter))


def assign(
    ones: Sequence[A], others: Sequence[B], score: Callable[[A, B], float], threshold: float
) -> list[tuple[int, int]]:
    """Pairs of indexes, one to one, of the largest total score; pairs below ``threshold`` are no pairs."""
    if not ones or not others:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array([[score(one, other) for other in others] for one in ones], dtype=float)
    rows, columns = linear_sum_assignment(np.where(table >= threshold, table, 0), maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if table[i, j] >= threshold]
