"""A cluster beside the pool of one machine, on the same cores. One command, prints a table:

    python -m bench.cluster --plans 200 --workers 2 --rounds 2
    python -m bench.cluster --scans FOLDER --pages 60

Plans are generated, their pages recorded recognition (see ``bench.archive``); or they are scans that are recognized. Both ways begin with processes that have
not read anything; rounds take turns, so that other programs on the machine disturb both alike. Claim: two workers of
dask read at least 0.9 of what the local pool reads, and write the same tables.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import click
from bench.archive import plans, scans, workplace
from bench.processor import spent
from tests.dask_cluster import machines

from kehoach.corpus import Corpus
from kehoach.corpus import tables as t
from kehoach.corpus.cluster import connected
from kehoach.corpus.files import made
from kehoach.corpus.ingest import Options, ingest, look
from kehoach.reading.settings import Settings


@click.command()
@click.option("--plans", "count", type=int, default=200)
@click.option("--workers", type=int, default=2)
@click.option("--rounds", type=int, default=2)
@click.option(
    "--scans", "folder", type=click.Path(path_type=Path, exists=True), help="Scans (scan.pdf) in place of plans"
)
@click.option("--pages", type=int, default=60, help="How many pages of scans")
def main(count: int, workers: int, rounds: int, folder: Path | None, pages: int) -> None:
    """Throughput of dask workers beside the local pool."""
    with workplace() as here:
        if folder is None:
            cache = made(here / "cache")
            paths = list(map(str, plans(here / "box", cache, count, Settings())))
        else:
            cache, paths = None, list(map(str, scans(folder, here, pages)[0]))
            count = len(paths)
        options = Options(Settings(jobs=workers, cache=cache))
        best: dict[str, tuple[float, float]] = {}
        tables: dict[str, dict[str, str]] = {}
        for n in range(rounds):
            for way in ("local", "dask"):
                store = here / f"{way}{n}.db"
                took = (_local if way == "local" else _dask)(store, paths, options, workers, here)
                best[way] = min(best.get(way, took), took)
                tables[way] = _tables(store)
        click.echo(f"load {os.getloadavg()[0]:.1f}\n| | plans | s | plans/s | processor s |\n|---|---|---|---|---|")
        for way, (seconds, used) in best.items():
            click.echo(f"| {way} | {count} | {seconds:.1f} | {count / seconds:.2f} | {used:.1f} |")
        share = best["local"][0] / best["dask"][0]
        same = "the same" if tables["local"] == tables["dask"] else "other"
        click.echo(f"dask reads {share:.2f} of what the pool reads; {same} tables")


def _local(store: Path, paths: list[str], options: Options, workers: int, here: Path) -> tuple[float, float]:
    with Corpus.open(store, create=True) as archive:
        found = look(archive, paths, options)
        began, before = time.monotonic(), spent()
        ingest(archive, found, options, lambda told: None)
        return time.monotonic() - began, spent() - before


def _dask(store: Path, paths: list[str], options: Options, workers: int, here: Path) -> tuple[float, float]:
    place = here / store.stem
    place.mkdir()
    with Corpus.open(store, create=True) as archive, machines(place) as cluster:
        for n in range(workers):
            cluster.worker(str(n))
        found = look(archive, paths, options)
        settings = options.settings
        with connected(cluster.address, settings, None, options.limits, lambda told: None) as pool:
            while pool.slots < workers:
                time.sleep(0.1)
            began, before = time.monotonic(), spent()
            ingest(archive, found, options, lambda told: None, pool, lambda: pool.slots)
            return time.monotonic() - began, spent() - before


def _tables(store: Path) -> dict[str, str]:
    with Corpus.open(store) as archive:
        kinds = ("documents", *t.KINDS)
        return {kind: archive.table(kind).drop(columns="plan").to_csv() for kind in kinds}  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
