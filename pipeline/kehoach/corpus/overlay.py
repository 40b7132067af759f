"""What people said about values, laid over the machine's record, which itself never changes.

A correction belongs to a fact by its id; where reading anew gave the fact another id, to the fact of its kind with the
same words of the source. It is in conflict only when both are others than when it was made: the machine's value and
the words of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kehoach.errors import UsageError, VersionMismatch
from kehoach.export import json
from kehoach.model.plan import FACT_KINDS, Plan

State = Literal["confirmed", "corrected", "rejected", "added"]
Record = dict[str, Any]
HEADER = "document."
"""How the id of a header value begins: "document.number", "document.signer.name"."""
EVIDENCE = "evidence"
"""The field whose correction moves a value's place: ``[{page, box, start, end}]``."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person said; see the table ``corrections``. ``old`` and ``new`` are JSON values;
    ``box`` is in points from the page's top left."""

    id: int
    plan_id: int
    fact_id: str
    kind: str
    field: str | None
    state: State
    old: Any
    new: Any
    words: str | None
    by: str
    at: str
    note: str | None = None
    undone_by: str | None = None
    undone_at: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Corrected:
    """The plan with the layer applied. ``marks`` tells the state of each fact that people spoke of, by its id now
    ("document.FIELD" for the header); ``conflicts`` are the corrections that were not applied."""

    plan: Plan
    marks: Mapping[str, State] = field(default_factory=dict)
    conflicts: tuple[Correction, ...] = ()


def applied(plan: Plan, said: Iterable[Correction]) -> Corrected:
    """The record as people left it: a value that someone vouches for has confidence 1 and the rule "person.STATE",
    a rejected fact is gone."""
    standing = _standing(said)
    if not standing:
        return Corrected(plan)
    record = json.to_dict(plan)
    marks: dict[str, State] = {}
    conflicts = []
    others = {(one.fact_id, key) for one in standing for key in _corrected_keys(one)}
    for one in standing:
        target = None if one.state == "added" else _target(record, one)
        if one.state != "added" and (target is None or _changed(record, target, one)):
            conflicts += [one] if one.state != "rejected" else []
        else:
            if one.state == "confirmed" and target is not None:
                _restore(record, target, one, others)
            marks[_apply(record, target, one)] = one.state
    return Corrected(json.from_dict(record), marks, tuple(conflicts))


def checked(plan: Plan, one: Correction) -> None:
    """Raises UsageError where applying the correction does not give a record."""
    try:
        found = applied(plan, [one])
    except VersionMismatch as error:
        raise UsageError(f"Giá trị không hợp lệ / the value does not fit: {error.message}") from error
    if found.conflicts or not found.marks:
        raise UsageError(f"Không có dữ kiện / no such fact or value: {one.fact_id} {one.field or ''}".rstrip())


def value_of(record: Record, fact_id: str, kind: str, name: str | None) -> Any:
    """The machine's value of a field, or the whole fact; None where there is none."""
    if fact_id.startswith(HEADER):
        return _header_value(record, fact_id)
    fact = _by_id(record, kind, fact_id)
    return fact if fact is None or name is None else fact.get(name)


def words_of(record: Record, fact_id: str, kind: str) -> str | None:
    """The words of the source at the place of a fact or header value."""
    if fact_id.startswith(HEADER):
        backing = record["document"]["evidence"].get(fact_id.removeprefix(HEADER))
        entries = backing if isinstance(backing, list) else [backing] if backing else []
        evidence = [place for entry in entries for place in entry["evidence"]]
    else:
        fact = _by_id(record, kind, fact_id)
        evidence = fact["evidence"] if fact else []
    return _words(record, evidence)


def kind_of(record: Record, fact: str) -> str:
    """The list that a fact stands in.

    Raises:
        UsageError: there is no such fact.
    """
    for kind in FACT_KINDS:
        if _by_id(record, kind, fact) is not None:
            return kind
    raise UsageError(f"Không có dữ kiện / no such fact: {fact}")


def place_of(record: Record, one: Correction) -> tuple[int | None, tuple[float, float, float, float] | None]:
    """Page and box of what is corrected."""
    if one.state == "added" or (one.state == "corrected" and one.field == EVIDENCE):
        places = one.new if one.field == EVIDENCE else (one.new or {}).get(EVIDENCE)
    elif one.fact_id.startswith(HEADER):
        backing = record["document"]["evidence"].get(one.fact_id.removeprefix(HEADER))
        places = backing["evidence"] if isinstance(backing, dict) else []
    else:
        places = (_by_id(record, one.kind, one.fact_id) or {}).get("evidence")
    first = next(iter(places or ()), None) or {}
    box = first.get("box")
    return first.get("page"), None if box is None else (box[0], box[1], box[2], box[3])


def _standing(said: Iterable[Correction]) -> list[Correction]:
    """The last word on each value: what was not undone, and a fact rejected or confirmed as a whole."""
    last: dict[tuple[str, str | None, bool], Correction] = {}
    for one in sorted((s for s in said if s.undone_at is None), key=lambda s: s.id):
        whole = last.get((one.fact_id, None, False))
        if whole is not None and whole.state == "rejected":
            del last[one.fact_id, None, False]
        key = (one.fact_id, one.field, one.state == "confirmed")
        last.pop(key, None)
        last[key] = one
    return list(last.values())


def _corrected_keys(one: Correction) -> Iterable[str | None]:
    """The keys of a fact that a correction gives values for; None is the value of the header itself."""
    if one.state == "added" or (one.state == "corrected" and one.field is None and isinstance(one.new, dict)):
        return tuple(one.new)
    return (one.field,) if one.state in ("corrected", "rejected") else ()


def _restore(record: Record, target: Record, one: Correction, others: set[tuple[str, str | None]]) -> None:
    """The values that were confirmed, where the machine reads others from the same words now; what was corrected by
    itself stays corrected."""
    if one.fact_id.startswith(HEADER):
        if (one.fact_id, None) not in others:
            _put_into_header(record["document"], one.fact_id, one.old)
    elif isinstance(one.old, dict):
        kept = {k: v for k, v in one.old.items() if k not in json.BACKING and (one.fact_id, k) not in others}
        target.update(kept)


def _target(record: Record, one: Correction) -> Record | None:
    """The fact (or the header) that a correction is about."""
    if one.fact_id.startswith(HEADER):
        header: Record = record["document"]
        return header
    fact = _by_id(record, one.kind, one.fact_id)
    if fact is None and one.words:
        fact = next((f for f in record[one.kind] if _words(record, f["evidence"]) == one.words), None)
    return fact


def _changed(record: Record, target: Record, one: Correction) -> bool:
    """Whether both the machine's value and the source's words are others than when the correction was made."""
    if one.fact_id.startswith(HEADER):
        value, words = _header_value(record, one.fact_id), words_of(record, one.fact_id, one.kind)
    else:
        value = target if one.field is None else target.get(one.field)
        words = _words(record, target["evidence"])
        if one.field is None:
            return False
    return bool(value != one.old and words != one.words)


def _apply(record: Record, target: Record | None, one: Correction) -> str:
    """Does what the correction says; the id of the fact it was done to."""
    if one.state == "added":
        record[one.kind].append({"evidence": [], **one.new, "id": one.fact_id, **_vouched(one)})
        return one.fact_id
    assert target is not None
    if one.fact_id.startswith(HEADER):
        _apply_to_header(record, one)
        return one.fact_id
    if one.state == "rejected":
        record[one.kind].remove(target)
        return str(target["id"])
    if one.state == "corrected":
        target.update(one.new if one.field is None else {one.field: one.new})
    target.update(_vouched(one))
    return str(target["id"])


def _apply_to_header(record: Record, one: Correction) -> None:
    name = one.fact_id.removeprefix(HEADER)
    document = record["document"]
    moved = one.field == EVIDENCE
    if one.state in ("corrected", "rejected") and not moved:
        none: list[Any] | None = [] if isinstance(_header_value(record, one.fact_id), list) else None
        _put_into_header(document, one.fact_id, one.new if one.state == "corrected" else none)
    backing = document["evidence"].get(name)
    places = one.new if moved else backing["evidence"] if isinstance(backing, dict) else []
    if not isinstance(backing, list):
        document["evidence"][name] = {"evidence": places, "inferred": False, **_vouched(one)}


def _put_into_header(document: Record, fact_id: str, value: Any) -> None:
    *above, last = fact_id.removeprefix(HEADER).split(".")
    holder = document
    for key in above:
        holder[key] = holder.get(key) or {}
        holder = holder[key]
    holder[last] = value


def _vouched(one: Correction) -> Record:
    return {"confidence": 1.0, "rule": f"person.{one.state}"}


def _by_id(record: Record, kind: str, fact_id: str) -> Record | None:
    facts: list[Record] = record[kind]
    return next((fact for fact in facts if fact["id"] == fact_id), None)


def _header_value(record: Record, fact_id: str) -> Any:
    value: Any = record["document"]
    for key in fact_id.removeprefix(HEADER).split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _words(record: Record, evidence: list[Record]) -> str | None:
    spans = [(place["start"], place["end"]) for place in evidence if place["start"] is not None]
    return " ".join(" ".join(record["text"][a:b].split()) for a, b in spans) or None
