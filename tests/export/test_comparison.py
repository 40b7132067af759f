"""The forms of a comparison."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest

import kehoach as kh
from kehoach.export import comparison, comparison_excel, comparison_html, comparison_text
from kehoach.export.word_marks import marked, own_words
from kehoach.model.comparison import Comparison
from tests.comparing.conftest import BASE


@pytest.fixture(scope="module")
def made() -> Comparison:
    changed = BASE.replace("áp dụng: 30 điểm", "áp dụng: 25 điểm").replace("15/11/2022", "15/12/2022")
    changed = changed.replace("2. Phòng Kế hoạch - Tài chính bố trí kinh phí khen thưởng.\n", "")
    return kh.compare([kh.read(BASE.encode()), kh.read(changed.encode())])


def test_json_has_what_the_contract_says(made: Comparison) -> None:
    content = json.loads(comparison.to_json(made))
    assert list(content) == ["plans", "pairs", "sure", "sections", "differences"]
    assert {"kind", "field", "path_a", "path_b", "a", "b", "evidence_a", "evidence_b", "confidence"} <= set(
        content["differences"][0]
    )
    points = next(d for d in content["differences"] if d["kind"] == "points_changed")
    assert (points["a"], points["b"], points["amount"], points["path_a"]) == ("30", "25", -5, "IV.2")
    assert [set(e) for e in points["evidence_a"]] == [{"page", "box", "start", "end"}]


def test_text_and_markdown_say_it_in_words(made: Comparison) -> None:
    text = comparison_text.to_text(made)
    assert "đổi điểm: 30 điểm → 25 điểm (−5 điểm)" in text
    assert "dời thời hạn: đến 15/11/2022 → đến 15/12/2022 (+30 ngày)" in text
    assert "| đổi điểm −5 điểm | **30 điểm**" in comparison_text.to_markdown(made)


def test_html_needs_nothing_else_and_marks_words(made: Comparison) -> None:
    page = comparison_html.to_html(made)
    assert not re.search(r"(?:src|href)=[\"'](?!#)", page)
    assert "default-src &#39;none&#39;" in page
    assert "<del>30</del>" in page and "<ins>25</ins>" in page
    assert page.count("<h1>") == 1 and "không có mục này" not in page


def test_what_each_plan_has_at_a_glance(made: Comparison) -> None:
    page, table = comparison_html.to_html(made), comparison_text.to_markdown(made)
    assert re.search(r"Nhiệm vụ, đơn vị <span[^>]*>[^<]*</span></td><td>3</td><td>2</td>", page)
    assert "| Nhiệm vụ, đơn vị / Tasks and units | 3 | 2 |" in table
    assert "| Chủ đề / Themes | “Bớt một bóng đèn, thêm một tấm lòng” | “Bớt" in table and "Ngày kỷ niệm" not in table


def test_headings_of_subsections_leave_no_label_behind() -> None:
    nested = kh.read(BASE.replace("2. Phát hiện", "2. Yêu cầu\na) Phát hiện").replace("1. Động viên", "1. Mục đích\na) Động viên").encode())  # fmt: skip
    assert [own_words(nested, s) for s in nested.sections[:2]] == [
        (),
        ("a) Động viên người lao động dùng điện tiết kiệm, an toàn trong mùa khô.",),
    ]


def test_html_escapes_what_documents_say() -> None:
    nasty = BASE.replace("mùa khô", "mùa <script>alert(1)</script> khô")
    page = comparison_html.to_html(kh.compare([kh.read(BASE.encode()), kh.read(nasty.encode())]))
    assert "<script" not in page and "&lt;script" in page


def test_workbook_has_a_row_a_difference(made: Comparison) -> None:
    book = openpyxl.load_workbook(io.BytesIO(comparison_excel.to_xlsx(made)))
    assert book.sheetnames == ["Khác biệt", "Bố cục", "Kế hoạch"]
    assert book["Khác biệt"].max_row == 1 + len(made.differences)


@pytest.mark.parametrize(
    ("a", "b", "left", "right"),
    [
        ("nộp trước ngày 5", "nộp trước ngày 10", "nộp trước ngày <del>5</del>", "nộp trước ngày <ins>10</ins>"),
        ("Hoà bình, thống nhất", "hòa bình thống nhất", "Hoà bình, thống nhất", "hòa bình thống nhất"),
        ("một hai ba", "bốn năm sáu", "một hai ba", "bốn năm sáu"),
        ("a < b", None, "a &lt; b", ""),
    ],
)
def test_marks(a: str, b: str | None, left: str, right: str) -> None:
    assert tuple(map(str, marked(a, b))) == (left, right)
