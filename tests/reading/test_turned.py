"""Text layers whose text runs upwards, downwards or on its head, as landscape tables and turned scans have them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest

from kehoach.model.page import Page
from kehoach.reading import Settings, reader, source
from tests.conftest import REPOSITORY

PRINTED = REPOSITORY / "corpora" / "so-tnmt-nghe-an-2022" / "digital.pdf"


def turned(degrees: int, *, content: bool, shown: bool) -> bytes:
    """The printed specimen with its content turned against the clock, its pages shown turned with the clock."""
    with pikepdf.open(PRINTED) as pdf:
        for page in pdf.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            if content:
                matrix = {
                    90: (0, 1, -1, 0, height, 0),
                    180: (-1, 0, 0, -1, width, height),
                    270: (0, -1, 1, 0, 0, width),
                }
                put = " ".join(f"{value:g}" for value in matrix[degrees])
                page.contents_add(pdf.make_stream(f"q {put} cm".encode()), prepend=True)
                page.contents_add(pdf.make_stream(b" Q"))
                page.mediabox = [0, 0, *((height, width) if degrees != 180 else (width, height))]
            if shown:
                page.Rotate = degrees
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def pages(data: bytes) -> Sequence[Page]:
    return reader(Settings(mode="text"))(source(data)).pages


def words(found: Sequence[Page]) -> list[str]:
    lines = [line for page in found for line in page.lines]
    lines += [line for page in found for grid in page.grids for cell in grid.cells for line in cell.lines]
    return [word.text for line in lines for word in line.words]


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize(("content", "shown"), [(True, False), (False, True), (True, True)])
def test_text_is_read_whichever_way_it_runs(degrees: int, content: bool, shown: bool) -> None:
    upright, found = pages(PRINTED.read_bytes()), pages(turned(degrees, content=content, shown=shown))
    assert "".join(words(found)) == "".join(words(upright))  # PDFium parts a few words of text on its head
    assert [len(page.grids) for page in found] == [len(page.grids) for page in upright]
    left = {(True, False): degrees, (False, True): 360 - degrees, (True, True): 0}[content, shown]
    assert {page.rotation for page in found} == {left}
    assert [(page.width, page.height) for page in found] == [
        pytest.approx((page.width, page.height), abs=0.1) for page in upright
    ]
