"""Pages shared out to worker processes, each page under a time limit; a stuck or crashed worker is replaced."""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import IO

from kehoach.model.document import Source
from kehoach.processes import processor
from kehoach.reading.messages import Done, Engine, Open, Task

_PATIENCE = 6.0
"""How many times its limit a page may take by the clock where the machine has little time for it."""
_ALIVE = 0.005
"""Share of the clock's time that a process works which hangs not."""


class Workshop:
    """The worker processes of one reader. They start with the first page and stay until ``close``."""

    def __init__(self, engine: Engine, workers: int, page_timeout: float) -> None:
        self._engine = engine
        self._timeout = page_timeout
        self._idle: list[_Worker] = []
        self._workers = max(1, workers)
        self._lock = threading.Lock()

    def recognize(self, source: Source, numbers: Sequence[int], dpi: int) -> Iterator[Done]:
        """The pages as they get done, in any order; a failed one comes with its error."""
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in numbers:
            waiting.put(number)
        done: queue.SimpleQueue[Done] = queue.SimpleQueue()
        opened = Open(source)

        def work() -> None:
            worker = self._take()
            told = False
            while True:
                try:
                    number = waiting.get_nowait()
                except queue.Empty:
                    break
                answer = worker.do([] if told else [opened], Task(number, dpi), self._timeout)
                told = True
                if worker.dead:
                    worker, told = _Worker(self._engine), False
                done.put(answer)
            self._give(worker)

        for _ in range(min(self._workers, len(numbers))):
            threading.Thread(target=work, daemon=True).start()
        for _ in numbers:
            yield done.get()

    def _take(self) -> _Worker:
        with self._lock:
            return self._idle.pop() if self._idle else _Worker(self._engine)

    def _give(self, worker: _Worker) -> None:
        with self._lock:
            self._idle.append(worker)

    def close(self) -> None:
        """Ends all workers."""
        with self._lock:
            for worker in self._idle:
                worker.end()
            self._idle.clear()


class _Worker:
    """One process. Started as a program of its own: no fork of a process with threads, and no need for the caller's
    script to guard its main part."""

    def __init__(self, engine: Engine) -> None:
        environment = dict(os.environ)
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        environment["OMP_THREAD_LIMIT"] = "1"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kehoach.reading.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.dead = False
        self._fresh: list[object] = [engine]

    def do(self, before: Sequence[object], task: Task, timeout: float) -> Done:
        """One page. A worker that takes too long, or breaks down, is dead afterwards."""
        assert self._process.stdin is not None and self._process.stdout is not None
        alarm = _Alarm(self._process, timeout)
        alarm.start()
        try:
            for message in (*self._fresh, *before, task):
                _send(self._process.stdin, message)
            self._fresh = []
            answer = pickle.load(self._process.stdout)
            assert isinstance(answer, Done)
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            timed_out = alarm.rung
            self.end()
            return Done(task.number, None, f"timeout {timeout:g} s" if timed_out else "crash")
        finally:
            alarm.cancel()
            if alarm.rung and not self.dead:  # it rang as the answer came
                self.end()

    def end(self) -> None:
        self.dead = True
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)


class _Alarm(threading.Thread):
    """Kills a process that took its time for a page, or hangs. On a machine that is busy with other work the clock says
    little: a process that has worked less than its limit, and goes on working, is waited for."""

    def __init__(self, process: subprocess.Popen[bytes], limit: float) -> None:
        super().__init__(daemon=True)
        self._process, self._limit = process, limit
        self._off = threading.Event()
        self.rung = False

    def run(self) -> None:
        began, first = time.monotonic(), processor(self._process.pid)
        worked, wait = first, self._limit
        while not self._off.wait(wait):
            now = processor(self._process.pid)
            hangs = now - worked < _ALIVE * wait
            if hangs or now - first >= self._limit or time.monotonic() - began >= _PATIENCE * self._limit:
                self.rung = True
                self._process.kill()
                return
            worked, wait = now, self._limit / 4

    def cancel(self) -> None:
        self._off.set()


def _send(stream: IO[bytes], message: object) -> None:
    pickle.dump(message, stream)
    stream.flush()


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return
