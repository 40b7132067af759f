"""Our reading of worn pages beside plain Tesseract (``vie``, psm 3, no treatment), condition by condition.

    python bench/conditions.py CORPORA [--quick] [--only NAME ...] [--plans 2] [--keep FOLDER] [--jobs 1]

The pages are the specimens of CORPORA (``sources/*.html``) and generated plans, rendered, aged by
``kehoach.specimen.age`` and bound as image-only PDFs; the reference is the text layer of the rendering. Nothing here
was used to choose a setting of the reader; repairs of words were made beside the pages of some conditions ("hard 200",
"turned" and "leaning" not among them). Plain Tesseract is given each page as it is, turned upright (it has no other
way to read it).
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click
import pypdfium2

from kehoach import reading
from kehoach.assemble.archive import rescan
from kehoach.evaluating.text_measure import TextMeasure, measure, total
from kehoach.evaluating.text_reference import PAGE_BREAK
from kehoach.export.plain_text import to_text
from kehoach.rules.load import Rules, load
from kehoach.specimen.age import GRADES, Wear, at_dpi
from kehoach.specimen.generator import write
from kehoach.specimen.render import render
from kehoach.specimen.scan import Office, scan
from kehoach.transcribe import transcribe
from reading import layer, recognized

OFFICE, LIGHT = GRADES["office"], GRADES["light"]
CONDITIONS: dict[str, Wear] = {
    "clean 300": Wear(dpi=300),
    "clean 200": Wear(dpi=200),
    "office 300": at_dpi(OFFICE, 300),
    "office 200": OFFICE,
    "bitonal 200": GRADES["bitonal"],
    "hard 300": at_dpi(GRADES["hard"], 300),
    "hard 200": GRADES["hard"],
    "low 150": at_dpi(OFFICE, 150),
    "low 100": at_dpi(LIGHT, 100),
    "fax 150": replace(at_dpi(GRADES["bitonal"], 150), speckle=12),
    "pale": replace(OFFICE, fade=0.6, ink=-0.3),
    "noisy": replace(OFFICE, noise=18),
    "bleed-through": replace(OFFICE, bleed=0.35),
    "coloured paper": replace(OFFICE, paper=(246, 214, 150)),
    "pink paper": replace(OFFICE, paper=(250, 190, 200)),
    "black borders": replace(OFFICE, edge=9),
    "leaning 4°": replace(OFFICE, skew=6),
    "turned 90°": replace(OFFICE, turn=90),
    "turned 180°": replace(OFFICE, turn=180),
    "turned 270°": replace(OFFICE, turn=270),
    "photo": GRADES["photo"],
    "photo, dark": replace(GRADES["photo"], shadow=0.65, tilt=0.08, noise=9),
}
QUICK = ("office 200", "bitonal 200", "hard 200", "pale", "turned 270°", "photo")
HEAD = (
    "| condition | pages | words missed: plain | ours | line CER: plain | ours | share | invented: ours "
    "| digits wrong: plain | ours | confidence | flagged |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)
EDGE = 54.0
"""Height of head and foot in points."""


@dataclass(frozen=True)
class Made:
    """A scan with the text of its pages."""

    scan: Path
    wear: Wear
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Ours:
    text: str
    confidences: tuple[float, ...]
    flagged: int


@click.command()
@click.argument("corpora", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--quick", is_flag=True, help="Six conditions, one plan")
@click.option("--only", multiple=True, help="These conditions")
@click.option("--plans", type=int, default=2, help="Generated plans, beside one specimen")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of the scans and of plain Tesseract's results")
@click.option("--jobs", type=int, default=1, help="Worker processes of our reading")
@click.option("--no-plain", is_flag=True, help="Our reading alone")
def main(
    corpora: Path, quick: bool, only: tuple[str, ...], plans: int, keep: Path | None, jobs: int, no_plain: bool
) -> None:
    """Prints one line a condition, as a Markdown table."""
    rules = load()
    click.echo(HEAD)
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name in only or (QUICK if quick else tuple(CONDITIONS)):
            plain, ours, read = TextMeasure(), TextMeasure(), []
            for made in scans(corpora, name, 1 if quick else plans, folder):
                reference = PAGE_BREAK.join(made.reference)
                if not no_plain:
                    plain += total(measure(reference, PAGE_BREAK.join(tesseract(made))))
                read.append(kehoach(made, jobs, rules))
                ours += total(measure(reference, read[-1].text))
            click.echo(row(name, plain, ours, read))


def scans(corpora: Path, name: str, plans: int, folder: Path) -> Iterator[Made]:
    """One specimen and some generated plans, aged as the condition says. Which ones it is depends on the condition."""
    sources = [file.read_text(encoding="utf-8") for file in sorted((corpora / "sources").glob("*.html"))]
    lot = int(hashlib.sha256(name.encode()).hexdigest(), 16)
    chosen = [sources[lot % len(sources)], *(write(7000 + (lot + n) % 900, held=True).source for n in range(plans))]
    for number, source in enumerate(chosen):
        told = hashlib.sha256(f"{name}{CONDITIONS[name]}{source}".encode()).hexdigest()[:16]
        file = folder / f"{told}.pdf"
        rendered = render(source)
        if not file.is_file():
            file.write_bytes(scan(source, CONDITIONS[name], seed=lot % 100_000 + number, office=Office(by_hand=False)))
        yield Made(file, CONDITIONS[name], tuple(references(rendered.pdf)))


def references(pdf: bytes) -> Iterator[str]:
    """The text of each page; what stands in its foot (the line that says SPECIMEN), and the number in the head of all
    but the first, is apart."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        highest = page.get_height() - EDGE if number else 1e9
        body = layer(page, EDGE, highest).replace("|", " ")
        apart = layer(page, 0, EDGE), layer(page, highest)
        yield "\n".join([body, "@furniture", *apart])


def kehoach(made: Made, jobs: int, rules: Rules) -> Ours:
    """Our text of a scan, and how sure the reader is of each page."""
    reader = reading.reader(reading.Settings(mode="ocr", jobs=jobs))
    document = transcribe(reading.source(made.scan), rules=rules, reader=reader).document
    sure = tuple(page.ocr_confidence or 0.0 for page in document.pages)
    return Ours(to_text(document), sure, len(rescan(document.pages)))


def tesseract(made: Made) -> Iterator[str]:
    """Plain Tesseract's text of each page, kept beside the scan."""
    document = pypdfium2.PdfDocument(made.scan)
    for n in range(len(document)):
        kept = made.scan.with_name(f"{made.scan.stem}-{n + 1}.txt")
        if not kept.is_file():
            document[n].set_rotation((360 - made.wear.turn) % 360)
            kept.write_text(recognized(document[n]), encoding="utf-8")
        yield kept.read_text(encoding="utf-8").replace(PAGE_BREAK, "")


def row(name: str, plain: TextMeasure, ours: TextMeasure, read: list[Ours]) -> str:
    sure = [value for one in read for value in one.confidences]
    share = f"{ours.line_cer / plain.line_cer:.2f}" if plain.line_cer else ""
    cells = [
        name, str(len(sure)), f"{100 * plain.words_missed:.2f} %", f"{100 * ours.words_missed:.2f} %",
        f"{100 * plain.line_cer:.2f} %", f"{100 * ours.line_cer:.2f} %", share,
        f"{100 * (1 - ours.word_precision):.2f} %", f"{plain.digit_errors} of {plain.digits}",
        f"{ours.digit_errors} of {ours.digits}", f"{sum(sure) / len(sure):.3f}", f"{sum(one.flagged for one in read)}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
