"""``kehoach doctor``: is everything there, and how to mend what is not."""

from __future__ import annotations

import platform
from dataclasses import asdict
from importlib.metadata import version
from typing import Literal

import click

from kehoach.cli import console
from kehoach.cli.settings import configured
from kehoach.errors import MissingDependency
from kehoach.export import json
from kehoach.programs import installation


@click.command("doctor")
@click.option("--to", type=click.Choice(["text", "json"]), default="text", help="Dạng kết quả / form of the result")
def command(to: Literal["text", "json"]) -> int:
    """Kiểm tra Python, bộ nhận dạng, dữ liệu tiếng Việt, các gói, phông chữ, thư mục; nêu cách sửa từng chỗ.

    Checks Python, engine, language data, packages, fonts and folders, and says how to mend each. Exit code 4 where
    something needed is missing.
    """
    parts = list(installation.parts(configured({})["cache"]))
    if to == "json":
        console.data(json.dumps([asdict(part) for part in parts]) + "\n")
    else:
        console.data(f"kehoach {version('kehoach')} · {platform.platform()}\n")
        for part in parts:
            console.data(_line(part))
    missing = [part.name for part in parts if part.needed and not part.there]
    if missing:
        console.error(f"Còn thiếu / missing: {', '.join(missing)}")
        return MissingDependency.exit_code
    return 0


def _line(part: installation.Part) -> str:
    sign = "✓" if part.there else "✗" if part.needed else "–"
    optional = "" if part.needed or part.there else " (không bắt buộc / optional)"
    advice = "" if part.there else "".join(f"    → {line.strip()}\n" for line in part.mend.splitlines())
    return f"{sign} {part.name}: {part.found}{optional}\n{advice}"
