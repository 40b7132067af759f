"""``kehoach read``: documents in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from kehoach import batch
from kehoach.batch import Outcome, Request
from kehoach.cli import console
from kehoach.cli.inputs import STDIN, Inputs, expand
from kehoach.cli.pages import page_numbers
from kehoach.cli.render import renderer
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.cli.target import Target, target
from kehoach.errors import KehoachError, MissingDependency
from kehoach.rules.load import load
from kehoach.rules.memory import keep, recall

SOME_FAILED = 3


@click.command("read", short_help="Đọc kế hoạch thành bản ghi / read plans into records")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|PATTERN|- ...")
@click.option(
    "-o", "--output", metavar="FILE|FOLDER",
    help="Tệp kết quả, hoặc thư mục khi có nhiều văn bản / the file, or the folder for several documents",
)  # fmt: skip
@click.option("--pages", metavar="1,3-5", help="Chỉ đọc các trang này / read these pages only")
@options("to", "mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "strict", "progress")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
@click.option("-v", "--verbose", is_flag=True, help="Báo chi tiết từng văn bản / details of every document")
def command(
    files: tuple[str, ...], output: str | None, pages: str | None, quiet: bool, verbose: bool, **flags: object
) -> int:
    """Đọc từng văn bản (PDF, ảnh quét, ảnh, DOCX, ODT, DOC, RTF, HTML, TXT, ZIP) thành bản ghi; "-" là đầu vào chuẩn.

    \b
    Một tệp: bản ghi ra màn hình hay tệp -o. Nhiều tệp: JSON Lines ra màn hình, hay mỗi tệp một bản ghi trong thư mục -o.
    One file: its record to stdout or to -o FILE. Several: JSON Lines to stdout, or one file each in -o FOLDER.
    jsonl, csv, xlsx, parquet: mọi văn bản trong một tệp hay một bộ bảng / all documents in one file or set of tables.

    Thông báo và tiến độ ra stderr. Messages and progress go to stderr. One bad document never stops the others.
    """
    chosen = configured(flags)
    inputs = expand(files)
    if inputs.left_out and not quiet:
        console.warn(inputs.left_out)
    settings = reading_settings(chosen, page_numbers(pages))
    results = target(inputs, output, chosen["to"])
    rules = folder_of(chosen)
    recall(settings.cache)
    load(rules)
    request = Request(renderer(results.forms), settings, rules)
    wanted = chosen["progress"] and not quiet and not (results.to_screen and sys.stdout.isatty())
    outcomes = []
    with results.opened(), console.progress(len(inputs.paths), wanted) as bar:
        for outcome in _outcomes(inputs, request):
            outcome = _delivered(outcome, results)
            results.gather(outcome)
            bar.advance(Path(outcome.path).name)
            _tell(outcome, quiet, verbose)
            outcomes.append(replace(outcome, results=()))
    keep(settings.cache)
    return _exit_code(outcomes, inputs.many, chosen["strict"], quiet)


def _outcomes(inputs: Inputs, request: Request) -> Iterator[Outcome]:
    """Standard input and a single file are read here, a series in processes of its own."""
    data = sys.stdin.buffer.read() if STDIN in inputs.paths else None
    if len(inputs.paths) == 1:
        yield batch.process(inputs.paths[0], request, data)
        return
    if data is not None:
        yield batch.process(STDIN, request, data)
    files = [path for path in inputs.paths if path != STDIN]
    yield from batch.process_all(files, request)


def _delivered(outcome: Outcome, results: Target) -> Outcome:
    """The outcome with its result written; where that fails, the outcome is the failure."""
    if outcome.error is not None:
        return outcome
    try:
        results.put(outcome)
    except KehoachError as error:
        return replace(outcome, error=error)
    return outcome


def _tell(outcome: Outcome, quiet: bool, verbose: bool) -> None:
    """What there is to say about one document, on stderr."""
    if outcome.error is not None:
        console.failure(outcome.error)
        if verbose and outcome.trace:
            console.say(outcome.trace)
    elif not quiet and outcome.failed_pages:
        pages = ", ".join(map(str, outcome.failed_pages))
        console.warn(f"{outcome.path}: không đọc được trang / pages that could not be read: {pages}")
    if outcome.error is None and not quiet and (plans := len(outcome.results)) > 1:
        console.say(f"{outcome.path}: {plans} kế hoạch trong một tệp / plans in one file")
    if verbose and outcome.error is None:
        console.say(f"✓ {outcome.path}: {outcome.pages} trang / pages, {outcome.seconds:.2f} s")
        for issue in outcome.issues:
            where = f"trang / page {issue.page}: " if issue.page else ""
            console.say(f"    {issue.stage}.{issue.code}: {where}{issue.message}")


def _exit_code(outcomes: Sequence[Outcome], many: bool, strict: bool, quiet: bool) -> int:
    """0; the code of its error for a single file; 3 where some of several failed; 4 where all of them failed for want
    of a dependency; with ``strict`` 3 also where pages failed."""
    errors = [outcome.error for outcome in outcomes if outcome.error is not None]
    if many and not quiet:
        done = len(outcomes) - len(errors)
        console.say(f"{done} văn bản đã đọc, {len(errors)} hỏng / {done} documents read, {len(errors)} failed")
    if not many and errors:
        return errors[0].exit_code
    if errors and len(errors) == len(outcomes) and all(isinstance(error, MissingDependency) for error in errors):
        return MissingDependency.exit_code
    return SOME_FAILED if errors or (strict and any(outcome.failed_pages for outcome in outcomes)) else 0
