"""The archive that a command works on, and the plans in it that are meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar, get_args

import click

from kehoach.cli.configuration import Configuration
from kehoach.cli.settings import folder_of
from kehoach.corpus import Corpus, Filter, Mark, Territory
from kehoach.errors import UsageError
from kehoach.model.document_info import CopyState, IssuerLevel, PlanKind
from kehoach.rules.places import key, places

F = TypeVar("F", bound=Callable[..., Any])
_AUDITS = ("error", "warning", "info", "clean")
_QUALITIES = ("text", "good", "fair", "poor")
_SCANS = ("again", "whole")


@contextmanager
def opened(chosen: Configuration, *, create: bool = False) -> Iterator[Corpus]:
    """The archive of ``--store`` or KEHOACH_STORE.

    Raises:
        UsageError: none is named.
        FileAccess, VersionMismatch, MissingDependency: it cannot be opened.
    """
    if chosen["store"] is None:
        raise UsageError(
            "Chưa chỉ ra kho lưu trữ / no archive is named", "--store ARCHIVE.db, hay / or: export KEHOACH_STORE=..."
        )
    with Corpus.open(chosen["store"], create=create, rules=folder_of(chosen)) as archive:
        yield archive


def filters(function: F) -> F:
    """Adds the options that narrow plans down; ``filter_of`` reads them."""
    made = (
        click.option("--province", multiple=True, metavar="NAME|CODE", help="Tỉnh, thành phố / province"),
        click.option("--year", multiple=True, metavar="2023|2020-2024", help="Năm / year"),
        click.option("--plan-kind", multiple=True, type=click.Choice(get_args(PlanKind)), help="Loại kế hoạch / kind"),
        click.option(
            "--level",
            multiple=True,
            type=click.Choice(get_args(IssuerLevel)),
            help="Cấp ban hành / level of the issuer",
        ),
        click.option(
            "--audit-state", multiple=True, type=click.Choice(_AUDITS), help="Phát hiện nặng nhất / gravest finding"
        ),
        click.option(
            "--quality", multiple=True, type=click.Choice(_QUALITIES), help="Chất lượng đọc / reading quality"
        ),
        click.option("--review", multiple=True, type=click.Choice(["none", "begun", "done"]), help="Soát xét / review"),
        click.option(
            "--scan",
            multiple=True,
            type=click.Choice(_SCANS),
            help="again: có trang cần quét lại hoặc thiếu / pages to be scanned again, or missing",
        ),
        click.option(
            "--copy-state",
            multiple=True,
            type=click.Choice(get_args(CopyState)),
            help="Tình trạng bản / state of the copy",
        ),
        click.option(
            "--marked", multiple=True, type=click.Choice(get_args(Mark)), help="Có dấu khẩn, mật / bears such a mark"
        ),
        click.option("--finding", multiple=True, metavar="CODE", help="Có phát hiện này / with this finding"),
        click.option("--unit", metavar="NAME", help="Có nhiệm vụ của đơn vị này / with a task of this unit"),
        click.option(
            "--due-before", metavar="YYYY-MM-DD", help="Có thời hạn trước ngày này / with a term before this day"
        ),
    )
    for option in reversed(made):
        function = option(function)
    return function


def filter_of(flags: dict[str, Any], files: Sequence[str] = ()) -> Filter:
    """The filter that the options ask for; takes them out of ``flags``.

    Raises:
        click.UsageError: a province, year or day is none; or ``files`` are given, which no archive can choose from.
    """
    wanted = _filter(flags)
    if files and wanted != Filter():
        raise click.UsageError(
            "Chỉ lọc được các kế hoạch trong kho / only the plans of an archive can be chosen from: kehoach ingest "
            f"{files[0]} --store ARCHIVE"
        )
    return wanted


def _filter(flags: dict[str, Any]) -> Filter:
    meant = [one for name in flags.pop("province") for one in _meant(name)]
    parted = any(one.since or one.until for one in meant)
    return Filter(
        province=() if parted else tuple(one.code for one in meant),
        territory=tuple(meant) if parted else (),
        year=tuple(year for given in flags.pop("year") for year in _years(given)),
        plan_kind=flags.pop("plan_kind"),
        issuer_level=flags.pop("level"),
        audit=flags.pop("audit_state"),
        quality=flags.pop("quality"),
        review=flags.pop("review"),
        scan=flags.pop("scan"),
        copy_state=flags.pop("copy_state"),
        marked=flags.pop("marked"),
        finding=flags.pop("finding"),
        unit=flags.pop("unit"),
        due_before=_day(flags.pop("due_before")),
    )


def _meant(name: str) -> list[Territory]:
    """What is meant by a code or by any name of a province; with its days where the code was another's on other days."""
    wanted = key(name)
    found: dict[Territory, None] = {}
    for p in places().provinces:
        if p.code == name.strip():
            found[Territory(p.code)] = None
        elif p.code and wanted in (key(p.name), key(p.full_name), *map(key, p.variants)):
            days = [day.isoformat() if day and places().reused(p.code) else None for day in (p.since, p.until)]
            found[Territory(p.code, *days)] = None
    if not found:
        raise click.UsageError(f"Không có tỉnh / no such province: {name}")
    return list(found)


def _years(given: str) -> Iterable[int]:
    match = re.fullmatch(r"\s*(\d{4})\s*(?:[-–]\s*(\d{4})\s*)?", given)
    if match is None:
        raise click.UsageError(f"Không phải năm / no year: {given}")
    first, last = int(match[1]), int(match[2] or match[1])
    return range(first, last + 1)


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    wrong = f"Ngày không hợp lệ / not a day: --due-before {given} (YYYY-MM-DD)"
    parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", given) or re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", given)
    if parts is None:
        raise click.UsageError(wrong)
    year, month, day = parts.groups() if "-" in given else reversed(parts.groups())
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise click.UsageError(wrong) from error
