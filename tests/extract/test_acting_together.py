"""Tasks: who acts with whom, who takes over within a sentence, and names that only the plan itself makes whole."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from kehoach.model.fact import TaskMention
from tests.extract.written import written


def found(*lines: str) -> list[TaskMention]:
    plan = written("V. TỔ CHỨC THỰC HIỆN\n" + "\n".join(lines))
    return list(tasks(plan.document, plan.outline, plan.rules))


def said(*lines: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(m.task.text, [(unit.printed, unit.role) for unit in m.units]) for m in found(*lines)]


@pytest.mark.parametrize(
    ("line", "work", "units"),
    [
        ("1. Trưởng trạm cùng cán bộ dân số phát tờ rơi.", "phát tờ rơi", [("Trưởng trạm", "lead"), ("cán bộ dân số", "coordinate")]),
        ("1. Giao Phòng Kinh tế cùng Trạm Khuyến nông mở lớp ươm cây.", "mở lớp ươm cây", [("Phòng Kinh tế", "lead"), ("Trạm Khuyến nông", "coordinate")]),
        ("1. Quản đốc cùng đại diện tổ thợ mở kho.", "mở kho", [("Quản đốc", "lead"), ("đại diện tổ thợ", "coordinate")]),
        ("1. Cảng vụ Hàng hải phối hợp Đồn Biên phòng Cửa Lân kiểm soát ghe thuyền.", "kiểm soát ghe thuyền", [("Cảng vụ Hàng hải", "lead"), ("Đồn Biên phòng Cửa Lân", "coordinate")]),
        ("1. Phòng Lao động phối hợp với Bưu điện huyện: rà soát người hưởng trợ cấp.", "rà soát người hưởng trợ cấp", [("Phòng Lao động", "lead"), ("Bưu điện huyện", "coordinate")]),
        ("1. Trên cơ sở đó các trạm xây dựng lịch trực.", "xây dựng lịch trực", [("các trạm", "lead")]),
        ("1. Ngoài việc nêu trên, Văn phòng Sở chuẩn bị hội trường.", "chuẩn bị hội trường", [("Văn phòng Sở", "lead")]),
        ("1. Ngoài việc nêu trên, Giám đốc Sở Y tế chịu trách nhiệm trước tỉnh.", "chịu trách nhiệm trước tỉnh", [("Giám đốc Sở Y tế", "lead")]),
        ("1. Các cơ quan phối hợp có trách nhiệm cử người trực phao tiêu.", "cử người trực phao tiêu", [("Các cơ quan phối hợp", "coordinate")]),
        ("1. Phòng Kinh tế là cơ quan thường trực của Ban có trách nhiệm trực bến.", "trực bến", [("Phòng Kinh tế", "lead")]),
        ("1. Mỗi đợt Ban Tổ chức công bố kết quả.", "công bố kết quả", [("Ban Tổ chức", "lead")]),
        ("1. Hội Làm vườn thường xuyên phối hợp với Trạm Khuyến nông, Trạm Thú y.", "thường xuyên phối hợp với Trạm Khuyến nông, Trạm Thú y", [("Hội Làm vườn", "lead"), ("Trạm Khuyến nông", "coordinate"), ("Trạm Thú y", "coordinate")]),
        ("1. Công đoàn cơ sở phối hợp với chuyên môn, người sử dụng lao động mở lớp nghề.", "mở lớp nghề", [("Công đoàn cơ sở", "lead"), ("chuyên môn", "coordinate"), ("người sử dụng lao động", "coordinate")]),
        ("1. Ngành lâm nghiệp thi đua giữ rừng đầu nguồn.", "thi đua giữ rừng đầu nguồn", [("Ngành lâm nghiệp", "lead")]),
        ("1. Các hợp tác xã thi đua \"Mỗi vụ một sáng kiến\".", "thi đua \"Mỗi vụ một sáng kiến\"", [("Các hợp tác xã", "lead")]),
        ("1. Cụm thi đua các huyện miền núi trồng rừng.", "trồng rừng", [("Cụm thi đua các huyện miền núi", "lead")]),
        ("1. Mỗi bản, tổ dân phố lập một đội tuần tra.", "lập một đội tuần tra", [("Mỗi bản, tổ dân phố", "lead")]),
        ("1. Mỗi bản đồ in thành hai tờ.", None, []),
        ("1. Đoàn trường phân công đội xung kích trực hằng ngày.", "trực hằng ngày", [("đội xung kích", "lead")]),
        ("1. Nhà trường đề nghị Sở Y tế công nhận danh hiệu “Tập thể lao động tiên tiến” cho các trạm.", None, []),
        ("1. Sở Y tế công nhận kết quả chấm của các trạm.", "công nhận kết quả chấm của các trạm", [("Sở Y tế", "lead")]),
        ("1. Ban Quản lý dự án thủy lợi ký cam kết với nhà thầu.", "ký cam kết với nhà thầu", [("Ban Quản lý dự án thủy lợi", "lead")]),
    ],
)  # fmt: skip
def test_one_work(line: str, work: str | None, units: list[tuple[str, str]]) -> None:
    assert said(line) == ([(work, units)] if work is not None else [])


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("Các tổ chuyên môn Toán, Văn và Ngoại ngữ", ["tổ chuyên môn Toán", "tổ chuyên môn Văn", "tổ chuyên môn Ngoại ngữ"]),
        ("Các trạm Y tế Hòa An, Bình Minh", ["trạm Y tế Hòa An", "trạm Y tế Bình Minh"]),
        ("Các tổ chuyên môn và tổ Văn phòng", ["Các tổ chuyên môn", "tổ Văn phòng"]),
    ],
)  # fmt: skip
def test_what_several_are_called_is_said_once(printed: str, units: list[str]) -> None:
    assert [[u.lower() for u, _ in told] for _, told in said(f"1. {printed} vẽ sơ đồ.")] == [[u.lower() for u in units]]


def test_titles_of_those_who_compete_are_nobody() -> None:
    lines = (
        "1. Các trạm",
        "- Đăng ký danh hiệu: Tập thể Lao động xuất sắc, Đơn vị tiên tiến; nộp bản đăng ký trong tháng 3.",
    )
    assert {unit for _, units in said(*lines) for unit, _ in units} == {"Các trạm"}
    assert said("1. Khoa Lao lập sổ theo dõi thuốc.") == [("lập sổ theo dõi thuốc", [("Khoa Lao", "lead")])]


def test_what_a_body_is_stands_before_its_duty_below_its_name() -> None:
    lines = ("1. Phòng Nội vụ", "Là cơ quan thường trực Hội đồng huyện, có nhiệm vụ phát biểu mẫu cho các xã.")
    assert [units for _, units in said(*lines)] == [[("Phòng Nội vụ", "lead")]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "1. Trạm Xá phát thuốc cho người già, cán bộ hưu trí, còn Trung tâm Y tế khám lưu động.",
            ["Trạm Xá", "Trung tâm Y tế"],
        ),
        (
            "1. Khoa Chẩn đoán hình ảnh trả phim trong ngày, Khoa Xét nghiệm lấy máu tại giường.",
            ["Khoa Chẩn đoán hình ảnh", "Khoa Xét nghiệm"],
        ),
        ("1. Trạm Xá khám cho 500 công nhân, Bệnh viện Mắt cấp kính miễn phí.", ["Trạm Xá", "Bệnh viện Mắt"]),
        (
            "1. Cấp huyện chấm xong trong quý II, cấp tỉnh chấm lại vào tháng 9/2022.",
            ["Cấp huyện", "cấp tỉnh"],
        ),
        ("1. Đội Xe chở khách từ Bến xe Miền Đông, Bến xe Miền Tây về chợ.", ["Đội Xe"]),
        (
            "1. Phòng Kho đề nghị Tổng cục tặng Giấy khen cho 03 tổ, Bộ Công Thương tặng Bằng khen cho 01 tổ.",
            [],
        ),
        ("1. Phòng Tin gửi bài cho Báo Hòa An, Đài Phát thanh tỉnh để phát sóng.", ["Phòng Tin"]),
        (
            "1. Sở Công Thương rà soát điểm bán hàng; trong thời gian đó Cục Thuế niêm yết giá tại chợ.",
            ["Sở Công Thương", "Cục Thuế"],
        ),
    ],
)
def test_who_takes_over(line: str, expected: list[str]) -> None:
    assert [m.units[0].printed for m in found(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "1. Phòng Kế toán chốt sổ trước ngày 10/4/2022, kiểm kê kho vật tư.",
            [("chốt sổ trước ngày 10/4/2022", "2022-04-10"), ("kiểm kê kho vật tư", None)],
        ),
        (
            "1. Các xã lập danh sách trước ngày 10/4/2022, gửi về Phòng Kho.",
            [("lập danh sách trước ngày 10/4/2022, gửi về Phòng Kho", "2022-04-10")],
        ),
    ],
)
def test_a_day_binds_no_work_behind_it(line: str, expected: list[tuple[str, str | None]]) -> None:
    ends = [(m.task.text, m.when.end if m.when else None) for m in found(line)]
    assert [(text, end and f"{end.year}-{end.month:02}-{end.day:02}") for text, end in ends] == expected


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("1. Trưởng khoa, điều dưỡng trưởng phải là người đi làm đúng giờ.", []),
        ("1. Phòng Đào tạo ban hành lịch dự giờ, hội giảng trước ngày 30/9/2022.", ["Phòng Đào tạo"]),
        ("1. Phòng Giáo dục và Đào tạo chọn đội dự thi cấp tỉnh.", ["Phòng Giáo dục và Đào tạo"]),
    ],
)
def test_who_is_no_body_and_what_no_work(line: str, leads: list[str]) -> None:
    assert [unit.printed for m in found(line) for unit in m.units] == leads


def test_a_label_tells_how_far_a_name_reaches() -> None:
    first, second = said(
        "1. Phòng Kho vận, tổng hợp: giữ sổ xuất nhập.", "2. Phòng Kho vận, tổng hợp công bố điểm mỗi tháng."
    )
    assert first[1] == second[1] == [("Phòng Kho vận, tổng hợp", "lead")]
    assert second[0] == "công bố điểm mỗi tháng"


@pytest.mark.parametrize(
    ("closing", "works"),
    [
        ("Nhận được kế hoạch, yêu cầu các trạm phổ biến đến từng người lao động.", ["phổ biến đến từng người lao động"]),
        ("Yêu cầu các trạm nghiêm túc thực hiện; vướng mắc phản ánh về Văn phòng Sở.", ["nghiêm túc thực hiện; vướng mắc phản ánh về Văn phòng Sở"]),
        ("Nhận được kế hoạch, yêu cầu các trạm khẩn trương triển khai.", []),
    ],
)  # fmt: skip
def test_what_a_closing_asks(closing: str, works: list[str]) -> None:
    assert [m.task.text for m in found("1. Kinh phí chi từ quỹ.\n", closing)] == works


@pytest.mark.parametrize(
    ("line", "work", "role"),
    [
        ("a) Phối hợp soát bản đồ đê bao.", "Phối hợp soát bản đồ đê bao", "coordinate"),
        ("a) Chủ động phối hợp, góp ý bản vẽ kè.", "Chủ động phối hợp, góp ý bản vẽ kè", "coordinate"),
        ("a) Trong phạm vi chức năng của mình, tham gia phối hợp giữ bến.", "tham gia phối hợp giữ bến", "coordinate"),
        ("a) Tham gia đầy đủ các buổi trực đê.", "Tham gia đầy đủ các buổi trực đê", "lead"),
    ],
)
def test_who_works_together_with_nobody_named_helps(line: str, work: str, role: str) -> None:
    assert said("1. Phòng Thủy lợi", line) == [(work, [("Phòng Thủy lợi", role)])]


def test_what_is_given_counts_among_standards_too() -> None:
    plan = written(
        "II. TIÊU CHUẨN XẾP LOẠI\n1. Trên cơ sở kết quả tự chấm, giao Chi cục Thủy lợi lập đoàn chấm chéo các tổ giữ đê."
    )
    assert [m.task.text for m in tasks(plan.document, plan.outline, plan.rules)] == ["lập đoàn chấm chéo các tổ giữ đê"]


@pytest.mark.parametrize(
    "line",
    [
        "- Ngay sau mỗi đợt, báo cáo Đội cứu hộ, Phòng Nội vụ trước ngày 05/3/2025.",
        "- Sau mỗi phiên, gửi số liệu về Trạm Khí tượng, Phòng Kinh tế chậm nhất ngày 20/6 để tổng hợp.",
        "- Trên cơ sở kết quả, đề nghị Hội đồng Giải thưởng, UBND tỉnh tặng cờ.",
        "- Căn cứ số đo, trình Giám đốc Sở, Chủ tịch UBND tỉnh công bố lệnh báo động.",
        "- Sau khi nước rút, tham mưu Ban Chỉ huy, UBND huyện tổ chức tổng kết.",
    ],
)
def test_those_to_whom_something_is_sent_do_nothing(line: str) -> None:
    assert [units for _, units in said("1. Hạt Quản lý đê", line)] == [[("Hạt Quản lý đê", "lead")]]
