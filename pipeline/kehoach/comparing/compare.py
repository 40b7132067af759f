"""The comparison of plans: sections aligned over all of them, differences between chosen pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from kehoach.comparing.duties import tasks
from kehoach.comparing.header import header
from kehoach.comparing.named import citations, movements, observances, rewards, themes
from kehoach.comparing.outline import outline, told_by
from kehoach.comparing.pairing import Pairing
from kehoach.comparing.scores import criteria, targets
from kehoach.comparing.sections import align
from kehoach.comparing.side import Side
from kehoach.comparing.times import deadlines
from kehoach.errors import UsageError
from kehoach.model.comparison import AlignedSection, Comparison, Difference
from kehoach.model.plan import Plan

Against = Literal["first", "previous", "all"]
SURE = 0.6


def compare(plans: Sequence[Plan], *, against: Against = "first", sure: float = SURE) -> Comparison:
    """Two or more plans side by side.

    Args:
        plans: in the order of the comparison.
        against: with which plan each is compared: the "first", the "previous" one (for years in a row), or "all"
            before it.
        sure: confidence from which a difference counts as certain, 0 to 1.

    Raises:
        UsageError: there are fewer than two plans, or no such way to compare.
    """
    if len(plans) < 2:
        raise UsageError(
            "Cần ít nhất hai kế hoạch / at least two plans are needed", "kehoach compare A.pdf B.pdf [C.pdf ...]"
        )
    if against not in ("first", "previous", "all") or not 0 <= sure <= 1:
        raise UsageError(f"Không hợp lệ / not valid: against={against!r}, sure={sure}")
    sides = [Side(plan) for plan in plans]
    pairs = tuple(_pairs(len(plans), against))
    found: list[Difference] = []
    for a, b in pairs:
        found += differences(Pairing(sides[a], sides[b], a, b))
    return Comparison(tuple(plans), pairs, tuple(_aligned(sides)), tuple(found), sure)


def _pairs(count: int, against: Against) -> Iterator[tuple[int, int]]:
    for b in range(1, count):
        yield from ((a, b) for a in range(b)) if against == "all" else [(0 if against == "first" else b - 1, b)]


def differences(pair: Pairing) -> Iterator[Difference]:
    """All differences of a pair, each told once: a moved deadline is not told again as a task's day."""
    scored = [*criteria(pair), *targets(pair)]
    times = list(deadlines(pair))
    days = {(d.a, d.b) for d in times if d.kind == "deadline_moved"}
    duties = list(_once(d for d in tasks(pair) if d.kind != "due_moved" or (d.a, d.b) not in days))
    names = [*themes(pair), *movements(pair), *observances(pair), *rewards(pair)]
    told = told_by([*scored, *times, *duties, *names])
    yield from header(pair)
    yield from outline(pair, told_by(scored), told)
    yield from (*scored, *times, *duties, *names, *citations(pair))


def _once(duties: Iterable[Difference]) -> Iterator[Difference]:
    """A unit's change is told once for all tasks of one sentence."""
    told: set[tuple[str | None, ...]] = set()
    for d in duties:
        key = (d.kind, d.path_a, d.path_b, d.a, d.b, d.about if d.kind == "unit_role_changed" else None)
        if not d.kind.startswith("unit_") or key not in told:
            told.add(key)
            yield d


def _aligned(sides: Sequence[Side]) -> Iterator[AlignedSection]:
    """Rows of the aligned outlines. A plan's section joins the row of its twin in the nearest plan before it; one
    without a twin opens a row after the row of the section before it."""
    rows: list[dict[int, int]] = [{0: n} for n in range(len(sides[0].plan.sections))]
    for number in range(1, len(sides)):
        twins: dict[int, dict[int, int]] = {}
        for earlier in range(number - 1, -1, -1):
            for i, j in align(sides[earlier], sides[number]).pairs.items():
                row = next((r for r in rows if r.get(earlier) == i), None)
                if row is not None and number not in row and j not in twins:
                    row[number] = j
                    twins[j] = row
        at = 0
        for j in range(len(sides[number].plan.sections)):
            if j in twins:
                at = next(n for n, row in enumerate(rows) if row is twins[j]) + 1
            else:
                rows.insert(at, {number: j})
                at += 1
    for row in rows:
        depth = min(sides[number].depth(j) for number, j in row.items())
        found = (sides[n].plan.sections[row[n]] if n in row else None for n in range(len(sides)))
        yield AlignedSection(tuple(found), depth)
