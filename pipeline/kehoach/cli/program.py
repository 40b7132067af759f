"""The command ``kehoach``: its subcommands by name, and what every failure becomes for the one who called."""

from __future__ import annotations

import gc
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from kehoach.cli import console
from kehoach.errors import FileAccess, KehoachError, unforeseen

COMMANDS: Mapping[str, tuple[str, str]] = {
    "read": ("kehoach.cli.read", "Đọc kế hoạch thành bản ghi / read plans into records"),
    "ocr": ("kehoach.cli.ocr", "Nhận dạng thành văn bản, hOCR, ALTO / recognize text, hOCR, ALTO"),
    "cite": ("kehoach.cli.cite", "Trích dẫn một kế hoạch hay một mục / cite a plan or a clause of it"),
    "ingest": ("kehoach.cli.ingest", "Đưa văn bản vào kho lưu trữ / take documents into an archive"),
    "search": ("kehoach.cli.search", "Tìm trong kho / search an archive"),
    "show": ("kehoach.cli.show", "Xem một kế hoạch trong kho / show a plan of an archive"),
    "stats": ("kehoach.cli.stats", "Thống kê kho, văn bản hỏng / figures of an archive, failed documents"),
    "export": ("kehoach.cli.export", "Xuất kho / export an archive"),
    "import": ("kehoach.cli.take_in", "Nhập bản ghi vào kho / import records into an archive"),
    "verify": (
        "kehoach.cli.verify",
        "Đối chiếu kho với dẫn chứng và tệp / check an archive against evidence and files",
    ),
    "purge": ("kehoach.cli.purge", "Xóa trang đã nhận dạng, bản sao / remove recognized pages and copies"),
    "audit": ("kehoach.cli.audit", "Kiểm tra kế hoạch / audit plans against the law and themselves"),
    "compare": ("kehoach.cli.compare", "So sánh các kế hoạch / compare plans side by side"),
    "trends": ("kehoach.cli.trends", "Xu hướng theo năm, tỉnh, cơ quan / trends by year, province, issuer"),
    "reuse": ("kehoach.cli.reuse", "Đoạn văn dùng lại giữa các kế hoạch / passages that plans have from each other"),
    "serve": ("kehoach.cli.serve", "Mở kho trong trình duyệt / the archive in the browser"),
    "evaluate": ("kehoach.cli.evaluate", "So bản ghi, văn bản với bản chuẩn / measure against references"),
    "rules": ("kehoach.cli.rules", "Xem, kiểm tra quy tắc / list, show and test the rules"),
    "config": ("kehoach.cli.config", "Xem cấu hình và nguồn gốc / show settings and where they come from"),
    "doctor": ("kehoach.cli.doctor", "Kiểm tra cài đặt / check what is installed and how to mend it"),
    "schema": ("kehoach.cli.schema", "In lược đồ JSON / print the JSON Schemas"),
    "specimen": ("kehoach.cli.specimen", "Viết kế hoạch mẫu kèm bản chuẩn / write specimen plans with references"),
}
"""Name: the module that holds the click command ``command``, and one line of help."""

EXIT_CODES = """\b
Mã thoát / exit codes:
  0   xong / done
  1   kiểm tra có phát hiện / audit findings at or above --fail-on
  2   dòng lệnh sai / wrong command line
  3   một số văn bản hỏng / some documents failed
  4   thiếu phần mềm hay dữ liệu / a dependency is missing
  5   không đọc hay ghi được tệp / a file cannot be read or written
  6   không có gì để làm / nothing to do
  7   khác phiên bản lược đồ / schema or version mismatch
  8   văn bản không đọc được, có mật khẩu / unreadable or encrypted input
  9   cấu hình hay quy tắc sai / bad configuration or rules
  15  lỗi của chương trình / internal error
  130 bị ngắt / interrupted
"""
_BORN = 10_000
"""Objects made before the collector looks for circles among them: a command makes hardly any circle."""
_INTERNAL = 15
_INTERRUPTED = 130
_USAGE = 2


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is called, so that help and errors come fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Lệnh / Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"kehoach {version('kehoach')}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="In phiên bản / the version."
)
@click.option("-v", "--verbose", is_flag=True, help="Báo chi tiết, cả chỗ lỗi của chương trình / details, and where an error arose")  # fmt: skip
@click.pass_context
def program(context: click.Context, verbose: bool) -> None:
    """Đọc kế hoạch hành chính, nhất là kế hoạch phát động phong trào thi đua, thành bản ghi có dẫn chứng.

    Reads Vietnamese administrative plans into records with the place of every value.
    """
    if verbose:
        context.default_map = {name: {"verbose": True} for name in COMMANDS}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and leaves the process with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    console.use_utf8()
    gc.set_threshold(_BORN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    """The exit code; whatever goes wrong is told on stderr."""
    try:
        result: Any = program.main(args=arguments, prog_name="kehoach", standalone_mode=False)
    except click.ClickException as error:
        return _usage(error)
    except (KeyboardInterrupt, click.Abort):
        console.warn("Đã ngắt / interrupted")
        return _INTERRUPTED
    except console.ReaderGone:
        console.forget()
        return FileAccess.exit_code
    except KehoachError as error:
        console.failure(error)
        if _verbose(arguments):
            traceback.print_exc()
        return error.exit_code
    except Exception as error:
        console.failure(unforeseen(error))
        if _verbose(arguments):
            traceback.print_exc()
        return _INTERNAL
    return result if isinstance(result, int) else 0


def _verbose(arguments: Sequence[str]) -> bool:
    return any(a == "--verbose" or (a.startswith("-v") and not a.startswith("--")) for a in arguments)


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return _USAGE
    hint = f"{error.ctx.command_path} --help" if isinstance(error, click.UsageError) and error.ctx else "kehoach --help"
    console.error(f"Dòng lệnh sai / wrong command line: {error.format_message()}", hint)
    return _USAGE
