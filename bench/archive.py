"""What the archive promises, measured. One command a claim, each prints a table:

    python -m bench.archive ingest --plans 10000      plans/s, memory of a worker, second run
    python -m bench.archive kills --kills 200         kill -9 at random moments: the same tables as undisturbed
    python -m bench.archive broken --good 1000        broken files among good ones
    python -m bench.archive scans FOLDER --pages 500  ingestion of scans beside reading alone

Plans are generated; their pages are recorded recognition, so that no engine runs (but for ``scans``).
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
from bench.processor import spent
from tests.hostile import BAD, many_pages

from kehoach import reading
from kehoach.corpus import Corpus
from kehoach.corpus import tables as t
from kehoach.corpus.files import recognized_pages
from kehoach.corpus.ingest import Options, Report, ingest, look
from kehoach.model.page import Page, Word
from kehoach.processes import Limits, memory, started
from kehoach.reading import recorded
from kehoach.reading.settings import Settings
from kehoach.specimen.generator import write
from kehoach.specimen.render import render

TEMPLATES = 40
"""Different generated plans; the others are these with another number and day of issue."""


@dataclass(frozen=True)
class Template:
    """A plan's pages as if they had been recognized, and its number as printed."""

    pages: tuple[Page, ...]
    number: str


def templates(count: int, seed: int = 50_000) -> list[Template]:
    made = []
    reader = reading.reader(Settings(mode="text", cache=None))
    for n in range(seed, seed + count):
        written = write(n)
        read = reader(reading.source(render(written.source).pdf))
        pages = tuple(replace(page, text_from="ocr", ocr_confidence=0.95) for page in read.pages)
        made.append(Template(pages, str(written.gold["document"]["number"]).split("/")[0]))
    return made


def numbered(page: Page, old: str, new: str) -> Page:
    """The page with the plan's number replaced where it is printed, on the first lines."""

    def word(one: Word) -> Word:
        return replace(one, text=one.text.replace(f"{old}/", f"{new}/")) if old else one

    lines = tuple(replace(line, words=tuple(map(word, line.words))) for line in page.lines)
    return replace(page, lines=lines)


def plans(folder: Path, cache: Path, count: int, settings: Settings) -> list[Path]:
    """PDFs of empty pages with the recognition of generated plans recorded for them."""
    reader = reading.reader(settings)
    found = templates(min(TEMPLATES, count))
    blank = {size: many_pages(size) for size in range(1, 20)}
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for n in range(count):
        template = found[n % len(found)]
        data = blank[len(template.pages)] + f"\n% {n}\n".encode()
        made.append(folder / f"{n:06d}.pdf")
        made[-1].write_bytes(data)
        sha256 = reading.source(data).sha256
        for number, page in enumerate(template.pages, 1):
            page = numbered(page, template.number, str(n + 1)) if number == 1 else page
            recorded.save(cache, recorded.key(sha256, number, reader.engine.name, reader.told), page)
    back = reading.reader(replace(settings, cache=cache))(reading.source(made[0])).pages
    if [len(page.lines) for page in back] != [len(page.lines) for page in found[0].pages]:
        raise RuntimeError("recorded pages are not found again: nothing would be measured")
    return made


@contextmanager
def workplace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as name:
        yield Path(name)


@dataclass(frozen=True)
class Taken:
    """What an ingest took: seconds, processor seconds, the greatest memory of a worker at each second; its report."""

    seconds: float
    processor: float
    peaks: list[int]
    report: Report


def taken_in(store: Path, paths: list[Path], jobs: int) -> Taken:
    peaks: list[int] = []
    used: list[float] = [spent()]
    with Corpus.open(store, create=True) as archive:
        settings = Settings(jobs=jobs, cache=recognized_pages(archive.folder))
        options = Options(settings, limits=Limits(calls=10**9, grown=10**12))
        began = time.monotonic()
        found = look(archive, map(str, paths), options)
        watch = threading.Event()
        thread = threading.Thread(target=_watch, args=(peaks, used, watch), daemon=True)
        thread.start()
        report = ingest(archive, found, options, lambda told: None)
        watch.set()
        # What workers of workers used is known only while they run.
        return Taken(time.monotonic() - began, max(*used, spent()) - used[0], peaks, report)


def _watch(peaks: list[int], used: list[float], ended: threading.Event) -> None:
    own = os.getpid()
    while not ended.wait(1.0):
        peaks.append(max(map(memory, started(own)), default=0))
        used.append(spent())


@click.group()
def main() -> None:
    """Measures the archive's promises."""


@main.command("ingest")
@click.option("--plans", "count", type=int, default=10_000)
@click.option("--jobs", type=int, default=2)
def ingest_claim(count: int, jobs: int) -> None:
    """Plans a second, memory of a worker over time, and a second run."""
    with workplace() as here:
        store = here / "kho.db"
        began = time.monotonic()
        paths = plans(here / "box", recognized_pages(here / "kho.db.files"), count, Settings())
        click.echo(f"{count} plans made in {time.monotonic() - began:.0f} s; load {os.getloadavg()[0]:.1f}")
        first, again = taken_in(store, paths, jobs), taken_in(store, paths, jobs)
        peaks = first.peaks
        tenth = max(1, len(peaks) // 10)
        early, late = statistics.median(peaks[tenth : 2 * tenth] or peaks), statistics.median(peaks[-tenth:])
        size = sum(file.stat().st_size for file in here.glob("kho.db*") if file.is_file())
        click.echo("| | plans | s | plans/s | processor s | plans/s on 2 free cores |\n|---|---|---|---|---|---|")
        rate, free = count / first.seconds, 2 * count / first.processor
        click.echo(
            f"| first run | {first.report.done} | {first.seconds:.1f} | {rate:.1f} | {first.processor:.1f} | {free:.1f} |"
        )
        share = (
            f"{again.seconds / first.seconds:.2%} of the time, {again.processor / first.processor:.2%} of the processor"
        )
        click.echo(f"| second run | {again.report.before} | {again.seconds:.2f} | {share} | {again.processor:.2f} | |")
        click.echo(
            f"memory of a worker: early {early / 1e6:.0f} MB, late {late / 1e6:.0f} MB ({late / early - 1:+.1%}); "
            f"{size / count / 1e3:.0f} kB a plan in the archive"
        )


@main.command("kills")
@click.option("--kills", type=int, default=200)
@click.option("--plans", "count", type=int, default=30)
def kills_claim(kills: int, count: int) -> None:
    """The command killed with kill -9 at random moments, run again until it ends: the same tables as undisturbed."""
    chance, done, rounds, wrong = random.Random(1), 0, 0, 0
    with workplace() as here:
        cache = here / "cache"
        paths = plans(here / "box", cache, count, Settings())
        expected = _tables(here / "whole.db", here, cache)
        began = time.monotonic()
        _run(here / "timed.db", here, cache)
        whole = time.monotonic() - began
        while done < kills:
            store, ended = here / f"{rounds}.db", False
            while not ended and done < kills:
                ended = _run(store, here, cache, chance.uniform(0.3, 1.0) * whole)
                done += not ended
            wrong += _tables(store, here, cache) != expected
            rounds += 1
        click.echo("| kills | archives | plans each | differing from an undisturbed run |\n|---|---|---|---|")
        click.echo(f"| {done} | {rounds} | {len(paths)} | {wrong} |")


def _run(store: Path, here: Path, cache: Path, seconds: float | None = None) -> bool:
    """Whether the command came to its end before it was killed."""
    command = [sys.executable, "-m", "kehoach.cli", "ingest", str(here / "box"), "-q", "-j", "2", "--cache", str(cache)]
    if not (Path(reading.__file__).parents[1] / "cli" / "__main__.py").is_file():
        command[1:3] = ["-c", "from kehoach.cli import main; main()"]
    process = subprocess.Popen([*command, "--store", str(store)], stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def _tables(store: Path, here: Path, cache: Path) -> dict[str, str]:
    _run(store, here, cache)
    with Corpus.open(store) as archive:
        kinds = ("documents", *t.KINDS)
        return {kind: archive.table(kind).drop(columns="plan").to_csv() for kind in kinds}  # type: ignore[arg-type]


@main.command("broken")
@click.option("--good", type=int, default=1000)
@click.option("--jobs", type=int, default=2)
def broken_claim(good: int, jobs: int) -> None:
    """Broken files of every kind among good ones."""
    with workplace() as here:
        store = here / "kho.db"
        paths = plans(here / "box", recognized_pages(here / "kho.db.files"), good, Settings())
        for name, (data, _) in BAD.items():
            (here / "box" / name).write_bytes(data)
        everything = paths + [here / "box" / name for name in BAD]
        random.Random(1).shuffle(everything)
        report = taken_in(store, everything, jobs).report
        with Corpus.open(store) as archive, archive.engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "SELECT path, coalesce(stages.failure, places.failure) AS failure FROM places LEFT JOIN stages ON "
                "stages.document_id = places.document_id AND stage = 'plan'"
            ).all()
        classes = {Path(row.path).name: row.failure for row in rows if row.failure}
        right = sum(classes.get(name) == code for name, (_, code) in BAD.items())
        click.echo(
            "| good | broken kinds | good done | broken classed rightly | in = done + failed |\n|---|---|---|---|---|"
        )
        done, failed, found = (getattr(report, name) for name in ("done", "failed", "found"))
        click.echo(f"| {good} | {len(BAD)} | {done} | {right} | {found} = {done} + {failed} |")


@main.command("scans")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--pages", type=int, default=500)
@click.option("--jobs", type=int, default=2)
def scans_claim(folder: Path, pages: int, jobs: int) -> None:
    """Scans read into an archive beside the reading stage alone, with as many processes; nothing is recorded before."""
    with workplace() as here:
        paths, count = scans(folder, here, pages)
        began, before = time.monotonic(), spent()
        command = [sys.executable, "-c", _ALONE, str(jobs), *map(str, paths)]
        subprocess.run(command, check=True)
        alone, used = time.monotonic() - began, spent() - before
        taken = taken_in(here / "kho.db", paths, jobs)
        click.echo("| pages | read in | pages/s | processor s/page |\n|---|---|---|---|")
        click.echo(f"| {count} | reading alone | {count / alone:.2f} | {used / count:.2f} |")
        click.echo(f"| {count} | ingest | {count / taken.seconds:.2f} | {taken.processor / count:.2f} |")
        click.echo(f"| | share | {alone / taken.seconds:.2f} | {used / taken.processor:.2f} |")
        fifth = max(1, len(taken.peaks) // 5)
        early, late = (max(part, default=0) / 1e6 for part in (taken.peaks[fifth : 2 * fifth], taken.peaks[-fifth:]))
        click.echo(f"\n{taken.report.done} done; a worker at most {early:.0f} MB early, {late:.0f} MB late")


def scans(folder: Path, here: Path, pages: int) -> tuple[list[Path], int]:
    """Scans as files of their own contents, with so many pages or a few more in all; and how many."""
    paths: list[Path] = []
    count = 0
    for file in sorted(folder.rglob("scan.pdf")) * 100:
        if count >= pages:
            break
        copy = here / f"{len(paths):04d}.pdf"
        copy.write_bytes(file.read_bytes() + f"\n% {len(paths)}\n".encode())
        count += _count(copy)
        paths.append(copy)
    return paths, count


def _count(path: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


_ALONE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from kehoach import reading
jobs, *paths = sys.argv[1:]
read = reading.reader(reading.Settings(jobs=1, cache=None))
with ThreadPoolExecutor(int(jobs)) as pool:
    list(pool.map(lambda path: read(reading.source(path)), paths))
"""


if __name__ == "__main__":
    main()
