"""Searchable copies: every word comes back from the PDF, in its place, however the page was turned."""

from __future__ import annotations

import io
from itertools import product

import numpy as np
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kehoach.export import searchable, turning
from kehoach.model.document import Block, Document, Furniture, Source
from kehoach.model.geometry import Box
from kehoach.model.page import Line, Page, Word
from kehoach.model.text import Text
from kehoach.reading import upright
from tests.files import pdf

WORDS = "Đẩy mạnh phong trào thi đua “Dạy tốt - Học tốt” Ủy ban Nguyễn Thị Ngưỡng: 100%"


def _line(number: int, top: float, text: str) -> Line:
    words, x = [], 72.0
    for word in text.split():
        width = 6.5 * len(word)
        words.append(Word(word, 1, number, Box(x, top, x + width, top + 13), 0.9))
        x += width + 3.5
    return Line(tuple(words))


def _document(width: float = 595.0, height: float = 842.0, rotation: int = 0) -> Document:
    first, second, mark = _line(0, 100, WORDS), _line(1, 120, "thi đua khen thưởng năm 2024."), _line(2, 40, "2")
    page = Page(1, width, height, "ocr", (first, second, mark), ocr_confidence=0.9, rotation=rotation)
    block = Block("body", Text.join(" ", [Text.of_line(first), Text.of_line(second)]))
    return Document((page,), (block,), (Furniture("page_number", 1, mark.words[0].box, Text.of_line(mark)),))


def _source(data: bytes, media_type: str = "application/pdf") -> Source:
    return Source("mẫu", "0" * 64, media_type, data)


def _picture(form: str, mode: str = "L", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (595, 842), 255 if mode in ("1", "L") else (250, 240, 230)).save(out, form, **more)
    return out.getvalue()


def _words(data: bytes) -> list[dict[str, float | str]]:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return list(opened.pages[0].extract_words())


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf(""), "application/pdf"),
        (_picture("JPEG", "RGB"), "image/jpeg"),
        (_picture("PNG", "1"), "image/png"),
        (_picture("TIFF", "L"), "image/tiff"),
    ],
)
def test_words_and_places_come_back(data: bytes, media_type: str) -> None:
    document = _document()
    made = searchable.to_pdf(_source(data, media_type), document)
    found = _words(made)
    expected = [word for line in sorted(document.pages[0].lines, key=lambda line: line.box.top) for word in line.words]
    assert [word["text"] for word in found] == [word.text for word in expected]
    for word, given in zip(found, expected, strict=True):
        assert word["x0"] == pytest.approx(given.box.x0, abs=0.5)
        assert word["x1"] == pytest.approx(given.box.x1, abs=2.5)
        assert word["top"] == pytest.approx(given.box.top, abs=1)
    assert made == searchable.to_pdf(_source(data, media_type), document)


def test_the_picture_stays_what_it_was() -> None:
    given = _picture("JPEG", "RGB", quality=50)
    with pikepdf.open(io.BytesIO(searchable.to_pdf(_source(given, "image/jpeg"), _document()))) as made:
        (stream,) = made.pages[0].Resources.XObject.values()
        assert stream.read_raw_bytes() == given


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_lies_as_its_camera_says(orientation: int) -> None:
    picture, marked = Image.new("L", (60, 80), 255), Image.Exif()
    picture.paste(0, (0, 0, 12, 12))
    marked[0x0112] = orientation
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=marked)
    size = (60.0, 80.0) if orientation in (1, 3) else (80.0, 60.0)
    made = searchable.to_pdf(_source(out.getvalue(), "image/jpeg"), _document(*size))
    page = pypdfium2.PdfDocument(made)[0]
    assert page.get_size() == size
    grey = np.asarray(page.render().to_pil().convert("L"))
    corners = {"1": grey[5, 5], "3": grey[-6, -6], "6": grey[5, -6], "8": grey[-6, 5]}
    assert [name for name, value in corners.items() if value < 100] == [str(orientation)]


@pytest.mark.parametrize(("turn", "rotation"), list(product((0, 90, 180, 270), repeat=2)))
@pytest.mark.parametrize("skew", [0.0, 3.0])
def test_places_go_back_to_where_they_were_read(turn: int, rotation: int, skew: float) -> None:
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(300, 200))
        page.cropbox = pikepdf.Array([20, 10, 290, 190])
        page.Rotate = turn
        page.Contents = made.make_stream(b"80 60 6 6 re f")
        out = io.BytesIO()
        made.save(out)
        bitmap = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=2).to_numpy()[:, :, 0]
        seen = upright.turned(np.ascontiguousarray(bitmap), rotation, skew)
        ys, xs = np.nonzero(seen < 100)
        height, width = seen.shape
        read = Page(1, width / 2, height / 2, "ocr", rotation=rotation, skew=skew)
        a, b, c, d, e, f = turning.to_page(read, page)
    x, y = (xs.mean() + 0.5) / 2, (ys.mean() + 0.5) / 2
    assert (a * x + c * y + e, b * x + d * y + f) == pytest.approx((83, 63), abs=0.6)


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("BT /F 9 Tf 3 Tr 72 700 Td (invisible) Tj ET BT 0 Tr 72 600 Td (printed) Tj ET", {"printed"}),
        ("q 3 Tr Q BT /F 9 Tf 72 700 Td (printed) Tj ET", {"printed"}),
        ("BT /F 9 Tf 72 700 Td (covered) Tj ET q 595 0 0 842 0 0 cm /I Do Q BT 72 600 Td (printed) Tj ET", {"printed"}),
        ("BT /F 9 Tf 72 700 Td (printed) Tj ET q 60 0 0 80 0 0 cm /I Do Q", {"printed"}),
        ("/X Do BT /F 9 Tf 72 700 Td (printed) Tj ET", {"printed"}),
    ],
)
def test_only_text_that_nobody_sees_is_replaced(content: str, left: set[str]) -> None:
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Times-Roman")
        picture = made.make_stream(
            b"\xff", Type="/XObject", Subtype="/Image", Width=1, Height=1, BitsPerComponent=8, ColorSpace="/DeviceGray"
        )
        form = made.make_stream(
            b"BT /F 9 Tf 3 Tr 72 500 Td (within) Tj ET", Type="/XObject", Subtype="/Form", BBox=[0, 0, 595, 842],
            Resources=pikepdf.Dictionary(Font={"/F": font}),
        )  # fmt: skip
        page.Resources = pikepdf.Dictionary(Font={"/F": font}, XObject={"/I": picture, "/X": form})
        page.Contents = made.make_stream(content.encode())
        out = io.BytesIO()
        made.save(out)
    found = {str(word["text"]) for word in _words(searchable.to_pdf(_source(out.getvalue()), _document()))}
    assert found == left | set(WORDS.split()) | {"thi", "đua", "khen", "thưởng", "năm", "2024.", "2"}


def test_pages_with_text_of_their_own_stay_and_pages_not_read_go() -> None:
    first = Page(1, 595.0, 842.0, "text_layer", (_line(0, 100, "một"),))
    made = searchable.to_pdf(
        _source(pdf("one", "two")), Document((first,), (Block("body", Text.of_line(first.lines[0])),))
    )
    with pdfplumber.open(io.BytesIO(made)) as opened:
        assert [page.extract_text() for page in opened.pages] == ["one"]


def test_a_copy_carries_no_signature_that_would_not_hold() -> None:
    with pikepdf.open(io.BytesIO(pdf("one"))) as made:
        signed = pikepdf.Dictionary(
            Type="/Annot", Subtype="/Widget", FT="/Sig", T="S", Rect=[72, 72, 200, 100], F=4,
            V=pikepdf.Dictionary(Type="/Sig", Filter="/Adobe.PPKLite"),
        )  # fmt: skip
        field = made.make_indirect(signed)
        made.pages[0].Annots = pikepdf.Array([field])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
        out = io.BytesIO()
        made.save(out)
    assert searchable.signatures(out.getvalue()) == 1
    copy = searchable.to_pdf(_source(out.getvalue()), _document())
    assert searchable.signatures(copy) == 0
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert "/AcroForm" not in opened.Root


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="text/plain"):
        searchable.to_pdf(_source(b"x", "text/plain"), _document())
