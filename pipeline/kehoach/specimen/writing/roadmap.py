"""The years of a long campaign: launch, stages, mid-term and final review."""

from __future__ import annotations

from datetime import date

from kehoach.specimen.moments import Moment
from kehoach.specimen.offices import Unit
from kehoach.specimen.parts import Fact, Part
from kehoach.specimen.writing.aims import Setting
from kehoach.specimen.writing.duties import task
from kehoach.specimen.writing.schedule import Times, deadline_fact


def roadmap(s: Setting, last: int) -> Times:
    """A section that goes through the years from the plan's own to ``last``."""
    body = Unit(s.office.self_name, s.office.self_name)
    middle = (s.year + last) // 2
    quarter = Moment(f"quý III năm {middle}", "milestone", f"{middle}-07-01", f"{middle}-09-30")
    actions = {kind: s.draw.one(s.pools.sentences[kind]) for kind in ("launch", "review", "final")}
    stage = Moment(f"Giai đoạn {s.year} - {middle}", "period", f"{s.year}-01-01", f"{middle}-12-31")
    review = f"{actions['review']} vào {quarter.words}"
    said = s.say("stage", words=stage.words, body=body.printed, review=actions["review"], quarter=quarter.words)
    carry = said.removeprefix(f"{stage.words}: ").partition(";")[0]
    facts = (
        deadline_fact(stage, carry), deadline_fact(quarter, actions["review"]), task(review, [(body, "lead")], quarter),
    )  # fmt: skip
    lines = (
        _line(_year(s.year), body, actions["launch"]),
        Part("item", said, end=".", facts=facts),
        _line(_year(last), body, actions["final"]),
    )
    return Times(date(s.year, 1, 1), date(last, 12, 31), s.section("roadmap", lines))


def _year(year: int) -> Moment:
    return Moment(f"Năm {year}", "period", f"{year}-01-01", f"{year}-12-31")


def _line(moment: Moment, body: Unit, action: str) -> Part:
    facts: tuple[Fact, ...] = (deadline_fact(moment, action), task(action, [(body, "lead")], moment))
    return Part("item", f"{moment.words}: {body.printed} {action}", end=".", facts=facts)
