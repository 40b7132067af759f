"""Pages of word processors without indents: what ends a paragraph, a title, a column where only the lines tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kehoach import layout
from kehoach.model.document import Document
from kehoach.model.geometry import Box
from kehoach.model.page import Line, Page
from kehoach.reading import digital
from kehoach.reading.layer import Font, LayerWord
from kehoach.rules.load import load
from tests.layout.paper import FOOT, HEAD, LEFT, RIGHT, Set, page, reading, wrapped

TEXT = "Thực hiện chương trình công tác năm, Sở Tư pháp phát động đợt thi đua đặc biệt trong toàn ngành với những nội dung sau đây:"
LAST = "Các phòng, đơn vị triển khai thực hiện nghiêm túc Kế hoạch này, nếu có vướng mắc thì phản ánh về Văn phòng Sở để tổng hợp./."


def read(*pages: Page) -> Document:
    return layout.document(reading(*pages), load())


def texts(document: Document, *zones: str) -> list[str]:
    return [block.text.value for block in document.blocks if block.zone in zones]


def flush(paragraphs: Sequence[Set | tuple[Set, float]]) -> list[Line]:
    """Lines at the left margin, each stretched to where its text ends: the margin, or the given points before it."""
    pieces = [piece if isinstance(piece, Set) else piece[0] for piece in paragraphs]
    ends = [0.0 if isinstance(piece, Set) else piece[1] for piece in paragraphs]
    made = page(1, [*HEAD, *(replace(piece, x=LEFT) for piece in pieces)]).lines
    head = len(made) - len(pieces)
    return [*made[:head], *(_to(line, RIGHT - end) for line, end in zip(made[head:], ends, strict=True))]


def _to(line: Line, right: float) -> Line:
    boxes = [word.box for word in line.words if word.box is not None]
    factor = (right - boxes[0].x0) / (boxes[-1].x1 - boxes[0].x0)
    x = boxes[0].x0
    moved = [Box(x + (b.x0 - x) * factor, b.top, x + (b.x1 - x) * factor, b.bottom) for b in boxes]
    return Line(tuple(replace(word, box=box) for word, box in zip(line.words, moved, strict=True)))


def body(*paragraphs: Set | tuple[Set, float]) -> list[str]:
    one = page(1, HEAD)
    return texts(read(replace(one, lines=tuple(flush(paragraphs)))), "body")


FULL = Set("Sở Tư pháp phối hợp các sở, ban, ngành của tỉnh thực hiện nghiêm các nội dung trên")
REST = Set("theo chức năng, nhiệm vụ được giao.")


def paragraph(times: int) -> list[Set | tuple[Set, float]]:
    return [entry for _ in range(times) for entry in (FULL, FULL, (REST, 200.0))]


def test_a_stretched_page_ends_a_paragraph_before_its_margin() -> None:
    """The line ends so near the margin that the next word would not have fitted, but is not stretched to it."""
    whole = f"{FULL.text} {FULL.text} {REST.text}"
    near = Set("Văn phòng Sở tổng hợp kết quả, báo cáo Giám đốc Sở xem xét, quyết định khen.")
    found = body(*paragraph(4), (near, 20.0), (Set("Kết quả thực hiện là căn cứ bình xét cuối năm."), 180.0))
    assert found == [whole] * 4 + [near.text, "Kết quả thực hiện là căn cứ bình xét cuối năm."]


@pytest.mark.parametrize(
    ("heading", "bold"), [("CHỦ ĐỀ, MỤC TIÊU", True), ("CHỦ ĐỀ, MỤC TIÊU", False), ("Chủ đề năm học", True)]
)
def test_a_heading_below_a_full_line_stands_alone(heading: str, bold: bool) -> None:
    above = Set("Sở Tư pháp ban hành kế hoạch thực hiện các nội dung trên, cụ thể như sau đây:")
    found = body(*paragraph(2), above, (Set(heading, bold=bold), 300.0), (REST, 200.0))
    assert found[-3:] == [above.text, heading, REST.text]


def test_text_without_an_indent_is_no_title() -> None:
    """The title is in plain type and ends without a stop; what follows is as wide as the page."""
    head = [replace(piece, bold=False) for piece in HEAD[:-1]]
    title = ["Tổ chức phong trào thi đua “Công sở văn minh” và", "hội thi cán bộ tư pháp giỏi năm 2031"]
    made = page(1, [*head, *(Set(line, None) for line in title)])
    lines = flush([Set("Năm 2030 ngành đã có bước phát triển mới"), *paragraph(3)])
    moved = [_lower(line, 60.0) for line in lines[len(page(1, HEAD).lines) :]]
    document = read(replace(made, lines=(*made.lines, *moved)))
    assert texts(document, "title") == ["KẾ HOẠCH", " ".join(title)]


def _lower(line: Line, points: float) -> Line:
    return Line(tuple(
        replace(word, box=Box(word.box.x0, word.box.top + points, word.box.x1, word.box.bottom + points))
        for word in line.words if word.box is not None
    ))  # fmt: skip


def test_columns_of_a_letterhead_without_a_motto() -> None:
    head = [
        Set("HUYỆN ĐOÀN TÂY GIANG", 150), Set("ĐOÀN TNCS HỒ CHÍ MINH", 320, bold=True, row=0),
        Set("BAN CHẤP HÀNH", 172, bold=True), Set("Tây Giang, ngày 05 tháng 3 năm 2031", 300, row=0),
        Set("Số: 12-KH/HĐTN", 110), *HEAD[-2:],
    ]  # fmt: skip
    document = read(page(1, [*head, *wrapped(TEXT), *wrapped(TEXT), *wrapped(LAST), *FOOT]))
    assert texts(document, "place_date") == ["Tây Giang, ngày 05 tháng 3 năm 2031"]
    assert texts(document, "number") == ["Số: 12-KH/HĐTN"]
    assert "BAN CHẤP HÀNH" in texts(document, "issuer")


def test_lines_that_are_not_stretched_have_their_margin_at_the_longest() -> None:
    ends = [0.0, 4.0, 31.0, 33.0, 35.0, 60.0, 80.0, 45.0, 70.0, 55.0, 90.0, 20.0]
    lines = [(Set("Sở Tư pháp phối hợp với các sở, ban, ngành của tỉnh thực hiện nghiêm các"), end) for end in ends]
    label = Set("2. Phong trào “Công sở văn minh, hiện đại và thân thiện với người dân”")
    found = body(
        *lines,
        (Set("nội dung của kế hoạch này."), 300.0),
        (label, 48.0),
        (Set("-Giữ vững danh hiệu cơ quan văn hóa."), 250.0),
    )
    assert found[-2:] == [label.text, "-Giữ vững danh hiệu cơ quan văn hóa."]


def test_a_wrapped_entry_of_noi_nhan_is_one_entry() -> None:
    foot = [
        *FOOT[:2],
        Set("- UBND tỉnh (để", 90),
        Set("b/c);", 90),
        Set("- Lưu: VT.", 90),
        Set("Lê Văn Tám", 381, row=0),
    ]
    document = read(page(1, [*HEAD, *wrapped(TEXT), *wrapped(TEXT), *wrapped(LAST), *foot]))
    assert texts(document, "recipients") == ["Nơi nhận:", "- UBND tỉnh (để b/c);", "- Lưu: VT."]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("4 - Các phòng; PTP, TAND huyện, TX, TP; - Lưu: VT, TH. Trần Quốc Khởi", "good"),
        ("4 - L\u00b7nh ®¹o STP; - C¸c phßng; PTP huyÖn, TX, TP; - L­u: VT, TH. TrÇn Quèc Khëi", "garbage"),
    ],
)
def test_the_end_of_a_foot_on_a_page_of_its_own_is_trusted(text: str, verdict: str) -> None:
    words = [LayerWord(word, Box(0, 0, 1, 1), 0, 13, Font("Times", False, False)) for word in text.split()]
    assert digital.judge(words, 0.0) == verdict
