"""The folder beside an archive: copies of files, and recognized pages. Names of people stand in both, so that nobody
but the owner may look into it."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy.engine import URL

from kehoach.errors import FileAccess, KehoachError
from kehoach.programs import objects
from kehoach.reading import containers

_OWNER = stat.S_IRWXU
_ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was found: what tells later, without reading it, that it is unchanged."""

    path: str
    bytes: int | None = None
    modified_ns: int | None = None


def seen(path: str) -> Seen:
    """How a file looks now; a file in an archive looks as the archive does."""
    if objects.is_url(path):
        try:
            told = objects.state(path)
        except KehoachError:
            return Seen(path)
        return Seen(path, told.bytes, told.modified_ns)
    place = Path(path)
    inside = None if place.exists() else containers.resolved(place)
    try:
        state = (inside[0] if inside is not None else place).stat()
    except OSError:
        return Seen(path)
    return Seen(path, state.st_size, state.st_mtime_ns)


def content(path: str) -> bytes:
    """The content of a file, of a file in an archive, or of an object in a store.

    Raises:
        FileAccess: it cannot be read.
        BadInput: the archive that it is in is damaged.
        MissingDependency: what reaches its store is not installed.
    """
    if objects.is_url(path):
        return objects.content(path)
    place = Path(path)
    inside = None if place.exists() else containers.resolved(place)
    if inside is not None:
        return containers.member(*inside)
    try:
        return place.read_bytes()
    except OSError as error:
        raise FileAccess(
            f"Không mở được tệp {path}: {error.strerror or error} (the file cannot be opened)",
            "Kiểm tra đường dẫn và quyền đọc tệp (check the path and the permission to read it).",
        ) from error


def holds(path: Path, sha256: str) -> bool:
    """Whether this is a file of exactly this content."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def hash_of(path: str) -> str | None:
    """The SHA-256 of a file, also of one in an archive; None where it cannot be read."""
    try:
        return hashlib.sha256(content(path)).hexdigest()
    except KehoachError:
        return None


def folder_of(url: URL) -> Path:
    """The folder of an archive: beside a SQLite file, else in the user's data folder."""
    if url.get_backend_name() == "sqlite":
        database = Path(url.database or "kehoach.db")
        return database.with_name(database.name + ".files")
    home = os.environ.get("XDG_DATA_HOME")
    base = Path(home) if home else Path.home() / ".local" / "share"
    return base / "kehoach" / f"{url.host or 'local'}-{url.database or 'kehoach'}.files"


def made(folder: Path) -> Path:
    """The folder, made where it is not there, closed to others.

    Raises:
        FileAccess: it cannot be made.
    """
    try:
        folder.mkdir(mode=_OWNER, parents=True, exist_ok=True)
        folder.chmod(_OWNER)
    except OSError as error:
        raise FileAccess(
            f"Không tạo được thư mục / the folder cannot be made: {folder}: {error.strerror}",
            "Kiểm tra quyền ghi / check the permission to write there",
        ) from error
    return folder


def recognized_pages(folder: Path) -> Path:
    """The folder of the archive's recognized pages (``kehoach.reading.recorded`` makes "pages" in it).

    Raises:
        FileAccess: it cannot be made.
    """
    return made(folder)


def kept_name(sha256: str, suffix: str) -> str:
    """Where the copy of a file lies in the archive's folder."""
    return f"{_ORIGINALS}/{sha256[:2]}/{sha256}{suffix.lower()}"


def kept_place(folder: Path, name: str) -> str:
    """The path or URL of a copy that is kept under this name."""
    return name if objects.is_url(name) else str(folder / name)


def fetched(folder: Path, place: str, sha256: str) -> Path | None:
    """A file on this machine of exactly this content: the one at the place, or a copy of the object there, which is
    kept beside the archive; None where the place does not hold it."""
    if not objects.is_url(place):
        return Path(place) if holds(Path(place), sha256) else None
    name = kept_name(sha256, PurePosixPath(place).suffix)
    if holds(folder / name, sha256):
        return folder / name
    try:
        data = objects.content(place)
    except KehoachError:
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    keep(folder, name, data)
    return folder / name


def copied(folder: Path, where: str | None, name: str, data: bytes) -> str:
    """Keeps a copy in the folder, or under the URL ``where``; the name under which the archive knows it.

    Raises:
        FileAccess: it cannot be written.
    """
    if where is None:
        keep(folder, name, data)
        return name
    url = f"{where.rstrip('/')}/{name}"
    objects.put(url, data)
    return url


def put(where: str, name: str, data: bytes) -> str:
    """Writes a file into a folder, or an object under a URL, in place of one that is there; its path or URL.

    Raises:
        FileAccess: it cannot be written.
    """
    if objects.is_url(where):
        return copied(Path(), where, name, data)
    place = Path(where).absolute() / name
    _write(place, data)
    return str(place)


def keep(folder: Path, name: str, data: bytes) -> None:
    """Keeps a copy of a file; a copy that is there stays.

    Raises:
        FileAccess: it cannot be written.
    """
    place = made(folder) / name
    if not place.is_file() or place.stat().st_size != len(data):
        _write(place, data)


def _write(place: Path, data: bytes) -> None:
    """Whole or not at all."""
    try:
        place.parent.mkdir(mode=_OWNER, parents=True, exist_ok=True)
        draft = place.with_name(f".{secrets.token_hex(6)}.part")
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    except OSError as error:
        raise FileAccess(
            f"Không giữ được bản sao / the copy cannot be kept: {place}: {error.strerror}",
            "Kiểm tra quyền ghi và chỗ trống / check the permission and the space left",
        ) from error
