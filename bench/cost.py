"""What a page and a plan cost on one core, and what they take on disk: the figures that docs/scale.md begins with.

    python -m bench.cost

The specimen scans in corpora/, nothing recorded before. Processor seconds, so that other programs on the machine do not
matter; medians where something is repeated. The archive's own cost is that of the coordinator: hashing, committing.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import click
from bench import stores
from bench.archive import workplace
from bench.processor import spent

from kehoach.corpus import Corpus
from kehoach.corpus.ingest import Options, ingest, look
from kehoach.corpus.worker import Job, Made, work
from kehoach.reading.settings import Settings

SPECIMENS = Path(__file__).parents[1] / "corpora"
STORED = 200
"""Plans put into an archive to see what that costs."""


class Ready(Executor):
    """Has read everything already: what is left is the coordinator's."""

    def __init__(self, made: list[Made]) -> None:
        self._made, self._calls = made, 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(self._made[self._calls % len(self._made)])
        self._calls += 1
        return future


@click.command()
def main() -> None:
    """Prints a table."""
    with workplace() as here:
        scans = sorted(SPECIMENS.glob("*/scan.pdf"))
        settings = Settings(jobs=1, cache=here / "cache")
        first, second = (_command(scans, here) for _ in range(2))
        made = [_worked(Job(str(scan), settings), scan) for scan in scans]
        copied = [_worked(Job(str(scan), settings, searchable=True), scan) for scan in scans]
        pages, plans = sum(m.pages for m, _ in made), len(made)
        kept = [file.stat().st_size for file in (here / "cache").rglob("*.json")]
        understood = sum(seconds for _, seconds in made)
        click.echo(f"{plans} scans, {pages} pages\n| what | a page | a plan |\n|---|---|---|")
        _row("recognition, processor s", first - second, pages, plans)
        _row("understanding and audit, processor s", understood, pages, plans)
        _row("PDF/A copy, processor s", sum(seconds for _, seconds in copied) - understood, pages, plans)
        _row("the scan, kB", sum(scan.stat().st_size for scan in scans) / 1e3, pages, plans)
        _row("PDF/A copy, kB", sum(len(m.copy.data) for m, _ in copied if m.copy) / 1e3, pages, plans)
        _row("recognized pages, kB", sum(kept) / 1e3, pages, plans)
        for database in ("sqlite", "postgresql"):
            seconds, size = _stored([m for m, _ in made], here, settings, database)  # type: ignore[arg-type]
            _row(f"archive ({database}), processor s", seconds * plans, pages, plans)
            _row(f"archive ({database}), kB", size * plans / 1e3, pages, plans)


def _row(name: str, total: float, pages: int, plans: int) -> None:
    click.echo(f"| {name} | {total / pages:.3g} | {total / plans:.3g} |")


def _command(scans: list[Path], here: Path) -> float:
    """Processor seconds of the command."""
    before = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    told = ["read", *map(str, scans), "-j", "1", "--cache", str(here / "cache"), "-o", str(here / "out"), "-q"]
    subprocess.run([sys.executable, "-c", "from kehoach.cli import main; main()", *told], check=True)
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - before


def _worked(job: Job, scan: Path) -> tuple[Made, float]:
    """What a worker makes of a scan whose pages are recorded, and its processor seconds when it is warm."""
    data = scan.read_bytes()
    work(job, data, "")
    before = time.process_time()
    made = work(job, data, "")
    return made, time.process_time() - before


def _stored(made: list[Made], here: Path, settings: Settings, database: stores.Database) -> tuple[float, float]:
    """Processor seconds of coordinator and database, and bytes of the database, for each plan."""
    folder = here / database
    folder.mkdir()
    for n in range(STORED):
        (folder / f"{n:04}.txt").write_bytes(os.urandom(1000))
    with stores.empty(database) as archive:
        options = Options(settings)
        found = look(archive, sorted(map(str, folder.iterdir())), options)
        empty, before = _size(archive), spent()
        ingest(archive, found, options, lambda told: None, Ready(made))
        return (spent() - before) / STORED, (_size(archive) - empty) / STORED


def _size(archive: Corpus) -> int:
    with archive.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if archive.engine.dialect.name == "postgresql":
            return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(archive.engine.url.database or "").stat().st_size


if __name__ == "__main__":
    main()
