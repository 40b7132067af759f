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
    carry = "triển khai đồng bộ các nội dung thi đua"
    lines = [
        _line(_year(s.year), body, actions["launch"]),
        Part(
            "item",
            f"{stage.words}: {carry}; {body.printed} {actions['review']} vào {quarter.words}",
            end=".",
            facts=(
                deadline_fact(stage, carry),
                deadline_fact(quarter, actions["review"]),
                task(f"{actions['review']} vào {quarter.words}", [(body, "lead")], quarter),
            ),
        ),
        _line(_year(last), body, actions["final"]),
    ]
    heading, kinds = s.draw.one(
        (
            ("Lộ trình thực hiện", ("schedule",)),
            ("Tiến độ thực hiện", ("schedule",)),
            ("Thời gian thực hiện", ("schedule",)),
        )
    )
    return Times(date(s.year, 1, 1), date(last, 12, 31), Part("section", heading, kinds, tuple(lines)))


def _year(year: int) -> Moment:
    return Moment(f"Năm {year}", "period", f"{year}-01-01", f"{year}-12-31")


def _line(moment: Moment, body: Unit, action: str) -> Part:
    facts: tuple[Fact, ...] = (deadline_fact(moment, action), task(action, [(body, "lead")], moment))
    return Part("item", f"{moment.words}: {body.printed} {action}", end=".", facts=facts)
