"""Dashes that the engine passed over."""

from __future__ import annotations

import pytest

from kehoach.language import bullets, repair
from kehoach.model.document import Block, Zone
from kehoach.model.geometry import Box
from kehoach.model.page import Word
from kehoach.model.text import Text

DASH, TEXT = 85.0, 93.0


def block(line: str, at: float, *, zone: Zone = "body", sure: float = 0.95, below: float | None = None) -> Block:
    """A paragraph that begins at ``at``; the text of an entry stands at ``TEXT`` behind its dash. ``below``: where its
    second line begins."""
    words: list[Word] = []
    for n, word in enumerate(line.split()):
        x = (at if not n else TEXT + 30 * (n - 1)) if line.startswith("- ") else at + 30 * n
        words.append(Word(word, 1, 0, Box(x, 100, x + 25, 112), sure))
    if below is not None:
        words.append(Word("bờ.", 1, 1, Box(below, 115, below + 20, 127), sure))
    return Block(zone, Text.of_words(words))


def mended(*blocks: Block) -> list[str]:
    texts = [one.text for one in blocks]
    for n, change in bullets.changes(blocks):
        texts[n] = repair.applied(texts[n], [change])
    return [text.value for text in texts]


@pytest.mark.parametrize("zone", ["body", "recipients"])
def test_text_that_begins_behind_the_dashes_of_its_neighbours_has_one(zone: Zone) -> None:
    one, other = block("- Đóng thuyền;", DASH, zone=zone), block("Vá lưới;", TEXT, zone=zone)
    assert mended(one, other)[1] == "- Vá lưới;"
    assert mended(other, one)[0] == "- Vá lưới;"


def test_the_text_keeps_its_place() -> None:
    one, other = block("- Đóng thuyền;", DASH), block("Vá lưới;", TEXT)
    ((n, change),) = bullets.changes([one, other])
    text = repair.applied(other.text, [change])
    assert n == 1 and text.origin[0] is text.origin[2] is other.text.origin[0]


@pytest.mark.parametrize(
    "said",
    [
        block("Vá lưới;", DASH),
        block("Vá lưới;", TEXT, sure=1.0),
        block("vá lưới;", TEXT),
        block("2. Vá lưới;", TEXT),
        block("Nơi nhận:", TEXT),
        block("Vá lưới;", TEXT, zone="annex"),
        block("+ Vá lưới;", TEXT),
    ],
)
def test_other_paragraphs_have_none(said: Block) -> None:
    assert mended(block("- Đóng thuyền;", DASH), said)[1] == said.text.value


def test_paragraphs_below_an_entry_that_hangs_have_none() -> None:
    assert mended(block("- Đóng thuyền ven", DASH, below=TEXT), block("Vá lưới;", TEXT))[1] == "Vá lưới;"
    assert mended(block("- Đóng thuyền ven", DASH, below=60.0), block("Vá lưới;", TEXT))[1] == "- Vá lưới;"
