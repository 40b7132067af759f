"""Who is there: a signed cookie that holds a name and whether the password was told. Nothing is kept here of it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from kehoach.corpus import files

COOKIE = "kehoach_session"
LASTS = 30 * 24 * 3600
"""Seconds that a sign-in holds."""
_SECRET = "web.secret"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Session:
    """``id`` is random; ``name`` who reviews; ``until`` the end in seconds since 1970; ``admitted`` whether the
    password was told."""

    id: str
    name: str
    until: int
    admitted: bool = False


@dataclass(frozen=True, slots=True)
class Keeper:
    """Signs and checks what is given out."""

    secret: bytes

    def signed(self, session: Session) -> str:
        """The cookie of a session."""
        told = json.dumps([session.id, session.name, session.until, session.admitted]).encode()
        text = base64.urlsafe_b64encode(told).decode()
        return f"{text}.{self._sign('session', text)}"

    def read(self, cookie: str, now: float) -> Session | None:
        """The session of a cookie; None where it was not signed here, or is over."""
        text, _, sign = cookie.partition(".")
        if not hmac.compare_digest(sign.encode(), self._sign("session", text).encode()):
            return None
        try:
            identity, name, until, admitted = json.loads(base64.urlsafe_b64decode(text))
        except (ValueError, binascii.Error):
            return None
        return Session(identity, name, until, admitted) if until > now else None

    def token(self, session: Session) -> str:
        """What a form of this session must bring along, and no other page knows."""
        return self._sign("form", session.id)

    def _sign(self, purpose: str, text: str) -> str:
        return hmac.new(self.secret, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def fresh(name: str, now: float, admitted: bool = False) -> Session:
    """A new session."""
    return Session(secrets.token_urlsafe(18), cleaned(name), int(now) + LASTS, admitted)


def cleaned(name: str) -> str:
    """A name as it is kept: one line, not long."""
    return " ".join("".join(c for c in name if c.isprintable()).split())[:_LONGEST_NAME]


def keeper(folder: Path, password: str | None) -> Keeper:
    """The keeper of an archive: its secret lies in the archive's folder, so that sessions outlive a restart; they end
    when the password is changed.

    Raises:
        FileAccess: the folder cannot be made.
    """
    place = files.made(folder) / _SECRET
    try:
        with os.fdopen(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
            file.write(secrets.token_bytes(32))
    except FileExistsError:
        pass
    secret = place.read_bytes()
    own = secret if len(secret) == 32 else secrets.token_bytes(32)
    return Keeper(hmac.new(own, (password or "").encode(), hashlib.sha256).digest())
