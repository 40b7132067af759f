"""Differences of criteria with their points, and of targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.comparing.pairing import Pairing
from kehoach.comparing.readings import MAYBE
from kehoach.comparing.side import Side
from kehoach.model.comparison import Difference
from kehoach.model.plan import Criterion, Target
from kehoach.model.text import Evidence

_LEAST = 0.6
_SIGNS = {">=": "≥ ", "<=": "≤ ", "=": "", "range": "", "top": "nhóm "}


def criteria(pair: Pairing) -> Iterator[Difference]:
    """Criteria added, removed, reworded; points and kinds changed."""
    a, b = pair.a.plan.criteria, pair.b.plan.criteria

    def same_sort(one: Criterion, other: Criterion) -> float:
        return 0.04 * (one.kind == other.kind) + 0.04 * (one.points == other.points)

    found = pair.match(a, b, _meant, _LEAST, same_sort)
    for one, other in found.both:
        about = _meant(pair.a, one)
        if one.points != other.points:
            gained = other.points - one.points if one.points is not None and other.points is not None else None
            yield pair.change(
                "points_changed", "criteria.points", one, other, a=number(one.points), b=number(other.points),
                words=(_said(one), _said(other)), about=about, amount=gained, unit="points",
                more=(_points_at(pair.a, one), _points_at(pair.b, other)),
            )  # fmt: skip
        if one.kind != other.kind:
            yield pair.change(
                "criterion_kind_changed", "criteria.kind", one, other, a=one.kind, b=other.kind,
                words=(one.text, other.text), about=about, doubt=_told_by_label(pair, one, other),
            )  # fmt: skip
        if not pair.agree(_bare(one, pair.a), _bare(other, pair.b)):
            words = (_bare(one, pair.a), _bare(other, pair.b))
            yield pair.change("criterion_reworded", "criteria.text", one, other, a=None, b=None, words=words)
    yield from pair.lone(
        ("criterion_added", "criterion_removed"), "criteria", found, lambda c: c.text, lambda c: number(c.points)
    )


def _points_at(side: Side, criterion: Criterion) -> tuple[Evidence, ...]:
    """The paragraph of a criterion whose points stand apart from its words ("Thưởng 5 điểm: ...")."""
    points = number(criterion.points)
    inside = points is not None and re.search(rf"\b0?{re.escape(points)}\b", side.passage(criterion.evidence))
    return () if inside else side.paragraph(criterion.path)


def _told_by_label(pair: Pairing, one: Criterion, other: Criterion) -> float:
    """Whether a row is a group is told by the labels around it (3, 3.1), a figure or two that recognition takes for others."""
    return MAYBE if any(pair.scanned) and {one.kind, other.kind} == {"group", "criterion"} else 0.0


def _meant(side: Side, criterion: Criterion) -> str:
    """The words of a criterion; of one that only points at another place, the words there."""
    there = side.path_words(criterion.refers_to)
    return there or criterion.text


def _said(criterion: Criterion) -> str:
    """A criterion with its points, where its words do not hold them."""
    points = number(criterion.points)
    if points is None or re.search(rf"\b0?{re.escape(points)}\b", criterion.text):
        return criterion.text
    return f"{criterion.text} | {points}"


def _bare(criterion: Criterion, side: Side) -> str:
    """Its words without its points."""
    points = number(criterion.points)
    text = _meant(side, criterion)
    return text if points is None else re.sub(rf"\b0*{re.escape(points)}(?=\s*(?:điểm|đ\b|\)|$))", "#", text)


def number(value: float | None) -> str | None:
    """A number as Vietnamese print has it: no ".0", a decimal comma."""
    if value is None:
        return None
    return str(int(value)) if float(value).is_integer() else f"{value:g}".replace(".", ",")


def targets(pair: Pairing) -> Iterator[Difference]:
    """Targets added, removed, changed in figure, reworded."""
    found = pair.match(pair.a.plan.targets, pair.b.plan.targets, lambda _, t: t.quote, _LEAST, _same_figure)
    for one, other in found.both:
        words = (one.quote, other.quote)
        if figure(one) != figure(other):
            comparable = one.value is not None and other.value is not None and one.unit == other.unit
            yield pair.change(
                "target_changed", "targets.value", one, other, a=figure(one), b=figure(other), words=words,
                about=one.object or one.quote, unit=one.unit if comparable else None,
                amount=(other.value or 0) - (one.value or 0) if comparable else None,
            )  # fmt: skip
        elif not pair.agree(*words):
            yield pair.change(
                "target_reworded", "targets.quote", one, other, a=figure(one), b=figure(other), words=words
            )
    yield from pair.lone(("target_added", "target_removed"), "targets", found, lambda t: t.quote, figure)


def _same_figure(one: Target, other: Target) -> float:
    return 0.04 * (figure(one) == figure(other)) + 0.04 * (one.unit == other.unit)


def figure(target: Target) -> str | None:
    """A target's figure in short: "≥ 90 %", "7 - 9 sáng kiến", "nhóm 5 cơ quan"; None for one without a figure."""
    if target.value is None:
        return None
    value = number(target.value)
    if target.comparator == "range" and target.value_max is not None:
        value = f"{value} - {number(target.value_max)}"
    return " ".join(filter(None, (f"{_SIGNS.get(target.comparator or '', '')}{value}", target.unit)))
