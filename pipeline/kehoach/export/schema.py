"""JSON Schemas of the record and of the reference record, generated from the typed model.

The model is the source; the files in ``schemas/`` are this module's output. A released shape does not change without
a new ``SCHEMA_VERSION``: a new key or a new allowed value is a minor version, anything else a major one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from kehoach.errors import VersionMismatch
from kehoach.export.json import BACKING, NOT_IN_REFERENCE, adapter, dumps
from kehoach.model.plan import SCHEMA_VERSION

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BOX = {
    "description": "[x0, top, x1, bottom] in PDF points (1/72 inch) from the page's top left.",
    "type": "array",
    "items": {"type": "number"},
    "minItems": 4,
    "maxItems": 4,
}
_NOTE = {"description": "The annotator's remark.", "type": ["string", "null"]}


def plan_schema() -> Schema:
    """The schema of a record: every key is required, unknown keys are allowed (readers ignore them)."""
    definitions, root = _definitions("serialization")
    root["properties"]["schema_version"]["pattern"] = rf"^{SCHEMA_VERSION.split('.')[0]}\.\d+\.\d+$"
    definitions["Box"] = dict(_BOX)
    return _document("plan", "A plan record (kế hoạch)", root, definitions)


def reference_schema() -> Schema:
    """The schema of a reference record: values only; keys that the model has a default for may be left out, unknown
    keys are errors, because people write these files by hand."""
    definitions, root = _definitions("validation")
    for definition in definitions.values():
        if definition.get("type") == "object":
            _without(definition, BACKING)
            definition["additionalProperties"] = False
    _without(root, [*NOT_IN_REFERENCE])
    required = [k for k, v in root["properties"].items() if v.get("type") == "array"]
    root |= {"required": ["document", *required], "additionalProperties": False}
    definitions["Box"] = dict(_BOX)
    definitions["Indicator"] = {"type": "string"}
    definitions["Item"]["required"].remove("text")
    finding = definitions["Finding"]["properties"]
    kept = {"name": finding["name"], "path": finding["path"], "note": _NOTE}
    definitions["Finding"] |= {"properties": kept, "required": ["name", "path"]}
    return _document("reference", "A reference record: what a reader finds in a plan", root, definitions)


def write(folder: Path) -> list[Path]:
    """Writes both schemas, and the plan's under its version in ``folder/history``; returns the files written.

    Raises:
        VersionMismatch: the shape differs from the one in the history under the same version.
    """
    schema = plan_schema()
    plan = dumps(schema, 2) + "\n"
    frozen = folder / "history" / f"plan-{SCHEMA_VERSION}.schema.json"
    if frozen.exists() and shape(json.loads(frozen.read_text(encoding="utf-8"))) != shape(schema):
        raise VersionMismatch(
            f"Dạng bản ghi đã đổi mà schema_version vẫn là {SCHEMA_VERSION} / "
            f"the record's shape changed, its schema_version is still {SCHEMA_VERSION}",
            "Nâng SCHEMA_VERSION trong model/plan.py / raise SCHEMA_VERSION in model/plan.py",
        )
    files = {
        folder / "plan.schema.json": plan,
        folder / "reference.schema.json": dumps(reference_schema(), 2) + "\n",
        frozen: plan,
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)


def shape(value: Any) -> Any:
    """A schema without its descriptions: what must not change under one version."""
    if isinstance(value, list):
        return [shape(item) for item in value]
    if isinstance(value, dict):
        return {k: shape(v) for k, v in value.items() if not (k == "description" and isinstance(v, str))}
    return value


def lost(old: Schema, new: Schema) -> list[str]:
    """What a reader of the ``old`` schema would miss in the ``new`` one: keys gone, types changed, values gone.

    Empty where the change is additive, so that a minor version is enough.
    """
    found = []
    olds, news = ({"Plan": schema, **schema["$defs"]} for schema in (old, new))
    for name, definition in olds.items():
        for key, was in definition.get("properties", {}).items():
            now = news.get(name, {}).get("properties", {}).get(key)
            if now is None:
                found.append(f"{name}.{key}")
            elif gone := sorted(_values(was) - _values(now)):
                found.append(f"{name}.{key}: {', '.join(gone)}")
    return found


def _definitions(mode: Literal["serialization", "validation"]) -> tuple[dict[str, Schema], Schema]:
    """The definitions of all types, and that of the plan apart from them."""
    schema = adapter().json_schema(mode=mode)
    definitions: dict[str, Schema] = {name: _tidy(value) for name, value in schema["$defs"].items()}
    return definitions, definitions.pop("Plan")


def _document(name: str, title: str, root: Schema, definitions: dict[str, Schema]) -> Schema:
    used: dict[str, Schema] = {}
    _collect(root, definitions, used)
    head = {"$schema": _DIALECT, "$id": f"urn:kehoach:{name}:{SCHEMA_VERSION}", "title": title}
    return {**head, **root, "$defs": dict(sorted(used.items()))}


def _tidy(value: Any, inside_properties: bool = False) -> Any:
    """Without generated titles and defaults, with docstrings on one line."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {k: v for k, v in value.items() if inside_properties or k not in ("title", "default")}
    if not inside_properties and isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split()).replace("``", "")
    return {key: _tidy(item, key == "properties") for key, item in kept.items()}


def _without(definition: Schema, keys: tuple[str, ...] | list[str]) -> None:
    definition["properties"] = {k: v for k, v in definition.get("properties", {}).items() if k not in keys}
    definition["required"] = [key for key in definition.get("required", []) if key not in keys]


def _collect(value: Any, definitions: dict[str, Schema], used: dict[str, Schema]) -> None:
    """Adds every definition that ``value`` leads to."""
    if isinstance(value, list):
        for item in value:
            _collect(item, definitions, used)
    elif isinstance(value, dict):
        name = str(value.get("$ref", "")).rsplit("/", maxsplit=1)[-1]
        if name in definitions and name not in used:
            used[name] = definitions[name]
            _collect(definitions[name], definitions, used)
        for item in value.values():
            _collect(item, definitions, used)


def _values(schema: Schema) -> set[str]:
    """The alternatives of a property: types, references and allowed values, each as text."""
    options = schema.get("anyOf", [schema])
    found: set[str] = set()
    for option in options:
        if "enum" in option:
            found |= {json.dumps(value, ensure_ascii=False) for value in option["enum"]}
        else:
            bare = {k: v for k, v in option.items() if k not in ("description", "pattern")}
            found.add(json.dumps(bare, ensure_ascii=False, sort_keys=True))
    return found
