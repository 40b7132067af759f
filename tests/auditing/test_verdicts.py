"""What a verdict is made of: the reader's doubt, the chosen rules, the day of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach import auditing
from kehoach.auditing.suite import SUITE
from kehoach.auditing.verdicts import DOUBT
from kehoach.model.document_info import PageInfo
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence
from kehoach.rules.load import load
from tests.auditing.conftest import ReadText, document, with_lines

WRONG = "3. Phong trào chào mừng 60 năm ngày thành lập ngành (14/5/1951 - 14/5/2022)."


def _recognized(plan: Plan, confidence: float) -> Plan:
    """The plan as if it had been read from one recognized page with this confidence."""

    def on_page(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(e, page=1) for e in evidence)

    page = PageInfo(1, 595, 842, "ocr", confidence)
    return replace(
        plan,
        source=replace(plan.source, pages=(page,)),
        items=tuple(replace(i, confidence=confidence, evidence=on_page(i.evidence)) for i in plan.items),
        sections=tuple(replace(s, confidence=confidence, evidence=on_page(s.evidence)) for s in plan.sections),
        observances=tuple(replace(o, confidence=confidence, evidence=on_page(o.evidence)) for o in plan.observances),
    )


@pytest.mark.parametrize(("confidence", "verdict"), [(0.97, "fail"), (0.6, "doubt")])
def test_what_was_read_badly_is_doubt_and_no_fault(confidence: float, verdict: str, read_text: ReadText) -> None:
    plan = _recognized(read_text(with_lines(WRONG)), confidence)
    checks, findings = auditing.audit(plan, load())
    assert next(c.verdict for c in checks if c.code == "KH304") == verdict
    found = next(f for f in findings if f.code == "KH304")
    assert (found.name, found.severity) == (("bad_anniversary", "error") if verdict == "fail" else (DOUBT, "info"))


def test_what_a_recognized_page_seems_to_lack_is_doubt(read_text: ReadText) -> None:
    plan = read_text(document())
    bare = replace(plan.document, state={**plan.document.state, "recipients": "absent"}, recipients=())
    _, findings = auditing.audit(_recognized(replace(plan, document=bare), 0.95), load())
    assert [f.name for f in findings if f.code == "KH112"] == [DOUBT]
    _, findings = auditing.audit(replace(plan, document=bare), load())
    assert [f.name for f in findings if f.code == "KH112"] == ["missing_recipients"]


def test_every_rule_gives_a_check_in_the_order_of_the_catalogue(read_text: ReadText) -> None:
    plan = read_text(document())
    usual = [rule.code for rule in auditing.catalogue().rules if not rule.off]
    assert [c.code for c in plan.checks] == usual
    checks, _ = auditing.audit(plan, load(), codes={"KH441", "KH101"})
    assert [c.code for c in checks] == ["KH101", "KH441"]


def test_catalogue_and_logic_name_the_same_rules() -> None:
    assert [code for code, _ in SUITE] == [rule.code for rule in auditing.catalogue().rules]


def test_the_law_of_another_day_can_be_asked_for(read_text: ReadText) -> None:
    checks, _ = auditing.audit(read_text(document()), load(), on=date(2024, 5, 1))
    assert next(c for c in checks if c.code == "KH208").law == "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 17"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2022-03-09", date(2022, 3, 9)), ("2022", date(2022, 4, 1)), (None, date(2022, 4, 1))],
)
def test_a_plan_without_its_own_date_is_judged_by_what_it_tells_of(
    issued: str | None, expected: date, read_text: ReadText
) -> None:
    plan = read_text(document())
    assert auditing.day_of(replace(plan, document=replace(plan.document, issued_on=issued))) == expected


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 5, 1), ("15/2003/QH11", "TT 01/2011")),
        (date(2024, 1, 1), ("06/2022/QH15", "NĐ 30/2020")),
        (None, ("06/2022",)),
    ],
)
def test_the_law_used_is_named(day: date | None, words: tuple[str, ...], read_text: ReadText) -> None:
    plan = read_text(document(place_date="Bến Tre, ngày 09 tháng 3 năm 2026"))
    assert all(word in auditing.law_used(plan, day) for word in words)
    party = replace(plan, document=replace(plan.document, number="77-KH/ĐU"))
    assert "HD 36-HD/VPTW" in auditing.law_used(party) and "HD 11-HD/VPTW" in auditing.law_used(party, date(2015, 1, 1))


def test_a_record_without_text_is_judged_by_its_facts() -> None:
    from kehoach.model.document_info import DocumentInfo, SourceInfo
    from kehoach.model.plan import Run

    plan = Plan(SourceInfo("", "", ""), "", DocumentInfo(type="KH", number="/KH-SYT", issued_on="2022"), Run(""))
    checks, findings = auditing.audit(plan, load())
    assert {"missing_number", "missing_date"} <= {f.name for f in findings}
    assert next(c.verdict for c in checks if c.code == "KH121") == "not_applicable"


@pytest.mark.parametrize(
    ("number", "issued", "verdict"),
    [("/KH-SCT", "2022-03", "fail"), ("77/KH-SCT", "2022-03", "doubt"), ("/KH-SCT", "2022-03-09", "doubt")],
)
def test_a_blank_on_a_scan_counts_only_where_the_whole_head_is_blank(
    number: str, issued: str, verdict: str, read_text: ReadText
) -> None:
    plan = read_text(document())
    state = {**plan.document.state, "number": "blank" if number[0] == "/" else "found"}
    state["issued_on"] = "found" if len(issued) == 10 else "blank"
    head = replace(plan.document, number=number, issued_on=issued, state=state)  # type: ignore[arg-type]
    checks, _ = auditing.audit(_recognized(replace(plan, document=head), 0.95), load())
    told = {c.code: c.verdict for c in checks}
    assert {told["KH101"], told["KH102"]} <= {verdict, "pass"}
    assert verdict in (told["KH101"], told["KH102"])
