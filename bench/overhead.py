"""What reading costs beside the engine: processor time of a scan read and laid out, against bare recognition of its pages.

    python -m bench.overhead corpora/*/scan.pdf [--pages 2]

Bare recognition is one call of the engine a page, in this process, with the same models, on the same pictures as they
are. Processor time, so that other programs on the machine matter less; the two take turns.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import click
import cv2
import numpy as np
from bench.processor import spent

from kehoach import reading
from kehoach.model.document import Source
from kehoach.programs.tesseract import Recognizer
from kehoach.reading.raster import Pages, page_count
from kehoach.rules.load import Rules, load
from kehoach.transcribe import transcribe


@click.command()
@click.argument("scans", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--pages", default=2, help="Pages of each, from the first")
def main(scans: Sequence[Path], pages: int) -> None:
    """Prints a line a scan, and the median ratio."""
    cv2.setNumThreads(1)
    rules, ratios = load(), []
    wanted = tuple(range(1, pages + 1))
    reader = reading.reader(reading.Settings(mode="ocr", jobs=1, cache=None, pages=wanted))
    engine = reader.engine.start()
    first = reading.source(scans[0])
    _read(first, reader, rules), _bare(first, engine, wanted[:1])  # starts the worker and the engines
    click.echo("| scan | pages | bare recognition, s a page | read and laid out | ratio |\n|---|---|---|---|---|")
    for scan in scans:
        source = reading.source(scan)
        bare, own = _bare(source, engine, wanted), _read(source, reader, rules)
        count = min(pages, page_count(source))
        ratios.append(own / bare)
        click.echo(f"| {scan.parent.name} | {count} | {bare / count:.2f} | {own / count:.2f} | {own / bare:.2f} |")
    click.echo(f"| **median** | | | | {median(ratios):.2f} |")


def _read(source: Source, reader: reading.Reader, rules: Rules) -> float:
    before = spent()
    transcribe(source, rules=rules, reader=reader)
    return spent() - before


def _bare(source: Source, engine: Recognizer, numbers: Sequence[int]) -> float:
    pages, taken = Pages(source), 0.0
    for number in (n for n in numbers if n <= len(pages)):
        picture = pages.picture(number, pages.working(number, 300))
        grey = np.ascontiguousarray(cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY))
        before = time.process_time()
        engine.recognize(grey, dpi=round(picture.dpi))
        taken += time.process_time() - before
    pages.close()
    return taken


if __name__ == "__main__":
    main()
