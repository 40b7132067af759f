"""What all routes share: the archive, how it is served, and the way to a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from fastapi import Path as InPath
from starlette.responses import HTMLResponse

from kehoach.corpus import Corpus, PlanEntry
from kehoach.errors import KehoachError, UsageError
from kehoach.export.captions import Language
from kehoach.export.printed import day, number, percent
from kehoach.processes import LimitedPool
from kehoach.rules.places import places
from kehoach.web.intake import Intake
from kehoach.web.language import language_of
from kehoach.web.pictures import Pictures
from kehoach.web.session import Keeper, Session
from kehoach.web.settings import Settings
from kehoach.web.words import coded, said

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")
STATIC = Path(__file__).with_name("static")


class NoSuchPlan(KehoachError):
    """The archive has no plan of this number."""

    exit_code = 2
    code = "not_found"


@dataclass(frozen=True)
class Site:
    """The archive and what serves it; ``copying`` makes searchable copies."""

    archive: Corpus
    settings: Settings
    keeper: Keeper
    intake: Intake
    pictures: Pictures
    copying: LimitedPool

    @cached_property
    def environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        made = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False,
        )  # fmt: skip
        made.filters.update(day=day, percent=percent, number=number, when=when, counted=counted)
        return made

    def entry(self, plan_id: int) -> PlanEntry:
        """A plan as lists show it.

        Raises:
            NoSuchPlan: there is none.
        """
        try:
            return self.archive.entry(plan_id)
        except UsageError as error:
            raise NoSuchPlan(error.message, "Về thư viện / back to the library: /") from error

    def page(self, request: Request, template: str, status: int = 200, **told: Any) -> HTMLResponse:
        """A page in the reader's language."""
        return HTMLResponse(self.text(request, template, **told), status)

    def text(self, request: Request, template: str, **told: Any) -> str:
        """The HTML of a template in the reader's language."""
        language = language_of(request)
        here: Session = request.state.session
        query = f"?{request.url.query}" if request.url.query else ""
        return self.environment.get_template(template).render(
            language=language,
            t=lambda key: said(key, language),
            code=lambda key: coded(key, language),
            pair=lambda vi, en: en if language == "en" else vi,
            facet_word=lambda name, value: facet_word(name, value, language),
            province_word=province_word,
            who=here.name,
            token=request.state.token,
            locked=self.settings.password is not None,
            here=request.url.path,
            back=request.url.path + query,
            **told,
        )


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(_site)]
PlanId = Annotated[int, InPath(ge=1, le=2**31 - 1, description="Số của kế hoạch trong kho / the plan's number")]


def facet_word(name: str, value: object, language: Language) -> str:
    """What a value of a facet is called."""
    if name == "scan":
        return said(f"scan_{value or 'none'}", language)
    if value is None or value == "":
        return said("unknown_value", language)
    if name == "province":
        return places().called(str(value), None)
    if name in ("audit", "quality", "review"):
        return said(f"{name}_{value}", language)
    return coded(str(value), language)


def province_word(code: str, issued_on: str | None) -> str:
    """What the province of a plan was called on its date."""
    return places().called(code, issued_on)


def when(at: str | None) -> str:
    """A moment of the archive, to the minute; UTC."""
    return "" if at is None else f"{day(at[:10])} {at[11:16]}"


def counted(value: int) -> str:
    """A count with its thousands apart."""
    return f"{value:,}".replace(",", ".")
