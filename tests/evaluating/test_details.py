"""Boundaries, parts, boxes and reliability: what they count, on cases that can be counted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kehoach.evaluating import evaluate
from kehoach.evaluating.boundaries import Boundaries, of_paragraphs, of_sections
from kehoach.evaluating.detail_report import text, to_dict
from kehoach.evaluating.details import DETAILS, details
from kehoach.evaluating.places import overlap, places
from kehoach.evaluating.reliability import Outcome, bands, outcomes, reliability, wilson
from kehoach.evaluating.slices import DIMENSIONS, slices
from kehoach.model.document_info import DocumentInfo, PageInfo, SourceInfo
from kehoach.model.geometry import Box
from kehoach.model.plan import Item, Plan, Run, Section, Theme
from kehoach.model.text import Evidence

LINES = ("Mở đầu", "I. MỤC ĐÍCH", "1. Việc thứ nhất", "II. NỘI DUNG", "1. Việc thứ hai", "III. THỜI GIAN", "Hết")
HEADINGS = ("MỤC ĐÍCH", "NỘI DUNG", "THỜI GIAN")


def at(line: int) -> tuple[Evidence, ...]:
    start = sum(len(one) + 1 for one in LINES[:line])
    return (Evidence(None, None, start, start + len(LINES[line])),)


def plan(headings: dict[str, int], **more: Any) -> Plan:
    sections = tuple(
        Section(path=path, heading=path, evidence=at(line)) for path, line in headings.items()
    )  # fmt: skip
    return Plan(SourceInfo("", "", ""), "\n".join(LINES), DocumentInfo(), Run(""), sections=sections, **more)


GOLD = plan(dict.fromkeys(HEADINGS, 0))


@pytest.mark.parametrize(
    ("found", "expected", "similarity"),
    [
        ({"a": 1, "b": 3, "c": 5}, (3, 0, 0, 0), 1.0),
        ({"a": 1, "b": 4, "c": 5}, (2, 1, 0, 0), 1 - 0.5 / 3),  # one line off
        ({"a": 1, "c": 5}, (2, 0, 1, 0), 1 - 1 / 3),
        ({"a": 1, "b": 3, "c": 5, "d": 6}, (3, 0, 0, 1), 1 - 1 / 4),
        ({}, (0, 0, 3, 0), 0.0),
    ],
)
def test_boundaries_of_sections(found: dict[str, int], expected: tuple[int, ...], similarity: float) -> None:
    measured = of_sections(GOLD, plan(found))
    assert (measured.exact, measured.near, measured.missed, measured.extra) == expected
    assert measured.similarity == pytest.approx(similarity)
    assert (measured.window_diff == 0) == (similarity == 1)


def test_a_heading_that_the_text_does_not_hold_is_unplaced() -> None:
    gold = plan({**dict.fromkeys(HEADINGS, 0), "KINH PHÍ": 0})
    assert of_sections(gold, plan({"a": 1, "b": 3, "c": 5})).unplaced == 1


def test_boundaries_of_paragraphs_count_items_too() -> None:
    items = tuple(Item(path=str(n), start=LINES[n][3:], text=LINES[n][3:], evidence=at(n)) for n in (2, 4))
    gold = replace(GOLD, items=items)
    found = replace(plan({"a": 1, "b": 3, "c": 5}), items=items[:1])
    measured = of_paragraphs(gold, found)
    assert (measured.exact, measured.missed) == (4, 1)
    assert (measured + Boundaries(exact=1)).exact == 5


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(1, (0, 0, 10, 10))], 1.0), ([(1, (0, 0, 5, 10))], 0.5), ([(1, (5, 0, 15, 10))], 50 / 150),
        ([(2, (0, 0, 10, 10))], 0.0), ([(1, (0, 0, 10, 5)), (1, (0, 5, 10, 10))], 1.0), ([], 0.0),
    ],
)  # fmt: skip
def test_overlap_of_boxes(boxes: list[tuple[int, tuple[float, ...]]], expected: float) -> None:
    found = [Evidence(page, Box(*box), None, None) for page, box in boxes]
    assert overlap([Evidence(1, Box(0, 0, 10, 10), None, None)], found) == pytest.approx(expected)


def test_only_facts_with_reference_boxes_are_measured() -> None:
    boxed = Theme(text="Đoàn kết", evidence=(Evidence(1, Box(0, 0, 10, 10), None, None),))
    gold = replace(GOLD, themes=(boxed, Theme(text="Sáng tạo")))
    assert {name: one.overlaps for name, one in places(gold, gold).items()} == {"themes": (1.0,)}


@pytest.mark.parametrize(
    ("right", "count", "low", "high"), [(0, 0, 0, 1), (9, 10, 0.596, 0.982), (50, 50, 0.929, 1), (0, 20, 0, 0.161)]
)
def test_interval_of_a_share(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=1e-3)


def test_reliability_of_confidence() -> None:
    found = [Outcome(f"d{n % 5}", "tasks", 0.9, n % 10 != 0) for n in range(100)]
    (tasks, everything) = reliability(found)
    assert (tasks.field, everything.field) == ("tasks", "all")
    assert tasks.error == pytest.approx(0.0) and tasks.bands[0].honest
    assert tasks.between[0] <= tasks.error <= tasks.between[1] + 1e-9
    boasting = [replace(one, confidence=1.0) for one in found]
    assert reliability(boasting)[0].error == pytest.approx(0.1) and not bands(boasting)[0].honest
    assert reliability(found) == reliability(found)


def test_a_fact_is_right_when_all_its_values_are() -> None:
    gold = replace(GOLD, sections=(Section(path="I", heading="Mục đích", kinds=("purpose",)),))
    found = replace(GOLD, sections=(Section(path="I", heading="Mục đích", kinds=("content",), confidence=0.8),))
    assert list(outcomes("d", gold, found)) == [Outcome("d", "sections", 0.8, False)]


def test_parts_of_the_documents() -> None:
    info = DocumentInfo(issuer_level="commune", issued_on="2019-05-02", plan_kind="campaign_launch")
    page = PageInfo(1, 595, 842, "ocr", ocr_confidence=0.85)
    gold = replace(GOLD, document=info)
    scored = [("a", gold, replace(gold, source=SourceInfo("", "", "", (page,)))), ("b", GOLD, None)]
    evaluation = evaluate(scored)
    made = slices(scored, evaluation, tuple(DIMENSIONS))
    assert {name: sorted(parts) for name, parts in made.items()} == {
        "level": ["?", "commune"], "year": ["2019", "?"], "kind": ["?", "campaign_launch"],
        "scan": ["no record", "scan fair"],
    }  # fmt: skip
    more = details(scored, evaluation, DETAILS)
    assert set(to_dict(more)) == {"boundaries", "slices", "reliability"}
    shown = text(more)
    assert "commune" in shown and "WindowDiff" in shown and "ECE" in shown
    assert to_dict(details(scored, evaluation, ())) == {} and text(details(scored, evaluation, ())) == ""
