"""A cluster beside the pool of one machine, on the same cores. One command, prints a table:

    python -m bench.cluster --plans 200 --workers 2 --rounds 2

Plans are generated, their pages recorded recognition (see ``bench.archive``). Both ways begin with processes that have
not read anything; rounds take turns, so that other programs on the machine disturb both alike. Claim: two workers of
dask read at least 0.9 of what the local pool reads, and write the same tables.
"""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

import click
from bench.archive import plans, workplace
from tests.dask_cluster import machines

from kehoach.corpus import Corpus
from kehoach.corpus import tables as t
from kehoach.corpus.cluster import connected
from kehoach.corpus.files import made
from kehoach.corpus.ingest import Options, ingest, look
from kehoach.processes import started
from kehoach.reading.settings import Settings

_TICKS = os.sysconf("SC_CLK_TCK")


@click.command()
@click.option("--plans", "count", type=int, default=200)
@click.option("--workers", type=int, default=2)
@click.option("--rounds", type=int, default=2)
def main(count: int, workers: int, rounds: int) -> None:
    """Throughput of dask workers beside the local pool."""
    with workplace() as here:
        cache = made(here / "cache")
        paths = list(map(str, plans(here / "box", cache, count, Settings())))
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
        for way, (seconds, spent) in best.items():
            click.echo(f"| {way} | {count} | {seconds:.1f} | {count / seconds:.2f} | {spent:.1f} |")
        share = best["local"][0] / best["dask"][0]
        same = "the same" if tables["local"] == tables["dask"] else "other"
        click.echo(f"dask reads {share:.2f} of what the pool reads; {same} tables")


def _local(store: Path, paths: list[str], options: Options, workers: int, here: Path) -> tuple[float, float]:
    with Corpus.open(store, create=True) as archive:
        found = look(archive, paths, options)
        began, spent = time.monotonic(), _processor()
        ingest(archive, found, options, lambda told: None)
        return time.monotonic() - began, _processor() - spent


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
            began, spent = time.monotonic(), _processor()
            ingest(archive, found, options, lambda told: None, pool, lambda: pool.slots)
            return time.monotonic() - began, _processor() - spent


def _processor() -> float:
    """Processor seconds of this process, of those it started and that ended, and of those that are running."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(_running(child) for child in started(os.getpid()))


def _running(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS + sum(map(_running, started(pid)))


def _tables(store: Path) -> dict[str, str]:
    with Corpus.open(store) as archive:
        kinds = ("documents", *t.KINDS)
        return {kind: archive.table(kind).drop(columns="plan").to_csv() for kind in kinds}  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
