"""What a plan is founded on: laws in force on its date and documents of the bodies above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kehoach.specimen.draw import Draw
from kehoach.specimen.moments import slashed, spelled
from kehoach.specimen.offices import Office
from kehoach.specimen.pools import Pools

_NEW_LAW = date(2024, 1, 1)  # Luật Thi đua, khen thưởng 06/2022/QH15 in force


@dataclass(frozen=True)
class Ground:
    """A line "Căn cứ ..." or "Thực hiện ..." without its end mark, and the document that it cites."""

    line: str
    citation: dict[str, Any]


def grounds(
    draw: Draw, pools: Pools, office: Office, issued: date, carried_out: Ground | None = None
) -> tuple[Ground, ...]:
    """The basis of a plan issued on this day, first the law, then what the body above wrote; ``carried_out`` is the
    document that the plan implements."""
    made = [_law(issued), _decree(issued)] if draw.chance(0.6) else []
    if carried_out is not None:
        return (*made, carried_out)
    made += [of_above(draw, pools, office, issued) for _ in range(draw.number(1, 2))]
    return tuple(made)


def _citation(
    number: str | None, type_: str, day: date, issuer: str | None, relation: str, title: str | None = None
) -> dict[str, Any]:
    return {
        "number": number, "type": type_, "issued_on": day.isoformat(), "issuer": issuer, "relation": relation,
        "title": title, "path": None,
    }  # fmt: skip


def _law(issued: date) -> Ground:
    day = date(2022, 6, 15) if issued >= _NEW_LAW else date(2003, 11, 26)
    title = "Luật Thi đua, khen thưởng"
    return Ground(f"Căn cứ {title} ngày {spelled(day)}", _citation(None, "Luật", day, None, "basis", title))


def _decree(issued: date) -> Ground:
    if issued >= date(2025, 7, 1):
        number, day = "152/2025/NĐ-CP", date(2025, 6, 14)
    elif issued >= _NEW_LAW:
        number, day = "98/2023/NĐ-CP", date(2023, 12, 31)
    elif issued >= date(2017, 10, 1):
        number, day = "91/2017/NĐ-CP", date(2017, 7, 31)
    else:
        number, day = "42/2010/NĐ-CP", date(2010, 4, 15)
    line = f"Căn cứ Nghị định số {number} ngày {slashed(day)} của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng"
    return Ground(line, _citation(number, "Nghị định", day, "Chính phủ", "basis"))


def of_above(draw: Draw, pools: Pools, office: Office, issued: date) -> Ground:
    """A document of the body above, some weeks older than the plan."""
    body, symbol = office.upper
    day = issued - timedelta(days=draw.number(4, 70))
    if symbol == "TTg":
        kind, shape = draw.one((("Quyết định", "{n}/QĐ-TTg"), ("Chỉ thị", "{n}/CT-TTg")))
    elif symbol == "TU":
        kind, shape = draw.one((("Chỉ thị", "{n}-CT/TU"), ("Nghị quyết", "{n}-NQ/TU"), ("Kế hoạch", "{n}-KH/TU")))
    elif symbol != "UBND":
        kind, shape = draw.one((("Kế hoạch", f"{{n}}/KH-{symbol}"), ("Công văn", f"{{n}}/{symbol}-VP")))
    else:
        kind, shape = draw.one(
            (
                ("Kế hoạch", "{n}/KH-UBND"),
                ("Chỉ thị", "{n}/CT-UBND"),
                ("Công văn", "{n}/UBND-NC"),
                ("Quyết định", "{n}/QĐ-UBND"),
            )
        )
    number = shape.format(n=f"{draw.number(1, 480):02d}")
    word, relation = draw.one((("Căn cứ", "basis"), ("Thực hiện", "implements")))
    when = slashed(day) if draw.chance(0.6) else spelled(day)
    about = draw.one(pools.said["about_above"])
    line = f"{word} {kind} số {number} ngày {when} của {body} {about} năm {issued.year}"
    return Ground(line, _citation(number, kind, day, body, relation))
