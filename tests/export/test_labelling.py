"""Tasks for Label Studio: what its import asks of text tasks with predictions."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import kehoach as kh
from kehoach.export.labelling import FROM, KINDS_MARKED, TO, configuration, to_task


def test_regions_stand_where_they_say(plan_file: Path) -> None:
    plan = kh.read(plan_file)
    task = to_task(plan)
    (prediction,) = task["predictions"]
    assert task["data"][TO] == plan.text
    assert 0 < prediction["score"] <= 1
    for result in prediction["result"]:
        value = result["value"]
        assert plan.text[value["start"] : value["end"]] == value["text"] != ""
        assert (result["from_name"], result["to_name"], result["type"]) == (FROM, TO, "labels")
        assert set(value["labels"]) <= set(KINDS_MARKED)
    assert len({result["id"] for result in prediction["result"]}) == len(prediction["result"])
    marked = {result["meta"]["id"][0] for result in prediction["result"]}
    assert {fact.id for fact in (*plan.criteria, *plan.tasks, *plan.deadlines)} <= marked


def test_the_interface_knows_every_label() -> None:
    view = ElementTree.fromstring(configuration())
    labels = view.find("Labels")
    assert labels is not None and (labels.get("name"), labels.get("toName")) == (FROM, TO)
    assert [label.get("value") for label in labels] == list(KINDS_MARKED)
    text = view.find("Text")
    assert text is not None and (text.get("name"), text.get("value")) == (TO, f"${TO}")


def test_a_task_without_facts_is_a_task() -> None:
    task = to_task(kh.read(b"Xin chao"))
    assert task["predictions"][0]["score"] >= 0
