"""Files, folders, patterns and "-" -> the documents to read, in a stable order."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kehoach.errors import BadInput, FileAccess, KehoachError, NothingToDo, UsageError
from kehoach.export.markdown import MARK
from kehoach.programs import objects
from kehoach.reading import containers, identify

STDIN = "-"
_TEXTS = (".txt", ".md", ".markdown", ".html", ".htm", ".mht", ".mhtml")
"""Taken in a folder by their name."""
_NAMED = (
    ".pdf", ".docx", ".doc", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp",
    ".heic", ".heif", ".zip", ".rar", ".7z",
)  # fmt: skip
"""Taken by their name too, so that one that cannot be read is told, not passed over: an archive may be full of plans."""
_MADE_BY_US = (".json", ".jsonl")
_PASSING = (".part", ".partial", ".crdownload", ".filepart", ".tmp", ".download")
"""Files that a browser or a copying program has not finished; "~$" begins the names of Word's own marks that a file is
open."""
_MARKS = (MARK.encode(), b"<!DOCTYPE html>\n" + MARK.encode())
"""How the records begin that this program writes for people."""
_HEAD = 2048
_OURS = (*_MADE_BY_US, *_TEXTS)
"""Endings of what this program writes into a folder: passed over without a word."""
_KINDS = 8
"""Kinds of passed-over files that are named."""


@dataclass(frozen=True)
class Inputs:
    """``paths`` are files, or "-" for standard input. ``many`` tells that a folder or pattern was asked for, or more
    than one file, so that the result is a series even where just one was found. ``passed`` are the files in folders that
    are taken for no documents."""

    paths: tuple[str, ...]
    many: bool
    passed: tuple[str, ...] = ()

    @property
    def left_out(self) -> str:
        """What is told about the files that are passed over; "" where there are none."""
        kinds = Counter(PurePath(path).suffix.lower() or PurePath(path).name for path in self.passed)
        named = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(_KINDS))
        more = ", …" if len(kinds) > _KINDS else ""
        told = f"{len(self.passed)} tệp không phải văn bản, bỏ qua / files that are no documents, passed over"
        return f"{told}: {named}{more}" if kinds else ""


def expand(arguments: Sequence[str]) -> Inputs:
    """The documents that the arguments name, each once.

    A URL names an object, all documents below a folder of a store, or those that match a pattern. In a folder, at any
    depth, these are the files that are documents by content, and text files by name; hidden files are left out. A file
    that is named is always taken, so that reading it says what is wrong with it.

    Raises:
        FileAccess: a folder or store cannot be listed.
        MissingDependency: what reaches a store is not installed.
        NothingToDo: no document was found.
        UsageError: an argument is empty.
    """
    found: dict[str, None] = {}
    passed: list[str] = []
    many = len(arguments) > 1
    for argument in named(arguments):
        path = Path(argument)
        paths: Iterable[str]
        if objects.is_url(argument):
            paths, several = objects.found(argument, _wanted_object)
            many = many or several
        elif argument == STDIN or path.is_file():
            paths = [argument]
        elif path.is_dir():
            paths, many = documents(path, passed.append), True
        elif glob.has_magic(argument) and containers.resolved(path) is None:
            paths, many = _matches(argument), True
        else:
            paths = [argument]
        for given in paths:
            inside = None if objects.is_url(given) else _unpacked(given)
            many = many or inside is not None
            found |= dict.fromkeys([given] if inside is None else inside)
    if not found:
        raise NothingToDo(
            f"Không có văn bản nào trong / no document in: {', '.join(arguments)}",
            f"Các loại tệp đọc được / files that can be read: {identify.SUPPORTED}",
        )
    return Inputs(tuple(found), many, tuple(passed))


def named(arguments: Sequence[str]) -> Sequence[str]:
    """The arguments, none of them empty: the file system would take that for the present folder.

    Raises:
        UsageError: one is.
    """
    if "" in arguments:
        raise UsageError(
            "Có một tên tệp rỗng / a file name is empty",
            "Biến trong lệnh đã có giá trị chưa? / is a variable of the command unset?",
        )
    return arguments


def _unpacked(given: str) -> list[str] | None:
    """The documents in a zip archive; None where the path names none, or one that reading it will tell about."""
    path = Path(given)
    try:
        with path.open("rb") as file:
            if file.read(4) != containers.SIGN or containers.kind(path.read_bytes(), given) != containers.ZIP:
                return None
        return list(containers.documents(path, _wanted))
    except (OSError, KehoachError):
        return None


def documents(folder: Path, passed: Callable[[str], object] = str) -> Iterator[str]:
    """The documents below a folder, by path. ``passed`` hears of the other files, but for hidden ones and those that this
    program writes."""

    def unreadable(error: OSError) -> None:
        raise FileAccess(
            f"Không mở được thư mục / the folder cannot be opened: {error.filename}: {error.strerror}",
            "Kiểm tra quyền đọc / check the permission to read it",
        ) from error

    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_order)
        for name in sorted(files, key=_order):
            path = Path(here, name)
            if name.startswith("."):
                continue
            if is_document(path):
                yield str(path)
            elif path.suffix.lower() not in _OURS:
                passed(str(path))


def is_document(path: Path) -> bool:
    """Whether a file found in a folder is taken for a document. One that cannot be opened is: reading it says why."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.startswith((containers.SIGN, identify.OLE)):
                head += file.read()
    except OSError:
        return path.suffix.lower() in (*_TEXTS, *_NAMED)
    return _wanted(path.name, head)


def _wanted(name: str, head: bytes) -> bool:
    """Whether a file is taken for a document by its name and its first bytes (an office file or archive by all)."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _PASSING or name.startswith("~$"):
        return False
    if suffix in _NAMED:
        return True
    if suffix in _TEXTS:
        return not head.startswith(_MARKS)
    if suffix in _MADE_BY_US:
        return False
    try:
        kind = identify.media_type(head)
    except BadInput:
        return False
    return kind not in (identify.PLAIN, identify.MARKDOWN, identify.HTML, containers.ZIP)


def _wanted_object(name: str, first: Callable[[int], bytes]) -> bool:
    """Whether an object is taken for a document. One whose name says it is not looked into: that takes long."""
    if PurePath(name).suffix.lower() in (*_NAMED, *_MADE_BY_US):
        return PurePath(name).suffix.lower() in _NAMED
    return _wanted(name, first(_HEAD))


def _matches(pattern: str) -> Iterator[str]:
    for match in sorted(glob.glob(pattern, recursive=True), key=_order):  # noqa: PTH207
        path = Path(match)
        if path.is_dir():
            continue
        yield match


def _order(name: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", name).casefold(), name
