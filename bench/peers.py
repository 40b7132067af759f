"""Whole scans read by kehoach and by the programs beside it that run offline: pages a second, and how right.

    python -m bench.peers SAMPLES [--rounds 3] [--peers VENV]

SAMPLES hold a folder a document, as for ``bench/reading.py``. VENV is a virtual environment of its own with OCRmyPDF and
kreuzberg (``python -m venv VENV && VENV/bin/pip install ocrmypdf kreuzberg``); without it they are left out. The programs
take turns, each reads the same files with all cores and keeps nothing from turn to turn; given are medians over the
rounds, by the clock and in processor time. "Own models" are those that kehoach takes where they are installed.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Lock
from typing import Literal

import click
import pypdfium2
from bench.processor import spent
from bench.reading import DPI, Sample, real

from kehoach import reading
from kehoach.evaluating.text_measure import TextMeasure, measure, total
from kehoach.evaluating.text_reference import PAGE_BREAK
from kehoach.export.plain_text import to_text
from kehoach.reading.settings import available_cores
from kehoach.rules.load import load
from kehoach.transcribe import transcribe

HEAD = (
    "| program | pages/s | processor s/page | times as long as kehoach | words missed | line CER | invented | refused |\n"
    "|---|---|---|---|---|---|---|---|"
)
KREUZBERG = """
import sys
from kreuzberg import ExtractionConfig, OcrConfig, PageConfig, extract_file_sync
config = ExtractionConfig(
    force_ocr=True, use_cache=False, ocr=OcrConfig(backend="tesseract", language="vie"),
    pages=PageConfig(insert_page_markers=True, marker_format="\\f"),
)
sys.stdout.write(extract_file_sync(sys.argv[1], config=config).content)
"""

Read = Callable[[Path], str]
"""From a scan to its text; pages parted by form feeds."""


@dataclass
class Peer:
    """A program with what its turns took and gave."""

    name: str
    read: Read
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    measured: TextMeasure = field(default_factory=TextMeasure)
    refused: int = 0

    def turn(self, samples: list[Sample]) -> None:
        """Reads them all once. What is read is the same each time, so the last turn tells."""
        self.measured, self.refused, pages, clock, processor = TextMeasure(), 0, 0, 0.0, 0.0
        for sample in samples:
            before = time.monotonic(), spent()
            try:
                text = self.read(sample.scan)
            except subprocess.CalledProcessError:
                self.refused += 1
                continue
            clock += time.monotonic() - before[0]
            processor += spent() - before[1]
            pages += len(sample.reference)
            self.measured += total(measure(PAGE_BREAK.join(sample.reference), text))
        self.clock.append(clock / pages if pages else 0.0)
        self.processor.append(processor / pages if pages else 0.0)


@click.command()
@click.argument("samples", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--rounds", default=3)
@click.option("--peers", "venv", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(samples: Path, rounds: int, venv: Path | None) -> None:
    """Prints a line a program, as a Markdown table."""
    found = list(real(samples))
    programs = list(contenders(venv))
    for _ in range(rounds):
        for peer in programs:
            peer.turn(found)
    click.echo(
        f"{len(found)} scans, {sum(len(one.reference) for one in found)} pages, {available_cores()} cores\n\n{HEAD}"
    )
    for peer in programs:
        click.echo(row(peer, programs[0]))


def contenders(venv: Path | None) -> Iterator[Peer]:
    """Ours first. Each is given all cores, in the way that suits it."""
    own = reading.reader(reading.Settings(mode="ocr", cache=None)).engine.languages
    yield Peer("kehoach", ours("tesserocr"))
    yield Peer("kehoach through pytesseract", ours("pytesseract"))
    cores = available_cores()
    yield Peer("pytesseract, own models, one thread a page, a page a core", plain(own, cores, threads=1))
    yield Peer("pytesseract, vie, one thread a page, a page a core", plain("vie", cores, threads=1))
    yield Peer("pytesseract, vie, as it comes", plain("vie", 1, threads=None))
    if venv is not None:
        yield Peer(f"OCRmyPDF {version(venv, 'ocrmypdf')}, --deskew", ocrmypdf(venv))
        yield Peer(f"kreuzberg {version(venv, 'kreuzberg')}", kreuzberg(venv))


def ours(engine: Literal["tesserocr", "pytesseract"]) -> Read:
    rules = load()
    reader = reading.reader(reading.Settings(mode="ocr", engine=engine, cache=None))
    return lambda scan: to_text(transcribe(reading.source(scan), rules=rules, reader=reader).document)


def plain(languages: str, pages_at_once: int, threads: int | None) -> Read:
    """pytesseract on each page's picture, psm 3, no treatment."""
    import pytesseract

    rendering = Lock()  # PDFium takes one call at a time

    def page(document: pypdfium2.PdfDocument, number: int) -> str:
        with rendering:
            picture = document[number].render(scale=DPI / 72, may_draw_forms=False).to_pil()
        return str(pytesseract.image_to_string(picture, lang=languages, config=f"--psm 3 --dpi {DPI}"))

    def read(scan: Path) -> str:
        os.environ.pop("OMP_THREAD_LIMIT", None)
        if threads is not None:
            os.environ["OMP_THREAD_LIMIT"] = str(threads)
        document = pypdfium2.PdfDocument(scan)
        with ThreadPoolExecutor(pages_at_once) as pool:
            texts = pool.map(lambda number: page(document, number), range(len(document)))
            return PAGE_BREAK.join(text.replace(PAGE_BREAK, "") for text in texts)

    return read


def ocrmypdf(venv: Path) -> Read:
    def read(scan: Path) -> str:
        with tempfile.TemporaryDirectory() as folder:
            text = Path(folder, "text.txt")
            options = ["--language", "vie", "--deskew", "--force-ocr", "--output-type", "pdf", "--sidecar", str(text)]
            _call([str(venv / "bin" / "ocrmypdf"), *options, str(scan), str(Path(folder, "out.pdf"))], venv)
            return text.read_text(encoding="utf-8").removesuffix(PAGE_BREAK)

    return read


def kreuzberg(venv: Path) -> Read:
    return lambda scan: _call([str(venv / "bin" / "python"), "-c", KREUZBERG, str(scan)], venv).removeprefix(PAGE_BREAK)


def _call(command: list[str], venv: Path) -> str:
    """In the peer's own environment; one thread each, which on few cores is the quicker (measured)."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"OMP_THREAD_LIMIT": "1", "PATH": f"{venv / 'bin'}{os.pathsep}{environment['PATH']}"}
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode("utf-8")


def version(venv: Path, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    return _call([str(venv / "bin" / "python"), "-c", code], venv).strip()


def row(peer: Peer, first: Peer) -> str:
    clock = median(peer.clock)
    ratio = median(theirs / own for theirs, own in zip(peer.clock, first.clock, strict=True))
    read = peer.measured
    cells = [f"{1 / clock:.2f}" if clock else "", f"{median(peer.processor):.2f}", f"{ratio:.2f}"]
    cells += [f"{100 * value:.2f} %" for value in (read.words_missed, read.line_cer, 1 - read.word_precision)]
    return f"| {' | '.join([peer.name, *cells, str(peer.refused)])} |"


if __name__ == "__main__":
    main()
