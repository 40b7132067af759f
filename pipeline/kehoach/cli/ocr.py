"""``kehoach ocr``: a document as text with places, or as a PDF that can be searched, without understanding it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import click

from kehoach import reading
from kehoach.cli import console, outputs
from kehoach.cli.inputs import STDIN
from kehoach.cli.pages import page_numbers
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.errors import NothingToDo, UsageError
from kehoach.export import alto, hocr, json, page_quality, plain_text, searchable, transcript_json
from kehoach.model.document import Source
from kehoach.rules.load import load
from kehoach.transcribe import Transcript, has_pages, searchable_pdf, transcribe

SOME_FAILED = 3


@click.command("ocr", short_help="Nhận dạng: văn bản, PDF tìm được / recognize text, searchable PDF")
@click.argument("file", metavar="FILE|-")
@click.option(
    "-t", "--to", type=click.Choice(["text", "hocr", "alto", "json", "pdf"]), default="text",
    help="Dạng kết quả / form of the result",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Ghi vào tệp / write to a file")
@click.option("--pages", metavar="1,3-5", help="Chỉ đọc các trang này / read these pages only")
@click.option(
    "--repair/--no-repair", default=True, help="Sửa lỗi nhận dạng chắc chắn / mend errors of recognition that are clear"
)
@options("mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout", "cache", "strict")
@click.option("-q", "--quiet", is_flag=True, help="Không báo chất lượng trang / no report on the pages")
def command(
    file: str, to: Literal["text", "hocr", "alto", "json", "pdf"], output: str | None, pages: str | None, repair: bool,
    quiet: bool, **flags: object,
) -> int:  # fmt: skip
    """Văn bản theo thứ tự đọc, bỏ số trang, dấu, chữ ký; hoặc hOCR, ALTO 4, JSON có vị trí từng từ; hoặc PDF tìm được chữ.

    \b
    The text in reading order without page numbers, seals and ink (form feeds between pages), or hOCR, ALTO 4 or JSON
    with the place of every word, or a searchable PDF: the pages as they are, the text invisible under them. How well
    each page was read is told on stderr, and in the JSON.
    """
    chosen = configured(flags)
    source = reading.source(sys.stdin.buffer.read(), STDIN) if file == STDIN else reading.source(file)
    if output != STDIN:
        outputs.apart(output, [file])
    if to == "pdf":
        _check_pdf(source, output)
    reader = reading.reader(reading_settings(chosen, page_numbers(pages)))
    made = transcribe(source, rules=load(folder_of(chosen)), reader=reader, repairs=repair)
    if pages is not None and not made.document.pages:
        raise NothingToDo(f"{file}: không có trang / has no page {pages}", "Xem lại / check: --pages")
    to_stdout = output in (None, STDIN)
    if to == "pdf":
        copy = searchable_pdf(made)
        console.binary(copy) if to_stdout else outputs.write_bytes(Path(str(output)), copy)
    else:
        text = _FORMS[to](made)
        console.data(text) if to_stdout else outputs.write(Path(str(output)), text)
    qualities = page_quality.quality(made.document)
    if not quiet:
        for line in page_quality.lines(qualities):
            console.say(line)
    return SOME_FAILED if chosen["strict"] and any(quality.failed for quality in qualities) else 0


def _check_pdf(source: Source, output: str | None) -> None:
    """Refuses what cannot become a PDF, before the work is done, and tells what a copy loses."""
    if not has_pages(source):
        raise UsageError(
            f"{source.path}: chỉ PDF và ảnh mới có trang để đặt chữ (only PDF and images have pages to lay text under)",
            "Chọn dạng khác / choose another form: --to text",
        )
    if output is None and sys.stdout.isatty():
        raise UsageError("PDF không in ra màn hình được (a PDF is not for the terminal)", "-o OUT.pdf")
    if source.media_type == "application/pdf" and searchable.signatures(source.data):
        console.warn(
            f"{source.path}: bản sao không còn chữ ký số, hãy giữ bản gốc (the copy has no digital signature: keep the "
            "original)"
        )


def _as_hocr(made: Transcript) -> str:
    system = f"kehoach {version('kehoach')}" + (f", {made.reading.engine}" if made.reading.engine else "")
    return hocr.to_hocr(made.document, made.source.path, system)


def _as_alto(made: Transcript) -> str:
    return alto.to_alto(made.document, made.source.path, "kehoach", version("kehoach"), made.reading.engine)


_FORMS: Mapping[str, Callable[[Transcript], str]] = {
    "text": lambda made: plain_text.to_text(made.document),
    "hocr": _as_hocr,
    "alto": _as_alto,
    "json": lambda made: json.dumps(transcript_json.to_dict(made.source, made.reading, made.document)) + "\n",
}
