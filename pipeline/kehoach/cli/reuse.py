"""``kehoach reuse``: which passages plans have from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import click

from kehoach.cli import outputs
from kehoach.cli.archive import filters
from kehoach.cli.collected import collected
from kehoach.cli.settings import options
from kehoach.errors import UsageError
from kehoach.rules.load import load
from kehoach.trends import lineage
from kehoach.trends.excerpts import excerpt
from kehoach.trends.reuse import traced

_FORMS: Mapping[str, Callable[[lineage.Lineage], str | bytes | Iterable[tuple[str, str]]]] = {
    "text": lineage.to_text,
    "json": lineage.to_json,
    "csv": lineage.to_csv,
    "xlsx": lineage.to_xlsx,
}


@click.command("reuse", short_help="Đoạn văn dùng lại / passages that plans have from each other")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|RECORD.json ...]")
@click.option("-t", "--to", type=click.Choice(tuple(_FORMS)), default="text", help="Dạng kết quả / form of the result")
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", help="Ghi vào tệp (csv: thư mục) / write to a file (csv: a folder)"
)
@filters
@options("store", "mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "progress")
def command(files: tuple[str, ...], to: str, output: str | None, **flags: Any) -> int:
    """Đoạn nào của kế hoạch này lấy từ kế hoạch khác, từ ai, sau bao nhiêu ngày; phần nào của riêng địa phương.

    \b
    Đầu vào: văn bản và bản ghi JSON; không có thì một kho (--store, KEHOACH_STORE).
    Input: documents and JSON records; without any, an archive (--store, KEHOACH_STORE).

    Chữ nhận dạng sai và câu chữ theo mẫu không tính. Nguồn là kế hoạch ban hành trước: văn bản được viện dẫn, rồi cấp trên,
    rồi kế hoạch trước của cùng cơ quan, rồi kế hoạch sớm nhất.
    Reading errors and stock phrases do not count. Sources are earlier plans: the one that is cited, else of the highest body
    above, else an earlier one of the same body, else the oldest.
    """
    if to in ("csv", "xlsx") and output is None:
        raise UsageError("Cần tệp hay thư mục / a file or folder is needed: -o")
    stock = load()["stock_phrases"]
    found = collected(files, flags, "reuse", partial(excerpt, stock=stock), output)
    if not found.plans:
        return found.exit_code
    outputs.put(_FORMS[to](lineage.lineage(traced(found.plans, stock))), output)
    return found.exit_code
