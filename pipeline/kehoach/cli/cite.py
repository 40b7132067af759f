"""``kehoach cite``: how to name a plan, or a clause of it, in a paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from kehoach import api
from kehoach.cli import console
from kehoach.cli.records import plan_of
from kehoach.export import citation, json
from kehoach.model.plan import Plan


@click.command("cite", short_help="Trích dẫn một kế hoạch hay một mục / cite a plan or a clause of it")
@click.argument("files", nargs=-1, required=True, metavar="RECORD.json|DOCUMENT ...")
@click.option("--path", metavar="II.1", help="Chỉ mục này của kế hoạch / this clause of the plan")
@click.option(
    "-t", "--to", type=click.Choice(["text", "bibtex", "csl"]), default="text", help="Dạng kết quả / form of the result"
)
def command(files: tuple[str, ...], path: str | None, to: Literal["text", "bibtex", "csl"]) -> None:
    """Câu trích dẫn, BibTeX, hay CSL-JSON (Zotero, pandoc) của các kế hoạch.

    A sentence, BibTeX or CSL-JSON (Zotero, pandoc) for plans given as records or as documents.
    """
    plans = [plan for file in files for plan in _plans(Path(file))]
    if to == "csl":
        console.data(json.dumps([citation.to_csl(plan, path) for plan in plans]) + "\n")
        return
    write = citation.to_bibtex if to == "bibtex" else citation.to_text
    console.data("\n".join(write(plan, path) for plan in plans) + "\n")


def _plans(file: Path) -> Sequence[Plan]:
    return [plan_of(file)] if file.suffix.lower() == ".json" else api.read_all(file)
