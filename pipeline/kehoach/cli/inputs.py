"""Files, folders, patterns and "-" -> the documents to read, in a stable order."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.errors import FileAccess, NotADocument, NothingToDo
from kehoach.export.markdown import MARK
from kehoach.reading import identify

STDIN = "-"
_BY_NAME = (".txt", ".md", ".markdown", ".docx", ".doc", ".odt", ".rtf")
"""Taken in a folder by their name: texts, and office files, so that one that is not read yet is told, not passed over."""
_MADE_BY_US = (".json", ".jsonl", ".html")


@dataclass(frozen=True)
class Inputs:
    """``paths`` are files, or "-" for standard input. ``many`` tells that a folder or pattern was asked for, or more
    than one file, so that the result is a series even where just one was found."""

    paths: tuple[str, ...]
    many: bool


def expand(arguments: Sequence[str]) -> Inputs:
    """The documents that the arguments name, each once.

    In a folder, at any depth, these are the files that are documents by content, and text files by name; hidden files
    are left out. A file that is named is always taken, so that reading it says what is wrong with it.

    Raises:
        FileAccess: a folder cannot be listed.
        NothingToDo: no document was found.
    """
    found: dict[str, None] = {}
    many = len(arguments) > 1
    for argument in arguments:
        if argument == STDIN or Path(argument).is_file():
            paths: Iterable[str] = [argument]
        elif Path(argument).is_dir():
            paths, many = documents(Path(argument)), True
        elif glob.has_magic(argument):
            paths, many = _matches(argument), True
        else:
            paths = [argument]
        found |= dict.fromkeys(paths)
    if not found:
        raise NothingToDo(
            f"Không có văn bản nào trong / no document in: {', '.join(arguments)}",
            f"Các loại tệp đọc được / files that can be read: {identify.SUPPORTED}",
        )
    return Inputs(tuple(found), many)


def documents(folder: Path) -> Iterator[str]:
    """The documents below a folder, by path."""

    def unreadable(error: OSError) -> None:
        raise FileAccess(
            f"Không mở được thư mục / the folder cannot be opened: {error.filename}: {error.strerror}",
            "Kiểm tra quyền đọc / check the permission to read it",
        ) from error

    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_order)
        for name in sorted(files, key=_order):
            path = Path(here, name)
            if not name.startswith(".") and is_document(path):
                yield str(path)


def is_document(path: Path) -> bool:
    """Whether a file found in a folder is taken for a document. One that cannot be opened is: reading it says why."""
    suffix = path.suffix.lower()
    if suffix in _BY_NAME:
        return not (suffix == ".md" and _is_record(path))
    if suffix in _MADE_BY_US or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(1024)
        return identify.media_type(head) not in (identify.PLAIN, identify.MARKDOWN)
    except NotADocument:
        return False
    except OSError:
        return suffix == ".pdf"


def _is_record(path: Path) -> bool:
    """Whether a Markdown file is a record that this program wrote."""
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except OSError:
        return False


def _matches(pattern: str) -> Iterator[str]:
    for match in sorted(glob.glob(pattern, recursive=True), key=_order):  # noqa: PTH207
        path = Path(match)
        if path.is_dir():
            continue
        yield match


def _order(name: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", name).casefold(), name
