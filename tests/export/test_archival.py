"""PDF/A copies hold their promise or are none."""

from __future__ import annotations

import io
import sys

import pikepdf
import pytest

from kehoach.errors import MissingDependency, NoPdfa
from kehoach.export import archival, searchable
from tests.export.test_searchable import WORDS, _document, _picture, _source
from tests.files import pdf

pytest.importorskip("pikepdf.pdfa")


@pytest.mark.parametrize("picture", [("PNG", "L"), ("PNG", "1"), ("JPEG", "RGB"), ("TIFF", "RGB")])
def test_a_scan_becomes_pdfa_with_its_text(picture: tuple[str, str]) -> None:
    source = _source(_picture(*picture), f"image/{picture[0].lower()}")
    made = archival.to_pdfa(searchable.to_pdf(source, _document()), "mẫu")
    with pikepdf.open(io.BytesIO(made)) as opened:
        with opened.open_metadata() as metadata:
            assert metadata.pdfa_status == "2B"
        intent = opened.Root.OutputIntents[0]
        assert (intent.S, "/DestOutputProfile" in intent) == ("/GTS_PDFA1", True)
        fonts = [font for page in opened.pages for font in page.resources.Font.values()]
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
    import pdfplumber

    with pdfplumber.open(io.BytesIO(made)) as read:
        assert WORDS in " ".join(read.pages[0].extract_text().split())


def test_what_cannot_be_pdfa_is_told() -> None:
    for data in (pdf("its font is not in it"), b"%PDF-1.4 broken"):
        with pytest.raises(NoPdfa) as told:
            archival.to_pdfa(data, "mẫu.pdf")
        assert "mẫu.pdf" in told.value.message


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf.pdfa", None)
    monkeypatch.delattr(pikepdf, "pdfa", raising=False)
    with pytest.raises(MissingDependency) as told:
        archival.require()
    assert "kehoach[pdfa]" in told.value.advice
