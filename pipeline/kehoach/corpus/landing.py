"""Documents that came back from their workers, written down: several in one transaction, each whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection

from kehoach.corpus import database, files, writing
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.fingerprint import Fingerprint
from kehoach.corpus.statements import Gathered
from kehoach.corpus.survey import Item
from kehoach.corpus.worker import Made


@dataclass
class Flight:
    """A content on its way through the pool, with the files that hold it."""

    items: list[Item]
    data: bytes
    sha256: str
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Landed:
    """A content that came back, and what was made of it."""

    flight: Flight
    made: Made


@dataclass(frozen=True)
class Keep:
    """What is kept beside the record. ``originals``: copies of the files, in the archive's folder or under the URL
    ``under``. ``searchable_to``: the folder or URL for searchable copies."""

    originals: bool = False
    under: str | None = None
    searchable_to: str | None = None


def write(archive: Corpus, landed: Sequence[Landed], now: Mapping[str, Fingerprint], keep: Keep) -> tuple[int, ...]:
    """All of these documents in one transaction; their ids.

    Args:
        now: what each stage depended on.

    Raises:
        FileAccess: the archive, or the place of the copies, cannot be written; none of them is entered then.
    """
    places = [_put_copy(one, keep) for one in landed]
    facts = Gathered()
    with database.writing(archive.engine) as connection:
        ids = tuple(_enter(archive, connection, *pair, now, keep, facts) for pair in zip(landed, places, strict=True))
        facts.enter(connection)
        return ids


def _put_copy(landed: Landed, keep: Keep) -> str:
    """The place of the searchable copy; "" where there is none."""
    copy, flight = landed.made.copy, landed.flight
    if copy is None or copy.failure is not None:
        return ""
    name = f"{PurePath(flight.items[0].seen.path).stem}.{flight.sha256[:12]}.pdf"
    return files.put(str(keep.searchable_to), name, copy.data)


def _enter(
    archive: Corpus, connection: Connection, landed: Landed, place: str, now: Mapping[str, Fingerprint], keep: Keep,
    facts: Gathered,
) -> int:  # fmt: skip
    flight, made = landed.flight, landed.made
    size = len(flight.data)
    document_id = writing.put_document(connection, flight.sha256, made.media_type or None, size, made.pages or None)
    for item in flight.items:
        writing.put_place(connection, item.seen, document_id)
    writing.put_stages(connection, document_id, now, made, flight.tries)
    if made.failure is None:
        writing.put_plans(connection, document_id, made.bundles, facts)
        if made.copy is not None:
            writing.put_copy(connection, document_id, made.copy, place)
        if keep.originals:
            path = flight.items[0].seen.path
            archive.keep(connection, document_id, flight.sha256, path, flight.data, keep.under)
    return document_id
