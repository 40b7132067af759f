"""``kehoach schema``: the JSON Schemas of what goes in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from kehoach.cli import console
from kehoach.export import json, labelling, schema


@click.command("schema")
@click.argument("which", type=click.Choice(["plan", "reference", "labelstudio"]), default="plan")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Ghi cả hai lược đồ vào thư mục / write both schemas to a folder",
)  # fmt: skip
def command(which: Literal["plan", "reference", "labelstudio"], output: Path | None) -> None:
    """In lược đồ JSON của bản ghi (plan) hoặc bản chuẩn (reference), hay giao diện gán nhãn của Label Studio.

    Prints the JSON Schema of the record or of the reference record, or the labelling interface of Label Studio.
    """
    if output is not None:
        for path in schema.write(output):
            console.say(str(path))
        return
    if which == "labelstudio":
        console.data(labelling.configuration())
        return
    made = schema.plan_schema() if which == "plan" else schema.reference_schema()
    console.data(json.dumps(made, 2) + "\n")
