"""Passages that plans have from each other: found under reading errors, with a source, a direction and a lag."""

from __future__ import annotations

import pytest

from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.plan import Citation, Item, Plan, Run
from kehoach.trends.passages import align, candidates, shared
from kehoach.trends.reuse import Reuse, reuse

NATIONAL = "Khơi dậy khát vọng vươn lên của mỗi người dân, lấy hạnh phúc của cộng đồng làm thước đo của mọi việc làm"
MISREAD = "Khơi đậy khát vọng vươn lên của mỗi ngưòi dân, lây hạnh phúc của cộng đông làm thưóc đo của moi việc làm"
LOCAL = "Vận động bà con vùng trũng đắp bờ bao, trồng tre chắn sóng trước mùa nước nổi hằng năm"
STOCK = "Các cơ quan, đơn vị nghiêm túc triển khai thực hiện, hoàn thành xuất sắc nhiệm vụ được giao"


def plan(number: str, issuer: str, level: str, day: str, *texts: str, cites: tuple[str, ...] = (), code: str | None = "86") -> Plan:  # fmt: skip
    document = DocumentInfo(number=number, issuer=issuer, issuer_level=level, issued_on=day, province=code)  # type: ignore[arg-type]
    items = tuple(Item(path=f"I.{n}", start=text[:60], text=text) for n, text in enumerate(texts, 1))
    return Plan(
        SourceInfo(number, "", ""), "", document, Run(""), items=items,
        citations=tuple(Citation(number=c, type="Kế hoạch") for c in cites),
    )  # fmt: skip


@pytest.fixture(scope="module")
def found() -> Reuse:
    return reuse(
        [
            plan("9/KH-UBND", "UBND xã C", "commune", "2023-05-01", f"Phấn đấu: {MISREAD} ở địa phương", LOCAL, STOCK, cites=("5/KH-UBND",)),
            plan("1/QĐ-TTg", "Thủ tướng Chính phủ", "central", "2023-01-10", f"{NATIONAL}.", STOCK, code=None),
            plan("5/KH-UBND", "UBND tỉnh A", "province", "2023-02-09", NATIONAL, LOCAL, STOCK),
            plan("7/KH-UBND", "UBND tỉnh B", "province", "2023-03-01", NATIONAL, "Một câu riêng của tỉnh, không có ở đâu khác, dài vừa đủ để xét", code="84"),
        ]
    )  # fmt: skip


def test_sources_directions_and_lags(found: Reuse) -> None:
    rows = {(r.plan, r.source): (r.direction, r.relation, r.lag_days) for r in found.passages.itertuples()}
    assert rows == {
        (2, 1): ("hierarchy", "national", 30),
        (3, 1): ("hierarchy", "national", 50),
        (0, 2): ("citation", "above", 81),
    }
    assert found.passages.passage.nunique() == 2


def test_no_body_is_over_those_of_another_province() -> None:
    over = plan("5/KH-UBND", "UBND tỉnh A", "province", "2023-02-09", LOCAL, code="84")
    older = plan("2/KH-SNV", "Sở Nội vụ tỉnh C", "province_department", "2023-01-09", LOCAL)
    (row,) = (
        reuse([over, older, plan("6/KH-UBND", "UBND xã B", "commune", "2023-03-09", LOCAL, code="83")])
        .passages.query("plan == 2")
        .itertuples()
    )
    assert (row.source, row.direction, row.relation) == (1, "date", "beside")


def test_what_is_local_and_which_family(found: Reuse) -> None:
    plans = found.plans.set_index("plan")
    assert plans.loc[2, "national"] > 0.4 and plans.loc[1, "local"] == 1
    assert plans.loc[3, "local"] == pytest.approx(1 - plans.loc[3, "national"])
    assert set(plans["family"]) == {0}
    lineage = found.lineage.set_index(["plan", "source"])
    assert lineage.loc[(0, 2), "passages"] == 2 and lineage.loc[(0, 2), "cited"]


def test_stock_phrases_are_nobodys(found: Reuse) -> None:
    assert not found.passages["text"].str.contains("nghiêm túc").any()


def test_nothing_shared() -> None:
    made = reuse([plan("1", "A", "province", "2023-01-01", NATIONAL), plan("2", "B", "province", "2023-01-01", LOCAL)])
    assert made.passages.empty and made.lineage.empty and list(made.plans["family"]) == [0, 1]
    assert reuse([]).plans.empty


def test_alignment() -> None:
    a = "abcdefghijklmnopqrstuvwxyz0123456789"
    assert align(a, "qq" + a.replace("m", "z") + "qq") == ((0, 36), (2, 38), 0.972)
    assert align(a, a[::-1]) is None and align("abc", "abc") is None
    assert [(s.a, s.b) for s in shared([a, a[::-1], "zz" + a])] == [(0, 2)]


def test_misread_stock_phrases_make_no_candidates() -> None:
    stock = "cacphongdonvitructhuoctochuctrienkhaithuchien"
    texts = [f"mot{stock}hai", f"baa{stock}bon"]
    assert list(candidates(texts)) == [(0, 1)] and not list(candidates(texts, [stock]))
