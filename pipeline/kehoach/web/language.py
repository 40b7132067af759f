"""The language of a page: Vietnamese, until the reader chooses English."""

from __future__ import annotations

from starlette.requests import Request

from kehoach.export.captions import Language

COOKIE = "kehoach_language"


def language_of(request: Request) -> Language:
    """The language that a request is answered in."""
    return "en" if request.cookies.get(COOKIE) == "en" else "vi"


def local(path: str | None) -> str:
    """A place to return to, if it is one of this application."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")) or any(ord(c) < 32 for c in path):
        return "/"
    return path
