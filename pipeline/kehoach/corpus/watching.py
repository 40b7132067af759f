"""Files that come into watched folders: taken when they have stood still for a while, and again when they change."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.corpus import files
from kehoach.corpus.files import Seen

_SHARE = 4
"""How many times as long as a look takes it is rested between two looks, so that large folders do not keep a core busy."""
_LEAST = 1.0
"""Seconds between two looks at least."""


class Watch:
    """Remembers how files looked. ``stable``: seconds that a file must not have changed for."""

    def __init__(self, stable: float) -> None:
        self._stable = stable
        self._since: dict[str, tuple[Seen, float]] = {}
        self._taken: dict[str, Seen] = {}

    def ready(self, paths: Iterable[str], moment: float) -> tuple[str, ...]:
        """The files that stand still and have not been taken as they are now.

        Args:
            paths: all files that are there; one that is gone in the meantime is passed over.
            moment: the time in seconds, from any beginning.
        """
        now = {path: state for path in paths if (state := files.seen(path)).bytes is not None}
        before = self._since
        self._since = {p: (s, before[p][1] if p in before and before[p][0] == s else moment) for p, s in now.items()}
        self._taken = {path: state for path, state in self._taken.items() if path in now}
        still = (path for path, (_, since) in self._since.items() if moment - since >= self._stable)
        return tuple(path for path in still if self._taken.get(path) != self._since[path][0])

    def take(self, paths: Iterable[str]) -> None:
        """Notes that these files are done with as they looked when they were ready."""
        self._taken |= {path: self._since[path][0] for path in paths}


def pause(looked: float) -> float:
    """Seconds to rest after a look that took so many seconds."""
    return max(_LEAST, _SHARE * looked)
