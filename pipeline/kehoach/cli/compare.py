"""``kehoach compare``: plans side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kehoach import comparing
from kehoach.batch import Request
from kehoach.cli import console, given, outputs
from kehoach.cli.given import Hearing, as_line
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.errors import UsageError
from kehoach.export import comparison, comparison_html, comparison_text
from kehoach.model.comparison import Comparison

SOME_FAILED = 3
_FORMS = ("text", "json", "html", "xlsx", "md")


@click.command("compare", short_help="So sánh kế hoạch / compare plans")
@click.argument("files", nargs=-1, required=True, metavar="A B [C ...]")
@click.option("-t", "--to", type=click.Choice(_FORMS), default="text", help="Dạng kết quả / form of the result")
@click.option("-o", "--output", metavar="FILE", help="Ghi vào tệp / write to a file")
@click.option("--against", type=click.Choice(("first", "previous", "all")), default="first", help="So với bản đầu, bản liền trước, hay mọi bản trước / with the first, the previous, or all before")  # fmt: skip
@click.option("--sure", type=click.FloatRange(0, 1), default=comparing.SURE, show_default=True, help="Độ tin cậy từ đó khác biệt được coi là chắc chắn / confidence from which a difference is certain")  # fmt: skip
@options("mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "progress")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
def command(files: tuple[str, ...], to: str, output: str | None, against: comparing.Against, sure: float, quiet: bool, **flags: object) -> int:  # fmt: skip
    """So sánh các kế hoạch: mục, chủ đề, tiêu chí và điểm, chỉ tiêu, thời hạn, đơn vị và vai trò, văn bản viện dẫn.

    \b
    Đầu vào: văn bản, hay bản ghi JSON của kehoach read; theo thứ tự đã cho.
    Input: documents, or JSON records of kehoach read, in the order given.

    Khác biệt có thể chỉ do nhận dạng được để riêng. Differences that the reading may have made are kept apart.
    """
    chosen = configured(flags)
    hearing = Hearing(quiet=quiet)
    errors = hearing.errors
    request = Request(as_line, reading_settings(chosen), folder_of(chosen))
    bar = chosen["progress"] and not quiet
    plans = [plan for _, plan in given.plans(files, request, hearing.hear, output=output, bar=bar)]
    if errors and len(plans) < 2:
        return errors[0].exit_code if len(errors) == 1 else SOME_FAILED
    _put(comparing.compare(plans, against=against, sure=sure), to, output)
    return SOME_FAILED if errors else 0


def _put(made: Comparison, to: str, output: str | None) -> None:
    if to == "xlsx":
        from kehoach.export.comparison_excel import to_xlsx

        if output is None:
            raise UsageError("Bảng tính cần tệp / a workbook needs a file: -o FILE.xlsx")
        outputs.write_bytes(Path(output), to_xlsx(made))
        return
    forms: dict[str, Callable[[Comparison], str]] = {
        "text": comparison_text.to_text,
        "md": comparison_text.to_markdown,
        "json": comparison.to_json,
        "html": comparison_html.to_html,
    }
    text = forms[to](made).rstrip("\n") + "\n"
    if output is None:
        console.data(text)
    else:
        outputs.write(Path(output), text)
