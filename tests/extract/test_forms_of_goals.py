"""How plans write goals: quantities with their comparison, among goals and among tasks."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import plain
from kehoach.rules.load import load
from kehoach.run import run
from tests.extract.written import FOOT, HEAD

Goal = tuple[str | None, float | None, float | None]

ANYWHERE: list[tuple[str, list[Goal]]] = [
    ("Phấn đấu có ít nhất 90% hồ sơ được giải quyết đúng hạn.", [(">=", 90, None)]),
    ("Mỗi đơn vị có từ 02 sáng kiến trở lên.", [(">=", 2, None)]),
    ("Giảm 10% số vụ tai nạn giao thông so với năm 2030.", [("=", 10, None)]),
    ("Tăng tỷ lệ hồ sơ trực tuyến từ 70% lên 80%.", [("=", 80, None)]),
    ("100% cán bộ, công chức được tập huấn.", [("=", 100, None)]),
    ("Trên 95% người dân hài lòng.", [(">=", 95, None)]),
    ("Từ 85% hộ gia đình trở lên đạt chuẩn văn hóa.", [(">=", 85, None)]),
    ("Tỷ lệ hộ nghèo còn dưới 3%.", [("<=", 3, None)]),
    ("Tỷ lệ hộ nghèo giảm từ 1,5 đến 2%/năm.", [("range", 1.5, 2)]),
    ("Kết nạp từ 10 - 12 đảng viên mới.", [("range", 10, 12)]),
    ("Phấn đấu thu ngân sách đạt 125 tỷ đồng.", [("=", 125, None)]),
    ("Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.", [("=", 62, None)]),
    ("Trồng mới 350 ha rừng.", [("=", 350, None)]),
    ("Kéo mới 12 km đường dây 22 kV.", [("=", 12, None)]),
    ("Xây dựng ít nhất 01 mô hình dân vận khéo.", [(">=", 1, None)]),
    ("Tổ chức tối thiểu 03 lớp tập huấn cho cán bộ cấp xã.", [(">=", 3, None)]),
    ("Xếp thứ 3 toàn tỉnh về chỉ số cải cách hành chính.", [("top", 3, None)]),
    ("Chỉ số hài lòng nằm trong nhóm 10 huyện dẫn đầu.", [("top", 10, None)]),
    ("Không quá 5% hồ sơ trễ hạn.", [("<=", 5, None)]),
    ("Toàn huyện có 12/14 xã đạt chuẩn nông thôn mới.", [("=", 12, None)]),
    ("Có thêm 02 thôn đạt chuẩn nông thôn mới kiểu mẫu.", [("=", 2, None)]),
    ("Duy trì tỷ lệ trẻ em được tiêm chủng đầy đủ trên 98%.", [(">=", 98, None)]),
    ("Phấn đấu mỗi thôn trồng được 500 cây xanh trở lên.", [(">=", 500, None)]),
    ("Ít nhất 2/3 số thôn có đội văn nghệ.", [(">=", 66.67, None)]),
    ("Tỷ lệ che phủ rừng đạt 56,5%.", [("=", 56.5, None)]),
    ("Giải quyết việc làm mới cho 1.200 lao động.", [("=", 1200, None)]),
    ("Đào tạo nghề cho khoảng 450 lao động nông thôn.", [("=", 450, None)]),
    ("Hỗ trợ xóa 75 nhà tạm, nhà dột nát.", [("=", 75, None)]),
    ("Vận động mỗi cán bộ ủng hộ ít nhất 01 ngày lương.", [(">=", 1, None)]),
    ("Rút ngắn thời gian giải quyết thủ tục từ 10 ngày xuống còn 7 ngày.", [("=", 7, None)]),
    ("Cắt giảm tối thiểu 30% chi phí tuân thủ.", [(">=", 30, None)]),
    ("Tốc độ tăng giá trị sản xuất bình quân 8,5%/năm.", [("=", 8.5, None)]),
    ("Năng suất lúa đạt 65 tạ/ha trở lên.", [(">=", 65, None)]),
    ("Thành lập mới 15 doanh nghiệp, 03 hợp tác xã.", [("=", 15, None), ("=", 3, None)]),
    ("90% trở lên chi bộ hoàn thành tốt nhiệm vụ.", [(">=", 90, None)]),
    ("Có 80-85% học sinh hoàn thành chương trình đúng độ tuổi.", [("range", 80, 85)]),
    ("Tỷ lệ tốt nghiệp đạt 99,5% trở lên.", [(">=", 99.5, None)]),
    ("Phát hành 05 bản tin, 20 phóng sự.", [("=", 5, None), ("=", 20, None)]),
    ("Đăng tải ít nhất 04 tin, bài/tháng trên cổng thông tin.", [(">=", 4, None)]),
    ("Hoàn thành 100% kế hoạch giao.", [("=", 100, None)]),
    ("Giải ngân vốn đầu tư công đạt tối thiểu 95% kế hoạch.", [(">=", 95, None)]),
    ("Phấn đấu tăng 5 bậc so với năm 2030.", [("=", 5, None)]),
    ("Thu hút 300.000 lượt khách du lịch.", [("=", 300000, None)]),
    ("Doanh thu du lịch đạt trên 250 tỷ đồng.", [(">=", 250, None)]),
    ("Xây dựng từ 03 đến 05 sản phẩm OCOP đạt 3 sao trở lên.", [("range", 3, 5)]),
    ("Số người tham gia bảo hiểm y tế đạt 95,5% dân số.", [("=", 95.5, None)]),
    ("Hiến máu tình nguyện thu được 500 đơn vị máu.", [("=", 500, None)]),
    ("Tỷ suất tử vong trẻ dưới 5 tuổi giảm còn 15‰.", [("=", 15, None)]),
    ("Cứng hóa 12 km đường nội đồng.", [("=", 12, None)]),
    ("Hơn 70% dân số sử dụng nước sạch.", [(">=", 70, None)]),
    ("100% xã, 90% thôn có mạng cáp quang.", [("=", 100, None), ("=", 90, None)]),
    ("Mỗi năm giảm ít nhất 01% hộ nghèo.", [(">=", 1, None)]),
    ("Phấn đấu tối thiểu 01 tập thể được tặng Cờ thi đua.", [(">=", 1, None)]),
    ("Bình quân mỗi người đọc 4 cuốn sách/năm.", [("=", 4, None)]),
    ("Vượt 5% chỉ tiêu thu ngân sách được giao.", [("=", 5, None)]),
]  # fmt: skip
AMONG_GOALS: list[tuple[str, list[Goal]]] = [
    ("Không để xảy ra vụ cháy nào trên địa bàn.", [(None, None, None)]),
    ("Điểm trung bình chỉ số PAPI đạt từ 43 điểm trở lên.", [(">=", 43, None)]),
    ("Sản lượng lương thực 42.000 tấn.", [("=", 42000, None)]),
    ("Tổng đàn trâu, bò đạt 12.500 con.", [("=", 12500, None)]),
    ("Toàn bộ các xã có nhà văn hóa.", [(None, None, None)]),
    ("Không còn thôn trắng tổ chức đảng.", [(None, None, None)]),
    ("Đến hết năm 2031 đạt 20 bác sĩ/10.000 dân.", [("=", 20, None)]),
]  # fmt: skip


@lru_cache(maxsize=2)
def plan(heading: str) -> Plan:
    """One plan with every form as an item of its own."""
    forms = "\n".join(f"{n}. {sentence}" for n, (sentence, _) in enumerate((*ANYWHERE, *AMONG_GOALS), 1))
    text = f"{HEAD.format(title='Công tác năm 2022')}I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n{heading}\n{forms}{FOOT}"
    return run(Source("plan.txt", "0" * 64, "text/plain", text.encode()), rules=load(), reader=plain.reading)


def goals(heading: str, number: int) -> list[Goal]:
    return [(t.comparator, t.value, t.value_max) for t in plan(heading).targets if t.path == f"II.{number}"]


@pytest.mark.parametrize(("number", "sentence", "expected"), [(n, *form) for n, form in enumerate(ANYWHERE, 1)])
def test_what_is_to_be_reached_wherever_it_stands(number: int, sentence: str, expected: list[Goal]) -> None:
    assert goals("II. CHỈ TIÊU", number) == expected, sentence
    assert goals("II. NHIỆM VỤ, GIẢI PHÁP", number) == expected, sentence


@pytest.mark.parametrize(
    ("number", "sentence", "expected"), [(n, *form) for n, form in enumerate(AMONG_GOALS, len(ANYWHERE) + 1)]
)
def test_what_is_a_goal_among_goals_only(number: int, sentence: str, expected: list[Goal]) -> None:
    assert goals("II. CHỈ TIÊU", number) == expected, sentence
    assert goals("II. NHIỆM VỤ, GIẢI PHÁP", number) == [], sentence
