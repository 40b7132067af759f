"""Why a file would be read again, or not: what was done with it, with what, and what is different now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from kehoach.corpus import files, fingerprint
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.fingerprint import PARTS, PLAN, READING, STAGES, Fingerprint
from kehoach.corpus.ingest import Options
from kehoach.corpus.tables import documents, places, plans, stages

_STAGES = {READING: "đọc trang / reading pages", PLAN: "lập bản ghi / making the record"}
_PARTS = {"settings": "thiết lập / settings", "code": "chương trình / program", "rules": "quy tắc / rules"}


def told(archive: Corpus, path: str, options: Options) -> str:
    """All there is to say, for people.

    Raises:
        FileAccess: the file cannot be opened.
    """
    sha256 = hashlib.sha256(files.content(path)).hexdigest()
    now = fingerprint.fingerprints(options.settings, options.rules)
    with archive.engine.connect() as connection:
        return "\n".join(_lines(connection, path, sha256, now, options.choice.retry)) + "\n"


def _lines(connection: Connection, path: str, sha256: str, now: dict[str, Fingerprint], retry: str) -> Iterator[str]:
    yield f"{path}: sha256 {sha256}"
    place = connection.execute(sa.select(places).where(places.c.path == path)).first()
    document = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).first()
    if document is None:
        changed = place is not None and place.document_id is not None
        yield "  nội dung đã đổi / the content changed" if changed else "  chưa có trong kho / not in the archive"
        yield "→ sẽ đọc / would be read"
        return
    others = sa.select(places.c.path).where(places.c.document_id == document.id, places.c.path != path)
    for other in connection.execute(others).scalars():
        yield f"  cùng nội dung với / same content as: {other}"
    ids = list(connection.execute(sa.select(plans.c.id).where(plans.c.document_id == document.id)).scalars())
    if ids:
        yield f"  kế hoạch / plans: {', '.join(map(str, ids))}"
    again = False
    for stage in STAGES:
        query = sa.select(stages).where(stages.c.document_id == document.id, stages.c.stage == stage)
        row = connection.execute(query).first()
        redo, lines = _stage(row, stage, now[stage], retry)
        again = again or (redo and stage == PLAN)
        yield from lines
    yield "→ sẽ đọc lại / would be read again" if again else "→ không làm gì / nothing would be done"


def _stage(row: Any, stage: str, now: Fingerprint, retry: str) -> tuple[bool, list[str]]:
    if row is None:
        return True, [f"  {_STAGES[stage]}: chưa làm / not done"]
    changes = now.changes(Fingerprint(row.settings, row.code, row.rules))
    state = "xong / done" if row.state == "done" else f"hỏng / failed [{row.failure}] {row.message}"
    lines = [f"  {_STAGES[stage]}: {row.at}, {state}"]
    lines += [
        f"    {_PARTS[part]} {'khác / differ' if part in changes else 'như cũ / the same'}: "
        f"{getattr(row, part)}{' → ' + getattr(now, part) if part in changes else ''}"
        for part in PARTS
    ]
    if stage == READING and not changes:
        lines.append("    trang đã nhận dạng được dùng lại / recognized pages are used again")
    retried = row.state != "done" and retry in ("failed", row.failure)
    return bool(changes) or retried, lines
