"""Plans as tables."""

from __future__ import annotations

import pandas
import pytest

from kehoach.errors import UsageError
from kehoach.export.frame import COLUMNS, FACT_COLUMNS, PLAN_COLUMNS, frame
from kehoach.model.plan import Plan


@pytest.mark.parametrize("kind", list(COLUMNS))
def test_every_table_has_its_columns_and_types_with_and_without_rows(kind: str, plan: Plan) -> None:
    full, empty = frame(plan, kind), frame([], kind)  # type: ignore[arg-type]
    assert list(full.columns)[: len(PLAN_COLUMNS)] == list(PLAN_COLUMNS)
    assert set(COLUMNS[kind]) <= set(full.columns)
    assert len(full) and not len(empty)
    assert list(full.columns) == list(empty.columns)
    assert not full.columns.duplicated().any()
    assert (full["file"] == "mẫu.pdf").all()


def test_a_task_has_a_row_for_each_unit_and_one_where_there_is_none(plan: Plan) -> None:
    tasks = frame(plan, "tasks")
    assert list(tasks["unit"]) == ["Văn phòng Sở", "Phòng Quản lý năng lượng", None]
    assert list(tasks["role"]) == ["lead", "coordinate", None]
    assert list(tasks["due_end"][:2]) == [pandas.Timestamp(2022, 12, 15)] * 2
    assert tasks["due_start"].isna().all()
    assert list(tasks["page"]) == [1, 1, 1]


def test_partial_dates_stay_text(plan: Plan) -> None:
    documents = frame(plan, "documents")
    assert documents["issued_on"][0] == "2022-03"
    assert documents["start"][0] == pandas.Timestamp(2022, 1, 1)


def test_facts_tell_what_backs_them(plan: Plan) -> None:
    observances = frame(plan, "observances")
    assert observances["from"][0] == "1972-06-05"
    assert list(observances.columns)[-3:] == list(FACT_COLUMNS)
    assert observances["rule"][0] == "test.rule"


def test_points_can_be_summed(plan: Plan) -> None:
    assert frame([plan, plan], "criteria").groupby("file")["points"].sum().tolist() == [145.0]


def test_boxes_are_in_points(plan: Plan) -> None:
    evidence = frame(plan, "evidence")
    assert evidence["x1"][0] == 500.0
    assert evidence["start"][0] == 3


def test_an_unknown_table_is_an_error(plan: Plan) -> None:
    with pytest.raises(UsageError):
        frame(plan, "recipes")  # type: ignore[arg-type]
