"""Markdown for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.export.markdown import MARK, escaped, to_markdown
from kehoach.model.plan import Plan


def test_headings_and_tables_are_vietnamese(plan: Plan) -> None:
    page = to_markdown(plan)
    assert page.startswith(f"{MARK}\n\n# Phát động phong trào thi đua tiết kiệm điện năm 2022\n")
    for line in (
        "| **Số, ký hiệu** | 77/KH-SCT |",
        "| **Ngày ban hành** | 03/2022 |",
        "## Nhiệm vụ",
        "| Mục | Nhiệm vụ | Đơn vị | Thời hạn | Sản phẩm | Trang |",
        "| III.1 | theo dõi việc thực hiện | Văn phòng Sở (chủ trì); Phòng Quản lý năng lượng (phối hợp) "
        "| đến 15/12/2022 | Báo cáo | 1 |",
        "| II | ít nhất 15% đơn vị | ≥ 15 % | 1 |",
        "- I\\. **MỤC ĐÍCH** *(mục đích)* *(tr. 1)*",
        "## Kết quả kiểm tra",
    ):
        assert line in page.splitlines(), line


def test_every_row_of_a_table_has_as_many_cells(plan: Plan) -> None:
    hostile = replace(plan.criteria[0], text="a | b\n\n# c <script>alert(1)</script> [x](javascript:y) `|`")
    page = to_markdown(replace(plan, criteria=(hostile,)))
    assert "<script>" not in page and "[x](" not in page
    blocks = [block.splitlines() for block in page.split("\n\n") if block.startswith("|")]
    for block in blocks:
        counts = {line.replace("\\|", "").count("|") for line in block}
        assert len(counts) == 1, block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Một", "1\\. Một"), ("- gạch", "\\- gạch"), ("a) chữ", "a\\) chữ"), ("Đoạn 1. Hai", "Đoạn 1. Hai"),
        ("*sao* <b>", "\\*sao\\* \\<b\\>"), ("", ""),
    ],
)  # fmt: skip
def test_text_stays_text(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_pages_are_counted_where_there_are_any(plan: Plan) -> None:
    """A Word file or web page is not cut into pages: it has not one."""
    flowing = replace(plan.source, pages=(replace(plan.source.pages[0], width=None, height=None),))
    assert f"| **Tệp** | {plan.source.path} (" in to_markdown(plan)
    assert f"| **Tệp** | {plan.source.path} |" in to_markdown(replace(plan, source=flowing))
    assert flowing.page_count is None and plan.source.page_count == len(plan.source.pages)
