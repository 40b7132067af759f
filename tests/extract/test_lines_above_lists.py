"""Whom a line above a list names, for the works that stand below it or beside it, and what a list holds that is no work."""

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import written

PLACE = "V. TỔ CHỨC THỰC HIỆN\n"


def found(body: str) -> list[tuple[str, list[str]]]:
    plan = written(body)
    mentions = tasks(plan.document, plan.outline, plan.rules)
    return [(m.task.text, [f"{u.printed}={u.role}" for u in m.units]) for m in mentions]


@pytest.mark.parametrize(
    "line",
    [
        "a) Chủ trì, phối hợp với Sở Xây dựng, UBND các xã và cơ quan liên quan",
        "a) Phối hợp với Sở Xây dựng, UBND các xã và cơ quan liên quan:",
    ],
)
def test_those_one_works_with_help_with_each_work_below(line: str) -> None:
    body = f"{PLACE}1. Sở Công Thương\n{line}\n- Khảo sát bến thuyền.\n- Dựng nhà kho.\nb) Lập sổ hàng."
    all_of_them = [
        "Sở Công Thương=lead",
        "Sở Xây dựng=coordinate",
        "UBND các xã=coordinate",
        "cơ quan liên quan=coordinate",
    ]
    assert found(body) == [
        ("Khảo sát bến thuyền", all_of_them),
        ("Dựng nhà kho", all_of_them),
        ("Lập sổ hàng", ["Sở Công Thương=lead"]),
    ]


def test_a_line_without_a_list_of_its_own_has_the_works_beside_it() -> None:
    body = f"{PLACE}1. Giao Phòng Kỹ thuật triển khai các công việc liên quan:\n2. Đo mực nước các cống.\n3. Chuẩn bị bao tải.\n4. Trạm Bơm vận hành máy."
    assert found(body) == [
        ("Đo mực nước các cống", ["Phòng Kỹ thuật=lead"]),
        ("Chuẩn bị bao tải", ["Phòng Kỹ thuật=lead"]),
        ("vận hành máy", ["Trạm Bơm=lead"]),
    ]


def test_those_who_are_directed_do_what_stands_below() -> None:
    body = (
        f"{PLACE}1. Ngân hàng Nhà nước\n- Chỉ đạo các quỹ tín dụng thực hiện:\n+ Cử người về xã.\n+ Niêm yết lãi suất."
    )
    assert found(body)[1:] == [
        ("Cử người về xã", ["các quỹ tín dụng=lead"]),
        ("Niêm yết lãi suất", ["các quỹ tín dụng=lead"]),
    ]


@pytest.mark.parametrize(
    "listed",
    ["- Trường tiểu học Bàu Sen;\n- Trường mầm non - mẫu giáo Hoa Mai.", "- Ông Lý Đông Á, Trưởng phòng Tổ chức, Phó Trưởng ban;\n- Bà Vàng Thị Mỷ, Chuyên viên, Thành viên."],
)  # fmt: skip
def test_members_of_a_list_are_no_works(listed: str) -> None:
    assert found(f"{PLACE}1. Ban Tổ chức\n{listed}") == []


def test_a_plan_on_itself_assigns_nothing() -> None:
    body = f"{PLACE}UBND xã Bình Minh xây dựng Kế hoạch khơi thông kênh mương với các nội dung cụ thể như sau:\n- Nạo vét kênh chính.\n- Sửa cống số 3."
    assert found(body) == []


@pytest.mark.parametrize(
    ("line", "work", "units"),
    [
        ("Giao nhiệm vụ cho Phòng Văn hóa chuẩn bị phim tư liệu.", "chuẩn bị phim tư liệu", ["Phòng Văn hóa=lead"]),
        ("UBND xã giao nhiệm vụ các ấp, Trạm Y tế phát quang bờ rào.", "phát quang bờ rào", ["các ấp=lead", "Trạm Y tế=lead"]),
        ("Công an xã: Phối hợp giữ trật tự bến đò.", "Phối hợp giữ trật tự bến đò", ["Công an xã=coordinate"]),
        ("Hằng quý, hằng năm, giữa mùa lũ, Sở Công Thương đối chiếu sổ.", "đối chiếu sổ", ["Sở Công Thương=lead"]),
        ("Cuối năm, căn cứ kết quả thu, Sở Nội vụ bình xét thi đua.", "bình xét thi đua", ["Sở Nội vụ=lead"]),
        ("Sở Y tế phối hợp với Cục Thống kê, Sở Nội vụ đồng bộ kho số liệu.", "đồng bộ kho số liệu", ["Sở Y tế=lead", "Cục Thống kê=coordinate", "Sở Nội vụ=coordinate"]),
        ("Sở Y tế dựng rạp; mời phụ huynh, chuẩn bị chỗ ngồi.", "dựng rạp; mời phụ huynh, chuẩn bị chỗ ngồi", ["Sở Y tế=lead"]),
        ("Các đơn vị được giao chủ trì theo Kế hoạch này có trách nhiệm lập dự toán.", "lập dự toán", ["Các đơn vị được giao chủ trì=lead"]),
    ],
)  # fmt: skip
def test_who_does_a_work(line: str, work: str, units: list[str]) -> None:
    assert found(f"{PLACE}1. {line}") == [(work, units)]


def test_helping_with_one_work_one_does_the_next() -> None:
    body = f"{PLACE}1. Công an xã: Phối hợp giữ trật tự bến đò; tuần tra ban đêm."
    assert found(body) == [
        ("Phối hợp giữ trật tự bến đò", ["Công an xã=coordinate"]),
        ("tuần tra ban đêm", ["Công an xã=lead"]),
    ]


def test_no_one_reports_to_himself() -> None:
    body = f"{PLACE}1. Các phòng, ban nộp bảng chấm công.\n2. Phòng Tổ chức lập bảng chung. Nếu có vướng mắc kịp thời báo cáo về Phòng Tổ chức."
    assert [units for text, units in found(body) if "vướng mắc" in text] == []


def test_lines_with_labels_tell_who_leads_beside_those_who_help() -> None:
    body = "III. NHIỆM VỤ\n1. Chuyển đổi cây trồng\n- Rà soát diện tích lúa kém hiệu quả tại các ấp.\nLãnh đạo phụ trách: Phó Giám đốc Lê Văn Sáu.\nCơ quan thực hiện: Phòng Trồng trọt; Cơ quan phối hợp: Trạm Khuyến nông, Phòng Tài chính."
    assert found(body) == [
        (
            "Rà soát diện tích lúa kém hiệu quả tại các ấp",
            ["Phó Giám đốc Lê Văn Sáu=supervise", "Phòng Trồng trọt=lead", "Trạm Khuyến nông=coordinate", "Phòng Tài chính=coordinate"],
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Lý Văn Páo Lò Thị Mỷ Giàng Văn Sung", ["Lý Văn Páo", "Lò Thị Mỷ", "Giàng Văn Sung"]),
        ("Đ/c Lý Văn Páo Đ/c Vàng Thị Mỷ", ["Đ/c Lý Văn Páo", "Đ/c Vàng Thị Mỷ"]),
        ("Nguyễn Trần Hà Linh", ["Nguyễn Trần Hà Linh"]),
        ("Tổ Toán Tổ Văn", ["Tổ Toán", "Tổ Văn"]),
        ("Tổ trưởng Tổ Toán", ["Tổ trưởng Tổ Toán"]),
        ("UBND đặc khu Cô Tô", ["UBND đặc khu Cô Tô"]),
        ("BGH, TTCM, GVBM", ["BGH", "TTCM", "GVBM"]),
    ],
)
def test_names_in_a_cell_without_marks_between(cell: str, units: list[str]) -> None:
    (row,) = found(f"IV. PHÂN CÔNG\nTT | Nội dung | Người thực hiện\n1 | Kê lại kho | {cell}")
    assert row[1] == [f"{unit}=implement" for unit in units]


@pytest.mark.parametrize(
    "head", ["Khoa/phòng thực hiện", "GVCN phụ trách", "Đ/c phụ trách", "Người TH", "Tổ, nhóm tham gia"]
)
def test_a_kind_of_doers_over_a_column_of_units(head: str) -> None:
    (row,) = found(f"IV. PHÂN CÔNG\nTT | Nội dung | {head}\n1 | Kê lại kho | Phòng Xe")
    assert row == ("Kê lại kho", ["Phòng Xe=implement"])


def test_who_is_inspected_by_whom() -> None:
    body = "III. PHÂN CÔNG\nTT | Tổ chức đảng được kiểm tra | Đoàn kiểm tra | Thời gian\n1 | Chi bộ Trạm Y tế | Đoàn số 2 | 08/4/2022"
    assert found(body) == [("Chi bộ Trạm Y tế", ["Đoàn số 2=implement"])]


@pytest.mark.parametrize(
    ("heads", "cells", "units"),
    [
        ("Ai làm | Cùng làm", "Tổ Xe | Chi đoàn", ["Tổ Xe=implement", "Chi đoàn=coordinate"]),
        ("Đơn vị thực hiện | Hỗ trợ", "Tổ Xe | Chi đoàn", ["Tổ Xe=implement", "Chi đoàn=coordinate"]),
        ("Đơn vị thực hiện | Mức hỗ trợ", "Tổ Xe | Chi đoàn", ["Tổ Xe=implement"]),
        ("Chủ trì/phối hợp | Ghi chú", "Tổ Xe, Chi đoàn | -", ["Tổ Xe=lead", "Chi đoàn=coordinate"]),
        ("Chủ trì, phối hợp | Ghi chú", "Tổ Xe phối hợp với Chi đoàn | -", ["Tổ Xe=lead", "Chi đoàn=coordinate"]),
    ],
)
def test_columns_of_who_helps(heads: str, cells: str, units: list[str]) -> None:
    assert found(f"IV. PHÂN CÔNG\nTT | Nội dung | {heads}\n1 | Kê lại kho | {cells}") == [("Kê lại kho", units)]


def test_people_beside_what_they_do_and_not_what_they_are() -> None:
    body = "IV. PHÂN CÔNG\nTT | Họ và tên | Chức vụ | Nhiệm vụ được phân công\n1 | Lý Văn Páo | Giáo viên | Trang trí hội trường\n2 | Vàng Thị Mỷ | Giáo viên | Thành viên"
    assert found(body) == [("Trang trí hội trường", ["Lý Văn Páo=implement"])]


def test_to_ask_is_the_work_of_the_one_above() -> None:
    body = f"{PLACE}1. Công đoàn ngành\n- Đề nghị Bộ Giáo dục ban hành mẫu phù hiệu.\n2. Đề nghị Bộ Giáo dục tổ chức hội thao."
    assert [units for _, units in found(body)] == [["Công đoàn ngành=lead"], ["Bộ Giáo dục=lead"]]


def test_who_helps_nobody_among_measures_has_no_row() -> None:
    assert found("II. NHIỆM VỤ, GIẢI PHÁP\n1. Tuyên truyền\n- Phối hợp với Đài Truyền thanh phát tin.") == []


def test_sentences_behind_a_label_are_works() -> None:
    body = (
        "II. NỘI DUNG\n1. Phổ biến quy định\n- Nội dung thực hiện: In tờ gấp bằng nhiều thứ tiếng.\n"
        "- Cơ quan thực hiện: Sở Nội vụ lập danh mục văn bản cần phổ biến; các xã tổ chức họp dân để đọc từng văn bản cho dân nghe."
    )
    assert found(body) == [
        ("lập danh mục văn bản cần phổ biến", ["Sở Nội vụ=lead"]),
        ("tổ chức họp dân để đọc từng văn bản cho dân nghe", ["các xã=lead"]),
    ]


def test_on_what_footing_some_of_a_list_act() -> None:
    body = f"{PLACE}1. Sở Nội vụ, các ban trong phạm vi chức năng, nhiệm vụ của mình và các xã tổ chức họp dân."
    assert found(body) == [("tổ chức họp dân", ["Sở Nội vụ=lead", "các ban=lead", "các xã=lead"])]


def test_an_owner_is_one_or_the_other() -> None:
    body = f"{PLACE}1. Từng tổ của trạm bơm/nhà máy nước kiểm kê ống."
    assert found(body) == [("kiểm kê ống", ["Từng tổ của trạm bơm/nhà máy nước=lead"])]


def test_people_take_over_behind_a_comma() -> None:
    body = f"{PLACE}1. Đ/c Hoa (PHT) dự trù kinh phí, đ/c Nam (thủ quỹ) in giấy mời."
    assert found(body) == [("dự trù kinh phí", ["Đ/c Hoa=lead"]), ("in giấy mời", ["đ/c Nam (thủ quỹ)=lead"])]


def test_what_one_is_is_no_work() -> None:
    assert found(f"{PLACE}1. Ông Lý Páo - Phó Giám đốc: chỉ huy trưởng; Bà Lò Mỷ - Trưởng phòng Xe: thư ký.") == []


def test_who_acts_before_a_colon_beside_others_that_do_whatever_he_is_called() -> None:
    body = f"{PLACE}1. Tổ Văn phòng: in giấy mời.\n2. Y tế học đường: chuẩn bị tủ thuốc.\n3. Học kỳ II: tổng kết."
    assert found(body)[:2] == [("in giấy mời", ["Tổ Văn phòng=lead"]), ("chuẩn bị tủ thuốc", ["Y tế học đường=lead"])]
    assert len(found(body)) == 2


def test_a_heading_that_only_names_those_below_is_no_work() -> None:
    body = f"{PLACE}1. Các đơn vị thực hiện\n1.1. Sở Y tế\n- Mua thuốc dự phòng.\n2. Các trường học tham gia hội thi:\n- Chọn đội tuyển."
    assert found(body) == [
        ("Mua thuốc dự phòng", ["Sở Y tế=lead"]),
        ("Chọn đội tuyển", ["Các trường học tham gia hội thi=lead"]),
    ]


def test_a_time_beside_a_list_of_works_binds_them() -> None:
    body = f"{PLACE}1. Tháng an toàn\na) Chủ đề: “Vui xuân”\nb) Thời gian: từ ngày 05/3/2025 đến ngày 20/3/2025.\nc) Các hoạt động chính\nCác xã thực hiện các hoạt động sau:\n- Phát tờ rơi.\n- Treo đèn."
    plan = written(body)
    mentions = tasks(plan.document, plan.outline, plan.rules)
    assert [m.task.text for m in mentions if m.when is not None] == ["Phát tờ rơi", "Treo đèn"]


def test_names_in_brackets_in_a_programme_where_others_stand_with_their_role() -> None:
    body = "III. CHƯƠNG TRÌNH\n1. Khai mạc (Văn phòng xã thực hiện).\n2. Đọc thể lệ (Đồng chí Lý Đông Á - Phó Chủ tịch UBND xã)\n3. Phát biểu hưởng ứng (Ban Chỉ đạo chuyển đổi số xã)\n4. Nghỉ giải lao (15 phút)"
    assert found(body) == [
        ("Khai mạc", ["Văn phòng xã=lead"]),
        ("Đọc thể lệ", ["Đồng chí Lý Đông Á - Phó Chủ tịch UBND xã=lead"]),
        ("Phát biểu hưởng ứng", ["Ban Chỉ đạo chuyển đổi số xã=implement"]),
    ]


def test_the_work_of_labelled_lines_may_say_who_helps() -> None:
    body = "III. NHIỆM VỤ\n1. Kho số liệu\n- Phối hợp với Bộ Công an nối đường truyền.\nCơ quan chủ trì: Sở Khoa học và Công nghệ; Cơ quan phối hợp: các xã."
    assert found(body) == [
        (
            "Phối hợp với Bộ Công an nối đường truyền",
            ["Sở Khoa học và Công nghệ=lead", "các xã=coordinate", "Bộ Công an=coordinate"],
        )
    ]
