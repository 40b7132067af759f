"""Where each labelled paragraph hangs: the cheapest tree that explains the whole sequence of labels.

One label alone says little: "II." after "II." may be a doubled label or a misread III, "1." after "c)" may go on
with the list above or begin one below. So several readings are kept side by side (a beam search) and the labels to
come decide. Costs are in units of "one surprise"; a regular plan costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from kehoach.orthography.numerals import roman
from kehoach.segment.mark import Frame, Mark
from kehoach.segment.numbering import LETTERS, MISREAD, OUTER, RANK, Family, Label, step

WIDTH = 6
"""How many partial trees are kept."""
_LEAVES = 1.5
"""That an unnumbered heading does not stand below the open one of which it is a part."""
SLACK = 4.5
"""A partial tree that is so much dearer than the cheapest is given up."""

_NUMBERED: frozenset[Family] = frozenset(
    {"part", "chapter", "division", "article", "upper", "roman", "arabic", "decimal", "paren", "bracket", "letter",
     "sub_letter", "small_roman"}
)  # fmt: skip
_LOSABLE: tuple[Family, ...] = ("roman", "arabic", "upper")


@dataclass(frozen=True, slots=True)
class Place:
    """The label that was decided on, and the mark (by index) that the node hangs under; ``cost`` of this step."""

    label: Label
    parent: int | None
    cost: float


_Step = tuple[Label, int | None, float]
"""The fields of a place: of most steps that are tried none is made."""


class _State(NamedTuple):
    """``article`` is the number of the last article, which counts on through the chapters."""

    cost: float
    frames: tuple[Frame, ...]
    path: tuple[_Step, tuple] | None  # type: ignore[type-arg]  # linked list of places, newest first
    article: int = 0


def places(marks: Sequence[Mark]) -> tuple[Place, ...]:
    """The place of every mark, in order. Any sequence has one."""
    root = Frame(-1, None, (), Mark((), headed=True, capitals=True, bold=True))
    beam = [_State(0.0, (root,), None)]
    for n, mark in enumerate(marks):
        options: list[tuple[float, _State, Label, int]] = []
        best, seen = inf, set()
        for old in beam:
            for cost, label, depth in _options(old, mark, best + SLACK):
                options.append((old.cost + cost, old, label, depth))
                best = min(best, options[-1][0])
        options.sort(key=lambda option: option[0])
        beam = []
        for total, old, label, depth in options:
            if total > best + SLACK or len(beam) == WIDTH:
                break
            state = _hang(old, n, mark, label, depth, total - old.cost)
            key = tuple((f.mark, f.label and f.label.value, f.last) for f in state.frames)
            if key not in seen:
                seen.add(key)
                beam.append(state)
    found: list[Place] = []
    link = beam[0].path
    while link is not None:
        found.append(Place(*link[0]))
        link = link[1]
    return tuple(reversed(found))


def _options(state: _State, mark: Mark, most: float) -> Iterator[tuple[float, Label, int]]:
    """Every way to hang a mark: its cost, the label read, the depth of the parent. Trees that would cost more than ``most``
    may be left out."""
    inside = len(state.frames) > 1 and state.frames[1].label is not None and state.frames[1].label.family == "annex"
    annex = bool(mark.labels) and mark.labels[0].family == "annex"
    read = _numbered if mark.labels else _unnumbered
    for depth in range(1 if inside and not annex else 0, len(state.frames)):
        for cost, label in read(state, depth, mark, most):
            yield cost, label, depth


def _hang(state: _State, n: int, mark: Mark, label: Label, depth: int, cost: float) -> _State:
    parent = state.frames[depth]
    value = label.value or ((parent.last_of(label.family) or (0,))[0] + 1,)
    kept = tuple(pair for pair in parent.last if pair[0] != label.family)
    chain = (*parent.chain, value[-1]) if label.family in _NUMBERED else ()
    if label.family == "decimal" and label.name.count("."):
        chain = (*parent.chain, *value)
    frames = (
        *state.frames[:depth],
        parent._replace(
            last=(*kept, (label.family, value)), romans=mark.capitals if label.family == "roman" else parent.romans
        ),
        Frame(n, label, chain, mark),
    )
    step = (label, None if parent.mark < 0 else parent.mark, cost)
    article = value[0] if label.family == "article" else state.article
    return _State(state.cost + cost, frames, (step, state.path), article)  # type: ignore[arg-type]


def _numbered(state: _State, depth: int, mark: Mark, most: float) -> Iterator[tuple[float, Label]]:
    parent = state.frames[depth]
    for label in mark.labels:
        cost = label.cost + _depth_cost(state, depth, label.family, mark)
        if state.cost + cost > most:
            continue  # nothing below makes it cheaper
        if label.family not in _NUMBERED:
            deeper = state.frames[depth + 1 :]
            begun = any(frame.last_of(label.family) is not None for frame in deeper)
            elsewhere = parent.last_of(label.family) is None and (begun or (mark.colon and bool(deeper)))
            within = any(f.label is not None and f.label.family == label.family for f in state.frames[1 : depth + 1])
            yield cost + (1.0 if elsewhere else 0.0) + (2.0 if within else 0.0), label
            continue
        # the number of a decimal label tells where it belongs
        told = label.family == "decimal" and _fits(parent, label.value[:-1]) is not None
        if mark.firm and not parent.open and not told:
            cost += 1.5
        if label.family in ("decimal", "sub_letter"):
            yield from _decimal(parent, label, cost, mark.recognized)
            continue
        last = parent.last_of(label.family)
        number = label.value[0]
        if last is None:
            others = sum(1 for family, _ in parent.last if family in _NUMBERED)
            if mark.colon and depth < len(state.frames) - 1:
                cost += 1.0
            begins = 0.0 if number == 1 else 3.0 + 0.2 * min(number - 2, 5)
            if label.family == "article" and state.article and parent.label is not None:
                begins = min(begins, step("article", state.article, number))
            yield cost + (1.0 if others else 0.0) + begins, label
            continue
        odd = step(label.family, last[0], number)
        if label.family == "roman" and parent.romans != mark.capitals:
            cost += 0.8
        yield cost + odd, label
        if mark.recognized and odd >= 2 and label.cost == 0 and label.family in ("roman", "arabic", "paren", "letter"):
            yield cost + MISREAD + 1.2, _renumbered(label, last[0] + 1)


def _decimal(parent: Frame, label: Label, cost: float, recognized: bool) -> Iterator[tuple[float, Label]]:
    """ "2.1" belongs under 2; where no 2 is open it hangs where 2 would, and keeps its whole number."""
    prefix, number = label.value[:-1], label.value[-1]
    last = parent.last_of(label.family)
    fit = _fits(parent, prefix)
    if fit is not None:
        odd = step("arabic", last[-1], number) if last else 0.0 if number == 1 else 1.5
        yield cost + fit + odd, label
        return
    if recognized and last and len(last) == len(label.value) and last[-1] + 1 == number and last[:-1] != prefix:
        meant = (*last[:-1], number)  # "3.8" after "5.7"
        yield cost + MISREAD - 0.8, Label(label.family, meant, str(number), label.end, MISREAD)
    if parent.label is not None and parent.label.family in ("arabic", "decimal", "paren", "letter"):
        cost += 4.0  # not where the missing number would stand
    whole = Label(label.family, label.value, ".".join(map(str, label.value)), label.end, label.cost)
    if last is not None and last[:-1] == prefix:
        yield cost + step("arabic", last[-1], number), whole
    elif last is not None and last[:-1] < prefix and len(last) == len(prefix) + 1:
        yield cost + 0.8 + (0.0 if number == 1 else 1.0), whole
    else:
        yield cost + 1.5 + (0.0 if number == 1 else 1.0), whole


def _fits(parent: Frame, prefix: tuple[int, ...]) -> float | None:
    """Cost of a decimal with this prefix under that node; None where their numbers differ."""
    if parent.label is None:
        return None
    if parent.label.value == prefix:
        if parent.label.family in OUTER:
            return 0.3 + (1.5 if parent.last_of("arabic") else 0.0)
        return 0.0
    if parent.label.family == "arabic" and len(prefix) > 1 and parent.chain[-len(prefix) :] == prefix:
        return 0.2  # "II.2.1" under 2 of II
    return None


def _depth_cost(state: _State, depth: int, family: Family, mark: Mark) -> float:
    parent, rank = state.frames[depth], RANK[family]
    deepest = depth == len(state.frames) - 1
    cost = 0.0
    if parent.label is not None:
        above = parent.label.family
        if above == family and family != "decimal":
            smaller = family in ("roman", "arabic") and parent.look.capitals and not mark.capitals
            cost += 1.2 if smaller else 5.0
        elif above == "roman" and family == "upper":
            cost += 0.3
        elif RANK[above] >= rank and family != "decimal" and parent.last_of(family) is None:
            # a list once begun against its rank goes on there at no further cost
            cost += min(3.0, 1.0 + 0.5 * (RANK[above] - rank)) - (1.0 if mark.colon and deepest else 0.0)
        if family in OUTER and any(f.label is not None and f.label.family == family for f in state.frames[:depth]):
            cost += 3.0  # "I." twice is rather a slip than a list within the other
    inside = state.frames[depth + 1 :]
    beside = bool(inside) and inside[0].label is not None and inside[0].label.family == family
    for at, frame in enumerate(inside, depth + 1):
        if frame.label is not None and RANK[frame.label.family] < rank and frame.label.family != family:
            outer = frame.label.family in OUTER or (frame.label.family == "heading" and at == 1 and not frame.last)
            empty = frame.look.headed and not frame.last and parent.last_of(family) is None
            cost += (
                (3.0 if frame.open and outer and not beside else 1.5 if empty else 0.5) if family in _NUMBERED else 0.5
            )
    return cost


def _unnumbered(state: _State, depth: int, mark: Mark, most: float) -> Iterator[tuple[float, Label]]:
    parent = state.frames[depth]
    if not parent.look.headed:
        return
    label = Label("heading", (), "*", 0)
    cost = 0.0
    if parent.holds(mark):
        yield cost, label
        return
    if any(frame.holds(mark) for frame in state.frames[depth + 1 :]):
        cost += _LEAVES
    if mark.capitals and not mark.step:
        cost += 0.2 if depth == 0 else 1.0 if parent.look.capitals else 2.0
    else:
        closed = state.frames[depth + 1 :]
        if not (closed and _alike(closed[0], mark)):  # what hangs under the heading before it ends with that
            cost += 0.6 * sum(1 for frame in closed if frame.look.headed and not _alike(frame, mark))
        cost += 0.5 if depth == 0 and parent.last and parent.last_of("heading") is None else 0.0
    if any(_alike(frame, mark) for frame in state.frames[: depth + 1]):
        cost += 1.0
    yield cost, label
    lost = 1.6 if mark.recognized else 4.5
    for family in _LOSABLE:
        last = parent.last_of(family)
        if mark.capitals != (family != "arabic") or (last is None and family == "upper"):
            continue
        if parent.label is not None and RANK[parent.label.family] >= RANK[family]:
            continue
        number = (last[0] if last else 0) + 1
        name = roman(number) if family == "roman" else str(number)
        if family == "upper":
            continue
        yield cost + lost + (0.0 if last else 0.6), Label(family, (number,), name, 0, lost)


def _alike(frame: Frame, mark: Mark) -> bool:
    """Whether an open unnumbered heading looks like the new one, so that they stand side by side."""
    return (
        frame.label is not None
        and frame.label.family == "heading"
        and (frame.look.capitals, frame.look.bold) == (mark.capitals, mark.bold)
    )


def _renumbered(label: Label, number: int) -> Label:
    if label.family == "letter":
        name = LETTERS[min(number, len(LETTERS)) - 1]
        return Label(label.family, (min(number, len(LETTERS)),), name, label.end, MISREAD)
    name = roman(number) if label.family == "roman" else str(number)
    return Label(label.family, (number,), name, label.end, MISREAD)
