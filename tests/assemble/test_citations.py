"""Mentions of documents merged to one row each, completed from each other and from the plan's own place."""

from __future__ import annotations

import pytest

from kehoach.assemble.citations import citations
from kehoach.assemble.issuer_names import completed
from kehoach.model.document import Document, Span
from kehoach.model.document_info import DocumentInfo
from kehoach.model.fact import CitationMention
from kehoach.model.plan import Citation

INFO = DocumentInfo(
    type="KH",
    number="61/KH-SVHTTDL",
    issuer="Sở Văn hóa, Thể thao và Du lịch tỉnh Yên Bái",
    province_as_printed="Yên Bái",
    title="Phát triển du lịch cộng đồng tỉnh Yên Bái năm 2022",
)
EMPTY = Document((), ())


def mention(
    number: str | None, kind: str = "Chỉ thị", at: int = 0, short: bool = False, **more: str | None
) -> CitationMention:
    rule = more.pop("rule", "citation.number") or ""
    return CitationMention(Citation(number=number, type=kind, rule=rule, **more), Span(at, at), short)  # type: ignore[arg-type]


def rows(*mentions: CitationMention) -> list[tuple[str | None, str | None]]:
    return [(c.number, c.issued_on) for c in citations(mentions, INFO, EMPTY)]


def test_one_row_per_document_with_the_fullest_date() -> None:
    found = citations(
        [
            mention("30/CT-TTg", at=0, issuer="Thủ tướng Chính phủ", path="I.1"),
            mention("30/CT-TTg", at=50, issued_on="2022-09-05", title="về du lịch"),
        ],
        INFO,
        EMPTY,
    )
    assert [(c.issued_on, c.issuer, c.title, c.path) for c in found] == [
        ("2022-09-05", "Thủ tướng Chính phủ", "về du lịch", "I.1")
    ]


def test_equal_numbers_of_other_years_are_other_documents() -> None:
    assert rows(mention("5/KH-UBND", issued_on="2021-01-09"), mention("5/KH-UBND", at=9, issued_on="2022-01-09")) == [
        ("5/KH-UBND", "2021-01-09"),
        ("5/KH-UBND", "2022-01-09"),
    ]


def test_equal_numbers_of_other_issuers_are_other_documents() -> None:
    found = rows(
        mention("01-NQ/TU", "Nghị quyết", issued_on="2020-10-29", issuer="Đại hội Đảng bộ tỉnh"),
        mention("01-NQ/TU", "Nghị quyết", 9, issued_on="2020-12-07", issuer="Ban Chấp hành Đảng bộ"),
    )
    assert len(found) == 2


def test_short_forms_join_the_document_they_mean() -> None:
    assert rows(mention("30/CT-TTg"), mention("30", at=9, short=True)) == [("30/CT-TTg", None)]
    assert rows(mention("30/CT-TTg"), mention("31", at=9, short=True)) == [("30/CT-TTg", None), ("31", None)]
    assert rows(mention("06/QĐ-TTg", "Quyết định"), mention("06", "Đề án", 9, short=True)) == [("06/QĐ-TTg", None)]


def test_a_number_without_its_year_joins_the_full_one() -> None:
    assert rows(mention("17/2021/TT-BYT", "Thông tư"), mention("17/TT-BYT", "Thông tư", 9, issued_on="2021-08-22")) == [
        ("17/2021/TT-BYT", "2021-08-22")
    ]


def test_a_date_against_the_year_in_the_number_gives_way() -> None:
    assert rows(
        mention("17/2021/TT-BYT", "Thông tư", issued_on="2022-08-22"),
        mention("17/2021/TT-BYT", "Thông tư", 9, issued_on="2021-08-22"),
    ) == [("17/2021/TT-BYT", "2021-08-22")]


def test_the_number_gives_the_year_where_no_date_is_printed() -> None:
    assert rows(mention("20/2021/NĐ-CP", "Nghị định")) == [("20/2021/NĐ-CP", "2021")]


def test_laws_by_name_and_date() -> None:
    law = {"kind": "Luật", "rule": "citation.law"}
    found = rows(
        mention(None, title="Luật Du lịch", issued_on="2005-06-14", **law),
        mention(None, title="Luật Du lịch", issued_on="2017-06-19", at=5, **law),
        mention(None, title="Luật du lịch năm 2017", issued_on="2017", at=9, **law),
        mention(None, title="Luật Du lịch", at=12, **law),
    )
    assert found == [(None, "2005-06-14"), (None, "2017-06-19")]


def test_one_law_in_other_words() -> None:
    names = (
        "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Luật phòng cháy, chữa cháy và cứu hộ, cứu nạn", "Luật PCCC và CNCH",
        "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ lĩnh vực công thương",
    )  # fmt: skip
    found = citations([mention(None, "Luật", n, title=name) for n, name in enumerate(names)], INFO, EMPTY)
    assert [c.title for c in found] == [names[0]]
    apart = ("Luật Giáo dục", "Luật Giáo dục đại học")
    assert len(citations([mention(None, "Luật", n, title=t) for n, t in enumerate(apart)], INFO, EMPTY)) == 2


def test_a_year_mistyped_makes_no_other_document() -> None:
    first = mention("1050/QĐ-SCT", "Quyết định", issued_on="2031-03-06")
    assert len(rows(first, mention("1050/QĐ-SCT", "Quyết định", at=9, issued_on="2030-03-06"))) == 1


def test_congresses_under_two_names() -> None:
    congress = {"kind": "Nghị quyết", "rule": "citation.congress"}
    found = citations(
        [
            mention(None, issuer="Đại hội Đảng bộ tỉnh lần thứ XIX", title="Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", **congress),
            mention(None, at=9, issuer="Đại hội đại biểu Đảng bộ tỉnh Yên Bái lần thứ XIX", title="Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Yên Bái lần thứ XIX", **congress),
            mention(None, at=20, issuer="Đại hội Chi bộ Sở lần thứ IX", title="Nghị quyết Đại hội Chi bộ Sở lần thứ IX", **congress),
        ],
        INFO,
        EMPTY,
    )  # fmt: skip
    assert [c.issuer for c in found] == [
        "Đại hội đại biểu Đảng bộ tỉnh Yên Bái lần thứ XIX",
        "Đại hội Chi bộ Sở lần thứ IX",
    ]


def test_what_a_decision_approves_is_that_decision() -> None:
    found = rows(
        mention("88/QĐ-UBND", "Quyết định", title="phê duyệt Đề án Làng nghề kiểu mẫu"),
        mention(None, "Đề án", 9, title="Đề án Làng nghề kiểu mẫu", rule="citation.named"),
    )
    assert found == [("88/QĐ-UBND", None)]


def test_the_plan_does_not_cite_itself() -> None:
    assert (
        rows(mention(None, "Kế hoạch", title="Kế hoạch phát triển du lịch cộng đồng năm 2022", rule="citation.named"))
        == []
    )
    assert rows(mention("61/KH-SVHTTDL", "Kế hoạch")) == []
    assert rows(mention(None, "Kế hoạch", title="Kế hoạch bảo tồn di sản", rule="citation.named")) == [(None, None)]


COMPLETED = [
    ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Yên Bái"),
    ("Ban Thường vụ Tỉnh uỷ", "Ban Thường vụ Tỉnh ủy Yên Bái"),
    ("Sở Nội vụ", "Sở Nội vụ tỉnh Yên Bái"),
    ("Sở Nội vụ Yên Bái", "Sở Nội vụ tỉnh Yên Bái"),
    ("Sở Nội vụ tỉnh Lào Cai", "Sở Nội vụ tỉnh Lào Cai"),
    ("Đại hội Đảng bộ tỉnh lần thứ XIX", "Đại hội Đảng bộ tỉnh Yên Bái lần thứ XIX"),
    ("Sở", "Sở Văn hóa, Thể thao và Du lịch tỉnh Yên Bái"),
    ("Bộ Y tế", "Bộ Y tế"),
    ("Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện"),
]


@pytest.mark.parametrize(("name", "full"), COMPLETED)
def test_issuers_get_their_province(name: str, full: str) -> None:
    assert completed(name, INFO) == full


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Sở Y tế", "Sở Y tế thành phố Hải Phòng"),
        ("Ủy ban nhân dân thành phố", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("Ban Thường vụ Thành ủy", "Ban Thường vụ Thành ủy Hải Phòng"),
    ],
)
def test_cities_run_by_the_centre_are_no_provinces(name: str, full: str) -> None:
    assert completed(name, DocumentInfo(province="31", province_as_printed="Hải Phòng")) == full


def test_issuers_get_their_district() -> None:
    info = DocumentInfo(issuer="Phòng Y tế huyện Văn Yên", province_as_printed="Yên Bái")
    assert completed("Ủy ban nhân dân huyện", info) == "Ủy ban nhân dân huyện Văn Yên"
    assert completed("Phòng Nội vụ", info) == "Phòng Nội vụ huyện Văn Yên"
