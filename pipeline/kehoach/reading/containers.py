"""Files inside zip archives: which of them are documents, and their content, read with limits and never unpacked to
the disk. A document in an archive is named "bó.zip/kế hoạch.docx"."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from kehoach.errors import BadInput, Encrypted, FileAccess, NotADocument, Truncated

SIGN, EMPTY = b"PK\x03\x04", b"PK\x05\x06"
"""How an archive begins, and one that holds nothing."""
_LARGEST = 1_000_000_000
"""Bytes of one file in an archive; a scan of two thousand pages is below."""
_MOST = 20_000
"""Files in one archive."""
_DEEPEST = 3
"""Archives inside archives."""
_RATIO = 250
_SUSPECT = 20_000_000
"""From so many bytes on, a file that shrinks by more than the ratio is refused: XML and black-and-white pages do not."""
_OFFICE = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
ZIP = "application/zip"


def kind(data: bytes, name: str) -> str:
    """The media type of a file in the form of a zip archive.

    Raises:
        Truncated: the archive is damaged.
    """
    with _opened(data, name) as archive:
        names = archive.namelist()
        if "mimetype" in names:
            found = _read(archive, archive.getinfo("mimetype"), name)[:200].decode("ascii", "replace").strip()
            if "/" in found:
                return found
        if "[Content_Types].xml" in names:
            return next((kind for folder, kind in _OFFICE.items() if any(n.startswith(folder) for n in names)), ZIP)
    return ZIP


def documents(path: Path, wanted: Callable[[str, bytes], bool]) -> Iterator[str]:
    """The paths of the documents in an archive, in the order of their names; archives in it are looked into, and those
    too deep inside one another are given as they are: reading one tells that it is an archive.

    ``wanted`` decides by name and first bytes.

    Raises:
        FileAccess: the archive cannot be read.
        BadInput: it is damaged, or made to do harm. A bad file in it is one of the documents.
    """
    yield from _documents(_content(path), str(path), wanted, 1)


def check(data: bytes, name: str) -> None:
    """Looks at every file of an archive.

    Raises:
        BadInput: it is damaged, locked, or made to do harm.
    """
    with _opened(data, name) as archive:
        for info, inner in _files(archive, name):
            _read(archive, info, f"{name}/{inner}", 1)


def resolved(path: Path) -> tuple[Path, PurePosixPath] | None:
    """The archive and the place in it that a path names; None where no part of the path is a file."""
    for above in path.parents:
        if above.is_file():
            return above, PurePosixPath(path.relative_to(above).as_posix())
    return None


def member(archive: Path, inner: PurePosixPath) -> bytes:
    """The content of a file in an archive.

    Raises:
        FileAccess: there is no such file, or the archive cannot be read.
        BadInput: the archive is damaged, locked, or made to do harm.
    """
    return _member(_content(archive), str(archive), str(inner), 1)


def _documents(data: bytes, shown: str, wanted: Callable[[str, bytes], bool], depth: int) -> Iterator[str]:
    with _opened(data, shown) as archive:
        for info, name in sorted(_files(archive, shown), key=lambda file: file[1].casefold()):
            place = f"{shown}/{name}"
            try:
                head = _read(archive, info, place, 2048)
                content = _read(archive, info, place) if head.startswith(SIGN) else head
                packed = head.startswith(SIGN) and kind(content, place) == ZIP
            except BadInput:
                yield place  # reading it tells what is wrong
                continue
            if not packed and wanted(name, content):
                yield place
            elif packed and depth < _DEEPEST:
                yield from _documents(content, place, wanted, depth + 1)
            elif packed:
                yield place


def _member(data: bytes, shown: str, inner: str, depth: int) -> bytes:
    with _opened(data, shown) as archive:
        for info, name in _files(archive, shown):
            if name == inner:
                return _read(archive, info, f"{shown}/{name}")
            if inner.startswith(f"{name}/") and depth < _DEEPEST:
                place = f"{shown}/{name}"
                return _member(_read(archive, info, place), place, inner[len(name) + 1 :], depth + 1)
    raise FileAccess(
        f"Không có tệp này trong tệp nén: {shown}/{inner} (no such file in the archive)",
        "Kiểm tra đường dẫn (check the path).",
    )


def _files(archive: zipfile.ZipFile, shown: str) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files with their names; what systems put beside them is left out."""
    infos = archive.infolist()
    if len(infos) > _MOST:
        raise _harmful(shown, f"{len(infos)} > {_MOST} tệp / files")
    for info in infos:
        name = _name(info)
        parts = name.split("/")
        if not info.is_dir() and not any(p.startswith(".") or p == "__MACOSX" for p in parts if p not in (".", "..")):
            yield info, name


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was written: old programs do not say that it is UTF-8, and Windows writes names in the code page of
    its language, for Vietnamese 1258, whose signs of other code pages are no letters."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        written = info.filename.encode("cp437")
        return written.decode("utf-8")
    except UnicodeEncodeError:
        return info.filename
    except UnicodeDecodeError:
        name = unicodedata.normalize("NFC", written.decode("cp1258", "replace"))
        return name if all(c.isalpha() for c in name if not c.isascii()) else info.filename


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, most: int | None = None) -> bytes:
    if info.flag_bits & 0x1:
        raise Encrypted(
            f"Tệp nén có mật khẩu: {shown} (the archive is protected by a password)",
            "Giải nén bằng mật khẩu rồi đọc các tệp bên trong (unpack it and read the files inside).",
        )
    bomb = info.file_size > _SUSPECT and info.file_size > _RATIO * max(info.compress_size, 1)
    if info.file_size > _LARGEST or bomb:
        raise _harmful(shown, f"{info.file_size:,} byte")
    limit = _LARGEST if most is None else most
    try:
        with archive.open(info) as file:
            data = file.read(limit + (most is None))
    except Exception as error:  # zipfile, zlib, bz2 and lzma each have errors of their own
        raise _damaged(shown, error) from error
    if len(data) > limit:
        raise _harmful(shown, f"> {_LARGEST:,} byte")
    return data


def _opened(data: bytes, shown: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise _damaged(shown, error) from error
    if data.startswith(SIGN) and min((info.header_offset for info in archive.infolist()), default=0):
        # What is listed at the end is not what begins the file: the list of an archive inside it, its own is cut off.
        raise _damaged(shown, ValueError("the list of its files is missing"))
    return archive


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccess(
            f"Không mở được tệp {path}: {error.strerror or error} (the file cannot be opened)",
            "Kiểm tra đường dẫn và quyền đọc tệp (check the path and the permission to read it).",
        ) from error


def _damaged(shown: str, error: Exception) -> BadInput:
    return Truncated(
        f"Tệp bị hỏng hoặc thiếu phần cuối: {shown} (the file is damaged or cut off: {error})",
        "Tải lại hoặc nén lại tệp gốc (download or pack the original again).",
    )


def _harmful(shown: str, why: str) -> BadInput:
    return NotADocument(
        f"Tệp nén phình quá lớn: {shown} (it unpacks to more than is believable: {why})",
        "Tệp có thể được làm để gây hại; chỉ đọc tệp từ nguồn tin cậy, hoặc giải nén trước "
        "(the file may be meant to do harm; unpack it first if you trust it).",
    )
