"""Where the name of a law ends."""

from __future__ import annotations

import pytest

from kehoach.rules.laws import law_name_end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đầu tư công và pháp luật khác", "Đầu tư công"),
        ("Đầu tư và phát triển", "Đầu tư"),
        ("Phòng chống thiên tai trên địa bàn", "Phòng chống thiên tai"),
        ("Khiếu nại, Luật Tố cáo", "Khiếu nại"),
        ("Khiếu nại, tố cáo năm 1998", "Khiếu nại, tố cáo"),
        ("THƯ VIỆN VÀ LƯU TRỮ", None),
        ("Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) tại tỉnh", "Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)"),
        ("sửa đổi, bổ sung một số điều của Luật Đê điều, Luật Thủy lợi và Luật Thú y từ năm sau", "sửa đổi, bổ sung một số điều của Luật Đê điều, Luật Thủy lợi và Luật Thú y"),
        ("sửa đổi, bổ sung Điều 4 của Luật Nhà ở vừa ban hành", "sửa đổi, bổ sung Điều 4 của Luật Nhà ở"),
        ("sửa đổi lối làm việc", None),
    ],
)  # fmt: skip
def test_the_longest_name_that_is_known(text: str, name: str | None) -> None:
    end = law_name_end(" " + text, 0)
    assert (None if end is None else (" " + text)[1:end]) == name
