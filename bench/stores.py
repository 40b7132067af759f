"""An empty archive for a measurement, in a file or on a private PostgreSQL server."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from tests import postgresql

from kehoach.corpus import Corpus

Database = Literal["sqlite", "postgresql"]


@contextmanager
def empty(database: Database) -> Iterator[Corpus]:
    """Gone afterwards.

    Raises:
        RuntimeError: PostgreSQL is not installed, or does not start.
    """
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as name:
        if database == "sqlite":
            with Corpus.open(Path(name) / "kho.db", create=True) as archive:
                yield archive
            return
        found = postgresql.binaries()
        if found is None:
            raise RuntimeError("PostgreSQL is not installed: Debian's package postgresql")
        os.environ["XDG_DATA_HOME"] = name
        with (
            postgresql.server(found, "shared_buffers=256MB", "work_mem=32MB", "max_wal_size=4GB") as url,
            Corpus.open(url, create=True) as archive,
        ):
            yield archive
