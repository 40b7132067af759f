"""What programs send and get: the forms of the interface, described by OpenAPI."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from kehoach.corpus import Correction, PlanEntry
from kehoach.corpus.overlay import State
from kehoach.web.intake import Sent

_DEEPEST = 8


def _told(value: str) -> str:
    """Refuses what no database holds: lone surrogates, null characters."""
    value.encode("utf-8")
    if "\x00" in value:
        raise ValueError("a null character")
    return value


def _sound(value: Any, depth: int = 0) -> Any:
    """Refuses values that no record holds."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, str):
        return _told(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not finite")
    if isinstance(value, int) and abs(value) > 2**53:
        raise ValueError("too large")
    if isinstance(value, list):
        return [_sound(part, depth + 1) for part in value]
    if isinstance(value, dict):
        return {_told(key): _sound(part, depth + 1) for key, part in value.items()}
    return value


Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(_told)]
Note = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_told)]
Json = Annotated[JsonValue, AfterValidator(_sound)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Problem(_Form):
    """Why a request was not answered."""

    error: str
    message: str
    advice: str = ""


ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem}, 401: {"model": Problem}, 403: {"model": Problem},
    404: {"model": Problem}, 413: {"model": Problem}, 421: {"model": Problem},
    422: {"model": Problem}, 429: {"model": Problem},
}  # fmt: skip
"""What any request may be answered with instead."""


class Session(_Form):
    """Who is there; ``token`` goes into the header X-Kehoach-Token of every request that changes something."""

    name: str
    token: str


class Plan(_Form):
    """A plan as a list shows it."""

    id: int
    number: str | None
    title: str | None
    issuer: str | None
    issuer_level: str | None
    province: str | None
    issued_on: str | None
    year: int | None
    plan_kind: str | None
    audit: str
    errors: int
    warnings: int
    quality: str
    doubtful: int
    review: str
    corrections: int
    scan: str | None
    rescan_pages: str | None
    missing_pages: str | None
    urgency: str | None
    secrecy: str | None
    file: str


class Plans(_Form):
    """One page of plans; ``next`` continues it as ``after`` (a search: as ``offset``), null at the end."""

    plans: list[Plan]
    total: int
    next: str | None


class Told(_Form):
    """One thing that a person said about a value; ``old`` and ``new`` are its values before and after."""

    id: int
    plan: int
    fact: str
    kind: str
    field: str | None
    state: str
    old: Any
    new: Any
    by: str
    at: str
    note: str | None
    undone_by: str | None
    undone_at: str | None


class Say(_Form):
    """What to say about a value. ``fact`` is its id, or "document.FIELD"; empty for an added one. ``values`` are the
    new values by key ("evidence" moves its place); those of a header value stand under its own key. ``after`` is the
    id of the newest correction of the fact that was seen, 0 for none: where somebody else was faster, nothing is
    changed and the answer is 409."""

    fact: Line = ""
    state: State
    values: Annotated[dict[Line, Json] | None, Field(max_length=30)] = None
    kind: Annotated[str, StringConstraints(max_length=20)] | None = None
    note: Note | None = None
    after: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class FieldForm(_Form):
    """A field that can be corrected; ``sort`` tells how it is asked for."""

    key: str
    sort: str
    choices: list[str]
    needed: bool
    value: Any


class Fact(_Form):
    """A value with what can be corrected of it; ``last`` goes back as ``after``."""

    fact: str
    kind: str
    state: str
    last: int
    fields: list[FieldForm]
    evidence: list[Any]


class Upload(_Form):
    """A file that was sent, and what became of it. ``state``: waiting, reading, done, failed."""

    id: str
    name: str
    bytes: int
    state: str
    plans: list[int]
    pages: int
    message: str
    advice: str
    seconds: float


class Uploads(_Form):
    uploads: list[Upload]


class Review(_Form):
    """How far the review of a plan is."""

    review: Literal["none", "begun", "done"]


def plan(entry: PlanEntry) -> Plan:
    """The form of a list's entry."""
    return Plan(**{name: getattr(entry, name) for name in Plan.model_fields})


def told(one: Correction) -> Told:
    """The form of a correction."""
    return Told(
        id=one.id, plan=one.plan_id, fact=one.fact_id, kind=one.kind, field=one.field, state=one.state, old=one.old,
        new=one.new, by=one.by, at=one.at, note=one.note, undone_by=one.undone_by, undone_at=one.undone_at,
    )  # fmt: skip


def upload(sent: Sent) -> Upload:
    """The form of a file that was sent."""
    return Upload(
        id=sent.id, name=sent.name, bytes=sent.bytes, state=sent.state, plans=list(sent.plans), pages=sent.pages,
        message=sent.message, advice=sent.advice, seconds=round(max(0.0, sent.changed - sent.at), 1),
    )  # fmt: skip
