"""Tasks: whose work it is by the heading above, the labelled lines below, or the words that tell a body from others."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import written


def found(body: str) -> list[tuple[str, str, list[str]]]:
    plan = written(body)
    mentions = tasks(plan.document, plan.outline, plan.rules)
    return [(m.task.path or "", m.task.text, [f"{u.printed}={u.role}" for u in m.units]) for m in mentions]


def units(body: str) -> list[list[str]]:
    return [said for _, _, said in found(body)]


def test_a_semicolon_parts_the_units_of_a_heading() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Văn hóa, Thể thao và Du lịch; Tạp chí Sông Mẫu\nMở chuyên mục hằng tuần."
    assert units(body) == [["Sở Văn hóa, Thể thao và Du lịch=lead", "Tạp chí Sông Mẫu=lead"]]


def test_a_class_of_bodies_heads_works_beside_bodies_that_do() -> None:
    body = "II. NỘI DUNG THỰC HIỆN\n1. Sở Tư pháp\na) Biên soạn tài liệu.\n2. Ủy ban nhân dân xã, phường\na) Niêm yết lịch tiếp dân.\nb) Kiện toàn tổ hòa giải."
    assert units(body) == [["Sở Tư pháp=lead"], *[["Ủy ban nhân dân xã, phường=lead"]] * 2]


def test_a_heading_names_departments_by_what_they_lead() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Các Sở, ngành chủ trì, quản lý các dự án thành phần\n- Gửi số liệu giải ngân về Sở Tài chính."
    assert units(body) == [["Các Sở, ngành chủ trì, quản lý các dự án thành phần=lead"]]


BELOW = (
    "Đơn vị chủ trì: Phòng Trồng trọt.\nĐơn vị phối hợp: Trạm Khuyến nông.\nThời hạn ban hành: trước ngày 15/9/2024."
)


def test_lines_below_a_list_speak_for_all_of_it_and_are_no_words_of_its_last_work() -> None:
    body = f"III. NHIỆM VỤ\n1. Chuyển đổi cây trồng\n- Rà soát diện tích lúa kém hiệu quả.\n- Xây dựng mô hình trồng ngô sinh khối.\n{BELOW}"
    both = ["Phòng Trồng trọt=lead", "Trạm Khuyến nông=coordinate"]
    assert found(body) == [
        ("III.1.-1", "Rà soát diện tích lúa kém hiệu quả", both),
        ("III.1.-2", "Xây dựng mô hình trồng ngô sinh khối", both),
    ]


def test_what_has_lines_of_its_own_does_not_share_those_below() -> None:
    body = f"III. NHIỆM VỤ\n1. Chuyển đổi cây trồng\n- Rà soát diện tích lúa kém hiệu quả.\nĐơn vị chủ trì: Phòng Thủy lợi.\n- Xây dựng mô hình trồng ngô sinh khối.\n{BELOW}"
    assert units(body) == [["Phòng Thủy lợi=lead"], ["Phòng Trồng trọt=lead", "Trạm Khuyến nông=coordinate"]]


def test_a_term_of_any_kind_binds_the_work_of_labelled_lines() -> None:
    plan = written(f"III. NHIỆM VỤ\n1. Xây dựng quy chế chi tiêu\n{BELOW}")
    (mention,) = tasks(plan.document, plan.outline, plan.rules)
    assert mention.when is not None
    assert mention.when.end is not None


def test_a_term_in_a_sentence_of_its_own_binds_the_works_before_it() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập đề án. {} trước ngày 30/6/2022."
    for label in ("Thời gian hoàn thành:", "Thời gian trình Ủy ban nhân dân tỉnh xem xét:"):
        plan = written(body.format(label))
        (mention,) = tasks(plan.document, plan.outline, plan.rules)
        assert mention.when is not None and mention.when.end is not None


def test_whom_one_helps_with_the_works_below_is_no_work_itself() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Di sản có nhiệm vụ giúp Hội đồng Di sản và Giám đốc Sở:\na) Lập danh sách đò;\nb) Hướng dẫn kiểm kê."
    assert [(path, text) for path, text, _ in found(body)] == [
        ("V.1.a", "Lập danh sách đò"),
        ("V.1.b", "Hướng dẫn kiểm kê"),
    ]


def test_a_report_that_comes_again_in_two_spans_is_one_work() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế theo dõi, tổng hợp kết quả kiểm kê, định kỳ 6 tháng và hằng năm báo cáo UBND tỉnh."
    assert [text for _, text, _ in found(body)] == [
        "theo dõi, tổng hợp kết quả kiểm kê",
        "định kỳ 6 tháng và hằng năm báo cáo UBND tỉnh",
    ]


def test_a_heading_that_speaks_of_goals_labels_nobody() -> None:
    assert found("PHỤ LỤC\nPHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU\nTT | Tên chỉ tiêu | Năm 2022\n1 | Số đò | 12") == []


def test_reports_of_which_only_the_span_is_told_have_terms_of_their_own() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Các bến báo cáo 6 tháng trước 10/6, năm trước 10/12/2022."
    assert [text for _, text, _ in found(body)] == ["báo cáo 6 tháng trước 10/6", "báo cáo năm trước 10/12/2022"]


def test_who_only_helps_in_a_line_of_a_label_has_no_row() -> None:
    body = "III. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Treo pa nô dọc tuyến đường.\n- Cơ quan thực hiện:\n+ Sở Xây dựng chủ trì, phối hợp với các phường.\n+ Sở Văn hóa duyệt mẫu pa nô."
    assert [text for _, text, _ in found(body)] == ["Treo pa nô dọc tuyến đường", "duyệt mẫu pa nô"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "- Nội dung: Tập huấn kế toán.\n- Cơ quan thực hiện: Sở Tài chính chủ trì tham mưu UBND tỉnh ban hành kế hoạch.",
            ["Sở Tài chính=lead"],
        ),
        (
            "- Nội dung: Tập huấn kế toán.\n- Cơ quan thực hiện: Sở Tài chính chủ trì, phối hợp với các đơn vị có liên quan tham mưu hoạt động thuộc lĩnh vực phụ trách.",
            ["Sở Tài chính=lead", "các đơn vị có liên quan=coordinate"],
        ),
    ],
)
def test_units_of_a_label_end_before_what_they_do(line: str, said: list[str]) -> None:
    assert units(f"III. NHIỆM VỤ\n1. Hoạt động 1\n{line}") == [said]


ONE = [
    (
        "1. Các cơ quan được giao chủ trì các nội dung, nhiệm vụ trong Kế hoạch này chủ động bố trí kinh phí.",
        ["Các cơ quan được giao chủ trì các nội dung, nhiệm vụ=lead"],
    ),
    (
        "1. Các sở, ngành và UBND các xã được phân công chủ trì tại Phụ lục có trách nhiệm lập dự toán.",
        ["Các sở, ngành=lead", "UBND các xã=lead"],
    ),
    (
        "1. Thuế tỉnh, Kiểm toán nhà nước khu vực II và Kho bạc nhà nước tỉnh đối chiếu số thu.",
        ["Thuế tỉnh=lead", "Kiểm toán nhà nước khu vực II=lead", "Kho bạc nhà nước tỉnh=lead"],
    ),
    (
        "1. Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh bố trí hội trường.",
        ["Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh=lead"],
    ),
    (
        "1. Sở Nội vụ phối hợp với các bộ, Ủy ban Dân tộc, cơ quan, tổ chức khác có liên quan lập danh sách.",
        ["Sở Nội vụ=lead", "các bộ=coordinate", "Ủy ban Dân tộc=coordinate", "cơ quan, tổ chức khác có liên quan=coordinate"],
    ),
    (
        "1. Trạm Y tế bố trí tổ lưu động phối hợp với Hội Phụ nữ xã phát viên khử khuẩn.",
        ["Trạm Y tế=lead", "Hội Phụ nữ xã=coordinate"],
    ),
    ("1. Phòng Kinh tế\nCăn cứ nhiệm vụ được giao, chỉ đạo các chợ hạng ba, các chợ đầu mối trực thuộc quản lý kê lại quầy.", ["Phòng Kinh tế=lead"]),
    ("1. Phòng Kinh tế\nHằng năm hoặc đột xuất báo cáo kết quả về Sở Công Thương.", ["Phòng Kinh tế=lead"]),
    ("1. Các xã gửi báo cáo thu phí chợ năm 2023 và báo cáo xóa chợ cóc về Phòng Kinh tế trước ngày 05/12/2023.", ["Các xã=lead"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), ONE, ids=[line[:50] for line, _ in ONE])
def test_one_work_and_all_of_its_units(line: str, said: list[str]) -> None:
    assert units(f"V. TỔ CHỨC THỰC HIỆN\n{line}") == [said]


def test_what_is_proposed_to_those_above_is_no_work_of_theirs() -> None:
    assert found("V. TỔ CHỨC THỰC HIỆN\n- Đề xuất UBND tỉnh xem xét cấp bù hóa chất.") == []


def test_who_sums_up_right_behind_its_name() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Các xã lập danh sách hộ nghèo.\nTrong quá trình thực hiện, nếu có khó khăn, vướng mắc, các xã phản ánh về Sở Nội vụ tổng hợp, báo cáo UBND tỉnh xem xét./."
    *_, reports, sums_up = found(body)
    assert reports[1].endswith("các xã phản ánh về Sở Nội vụ")
    assert sums_up[1:] == ("tổng hợp, báo cáo UBND tỉnh xem xét", ["Sở Nội vụ=lead"])


def test_what_is_decided_below_a_colon_is_no_work() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\na) Tham mưu UBND tỉnh trình Hội đồng nhân dân tỉnh quyết định:\n- Phương án phân bổ vốn hằng năm.\n- Mức vốn đối ứng của các xã.\nb) Lập dự toán."
    assert [(path, text) for path, text, _ in found(body)] == [
        ("V.1.a", "Tham mưu UBND tỉnh trình Hội đồng nhân dân tỉnh quyết định"),
        ("V.1.b", "Lập dự toán"),
    ]


def test_those_below_whom_one_works_with_only_help() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\na) Chủ trì, phối hợp với:\n- Sở Tư pháp rà soát biểu mẫu.\n- Sở Xây dựng, các xã kiểm kê trụ sở.\nb) Lập kho dữ liệu."
    assert units(body) == [
        ["Công an tỉnh=lead", "Sở Tư pháp=coordinate"],
        ["Công an tỉnh=lead", "Sở Xây dựng=coordinate", "các xã=coordinate"],
        ["Công an tỉnh=lead"],
    ]


def test_whose_the_duties_below_are_whatever_they_are_called() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Hướng dẫn biểu mẫu.\n2. Trách nhiệm của đối tượng thực hiện kiểm kê:\n- Lập tổ kiểm kê.\n- Đối chiếu sổ sách."
    assert units(body) == [["Sở Tài chính=lead"], *[["đối tượng thực hiện kiểm kê=lead"]] * 2]


def test_what_a_body_is_stands_behind_a_dash_with_a_capital() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo\n- Hướng dẫn biểu mẫu."
    assert units(body) == [["Sở Tài chính=lead"]]


@pytest.mark.parametrize(
    ("line", "work", "said"),
    [
        (
            "1. Hiệu trưởng\n- Phân công, chỉ đạo, giao trách nhiệm cho Phó Hiệu trưởng, Văn phòng Trường soạn đề.",
            "Phân công, chỉ đạo, giao trách nhiệm cho Phó Hiệu trưởng, Văn phòng Trường soạn đề",
            ["Hiệu trưởng=lead"],
        ),
        (
            "1. Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức có trách nhiệm trực tiếp đối thoại với dân.",
            "trực tiếp đối thoại với dân",
            ["Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức=lead"],
        ),
        (
            "1. Các xã\nThực hiện chế độ thông tin, báo cáo theo mẫu của Sở.",
            "Thực hiện chế độ thông tin, báo cáo theo mẫu của Sở",
            ["Các xã=lead"],
        ),
        (
            "1. Các bến báo cáo Sở đúng hạn (quý I trước 10/3, 6 tháng trước 10/6, quý III trước 10/9/2022).",
            "báo cáo Sở đúng hạn (quý I trước 10/3, 6 tháng trước 10/6, quý III trước 10/9/2022)",
            ["Các bến=lead"],
        ),
        (
            "1. Phòng Di sản là cơ quan thường trực, phối hợp với Phòng Bến bãi kiểm kê đò.",
            "kiểm kê đò",
            ["Phòng Di sản=lead", "Phòng Bến bãi=coordinate"],
        ),
        (
            "1. Lập danh sách đò (Phòng Di sản chủ trì, các phòng, ban phối hợp; hoàn thành trong quý I/2022).",
            "Lập danh sách đò",
            ["Phòng Di sản=lead", "các phòng, ban=coordinate"],
        ),
        (
            "1. Tập huấn lái đò (giao Phòng Di sản tham mưu, thực hiện trong tháng 5/2022).",
            "Tập huấn lái đò",
            ["Phòng Di sản=lead"],
        ),
        (
            "1. Dựng mô hình điểm ở bến Ea Tu: Phòng Di sản chủ trì, Trạm Khuyến nông phối hợp, thời gian từ tháng 4 đến tháng 12/2022.",
            "Dựng mô hình điểm ở bến Ea Tu",
            ["Phòng Di sản=lead", "Trạm Khuyến nông=coordinate"],
        ),
        (
            "1. Kiểm tra các bến: giao Phòng Di sản thực hiện, xong trong tháng 5/2022.",
            "Kiểm tra các bến",
            ["Phòng Di sản=lead"],
        ),
        (
            "1. UBND cấp huyện phân công phòng chuyên môn tham mưu việc kiểm kê.",
            "phân công phòng chuyên môn tham mưu việc kiểm kê",
            ["UBND cấp huyện=lead"],
        ),
        (
            "1. Chủ tịch Hội đồng quản trị, Tổng Giám đốc các công ty có trách nhiệm kiểm kê đò.",
            "kiểm kê đò",
            ["Chủ tịch Hội đồng quản trị=lead", "Tổng Giám đốc các công ty=lead"],
        ),
        (
            "1. Phòng Di sản: cử cán bộ kiểm kê đò, phân công Trạm Khuyến nông phối hợp.",
            "cử cán bộ kiểm kê đò, phân công Trạm Khuyến nông phối hợp",
            ["Phòng Di sản=lead"],
        ),
        (
            "1. Đội Cảnh sát hình sự - kinh tế - ma túy chủ trì tuần tra bến.",
            "tuần tra bến",
            ["Đội Cảnh sát hình sự - kinh tế - ma túy=lead"],
        ),
        (
            "1. Đội Cảnh sát QLHC về TTXH chủ trì, phối hợp Công an xã cấp thẻ lái đò.",
            "cấp thẻ lái đò",
            ["Đội Cảnh sát QLHC về TTXH=lead", "Công an xã=coordinate"],
        ),
        (
            "1. Các ngành khác\nCăn cứ văn bản của Chính phủ, Bộ, ngành và tỉnh, phối hợp với Công an tỉnh kiểm kê kho.",
            "kiểm kê kho",
            ["Các ngành khác=lead", "Công an tỉnh=coordinate"],
        ),
    ],
)
def test_one_sentence_is_one_work(line: str, work: str, said: list[str]) -> None:
    assert [(text, own) for _, text, own in found(f"V. TỔ CHỨC THỰC HIỆN\n{line}")] == [(work, said)]


def test_a_heading_over_works_goes_on_behind_a_dash() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Lập dự toán.\n2. Ban Quản lý dự án đầu tư - hạ tầng xã\n- Sửa hố ga.\n- Kẻ vạch đường."
    assert units(body)[1:] == [["Ban Quản lý dự án đầu tư - hạ tầng xã=lead"]] * 2


def test_those_one_works_with_do_not_act_behind_their_commas() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\na) Trên cơ sở đề xuất của các đơn vị, chủ trì tổng hợp và phối hợp với các sở, ngành, Ủy ban nhân dân xã, phường bố trí vốn.\nb) Lập sổ."
    assert units(body)[0][0] == "Sở Tài chính=lead"


def test_what_a_line_lists_behind_such_as_is_listed_below() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế phối hợp với Sở Nội vụ thực hiện các việc như:\n- Tập huấn sơ cứu.\n- Cấp túi thuốc."
    assert [path for path, _, _ in found(body)] == ["V.1.-1", "V.1.-2"]


def test_whom_one_works_with_stands_behind_a_label() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Về dịch vụ công ích: tiếp tục phối hợp với Công ty Cây xanh thay cây chết."
    assert units(body) == [["Phòng Kinh tế=lead", "Công ty Cây xanh=coordinate"]]


def test_a_heading_that_says_what_about_is_nobody() -> None:
    body = "V. ĐƠN VỊ TỔ CHỨC - THỜI GIAN - ĐỊA ĐIỂM\n1. Đơn vị tổ chức: Sở Y tế\n2. Thời gian: ngày 12/6/2025\n3. Địa điểm: Hội trường A."
    assert found(body) == []
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Lập sổ.\n2. Các đơn vị phối hợp\n- Cử người dự."
    assert units(body)[1] == ["Các đơn vị=lead"]


def test_what_a_body_may_do_is_none_of_its_name() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Ban Giám khảo có quyền yêu cầu thí sinh giải trình.\n2. Các đơn vị: Lập sổ."
    assert all("quyền" not in unit for own in units(body) for unit in own)


def test_a_place_whose_name_begins_with_any_capital_is_of_the_name() -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n1. Ban Quản lý Khu kinh tế Đông Nam\n- Rà soát hồ sơ.\n2. Các doanh nghiệp\n- Phối hợp với Ban Quản lý Khu kinh tế Ấp Đông, Sở Y tế khảo sát vị trí."
    assert units(body) == [
        ["Ban Quản lý Khu kinh tế Đông Nam=lead"],
        ["Các doanh nghiệp=lead", "Ban Quản lý Khu kinh tế Ấp Đông=coordinate", "Sở Y tế=coordinate"],
    ]


def test_a_further_sentence_of_a_label_begins_with_no_unit() -> None:
    body = "V. NHIỆM VỤ\n1. Rà soát văn bản\n- Cơ quan thực hiện: Sở Y tế rà soát các văn bản có liên quan đến luật thuộc thẩm quyền của mình. Đồng thời, các xã, phường tiếp tục rà soát các văn bản do mình ban hành có liên quan đến luật.\n- Thời gian thực hiện: Năm 2025."
    assert units(body) == [["Sở Y tế=lead", "các xã, phường=lead"]]
