"""A handwritten date is weighed by the documents it rests on and the electronic signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.assemble import handwritten
from kehoach.model.document import Span
from kehoach.model.document_info import Stamp
from kehoach.model.fact import CitationMention
from kehoach.model.header import BY_HAND, Field, Header
from kehoach.model.plan import Citation


def header(date: str, sure: float, *, by_hand: bool = True, signed: str | None = None) -> Header:
    rule = "header.issued_on" + (BY_HAND if by_hand else "")
    stamps = (Stamp("digital_signature", at=signed),) if signed else ()
    return Header(issued_on=Field(date, (), rule, sure), stamps=stamps, state={"issued_on": "found"})


def basis(date: str, relation: str = "basis") -> CitationMention:
    made = Citation(number="1/QĐ-UBND", type="Quyết định", issued_on=date, relation=relation)  # type: ignore[arg-type]
    return CitationMention(made, Span(0, 1))


@pytest.mark.parametrize(
    ("given", "cited", "value", "state"),
    [
        (header("2019-03-15", 0.8), ["2019-03-12"], "2019-03-15", "found"),
        (header("2019-03-05", 0.85), ["2018-01-02", "2019-03-12"], "2019-03", "unreadable"),
        (header("2019-01-15", 0.85), ["2019-03-12"], "2019", "unreadable"),
        (header("2019-01-15", 0.98), ["2019-03-12"], "2019-01-15", "found"),
        (header("2019-03-05", 0.9, by_hand=False), ["2019-03-12"], "2019-03-05", "found"),
        (header("2019-03-05", 0.9), ["2020-03-12"], "2019-03-05", "found"),
        (header("2019-03", 0.9), ["2019-04-12"], "2019-03", "found"),
        (header("2019-03-05", 0.65, signed="2019-11-05T08:00:00"), [], "2019", "unreadable"),
        (header("2019-03-05", 0.98, signed="2019-11-05T08:00:00"), [], "2019-03-05", "found"),
    ],
)
def test_what_contradicts_a_date_shortens_it(given: Header, cited: list[str], value: str, state: str) -> None:
    made, issues = handwritten.weighed(given, [basis(date) for date in cited])
    assert made.issued_on is not None
    assert (made.issued_on.value, made.state["issued_on"]) == (value, state)
    contradicted = state == "unreadable" or made.issued_on.confidence < given.issued_on.confidence  # type: ignore[union-attr]
    assert [issue.code for issue in issues] == (["conflict"] if contradicted else [])


def test_a_cited_date_that_its_own_number_belies_says_nothing() -> None:
    given = header("2019-04-04", 0.8)
    cited = basis("2019-08-22")
    made = replace(cited, citation=replace(cited.citation, number="19/2018/TT-BGDĐT"))
    assert handwritten.weighed(given, [made])[0].state["issued_on"] == "found"


def test_a_document_that_is_only_mentioned_may_be_later() -> None:
    given = header("2019-03-05", 0.9)
    assert handwritten.weighed(given, [basis("2019-03-12", "mentions")])[1] == ()


@pytest.mark.parametrize(
    ("signed", "low", "high"),
    [("2019-03-05T09:30:00+07:00", 0.96, 0.97), ("2019-03-08", 0.96, 0.97), ("2019-03-20", 0.8, 0.8), ("?", 0.8, 0.8)],
)
def test_a_signature_that_agrees_makes_sure(signed: str, low: float, high: float) -> None:
    made, issues = handwritten.weighed(header("2019-03-05", 0.8, signed=signed), [])
    assert made.issued_on is not None and not issues
    assert low <= made.issued_on.confidence <= high
