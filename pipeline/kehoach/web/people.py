"""Who is there and how they read: sign-in, name, language."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from kehoach.export.captions import Language
from kehoach.web import session
from kehoach.web.guard import Refused, cookie, same
from kehoach.web.language import COOKIE, local
from kehoach.web.session import Session
from kehoach.web.site import Here, Site

router = APIRouter(include_in_schema=False)
_Text = Annotated[str, Form(max_length=300)]


@router.get("/sign-in")
def sign_in_page(request: Request, site: Here, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Asks for the password."""
    return site.page(request, "sign_in.html", onward=local(next), wrong=False)


@router.post("/sign-in")
def sign_in(
    request: Request, site: Here, password: _Text, token: _Text, name: _Text = "",
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:  # fmt: skip
    """Lets in who knows the password, with a new session."""
    _check(request, token)
    known = site.settings.password
    if known is None or not same(password, known):
        return site.page(request, "sign_in.html", 401, onward=local(next), wrong=True)
    made = session.fresh(name or site.settings.name, time.time(), admitted=True)
    return _onward(request, site, made, next)


@router.post("/sign-out")
def sign_out(request: Request, site: Here, token: _Text) -> Response:
    """Ends the session."""
    _check(request, token)
    return _onward(request, site, session.fresh(site.settings.name, time.time()), "/sign-in")


@router.post("/name")
def name(request: Request, site: Here, name: _Text, token: _Text, next: Annotated[str, Form(max_length=2000)] = "/") -> Response:  # fmt: skip
    """Notes who reviews from now on."""
    _check(request, token)
    here: Session = request.state.session
    return _onward(request, site, replace(here, name=session.cleaned(name)), next)


@router.get("/language/{chosen}")
def language(chosen: Literal["vi", "en"], next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Changes the language of the pages."""
    wanted: Language = chosen
    response = RedirectResponse(local(next), 303)
    response.set_cookie(COOKIE, wanted, max_age=session.LASTS, samesite="lax", httponly=True)
    return response


def _check(request: Request, token: str) -> None:
    """A form is taken from our own pages only."""
    if not same(token, request.state.token):
        raise Refused(403, "token", "Biểu mẫu đã cũ, tải lại trang / the form is too old: load the page again")


def _onward(request: Request, site: Site, made: Session, where: str) -> Response:
    response = RedirectResponse(local(where), 303)
    response.headers.append("set-cookie", cookie(site.keeper.signed(made), secure=request.url.scheme == "https"))
    return response
