"""Tasks for Label Studio, checked by the library that its makers keep for such files."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
from PIL import Image

import kehoach as kh
from kehoach.cli.render import rendered
from kehoach.export.labelling import FROM, KINDS_MARKED, TO, configuration, to_task
from kehoach.export.labelling_pages import BOXES, PAGE, PAGES, WORDS
from kehoach.reading import source
from tests.conftest import REPOSITORY

PRINTED = REPOSITORY / "corpora" / "ubnd-quang-tri-2021" / "digital.pdf"


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
    for tag, name, to in (("Labels", FROM, TO), ("RectangleLabels", BOXES, PAGE)):
        labels = view.find(tag)
        assert labels is not None and (labels.get("name"), labels.get("toName")) == (name, to)
        assert [label.get("value") for label in labels] == list(KINDS_MARKED)
    text = view.find("Text")
    assert text is not None and (text.get("name"), text.get("value")) == (TO, f"${TO}")


def test_text_has_an_interface_without_pages(plan_file: Path) -> None:
    interface = LabelInterface(configuration(pages=False))
    interface.validate()
    task = to_task(kh.read(plan_file))
    assert interface.validate_task({"data": task["data"]})
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    """The task of a printed plan, as the command writes it."""
    made = rendered(("labelstudio",), kh.read(PRINTED), source(PRINTED))["labelstudio"]
    (task,) = json.loads(made)
    return dict(task)


def test_label_studio_takes_the_task(printed: dict[str, Any]) -> None:
    interface = LabelInterface(configuration())
    interface.validate()
    (prediction,) = printed["predictions"]
    assert interface.validate_task({"data": printed["data"]})
    assert interface.validate_prediction(prediction, return_errors=True) == []


def test_boxes_stand_on_the_pages_that_are_in_the_task(printed: dict[str, Any]) -> None:
    pages = [Image.open(io.BytesIO(base64.b64decode(uri.split(",")[1]))) for uri in printed["data"][PAGES]]
    assert len(pages) == 3
    results = printed["predictions"][0]["result"]
    boxes = [result for result in results if result["from_name"] == BOXES]
    words = {result["id"]: result["value"]["text"] for result in results if result["from_name"] == WORDS}
    assert len(boxes) == len(words) == len({box["id"] for box in boxes}) > 50
    for box in boxes:
        page = pages[box["item_index"]]
        assert (box["original_width"], box["original_height"]) == page.size
    (number,) = (box for box in boxes if box["meta"]["text"] == ["number"])
    assert words[number["id"]] == ["186/KH-UBND"]
    x, y, width, height = (number["value"][key] / 100 for key in ("x", "y", "width", "height"))
    across, down = pages[0].size
    place = (round(x * across), round(y * down), round((x + width) * across), round((y + height) * down))
    grey = pages[0].convert("L")
    assert grey.crop(place).getextrema()[0] < 120  # ink within the box, and none right above it
    assert grey.crop((place[0], place[1] - 6, place[2], place[1] - 2)).getextrema()[0] > 160


def test_every_kind_of_fact_has_its_boxes(plan: kh.Plan) -> None:
    task = to_task(plan, {1: Image.new("RGB", (600, 848), "white")})
    marked = {r["value"]["rectanglelabels"][0] for r in task["predictions"][0]["result"] if r["from_name"] == BOXES}
    assert marked == set(KINDS_MARKED)


def test_label_studio_exports_what_was_marked(printed: dict[str, Any], tmp_path: Path) -> None:
    """A prediction that a person accepts is an annotation; the makers' converter turns it into their short form."""
    done = {**printed, "id": 1, "annotations": [{"id": 1, "completed_by": 1, **printed["predictions"][0]}]}
    (tmp_path / "exported.json").write_text(json.dumps([done]), encoding="utf-8")
    converter = Converter(configuration(), str(tmp_path))
    converter.convert_to_json_min(str(tmp_path / "exported.json"), str(tmp_path / "min"), is_dir=False)
    (made,) = json.loads((tmp_path / "min" / "result.json").read_text("utf-8"))
    results = printed["predictions"][0]["result"]
    for name in (FROM, BOXES):
        assert len(made[name]) == sum(result["from_name"] == name for result in results)


def test_a_task_without_facts_is_a_task() -> None:
    task = to_task(kh.read(b"Xin chao"))
    assert task["predictions"][0]["score"] >= 0
