"""``kehoach export``: an archive as tables for research, as records, as reference records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kehoach.cli import console, outputs
from kehoach.cli.archive import filter_of, filters, opened
from kehoach.cli.forms import FOLDERS
from kehoach.cli.settings import configured, options
from kehoach.cli.target import writer
from kehoach.corpus import Corpus, Filter
from kehoach.corpus.publishing import CITATION, CORRECTIONS, citation, corrections_table
from kehoach.errors import NothingToDo
from kehoach.export import codebook, json
from kehoach.export import csv as tables

_REFERENCE = "reference"


@click.command("export", short_help="Xuất kho / export an archive")
@click.option("-t", "--to", type=click.Choice(["parquet", "csv", "xlsx", "jsonl", _REFERENCE]), required=True, help="Dạng kết quả / form of the result")  # fmt: skip
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER", help="Tệp (xlsx, jsonl) hay thư mục / the file (xlsx, jsonl) or folder")  # fmt: skip
@filters
@click.option("--as-read", is_flag=True, help="Như máy đọc, không tính chỉnh sửa / as it was read, without corrections")
@options("store", "rules", "progress")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
def command(to: str, output: Path, as_read: bool, quiet: bool, **flags: Any) -> int:
    """Xuất các kế hoạch: bảng gọn gàng kèm từ điển dữ liệu và tệp trích dẫn, hay bản ghi, hay bản chuẩn.

    \b
    Giá trị do người soát xác nhận, sửa, thêm có quy tắc (cột rule) là person.confirmed, person.corrected, person.added.
    reference: các kế hoạch đã soát xong (--review done nếu không chọn khác), để kehoach evaluate dùng.

    Exports plans: tidy tables with data dictionary and citation file, records, or reference records of reviewed plans.
    Values that a person confirmed, corrected or added carry the rule person.confirmed and so on.
    """
    wanted = filter_of(flags)
    chosen = configured(flags)
    if to == _REFERENCE and not wanted.review:
        wanted = replace(wanted, review=("done",))
    with opened(chosen) as archive:
        total = archive.list(wanted, limit=1).total
        if not total:
            raise NothingToDo("Không có kế hoạch nào như vậy / there is no such plan")
        with console.progress(total, chosen["progress"] and not quiet) as bar:

            def done() -> None:
                bar.advance("")

            if to == _REFERENCE:
                _references(archive, wanted, output, done)
            else:
                _tables(archive, wanted, to, output, as_read, done)
    if not quiet:
        console.say(f"{total} kế hoạch / plans → {output}")
    return 0


def _tables(archive: Corpus, wanted: Filter, to: str, output: Path, as_read: bool, done: Callable[[], None]) -> None:
    """The form itself, and beside it (in its folder) how to cite it and what people changed."""
    made = writer(to)(output)
    try:
        for plan in archive.plans(wanted, corrected=not as_read):
            made.add(plan)
            done()
        made.close()
    except BaseException:
        made.discard()
        raise
    beside = output if to in FOLDERS else output.parent
    before = "" if to in FOLDERS else f"{output.stem}."
    outputs.write(beside / f"{before}{CITATION}", citation(archive, wanted, date.today()))
    outputs.write(beside / f"{before}{CORRECTIONS}", corrections_table(archive, wanted))
    if to == "parquet":
        outputs.write(beside / tables.DICTIONARY, tables.text(codebook.dictionary()))


def _references(archive: Corpus, wanted: Filter, output: Path, done: Callable[[], None]) -> None:
    """A reference record for each plan, named like the record that ``kehoach read`` would write."""
    found = list(archive.plans(wanted))
    names = outputs.unique_names([plan.source.path for plan in found], ".json")
    for plan, name in zip(found, names, strict=True):
        outputs.write(output / name, json.dumps(json.to_reference(plan)) + "\n")
        done()
