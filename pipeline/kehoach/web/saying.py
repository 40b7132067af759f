"""What people say about values, from a form's values to corrections of the archive."""

from __future__ import annotations

from typing import Any

from kehoach.corpus import Correction
from kehoach.corpus.corrections import NAMED_BY
from kehoach.corpus.overlay import EVIDENCE, HEADER
from kehoach.errors import UsageError
from kehoach.export import json
from kehoach.model.plan import Plan
from kehoach.web import wire
from kehoach.web.fields import FIELDS, Field, header_field
from kehoach.web.site import NoSuchPlan, Site


def fact(site: Site, plan_id: int, identity: str) -> wire.Fact:
    """A value with its fields.

    Raises:
        NoSuchPlan: the plan has no such value.
    """
    corrected = site.archive.corrected(plan_id)
    record = json.to_dict(corrected.plan)
    state = corrected.marks.get(identity, "")
    if state == "rejected":
        record = json.to_dict(site.archive.plan(plan_id))
    last = max(
        (c.id for c in site.archive.corrections(plan_id) if c.fact_id == identity and not c.undone_at), default=0
    )
    if identity.startswith(HEADER):
        name = identity.removeprefix(HEADER)
        backing = record["document"]["evidence"].get(name)
        evidence = backing["evidence"] if isinstance(backing, dict) else []
        value = _of_header(record["document"], name)
        fields = [_form(header_field(name), value)]
        return wire.Fact(fact=identity, kind="document", state=state, last=last, fields=fields, evidence=evidence)
    for kind, known in FIELDS.items():
        found = next((f for f in record[kind] if f["id"] == identity), None)
        if found is not None:
            fields = [_form(field, found.get(field.key)) for field in known]
            return wire.Fact(fact=identity, kind=kind, state=state, last=last, fields=fields, evidence=found[EVIDENCE])
    raise NoSuchPlan(f"Không có dữ kiện / no such fact: {identity}")


def say(site: Site, plan_id: int, told: wire.Say, by: str) -> list[Correction]:
    """Notes what is said; a correction for each key, so that each can be undone and compared by itself.

    Raises:
        UsageError: there is no such value, or what is said does not fit it.
        Outdated: somebody else spoke of it in the meantime.
    """
    archive = site.archive
    if told.state == "added":
        new = placed(archive.plan(plan_id), dict(told.values or {}))
        return [archive.correct(plan_id, "", "added", by=by, new=new, kind=told.kind, note=told.note)]
    if told.state != "corrected":
        return [archive.correct(plan_id, told.fact, told.state, by=by, note=told.note, after=told.after)]
    if not told.values:
        raise UsageError("values: thiếu giá trị mới / the new values are missing")
    made: list[Correction] = []
    after = told.after
    for key, value in told.values.items():
        field = None if told.fact.startswith(HEADER) and key != EVIDENCE else key
        one = archive.correct(
            plan_id, told.fact, "corrected", by=by, field=field, new=value, note=told.note, after=after
        )
        made.append(one)
        after = one.id if after is not None else None
    return made


def placed(plan: Plan, values: dict[str, Any]) -> dict[str, Any]:
    """The values of an added fact with the offsets of its words, where they stand just once in the plan's text."""
    words = next((str(values[key]) for key in NAMED_BY if values.get(key)), "")
    at = plan.text.find(words) if words else -1
    if at < 0 or plan.text.find(words, at + 1) >= 0:
        return values
    places = values.get(EVIDENCE) or [{"page": None, "box": None, "start": None, "end": None}]
    if not isinstance(places, list) or not isinstance(places[0], dict) or places[0].get("start") is not None:
        return values
    return {**values, EVIDENCE: [{**places[0], "start": at, "end": at + len(words)}, *places[1:]]}


def _form(field: Field, value: Any) -> wire.FieldForm:
    return wire.FieldForm(key=field.key, sort=field.sort, choices=list(field.choices), needed=field.needed, value=value)


def _of_header(document: dict[str, Any], name: str) -> Any:
    value: Any = document
    for key in name.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value
