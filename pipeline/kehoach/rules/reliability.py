"""How often what each rule finds is right, counted on specimens in words that no rule was made for.

``data/confidence.csv`` is written by ``bench/confidence.py``: for each list of the record ("document" for values of the
header) and each rule in it, the rule's own confidence and the share of its facts that were right in all their values. Facts
in the same words count once, and where a rule has few wordings its share is drawn towards the list's. The row of rule "*"
is the whole list.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "confidence.csv"
Shares = Mapping[tuple[str, str], "Share"]
"""By list of the record and rule."""


@dataclass(frozen=True, slots=True)
class Share:
    """``sure`` is the mean confidence that a rule gives its facts where nothing was recognized, ``right`` the share of
    them that is right (both 0 to 1), ``count`` how many were counted."""

    sure: float
    right: float
    count: int


@lru_cache(maxsize=1)
def shares() -> Shares:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            (row["list"], row["rule"]): Share(float(row["sure"]), float(row["right"]), int(row["count"]))
            for row in csv.DictReader(file)
        }
