"""Tables that break over pages: which row goes on with the one above."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kehoach.layout import cells, tables
from kehoach.model.document import Block, Cell
from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Word
from kehoach.model.text import Text


def row(*texts: str, kind: str = "body") -> Block:
    cells = tuple(Cell(Text.inserted(text), n) for n, text in enumerate(texts))
    return Block.of_row(0, cells, "header" if kind == "header" else "body")


def line(text: str, n: int) -> Line:
    box = Box(0, 20 * n, 60, 20 * n + 10)
    return Line(tuple(Word(word, 1, n, box, 0.9, 12) for word in text.split()))


HEADER = row("TT", "Nội dung", "Số lượng", "Thành tiền", kind="header")


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        (("2", "Tập huấn nghiệp vụ cho", "", ""), ("", "cán bộ pháp chế", "", ""), 1),
        (("2", "Tổ chức hội nghị:", "Văn phòng", ""), ("", "- Chuẩn bị tài liệu;", "chủ trì", ""), 1),
        (("2", "Kiểm tra", "Trong tháng", ""), ("", "", "12/2031", ""), 1),
        (("", "- Nước uống", "40", "800.000"), ("", "- Tài liệu", "40", "1.200.000"), 2),
        (("3", "Hội nghị tổng kết", "", "4.500.000"), ("", "- Văn phòng phẩm", "60", "600.000"), 2),
        (("", "Tổng cộng", "", "9.100.000"), ("", "Tỷ lệ hoàn thành", "", "95,5 %"), 2),
    ],
)
def test_rows_over_a_page_break(last: Sequence[str], first: Sequence[str], rows: int) -> None:
    upper, lower = [HEADER, row("1", "Rà soát văn bản", "1", "3.000.000"), row(*last)], [row(*first)]
    (whole,) = tables.joined([upper, lower])
    assert len(whole) == 2 + rows


@pytest.mark.parametrize(
    ("head", "first", "heads"),
    [
        (
            ("TT", "Nội dung", "", "Thành tiền"),
            ("", "", "Điểm chuẩn", ""),
            ["TT", "Nội dung", "Điểm chuẩn", "Thành tiền"],
        ),
        (("TT", "Nội dung", "Số lượng", ""), ("", "Công tác chuyên môn", "", ""), ["TT", "Nội dung", "Số lượng", ""]),
    ],
)
def test_a_header_over_a_page_break(head: Sequence[str], first: Sequence[str], heads: list[str]) -> None:
    (whole,) = tables.joined([[row(*head, kind="header")], [row(*first), row("1", "Rà soát", "15", "")]])
    assert [cell.text.value for cell in whole[0].cells] == heads


@pytest.mark.parametrize(
    ("again", "repeated"),
    [
        (("TT", "Việc cần làm", "Đơn vị chủ _ trì", "Năm 2031"), True),
        (("TT", "Viêc cần lam", "Đơn vị chủ trỉ.", "Năm 2031"), True),
        (("TT", "Việc cần làm", "Đơn vị chủ trì", "Năm 2032"), False),
        (("TT", "Việc cần làm", "Đơn vị phối hợp", "Năm 2031"), False),
    ],
)
def test_header_printed_again(again: Sequence[str], repeated: bool) -> None:
    head = row("TT", "Việc cần làm", "Đơn vị chủ trì", "Năm 2031", kind="header")
    assert tables.same_header(head, row(*again)) == repeated


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("TT", "header"),
        ("1+", "header"),
        ("11T", "header"),
        ("1", "body"),
        ("1.", "body"),
        ("1.1", "body"),
        ("2a", "body"),
    ],
)
def test_a_header_whose_running_number_was_misread(first: str, kind: str) -> None:
    cells = tuple(Cell(Text.inserted(text), n) for n, text in enumerate((first, "Nhiệm vụ", "Đơn vị chủ trì")))
    assert tables.row_kind(cells, first=True, columns=3) == kind


def test_a_row_goes_on_in_mid_sentence_over_a_page_break() -> None:
    """A year below "Quý IV năm" is no figure of a row of its own."""
    above, below = row("5", "Họp tổng kết", "Văn phòng", "Quý IV năm"), row("", "và khen thưởng", "", "2031")
    (whole,) = tables.joined([[row("TT", "Việc", "Chủ trì", "Thời gian", kind="header"), above], [below]])
    assert [cell.text.value for cell in whole[-1].cells] == [
        "5",
        "Họp tổng kết và khen thưởng",
        "Văn phòng",
        "Quý IV năm 2031",
    ]


def _cell(*texts: str, width: float | None = None) -> GridCell:
    """A cell of one line of text each; ``width`` is its own on a page, None in a file of a word processor."""
    made, top = [], 0.0
    for n, text in enumerate(texts):
        x, words = 5.0, []
        for word in text.split():
            box = Box(x, top, x + 6.0 * len(word), top + 12) if width else None
            words.append(Word(word, 1, n, box))
            x += 6.0 * len(word) + 4
        made.append(Line(tuple(words)))
        top += 15
    return GridCell(0, 0, Box(0, 0, width or 0, top), tuple(made))


@pytest.mark.parametrize(
    ("texts", "width", "parted"),
    [
        (("Lò Văn Páo", "Vàng Thị Dở"), None, "Lò Văn Páo\nVàng Thị Dở"),
        (("Trạm Thủy nông và", "Đội Cứu hộ", "tỉnh"), None, "Trạm Thủy nông và Đội Cứu hộ tỉnh"),
        (("Chủ trì:", "Trạm Thủy nông"), None, "Chủ trì: Trạm Thủy nông"),
        (("Lò Văn Páo", "Vàng Thị Dở"), 160.0, "Lò Văn Páo\nVàng Thị Dở"),
        (("Trạm Thủy", "Nông huyện"), 90.0, "Trạm Thủy Nông huyện"),
    ],
)
def test_paragraphs_of_a_cell(texts: Sequence[str], width: float | None, parted: str) -> None:
    found = cells.of_grid(_cell(*texts, width=width))
    assert found.text.value == " ".join(texts)
    assert found.parted == parted


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("11", "Tiêu chí", "Điểm tối đa"), ("I", "Giữ bến", "50"), ("1", "Đủ phao", "30")], "header"),
        ([("11", "Trực bến", "Tổ đò"), ("12", "Sửa kè", "Tổ kè")], "body"),
        ([("1", "Trực bến", "30"), ("1", "Sửa kè", "20")], "body"),
    ],
)
def test_a_header_whose_running_number_was_read_as_one(rows: Sequence[Sequence[str]], kind: str) -> None:
    found = tuple(
        GridCell(n, k, Box(100 * k, 20 * n, 100 * k + 90, 20 * n + 18), (line(text, n),) if text else ())
        for n, texts in enumerate(rows)
        for k, text in enumerate(texts)
    )
    grid = Grid(Box(0, 0, 300, 20 * len(rows)), len(rows), 3, found)
    assert tables.blocks(grid, 0)[0].row_kind == kind
