"""Many documents, each in a process of its own: one that fails, even one that kills its process, costs no other."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing import active_children, get_context
from pathlib import Path

from kehoach import reading
from kehoach.errors import BadInput, KehoachError, NothingToDo, unforeseen
from kehoach.model.document import Source
from kehoach.model.issue import Issue
from kehoach.model.page import Reading
from kehoach.model.plan import Plan
from kehoach.processes import begin_worker, end_group
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.rules.memory import recall
from kehoach.run import run_all

Render = Callable[[Plan, Source], Mapping[str, str]]
"""Makes the results of a plan: their text by the name of their form."""


@dataclass(frozen=True)
class Request:
    """What to do with every document. ``render`` must be a function of a module (or a partial of one), because
    it travels to other processes."""

    render: Render
    settings: Settings = field(default_factory=Settings)
    rules: Path | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one document: ``results`` has one entry for each plan in it, or ``error`` says why there is none.

    ``trace`` is the traceback of an error that nobody foresaw. ``seconds`` is the time of all stages.
    """

    path: str
    results: tuple[Mapping[str, str], ...] = ()
    pages: int = 0
    issues: tuple[Issue, ...] = ()
    seconds: float = 0.0
    error: KehoachError | None = None
    trace: str = ""

    @property
    def failed_pages(self) -> tuple[int, ...]:
        """Pages of which nothing could be read."""
        return tuple(sorted({i.page for i in self.issues if i.page is not None and i.code in FAILED_PAGE}))


FAILED_PAGE = frozenset({"page_unreadable", "page_failed", "page_timeout"})
"""Codes of the issues that stand for a whole page."""


def process(path: str, request: Request, data: bytes | None = None) -> Outcome:
    """Reads one document; never raises, but for interruption. ``data`` is its content where the path is no file."""
    try:
        source, plans = read(path, request.settings, request.rules, data)
        results = tuple(request.render(plan, source) for plan in plans)
    except KehoachError as error:
        return Outcome(path, error=error)
    except Exception as error:
        return Outcome(path, error=unforeseen(error, path), trace=traceback.format_exc())
    pages = sum(len(plan.source.pages) for plan in plans)
    issues = tuple(issue for plan in plans for issue in plan.issues)
    return Outcome(path, results, pages, issues, sum(plans[0].run.seconds.values()))


def read(
    path: str, settings: Settings, rules: Path | None = None, data: bytes | None = None
) -> tuple[Source, tuple[Plan, ...]]:
    """Reads one document in this process, with the engines that it has already; the plans in it.

    Raises:
        KehoachError: it cannot be read, or has none of the pages asked for.
    """
    source, plans, _ = read_once(path, settings, rules, data)
    return source, plans


def read_once(
    path: str, settings: Settings, rules: Path | None = None, data: bytes | None = None
) -> tuple[Source, tuple[Plan, ...], Reading]:
    """``read``, with the pages as they were read, for whoever makes more of them."""
    source = reading.source(data, path) if data is not None else reading.source(path)
    kept: list[Reading] = []

    def reader(source: Source) -> Reading:
        kept.append(_reader(settings)(source))
        return kept[0]

    recall(settings.cache)
    plans = run_all(source, rules=load(rules), reader=reader)
    _check_pages(plans[0], settings)
    return source, plans, kept[0]


def process_all(paths: Sequence[str], request: Request) -> Iterator[Outcome]:
    """One outcome for each path, in their order, as soon as it and those before it are there.

    Documents are spread over ``request.settings.workers`` processes; where there are fewer documents, each gets
    several for its pages.
    """
    workers = max(1, min(len(paths), request.settings.workers))
    share = replace(request, settings=replace(request.settings, jobs=max(1, request.settings.workers // workers)))
    waiting = deque(paths)
    while waiting:
        yield from _until_broken(waiting, share, workers)
        if waiting:
            yield _alone(waiting.popleft(), share)


@lru_cache(maxsize=1)
def _reader(settings: Settings) -> reading.Reader:
    """One reader for all documents of a process: it keeps its engines."""
    return reading.reader(settings)


def _check_pages(plan: Plan, settings: Settings) -> None:
    """Raises NothingToDo where the document has none of the pages asked for."""
    if settings.pages is not None and not plan.source.pages:
        pages = ", ".join(map(str, settings.pages))
        raise NothingToDo(f"{plan.source.path}: không có trang / has no page {pages}", "Xem lại / check: --pages")


def _until_broken(waiting: deque[str], request: Request, workers: int) -> Iterator[Outcome]:
    """Outcomes until all are there, or a process died; ``waiting`` then begins with the document that has none."""
    with _pool(workers) as pool:
        running: deque[Future[Outcome]] = deque()
        try:
            for path in tuple(waiting):
                running.append(pool.submit(process, path, request))
                if len(running) > 2 * workers:
                    yield _next(running, waiting)
            while running:
                yield _next(running, waiting)
        except BrokenProcessPool:
            return


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes, because forked ones inherit locks and engines. When the series is given up, they and all that
    they started are ended at once."""
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=begin_worker)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(active_children()) - others:
            end_group(child)
        raise
    pool.shutdown()


def _next(running: deque[Future[Outcome]], waiting: deque[str]) -> Outcome:
    outcome = running[0].result()
    running.popleft()
    waiting.popleft()
    return outcome


def _alone(path: str, request: Request) -> Outcome:
    """One document in a process where nothing else runs: if that dies too, the document is what kills it."""
    with _pool(1) as pool:
        try:
            return pool.submit(process, path, request).result()
        except BrokenProcessPool:
            error = BadInput(
                f"Tiến trình đọc bị dừng đột ngột: {path} / the process that read it died",
                "Tệp có thể bị hỏng hoặc quá lớn so với bộ nhớ; thử --pages, hoặc xuất lại thành PDF / "
                "the file may be damaged or too large for the memory; try --pages, or export it as PDF again",
            )
            return Outcome(path, error=error)
