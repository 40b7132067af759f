"""A quantity as it is printed: a number with its unit and the words that compare it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kehoach.model.plan import Comparator
from kehoach.rules.needs import Sieve

Kind = Literal["percent", "counted", "rate", "money", "span", "rank", "blank"]


AT_LEAST = (
    r"ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|trên|hơn|chí ít|từ trên|(?:đạt )?(?:và|hoặc) vượt|≥|>=|>"
)
AT_MOST = r"không quá|tối đa|không vượt(?: quá)?|không cao hơn|nhiều nhất|dưới|thấp hơn|≤|<=|<"
"""What is printed before a least and a greatest number."""
FIRM_WORDS = r"ít nhất|tối thiểu|không quá|tối đa|không dưới|nhiều nhất"
"""Those of them that stand before nothing but a number that is asked for."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Half-open offsets with the words of comparison; ``number_start`` is where the digits begin, ``after`` the offset
    behind the unit. ``worded`` tells that a comparison is printed before the number ("ít nhất", "không quá"), ``shared`` that it is printed before an earlier number of the same list."""

    start: int
    end: int
    number_start: int
    after: int
    kind: Kind
    comparator: Comparator | None
    value: float | None
    value_max: float | None = None
    unit: str | None = None
    worded: bool = False
    shared: bool = False


Units = Sequence[tuple[Kind, Sieve]]


def parsed(printed: str) -> float:
    """A printed number: "1.200" is 1200, "37,5" and "37.5" are 37.5."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a paragraph that holds one goal, or a list of them: half-open offsets into its text."""

    start: int
    end: int
