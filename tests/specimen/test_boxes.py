"""Reference boxes: on the pages, one a line, over the words that they stand for."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from kehoach.orthography.fold import fold
from kehoach.specimen import files, with_boxes, write


@pytest.mark.parametrize("seed", [3, 12])
def test_boxes_hold_the_words(seed: int, renders: None) -> None:
    made = write(seed)
    boxed = with_boxes(made)
    document = pypdfium2.PdfDocument(io.BytesIO(files(made, ("digital",))["digital.pdf"]))
    assert sum(bool(item.get("evidence")) for item in boxed["items"]) == len(made.gold["items"])
    for item in boxed["items"]:
        place = item["evidence"][0]
        page = document[place["page"] - 1]
        x0, top, x1, bottom = place["box"]
        height = page.get_height()
        text = page.get_textpage().get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)
        first = next(word for word in text.split() if word.isalpha())
        assert fold(first) in fold(item["text"])
    assert {key: value for key, value in boxed.items() if key == "document"} == {"document": made.gold["document"]}
    assert all(section.get("evidence") for section in boxed["sections"][:-4])
