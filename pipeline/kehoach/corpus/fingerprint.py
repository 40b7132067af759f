"""What a result depends on beside the file itself: settings, the program's code, the rules. Each as a short hash, so
that it can be told which of them changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import kehoach
from kehoach.reading import recorded
from kehoach.reading.settings import Settings

READING, PLAN = "reading", "plan"
STAGES = (READING, PLAN)
_ROOMS = ("orthography", "rules", "layout", "language", "segment", "extract", "assemble", "auditing", "model")
_READING_ROOMS = ("reading", "programs")
_RULES = frozenset({".toml", ".csv", ".txt"})
PARTS = ("settings", "code", "rules")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Equal ones give equal results for the same content."""

    settings: str
    code: str
    rules: str

    def changes(self, other: Fingerprint) -> tuple[str, ...]:
        """The names of the parts in which they differ."""
        return tuple(part for part in PARTS if getattr(self, part) != getattr(other, part))


def fingerprints(settings: Settings, rules: Path | None) -> dict[str, Fingerprint]:
    """For each stage what its results depend on.

    Recognized pages depend on the reading room's own version, which is raised when it makes something else of the same
    pixels (the pages are kept by it, see ``kehoach.reading.recorded``); plans on all code and rules they go through.
    """
    root = Path(kehoach.__file__).parent
    asked = [settings.mode, settings.engine, settings.languages, settings.dpi, settings.pages]
    told = _hash([json.dumps(asked).encode()])
    code = _hash(_contents(file for room in (*_ROOMS, *_READING_ROOMS) for file in (root / room).rglob("*.py")))
    words = [file for room in ("rules", "auditing") for file in (root / room / "data").rglob("*")]
    own = rules.rglob("*") if rules is not None else ()
    vocabulary = _hash(_contents(file for file in (*words, *own) if file.suffix in _RULES))
    return {
        READING: Fingerprint(told, f"pages-{recorded.VERSION}", "-"),
        PLAN: Fingerprint(told, code, vocabulary),
    }


def _contents(files: Iterable[Path]) -> Iterable[bytes]:
    for file in sorted(files):
        yield file.name.encode()
        yield file.read_bytes()


def _hash(parts: Iterable[bytes]) -> str:
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()[:16]
