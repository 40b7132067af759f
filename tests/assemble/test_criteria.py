"""Criteria resolved to the contents that they score."""

from __future__ import annotations

from kehoach.assemble.criteria import criteria as resolved
from kehoach.extract.criteria import criteria
from tests.extract.written import written

CONTENTS = (
    "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nTạo khí thế.\n2. Yêu cầu\nThiết thực.\n"
    "II. NỘI DUNG THI ĐUA\n1. Giữ gìn trụ sở sạch đẹp, an toàn.\n2. Hoàn thành nhiệm vụ đúng thời hạn.\n"
)


def paths(body: str) -> list[str | None]:
    plan = written(body)
    mentions = criteria(plan.document, plan.outline, plan.rules)
    return [c.refers_to for c in resolved(mentions, plan.document, plan.outline)]


def test_a_right_pointer_is_followed() -> None:
    assert paths(CONTENTS + "III. TIÊU CHÍ\n1. Nội dung tại khoản 2, Mục II là 60 điểm") == ["II.2"]


def test_a_pointer_at_the_wrong_section_is_read_in_substance() -> None:
    body = (
        CONTENTS + "III. TIÊU CHÍ\n1. Nội dung tại khoản 1, Mục I là 40 điểm\n2. Nội dung tại khoản 2, Mục I là 60 điểm"
    )
    assert paths(body) == ["II.1", "II.2"]


def test_a_number_told_twice_is_left_out_once() -> None:
    contents = (
        "1. YÊU CẦU\n1.1. Thiết thực, tiết kiệm.\n2. NỘI DUNG\n2.1. Quét sân bến.\n2.2. Sơn lại cột mốc.\n3. TIÊU CHÍ\n"
    )
    pointers = "3.1. Phần việc ở khoản 2.1 Mục 2: 40 điểm\n3.2. Phần việc ở khoản 2.2 Mục 2: 60 điểm"
    assert paths(contents + pointers) == ["2.1", "2.2"]


def test_a_pointer_to_nowhere_stays_open() -> None:
    assert paths("I. TIÊU CHÍ\n1. Nội dung tại khoản 7, Mục IV là 40 điểm") == [None]


def test_criteria_that_repeat_the_contents() -> None:
    body = CONTENTS + (
        "III. TIÊU CHUẨN THI ĐUA\n1. Giữ gìn trụ sở luôn sạch đẹp, an toàn cháy nổ.\n"
        "2. Hoàn thành nhiệm vụ đúng thời hạn, chất lượng."
    )
    assert paths(body) == ["II.1", "II.2"]


def test_other_criteria_refer_to_nothing() -> None:
    body = CONTENTS + "III. TIÊU CHUẨN THI ĐUA\n1. Đoàn kết nội bộ, giúp đỡ nhau.\n2. Tham gia thể thao cuối tuần."
    assert paths(body) == [None, None]


def test_scored_groups_that_repeat_the_headings_of_the_contents() -> None:
    body = (
        "I. NỘI DUNG THI ĐUA\n1. Thi đua sản xuất, kinh doanh\n- Tăng năng suất.\n2. Thi đua giữ gìn an ninh trật tự\n- Trực gác.\n"
        "3. Hoạt động xã hội của đơn vị\n- Ủng hộ.\n"
        "II. THANG ĐIỂM\n1. Sản xuất, kinh doanh: 60 điểm\n- Đạt sản lượng (60 điểm)\n2. Giữ gìn an ninh trật tự: 20 điểm\n- Không mất trộm (20 điểm)\n"
        "3. Tham gia hoạt động xã hội: 20 điểm\n- Ủng hộ đủ (20 điểm)\n4. Điểm cộng\n- Có sáng kiến: cộng 02 điểm"
    )  # fmt: skip
    assert [p for p in paths(body) if p] == ["I.1", "I.2", "I.3"]


def test_rows_of_a_scoring_table_that_take_up_headings() -> None:
    body = (
        "I. NỘI DUNG THI ĐUA\n1. Phục vụ hành khách\n- Đúng giờ tàu.\n2. Về giữ gìn vệ sinh toa xe\n- Lau sàn mỗi ca.\n"
        "II. THANG ĐIỂM\nSTT | Tiêu chí | Điểm tối đa\n1 | Phục vụ hành khách | 60\n2 | Giữ gìn vệ sinh toa xe | 30\n3 | Đúng giờ tàu | 10"
    )
    assert paths(body) == ["I.1", "I.2", None]


def test_a_pointer_whose_noun_contradicts_its_label() -> None:
    body = (
        "I. MỤC TIÊU\n1. Thu ngân sách vượt 5%.\nII. NHIỆM VỤ VÀ PHÂN CÔNG\n1. Văn phòng rà soát hồ sơ.\n"
        "III. TIÊU CHÍ BÌNH XÉT\n- Hoàn thành các nhiệm vụ nêu tại Mục I;\n- Đạt các chỉ tiêu nêu tại Mục I."
    )
    assert paths(body) == ["II", "I"]


def test_a_criterion_that_takes_up_a_heading() -> None:
    body = (
        "I. MỤC TIÊU\n1. Mục tiêu chung\nVững mạnh.\n2. Mục tiêu cụ thể\n- Giảm 5% hộ nghèo.\n"
        "II. TIÊU CHUẨN THI ĐUA\n- Hoàn thành tất cả các mục tiêu cụ thể được giao;\n- Đoàn kết nội bộ, giúp đỡ nhau."
    )
    assert paths(body) == ["I.2", None]


def test_contents_named_by_their_number() -> None:
    body = CONTENTS + "III. TIÊU CHÍ CHẤM ĐIỂM\na) Thang điểm 100, gồm: Nội dung 1: 40 điểm; Nội dung 2: 60 điểm."
    assert paths(body) == ["II.1", "II.2"]


def test_rows_of_a_scoring_table_that_take_up_a_list_in_its_order() -> None:
    contents = (
        "II. NỘI DUNG GIAO ƯỚC\n1. Vận chuyển, bốc xếp: sản lượng tăng 5%.\n2. An toàn lao động: không tai nạn.\n"
        "3. Xây dựng tổ chức Đoàn, Hội: kết nạp đủ.\n"
    )
    rows = "TT | Nội dung | Điểm\n1 | Đạt chỉ tiêu vận chuyển, bốc xếp | 50\n2 | Giữ an toàn lao động | 30\n3 | Đoàn, Hội vững | 15\n4 | Văn nghệ | 5"
    assert paths(contents + "III. BẢNG CHẤM ĐIỂM\n" + rows) == ["II.1", "II.2", "II.3", None]
    others = "TT | Nội dung | Điểm\n1 | Đi học đều | 50\n2 | Mặc đẹp | 30\n3 | Hát hay | 20"
    assert paths(contents + "III. BẢNG CHẤM ĐIỂM\n" + others) == [None, None, None]


def test_a_pointer_at_a_point_that_is_not_there_means_the_one_that_is_left() -> None:
    body = (
        "I. NỘI DUNG THI ĐUA\n1. Giữ bến sạch\n- Quét bến.\n2. Chạy tàu đúng giờ\n- Đúng giờ.\n3. Tiết kiệm dầu máy\n- Khoán dầu.\n"
        "II. TIÊU CHÍ\n- Nội dung tại khoản 1 Mục I: 40 điểm;\n- Nội dung tại khoản 2 Mục I: 40 điểm;\n- Nội dung tại khoản 5 Mục I: 20 điểm."
    )
    assert paths(body) == ["I.1", "I.2", "I.3"]


def test_criteria_of_one_sentence_take_up_the_contents_one_by_one() -> None:
    body = (
        "I. NỘI DUNG THI ĐUA\n1. Giữ gìn bến bãi sạch đẹp\n- Quét bến.\n2. Chạy tàu đúng giờ, an toàn\n- Đúng giờ.\n"
        "II. CÁCH CHẤM ĐIỂM\nTổng số 100 điểm: giữ gìn bến bãi 60 điểm, chạy tàu đúng giờ 40 điểm."
    )
    assert paths(body) == ["I.1", "I.2"]
