"""Titles and forms of reward with grantor, count and recipient."""

from __future__ import annotations

import pytest

from kehoach.extract.rewards import rewards
from tests.extract.written import bare, written

Row = tuple[str, str | None, int | None, str | None]

ROWS: list[tuple[str, list[Row]]] = [
    ("- Tập thể Sở đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba.", [("Huân chương Lao động hạng Ba", "Chủ tịch nước", None, "Tập thể Sở")]),
    ("- 03 cá nhân được Bộ Xây dựng tặng Bằng khen.", [("Bằng khen", "Bộ Xây dựng", 3, "cá nhân")]),
    ("- Ít nhất 15% viên chức đạt danh hiệu Chiến sĩ thi đua cơ sở.", [("Chiến sĩ thi đua cơ sở", None, None, "viên chức")]),
    ("- Giấy khen của Giám đốc Sở: 02 tập thể, 05 cá nhân.", [("Giấy khen", "Giám đốc Sở", 2, "tập thể"), ("Giấy khen", "Giám đốc Sở", 5, "cá nhân")]),
    ("- Cờ “Ghe về đích sớm” và 5 triệu đồng: 02 bến.", [("Cờ “Ghe về đích sớm”", None, 2, "bến")]),
    ("- Chào cờ “Tổ quốc” đầu tuần.", []),
    ("- Thuyền văn hóa đạt 60%.", []),
    ("- Bến đứng đầu được UBND tỉnh tặng Bằng khen kèm công trình phúc lợi.", [("Bằng khen", "Ủy ban nhân dân tỉnh", None, "Bến đứng đầu"), ("công trình phúc lợi", "Ủy ban nhân dân tỉnh", None, "Bến đứng đầu")]),
    ("- Xây dựng công trình phúc lợi tại bến.", []),
    ("- Xét chọn 10 tập thể, 25 hộ để UBND huyện tặng Giấy khen.", [("Giấy khen", "Ủy ban nhân dân huyện", 10, "tập thể"), ("Giấy khen", "Ủy ban nhân dân huyện", 25, "hộ")]),
    ("- Chọn 12 sinh viên 5 tốt.", [("sinh viên 5 tốt", None, 12, None)]),
    ("- Ấp văn hóa: từ 80% trở lên.", [("Ấp văn hóa", None, None, None)]),
    ("- Làng văn hóa sửa 03 nhà.", []),
    ("- Thợ máy được đề nghị danh hiệu Lao động giỏi và đi nghỉ.", [("Lao động giỏi", None, None, "Thợ máy")]),
    ("- Xây dựng bộ tiêu chí công nhận “Gia đình số”.", []),
    ("- Kết quả phong trào là một căn cứ để xét Tập thể lao động xuất sắc.", [("Tập thể lao động xuất sắc", None, None, None)]),
    ("- Hưởng ứng phong trào xây dựng tập thể lao động xuất sắc.", []),
    ("- Trao 01 giải Nhất, 02 giải Nhì.", [("giải Nhất", None, 1, None), ("giải Nhì", None, 2, None)]),
    ("- Đội đứng đầu được Sở Y tế tặng 01 Cờ thi đua.", [("Cờ thi đua", "Sở Y tế", 1, "Đội đứng đầu")]),
    ("- Huân chương Độc lập hạng Nhì, Ba.", [("Huân chương Độc lập hạng Nhì", None, None, None), ("Huân chương Độc lập hạng Ba", None, None, None)]),
    ("- Công đoàn Sở xếp loại Công đoàn cơ sở vững mạnh.", [("Công đoàn cơ sở vững mạnh", None, None, "Công đoàn Sở")]),
    ("- Chọn tập thể, cá nhân tiêu biểu để đề nghị Thủ tướng Chính phủ tặng Bằng khen.", [("Bằng khen", "Thủ tướng Chính phủ", None, "tập thể, cá nhân tiêu biểu")]),
    ("- Hội Nông dân tỉnh xét tặng Bằng khen cho 04 tập thể.", [("Bằng khen", "Hội Nông dân tỉnh", 4, "tập thể")]),
    ("- Tặng Giấy khen của Chủ tịch Hội cho không quá 12 chi hội, 25 hội viên, 03 hộ trồng rừng giỏi.",
     [("Giấy khen", "Chủ tịch Hội", 12, "chi hội"), ("Giấy khen", "Chủ tịch Hội", 25, "hội viên"), ("Giấy khen", "Chủ tịch Hội", 3, "hộ trồng rừng giỏi")]),
    ("- Chọn 01 chi đoàn, 04 đoàn viên xuất sắc đề nghị Huyện đoàn tặng Giấy khen.",
     [("Giấy khen", "Huyện đoàn", 1, "chi đoàn"), ("Giấy khen", "Huyện đoàn", 4, "đoàn viên xuất sắc")]),
    ("- Đề nghị Ủy ban nhân dân tỉnh tặng Cờ cho phường dẫn đầu.", [("Cờ", "Ủy ban nhân dân tỉnh", None, "phường dẫn đầu")]),
    ("- Công nhân có cải tiến được tặng Bằng Lao động sáng tạo.", [("Bằng Lao động sáng tạo", None, None, "Công nhân có cải tiến")]),
    ("- Học sinh được bình chọn nhận danh hiệu “Bông sen nhỏ”.", [("Bông sen nhỏ", None, None, "Học sinh")]),
    ("- Mỗi bến suy tôn 01 tổ lái đề nghị tặng Cờ thi đua, 02 tổ tặng Bằng khen của Giám đốc Sở.",
     [("Cờ thi đua", None, 1, "tổ lái"), ("Bằng khen", "Giám đốc Sở", 2, "tổ")]),
    ("- Cuối năm: Hội Nông dân tỉnh tặng 02 Cờ thi đua chuyên đề, 03 Cờ truyền thống.",
     [("Cờ thi đua chuyên đề", "Hội Nông dân tỉnh", 2, None)]),
    ("- Giấy khen của Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh: mỗi khối 02 tập thể.",
     [("Giấy khen", "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", 2, "tập thể")]),
    ("- Không quá 15% tổng số “Lao động tiên tiến” được nâng lương.", []),
    ("- Đối với tổ lái: tặng Giấy khen.", [("Giấy khen", None, None, "tổ lái")]),
    ("- Đề nghị UBND tỉnh tặng Cờ thi đua, Bộ trưởng Bộ Xây dựng tặng Bằng khen.",
     [("Cờ thi đua", "Ủy ban nhân dân tỉnh", None, None), ("Bằng khen", "Bộ trưởng Bộ Xây dựng", None, None)]),
    ("- Số lượng Cờ thi đua, Bằng khen chia theo khối.", []),
    ("- Bến nhất được tặng 02 Cờ thi đua của UBND tỉnh và 03 Giấy khen của Giám đốc Sở.",
     [("Cờ thi đua", "Ủy ban nhân dân tỉnh", 2, "Bến nhất"), ("Giấy khen", "Giám đốc Sở", 3, "Bến nhất")]),
    ("- 10 - 12% quân số đạt “Chiến sĩ thi đua cơ sở”.", [("Chiến sĩ thi đua cơ sở", None, None, "quân số")]),
    ("- Treo cờ Tổ quốc tại 12 cơ quan.", []),
    ("- Giải Nhất: 01 giải, Giải Nhì: 02 đội.", [("Giải Nhất", None, None, None), ("Giải Nhì", None, 2, "đội")]),
    ("- Trao giấy chứng nhận cho 12 em.", [("giấy chứng nhận", None, 12, "em")]),
    ("- Liên đội: Liên đội mạnh cấp tỉnh.", [("Liên đội mạnh cấp tỉnh", None, None, "Liên đội")]),
    ("- Huy hiệu “Tay lái vàng”: 02 bác tài.", [("Huy hiệu “Tay lái vàng”", None, 2, "bác tài")]),
    ("- Đoàn viên đạt danh hiệu hai giỏi.", [("hai giỏi", None, None, "Đoàn viên")]),
    ("- Cấp giấy chứng nhận quyền sử dụng đất.", []),
    ("- Tặng quà các Bà mẹ Việt Nam anh hùng trong xã.", []),
    ("- Năm học trước trường có 30 Lao động tiên tiến.", []),
    ("- Ga đã được tặng Cờ thi đua hai lần.", []),
    ("- Không quá 15% số Lao động tiên tiến được nâng lương.", []),
    ("- Tặng Giấy khen của Cục trưởng cho không quá 04 ga (trong đó 01 ga xép), 09 cá nhân và 02 tổ, trạm.",
     [("Giấy khen", "Cục trưởng", 4, "ga"), ("Giấy khen", "Cục trưởng", 9, "cá nhân"), ("Giấy khen", "Cục trưởng", 2, "tổ, trạm")]),
    ("- Sơ kết khen 06 tập thể, 11 cá nhân bằng Giấy khen của Giám đốc Sở.",
     [("Giấy khen", "Giám đốc Sở", 6, "tập thể"), ("Giấy khen", "Giám đốc Sở", 11, "cá nhân")]),
    ("- Bằng khen của Cục trưởng tặng 12 ga, 30 thợ máy.", [("Bằng khen", "Cục trưởng", 12, "ga"), ("Bằng khen", "Cục trưởng", 30, "thợ máy")]),
    ("- Chọn trong số đó 03 trạm, 05 cá nhân đề nghị Bộ Xây dựng tặng Bằng khen.",
     [("Bằng khen", "Bộ Xây dựng", 3, "trạm"), ("Bằng khen", "Bộ Xây dựng", 5, "cá nhân")]),
    ("- Cảng vụ tặng Giấy khen cho 08 kho, bến bãi, 40 thuyền viên.", [("Giấy khen", None, 8, "kho, bến bãi"), ("Giấy khen", None, 40, "thuyền viên")]),
    ("- Đề nghị Chính phủ tặng Cờ thi đua của Chính phủ cho 01 cảng.", [("Cờ thi đua", "Chính phủ", 1, "cảng")]),
    ("- Xét tặng Kỷ niệm chương “Người giữ đèn biển” cho 12 thợ đèn.", [("Kỷ niệm chương “Người giữ đèn biển”", None, 12, "thợ đèn")]),
    ("- 65% gia đình, 50% dòng họ được công nhận lần lượt là “Gia đình hiếu học”, “Dòng họ hiếu học”.",
     [("Gia đình hiếu học", None, None, "gia đình"), ("Dòng họ hiếu học", None, None, "dòng họ")]),
    ("- Phấn đấu 02 xã được công nhận “Xã học tập”.", [("Xã học tập", None, 2, "xã")]),
    ("- Tặng Cờ thi đua, Bằng khen của Bộ trưởng Bộ Xây dựng đối với các đơn vị giữ đèn.",
     [("Cờ thi đua", "Bộ trưởng Bộ Xây dựng", None, "các đơn vị giữ đèn"), ("Bằng khen", "Bộ trưởng Bộ Xây dựng", None, "các đơn vị giữ đèn")]),
    ("- Riêng Cụm các trạm đảo được đề nghị 08 Cờ thi đua (mỗi trạm: 02 và 01 Bằng khen).",
     [("Cờ thi đua", None, 8, "Cụm các trạm đảo"), ("Bằng khen", None, 1, "Cụm các trạm đảo")]),
    ("- Giấy khen Giám đốc Sở; bằng khen cấp bộ, cấp tỉnh.",
     [("Giấy khen", "Giám đốc Sở", None, None), ("bằng khen", "cấp bộ, cấp tỉnh", None, None)]),
    ("- Hạt trưởng tặng Giấy khen và thưởng 500.000 đồng cho 03 tổ tuần, 300.000 đồng cho 07 kiểm lâm viên.",
     [("Giấy khen", "Hạt trưởng", 3, "tổ tuần"), ("Giấy khen", "Hạt trưởng", 7, "kiểm lâm viên")]),
    ("- Khối bình chọn 01 bến nhất đề nghị tặng Cờ thi đua của Bộ Xây dựng, 02 bến nhì đề nghị Bằng khen của UBND tỉnh.",
     [("Cờ thi đua", "Bộ Xây dựng", 1, "bến nhất"), ("Bằng khen", "Ủy ban nhân dân tỉnh", 2, "bến nhì")]),
    ("- Chọn 30% đề nghị Liên đoàn Lao động tỉnh tặng Bằng khen.", [("Bằng khen", "Liên đoàn Lao động tỉnh", None, None)]),
    ("- Đề nghị Sở Nông nghiệp và PTNT tặng Giấy khen cho 02 hạt.", [("Giấy khen", "Sở Nông nghiệp và Phát triển nông thôn", 2, "hạt")]),
    ("- Giấy khen của Hiệu trưởng: 10 nhân viên.", [("Giấy khen", "Hiệu trưởng", 10, "nhân viên")]),
    ("- Toàn luồng có từ 05 đến 08 thợ đèn được Cục Đường thủy tặng Bằng khen.", [("Bằng khen", "Cục Đường thủy", 8, "thợ đèn")]),
    ("- Lao động tiên tiến: 90% thợ đèn trở lên; Chiến sĩ thi đua cơ sở: không quá 15% số người đạt.",
     [("Lao động tiên tiến", None, None, "thợ đèn"), ("Chiến sĩ thi đua cơ sở", None, None, None)]),
    ("- Có từ 85% trở lên hạt và trạm đạt danh hiệu Đơn vị tiên tiến.", [("Đơn vị tiên tiến", None, None, "hạt và trạm")]),
    ("- Hằng năm: Giám đốc Hạt phao tặng Giấy khen 02 trạm.", [("Giấy khen", "Giám đốc Hạt phao", 2, "trạm")]),
    ("- Trạm có số điểm cao nhất (đạt từ 95 điểm trở lên) được đề nghị tặng “Cờ thi đua của Bộ Xây dựng”.",
     [("Cờ thi đua", "Bộ Xây dựng", None, "Trạm có số điểm cao nhất")]),
    ("- Sơ kết (2031), tổng kết (2035): đề nghị Cục Đường thủy tặng Giấy khen.", [("Giấy khen", "Cục Đường thủy", None, None)]),
    ("- Cục Đường thủy tặng Giấy khen cho không quá 20% tổ chức Hội giữ luồng.", [("Giấy khen", "Cục Đường thủy", None, "tổ chức Hội giữ luồng")]),
    ("- Giấy khen của Cục trưởng: tặng tập thể giữ phao tốt.", [("Giấy khen", "Cục trưởng", None, "tập thể giữ phao tốt")]),
    ("- Cục trưởng tặng Giấy khen: 10 hạt; 15 trạm thuộc khối đèn; 50 cá nhân.",
     [("Giấy khen", "Cục trưởng", 10, "hạt"), ("Giấy khen", "Cục trưởng", 15, "trạm thuộc khối đèn"), ("Giấy khen", "Cục trưởng", 50, "cá nhân")]),
    ("- Tặng Giấy khen: 03 trạm; 02 hạt được đề nghị tặng Bằng khen.", [("Giấy khen", None, 3, "trạm"), ("Bằng khen", None, 2, "hạt")]),
    ("- Thợ đèn phải đạt Lao động tiên tiến.", [("Lao động tiên tiến", None, None, "Thợ đèn")]),
    ("- Lưu ý: vẫn xét Lao động tiên tiến.", [("Lao động tiên tiến", None, None, None)]),
    ("- Cơ cấu giải: 01 giải Nhất.", [("giải Nhất", None, 1, None)]),
    ("- Căn cứ kết quả thi được tặng Giấy khen.", [("Giấy khen", None, None, None)]),
    ("- Tập thể: 01 Cờ thi đua; cá nhân: 05 Bằng khen.", [("Cờ thi đua", None, 1, "Tập thể"), ("Bằng khen", None, 5, "cá nhân")]),
    ("- Hồ sơ đề nghị tặng Bằng khen gửi trước ngày 05/10.", []),
    ("- Chấp hành quy định an toàn về an ninh trật tự.", []),
    ("- Hưởng ứng phong trào xây dựng gia đình văn hóa.", []),
    ("- Bồi dưỡng học sinh giỏi, thi giáo viên giỏi.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(text: str, rows: list[Row]) -> None:
    plan = bare(text)
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [(r.form, r.level, r.count, r.recipient) for r in found] == rows


def test_what_was_won_before_is_no_goal() -> None:
    plan = written("I. ĐẶC ĐIỂM TÌNH HÌNH\n1. Năm trước được tặng Cờ thi đua.\nII. CHỈ TIÊU\n1. Giữ vững Cờ thi đua.")
    assert [r.path for r in rewards(plan.document, plan.outline, plan.rules)] == ["II.1"]


def test_counts_in_the_cells_behind_a_form() -> None:
    plan = written(
        "I. KHEN THƯỞNG\nHình thức | Sơ kết | Tổng kết\nBằng khen của Bộ trưởng | 02 trường, 06 giáo viên | 09 học sinh\n"
        "Giấy khen | không | 05 lớp"
    )
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [(r.form, r.count, r.recipient) for r in found] == [
        ("Bằng khen", 2, "trường"),
        ("Bằng khen", 6, "giáo viên"),
        ("Bằng khen", 9, "học sinh"),
        ("Giấy khen", 5, "lớp"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Giám đốc Cảng tặng Giấy khen cho 01 đội dẫn đầu và không quá 05 thủy thủ.",
            [("Giấy khen", 1, "đội dẫn đầu"), ("Giấy khen", 5, "thủy thủ")],
        ),
        (
            "- Dự kiến 10 tập thể, 20 cá nhân được Ban Giám hiệu tặng Giấy khen.",
            [("Giấy khen", 10, "tập thể"), ("Giấy khen", 20, "cá nhân")],
        ),
        (
            "- Trưởng ga tặng Giấy khen và thưởng 03 tổ, 20 công nhân; Giám đốc Công ty tặng Bằng khen 02 tổ.",
            [("Giấy khen", 3, "tổ"), ("Giấy khen", 20, "công nhân"), ("Bằng khen", 2, "tổ")],
        ),
    ],
)
def test_each_count_is_a_reward_of_its_own(text: str, expected: list[tuple[str, int, str]]) -> None:
    plan = bare(text)
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [(one.form, one.count, one.recipient) for one in found] == expected


def test_a_heading_gives_its_form_to_the_list_below() -> None:
    plan = written(
        "IV. KHEN THƯỞNG\n1. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh\na) Cấp tỉnh\n- Đội cứu hộ: Không quá 05 cá nhân.\n"
        "- Mỗi bến đề nghị không quá 01 tập thể, 03 cá nhân.\nb) Hồ sơ gồm 02 bản."
    )
    level = "Chủ tịch Ủy ban nhân dân tỉnh"
    assert [
        (r.path, r.form, r.level, r.count, r.recipient) for r in rewards(plan.document, plan.outline, plan.rules)
    ] == [
        ("IV.1.a.-1", "Bằng khen", level, 5, "cá nhân"),
        ("IV.1.a.-2", "Bằng khen", level, 1, "tập thể"),
        ("IV.1.a.-2", "Bằng khen", level, 3, "cá nhân"),
    ]


def test_what_stands_below_a_form_tells_of_it() -> None:
    plan = written(
        "II. KHEN THƯỞNG\n1. Danh hiệu Lao động tiên tiến\na) Thợ chính.\nb) Tiêu chuẩn: chọn để xét danh hiệu Lao động tiên tiến.\n"
        "2. Giấy khen của Trưởng ga."
    )
    assert [(r.path, r.form) for r in rewards(plan.document, plan.outline, plan.rules)] == [
        ("II.1", "Lao động tiên tiến"),
        ("II.2", "Giấy khen"),
    ]


FORMS = [
    ("Giám đốc Cảng tặng Giấy khen (04 tập thể, 12 cá nhân).", [("Giấy khen", 4, "tập thể"), ("Giấy khen", 12, "cá nhân")]),
    (
        "Cụm bầu: 01 đơn vị đề nghị tỉnh tặng Cờ thi đua, 03 đơn vị đề nghị Giám đốc Sở tặng Giấy khen.",
        [("Cờ thi đua", 1, "đơn vị"), ("Giấy khen", 3, "đơn vị")],
    ),
    ("Thưởng giải nhất 7 triệu đồng, giải nhì 4.000.000đ cho các bến phà.", [("giải nhất", None, None), ("giải nhì", None, None)]),
    ("Đội có học sinh đạt giải nhất được cộng 10đ.", []),
    ("LĐTT 250.000đ; CSTĐ cơ sở: 600.000 đồng.", []),
    ("- Công đoàn: vững mạnh xuất sắc; Chi đoàn đạt “Vững mạnh”.", [("vững mạnh xuất sắc", None, None), ("Vững mạnh", None, "Chi đoàn")]),
    ("- Xây dựng công đoàn vững mạnh trong toàn cảng.", []),
    ("- Công đoàn cơ sở vững mạnh xuất sắc.", [("Công đoàn cơ sở vững mạnh xuất sắc", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FORMS)
def test_prizes_counts_in_brackets_and_classes_by_their_label(
    text: str, found: list[tuple[str, int | None, str | None]]
) -> None:
    plan = bare(text)
    made = rewards(plan.document, plan.outline, plan.rules)
    assert [(r.form, r.count, r.recipient) for r in made] == found


def test_years_before_the_plan_set_no_goals() -> None:
    plan = written("I. NỘI DUNG\n1. Năm 2021, ga có 02 tổ được tặng Cờ thi đua.\n2. Năm 2022, 01 tổ đạt Cờ thi đua.")
    assert [r.path for r in rewards(plan.document, plan.outline, plan.rules)] == ["I.2"]


def test_flags_in_short() -> None:
    plan = written("I. KHEN THƯỞNG\n1. Đề nghị tỉnh tặng Cờ thi đua.\n2. Mỗi ga được xét 02 Cờ và 01 Bằng khen.")
    forms = [(r.form, r.path) for r in rewards(plan.document, plan.outline, plan.rules)]
    assert forms == [("Cờ thi đua", "I.1"), ("Cờ thi đua", "I.2"), ("Bằng khen", "I.2")]


def test_columns_tell_who_gets_how_many() -> None:
    plan = written(
        "I. KHEN THƯỞNG\nTT | Hình thức | Số tập thể | Số cá nhân\n1 | Bằng khen | 03 | 10\n2 | Giấy khen | 0 | 25\n"
    )
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [(r.form, r.count, r.recipient) for r in found] == [
        ("Bằng khen", 3, "tập thể"), ("Bằng khen", 10, "cá nhân"), ("Giấy khen", 25, "cá nhân"),
    ]  # fmt: skip


def test_titles_that_standards_for_another_ask_for_are_not_granted() -> None:
    plan = written(
        "I. TIÊU CHUẨN\n1. Danh hiệu “Chiến sĩ thi đua cơ sở”\n- Đạt danh hiệu “Lao động tiên tiến”;\n- Có sáng kiến.\n"
        "2. “Đơn vị quyết thắng”: có ít nhất 60% Chiến sĩ tiên tiến."
    )
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [r.form for r in found] == ["Chiến sĩ thi đua cơ sở", "Đơn vị quyết thắng"]


def test_a_title_that_a_form_asks_for_is_not_granted() -> None:
    plan = written(
        "I. KHEN THƯỞNG\n1. Giấy khen của Giám đốc Sở\na) Đối với tập thể: Đạt danh hiệu “Tập thể Lao động tiên tiến”.\n"
        "b) Đối với cá nhân: 02 năm liên tục đạt danh hiệu “Lao động tiên tiến”.\n2. Lao động tiên tiến: không quá 50%."
    )
    found = rewards(plan.document, plan.outline, plan.rules)
    assert [(r.form, r.path) for r in found] == [("Giấy khen", "I.1"), ("Lao động tiên tiến", "I.2")]
