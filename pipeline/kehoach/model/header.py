"""The document's header as written."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.model.document import Span
from kehoach.model.document_info import Carrier, IssuerLevel, PlanKind, Signer, Stamp, State

BY_HAND = ".handwritten"
"""End of the rule of a value whose figures were read from handwriting."""


@dataclass(frozen=True, slots=True)
class Field:
    """A header value with where it stands; ``inferred`` where it was concluded from other words than its own line."""

    value: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    inferred: bool = False


@dataclass(frozen=True)
class Header:
    """``issuer`` is already the full name with its province or district; ``issued_on`` may be partial ISO."""

    type: Field | None = None
    plan_kind: PlanKind | None = None
    number: Field | None = None
    issuer: Field | None = None
    issuer_level: IssuerLevel | None = None
    province: Field | None = None
    """Code (value) by the list valid on the document's date."""
    province_as_printed: str | None = None
    province_current: str | None = None
    place: Field | None = None
    issued_on: Field | None = None
    title: Field | None = None
    signer: Signer | None = None
    signer_fields: dict[str, Field] = field(default_factory=dict)
    """Evidence of the signer's parts: keys "name", "position", "authority"."""
    co_signers: tuple[Signer, ...] = ()
    recipients: tuple[Field, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    carrier: Carrier | None = None
    state: dict[str, State] = field(default_factory=dict)
