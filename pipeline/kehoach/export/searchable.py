"""A searchable copy of a scan: its pages as they are, with an invisible text layer, word by word in its place.

The text is drawn in mode 3 (ISO 32000-1, 9.3.6: neither filled nor stroked) in a font of one empty glyph (beside
.notdef, which PDF/A forbids to be drawn), whose map to Unicode is the identity, so that every Vietnamese letter is copied and found as it was read. Pages with a good text
layer of their own stay untouched.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kehoach.export import earlier_text, picture_pages, turning
from kehoach.export.typeset import SetLine, SetPage, pages
from kehoach.model.document import Document, Source
from kehoach.model.page import Page

if TYPE_CHECKING:
    import pikepdf

_ADVANCE = 0.5
"""Width of each letter of the font, in sizes."""
_LEAST_GAP = 0.16
"""Between words, in sizes: viewers take words that stand nearer than a tenth for one."""
_SLIMMEST, _WIDEST = 5.0, 800.0
"""Stretching (percent) beyond which a word's place is surely wrong."""
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_pdf(source: Source, document: Document, flattened: Mapping[int, bytes] | None = None) -> bytes:
    """The document as PDF with what was recognized laid under its pages.

    Digital signatures hold for the bytes that were signed and for no copy: their boxes stay as pictures, the
    signatures themselves are left out. A wrong text layer is replaced.

    Args:
        source: the PDF or image file that was read.
        document: its text as read; only pages that it has are kept.
        flattened: JPEG pictures of pages that were photos and were laid flat, before they were turned: they stand in
            for the photos, on which no line is straight.

    Raises:
        ValueError: the source has no pages.
    """
    with _opened(source, document) as pdf:
        _without_signatures(pdf)
        placed = pages(document)
        for number, picture in (flattened or {}).items():
            size = next(_shown(page) for page in document.pages if page.number == number)
            with picture_pages.bound(picture, {1: size}) as sheet:
                pdf.pages[number - 1] = sheet.pages[0]
        font: pikepdf.Object | None = None
        for page in placed:
            if page.page.text_from != "ocr" or page.page.failed or not page.page.width:
                continue
            font = font if font is not None else _font(pdf)
            target = pdf.pages[page.page.number - 1]
            earlier_text.remove(pdf, target)
            _lay(pdf, target, page, font)
        kept = {page.page.number for page in placed}
        for n in range(len(pdf.pages), 0, -1):
            if n not in kept:
                del pdf.pages[n - 1]
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def signatures(data: bytes) -> int:
    """How many digital signatures a PDF has, which its searchable copy will not have."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(list(_signed(pdf)))


def _opened(source: Source, document: Document) -> pikepdf.Pdf:
    import pikepdf

    if source.media_type == "application/pdf":
        return pikepdf.open(io.BytesIO(source.data))
    if source.media_type.startswith("image/"):
        return picture_pages.bound(source.data, {page.number: _shown(page) for page in document.pages if page.width})
    raise ValueError(f"a file without pages: {source.media_type}")


def _shown(page: Page) -> tuple[float, float]:
    """Width and height of the page before the reader turned it."""
    width, height = float(page.width or 0), float(page.height or 0)
    return (height, width) if page.rotation % 180 else (width, height)


def _signed(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    form: Any = pdf.Root.get("/AcroForm")
    fields = list(form.get("/Fields", [])) if form is not None else []
    while fields:
        field = fields.pop()
        fields.extend(field.get("/Kids", []))
        if field.get("/FT") == "/Sig" and "/V" in field:
            yield field


def _without_signatures(pdf: pikepdf.Pdf) -> None:
    if any(True for _ in _signed(pdf)):
        pdf.flatten_annotations("all")
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        if "/Perms" in pdf.Root:
            del pdf.Root["/Perms"]


def _lay(pdf: pikepdf.Pdf, target: pikepdf.Page, page: SetPage, font: pikepdf.Object) -> None:
    """Puts the text of one page under it."""
    import pikepdf

    name = str(target.add_resource(font, pikepdf.Name.Font, pikepdf.Name.KehoachText))
    matrix = " ".join(f"{value:.6f}" for value in turning.to_page(page.page, target))
    drawn = "\n".join(_drawn(line) for block in (*page.blocks, *page.furniture) for line in _whole(block.lines))
    # What stands before is closed off: its settings would move our text.
    target.contents_add(b"q\n", prepend=True)
    text = f"\nQ\nq {matrix} cm\nBT 3 Tr {name} 1 Tf\n{drawn}\nET\nQ\n"
    target.contents_add(pdf.make_stream(text.encode("ascii")))


def _whole(lines: Iterable[SetLine]) -> Iterator[SetLine]:
    return (line for line in lines if line.box is not None and line.box.area > 0)


def _drawn(line: SetLine) -> str:
    """One line of text. All its words stand on one baseline and have one height, as when they were printed; each is
    stretched to its own width, and the space after it to the gap."""
    box = line.box
    assert box is not None
    size = max(box.height, 1.0)
    made: list[str] = []
    groups = _groups(line)
    for n, (text, x0, x1) in enumerate(groups):
        after = groups[n + 1][1] if n + 1 < len(groups) else None
        x1 = x1 if after is None else min(x1, max(after - _LEAST_GAP * size, (x0 + x1) / 2))
        made.append(f"{size:.2f} 0 0 {-size:.2f} {x0:.2f} {box.bottom:.2f} Tm {_stretched(text, x1 - x0, size)}")
        if after is not None:
            made.append(_stretched(" ", max(after - x1, 0.1), size))
    return "\n".join(made)


def _groups(line: SetLine) -> list[tuple[str, float, float]]:
    """Words with their left and right edges; a word without a place goes with the one before it."""
    made: list[tuple[str, float, float]] = []
    loose = ""
    for word in line.words:
        if word.box is not None:
            made.append((loose + word.text, word.box.x0, word.box.x1))
            loose = ""
        elif made:
            text, x0, x1 = made[-1]
            made[-1] = (f"{text} {word.text}", x0, x1)
        else:
            loose += f"{word.text} "
    return made


def _stretched(text: str, width: float, size: float) -> str:
    units = text.encode("utf-16-be")
    percent = 100 * width / (_ADVANCE * size * (len(units) // 2))
    return f"{min(max(percent, _SLIMMEST), _WIDEST):.2f} Tz <{units.hex()}> Tj"


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The font of one empty glyph, which stands for all characters of the Basic Multilingual Plane."""
    from pikepdf import Array, Dictionary, Name, String

    data = files("kehoach.export").joinpath("glyphless.ttf").read_bytes()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Glyphless, Flags=5, FontBBox=Array([0, 0, 500, 1000]), ItalicAngle=0,
        Ascent=1000, Descent=0, CapHeight=1000, StemV=80, FontFile2=pdf.make_stream(data, Length1=len(data)),
    )  # fmt: skip
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Glyphless, DW=int(1000 * _ADVANCE),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=pdf.make_stream(b"\0\1" * 0x10000), FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Glyphless, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=pdf.make_stream(_TO_UNICODE),
        )
    )  # fmt: skip
