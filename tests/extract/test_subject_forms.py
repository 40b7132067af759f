"""Subjects in the forms that offices use besides "name, verb": over a list, behind a heading, told by a duty."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import written


def found(body: str) -> list[tuple[str, list[tuple[str, str]]]]:
    plan = written(body)
    mentions = tasks(plan.document, plan.outline, plan.rules)
    return [(mention.task.path or "", [(u.printed, u.role) for u in mention.units]) for mention in mentions]


LISTS = [
    (
        "1. Trưởng các phòng, Giám đốc các trung tâm, trong phạm vi chức năng, nhiệm vụ của mình có trách nhiệm sau đây:\na) Phổ biến quy chế đến từng viên chức.\nb) Phân công người theo dõi việc thực hiện.",
        [("1.a", [("Trưởng các phòng", "lead"), ("Giám đốc các trung tâm", "lead")]), ("1.b", [("Trưởng các phòng", "lead"), ("Giám đốc các trung tâm", "lead")])],
    ),
    (
        "1. Sở Lao động - Thương binh và Xã hội - cơ quan thường trực:\n- Tổng hợp kết quả điều tra.\n- Hướng dẫn các xã lập danh sách.",
        [("1.-1", [("Sở Lao động - Thương binh và Xã hội", "lead")]), ("1.-2", [("Sở Lao động - Thương binh và Xã hội", "lead")])],
    ),
    (
        "V. TỔ CHỨC THỰC HIỆN\n1. Các phòng chuyên môn: Phòng Kinh tế, Phòng Nội vụ\na) Lập danh sách chợ.\n2. Phòng Tư pháp\na) Phổ biến quy chế.",
        [("V.1.a", [("Phòng Kinh tế", "lead"), ("Phòng Nội vụ", "lead")]), ("V.2.a", [("Phòng Tư pháp", "lead")])],
    ),
    (
        "V. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị quản lý chợ\na) Niêm yết giá dịch vụ.\n2. Phòng Kinh tế\na) Khi có dịch bệnh, bố trí lực lượng trực tại các chợ.",
        [("V.1.a", [("Các đơn vị quản lý chợ", "lead")]), ("V.2.a", [("Phòng Kinh tế", "lead")])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LISTS, ids=[body[:40] for body, _ in LISTS])
def test_who_heads_a_list(body: str, expected: list[tuple[str, list[tuple[str, str]]]]) -> None:
    assert found(body) == expected


CHARGED = [
    ("1. Phó Giám đốc phụ trách kỹ thuật\n- Duyệt phương án chằng buộc tàu.", [("V.1.-1", "Phó Giám đốc phụ trách kỹ thuật")]),
    ("1. Các cán bộ phụ trách lĩnh vực thủy sản, đê điều:\nLập sổ theo dõi.", [("V.1", "Các cán bộ phụ trách lĩnh vực thủy sản, đê điều")]),
    ("1. Giám đốc phụ trách chung\n- Ký phương án.", [("V.1", "Giám đốc"), ("V.1.-1", "Giám đốc")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CHARGED, ids=[body[:40] for body, _ in CHARGED])
def test_people_told_from_others_by_what_they_are_in_charge_of(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(path, name) for path, units in found(f"V. TỔ CHỨC THỰC HIỆN\n{body}") for name, _ in units] == expected


KNOWN_BY = [
    ("1. Các đơn vị giới thiệu thợ lặn có trách nhiệm kiểm tra tay nghề.", ["Các đơn vị giới thiệu thợ lặn"]),
    ("1. Các đơn vị hướng dẫn thợ lặn có trách nhiệm giữ gìn ngư cụ.", ["Các đơn vị"]),
    ("1. Kết thúc đợt ra quân, Ban Thường vụ Huyện đoàn chịu trách nhiệm báo cáo.", ["Ban Thường vụ Huyện đoàn"]),
    ("1. Ban Chỉ huy phòng thủ cấp huyện, cấp xã lập phương án.", ["Ban Chỉ huy phòng thủ cấp huyện, cấp xã"]),
    ("1. Các phòng liên quan khơi thông luồng lạch.", ["Các phòng liên quan"]),
    ("1. Phòng Y tế phối hợp với viện nghiên cứu, trường nghề mở lớp cứu hộ.", ["Phòng Y tế", "viện nghiên cứu", "trường nghề"]),
    ("1. Công an TX. Hòa An, UBND TP. Bình Minh tuần tra bến.", ["Công an TX. Hòa An", "UBND TP. Bình Minh"]),
    ("1. Chủ tàu, các xưởng đang hoạt động trong cảng\n- Thu gom dầu thải.", ["Chủ tàu", "các xưởng đang hoạt động trong cảng"]),
    ("1. Sở Xây dựng, Đài Phát thanh và Truyền hình Bến Gỗ, Báo Bến Gỗ đưa tin.", ["Sở Xây dựng", "Đài Phát thanh và Truyền hình Bến Gỗ", "Báo Bến Gỗ"]),
    ("1. Phòng Tổ chức, Thanh tra và Pháp chế lập danh sách.", ["Phòng Tổ chức, Thanh tra và Pháp chế"]),
    ("1. UBND các xã lập đội cứu hộ; mỗi thôn ít nhất 02 kiểm tra viên.", ["UBND các xã"]),
    ("1. Phó Giám đốc phụ trách xây dựng cơ bản trực tiếp chỉ đạo việc nạo vét.", ["Phó Giám đốc phụ trách xây dựng cơ bản"]),
    ("1. P. Kinh doanh phối hợp với P.KTTC, P. An toàn kiểm tra bến.", ["P. Kinh doanh", "P.KTTC", "P. An toàn"]),
    ("1. Phòng Y tế\n- Tham gia các đoàn khảo sát do Sở Y tế chủ trì.", ["Phòng Y tế"]),
    ("1. Thủ trưởng các trường thông tin, tuyên truyền tới học sinh về luật đường thủy.", ["Thủ trưởng các trường"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "names"), KNOWN_BY, ids=[body[:50] for body, _ in KNOWN_BY])
def test_where_the_name_of_who_acts_begins_and_ends(body: str, names: list[str]) -> None:
    assert [name for _, units in found(f"V. TỔ CHỨC THỰC HIỆN\n{body}") for name, _ in units] == names


def test_the_plan_that_gave_the_duty_is_no_part_of_the_work() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Các xưởng theo chức năng, nhiệm vụ được giao tại Kế hoạch này rào bến đò."
    plan = written(body)
    assert [mention.task.text for mention in tasks(plan.document, plan.outline, plan.rules)] == ["rào bến đò"]


def test_names_of_movements_without_quotation_marks_are_no_works() -> None:
    line = "1. Hưởng ứng các phong trào do tỉnh phát động như: Bến sạch đường thông; Cán bộ bến thi đua mặc áo phao."
    assert found(f"II. NỘI DUNG\n{line}") == []
    told = "1. Phong trào thi đua: Công đoàn tổ chức hội đua ghe; Phòng Y tế trực cấp cứu."
    assert len(found(f"V. TỔ CHỨC THỰC HIỆN\n{told}")) == 2


def test_what_others_are_inspected_for_is_no_work_with_them() -> None:
    assert found("II. NỘI DUNG KIỂM TRA\n- Kiểm tra việc chủ trì, phối hợp với Trưởng thôn mở hội đua ghe.") == []


FUNDING = [
    ("1. Phòng Tài chính - Kế hoạch thẩm định dự toán.", ["Phòng Tài chính - Kế hoạch"]),
    ("1. Đối với các việc phát sinh, các xã chủ động cân đối trong nguồn đã giao.", ["các xã"]),
    ("1. Các phòng, ban sử dụng kinh phí được giao đầu năm.", []),
    ("1. Các phòng, ban chủ động tự bố trí từ nguồn chi thường xuyên.", []),
    ("1. Kinh phí do ngân sách huyện bảo đảm.", []),
]


@pytest.mark.parametrize(("line", "units"), FUNDING, ids=[line for line, _ in FUNDING])
def test_works_in_a_section_of_funding(line: str, units: list[str]) -> None:
    assert [name for _, said in found(f"IV. KINH PHÍ\n{line}") for name, _ in said] == units


QUOTAS = [
    "- Đoàn Kiểm tra giám sát việc chọn giống: Mỗi đoàn xét chọn 01 cá nhân.",
    "- Các phòng, ban mỗi đơn vị đề nghị không quá 01 tập thể, 02 cá nhân.",
    "- Đối với xã, thị trấn: Mỗi xã, thị trấn chọn 02 trường hợp (tập thể hoặc cá nhân).",
    "- Các cơ quan có liên quan đến công tác tham mưu, triển khai cuộc vận động: chọn không quá 01 trường hợp.",
]


@pytest.mark.parametrize("line", QUOTAS)
def test_how_many_may_be_proposed_is_no_work(line: str) -> None:
    assert found(f"IV. SỐ LƯỢNG ĐỀ NGHỊ KHEN THƯỞNG\n{line}") == []


def test_those_whom_a_body_directs_are_no_new_subject() -> None:
    line = "1. Phòng Nội vụ: Đôn đốc các phòng, ban, đoàn thể; các xã, thị trấn tổ chức phong trào; tổng hợp kết quả."
    assert [units for _, units in found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")] == [
        [("Phòng Nội vụ", role)] for role in ("supervise", "lead")
    ]


def test_what_is_asked_at_the_end_goes_on_with_the_report() -> None:
    last = "Ủy ban nhân dân huyện yêu cầu các xã, thị trấn nghiêm túc triển khai thực hiện; trước ngày 30/11/2024 báo cáo kết quả về Phòng Nội vụ./."
    (report,) = found(f"V. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n- Lập danh sách.\n{last}")[1:]
    assert report[1] == [("các xã, thị trấn", "lead")]


def test_work_given_to_one_body_at_the_end_counts() -> None:
    last = "Giao Phòng Nội vụ chủ trì, phối hợp Phòng Y tế đôn đốc các xã triển khai thực hiện Kế hoạch này./."
    (given,) = found(f"V. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Lập danh sách.\n{last}")[1:]
    assert given[1] == [("Phòng Nội vụ", "lead"), ("Phòng Y tế", "coordinate")]


def test_places_of_which_something_is_told_do_nothing() -> None:
    assert found("II. NỘI DUNG\n1. Vị trí quan trắc\n- Xã Hòa An: Lấy mẫu tại 02 vị trí.") == []


def test_who_takes_over_from_those_who_score_themselves() -> None:
    line = "1. Thang điểm 100; các đội tự chấm, khối trưởng kiểm tra, Huyện đoàn phúc tra."
    names = [name for _, units in found(f"IV. TIÊU CHUẨN XÉT\n{line}") for name, _ in units]
    assert names == ["các đội", "khối trưởng", "Huyện đoàn"]


TAKES_OVER = [
    ("Giao phòng Kế toán cấp tiền, phòng Hành chính - Tổng hợp theo dõi.", ["phòng Kế toán", "phòng Hành chính - Tổng hợp"]),
    ("Hiệu trưởng các trường tiểu học, THCS, Chủ tịch Công đoàn cơ sở phổ biến đến nhà giáo.", ["Hiệu trưởng các trường tiểu học, THCS", "Chủ tịch Công đoàn cơ sở"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), TAKES_OVER, ids=["takes over", "one list"])
def test_where_a_comma_parts_works_and_where_a_list_of_units(line: str, names: list[str]) -> None:
    assert [name for _, units in found(f"V. TỔ CHỨC THỰC HIỆN\n1. {line}") for name, _ in units] == names


def test_a_report_that_comes_again_is_a_row_of_its_own() -> None:
    line = "1. Phòng Y tế tổ chức tiêm phòng cho đàn vật nuôi; hằng quý báo cáo kết quả về huyện."
    assert len(found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")) == 2


def test_those_who_have_to_do_with_a_work() -> None:
    line = "1. Các phòng có liên quan tới việc thu phí có trách nhiệm niêm yết mức thu."
    ((_, units),) = found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")
    assert units == [("Các phòng có liên quan tới việc thu phí", "lead")]


def test_a_heading_that_asks_with_a_colon() -> None:
    body = "1. Đề nghị: Hội Nông dân huyện, Hội Phụ nữ huyện\na) Vận động hội viên tham gia."
    ((_, units),) = found(f"V. TỔ CHỨC THỰC HIỆN\n{body}")
    assert [name for name, _ in units] == ["Hội Nông dân huyện", "Hội Phụ nữ huyện"]


ASKED = [
    ("1. Đề nghị cấp ủy, Công đoàn các đơn vị quan tâm chỉ đạo.", [("cấp ủy", "lead"), ("Công đoàn các đơn vị", "lead")]),
    ("1. Mỗi huyện, thị, thành Hội tổ chức một hội thi tìm hiểu.", [("Mỗi huyện, thị, thành Hội", "lead")]),
    ("1. Các tổ thanh niên tự quản duy trì hoạt động.", [("Các tổ thanh niên tự quản", "lead")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "units"), ASKED, ids=[line[:40] for line, _ in ASKED])
def test_those_asked_and_levels_of_unions(line: str, units: list[tuple[str, str]]) -> None:
    assert [found_units for _, found_units in found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")] == [units]


def test_a_list_of_units_behind_words_that_lost_their_line_end() -> None:
    body = (
        "1. Kế hoạch này làm căn cứ theo dõi việc thi hành pháp luật Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện có "
        "trách nhiệm:\n- Báo cáo kết quả."
    )
    units = [("Thủ trưởng các sở, ngành", "lead"), ("Chủ tịch UBND các huyện", "lead")]
    assert found(f"III. TỔ CHỨC THỰC HIỆN\n{body}") == [("III.1.-1", units)]


def test_a_sentence_with_a_subject_of_its_own_is_no_work_of_the_unit_above() -> None:
    body = "1. Yêu cầu các sở, ngành thực hiện những nội dung sau:\n- Quán triệt Luật.\n- Bến khách ngang sông phải xây dựng cầu bến.\n- Chỉ thị này có hiệu lực từ ngày ký."
    assert [path for path, _ in found(f"III. TỔ CHỨC THỰC HIỆN\n{body}")] == ["III.1.-1"]


def test_what_is_said_of_another_goes_not_on_with_the_work() -> None:
    body = "1. Mỗi huyện đăng ký cứng hóa không dưới 12 km trong năm 2023; riêng huyện Thạch An 09 km."
    assert [path for path, _ in found(f"II. NỘI DUNG\n{body}")] == ["II.1"]


WHOLE = [
    (
        "1. Chánh Văn phòng Sở; Giám đốc các Sở: Tài chính, Tư pháp, Công Thương; Chủ tịch UBND các xã chịu trách nhiệm thi hành.",
        ["Chánh Văn phòng Sở", "Giám đốc các Sở: Tài chính, Tư pháp, Công Thương", "Chủ tịch UBND các xã"],
    ),
    ("1. Sở Y tế tổ chức thực hiện kế hoạch và nhiệm vụ được giao.", ["Sở Y tế"]),
    ("1. Cơ quan, đơn vị lấy ý kiến gửi dự thảo trước 03 ngày.", ["Cơ quan, đơn vị lấy ý kiến"]),
    ("1. Các cơ quan quy định tại Điều 1 có trách nhiệm bảo đảm hạ tầng.", ["Các cơ quan quy định tại Điều 1"]),
    ("1. Thủ trưởng các đơn vị hoàn toàn chịu trách nhiệm về số liệu.", ["Thủ trưởng các đơn vị"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), WHOLE, ids=[line[:40] for line, _ in WHOLE])
def test_names_are_whole_and_end_before_what_is_done(line: str, names: list[str]) -> None:
    assert [[name for name, _ in units] for _, units in found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")] == [names]


def test_a_level_that_does_something_is_no_body() -> None:
    assert found("IV. KINH PHÍ\na) Ngân sách bảo đảm kinh phí cho các nhiệm vụ do Thành phố thực hiện.") == []


def test_a_label_that_says_who_is_no_work() -> None:
    body = (
        "1. Cơ quan giải quyết thủ tục:\n- Cơ quan có thẩm quyền giải quyết: Ủy ban nhân dân tỉnh.\n"
        "- Cơ quan phối hợp: các sở, ngành."
    )
    assert found(f"II. TRÌNH TỰ THỰC HIỆN\n{body}") == []


def test_a_body_told_by_its_deed_heads_a_sentence() -> None:
    body = "1. Công an huyện:\nTuần tra các tuyến đường.\n2. Cơ quan đăng ký kinh doanh:\nRà soát các hộ kinh doanh đã được cấp giấy."
    units = [("Công an huyện", "lead")], [("Cơ quan đăng ký kinh doanh", "lead")]
    assert [named for _, named in found(f"III. TỔ CHỨC THỰC HIỆN\n{body}")] == list(units)
