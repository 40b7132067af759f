"""What kehoach needs on this machine, what of it is there, and the command that mends what is not."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from kehoach.programs import figures, libreoffice, tesseract

FONT = "Liberation Serif"
_LEAST_PYTHON = (3, 11)
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", r"C:\Windows\Fonts")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to have. ``needed`` parts are those without which documents cannot be read; ``mend`` is how to get a
    part that is not ``there``, a command where there is one."""

    name: str
    there: bool
    found: str
    needed: bool = True
    mend: str = ""


def parts(cache: Path | None) -> Iterator[Part]:
    """Everything to check, in the order in which it is mended best.

    Args:
        cache: folder of recognized pages; None where none is kept.
    """
    yield _python()
    yield from _packages()
    yield from _engine()
    yield _figures()
    yield _cache(cache)
    yield _office()
    yield from _specimen()


def _python() -> Part:
    found = f"{platform.python_version()} ({sys.executable})"
    mend = "https://www.python.org/downloads/"
    return Part("Python >= 3.11", sys.version_info >= _LEAST_PYTHON, found, mend=mend)


def _packages() -> Iterator[Part]:
    """The packages that the program itself declares, with their versions."""
    for requirement in metadata.requires("kehoach") or ():
        declared, _, marker = requirement.partition(";")
        if "extra" in marker:
            continue
        match = re.match(r"[\w.-]+", declared.strip())
        name = match[0] if match else declared
        # A package that the system excludes (tesserocr on Windows) is not needed, and neither are a second way
        # to the same engine and the reader of handwritten figures, which are "unreadable" without it.
        needed = not marker and name not in ("pytesseract", *figures.PACKAGES)
        try:
            yield Part(name, True, metadata.version(name), needed)
        except metadata.PackageNotFoundError:
            mend = f'"{sys.executable}" -m pip install "{declared.strip()}"'
            yield Part(name, False, "chưa cài / not installed", needed, mend)


def _engine() -> Iterator[Part]:
    """The engine (one way to it is enough), its language data and where they are."""
    installed = tesseract.probe()
    mend = tesseract.install_command().strip()
    ways = []
    if installed is not None and installed.command:
        ways.append(f"{installed.command} {installed.command_version}")
    if installed is not None and installed.inside:
        ways.append(f"tesserocr (Tesseract {installed.inside_version})")
    yield Part("Tesseract", bool(ways), "; ".join(ways) or "không thấy / not found", mend=mend)
    folder = str(installed.data) if installed else "không thấy / not found"
    yield Part("tessdata", installed is not None, folder, mend=f"{mend}\n(TESSDATA_PREFIX = tessdata)")
    languages = installed.languages if installed else ()
    best = installed.best_languages() if installed else None
    vietnamese = ", ".join(name for name in languages if name in ("vie", "Vietnamese"))
    yield Part("vie / Vietnamese", best is not None, vietnamese or "không thấy / not found", mend=mend)


def _figures() -> Part:
    """What reads numbers and dates that were filled in by hand."""
    name = "Chữ số viết tay / handwritten figures"
    found = figures.probe()
    if found is not None:
        return Part(name, True, found.name, needed=False)
    mend = f'"{sys.executable}" -m pip install {" ".join(figures.REQUIREMENTS)}'
    return Part(name, False, "không thấy / not found", needed=False, mend=mend)


def _cache(folder: Path | None) -> Part:
    name = "Thư mục kết quả nhận dạng / folder of recognized pages"
    if folder is None:
        return Part(name, True, "none", needed=False)
    there = next(p for p in (folder, *folder.parents) if p.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Part(name, True, str(folder), needed=False)
    except OSError as error:
        mend = "Cho quyền ghi, hoặc đặt KEHOACH_CACHE / allow writing, or set KEHOACH_CACHE"
        return Part(name, False, f"{folder}: {error.strerror or error}", needed=False, mend=mend)


def _office() -> Part:
    """What only old Word files (DOC, RTF) need."""
    found = libreoffice.command()
    shown = found or "không thấy / not found"
    return Part("LibreOffice (DOC, RTF)", found is not None, shown, needed=False, mend=libreoffice.install_command())


def _specimen() -> Iterator[Part]:
    """What only the making of specimens needs."""
    try:
        yield Part("weasyprint", True, metadata.version("weasyprint"), needed=False)
    except metadata.PackageNotFoundError:
        mend = f'"{sys.executable}" -m pip install "kehoach[specimen]"'
        yield Part("weasyprint", False, "chưa cài / not installed", needed=False, mend=mend)
    found = _font()
    yield Part(FONT, found is not None, found or "không thấy / not found", needed=False, mend=_font_command())


def _font() -> str | None:
    """The file of the font that specimens are set in."""
    if matcher := shutil.which("fc-match"):
        command = [matcher, "--format=%{family}|%{file}", FONT]
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout
        except (OSError, subprocess.TimeoutExpired):
            answer = ""
        family, _, file = answer.partition("|")
        if FONT in family:
            return file
    folders = [Path(folder) for folder in _FONT_FOLDERS] + [Path.home() / ".fonts"]
    return next(
        (str(f) for folder in folders if folder.is_dir() for f in folder.rglob("LiberationSerif-Regular.*")), None
    )


def _font_command() -> str:
    if sys.platform == "darwin":
        return "brew install --cask font-liberation"
    if os.name == "nt":
        return "https://github.com/liberationfonts/liberation-fonts/releases"
    return "sudo apt-get install -y fonts-liberation libpango-1.0-0 libpangoft2-1.0-0"
