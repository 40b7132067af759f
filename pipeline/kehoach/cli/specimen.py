"""``kehoach specimen``: synthetic plans with exact reference records."""

from __future__ import annotations

from pathlib import Path

import click

from kehoach.cli import console
from kehoach.specimen.age import GRADES
from kehoach.specimen.batch import FORMS, Form, make


@click.command("specimen")
@click.option("--seed", type=int, default=1, show_default=True, help="Hạt giống đầu tiên / the first seed")
@click.option("--count", type=click.IntRange(min=1), default=1, show_default=True, help="Số kế hoạch / how many plans")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True,
    help="Thư mục ghi ra / the folder to write to",
)  # fmt: skip
@click.option(
    "--form", "forms", type=click.Choice(FORMS), multiple=True, default=FORMS, show_default=True,
    help="Dạng tệp, lặp lại được / what to write, repeatable",
)  # fmt: skip
@click.option(
    "--wear", type=click.Choice(tuple(GRADES)), default="office", show_default=True,
    help="Mức cũ của bản quét / how worn the scans are",
)  # fmt: skip
@click.option("--dpi", type=click.IntRange(72, 600), default=200, show_default=True, help="Độ phân giải / resolution")
@click.option("--held", is_flag=True, help="Dùng từ ngữ để riêng cho chấm điểm / words held back for scoring")
@click.option("--boxes", is_flag=True, help="Thêm khung chữ của từng giá trị vào bản chuẩn / add reference boxes")
def command(
    seed: int, count: int, output: Path, forms: tuple[Form, ...], wear: str, dpi: int, held: bool, boxes: bool
) -> None:  # fmt: skip
    """Viết kế hoạch giả định kèm bản ghi chuẩn; cùng hạt giống cho cùng kế hoạch.

    Writes invented plans with exact reference records, as text, Word file, digital PDF and aged scan; equal seeds give equal plans.
    """
    for folder in make(output, seed, count, forms, wear=wear, dpi=dpi, held=held, boxes=boxes):
        console.say(str(folder))
