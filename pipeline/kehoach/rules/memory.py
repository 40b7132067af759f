"""What was worked out of patterns and rule files, kept from one command to the next.

It follows from their text alone, and takes longer to work out than a plan takes to read. A command that wants it calls
``recall`` first and ``keep`` last; all others, and those whose folder cannot be read or written, work it out anew. The file
is one of this program, made by this interpreter and by these very modules, as those that Python keeps beside a module are.
"""

from __future__ import annotations

import hashlib
import marshal
import secrets
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_MODULES = ("expressions.py", "memory.py", "needs.py", "openings.py", "vocabulary.py", "../orthography/fold.py")
"""Those that work out what is kept."""
_SUM = hashlib.sha256().digest_size
_MANY = 20
"""So many new things are worth writing the file."""


class _Memory:
    """``known`` has all by its key; ``old`` is how much of it came from the file, None until it was looked for."""

    def __init__(self) -> None:
        self.known: dict[tuple[Any, ...], Any] = {}
        self.old: int | None = None


@lru_cache(maxsize=1)
def _memory() -> _Memory:
    return _Memory()


def remember(key: tuple[str | int, ...], make: Callable[[], T]) -> T:
    """What ``make`` gives, which follows from ``key`` alone: strings, numbers and collections of them."""
    known = _memory().known
    if key not in known:
        known[key] = make()
    made: T = known[key]
    return made


def recall(folder: Path | None) -> None:
    """Takes up what an earlier command kept in the folder."""
    memory = _memory()
    if folder is None or memory.old is not None:
        return
    memory.old = 0
    try:
        data = (folder / _name()).read_bytes()
        if hashlib.sha256(data[_SUM:]).digest() == data[:_SUM]:
            memory.known.update(marshal.loads(data[_SUM:]))
            memory.old = len(memory.known)
    except (OSError, ValueError, EOFError, TypeError):
        return


def keep(folder: Path | None) -> None:
    """Leaves what was worked out to later commands, where it is much, in place of what other versions left."""
    memory = _memory()
    if folder is None or len(memory.known) < (memory.old or 0) + _MANY:
        return
    data = marshal.dumps(memory.known)
    try:
        path = folder / _name()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}-{secrets.token_hex(6)}.tmp")
        draft.write_bytes(hashlib.sha256(data).digest() + data)
        draft.replace(path)
        for other in folder.glob("rules-*"):
            if other.name != path.name:
                other.unlink(missing_ok=True)
    except OSError:
        return


def _name() -> str:
    made_by = hashlib.sha256(sys.version.encode())
    for module in _MODULES:
        made_by.update(Path(__file__).parent.joinpath(module).read_bytes())
    return f"rules-{made_by.hexdigest()[:24]}"
