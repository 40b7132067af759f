"""How the application is served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.processes import Limits
from kehoach.reading.settings import Settings as Reading

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names under which only this machine is reached."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests of one client: ``burst`` at once, then ``per_second``; ``signing_in`` tries a minute."""

    per_second: float = 40.0
    burst: int = 400
    signing_in: int = 10


@dataclass(frozen=True)
class Settings:
    """How the application is served.

    password: what must be told to come in; None lets everybody in who reaches it.
    hosts: names under which it may be called; None is any. With those of the own machine alone, no foreign page can
        reach it through a name that it points at this machine.
    name: who reviews, until somebody says otherwise.
    reading: how uploads are read; limits: what the reading of one may take.
    rules: a folder of the user's own rules.
    largest_upload: bytes of one upload, all its files together.
    """

    password: str | None = None
    hosts: frozenset[str] | None = LOOPBACK
    name: str = ""
    reading: Reading = field(default_factory=Reading)
    limits: Limits = field(default_factory=Limits)
    rules: Path | None = None
    largest_upload: int = 100 * 1024 * 1024
    most_files: int = 200
    rates: Rates = field(default_factory=Rates)
    clock: Callable[[], float] | None = None
