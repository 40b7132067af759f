"""Goals with numbers wherever they stand, goals in words in sections on goals, and numbers that are no goals."""

from __future__ import annotations

import pytest

from kehoach.extract.targets import targets
from tests.extract.written import bare, written

Row = tuple[str, str | None, float | None, float | None]

GOALS: list[tuple[str, list[Row]]] = [
    ("- Phấn đấu 100% hội viên tham gia sinh hoạt.", [("100% hội viên tham gia sinh hoạt", "=", 100, None)]),
    ("- Đảm bảo có từ 90% trở lên hồ sơ đúng hạn.", [("từ 90% trở lên hồ sơ đúng hạn", ">=", 90, None)]),
    ("- Phấn đấu có 02 mô hình mới; từ 05 đến 07 sáng kiến.", [("02 mô hình mới", "=", 2, None), ("từ 05 đến 07 sáng kiến", "range", 5, 7)]),
    ("- Nợ quá hạn tăng không quá 3% so với đầu năm.", [("Nợ quá hạn tăng không quá 3% so với đầu năm", "<=", 3, None)]),
    ("- Chỉ số PCI của tỉnh nằm trong nhóm 10 tỉnh dẫn đầu.", [("Chỉ số PCI của tỉnh nằm trong nhóm 10 tỉnh dẫn đầu", "top", 10, None)]),
    ("- Trạm Y tế xã: 02 cán bộ;", [("Trạm Y tế xã: 02 cán bộ", "=", 2, None)]),
    ("- Năm 2022 mở ít nhất 12 lớp bơi; 05 lớp võ.", [("Năm 2022 mở ít nhất 12 lớp bơi", ">=", 12, None), ("05 lớp võ", ">=", 5, None)]),
    ("- Phấn đấu 8/9 thôn đạt thôn văn minh.", [("8/9 thôn đạt thôn văn minh", "=", 8, None)]),
    ("- Sản lượng thóc đạt 40 nghìn tấn; giá trị trên 1 ha đất trồng rau đạt 200 triệu đồng.", [("Sản lượng thóc đạt 40 nghìn tấn", "=", 40, None), ("giá trị trên 1 ha đất trồng rau đạt 200 triệu đồng", "=", 200, None)]),
    ("- Khai trương 06 làng văn hóa.", [("Khai trương 06 làng văn hóa", "=", 6, None)]),
    ("- Giữ vững 12/12 ấp văn hóa (100%).", [("Giữ vững 12/12 ấp văn hóa", "=", 12, None), ("Giữ vững 12/12 ấp văn hóa (100%)", "=", 100, None)]),
    ("- Ban quản lý cảng phối hợp với Đồn Biên phòng và các hãng tàu nạo vét ít nhất 04 đoạn luồng, tổ chức tốt việc đón khách.", [("nạo vét ít nhất 04 đoạn luồng", ">=", 4, None)]),
    ("- Tặng 120 suất quà cho thuyền viên nghèo; tổ chức ngày hội làng chài.", [("Tặng 120 suất quà cho thuyền viên nghèo", "=", 120, None)]),
    ("- Mỗi ga lắp ít nhất hai (02) ghế chờ cho người già.", [("Mỗi ga lắp ít nhất hai (02) ghế chờ cho người già", ">=", 2, None)]),
    ("- Bàn giao 07 căn nhà và không để khách đứng mưa.", [("Bàn giao 07 căn nhà", "=", 7, None)]),
    ("- Đài xã phát sóng 03 lần/tuần từ tháng 4/2022.", [("Đài xã phát sóng 03 lần/tuần", "=", 3, None)]),
    ("- Mỗi ga, trạm bẻ ghi 02 bình chữa cháy; mỗi tháng 01 buổi; mỗi lớp 35 người.", [("Mỗi ga, trạm bẻ ghi 02 bình chữa cháy", "=", 2, None), ("mỗi tháng 01 buổi", "=", 1, None), ("mỗi lớp 35 người", "=", 35, None)]),
    ("- Giải ngân đạt 95% vốn được giao, nợ thu hồi trên 90%.", [("Giải ngân đạt 95% vốn được giao", "=", 95, None), ("nợ thu hồi trên 90%", ">=", 90, None)]),
    ("- Thu nhập của thợ không thấp hơn 9 triệu đồng/người/tháng.", [("Thu nhập của thợ không thấp hơn 9 triệu đồng/người/tháng", ">=", 9, None)]),
    ("- Tỷ lệ mắc lao dưới 90/100.000 dân.", [("Tỷ lệ mắc lao dưới 90/100.000 dân", "<=", 90, None)]),
    ("- Mở 04 lớp nghề (hàn, tiện, nguội) tại xưởng.", [("Mở 04 lớp nghề", "=", 4, None)]),
    ("- Điện bán cho khu chế xuất đạt từ 4,2 triệu kWh.", [("Điện bán cho khu chế xuất đạt từ 4,2 triệu kWh", ">=", 4.2, None)]),
    ("- Giảm thời gian xếp hàng mua vé xuống dưới 20 phút.", [("Giảm thời gian xếp hàng mua vé xuống dưới 20 phút", "<=", 20, None)]),
    ("- Không để khách, chủ hàng phải đi lại quá 01 lần.", [("Không để khách, chủ hàng phải đi lại quá 01 lần", "<=", 1, None)]),
    ("- Không để khách phải chờ quá 02 lần.", [("Không để khách phải chờ quá 02 lần", "<=", 2, None)]),
    ("- Thu nhập của thợ bình quân từ 9 - 12 triệu đồng/tháng.", [("Thu nhập của thợ bình quân từ 9 - 12 triệu đồng/tháng", "range", 9, 12)]),
    ("- Mỗi tổ hỗ trợ ít nhất 01 bể nước hoặc đóng góp tối thiểu 6 triệu đồng vào quỹ.", [("Mỗi tổ hỗ trợ ít nhất 01 bể nước", ">=", 1, None), ("đóng góp tối thiểu 6 triệu đồng vào quỹ", ">=", 6, None)]),
    ("- 70% gia đình hội viên trở lên đạt 8 tiêu chí.", [("70% gia đình hội viên trở lên đạt 8 tiêu chí", ">=", 70, None)]),
    ("- 100% kho có khóa; không để mất phiếu.", [("100% kho có khóa", "=", 100, None)]),
    ("- 100% tổ đăng ký, trong đó ít nhất 40% là tổ trẻ.", [("100% tổ đăng ký", "=", 100, None), ("ít nhất 40% là tổ trẻ", ">=", 40, None)]),
    ("- 100% ga, trạm, xưởng mỗi quý có ít nhất 04 bản tin về ca trực.", [("100% ga, trạm, xưởng mỗi quý có ít nhất 04 bản tin về ca trực", "=", 100, None), ("ít nhất 04 bản tin về ca trực", ">=", 4, None)]),
    ("- 100% hội viên không vi phạm; không đánh bạc.", [("100% hội viên không vi phạm; không đánh bạc", "=", 100, None)]),
]  # fmt: skip

MORE_GOALS: list[tuple[str, list[Row]]] = [
    ("- 100% hộ dân ký cam kết không dùng túi ni lông dung tích dưới 5 lít.", [("100% hộ dân ký cam kết không dùng túi ni lông dung tích dưới 5 lít", "=", 100, None)]),
    ("- Khởi công ít nhất 02 công trình trị giá từ 300 triệu đồng trở lên.", [("Khởi công ít nhất 02 công trình trị giá từ 300 triệu đồng trở lên", ">=", 2, None)]),
    ("- Không còn ấp dưới 12 tiêu chí.", [("Không còn ấp dưới 12 tiêu chí", None, None, None)]),
    ("- Số mô hình dân vận khéo: tối thiểu 08.", [("Số mô hình dân vận khéo: tối thiểu 08", ">=", 8, None)]),
    ("- Sản lượng tăng 1,4 lần so với năm 2018.", [("Sản lượng tăng 1,4 lần so với năm 2018", "=", 1.4, None)]),
    ("- Hỗ trợ sửa chữa 15 căn nhà; không để xảy ra tranh chấp.", [("Hỗ trợ sửa chữa 15 căn nhà", "=", 15, None), ("không để xảy ra tranh chấp", None, None, None)]),
    ("- Tập thể: LĐXS 03, LĐTT 11; Cờ thi đua: 02.", [("LĐXS 03", "=", 3, None), ("LĐTT 11", "=", 11, None), ("Cờ thi đua: 02", "=", 2, None)]),
    ("- Thủ kho giỏi: 14/20 người (70%); Giấy khen của Cục: 06.", [("Thủ kho giỏi: 14/20 người (70%)", "=", 14, None), ("Giấy khen của Cục: 06", "=", 6, None)]),
    ("- 60% kíp lái đạt danh hiệu “Kíp lái an toàn” trở lên.", [("60% kíp lái đạt danh hiệu “Kíp lái an toàn” trở lên", "=", 60, None)]),
    ("- Cấp bến: 9/9 bến có phao, trong đó có 04 bến đạt chuẩn đèn, ít nhất 01 bến kiểu mẫu.", [("Cấp bến: 9/9 bến có phao", "=", 9, None), ("04 bến đạt chuẩn đèn", "=", 4, None), ("ít nhất 01 bến kiểu mẫu", ">=", 1, None)]),
    ("- 100% đơn thư tồn trên 30 ngày được trả lời.", [("100% đơn thư tồn trên 30 ngày được trả lời", "=", 100, None)]),
    ("- Mỗi kíp viết ít nhất 02 đề tài, 03 kiến nghị an toàn.", [("Mỗi kíp viết ít nhất 02 đề tài", ">=", 2, None), ("Mỗi kíp viết ít nhất 02 đề tài, 03 kiến nghị an toàn", ">=", 3, None)]),
    ("- Bắn đạn thật 100% đạt, trên 85% khá, giỏi.", [("Bắn đạn thật 100% đạt", "=", 100, None), ("Bắn đạn thật 100% đạt, trên 85% khá, giỏi", ">=", 85, None)]),
    ("- Phong trào “Sổ sạch”: 100% thủ kho đăng ký.", [("100% thủ kho đăng ký", "=", 100, None)]),
    ("- Mỗi kho viết tối thiểu 03 bản tin, giao Đội 5 làm mẫu.", [("Mỗi kho viết tối thiểu 03 bản tin", ">=", 3, None)]),
    ("- Với tinh thần “không để ai lỡ chuyến”: mỗi bến xây ít nhất 01 nhà tình nghĩa.", [("xây ít nhất 01 nhà tình nghĩa", ">=", 1, None)]),
    ("- Bắn bia 8 đạt 100%, trong đó khá, giỏi trên 80%.", [("Bắn bia 8 đạt 100%", "=", 100, None), ("khá, giỏi trên 80%", ">=", 80, None)]),
    ("- Mở 02 lớp cho 60 thợ.", [("Mở 02 lớp", "=", 2, None), ("Mở 02 lớp cho 60 thợ", "=", 60, None)]),
    ("- Xếp dỡ đúng chủ hàng đạt 95%, đúng thời hạn 100%.", [("Xếp dỡ đúng chủ hàng đạt 95%", "=", 95, None), ("đúng thời hạn 100%", "=", 100, None)]),
    ("- Thu cước đạt 120 tỷ đồng, bằng 105% kế hoạch, tăng 12% so với năm trước.", [("Thu cước đạt 120 tỷ đồng", "=", 120, None), ("Thu cước đạt 120 tỷ đồng, bằng 105% kế hoạch", "=", 105, None), ("Thu cước đạt 120 tỷ đồng, bằng 105% kế hoạch, tăng 12% so với năm trước", "=", 12, None)]),
    ("- Tỷ lệ thu cước đạt 85% và thu nợ đạt 90%.", [("Tỷ lệ thu cước đạt 85%", "=", 85, None), ("thu nợ đạt 90%", "=", 90, None)]),
    ("- Cấp thẻ cho 100% thợ đủ tuổi, mở tài khoản của các bến đạt 70% số thẻ đã phát.", [("Cấp thẻ cho 100% thợ đủ tuổi", "=", 100, None), ("mở tài khoản của các bến đạt 70% số thẻ đã phát", "=", 70, None)]),
    ("- Giảm ít nhất 01 đội ở những cảng có từ 03 đội trở lên.", [("Giảm ít nhất 01 đội ở những cảng có từ 03 đội trở lên", ">=", 1, None)]),
    ("- Mỗi bến ít nhất 02 điều tra viên.", [("Mỗi bến ít nhất 02 điều tra viên", ">=", 2, None)]),
    ("- Đúng giờ đạt 95%; chào hỏi hành khách; giữ sạch toa tàu.", [("Đúng giờ đạt 95%", "=", 95, None)]),
    ("- Nợ cước dưới 0,15%/tổng doanh thu.", [("Nợ cước dưới 0,15%/tổng doanh thu", "<=", 0.15, None)]),
    ("- Học lực: loại Khá từ 40% trở lên.", [("loại Khá từ 40% trở lên", ">=", 40, None)]),
]  # fmt: skip

NO_GOALS = [
    "- Trạm cấp cồn 90%, nước muối 9% cho các bến.",
    "- Mỗi đội thi không quá 05 thợ, 01 người dẫn.",
    "- Triển khai Cuộc vận động 50 gắn với phong trào của bến.",
    "- Sắp xếp các bến chưa đạt 50% tiêu chuẩn.",
    "- Vé đúng giá từ 80% trở lên: không tính điểm.",
    "- Vé đúng giá dưới 80% không tính điểm.",
    "- Cảng tặng Giấy khen cho không quá 30% tập thể và 20% thợ.",
    "- Thợ nữ chiếm 41,7% quân số của cảng.",
    "- Sau 04 năm triển khai mở được 12 tuyến xe.",
    "- Năm trước cả bến có 40 thợ giỏi.",
    "- Điểm thưởng không vượt quá 10% điểm chuẩn.",
    "- Ga giao Đội 12 tổ chức gác tàu.",
    "- Năm 2021, Cụm làm xong 5/7 việc đã hứa; nộp quỹ 318 tỷ đồng. Tồn tại: 02 trạm nộp muộn.",
    "- Các ga ký giao ước thực hiện 04 nội dung:",
    "- Tổ hoàn thành 9/9 chỉ tiêu: đề nghị tặng Cờ.",
    "- Có 07 cơn bão được dự báo đổ bộ.",
    "- Hội đồng chỉ họp khi có ít nhất 2/3 số ủy viên tham dự.",
    "- Bến loại II là bến có từ 03 đến 05 cầu tàu.",
    "- Hàng nhập chịu mức thuế suất là 10%; thợ nộp đoàn phí 1%.",
    "- Làm tốt 04 nội dung sau đây: học, nghề, phép nước, vệ sinh.",
    "- Năm 2018, công suất kho đạt 91,4%, khách hài lòng 88,7%.",
    "- Bài dự thi có độ dài tối thiểu 1.000 chữ.",
    "- Thuế của hàng thuộc Nhóm 87.03 giữ nguyên.",
    "- Che bạt các công trình lớn (trên 10.000 m2).",
    "- Xem xét hỗ trợ kinh phí cho hai bến, mỗi bến khoảng 200 tỷ đồng.",
    "- Vốn ngoài ngân sách và vốn khác dự kiến 10% - 15%.",
    "- Bảng có so sánh tỷ lệ % tăng, giảm giữa các năm.",
    "- Nhắc nhở nhiều lần (02 lần trở lên) cho một việc.",
    "- Áp dụng TCVN ISO 9001 - 2015, thực hiện 4 xin, 4 luôn.",
    "- Người dự tuyển có 3 năm kinh nghiệm, nộp 02 bản sao.",
    "- Đoàn kiểm tra gồm 05 người, làm việc 8 giờ mỗi ngày.",
    "- Hiện có 45% hộ dùng nước sạch.",
    "- Mỗi bên chi 50% kinh phí tổ chức.",
    "- Doanh nghiệp có từ 200 lao động trở lên phải lập tổ an toàn.",
    "- Nộp hồ sơ trước ngày 15/3/2022, trong 10 ngày làm việc.",
    "- Chậm một báo cáo trừ 2 điểm, đạt 100% được cộng 5 điểm.",
    "- Tặng Giấy khen cho 07 tổ chức cơ sở, 12 đảng viên.",
    "- Người được bầu phải đạt trên 50% số phiếu.",
    "- Phát triển người đọc mỗi quý một lần.",
]


@pytest.mark.parametrize(("text", "rows"), GOALS)
def test_goals(text: str, rows: list[Row]) -> None:
    plan = bare(text)
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value, t.value_max) for t in found] == rows


@pytest.mark.parametrize(("text", "rows"), MORE_GOALS)
def test_goals_of_a_section_on_goals(text: str, rows: list[Row]) -> None:
    plan = written(f"I. CHỈ TIÊU\n1. Chỉ tiêu cụ thể\n{text}")
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value, t.value_max) for t in found] == rows


@pytest.mark.parametrize("text", NO_GOALS)
def test_no_goals(text: str) -> None:
    plan = bare(text)
    assert targets(plan.document, plan.outline, plan.rules) == ()


def test_figures_below_a_heading_that_speaks_of_goals() -> None:
    plan = written(
        "II. NỘI DUNG\n1. Thi đua hoàn thành các chỉ tiêu của bến:\n- Chở khách: 250.000 lượt\n- Ngày sửa tàu trung bình: < 8 ngày"
    )
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value) for t in found] == [
        ("Chở khách: 250.000 lượt", "=", 250000),
        ("Ngày sửa tàu trung bình: < 8 ngày", "<=", 8),
    ]


def test_goals_in_words_only_in_sections_on_goals() -> None:
    plan = written(
        "I. MỤC TIÊU\n1. Mục tiêu tổng quát\nXây dựng ngành vững mạnh.\n2. Mục tiêu cụ thể\n"
        "- Chi bộ xếp loại hoàn thành tốt nhiệm vụ.\nII. NỘI DUNG\n1. Nâng cao chất lượng phục vụ nhân dân."
    )
    (goal,) = targets(plan.document, plan.outline, plan.rules)
    assert (goal.quote, goal.path, goal.comparator, goal.subject) == (
        "Chi bộ xếp loại hoàn thành tốt nhiệm vụ",
        "I.2.-1",
        None,
        "Chi bộ",
    )


def test_the_situation_before_the_plan_is_no_goal() -> None:
    plan = written("I. ĐẶC ĐIỂM TÌNH HÌNH\n1. Tỷ lệ đạt chuẩn là 85%.\nII. CHỈ TIÊU\n1. Tỷ lệ đạt chuẩn là 95%.")
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [95]


def test_what_persons_must_have_done_to_be_rewarded_is_no_goal() -> None:
    plan = written(
        "III. TIÊU CHUẨN KHEN THƯỞNG\n1. Đối với tập thể\n- Có ít nhất 03 mô hình được nhân rộng.\n2. Đối với cá nhân\n"
        "- Hiến từ 150 m2 đất trở lên.\n- Có ít nhất 02 sáng kiến."
    )
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [3]


def test_how_many_are_rewarded_is_no_goal() -> None:
    plan = written(
        "IV. KHEN THƯỞNG\n1. Số lượng\n- Đội cứu hộ: Không quá 05 cá nhân.\n- Mỗi bến chọn 01 tập thể.\n- Ít nhất 40% là thợ."
    )
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [40]


def test_a_list_of_conditions_sets_no_goals() -> None:
    plan = written(
        "II. PHÂN LOẠI\n1. Bến loại I đáp ứng đủ các tiêu chí sau đây:\n- Có ít nhất 04 cầu tàu.\n- Dưới 30% tàu gỗ.\n2. Bến mở ít nhất 02 lớp bơi."
    )
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [2]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("- Tỷ suất trễ chuyến giảm từ 23 vụ xuống 18 vụ vào cuối năm.", ("=", 18)),
        ("- Tỷ lệ hộ vào mạng với tốc độ 01 Gb/s đạt 95%.", ("=", 95)),
        ("- Đến năm 2030 - 100% bến có phao.", ("=", 100)),
        ("- Tỷ lệ thuyền trưởng nữ ít nhất vào năm 2025 đạt 40%.", (">=", 40)),
        ("- Hài lòng của khách khi làm thủ tục đạt trên 90%.", (">=", 90)),
    ],
)
def test_which_number_of_a_goal_is_to_be_reached(text: str, row: tuple[str, float]) -> None:
    plan = written("I. CHỈ TIÊU\n" + text)
    assert [(t.comparator, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == [row]


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("- Sản lượng cá của xã phấn đấu đến vụ sau đạt 900 tấn.", ["Sản lượng cá của xã phấn đấu đến vụ sau đạt 900 tấn"]),
        ("- Tổng giá trị mực tham gia xuất khẩu, chế biến dự kiến đạt 12 triệu USD.", ["Tổng giá trị mực tham gia xuất khẩu, chế biến dự kiến đạt 12 triệu USD"]),
        ("- Hằng năm, số vụ va chạm ở luồng chính, luồng phụ, cửa lạch giảm trên 3%.", ["số vụ va chạm ở luồng chính, luồng phụ, cửa lạch giảm trên 3%"]),
        ("- Mở 12 lớp về chuyển đổi số. Có ít nhất 03 bến dùng vé điện tử.", ["Mở 12 lớp về chuyển đổi số", "ít nhất 03 bến dùng vé điện tử"]),
        ("- 100% hộ ở bến hàng; hộ ở các cửa lạch, bãi bồi, cù lao, luồng phụ, bến đò ngang và ít nhất 50% hộ ở chợ nổi có áo phao.", ["100% hộ ở bến hàng", "ít nhất 50% hộ ở chợ nổi có áo phao"]),
        ("- 100% điểm đến trên vịnh dùng thuyền không khói.", ["100% điểm đến trên vịnh dùng thuyền không khói"]),
        ("- Nghề lưới đèn\nPhấn đấu 90% tàu lắp máy dò.", ["90% tàu lắp máy dò"]),
    ],
    ids=lambda row: row[:40] if isinstance(row, str) else "",
)  # fmt: skip
def test_the_words_of_a_goal_begin_with_what_it_measures(line: str, quotes: list[str]) -> None:
    plan = written(f"I. MỤC TIÊU\n{line}")
    assert [t.quote for t in targets(plan.document, plan.outline, plan.rules)] == quotes


def test_asides_among_goals_are_none() -> None:
    plan = written(
        "I. MỤC TIÊU\n1. Giữ bến sạch quanh năm.\n2. (Mục tiêu chi tiết có phụ lục kèm theo).\n3. Bộ thẻ và thông điệp (kèm Phụ lục)."
    )
    assert [t.quote for t in targets(plan.document, plan.outline, plan.rules)] == ["Giữ bến sạch quanh năm"]


def test_spans_of_time_are_goals_only_in_sections_on_goals() -> None:
    plan = written("I. CHỈ TIÊU\n- Thời gian chờ còn 20 phút.\nII. NỘI DUNG\n- Trả lời trong không quá 20 phút.")
    assert [(t.value, t.unit, t.path) for t in targets(plan.document, plan.outline, plan.rules)] == [
        (20, "phút", "I.-1")
    ]


def test_subject_and_result() -> None:
    plan = bare("- Ít nhất 15% viên chức đạt danh hiệu Chiến sĩ thi đua cơ sở.")
    (goal,) = targets(plan.document, plan.outline, plan.rules)
    assert (goal.unit, goal.subject, goal.object) == ("%", "viên chức", "danh hiệu Chiến sĩ thi đua cơ sở")


TABLE = """I. CHỈ TIÊU
1. Phấn đấu số xã đạt chuẩn như sau:
TT | Huyện | Số xã đạt chuẩn đến năm 2021 | Kế hoạch năm 2022 | Đến hết năm 2022
1 | Lục Yên | 12 | 3 | 15
2 | Văn Chấn | 10 | 2 | 12
 | Tổng cộng | 22 | 5 | 27
"""


def test_planning_columns_of_a_table() -> None:
    plan = written(TABLE, "Xây dựng nông thôn mới năm 2022")
    found = [(t.subject, t.value, t.unit) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found == [
        ("Lục Yên", 3, "xã"), ("Lục Yên", 15, "xã"), ("Văn Chấn", 2, "xã"), ("Văn Chấn", 12, "xã"),
        (None, 5, "xã"), (None, 27, "xã"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "heads", "column"),
    [
        ("năm học 2025 - 2026", "Năm học 2024 - 2025 | Năm học 2025 - 2026", "Năm học 2025 - 2026"),
        ("giai đoạn 2025 - 2030", "Nhiệm kỳ 2020 - 2025 | Nhiệm kỳ 2025 - 2030", "Nhiệm kỳ 2025 - 2030"),
        ("năm 2025", "Năm trước | Năm nay", "Năm nay"),
        ("năm 2025", "Kết quả 2024 | Phấn đấu 2025", "Phấn đấu 2025"),
        ("dạy tốt, học tốt", "Năm học 2021 - 2022 | Năm học 2022 - 2023", "Năm học 2022 - 2023"),
    ],
)
def test_columns_of_an_earlier_time_hold_no_goals(title: str, heads: str, column: str) -> None:
    plan = written(f"II. CHỈ TIÊU\nChỉ tiêu | {heads}\nLớp tiên tiến | 12 | 15\nSáng kiến | 4 | 6", f"Thi đua {title}")
    found = [(t.object, t.value) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found == [(column, 15), (column, 6)]


def test_a_budget_sets_no_goals() -> None:
    plan = written(
        "I. CHỈ TIÊU\n1. Dự toán chi:\nTT | Nội dung | Số lượng | Đơn giá | Thành tiền\n"
        "1 | Nước uống đại biểu | 60 | 20.000 | 1.200.000\n2 | In tài liệu tập huấn | 60 | 15.000 | 900.000"
    )
    assert [t for t in targets(plan.document, plan.outline, plan.rules) if t.value is not None] == []


def test_goals_in_cells_of_words_but_no_steps_of_a_score() -> None:
    plan = written(
        "I. PHÂN CÔNG\nTT | Nhiệm vụ | Đơn vị | Thời hạn\n"
        "1 | Tập huấn cho 100% hội viên | Hội Nông dân | Quý II\n2 | Phát động ra quân | Huyện đoàn | Tháng 3\n"
        "\nII. BẢNG ĐIỂM\n1. Cách chấm như sau.\n\nTT | Tiêu chí | Điểm tối đa\n1 | Đạt từ 90% kế hoạch | 10\n2 | Đạt dưới 90% kế hoạch | 5"
    )
    assert [(t.value, t.path) for t in targets(plan.document, plan.outline, plan.rules)] == [(100, "I.T1")]


MEASURES = """II. CHỈ TIÊU
Giao chỉ tiêu cho các đội:
STT | Đơn vị | Tổng số công chức | Số cuộc thanh tra (tối thiểu) | Thu nộp (triệu đồng) | Tỷ lệ nợ (%) tối đa
1 | Đội Thuế số 1 | 12 | 40 | 1.250 | 5
2 | Đội Thuế số 2 | 9 | 35 | 900 | 4,5
"""


def test_measures_side_by_side_have_their_own_comparison_and_unit() -> None:
    plan = written(MEASURES, "Giao chỉ tiêu thi đua")
    found = [(t.subject, t.comparator, t.value, t.unit) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found == [
        ("Đội Thuế số 1", ">=", 40, "cuộc"), ("Đội Thuế số 1", "=", 1250, "triệu đồng"), ("Đội Thuế số 1", "<=", 5, "%"),
        ("Đội Thuế số 2", ">=", 35, "cuộc"), ("Đội Thuế số 2", "=", 900, "triệu đồng"), ("Đội Thuế số 2", "<=", 4.5, "%"),
    ]  # fmt: skip


def test_units_and_plan_of_a_table_of_goals() -> None:
    plan = written(
        "II. CHỈ TIÊU\nTT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2022 | Kế hoạch năm 2023\n"
        "1 | Tổn thất điện năng không quá | % | 4,2 | 3,9\n2 | Mô hình dân vận khéo | mô hình | 3 | ≥ 5\n"
        "3 | Tăng trưởng tín dụng | % | 8 | 10 - 12,5\n4 | Nợ xấu | % | 2 | không quá 1,5\n"
        "5 | Hộ kinh doanh có từ 5 lao động trở lên ký cam kết | % | 70 | 90",
        "Thi đua năm 2023",
    )
    found = [(t.comparator, t.value, t.value_max) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found == [("<=", 3.9, None), (">=", 5, None), ("range", 10, 12.5), ("<=", 1.5, None), ("=", 90, None)]
    units = [t.unit for t in targets(plan.document, plan.outline, plan.rules)]
    assert units == ["%", "mô hình", "%", "%", "%"]


def test_units_in_the_cells_of_a_table_of_goals() -> None:
    plan = written(
        "II. CHỈ TIÊU GIAO\nTT | Nông trường | Mủ khô | Hao hụt | Cây trồng mới\n1 | Suối Kiết | 1.250,5 tấn | ≤ 2,5% | 40.000 cây\n"
        "2 | Sông Giăng | 980 tấn | ≤ 3% | 25.000 cây",
        "Thi đua năm 2023",
    )
    found = [(t.comparator, t.value, t.unit) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found[:3] == [("=", 1250.5, "tấn"), ("<=", 2.5, "%"), ("=", 40000, "cây")]
    assert len(found) == 6


IN_WORDS: list[tuple[str, list[Row]]] = [
    ("- Tỷ lệ thu phí đạt chín mươi lăm phần trăm.", [("Tỷ lệ thu phí đạt chín mươi lăm phần trăm", "=", 95, None)]),
    ("- Nợ đọng thuế dưới năm phần trăm tổng thu.", [("Nợ đọng thuế dưới năm phần trăm tổng thu", "<=", 5, None)]),
    ("- Mỗi chi nhánh tăng thêm hai đến ba phòng giao dịch kiểu mẫu.", [("Mỗi chi nhánh tăng thêm hai đến ba phòng giao dịch kiểu mẫu", "range", 2, 3)]),
    ("- Mỗi trường xây dựng thêm hai đến ba mô hình tự quản.", [("Mỗi trường xây dựng thêm hai đến ba mô hình tự quản", "range", 2, 3)]),
    ("- 100% khoa, phòng xếp loại mức khá trở lên.", [("100% khoa, phòng xếp loại mức khá trở lên", "=", 100, None)]),
    ("- Có 30 tổ đạt từ 12 tiêu chí trở lên.", [("30 tổ đạt từ 12 tiêu chí trở lên", "=", 30, None)]),
    ("- Thời gian nối phao bình quân từ 2,5 đến 3 ngày.", [("Thời gian nối phao bình quân từ 2,5 đến 3 ngày", "range", 2.5, 3)]),
    ("- Số vụ mất điện không vượt 12 vụ.", [("Số vụ mất điện không vượt 12 vụ", "<=", 12, None)]),
    ("- Bệnh viện đứng trong 20 bệnh viện tốt nhất khu vực.", [("Bệnh viện đứng trong 20 bệnh viện tốt nhất khu vực", "top", 20, None)]),
    ("- Bắt giữ, xử lý ít nhất 20 vụ vi phạm.", [("Bắt giữ, xử lý ít nhất 20 vụ vi phạm", ">=", 20, None)]),
    ("- Trồng 300 cây bóng mát quanh trụ sở, hoàn thành trước 19/5.", [("Trồng 300 cây bóng mát quanh trụ sở", "=", 300, None)]),
    ("- Hội nghị trực tuyến từ tỉnh đến 12 huyện, thành phố.", []),
    ("- Phòng Thanh tra, kiểm tra khảo sát chất lượng phục vụ hằng tháng, tối thiểu 40 phiếu/đội.", [("tối thiểu 40 phiếu/đội", ">=", 40, None)]),
    ("- Tỷ lệ xã viên, đoàn viên xếp loại lao động khá, tốt đạt từ 62% trở lên.", [("Tỷ lệ xã viên, đoàn viên xếp loại lao động khá, tốt đạt từ 62% trở lên", ">=", 62, None)]),
    ("- Thư bảo đảm được phát đúng địa chỉ, chuyển hoàn đúng hạn 100%.", [("Thư bảo đảm được phát đúng địa chỉ, chuyển hoàn đúng hạn 100%", "=", 100, None)]),
    ("- Điểm trung bình thi tay nghề từ 7,5 trở lên.", [("Điểm trung bình thi tay nghề từ 7,5 trở lên", ">=", 7.5, None)]),
    ("- Xây 25 bể nước (mỗi bể 30 triệu đồng).", [("Xây 25 bể nước (mỗi bể 30 triệu đồng)", "=", 25, None)]),
    ("- Tỷ lệ đơn giải quyết đạt từ 80% trở lên (đơn khẩn đạt 95%).", [("Tỷ lệ đơn giải quyết đạt từ 80% trở lên", ">=", 80, None), ("đơn khẩn đạt 95%", "=", 95, None)]),
    ("- 100% chi hội tổ chức học tập 6 bài.", [("100% chi hội tổ chức học tập 6 bài", "=", 100, None)]),
    ("- Tỷ lệ trâu tiêm đủ 2 mũi vắc xin trên 97%.", [("Tỷ lệ trâu tiêm đủ 2 mũi vắc xin trên 97%", ">=", 97, None)]),
    ("- Bắt giữ ít nhất 70 kg hàng lậu.", [("Bắt giữ ít nhất 70 kg hàng lậu", ">=", 70, None)]),
    ("- 06/08 tổ đạt tiên tiến,02/08 tổ đạt xuất sắc.", [("06/08 tổ đạt tiên tiến", "=", 6, None), ("02/08 tổ đạt xuất sắc", "=", 2, None)]),
    ("- Giảm 10% tai nạn cả 3 tiêu chí.", [("Giảm 10% tai nạn cả 3 tiêu chí", "=", 10, None)]),
    ("- Trên 2/3 số hộ có hầm biogas.", [("Trên 2/3 số hộ có hầm biogas", ">=", 66.67, None)]),
    ("- Xếp trong 05 xã, thị trấn dẫn đầu huyện.", [("Xếp trong 05 xã, thị trấn dẫn đầu huyện", "top", 5, None)]),
    ("- Ít nhất 02 mô hình cấp huyện, mỗi xã 01 mô hình.", [("Ít nhất 02 mô hình cấp huyện", ">=", 2, None), ("mỗi xã 01 mô hình", "=", 1, None)]),
    ("- Số tuyến xe mức 2 không quá 7.", [("Số tuyến xe mức 2 không quá 7", "<=", 7, None)]),
    ("- Dọn 15 điểm rác tự phát, xây 03 công trình cầu dân sinh.", [("Dọn 15 điểm rác tự phát", "=", 15, None), ("xây 03 công trình cầu dân sinh", "=", 3, None)]),
    ("- Chỉ số hài lòng của hành khách đạt từ 86 điểm trở lên.", [("Chỉ số hài lòng của hành khách đạt từ 86 điểm trở lên", ">=", 86, None)]),
    ("- Nợ đọng dưới 4%, không có xã viên bỏ ca.", [("Nợ đọng dưới 4%", "<=", 4, None)]),
    ("- Nộp ngân sách lũy kế đến tháng 10/2024 vượt dự toán.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), IN_WORDS)
def test_goals_in_the_words_of_other_offices(text: str, rows: list[Row]) -> None:
    plan = written(f"I. CHỈ TIÊU\n1. Chỉ tiêu cụ thể\n{text}")
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value, t.value_max) for t in found if t.value is not None] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- Kiểm tra trực tiếp tại 06 trường nội trú, theo lịch của Sở; phúc tra ngẫu nhiên 10 lớp.", [("Kiểm tra trực tiếp tại 06 trường nội trú", 6), ("phúc tra ngẫu nhiên 10 lớp", 10)]),
        ("- Khảo sát việc dạy bơi tại 04 trường; chọn 02 xã làm điểm.", [("Khảo sát việc dạy bơi tại 04 trường", 4), ("chọn 02 xã làm điểm", 2)]),
        ("- Đài Truyền thanh xây dựng 02 phóng sự/tháng; họp 01 lần/quý.", [("Đài Truyền thanh xây dựng 02 phóng sự/tháng", 2)]),
        ("- Chọn không quá 03 tập thể tiêu biểu đề nghị Chủ tịch tỉnh tặng Bằng khen.", []),
        ("- Mỗi cảng vụ chọn từ 02 đến 04 cá nhân đề nghị biểu dương.", [("Mỗi cảng vụ chọn từ 02 đến 04 cá nhân đề nghị biểu dương", 2)]),
    ],
)  # fmt: skip
def test_goals_among_duties(text: str, rows: list[tuple[str, float]]) -> None:
    plan = written(f"I. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n{text}")
    assert [(t.quote, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == rows


def test_units_tell_what_they_are_counted_for() -> None:
    plan = written(
        "I. CHỈ TIÊU\n- Số ca sởi dưới 12 ca/100.000 dân.\n- Thu nhập từ 8,5 triệu đồng/người/tháng trở lên.\n- Hộ nghèo giảm 1,5%/năm."
    )
    units = [t.unit for t in targets(plan.document, plan.outline, plan.rules)]
    assert units == ["ca/100.000 dân", "triệu đồng/người/tháng", "%/năm"]


def test_what_must_not_happen_is_a_goal_behind_a_comma_and_among_other_content() -> None:
    plan = written(
        "I. CHỈ TIÊU\n- Nợ quá hạn dưới 1% tổng dư nợ, không có khoản vay bị xâm tiêu.\n"
        "II. NỘI DUNG, CHỈ TIÊU\n1. Về kỷ cương\n- Nâng cao chất lượng phục vụ; không để xảy ra khiếu kiện đông người."
    )
    assert [t.quote for t in targets(plan.document, plan.outline, plan.rules)] == [
        "Nợ quá hạn dưới 1% tổng dư nợ",
        "không có khoản vay bị xâm tiêu",
        "không để xảy ra khiếu kiện đông người",
    ]


def test_a_column_that_counts_the_rows_measures_nothing() -> None:
    plan = written("II. CHỈ TIÊU\nLớp | Xuất sắc | Lên lớp\n6 | 30% | ≥ 98%\n7 | 28% | 100%\n8 | 25% | 100%")
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.path, t.comparator, t.value) for t in found][:3] == [
        ("II.T6", "=", 30),
        ("II.T6", ">=", 98),
        ("II.T7", "=", 28),
    ]
    assert len(found) == 6


def test_results_of_an_earlier_span_of_years_are_no_goals() -> None:
    body = "KẾT QUẢ GIAI ĐOẠN 2016 - 2020\nToàn bến xây 05 kho, 3 cầu tàu.\nI. CHỈ TIÊU\n- Xây 02 kho."
    plan = written(body)
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [2]


def test_figures_year_by_year_under_goals() -> None:
    body = "I. MỤC TIÊU\n1. Phân kỳ\nNội dung | 2022 | 2023 | 2024\nSố bến đạt chuẩn | 2 | 3 | 5\nGiá vé (nghìn đồng) | 8 | 9 | 10"
    plan = written(body)
    found = targets(plan.document, plan.outline, plan.rules)
    assert [t.value for t in found] == [2, 3, 5, 8, 9, 10] and found[-1].unit == "nghìn đồng"


AMOUNTS: list[tuple[str, list[tuple[str, str | None, float | None]]]] = [
    ("- Tháo dỡ 27 lều quán lấn chiếm bờ kè; thu hồi dứt điểm 36 sổ thuyền.", [("Tháo dỡ 27 lều quán lấn chiếm bờ kè", "=", 27), ("thu hồi dứt điểm 36 sổ thuyền", "=", 36)]),
    ("- Tuyên truyền luật đường thủy ở 14 bến đò.", [("Tuyên truyền luật đường thủy ở 14 bến đò", "=", 14)]),
    ("- Mỗi tổ đội ghe 02 phao tròn, 03 áo phao.", [("Mỗi tổ đội ghe 02 phao tròn", "=", 2), ("03 áo phao", "=", 3)]),
    ("- Xử lý 12 điểm phá rừng; còn 0 điểm khai thác cát trái phép.", [("Xử lý 12 điểm phá rừng", "=", 12), ("còn 0 điểm khai thác cát trái phép", "=", 0)]),
    ("- Thu hút 30 dự án mới, trong đó có 08 dự án cảng cạn.", [("Thu hút 30 dự án mới", "=", 30), ("08 dự án cảng cạn", "=", 8)]),
    ("- Kiểm tra tối thiểu 06 bến, 04 âu thuyền.", [("Kiểm tra tối thiểu 06 bến", ">=", 6), ("Kiểm tra tối thiểu 06 bến, 04 âu thuyền", ">=", 4)]),
    ("- Tặng 40 suất quà cho thợ nghèo nhân dịp Tết Quý Tỵ.", [("Tặng 40 suất quà cho thợ nghèo", "=", 40)]),
    ("- Ngành cảng hưởng ứng phong trào “Bến sạch”: trên 92% khách hài lòng.", [("trên 92% khách hài lòng", ">=", 92)]),
    ("- Mỗi ấp dựng 01 “Trạm đọc ven sông”.", [("Mỗi ấp dựng 01 “Trạm đọc ven sông”", "=", 1)]),
    ("- Đài phát chuyên mục bến bãi mỗi tuần 03 lần.", [("Đài phát chuyên mục bến bãi mỗi tuần 03 lần", "=", 3)]),
    ("- Gia cố 6 đoạn kè xung yếu, nuôi 30 con cá lồng.", [("Gia cố 6 đoạn kè xung yếu", "=", 6), ("nuôi 30 con cá lồng", "=", 30)]),
    ("- Hằng tuần phun khử khuẩn 02 lần tại bến.", [("Hằng tuần phun khử khuẩn 02 lần tại bến", "=", 2)]),
    ("- Kéo điện cho 4 buôn ven hồ; yêu cầu 37 trang trại ký cam kết.", [("Kéo điện cho 4 buôn ven hồ", "=", 4), ("yêu cầu 37 trang trại ký cam kết", "=", 37)]),
    ("- Mỗi khối ≥ 02 nhóm; quỹ bến đạt ........ triệu đồng trở lên.", [("Mỗi khối ≥ 02 nhóm", ">=", 2), ("quỹ bến đạt ........ triệu đồng trở lên", ">=", None)]),
    ("- Tổ chức ít nhất 02 đợt ra quân, 03 buổi đối thoại, 01 hội thi.", [("Tổ chức ít nhất 02 đợt ra quân", ">=", 2), ("Tổ chức ít nhất 02 đợt ra quân, 03 buổi đối thoại", ">=", 3), ("Tổ chức ít nhất 02 đợt ra quân, 03 buổi đối thoại, 01 hội thi", ">=", 1)]),
    ("- Thành lập 01 ban giám khảo, 02 tổ giúp việc; mời 01 chuyên viên.", []),
    ("- Quà tặng: mỗi giải nhận 03 vé tàu và 10 thùng nước.", []),
    ("- Thay 600 đồng hồ nước hỏng; trao 70 suất học bổng, mỗi suất 1 triệu đồng.", [("Thay 600 đồng hồ nước hỏng", "=", 600), ("trao 70 suất học bổng", "=", 70)]),
    ("- Ép 320.000 tấn mía, giao khoán 4.200 ha rừng.", [("Ép 320.000 tấn mía", "=", 320000), ("giao khoán 4.200 ha rừng", "=", 4200)]),
    ("- Vốn vay đạt 64 tỷ đồng, bằng 108% thực hiện năm 2020.", [("Vốn vay đạt 64 tỷ đồng", "=", 64), ("Vốn vay đạt 64 tỷ đồng, bằng 108% thực hiện năm 2020", "=", 108)]),
    ("- Kiểm tra, nhắc nhở 25 hộ bán hàng ven kè; vận hành thử 3 máy bơm.", [("Kiểm tra, nhắc nhở 25 hộ bán hàng ven kè", "=", 25), ("vận hành thử 3 máy bơm", "=", 3)]),
    ("- Treo 60 băng rôn, 25 cụm pa nô.", [("Treo 60 băng rôn", "=", 60), ("25 cụm pa nô", "=", 25)]),
    ("- Tỷ lệ hộ dùng nước sạch 98,5% (tăng 1,5%).", [("Tỷ lệ hộ dùng nước sạch 98,5%", "=", 98.5), ("Tỷ lệ hộ dùng nước sạch 98,5% (tăng 1,5%)", "=", 1.5)]),
    ("- Mỗi bàn ngồi 8 người; xe đưa đón 16 chỗ.", []),
    ("- Các tiết mục dự thi có từ 3 đến 5 người.", []),
    ("- Đẩy mạnh thực hiện 19 tiêu chí bến sạch.", []),
    ("- Thực hiện 4 “tại chỗ”, 5 không khi có bão.", []),
    ("- Hội thi được tổ chức ở 17 bến với hơn 700 thợ, chia thành 03 bảng.", []),
    ("- Cảng có 860 thợ, 12 cẩu bờ.", []),
    ("- Khắc phục việc bốc xếp chậm (8 tháng mới đạt 55% kế hoạch, giải ngân 41%).", []),
    ("- Dự báo có 5 đợt triều cường.", []),
    ("- Phong trào gắn với thực hiện 03 cuộc vận động của ngành.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), AMOUNTS)
def test_amounts_of_work_and_what_a_body_has(text: str, rows: list[tuple[str, str | None, float | None]]) -> None:
    plan = bare(text)
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value) for t in found] == rows


def test_growth_is_told_with_its_measure_and_titles_stand_beside_figures() -> None:
    plan = written(
        "I. CHỈ TIÊU\n- Hàng qua cảng đạt 870 nghìn tấn, tăng ít nhất 9% so với năm 2021.\n- Nâng tỷ lệ thợ khá, giỏi lên 48%.\n"
        "- Cảng đạt “Tập thể lao động xuất sắc”; 80% thợ đạt bậc 3.\n- Kết nạp ........ đoàn viên trở lên.\n"
        "- Toàn cảng có 14 tổ, 468 lao động."
    )
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value) for t in found] == [
        ("Hàng qua cảng đạt 870 nghìn tấn", "=", 870),
        ("Hàng qua cảng đạt 870 nghìn tấn, tăng ít nhất 9% so với năm 2021", ">=", 9),
        ("Nâng tỷ lệ thợ khá, giỏi lên 48%", "=", 48),
        ("Cảng đạt “Tập thể lao động xuất sắc”", None, None),
        ("80% thợ đạt bậc 3", "=", 80),
        ("Kết nạp ........ đoàn viên trở lên", ">=", None),
    ]


def test_amounts_of_work_in_a_table_of_tasks() -> None:
    plan = written(
        "I. TIẾN ĐỘ\nTT | Nội dung công việc | Đơn vị | Thời gian\n1 | Kiểm tra phao tiêu tại 12 bến | Thanh tra | Quý II\n"
        "2 | Trồng 300 cây bần ven kênh | Công đoàn | Tháng 5\n3 | Chấm điểm 04 cụm thi đua | Hội đồng | Tháng 6\n"
        "4 | Tổng kết 10 năm mở cảng | Văn phòng | Tháng 7"
    )
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.value) for t in found] == [
        ("Kiểm tra phao tiêu tại 12 bến", 12),
        ("Trồng 300 cây bần ven kênh", 300),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Dặm vá 2.400 m vỉa hè bằng vốn nhân dân góp.", [("Dặm vá 2.400 m vỉa hè", "=", 2400, "m")]),
        ("- Biển báo đặt cách cổng trường 50 m.", []),
        ("- Giữ khoảng cách 100 m với lưới điện.", []),
        ("- Tàu cá dài từ 15 m trở lên lắp thiết bị giám sát.", []),
        ("- Mỗi công chức đi cơ sở ít nhất 02 tuần.", [("Mỗi công chức đi cơ sở ít nhất 02 tuần", ">=", 2, "tuần")]),
        ("- Mỗi đợt tập huấn kéo dài ít nhất 02 tuần.", []),
        ("- Mỗi chi hội họp 01 lần mỗi tháng.", [("Mỗi chi hội họp 01 lần mỗi tháng", "=", 1, "lần mỗi tháng")]),
        ("- Cơ sở đạt 2 tiêu chí xếp loại Khá.", []),
        ("- 100% điểm trường có nước sạch.", [("100% điểm trường có nước sạch", "=", 100, "%")]),
        ("- Nộp muộn bị trừ 30% số điểm được chấm.", []),
        ("- Chào mừng ngày hội, chọn 02 đơn vị dẫn đầu về phát triển hội viên.", []),
        ("- Đăng ký và thực hiện đủ 5 chỉ tiêu nêu trên.", []),
        ("- Hoàn thành 04 hồ sơ, trong đó giữ được hồ sơ hát ru.", [("Hoàn thành 04 hồ sơ", "=", 4, "hồ sơ")]),
    ],
)
def test_lengths_each_ones_share_and_grades(text: str, found: list[tuple[str, str, float, str]]) -> None:
    plan = bare(text)
    goals = targets(plan.document, plan.outline, plan.rules)
    assert [(t.quote, t.comparator, t.value, t.unit) for t in goals] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Đưa tỷ lệ bến có đèn từ 62% năm 2020 lên trên 70% năm 2025.", [("Đưa tỷ lệ bến có đèn từ 62% năm 2020 lên trên 70% năm 2025", ">=", 70)]),
        ("- Hạ tỷ lệ hao hụt từ 8% còn dưới 5%.", [("Hạ tỷ lệ hao hụt từ 8% còn dưới 5%", "<=", 5)]),
        ("- Tỷ lệ bến có đèn đã tăng từ 40% lên 42%.", []),
        ("- Mỗi chi hội giúp thêm hai gia đình thợ trở lên vay vốn.", [("Mỗi chi hội giúp thêm hai gia đình thợ trở lên vay vốn", ">=", 2)]),
        ("- Tỷ lệ bến đạt chuẩn tối thiểu 20%; đến năm 2030 đạt 50%.", [("Tỷ lệ bến đạt chuẩn tối thiểu 20%", ">=", 20), ("đến năm 2030 đạt 50%", "=", 50)]),
        ("- Mỗi năm kết nạp ít nhất 02 đảng viên (cả nhiệm kỳ là 11 đảng viên).", [("Mỗi năm kết nạp ít nhất 02 đảng viên", ">=", 2), ("cả nhiệm kỳ là 11 đảng viên", "=", 11)]),
        ("- Giảm tỷ lệ tàu cũ ở các bến được phân công giúp đỡ từ 2%/năm trở lên.", [("Giảm tỷ lệ tàu cũ ở các bến được phân công giúp đỡ từ 2%/năm trở lên", ">=", 2)]),
        ("- Tỷ lệ hộ ven kênh được cấp nước đảm bảo chất lượng, an toàn đạt 99,2%.", [("Tỷ lệ hộ ven kênh được cấp nước đảm bảo chất lượng, an toàn đạt 99,2%", "=", 99.2)]),
        ("- Dạy nghề cho ít nhất 500 thợ, trong đó khoảng 70% có việc làm sau khi học.", [("Dạy nghề cho ít nhất 500 thợ", ">=", 500), ("70% có việc làm sau khi học", "=", 70)]),
        ("- Xây dựng 20 cầu cảng (gồm 16 cầu gỗ; 04 cầu phao), sửa 02 kho.", [("Xây dựng 20 cầu cảng", "=", 20), ("sửa 02 kho", "=", 2)]),
        ("- Lắp đặt mới phao đèn: 58 phao (Trong đó: Bến Gỗ: 25 phao, Bến Đá: 33 phao).", [("Lắp đặt mới phao đèn: 58 phao", "=", 58)]),
        ("- Đại hội thông qua 6 chỉ tiêu lớn, như: 80% tàu có phao; 90% thợ có thẻ.", [("80% tàu có phao", "=", 80), ("90% thợ có thẻ", "=", 90)]),
        ("- 95% gia đình thợ thực hiện cuộc vận động gia đình 4 có, 3 biết.", [("95% gia đình thợ thực hiện cuộc vận động gia đình 4 có, 3 biết", "=", 95)]),
        ("- Hoàn thành các mục tiêu về cảng xanh, góp phần đạt chỉ số bốc dỡ tăng bình quân 12%/năm.", [("đạt chỉ số bốc dỡ tăng bình quân 12%/năm", "=", 12)]),
        ("- Mỗi cá nhân chỉ tham gia 01 đội.", []),
        ("- Khu neo đậu quy mô từ 2 ha trở lên lập đồ án riêng.", []),
    ],
)  # fmt: skip
def test_changes_parts_and_measures(text: str, found: list[tuple[str, str, float]]) -> None:
    plan = bare(text)
    assert [(t.quote, t.comparator, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == found


def test_shares_of_a_whole_and_counts_in_thousands_are_goals_among_goals() -> None:
    plan = written(
        "I. CHỈ TIÊU\n- Kinh tế cảng chiếm 20% thu nhập của huyện.\n- Hội có 12 triệu hội viên.\n"
        "- Đón 60 chuyến tàu, chiếm 15% số chuyến cả vùng.\n- 95% hộ ven sông ký cam kết.\n"
        "- Các bến đăng ký và thực hiện ít nhất 01 công trình.\n- 70% có việc làm sau khi học nghề."
    )
    found = targets(plan.document, plan.outline, plan.rules)
    assert [(t.value, t.unit, t.subject) for t in found] == [
        (20, "%", None),
        (12, "triệu hội viên", "Hội"),
        (60, "chuyến tàu", None),
        (95, "%", "hộ ven sông"),
        (1, "công trình", "Các bến"),
        (70, "%", None),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phấn đấu ít nhất 70% hộ trồng sen (gồm hộ thuê ruộng) có hợp đồng bao tiêu.", [("ít nhất 70% hộ trồng sen (gồm hộ thuê ruộng) có hợp đồng bao tiêu", 70)]),
        ("Bến có tỷ lệ khách quen dưới 30% có thể lùi hạn.", []),
        ("Kéo điện tới nhóm từ 30 nhà bè trở lên còn dùng đèn dầu.", []),
        ("Lắp đặt mới phao báo luồng: 58 phao.", [("Lắp đặt mới phao báo luồng: 58 phao", 58)]),
        ("Lắp đặt mới phao báo luồng: 58 ca trực.", []),
    ],
)  # fmt: skip
def test_goals_beyond_a_bracket_or_behind_their_label_and_shares_that_tell_whom(
    text: str, found: list[tuple[str, float]]
) -> None:
    plan = bare(text)
    assert [(t.quote, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giảm ít nhất một nửa lượng bao ni lông ở chợ bến.", [("Giảm ít nhất một nửa lượng bao ni lông ở chợ bến", ">=", 50)]),
        ("Một nửa số bến nằm ở cửa sông.", []),
        ("Tỷ lệ ghe có phao đạt 85% trở lên (20 điểm).", [("Tỷ lệ ghe có phao đạt 85% trở lên", ">=", 85)]),
        ("Ghe có phao đạt từ 85% trở lên: 20 điểm; từ 60% đến dưới 85%: 10 điểm.", []),
        ("Đội kiểm soát xuống ấp ít nhất 04 ngày/tháng.", [("Đội kiểm soát xuống ấp ít nhất 04 ngày/tháng", ">=", 4)]),
        ("Bến nào để khách rơi phao trên 5% số chuyến thì không xét.", []),
        ("Chủ ghe góp từ 300 m2 bãi trở lên: Trưởng ban quản lý bến tặng Giấy khen.", []),
        ("Thi đua vượt mốc: mỗi ca vượt định mức 4%.", [("Thi đua vượt mốc: mỗi ca vượt định mức 4%", "=", 4)]),
        ("Mỗi ca thi không quá 25 người.", []),
        ("Trưởng ban phân công 01 lãnh đạo phụ trách bến.", []),
        ("Ban quản lý phân công 02 nhân viên trực phao.", [("Ban quản lý phân công 02 nhân viên trực phao", "=", 2)]),
        ("Ra quân để 12 bến cùng thi nhau vớt rác.", []),
        ("Tuyên truyền lưu động trên loa của các cầu cảng mỗi tuần 02 chuyên mục, treo phướn ở các cầu.", [("mỗi tuần 02 chuyên mục", "=", 2)]),
        ("Phát phiếu hỏi ý kiến 150 khách qua đò.", [("Phát phiếu hỏi ý kiến 150 khách qua đò", "=", 150)]),
        ("Mở 03 lớp lái ghe trong tháng 5/2022, chủ trì cùng Đồn phúc tra.", [("Mở 03 lớp lái ghe", "=", 3)]),
    ],
)  # fmt: skip
def test_parts_in_words_weighed_goals_and_rules(text: str, found: list[tuple[str, str, float]]) -> None:
    plan = bare(text)
    assert [(t.quote, t.comparator, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Nạo vét luồng: 2.400 mét.", [("Nạo vét luồng: 2.400 mét", 2400)]),
        ("- Giảm lượng dầu bình quân cho 01 ha ruộng từ 10% đến 15% so với năm 2021.", [("Giảm lượng dầu bình quân cho 01 ha ruộng từ 10% đến 15% so với năm 2021", 10)]),
        ("- Hỗ trợ cho 01 hộ nghèo đóng ghe.", [("Hỗ trợ cho 01 hộ nghèo đóng ghe", 1)]),
        ("- Diện tích vùng nuôi được cắm mốc, thả phao đạt 900 ha.", [("Diện tích vùng nuôi được cắm mốc, thả phao đạt 900 ha", 900)]),
        ("- Có 04 bến mẫu (Lá, Dừa, Sú) đạt đủ 12 tiêu chí.", [("04 bến mẫu (Lá, Dừa, Sú) đạt đủ 12 tiêu chí", 4)]),
        ("- 100% nội quy do Ban quản lý soạn thảo được niêm yết.", [("100% nội quy do Ban quản lý soạn thảo được niêm yết", 100)]),
        ("- Mỗi tổ có tối thiểu 01 ghe dự thi, toàn bến chọn 03 ghe đẹp nhất.", [("Mỗi tổ có tối thiểu 01 ghe dự thi", 1), ("toàn bến chọn 03 ghe đẹp nhất", 3)]),
    ],
)  # fmt: skip
def test_measures_and_those_who_are_counted_among_goals(line: str, found: list[tuple[str, float]]) -> None:
    plan = written(f"I. CHỈ TIÊU\n{line}")
    assert [(t.quote, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == found


def test_amounts_in_a_column_of_products_but_no_papers() -> None:
    rows = ["| 1 | Đặt phao | Ban quản lý | 18 phao |", "| 2 | Phúc tra | Đồn | 01 báo cáo |"]
    plan = written("\n".join(["I. NHIỆM VỤ", "| TT | Nhiệm vụ | Đơn vị | Sản phẩm |", *rows]))
    assert [(t.quote, t.value) for t in targets(plan.document, plan.outline, plan.rules)] == [("18 phao", 18)]


def test_each_sentence_of_a_common_goal_is_one() -> None:
    body = (
        "I. MỤC TIÊU\n1. Mục tiêu chung\nGiúp người chèo đò, học sinh và ngư dân các bến ngang biết bơi, biết cứu người khi "
        "thuyền lật. Tạo thói quen mặc áo phao cho mọi hành khách trên các chuyến đò ngang của huyện."
    )
    plan = written(body)
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [None, None]


def test_places_that_are_opened_how_often_and_who_comes_first() -> None:
    plan = written(
        "I. CHỈ TIÊU\n1. Phấn đấu thành lập mới 25 điểm cứu hộ tại các bến.\n2. Kiểm tra các bến không dưới 06 đợt/năm.\n"
        "3. Thăm, tặng quà 69 gia đình thương binh nhân 69 năm Ngày Thương binh - Liệt sỹ.\n"
        "II. PHẠM VI\n1. Địa bàn: các bến đò, ưu tiên 5 bến vùng sâu."
    )
    found = [(t.quote, t.value, t.unit) for t in targets(plan.document, plan.outline, plan.rules)]
    assert found == [
        ("Phấn đấu thành lập mới 25 điểm cứu hộ tại các bến", 25, "điểm cứu hộ"),
        ("Kiểm tra các bến không dưới 06 đợt/năm", 6, "đợt/năm"),
        ("Thăm, tặng quà 69 gia đình thương binh", 69, "gia đình"),
    ]


def test_a_part_of_a_section_on_goals_is_on_goals_whatever_its_name() -> None:
    plan = written(
        "I. CÁC CHỈ TIÊU PHẢI ĐẠT\n1. Về nguồn vốn\n- Quỹ tương trợ của bến tăng thêm tối thiểu 20 triệu đồng so với năm trước.\n"
        "II. KINH PHÍ\n1. Về nguồn vốn\n- Quỹ tương trợ chi 20 triệu đồng."
    )
    assert [t.value for t in targets(plan.document, plan.outline, plan.rules)] == [20]


def test_what_each_takes_care_of_in_words_and_standards_for_a_title() -> None:
    plan = written(
        "I. NỘI DUNG\n1. Mỗi đội thuyền nhận đỡ đầu một ấp.\n2. Tiêu chuẩn xét thuyền giỏi cấp huyện\n"
        "- Giúp ít nhất 02 thuyền nghèo về lưới, ngư cụ."
    )
    assert [t.quote for t in targets(plan.document, plan.outline, plan.rules)] == ["Mỗi đội thuyền nhận đỡ đầu một ấp"]


def reached(line: str, heading: str = "I. NỘI DUNG") -> list[tuple[str, str | None, float | None]]:
    plan = written(f"{heading}\n1. Công tác bến\n- {line}")
    return [(t.quote, t.comparator, t.value) for t in targets(plan.document, plan.outline, plan.rules)]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Phấn đấu 02 trong 05 bến ra khỏi danh sách mất an toàn.", [("02 trong 05 bến ra khỏi danh sách mất an toàn", "=", 2)]),
        ("Ít nhất 3 trong số 9 bến đạt chuẩn an toàn.", [("Ít nhất 3 trong số 9 bến đạt chuẩn an toàn", ">=", 3)]),
        ("Trồng 40 cây trong 02 tháng.", [("Trồng 40 cây trong 02 tháng", "=", 40)]),
        ("Bớt ít nhất 1/4 thời gian chờ phà.", [("Bớt ít nhất 1/4 thời gian chờ phà", ">=", 25)]),
        ("Tối thiểu 9/16 bản, buôn có giếng sạch.", [("Tối thiểu 9/16 bản, buôn có giếng sạch", ">=", 9)]),
        ("Chăm sóc 115 ha dừa hiện có, trồng mới 40 ha tràm.", [("Chăm sóc 115 ha dừa hiện có, trồng mới 40 ha tràm", "=", 40)]),
        ("Chăm sóc 115 ha dừa hiện có.", []),
        ("100% bến công khai giá vé, không có trường hợp thu sai.", [("100% bến công khai giá vé", "=", 100), ("không có trường hợp thu sai", None, None)]),
        ("100% chủ đò giữ bến sạch, không có rác.", [("100% chủ đò giữ bến sạch", "=", 100), ("không có rác", None, None)]),
    ],
)  # fmt: skip
def test_parts_of_wholes_and_new_work_beside_what_there_is(line: str, rows: list[tuple[str, str, float]]) -> None:
    assert reached(line, "I. CHỈ TIÊU") == rows


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Mỗi trạm giúp ít nhất 02 thôn có tỷ lệ nhà dột trên 15%.", [("Mỗi trạm giúp ít nhất 02 thôn có tỷ lệ nhà dột trên 15%", ">=", 2)]),
        ("Mỗi xã có tỷ lệ hộ nghèo dưới 30%.", [("Mỗi xã có tỷ lệ hộ nghèo dưới 30%", "<=", 30)]),
        ("Đài tuyên truyền; chọn tối thiểu 20 gương chủ đò tiêu biểu để viết bài.", [("chọn tối thiểu 20 gương chủ đò tiêu biểu", ">=", 20)]),
        ("Đài tuyên truyền; chọn tối thiểu 20 gương chủ đò tiêu biểu để khen.", []),
        ("Văn phòng lo hiện vật khen thưởng và đăng bài về bến mỗi tháng ít nhất 01 bài.", [("mỗi tháng ít nhất 01 bài", ">=", 1)]),
        ("100% bến công khai giá vé, không có trường hợp thu sai.", [("100% bến công khai giá vé", "=", 100)]),
        ("100% chủ đò giữ bến sạch, không có rác.", [("100% chủ đò giữ bến sạch, không có rác", "=", 100)]),
    ],
)  # fmt: skip
def test_what_tells_those_who_are_counted_apart_and_what_is_shown(
    line: str, rows: list[tuple[str, str, float]]
) -> None:
    assert reached(line) == rows


def test_what_it_costs_not_to_reach_a_share_makes_it_no_step_of_a_scale() -> None:
    table = "III. TIÊU CHÍ\nTT | Nội dung | Điểm\n1 | {} | 30\n2 | Giữ bến sạch | 20\n"

    def shares(row: str) -> list[float | None]:
        plan = written(table.format(row))
        return [t.value for t in targets(plan.document, plan.outline, plan.rules)]

    assert shares("Hoàn thành 100% chuyến đò được giao (mỗi chuyến thiếu trừ 5 điểm)") == [100]
    assert shares("Hoàn thành 100% chuyến đò được giao thì được 30 điểm") == []
