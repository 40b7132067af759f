"""Removing what an archive keeps beside its records: recognized pages and copies of files, in which names stand.

Nothing of it is needed to look through, search or export an archive. Without recognized pages, reading anew recognizes
the pages again; without copies, the files are where they were found, or nowhere.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from kehoach.corpus import database
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.tables import documents
from kehoach.errors import FileAccess

Part = Literal["pages", "copies"]
FOLDERS: dict[Part, str] = {"pages": "pages", "copies": "originals"}
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Purged:
    """Files removed (or, in a rehearsal, that would be) and their bytes."""

    files: int
    bytes: int


def purge(archive: Corpus, part: Part, older_than: float, *, rehearse: bool = False) -> Purged:
    """Removes the files of a part that were written more than ``older_than`` days ago.

    Raises:
        FileAccess: one of them cannot be removed.
    """
    before = time.time() - older_than * _DAY
    found = list(_files(archive.folder / FOLDERS[part], before))
    if not rehearse:
        for file, _ in found:
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise FileAccess(
                    f"Không xóa được / cannot be removed: {file}: {error.strerror}",
                    "Kiểm tra quyền ghi / check the permission",
                ) from error
        if part == "copies":
            _forget(archive, [file.relative_to(archive.folder).as_posix() for file, _ in found])
    return Purged(len(found), sum(size for _, size in found))


def _files(folder: Path, before: float) -> Iterator[tuple[Path, int]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and (state := file.stat()).st_mtime <= before:
            yield file, state.st_size


def _forget(archive: Corpus, names: list[str]) -> None:
    """No document says any more that it has one of these copies."""
    gone: sa.BindParameter[str] = sa.bindparam("gone")
    if names:
        with database.writing(archive.engine) as connection:
            connection.execute(
                documents.update().where(documents.c.kept == gone).values(kept=None), [{"gone": name} for name in names]
            )
