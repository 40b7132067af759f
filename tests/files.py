"""Small input files made by hand: what offices send, and what goes wrong with it."""

from __future__ import annotations

import struct
import zlib


def pdf(*pages: str, encrypted: bool = False) -> bytes:
    """A PDF with one line of Latin text a page; ``encrypted`` gives it a password that nobody knows."""
    count = len(pages)
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>"]
    for n, text in enumerate(pages):
        stream = f"BT /F 14 Tf 72 700 Td ({text}) Tj ET"
        font = "<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>"
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font{font}>>/Contents {4 + 2 * n} 0 R>>"
        )
        bodies.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    trailer = f"/Size {len(bodies) + 1}/Root 1 0 R"
    if encrypted:
        secret = "41" * 32
        bodies.append(f"<</Filter/Standard/V 1/R 2/P -44/O<{secret}>/U<{secret}>>>")
        trailer = f"/Size {len(bodies) + 1}/Root 1 0 R/Encrypt {len(bodies)} 0 R/ID[<{'00' * 16}><{'00' * 16}>]"
    return _assembled(bodies, trailer)


def png(width: int = 1240, height: int = 1754, shade: int = 255) -> bytes:
    """An empty grey page, by default A4 at 150 dpi."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes([shade]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _assembled(bodies: list[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for n, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{n} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer\n<<{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode("latin-1")
