"""Themes, told from the other quotations of a plan."""

from __future__ import annotations

import pytest

from kehoach.extract.themes import themes
from tests.extract.written import bare, written

CUES = [
    ("Phát động thi đua với chủ đề: “Nhanh, đúng, thân thiện”.", ["Nhanh, đúng, thân thiện"]),
    ('Làm việc với tinh thần "Tận tâm, tận lực", nỗ lực vượt khó.', ["Tận tâm, tận lực"]),
    ("Thực hiện phương châm “Nghe dân nói”, “Làm dân tin”; có sáng kiến.", ["Nghe dân nói", "Làm dân tin"]),
    ("Chủ điểm: “Trường em mùa hoa”.", ["Trường em mùa hoa"]),
    ("1. Chủ đề thi đua giai đoạn 2031 - 2035: “Đồng lòng vượt khó”.", ["Đồng lòng vượt khó"]),
    ("Thực hiện phương châm “4 tại chỗ” trong mùa bão.", []),
    ("Thực hiện phương châm hành động: Giữ đèn sáng, báo bão nhanh.", ["Giữ đèn sáng, báo bão nhanh"]),
    ("Theo phương châm bốn tại chỗ: Chỉ huy tại chỗ; lực lượng tại chỗ.", []),
    ("“2. Người nộp phí được nộp dần theo từng tháng trong năm.”", []),
    ("Năm học có chủ đề “Mở rộng” và “Nâng cao”.", ["Mở rộng", "Nâng cao"]),
    ("Khẩu hiệu hành động: Mỗi ngày một việc tốt.", ["Mỗi ngày một việc tốt"]),
    ("a) Chủ đề Tuần lễ văn hóa đọc: Sách mở lối tương lai", ["Sách mở lối tương lai"]),
    ("Chủ đề của Đại hội: “Đoàn kết, đổi mới, phát triển”.", ["Đoàn kết, đổi mới, phát triển"]),
    ("Thông điệp: (1) Hãy tắt đèn khi ra về; (2) Tiết kiệm từ việc nhỏ.", []),
    (
        "Khẩu hiệu: (1) Hãy tắt đèn khi ra về; (2) Tiết kiệm từ việc nhỏ.",
        ["Hãy tắt đèn khi ra về", "Tiết kiệm từ việc nhỏ"],
    ),
    ("Gắn với chủ đề hành động của Chính phủ “Kiến tạo, phục vụ”.", []),
    ("Chỉ thị của Tỉnh ủy về “Tăng cường lãnh đạo công tác khuyến học”.", []),
    ("Hưởng ứng phong trào thi đua “Ba giỏi, hai tốt”.", []),
    ("Làm theo lời Bác dạy “Việc gì có lợi cho dân phải hết sức làm”.", []),
    ("Tổ chức thi văn nghệ với chủ đề phù hợp.", []),
    (
        "Khẩu hiệu hành động xuyên suốt của năm được chọn là “Việc hôm nay chớ để ngày mai”.",
        ["Việc hôm nay chớ để ngày mai"],
    ),
    ("Khẩu hiệu thi đua trong phong trào “Hai sạch” được niêm yết.", []),
    ("Khẩu hiệu phải treo ở nơi dễ thấy: “Cổng chính”, “Nhà ăn”.", []),
    ("Lấy “Người bệnh là người thân” làm phương châm phục vụ.", ["Người bệnh là người thân"]),
    ("Năm 2022 được chọn là năm “Thủ tục nhanh gọn”.", ["Thủ tục nhanh gọn"]),
    ("+ Đợt 3: Từ 12/01 đến 26/3/2022: “Ươm mầm xanh, dệt ước mơ”; hội trại.", ["Ươm mầm xanh, dệt ước mơ"]),
    ("2. Đợt II (từ ngày 01/5 đến hết ngày 02/9/2022): “Hè biên cương”.", ["Hè biên cương"]),
    ("Đợt 1: hưởng ứng phong trào “Sạch ngõ”.", []),
    ("Chủ đề thi đua: Tuổi trẻ nhà máy “Nhanh tay, tinh mắt”.", ["Tuổi trẻ nhà máy “Nhanh tay, tinh mắt”"]),
    ("Theo tinh thần Chỉ thị số 21/CT-TTg của Thủ tướng Chính phủ.", []),
]


@pytest.mark.parametrize(("text", "found"), CUES)
def test_cues(text: str, found: list[str]) -> None:
    plan = bare(text)
    assert [t.text for t in themes(plan.document, plan.outline, plan.rules)] == found


def test_a_theme_under_its_heading() -> None:
    plan = written("I. CHỦ ĐỀ, MỤC TIÊU\n1. Chủ đề thi đua\n“Sạch từ nhà ra ngõ”\n2. Mục tiêu\nHoàn thành nhiệm vụ.")
    (theme,) = themes(plan.document, plan.outline, plan.rules)
    assert (theme.text, theme.path) == ("Sạch từ nhà ra ngõ", "I.1")


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ("“Vâng lời thầy lái\nChèo vững, bơi nhanh\nCả bến bình an”", ["Vâng lời thầy lái Chèo vững, bơi nhanh Cả bến bình an"]),
        ("Thiếu nhi bến Mẫu\nChèo vững, bơi nhanh\nVui khỏe, an toàn", ["Thiếu nhi bến Mẫu Chèo vững, bơi nhanh Vui khỏe, an toàn"]),
        ("“Chèo vững, bơi nhanh”\n“Cả bến bình an”", ["Chèo vững, bơi nhanh", "Cả bến bình an"]),
        ("Chủ đề do bến trưởng nêu ra.\nMỗi trạm một chủ đề riêng.", []),
    ],
)  # fmt: skip
def test_a_theme_in_verse(lines: str, texts: list[str]) -> None:
    plan = written(f"I. CHỦ ĐỀ NĂM HỌC\n{lines}\nII. TRỌNG TÂM\n1. Giữ bến.")
    assert [theme.text for theme in themes(plan.document, plan.outline, plan.rules)] == texts


def test_a_motto_over_a_group_of_contents() -> None:
    plan = written(
        "I. NỘI DUNG THI ĐUA\n1. Đối với tập thể:\n“Thi đua dựng xây trụ sở khang trang”:\n"
        "- Trồng cây xanh;\n- Giữ vệ sinh chung."
    )
    (theme,) = themes(plan.document, plan.outline, plan.rules)
    assert (theme.text, theme.path) == ("Thi đua dựng xây trụ sở khang trang", "I.1")


def test_slogans_one_a_line() -> None:
    plan = written(
        "I. CHỦ ĐỀ VÀ KHẨU HIỆU\n1. Chủ đề: Giữ lấy rừng xanh\n2. Khẩu hiệu tuyên truyền:\n"
        "- Trồng một cây, giữ một rừng;\n- Không đốt rừng làm rẫy!\nII. NỘI DUNG\n1. Ra quân trồng cây."
    )
    found = [t.text for t in themes(plan.document, plan.outline, plan.rules)]
    assert found == ["Giữ lấy rừng xanh", "Trồng một cây, giữ một rừng", "Không đốt rừng làm rẫy"]


def test_a_theme_once_at_its_first_place_with_evidence() -> None:
    plan = written(
        "I. MỤC ĐÍCH\n1. Nâng cao chủ đề “Vì sức khỏe”.\nII. NỘI DUNG\n1. Tuyên truyền chủ đề “Vì sức khỏe”."
    )
    (theme,) = themes(plan.document, plan.outline, plan.rules)
    assert theme.path == "I.1"
    place = theme.evidence[0]
    assert plan.document.text.value[place.start : place.end] == "Vì sức khỏe"


def test_a_column_of_themes() -> None:
    plan = written(
        "I. CÁC ĐỢT\nĐợt | Thời gian | Chủ đề\n1 | Tháng 9 | Chào năm học mới\n2 | Tháng 12 | Uống nước nhớ nguồn"
    )
    found = themes(plan.document, plan.outline, plan.rules)
    assert [(t.text, t.path) for t in found] == [("Chào năm học mới", "I.T1"), ("Uống nước nhớ nguồn", "I.T2")]


def test_a_column_of_themes_with_who_does_them_is_work() -> None:
    plan = written(
        "I. CÁC ĐỢT\nĐợt | Thời gian | Chủ điểm | Phụ trách\n1 | Tháng 9/2031 | Dựng trại, thi kéo co | Đoàn trường\n"
        "2 | Tháng 12/2031 | Thi làm báo tường | Tổ Văn"
    )
    assert not themes(plan.document, plan.outline, plan.rules)


def texts(body: str) -> list[str]:
    plan = written(body)
    return [theme.text for theme in themes(plan.document, plan.outline, plan.rules)]


def test_themes_of_several_months_and_of_rounds_with_their_days() -> None:
    listed = "I. CHỦ ĐỀ\n1. Tháng Ghe sạch: “Không rác xuống sông”.\n2. Tháng Bến đẹp: “Mỗi bến một hàng dừa”."
    assert texts(listed) == ["Không rác xuống sông", "Mỗi bến một hàng dừa"]
    rounds = "I. NỘI DUNG\n1. Hai đợt theo chủ điểm “Ghe mới” (từ 10/10 đến 20/11/2022) và “Bến mới” (từ 06/12/2022)."
    assert texts(rounds) == ["Ghe mới", "Bến mới"]
    named = "I. CHỦ ĐỀ\n1. Tháng Ghe sạch: hưởng ứng phong trào “Ba giỏi” trong bến."
    assert texts(named) == []
