"""What counts as a hit, field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.evaluating import Measure, changes, evaluate, score
from kehoach.evaluating.assignment import assign
from kehoach.export.json import from_dict, to_reference
from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.plan import Criterion, Deadline, Due, Plan, Run, Section, Task, Unit

EMPTY = Plan(SourceInfo("", "", ""), "", DocumentInfo(), Run(""))


def plan_with(**facts: object) -> Plan:
    return replace(EMPTY, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        ((0, 0, 0), 1.0, 1.0, 1.0),
        ((3, 1, 0), 0.75, 1.0, 6 / 7),
        ((0, 2, 0), 0.0, 0.0, 0.0),
        ((0, 0, 2), 0.0, 0.0, 0.0),
        ((1, 1, 3), 0.5, 0.25, 1 / 3),
    ],
)
def test_measures(counts: tuple[int, int, int], precision: float, recall: float, f1: float) -> None:
    measure = Measure(*counts)
    assert (measure.precision, measure.recall) == (precision, recall)
    assert measure.f1 == pytest.approx(f1)


def test_pairs_are_those_of_the_largest_sum_and_not_of_the_first_best() -> None:
    table = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.85, ("b", "y"): 0.1}
    assert assign("ab", "xy", lambda g, f: table[g, f], 0.5) == [(0, 1), (1, 0)]
    assert assign("ab", "", lambda g, f: 1.0, 0.5) == []


def test_a_record_agrees_with_itself(plan: Plan) -> None:
    for name, measure in score(plan, plan).items():
        assert measure.extra == measure.missed == 0, name
    for name, measure in score(plan, from_dict(to_reference(plan))).items():
        assert measure.f1 == 1.0, name


SECTION = Section(path="II", heading="NỘI DUNG, TIÊU CHÍ", kinds=("content", "criteria"))


@pytest.mark.parametrize(
    ("found", "sections", "kinds"),
    [
        (Section(path="II", heading="Nội dung; tiêu chí", kinds=("criteria", "content")), (1, 0, 0), (1, 0, 0)),
        (Section(path="II", heading="Nội dung, tiêu chí", kinds=("content",)), (1, 0, 0), (0, 1, 1)),
        (Section(path="III", heading="NỘI DUNG, TIÊU CHÍ", kinds=("content", "criteria")), (0, 1, 1), (0, 1, 1)),
        (Section(path="II", heading="TỔ CHỨC", kinds=("content", "criteria")), (0, 1, 1), (0, 1, 1)),
    ],
)
def test_sections_need_path_and_heading_and_kinds_as_a_set(
    found: Section, sections: tuple[int, int, int], kinds: tuple[int, int, int]
) -> None:
    measures = score(plan_with(sections=(SECTION,)), plan_with(sections=(found,)))
    assert measures["sections"].counts == sections
    assert measures["sections.kinds"].counts == kinds


CRITERION = Criterion(path="III.1", text="Hoàn thành nhiệm vụ thu ngân sách", points=30, refers_to="II.1")


@pytest.mark.parametrize(
    ("found", "text", "points", "whole", "reference"),
    [
        ({}, 1, 1, 1, 1),
        ({"points": 25}, 1, 0, 0, 1),
        ({"points": None}, 1, 0, 0, 1),
        ({"refers_to": "I.1"}, 1, 1, 1, 0),
        ({"text": "Chấp hành kỷ luật lao động"}, 0, 0, 0, 0),
    ],
)
def test_a_criterion_is_whole_with_its_points(
    found: dict[str, object], text: int, points: int, whole: int, reference: int
) -> None:
    other = replace(CRITERION, **found)  # type: ignore[arg-type]
    measures = score(plan_with(criteria=(CRITERION,)), plan_with(criteria=(other,)))
    names = ("criteria", "criteria.points", "criteria.record", "criteria.refers_to")
    assert [measures[name].hits for name in names] == [text, points, whole, reference]


def test_points_count_only_where_there_are_some() -> None:
    without = replace(CRITERION, points=None)
    measures = score(plan_with(criteria=(without,)), plan_with(criteria=(without,)))
    assert measures["criteria.points"].counts == (0, 0, 0)
    assert measures["criteria.record"].counts == (1, 0, 0)


TASK = Task(
    path="IV.1",
    text="Chủ trì theo dõi, tổng hợp kết quả thực hiện kế hoạch",
    units=(Unit("Văn phòng Sở", "lead"), Unit("Các phòng chuyên môn", "coordinate")),
    due=Due(None, "2022-12-15"),
)


@pytest.mark.parametrize(
    ("found", "unit", "role", "due", "whole"),
    [
        ({}, 2, 2, 1, 1),
        ({"units": (Unit("phòng chuyên môn", "coordinate"), Unit("Văn phòng Sở", "lead"))}, 2, 2, 1, 1),
        ({"units": (Unit("Văn phòng Sở", "lead"),)}, 1, 1, 1, 0),
        ({"units": (Unit("Văn phòng Sở", "lead"), Unit("Các phòng chuyên môn", "lead"))}, 2, 1, 1, 0),
        ({"due": None}, 2, 2, 0, 0),
        ({"due": Due("2022-12-01", "2022-12-15")}, 2, 2, 0, 0),
        ({"path": "IV.2"}, 2, 2, 1, 1),
    ],
)
def test_a_task_is_whole_with_all_its_units_roles_and_due(
    found: dict[str, object], unit: int, role: int, due: int, whole: int
) -> None:
    other = replace(TASK, **found)  # type: ignore[arg-type]
    measures = score(plan_with(tasks=(TASK,)), plan_with(tasks=(other,)))
    names = ("tasks.unit", "tasks.unit_role", "tasks.due", "tasks.record")
    assert [measures[name].hits for name in names] == [unit, role, due, whole]


def test_units_of_a_task_that_nobody_asked_for_are_extra() -> None:
    measures = score(EMPTY, plan_with(tasks=(TASK,)))
    assert measures["tasks.unit"].counts == (0, 2, 0)
    assert measures["units"].extra_texts == ("phòng chuyên môn", "văn phòng sở")


def test_a_deadline_needs_both_ends() -> None:
    one = Deadline(path="V", quote="trong tháng 6", kind="period", start="2022-06-01", end="2022-06-30")
    other = replace(one, start=None)
    measures = score(plan_with(deadlines=(one,)), plan_with(deadlines=(other,)))
    assert measures["deadlines.mention"].counts == (1, 0, 0)
    assert measures["deadlines.interval"].counts == (0, 1, 1)
    assert measures["deadlines.interval"].missed_texts == ("V trong tháng 6 (2022-06-01..2022-06-30)",)


@pytest.mark.parametrize(
    ("gold", "found", "counted"),
    [
        ({"plan_kind": "other"}, {"plan_kind": "other"}, (1, 0, 0)),
        ({"plan_kind": "other"}, {}, (0, 0, 1)),
        ({}, {"plan_kind": "other"}, None),
    ],
)
def test_header_fields_that_older_references_lack_count_only_where_given(
    gold: dict[str, str], found: dict[str, str], counted: tuple[int, int, int] | None
) -> None:
    one, other = (plan_with(document=DocumentInfo(type="KH", **x)) for x in (gold, found))  # type: ignore[arg-type]
    measure = score(one, other).get("document.plan_kind")
    assert (measure.counts if measure else None) == counted
    assert evaluate([("x", one, other)]).header_f1 == 1.0


def test_documents_without_a_record_found_nothing(plan: Plan) -> None:
    evaluation = evaluate([("one", plan, plan), ("two", plan, None)])
    assert evaluation.missing == ("two",)
    assert evaluation.total["criteria"].counts == (2, 0, 2)
    assert evaluation.total["criteria"].f1 == pytest.approx(2 / 3)


def test_changes_name_gains_and_losses_by_document(plan: Plan) -> None:
    worse = replace(plan, themes=())
    before = evaluate([("one", plan, plan), ("two", plan, worse), ("three", plan, plan)])
    after = evaluate([("one", plan, worse), ("two", plan, plan)])
    found = [(change.document, change.field, change.gain) for change in changes(before, after)]
    assert found == [("one", "themes", -1.0), ("two", "themes", 1.0)]
    assert changes(after, after) == []
