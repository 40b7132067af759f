"""Text files by name: which transcript belongs to which recognized text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kehoach.errors import BadInput, FileAccess, NothingToDo, UsageError
from kehoach.evaluating.text_reference import PAGE_BREAK

_PAGE = re.compile(r"page-(\d+)\.txt")


def text_pairs(reference: Path, result: Path) -> Iterator[tuple[str, str, str]]:
    """(name, reference, result) of every document, pages parted by form feeds; a result that is not there is empty.

    Raises:
        FileAccess: a path does not exist, or cannot be read.
        UsageError: a folder of references and a single result.
        NothingToDo: there is no reference in the folder.
        BadInput: a file is not UTF-8.
    """
    for path in (reference, result):
        if not path.exists():
            raise FileAccess(f"Không tìm thấy / not found: {path}", "Kiểm tra đường dẫn / check the path")
    references = _documents(reference)
    if not references:
        raise NothingToDo(
            f"Không có bản chép trong / no transcript in: {reference}",
            "Tên tệp / files: NAME.txt, NAME/page-1.txt, NAME/transcript/page-1.txt",
        )
    if _single(reference):
        name, files = next(iter(references.items()))
        others = _documents(result) if _single(result) else {}
        found = next(iter(others.values())) if others else _documents(result).get(name, [])
        yield name, _text(files), _text(found)
        return
    if _single(result):
        raise UsageError(
            f"REFERENCE là thư mục nhiều văn bản / REFERENCE holds several documents, RESULT one: {result}"
        )
    results = _documents(result)
    for name, files in references.items():
        yield name, _text(files), _text(results.get(name, []))


def _single(path: Path) -> bool:
    """Whether a path is one document: a file, or a folder of its pages."""
    return path.is_file() or bool(_pages(path)) or bool(_pages(path / "transcript"))


def _documents(path: Path) -> dict[str, list[Path]]:
    """The files of each document, page by page, by the document's name."""
    if path.is_file():
        return {path.stem: [path]}
    pages = _pages(path) or _pages(path / "transcript")
    if pages:
        folder = path.resolve()
        return {folder.parent.name if folder.name == "transcript" else folder.name: pages}
    found = {file.stem: [file] for file in sorted(path.glob("*.txt"))}
    for folder in sorted(path.iterdir()):
        pages = _pages(folder) or _pages(folder / "transcript")
        if pages:
            found[folder.name] = pages
    return found


def _pages(folder: Path) -> list[Path]:
    """page-1.txt, page-2.txt ... in order."""
    numbered = [(int(match[1]), file) for file in folder.glob("page-*.txt") if (match := _PAGE.fullmatch(file.name))]
    return [file for _, file in sorted(numbered)]


def _text(files: list[Path]) -> str:
    return PAGE_BREAK.join(map(_read, files))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileAccess(
            f"Không đọc được / cannot be read: {file}: {error.strerror or error}", "Kiểm tra quyền đọc / check its mode"
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{file}: không phải văn bản UTF-8 / this is no UTF-8 text",
            "Lưu lại bằng UTF-8; PDF, ảnh, DOCX: nhận dạng trước / save as UTF-8; PDF, images, DOCX: first\n"
            f"kehoach ocr {file.name} -o {file.stem}.txt",
        ) from error
