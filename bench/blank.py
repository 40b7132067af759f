"""What is read where nothing is written: words invented in a thousand empty regions of worn pages.

    python -m bench.blank [--pages 25] [--first 100] [--keep FOLDER]

Forty regions a page: plain, dotted, framed, in empty cells, under a seal (smaller than an office's, so that black ones
pass for print), a stain, a pen's scrawl, dust; another page shows through. The first 25 pages were looked at when the
reader was mended; ``--first`` takes others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import click
import numpy as np
from bench.digits import GRADED, bound, dense, paragraph, seen_by

from kehoach.model.geometry import Box
from kehoach.model.page import GridCell, Page, Word
from kehoach.rules.load import load
from kehoach.specimen.age import age
from kehoach.specimen.ink import seal, sign
from kehoach.specimen.render import Image, raster, render
from kehoach.specimen.scan import bind

SIDE = (5, 8)
NOTHING = ("plain", "dotted", "framed", "cells", "seal", "stain", "scrawl", "dust")


@click.command()
@click.option("--pages", default=25, help="Forty regions each")
@click.option(
    "--grade", "grades", multiple=True, type=click.Choice(list(GRADED)), default=("office 200", "bitonal 200")
)
@click.option("--first", default=100, help="Seed of the first page")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of the scans, to have them again")
def main(pages: int, grades: Sequence[str], first: int, keep: Path | None) -> None:
    """Words read in regions where nothing is written, by kind of region; the grades take turns."""
    rules, found = load(), {kind: [0, 0] for kind in NOTHING}
    with tempfile.TemporaryDirectory() as temporary:
        for n in range(first, first + pages):
            file, regions = empty(n, grades[n % len(grades)], keep or Path(temporary))
            seen = seen_by(file, None if keep is None else keep / "cache", rules).pages[0]
            for kind, box in regions:
                words = [word.text for word in inside(seen, box)]
                found[kind][0] += 1
                found[kind][1] += len(words)
                if words:
                    click.echo(f"  {file.name} {kind}: {' '.join(words)}")
    click.echo("| kind | regions | words invented |\n|---|---|---|")
    for kind, (regions_, words_) in found.items():
        click.echo(f"| {kind} | {regions_} | {words_} |")
    total, invented = (sum(entry[n] for entry in found.values()) for n in (0, 1))
    click.echo(f"| **all** | {total} | {invented}, at most {100 * bound(invented, total):.2f} % (95 %) |")


def inside(seen: Page, box: Box) -> Iterator[Word]:
    """Words with a letter or digit whose middle lies in the region."""
    cells: Iterator[GridCell] = (cell for grid in seen.grids for cell in grid.cells)
    for line in (*seen.lines, *(line for one in cells for line in one.lines)):
        for word in line.words:
            middle = word.box is not None and box.x0 <= word.box.cx <= box.x1 and box.top <= word.box.cy <= box.bottom
            if middle and any(map(str.isalnum, word.text)):
                yield word


def empty(seed: int, grade: str, folder: Path) -> tuple[Path, list[tuple[str, Box]]]:
    """A page with two lines of text and forty regions of nothing: five columns, eight rows, a kind each."""
    rng = np.random.default_rng([19, seed])
    across, down = SIDE
    wide, high, left, top = 98.0, 78.0, 60.0, 132.0
    regions = [
        (NOTHING[int(rng.integers(len(NOTHING)))], Box(x, y, x + wide, y + high))
        for y in (top + high * n for n in range(down)) for x in (left + wide * n for n in range(across))
    ]  # fmt: skip
    wear = GRADED[grade]
    told = sha256(f"{grade}{wear}{seed}blank".encode()).hexdigest()[:16]
    file = folder / f"{told}.pdf"
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        page = raster(render(f'<body class="size-13"><main><p>{paragraph(rng)}</p></main></body>').pdf, wear.dpi)[0]
        for kind, box in regions:
            page = soiled(page, kind, box, wear.dpi, rng)
        back = raster(render(dense(seed).html).pdf, wear.dpi)[0]
        file.write_bytes(bind([age(page, back, wear, rng)], wear))
    return file, regions


def soiled(page: Image, kind: str, box: Box, dpi: int, rng: np.random.Generator) -> Image:
    """The page with what a region of this kind has on it, a little within its edges."""
    import cv2

    scale = dpi / 72
    x0, y0, x1, y1 = (round(value * scale) for value in (box.x0 + 8, box.top + 8, box.x1 - 8, box.bottom - 8))
    page = np.ascontiguousarray(page)
    if kind == "dotted":
        for y in range(y0 + round(18 * scale), y1, round(18 * scale)):
            for x in range(x0, x1, round(3 * scale)):
                cv2.circle(page, (x, y), max(1, round(0.5 * scale)), (20, 20, 20), -1)
    elif kind == "framed":
        cv2.rectangle(page, (x0, y0), (x1, y1), (0, 0, 0), max(1, round(0.7 * scale)))
    elif kind == "cells":
        for part in np.linspace(0, 1, 4):
            x, y = round(x0 + part * (x1 - x0)), round(y0 + part * (y1 - y0))
            cv2.line(page, (x, y0), (x, y1), (0, 0, 0), max(1, round(0.7 * scale)))
            cv2.line(page, (x0, y), (x1, y), (0, 0, 0), max(1, round(0.7 * scale)))
    elif kind == "seal":
        page = seal(page, (box.cx, box.cy), dpi, rng, diameter=62)
    elif kind == "stain":
        grey = np.zeros(page.shape[:2], np.float32)
        for _ in range(4):
            centre = (int(rng.integers(x0, x1)), int(rng.integers(y0, y1)))
            size = (int(rng.integers(4, round(22 * scale))), int(rng.integers(4, round(14 * scale))))
            cv2.ellipse(grey, centre, size, float(rng.uniform(0, 180)), 0, 360, float(rng.uniform(0.1, 0.5)), -1)
        cover = cv2.GaussianBlur(grey, (0, 0), 3 * scale)[..., None]
        page = np.clip(page * (1 - cover * np.asarray((0.5, 0.7, 1.0), np.float32)), 0, 255).astype(np.uint8)
    elif kind == "scrawl":
        page = sign(page, Box(box.x0, box.bottom - 18, box.x1, box.bottom), dpi, rng)
    elif kind == "dust":
        for _ in range(60):
            x, y = int(rng.integers(x0, x1)), int(rng.integers(y0, y1))
            cv2.circle(page, (x, y), int(rng.integers(1, max(2, round(0.9 * scale)))), (40, 40, 40), -1)
    return page


if __name__ == "__main__":
    main()
