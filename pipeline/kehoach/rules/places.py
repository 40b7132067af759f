"""Provinces by code and time, their seats and districts.

``data/provinces.csv``: one row for each name a code has had (``since`` and ``until`` are inclusive ISO dates, empty where
it goes on), with ``current``, the code of the province that holds its seat in the list of 01/7/2025 (NQ 202/2025/QH15,
QĐ 19/2025/QĐ-TTg). Provinces that were parted before the codes came into use have no code. ``data/districts.csv``: seat
and districts (huyện, quận, thị xã, thành phố, those dissolved too) by the code before 01/7/2025; other spellings in use stand behind a name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from kehoach.errors import BadConfiguration
from kehoach.orthography.fold import bare, fold

_DATA = Path(__file__).parent / "data"
CENTRAL = "thành phố"
_NEW_LIST = date(2025, 7, 1)
_ENDS = {4: ("-01-01", "-12-31"), 7: ("-01", "-28"), 10: ("",)}
"""What makes a partial date its first and its last day, by its length; no list changed after a 28th."""


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """What two spellings of one place name have in common: letters without diacritics, case, hyphens, spaces."""
    return "".join(c for c in bare(name) if c.isalnum())


@dataclass(frozen=True, slots=True)
class Province:
    """One name of a province in one stretch of time. ``kind`` is "tỉnh" or "thành phố"."""

    code: str | None
    name: str
    kind: str
    since: date | None
    until: date | None
    current: str | None
    variants: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"

    def valid(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Places:
    """All provinces, and which province a seat or district lies in."""

    provinces: tuple[Province, ...]
    seats: Mapping[str, str]
    districts: Mapping[str, tuple[tuple[str, str], ...]]
    """Key of a district name -> (name as written, province code before 01/7/2025) of every district of that name."""

    def named(self, name: str, on: date | None = None) -> Province | None:
        """The province of this name (any spelling) on that day; without a day, or where none of the name was valid,
        the one that bore it longest ago."""
        found = list(self._named.get(key(name), ()))
        if on is not None:
            found.sort(key=lambda p: not p.valid(on))
        return found[0] if found else None

    @cached_property
    def _named(self) -> Mapping[str, tuple[Province, ...]]:
        """The provinces by the key of each of their spellings, in order."""
        made: dict[str, dict[Province, None]] = {}
        for province in self.provinces:
            for spelling in filter(None, map(key, (province.name, *province.variants))):
                made.setdefault(spelling, {})[province] = None
        return {spelling: tuple(found) for spelling, found in made.items()}

    def of_code(self, code: str, on: date | None = None) -> Province | None:
        """The province of this code on that day (before 01/7/2025 where no day is given)."""
        found = [p for p in self.provinces if p.code == code]
        if on is not None:
            found.sort(key=lambda p: not p.valid(on))
        return found[0] if found else None

    def names(self, code: str) -> tuple[str, ...]:
        """The names that a code has had, the oldest first: since 01/7/2025 some stand for another territory."""
        return tuple(dict.fromkeys(p.name for p in self.provinces if p.code == code))

    def reused(self, code: str) -> bool:
        """Whether the code passed to another territory with the list of 01/7/2025."""
        held = {p.name for p in self.provinces if p.code == code and p.since is not None and p.since >= _NEW_LIST}
        return bool(held) and not held.issuperset(self.names(code))

    def called(self, code: str, issued_on: str | None) -> str:
        """What the province of a code is called on an ISO date that may be partial; by all its names where it is not known."""
        names = self.names(code)
        if len(names) > 1 and issued_on:
            ends = [self.of_code(code, date.fromisoformat((issued_on + tail)[:10])) for tail in _ENDS[len(issued_on)]]
            names = tuple(dict.fromkeys(p.name for p in ends if p is not None))
        return "/".join(names) or code

    def later(self, code: str, on: date | None) -> Province | None:
        """The province that a place of the old list lies in on that day."""
        old = self.of_code(code)
        if old is None or on is None or old.valid(on) or old.current is None:
            return old
        return self.of_code(old.current, on)

    def of_seat(self, name: str, on: date | None = None) -> Province | None:
        code = self.seats.get(key(name))
        return self.later(code, on) if code else None

    def of_district(self, name: str, on: date | None = None) -> tuple[Province, ...]:
        """Every province with a district of this name; several for names such as Châu Thành."""
        found = (self.later(code, on) for _, code in self.districts.get(key(name), ()))
        return tuple(dict.fromkeys(p for p in found if p is not None))

    def district_name(self, name: str) -> str | None:
        """The name as it is written, from any spelling or all capitals; of a name that is written in several ways
        ("Đăk Đoa", "Đak Đoa") the way it is printed."""
        known = [written for written, _ in self.districts.get(key(name), ())]
        printed = fold(name).lower()
        return next((written for written in known if fold(written).lower() == printed), known[0] if known else None)


@lru_cache(maxsize=1)
def places() -> Places:
    """The tables, read once.

    Raises:
        BadConfiguration: a table is broken.
    """
    provinces = tuple(_province(row) for row in rows("provinces.csv"))
    seats: dict[str, str] = {}
    districts: dict[str, list[tuple[str, str]]] = {}
    for row in rows("districts.csv"):
        seats[key(row["seat"])] = row["code"]
        for name in filter(None, row["districts"].split(";")):
            districts.setdefault(key(name), []).append((name, row["code"]))
    return Places(provinces, seats, {name: tuple(found) for name, found in districts.items()})


def _province(row: Mapping[str, str]) -> Province:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    variants = tuple(v for v in row["variants"].split(";") if v)
    return Province(
        row["code"] or None, row["name"], row["kind"], day(row["since"]), day(row["until"]), row["current"] or None, variants
    )  # fmt: skip


def rows(name: str) -> Iterable[dict[str, str]]:
    """The rows of a table of places."""
    path = _DATA / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    except (OSError, csv.Error) as error:
        raise BadConfiguration(f"{path}: {error}") from error
