"""Many generated plans on disk: text, Word file, digital PDF, aged scan, each with its reference record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from kehoach.errors import FileAccess, UsageError
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.boxes import with_boxes
from kehoach.specimen.docx import docx
from kehoach.specimen.generator import Written, write
from kehoach.specimen.render import render
from kehoach.specimen.scan import Office, scan

Form = Literal["text", "docx", "digital", "scan"]
FORMS: tuple[Form, ...] = ("text", "docx", "digital", "scan")


def make(
    folder: Path, seed: int, count: int, forms: Sequence[Form] = FORMS, *, wear: str = "office", dpi: int = 200,
    held: bool = False, boxes: bool = False,
) -> Iterator[Path]:  # fmt: skip
    """Writes the plans of seeds ``seed`` to ``seed + count - 1``, one folder each, and yields the folders.

    A folder holds gold.json and, as asked for, plan.txt, plan.docx, digital.pdf, scan.pdf (worn as the grade ``wear`` says). Equal
    arguments give equal plans; ``held`` takes the words kept for scoring; ``boxes`` adds reference boxes to gold.json.

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
        yield _kept(folder, write(number, held=held), number, forms, wear, dpi, boxes)


def files(
    written: Written,
    forms: Sequence[Form] = FORMS,
    *,
    seed: int = 0,
    wear: str = "office",
    dpi: int = 200,
    boxes: bool = False,
) -> dict[str, bytes]:
    """The plan's files by name: gold.json and one for each form. ``seed`` is that of the scan's wear;
    ``boxes`` adds reference boxes.

    Raises:
        MissingDependency: a PDF is asked for and WeasyPrint or its library Pango is not installed.
    """
    gold = with_boxes(written) if boxes else written.gold
    made = {"gold.json": (json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode()}
    if "text" in forms:
        made["plan.txt"] = written.text.encode()
    if "docx" in forms:
        made["plan.docx"] = docx(written.source)
    if "digital" in forms:
        made["digital.pdf"] = render(written.source).pdf
    if "scan" in forms:
        office = Office(by_hand=seed % 2 == 0, sealed_over_text=seed % 5 == 0)
        made["scan.pdf"] = scan(written.source, at_dpi(GRADES[wear], dpi), seed=seed, office=office)
    return made


def _kept(folder: Path, written: Written, seed: int, forms: Sequence[Form], wear: str, dpi: int, boxes: bool) -> Path:
    target = folder / written.name
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in files(written, forms, seed=seed, wear=wear, dpi=dpi, boxes=boxes).items():
            (target / name).write_bytes(content)
    except OSError as error:
        raise FileAccess(f"Không ghi được / cannot write {error.filename}: {error.strerror}") from error
    return target
