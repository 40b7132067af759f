"""The schemas are those of the model, and a version's shape stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kehoach.errors import VersionMismatch
from kehoach.export.schema import lost, plan_schema, reference_schema, shape, write
from kehoach.model.plan import SCHEMA_VERSION

SCHEMAS = Path(__file__).parents[2] / "schemas"
ADVICE = "raise SCHEMA_VERSION in model/plan.py where the shape changed, then: make schemas"


def _read(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def test_the_files_are_those_of_the_model() -> None:
    assert _read("plan.schema.json") == plan_schema(), ADVICE
    assert _read("reference.schema.json") == reference_schema(), ADVICE


def test_the_shape_of_this_version_is_the_one_it_was_released_with() -> None:
    released = _read(f"history/plan-{SCHEMA_VERSION}.schema.json")
    assert shape(released) == shape(plan_schema()), ADVICE


def test_nothing_is_lost_within_a_major_version() -> None:
    major = SCHEMA_VERSION.split(".")[0]
    files = list((SCHEMAS / "history").glob(f"plan-{major}.*.schema.json"))
    assert files
    for file in files:
        assert lost(json.loads(file.read_text(encoding="utf-8")), plan_schema()) == [], file.name


def test_every_version_is_told_in_the_history() -> None:
    told = (SCHEMAS / "README.md").read_text(encoding="utf-8")
    for file in (SCHEMAS / "history").glob("*.json"):
        version = file.name.removeprefix("plan-").removesuffix(".schema.json")
        assert f"| {version} |" in told


@pytest.mark.parametrize("schema", [plan_schema(), reference_schema()], ids=["plan", "reference"])
def test_they_are_schemas(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(SCHEMA_VERSION)


def test_a_record_needs_every_key_and_a_reference_only_what_is_known() -> None:
    plan, reference = plan_schema(), reference_schema()
    assert set(plan["required"]) == set(plan["properties"])
    assert set(plan["$defs"]["Task"]["required"]) == set(plan["$defs"]["Task"]["properties"])
    assert reference["$defs"]["Task"]["required"] == ["path", "text"]
    assert "evidence" not in reference["$defs"]["Unit"]["properties"]
    assert reference["additionalProperties"] is False


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda s: s["$defs"]["Task"]["properties"].pop("product"), ["Task.product"]),
        (lambda s: s["$defs"]["Unit"]["properties"]["role"]["enum"].remove("advise"), ['Unit.role: "advise"']),
        (lambda s: s["$defs"]["Reward"]["properties"].update(count={"type": "string"}), ["Reward.count: "]),
        (lambda s: s["$defs"]["Reward"]["properties"].update(year={"type": "string"}), []),
        (lambda s: s["$defs"]["Unit"]["properties"]["role"]["enum"].append("witness"), []),
    ],
)
def test_only_additions_are_minor(change: Any, expected: list[str]) -> None:
    new = plan_schema()
    change(new)
    found = lost(plan_schema(), new)
    assert len(found) == len(expected)
    assert all(one.startswith(other) for one, other in zip(found, expected, strict=True))


def test_a_changed_shape_under_the_same_version_is_refused(tmp_path: Path) -> None:
    assert len(write(tmp_path)) == 3
    write(tmp_path)
    frozen = tmp_path / "history" / f"plan-{SCHEMA_VERSION}.schema.json"
    other = json.loads(frozen.read_text(encoding="utf-8"))
    other["$defs"]["Theme"]["properties"].pop("path")
    frozen.write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(VersionMismatch):
        write(tmp_path)
