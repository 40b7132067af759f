"""What people see: messages and progress on stderr; stdout is for data alone."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from kehoach.errors import FileAccess, KehoachError

if TYPE_CHECKING:
    import rich.progress


class Progress(Protocol):
    """How far a run is. Without a terminal nothing is drawn."""

    def advance(self, name: str, note: str = "") -> None:
        """Tells that one more document is done; ``name`` is its name, ``note`` what stands beside the bar."""


def use_utf8() -> None:
    """UTF-8 on both streams, whatever the console's own encoding is; what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201


def warn(message: str) -> None:
    say(f"! {message}")


def error(message: str, advice: str = "") -> None:
    say(f"Lỗi / error: {message}")
    for line in advice.splitlines():
        say(f"  → {line}")


def failure(problem: KehoachError) -> None:
    """The message, the code to look it up by, and what to do."""
    error(f"{problem.message} [{problem.code}]", problem.advice)


class ReaderGone(Exception):
    """The program that reads our output has ended (``| head``)."""


def data(text: str) -> None:
    """Data on stdout, at once.

    Raises:
        ReaderGone: nobody reads it any more.
        FileAccess: it cannot be written: stdout goes to a disk that is full.
    """
    with _written():
        sys.stdout.write(text)
        sys.stdout.flush()


def binary(content: bytes) -> None:
    """Bytes on stdout, at once.

    Raises:
        ReaderGone: nobody reads them any more.
        FileAccess: they cannot be written.
    """
    with _written():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        forget()
        raise FileAccess(
            f"Không ghi được ra màn hình hay tệp / stdout cannot be written: {error.strerror or error}",
            "Kiểm tra quyền ghi và chỗ trống / check the permission and the space left",
        ) from error


def forget() -> None:
    """Nothing more goes to stdout, not even what is still in its buffer when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress(total: int, wanted: bool, begun: int = 0) -> Iterator[Progress]:
    """A bar over ``total`` documents on stderr, where that is a terminal and one is ``wanted``. ``begun`` of them were
    done before; the time that is left is told by those done since."""
    if not wanted or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield _Drawn(bar, bar.add_task("Đọc / reading", total=total, completed=begun, note=""))


class _Silent:
    def advance(self, name: str, note: str = "") -> None:
        """Nothing to draw on."""


class _Drawn:
    def __init__(self, bar: rich.progress.Progress, task: rich.progress.TaskID) -> None:
        self._bar, self._task = bar, task

    def advance(self, name: str, note: str = "") -> None:
        shown = name if len(name) <= 40 else f"{name[:39]}…"
        self._bar.update(self._task, advance=1, description=shown, note=note)
