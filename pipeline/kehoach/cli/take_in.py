"""``kehoach import``: records and archives into an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.given import RECORDS, Hearing, records
from kehoach.cli.settings import configured, options
from kehoach.corpus import Corpus
from kehoach.corpus.importing import put_archive, put_records
from kehoach.errors import NothingToDo
from kehoach.model.plan import Plan

_SQLITE = b"SQLite format 3\x00"
SOME_FAILED = 3


@click.command("import", short_help="Nhập bản ghi vào kho / import records into an archive")
@click.argument("files", nargs=-1, required=True, metavar="RECORD.json|PLANS.jsonl|FOLDER|ARCHIVE ...")
@options("store", "rules")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
def command(files: tuple[str, ...], quiet: bool, **flags: Any) -> int:
    """Nhập bản ghi của kehoach read, kehoach export --to jsonl, hay cả một kho khác kèm chỉnh sửa. Nhập lại không sinh bản thừa.

    Takes in records of kehoach read or kehoach export --to jsonl, or another archive with its corrections. Doing it
    again makes no duplicates.
    """
    count, hearing = 0, Hearing()
    with opened(configured(flags), create=True) as archive:
        for given in files:
            if _is_archive(given):
                with Corpus.open(given) as other:
                    count += sum(1 for _ in put_archive(archive, other))
            else:
                count += sum(1 for _ in put_records(archive, _plans(Path(given), hearing)))
    if not count and hearing.errors:
        return hearing.errors[0].exit_code if len(hearing.errors) == 1 else SOME_FAILED
    if not count:
        raise NothingToDo(f"Không có bản ghi nào trong / no record in: {', '.join(files)}")
    if not quiet:
        failed = f", {len(hearing.errors)} hỏng / failed" if hearing.errors else ""
        console.say(f"{count} kế hoạch đã nhập / plans imported{failed}")
    return SOME_FAILED if hearing.errors else 0


def _is_archive(given: str) -> bool:
    if "://" in given:
        return True
    try:
        with Path(given).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _plans(path: Path, hearing: Hearing) -> Iterator[Plan]:
    """The records in a file, or in the files of a folder; ``hearing`` is told of a file that holds none."""
    files = sorted(p for p in path.rglob("*") if p.suffix in RECORDS) if path.is_dir() else [path]
    for file in files:
        yield from records(file, hearing.hear)
