"""Who does what: units as subjects of sentences, as headings, with partners, with times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kehoach.model.plan import Role as UnitRole
from kehoach.specimen.moments import Moment, deadline, recurring, within
from kehoach.specimen.offices import Unit
from kehoach.specimen.parts import Fact, Part
from kehoach.specimen.writing.aims import Setting
from kehoach.specimen.writing.schedule import deadline_fact

Roles = Sequence[tuple[Unit, UnitRole]]


def task(text: str, units: Roles, moment: Moment | None = None, **more: Any) -> Fact:
    path = more.pop("path", "here")
    values = {
        "text": text, "units": [{"name": unit.name, "role": role} for unit, role in units],
        "due": moment.due if moment else None, "product": more.pop("product", None),
    }  # fmt: skip
    return Fact("tasks", values, path)


def duties(s: Setting, start: date, end: date) -> Part:
    """The section on carrying out the plan."""
    heading = s.draw.one(("Tổ chức thực hiện", "Tổ chức thực hiện", "Phân công thực hiện", "Trách nhiệm thực hiện"))
    kinds = ("tasks",) if heading.startswith("Phân công") else ("organization",)
    singles = s.draw.shuffled([unit for unit in s.office.singles if unit != s.office.desk])
    under_headings = s.draw.chance(0.45)
    blocks = [_works(s, singles[0], singles[1], start, end), _desk(s), _money(s, singles[2])]
    blocks += [_press(s, singles[3])] if len(singles) > 3 else []
    blocks.append(_groups(s, start, end))
    blocks = s.draw.shuffled(blocks[:-1]) + blocks[-1:]
    children = []
    for units, sentences in blocks:
        names = together(units, s.draw.one(("; ", ", ")) if under_headings else ", ")
        if under_headings:
            lines = tuple(Part("bullet", _upper(text), end=".", facts=facts) for text, facts in sentences)
            children.append(Part("section", names, kinds, lines))
        else:
            lead = "Giao " if len(units) == 1 and s.draw.chance(0.3) else ""
            first, *rest = sentences
            text = f"{lead}{names[0].lower() + names[1:] if lead and names.startswith('Các ') else names} {first[0]}"
            facts = [*first[1]]
            for more, found in rest:
                text += f"; {more}"
                facts += found
            children.append(Part("item", text, end=".", facts=tuple(facts)))
    return Part("section", heading, kinds, tuple(children), key="duties")


Sentence = tuple[str, tuple[Fact, ...]]
Block = tuple[list[Unit], list[Sentence]]


def _works(s: Setting, leader: Unit, partner: Unit, start: date, end: date) -> Block:
    """A unit leads one or two works of the field, perhaps with a partner, perhaps by a day."""
    made = []
    works = s.draw.some(s.field.works, 2)
    for n, (text, _) in enumerate(works):
        moment = _some_time(s, start, end) if s.draw.chance(0.7) else None
        joined = n == len(works) - 1 and s.draw.chance(0.6)
        roles: Roles = [(leader, "lead"), (partner, "coordinate")] if joined else [(leader, "lead")]
        work = text
        if moment is not None:
            work += f", hoàn thành {moment.words.removeprefix('xong ')}"
        said = f"chủ trì, phối hợp với {partner.printed} {work}" if joined else work
        facts = [task(work, roles, moment)]
        if moment is not None:
            facts.append(deadline_fact(moment, text, moment.words.removeprefix("xong ")))
        made.append((said, tuple(facts)))
    return [leader], made


def _some_time(s: Setting, start: date, end: date) -> Moment:
    day = start + timedelta(days=int((end - start).days * s.draw.one((0.2, 0.4, 0.6, 0.8))))
    return deadline(s.draw, day) if s.draw.chance(0.6) else within(s.draw, day)


def _desk(s: Setting) -> Block:
    """The unit that follows the plan and reports on it."""
    desk = s.office.desk
    watch, tell = s.sentence("supervise"), s.draw.one(s.pools.sentences["report"][:1]).replace("{boss}", s.office.boss)
    made: list[Sentence] = [(watch, (task(watch, [(desk, "supervise")]),)), (tell, (task(tell, [(desk, "lead")]),))]
    return [desk], made


def _money(s: Setting, unit: Unit) -> Block:
    text = s.sentence("money")
    return [unit], [(text, (task(text, [(unit, "lead")]),))]


def _press(s: Setting, unit: Unit) -> Block:
    text = s.sentence("press")
    if s.draw.chance(0.4):
        moment = Moment("hằng tháng", "recurring")
        said = f"{moment.words} {text}"
        return [unit], [(said, (task(text, [(unit, "lead")]), deadline_fact(moment, text)))]
    return [unit], [(text, (task(text, [(unit, "lead")]),))]


def _groups(s: Setting, start: date, end: date) -> Block:
    """What all bodies do: launch, report by a day."""
    units = list(s.office.groups) if s.draw.chance(0.6) else [s.draw.one(s.office.groups)]
    roles: Roles = [(unit, "lead") for unit in units]
    launch = s.draw.one(s.pools.sentences["launch"])
    first = deadline(s.draw, start + timedelta(days=s.draw.number(3, 15)))
    last = deadline(s.draw, end - timedelta(days=s.draw.number(1, 20)))
    if last.words.startswith("xong "):
        last = replace(last, words=last.words.removeprefix("xong "))
    report = f"báo cáo kết quả về {s.office.desk.printed}"
    made: list[Sentence] = [
        (f"{launch} {first.words}", (task(f"{launch} {first.words}", roles, first), deadline_fact(first, launch)))
    ]
    again = recurring(s.draw) if s.draw.chance(0.3) else last
    made.append(
        (f"{report} {again.words}", (task(f"{report} {again.words}", roles, again), deadline_fact(again, report)))
    )
    return units, made


def together(units: Sequence[Unit], mark: str = "; ") -> str:
    """Several units in one line: "Các phòng; các đơn vị trực thuộc"."""
    first, *rest = [unit.printed for unit in units]
    return mark.join([first, *(name[0].lower() + name[1:] if name.startswith("Các ") else name for name in rest)])


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
