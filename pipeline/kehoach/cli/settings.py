"""The settings that kehoach has, and the commands' way to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from kehoach.cli.configuration import (
    Configuration,
    Setting,
    configuration,
    days,
    flag,
    models,
    one_of,
    path,
    seconds,
    some_of,
    text,
    whole,
)
from kehoach.cli.forms import FORMS
from kehoach.reading.settings import Settings, default_cache

F = TypeVar("F", bound=Callable[..., Any])

SETTINGS = (
    Setting(
        "to", ("json",), some_of(*FORMS),
        f"Dạng kết quả, nhiều dạng thì lặp lại / form of the result, repeat for several: {', '.join(FORMS)}",
    ),
    Setting(
        "mode", "auto", one_of("auto", "ocr", "text"),
        "auto: nhận dạng trang không có lớp chữ tốt; ocr: mọi trang; text: chỉ lấy lớp chữ / "
        "auto: recognize pages without a good text layer; ocr: all pages; text: none",
    ),
    Setting("jobs", 0, whole(0, 1024), "Số tiến trình, 0 là theo số nhân / worker processes, 0 for one a core"),
    Setting(
        "rules", None, path,
        'Thư mục quy tắc thêm của người dùng, "none" là không / folder of your own rules, "none" for none',
    ),
    Setting(
        "engine", "auto", one_of("auto", "tesserocr", "pytesseract"),
        "Bộ nhận dạng / engine: auto, tesserocr, pytesseract",
    ),
    Setting(
        "languages", None, models,
        'Mô hình Tesseract, nối bằng +; "best" là tốt nhất hiện có / Tesseract models, joined by +; "best" of those there',
        "best",
    ),
    Setting("dpi", 300, whole(72, 1200), "Độ phân giải khi nhận dạng / resolution for recognition"),
    Setting("page_timeout", 240.0, seconds, "Số giây tối đa cho một trang / seconds a page may take"),
    Setting(
        "cache", default_cache(), path,
        'Thư mục giữ kết quả nhận dạng, "none" là không giữ / folder of recognized pages, "none" for none',
    ),
    Setting(
        "store", None, text,
        'Kho lưu trữ: tệp SQLite hay URL cơ sở dữ liệu / the archive: a SQLite file or the URL of a database',
    ),
    Setting(
        "cluster", None, text,
        'Cụm máy dask đọc thay máy này, "none" là không / a dask cluster that reads in place of this machine, "none" for none',
    ),
    Setting(
        "document_timeout", 1800.0, seconds, "Số giây tối đa cho một văn bản / seconds a document may take",
    ),
    Setting(
        "memory_limit", 4000, whole(256, 1_000_000),
        "Bộ nhớ tối đa cho một văn bản, MB / memory a document may take, MB",
    ),
    Setting(
        "retention_days", None, days,
        'Số ngày giữ trang đã nhận dạng, bản sao; "none" là không hạn / days that recognized pages and copies are kept, '
        '"none" without limit',
    ),
    Setting("strict", False, flag, "Có trang hỏng cũng là lỗi (mã 3) / failed pages count as failure (exit 3)"),
    Setting("progress", True, flag, "Thanh tiến độ trên màn hình / progress bar on a terminal"),
)  # fmt: skip
_SWITCHES = ("strict", "progress")
_METAVARS = {
    "to": "FORM",
    "mode": "[auto|ocr|text]",
    "jobs": "N",
    "rules": "FOLDER",
    "engine": "NAME",
    "languages": "MODELS",
    "dpi": "N",
    "page_timeout": "SECONDS",
    "cache": "FOLDER",
    "store": "ARCHIVE",
    "cluster": "tcp://HOST:8786",
    "document_timeout": "SECONDS",
    "memory_limit": "MB",
    "retention_days": "DAYS",
}
_SEVERAL = ("to",)
_SHORT = {"jobs": "-j", "to": "-t"}


def options(*names: str) -> Callable[[F], F]:
    """Adds the flags of these settings to a command; a flag that is not given is None."""

    def decorate(function: F) -> F:
        for setting in reversed(SETTINGS):
            if setting.name in names:
                function = _option(setting)(function)
        return function

    return decorate


def configured(flags: Mapping[str, object]) -> Configuration:
    """All settings for one call of the command.

    Raises:
        UsageError: a flag's value is not allowed.
        BadConfiguration: the environment or a kehoach.toml is wrong.
    """
    return configuration(SETTINGS, flags)


def reading_settings(chosen: Configuration, pages: tuple[int, ...] | None = None) -> Settings:
    """The part of the settings that reading needs."""
    names = ("mode", "engine", "languages", "dpi", "cache", "page_timeout", "jobs")
    return Settings(pages=pages, **{name: chosen[name] for name in names})


def _option(setting: Setting) -> Callable[[F], F]:
    long = f"--{setting.name.replace('_', '-')}"
    if setting.name in _SWITCHES:
        return click.option(f"{long}/--no-{setting.name}", setting.name, default=None, help=setting.help)
    short = [_SHORT[setting.name]] if setting.name in _SHORT else []
    return click.option(
        *short, long, setting.name, default=None, callback=_checked(setting), metavar=_METAVARS[setting.name],
        help=setting.help, multiple=setting.name in _SEVERAL,
    )  # fmt: skip


def _checked(setting: Setting) -> Callable[[click.Context, click.Parameter, str | None], object]:
    """A wrong flag is an error of the command line, not of the configuration."""

    def check(_: click.Context, parameter: click.Parameter, given: str | tuple[str, ...] | None) -> object:
        if not given and given != "":
            return None
        try:
            setting.read(given)
        except ValueError as error:
            raise click.BadParameter(f"{given!r}; được dùng / allowed: {error}", param=parameter) from error
        return given

    return check


def folder_of(chosen: Configuration) -> Path | None:
    """The user's folder of rules."""
    folder: Path | None = chosen["rules"]
    return folder
