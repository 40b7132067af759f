from __future__ import annotations

import hashlib

import pytest

from kehoach.model.document import Source
from kehoach.model.page import Page, Reading
from kehoach.reading.plain import decode, reading


def read(text: str | bytes) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return reading(Source("plan.md", hashlib.sha256(data).hexdigest(), "text/plain", data))


def lines(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_form_feeds_part_pages_and_blank_lines_stay() -> None:
    found = read("Một\n\nHai\fBa\f")
    assert [lines(page) for page in found.pages] == [["Một", "", "Hai"], ["Ba"]]
    assert [page.text_from for page in found.pages] == ["text", "text"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## KẾ HOẠCH", [("KẾ", True, False), ("HOẠCH", True, False)]),
        ("**2.** Triển khai", [("2.", True, False), ("Triển", False, False), ("khai", False, False)]),
        ("***Nơi nhận:***", [("Nơi", True, True), ("nhận:", True, True)]),
        ("- *Đợt 1:* mùa xuân", [("-", False, False), ("Đợt", False, True), ("1:", False, True), ("mùa", False, False), ("xuân", False, False)]),
        ("* Đợt 2", [("*", False, False), ("Đợt", False, False), ("2", False, False)]),
        ("chủ đề “**Kỷ cương**”", [("chủ", False, False), ("đề", False, False), ("“Kỷ", True, False), ("cương”", True, False)]),
        (r"1\. Mục đích \- ý nghĩa", [("1.", False, False), ("Mục", False, False), ("đích", False, False), ("-", False, False), ("ý", False, False), ("nghĩa", False, False)]),
        ("TH&amp;THCS <b>A</b>", [("TH&THCS", False, False), ("A", True, False)]),
        ("thư a_b@x.gov.vn", [("thư", False, False), ("a_b@x.gov.vn", False, False)]),
    ],
)  # fmt: skip
def test_marks_become_style(text: str, words: list[tuple[str, bool, bool]]) -> None:
    found = read(text).pages[0].words
    assert [(word.text, word.bold, word.italic) for word in found] == words


def test_emphasis_over_a_line_end() -> None:
    found = read("**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**").pages[0]
    assert lines(found) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert all(word.bold for word in found.words)


@pytest.mark.parametrize(
    "text",
    [
        "TT | Việc | Đơn vị\n1 | Họp xét | Văn phòng\n2 | Báo cáo | ",
        "TT\tViệc\tĐơn vị\n1\tHọp xét\tVăn phòng\n2\tBáo cáo\t",
        "| TT | Việc | Đơn vị |\n|---|:---:|---|\n| 1 | Họp xét | Văn phòng |\n| 2 | Báo cáo | |",
    ],
)
def test_rows_with_borders_are_a_table(text: str) -> None:
    (grid,) = read(f"Mở đầu\n\n{text}\n\nKết thúc").pages[0].grids
    cells = {(cell.row, cell.column): " ".join(line.text for line in cell.lines) for cell in grid.cells}
    assert (grid.rows, grid.columns) == (3, 3)
    assert [cells[1, n] for n in range(3)] == ["1", "Họp xét", "Văn phòng"]
    assert cells.get((2, 2), "") == ""


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("CHỦ TỊCH CÔNG ĐOÀN         GIÁM ĐỐC\nLê Thử Một               Lê Thử Hai", 2),
        ("1.     Trồng cây\n2.     Quét đường", 0),
        ("Trong đợt này     các xã trồng cây\nvà quét đường     làng ngõ xóm.", 0),
    ],
)
def test_signatures_with_room_between_stand_side_by_side(lines: str, rows: int) -> None:
    assert sum(grid.rows for grid in read(f"Mở đầu\n\n{lines}").pages[0].grids) == rows


def test_a_short_line_between_rows_is_a_band() -> None:
    (grid,) = read("TT\tViệc\tĐơn vị\nQUÝ I\n1\tHọp\tSở\nQUÝ II\n2\tXét\tSở").pages[0].grids
    assert [cell.row for cell in grid.cells if cell.column_span == 3] == [1, 3]


def test_a_numbered_heading_parts_tables_of_other_columns() -> None:
    text = "TT | Việc | Đơn vị\n1 | Họp | Sở\n2. Chỉ tiêu giao từng thôn\nThôn | Số hộ\nThôn Hạ | 40"
    assert [(grid.rows, grid.columns) for grid in read(text).pages[0].grids] == [(2, 3), (2, 2)]
    band = "TT | Việc | Đơn vị\n1 | Họp | Sở\n2. Đợt sau\nGiữa kỳ | Xét | Sở"
    assert [(grid.rows, grid.columns) for grid in read(band).pages[0].grids] == [(4, 3)]


def test_bands_of_a_table_of_two_columns() -> None:
    (grid,) = (
        read("Việc | Thời gian\nĐợt 1: chuẩn bị\nHọp tổ | Tháng 3\nĐợt 2: thi\nChung kết | Tháng 9").pages[0].grids
    )
    assert [cell.row for cell in grid.cells if cell.column_span == 2] == [1, 3]


def test_list_debris_in_a_cell() -> None:
    text = 'TT\tViệc\tĐơn vị\n1\tHọp\t<ul style="x"> - Văn phòng.<li>Các phòng.</li></ul>'
    (grid,) = read(text).pages[0].grids
    (cell,) = [cell for cell in grid.cells if (cell.row, cell.column) == (1, 2)]
    assert [line.text for line in cell.lines] == ["- Văn phòng.", "Các phòng."]


def test_transcription_conventions() -> None:
    page = read("Số: ⟦15⟧/KH-SNV\n@stamp\nĐẾN Số: 7\n@furniture\n2\n").pages[0]
    assert lines(page) == ["Số: 15/KH-SNV"]
    assert [(mark.kind, [line.text for line in mark.lines if line.words]) for mark in page.marks] == [
        ("stamp", ["ĐẾN Số: 7"]),
        ("furniture", ["2"]),
    ]


@pytest.mark.parametrize(
    "data",
    ["Kế hoạch".encode(), "Kế hoạch".encode("utf-8-sig"), "Kế hoạch".encode("utf-16"), "Kế hoạch\r\n".encode()],
)
def test_encodings(data: bytes) -> None:
    assert read(data).pages[0].lines[0].text == "Kế hoạch"


def test_decomposed_letters_are_composed() -> None:
    assert read("Ke\u0302\u0301 hoa\u0323ch").pages[0].lines[0].text == "Kế hoạch"


def test_the_windows_code_page() -> None:
    assert decode("Hà Nội".encode("cp1258", errors="ignore")).startswith("Hà N")


def test_tables_in_html() -> None:
    text = """Mở đầu
<table><tr><th>TT</th><th>Việc</th><th>Quý</th></tr>
<tr><td>1</td><td>Họp<br>xét</td><td rowspan="2">I</td></tr>
<tr><td>2</td><td>Báo
cáo</td></tr></table>
Kết thúc"""
    page = read(text).pages[0]
    (grid,) = page.grids
    cells = {(c.row, c.column): [line.text for line in c.lines] for c in grid.cells}
    assert [cells[1, n] for n in range(3)] == [["1"], ["Họp", "xét"], ["I"]]
    assert [cells[2, n] for n in range(3)] == [["2"], ["Báo cáo"], []]
    assert [line.text for line in page.lines if line.words] == ["Mở đầu", "Kết thúc"]


def test_a_table_with_one_cell_a_line() -> None:
    text = (
        "TT | Việc | Chủ trì | Phối hợp\nThời gian\n1\nTuyên truyền\na)\nIn tờ rơi\nBan A\nBan B; Ban C\nQuý I\nb)\nPhát thanh\nBan B\n"
        "Ban A\nQuý II\n2\nTập huấn cho người\nBan A, Ban\nBan D\nQuý III\nlàm bếp\nC\n3\nTổng kết\nBan A\nBan B\nQuý IV\nHết bảng."
    )
    page = read(text).pages[0]
    (grid,) = page.grids
    rows = [[" ".join(line.text for line in cell.lines) for cell in grid.cells if cell.row == n] for n in range(6)]
    assert rows[0] == ["TT", "Việc", "Chủ trì", "Phối hợp", "Thời gian"]
    assert rows[2] == ["a)", "In tờ rơi", "Ban A", "Ban B; Ban C", "Quý I"]
    assert rows[4] == ["2", "Tập huấn cho người làm bếp", "Ban A, Ban C", "Ban D", "Quý III"]
    assert [line.text for line in page.lines if line.words] == ["Hết bảng."]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["rows parted by a blank line", "every line parted by one"])
def test_a_table_whose_head_too_has_one_cell_a_line(between: str) -> None:
    rows = [
        ["I", "Dạy và học", "60"],
        ["1", "Giờ dạy tốt", "- Loại khá: 20 điểm", "40"],
        ["2", "Sổ sách", "20"],
        ["II", "Phong trào", "40"],
        ["3", "Văn nghệ, thể thao", "4"],
        ["4", "Trồng cây", "36"],
        ["Tổng cộng", "100"],
    ]
    head = ["TT", "Nội dung", "Điểm", "Tự chấm"]
    text = "\n\n".join(between.join(row) for row in [head, *rows[:-1]]) + "\n\n" + "\n".join(rows[-1])
    page = read(f"Bảng điểm\n{text}\n2. Cách chấm\na) Tự chấm").pages[0]
    (grid,) = page.grids
    cells = [[" ".join(line.text for line in c.lines) for c in grid.cells if c.row == n] for n in range(8)]
    assert cells[0] == head
    assert cells[1] == ["I", "Dạy và học", "60", ""]
    assert cells[2] == ["1", "Giờ dạy tốt - Loại khá: 20 điểm", "40", ""]
    assert cells[5] == ["3", "Văn nghệ, thể thao", "4", ""] and cells[6] == ["4", "Trồng cây", "36", ""]
    assert cells[7] == ["", "Tổng cộng", "100", ""]
    assert [line.text for line in page.lines if line.words] == ["Bảng điểm", "2. Cách chấm", "a) Tự chấm"]


def test_numbers_below_an_abbreviation_are_no_table() -> None:
    text = "TT\nNgười ký\n1\n2\n3\nHết"
    assert not read(text).pages[0].grids


def test_a_time_may_stand_right_below_the_number_of_a_row() -> None:
    rows = (("1", "Tháng 3", "Tập huấn"), ("2", "03/3/2024 - 25/3/2024", "Lập danh sách"), ("3", "Quý II", "Kiểm tra"))
    text = "\n".join(["TT", "Thời gian", "Công việc", *(cell for row in rows for cell in row)])
    (grid,) = read(text).pages[0].grids
    found = [" ".join(line.text for line in cell.lines) for cell in grid.cells]
    assert found == ["TT", "Thời gian", "Công việc", *(cell for row in rows for cell in row)]
