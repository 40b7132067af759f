"""``kehoach evaluate``: how well results agree with references."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kehoach import evaluating, reading
from kehoach.cli import console, outputs
from kehoach.cli.records import pairs, read_record
from kehoach.cli.render import PageImages
from kehoach.cli.texts import text_pairs
from kehoach.errors import KehoachError, VersionMismatch
from kehoach.evaluating import Evaluation, detail_report, details, html_report, report, text_measure, text_report
from kehoach.export import json
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from PIL.Image import Image


@click.group("evaluate")
def command() -> None:
    """So kết quả với bản chuẩn. Measures results against references."""


@command.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("pred", type=click.Path(path_type=Path))
@click.option(
    "--to", type=click.Choice(["text", "json", "html"]), default="text",
    help="Dạng kết quả; html vẽ chỗ khác nhau lên ảnh trang / form of the result; html draws the differences on the pages",
)  # fmt: skip
@click.option(
    "--documents", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER",
    help="Nơi có các văn bản gốc, cho --to html / where the documents are that were read, for --to html",
)  # fmt: skip
@click.option(
    "--against", type=click.Path(path_type=Path), metavar="BASELINE",
    help="Bản ghi trước đây, hoặc kết quả --to json trước đây / earlier records, or an earlier result of --to json",
)  # fmt: skip
@click.option(
    "--show", metavar="FIELD",
    help="Nêu từng chỗ thiếu (-) và thừa (+) của trường / name what is missed (-) and too much (+) in a field",
)  # fmt: skip
@click.option(
    "--with", "wanted", type=click.Choice(details.DETAILS), multiple=True,
    help="Thêm, lặp lại được: ranh giới mục, từng nhóm văn bản, khung chữ, độ tin cậy / more, repeatable: boundaries of "
    "sections, parts by level, year, kind and scan, boxes of evidence, reliability of confidence",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Ghi vào tệp / write to a file")
@click.option("-v", "--verbose", is_flag=True, help="Cả từng văn bản / every document too")
def records(
    gold: Path,
    pred: Path,
    to: Literal["text", "json", "html"],
    documents: Path | None,
    against: Path | None,
    show: str | None,
    wanted: tuple[details.Detail, ...],
    output: Path | None,
    verbose: bool,
) -> None:
    """Precision, recall và F1 của từng trường: GOLD là bản chuẩn, PRED là bản ghi; mỗi bên là tệp hoặc thư mục.

    \b
    GOLD: tệp / a file, or a folder with NAME/gold.json, NAME/reference.json, NAME.reference.json or NAME.json
    PRED: tệp / a file, or a folder with NAME.json or one NAME_*.json

    Văn bản không có bản ghi tính là không tìm thấy gì. A document without a record counts as nothing found.
    """
    scored = list(pairs(gold, pred))
    evaluation = evaluating.evaluate(scored)
    more = details.details(scored, evaluation, wanted)
    changes = evaluating.changes(_baseline(gold, against), evaluation) if against else None
    if to == "json":
        result = {**report.to_dict(evaluation), **detail_report.to_dict(more)}
        if changes is not None:
            result["changes"] = report.changes_to_dict(changes)
        text = json.dumps(result)
    elif to == "html":
        text = html_report.to_html(scored, evaluation, more, partial(_images, documents))
    else:
        parts = [report.table(evaluation, verbose)]
        parts += [detail_report.text(more).lstrip("\n")] if wanted else []
        parts += [report.misses(evaluation, show)] if show is not None else []
        parts += [report.changes_table(changes)] if changes is not None else []
        text = "\n\n".join(part for part in parts if part)
    if output is not None:
        outputs.write(output, text + "\n")
    else:
        console.data(text + "\n")


@command.command("text")
@click.argument("reference", type=click.Path(path_type=Path))
@click.argument("result", type=click.Path(path_type=Path))
@click.option("--to", type=click.Choice(["text", "json"]), default="text", help="Dạng kết quả / form of the result")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Ghi vào tệp / write to a file")
def text_command(reference: Path, result: Path, to: Literal["text", "json"], output: Path | None) -> None:
    """Lỗi nhận dạng của từng trang: REFERENCE là bản chép, RESULT là văn bản nhận dạng; mỗi bên là tệp hoặc thư mục.

    \b
    Errors of recognized text, page by page. Each side is a text file with form feeds between pages, a folder of
    page-1.txt, page-2.txt ..., or a folder with NAME.txt or NAME/transcript/ for each document.

    \b
    Bản chép / transcripts: chữ viết tay trong ⟦ ⟧, ô của bảng cách nhau bằng " | ", sau dòng @stamp hay @furniture là
    phần ngoài / handwriting in ⟦ ⟧, cells parted by " | ", after a line @stamp or @furniture no body text.
    Chỉ một bên có ngắt trang thì so cả văn bản. Where only one side has page breaks, the whole texts are compared.
    line CER: mỗi dòng được tìm ở bất kỳ đâu trong trang / every line is sought anywhere in its page.
    """
    measures = {}
    for name, one, other in text_pairs(reference, result):
        if not other.strip():
            console.warn(f"{name}: không có văn bản nhận dạng / no recognized text: {result}")
        elif not text_measure.alike_paged(one, other):
            console.warn(
                f"{name}: chỉ một bên có ngắt trang, nên so cả văn bản / only one side has page breaks: compared as a whole"
            )
        measures[name] = text_measure.measure(one, other)
    shown = json.dumps(text_report.to_dict(measures)) if to == "json" else text_report.table(measures)
    if output is not None:
        outputs.write(output, shown + "\n")
    else:
        console.data(shown + "\n")


def _images(folder: Path | None, plan: Plan) -> Mapping[int, Image]:
    """The pages of the document that a record was read from, where it is still there and the same."""
    name = plan.source.path
    files = [Path(name), *(sorted(folder.rglob(Path(name).name)) if folder is not None and name else [])]
    for file in files:
        try:
            source = reading.source(file)
        except KehoachError:
            continue
        if source.sha256 == plan.source.sha256:
            return PageImages(plan, source)
    return {}


def _baseline(gold: Path, baseline: Path) -> Evaluation:
    """The evaluation of earlier records, or the one that a file holds.

    Raises:
        VersionMismatch: the file is neither.
    """
    if baseline.is_file():
        content = read_record(baseline)
        if "documents" in content:
            try:
                return report.from_dict(content)
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                raise VersionMismatch(f"{baseline}: không phải kết quả đánh giá / no evaluation: {error!r}") from error
    return evaluating.evaluate(pairs(gold, baseline))
