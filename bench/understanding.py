"""What understanding a plan costs when its pages are read: plans a second and seconds by stage, on one core.

    python -m bench.understanding                     the reference plans of corpora/
    python -m bench.understanding FOLDER --passes 5   every plan.txt below a folder; several folders may be given

Plans a second are of process time, of each plan the quickest of the passes; the stages are those of the same pass, by the
clock. One pass before is not counted, reading neither. The garbage collector runs as it does in the workers that read series
and fill archives.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from pathlib import Path

import click

from kehoach import reading
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.processes import BORN, settle
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.run import run_all

STAGES = ("layout", "language", "segment", "extract", "assemble", "audit")
NAME = "plan.txt"


def measured(readings: list[tuple[Source, Reading]], passes: int) -> tuple[float, Counter[str]]:
    """Seconds of process time a plan, and by stage."""
    rules = load()
    best: dict[str, tuple[float, Counter[str]]] = {}
    gc.set_threshold(BORN)
    for n in range(passes + 1):
        if n == 1:
            settle()
        for source, read in readings:
            began = time.process_time()
            plans = run_all(source, rules=rules, reader=lambda _, read=read: read)  # type: ignore[misc]
            seconds = time.process_time() - began
            if n and (source.path not in best or seconds < best[source.path][0]):
                best[source.path] = seconds, Counter(plans[0].run.seconds)
    stages = sum((stages for _, stages in best.values()), Counter[str]())
    runs = max(1, len(best))
    each = sum(seconds for seconds, _ in best.values()) / runs
    return each, Counter({name: seconds / runs for name, seconds in stages.items()})


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--passes", default=3, show_default=True)
def main(folders: tuple[Path, ...], passes: int) -> None:
    reader = reading.reader(Settings(mode="text", cache=None))
    found = sorted(path for folder in folders or (Path("corpora"),) for path in folder.rglob(NAME))
    sources = [reading.source(path) for path in found]
    readings = [(source, reader(source)) for source in sources]
    each, stages = measured(readings, passes)
    click.echo(f"{len(found)} plans, {sum(len(read.pages) for _, read in readings)} pages, {passes} passes")
    click.echo(f"{1 / each:6.1f} plans/s   {each:.4f} s a plan")
    for name in STAGES:
        click.echo(f"  {name:9} {stages[name]:.4f} s")


if __name__ == "__main__":
    main()
