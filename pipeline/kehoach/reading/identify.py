"""A file -> Source: what it is, told by its content and not by its name."""

from __future__ import annotations

import hashlib
import re
import struct
from pathlib import Path, PurePath

from kehoach.errors import EmptyInput, Encrypted, FileAccess, NotADocument, Truncated
from kehoach.model.document import Source
from kehoach.programs import objects
from kehoach.reading import containers

PDF = "application/pdf"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
RTF = "application/rtf"
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"II+\x00": "image/tiff",
    b"MM\x00+": "image/tiff",
    b"BM": "image/bmp",
}
SUPPORTED = "PDF, PNG, JPEG, TIFF, BMP, WebP, DOCX, ODT, DOC, RTF, HTML, MHTML, TXT, Markdown, ZIP"

_FOREIGN = (
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"%!PS", "PostScript"),
    (b"AT&TFORM", "DjVu"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"SQLite format 3", "SQLite"),
)
_BRANDS = ((b"heic", "HEIC"), (b"heix", "HEIC"), (b"mif1", "HEIC"), (b"avif", "AVIF"))
"""What pictures of phones and films say at their fifth byte, after "ftyp"."""
_TEXTUAL = (
    (re.compile(rb"\s*(?:<\?xml\b|<svg\b)"), "XML"),
    (re.compile(rb"(?=(?:[^\n]*\n){0,40}?MIME-Version:)(?:[\w-]{1,40}:|From )[^\n]*\n", re.IGNORECASE), "e-mail"),
)
"""Texts that are made for programs: read as words they would be a jumble."""
_UNPACK = "Giải nén rồi đọc thư mục đó, hoặc nén lại thành ZIP / unpack it and read the folder, or pack it as ZIP"
_ADVICE = {
    "RAR": _UNPACK,
    "7-Zip": _UNPACK,
    "gzip": _UNPACK,
    "HEIC": "Đổi ảnh sang JPEG rồi đọc, hoặc đặt máy ảnh của điện thoại ở chế độ tương thích / make it a JPEG and read that",
    "e-mail": "Lưu các tệp đính kèm rồi đọc chúng / save the attached files and read them",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_SIGN = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
MHTML_SIGN = re.compile(
    rb"\s*(?:[\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?Content-Type:\s*multipart/related", re.IGNORECASE
)
"""How a page begins that a browser or Word saved in one file with its pictures."""
_MARKDOWN_SIGN = re.compile(rb"^(?:#{1,6} \S|\|? ?:?-{3,}:? ?\||```)", re.MULTILINE)
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x0b\x1a\x1b")


def source(path_or_bytes: str | Path | bytes, name: str | None = None) -> Source:
    """The input with its kind and hash.

    Args:
        path_or_bytes: a path, also of a file in a zip archive ("bó.zip/kế hoạch.pdf"), the URL of an object, or the
            file's content.
        name: the path to record; by default the path given, or "-" for bytes.

    Raises:
        FileAccess: the file is missing, a folder, or may not be read.
        EmptyInput: there is nothing in it.
        Encrypted: a PDF that does not open without its password.
        Truncated: the file breaks off or is damaged.
        NotADocument: a kind of file that is not read.
    """
    if isinstance(path_or_bytes, bytes):
        data, shown = path_or_bytes, name or "-"
    elif objects.is_url(str(path_or_bytes)):
        data, shown = objects.content(str(path_or_bytes)), name or str(path_or_bytes)
    else:
        path = Path(path_or_bytes)
        inside = None if path.exists() else containers.resolved(path)
        data = containers.member(*inside) if inside is not None else _content(path)
        shown = name or str(path_or_bytes)
    if not data.strip(b"\x00\t\n\r\f \xef\xbb\xbf") or data.startswith(containers.EMPTY):
        raise EmptyInput(
            f"Tệp rỗng: {shown} (the file is empty)",
            "Kiểm tra lại tệp gốc hoặc quét lại (check the original or scan it again).",
        )
    kind = media_type(data, shown)
    if kind == containers.ZIP:
        containers.check(data, shown)
        raise NotADocument(
            f"Tệp nén chứa nhiều tệp, hãy chỉ ra một tệp trong đó: {shown}/... (name a file in the archive)",
            f"Hoặc đọc cả tệp nén / or read all of it: kehoach read {shown}",
        )
    _check(data, kind, shown)
    return Source(shown, hashlib.sha256(data).hexdigest(), kind, data)


def media_type(data: bytes, name: str = "") -> str:
    """The media type by content; the name decides only between plain text and Markdown.

    Raises:
        NotADocument: the content is of no kind that is read here.
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    for sign, kind in IMAGES.items():
        if data.startswith(sign) and (sign != b"BM" or data[14:18] in _BITMAP_HEADERS):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data.startswith(containers.SIGN):
        return _zipped(data, name)
    if data.startswith(OLE):
        return _compound(data, name)
    if data.startswith(b"{\\rtf"):
        return RTF
    for sign, what in _FOREIGN:
        if data.startswith(sign):
            raise _not_a_document(name, what)
    if data[4:8] == b"ftyp":
        raise _not_a_document(name, next((what for brand, what in _BRANDS if data[8:12] == brand), "MP4"))
    if not _is_text(data):
        raise _not_a_document(name, "?")
    named = PurePath(name).suffix.lower()
    if (
        named in (".html", ".htm", ".mht", ".mhtml")
        or MHTML_SIGN.match(data)
        or _HTML_SIGN.match(data[3:] if data.startswith(b"\xef\xbb\xbf") else data)
    ):
        return HTML
    for pattern, what in _TEXTUAL:
        if pattern.match(data[3:] if data.startswith(b"\xef\xbb\xbf") else data):
            raise _not_a_document(name, what)
    if named in (".md", ".markdown") or (named != ".txt" and _MARKDOWN_SIGN.search(data)):
        return MARKDOWN
    return PLAIN


_BITMAP_HEADERS = tuple(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))


def _zipped(data: bytes, name: str) -> str:
    kind = containers.kind(data, name)
    if kind in (DOCX, ODT, containers.ZIP):
        return kind
    raise _not_a_document(name, kind.rsplit(".", maxsplit=1)[-1])


def _compound(data: bytes, name: str) -> str:
    """Files of Office 97-2003 are file systems; the names of their entries tell which program wrote them."""
    if _entry("EncryptedPackage") in data:
        raise Encrypted(
            f"Tệp Office có mật khẩu: {name} (the file is protected by a password)",
            "Mở tệp bằng mật khẩu, lưu bản không có mật khẩu rồi đọc lại (save a copy without password).",
        )
    if _entry("WordDocument") in data:
        return DOC
    if _entry("Root Entry") not in data:  # the list of entries may stand last: it is what a file cut short loses
        raise truncated(name)
    raise _not_a_document(name, "Office 97-2003 (XLS, PPT, MSG ...)")


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le") + bytes(2)


def _is_text(data: bytes) -> bool:
    """Text in UTF-8, UTF-16 with its mark, or a one-byte encoding: hardly any control characters."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = data[:65536]
    return sum(byte in _CONTROLS for byte in head) <= len(head) // 500


def _not_a_document(name: str, what: str) -> NotADocument:
    return NotADocument(
        f"Không đọc được loại tệp này: {name} ({what}) (a kind of file that is not read)",
        _ADVICE.get(what)
        or f"Các loại tệp đọc được: {SUPPORTED}. Hãy lưu hoặc xuất văn bản ra PDF rồi đọc lại "
        "(save or export the document as PDF and read that).",
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError as error:
        raise FileAccess(
            f"{path} là thư mục, không phải tệp (is a folder, not a file)",
            "Chỉ ra một tệp trong thư mục đó (name a file in it).",
        ) from error
    except OSError as error:
        raise FileAccess(
            f"Không mở được tệp {path}: {error.strerror or error} (the file cannot be opened)",
            "Kiểm tra đường dẫn và quyền đọc tệp (check the path and the permission to read it).",
        ) from error


def _check(data: bytes, kind: str, name: str) -> None:
    if kind == PDF:
        _check_pdf(data, name)
    elif kind.startswith("image/"):
        _check_image(data, name)


def _check_pdf(data: bytes, name: str) -> None:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        document.close()
    except pypdfium2.PdfiumError as error:
        # PDFium may still hold the error of the file before: only a file that says it is encrypted can be.
        if b"/Encrypt" in data and any(word in str(error).lower() for word in ("password", "security")):
            raise Encrypted(
                f"Tệp PDF có mật khẩu: {name} (the PDF is protected by a password)",
                "Mở tệp bằng mật khẩu, lưu bản không có mật khẩu rồi đọc lại (save a copy without password).",
            ) from error
        raise truncated(name) from error
    if not pages:
        raise EmptyInput(
            f"Tệp PDF không có trang nào: {name} (the PDF has no pages)", "Kiểm tra lại tệp gốc (check the original)."
        )


def _check_image(data: bytes, name: str) -> None:
    import io
    import warnings

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pages above Pillow's first limit are read, at a lower resolution; those above its second are refused.
            # What it warns of besides (odd EXIF data) is no concern of a reader's.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                image.load()
    except Image.DecompressionBombError as error:
        raise NotADocument(
            f"Ảnh quá lớn, không thể là một trang giấy: {name} (too many pixels for a page of paper: {error})",
            "Quét lại ở 300 dpi hoặc thu nhỏ ảnh (scan it at 300 dpi or make the picture smaller).",
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError, struct.error) as error:
        raise truncated(name) from error


def truncated(name: str) -> Truncated:
    """The error for a file that is damaged."""
    return Truncated(
        f"Tệp bị hỏng hoặc thiếu phần cuối: {name} (the file is damaged or cut off)",
        "Tải lại hoặc quét lại tệp gốc (download or scan the original again).",
    )
