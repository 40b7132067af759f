"""All text in, none lost, none twice: every word of a page is in one block or one piece of furniture."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach import layout
from kehoach.model.document import Document
from kehoach.model.page import Reading, Word
from kehoach.rules.load import load
from tests.layout.paper import FOOT, HEAD, LEFT, Set, page, reading, wrapped

PIECES = [
    *HEAD, *FOOT, *wrapped("Căn cứ tình hình thực tế, các đơn vị xây dựng kế hoạch của mình và gửi về Văn phòng Sở trước ngày quy định."),
    Set("- Đúng tiến độ;", LEFT + 36), Set("PHỤ LỤC"), Set("ĐẾN Số: 12", 30), Set("2"), Set("| _ ~", 20, confidence=0.2),
    Set("Ký bởi: Sở Tư pháp", 320), Set("1 Theo số liệu của ngành.", LEFT), Set("KHẨN", 100), Set("V/v tổ chức hội thi", 90),
    Set("./.", 300), Set("QUYẾT ĐỊNH"), Set("Điều 1. Ban hành", LEFT),
]  # fmt: skip


def words_of(document: Document) -> Counter[int]:
    found: Counter[int] = Counter()
    for text in [block.text for block in document.blocks] + [item.text for item in document.furniture]:
        found.update({id(word) for word in text.origin if word is not None})
    return found


def check(read: Reading) -> None:
    found = words_of(layout.document(read, load()))
    every: list[Word] = [word for p in read.pages for word in p.words]
    assert [word.text for word in every if found[id(word)] != 1] == []
    assert sum(found.values()) == len(every)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=30), min_size=1, max_size=3),
    st.sampled_from([1.0, 0.96, 0.4]),
)
def test_every_word_is_kept_once(pages: list[list[Set]], confidence: float) -> None:
    source = "text_layer" if confidence == 1.0 else "ocr"
    made = []
    for number, pieces in enumerate(pages, 1):
        sure = [replace(piece, confidence=min(piece.confidence, confidence)) for piece in pieces]
        sure = [replace(piece, row=None) if n == 0 else piece for n, piece in enumerate(sure)]
        made.append(page(number, sure, text_from=source))
    check(reading(*made))


@pytest.mark.parametrize("text_from", ["text_layer", "ocr"])
def test_a_whole_plan(text_from: str) -> None:
    confidence = 1.0 if text_from == "text_layer" else 0.95
    pieces = [replace(piece, confidence=confidence) for piece in [*HEAD, *PIECES[-9:], *FOOT]]
    check(reading(page(1, pieces), page(2, pieces)))
