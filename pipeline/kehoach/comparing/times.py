"""Differences of deadlines, periods and phases. A day that only follows the plan's year has not moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach.comparing.likeness import masked, ratio
from kehoach.comparing.pairing import Pairing
from kehoach.comparing.side import Side
from kehoach.model.comparison import Difference
from kehoach.model.plan import Deadline

_LEAST = 0.6


def deadlines(pair: Pairing) -> Iterator[Difference]:
    """Deadlines added, removed, moved by days, changed in kind or qualifier."""

    def same_sort(one: Deadline, other: Deadline) -> float:
        quotes = ratio(masked(pair.a.voice.neutral(one.quote)), masked(pair.b.voice.neutral(other.quote)))
        near = 0.0 if moved(pair, one, other) else 0.06
        return 0.06 * (one.kind == other.kind) + 0.06 * quotes + near

    found = pair.match(pair.a.plan.deadlines, pair.b.plan.deadlines, _about, _LEAST, same_sort)
    for one, other in found.both:
        words = (_words(one), _words(other))
        about = one.action or pair.a.path_words(one.path) or None
        days = moved(pair, one, other)
        if (one.kind == "recurring") != (other.kind == "recurring"):
            yield pair.change(
                "deadline_changed", "deadlines.kind", one, other, a=one.quote, b=other.quote, words=words, about=about
            )
        elif days is not None:
            field, amount = days
            yield pair.change(
                "deadline_moved", f"deadlines.{field}", one, other, a=span(one), b=span(other), words=words, about=about,
                amount=amount, unit="days",
            )  # fmt: skip
        elif one.kind != other.kind or one.qualifier != other.qualifier:
            yield pair.change(
                "deadline_changed", "deadlines.kind", one, other, a=_sort(one), b=_sort(other), words=words, about=about
            )
    yield from pair.lone(("deadline_added", "deadline_removed"), "deadlines", found, _words, span)


def _about(side: Side, deadline: Deadline) -> str:
    """What is to be done by then; the place it stands at where it does not say."""
    return deadline.action or side.path_words(deadline.path) or deadline.quote


def _words(deadline: Deadline) -> str:
    return f"{deadline.action}: {deadline.quote}" if deadline.action else deadline.quote


def _sort(deadline: Deadline) -> str:
    return " ".join(filter(None, (deadline.kind, deadline.qualifier)))


def span(deadline: Deadline) -> str | None:
    """The interval as ISO days, "2024-01-01..2024-06-30"; None where it has no dates."""
    return interval(deadline.start, deadline.end)


def interval(start: str | None, end: str | None) -> str | None:
    """Two ISO days as one value."""
    if start is None and end is None:
        return None
    return end or "" if start == end else f"{start or ''}..{end or ''}"


def moved(pair: Pairing, one: Deadline, other: Deadline) -> tuple[str, float | None] | None:
    """Which end moved and by how many days, apart from the years of the plans; None where neither did."""
    return shift(pair, (one.start, one.end), (other.start, other.end))


def shift(
    pair: Pairing, a: tuple[str | None, str | None], b: tuple[str | None, str | None]
) -> tuple[str, float | None] | None:
    """("end" or "start", days) that an interval moved; days None where one of them is open there."""
    years = (pair.b.voice.year or 0) - (pair.a.voice.year or 0) if pair.a.voice.year and pair.b.voice.year else 0
    for name, x, y in (("end", a[1], b[1]), ("start", a[0], b[0])):
        one, other = _day(x, years), _day(y, 0)
        if one != other:
            return name, float((other - one).days) if one is not None and other is not None else None
    return None


def _day(text: str | None, years: int) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
        last = day.replace(year=day.year + years, day=min(day.day, 28)) if years else day
        return last if day.day <= 28 or not years else _kept(day, years)
    except ValueError:
        return None


def _kept(day: date, years: int) -> date:
    """The same day of another year; the last of February stays the last."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
