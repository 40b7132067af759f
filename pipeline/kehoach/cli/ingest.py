"""``kehoach ingest``: folders of documents into an archive."""

from __future__ import annotations

import glob
import shlex
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.inputs import expand
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.corpus import Corpus, reasons
from kehoach.corpus.cluster import Cluster, connected
from kehoach.corpus.files import recognized_pages
from kehoach.corpus.ingest import Options, Report, ingest, look
from kehoach.corpus.survey import Choice, Survey
from kehoach.corpus.told import Told
from kehoach.corpus.watching import Watch, pause
from kehoach.errors import FileAccess, KehoachError, NothingToDo
from kehoach.export import archival
from kehoach.processes import LimitedPool, Limits
from kehoach.programs.objects import is_url
from kehoach.rules.load import load

SOME_FAILED = 3
_NONE: Sequence[str] = ()
_REST = 120.0
"""Seconds without a file after which the processes of a watch are ended."""
_REASONS = {
    "new": "mới / new",
    "changed": "đã đổi / changed",
    "settings": "thiết lập khác / other settings",
    "code": "chương trình khác / another program",
    "rules": "quy tắc khác / other rules",
    "copy": "chưa có bản PDF/A / no searchable copy yet",
    "retry": "thử lại / to be tried again",
    "failed": "đã hỏng, để nguyên / failed, left so",
    "done": "đã xong / done",
}


@click.command("ingest", short_help="Đưa văn bản vào kho / take documents into an archive")
@click.argument("files", nargs=-1, metavar="FOLDER|FILE|PATTERN|@LIST ...")
@click.option("--retry", default="none", metavar="none|failed|CLASS", help="Thử lại văn bản đã hỏng / try failed ones again: all, or those of a class (kehoach stats --failures)")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Chỉ N tệp đầu / the first N files only")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Chỉ N tệp bất kỳ, lần nào cũng như nhau / any N files, the same each time")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ làm gì / only tell what would be done")
@click.option("--why", metavar="FILE", help="Tệp này sẽ được đọc lại không, vì sao / would this file be read again, and why")  # fmt: skip
@click.option("--watch", is_flag=True, help="Theo dõi thư mục đến khi ngắt / watch the folders until interrupted")
@click.option("--stable", type=click.FloatRange(0), default=5.0, metavar="SECONDS", help="Với --watch: tệp phải đứng yên chừng này / a file must not change for so long")  # fmt: skip
@click.option("--max-failures", type=click.IntRange(0), metavar="N", help="Dừng khi hỏng quá N văn bản / stop after more than N failures")  # fmt: skip
@click.option(
    "--keep", is_flag=True, help="Giữ bản sao của tệp bên cạnh kho / keep copies of the files beside the archive"
)
@click.option("--keep-in", metavar="URL", help="Giữ bản sao ở nơi này / keep copies there: s3://…, gs://…, sftp://…")
@click.option(
    "--searchable-to",
    metavar="FOLDER|URL",
    help="Ghi bản PDF/A tìm được chữ vào đây / write searchable PDF/A copies there",
)
@options(
    "store", "cluster", "jobs", "document_timeout", "memory_limit", "mode", "rules", "engine", "languages", "dpi", "page_timeout",
    "cache", "progress",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
@click.option("-v", "--verbose", is_flag=True, help="Báo từng văn bản / tell of every document")
def command(
    files: tuple[str, ...], retry: str, limit: int | None, sample: int | None, dry_run: bool, why: str | None,
    watch: bool, stable: float, max_failures: int | None, keep: bool, keep_in: str | None,
    searchable_to: str | None, quiet: bool,
    verbose: bool, **flags: object,
) -> int:  # fmt: skip
    """Đọc các văn bản vào kho, mỗi nội dung một lần; ngắt lúc nào cũng được, chạy lại là làm tiếp.

    \b
    @LIST là tệp văn bản, mỗi dòng một đường dẫn. @LIST is a text file with one path a line.
    Mã thoát 3: một số văn bản hỏng; 6: không có gì để làm. Exit code 3: some failed; 6: nothing to do.

    Reads documents into the archive, each content once. It can be stopped at any moment; running it again goes on.
    """
    chosen = configured(flags)
    if not files and why is None:
        raise click.UsageError("Thiếu thư mục hoặc tệp / a folder or file is needed: kehoach ingest FOLDER")
    load(folder_of(chosen))
    if searchable_to is not None:
        archival.require()
    with opened(chosen, create=why is None) as archive:
        how = _options(chosen, archive, Choice(retry, limit, sample, searchable_to is not None), max_failures)
        how = replace(how, keep=keep or keep_in is not None, keep_in=keep_in, searchable_to=searchable_to)
        if why is not None:
            console.data(reasons.told(archive, why, how))
            return 0
        show = _Show(chosen["progress"] and not quiet and not watch, quiet, verbose)
        if watch:
            if limit or sample:
                raise click.UsageError("--limit, --sample: không dùng với --watch / not with --watch")
            return _watched(files, archive, how, stable, chosen["cluster"], show)
        found = look(archive, _paths(files, archive, None if quiet else console.warn), how)
        if dry_run:
            console.data(_survey(found))
            return 0
        with _readers(chosen["cluster"] if found.todo else None, how) as cluster:
            report = _ingested(archive, found, how, cluster, show)
    return _exit_code(report, quiet, flags.get("store"))


@dataclass(frozen=True)
class _Show:
    """What people are told while it runs."""

    bar: bool
    quiet: bool
    verbose: bool


@contextmanager
def _readers(address: str | None, how: Options) -> Iterator[Cluster | None]:
    """The cluster that reads; None is this machine."""
    if address is None:
        yield None
        return
    with connected(address, how.settings, how.rules, how.limits, console.warn) as cluster:
        yield cluster


def _options(chosen: Any, archive: Corpus, choice: Choice, max_failures: int | None) -> Options:
    """Recognized pages go to the archive's own folder, unless another one is named."""
    settings = reading_settings(chosen)
    own = dict(chosen)["cache"].origin == "default"
    if own:
        settings = replace(settings, cache=recognized_pages(archive.folder))
    limits = Limits(seconds=chosen["document_timeout"], bytes=chosen["memory_limit"] * 1_000_000)
    return Options(settings, folder_of(chosen), choice, limits, max_failures=max_failures)


def _paths(files: Sequence[str], archive: Corpus, told: Callable[[str], None] | None = None) -> list[str]:
    """The documents that are named, without what the archive itself keeps; ``told`` hears of files left out."""
    named: list[str] = []
    for given in files:
        named.extend(_listed(given[1:]) if given.startswith("@") else [given])
    own = str(archive.folder.absolute())
    found = expand(named)
    found = replace(found, passed=tuple(p for p in found.passed if not _within(p, own.removesuffix(".files"))))
    if told is not None and found.left_out:
        told(found.left_out)
    return [path for path in found.paths if is_url(path) or not _within(path, own)]


def _within(path: str, beginning: str) -> bool:
    return str(Path(path).absolute()).startswith(beginning)


def _listed(path: str) -> list[str]:
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileAccess(f"Không đọc được danh sách / the list cannot be read: {path}: {error}") from error
    return [line.strip() for line in lines if line.strip()]


def _ingested(
    archive: Corpus, found: Survey, how: Options, cluster: Cluster | None, show: _Show, pool: Executor | None = None
) -> Report:
    before = found.counts.get("done", 0) + found.counts.get("failed", 0)
    began = time.monotonic()
    pages = failures = 0
    with console.progress(before + len(found.todo), show.bar, before) as progress:

        def told(one: Told) -> None:
            nonlocal pages, failures
            pages += one.pages
            failures += one.failure is not None
            rate = pages / max(time.monotonic() - began, 0.001)
            progress.advance(Path(one.path).name, f"{rate:.1f} trang/s · {failures} hỏng / failed")
            _tell(one, show.quiet, show.verbose)

        return ingest(archive, found, how, told, cluster or pool, None if cluster is None else lambda: cluster.slots)


def _tell(one: Told, quiet: bool, verbose: bool) -> None:
    if one.failure is not None:
        console.error(f"{one.failure.message} [{one.failure.code}]", one.failure.advice)
    elif one.failed_pages and not quiet:
        console.warn(f"{one.path}: không đọc được trang / pages not read: {', '.join(map(str, one.failed_pages))}")
    if one.copy_failure is not None:
        console.error(f"{one.copy_failure.message} [{one.copy_failure.code}]", one.copy_failure.advice)
    if verbose and one.failure is None:
        told = "nội dung đã có / content known" if one.same else f"{one.pages} trang / pages, {one.seconds:.2f} s"
        console.say(f"✓ {one.path}: {told}")


def _survey(found: Survey) -> str:
    lines = [f"{count:8} {_REASONS.get(name, name)}" for name, count in sorted(found.counts.items())]
    return "\n".join([*lines, f"{len(found.todo):8} sẽ đọc / to be read", ""])


def _exit_code(report: Report, quiet: bool, store: object) -> int:
    """3 where documents failed, 6 where there was nothing to do. ``store`` is what the flag says: to be said again."""
    if report.idle:
        raise NothingToDo(
            f"Mọi tệp đã có trong kho / all is in the archive: {report.before} xong / done, "
            f"{report.failed_before} hỏng / failed",
            "Thử lại văn bản hỏng / try failed ones again: --retry failed" if report.failed_before else "",
        )
    if not quiet:
        rate = report.pages / report.seconds if report.seconds else 0.0
        console.say(
            f"{report.done} văn bản đã đọc ({report.same} trùng nội dung), {report.failed} hỏng, {report.before} đã có từ "
            f"trước / {report.done} read ({report.same} of known content), {report.failed} failed, {report.before} done "
            f"before; {report.pages} trang / pages, {rate:.1f} trang/s"
        )
        if report.uncopied:
            console.say(f"{report.uncopied} văn bản không có bản PDF/A / without a searchable copy")
        if report.failed:
            console.say(f"  → kehoach stats --failures{f' --store {shlex.quote(str(store))}' if store else ''}")
    if report.gave_up:
        console.error(f"Đã dừng vì quá nhiều văn bản hỏng / gave up: too many failures; {report.left} chưa đọc / left")
    return SOME_FAILED if report.failed or report.uncopied else 0


def _watched(
    files: Sequence[str], archive: Corpus, how: Options, stable: float, address: str | None, show: _Show
) -> int:
    """Takes in what comes, when it has not changed for a while; ends when interrupted, or when too many failed."""
    if missing := _missing(files):
        raise FileAccess(
            f"Không có thư mục / no such folder: {', '.join(missing)}", "Kiểm tra đường dẫn / check the path"
        )
    console.say("Đang theo dõi, Ctrl-C để dừng / watching, Ctrl-C to stop")
    watch, most, done, failed, trouble = Watch(stable), how.max_failures, 0, 0, ""
    with _readers(address, how) as cluster, _pool(how) as pool:
        try:
            while most is None or failed <= most:
                began = time.monotonic()
                before, paths = trouble, _NONE
                try:
                    paths, trouble = _come(files, archive)
                except KehoachError as error:  # a store or folder that cannot be reached now
                    trouble = error.message
                if trouble and trouble != before:
                    console.warn(trouble)
                ready = watch.ready(paths, began)
                found = look(archive, ready, how) if ready else None
                if found is not None and found.todo:
                    left = None if most is None else most - failed
                    report = _ingested(archive, found, replace(how, max_failures=left), cluster, show, pool)
                    done, failed = done + report.done, failed + report.failed
                watch.take(ready)
                time.sleep(pause(time.monotonic() - began) if found is None else 0)
        finally:
            if not show.quiet:
                console.say(f"{done} văn bản đã đọc, {failed} hỏng / {done} read, {failed} failed")
    console.error("Đã dừng vì quá nhiều văn bản hỏng / gave up: too many failures", "kehoach stats --failures")
    return SOME_FAILED


def _come(files: Sequence[str], archive: Corpus) -> tuple[Sequence[str], str]:
    """The documents that are there now, and what is the matter with the folders, if anything is."""
    gone = _missing(files)
    told = f"Không còn thư mục, đang chờ / folder gone, waiting for it: {', '.join(gone)}" if gone else ""
    try:
        return _paths([name for name in files if name not in gone], archive), told
    except NothingToDo:
        return (), told


def _missing(files: Sequence[str]) -> list[str]:
    """The folders and files among what is to be watched that are not there; patterns and lists are asked each time."""
    return [f for f in files if not (f.startswith("@") or is_url(f) or glob.has_magic(f) or Path(f).exists())]


@contextmanager
def _pool(how: Options) -> Iterator[LimitedPool]:
    """Processes that stay from one file to the next, and go when nothing comes for a while."""
    pool = LimitedPool(how.settings.workers, replace(how.limits, idle=_REST))
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
