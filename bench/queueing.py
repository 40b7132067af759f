"""The queue of a national archive, simulated: arrivals, workers that die, documents that hang, one coordinator.

    python -m bench.queueing                          # how throughput grows with cores, and where it stops
    python -m bench.queueing --cores 64 --mtbf 24     # cores that die once a day

Needs simpy (pip install simpy). The times are those that ``bench.cost`` measured; documents come in one load, as boxes
of scans do. Random, always with the same numbers. docs/scale.md quotes the table.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import click
import simpy

PAGES = 5.5
"""Mean pages of a document; lengths are lognormal, most have two to six, some fifty."""
SPREAD = 0.8
PER_PAGE = 2.89
"""Seconds of a core for recognition of a page; single pages vary by a factor of two."""
UNDERSTOOD, COPIED = 0.084, 0.07
"""Seconds of a core for understanding and audit, and for the PDF/A copy, of a page."""
COMMIT = 0.03
"""Seconds of the coordinator and the database a plan."""
HANGS, LIMIT = 1e-4, 1800.0
"""Share of documents that never end, and seconds after which they are given up."""
RESTART = 60.0
"""Seconds that a core that died takes to come back."""
AHEAD = 2


@dataclass
class Count:
    """What became of a load."""

    done: int = 0
    pages: int = 0
    given_up: int = 0
    repeated: int = 0
    busy: float = 0.0
    committing: float = 0.0
    last: float = 0.0
    nearly: float = 0.0


@dataclass(frozen=True)
class Queue:
    """One load on its way, through ``cores`` that die after ``mtbf`` seconds in the mean."""

    chance: random.Random
    world: simpy.Environment
    documents: int
    cores: int
    mtbf: float
    waiting: simpy.Store
    answers: simpy.Store
    free: simpy.Container
    count: Count


def simulate(cores: int, documents: int, mtbf_hours: float, seed: int = 1) -> Count:
    """One load through so many cores.

    Args:
        mtbf_hours: mean hours between two deaths of one core.
    """
    world = simpy.Environment()
    waiting, answers = simpy.Store(world, AHEAD * cores), simpy.Store(world)
    free = simpy.Container(world, AHEAD * cores, AHEAD * cores)
    load = Queue(random.Random(seed), world, documents, cores, mtbf_hours * 3600, waiting, answers, free, Count())
    world.process(sender(load))
    for _ in range(cores):
        world.process(worker(load))
    world.run(world.process(coordinator(load)))
    return load.count


def sender(load: Queue) -> Iterator[Any]:
    chance = load.chance
    for _ in range(load.documents):
        yield load.free.get(1)
        pages = max(1, round(chance.lognormvariate(0, SPREAD) * PAGES / 2.718281828 ** (SPREAD**2 / 2)))
        yield load.waiting.put((pages, chance.random() < HANGS))


def worker(load: Queue) -> Iterator[Any]:
    chance, world, count = load.chance, load.world, load.count
    dies = chance.expovariate(1 / load.mtbf)
    while True:
        pages, hangs = yield load.waiting.get()
        takes = sum(PER_PAGE * chance.lognormvariate(-0.06, 0.35) + UNDERSTOOD + COPIED for _ in range(pages))
        takes = LIMIT if hangs else takes
        if world.now + takes > dies:
            lost = max(0.0, dies - world.now)
            count.busy, count.repeated = count.busy + lost, count.repeated + 1
            yield world.timeout(lost)
            world.process(again(load, (pages, hangs)))
            yield world.timeout(RESTART)
            dies = world.now + chance.expovariate(1 / load.mtbf)
            continue
        count.busy += takes
        yield world.timeout(takes)
        yield load.answers.put((pages, hangs))


def again(load: Queue, document: tuple[int, bool]) -> Iterator[Any]:
    yield load.waiting.put(document)


def coordinator(load: Queue) -> Iterator[Any]:
    count = load.count
    for n in range(load.documents):
        pages, hangs = yield load.answers.get()
        yield load.world.timeout(COMMIT)
        count.committing += COMMIT
        count.done, count.given_up, count.pages = count.done + 1, count.given_up + hangs, count.pages + pages
        count.last = load.world.now
        if n == int(load.documents * 0.99):
            count.nearly = load.world.now
        yield load.free.put(1)


@click.command()
@click.option("--cores", type=int, multiple=True, default=(2, 16, 64, 256, 512, 1024))
@click.option("--mtbf", type=float, default=240.0, help="Hours between two deaths of one core.")
@click.option("--each", type=int, default=40, help="Documents for each core, at least 4,000 in all.")
def main(cores: tuple[int, ...], mtbf: float, each: int) -> None:
    """Prints a table."""
    click.echo(
        "| cores | pages/h | of ideal | cores busy | coordinator busy | begun again | given up | last 1 % of the documents "
        "| 1 million pages |\n|---|---|---|---|---|---|---|---|---|"
    )
    for number in cores:
        documents = max(4000, each * number)
        found = simulate(number, documents, mtbf)
        hours, steady = found.last / 3600, found.nearly / 3600
        rate = 0.99 * found.pages / steady
        ideal = number * 3600 / (PER_PAGE + UNDERSTOOD + COPIED)
        click.echo(
            f"| {number:,} | {rate:,.0f} | {rate / ideal:.0%} | {found.busy / found.last / number:.0%} | "
            f"{found.committing / found.last:.0%} | {found.repeated} | {found.given_up} | "
            f"{(hours - steady) / hours:.0%} of the time | {1e6 / rate:,.1f} h |"
        )


if __name__ == "__main__":
    main()
