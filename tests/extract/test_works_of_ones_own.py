"""Tasks: whom one invites within one's work, who is rewarded, and where the work of one ends and another's begins."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import said, works, written


@pytest.mark.parametrize(
    ("lines", "works"),
    [
        (
            ["1. Trạm Thú y", "- Phát thuốc khử trùng; mời Hội Nông dân dự buổi phun; nộp sổ về Chi cục."],
            [("Phát thuốc khử trùng; mời Hội Nông dân dự buổi phun; nộp sổ về Chi cục", ["Trạm Thú y=lead"])],
        ),
        (["1. Thư viện xã", "- Mời Đoàn trường kể chuyện sách."], [("Mời Đoàn trường kể chuyện sách", ["Thư viện xã=lead"])]),
        (
            ["1. Nhà máy có nhiệm vụ:", "- Mời Công an phường giữ trật tự."],
            [("Mời Công an phường giữ trật tự", ["Nhà máy=lead"])],
        ),
        (
            ["1. Phòng Kinh tế trang trí hội trường; mời các hợp tác xã dự; lập biên bản."],
            [("trang trí hội trường; mời các hợp tác xã dự; lập biên bản", ["Phòng Kinh tế=lead"])],
        ),
    ],
)  # fmt: skip
def test_to_invite_is_the_work_of_the_one_who_does(lines: list[str], works: list[tuple[str, list[str]]]) -> None:
    assert said(*lines) == works


def test_who_is_invited_where_nobody_else_acts_has_the_work() -> None:
    assert said("1. Mời Hội Luật gia cử người góp ý.") == [("cử người góp ý", ["Hội Luật gia=lead"])]
    told = said("1. Giao Phòng Tư pháp chủ trì soạn thảo; mời Hội Luật gia cử người góp ý.")
    assert told[1:] == [("cử người góp ý", ["Hội Luật gia=lead"])]


@pytest.mark.parametrize(
    "line",
    [
        "1. Tổ nhất được đề nghị Công ty tặng Giấy khen.",
        "1. Chi đoàn làm tốt được Huyện đoàn khen thưởng.",
        "1. Xã đạt giải được Chủ tịch UBND huyện tặng cờ.",
    ],
)
def test_who_is_rewarded_has_no_work(line: str) -> None:
    assert said(line) == []


def test_who_is_rewarded_stands_behind_no_work() -> None:
    assert said("1. Phòng Y tế cộng điểm các trạm; 02 trạm dẫn đầu được UBND huyện tặng tủ thuốc.") == [
        ("cộng điểm các trạm", ["Phòng Y tế=lead"])
    ]
    assert said("1. Phòng Y tế lập danh sách người được tặng quà; dán ở cổng.") == [
        ("lập danh sách người được tặng quà; dán ở cổng", ["Phòng Y tế=lead"])
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("1. Hội Cựu chiến binh làm thường trực, đôn đốc các chi hội.", "supervise"),
        ("1. Giao Chi cục Thú y là cơ quan đầu mối, theo dõi việc tiêm phòng.", "supervise"),
        ("1. Chi cục Thú y là đầu mối, cấp thuốc sát trùng.", "lead"),
    ],
)
def test_an_office_that_only_follows_a_work_up_supervises(line: str, role: str) -> None:
    assert [u.role for m in works(line) for u in m.units] == [role]


def test_what_one_is_stands_before_whom_one_works_with() -> None:
    assert said("1. Trạm Thú y là đơn vị đầu mối, phối hợp với Hội Nông dân phát thuốc.") == [
        ("phát thuốc", ["Trạm Thú y=lead", "Hội Nông dân=coordinate"])
    ]


def test_one_body_by_its_name_acts_behind_the_case_in_which_it_does() -> None:
    (one,) = works("1. Trong năm 2022, nếu có việc phát sinh, Sở Lao động xin ý kiến các thành viên trong cụm.")
    assert (one.task.text, one.when) == ("xin ý kiến các thành viên trong cụm", None)
    (all_,) = works("1. Nếu có việc phát sinh, các thành viên báo cáo về Sở Lao động.")
    assert all_.task.text.startswith("Nếu có việc phát sinh")


def test_a_report_is_sent_to_the_one_who_sums_it_up() -> None:
    line = "1. Khi cần sửa đổi, các xã đề xuất gửi Phòng Kinh tế tổng hợp, trình Ủy ban nhân dân huyện."
    assert [who for _, who in said(line)] == [["các xã=lead"], ["Phòng Kinh tế=lead"]]
    line = "1. Khi cần sửa đổi, các xã phản ảnh về Phòng Kinh tế để trình Chủ tịch giải quyết."
    assert [who for _, who in said(line)] == [["các xã=lead"], ["Phòng Kinh tế=lead"]]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("1. Hạt Kiểm lâm, Hội Nông dân cùng tuần tra rừng.", ["Hạt Kiểm lâm=lead", "Hội Nông dân=lead"]),
        ("1. Chi đoàn và Chi hội Phụ nữ cùng phát động ngày chủ nhật xanh.", ["Chi đoàn=lead", "Chi hội Phụ nữ=lead"]),
        ("1. Tổ Hóa cùng Tổ Sinh ra đề thi.", ["Tổ Hóa=lead", "Tổ Sinh=coordinate"]),
        ("1. Đề nghị Mobifone Kon Tum hổ trợ đường truyền.", ["Mobifone Kon Tum=lead"]),
        ("1. Công đoàn cơ sở chi từ nguồn được để lại.", ["Công đoàn cơ sở=lead"]),
    ],
)
def test_a_name_ends_before_who_acts_together_and_before_slips(line: str, units: list[str]) -> None:
    assert [who for _, who in said(line)] == [units]


@pytest.mark.parametrize(
    ("line", "works"),
    [
        ("1. Nạo vét mương, trồng hoa ven đường (Hội Nông dân, Chi đoàn 3).", [("Nạo vét mương, trồng hoa ven đường", ["Hội Nông dân=implement", "Chi đoàn 3=implement"])]),
        ("1. Mở lớp ghép cành cho 40 hộ (Trạm Khuyến nông; Hội Làm vườn).", [("Mở lớp ghép cành cho 40 hộ", ["Trạm Khuyến nông=implement", "Hội Làm vườn=implement"])]),
        ("1. Giám sát việc chia đất (Ban Thanh tra nhân dân).", [("Giám sát việc chia đất", ["Ban Thanh tra nhân dân=supervise"])]),
        ("1. Nộp báo cáo về Phòng Kinh tế để trình Chủ tịch UBND huyện (các xã; các ngành).", [("Nộp báo cáo về Phòng Kinh tế để trình Chủ tịch UBND huyện", ["các xã=implement", "các ngành=implement"])]),
        ("1. Lập danh sách; chụp ảnh; dán bảng tin (Hội Phụ nữ xã).", [("Lập danh sách; chụp ảnh; dán bảng tin", ["Hội Phụ nữ xã=implement"])]),
        ("1. Nộp hồ sơ về Sở Y tế (Phòng Tổ chức cán bộ).", []),
        ("1. Trung tâm Y tế khám bệnh ở các xã (Trạm Y tế An Phú).", [("khám bệnh ở các xã (Trạm Y tế An Phú)", ["Trung tâm Y tế=lead"])]),
        ("1. Ban Tổ chức lập đề án, in mẫu phiếu (Văn phòng soạn thảo).", [("lập đề án, in mẫu phiếu", ["Ban Tổ chức=lead"]), ("in mẫu phiếu (Văn phòng soạn thảo)", ["Văn phòng=lead"])]),
    ],
)  # fmt: skip
def test_units_in_brackets_at_the_end_carry_the_work_out(line: str, works: list[tuple[str, list[str]]]) -> None:
    assert said(line) == works


def test_units_in_brackets_stand_behind_no_goal() -> None:
    assert said("- Xây dựng 02 mô hình (Hội Nông dân, Hội Phụ nữ).", head="III. CHỈ TIÊU") == []
    assert said("- Trồng hàng rào cây xanh quanh trạm (Đoàn Thanh niên).", head="III. NỘI DUNG") != []


@pytest.mark.parametrize(
    ("lines", "months"),
    [
        (["1. Sơ kết: tháng 6/2023; Phòng Thuế chuẩn bị báo cáo, Đội Xe bố trí hội trường."], [6, 6]),
        (["1. Sơ kết: Phòng Thuế chuẩn bị báo cáo trong tháng 6/2023; Đội Xe bố trí hội trường."], [6, None]),
        (["1. Phòng Thuế lập danh sách; Đội Xe chở quà. Thực hiện trong tháng 6/2023, có biên bản."], [6, 6]),
        (["1. Phòng Thuế lập danh sách trong tháng 5/2023; Đội Xe chở quà. Hoàn thành trong tháng 6/2023."], [5, 6]),
    ],
)
def test_a_time_that_stands_alone_binds_the_works_beside_it(lines: list[str], months: list[int | None]) -> None:
    whens = [m.when for m in works(*lines)]
    assert [when and when.start and when.start.month for when in whens] == months


@pytest.mark.parametrize(
    ("line", "works"),
    [
        (
            "1. Trạm Thủy nông vớt bèo, cùng Hội Nông dân đắp lại bờ mương.",
            [("vớt bèo", ["Trạm Thủy nông=lead"]), ("cùng Hội Nông dân đắp lại bờ mương", ["Trạm Thủy nông=lead", "Hội Nông dân=coordinate"])],
        ),
        (
            "1. Trạm Thủy nông vớt bèo, phát quang và cùng với Hội Nông dân đắp lại bờ mương.",
            [("vớt bèo, phát quang", ["Trạm Thủy nông=lead"]), ("cùng với Hội Nông dân đắp lại bờ mương", ["Trạm Thủy nông=lead", "Hội Nông dân=coordinate"])],
        ),
        ("1. Chi đoàn dựng lều trại và cùng nhau dọn bãi.", [("dựng lều trại và cùng nhau dọn bãi", ["Chi đoàn=lead"])]),
        (
            "1. Phòng Tư pháp in sách hỏi đáp, chủ trì cùng Công an xã kiểm tra 03 ấp.",
            [("in sách hỏi đáp", ["Phòng Tư pháp=lead"]), ("chủ trì cùng Công an xã kiểm tra 03 ấp", ["Phòng Tư pháp=lead", "Công an xã=coordinate"])],
        ),
        ("1. Chi đoàn dựng lều trại, cùng nhau dọn bãi.", [("dựng lều trại, cùng nhau dọn bãi", ["Chi đoàn=lead"])]),
        (
            "1. Phòng Tư pháp soạn câu hỏi; kết thúc đợt thi, trong vòng 15 ngày phải công bố kết quả.",
            [("soạn câu hỏi; kết thúc đợt thi, trong vòng 15 ngày phải công bố kết quả", ["Phòng Tư pháp=lead"])],
        ),
    ],
)  # fmt: skip
def test_a_work_done_together_begins_behind_the_comma(line: str, works: list[tuple[str, list[str]]]) -> None:
    assert said(line) == works


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("1. Các tổ khai thác, bốc xếp: ký giao ước trước ngày 05/7/2023.", "Các tổ khai thác, bốc xếp"),
        ("1. Phân xưởng Cơ điện vận hành: kiểm tra máy nén khí.", "Phân xưởng Cơ điện vận hành"),
        ("1. Đội xây lắp 5: dựng hàng rào tạm.", "Đội xây lắp 5"),
        ("1. Phòng Y tế kiểm tra bếp ăn: lấy mẫu nước.", "Phòng Y tế"),
        ("1. Phòng Nội vụ quản lý hồ sơ: lập sổ theo dõi.", "Phòng Nội vụ"),
    ],
)
def test_a_name_before_a_colon_keeps_the_trade_it_is_called_by(line: str, unit: str) -> None:
    assert {who for _, units in said(line) for who in units} <= {f"{unit}=lead", f"{unit}=supervise"}
    assert said(line)


def test_a_heading_keeps_the_trade_a_unit_is_called_by() -> None:
    assert said("1. Phòng Kỹ thuật khai thác", "- Lập biểu đồ.")[-1] == (
        "Lập biểu đồ",
        ["Phòng Kỹ thuật khai thác=lead"],
    )


def test_who_is_named_to_a_post_works_there() -> None:
    work = "làm Trưởng ban, điều hành chung, ký giấy mời"
    assert said(f"1. Giám đốc Nhà máy {work}.") == [(work, ["Giám đốc Nhà máy=lead"])]
    assert said("1. Giám đốc Nhà máy làm Trưởng ban, Chánh Văn phòng làm Phó ban.") == []


def test_papers_are_sent_by_those_who_make_them() -> None:
    drawn = said("1. Các lớp 5 tổ chức vẽ tranh. Tranh gởi về Phòng Giáo dục trước ngày 10/11/2023.")
    assert [who for _, who in drawn] == [["Các lớp 5=lead"], ["Các lớp 5=lead"]]
    line = "1. Phòng Giáo dục chấm tranh. Bài thi gửi về Phòng Giáo dục trước ngày 10/11/2023."
    assert said(line) == [("chấm tranh", ["Phòng Giáo dục=lead"])]


def test_a_plan_that_signs_off_assigns_what_is_done_by_a_day() -> None:
    lines = ["1. Sở Y tế mua thuốc.", "Nhận được Kế hoạch này, các trạm ra quân xong trước ngày 01/10/2023./."]
    assert said(*lines)[1:] == [("ra quân xong trước ngày 01/10/2023", ["các trạm=lead"])]
    lines = ["1. Sở Y tế mua thuốc.", "Các đơn vị nêu trên tổ chức thực hiện nghiêm Kế hoạch này./."]
    assert said(*lines) == [("mua thuốc", ["Sở Y tế=lead"])]


def test_how_often_a_work_is_done_parts_no_rows() -> None:
    work = "cử 01 người trực máy, mỗi quý nhập lại điểm"
    assert said(f"1. Trạm Khí tượng {work}.") == [(work, ["Trạm Khí tượng=lead"])]
    parted = works("1. Trạm Khí tượng lắp đặt cột đo trước ngày 05/6/2023, mỗi quý nhập lại điểm.")
    assert [m.when and m.when.end is not None for m in parted] == [True, None]


def test_those_who_help_the_one_in_charge_help_with_that_work_only() -> None:
    line = "1. Giao Phòng Y tế chủ trì, phối hợp với Hội Chữ thập đỏ phát túi thuốc; lập sổ tiêm chủng."
    assert [who for _, who in said(line)] == [["Phòng Y tế=lead", "Hội Chữ thập đỏ=coordinate"], ["Phòng Y tế=lead"]]


def test_brackets_in_a_sentence_of_their_own_name_who_does_the_work_before() -> None:
    line = "1. Giải cờ tướng, từ ngày 05/6/2023 đến ngày 07/6/2023. (Hội Người cao tuổi chủ trì, Nhà Văn hóa phối hợp)"
    (one,) = works(line)
    assert [unit.role for unit in one.units] == ["lead", "coordinate"]
    (same,) = works(line.replace("chủ trì", "tham mưu"))
    assert [(unit.printed, unit.role) for unit in same.units] == [(unit.printed, unit.role) for unit in one.units]
    assert (one.task.text.split(",")[0], one.when is not None) == ("Giải cờ tướng", True)


def test_what_comes_up_is_proposed_by_a_body() -> None:
    (one,) = works("1. Việc phát sinh ngoài lịch trên do Thanh tra Sở đề xuất.")
    assert [unit.printed for unit in one.units] == ["Thanh tra Sở"]


def test_works_are_shared_out_to_people_by_their_office() -> None:
    lines = ["- Giáo viên chủ nhiệm phối hợp với phụ huynh thu bài.", "- Học sinh tích cực tham gia làm báo tường."]
    assert said(*lines, head="V. PHÂN CÔNG") == [("thu bài", ["Giáo viên chủ nhiệm=lead", "phụ huynh=coordinate"])]
    assert said("- Giáo viên chủ nhiệm thu bài dự thi.", head="II. NỘI DUNG") == []


@pytest.mark.parametrize(
    "line",
    [
        "- Tổ chức hội chọi gà (xã Hòa Lạc).",
        "- Tổ chức ra quân tại hội trường (UBND huyện).",
        "- Tổ chức ngày hội sách (Nhà Văn hóa phường).",
        "- Tổ chức khảo sát 03 đơn vị (Trạm Y tế, Trạm Thú y, Trạm Khuyến nông).",
    ],
)
def test_places_and_those_who_are_counted_in_brackets_do_no_work(line: str) -> None:
    assert said(line) == []


def test_whom_a_section_on_everybody_asks_is_given_the_work() -> None:
    plan = written("IV. TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ\n1. Đề nghị Tỉnh đoàn trồng rừng ngập mặn.")
    (one,) = tasks(plan.document, plan.outline, plan.rules)
    assert [unit.printed for unit in one.units] == ["Tỉnh đoàn"]
    line = "- Đề nghị Tỉnh đoàn cử thanh niên tham gia."
    assert said("1. Hạt Kiểm lâm", "- Lập tổ trực.", line)[-1][1] == ["Hạt Kiểm lâm=lead"]


@pytest.mark.parametrize(
    ("lines", "works"),
    [
        (
            ("1. Hội Nông dân", "Vớt bèo trên kênh; đề nghị Trạm Thủy nông khen các hộ; nhập sổ trước ngày 25/3/2016."),
            [("Vớt bèo trên kênh; đề nghị Trạm Thủy nông khen các hộ", "Hội Nông dân=lead"), ("nhập sổ trước ngày 25/3/2016", "Hội Nông dân=lead")],
        ),
        (
            ("1. Hội Nông dân vớt bèo trên kênh; đề nghị Trạm Thủy nông mở cống; nhập sổ.",),
            [("vớt bèo trên kênh", "Hội Nông dân=lead"), ("mở cống; nhập sổ", "Trạm Thủy nông=lead")],
        ),
        (
            ("1. Hội Nông dân", "Đề nghị Trạm Thủy nông mở cống; nhập sổ."),
            [("mở cống; nhập sổ", "Trạm Thủy nông=lead")],
        ),
    ],
)  # fmt: skip
def test_who_asks_within_ones_own_works_goes_on_behind(lines: tuple[str, ...], works: list[tuple[str, str]]) -> None:
    assert [(text, units[0]) for text, units in said(*lines)] == works
