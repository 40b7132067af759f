"""What became of one file of a series, as whoever waits for it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kehoach.corpus.worker import Failure


@dataclass(frozen=True, slots=True)
class Told:
    """One file is done with: ``failure`` says why it gave no plan; ``same`` that its content was there already,
    ``copy_failure`` why it has no searchable copy where one was asked for."""

    path: str
    plans: int = 0
    pages: int = 0
    same: bool = False
    failed_pages: tuple[int, ...] = ()
    failure: Failure | None = None
    seconds: float = 0.0
    copy_failure: Failure | None = None


def elsewhere(told: Told, path: str) -> Told:
    """What became of a content, told of another file that holds it too."""
    why = told.failure
    if why is not None and told.path:
        why = replace(why, message=why.message.replace(told.path, path))
    return replace(told, path=path, failure=why)


def named_in(message: str, paths: Iterable[str]) -> str:
    """The file that a message about a content was written about, of those that hold it; empty where it names none."""
    return max((path for path in paths if path in message), key=len, default="")
