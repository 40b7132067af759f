"""Files that people sent, read one after another into the archive while they watch."""

from __future__ import annotations

import queue
import secrets
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kehoach.corpus import Corpus, files
from kehoach.corpus.ingest import Options, ingest, look
from kehoach.corpus.listing import read_from
from kehoach.corpus.survey import Choice
from kehoach.corpus.told import Told
from kehoach.errors import KehoachError, NothingToDo, unforeseen
from kehoach.processes import LimitedPool, Limits
from kehoach.reading import containers, identify
from kehoach.web import uploads
from kehoach.web.settings import Settings

State = Literal["waiting", "reading", "done", "failed"]
_KNOWN = 2000
"""Files that are told of; the oldest are forgotten."""
_CHECKING = Limits(seconds=60.0, bytes=2_000_000_000)


@dataclass(frozen=True, slots=True)
class Sent:
    """One file: ``plans`` are the numbers of what became of it, ``message`` and ``advice`` tell why nothing did.
    Times are in seconds since 1970."""

    id: str
    name: str
    bytes: int
    state: State
    plans: tuple[int, ...] = ()
    pages: int = 0
    message: str = ""
    advice: str = ""
    at: float = 0.0
    changed: float = 0.0


class Intake:
    """Takes files in and reads them, one after another, as ``kehoach ingest`` does, in a process with limits. The files
    stay in the archive's folder."""

    def __init__(self, archive: Corpus, settings: Settings) -> None:
        self._archive, self._settings = archive, settings
        self._known: OrderedDict[str, Sent] = OrderedDict()
        self._waiting: queue.SimpleQueue[tuple[str, Path] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._checks = LimitedPool(1, _CHECKING)
        self._reading = LimitedPool(1, settings.limits)
        self._options = Options(settings.reading, settings.rules, Choice(retry="failed"), settings.limits)

    def put(self, given: str | None, data: bytes) -> Sent:
        """Takes a file in, or tells why not."""
        name, identity, now = uploads.name_of(given), secrets.token_urlsafe(9), time.time()
        sent = Sent(identity, name, len(data), "waiting", at=now, changed=now)
        try:
            self._checks.submit(uploads.checked, data, name).result()
            place = self._laid(identity, name, data)
        except KehoachError as error:
            return self._note(replace(sent, state="failed", message=error.message, advice=error.advice))
        self._note(sent)
        self._waiting.put((identity, place))
        self._start()
        return sent

    def all(self) -> tuple[Sent, ...]:
        """Everything that was sent since the start, the last first."""
        with self._lock:
            return tuple(reversed(self._known.values()))

    def one(self, identity: str) -> Sent | None:
        """A file by its id."""
        with self._lock:
            return self._known.get(identity)

    def close(self) -> None:
        """Reads no more; what is being read now is given up."""
        self._waiting.put(None)
        for pool in (self._checks, self._reading):
            pool.shutdown(wait=False, cancel_futures=True)

    def _laid(self, identity: str, name: str, data: bytes) -> Path:
        folder = files.made(self._archive.folder) / "uploads" / identity
        folder.mkdir(mode=0o700, parents=True)
        (folder / name).write_bytes(data)
        return folder / name

    def _note(self, sent: Sent) -> Sent:
        with self._lock:
            self._known[sent.id] = replace(sent, changed=time.time())
            while len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        return sent

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="kehoach-intake", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            identity, place = waiting
            sent = self.one(identity)
            if sent is None:
                continue
            self._note(replace(sent, state="reading"))
            try:
                self._note(self._read(sent, place))
            except KehoachError as error:
                self._note(replace(sent, state="failed", message=error.message, advice=error.advice))
            except Exception as error:
                told = unforeseen(error, sent.name)
                self._note(replace(sent, state="failed", message=told.message, advice=told.advice))

    def _read(self, sent: Sent, place: Path) -> Sent:
        """What became of a file."""
        paths = _documents(place)
        if not paths:
            raise NothingToDo(f"{sent.name}: không có văn bản nào / holds no document", identify.SUPPORTED)
        told: list[Told] = []
        ingest(self._archive, look(self._archive, paths, self._options), self._options, told.append, self._reading)
        failures = [one.failure for one in told if one.failure is not None]
        with self._archive.engine.connect() as connection:
            ids = tuple(dict.fromkeys(plan_id for path in paths for plan_id in read_from(connection, path)))
        if failures and not ids:
            return replace(sent, state="failed", message=failures[0].message, advice=failures[0].advice)
        some = f"{len(failures)}/{len(paths)}: {failures[0].message}" if failures else ""
        return replace(sent, state="done", plans=ids, pages=sum(one.pages for one in told), message=some)


def _documents(place: Path) -> list[str]:
    """The documents in a file: itself, or those in an archive."""
    if not _is_archive(place):
        return [str(place)]
    return list(containers.documents(place, _wanted))


def _is_archive(place: Path) -> bool:
    """Whether a file is an archive of documents."""
    data = place.read_bytes()
    return data.startswith(containers.SIGN) and containers.kind(data, place.name) == containers.ZIP


def _wanted(name: str, head: bytes) -> bool:
    with suppress(KehoachError):
        return bool(identify.media_type(head, name))
    return False
