"""The record as JSON: the object of the record's contract, written from and read back into the typed model.

Every key is always there, in a fixed order (a fact's evidence last), and numbers are rounded, so that two records
can be compared line by line. Readers ignore keys that they do not know.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from kehoach.errors import VersionMismatch
from kehoach.model.geometry import Box
from kehoach.model.plan import SCHEMA_VERSION, Fact, Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_DIGITS = {"confidence": 3, "ocr_confidence": 3, "skew": 2, "width": 2, "height": 2, "seconds": 4}
"""Decimals kept, by key; boxes have 2, other numbers 6."""
BACKING = ("id", "confidence", "rule", "evidence")
"""What backs a value, and is no part of a reference record."""
_AS_THEY_ARE = frozenset([str, int, bool, type(None)])
_BOXES = {"box", "printed_at"}
"""Keys whose value is a box."""
NOT_IN_REFERENCE = {"text", "tables", "checks", "issues", "run"}
"""What a reference record leaves out at its top level."""
_NEWER = (
    "Bản ghi do phiên bản kehoach khác ghi; đọc lại văn bản gốc hoặc cập nhật kehoach / "
    "the record was written by another version of kehoach; read the document again or update kehoach"
)
_NO_RECORD = "Tệp này không phải bản ghi của kehoach / this is no record of kehoach"


def to_dict(plan: Plan) -> dict[str, Any]:
    """The record as plain JSON values: all keys, a box as ``[x0, top, x1, bottom]`` in points to 0.01."""
    record: dict[str, Any] = _plain(plan)
    version, run = record.pop("schema_version"), record.pop("run")
    return {"schema_version": version, **record, "run": run}


def to_json(plan: Plan, indent: int | None = 1) -> str:
    """The record as JSON text; ``indent=None`` writes one line (JSON Lines)."""
    return dumps(to_dict(plan), indent)


def to_bytes(plan: Plan) -> bytes:
    """The record as JSON in one line of UTF-8, for programs only: written four times as fast, without blanks."""
    from pydantic_core import PydanticSerializationError, to_json

    record = to_dict(plan)
    try:
        return to_json(record, inf_nan_mode="null")
    except PydanticSerializationError:  # a lone surrogate
        return dumps(record, None).encode("utf-8")


def dumps(value: object, indent: int | None = 1) -> str:
    """JSON as this program writes it: Vietnamese letters as they are, no NaN, no lone surrogate."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return text.encode("utf-8", "replace").decode("utf-8")


def to_reference(plan: Plan) -> dict[str, Any]:
    """The record in the form of a reference record: values only, without evidence, text, tables, issues and run."""
    record = to_dict(plan)
    kept = {key: _bare(value) for key, value in record.items() if key not in NOT_IN_REFERENCE}
    kept["findings"] = [{"name": f.name, "path": f.path, "note": f.message.vi} for f in plan.findings]
    for criterion in kept["criteria"]:
        criterion["indicators"] = [indicator["text"] for indicator in criterion["indicators"]]
    return kept


def from_dict(record: Mapping[str, Any]) -> Plan:
    """The plan that a record holds. A reference record is read too: what it leaves out is empty.

    Raises:
        VersionMismatch: the record has another major ``schema_version``, or not the shape of one.
    """
    from pydantic import ValidationError

    if not isinstance(record, Mapping) or "document" not in record:
        raise VersionMismatch(_NO_RECORD)
    _check_version(record.get("schema_version"))
    try:
        return adapter().validate_python([_completed(record)])[0]
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()[:3]]
        raise VersionMismatch(f"{_NO_RECORD}: {'; '.join(wrong)}", _NEWER) from error


def from_json(text: str | bytes) -> Plan:
    """The plan of one JSON record.

    Raises:
        VersionMismatch: this is not the JSON of a record, or one of another major ``schema_version``.
    """
    try:
        record = json.loads(text)
    except ValueError as error:
        raise VersionMismatch(f"{_NO_RECORD}: {error}") from error
    return from_dict(record)


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[list[Plan]]:
    """What reads and describes plans; a list, because a configuration cannot be given to the plan itself."""
    from pydantic import TypeAdapter

    return TypeAdapter(
        list[Plan],
        config={"alias_generator": key_of, "extra": "ignore", "json_schema_serialization_defaults_required": True},
    )


def key_of(name: str) -> str:
    """The JSON key of a field: ``from_`` is "from"."""
    return name.rstrip("_")


def _plain(value: Any, key: str = "") -> Any:
    kind: type = value.__class__
    if kind in _AS_THEY_ARE:
        return value
    if kind is float:
        return _number(value, _DIGITS.get(key, 6))
    if kind is tuple or kind is list:
        return [_plain(item, key) for item in value]
    if kind is Box:
        return [_number(side, 2) for side in value.as_list()]
    if is_dataclass(kind):
        values, keys = _fields(kind)
        return {
            own: one if one.__class__ in _AS_THEY_ARE else _plain(one, own)
            for own, one in zip(keys, values(value), strict=True)
        }
    if isinstance(value, Mapping):
        return {str(k): _plain(v, key) for k, v in value.items()}
    return value


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """What gives the values of all fields, and their keys, in the order of writing: a fact's id first, what backs it
    last."""
    names = [field.name for field in fields(kind)]
    if issubclass(kind, Fact):
        names = [BACKING[0], *(name for name in names if name not in BACKING), *BACKING[1:]]
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda value: (take(value),), tuple(map(key_of, names))


def _number(value: float, digits: int) -> float | int:
    """Rounded; a whole number without its ".0", so that 20 and 20.0 are written alike."""
    rounded = round(float(value), digits)
    return int(rounded) if rounded.is_integer() else rounded


def _bare(value: Any) -> Any:
    """Without the keys that back a value."""
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in BACKING}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def _check_version(version: object) -> None:
    if version is None:
        return
    major = str(version).split(".", maxsplit=1)[0]
    if major != SCHEMA_VERSION.split(".", maxsplit=1)[0]:
        message = f"Bản ghi theo lược đồ {version}, chương trình này đọc {SCHEMA_VERSION}"
        raise VersionMismatch(f"{message} / record of schema {version}, this program reads {SCHEMA_VERSION}", _NEWER)


def _completed(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with boxes as objects, and with what a reference record leaves out filled in as empty."""
    full = {
        "source": {"path": "", "sha256": "", "media_type": ""},
        "text": "",
        "run": {"version": ""},
        **{k: v for k, v in record.items() if v is not None},
    }
    full["items"] = [{"text": i.get("start", ""), **i} for i in full.get("items", ())]
    full["criteria"] = [
        {**c, "indicators": [{"text": i} if isinstance(i, str) else i for i in c.get("indicators") or ()]}
        for c in full.get("criteria", ())
    ]
    full["findings"] = [
        f if "message" in f else {"code": "", "severity": "info", **f, "message": {"vi": f.get("note", ""), "en": ""}}
        for f in full.get("findings", ())
    ]
    return {key: _boxes(value) for key, value in full.items()}


def _boxes(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _box(v) if k in _BOXES and isinstance(v, list) else _boxes(v) for k, v in value.items()}
    return [_boxes(item) for item in value] if isinstance(value, list) else value


def _box(sides: list[Any]) -> dict[str, Any]:
    return dict(zip(("x0", "top", "x1", "bottom"), sides, strict=False))
