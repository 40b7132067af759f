"""What of a fact people can correct, and how a form asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kehoach.model.document_info import CopyState, IssuerLevel, PlanKind
from kehoach.model.plan import Comparator, CriterionKind, DeadlineKind, Qualifier, Relation, Role
from kehoach.model.section import SectionKind

Sort = Literal["line", "text", "number", "whole", "day", "choice", "choices", "lines", "units", "due", "indicators"]


@dataclass(frozen=True, slots=True)
class Field:
    """``needed`` fields may not be empty; ``choices`` are the codes that may be chosen."""

    key: str
    sort: Sort
    choices: tuple[str, ...] = ()
    needed: bool = False


def _choice(key: str, kind: object, needed: bool = False) -> Field:
    return Field(key, "choice", get_args(kind), needed)


_PATH = Field("path", "line")
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "sections": (
        Field("path", "line", needed=True), Field("heading", "text", needed=True),
        Field("kinds", "choices", get_args(SectionKind)),
    ),
    "items": (Field("path", "line", needed=True), Field("text", "text", needed=True)),
    "themes": (Field("text", "text", needed=True), _PATH),
    "movements": (Field("name", "text", needed=True), _PATH),
    "criteria": (
        Field("text", "text", needed=True), Field("points", "number"), _choice("kind", CriterionKind, True), _PATH,
        Field("applies_to", "choice", ("collective", "individual")), Field("refers_to", "line"),
        Field("indicators", "indicators"),
    ),
    "targets": (
        Field("quote", "text", needed=True), _choice("comparator", Comparator), Field("value", "number"),
        Field("value_max", "number"), Field("unit", "line"), Field("subject", "line"), Field("object", "line"), _PATH,
    ),
    "deadlines": (
        Field("quote", "text", needed=True), _choice("kind", DeadlineKind, True), Field("start", "day"), Field("end", "day"),
        _choice("qualifier", Qualifier), Field("action", "text"), _PATH,
    ),
    "tasks": (
        Field("text", "text", needed=True), Field("units", "units", get_args(Role)), Field("due", "due"),
        Field("product", "line"), _PATH,
    ),
    "citations": (
        Field("type", "line", needed=True), Field("number", "line"), Field("issued_on", "day"), Field("issuer", "line"),
        _choice("relation", Relation, True), Field("title", "text"), _PATH,
    ),
    "observances": (
        Field("name", "text", needed=True), Field("ordinal", "whole"), Field("from", "day"), Field("to", "day"),
    ),
    "rewards": (
        Field("form", "line", needed=True), Field("level", "line"), Field("count", "whole"), Field("recipient", "line"),
        _PATH,
    ),
}  # fmt: skip
"""The fields of each kind of fact; keys are the record's."""
KINDS_TO_ADD = tuple(FIELDS)
IMPORTANCE: Mapping[str, float] = {
    "number": 3.0, "issuer": 3.0, "issued_on": 3.0, "title": 2.0, "signer.name": 2.0, "header": 1.5, "tasks": 2.0,
    "deadlines": 2.0, "criteria": 1.8, "targets": 1.8, "citations": 1.2, "themes": 1.2, "movements": 1.0, "rewards": 1.0,
    "observances": 0.8, "sections": 0.8, "items": 0.3,
}  # fmt: skip
"""How much a wrong value costs those who use the record, by header field or kind of fact."""
_HEADER: Mapping[str, Field] = {
    "issuer": Field("issuer", "text"),
    "title": Field("title", "text"),
    "issuer_level": _choice("issuer_level", IssuerLevel),
    "plan_kind": _choice("plan_kind", PlanKind),
    "copy_state": _choice("copy_state", CopyState),
    "issued_on": Field("issued_on", "day"),
    "period.start": Field("period.start", "day"),
    "period.end": Field("period.end", "day"),
    "recipients": Field("recipients", "lines"),
}


def header_field(name: str) -> Field:
    """The field of a header value ("signer.name")."""
    return _HEADER.get(name, Field(name, "line"))
