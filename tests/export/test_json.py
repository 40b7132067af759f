"""The record as JSON: all keys, small differences, back again."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kehoach.errors import VersionMismatch
from kehoach.export.json import from_dict, from_json, to_dict, to_json, to_reference
from kehoach.export.schema import plan_schema, reference_schema
from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.plan import Plan, Run

EMPTY = Plan(SourceInfo("", "", ""), "", DocumentInfo(), Run(""))


def test_every_key_of_the_contract_is_there_in_its_order(plan: Plan) -> None:
    assert list(to_dict(plan)) == [
        "schema_version", "source", "text", "document", "sections", "items", "tables", "themes", "movements",
        "criteria", "targets", "deadlines", "tasks", "citations", "observances", "rewards", "issues", "checks",
        "findings", "run",
    ]  # fmt: skip
    assert list(to_dict(EMPTY)) == list(to_dict(plan))
    assert set(to_dict(plan)["document"]) == {field.name for field in fields(DocumentInfo)}


def test_a_fact_begins_with_its_id_and_ends_with_what_backs_it(plan: Plan) -> None:
    assert list(to_dict(plan)["observances"][0]) == [
        "id", "name", "ordinal", "from", "to", "confidence", "rule", "evidence",
    ]  # fmt: skip


def test_numbers_are_rounded_and_whole_ones_have_no_fraction(plan: Plan) -> None:
    record = to_dict(plan)
    assert record["themes"][0]["evidence"][0]["box"] == [72, 91, 500, 104.5]
    assert record["themes"][0]["confidence"] == 0.912
    assert [criterion["points"] for criterion in record["criteria"]] == [60, 12.5]
    assert isinstance(record["criteria"][0]["points"], int)
    assert record["source"]["pages"][0]["ocr_confidence"] == 0.932
    assert record["run"]["seconds"] == {"reading": 0.1235}


def test_values_of_the_header_stay_plain_and_their_evidence_stands_beside(plan: Plan) -> None:
    document = to_dict(plan)["document"]
    assert document["number"] == "77/KH-SCT"
    assert document["evidence"]["number"]["rule"] == "header.number"
    assert document["evidence"]["recipients"][0]["inferred"] is True


def test_reading_back_gives_the_same_record(plan: Plan) -> None:
    record = to_dict(plan)
    again = from_json(to_json(plan))
    assert to_dict(again) == record
    assert again.tasks[0].due == plan.tasks[0].due
    assert again.observances[0].from_ == "1972-06-05"


def test_text_is_written_as_it_is_read_by_people(plan: Plan) -> None:
    assert "Sở Công Thương tỉnh Bến Tre" in to_json(plan)
    assert "\n" not in to_json(plan, indent=None)


def test_a_file_name_that_is_no_unicode_does_not_stop_the_record() -> None:
    odd = replace(EMPTY, source=SourceInfo("k\udce1.pdf", "", ""))
    assert json.loads(to_json(odd).encode("utf-8"))["source"]["path"] == "k?.pdf"


def test_readers_ignore_keys_that_they_do_not_know(plan: Plan) -> None:
    record = to_dict(plan)
    record["schema_version"] = "1.99.0"
    record["new_list"] = []
    record["themes"][0]["mood"] = "bright"
    assert to_dict(from_dict(record))["themes"] == to_dict(plan)["themes"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"schema_version": "2.0.0", "document": {}}, "2.0.0"),
        ({"sections": []}, "no record"),
        ([], "no record"),
        ({"document": {}, "sections": [{"path": "I"}]}, "sections.0.heading"),
        ({"document": {}, "deadlines": [{"path": None, "quote": "q", "kind": "someday"}]}, "deadlines.0.kind"),
    ],
)
def test_what_is_no_record_of_this_version_is_refused(record: Any, said: str) -> None:
    with pytest.raises(VersionMismatch) as caught:
        from_dict(record)
    assert said in caught.value.message
    assert caught.value.exit_code == 7


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(VersionMismatch):
        from_json("{")


def test_an_impossible_box_is_refused(plan: Plan) -> None:
    record = to_dict(plan)
    record["themes"][0]["evidence"][0]["box"] = [10, 10, 5, 20]
    with pytest.raises(VersionMismatch):
        from_dict(record)


def test_the_reference_form_holds_values_alone(plan: Plan) -> None:
    reference = to_reference(plan)
    assert not {"text", "tables", "checks", "issues", "run"} & set(reference)
    assert "evidence" not in reference["document"]
    assert reference["criteria"][0]["indicators"] == ["Giảm 5 %"]
    assert reference["findings"] == [{"name": "missing_date", "path": None, "note": "thiếu ngày"}]
    assert reference["tasks"][0]["units"][0] == {"name": "Văn phòng Sở", "role": "lead"}
    assert reference["items"][0] == {"path": "I.1", "start": "Động viên", "text": "Động viên người lao động"}


def test_a_reference_is_read_back_as_a_plan(plan: Plan) -> None:
    again = from_dict(to_reference(plan))
    assert to_reference(again) == to_reference(plan)
    assert again.criteria[0].indicators[0].text == "Giảm 5 %"


def test_records_and_references_satisfy_their_schemas(plan: Plan) -> None:
    jsonschema.validate(to_dict(plan), plan_schema())
    jsonschema.validate(to_dict(EMPTY), plan_schema())
    jsonschema.validate(to_reference(plan), reference_schema())


@pytest.mark.samples
def test_the_sample_references_satisfy_the_schema_and_lose_nothing(samples: Path) -> None:
    files = sorted(samples.glob("*/gold.json"))
    assert len(files) >= 9
    for file in files:
        reference = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.validate(reference, reference_schema())
        assert _lost(reference, to_reference(from_dict(reference))) == []


def _lost(before: Any, after: Any, where: str = "") -> list[str]:
    """The places at which ``after`` does not hold what ``before`` does."""
    if isinstance(before, dict):
        return [lost for key in before for lost in _lost(before[key], after.get(key), f"{where}.{key}")]
    if isinstance(before, list):
        if len(before) != len(after):
            return [where]
        pairs = enumerate(zip(before, after, strict=True))
        return [lost for n, (one, other) in pairs for lost in _lost(one, other, f"{where}.{n}")]
    return [] if before == after else [where]
