"""Files that do not want to be read: broken, locked, lying about what they are, or made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from tests import files, office
from tests.office import p, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _compound(entry: str) -> bytes:
    return _OLE + bytes(600) + f"Root Entry\0{entry}".encode("utf-16-le") + bytes(99)


def _huge_png(side: int) -> bytes:
    """A picture that says it has so many pixels a side and holds none of them."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def raw_pdf(*bodies: str, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    return files._assembled(list(bodies), f"/Size {len(bodies) + 1}/Root {root} 0 R")


def many_pages(count: int) -> bytes:
    """A PDF whose page tree shows the same page again and again: a few kilobytes, as many pages as wanted."""
    kids = " ".join(["3 0 R"] * count)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return raw_pdf("<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>", page)


def broken_page() -> bytes:
    """A PDF of three pages, of which the second is no page."""
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{font}/Contents "
    streams = [f"BT /F 14 Tf 72 {y} Td ({words}) Tj ET" for y, words in ((700, "Ke hoach"), (650, "phong trao"))]
    return raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>", f"{page}6 0 R>>", "[1 2 3]",
        f"{page}7 0 R>>", *(f"<</Length {len(stream)}>>stream\n{stream}\nendstream" for stream in streams),
    )  # fmt: skip


def scripted_pdf() -> bytes:
    """A PDF that asks to run scripts when it is opened and to start programs."""
    stream = "BT /F 14 Tf 72 700 Td (Ke hoach) Tj ET"
    return raw_pdf(
        "<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 6 0 R>>/Names<</JavaScript<</Names[(a) 5 0 R]>>>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F<</Type/Font/Subtype/Type1"
        "/BaseFont/Times-Roman>>>>>>/Contents 4 0 R>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</S/JavaScript/JS(while(1){app.alert(1)})>>",
        "<</S/Launch/F(touch ran)>>",
    )


def _bomb(name: str, **others: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for other, content in others.items():
            made.writestr(other, content)
        made.writestr(name, bytes(25_000_000))
    return out.getvalue()


def _locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": b"KE HOACH"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


_TYPES = {"[Content_Types].xml": "<x/>"}
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'
_LOOP = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>")

BAD: Mapping[str, tuple[bytes, str]] = {
    "rỗng.pdf": (b"", "empty"),
    "toàn dấu cách.txt": (b" \r\n\t \n", "empty"),
    "toàn số không.txt": (bytes(300), "empty"),
    "nhị phân.txt": (b"MZ" + bytes(range(32)) * 50, "not_a_document"),
    "cắt cụt.pdf": (files.pdf("Ke hoach")[:150], "truncated"),
    "không trang.pdf": (files.pdf(), "truncated"),
    "vòng lặp trang.pdf": (raw_pdf(*_LOOP), "truncated"),
    "có mật khẩu.pdf": (files.pdf("Ke hoach", encrypted=True), "encrypted"),
    "rác.pdf": (bytes(range(256)) * 40, "not_a_document"),
    "rác sau dấu PDF.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "truncated"),
    "hai nghìn trang.pdf": (many_pages(2001), "too_many_pages"),
    "nén gzip.pdf": (b"\x1f\x8b\x08" + bytes(50), "not_a_document"),
    "cắt cụt.png": (files.png()[:-40], "truncated"),
    "khổng lồ.png": (_huge_png(30_000), "not_a_document"),
    "cắt cụt.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(20), "truncated"),
    "cắt cụt.tif": (b"II*\x00\x08\x00\x00\x00\x05\x00", "truncated"),
    "cắt cụt.docx": (office.docx(p("KẾ HOẠCH"))[:-60], "truncated"),
    "không chữ.docx": (office.docx(p(" ")), "empty"),
    "thiếu phần chính.docx": (zipped({**_TYPES, "word/other.xml": "<x/>"}), "truncated"),
    "bom XML.docx": (zipped({**_TYPES, "word/document.xml": _ENTITIES}), "truncated"),
    "bom nén.docx": (_bomb("word/document.xml", **_TYPES), "not_a_document"),
    "quá sâu.docx": (office.docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "truncated"),
    "có mật khẩu.docx": (_compound("EncryptedPackage"), "encrypted"),
    "bảng tính.docx": (zipped({**_TYPES, "xl/workbook.xml": "<x/>"}), "not_a_document"),
    "ảnh điện thoại.heic": (b"\0\0\0\x18ftypheic" + bytes(50), "not_a_document"),
    "thư.txt": (b"From: a@b.vn\nMIME-Version: 1.0\n\nKE HOACH\n", "not_a_document"),
    "dữ liệu.txt": (b'<?xml version="1.0"?>\n<a>KE HOACH</a>', "not_a_document"),
    "nén.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(50), "not_a_document"),
    "nén rar.docx": (b"Rar!\x1a\x07\x01\x00" + bytes(50), "not_a_document"),
    "bảng tính cũ.doc": (_compound("Workbook"), "not_a_document"),
    "có mật khẩu.odt": (office.odt("<text:p>a</text:p>", manifest="<m><encryption-data/></m>"), "encrypted"),
    "không chữ.odt": (office.odt(""), "empty"),
    "chỉ có mã lệnh.html": (b"<html><script>while(1){}</script><p></p></html>", "empty"),
    "có mật khẩu.zip": (_locked_zip(), "encrypted"),
    "bom nén.zip": (_bomb("a.txt"), "not_a_document"),
    "cắt cụt.zip": (zipped({"a.txt": b"KE HOACH"})[:-30], "truncated"),
}
"""What no document can be made of: the content, and the code of the error that says so."""
