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
from kehoach.specimen.writing.aims import Setting, upper
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
    heading, kinds = s.heading("duties")
    singles = s.draw.shuffled([unit for unit in s.office.singles if unit != s.office.desk])
    under_headings = s.draw.chance(0.45)
    blocks = [_works(s, singles[0], singles[1], start, end), _desk(s), _money(s, singles[2])]
    blocks += [_press(s, singles[3])] if len(singles) > 3 else []
    blocks = [*s.draw.shuffled(blocks), _groups(s, start, end)]
    mark = s.draw.one(("; ", ", ")) if under_headings else ", "
    written = [(_headed if under_headings else _in_one)(s, *block, kinds, mark) for block in blocks]
    return Part("section", heading, kinds, tuple(written), key="duties")


def _headed(s: Setting, units: list[Unit], sentences: list[Sentence], kinds: tuple[str, ...], mark: str) -> Part:
    """The units as a heading, what they do below."""
    lines = tuple(Part("bullet", upper(text), end=".", facts=facts) for text, facts in sentences)
    return Part("section", together(units, mark), kinds, lines)


def _in_one(s: Setting, units: list[Unit], sentences: list[Sentence], kinds: tuple[str, ...], mark: str) -> Part:
    """The units as the subject of one sentence, or given their work."""
    names = together(units, mark)
    lead = s.say("give") if len(units) == 1 and s.draw.chance(0.3) else ""
    subject = lead + (names[0].lower() + names[1:] if lead and names.startswith("Các ") else names)
    text = "; ".join([f"{subject} {sentences[0][0]}", *(more for more, _ in sentences[1:])])
    return Part("item", text, end=".", facts=tuple(fact for _, facts in sentences for fact in facts))


Sentence = tuple[str, tuple[Fact, ...]]
Block = tuple[list[Unit], list[Sentence]]


def _works(s: Setting, leader: Unit, partner: Unit, start: date, end: date) -> Block:
    """A unit leads one or two works of the field, perhaps with a partner, perhaps by a day."""
    made = []
    chosen = s.draw.some(s.field.works, 2)
    for n, (text, _) in enumerate(chosen):
        moment = _some_time(s, start, end) if s.draw.chance(0.7) else None
        joined = n == len(chosen) - 1 and s.draw.chance(0.6)
        roles: Roles = [(leader, "lead"), (partner, "coordinate")] if joined else [(leader, "lead")]
        work = text
        if moment is not None:
            moment = _after_a_verb(moment)
            work += s.say("done", when=moment.words)
        facts = [task(work, roles, moment)]
        if moment is not None:
            facts.append(deadline_fact(moment, text))
        made.append((s.say("partner", partner=partner.printed, work=work) if joined else work, tuple(facts)))
    return [leader], made


def _some_time(s: Setting, start: date, end: date) -> Moment:
    day = start + timedelta(days=int((end - start).days * s.draw.one((0.2, 0.4, 0.6, 0.8))))
    return deadline(s.draw, s.pools.times, day) if s.draw.chance(0.6) else within(s.draw, s.pools.times, day)


def _after_a_verb(moment: Moment) -> Moment:
    """What is said to be done needs no second "xong"."""
    return replace(moment, words=moment.words.removeprefix("xong "))


def _desk(s: Setting) -> Block:
    """The unit that follows the plan and reports on it."""
    desk = s.office.desk
    watch, tell = s.sentence("supervise"), s.sentence("report")
    return [desk], [(watch, (task(watch, [(desk, "supervise")]),)), (tell, (task(tell, [(desk, "lead")]),))]


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
    times = s.pools.times
    units = list(s.office.groups) if s.draw.chance(0.6) else [s.draw.one(s.office.groups)]
    roles: Roles = [(unit, "lead") for unit in units]
    launch = s.draw.one(s.pools.sentences["launch"])
    first = deadline(s.draw, times, start + timedelta(days=s.draw.number(3, 15)))
    last = _after_a_verb(deadline(s.draw, times, end - timedelta(days=s.draw.number(1, 20))))
    report = s.say("report_to", desk=s.office.desk.printed)
    again = recurring(s.draw, times) if s.draw.chance(0.3) else last
    made: list[Sentence] = []
    for work, moment in ((launch, first), (report, again)):
        text = f"{work} {moment.words}"
        made.append((text, (task(text, roles, moment), deadline_fact(moment, work))))
    return units, made


def together(units: Sequence[Unit], mark: str = "; ") -> str:
    """Several units in one line: "Các phòng; các đơn vị trực thuộc"."""
    first, *rest = [unit.printed for unit in units]
    return mark.join([first, *(name[0].lower() + name[1:] if name.startswith("Các ") else name for name in rest)])
