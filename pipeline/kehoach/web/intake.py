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

from kehoach import batch
from kehoach.batch import Outcome, Request
from kehoach.corpus import Corpus, files
from kehoach.errors import KehoachError, NothingToDo, unforeseen
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import containers, identify
from kehoach.web import uploads
from kehoach.web.settings import Settings
from kehoach.web.workshop import Workshop

State = Literal["waiting", "reading", "done", "failed"]
_KNOWN = 2000
"""Files that are told of; the oldest are forgotten."""
_CHECK_SECONDS = 60.0


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
    """Takes files in and reads them, one at a time, in the processes that ``kehoach.batch`` keeps apart."""

    def __init__(self, archive: Corpus, settings: Settings) -> None:
        self._archive, self._settings = archive, settings
        self._known: OrderedDict[str, Sent] = OrderedDict()
        self._waiting: queue.SimpleQueue[tuple[str, Path] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._checks = Workshop()

    def put(self, given: str | None, data: bytes) -> Sent:
        """Takes a file in, or tells why not."""
        name, identity, now = uploads.name_of(given), secrets.token_urlsafe(9), time.time()
        sent = Sent(identity, name, len(data), "waiting", at=now, changed=now)
        try:
            self._checks.run(uploads.checked, data, name, seconds=_CHECK_SECONDS)
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
        """Reads no more; what is being read now is left."""
        self._waiting.put(None)
        self._checks.close()

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
            finally:
                with suppress(OSError):
                    place.unlink()
                    place.parent.rmdir()

    def _read(self, sent: Sent, place: Path) -> Sent:
        """What became of a file."""
        paths = _documents(place)
        if not paths:
            raise NothingToDo(f"{sent.name}: không có văn bản nào / holds no document", identify.SUPPORTED)
        request = Request(as_line, self._settings.reading, self._settings.rules)
        outcomes = list(batch.process_all(paths, request))
        failed = [outcome.error for outcome in outcomes if outcome.error is not None]
        if failed and len(failed) == len(outcomes):
            raise failed[0]
        ids = tuple(plan_id for outcome in outcomes for plan_id in self._added(outcome))
        told = f"{len(failed)}/{len(outcomes)}: {failed[0].message}" if failed else ""
        pages = sum(outcome.pages for outcome in outcomes)
        return replace(sent, state="done", plans=ids, pages=pages, message=told)

    def _added(self, outcome: Outcome) -> list[int]:
        data = files.content(outcome.path)
        plans = [json.from_json(result["line"]) for result in outcome.results]
        return [self._archive.add(plan, data, keep=True, part=part) for part, plan in enumerate(plans, 1)]


def as_line(plan: Plan, source: Source) -> dict[str, str]:
    """What comes back from the process that read a document."""
    return {"line": json.to_json(plan, indent=None)}


def _documents(place: Path) -> list[str]:
    """The documents in a file: itself, or those in an archive."""
    if not containers_kind(place):
        return [str(place)]
    return list(containers.documents(place, _wanted))


def containers_kind(place: Path) -> bool:
    """Whether a file is an archive of documents."""
    data = place.read_bytes()
    return data.startswith(containers.SIGN) and containers.kind(data, place.name) == containers.ZIP


def _wanted(name: str, head: bytes) -> bool:
    with suppress(KehoachError):
        return bool(identify.media_type(head, name))
    return False
