"""``kehoach trends``: many plans over provinces, years and issuers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

import click

from kehoach.cli import outputs
from kehoach.cli.archive import filters
from kehoach.cli.collected import collected
from kehoach.cli.settings import options
from kehoach.errors import UsageError
from kehoach.trends import report, terminal
from kehoach.trends.measures import MEASURES
from kehoach.trends.panel import panel
from kehoach.trends.series import SURE, By

_FORMS: Mapping[str, Callable[[report.Report], str | bytes | Iterable[tuple[str, str]]]] = {
    "text": terminal.to_text,
    "csv": report.to_csv,
    "xlsx": report.to_xlsx,
    "html": report.to_html,
}


@click.command("trends", short_help="Xu hướng qua nhiều kế hoạch / trends over many plans")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|RECORD.json ...]")
@click.option("--by", type=click.Choice(get_args(By)), default="year", show_default=True, help="Nhóm theo / group by")
@click.option("--measure", multiple=True, type=click.Choice(tuple(MEASURES)), help="Phép đo, lặp lại cho nhiều / measure, repeat for several")  # fmt: skip
@click.option("--as-of", metavar="YYYY-MM-DD", help="Theo địa giới ngày này; mặc định như khi ban hành / by the provinces of this day; else as issued")  # fmt: skip
@click.option("--sure", type=click.FloatRange(0, 1), default=SURE, show_default=True, help="Dưới độ tin cậy này là chưa chắc / unsure below this confidence")  # fmt: skip
@click.option("-t", "--to", type=click.Choice(tuple(_FORMS)), default="text", help="Dạng kết quả / form of the result")
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", help="Ghi vào tệp (csv: thư mục) / write to a file (csv: a folder)"
)
@filters
@options("store", "mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "progress")
def command(
    files: tuple[str, ...], by: By, measure: tuple[str, ...], as_of: str | None, sure: float,
    to: str, output: str | None, **flags: Any,
) -> int:  # fmt: skip
    """Mục, chủ đề, tỷ trọng điểm, chỉ tiêu, đơn vị chủ trì, thời hạn, viện dẫn, khen thưởng qua nhiều kế hoạch.

    \b
    Đầu vào: văn bản và bản ghi JSON; không có thì một kho (--store, KEHOACH_STORE).
    Input: documents and JSON records; without any, an archive (--store, KEHOACH_STORE).
    """
    day = _day(as_of)
    if to in ("csv", "xlsx") and output is None:
        raise UsageError("Cần tệp hay thư mục / a file or folder is needed: -o")
    found = collected(files, flags, "trends", lambda plan: plan, output)
    if not found.plans:
        return found.exit_code
    made = report.report(panel(found.plans, day), by, measure or report.DEFAULT, sure=sure)
    outputs.put(_FORMS[to](made), output)
    return found.exit_code


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.UsageError(f"Ngày không hợp lệ / not a day: --as-of {text} (YYYY-MM-DD)") from error
