"""The library: all plans, narrowed by facets and by search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from kehoach.corpus import FACETS, ORDERS, FacetValue, PlanEntry, Snippet
from kehoach.web.links import Wanted, wanted
from kehoach.web.site import Here, Site

router = APIRouter(include_in_schema=False)
PAGE = 50
_SHOWN = 8
"""Values of a facet that are shown before the others are asked for."""
_SORTED = frozenset({"year"})


@dataclass(frozen=True)
class Row:
    """A plan of the list, with the places where words were found."""

    plan: PlanEntry
    snippets: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Facet:
    """A facet as it is shown: values with their number of plans; those chosen are always among ``first``."""

    name: str
    first: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]
    chosen: frozenset[str]


@dataclass(frozen=True)
class Shown:
    """One page of the library. ``following`` is the address of the next page, ``token`` what it begins with."""

    rows: tuple[Row, ...]
    total: int
    following: str | None
    token: str | None
    exact: bool = True


@router.get("/")
def library(request: Request, site: Here, asked: Annotated[Wanted, Depends(wanted)]) -> HTMLResponse:
    """The library page; of an empty archive the page that takes files in."""
    shown = found(site, asked)
    if not shown.total and not asked.query and not any(asked.chosen.values()):
        return site.page(request, "upload.html", sent=site.intake.all(), empty=True, limit=site.settings.largest_upload)
    counts = site.archive.facets(asked.filter, asked.query or None)
    facets = [facet(name, counts[name], asked) for name in FACETS]
    return site.page(request, "library.html", asked=asked, shown=shown, facets=facets, orders=ORDERS, path="/")


@router.get("/upload")
def upload(request: Request, site: Here) -> HTMLResponse:
    """The page that takes files in."""
    return site.page(request, "upload.html", sent=site.intake.all(), empty=False, limit=site.settings.largest_upload)


def found(site: Site, asked: Wanted) -> Shown:
    """The plans that are asked for.

    Raises:
        UsageError: there is no word in the query, or no such order or page.
    """
    if asked.query:
        result = site.archive.search(asked.query, asked.filter, limit=PAGE, offset=asked.offset)
        rows = tuple(Row(hit.plan, tuple(map(highlighted, hit.snippets))) for hit in result.hits)
        following = asked.address("/", offset=result.next) if result.next else None
        return Shown(rows, result.total, following, str(result.next) if result.next else None, result.exact)
    listing = site.archive.list(asked.filter, order=asked.order, after=asked.after, limit=PAGE)
    following = asked.address("/", after=listing.next) if listing.next else None
    return Shown(tuple(map(Row, listing.entries)), listing.total, following, listing.next)


def facet(name: str, values: tuple[FacetValue, ...], asked: Wanted) -> Facet:
    """A facet with its most frequent values first; years in their order."""
    chosen = frozenset(asked.chosen.get(name, ()))
    ordered = sorted(values, key=lambda v: -int(v.value or 0)) if name in _SORTED else list(values)
    first = [v for n, v in enumerate(ordered) if n < _SHOWN or _text(v) in chosen]
    rest = tuple(v for v in ordered if v not in first)
    return Facet(name, tuple(first), rest, chosen)


def highlighted(snippet: Snippet) -> Markup:
    """A stretch of text as HTML, with what was found marked."""
    made, at = Markup(), 0
    for start, end in snippet.marks:
        made += Markup("{}<mark>{}</mark>").format(snippet.text[at:start], snippet.text[start:end])
        at = end
    return made + Markup("{}").format(snippet.text[at:])


def _text(value: FacetValue) -> str:
    return "" if value.value is None else str(value.value)
