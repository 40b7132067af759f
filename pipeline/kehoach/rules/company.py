"""Syllables that stand in set company alone ("đề" in "đề nghị", "vấn đề"), and those that some never stand before
("chỉ" before "cục"): such words were misread."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "company.csv"


@dataclass(frozen=True, slots=True)
class Company:
    """The syllables of which one stands ``before`` or ``after`` a syllable (none given: it stands anywhere), and those
    that ``never`` come after it."""

    before: frozenset[str]
    after: frozenset[str]
    never: frozenset[str]

    def wrong(self, before: str, after: str) -> bool:
        """Whether the syllable cannot stand between these two; "" is where a run of words begins or ends. What comes
        after its end is not known."""
        if not after:
            return False
        alone = bool(self.before or self.after) and before not in self.before and after not in self.after
        return alone or after in self.never


@lru_cache(maxsize=1)
def company() -> Mapping[str, Company]:
    """Each such syllable, folded and in lower case."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["word"]: Company(*(frozenset(row[key].split()) for key in ("before", "after", "never")))
            for row in csv.DictReader(file)
        }
