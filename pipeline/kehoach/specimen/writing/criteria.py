"""Criteria: in a table, as headed points, as a list, as references to the contents, for collectives and persons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.specimen.parts import Fact, Part, Ref, Role, Row
from kehoach.specimen.writing.aims import Setting, filled


@dataclass(frozen=True, slots=True)
class Scored:
    """A criterion with its share of the points and what shows that it is met."""

    text: str
    indicators: tuple[str, ...]
    points: int


def criterion(text: str, points: int | None, **more: Any) -> Fact:
    """The fact; ``path`` in ``more`` is where it stands relative to its part."""
    path = more.pop("path", "here")
    values: dict[str, Any] = {
        "text": text, "points": points, "kind": "criterion", "parent": None, "applies_to": None, "refers_to": None,
        "indicators": [],
    }  # fmt: skip
    return Fact("criteria", values | more, path)


def criteria(s: Setting, contents: int) -> tuple[Part, int]:
    """A section of criteria and the sum of its points (0 where it has none); ``contents`` contents may be scored."""
    writers: list[Callable[[Setting, Sequence[Scored]], tuple[Part, ...]]] = [_table, _headed, _list, _groups]
    if contents >= 3 and s.draw.chance(0.3):
        parts, total = _references(s, contents)
        return s.section("criteria", parts), total
    if s.draw.chance(0.25):
        return s.section("criteria", _by_subject(s)), 0
    total = s.draw.one((100, 100, 100, 50))
    chosen = s.draw.shuffled(s.field.criteria)[: s.draw.number(3, 5)]
    shares = s.draw.shares(total, len(chosen))
    told = s.draw.chance(0.6)
    wrong = told and s.draw.chance(0.08)
    if wrong:
        shares[-1] += 5
    scored = [Scored(text, tuple(shown), points) for (text, shown), points in zip(chosen, shares, strict=True)]
    intro = Part("paragraph", s.say("total", total=total), css="own")
    parts = s.draw.one(writers)(s, scored)
    parts = (*parts, *_beyond(s, parts[-1].role))
    note = f"{total} điểm, cộng lại được {sum(shares)} điểm"
    facts = (Fact("findings", {"name": "points_total", "note": note}),) if wrong else ()
    return s.section("criteria", (*((intro,) if told else ()), *parts), facts), total


def _beyond(s: Setting, after: Role) -> tuple[Part, ...]:
    """Points above or below the total: for what is done better, for what is done badly; below a heading of their own
    where the criteria have headings."""
    if s.draw.chance(0.65):
        return ()
    made = []
    for kind in ("bonus", "penalty"):
        points = s.draw.number(1, 5)
        text = s.say(kind, points=f"{points:02d}")
        role: Role = "item" if after == "item" else "bullet"
        made.append(Part(role, text, end=".", facts=(criterion(text, points, kind=kind),)))
    return (s.section("beyond", tuple(made)),) if after == "section" else tuple(made)


def _table(s: Setting, scored: Sequence[Scored]) -> tuple[Part, ...]:
    """STT | Nội dung | Điểm, perhaps with a column that the unit fills in."""
    own = s.draw.chance(0.3)
    header = (
        s.column("number"),
        s.column("criterion"),
        s.column("points"),
        *((s.column("self_points"),) if own else ()),
    )
    rows = [Row((str(n), one.text, str(one.points), *([""] * own))) for n, one in enumerate(scored, 1)]
    if s.draw.chance(0.5):
        total = str(sum(one.points for one in scored))
        rows.append(Row(("", s.column("total"), total, *([""] * own)), "total"))
    facts = tuple(criterion(one.text, one.points, path=f".T{n}") for n, one in enumerate(scored, 1))
    return (Part("table", header=header, rows=tuple(rows), css="w-points", facts=facts),)


def _groups(s: Setting, scored: Sequence[Scored]) -> tuple[Part, ...]:
    """Groups (I, II or 1, 2) over their indicators (1.1, 1.2) with points of their own."""
    rows: list[Row] = []
    facts: list[Fact] = []
    for n, one in enumerate(scored, 1):
        parts = s.draw.shares(one.points, 2) if one.points >= 10 else []
        rows.append(Row((str(n), one.text, f"{one.points:02d}"), "group"))
        facts.append(criterion(one.text, one.points, kind="group" if parts else "criterion", path=f".T{n}"))
        for m, (indicator, points) in enumerate(zip(one.indicators, parts, strict=False), 1):
            rows.append(Row((f"{n}.{m}", indicator, f"{points:02d}")))
            facts.append(criterion(indicator, points, path=f".T{n}.{m}", parent=Ref("criteria", f".T{n}")))
    header = (s.column("number"), s.column("criterion"), s.column("points"))
    return (Part("table", header=header, rows=tuple(rows), css="w-points", facts=tuple(facts)),)


def _headed(s: Setting, scored: Sequence[Scored]) -> tuple[Part, ...]:
    """Each criterion a heading with its points, its indicators below."""
    manner = s.draw.one(s.pools.said["headed"])
    made = []
    for n, one in enumerate(scored, 1):
        heading = filled(manner, text=one.text, points=f"{one.points:02d}", n=n)
        last = len(one.indicators)
        below = tuple(Part("bullet", text, end=";" if m < last else ".") for m, text in enumerate(one.indicators, 1))
        fact = criterion(heading, one.points, indicators=list(one.indicators))
        made.append(Part("section", heading, ("criteria",), below, (fact,)))
    return tuple(made)


def _list(s: Setting, scored: Sequence[Scored]) -> tuple[Part, ...]:
    """Each criterion a line."""
    manner = s.draw.one(s.pools.said["list"])
    texts = [filled(manner, text=one.text, points=one.points) for one in scored]
    role: Role = s.draw.one(("item", "bullet"))
    return tuple(
        Part(role, text, end=".", facts=(criterion(text, one.points),)) for text, one in zip(texts, scored, strict=True)
    )


def _references(s: Setting, contents: int) -> tuple[tuple[Part, ...], int]:
    """Points given to the contents by reference."""
    shares = s.draw.shares(100, contents)
    manner = s.draw.one(s.pools.said["refers"])
    made = []
    for n, points in enumerate(shares, 1):
        text = filled(manner, place=f"{{ref:content.{n}}}", points=points)
        made.append(Part("item", text, end=".", facts=(criterion(text, points, refers_to=Ref(f"content.{n}")),)))
    return tuple(made), 100


def _by_subject(s: Setting) -> tuple[Part, ...]:
    """Criteria without points, for collectives and for persons."""
    order = s.draw.shuffled(s.field.criteria)
    halves = (order[:2], order[2:4])
    made = []
    for side, chosen in zip(("collective", "individual"), halves, strict=True):
        texts = [f"{text}: {shown[0][:1].lower()}{shown[0][1:]}" for text, shown in chosen]
        bullets = tuple(
            Part("bullet", text, end=".", facts=(criterion(text, None, applies_to=side),)) for text in texts
        )
        made.append(s.section(side, bullets))
    return tuple(made)
