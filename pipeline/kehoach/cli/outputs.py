"""Where results go: names that differ, and files that are whole or not there at all."""

from __future__ import annotations

import os
import secrets
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kehoach.cli import console
from kehoach.errors import FileAccess, UsageError

_LONGEST = 200
"""Bytes of a file name before its suffix; file systems allow 255, and a temporary name needs some."""


def unique_names(paths: Sequence[str], suffix: str) -> list[str]:
    """A file name for the result of each input, in their order; letters and spaces are kept.

    The input's name without its suffix, or its folder's name where all files are called the same
    ("hue/scan.pdf", "vinh/scan.pdf"); where two would be alike (case and Unicode form ignored), with the suffix, then
    with the folders above it, at last with a number.
    """
    sources = [Path("stdin") if path == "-" else Path(path).absolute() for path in paths]
    names: dict[int, str] = {}
    for form in _forms(sources):
        made = {n: _shortened(form(source)) for n, source in enumerate(sources) if n not in names}
        count = Counter(map(_key, [*made.values(), *names.values()]))
        names |= {n: name for n, name in made.items() if count[_key(name)] == 1}
    taken = set(map(_key, names.values()))
    return [(names.get(n) or _numbered(_shortened(s.stem), taken)) + suffix for n, s in enumerate(sources)]


def _forms(sources: Sequence[Path]) -> list[Callable[[Path], str]]:
    """Ways to name a result, the shortest first."""

    def under(folders: int) -> Callable[[Path], str]:
        return lambda path: "_".join((*path.parts[-1 - folders : -1], path.stem))

    forms = [under(0), lambda path: path.name, under(1), under(2), under(3)]
    alike = len({_key(path.stem) for path in sources}) == 1 < len(sources)
    if alike and len({_key(path.parent.name) for path in sources}) == len(sources):
        return [lambda path: path.parent.name, *forms]
    return forms


def numbered_path(path: Path, number: int, suffix: str) -> Path:
    """The file for one of several plans of a document: "bó.json" is "bó-1.json"."""
    stem = path.name.removesuffix(suffix) if path.name.endswith(suffix) else path.stem
    end = suffix if path.name.endswith(suffix) else path.suffix
    return path.with_name(f"{stem}-{number}{end}")


def apart(output: str | Path | None, given: Iterable[str]) -> None:
    """Refuses to write a result over one of the files that it is made from.

    Raises:
        UsageError: it would be.
    """
    if output is not None:
        apart_all([Path(output)], given)


def apart_all(places: Iterable[Path], given: Iterable[str]) -> None:
    """The same for many results.

    Raises:
        UsageError: one would be written over a file that is read.
    """
    there = {found: place for place in places if (found := _identity(place)) is not None}
    hit = next((there[found] for g in given if there and (found := _identity(Path(g))) in there), None)
    if hit is not None:
        raise UsageError(
            f"Kết quả sẽ ghi đè lên tệp gốc / the result would replace the file it is made from: {hit}",
            "Chọn tên hay thư mục khác / choose another name or folder: -o",
        )


def _identity(path: Path) -> tuple[int, int] | None:
    """What the file system knows a file by; None where there is no such file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def put(made: str | bytes | Iterable[tuple[str, str]], output: str | None) -> None:
    """A text to stdout, or to the file ``output``; bytes to the file; named texts into the folder.

    Raises:
        FileAccess: it cannot be written.
    """
    if isinstance(made, str) and output is None:
        console.data(made)
        return
    path = Path(output or "")
    if isinstance(made, str):
        write(path, made)
    elif isinstance(made, bytes):
        write_bytes(path, made)
    else:
        for name, content in made:
            write(path / name, content)


def write(path: Path, text: str) -> None:
    """Writes UTF-8 text so that the file is whole or unchanged; folders above it are made.

    Raises:
        FileAccess: it cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file as ``write`` does.

    Raises:
        FileAccess: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        _replace(path, data)
    except OSError as error:
        raise FileAccess(
            f"Không ghi được / cannot be written: {path}: {error.strerror or error}",
            "Kiểm tra thư mục, quyền ghi và chỗ trống / check the folder, the permission and the space left",
        ) from error


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".kehoach-{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _numbered(stem: str, taken: set[str]) -> str:
    n = 2
    while _key(f"{stem} ({n})") in taken:
        n += 1
    taken.add(_key(f"{stem} ({n})"))
    return f"{stem} ({n})"


def _key(name: str) -> str:
    """What file systems that ignore case and Unicode form take for the same name."""
    return unicodedata.normalize("NFC", name).casefold()


def _shortened(name: str) -> str:
    data = os.fsencode(name)
    return name if len(data) <= _LONGEST else data[:_LONGEST].decode("utf-8", "ignore")
