"""The table of a work plan: work, units, time, product, in many shapes: under quarters, under stages or without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kehoach.model.plan import Role as UnitRole
from kehoach.specimen.moments import Moment, cell, in_month, quarter_band, slashed
from kehoach.specimen.offices import Unit
from kehoach.specimen.parts import Fact, Part, Row
from kehoach.specimen.writing.aims import Setting, upper
from kehoach.specimen.writing.duties import Roles, task, together
from kehoach.specimen.writing.schedule import deadline_fact

Units = Literal["split", "mixed", "doer", "lead"]
_ORDERS = (
    ("number", "work", "units", "time", "product", "note"), ("number", "work", "units", "time", "product", "note"),
    ("number", "work", "time", "units", "product", "note"), ("number", "work", "product", "time", "units", "note"),
    ("number", "time", "work", "units", "product", "note"), ("work", "units", "time", "product", "note"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shape:
    """``columns`` in their order; ``units`` is one column, two ("split"), or one whose cells say who leads ("mixed");
    ``bands`` are rows over the whole width before those of a quarter or a stage."""

    columns: tuple[str, ...]
    units: Units
    bands: Literal["quarters", "stages", "none"]
    padded: bool

    @property
    def timed(self) -> bool:
        return "time" in self.columns


def _shape(s: Setting) -> _Shape:
    draw = s.draw
    bands = draw.one(("quarters", "quarters", "stages", "none", "none"))
    left_out = {
        "time" if bands == "quarters" and draw.chance(0.4) else "", "" if draw.chance(0.6) else "product",
        "" if draw.chance(0.25) else "note",
    }  # fmt: skip
    columns = tuple(name for name in draw.one(_ORDERS) if name not in left_out)
    units: Units = draw.one(("split", "split", "mixed", "doer", "doer", "lead"))
    return _Shape(columns, units, bands, draw.chance(0.4))  # type: ignore[arg-type]


def worktable(s: Setting, issued: date) -> Part:
    """A section that holds the table; every row is a task, every time cell and quarter a deadline. No row is due before
    the plan is issued."""
    shape = _shape(s)
    header = _header(s, shape)
    rows: list[Row] = []
    facts: list[Fact] = []
    works = s.draw.shuffled([*s.field.works, *s.draw.one(s.pools.fields).works])
    works = [work for n, work in enumerate(works) if work not in works[:n]]
    stages = s.draw.some(s.pools.said["table_stage"], 4)
    count = 0
    for quarter in (1, 2, 3, 4):
        first = issued.month if issued.day < 10 else issued.month + 1
        months = [month for month in range(3 * quarter - 2, 3 * quarter + 1) if month >= first]
        chosen, works = works[:2] or works, works[2:]
        if not months or not chosen:
            continue
        band = quarter_band(s.year, quarter)
        if shape.bands == "quarters":
            rows.append(Row((band.words,), "band"))
            facts.append(deadline_fact(band, "; ".join(upper(text) for text, _ in chosen)))
        elif shape.bands == "stages" and stages:
            rows.append(Row((stages.pop(0),), "band"))
        for text, made in chosen:
            count += 1
            moment = _cell(s, s.draw.one(months)) if shape.timed else None
            due = moment or (band if shape.bands == "quarters" else None)
            row, found = _row(s, shape, count, upper(text), made, moment, due)
            rows.append(row)
            facts += found
    css = "w-work" if len(header) == 6 and header[0] in s.pools.columns["number"] else ""
    return s.section("worktable", (Part("table", header=header, rows=tuple(rows), css=css, facts=tuple(facts)),))


def _row(
    s: Setting, shape: _Shape, count: int, text: str, made: str, moment: Moment | None, due: Moment | None
) -> tuple[Row, list[Fact]]:
    """One work as a row, and the facts that it states."""
    units, roles = _units(s, shape.units)
    cells = {
        "number": (f"{count:02d}" if shape.padded else str(count),), "work": (text,), "units": units,
        "time": (moment.words if moment else "",), "product": (made,), "note": ("",),
    }  # fmt: skip
    path = f".T{count}"
    product = made if "product" in shape.columns else None
    facts = [task(text, roles, due, product=product, path=path)]
    facts += [deadline_fact(moment, text, path=path)] if moment else []
    return Row(tuple(one for name in shape.columns for one in cells[name])), facts


def _header(s: Setting, shape: _Shape) -> tuple[str, ...]:
    names: list[str] = []
    for name in shape.columns:
        if name != "units":
            names.append(s.column(name))
        elif shape.units == "split":
            names += [s.column("lead"), s.column("partner")]
        else:
            names.append(s.column("lead" if shape.units == "lead" else "doer"))
    return tuple(names)


def _units(s: Setting, manner: Units) -> tuple[tuple[str, ...], Roles]:
    units = s.draw.shuffled([*s.office.singles, *s.office.groups])
    leader, partners = units[0], units[1 : 1 + s.draw.number(0, 2)]
    roles: list[tuple[Unit, UnitRole]] = [(leader, "lead"), *((unit, "coordinate") for unit in partners)]
    if manner == "split":
        return (leader.printed, together(partners) if partners else ""), roles
    if manner == "mixed" and partners:
        return (s.say("table_mixed", lead=leader.printed, partners=together(partners, ", ")),), roles
    many = units[: s.draw.number(1, 2)]
    role: UnitRole = "lead" if manner == "lead" else "implement"
    return (together(many),), [(unit, role) for unit in many]


def _cell(s: Setting, month: int) -> Moment:
    if s.draw.chance(0.12):
        first, last = date(s.year, month, 3), date(s.year, month, 25)
        return Moment(f"{slashed(first)} - {slashed(last)}", "period", first.isoformat(), last.isoformat())
    if s.draw.chance(0.1) and month < 12:
        start, end = in_month(s.year, month)[0], in_month(s.year, month + 1)[1]
        return Moment(f"Tháng {month} - tháng {month + 1}", "period", start, end)
    return cell(s.draw, date(s.year, month, s.draw.one((10, 15, 20, 25))))
