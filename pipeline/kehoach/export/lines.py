"""Plans as JSON Lines: one record a line."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kehoach.export import json
from kehoach.export.drafts import Drafts, written
from kehoach.model.plan import Plan


class JsonLines:
    """Writes plans, one after another, into the file ``path``."""

    def __init__(self, path: Path) -> None:
        self._path, self._drafts = path, Drafts(path.parent)
        with written(path):
            self._file = self._drafts.path(path.name).open("w", encoding="utf-8", newline="\n")

    def add(self, plan: Plan) -> None:
        with written(self._path):
            self._file.write(json.to_json(plan, indent=None) + "\n")

    def close(self) -> None:
        with written(self._path):
            self._file.close()
        self._drafts.keep()

    def discard(self) -> None:
        with suppress(OSError):  # what is still in its buffer may not fit on the disk
            self._file.close()
        self._drafts.discard()
