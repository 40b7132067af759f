"""``kehoach purge``: recognized pages and copies of files out of an archive's folder."""

from __future__ import annotations

from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.settings import configured, options
from kehoach.corpus.purge import Part, purge
from kehoach.errors import NothingToDo

_WORDS: dict[Part, str] = {
    "pages": "trang đã nhận dạng / recognized pages",
    "copies": "bản sao của tệp / copies of files",
}


@click.command("purge", short_help="Xóa trang đã nhận dạng, bản sao / remove recognized pages and copies")
@click.option("--pages", is_flag=True, help="Trang đã nhận dạng / recognized pages")
@click.option("--copies", is_flag=True, help="Bản sao của tệp / copies of files")
@click.option("--older-than", type=click.FloatRange(0), metavar="DAYS", help="Cũ hơn chừng này ngày; không ghi thì theo retention_days / older than so many days; by default retention_days")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ xóa gì / only tell what would be removed")
@options("store", "retention_days")
def command(pages: bool, copies: bool, older_than: float | None, dry_run: bool, **flags: Any) -> int:
    """Xóa trang đã nhận dạng và bản sao tệp quá hạn giữ. Không chọn gì là cả hai; không có hạn là tất cả.

    Removes recognized pages and copies of files that are kept longer than allowed. Neither option means both; where no
    number of days is set anywhere, all of them. Records, texts and corrections stay.
    """
    chosen = configured(flags)
    days = older_than if older_than is not None else chosen["retention_days"] or 0.0
    parts: list[Part] = [part for part, wanted in (("pages", pages), ("copies", copies)) if wanted or pages == copies]  # type: ignore[misc]
    total = 0
    with opened(chosen) as archive:
        for part in parts:
            gone = purge(archive, part, days, rehearse=dry_run)
            total += gone.files
            console.say(f"{gone.files:8} {_WORDS[part]}, {gone.bytes / 1e6:.1f} MB")
    if not total:
        raise NothingToDo("Không có gì để xóa / nothing to remove")
    return 0
