"""Quotation marks of every style, and broken pairs of them."""

from __future__ import annotations

import pytest

from kehoach.extract.text.quotations import quotations

QUOTED = [
    ("chủ đề “Vững bước”.", ["Vững bước"]),
    ('chủ đề "Vững bước".', ["Vững bước"]),
    ("chủ đề «Vững bước».", ["Vững bước"]),
    ("chủ đề “ Vững bước ”;", ["Vững bước"]),
    ("chủ đề “Vững bước.”", ["Vững bước"]),
    ("“A một”, “B hai” và “C ba”", ["A một", "B hai", "C ba"]),
    ("chủ đề ”Vững bước“ năm", ["Vững bước"]),
    ("''Vững bước''", ["Vững bước"]),
    ("mở “ngoặc mà không đóng", []),
    ("mất dấu “đầu tiên, rồi “Vững bước” sau", ["Vững bước"]),
    ("dấu ” lẻ loi", []),
    ("cuộc vận động “Xứng danh “Người gác đèn” thời nay”;", ["Xứng danh “Người gác đèn” thời nay"]),
    ('cuộc vận động "Xứng danh "Người gác đèn" thời nay"; xong', ['Xứng danh "Người gác đèn" thời nay']),
    ("mất “dấu, “Vững bước”, “Tiến lên”", ["Vững bước", "Tiến lên"]),
    ("mất “dấu, “Vững bước”. Còn dấu” lẻ", ["Vững bước"]),
    ("“" + "dài " * 200 + "”", []),
]


@pytest.mark.parametrize(("text", "inner"), QUOTED)
def test_quotations(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == inner
