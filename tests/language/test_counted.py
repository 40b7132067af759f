"""Labels that count on."""

from __future__ import annotations

import pytest

from kehoach.language import counted, repair
from kehoach.model.document import Block, Zone
from kehoach.model.page import Line, Word
from kehoach.model.text import Text

Said = str | tuple[str, float] | tuple[str, float, str]
"""A paragraph, with the confidence of its first word and another reading of it."""


def block(said: Said, zone: Zone = "body") -> Block:
    line, sure, *others = (said, 0.95) if isinstance(said, str) else said
    told = tuple((str(other), 0.1) for other in others)
    words = [
        Word(word, 1, 0, None, 0.95 if n else sure, alternatives=() if n else told)
        for n, word in enumerate(line.split())
    ]
    return Block(zone, Text.of_line(Line(tuple(words))))


def mended(*said: Said) -> list[str]:
    blocks = [block(one) for one in said]
    texts = [one.text for one in blocks]
    for n, change in counted.changes(blocks):
        texts[n] = repair.applied(texts[n], [change])
    return [text.value for text in texts]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (["b) Tổ thuyền đi trước;", ("Q Tổ lưới đi sau.", 0.5)], "c) "),
        (["b) Tổ thuyền đi trước;", ("là Tổ lưới đi sau.", 0.5, "c)")], "c) "),
        (["b) Tổ thuyền đi trước;", ("C) Tổ lưới đi sau.", 0.5, "c)")], "c) "),
        (["2. Đóng thuyền", ("đã Vá lưới", 0.4, "3.")], "3. "),
        (["4. Đóng thuyền", ("5, Vá lưới", 0.9)], "5. "),
        (["II. ĐÓNG THUYỀN", ("NI. VÁ LƯỚI", 0.6), "IV. THẢ CÁ"], "III. "),
        (["I/ Đóng thuyền", ("IU Vá lưới", 0.6), "III/ Thả cá"], "II/ "),
        (["IV. Đóng thuyền", ("Y. Vá lưới", 0.6)], "V. "),
        (["I. ĐÓNG THUYỀN", ("I. VÁ LƯỚI", 0.9), "III. THẢ CÁ"], "II. "),
    ],
)
def test_what_comes_next_tells(said: list[Said], label: str) -> None:
    assert mended(*said)[1].startswith(label)


def test_the_second_tells_the_first() -> None:
    assert mended(("L. Đóng thuyền", 0.8), "II. Vá lưới")[0] == "I. Đóng thuyền"
    assert mended(("I- Đóng thuyền", 0.8), "Tháng nào cũng đóng.", "2- Vá lưới")[0] == "1- Đóng thuyền"


@pytest.mark.parametrize(
    "said",
    [
        ["b) Tổ thuyền đi trước;", ("Q Tổ lưới đi sau.", 0.96)],
        ["b) Tổ thuyền đi trước;", ("là Tổ lưới đi sau.", 0.5)],
        ["b) Tổ thuyền đi trước;", ("đ) Tổ lưới đi sau.", 0.9)],
        ["I. ĐÓNG THUYỀN", ("I. VÁ LƯỚI", 0.96), "III. THẢ CÁ"],
        ["I. ĐÓNG THUYỀN", ("1. Gỗ", 0.8), "2. Đinh", "II. VÁ LƯỚI"],
        [("1. Gỗ", 0.8), "2. Đinh", "II. VÁ LƯỚI"],
        [("I. ĐÓNG THUYỀN", 0.8), "1. Gỗ", "2. Đinh", "II. VÁ LƯỚI"],
        ["Tổ thuyền đi trước;", ("Q Tổ lưới đi sau.", 0.5, "c)")],
        ["2. Đóng thuyền", ("đã vá lưới", 0.4, "3.")],
    ],
)
def test_what_was_read_surely_or_cannot_be_told_stays(said: list[Said]) -> None:
    assert mended(*said) == [one if isinstance(one, str) else one[0] for one in said]


def test_only_paragraphs_count() -> None:
    rows = [block("b) Tổ thuyền", "recipients"), block(("Q Tổ lưới", 0.5, "c)"), "recipients")]
    assert not list(counted.changes(rows))
