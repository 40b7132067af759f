"""``kehoach verify``: an archive against evidence, records and files."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from itertools import chain
from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import filter_of, filters, opened
from kehoach.cli.settings import configured, options
from kehoach.corpus.verify import Doubt, counts_checked, files_checked, plans_checked
from kehoach.export import json

DOUBTS = 1
_WORDS = {
    "record_unreadable": "bản ghi không đọc được / the record cannot be read",
    "outside_text": "dẫn chứng ngoài văn bản / evidence outside the text",
    "outside_page": "dẫn chứng ngoài trang / evidence outside the page",
    "other_words": "giá trị khác chữ ở chỗ dẫn chứng / the value is not what stands at its place",
    "other_number": "số không có ở chỗ dẫn chứng / the number does not stand at its place",
    "other_rows": "bảng khác bản ghi / the table differs from the record",
    "file_gone": "tệp không còn / the file is gone",
    "file_changed": "tệp đã đổi / the file changed",
    "copy_gone": "bản sao không còn / the copy is gone",
    "copy_changed": "bản sao đã đổi / the copy changed",
    "other_counts": "số đếm sai, đã đếm lại / a wrong number of plans, counted anew",
}


@click.command("verify", short_help="Đối chiếu kho / check an archive")
@filters
@click.option("--no-files", is_flag=True, help="Không đọc lại tệp / without reading the files")
@click.option(
    "-t", "--to", type=click.Choice(["text", "jsonl"]), default="text", help="Dạng kết quả / form of the result"
)
@options("store", "rules", "progress")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo tổng số / figures only")
def command(no_files: bool, to: str, quiet: bool, **flags: Any) -> int:
    """Đối chiếu từng giá trị với chữ ở chỗ dẫn chứng, từng bảng với bản ghi, từng tệp với mã băm. Mã thoát 1 nếu có sai khác.

    Checks each value against the words at its place, each table against its records, each file against its hash. Exit
    code 1 where something differs.
    """
    wanted = filter_of(flags)
    chosen = configured(flags)
    found: Counter[str] = Counter()
    values = looked = 0
    with opened(chosen) as archive:
        total = archive.list(wanted, limit=1).total
        with console.progress(total, chosen["progress"] and not quiet) as progress:
            for checked in plans_checked(archive, wanted):
                values += checked.values
                found.update(doubt.trouble for doubt in checked.doubts)
                _tell(checked.doubts, to, quiet)
                progress.advance("")
        for checked in chain([counts_checked(archive)], () if no_files else files_checked(archive)):
            looked += checked.file
            found.update(doubt.trouble for doubt in checked.doubts)
            _tell(checked.doubts, to, quiet)
    console.say(f"{total} kế hoạch / plans, {values} giá trị / values, {looked} tệp / files: {sum(found.values())} sai khác / differences")  # fmt: skip
    for trouble, count in found.most_common():
        console.say(f"{count:8} {_WORDS[trouble]}")
    return DOUBTS if found else 0


def _tell(doubts: tuple[Doubt, ...], to: str, quiet: bool) -> None:
    for doubt in () if quiet else doubts:
        if to == "jsonl":
            console.data(json.dumps(asdict(doubt), None) + "\n")
        else:
            plan = f"{doubt.plan_id}: " if doubt.plan_id is not None else ""
            console.data(f"{plan}{doubt.trouble} {doubt.where}: {doubt.what}\n")
