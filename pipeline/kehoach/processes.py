"""Worker processes with limits: one call at a time each, killed where a call takes too long or too much memory.

It is a ``concurrent.futures.Executor``, so that a cluster's executor can take its place. A process that dies costs
only the call that it was at.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import partial
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from kehoach.errors import OutOfMemory, OutOfTime, ProcessDied

P = ParamSpec("P")
T = TypeVar("T")
_LOOK = 0.25
"""Seconds between two looks at the memory of a busy process."""
_PAGE = 4096
BORN = 10_000
"""Objects that a worker makes before the collector looks for circles among them: a plan makes some hundred thousand and
hardly a circle."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: ``seconds``, and ``bytes`` of memory of its process with all that it started.
    ``calls`` and ``grown``: a process is replaced by a fresh one after so many calls, or when at rest it holds so many
    bytes. ``idle``: one that had nothing to do for so many seconds is ended; None keeps it."""

    seconds: float = 1800.0
    bytes: int = 4_000_000_000
    calls: int = 2000
    grown: int = 1_500_000_000
    idle: float | None = None


class LimitedPool(Executor):
    """``workers`` processes. A call's future raises OutOfTime, OutOfMemory or ProcessDied where the process was ended."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._slots = [_Slot(self._waiting, limits) for _ in range(max(1, workers))]

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of a call. Function and arguments travel to another process."""
        future: Future[T] = Future()
        self._waiting.put((future, partial(fn, *args, **kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the processes when what was submitted is done; with ``cancel_futures`` at once."""
        if cancel_futures:
            while True:
                try:
                    task = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if task is not None:
                    task[0].cancel()
            for slot in self._slots:
                slot.kill()
        for _ in self._slots:
            self._waiting.put(None)
        if wait:
            for slot in self._slots:
                slot.join()


class _Slot(threading.Thread):
    """A thread that gives calls to a process of its own, and watches it."""

    def __init__(self, waiting: queue.SimpleQueue[Any], limits: Limits) -> None:
        super().__init__(daemon=True)
        self._waiting, self._limits = waiting, limits
        self._worker: _Worker | None = None
        self.start()

    def run(self) -> None:
        while (task := self._next()) is not None:
            future, call = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                self._worker = self._worker or _Worker()
                future.set_result(self._worker.do(call, self._limits))
            except BaseException as error:
                future.set_exception(error)
            if self._worker is not None and self._worker.spent(self._limits):
                self.kill()
                self._worker = None
        self.kill()

    def _next(self) -> tuple[Future[Any], Callable[[], Any]] | None:
        """The next call; None at the end. The process does not wait longer than it may."""
        task: tuple[Future[Any], Callable[[], Any]] | None
        try:
            task = self._waiting.get(timeout=self._limits.idle)
        except queue.Empty:
            self.kill()
            self._worker = None
            task = self._waiting.get()
        return task

    def kill(self) -> None:
        if self._worker is not None:
            self._worker.end()


class _Worker:
    """A process that does what comes through its pipe."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=False)
        self._process.start()
        other.close()
        self._calls = 0
        self._dead = False
        self._ready = False

    def do(self, call: Callable[[], Any], limits: Limits) -> Any:
        """The result of a call, or its exception.

        Raises:
            OutOfTime, OutOfMemory, ProcessDied: the process was ended, or ended.
        """
        self._calls += 1
        try:
            if not self._ready:  # the time that it takes to start is no call's
                self._ready = bool(self._pipe.recv())
            self._pipe.send(call)
            began = time.monotonic()
            while not self._pipe.poll(_LOOK):
                if time.monotonic() - began > limits.seconds:
                    self.end()
                    raise out_of_time(limits.seconds)
                if memory(self._process.pid) > limits.bytes:
                    self.end()
                    raise out_of_memory(limits.bytes)
            done, value = self._pipe.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise ProcessDied("Tiến trình đọc bị dừng đột ngột (the process that read it died)", _DIED) from error
        if done:
            return value
        raise value

    def spent(self, limits: Limits) -> bool:
        """Whether it is to be replaced."""
        return self._dead or self._calls >= limits.calls or memory(self._process.pid) > limits.grown

    def end(self) -> None:
        self._dead = True
        end_group(self._process)
        self._process.join()
        self._pipe.close()


def out_of_time(seconds: float) -> OutOfTime:
    return OutOfTime(
        f"Đọc quá {seconds:g} giây (it took longer than that)",
        "Thử lại với / try again with: --retry timeout --document-timeout N; hoặc tách tệp / or split the file",
    )


def out_of_memory(most: int) -> OutOfMemory:
    return OutOfMemory(
        f"Cần hơn {most / 1e9:.1f} GB bộ nhớ (it needed more memory than that)",
        "Thử lại với / try again with: --retry memory --memory-limit N; hoặc quét lại ở 300 dpi / or scan it again at 300 dpi",
    )


def memory(pid: int | None) -> int:
    """Bytes of memory of a process and of those it started, as Linux tells; 0 where it does not."""
    try:
        held = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0
    return held + sum(memory(child) for child in started(pid))


def processor(pid: int | None) -> float:
    """Processor seconds of a process with all its threads and all that it started, as Linux tells, in hundredths; 0.0
    where it does not."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + sum(map(processor, started(pid)))


def started(pid: int | None) -> list[int]:
    """The processes that any thread of a process started, as Linux tells."""
    found: list[int] = []
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, told.read_text().split())
        except (OSError, ValueError):
            continue  # the thread has ended
    return found


_DIED = (
    "Tệp có thể bị hỏng hoặc quá lớn so với bộ nhớ; xuất lại thành PDF rồi thử lại / "
    "the file may be damaged or too large for the memory; export it as PDF again and retry"
)


def _serve(pipe: Connection) -> None:
    begin_worker()
    pipe.send(True)
    settled = False
    while True:
        try:
            call = pipe.recv()
        except EOFError:
            return
        try:
            answer = (True, call())
        except MemoryError:
            answer = (False, OutOfMemory("Hết bộ nhớ (out of memory)", _DIED))
        except BaseException as error:
            answer = (False, error)
        pipe.send(answer)
        if not settled:
            settle()
            settled = True


def settle() -> None:
    """After a worker's first document: modules and rules stay as long as it does, and nobody need look through them again."""
    gc.collect()
    gc.freeze()


def begin_worker() -> None:
    """A worker leads a group of its own, which an interruption from the keyboard does not reach and which can be
    ended as a whole; it does not outlive its parent."""
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    gc.set_threshold(BORN)
    threading.Thread(target=_follow, args=(parent_process(),), daemon=True).start()


def _follow(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        end_group(current_process())


def end_group(process: BaseProcess) -> None:
    """Kills a worker with all that it started."""
    if hasattr(os, "killpg") and process.pid is not None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    elif process is current_process():
        os._exit(1)
    else:
        process.kill()
