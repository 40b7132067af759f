"""``kehoach audit``: is everything there that the law of its date requires, and does the plan agree with itself?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from kehoach import auditing
from kehoach.auditing.waivers import expired, read_baseline, read_waivers
from kehoach.batch import Request
from kehoach.cli import audited, console, outputs
from kehoach.cli.archive import filter_of, filters, opened
from kehoach.cli.given import Hearing, as_line, plans
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.errors import UsageError
from kehoach.export import audit_report, audit_text
from kehoach.export.audit_report import SEVERITY_WORDS, AuditReport
from kehoach.rules.load import load

FINDINGS = 1
SOME_FAILED = 3
_FORMS = ("text", "json", "html", "xlsx", "md", "sarif", "junit")
_GRAVITY = {"error": ("error",), "warning": ("error", "warning"), "info": ("error", "warning", "info"), "never": ()}


@click.command("audit", short_help="Kiểm tra kế hoạch / audit plans")
@click.argument("files", nargs=-1, metavar="FILE|FOLDER|RECORD.json ...")
@click.option("-t", "--to", type=click.Choice(_FORMS), default="text", help="Dạng kết quả / form of the result")
@click.option("-o", "--output", metavar="FILE", help="Ghi vào tệp / write to a file")
@click.option("--select", multiple=True, metavar="CODES", help="Chỉ các quy tắc này: mã, đầu mã, tên, nhóm / these rules only: codes, beginnings of codes, names, families")  # fmt: skip
@click.option("--ignore", multiple=True, metavar="CODES", help="Bỏ các quy tắc này / without these rules")
@click.option("--fail-on", type=click.Choice(list(_GRAVITY)), default="error", help="Mã thoát 1 từ mức này / exit 1 from this severity on")  # fmt: skip
@click.option("--on", metavar="YYYY-MM-DD", help="Áp dụng pháp luật ngày này / apply the law of this day")
@click.option("--baseline", metavar="FILE", help="Bỏ qua phát hiện đã có trong kết quả --to json trước / leave out what an earlier --to json has")  # fmt: skip
@click.option("--waivers", metavar="FILE", help="Tệp miễn trừ có lý do, thời hạn / waivers with reason and last day")
@click.option("--explain", metavar="CODE", help="Giải thích một quy tắc / explain a rule")
@click.option("--list", "listed", is_flag=True, help="Danh mục quy tắc / the catalogue of rules")
@filters
@options("store", "mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "progress")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ báo lỗi / errors only")
@click.option("-v", "--verbose", is_flag=True, help="Cả phép kiểm tra đã đạt / passed checks too")
def command(
    files: tuple[str, ...], to: str, output: str | None, select: tuple[str, ...], ignore: tuple[str, ...],
    fail_on: str, on: str | None, baseline: str | None, waivers: str | None, explain: str | None, listed: bool,
    quiet: bool, verbose: bool, **flags: object,
) -> int:  # fmt: skip
    """Kiểm tra từng kế hoạch: thể thức, yếu tố bắt buộc theo luật của ngày ban hành, tự nhất quán, phù hợp pháp luật.

    \b
    Đầu vào: văn bản (PDF, ảnh, chữ) hay bản ghi JSON của kehoach read. Điều máy đọc chưa chắc được ghi là "chưa chắc".
    Input: documents, or JSON records of kehoach read; without any, the plans of an archive (--store). What the reader doubts is told as doubt, not as a fault.

    Mã thoát 1 khi có phát hiện từ mức --fail-on. Exits with 1 where there are findings from --fail-on on.
    """
    if explain is not None or listed:
        console.data(_explained(explain) if explain is not None else _listed())
        return 0
    wanted = filter_of(flags, files)
    chosen = configured(flags)
    if not files and chosen["store"] is None:
        raise click.UsageError(
            "Thiếu tệp hoặc thư mục, hay kho / a file, folder or archive is needed: kehoach audit FILE|FOLDER, --store ARCHIVE"
        )
    rules = folder_of(chosen)
    codes = _codes(select, ignore)
    known = read_waivers(Path(waivers)) if waivers else ()
    for waiver in expired(known, date.today()):
        console.warn(f"Miễn trừ hết hạn / waiver expired {waiver.until}: {waiver.code} ({waiver.reason})")
    how = audited.Options(
        load(rules), codes, _day(on), known, read_baseline(Path(baseline)) if baseline else frozenset(), date.today()
    )
    request = Request(as_line, reading_settings(chosen), rules)
    hearing = Hearing(quiet=quiet, verbose=verbose)
    errors = hearing.errors
    if files:
        found = plans(files, request, hearing.hear, output=output, bar=chosen["progress"] and not quiet)
        made = [audited.audited(file, plan, how) for file, plan in found]
    else:
        with opened(chosen) as archive:
            made = [audited.audited(plan.source.path, plan, how) for plan in archive.plans(wanted)]
    if errors and not made:
        return errors[0].exit_code if len(errors) == 1 else SOME_FAILED
    if to == "html":
        made = [replace(one, crops=audited.crops(one)) for one in made]
    report = audited.report(made, codes)
    _put(report, to, output, verbose)
    if errors:
        return SOME_FAILED
    count = report.count()
    return FINDINGS if any(count[severity] for severity in _GRAVITY[fail_on]) else 0


def _codes(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The rules to run: all that are not off, or those selected, without those ignored."""
    book = auditing.catalogue()

    def words(given: Sequence[str]) -> tuple[str, ...]:
        return tuple(word.strip() for part in given for word in part.split(",") if word.strip())

    chosen = book.matching(words(select)) if select else frozenset(r.code for r in book.rules if not r.off)
    return chosen - (book.matching(words(ignore)) if ignore else frozenset())


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise click.UsageError(f"Ngày không hợp lệ / not a day: --on {text} (YYYY-MM-DD)")


def _put(report: AuditReport, to: str, output: str | None, verbose: bool) -> None:
    """Writes the report to its file or to stdout.

    Raises:
        UsageError: a workbook for a terminal.
    """
    if to == "xlsx":
        from kehoach.export.audit_excel import to_xlsx

        if output is None:
            raise UsageError("Bảng tính cần tệp / a workbook needs a file: -o FILE.xlsx")
        outputs.write_bytes(Path(output), to_xlsx(report))
        return
    if to == "text":
        on_screen = output is None and sys.stdout.isatty()
        text = audit_text.to_text(report, colour=on_screen, width=_width(on_screen), every=verbose)
    else:
        text = _FORMERS[to](report).rstrip("\n") + "\n"
    if output is None:
        console.data(text)
    else:
        outputs.write(Path(output), text)


def _width(on_screen: bool) -> int:
    import shutil

    return shutil.get_terminal_size().columns if on_screen else 100


def _html(report: AuditReport) -> str:
    from kehoach.export.audit_html import to_html

    return to_html(report)


def _sarif(report: AuditReport) -> str:
    from kehoach.export.audit_machines import to_sarif

    return to_sarif(report)


def _junit(report: AuditReport) -> str:
    from kehoach.export.audit_machines import to_junit

    return to_junit(report)


_FORMERS: Mapping[str, Callable[[AuditReport], str]] = {
    "json": audit_report.to_json,
    "md": audit_text.to_markdown,
    "html": _html,
    "sarif": _sarif,
    "junit": _junit,
}


def _listed() -> str:
    book = auditing.catalogue()
    lines = [f"Danh mục quy tắc / catalogue {book.version} ({book.day})"]
    for rule in book.rules:
        off = " (chỉ khi --select / only with --select)" if rule.off else ""
        lines.append(f"{rule.code}  {SEVERITY_WORDS[rule.severity][0]:9} {rule.title.vi} / {rule.title.en}{off}")
    return "\n".join(lines) + "\n"


def _explained(code: str) -> str:
    """All that the catalogue says of a rule.

    Raises:
        BadConfiguration: there is no such rule.
    """
    book = auditing.catalogue()
    parts = []
    for rule in (r for r in book.rules if r.code in book.matching((code,))):
        lines = [f"{rule.code} {rule.name}: {rule.title.vi} / {rule.title.en}"]
        lines.append(f"  Mức / severity: {rule.severity}; nhóm / family: {rule.family}")
        for basis in rule.basis:
            days = f"{basis.since or '…'} - {basis.until or '…'}"
            whose = {"state": "; cơ quan nhà nước / of the State", "party": "; Đảng, Đoàn / of the Party"}
            lines.append(f"  Căn cứ / basis: {basis.article} ({days}{whose.get(basis.of or '', '')})")
        if rule.kinds:
            lines.append(f"  Loại kế hoạch / kinds: {', '.join(rule.kinds)}")
        if rule.unverified:
            lines.append(f"  Chưa kiểm chứng / not verified: {rule.unverified}")
        lines += [f"  {key}: {m.vi} / {m.en}" for key, m in rule.messages.items()]
        lines.append(f"  Cách sửa / fix: {rule.hint.vi} / {rule.hint.en}")
        lines += [f"  ✗ {example}" for example in rule.examples]
        lines += [f"  ✓ {example}" for example in rule.counterexamples]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
