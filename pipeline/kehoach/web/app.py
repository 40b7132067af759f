"""The application, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from kehoach.corpus import Corpus
from kehoach.corpus.corrections import Outdated
from kehoach.errors import FileAccess, KehoachError, NothingToDo, UsageError, unforeseen
from kehoach.processes import LimitedPool
from kehoach.rules.load import load
from kehoach.web import api, board, compare, downloads, library, people, plan_page, queue, session
from kehoach.web.guard import HEADERS, Guard, Refused
from kehoach.web.intake import Intake
from kehoach.web.pictures import Pictures
from kehoach.web.settings import Settings
from kehoach.web.site import STATIC, NoSuchPlan, Site

_ROUTERS = (
    people.router,
    library.router,
    plan_page.router,
    queue.router,
    board.router,
    compare.router,
    downloads.router,
    api.pages,
    api.router,
)
_STATUS: tuple[tuple[type[KehoachError], int], ...] = (
    (NoSuchPlan, 404), (Outdated, 409), (FileAccess, 404), (NothingToDo, 404), (UsageError, 400), (KehoachError, 422),
)  # fmt: skip


def application(archive: Corpus, settings: Settings | None = None) -> FastAPI:
    """The web application over an archive; any ASGI server runs it.

    Raises:
        FileAccess: the folder beside the archive cannot be made.
    """
    chosen = settings or Settings()
    keeper = session.keeper(archive.folder, chosen.password)
    site = Site(
        archive,
        chosen,
        keeper,
        Intake(archive, chosen),
        Pictures(lambda: archive.folder),
        LimitedPool(1, chosen.limits),
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        load(chosen.rules)
        yield
        site.intake.close()
        site.pictures.close()
        site.copying.shutdown(wait=False, cancel_futures=True)

    made = FastAPI(
        title="kehoach", version=version("kehoach"), lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", description=api.DESCRIPTION, separate_input_output_schemas=False,
    )  # fmt: skip
    made.state.site = site
    for router in _ROUTERS:
        made.include_router(router)
    made.mount("/static", StaticFiles(directory=STATIC), name="static")
    made.add_exception_handler(KehoachError, _told)
    made.add_exception_handler(HTTPException, _refused)
    made.add_exception_handler(RequestValidationError, _wrong)
    made.add_exception_handler(Exception, _unforeseen)
    made.add_middleware(Guard, settings=chosen, keeper=keeper)
    return made


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, KehoachError)
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return answer(request, status, error.code, error.message, error.advice)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, Refused):
        return answer(request, error.status_code, error.code, error.message, error.advice, error.headers)
    missing = error.status_code == 404
    message = "Không có trang này / there is no such page" if missing else str(error.detail)
    return answer(request, error.status_code, "not_found" if missing else "http", message, headers=error.headers)


async def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()[:5])
    return answer(request, 422, "invalid", f"Yêu cầu không hợp lệ / the request is not valid: {told}"[:2000])


async def _unforeseen(request: Request, error: Exception) -> Response:
    told = unforeseen(error)
    return answer(request, 500, told.code, told.message, told.advice, dict(HEADERS))


def answer(
    request: Request, status: int, code: str, message: str, advice: str = "", headers: object = None
) -> Response:
    """An error, as a page for a reader and as JSON for a program."""
    message = message.encode("utf-8", "replace").decode()
    kept = dict(headers) if isinstance(headers, dict) else {}
    if "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/"):
        site: Site = request.app.state.site
        page = site.page(request, "error.html", status, message=message, advice=advice, status_code=status)
        page.headers.update(kept)
        return page
    return JSONResponse({"error": code, "message": message, "advice": advice}, status, headers=kept)
