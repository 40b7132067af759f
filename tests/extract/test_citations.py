"""Mentions of documents: numbers, types, dates, issuers and subjects around them; laws and names without numbers."""

from __future__ import annotations

import pytest

from kehoach.extract.citations import citations
from kehoach.model.plan import Citation
from kehoach.rules.load import load
from kehoach.segment import sections
from tests.extract.written import bare, written
from tests.paragraphs import P, document


def cited(text: str) -> list[Citation]:
    plan = bare(text)
    return [m.citation for m in citations(plan.document, plan.outline, plan.rules)]


NUMBERED: list[tuple[str, tuple[str | None, str, str | None, str | None]]] = [
    (
        "Thực hiện Chỉ thị số 30/CT-TTg ngày 05 tháng 9 năm 2022 của Thủ tướng Chính phủ về du lịch.",
        ("30/CT-TTg", "Chỉ thị", "2022-09-05", "Thủ tướng Chính phủ"),
    ),
    ("theo Công văn 881/BXD-VP, ngày 7/3/2022 của Bộ Xây dựng.", ("881/BXD-VP", "Công văn", "2022-03-07", "Bộ Xây dựng")),
    ("tại công văn số 881 BXD/VP ngày 7/3/2006.", ("881/BXD-VP", "Công văn", "2006-03-07", None)),
    ("theo Văn bản số 881/BXD-VP của Bộ Xây dựng.", ("881/BXD-VP", "Công văn", None, "Bộ Xây dựng")),
    ("theo Nghị quyết số 08-NQ/TW (khóa XII) về du lịch.", ("08-NQ/TW", "Nghị quyết", None, None)),
    ("theo Kế hoạch số 15/KH-UBND ngày ... tháng ... năm 2022 của UBND huyện.", ("15/KH-UBND", "Kế hoạch", "2022", "Ủy ban nhân dân huyện")),
    ("theo Luật số 15/2003/QH.11 ngày 26/11/2003.", ("15/2003/QH11", "Luật", "2003-11-26", None)),
    (
        "theo Chỉ thị liên tịch số 7/CTLT-TGĐ-CĐ ngày 01/02/2022.",
        ("7/CTLT-TGĐ-CĐ", "Chỉ thị liên tịch", "2022-02-01", None),
    ),
    (
        "theo Quyết định số 18/20302QĐ-UBND ngày 20/7/2030 của UBND huyện.",
        ("18/2030/QĐ-UBND", "Quyết định", "2030-07-20", "Ủy ban nhân dân huyện"),
    ),
    ("theo số 15/KH-UBND ngày 01/02/2022.", ("15/KH-UBND", "Kế hoạch", "2022-02-01", None)),
    (
        "theo Chỉ thị số 26-CT/TW của Bộ Chính trị vừa ký ngày 09/11/2023.",
        ("26-CT/TW", "Chỉ thị", "2023-11-09", "Bộ Chính trị"),
    ),
    ("theo Quyết định số 77/QĐ-KBNN của Tổng Giám đốc KBNN về việc giao chỉ tiêu.", ("77/QĐ-KBNN", "Quyết định", None, "Tổng Giám đốc KBNN")),
    ("theo Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022.", ("11/2022/QH15", "Luật", "2022-11-14", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), NUMBERED)
def test_numbered(text: str, row: tuple[str | None, str, str | None, str | None]) -> None:
    (found,) = cited(text)
    assert (found.number, found.type, found.issued_on, found.issuer) == row


def test_lists_of_numbers() -> None:
    assert [c.number for c in cited("theo các Thông tư 21, 22 và 23/2021/TT-BYT.")] == [
        "21/2021/TT-BYT", "22/2021/TT-BYT", "23/2021/TT-BYT",
    ]  # fmt: skip
    found = cited("theo các Thông tư: số 21/2021/TT-BYT quy định về thuốc; số 22/2021/TT-BYT quy định về giá.")
    assert [(c.type, c.number) for c in found] == [("Thông tư", "21/2021/TT-BYT"), ("Thông tư", "22/2021/TT-BYT")]


NAMED: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Dược các năm 2016, 2024.",
        [
            ("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Dược", "2016"),
            ("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Dược", "2024"),
        ],
    ),
    ("Phổ biến nội dung Luật và trách nhiệm thi hành; Luật bao gồm 05 chương.", []),
    ("Theo Bộ luật Hàng hải.", [("Bộ luật", "Bộ luật Hàng hải", None)]),
    ("Mời Luật sư tư vấn; tuyên truyền Hiến pháp và pháp luật.", []),
    ("Thực hiện Công ước về quyền trẻ em.", [("Công ước", "Công ước về quyền trẻ em", None)]),
    ("Thực hiện Chương trình phù hợp với chức năng, Kế hoạch khác có liên quan.", []),
    ("Thực hiện Luật Du lịch năm 2017 và các văn bản hướng dẫn.", [("Luật", "Luật Du lịch năm 2017", "2017")]),
    (
        "Thực hiện Luật Thực hành tiết kiệm, chống lãng phí.",
        [("Luật", "Luật Thực hành tiết kiệm, chống lãng phí", None)],
    ),
    (
        "Thực hiện Luật sửa đổi, bổ sung một số điều của Luật Dược ngày 21/11/2024.",
        [("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Dược", "2024-11-21")],
    ),
    (
        "Triển khai Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, Đại hội Đảng bộ huyện lần thứ XXV.",
        [
            ("Nghị quyết", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", None),
            ("Nghị quyết", "Nghị quyết Đại hội Đảng bộ huyện lần thứ XXV", None),
        ],
    ),
    ("Quán triệt Nghị quyết Đại hội XIII của Đảng.", [("Nghị quyết", "Nghị quyết Đại hội XIII của Đảng", None)]),
    ("Quán triệt Nghị quyết Trung ương 8 khóa XI.", [("Nghị quyết", "Nghị quyết Trung ương 8 khóa XI", None)]),
    ("Thực hiện tốt Quy chế phát ngôn của Sở; giữ gìn đoàn kết.", [("Quy chế", "Quy chế phát ngôn của Sở", None)]),
    (
        "Thực hiện Đề án “Mỗi bản một sản phẩm” trên địa bàn.",
        [("Đề án", "Đề án “Mỗi bản một sản phẩm”", None)],
    ),
    (
        "Căn cứ Nghị quyết Hội nghị cán bộ, công nhân ngày 05/01/2022, Công ty phát động thi đua.",
        [("Nghị quyết", "Nghị quyết Hội nghị cán bộ, công nhân", "2022-01-05")],
    ),
    (
        "Căn cứ Biên bản Hội nghị giao ban Cụm năm 2021 về việc phân công.",
        [("Biên bản", "Biên bản Hội nghị giao ban Cụm năm 2021", None)],
    ),
    (
        "Thực hiện Quy ước thôn văn hóa, Thỏa ước lao động tập thể.",
        [("Quy ước", "Quy ước thôn văn hóa", None), ("Thỏa ước", "Thỏa ước lao động tập thể", None)],
    ),
    (
        "Căn cứ Luật Khai thác, chế biến và bảo quản, vận chuyển nông sản ngày 24/6/2031;",
        [("Luật", "Luật Khai thác, chế biến và bảo quản, vận chuyển nông sản", "2031-06-24")],
    ),
    (
        "Theo Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ, các chợ có bể nước.",
        [("Luật", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ", None)],
    ),
    ("Tuyên truyền Luật Thể dục, thể thao, các môn bơi lội.", [("Luật", "Luật Thể dục, thể thao", None)]),
    ("Đưa Luật Thư viện vào cuộc sống.", [("Luật", "Luật Thư viện", None)]),
    (
        "Căn cứ Hướng dẫn chấm điểm các trạm đèn năm học 2030 – 2031 ngày 01/9/2030 của Phòng Hải đăng;",
        [("Hướng dẫn", "Hướng dẫn chấm điểm các trạm đèn năm học 2030 – 2031", "2030-09-01")],
    ),
    (
        "Theo Công văn của Sở Xây dựng ngày 12/3/2031 về việc sơn lại phao.",
        [("Công văn", "về việc sơn lại phao", "2031-03-12")],
    ),
    (
        "Căn cứ Nghị quyết Đại hội Chi bộ Trạm Mẫu nhiệm kỳ 2030-2035 ngày 02/3/2030;",
        [("Nghị quyết", "Nghị quyết Đại hội Chi bộ Trạm Mẫu nhiệm kỳ 2030-2035", "2030-03-02")],
    ),
    ("Thực hiện Kế hoạch sơn phao từ ngày 12/3/2031 của Trạm Mẫu.", []),
    ("Theo Kế hoạch 2021, từng bộ phận rà soát.", []),
    ("Thực hiện quy chế dân chủ, pháp luật về du lịch, kỷ luật lao động.", []),
    ("Các đơn vị xây dựng Kế hoạch phát triển du lịch của mình.", []),
    ("Hợp tác xã làm theo Kế hoạch đạt hiệu quả cao.", []),
    ("Các tổ quán triệt Chỉ thị sâu rộng, thực hiện Nghị quyết nghiêm túc.", []),
    ("Theo Kế hoạch này và Chương trình công tác này.", []),
    ("Thực hiện Nghị quyết Đại hội Đảng các cấp.", []),
]


@pytest.mark.parametrize(("text", "rows"), NAMED)
def test_named(text: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    assert [(c.type, c.title, c.issued_on) for c in cited(text)] == rows


def test_a_law_and_a_directive_side_by_side() -> None:
    found = cited("Thực hiện Luật Du lịch và Chỉ thị số 30/CT-TTg của Thủ tướng Chính phủ.")
    assert [(c.type, c.number or c.title) for c in found] == [("Luật", "Luật Du lịch"), ("Chỉ thị", "30/CT-TTg")]


def test_one_paper_of_two_bodies_is_two() -> None:
    found = cited("Thực hiện Chỉ thị của UBND tỉnh và Bộ Công an về việc phòng cháy trong mùa khô.")
    assert [(c.issuer, c.title) for c in found] == [
        ("Ủy ban nhân dân tỉnh", "về việc phòng cháy trong mùa khô"),
        ("Bộ Công an", "về việc phòng cháy trong mùa khô"),
    ]


def test_bare_numbers_are_short_forms() -> None:
    plan = bare("Theo tinh thần Chỉ thị 24, Kết luận 61 của Ban Thường vụ.")
    found = citations(plan.document, plan.outline, plan.rules)
    assert [(m.citation.type, m.citation.number, m.short) for m in found] == [
        ("Chỉ thị", "24", True),
        ("Kết luận", "61", True),
    ]


def test_a_plan_for_years_in_capitals_has_no_number() -> None:
    plan = bare("THỰC HIỆN KẾ HOẠCH 5 NĂM (2031 - 2035)")
    assert not citations(plan.document, plan.outline, plan.rules)


def test_lists_of_bare_numbers() -> None:
    plan = bare("Theo các Quy định số 37, 47 của Bộ Chính trị.")
    found = citations(plan.document, plan.outline, plan.rules)
    assert [(m.citation.number, m.citation.issuer) for m in found] == [("37", "Bộ Chính trị"), ("47", "Bộ Chính trị")]


RELATIONS = [
    ("Thực hiện Chỉ thị số 30/CT-TTg của Thủ tướng Chính phủ.", "implements"),
    ("Tuyên truyền Nghị định số 100/2019/NĐ-CP của Chính phủ.", "mentions"),
    ("Tiếp tục quán triệt và thực hiện Chỉ thị số 30/CT-TTg của Thủ tướng Chính phủ.", "implements"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relations(text: str, relation: str) -> None:
    (found,) = cited(text)
    assert found.relation == relation


def test_the_preamble_is_the_basis() -> None:
    plan = written(
        "Căn cứ Luật Du lịch ngày 19/6/2017; Nghị định số 168/2017/NĐ-CP ngày 31/12/2017 của Chính phủ;\n"
        "Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2022 của UBND tỉnh,\nSở xây dựng kế hoạch như sau:\n"
        "I. MỤC ĐÍCH\n1. Thu hút du khách."
    )
    found = citations(plan.document, plan.outline, plan.rules)
    assert [(m.citation.relation, m.citation.path) for m in found] == [
        ("basis", None),
        ("basis", None),
        ("implements", None),
    ]


def test_damage_keeps_its_print() -> None:
    (found,) = cited("theo Chỉ thị số 30-CT/W của Bộ Chính trị.")
    assert (found.number, found.number_printed) == ("30-CT/TW", "30-CT/W")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "- Thực hiện các Kế hoạch của UBND tỉnh Hà Nam: số 30/KH-UBND ngày 07/12/2021 về bến đò; số 32/KH-UBND ngày 10/12/2021 về đèn biển.",
            [("30/KH-UBND", "Kế hoạch", "2021-12-07", "Ủy ban nhân dân tỉnh Hà Nam"), ("32/KH-UBND", "Kế hoạch", "2021-12-10", "Ủy ban nhân dân tỉnh Hà Nam")],
        ),
        (
            "- Theo các Quyết định số 28/QĐ-SGT và số 32/QĐ-SGT ngày 05/7/2021 của Giám đốc Sở.",
            [("28/QĐ-SGT", "Quyết định", "2021-07-05", "Giám đốc Sở"), ("32/QĐ-SGT", "Quyết định", "2021-07-05", "Giám đốc Sở")],
        ),
        ("- Ngày 16/4/2021, Chính phủ ban hành Nghị quyết số 93/NQ-CP về bến đò.", [("93/NQ-CP", "Nghị quyết", "2021-04-16", "Chính phủ")]),
        ("- Luật Bến đò số 35/2021/QH15 được Quốc hội thông qua ngày 27/6/2021.", [("35/2021/QH15", "Luật", "2021-06-27", None)]),
        ("- Theo Văn bản số 145-TB/TU ngày 26/6/2021 của Tỉnh ủy đổi mới bến đò.", [("145-TB/TU", "Thông báo", "2021-06-26", "Tỉnh ủy")]),
        ("- Theo Văn bản số 07.3/ĐNC/BMLT ngày 02/8/2021 và Văn bản số 86/ĐNC ngày 09/8/2021.", [("07.3/ĐNC/BMLT", "Công văn", "2021-08-02", None), ("86/ĐNC", "Công văn", "2021-08-09", None)]),
        ("- Theo Quyết định số 86/QĐ-Tg ngày 18/7/2021.", [("86/QĐ-TTg", "Quyết định", "2021-07-18", None)]),
        ("- Theo Công văn số 21/BNN-TCTL ngày 03/7/2021 của Bộ Nông nghiệp & PTNT về bến đò.", [("21/BNN-TCTL", "Công văn", "2021-07-03", "Bộ Nông nghiệp và Phát triển nông thôn")]),
    ],
)  # fmt: skip
def test_parts_told_apart_from_the_number(text: str, rows: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(c.number, c.type, c.issued_on, c.issuer) for c in cited(text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "- Lập và triển khai thực hiện Kế hoạch rà soát các bến đò.",
        "- Chủ động ban hành Văn bản, Kế hoạch chỉ đạo các bến.",
        "- Quán triệt các Đề án trọng tâm.",
        "- Sửa bến; Kế hoạch đặt chỉ tiêu cho từng bến.",
        "- Chấp hành Quy định pháp luật trong neo đậu.",
        "- Mời Trường Đại học Luật Huế mở lớp.",
        "- Thợ máy học đại học Luật hoặc hàng hải.",
        "- Thực hiện Kế hoạch nghiêm túc.",
        "- Các bến căn cứ Kế hoạch tổ chức thực hiện.",
        "- Đưa nội dung thực hiện Nghị quyết vào chương trình của bến.",
        "- Căn cứ Kế hoạch các đơn vị lập lịch trực.",
        "- Thực hiện Chương trình về các bến kiểu mẫu.",
        "- Theo dõi Đề án của phường mình, Chương trình của các cơ quan.",
    ],
)
def test_papers_that_are_only_spoken_of(text: str) -> None:
    assert cited(text) == []


def test_a_list_under_its_heading_is_the_basis() -> None:
    plan = written(
        "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n- Nghị quyết số 29-NQ/TW ngày 04/11/2013 về bến đò.\nII. NỘI DUNG\n- Công văn số 8/BXD-VP ngày 07/3/2021."
    )
    found = [m.citation for m in citations(plan.document, plan.outline, plan.rules)]
    assert [(c.number, c.relation) for c in found] == [("29-NQ/TW", "basis"), ("8/BXD-VP", "mentions")]


def test_a_plan_of_years_keeps_them_in_its_name() -> None:
    found = cited("- Triển khai Kế hoạch 5 năm (2031 - 2035) tại các bến.")
    assert [c.title for c in found] == ["Kế hoạch 5 năm (2031 - 2035)"]


def test_rules_that_a_decision_issues_are_that_decision_with_their_day() -> None:
    (found,) = cited(
        "- Căn cứ Quy chế neo đậu của Cục Đường thủy (CĐT) và Công đoàn Cục ban hành ngày 12/4/2031 theo Quyết định số 34/QĐ-CĐT;"
    )
    assert (found.number, found.issued_on) == ("34/QĐ-CĐT", "2031-04-12")


def test_a_number_and_a_day_left_blank() -> None:
    (found,) = cited("- Bám sát Chỉ thị số    - CT/ĐU ngày  /9/2031 của Đảng ủy xã về bến đò.")
    assert (found.number, found.issued_on) == ("-CT/ĐU", "2031-09")


def test_a_paper_whose_whole_name_is_quoted() -> None:
    assert [c.title for c in cited('- Thực hiện "Đề án Nếp sống sạch trên bến phà".')] == [
        "Đề án Nếp sống sạch trên bến phà"
    ]


@pytest.mark.parametrize("mark", ["[1]", " [12]", "(2)"])
def test_the_mark_of_a_footnote_does_not_part_a_number_from_its_day(mark: str) -> None:
    (found,) = cited(f"Căn cứ Quyết định số 77/QĐ-UBND{mark} ngày 05/3/2031 của UBND tỉnh An Hòa về chợ nổi;")
    assert (found.number, found.issued_on, found.issuer) == ("77/QĐ-UBND", "2031-03-05", "Ủy ban nhân dân tỉnh An Hòa")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            'theo Quy định số 9-QĐ/TW, ngày 04/10/2029 của Bộ Chính trị "về trồng cây, gây rừng";',
            "về trồng cây, gây rừng",
        ),
        ('theo Hướng dẫn số 25-HD/BTCTW, ngày 1/1/2029 "một số nội dung trồng cây".', "một số nội dung trồng cây"),
        (
            "Theo Kế hoạch số 15/KH-UBND của UBND xã về trồng cây (gọi tắt là Kế hoạch số 15), Trạm lập lịch như sau:",
            "về trồng cây",
        ),
        (
            "Theo Kế hoạch số 5/KH-UBND của UBND xã về trồng cây, Trạm Cây Mẫu xây dựng kế hoạch như sau:",
            "về trồng cây",
        ),
        ('theo Kế hoạch số 5/KH-UBND của UBND xã "Cây" và "Rừng".', None),
    ],
)
def test_a_subject_in_quotation_marks(text: str, title: str | None) -> None:
    assert cited(text)[0].title == title


def test_what_the_decision_over_a_plan_is_based_on_is_cited_with_it() -> None:
    text = document(
        P("Số: 31/QĐ-UBND", "carrier"),
        P("Căn cứ Quyết định số 18/QĐ-UBND ngày 04/02/2031 của Ủy ban nhân dân tỉnh;", "carrier"),
        P("Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 5/TTr-PNV ngày 06/02/2031,", "carrier"),
        P("Điều 1. Ban hành kèm theo Quyết định số 31/QĐ-UBND kế hoạch này.", "carrier"),
        P("KẾ HOẠCH", "title"),
        P("Giữ sạch bến bãi", "title"),
        P("Thực hiện Chỉ thị số 7/CT-UBND ngày 08/02/2031.", "body"),
    )
    outline = sections(text, load())
    found = [m.citation for m in citations(text, outline, load())]
    assert [(c.number, c.relation) for c in found][:2] == [("18/QĐ-UBND", "basis"), ("5/TTr-PNV", "basis")]
    assert [c.number for c in found][2:] == ["7/CT-UBND"]
