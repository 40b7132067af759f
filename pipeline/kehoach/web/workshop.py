"""A process of its own for what touches the bytes of files: with limits, and replaced when it dies or hangs."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context, parent_process
from typing import TypeVar

from kehoach.errors import BadInput, KehoachError

T = TypeVar("T")
_MEMORY = 4 * 1024**3
"""Bytes of address space that the process may take."""


class Workshop:
    """One process, one piece of work at a time. May be asked from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[..., T], *given: object, seconds: float) -> T:
        """The result of a function of a module.

        Raises:
            BadInput: the process died of it, or was ended after ``seconds``.
            KehoachError: what the function itself raises.
        """
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_limit)
            try:
                return self._pool.submit(work, *given).result(seconds)
            except KehoachError:
                raise
            except (BrokenProcessPool, TimeoutError, MemoryError) as error:
                self._end()
                raise BadInput(
                    "Tiến trình đọc bị dừng: tệp quá lớn hoặc bị hỏng / the process was ended: the file is too large or "
                    "damaged",
                    "Xuất lại thành PDF / export it as PDF again",
                ) from error

    def close(self) -> None:
        """Ends the process."""
        self._end()

    def _end(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            for process in list((pool._processes or {}).values()):
                process.kill()
            pool.shutdown(wait=False, cancel_futures=True)


def _limit() -> None:
    """The process may not take all memory; the keyboard does not interrupt it, and it does not outlive its parent."""
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.join,), daemon=True).start()


def _follow(join: Callable[[], None]) -> None:
    join()
    os._exit(1)
