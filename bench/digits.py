"""Digits and cells on worn pages, by count: what is misread, what is added.

    python -m bench.digits [--pages 6] [--grade "office 200" ...] [--keep FOLDER] [--misses]

Pages full of digits (document numbers, dates, shares, points) in lines and in ruled tables, aged in several grades; the
words are known, so every digit and cell is counted.
The first pages were looked at when the reader was mended; ``--first`` takes others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
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
from kehoach.model.text import Text
from kehoach.rules.load import Rules, load
from kehoach.specimen.age import GRADES, age, at_dpi
from kehoach.specimen.render import raster, render
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
ROWS = 26


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


@click.command()
@click.option("--pages", default=6, help="Pages for each grade; each has 189 cells and about 700 digits")
@click.option("--grade", "grades", multiple=True, type=click.Choice(list(GRADED)), default=USUAL)
@click.option("--first", default=0, help="Seed of the first page")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder of the scans, to have them again")
@click.option("--misses", is_flag=True, help="Lists the cells that are not exact")
def main(pages: int, grades: Sequence[str], first: int, keep: Path | None, misses: bool) -> None:
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


if __name__ == "__main__":
    main()
