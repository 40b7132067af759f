"""Quantified goals of every form."""

from __future__ import annotations

from typing import Any

from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting, filled


def target(
    quote: str, comparator: str, value: float, unit: str, subject: str | None, goal: str | None, **more: Any
) -> Fact:
    values = {
        "quote": quote, "comparator": comparator, "value": value, "value_max": None, "unit": unit, "subject": subject,
        "object": goal,
    }  # fmt: skip
    return Fact("targets", values | more)


def share(s: Setting, subject: str, goal: str) -> tuple[str, Fact]:
    """A percentage of the subject."""
    n = s.draw.one((60, 70, 75, 80, 85, 90, 95, 98))
    words, comparator = s.draw.one(s.pools.goals["share"])
    text = filled(words, n=n, subject=subject, goal=goal)
    return text, target(text, comparator, n if "{n}" in words else 100, "%", subject, goal)


def count(s: Setting, verb: str, unit: str, goal: str) -> tuple[str, Fact]:
    """A number of things made."""
    n = s.draw.number(2, 9)
    high = n + s.draw.number(1, 4)
    many = s.draw.number(11, 19) * 100
    words, comparator = s.draw.one(s.pools.goals["count"])
    text = filled(
        words, verb=verb, lower=verb.lower(), n=f"{n:02d}", high=f"{high:02d}", unit=unit, goal=goal,
        many=f"{many // 1000}.{many % 1000:03d}",
    )  # fmt: skip
    whose = " ".join(words.split()[:3]) if "{lower}" in words else unit
    value, most = many if "{many}" in words else n, high if "{high}" in words else None
    return text, target(text, comparator, value, unit, whose, f"{verb} {goal}", value_max=most)


def limit(s: Setting) -> tuple[str, Fact]:
    """Something that must not be more."""
    n = s.draw.number(2, 5)
    words, comparator, unit = s.draw.one(s.pools.goals["limit"])
    text = filled(words, n=n if unit == "%" else f"{n:02d}")
    return text, target(text, comparator, n, unit, None, None)


def targets(s: Setting) -> Part:
    """A section of targets."""
    made = [share(s, *pair) for pair in s.draw.some(s.field.shares, s.draw.number(2, 3))]
    made += [count(s, *triple) for triple in s.draw.some(s.field.counts, s.draw.number(1, 2))]
    if s.draw.chance(0.6):
        made.append(limit(s))
    role: Role = s.draw.one(("bullet", "item"))
    inner = s.draw.one((";", "."))
    parts = tuple(
        Part(role, text, facts=(fact,), end="." if n == len(made) else inner) for n, (text, fact) in enumerate(made, 1)
    )
    return s.section("targets", parts)
