"""``kehoach schema``: the JSON Schemas of what goes in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from kehoach.cli import console, outputs
from kehoach.corpus import browsing, describe
from kehoach.export import json, labelling, schema

STORE = "store.sql"


@click.command("schema")
@click.argument(
    "which",
    type=click.Choice(["plan", "reference", "labelstudio", "labelstudio-text", "store", "datasette"]),
    default="plan",
)
@click.option("--name", default="archive", show_default=True, metavar="NAME", help="datasette: tên tệp kho, không có đuôi .db / the archive's file name without .db")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Ghi mọi lược đồ vào thư mục / write all schemas to a folder",
)  # fmt: skip
def command(
    which: Literal["plan", "reference", "labelstudio", "labelstudio-text", "store", "datasette"],
    name: str,
    output: Path | None,
) -> None:
    """In lược đồ JSON của bản ghi (plan) hoặc bản chuẩn (reference), giao diện gán nhãn của Label Studio
    (labelstudio-text: cho văn bản không có ảnh trang), các bảng của kho (store), hay lời giải thích kho cho Datasette.

    Prints the JSON Schema of the record or of the reference record, the labelling interface of Label Studio
    (labelstudio-text: for documents without page images), the tables of an archive (store), or what explains an archive
    in Datasette (datasette archive.db --metadata FILE).
    """
    if output is not None:
        for path in schema.write(output):
            console.say(str(path))
        outputs.write(output / STORE, describe.sql())
        console.say(str(output / STORE))
        return
    if which in ("labelstudio", "labelstudio-text"):
        console.data(labelling.configuration(pages=which == "labelstudio"))
        return
    if which == "store":
        console.data(describe.sql())
        return
    if which == "datasette":
        console.data(json.dumps(browsing.datasette(name), 2) + "\n")
        return
    made = schema.plan_schema() if which == "plan" else schema.reference_schema()
    console.data(json.dumps(made, 2) + "\n")
