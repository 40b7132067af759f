"""Digits, cells and empty places on worn pages, by count: what is misread, what is invented.

    python -m bench.digits read [--pages 6] [--grade "office 200" ...] [--keep FOLDER] [--misses]
    python -m bench.digits blank [--pages 25] [--keep FOLDER]

``read``: pages full of digits (document numbers, dates, shares, points) in lines and in ruled tables, aged in several
grades; the words are known, so every digit and cell is counted. ``blank``: forty regions a page on which nothing is
written: plain, dotted, framed, in empty cells, under a seal (smaller than an office's, so that black ones pass for
print), a stain, a pen's scrawl, dust, show-through.
Nothing here was used to choose a setting of the reader.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import click
import numpy as np
from bench.processor import spent

from kehoach import reading
from kehoach.evaluating.text_measure import page_measure
from kehoach.evaluating.text_reference import reference_page, result_page
from kehoach.model.document import Cell, Document
from kehoach.model.geometry import Box
from kehoach.model.page import GridCell, Page, Word
from kehoach.model.text import Text
from kehoach.rules.load import Rules, load
from kehoach.specimen.age import GRADES, age, at_dpi
from kehoach.specimen.ink import seal, sign
from kehoach.specimen.render import Image, raster, render
from kehoach.specimen.scan import bind
from kehoach.transcribe import transcribe

GRADED = {
    "light 200": GRADES["light"], "light 300": at_dpi(GRADES["light"], 300), "office 200": GRADES["office"],
    "office 300": at_dpi(GRADES["office"], 300), "bitonal 200": GRADES["bitonal"],
    "bitonal 300": at_dpi(GRADES["bitonal"], 300), "hard 300": at_dpi(GRADES["hard"], 300), "hard 200": GRADES["hard"],
}  # fmt: skip
USUAL = ("office 200", "office 300", "bitonal 200")
WORKS = (
    "Tham mưu kế hoạch", "Báo cáo sơ kết", "Kiểm tra đợt", "Tập huấn nghiệp vụ", "Chấm điểm thi đua", "Thẩm định hồ sơ",
    "Khảo sát cơ sở", "Bình xét cuối năm", "Đăng ký danh hiệu", "Giao ước thi đua", "Tổng hợp kết quả",
)  # fmt: skip
KINDS = ("QĐ-UBND", "KH-SNV", "CV-HĐTĐ", "CT-TTg", "NQ-HĐND", "HD-BTĐKT", "BC-VP")
HEADS = ("TT", "Nội dung", "Văn bản", "Ngày", "Tỷ lệ", "Điểm", "Điểm đạt")
POINTS = (5, 6)
"""The columns of points."""
ROWS, SIDE = 26, (5, 8)


@dataclass(frozen=True)
class Dense:
    """A page's source with what stands in its lines and, row by row, in its table."""

    html: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass
class Count:
    """``digits`` of lines and cells together; ``extra`` are digits read where none stand."""

    digits: int = 0
    wrong: int = 0
    extra: int = 0
    cells: int = 0
    exact: int = 0
    points: int = 0
    points_exact: int = 0
    sure: int = 0
    """Cells of points that are wrong and as sure as 0.8."""
    misses: list[tuple[str, str, float]] = field(default_factory=list)


@click.group()
def main() -> None:
    """Counts digits, cells, and what is read where nothing stands."""


@main.command()
@click.option("--pages", default=6, help="Pages for each grade; each has 189 cells and about 700 digits")
@click.option("--grade", "grades", multiple=True, type=click.Choice(list(GRADED)), default=USUAL)
@click.option("--first", default=0, help="Seed of the first page")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of the scans, to have them again")
@click.option("--misses", is_flag=True, help="Lists the cells that are not exact")
def read(pages: int, grades: Sequence[str], first: int, keep: Path | None, misses: bool) -> None:
    """Digits wrong, cells and points exact, grade by grade, with 95 % upper bounds."""
    click.echo(
        "| grade | digits | wrong | at most (95 %) | extra | cells | exact | points | exact | wrong and sure "
        "| s a page |\n|---|---|---|---|---|---|---|---|---|---|---|"
    )
    whole, rules = Count(), load()
    with tempfile.TemporaryDirectory() as temporary:
        for grade in grades:
            made, before = Count(), 0.0
            for n in range(first, first + pages):
                page = dense(n)
                file = worn(page.html, grade, n, keep or Path(temporary))
                start = spent()
                document = seen_by(file, None if keep is None else keep / "cache", rules)
                before += spent() - start
                compare(page, document, made)
            click.echo(row(grade, made, f"{before / pages:.2f}"))
            if misses:
                click.echo("\n".join(f"  {wanted!r} -> {found!r} {sure:.2f}" for wanted, found, sure in made.misses))
            add(whole, made)
    click.echo(row("**all**", whole, ""))


def seen_by(file: Path, cache: Path | None, rules: Rules) -> Document:
    reader = reading.reader(reading.Settings(mode="ocr", jobs=1, cache=cache))
    document = transcribe(reading.source(file), rules=rules, reader=reader).document
    if any(page.failed for page in document.pages):
        raise click.ClickException(f"{file}: {document.issues}")
    return document


def dense(seed: int) -> Dense:
    """Two paragraphs and a table."""
    rng = np.random.default_rng([17, seed])
    lines = tuple(paragraph(rng) for _ in range(3))
    rows = (HEADS, *(table_row(n, rng) for n in range(1, ROWS + 1)))
    cells = ["".join(f"<th>{cell}</th>" for cell in rows[0])]
    cells += ["".join(f"<td>{cell}</td>" for cell in cells_) for cells_ in rows[1:]]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    widths = "".join(
        f"table.grid th:nth-child({n}) {{ width: {w}%; }}" for n, w in enumerate((6, 24, 22, 15, 11, 9, 13), 1)
    )
    html = (
        f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>table.grid {{ table-layout: fixed; }} {widths} '
        "table.grid td:nth-child(n+4) { text-align: center; }</style>"
        f'<body class="size-13 tight"><main>{"".join(f"<p>{line}</p>" for line in lines)}'
        f'<table class="grid">{table}</table></main></body></html>'
    )
    return Dense(html, lines, rows)


def paragraph(rng: np.random.Generator) -> str:
    return (
        f"Căn cứ Quyết định số {number(rng)} ngày {rng.integers(1, 31):02} tháng {rng.integers(1, 13):02} năm "
        f"{rng.integers(2003, 2027)} và Công văn số {number(rng)} ngày {day(rng)}, giao {rng.integers(2, 400)} tập thể, "
        f"{rng.integers(400, 9000)} cá nhân thực hiện đạt {share(rng)} trở lên trước ngày {day(rng)}."
    )


def table_row(n: int, rng: np.random.Generator) -> tuple[str, ...]:
    top = rng.choice([1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 18, 20, 25, 30, 40, 50, 100])
    label = str(n) if rng.random() < 0.6 else f"{rng.integers(1, 10)}.{rng.integers(1, 13)}"
    return label, str(rng.choice(WORKS)), number(rng), day(rng), share(rng), str(top), points(rng, int(top))


def number(rng: np.random.Generator) -> str:
    return f"{int(10 ** rng.uniform(0.3, 3.9)):02}/{rng.choice(KINDS)}"


def day(rng: np.random.Generator) -> str:
    return f"{rng.integers(1, 31):02}/{rng.integers(1, 13)}/{rng.integers(2003, 2027)}"


def share(rng: np.random.Generator) -> str:
    return f"{rng.integers(1, 101)}%" if rng.random() < 0.5 else f"{rng.integers(1, 100)},{rng.integers(1, 10)}%"


def points(rng: np.random.Generator, top: int) -> str:
    kind = rng.random()
    if kind < 0.4:
        return str(rng.integers(0, top + 1))
    if kind < 0.75:
        return f"{rng.integers(0, top)},{rng.choice([5, 25, 75, 1, 2, 8])}"
    return f"{'+' if kind < 0.88 else '-'}{rng.integers(1, 11)}"


def worn(html: str, grade: str, seed: int, folder: Path) -> Path:
    """The page as a scan of this grade."""
    told = sha256(f"{grade}{GRADED[grade]}{seed}{html}".encode()).hexdigest()[:16]
    file = folder / f"{told}.pdf"
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        wear, rng = GRADED[grade], np.random.default_rng([18, seed])
        made = raster(render(html).pdf, wear.dpi)
        if len(made) != 1:
            raise click.ClickException(f"{len(made)} pages")
        file.write_bytes(bind([age(made[0], None, wear, rng)], wear))
    return file


def compare(page: Dense, seen: Document, count: Count) -> None:
    """Adds the page to the count."""
    running = "\n".join(block.text.value for block in seen.blocks if block.zone != "table")
    body = page_measure(reference_page("\n".join(page.lines)), result_page(running))
    count.digits, count.wrong = count.digits + body.digits, count.wrong + body.digit_errors
    rows = [block.cells for block in seen.blocks if block.zone == "table"]
    for r, wanted in enumerate(page.rows):
        for c, text in enumerate(wanted):
            found, sure = cell(rows[r] if r < len(rows) else (), c)
            wrong, extra = differing(text, found)
            right = found == text
            count.digits += sum(map(str.isdigit, text))
            count.wrong, count.extra = count.wrong + wrong, count.extra + extra
            count.cells, count.exact = count.cells + 1, count.exact + right
            if c in POINTS and r:
                count.points, count.points_exact = count.points + 1, count.points_exact + right
                count.sure += not right and sure >= 0.8
            if not right:
                count.misses.append((text, found, sure))


def cell(row: Sequence[Cell], column: int) -> tuple[str, float]:
    """The text of a cell and how sure its least sure word is."""
    text = next((one.text for one in row if one.column == column), Text())
    return text.value, min((word.confidence for word in text.origin if word is not None), default=1.0)


def differing(wanted: str, found: str) -> tuple[int, int]:
    """Digits misread or lost, and digits that do not stand there."""
    from rapidfuzz.distance import Levenshtein

    wrong = extra = 0
    for edit in Levenshtein.opcodes(wanted, found):
        if edit.tag != "equal":
            lost = sum(map(str.isdigit, wanted[edit.src_start : edit.src_end]))
            new = sum(map(str.isdigit, found[edit.dest_start : edit.dest_end]))
            wrong, extra = wrong + lost, extra + max(0, new - lost)
    return wrong, extra


def row(name: str, count: Count, seconds: str) -> str:
    cells = [
        name, str(count.digits), str(count.wrong), f"{100 * bound(count.wrong, count.digits):.2f} %", str(count.extra),
        str(count.cells), f"{100 * count.exact / max(1, count.cells):.1f} %", str(count.points),
        f"{100 * count.points_exact / max(1, count.points):.1f} %", str(count.sure), seconds,
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def bound(wrong: int, of: int) -> float:
    """The share that is not exceeded at 95 % (Clopper and Pearson, 1934)."""
    from scipy.stats import beta

    return float(beta.ppf(0.95, wrong + 1, max(1, of - wrong)))


def add(whole: Count, part: Count) -> None:
    for name in ("digits", "wrong", "extra", "cells", "exact", "points", "points_exact", "sure"):
        setattr(whole, name, getattr(whole, name) + getattr(part, name))


NOTHING = ("plain", "dotted", "framed", "cells", "seal", "stain", "scrawl", "dust")


@main.command()
@click.option("--pages", default=25, help="Forty regions each")
@click.option(
    "--grade", "grades", multiple=True, type=click.Choice(list(GRADED)), default=("office 200", "bitonal 200")
)
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of the scans, to have them again")
def blank(pages: int, grades: Sequence[str], keep: Path | None) -> None:
    """Words read in regions where nothing is written, by kind of region; the grades take turns."""
    rules, found = load(), {kind: [0, 0] for kind in NOTHING}
    with tempfile.TemporaryDirectory() as temporary:
        for n in range(pages):
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
