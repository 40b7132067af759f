"""Tesseract: what is installed, with which language data, and how to get what is missing.

Two ways to the same engine stand beside this module: ``tesseract_inside`` (in this process, through tesserocr) and
``tesseract_command`` (the command, through pytesseract).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from kehoach.errors import MissingDependency

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Segmentation = Literal["page", "block", "line", "raw line", "sparse"]
MODES: dict[Segmentation, int] = {"page": 3, "block": 6, "line": 7, "raw line": 13, "sparse": 11}
"""Tesseract's page segmentation mode for each way of looking at an image."""
PREFERRED = ("vie+Vietnamese", "vie", "Vietnamese")
"""Language models, the best first: both together miss the fewest words on noisy pages, each alone is near."""

_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
    r"C:\Program Files\Tesseract-OCR\tessdata",
)


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as the engine saw it. Places in pixels of the image given; ``confidence`` 0 to 1; ``line`` counts from 0;
    ``alternatives`` are other readings with their confidence."""

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int
    line: int
    alternatives: tuple[tuple[str, float], ...] = ()


SeenLine = tuple[SeenWord, ...]
"""The words of a line, from left to right."""


class Recognizer(Protocol):
    """One running engine. Not shared between threads."""

    name: str

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        """The words of a grey image, line by line; ``only`` are the characters that may be read, all where empty."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Installed:
    """What was found: ``data`` is the folder of the language models; ``inside`` tells that tesserocr is there."""

    data: Path
    languages: tuple[str, ...]
    command: str | None
    command_version: str | None
    inside: bool
    inside_version: str | None

    def best_languages(self) -> str | None:
        """The best of the models installed, or None where none reads Vietnamese."""
        for wanted in PREFERRED:
            if all(part in self.languages for part in wanted.split("+")):
                return wanted
        return None


def probe() -> Installed | None:
    """What is installed, or None where no language data is found at all."""
    data = data_folder()
    if data is None:
        return None
    command = shutil.which("tesseract") or _windows_command()
    inside = inside_version()
    return Installed(
        data=data,
        languages=tuple(sorted(file.stem for file in data.glob("*.traineddata"))),
        command=command,
        command_version=command_version(command) if command else None,
        inside=inside is not None,
        inside_version=inside,
    )


def data_folder() -> Path | None:
    """The folder of ``*.traineddata``: TESSDATA_PREFIX where set, else where the packages of each system put it."""
    told = os.environ.get("TESSDATA_PREFIX")
    candidates = [Path(told), Path(told) / "tessdata"] if told else []
    candidates += map(Path, _FOLDERS)
    return next((folder for folder in candidates if any(folder.glob("*.traineddata"))), None)


def inside_version() -> str | None:
    """Tesseract's version within tesserocr, None where tesserocr is not installed or does not load."""
    try:
        import tesserocr
    except ImportError:
        return None
    found = re.search(r"[\d.]+", tesserocr.tesseract_version())
    return found[0] if found else "?"


def command_version(command: str) -> str | None:
    try:
        answer = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"tesseract\s+v?([\d.]+)", answer.stdout + answer.stderr)
    return found[1] if found else None


def _windows_command() -> str | None:
    usual = Path(r"C:\Program Files\Tesseract-OCR\tesseract.exe")
    return str(usual) if usual.is_file() else None


def require(
    installed: Installed | None, engine: str, languages: str | None
) -> tuple[Literal["tesserocr", "pytesseract"], str]:
    """The engine and the models to read with.

    Args:
        installed: what ``probe`` found.
        engine: "auto", "tesserocr" or "pytesseract".
        languages: models wanted, joined by "+"; None takes the best.

    Raises:
        MissingDependency: the engine, or a language model, is not installed.
    """
    if installed is None or not (installed.inside or installed.command):
        raise _missing("Chưa cài bộ nhận dạng chữ Tesseract (Tesseract is not installed)")
    chosen = languages or installed.best_languages()
    if chosen is None:
        raise _missing(f"Tesseract thiếu dữ liệu tiếng Việt ở {installed.data} (no Vietnamese language data)")
    lacking = [part for part in chosen.split("+") if part not in installed.languages]
    if lacking:
        raise _missing(
            f"Tesseract thiếu dữ liệu {', '.join(lacking)} ở {installed.data} (language data is missing)", lacking
        )
    if engine == "tesserocr" and not installed.inside:
        raise MissingDependency("Chưa cài tesserocr (tesserocr is not installed)", "pip install tesserocr")
    if engine == "pytesseract" and not installed.command:
        raise _missing("Không tìm thấy lệnh tesseract (the command tesseract is not found)")
    inside = engine == "tesserocr" or (engine == "auto" and installed.inside)
    return ("tesserocr" if inside else "pytesseract"), chosen


def _missing(what: str, languages: Sequence[str] = ()) -> MissingDependency:
    return MissingDependency(what, "Cài đặt bằng lệnh (install with):\n" + install_command(languages))


def install_command(languages: Sequence[str] = ()) -> str:
    """The command that installs the engine with Vietnamese data on this system.

    Args:
        languages: further models that are wanted.
    """
    if sys.platform == "darwin":
        return "  brew install tesseract tesseract-lang"
    if sys.platform == "win32":
        return (
            "  winget install --id UB-Mannheim.TesseractOCR\n"
            "  (chọn Vietnamese trong Additional language data / tick Vietnamese under Additional language data)"
        )
    for program, command in (
        ("apt-get", "sudo apt-get install -y tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet"),
        ("dnf", "sudo dnf install -y tesseract tesseract-langpack-vie tesseract-script-vietnamese"),
        ("pacman", "sudo pacman -S --noconfirm tesseract tesseract-data-vie"),
        ("zypper", "sudo zypper install -y tesseract-ocr tesseract-ocr-traineddata-vie"),
        ("apk", "sudo apk add tesseract-ocr tesseract-ocr-data-vie"),
    ):
        if shutil.which(program):
            others = [f"tesseract-ocr-{name.lower()}" for name in languages if name not in ("vie", "Vietnamese")]
            return "  " + " ".join([command, *(others if program == "apt-get" else ())])
    return (
        "  https://tesseract-ocr.github.io/tessdoc/Installation.html  (vie.traineddata, script/Vietnamese.traineddata)"
    )
