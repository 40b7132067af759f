"""What every request passes before the application sees it, and every answer on its way out."""

from __future__ import annotations

import hmac
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kehoach.web import session
from kehoach.web.session import Keeper, Session
from kehoach.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'"
)
FORM_TOKEN = "x-kehoach-token"
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/sign-in", "/static/", "/language/")
_BODY = 1024 * 1024
"""Bytes of a request that uploads nothing."""
UPLOADS = "/api/uploads"
_CLIENTS = 10_000


class Refused(HTTPException):
    """The request goes no further. An HTTPException, because those alone come whole out of the reading of a body."""

    def __init__(self, status: int, code: str, message: str, advice: str = "", wait: int | None = None) -> None:
        headers = {"retry-after": str(wait)} if wait else {}
        super().__init__(status, message, headers | ({"www-authenticate": "Bearer"} if status == 401 else {}))
        self.code, self.message, self.advice = code, message, advice


class Guard:
    """Host, rate, size, session and token of every request; the headers of every answer."""

    def __init__(self, app: ASGIApp, settings: Settings, keeper: Keeper) -> None:
        self.app, self.settings, self.keeper = app, settings, keeper
        self.clock = settings.clock or time.time
        rates = settings.rates
        self.all = Buckets(rates.burst, rates.per_second)
        self.signing_in = Buckets(rates.signing_in, rates.signing_in / 60)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        now = self.clock()
        here, new = self._session(headers, now)
        scope.setdefault("state", {}).update(session=here, token=self.keeper.token(here))
        sending = self._sending(send, scope, here if new else None)
        try:
            self._check(scope, headers, here, now)
            await self.app(scope, self._receiving(scope, receive), sending)
        except Refused as refused:
            await _answer(scope, headers, refused)(scope, receive, sending)

    def _session(self, headers: Headers, now: float) -> tuple[Session, bool]:
        """The session of a request, and whether it has just begun."""
        cookie = cookie_parser(headers.get("cookie", "")).get(session.COOKIE, "")
        known = self.keeper.read(cookie, now) if cookie else None
        if known is None:
            known, new = session.fresh(self.settings.name, now), True
        else:
            new = False
        if self.settings.password is None or self._bearer(headers):
            known = replace(known, admitted=True)
        return known, new

    def _bearer(self, headers: Headers) -> bool:
        """Whether a program told the password with its request."""
        kind, _, told = headers.get("authorization", "").partition(" ")
        password = self.settings.password
        if kind.lower() != "bearer" or password is None:
            return False
        return hmac.compare_digest(told.strip().encode("latin-1", "replace"), password.encode())

    def _check(self, scope: Scope, headers: Headers, here: Session, now: float) -> None:
        client = (scope.get("client") or ("",))[0]
        if self.settings.hosts is not None and _host(headers.get("host", "")) not in self.settings.hosts:
            raise Refused(
                421, "host", f"Tên máy không được phép / host not allowed: {_host(headers.get('host', ''))[:80]!r}"
            )
        if not self.all.take(client, now):
            raise Refused(429, "too_many", "Quá nhiều yêu cầu / too many requests", "Chờ một lát / wait a little", 2)
        path = scope["path"]
        if path == "/sign-in" and scope["method"] == "POST" and not self.signing_in.take(client, now):
            raise Refused(429, "too_many", "Thử quá nhiều lần / too many tries", "Chờ một phút / wait a minute", 60)
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most(path):
            raise self._too_large(path)
        if not here.admitted and not path.startswith(_OPEN):
            raise Refused(401, "sign_in", "Cần đăng nhập / sign in first", "Authorization: Bearer PASSWORD")
        if scope["method"] not in _SAFE and not self._bearer(headers):
            self._check_origin(scope, headers, here)

    def _check_origin(self, scope: Scope, headers: Headers, here: Session) -> None:
        """Refuses what another page sent. A form without a script brings its token in the body, where its route
        checks it; everything else brings it in a header."""
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        foreign = site not in (None, "same-origin", "none") or (
            origin is not None and urlsplit(origin).netloc != headers.get("host")
        )
        kind = headers.get("content-type", "").partition(";")[0].strip()
        by_form = kind == "application/x-www-form-urlencoded" and not scope["path"].startswith("/api/")
        token = headers.get(FORM_TOKEN, "")
        if foreign or not (by_form or same(token, self.keeper.token(here))):
            raise Refused(
                403,
                "token",
                f"Thiếu hoặc sai {FORM_TOKEN} / missing or wrong",
                "GET /api/session; Authorization: Bearer",
            )

    def _most(self, path: str) -> int:
        return self.settings.largest_upload if path == UPLOADS else _BODY

    def _too_large(self, path: str) -> Refused:
        most = self._most(path)
        return Refused(
            413, "too_large", f"Gửi quá nhiều một lần, tối đa / sent too much at once, at most: {most / 1048576:g} MB",
            "Gửi từng tệp, hoặc dùng / send the files one by one, or use: kehoach ingest",
        )  # fmt: skip

    def _receiving(self, scope: Scope, receive: Receive) -> Receive:
        """Counts what really comes, whatever was announced."""
        left = self._most(scope["path"])

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise self._too_large(scope["path"])
            return message

        return counted

    def _sending(self, send: Send, scope: Scope, new: Session | None) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/") and "cache-control" not in headers:
                    headers["cache-control"] = "no-store"
                if new is not None and "set-cookie" not in headers:
                    headers.append("set-cookie", cookie(self.keeper.signed(new), secure=scope["scheme"] == "https"))
            await send(message)

        return with_headers


class Buckets:
    """How many requests each client has left; they come back with time."""

    def __init__(self, most: int, per_second: float) -> None:
        self._most, self._per_second = most, per_second
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, client: str, now: float) -> bool:
        """Whether the client may have one more."""
        left, before = self._left.get(client, (float(self._most), now))
        left = min(self._most, left + max(0.0, now - before) * self._per_second)
        if len(self._left) >= _CLIENTS:
            self._left.clear()
        self._left[client] = (left - 1 if left >= 1 else left, now)
        return left >= 1


def same(told: str, known: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(told.encode(), known.encode())


def cookie(value: str, secure: bool) -> str:
    """The header that hands a session out."""
    flags = "; Secure" if secure else ""
    return f"{session.COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={session.LASTS}{flags}"


def _host(header: str) -> str:
    """The name of a host header, without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0].lower() if ":" in header else header.lower()


def _answer(scope: Scope, headers: Headers, refused: Refused) -> Response:
    """A page is led to the sign-in, a program is told."""
    is_page = "text/html" in headers.get("accept", "") and not scope["path"].startswith("/api/")
    if refused.status_code == 401 and is_page and scope["method"] == "GET":
        query = scope.get("query_string", b"").decode("latin-1")
        back = scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"/sign-in?next={quote(back)}", 303)
    told: dict[str, Any] = {"error": refused.code, "message": refused.message, "advice": refused.advice}
    return JSONResponse(told, refused.status_code, headers=refused.headers)
