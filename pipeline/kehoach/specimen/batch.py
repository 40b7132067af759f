"""Many generated plans on disk: text, digital PDF, aged scan, each with its reference record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from kehoach.errors import FileAccess, UsageError
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.generator import write
from kehoach.specimen.manuscript import plain_text
from kehoach.specimen.render import render
from kehoach.specimen.scan import Office, scan

Form = Literal["text", "digital", "scan"]
FORMS: tuple[Form, ...] = ("text", "digital", "scan")


def make(
    folder: Path, seed: int, count: int, forms: Sequence[Form] = FORMS, *, wear: str = "office", dpi: int = 200,
    held: bool = False,
) -> Iterator[Path]:  # fmt: skip
    """Writes the plans of seeds ``seed`` to ``seed + count - 1``, one folder each, and yields the folders.

    A folder holds gold.json and, as asked for, plan.txt, digital.pdf, scan.pdf (worn as the grade ``wear`` says). Equal
    arguments give equal plans; ``held`` takes the words kept for scoring.

    Raises:
        UsageError: there is no such form or grade, or nothing to make.
        FileAccess: the folder cannot be written.
        MissingDependency: PDFs are asked for and WeasyPrint or its library Pango is not installed.
    """
    if wear not in GRADES or not set(forms) <= set(FORMS) or count < 1:
        raise UsageError(
            f"Không hợp lệ / not valid: wear={wear!r}, forms={list(forms)}, count={count}",
            f"wear: {', '.join(GRADES)}; forms: {', '.join(FORMS)}",
        )
    for number in range(seed, seed + count):
        yield _one(folder, number, forms, wear, dpi, held)


def _one(folder: Path, seed: int, forms: Sequence[Form], wear: str, dpi: int, held: bool) -> Path:
    written = write(seed, held=held)
    files = {"gold.json": (json.dumps(written.gold, ensure_ascii=False, indent=1) + "\n").encode()}
    if "text" in forms:
        width, gap = written.text_style
        files["plan.txt"] = plain_text(written.source, width=width, gap=gap).encode()
    if "digital" in forms:
        files["digital.pdf"] = render(written.source).pdf
    if "scan" in forms:
        office = Office(by_hand=seed % 2 == 0, sealed_over_text=seed % 5 == 0)
        files["scan.pdf"] = scan(written.source, at_dpi(GRADES[wear], dpi), seed=seed, office=office)
    target = folder / written.name
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (target / name).write_bytes(content)
    except OSError as error:
        raise FileAccess(f"Không ghi được / cannot write {error.filename}: {error.strerror}") from error
    return target
