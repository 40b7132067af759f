"""The table of an annual work plan: work, units, time, product, under quarters or without."""

from __future__ import annotations

from datetime import date

from kehoach.model.plan import Role as UnitRole
from kehoach.specimen.moments import Moment, cell, in_month, quarter_band, slashed
from kehoach.specimen.offices import Unit
from kehoach.specimen.parts import Fact, Part, Row
from kehoach.specimen.writing.aims import Setting, upper
from kehoach.specimen.writing.duties import Roles, task, together
from kehoach.specimen.writing.schedule import deadline_fact


def worktable(s: Setting, issued: date) -> Part:
    """A section that holds the table; every row is a task, every time cell and band a deadline. No row is due before
    the plan is issued."""
    banded, split = s.draw.chance(0.6), s.draw.chance(0.5)
    timed = not banded or s.draw.chance(0.6)
    product = s.draw.chance(0.6)
    header = _header(s, split, timed, product)
    rows: list[Row] = []
    facts: list[Fact] = []
    count = 0
    padded = s.draw.chance(0.4)
    works = s.draw.shuffled([*s.field.works, *s.draw.one(s.pools.fields).works])
    works = [work for n, work in enumerate(works) if work not in works[:n]]
    for quarter in (1, 2, 3, 4):
        first = issued.month if issued.day < 10 else issued.month + 1
        months = [month for month in range(3 * quarter - 2, 3 * quarter + 1) if month >= first]
        if not months:
            continue
        chosen, works = works[:2] or works, works[2:]
        band = quarter_band(s.year, quarter)
        if banded and chosen:
            rows.append(Row((band.words,), "band"))
            facts.append(deadline_fact(band, "; ".join(upper(text) for text, _ in chosen)))
        for text, made in chosen:
            count += 1
            moment = _cell(s, s.draw.one(months)) if timed else None
            cells, roles = _units(s, split, "lead" if header[2] in s.pools.columns["lead"] else "implement")
            row = [f"{count:02d}" if padded else str(count), upper(text), *cells]
            row += [moment.words] if moment else []
            row += [made] if product else []
            rows.append(Row(tuple(row)))
            due = moment or (band if banded else None)
            path = f".T{count}"
            facts.append(task(upper(text), roles, due, product=made if product else None, path=path))
            if moment:
                facts.append(deadline_fact(moment, upper(text), path=path))
    css = "w-work" if len(header) == 6 else ""
    table = Part("table", header=header, rows=tuple(rows), css=css, facts=tuple(facts))
    return s.section("worktable", (table,))


def _header(s: Setting, split: bool, timed: bool, product: bool) -> tuple[str, ...]:
    names = [s.column("number"), s.column("work")]
    names += [s.column("lead"), s.column("partner")] if split else [s.column(s.draw.one(("doer", "doer", "lead")))]
    names += [s.column("time")] if timed else []
    return tuple([*names, s.column("product")] if product else names)


def _units(s: Setting, split: bool, alone: UnitRole) -> tuple[list[str], Roles]:
    units = s.draw.shuffled([*s.office.singles, *s.office.groups])
    if split:
        partners = units[1 : 1 + s.draw.number(0, 2)]
        roles: list[tuple[Unit, UnitRole]] = [(units[0], "lead"), *((unit, "coordinate") for unit in partners)]
        return [units[0].printed, together(partners) if partners else ""], roles
    many = units[: s.draw.number(1, 2)]
    return [together(many)], [(unit, alone) for unit in many]


def _cell(s: Setting, month: int) -> Moment:
    if s.draw.chance(0.12):
        first, last = date(s.year, month, 3), date(s.year, month, 25)
        return Moment(f"{slashed(first)} - {slashed(last)}", "period", first.isoformat(), last.isoformat())
    if s.draw.chance(0.1) and month < 12:
        start, end = in_month(s.year, month)[0], in_month(s.year, month + 1)[1]
        return Moment(f"Tháng {month} - tháng {month + 1}", "period", start, end)
    return cell(s.draw, date(s.year, month, s.draw.one((10, 15, 20, 25))))
