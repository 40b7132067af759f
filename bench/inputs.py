"""Every input that an office has, made of the specimens: does each give the record that the plain text gives?

    python -m bench.inputs                        all specimens, all forms
    python -m bench.inputs --only so-khcn --form tiff --form mixed
    python -m bench.inputs --generated 10 --form docx --form lo-odt --form lo-html --form lo-pdf --form scan

Files with text in them (digital PDF, DOCX, ODT, HTML, and what LibreOffice makes of the DOCX where it is installed) must
give equal facts, but for what their program adds of its own (``--generated``: as many generated plans in place of the
specimens in corpora/); for pages that are recognized the agreement with the reference record is printed, which must be 0.95 at least.
Ends with 1 where something falls short.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pikepdf
from PIL import Image
from tests import office

import kehoach as kh
from kehoach import evaluating
from kehoach.export.json import from_dict, to_reference
from kehoach.orthography.fold import bare
from kehoach.programs import libreoffice
from kehoach.specimen.age import GRADES
from kehoach.specimen.batch import files
from kehoach.specimen.corpora import recipes
from kehoach.specimen.generator import write
from kehoach.specimen.manuscript import plain_text
from kehoach.specimen.render import raster
from kehoach.specimen.scan import scan

CORPORA = Path(__file__).parent.parent / "corpora"
MARK = 0.95
DPI = 200
FIRST = 101
"""The seed of the first generated plan."""
_NOT_IN_TEXT = ("stamps", "copy_state")
"""A stamp is ink on paper: a Word file has none."""


@dataclass(frozen=True)
class Specimen:
    """The files of a specimen from which the others are made."""

    name: str
    seed: int
    html: str
    docx: bytes
    digital: bytes
    scan: bytes
    gold: kh.Plan


def text(made: Specimen) -> bytes:
    """The plain text, headings between stars as in hand-made transcripts: bold tells a heading."""
    heads = {b[1] for b in office.source(made.html).body if isinstance(b, tuple) and b[0] in ("h2", "h3", "h4")}
    lines = plain_text(made.html).split("\n")
    return "\n".join(f"**{line}**" if line in heads else line for line in lines).encode()


def tiff(made: Specimen) -> bytes:
    first, *others = map(Image.fromarray, raster(made.scan, DPI))
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=others, dpi=(DPI, DPI), compression="tiff_lzw")
    return out.getvalue()


def mixed(made: Specimen) -> bytes:
    """The first page as it was written, the others scanned."""
    with pikepdf.open(io.BytesIO(made.digital)) as one, pikepdf.open(io.BytesIO(made.scan)) as other:
        del other.pages[0]
        other.pages.insert(0, one.pages[0])
        return _saved(other)


def garbage(made: Specimen) -> bytes:
    """A text layer of the wrong characters under the scan."""
    return _layered(made, lambda words: "".join(chr(33 + (7 * ord(c) + n) % 90) for n, c in enumerate(words)))


def foreign(made: Specimen) -> bytes:
    """A text layer by an engine that knows no Vietnamese."""
    return _layered(made, lambda words: bare(words).replace("đ", "d").replace("o", "6").replace("h", "ln"))


def signed(made: Specimen) -> bytes:
    """A scan with no text but the box of a digital signature."""
    return _layered(made, lambda _: "Ky boi: Van thu. Ngay ky: 05-03-2024 08:00:00 +07:00")


def _layered(made: Specimen, words: Callable[[str], str]) -> bytes:
    lines = [line for line in plain_text(made.html).split("\n") if line.strip()]
    with pikepdf.open(io.BytesIO(made.scan)) as pdf:
        share = len(lines) // len(pdf.pages) + 1
        for n, page in enumerate(pdf.pages):
            part = list(dict.fromkeys(words(line[:80]) for line in lines[n * share : (n + 1) * share]))
            shown = [line.encode("latin-1", "replace").decode("latin-1") for line in part]
            escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in shown]
            top = float(page.mediabox[3]) - 60
            body = "".join(f"1 0 0 1 60 {top - 15 * k:.0f} Tm ({line}) Tj " for k, line in enumerate(escaped))
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources.Font = pikepdf.Dictionary(Layer=font)
            page.contents_add(pdf.make_stream(f"BT /Layer 10 Tf 3 Tr {body}ET".encode("latin-1")))
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def photographed(made: Specimen) -> bytes:
    return scan(made.html, GRADES["photo"], seed=made.seed)


def _office_file(suffix: str) -> Callable[[Specimen], bytes]:
    """What LibreOffice makes of the DOCX."""

    def made_of(made: Specimen) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / "plan.docx"
            given.write_bytes(made.docx)
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            call = [
                str(libreoffice.command()),
                profile,
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                folder,
                str(given),
            ]
            subprocess.run(call, check=True, capture_output=True, timeout=libreoffice.SECONDS)
            return given.with_suffix(f".{suffix}").read_bytes()

    return made_of


WRITTEN: Mapping[str, Callable[[Specimen], bytes]] = {
    "pdf": lambda made: made.digital,
    "docx": lambda made: made.docx,
    "odt": lambda made: office.as_odt(made.html),
    "html": lambda made: made.html.encode(),
    "doc": _office_file("doc"),
    "rtf": _office_file("rtf"),
    "lo-odt": _office_file("odt"),
    "lo-html": _office_file("html"),
    "lo-pdf": _office_file("pdf"),
}
RECOGNIZED: Mapping[str, Callable[[Specimen], bytes]] = {
    "scan": lambda made: made.scan,
    "tiff": tiff,
    "mixed": mixed,
    "garbage": garbage,
    "foreign": foreign,
    "signed": signed,
    "photo": photographed,
}


def specimens(only: str) -> Iterator[Specimen]:
    for recipe in recipes(CORPORA):
        folder = CORPORA / recipe.name
        if only in recipe.name:
            gold = from_dict(json.loads((folder / "gold.json").read_text("utf-8")))
            printed, scanned = ((folder / name).read_bytes() for name in ("digital.pdf", "scan.pdf"))
            html = recipe.source
            yield Specimen(recipe.name, recipe.seed, html, office.as_docx(html), printed, scanned, gold)


def generated(count: int, only: str) -> Iterator[Specimen]:
    for seed in range(FIRST, FIRST + count):
        written = write(seed)
        if only in written.name:
            made = files(written, ("docx", "digital", "scan"), seed=seed)
            gold = from_dict(json.loads(made["gold.json"]))
            yield Specimen(
                written.name, seed, written.source, made["plan.docx"], made["digital.pdf"], made["scan.pdf"], gold
            )


def facts(plan: kh.Plan) -> dict[str, Any]:
    record = to_reference(plan)
    document = {key: value for key, value in record["document"].items() if key not in _NOT_IN_TEXT}
    left_out = ("source", "findings", "schema_version")
    return {key: value for key, value in (record | {"document": document}).items() if key not in left_out}


@click.command()
@click.option("--only", default="", help="specimens with this in their name")
@click.option("--generated", "count", type=int, default=0, help="so many generated plans in place of the specimens")
@click.option("--form", "forms", multiple=True, type=click.Choice([*WRITTEN, *RECOGNIZED]))
def main(only: str, count: int, forms: tuple[str, ...]) -> None:
    asked = forms or (*WRITTEN, *RECOGNIZED)
    short = False
    click.echo(f"{'specimen':24}{'form':10}{'facts that differ, or F1 of core and header'}")
    for made in generated(count, only) if count else specimens(only):
        expected = facts(kh.read(text(made)))
        for form in asked:
            if form in WRITTEN:
                if form.startswith(("doc", "rtf", "lo-")) and form != "docx" and libreoffice.command() is None:
                    continue
                found = facts(kh.read(WRITTEN[form](made)))
                differing = [key for key, value in expected.items() if found[key] != value]
                told, bad = ", ".join(differing) or "none", bool(differing)
            else:
                plan = kh.read(RECOGNIZED[form](made))
                judged = evaluating.evaluate([(made.name, made.gold, plan)])
                told, bad = f"{judged.core_f1:.3f} {judged.header_f1:.3f}", judged.core_f1 < MARK
                told += f"  ({', '.join(page.text_from for page in plan.source.pages)})"
            short |= bad
            click.echo(f"{made.name:24}{form:10}{told}{'  <' if bad else ''}")
    raise SystemExit(int(short))


if __name__ == "__main__":
    main()
