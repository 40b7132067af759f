"""What the columns of a table hold whose heads do not tell, by what stands in them: names of bodies, times, or works."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kehoach.extract.tasks.unit_cell import cell_units
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.units.unit_grammar import UnitGrammar

_WHO = frozenset({"unit", "lead", "coordinate", "supervise", "advise", "manager", "name"})
_FEWEST = 3
"""Filled cells of a column from which on they may speak for it."""
_SHARE = 0.8
"""Of the filled cells, those that hold nothing but what the column is taken for."""
_WHOLE = 0.85
"""Of a cell's letters, those within names or times."""
_SEVERAL = 0.25
"""Of the cells of a column of places, those that list several bodies: no place is in two houses."""
_WORK = 4
"""Words of a cell, on average, from which on it may say what is done."""


def by_contents(
    columns: Mapping[int, str], heads: Mapping[int, str], cells: Mapping[int, Sequence[str]], grammar: UnitGrammar
) -> dict[int, str]:
    """The columns with those added that only their contents tell.

    Args:
        columns: what the heads tell.
        heads: what is printed over each column.
        cells: the filled cells of each column, folded, without heads and bands.
    """
    known, unknown = dict(columns), [n for n in heads if n not in columns and len(cells.get(n, ())) >= _FEWEST]
    if "points" in known.values():
        return known
    if "time" not in known.values():
        known |= {n: "time" for n in unknown if _mostly([_is_time(text) for text in cells[n]])}
    if "task" in known.values() and not _WHO & {*known.values()}:
        places = [n for n, kind in columns.items() if kind == "place" and len(cells.get(n, ())) >= _FEWEST]
        known |= {n: "unit" for n in unknown if n not in known and _mostly([_bodies(t, grammar) > 0 for t in cells[n]])}
        known |= {n: "unit" for n in places if _no_places([_bodies(text, grammar) for text in cells[n]])}
    if {"unit", "lead"} & {*known.values()} and "time" in known.values() and not {"task", "name"} & {*known.values()}:
        free = {n: _words(cells[n]) for n in unknown if n not in known}
        widest = max(free, key=lambda n: free[n], default=None)
        if widest is not None and free[widest] >= _WORK:
            known[widest] = "task"
    return known


def _mostly(told: Sequence[bool]) -> bool:
    return sum(told) >= _SHARE * len(told)


def _no_places(bodies: Sequence[int]) -> bool:
    """Whether cells under a head of places list those who act: each names bodies, and not few of them several."""
    return _mostly([count > 0 for count in bodies]) and sum(count > 1 for count in bodies) >= _SEVERAL * len(bodies)


def _bodies(text: str, grammar: UnitGrammar) -> int:
    """How many bodies or people a cell names that holds nothing else."""
    low, named = lowered(text), 0
    units = cell_units(text, "implement", grammar)
    for unit in units:
        if not (unit.head or grammar.begins(low, unit.start)):
            return 0
        named += len(_LETTERS.findall(text[unit.start : unit.end]))
    return len(units) if named >= _WHOLE * len(_LETTERS.findall(_JOINTS.sub("", low))) else 0


def _is_time(text: str) -> bool:
    """Whether a cell holds a time and nothing else."""
    first = next(find(text, cell=True), None)
    return first is not None and first.end - first.start >= _WHOLE * len(text.strip(" .;:"))


def _words(cells: Sequence[str]) -> float:
    return sum(len(text.split()) for text in cells) / len(cells)


_LETTERS = re.compile(r"[^\W_]")
_JOINTS = re.compile(r"(?<!\w)(?:và|chủ trì|phối hợp(?: với)?)(?!\w)")
"""What joins names in a cell, or says what role they have."""
