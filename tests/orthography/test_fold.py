"""Spellings of one word are folded alike, and nothing is moved."""

from __future__ import annotations

import pytest

from kehoach.orthography.fold import fold

ALIKE = [
    ("hoà thuỷ", "hòa thủy"),
    ("kỉ niệm, kỉ luật", "kỷ niệm, kỷ luật"),
    ("Tỉ lệ", "Tỷ lệ"),
    ("Thư kí, học kì, KÍ KẾT", "Thư ký, học kỳ, KÝ KẾT"),
    ("QUÍ I, lí do, kĩ năng, mĩ thuật", "QUÝ I, lý do, kỹ năng, mỹ thuật"),
    ("quý, chí, tí, tình, kỉnh, khí, sĩ, nghĩ", "quý, chí, tí, tình, kỉnh, khí, sĩ, nghĩ"),
]


@pytest.mark.parametrize(("text", "folded"), ALIKE)
def test_alike(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)
