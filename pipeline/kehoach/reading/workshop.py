"""Pages shared out to worker processes, each page under a time limit; a stuck or crashed worker is replaced."""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import IO

from kehoach.model.document import Source
from kehoach.reading.messages import Done, Engine, Open, Task


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
        alarm = threading.Timer(timeout, self._process.kill)
        alarm.start()
        try:
            for message in (*self._fresh, *before, task):
                _send(self._process.stdin, message)
            self._fresh = []
            answer = pickle.load(self._process.stdout)
            assert isinstance(answer, Done)
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            timed_out = alarm.finished.is_set()
            self.end()
            return Done(task.number, None, f"timeout {timeout:g} s" if timed_out else "crash")
        finally:
            alarm.cancel()

    def end(self) -> None:
        self.dead = True
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)


def _send(stream: IO[bytes], message: object) -> None:
    pickle.dump(message, stream)
    stream.flush()


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return
