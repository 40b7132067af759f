"""Plans for the audit: read from short texts in words of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kehoach import reading
from kehoach.model.plan import Plan
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.run import run

HEAD = """ỦY BAN NHÂN DÂN TỈNH BẾN TRE
SỞ CÔNG THƯƠNG
Số: {number}/KH-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{place_date}
KẾ HOẠCH
{title}
{preamble}
"""
BODY = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nhằm nâng cao ý thức tiết kiệm điện trong toàn ngành.
2. Yêu cầu
Các đơn vị thực hiện nghiêm túc, thiết thực.
II. NỘI DUNG THI ĐUA
1. Thay thế đèn chiếu sáng cũ tại trụ sở.
2. Tắt thiết bị điện khi không sử dụng.
III. CHỈ TIÊU, TIÊU CHÍ
- 100% cơ quan xây dựng nội quy sử dụng điện.
- Tiêu chí đánh giá gồm: mức giảm điện năng, số sáng kiến.
IV. THỜI GIAN THỰC HIỆN
Từ ngày 01/4/2022 đến ngày 30/11/2022.
V. KHEN THƯỞNG
Giám đốc Sở tặng Giấy khen cho 05 tập thể tiêu biểu.
VI. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở kiểm tra, đôn đốc việc thực hiện; tổ chức sơ kết, tổng kết phong trào.
2. Công đoàn ngành tuyên truyền, nhân rộng cách làm hay.
"""
FOOT = """Trên đây là Kế hoạch của Sở Công Thương, đề nghị các đơn vị thực hiện./.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.
{authority}
{position}
{name}
"""

ReadText = Callable[[str], Plan]


def document(
    body: str = BODY, *, number: str = "77", place_date: str = "Bến Tre, ngày 09 tháng 3 năm 2022",
    title: str = "Phát động phong trào thi đua “Tiết kiệm từng số điện” năm 2022",
    preamble: str = "Sở Công Thương xây dựng Kế hoạch phát động phong trào thi đua như sau:",
    authority: str = "", position: str = "GIÁM ĐỐC", name: str = "Nguyễn Thị Mẫu",
) -> str:  # fmt: skip
    """The text of a whole plan with this body."""
    head = HEAD.format(number=number, place_date=place_date, title=title, preamble=preamble)
    lines = (head + body + FOOT.format(authority=authority, position=position, name=name)).split("\n")
    return "\n".join(line for line in lines if line.strip()) + "\n"


def with_lines(*lines: str) -> str:
    """The plan with paragraphs added at the end of its body."""
    return document(BODY + "\n".join(lines) + "\n")


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Reads a text and audits it."""
    reader, rules = reading.reader(Settings(mode="text")), load()
    return lambda text: run(reading.source(text.encode(), "mẫu.txt"), rules=rules, reader=reader)
