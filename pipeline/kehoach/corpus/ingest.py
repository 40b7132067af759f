"""Files in, plans stored: each content once, each document whole or not at all, and none lost.

This process is the only one that writes. It hashes a file, looks whether its content is known, gives it to the pool,
and commits what comes back, a few documents at a time: killed at any moment, what was committed stays, and only what was
in flight, or had come back a moment ago, is done again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kehoach.corpus import database, files, fingerprint, landing, survey, writing
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.fingerprint import PLAN
from kehoach.corpus.landing import Flight, Keep, Landed
from kehoach.corpus.survey import Choice, Item, Survey
from kehoach.corpus.told import Told, elsewhere, named_in
from kehoach.corpus.worker import NO_PAGES, Failure, Job, Made, failure, work
from kehoach.errors import ClusterLost, KehoachError, MissingDependency, ProcessDied, VersionMismatch, unforeseen
from kehoach.processes import LimitedPool, Limits
from kehoach.reading.settings import Settings

MISSING = MissingDependency.code
_TRIES = 2
"""How often a document is given to a worker that gets killed."""
_AHEAD = 2
"""Documents in flight for each worker, so that none waits for the writer."""
_TOGETHER = 8
"""Documents in one transaction: the index of words is written once for all of them."""
_SOON = 0.5
"""Seconds that a document which came back waits for others."""


@dataclass(frozen=True)
class Options:
    """How to ingest. ``keep``: copies of the files go to the archive's folder, or under the URL ``keep_in``.
    ``searchable_to``: a folder or URL for searchable copies. ``max_failures``: give up after so many."""

    settings: Settings = field(default_factory=Settings)
    rules: Path | None = None
    choice: Choice = field(default_factory=Choice)
    limits: Limits = field(default_factory=Limits)
    keep: bool = False
    keep_in: str | None = None
    searchable_to: str | None = None
    max_failures: int | None = None


@dataclass(frozen=True)
class Report:
    """What became of a series: of ``found`` files, ``before`` were done already and ``failed_before`` had failed and
    were left so; of the others, ``done`` gave plans (``same`` of them hold a content that another file has),
    ``failed`` did not, ``left`` were not reached. ``uncopied`` gave plans but no searchable copy, though it was asked for."""

    found: int
    before: int
    failed_before: int
    done: int
    same: int
    failed: int
    left: int
    pages: int
    seconds: float
    gave_up: bool = False
    uncopied: int = 0

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        return not self.done and not self.failed and not self.left


def look(archive: Corpus, paths: Iterable[str], options: Options) -> Survey:
    """What ``ingest`` would do."""
    now = fingerprint.fingerprints(options.settings, options.rules)[PLAN]
    with archive.engine.connect() as connection:
        before = survey.known(connection)
    return survey.survey(paths, before, now, options.choice)


def ingest(
    archive: Corpus,
    found: Survey,
    options: Options,
    told: Callable[[Told], None],
    executor: Executor | None = None,
    slots: Callable[[], int] | None = None,
) -> Report:
    """Reads the files of a survey into the archive.

    Args:
        told: hears of each file when it is committed.
        executor: runs the documents; None is a pool of processes with ``options.limits`` on this machine.
        slots: how many documents the executor reads at the same time now; None is ``options.settings.workers``.

    Raises:
        MissingDependency: the engine that a document needs is not installed; what was done before stays.
        FileAccess: the archive cannot be written.
        ClusterLost, VersionMismatch: the executor has nobody left to read; what was done before stays.
    """
    run = _Run(archive, options, told, slots or (lambda: options.settings.workers))
    began = time.monotonic()
    with _executor(executor, options) as pool:
        gave_up = run.through(found.todo, pool)
    seconds = time.monotonic() - began
    left = len(found.todo) - run.done - run.failed
    counts = found.counts
    total = sum(counts.values())
    return Report(
        total, counts.get("done", 0), counts.get("failed", 0), run.done, run.same, run.failed, left, run.pages, seconds,
        gave_up, run.uncopied,
    )  # fmt: skip


class _Run:
    """One series."""

    def __init__(
        self, archive: Corpus, options: Options, told: Callable[[Told], None], slots: Callable[[], int]
    ) -> None:
        self._archive, self._options, self._told, self._slots = archive, options, told, slots
        self._now = fingerprint.fingerprints(options.settings, options.rules)
        with archive.engine.connect() as connection:
            self._before = survey.known(connection)
        self._hashes = dict(self._before.hashes)
        self._finished: dict[str, Told] = {}
        self._flying: dict[Future[Made], Flight] = {}
        self._landed: list[Landed] = []
        self._soon = 0.0
        self._keep = Keep(options.keep, options.keep_in, options.searchable_to)
        self.done = self.same = self.failed = self.pages = self.uncopied = 0
        self._settings = replace(options.settings, jobs=1)

    def through(self, items: Sequence[Item], pool: Executor) -> bool:
        """Whether the series was given up because too many failed."""
        for item in items:
            if self._too_many():
                break
            self._begin(item, pool)
            while len(self._flying) >= _AHEAD * self._slots():
                self._land(pool)
        while self._flying:
            self._land(pool)
        self._write()
        return self._too_many()

    def _too_many(self) -> bool:
        most = self._options.max_failures
        return most is not None and self.failed > most

    def _begin(self, item: Item, pool: Executor) -> None:
        """Sends a file's content to the pool, unless it is known or on its way."""
        path = item.seen.path
        try:
            data = files.content(path)
        except KehoachError as error:
            self._not_opened(item, failure(error))
            return
        sha256 = hashlib.sha256(data).hexdigest()
        under_way = (*self._flying.values(), *(one.flight for one in self._landed))
        flight = next((f for f in under_way if f.sha256 == sha256), None)
        if flight is not None:
            flight.items.append(item)
            return
        known = self._hashes.get(sha256)
        if sha256 in self._finished:
            self._again(item, known, self._finished[sha256])
        elif known is not None and (why := self._why(known)) in ("done", "failed"):
            self._again(item, known, self._earlier(known, why))
        else:
            self._submit(Flight([item], data, sha256), pool)

    def _why(self, document_id: int) -> str:
        return survey.why(document_id, self._before, self._now[PLAN], self._options.choice)

    def _earlier(self, document_id: int, why: str) -> Told:
        row = self._before.stages[document_id]
        if why != "failed":
            return Told("", same=True)
        message = row.message or ""
        paths = (place.path for place in self._before.places.values() if place.document_id == document_id)
        told = Failure(row.failure, message, row.advice or "", row.page)
        return Told(named_in(message, paths), failure=told, same=True)

    def _submit(self, flight: Flight, pool: Executor) -> None:
        job = Job(flight.items[0].seen.path, self._settings, self._options.rules, bool(self._options.searchable_to))
        self._flying[pool.submit(work, job, flight.data, flight.sha256)] = flight

    def _land(self, pool: Executor) -> None:
        """Takes in what has come back, and writes it down when there is enough of it, or it has waited long enough.
        What failed does not wait: it may be time to give up."""
        patience = max(0.0, self._soon - time.monotonic()) if self._landed else None
        ready, _ = wait(self._flying, patience, FIRST_COMPLETED)
        for future in [f for f in self._flying if f in ready]:
            flight = self._flying.pop(future)
            error = future.exception()
            if isinstance(error, ProcessDied | BrokenPipeError) and flight.tries < _TRIES:
                flight.tries += 1
                self._submit(flight, pool)
                continue
            self._soon = self._soon if self._landed else time.monotonic() + _SOON
            self._landed.append(Landed(flight, self._made(future, flight)))
        full, failed = len(self._landed) >= _TOGETHER, any(one.made.failure for one in self._landed)
        if full or failed or time.monotonic() >= self._soon:
            self._write()

    def _made(self, future: Future[Made], flight: Flight) -> Made:
        """What came of a document.

        Raises:
            ClusterLost, VersionMismatch, MissingDependency: none of the others can be read either; those that came back
                are written down.
        """
        error = future.exception()
        made = future.result() if error is None else Made(flight.sha256, "", failure=_told(error, flight))
        why = made.failure
        if isinstance(error, ClusterLost | VersionMismatch):
            self._write()
            raise error
        if why is not None and why.code == MISSING:
            self._write()
            raise MissingDependency(why.message, why.advice)
        return made

    def _write(self) -> None:
        """Commits what has come back."""
        landed, self._landed = self._landed, []
        if not landed:
            return
        for one, document_id in zip(landed, landing.write(self._archive, landed, self._now, self._keep), strict=True):
            self._hashes[one.flight.sha256] = document_id
            self._tell(one.flight, one.made)

    def _tell(self, flight: Flight, made: Made) -> None:
        copy = made.copy.failure if made.copy is not None else None
        copy = None if copy is not None and copy.code == NO_PAGES else copy
        path, plans = flight.items[0].seen.path, len(made.bundles)
        first = Told(path, plans, made.pages, False, made.failed_pages, made.failure, made.seconds, copy)
        self._finished[flight.sha256] = replace(first, plans=0, pages=0, same=True, seconds=0.0, copy_failure=None)
        self._count(first)
        for item in flight.items[1:]:
            self._count(elsewhere(self._finished[flight.sha256], item.seen.path))

    def _again(self, item: Item, document_id: int | None, earlier: Told) -> None:
        """A content that is known already: only where it was seen is new."""
        with database.writing(self._archive.engine) as connection:
            writing.put_place(connection, item.seen, document_id)
        self._count(elsewhere(earlier, item.seen.path))

    def _not_opened(self, item: Item, why: Failure) -> None:
        with database.writing(self._archive.engine) as connection:
            writing.put_place(connection, item.seen, None, (why.code, why.message, why.advice))
        self._count(Told(item.seen.path, failure=why))

    def _count(self, told: Told) -> None:
        if told.failure is None:
            self.done += 1
            self.same += told.same
        else:
            self.failed += 1
        self.uncopied += told.copy_failure is not None
        self.pages += told.pages
        self._told(told)


def _told(error: BaseException, flight: Flight) -> Failure:
    path = flight.items[0].seen.path
    told = error if isinstance(error, KehoachError) else unforeseen(error, path)
    return replace(failure(told), message=told.message if path in told.message else f"{path}: {told.message}")


@contextmanager
def _executor(given: Executor | None, options: Options) -> Iterator[Executor]:
    """The caller's executor, which stays, or a pool that is ended at once when the series is interrupted."""
    if given is not None:
        yield given
        return
    pool = LimitedPool(options.settings.workers, options.limits)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
