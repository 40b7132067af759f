"""The same ingestion on many machines: documents go to the workers of a dask.distributed cluster through its
``concurrent.futures`` executor, and what comes back is committed here.

On a worker each document is read in a process of its own with the limits that hold on one machine too. Workers come and
go: only those that run the same program with the same rules and engine are given documents; what a lost one was at is
read by another.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.metadata import version as version_of
from multiprocessing import current_process
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from kehoach import reading
from kehoach.corpus import fingerprint
from kehoach.corpus.worker import Job
from kehoach.errors import ClusterLost, KehoachError, MissingDependency, ProcessDied, VersionMismatch
from kehoach.processes import LimitedPool, Limits
from kehoach.reading.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")
_CONNECT = 15.0
"""Seconds that the scheduler has to answer."""
_PATIENCE = 60.0
"""Seconds that documents wait for a worker before the series is given up."""
_LOOK = 0.5
"""Seconds between two looks at who is there."""
_IDLE = 60.0
"""Seconds after which a worker's process that reads nothing is ended."""
_LARGE = "2 GB"
"""Documents up to this size are sent without a warning of dask's."""


@dataclass(frozen=True, slots=True)
class Version:
    """What must be equal on all machines for their results to be equal."""

    program: str
    code: str
    rules: str
    engine: str

    def differences(self, other: Version) -> str:
        """For people: what is otherwise there."""
        names = ("program", "code", "rules", "engine")
        pairs = ((name, getattr(self, name), getattr(other, name)) for name in names)
        return ", ".join(f"{name} {here or '-'} ≠ {there or '-'}" for name, here, there in pairs if here != there)


@lru_cache(maxsize=4)
def version(settings: Settings, rules: Path | None) -> Version:
    """That of this machine.

    Raises:
        OSError: the folder of rules cannot be read.
    """
    made = fingerprint.fingerprints(settings, rules)[fingerprint.PLAN]
    engine = ""
    if settings.mode != "text":
        try:
            found = reading.reader(settings).engine
            engine = f"{found.name} {found.languages}"
        except MissingDependency:
            engine = "-"
    return Version(version_of("kehoach"), made.code, made.rules, engine)


@contextmanager
def connected(
    address: str, settings: Settings, rules: Path | None, limits: Limits, tell: Callable[[str], None]
) -> Iterator[Cluster]:
    """A cluster with at least one worker that may be used.

    Args:
        address: of the scheduler, "tcp://HOST:8786" or "tls://HOST:8786".
        limits: of each document.
        tell: hears of workers that are refused, come and go.

    Raises:
        MissingDependency: dask.distributed is not installed.
        ClusterLost: the scheduler does not answer, or no worker comes.
        VersionMismatch: all workers run another program, rules or engine.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise MissingDependency(
            f"Thiếu dask.distributed / dask.distributed is missing: {error.name}", "pip install 'kehoach[cluster]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it tells, we tell
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGE})
    connect: Any = Client
    try:
        client = connect(address, timeout=_CONNECT, name="kehoach", set_as_default=False)
    except (OSError, ValueError, TypeError, TimeoutError) as error:
        raise ClusterLost(
            f"Không nối được với cụm máy / the cluster cannot be reached: {address}: {error}",
            "Khởi động bằng / start it with: dask scheduler; dask worker tcp://HOST:8786 --nthreads 1",
        ) from error
    with client, Cluster(client, settings, rules, limits, tell) as cluster:
        cluster.wait()
        yield cluster


@dataclass
class _Task:
    """A call and its way through the cluster. ``workers`` are those that were allowed to take it."""

    future: Future[Any]
    call: tuple[Any, ...]
    inner: Future[Any] | None = None
    workers: frozenset[str] = frozenset()


class Cluster(Executor):
    """Runs calls on the workers that may be used. Futures raise OutOfTime, OutOfMemory and ProcessDied as those of a
    ``LimitedPool`` do; ClusterLost or VersionMismatch where nobody is left to run them."""

    def __init__(
        self, client: Any, settings: Settings, rules: Path | None, limits: Limits, tell: Callable[[str], None]
    ) -> None:
        self._client, self._pool, self._tell = client, client.get_executor(pure=False), tell
        self._asked = (settings, None if rules is None else rules.absolute())
        self._version, self._limits = version(*self._asked), replace(limits, idle=_IDLE)
        self._tasks: list[_Task] = []
        self._usable: dict[str, int] = {}
        self._known: dict[str, str] = {}
        self._lock, self._ended = threading.RLock(), threading.Event()
        self._failed: KehoachError | None = None
        self._alone_since = time.monotonic()
        self._watch = threading.Thread(target=self._watched, daemon=True)
        self._watch.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of a call, which travels to another machine."""
        task = _Task(Future(), (partial(fn, *args, **kwargs),))
        with self._lock:
            if self._failed is not None:
                task.future.set_exception(self._failed)
                return task.future
            self._tasks.append(task)
            self._send(task)
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Lets go of the cluster, which goes on; nothing that was submitted is waited for."""
        self._ended.set()
        self._watch.join()
        self._pool.shutdown(wait=False)

    @property
    def slots(self) -> int:
        """Documents that are read at the same time."""
        return max(1, sum(self._usable.values()))

    def wait(self) -> None:
        """Until there is a worker that may be used.

        Raises:
            ClusterLost, VersionMismatch: none comes.
        """
        while not self._usable:
            if self._failed is not None:
                raise self._failed
            time.sleep(_LOOK / 5)

    def _send(self, task: _Task) -> None:
        """Gives a call to those who may take it; where there is none, it waits for one."""
        task.workers = frozenset(self._usable)
        if not task.workers:
            return
        task.inner = self._pool.submit(limited, self._limits, *task.call, workers=sorted(task.workers))
        task.inner.add_done_callback(partial(self._back, task))

    def _back(self, task: _Task, inner: Future[Any]) -> None:
        """What a worker answered, or what became of it."""
        with self._lock:
            if task.inner is not inner or task not in self._tasks or self._ended.is_set():
                return
            if inner.cancelled():  # by a scheduler that forgot it
                task.workers = frozenset()
                return
            self._tasks.remove(task)
        error = inner.exception()
        if error is None:
            task.future.set_result(inner.result())
        elif type(error).__name__ == "KilledWorker":
            task.future.set_exception(
                ProcessDied(f"Máy đọc bị dừng nhiều lần (workers died over it): {error}", "dask worker --memory-limit")
            )
        else:
            task.future.set_exception(error)

    def _watched(self) -> None:
        while not self._ended.wait(_LOOK):
            try:
                present = {
                    str(address): int(told["nthreads"])
                    for address, told in self._client.scheduler_info(n_workers=-1)["workers"].items()
                }
            except Exception:  # whatever the network raises: the client knows whether it is at its end
                present = {}
            with self._lock:
                self._look(present)

    def _look(self, present: dict[str, int]) -> None:
        for address in [address for address in self._known if address not in present]:
            if self._known.pop(address) == "usable":
                self._tell(f"Mất máy đọc / a worker is gone: {address}")
            self._usable.pop(address, None)
        for address, threads in present.items():
            if address not in self._known:
                self._known[address] = "asked"
                asked = self._pool.submit(version, *self._asked, workers=[address])
                asked.add_done_callback(partial(self._answered, address, threads))
        if self._usable:
            self._alone_since = time.monotonic()
            for task in self._tasks:
                if not task.workers & self._usable.keys():
                    self._send(task)
        elif "asked" in self._known.values():  # it begins: one that hangs is given up by the scheduler
            self._alone_since = time.monotonic()
        elif self._client.status in ("closed", "closing"):
            self._give_up(ClusterLost("Mất máy điều phối / the scheduler is gone", _AGAIN))
        elif self._known and set(self._known.values()) == {"refused"}:
            self._give_up(VersionMismatch("Không máy đọc nào cùng bản / no worker runs the same version", _SAME))
        elif time.monotonic() - self._alone_since > _PATIENCE:
            self._give_up(ClusterLost(f"Không có máy đọc trong {_PATIENCE:g} giây / no worker came", _AGAIN))

    def _answered(self, address: str, threads: int, asked: Future[Version]) -> None:
        """A worker is used if it is as this machine."""
        with self._lock:
            if self._ended.is_set() or asked.cancelled() or self._known.get(address) != "asked":
                return
            error = asked.exception()
            if error is None and asked.result() == self._version:
                self._known[address], self._usable[address] = "usable", threads
                return
            told = f"{type(error).__name__}: {error}" if error else self._version.differences(asked.result())
            self._known[address] = "refused"
        self._tell(f"Không dùng máy đọc khác bản / a worker of another version is not used: {address}: {told}")

    def _give_up(self, why: KehoachError) -> None:
        self._failed, left = why, self._tasks
        self._tasks = []
        for task in left:
            task.future.set_exception(why)


_SAME = (
    "Cài cùng một bản kehoach, quy tắc và Tesseract trên mọi máy / "
    "install the same kehoach, rules and Tesseract on all machines"
)
_AGAIN = (
    "Khởi động máy đọc rồi chạy lại, phần đã đọc còn nguyên / start workers and run it again, what was read stays: "
    "dask worker tcp://HOST:8786 --nthreads 1"
)


def limited(limits: Limits, call: Callable[[], T]) -> T:
    """On a worker: a call in a process of its own that keeps the limits.

    Raises:
        OutOfTime, OutOfMemory, ProcessDied: the process was ended, or ended.
    """
    process: Any = current_process()
    if process.daemon:
        # dask's nanny marks its workers as processes that may have none of their own, lest these outlive them; ours
        # follow their parent.
        process._config["daemon"] = False
    if isinstance(call, partial):
        call = partial(call.func, *map(_here, call.args), **call.keywords)
    future: Future[T] = _process(limits, threading.get_ident()).submit(call)
    return future.result()


def _here(given: Any) -> Any:
    """A job as it is on this machine: pages are kept only in a folder that is there too."""
    if isinstance(given, Job) and given.settings.cache is not None and not given.settings.cache.is_dir():
        return replace(given, settings=replace(given.settings, cache=None))
    return given


@lru_cache(maxsize=256)
def _process(limits: Limits, thread: int) -> LimitedPool:
    """A process for each of a worker's threads."""
    return LimitedPool(1, limits)
