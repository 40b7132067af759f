"""Which syllables engines take for which: one that lost or changed a mark of a stack of two."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "confusions.csv"


@lru_cache(maxsize=1)
def confusions() -> Mapping[tuple[str, str], float]:
    """(what was read, what was meant) -> how much more likely than any error this one is, in nats."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {(row["read"], row["meant"]): float(row["gain"]) for row in csv.DictReader(file)}
