"""The review queue: what the machine is least sure of, weighed by what a wrong value costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from kehoach.corpus import Corrected, Filter, PlanEntry
from kehoach.corpus.overlay import HEADER
from kehoach.export.html_entries import DOUBTFUL, Entry, view
from kehoach.model.geometry import Box
from kehoach.model.plan import Plan
from kehoach.web.fields import IMPORTANCE
from kehoach.web.plan_page import drawable
from kehoach.web.plan_view import HEADER_FIELDS, fact_of
from kehoach.web.site import Here, Site

router = APIRouter(include_in_schema=False)
_WAITING = Filter(review=("none", "begun"))
_PLANS = 30
_LOOKED_INTO = 8
"""Plans whose values are looked at for one page of the queue; those with the most doubtful ones."""
_VALUES = 40
_UNREAD = 0.5
"""How sure the machine is of a value that it could not read, or found left blank."""
_AROUND = 5.0
_NARROWEST = 200.0
"""Points across that a picture of a place shows at least."""


@dataclass(frozen=True)
class Crop:
    """A stretch of a page, with the place in it; all in points."""

    page: int
    width: float
    height: float
    view: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Waiting:
    """A value to look at; ``state`` tells why there is none, ``urgency`` orders the queue."""

    plan: PlanEntry
    fact: str
    kind: str
    label: str
    says: str
    confidence: float
    grade: str
    state: str
    urgency: float
    crop: Crop | None = None

    @property
    def address(self) -> str:
        return f"/plans/{self.plan.id}?{urlencode({'queue': 1, 'fact': self.fact})}"


@router.get("/review")
def queue(request: Request, site: Here, after: Annotated[str | None, Query(max_length=200)] = None) -> HTMLResponse:
    """The queue: values first, plans beside them."""
    listing = site.archive.list(_WAITING, order="-doubtful", after=after, limit=_PLANS)
    found = [one for entry in listing.entries[:_LOOKED_INTO] for one in waiting(site, entry)]
    values = sorted(found, key=lambda one: (-one.urgency, one.plan.id))[:_VALUES]
    following = f"/review?{urlencode({'after': listing.next})}" if listing.next else None
    return site.page(
        request, "review.html", values=values, plans=listing.entries, total=listing.total, following=following
    )


def waiting(site: Site, entry: PlanEntry) -> Iterator[Waiting]:
    """The values of a plan that nobody has spoken of and that the machine is not sure of."""
    corrected = site.archive.corrected(entry.id)
    plan = corrected.plan
    shown = view(plan)
    drawn = drawable(site, entry.id, plan)
    told: set[str] = set()
    for kind, entries in [*(("header", shown.header[n]) for n in shown.header), *shown.entries.items()]:
        for one in entries:
            fact = fact_of(one)
            sure = one.confidence
            if not fact or sure is None or sure >= DOUBTFUL or fact in corrected.marks:
                continue
            told.add(fact)
            name = fact.removeprefix(HEADER)
            weight = IMPORTANCE.get(name, IMPORTANCE.get(kind, 1.0))
            yield Waiting(
                entry, fact, kind, name if kind == "header" else kind, _says(plan, one), sure, one.grade, "",
                (1 - sure) * weight, _crop(plan, one) if drawn else None,
            )  # fmt: skip
    yield from _unread(entry, corrected, told)


def _unread(entry: PlanEntry, corrected: Corrected, told: set[str]) -> Iterator[Waiting]:
    """Header values that could not be read, or that the form leaves blank."""
    for name, state in corrected.plan.document.state.items():
        fact = f"{HEADER}{name}"
        if state in ("unreadable", "blank") and name in HEADER_FIELDS and fact not in {*corrected.marks, *told}:
            urgency = (1 - _UNREAD) * IMPORTANCE.get(name, 1.0)
            yield Waiting(entry, fact, "header", name, "", _UNREAD, "", state, urgency)


def _says(plan: Plan, one: Entry) -> str:
    """The value in few words."""
    if one.kind != "header":
        return one.label
    value: object = plan.document
    for part in one.label.split("."):
        value = getattr(value, part, None)
    return value if isinstance(value, str) else ""


def _crop(plan: Plan, one: Entry) -> Crop | None:
    place = next((p for p in one.places if p.page is not None and p.box is not None), None)
    if place is None or place.box is None:
        return None
    page = next((p for p in plan.source.pages if p.number == place.page), None)
    if page is None or not page.width or not page.height:
        return None
    box = place.box
    wide = min(page.width, max(_NARROWEST, box.width + 4 * _AROUND))
    x = min(max(0.0, box.x0 - 2 * _AROUND), page.width - wide)
    seen = Box(x, max(0.0, box.top - _AROUND), x + wide, min(page.height, box.bottom + _AROUND))
    shown = " ".join(f"{side:.1f}" for side in (seen.x0, seen.top, seen.width, seen.height))
    return Crop(
        page.number, page.width, page.height, shown, round(box.x0 - 1, 1), round(box.top - 1, 1), round(box.width + 2, 1),
        round(box.height + 2, 1),
    )  # fmt: skip
