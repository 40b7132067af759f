"""Office files are zip archives of XML: their parts, read with limits, and XML that can do no harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from kehoach.errors import Encrypted, NotADocument, Truncated

LARGEST_PART = 200_000_000
"""Bytes of one unpacked part; the text of a thousand pages is far below."""
_RATIO, _SUSPECT = 250, 20_000_000
"""A part of so many bytes that shrinks by more than the ratio is refused; the XML of word processors shrinks by 30."""
_DEEPEST = 400
"""Levels of elements; word processors write about thirty."""


class Package:
    """The parts of an office file.

    Raises:
        Truncated: the archive is damaged.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.parts = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise _damaged(name, error) from error

    def bytes(self, part: str) -> bytes:
        """The content of a part, empty where there is none.

        Raises:
            Truncated: it is damaged.
            Encrypted: it is locked by a password.
            NotADocument: it unpacks to more than any document holds.
        """
        if part not in self.parts:
            return b""
        info = self._zip.getinfo(part)
        if info.file_size > LARGEST_PART or info.file_size > max(_SUSPECT, _RATIO * info.compress_size):
            raise self._harmful(part)
        try:
            with self._zip.open(part) as file:
                data = file.read(LARGEST_PART + 1)
        except RuntimeError as error:
            raise Encrypted(
                f"Tệp có mật khẩu: {self.name} (the file is protected by a password)",
                "Mở tệp bằng mật khẩu, lưu bản không có mật khẩu rồi đọc lại (save a copy without password).",
            ) from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise _damaged(self.name, error) from error
        except Exception as error:  # zlib and lzma have errors of their own
            raise _damaged(self.name, error) from error
        if len(data) > LARGEST_PART:
            raise self._harmful(part)
        return data

    def _harmful(self, part: str) -> NotADocument:
        return NotADocument(
            f"Tệp nén phình quá lớn: {self.name}: {part} (it unpacks to more than is believable)",
            "Tệp có thể được làm để gây hại; chỉ đọc tệp từ nguồn tin cậy (the file may be meant to do harm).",
        )

    def xml(self, part: str) -> ElementTree.Element | None:
        """The XML of a part; None where there is none.

        Raises:
            Truncated: it is no XML, or has declarations of its own (entities), which no word processor writes.
        """
        data = self.bytes(part)
        return _parsed(data, f"{self.name}: {part}") if data else None


def _parsed(data: bytes, name: str) -> ElementTree.Element:
    builder = _Plain()
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(data)
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _damaged(name, error) from error
    return root


class _Plain(ElementTree.TreeBuilder):
    """Builds the tree; refuses document types, with which XML bombs are made, and trees too deep to walk."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValueError(f"DOCTYPE {name}")

    def start(self, tag: str, attrs: dict[str, str]) -> ElementTree.Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(f"more than {_DEEPEST} levels")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def named(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The children with a tag, whatever its name space."""
    return (child for child in element if local(child.tag) == tag)


def child(element: ElementTree.Element | None, *tags: str) -> ElementTree.Element | None:
    """The child with a tag, its child with the next tag and so on."""
    for tag in tags:
        element = next(named(element, tag), None) if element is not None else None
    return element


def local(tag: object) -> str:
    """A tag or attribute without its name space; comments have no name."""
    return tag.rsplit("}", maxsplit=1)[-1] if isinstance(tag, str) else ""


def attribute(element: ElementTree.Element | None, name: str) -> str | None:
    """An attribute by its name without name space."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def _damaged(name: str, error: Exception) -> Truncated:
    return Truncated(
        f"Tệp bị hỏng hoặc thiếu phần cuối: {name} (the file is damaged or cut off: {error})",
        "Mở tệp bằng Word hay LibreOffice, lưu lại rồi đọc bản mới (open it in a word processor and save it again).",
    )
