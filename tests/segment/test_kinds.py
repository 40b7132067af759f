"""Kinds of sections."""

from __future__ import annotations

import pytest

from kehoach.rules.load import load
from kehoach.segment import sections
from kehoach.segment.kinds import named
from tests.extract.written import written
from tests.paragraphs import Row, document

SENTENCE = "Các xã tổ chức họp dân và niêm yết công khai tại nhà văn hóa thôn."


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", ("purpose", "requirements")),
        ("Quan điểm, mục tiêu", ("objectives",)),
        ("PHẠM VI, ĐỐI TƯỢNG, THỜI GIAN", ("scope", "schedule")),
        ("Nội dung và tiêu chuẩn xét khen thưởng", ("content", "criteria")),
        ("THANG ĐIỂM", ("criteria",)),
        ("Nội dung nêu tại khoản 2, Mục III là 25 điểm", ("criteria",)),
        ("Chỉ tiêu, nhiệm vụ và giải pháp", ("targets", "tasks", "measures")),
        ("Dự toán kinh phí", ("funding",)),
        ("Tổ chức thực hiện và chế độ báo cáo", ("organization", "reporting")),
        ("Sơ kết, tổng kết, khen thưởng", ("reporting", "rewards")),
        ("Khen thưởng sơ kết, tổng kết đợt thi đua", ("rewards",)),
        ("Hội đồng Thi đua - Khen thưởng huyện", ()),
        ("Phòng Nội vụ", ()),
        ("MỤC ĐÍCH, YÊUCẦU", ("purpose", "requirements")),
        ("Mục tiêu, ý nghĩa", ("objectives",)),
        ("ĐÁNH GIÁ VÀ KHEN THƯỞNG", ("criteria", "rewards")),
        ("Đánh giá tình hình", ()),
        ("Tiêu chuẩn và mức thưởng", ("criteria", "rewards")),
        ("Khen đột xuất", ("rewards",)),
        ("Lời khen của khách hàng", ()),
        ("Tổng kết, trao giải", ("reporting", "rewards")),
        ("CÁC BƯỚC TIẾN HÀNH", ("schedule",)),
        ("Phát động đợt thi đua cao điểm", ()),
        ("Nhiệm vụ thu phí: 40 điểm", ("criteria",)),
        ("Nhiệm vụ thu phí (tối đa 40 điểm)", ("criteria",)),
        ("Cách bình xét và khen thưởng", ("criteria", "rewards")),
        ("Chủ đề và các phong trào thi đua", ("theme", "content")),
        ("Thông số (chỉ tiêu), tần suất lấy mẫu", ()),
        ("Tổ chức triển khai thực hiện Chiến lược tiêu chuẩn quốc gia", ()),
        ("TÔ CHỨC THỰC HIÊN", ("organization",)),
        ("ĐÓI TƯỢNG GIÁM SÁT", ("scope",)),
        ("MUC DICH, YEU CAU", ("purpose", "requirements")),
        ("Kinh phi thưc hiên", ("funding",)),
        ("Nêu thường xuyên", ()),
    ],
)
def test_the_heading_names_its_kinds(heading: str, kinds: tuple[str, ...]) -> None:
    assert named(heading, load()["headings"]) == kinds


def kinds_of(*parts: str | Row) -> dict[str, tuple[str, ...]]:
    return {node.path: node.kinds for node in sections(document(*parts), load()).nodes if node.role == "section"}


def test_without_words_of_its_own_a_section_takes_its_parents_kinds() -> None:
    assert kinds_of("IV. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế", f"- {SENTENCE}")["IV.1"] == ("organization",)


def test_a_section_of_nothing_but_phases_is_a_schedule() -> None:
    found = kinds_of(
        "III. NỘI DUNG", "1. Triển khai thi đua", "- Đợt 1: Từ nay đến 30/4.", "- Đợt 2: Từ 01/5 đến 30/9."
    )
    assert found["III.1"] == ("schedule",)


def test_a_form_of_emulation_is_no_schedule_though_it_comes_in_phases() -> None:
    found = kinds_of("III. NỘI DUNG", "1. Thi đua theo đợt", "- Đợt 1: Từ nay đến 30/4.", "- Đợt 2: Từ 01/5 đến 30/9.")
    assert found["III.1"] == ("content",)


def test_a_heading_that_says_nothing_over_units_and_posts_is_over_who_does_what() -> None:
    posts = ("1. Hiệu trưởng (cô Lê Thị B)", "2. Phó Hiệu trưởng phụ trách nề nếp", "3. Kế toán")
    found = kinds_of("V. MỖI NGƯỜI MỘT PHẦN", *(part for post in posts for part in (post, f"- {SENTENCE}")))
    assert set(found.values()) == {("tasks",)}


def test_a_heading_that_says_nothing_over_a_unit_and_a_thing_says_nothing() -> None:
    found = kinds_of("V. MỖI NƠI MỘT PHẦN", "1. Sở Xây dựng", f"- {SENTENCE}", "2. Bến đò", f"- {SENTENCE}")
    assert found["V"] == ("other",)


@pytest.mark.parametrize(
    ("above", "heading", "kinds"),
    [
        ("TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG", "Hình thức", ("rewards",)),
        ("TIÊU CHUẨN, HÌNH THỨC, SỐ LƯỢNG KHEN THƯỞNG", "Hình thức, số lượng", ("rewards",)),
        ("ĐỐI TƯỢNG, THỜI GIAN, HÌNH THỨC KIỂM TRA", "Hình thức", ("scope", "schedule")),
        ("TIÊU CHUẨN VÀ KHEN THƯỞNG", "Tập thể", ("criteria", "rewards")),
        ("CHỦ ĐỀ - HÌNH THỨC – THỂ LỆ", "Hình thức thi", ("content",)),
        ("NỘI DUNG, CHỈ TIÊU", "Nội dung 2: Làm đường", ("content", "targets")),
        ("MỤC TIÊU, CHỈ TIÊU", "Mục tiêu 2: Làm đường", ("objectives",)),
        ("NỘI DUNG THI VÀ CÁCH CHẤM ĐIỂM", "Phần thi nấu cỗ (40 điểm)", ("content", "criteria")),
        ("NỘI DUNG", "Bồi dưỡng cho từng đối tượng", ("content",)),
        ("NỘI DUNG", "Thi đua hoàn thành tốt nhiệm vụ thu cước", ("content",)),
    ],
)
def test_a_heading_that_repeats_a_part_of_its_parents_has_the_kinds_of_that_part(
    above: str, heading: str, kinds: tuple[str, ...]
) -> None:
    assert kinds_of(f"IV. {above}", f"1. {heading}", f"- {SENTENCE}", f"- {SENTENCE}")["IV.1"] == kinds


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Hình thức", ("content",)),
        ("Thành lập Ban Tổ chức, Ban Giám khảo", ("organization",)),
        ("Danh hiệu thi đua", ("rewards",)),
        ("Tăng cường quản lý đê điều", ("tasks",)),
        ("Cơ cấu giải", ("rewards",)),
        ("Quy định chung", ("other",)),
    ],
)
def test_where_nothing_else_tells_the_first_words_suggest_a_kind(heading: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(f"1. {heading}", f"- {SENTENCE}")["1"] == kinds
    assert kinds_of("IV. TỔ CHỨC THỰC HIỆN", f"1. {heading}", f"- {SENTENCE}")["IV.1"] == ("organization",)


def test_what_was_suggests_no_tasks() -> None:
    found = kinds_of("I. ĐẶC ĐIỂM TÌNH HÌNH", "1. Công tác thủy lợi", f"- {SENTENCE}")
    assert found["I.1"] == ("other",)


def test_a_table_of_units_makes_tasks_where_nothing_else_tells() -> None:
    found = kinds_of("I. DANH MỤC", Row("TT | Việc | Đơn vị chủ trì", "header"), Row("1 | Họp | Xã A"))
    assert found["I"] == ("tasks",)


def test_a_list_of_scores_makes_criteria_where_nothing_else_tells() -> None:
    assert kinds_of("I. PHẦN VIỆC", "1. Giữ đèn: 60 điểm", "2. Giữ phao: 40 điểm")["I"] == ("criteria",)


def test_unknown_is_other() -> None:
    assert kinds_of("I. LỜI NGỎ", SENTENCE)["I"] == ("other",)


def test_who_is_asked_to_act_has_tasks_below() -> None:
    assert kinds_of(
        "1. Giao Sở Công Thương", f"- {SENTENCE}", "2. Đề nghị Liên đoàn Lao động tỉnh", f"- {SENTENCE}"
    ) == {
        "1": ("tasks",),
        "2": ("tasks",),
    }


def test_among_units_the_one_without_a_known_name_is_a_unit_too() -> None:
    body = "\n".join(
        (
            "1. Sở Xây dựng", f"- {SENTENCE}",
            "2. Vụ Pháp chế", f"- {SENTENCE}",
            "3. Tổ chức pháp chế của các doanh nghiệp", f"- {SENTENCE}",
            "4. Sở Tài chính", f"- {SENTENCE}",
        )
    )  # fmt: skip
    made = document(*body.split("\n"))
    found = {node.path: node.kinds for node in sections(made, load()).nodes if node.role == "section"}
    assert found == {"1": ("tasks",), "2": ("tasks",), "3": ("tasks",), "4": ("tasks",)}


ANNEXES = [
    ("PHỤ LỤC I\nBẢNG CHẤM ĐIỂM CÁC TỔ TÀU", {"annex", "criteria"}),
    ("PHỤ LỤC II\nMẪU ĐĂNG KÝ DANH HIỆU VÀ HÌNH THỨC KHEN THƯỞNG", {"annex"}),
    ("PHỤ LỤC III\nSƠ ĐỒ NHÀ GA", {"annex"}),
]


@pytest.mark.parametrize(("title", "kinds"), ANNEXES)
def test_an_annex_is_on_what_its_title_names_unless_it_is_a_form(title: str, kinds: set[str]) -> None:
    plan = written(
        "I. MỤC ĐÍCH\n1. Tàu chạy đúng giờ.",
        after=f"\n{title}\nTT | Nội dung | Ghi chú\n1 | Sạch sẽ |\n2 | Đúng giờ |\n",
    )
    (annex,) = [node for node in plan.outline.nodes if node.role == "section" and "annex" in node.kinds]
    assert set(annex.kinds) == kinds


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("PHƯƠNG ÁN TRIỂN KHAI", ("content",)),
        ("Lịch công việc", ("schedule",)),
        ("Thi đua hoàn thành vượt mức các chỉ tiêu được giao", ()),
        (
            "Về chức năng, nhiệm vụ của các tổ gác ghi, tiêu chí thi đua, hình thức khen thưởng",
            ("tasks", "criteria", "rewards"),
        ),
    ],
)
def test_goals_to_be_fulfilled_and_lists_of_things(heading: str, kinds: tuple[str, ...]) -> None:
    assert named(heading, load()["headings"]) == kinds


def test_a_part_goes_on_with_what_its_first_words_suggest() -> None:
    tree = sections(
        document(
            "II. NỘI DUNG, HÌNH THỨC, THỜI GIAN", "1. Hình thức", f"- {SENTENCE}", "2. Thời gian", f"- {SENTENCE}"
        ),
        load(),
    )
    assert [node.kinds for node in tree.nodes if node.role == "section"][1:] == [("content",), ("schedule",)]


def test_a_scored_part_under_a_part_of_everything_is_on_criteria() -> None:
    tree = sections(
        document("A. KẾ HOẠCH", "I. CHỈ TIÊU", f"- {SENTENCE}", "II. THANG ĐIỂM (100 điểm)", f"- {SENTENCE}"), load()
    )
    assert [node.kinds for node in tree.nodes if node.path == "A.II"] == [("criteria",)]
