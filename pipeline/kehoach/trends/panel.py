"""Plans placed in time and space: what every table of trends begins with.

"As issued" a plan belongs to the province that issued it, under the name of its day. "As of" a day it belongs to the
province that its territory lies in on that day; where no single answer is right it belongs to none, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.model.plan import Plan
from kehoach.rules.geography import How, department, label, placed
from kehoach.rules.places import places

if TYPE_CHECKING:
    import pandas

SPLICE = (
    "Trước ngày sáp nhập, chuỗi của một tỉnh là toàn bộ kế hoạch của các tỉnh hợp thành, mỗi kế hoạch tính một lần; tách "
    "tỉnh, hoặc lùi về trước sáp nhập, mà không xác định được thì để riêng. / Before a merger the series of a province is "
    "all plans of the provinces that made it up, each counted once; what a split or a step back leaves undecided stands apart."
)
"""The rule by which series are spliced over mergers."""
UNDECIDED = "chưa xác định / undecided"


@dataclass(frozen=True, slots=True)
class Place:
    """The province that a plan is counted for: its name as a name of one territory, its code on that day, and how it was
    placed there; ``issued`` is the name it was issued under."""

    name: str
    code: str | None
    how: How
    issued: str


@dataclass(frozen=True)
class Panel:
    """Plans as issued, or as of a day."""

    plans: tuple[Plan, ...]
    as_of: date | None = None

    @cached_property
    def days(self) -> tuple[date | None, ...]:
        return tuple(day_of(plan) for plan in self.plans)

    @cached_property
    def years(self) -> tuple[int | None, ...]:
        return tuple(year_of(plan) for plan in self.plans)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(place_of(plan, day, self.as_of) for plan, day in zip(self.plans, self.days, strict=True))

    @cached_property
    def table(self) -> pandas.DataFrame:
        """A row a plan: plan (its number here), file, number, issuer, level, kind, year, issued_on, province, code,
        issued_as (the province's name on its day), placed (how), spliced, unread (pages that could not be read),
        issued_by (the issuer's name on its day)."""
        import pandas

        rows = [
            (
                n, plan.source.path, plan.document.number, issuer_of(plan, place, self.as_of), plan.document.issuer_level,
                plan.document.plan_kind, year, plan.document.issued_on, place.name, place.code, place.issued, place.how,
                place.how == "merged", unread(plan), plan.document.issuer,
            )
            for n, (plan, year, place) in enumerate(zip(self.plans, self.years, self.places, strict=True))
        ]  # fmt: skip
        columns = [
            "plan", "file", "number", "issuer", "level", "kind", "year", "issued_on", "province", "code", "issued_as",
            "placed", "spliced", "unread", "issued_by",
        ]  # fmt: skip
        made = pandas.DataFrame(rows, columns=columns)
        made["year"] = made["year"].astype("Int64")
        made.attrs["rule"] = SPLICE if self.as_of else "như ban hành / as issued"
        return made


def panel(plans: Iterable[Plan], as_of: date | None = None) -> Panel:
    """Plans for tables of trends.

    Args:
        plans: records, from an archive or from anywhere.
        as_of: the day whose provinces count; None takes those of each plan's own day.
    """
    return Panel(tuple(plans), as_of)


def day_of(plan: Plan) -> date | None:
    """The day of a plan; in the middle of what is known of a partial date, of the period where there is no date."""
    period = plan.document.period
    for text in (plan.document.issued_on, period and period.start):
        if text:
            parts = [int(part) for part in text.split("-") if part.isdigit()]
            try:
                return date(*(*parts, *((7, 1)[len(parts) - 1 :]))[:3]) if parts else None
            except ValueError:
                continue
    return None


def year_of(plan: Plan) -> int | None:
    """The year a plan is for: the one its period begins in, else that of its date."""
    period = plan.document.period
    text = (period and period.start) or plan.document.issued_on or ""
    return int(text[:4]) if text[:4].isdigit() else None


def place_of(plan: Plan, day: date | None, as_of: date | None) -> Place:
    """Where a plan is counted."""
    document = plan.document
    printed = document.province_as_printed
    if document.province is None and printed is None:
        level = document.issuer_level
        return Place("Trung ương" if level == "central" else UNDECIDED, None, "same" if level == "central" else "unknown", "")  # fmt: skip
    found = places().of_code(document.province, day) if document.province else places().named(printed or "", day)
    name = found.name if found is not None else printed or UNDECIDED
    if day is None:
        return Place(name, document.province, "unknown", name)
    if as_of is None:
        return Place(label(name, day), found.code if found else document.province, "same", name)
    there = placed(name, day, as_of)
    if there.name is None:
        return Place(" | ".join(there.names) or UNDECIDED, None, there.how, name)
    now = places().named(there.name, as_of)
    return Place(label(there.name, as_of), now.code if now else None, there.how, name)


def unread(plan: Plan) -> bool:
    """Whether a page could not be read or is missing, so that what is not found may still be there."""
    return bool(plan.source.rescan or plan.source.missing) or any(page.failed for page in plan.source.pages)


def issuer_of(plan: Plan, place: Place, as_of: date | None) -> str | None:
    """The issuer, or what became of it by a day: the department's successor, in the province that it then lies in."""
    issuer = plan.document.issuer
    if issuer is None or as_of is None or place.how not in ("same", "renamed", "merged"):
        return issuer
    made = department(issuer, as_of).name or issuer
    then, now = places().named(place.issued, day_of(plan)), places().of_code(place.code, as_of) if place.code else None
    return made.replace(then.full_name, now.full_name) if then is not None and now is not None else made
