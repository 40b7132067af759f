"""The text layer: letters printed over themselves, and letters that one glyph stands for."""

from __future__ import annotations

import pypdfium2
import pytest

from kehoach.reading import layer, notes
from tests.hostile import raw_pdf

_DOTS = "1 beginbfchar <5E> <002E002E002E> endbfchar"
_CMAP = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange {_DOTS} endcmap end"

_TEXT = "/F 14 Tf 72 700 Td (Ban hanh theo QD-CP) Tj /F 8 Tf 7 Ts (1) Tj 0 Ts /F 14 Tf ( nam nay cho cac xa) Tj"


def layer_words(content: str) -> list[layer.LayerWord]:
    stream = f"BT {content} ET"
    data = raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R>>",
        f"<</Length {len(_CMAP)}>>stream\n{_CMAP}\nendstream",
    )  # fmt: skip
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    found, _ = layer.words(page)
    page.close()
    document.close()
    return found


def words(content: str) -> list[str]:
    return [word.text for word in layer_words(content)]


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("/F 14 Tf 72 700 Td (BAN THI DUA) Tj 0.4 0 Td (BAN THI DUA) Tj", ["BAN", "THI", "DUA"]),
        ("/F 14 Tf 72 700 Td (so 1 2) Tj 0 -20 Td (so 1 2) Tj", ["so", "1", "2", "so", "1", "2"]),
        (
            "/F 14 Tf 72 700 Td (Kinh goi) Tj 16 0 Td (n) Tj",
            ["Kinh", "goi"],
        ),  # a stroke of a letter named as the letter
        ("/F 14 Tf 72 700 Td (thi dua^) Tj", ["thi", "dua..."]),
        ("/F 14 Tf 300 700 Td (Cong ty VT-) Tj -228 -11 Td (XD.) Tj", ["Cong", "ty", "VT-", "XD."]),
    ],
)
def test_what_is_printed_over_itself_is_read_once(content: str, read: list[str]) -> None:
    assert words(content) == read


@pytest.mark.parametrize(
    ("content", "kept", "calls"),
    [
        (f"{_TEXT} 0 -600 Td /F 6 Tf 4 Ts (1) Tj 0 Ts /F 10 Tf ( Theo Cong bao) Tj", "QD-CP", ["1"]),
        (f"{_TEXT} 0 -600 Td /F 6 Tf 4 Ts (2) Tj 0 Ts /F 10 Tf ( Theo Cong bao) Tj", "QD-CP1", []),
        (_TEXT, "QD-CP1", []),
    ],
)
def test_a_raised_figure_calls_a_note_at_the_foot_of_the_page(content: str, kept: str, calls: list[str]) -> None:
    rest, called = notes.parted(layer_words(content))
    assert [word.text for word in called] == calls
    assert kept in [word.text for word in rest]
