"""Citations and the metadata of NĐ 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.errors import UsageError
from kehoach.export.citation import key, to_bibtex, to_csl, to_text
from kehoach.export.metadata import to_metadata
from kehoach.model.document_info import DocumentInfo, Stamp
from kehoach.model.plan import Plan


def test_a_plan_in_words(plan: Plan) -> None:
    whole = to_text(plan)
    assert whole == (
        "Kế hoạch số 77/KH-SCT tháng 03/2022 của Sở Công Thương tỉnh Bến Tre "
        "(Phát động phong trào thi đua tiết kiệm điện năm 2022)"
    )
    assert to_text(plan, "I.1") == f"Mục I.1, {whole}, tr. 1"


def test_csl_has_what_the_document_has(plan: Plan) -> None:
    csl = to_csl(plan, "I")
    assert csl["issued"] == {"date-parts": [[2022, 3]]}
    assert (csl["number"], csl["genre"], csl["section"], csl["page"]) == ("77/KH-SCT", "Kế hoạch", "I", "1")
    assert csl["author"] == [{"literal": "Sở Công Thương tỉnh Bến Tre"}]
    bare = to_csl(replace(plan, document=DocumentInfo()))
    assert set(bare) == {"id", "type", "title", "language", "number-of-pages"}


def test_bibtex_is_balanced_and_escaped(plan: Plan) -> None:
    entry = to_bibtex(replace(plan, document=replace(plan.document, title="100% & {x}_y")))
    assert r"100\% \& \{x\}\_y" in entry
    bare = entry.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert entry.startswith("@techreport{77-kh-sct-2022,")


def test_an_unknown_clause_is_told(plan: Plan) -> None:
    with pytest.raises(UsageError, match="IX"):
        to_text(plan, "IX")


def test_keys_are_plain(plan: Plan) -> None:
    assert key(plan, "Đ.1.a") == "77-kh-sct-2022-d-1-a"
    assert key(replace(plan, document=DocumentInfo())) == "kh"


def test_metadata_of_the_decree(plan: Plan) -> None:
    made = to_metadata(plan)
    out = made["Outgoing"]
    assert (out["CodeNumber"], out["CodeNotation"], out["TypeName"]) == ("77", "KH-SCT", "Kế hoạch")
    assert (out["IssuedDate"], out["PageAmount"], out["Priority"]) == ("03/2022", 1, 0)
    assert out["SignerInfo"] == [{"Position": "Giám đốc", "FullName": "Nguyễn Thị Mẫu"}]
    assert made["Incoming"]["ArrivalNumber"] == "12" and made["Incoming"]["ArrivalDate"] == "11/03/2022"


@pytest.mark.parametrize(
    ("number", "expected"),
    [("/KH-UBND", (None, "KH-UBND")), ("05-KH/TU", ("05", "KH/TU")), (None, (None, None)), ("1280/UBND-VX", ("1280", "UBND-VX"))],
)  # fmt: skip
def test_numbers_are_parted(plan: Plan, number: str | None, expected: tuple[str | None, str | None]) -> None:
    out = to_metadata(replace(plan, document=replace(plan.document, number=number)))["Outgoing"]
    assert (out["CodeNumber"], out["CodeNotation"]) == expected


def test_urgency_and_no_incoming_without_a_stamp(plan: Plan) -> None:
    stamps = (Stamp("urgency", text="HỎA TỐC"),)
    made = to_metadata(replace(plan, document=replace(plan.document, stamps=stamps)))
    assert made["Outgoing"]["Priority"] == 3
    assert "Incoming" not in made
