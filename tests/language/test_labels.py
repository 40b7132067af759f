"""Labels that recognition made words of."""

from __future__ import annotations

import pytest

from kehoach.language import labels, repair
from kehoach.model.document import Block
from kehoach.model.page import Line, Word
from kehoach.model.text import Text


def block(line: str, confidence: float) -> Block:
    words = [Word(word, 1, 0, None, confidence if not n else 0.95) for n, word in enumerate(line.split())]
    return Block("body", Text.of_line(Line(tuple(words))))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("b/ Sở Y tế cử bác sĩ.", "cơ Sở Tài chính lo tiền."), "c/ Sở Tài chính lo tiền."),
        (("d) Sở Y tế cử bác sĩ.", "đi Sở Tài chính lo tiền."), "đ) Sở Tài chính lo tiền."),
        (("b) Sở Y tế cử bác sĩ.", "lạ) Sở Tài chính lo tiền."), "c) Sở Tài chính lo tiền."),
        (("b/ Sở Y tế cử bác sĩ.", "lạ) Sở Tài chính lo tiền."), "lạ) Sở Tài chính lo tiền."),
        (("b/ Sở Y tế cử bác sĩ.", "do Sở Tài chính lo tiền."), "do Sở Tài chính lo tiền."),
        (("Sở Y tế cử bác sĩ.", "cơ Sở Tài chính lo tiền."), "cơ Sở Tài chính lo tiền."),
        (("b/ Sở Y tế cử bác sĩ.", "cơ sở nào chậm thì báo."), "cơ sở nào chậm thì báo."),
    ],
)
def test_a_letter_follows_the_one_above(read: tuple[str, str], meant: str) -> None:
    assert mended(*(block(line, 0.4) for line in read))[1] == meant


def test_what_was_read_surely_stays() -> None:
    assert mended(block("b/ Sở Y tế.", 0.9), block("cơ Sở Tài chính.", 0.9))[1] == "cơ Sở Tài chính."


@pytest.mark.parametrize(
    ("read", "meant"),
    [(("L/ Sở Y tế.", "2/ Sở Tài chính."), "1/ Sở Y tế."), (("L. Sở Y tế.", "2/ Sở Tài chính."), "L. Sở Y tế.")],
)
def test_the_first_figure_stands_above_the_second(read: tuple[str, str], meant: str) -> None:
    assert mended(*(block(line, 0.4) for line in read))[0] == meant


def mended(*blocks: Block) -> list[str]:
    texts = [one.text for one in blocks]
    for n, change in labels.changes(blocks):
        texts[n] = repair.applied(texts[n], [change])
    return [text.value for text in texts]
