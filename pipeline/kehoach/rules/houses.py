"""What is known of houses by their names: which are of the land, and what codes mean in those of a kind."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "house_codes.csv"
"""Codes that mean in houses of a kind (by the words that their names begin with, the longer first) what they mean nowhere
else; those of the police are of the departments of a province since 2018."""
_OF_THE_LAND = ("nhà nước", "việt nam", "quốc gia")


def is_of_the_land(name: str) -> bool:
    """Whether only one body of the land can have the name, so that it needs no ministry behind it: "Kho bạc Nhà nước"."""
    return name.lower().endswith(_OF_THE_LAND)


def codes_of(house: str) -> tuple[tuple[str, str], ...]:
    """The codes that houses of this one's kind use, each with the name in full."""
    return next((codes for kind, codes in _codes().items() if house.startswith(kind)), ())


@lru_cache(maxsize=1)
def _codes() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found[row["house"]] = (*found.get(row["house"], ()), (row["code"], row["name"]))
    return found
