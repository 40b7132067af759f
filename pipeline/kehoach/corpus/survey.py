"""What there is to do: which files are new, changed, to be read anew or to be tried again, and why."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import Connection

from kehoach.corpus import files
from kehoach.corpus.files import Seen
from kehoach.corpus.fingerprint import PLAN, Fingerprint
from kehoach.corpus.tables import copies, documents, places, stages

Why = Literal["new", "changed", "settings", "code", "rules", "copy", "retry", "failed", "done"]
"""Why a file is read (new, changed, settings, code, rules, copy, retry) or not (done, failed)."""
_SAMPLE_SEED = 20_240_101


@dataclass(frozen=True, slots=True)
class Item:
    """A file to look at. ``document_id`` is its content's where that is known without reading it."""

    seen: Seen
    why: Why
    document_id: int | None = None


@dataclass(frozen=True)
class Survey:
    """``todo`` are the files to read; ``counts`` all files by why they are, or are not."""

    todo: tuple[Item, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Known:
    """What the archive knows about files and contents; ``copies`` is what became of each one's searchable copy."""

    places: Mapping[str, Any]
    stages: Mapping[int, Any]
    hashes: Mapping[str, int]
    copies: Mapping[int, str | None]


@dataclass(frozen=True)
class Choice:
    """Which of the files are read. ``retry`` is none, failed, or the class of a failure; ``limit`` and ``sample`` are
    numbers of files, the first ones or any. ``copies``: documents without a searchable copy are read for it."""

    retry: str = "none"
    limit: int | None = None
    sample: int | None = None
    copies: bool = False


def known(connection: Connection) -> Known:
    """What the archive knows, in four queries."""
    return Known(
        {row.path: row for row in connection.execute(sa.select(places))},
        {row.document_id: row for row in connection.execute(sa.select(stages).where(stages.c.stage == PLAN))},
        {row.sha256: row.id for row in connection.execute(sa.select(documents.c.sha256, documents.c.id))},
        {row.document_id: row.failure for row in connection.execute(sa.select(copies.c.document_id, copies.c.failure))},
    )


def survey(paths: Iterable[str], before: Known, now: Fingerprint, choice: Choice) -> Survey:
    """Looks at every file without reading those that are unchanged."""
    items = [_item(path, before, now, choice) for path in paths]
    todo: Sequence[Item] = [item for item in items if item.why not in ("done", "failed")]
    if choice.sample is not None and choice.sample < len(todo):
        chosen = sorted(random.Random(_SAMPLE_SEED).sample(range(len(todo)), choice.sample))
        todo = [todo[n] for n in chosen]
    if choice.limit is not None:
        todo = todo[: choice.limit]
    return Survey(tuple(todo), Counter(item.why for item in items))


def why(document_id: int, before: Known, now: Fingerprint, choice: Choice) -> Why:
    """Whether a content is read, as far as it is known."""
    stage = before.stages.get(document_id)
    if stage is None:
        return "new"
    changes = now.changes(Fingerprint(stage.settings, stage.code, stage.rules))
    if changes:
        return changes[0]  # type: ignore[return-value]
    if stage.state == "done":
        if choice.copies and document_id not in before.copies:
            return "copy"
        lacking = before.copies.get(document_id) if choice.copies else None
        return "copy" if lacking is not None and choice.retry in ("failed", lacking) else "done"
    return "retry" if choice.retry in ("failed", stage.failure) else "failed"


def _item(path: str, before: Known, now: Fingerprint, choice: Choice) -> Item:
    seen, place = files.seen(path), before.places.get(path)
    if place is None:
        return Item(seen, "new")
    same = (place.bytes, place.modified_ns) == (seen.bytes, seen.modified_ns)
    if place.document_id is None:
        tried = same and choice.retry not in ("failed", place.failure)
        return Item(seen, "failed" if tried else "retry" if same else "changed")
    if not same:
        return Item(seen, "changed")
    return Item(seen, why(place.document_id, before, now, choice), place.document_id)
