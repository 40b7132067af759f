"""Our reading of scans beside plain Tesseract (``vie``, psm 3, 300 dpi, no treatment), by the same measure.

    python bench/reading.py SAMPLES [--pages 3] [--keep FOLDER]

SAMPLES holds a folder a document: ``source.pdf`` (a scan) with ``transcript/page-1.txt`` ..., or ``scan.pdf`` (a
rendering that was aged) with ``digital.pdf``, whose text layer is the reference: so stamps set on these and repeated
heads of tables, which our text leaves out, count as missed. Documents with a text layer are left out.
Recognized pages come from the cache where they are there; plain Tesseract's from FOLDER.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pypdfium2

from kehoach import reading
from kehoach.evaluating.text_measure import TextMeasure, measure, total
from kehoach.evaluating.text_reference import PAGE_BREAK
from kehoach.export.plain_text import to_text
from kehoach.rules.load import load
from kehoach.transcribe import transcribe

DPI = 300
PAGE_NUMBER = re.compile(r"\d{1,3}\s*")
WIDE = 3.0
"""A gap of so many letter heights parts columns; justified lines have smaller ones."""
HEAD = (
    "| scan | pages | words missed: plain | ours | line CER: plain | ours | word precision: plain | ours "
    "| digits wrong: plain | ours |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Sample:
    """A scan and the text of its pages."""

    name: str
    scan: Path
    reference: tuple[str, ...]


@click.command()
@click.argument("samples", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--pages", type=int, default=3, help="Pages of each aged rendering; real scans are read whole")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of plain Tesseract's results, to have them again")
@click.option("--jobs", type=int, default=1, help="Worker processes of our reading")
def main(samples: Path, pages: int, keep: Path | None, jobs: int) -> None:
    """Prints one line a scan and the sums, as a Markdown table."""
    click.echo(HEAD)
    for group, found in (("real scans", real(samples)), ("aged renderings", aged(samples, pages))):
        plain, ours = TextMeasure(), TextMeasure()
        for sample in found:
            reference = PAGE_BREAK.join(sample.reference)
            one = total(measure(reference, PAGE_BREAK.join(tesseract(sample, keep))))
            other = total(measure(reference, kehoach(sample, jobs)))
            click.echo(row(sample.name, len(sample.reference), one, other))
            plain, ours = plain + one, ours + other
        click.echo(row(f"**{group}**", None, plain, ours))


def real(samples: Path) -> Iterator[Sample]:
    """Scans of offices with their transcripts."""
    for folder in sorted(samples.glob("*/transcript")):
        scan = folder.parent / "source.pdf"
        numbered = sorted(folder.glob("page-*.txt"), key=lambda file: int(file.stem.split("-")[1]))
        if scan.is_file() and not has_text(scan):
            yield Sample(folder.parent.name, scan, tuple(file.read_text(encoding="utf-8") for file in numbered))


def aged(samples: Path, most: int) -> Iterator[Sample]:
    """Renderings with the text layers that they were made from; page numbers are furniture."""
    for scan in sorted(samples.glob("*/scan.pdf")):
        digital = scan.with_name("digital.pdf")
        if digital.is_file():
            document = pypdfium2.PdfDocument(digital)
            texts = [layer(document[n]) for n in range(min(most, len(document)))]
            yield Sample(scan.parent.name, scan, tuple(map(_transcript, texts)))


def layer(page: pypdfium2.PdfPage, lowest: float = 0.0, highest: float = 1e9) -> str:
    """The text layer, with what stands side by side (letterhead and motto) in lines of its own.

    Args:
        lowest, highest: only what stands between these, in points from the foot of the page.
    """
    text = page.get_textpage()
    made: list[str] = []
    right = None
    for n in range(text.count_chars()):
        character = text.get_text_range(n, 1)
        left, bottom, after, top = text.get_charbox(n)
        if character.strip() and not lowest <= (bottom + top) / 2 <= highest:
            continue
        if character.strip():
            if right is not None and left - right > WIDE * (top - bottom):
                made.append("\n")
            right = after
        made.append(character)
        if character in "\r\n":
            right = None
    return "".join(made)


def has_text(file: Path) -> bool:
    document = pypdfium2.PdfDocument(file)
    return sum(len(page.get_textpage().get_text_range().split()) for page in document) > 100 * len(document)


def _transcript(layer: str) -> str:
    lines = layer.replace("|", " ").splitlines()
    apart = [line for line in lines if PAGE_NUMBER.fullmatch(line)]
    return "\n".join([*(line for line in lines if line not in apart), "@furniture", *apart])


def kehoach(sample: Sample, jobs: int) -> str:
    """Our text of the sample's pages."""
    wanted = tuple(range(1, len(sample.reference) + 1))
    reader = reading.reader(reading.Settings(mode="ocr", pages=wanted, jobs=jobs))
    return to_text(transcribe(reading.source(sample.scan), rules=load(), reader=reader).document)


def tesseract(sample: Sample, keep: Path | None) -> Iterator[str]:
    """Plain Tesseract's text of each page."""
    document = pypdfium2.PdfDocument(sample.scan)
    for n in range(len(sample.reference)):
        kept = keep / f"{sample.name}-{n + 1}.txt" if keep else None
        if kept is not None and kept.is_file():
            text = kept.read_text(encoding="utf-8")
        else:
            text = recognized(document[n])
            if kept is not None:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_text(text, encoding="utf-8")
        yield text.replace(PAGE_BREAK, "")


def recognized(page: pypdfium2.PdfPage) -> str:
    """One page by the command as it comes, in one thread."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder, "page.png")
        page.render(scale=DPI / 72, may_draw_forms=False).to_pil().save(image)
        command = ["tesseract", str(image), "-", "-l", "vie", "--psm", "3", "--dpi", str(DPI)]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        return subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode("utf-8")


def row(name: str, pages: int | None, plain: TextMeasure, ours: TextMeasure) -> str:
    cells = [name, "" if pages is None else str(pages)]
    for share in ("words_missed", "line_cer", "word_precision"):
        cells += [f"{100 * getattr(one, share):.2f} %" for one in (plain, ours)]
    cells += [f"{one.digit_errors} of {one.digits}" for one in (plain, ours)]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
