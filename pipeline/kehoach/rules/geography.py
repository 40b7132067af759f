"""Provinces, departments and districts through time: which unit of one day is which of another, and how surely.

``data/province_events.csv``: splits, mergers, renamings and transfers of parts, with the day from which they hold, their
legal basis and whether that was checked against a source. A unit is known by its name on a day; a name alone is not enough
("Gia Lai" before and after 01/7/2025 are two territories). Where no single answer is right there are several, and
``Placement.how`` says why: nothing is mapped silently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from kehoach.rules.places import key, places, rows

EventKind = Literal["split", "merge", "rename", "transfer"]
How = Literal["same", "renamed", "merged", "split", "several", "abolished", "unknown"]
"""same, renamed: one territory. merged: it is now part of the place. split: it was parted, any of the places may hold it.
several: the place did not exist, these made it up. abolished: the level was abolished."""
DISTRICTS_END = date(2025, 7, 1)
"""The district level was abolished on this day (two levels of local government)."""


@dataclass(frozen=True, slots=True)
class Event:
    """``date`` is the first day of the new state. ``before`` and ``after`` are names of provinces."""

    date: date
    kind: EventKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str
    verified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a unit of one day is found on another. ``names`` has one entry where the answer is certain; ``altered`` tells
    that a part of another unit joined it or left it in between; ``events`` are what happened."""

    names: tuple[str, ...]
    how: How
    altered: bool = False
    events: tuple[Event, ...] = ()

    @property
    def name(self) -> str | None:
        """The one name, or None where there are several or none."""
        return self.names[0] if len(self.names) == 1 else None


@lru_cache(maxsize=1)
def events() -> tuple[Event, ...]:
    """All events, the oldest first.

    Raises:
        BadConfiguration: the table is broken.
    """
    kinds: Mapping[str, EventKind] = {kind: kind for kind in get_args(EventKind)}
    made = (
        Event(
            date.fromisoformat(row["date"]), kinds[row["kind"]], tuple(row["before"].split(";")),
            tuple(row["after"].split(";")), row["basis"], row["verified"] == "yes", row["note"],
        )
        for row in rows("province_events.csv")
    )  # fmt: skip
    return tuple(sorted(made, key=lambda event: event.date))


@lru_cache(maxsize=4096)
def placed(name: str, on: date, as_of: date) -> Placement:
    """Where the province that bore this name on a day lies on another day, later or earlier."""
    found = places().named(name, on)
    if found is None or not found.valid(on):
        return Placement((), "unknown")
    forward = as_of >= on
    low, high = sorted((on, as_of))
    passed = [event for event in events() if low < event.date <= high]
    names: tuple[str, ...] = (found.name,)
    how: How = "same"
    altered, met = False, list[Event]()
    for event in passed if forward else reversed(passed):
        old, new = (event.before, event.after) if forward else (event.after, event.before)
        if not {key(n) for n in names} & {key(n) for n in (*old, *(new if event.kind == "transfer" else ()))}:
            continue
        met.append(event)
        if event.kind == "transfer":
            altered = True
            continue
        names = tuple(dict.fromkeys(m for n in names for m in (new if key(n) in map(key, old) else (n,))))
        how = _worse(how, _step(event, forward))
    return Placement(names, how, altered, tuple(met))


def _step(event: Event, forward: bool) -> How:
    if event.kind == "rename":
        return "same" if event.before == event.after else "renamed"
    if event.kind == "merge":
        return "merged" if forward else "several"
    return "split" if forward else "merged"


def _worse(one: How, other: How) -> How:
    order: tuple[How, ...] = ("same", "renamed", "merged", "several", "split")
    return max(one, other, key=order.index)


@lru_cache(maxsize=1)
def _departments() -> Mapping[str, tuple[date, str, str]]:
    return {
        key(row["before"]): (date.fromisoformat(row["date"]), row["after"], row["extent"])
        for row in rows("department_events.csv")
    }


def department(name: str, as_of: date) -> Placement:
    """What a department of a province ("Sở Giao thông vận tải", perhaps with its province) became by a day.

    Only the national reorganization of 01/3/2025 is known; local departures from it are not.
    """
    for end in range(len(name.split()), 1, -1):
        head = " ".join(name.split()[:end])
        met = _departments().get(key(head))
        if met is None:
            continue
        start, after, extent = met
        if as_of < start or key(after) == key(head):
            return Placement((name,), "same", altered=as_of >= start)
        tail = " ".join(name.split()[end:])
        return Placement((f"{after} {tail}".strip(),), "merged", altered=extent != "whole")
    return Placement((name,), "same")


def district(name: str, province: str, on: date, as_of: date) -> Placement:
    """What a district of a province (its code before 01/7/2025) became by a day; ``abolished`` from 01/7/2025 on."""
    if on < DISTRICTS_END <= as_of:
        return Placement((), "abolished")
    names: Sequence[str] = (name,)
    how: How = "same"
    for row in sorted(rows("district_events.csv"), key=lambda r: r["date"]):
        if on < date.fromisoformat(row["date"]) <= as_of and row["province"] == province and key(row["before"]) in map(key, names):  # fmt: skip
            after = tuple(row["after"].split(";"))
            names = tuple(m for n in names for m in (after if key(n) == key(row["before"]) else (n,)))
            how = "split" if len(after) > 1 else "same" if key(after[0]) == key(name) else "merged"
    return Placement(tuple(names), how)


def label(name: str, on: date) -> str:
    """A province's name that is a name of one territory only: what was merged under a kept name in 2025 says so."""
    merged = any(e.kind == "merge" and e.date <= on and e.date.year >= 2025 and key(name) in map(key, e.after) for e in events())  # fmt: skip
    return f"{name} (từ 7/2025)" if merged else name
