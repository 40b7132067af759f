"""One change in a plan gives one difference, of the right kind, with both values."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

import kehoach as kh
from kehoach.comparing.named import named
from kehoach.errors import UsageError
from kehoach.model.comparison import Difference
from kehoach.model.document_info import PageInfo
from tests.comparing.conftest import BASE

CHANGES = [
    ("points", "áp dụng: 30 điểm", "áp dụng: 25 điểm", [("points_changed", "30", "25")]),
    ("target", "90% phòng", "100% phòng", [("target_changed", "90 %", "100 %")]),
    ("comparator", "Từ 05 sáng kiến trở lên", "05 sáng kiến", [("target_changed", "≥ 5 sáng kiến", "5 sáng kiến")]),
    ("deadline", "15/11/2022", "15/12/2022", [("deadline_moved", "..2022-11-15", "..2022-12-15")]),
    ("theme", "Bớt một bóng đèn, thêm một tấm lòng", "Tắt thiết bị trước khi về", [("theme_changed", "Bớt một bóng đèn, thêm một tấm lòng", "Tắt thiết bị trước khi về")]),
    ("citation dropped", "Thực hiện Chỉ thị số 20/CT-TTg ngày 07/5/2020 của Thủ tướng Chính phủ về tăng cường tiết kiệm điện;\n", "", [("citation_dropped", "20/CT-TTg", None)]),
    ("roles", "Văn phòng Sở chủ trì, phối hợp với Phòng Quản lý năng lượng", "Phòng Quản lý năng lượng chủ trì, phối hợp với Văn phòng Sở", [("unit_role_changed", "lead", "coordinate"), ("unit_role_changed", "coordinate", "lead")]),
    ("unit", "Phòng Kế hoạch - Tài chính bố trí", "Phòng Quản lý thương mại bố trí", [("unit_replaced", "Phòng Kế hoạch - Tài chính", "Phòng Quản lý thương mại")]),
    ("renamed", "II. CHỦ ĐỀ THI ĐUA", "II. KHẨU HIỆU THI ĐUA", [("section_renamed", "CHỦ ĐỀ THI ĐUA", "KHẨU HIỆU THI ĐUA")]),
    ("reworded", "Tổ chức tuyên truyền thường xuyên, hiệu quả", "Tổ chức tuyên truyền bằng hình ảnh, có sổ theo dõi", [("criterion_reworded", None, None)]),
    ("paragraph", "dùng điện tiết kiệm, an toàn trong mùa khô", "dùng điện tiết kiệm, hợp lý trong mùa khô", [("item_reworded", None, None)]),
    ("nothing", "BẾN TRE", "BẾN TRE", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_one_change(base: kh.Plan, old: str, new: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert old in BASE
    found = differences(base, kh.read(BASE.replace(old, new).encode()))
    assert [(d.kind, d.a, d.b) for d in found] == expected
    assert all(d.confidence >= 0.6 and d.state_a == "present" for d in found)


def test_points_that_stand_apart_from_the_words_they_are_of(base: kh.Plan) -> None:
    """The passages agree, the paragraphs do not: another value, not another reading."""
    bonus = [kh.read(BASE.replace("V. TỔ CHỨC", f"4. Thưởng {n:02d} điểm: Có mô hình được nhân rộng.\n\nV. TỔ CHỨC").encode()) for n in (5, 10)]  # fmt: skip
    assert [(d.kind, d.a, d.b, d.by_reading) for d in differences(*bonus)] == [("points_changed", "5", "10", False)]


def test_amounts(base: kh.Plan) -> None:
    changed = BASE.replace("15/11/2022", "15/12/2022").replace("áp dụng: 30 điểm", "áp dụng: 25 điểm")
    found = {d.kind: (d.amount, d.unit) for d in differences(base, kh.read(changed.encode()))}
    assert found == {"deadline_moved": (30.0, "days"), "points_changed": (-5.0, "points")}


def test_a_section_moves_and_a_criterion_goes(base: kh.Plan) -> None:
    theme = "II. CHỦ ĐỀ THI ĐUA\n“Bớt một bóng đèn, thêm một tấm lòng”\n\n"
    head, tail = BASE.replace(theme, "").split("V. TỔ CHỨC")
    moved = head.replace("IV. ", "III. ").replace("III. CHỈ", "II. CHỈ") + "V. TỔ CHỨC" + tail
    moved = moved.replace("V. TỔ CHỨC", theme.replace("II.", "IV.") + "V. TỔ CHỨC")
    moved = moved.replace("2. Có sáng kiến tiết kiệm điện được áp dụng: 30 điểm.\n3. Tổ", "2. Tổ")
    found = differences(base, kh.read(moved.encode()))
    assert sorted(d.kind for d in found) == ["criterion_removed", "section_moved"]
    gone = next(d for d in found if d.kind == "criterion_removed")
    assert (gone.path_a, gone.path_b, gone.a, gone.state_b) == ("IV.2", "III", "30", "missing")


def test_a_section_is_dropped_with_what_it_holds(base: kh.Plan) -> None:
    dropped = BASE.replace("III. CHỈ TIÊU THI ĐUA\n1. 90% phòng, đơn vị có nội quy sử dụng điện.\n2. Từ 05 sáng kiến trở lên được áp dụng tại cơ quan.\n\n", "")  # fmt: skip
    dropped = dropped.replace("IV. TIÊU", "III. TIÊU").replace("V. TỔ", "IV. TỔ")
    found = differences(base, kh.read(dropped.encode()))
    assert sorted(d.kind for d in found) == ["section_dropped", "target_removed", "target_removed"]
    back = differences(kh.read(dropped.encode()), base)
    assert sorted(d.kind for d in back) == ["section_added", "target_added", "target_added"]


def test_another_year_and_province_are_no_rewording(base: kh.Plan) -> None:
    other = BASE.replace("2022", "2023").replace("Bến Tre", "Trà Vinh").replace("BẾN TRE", "TRÀ VINH")
    found = differences(base, kh.read(other.encode()))
    assert {d.kind for d in found} <= {"header_changed", "citation_replaced"}
    assert {d.field for d in found} >= {"document.issuer", "document.issued_on", "document.province"}
    assert all(d.confidence >= 0.6 for d in found if d.field in ("document.issuer", "document.province"))


def test_what_the_other_plan_says_is_not_missing(base: kh.Plan) -> None:
    """A fact that was not recognized, though its words are there, is a difference of the readings."""
    blind = replace(base, criteria=base.criteria[:1] + base.criteria[2:])
    found = [d for d in differences(base, blind) if d.kind == "criterion_removed"]
    assert [(d.state_b, d.by_reading, d.confidence < 0.6) for d in found] == [("unread", True, True)]


def test_a_value_read_differently_from_the_same_words_is_doubtful(base: kh.Plan) -> None:
    wrong = replace(base, criteria=(replace(base.criteria[0], points=4.0), *base.criteria[1:]))
    found = [d for d in differences(base, wrong) if d.kind == "points_changed"]
    assert [(d.a, d.b, d.by_reading) for d in found] == [("40", "4", True)]


def test_a_fact_cut_short_does_not_take_its_neighbours_twin(base: kh.Plan) -> None:
    """Two targets that begin alike, one of which was read to the end of its line only."""
    more = "1. 90% phòng, đơn vị có nội quy sử dụng điện và có người theo dõi, ghi sổ hằng ngày"
    text = BASE.replace("2. Từ 05 sáng kiến", f"{more.replace('1.', '2.')}.\n3. Từ 05 sáng kiến")
    whole = kh.read(text.encode())
    short = replace(whole.targets[1], quote="90% phòng, đơn vị có nội quy sử dụng điện và có")
    cut = replace(whole, targets=(whole.targets[0], short, *whole.targets[2:]))
    assert [(d.path_a, d.path_b, d.by_reading) for d in differences(whole, cut)] == [("III.2", "III.2", True)]


def test_another_heading_is_sure_where_both_labels_were_misread(base: kh.Plan) -> None:
    """That there is a heading is told by both readings; which numeral stands before it does not matter."""
    doubted = [
        replace(plan, sections=tuple(replace(s, confidence=0.55) for s in plan.sections))
        for plan in (base, kh.read(BASE.replace("II. CHỦ ĐỀ THI ĐUA", "II. KHẨU HIỆU THI ĐUA").encode()))
    ]
    assert [(d.kind, d.confidence) for d in differences(*doubted)] == [("section_renamed", 0.798)]


def test_sections_below_a_heading_on_a_page_that_was_not_read_have_not_moved(base: kh.Plan) -> None:
    below = BASE.replace("1. Động viên", "1. Mục đích\na) Động viên").replace(
        "2. Phát hiện", "2. Yêu cầu\na) Phát hiện"
    )
    whole = kh.read(below.encode())
    gone = tuple(replace(s, path=s.path.replace("I.", "II.")) for s in whole.sections if s.path != "I")
    page = PageInfo(2, 595, 842, "ocr", failed=True)
    unread = replace(whole, sections=gone, source=replace(whole.source, pages=(page,)))
    moved = [d for d in differences(whole, unread) if d.kind == "section_moved"]
    assert moved and all(d.by_reading and d.confidence < 0.6 for d in moved)


@pytest.mark.parametrize("text_from", ["text", "ocr"])
def test_a_label_misread_moves_nothing(base: kh.Plan, text_from: Literal["text", "ocr"]) -> None:
    """ "II" read as "I" puts a section below the one before it; all follows in the same order."""
    nested = tuple(replace(s, path=s.path.replace("II", "I.1", 1) if s.path == "II" else s.path) for s in base.sections)
    page = PageInfo(1, 595, 842, text_from)
    read = replace(base, sections=nested, source=replace(base.source, pages=(page,)))
    found = [d for d in differences(base, read) if d.kind == "section_moved"]
    assert [d.by_reading for d in found] == [text_from == "ocr"]


def test_an_issuer_read_in_part_is_doubtful(base: kh.Plan) -> None:
    page = PageInfo(1, 595, 842, "ocr")
    part = replace(base.document, issuer="Sở Công Thương")
    read = replace(base, document=part, source=replace(base.source, pages=(page,)))
    assert [(d.field, d.by_reading) for d in differences(base, read)] == [("document.issuer", True)]


def test_absence_tells_unread_pages_and_kinds_of_plans_apart(base: kh.Plan) -> None:
    page = PageInfo(1, 595, 842, "ocr", failed=True)
    empty = {"themes": (), "sections": tuple(s for s in base.sections if s.path != "II"), "text": ""}
    unread = replace(base, source=replace(base.source, pages=(page,)), **empty)  # type: ignore[arg-type]
    work = replace(base, document=replace(base.document, plan_kind="annual_work_plan"), **empty)  # type: ignore[arg-type]
    states = [next(d.state_b for d in differences(base, p) if d.kind == "theme_dropped") for p in (unread, work)]
    assert states == ["unread", "not_applicable"]


def test_pairs_and_aligned_rows_of_three_plans(base: kh.Plan) -> None:
    plans = [
        base,
        kh.read(BASE.replace("40 điểm", "35 điểm").encode()),
        kh.read(BASE.replace("40 điểm", "30 điểm").encode()),
    ]
    assert [kh.compare(plans, against=a).pairs for a in ("first", "previous", "all")] == [
        ((0, 1), (0, 2)), ((0, 1), (1, 2)), ((0, 1), (0, 2), (1, 2)),
    ]  # fmt: skip
    made = kh.compare(plans, against="previous")
    assert [(d.a, d.b) for d in made.differences] == [("40", "35"), ("35", "30")]
    assert [[s and s.path for s in row.sections] for row in made.sections] == [
        [p] * 3 for p in ("I", "II", "III", "IV", "V")
    ]


@pytest.mark.parametrize(
    ("day", "said"), [("2021-05-09", "ngày 09/05/2021"), ("2021-05", "tháng 05/2021"), ("2021", "năm 2021")]
)
def test_cited_documents_with_dates_in_part(base: kh.Plan, day: str, said: str) -> None:
    assert named(replace(base.citations[0], issued_on=day, title=None)) == f"Quyết định số 15/QĐ-UBND {said}"


def test_too_few_plans(base: kh.Plan) -> None:
    with pytest.raises(UsageError):
        kh.compare([base])


def differences(a: kh.Plan, b: kh.Plan) -> list[Difference]:
    return list(kh.compare([a, b]).differences)
