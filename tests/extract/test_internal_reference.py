"""Pointers inside a plan, told from those into other documents."""

from __future__ import annotations

import pytest

from kehoach.extract.citations.internal_reference import internal_references
from kehoach.extract.text.passages import Passage

POINTERS = [
    ("nêu tại khoản 4, Mục I", [("I", "4")]),
    ("theo Mục II Kế hoạch này", [("II",)]),
    ("điểm b khoản 2 Mục III", [("III", "2", "b")]),
    ("Phần II, mục 1", [("II", "1")]),
    ("mục 2.1 phần III", [("III", "2", "1")]),
    ("khoản 2 Điều 8 Nghị định số 20/2021/NĐ-CP", []),
    ("Điều 16 Luật Thi đua, khen thưởng", []),
    ("đạt 20 điểm 5", []),
]


@pytest.mark.parametrize(("text", "labels"), POINTERS)
def test_pointers(text: str, labels: list[tuple[str, ...]]) -> None:
    found = internal_references(Passage(0, 0, text, text, "body"))
    assert [reference.labels for reference in found] == labels
