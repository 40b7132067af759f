"""``kehoach stats``: what an archive holds, and what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, fields
from itertools import groupby
from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.settings import configured, options
from kehoach.corpus import Corpus
from kehoach.corpus.figures import FailedFile, ScanAgain, failures, figures, scans_again
from kehoach.export import csv, json
from kehoach.export.captions import KINDS, value_caption
from kehoach.rules.places import places

_SHOWN = 12
"""Values of a facet that are shown."""
_FACETS = {
    "province": "Tỉnh / province",
    "year": "Năm / year",
    "issuer_level": "Cấp / level",
    "plan_kind": "Loại kế hoạch / kind of plan",
    "audit": "Phát hiện nặng nhất / gravest finding",
    "quality": "Chất lượng đọc / reading quality",
    "review": "Soát xét / review",
    "scan": "Bản quét / scan",
}
_STATES: Mapping[tuple[str, str], str] = {
    ("audit", "error"): "có lỗi / errors",
    ("audit", "warning"): "có cảnh báo / warnings",
    ("audit", "info"): "có lưu ý / notes",
    ("audit", "clean"): "không có / none",
    ("quality", "text"): "văn bản số / digital",
    ("quality", "good"): "rõ / good",
    ("quality", "fair"): "tạm được / fair",
    ("quality", "poor"): "kém / poor",
    ("review", "none"): "chưa / not yet",
    ("review", "begun"): "đang / under way",
    ("review", "done"): "xong / done",
    ("scan", "again"): "cần quét lại / to be scanned again",
    ("scan", "whole"): "đủ trang, đọc được / whole and legible",
}
_NONE: Mapping[str, str] = {"scan": "không phải bản quét / no scan"}
"""What it means that a facet has no value; else it is not known."""


@click.command("stats", short_help="Thống kê kho / figures of an archive")
@click.option("--failures", "failed", is_flag=True, help="Văn bản hỏng: loại lỗi, trang, cách xử lý / failed documents: class, page, advice")  # fmt: skip
@click.option("--rescan", is_flag=True, help="Tệp có trang cần quét lại hoặc thiếu trang / files with pages to be scanned again, or missing")  # fmt: skip
@click.option("-t", "--to", type=click.Choice(["text", "json", "csv"]), default="text", help="Dạng kết quả; csv: với --failures, --rescan / form of the result; csv: with --failures, --rescan")  # fmt: skip
@options("store")
def command(failed: bool, rescan: bool, to: str, **flags: Any) -> int:
    """Số tệp, văn bản, kế hoạch, dữ kiện trong kho; với --failures, từng tệp hỏng và cách xử lý; với --rescan, những
    trang cần quét lại.

    Files, documents, plans and facts of an archive; with --failures each file that failed and what to do about it; with
    --rescan the pages to be scanned again.
    """
    if (failed and rescan) or (to == "csv" and not failed and not rescan):
        raise click.UsageError("Chọn một trong / choose one of: --failures, --rescan")
    with opened(configured(flags)) as archive, archive.engine.connect() as connection:
        if failed:
            found = failures(connection)
            console.data(_failures(found) if to == "text" else _sheet(FailedFile, found, to))
            return 0
        if rescan:
            again = scans_again(connection)
            console.data(_scans_again(again) if to == "text" else _sheet(ScanAgain, again, to))
            return 0
        told = figures(connection)
    if to == "json":
        with opened(configured(flags)) as archive:
            facets = {name: [asdict(v) for v in values] for name, values in archive.facets().items()}
        console.data(json.dumps({**asdict(told), "facets": facets}) + "\n")
        return 0
    with opened(configured(flags)) as archive:
        console.data("\n".join([*_figures(asdict(told)), *_facets(archive)]) + "\n")
    return 0


def _figures(told: dict[str, Any]) -> list[str]:
    names = {
        "files": "tệp / files",
        "done": "  xong / done",
        "failed": "  hỏng / failed",
        "documents": "nội dung khác nhau / distinct contents",
        "plans": "kế hoạch / plans",
        "works": "kế hoạch không kể bản sao / works",
        "pages": "trang / pages",
        "failed_pages": "  không đọc được / not read",
    }
    lines = [f"{told[name]:10,} {caption}" for name, caption in names.items()]
    seconds = told["seconds"]
    lines.append(
        f"{sum(seconds.values()):10,.0f} giây xử lý / seconds of work (đọc trang / pages: {seconds['reading']:,.0f})"
    )
    lines.append("Dữ kiện / facts:")
    return [*lines, *(_counted(" / ".join(KINDS[kind]), n) for kind, n in told["facts"].items() if kind in KINDS)]


def _facets(archive: Corpus) -> list[str]:
    """A line a value: numbers beside years would be read as one."""
    lines = []
    for name, values in archive.facets().items():
        lines.append(f"{_FACETS[name]}:")
        lines += [_counted(_caption(name, one.value), one.count) for one in values[:_SHOWN]]
        if left := values[_SHOWN:]:
            more = f"còn {len(left)} giá trị khác / {len(left)} more values (-t json: tất cả / all)"
            lines.append(_counted(more, sum(one.count for one in left)))
    return lines


def _counted(caption: str, count: int) -> str:
    return f"{count:10,}   {caption}"


def _caption(facet: str, value: str | int | None) -> str:
    if value is None:
        return _NONE.get(facet, "chưa rõ / not known")
    if facet == "province":
        return places().called(str(value), None)
    return _STATES.get((facet, str(value))) or " / ".join(dict.fromkeys(value_caption(str(value))))


def _sheet(kind: type[FailedFile] | type[ScanAgain], found: Sequence[FailedFile] | Sequence[ScanAgain], to: str) -> str:
    """A list for a program, or for a spreadsheet."""
    if to == "json":
        return json.dumps([asdict(one) for one in found]) + "\n"
    names = [field.name for field in fields(kind)]
    return csv.text([names, *([csv.cell(*pair) for pair in zip(astuple(one), names, strict=True)] for one in found)])


def _scans_again(found: tuple[ScanAgain, ...]) -> str:
    if not found:
        return "Không có trang nào cần quét lại / no page has to be scanned again\n"
    lines = [
        f"{len(found)} tệp có trang cần quét lại hoặc thiếu trang / files with pages to be scanned again, or missing"
    ]
    for one in found:
        told = " · ".join(filter(None, (one.number, one.issued_on, one.issuer)))
        lines.append(f"  {one.path}{f'  ({told})' if told else ''}")
        if one.rescan_pages:
            lines.append(f"    → quét lại trang / scan again pages: {one.rescan_pages.replace(' ', ', ')}")
        if one.missing_pages:
            lines.append(f"    → tìm trang in số / look for printed pages: {one.missing_pages.replace(' ', ', ')}")
    return "\n".join(lines) + "\n"


def _failures(found: tuple[FailedFile, ...]) -> str:
    if not found:
        return "Không có văn bản hỏng / no failed documents\n"
    counts = Counter(one.failure for one in found)
    lines = [f"{len(found)} tệp hỏng / failed files: " + ", ".join(f"{k} {n}" for k, n in sorted(counts.items()))]
    for failure, group in groupby(found, key=lambda one: one.failure):
        lines.append(f"\n[{failure}]  (kehoach ingest ... --retry {failure})")
        for one in group:
            page = f", trang / page {one.page}" if one.page else ""
            lines += [f"  {one.path}{page} ({one.at}, {one.tries}×)", f"    {one.message}", f"    → {one.advice}"]
    return "\n".join(lines) + "\n"
