"""LibreOffice without its window: old Word files made into DOCX. One profile a call, a time limit, nothing left running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from kehoach.errors import MissingDependency, NotADocument

SECONDS = 180.0
"""Time limit of one conversion; the first start of a fresh profile takes ten seconds on a slow machine."""
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")


def command() -> str | None:
    """The program, or None where it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def install_command() -> str:
    if sys.platform == "darwin":
        return "brew install --cask libreoffice"
    if os.name == "nt":
        return "winget install TheDocumentFoundation.LibreOffice"
    return "sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui"


def to_docx(data: bytes, suffix: str, name: str, seconds: float = SECONDS) -> bytes:
    """The document as DOCX. Macros are not run: a fresh profile forbids those of documents.

    Args:
        data: the file's content.
        suffix: the ending that tells the program its kind (".doc", ".rtf").
        name: the name to tell people.
        seconds: the time that it may take.

    Raises:
        MissingDependency: LibreOffice is not installed.
        NotADocument: it makes nothing of the file, or not in time.
    """
    program = command()
    if program is None:
        raise MissingDependency(
            f"Cần LibreOffice để đọc tệp {suffix}: {name} (LibreOffice is needed for this kind of file)",
            f"{install_command()}\nHoặc lưu văn bản thành DOCX hay PDF (or save the document as DOCX or PDF).",
        )
    with tempfile.TemporaryDirectory(prefix="kehoach-office-") as folder:
        place = Path(folder)
        (place / f"in{suffix}").write_bytes(data)
        arguments = [
            program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "out"),
            str(place / f"in{suffix}"),
        ]  # fmt: skip
        said = _run(arguments, seconds, name)
        made = place / "out" / "in.docx"
        if not made.is_file():
            raise NotADocument(f"LibreOffice không đọc được: {name} (LibreOffice cannot read it)", said or _ADVICE)
        return made.read_bytes()


_ADVICE = "Mở tệp bằng Word, lưu thành DOCX hay PDF rồi đọc lại (save it as DOCX or PDF and read that)."


def _run(arguments: list[str], seconds: float, name: str) -> str:
    """What the program says on its error stream; it leads a group of processes that ends with it."""
    with subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _, said = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise NotADocument(
                f"LibreOffice không đọc xong trong {seconds:g} giây: {name} (it took too long)", _ADVICE
            ) from error
        finally:
            _end(process)
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1][:300] if lines and process.returncode else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return
    elif process.poll() is None:
        process.kill()
