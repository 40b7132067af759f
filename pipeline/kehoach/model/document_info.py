"""What a record says of its file and of the document as a whole: source and pages, letterhead, title, signature, stamps.

Dates are ISO 8601 text, partial where parts are blank ("2024", "2024-05"); absent is None or ().
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kehoach.model.geometry import Box
from kehoach.model.page import TextFrom
from kehoach.model.text import Evidence

PlanKind = Literal[
    "campaign_launch", "annual_launch", "annual_work_plan", "implementation_plan", "inspection_plan", "other"
]
IssuerLevel = Literal[
    "central", "province", "province_department", "district", "district_department", "commune", "party", "other"
]
State = Literal["found", "blank", "absent", "unreadable"]
CopyState = Literal["original", "draft", "certified_copy", "received_copy", "unknown"]
StampKind = Literal["received", "digital_signature", "urgency", "secrecy"]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """``width`` and ``height`` in points; ``skew`` in degrees; ``ocr_confidence`` 0 to 1; ``failed`` where nothing of
    the page could be read; ``printed`` the number that the page bears, ``printed_at`` where."""

    number: int
    width: float | None
    height: float | None
    text_from: TextFrom
    ocr_confidence: float | None = None
    rotation: int = 0
    skew: float = 0.0
    blank: bool = False
    failed: bool = False
    printed: int | None = None
    printed_at: Box | None = None


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """``rescan`` are the pages too bad to trust, ``missing`` the printed numbers of pages that are not there."""

    path: str
    sha256: str
    media_type: str
    pages: tuple[PageInfo, ...] = ()
    page_range: tuple[int, int] | None = None
    rescan: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def page_count(self) -> int | None:
        """How many pages there are; None where the input is not cut into pages (Word files, web pages, plain text)."""
        paged = len(self.pages) > 1 or any(page.width for page in self.pages)
        return len(self.pages) if paged else None


@dataclass(frozen=True, slots=True)
class HeaderEvidence:
    evidence: tuple[Evidence, ...]
    confidence: float
    rule: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    start: str | None = None
    end: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    name: str | None = None
    position: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    kind: StampKind
    organ: str | None = None
    number: str | None = None
    date: str | None = None
    by: str | None = None
    at: str | None = None
    text: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """The decision that issues the plan, where the plan stands inside one."""

    type: str
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None


@dataclass(frozen=True)
class DocumentInfo:
    """The header of the record; keys of ``evidence`` and ``state`` are field names ("number", "signer.name")."""

    type: str | None = None
    plan_kind: PlanKind | None = None
    number: str | None = None
    issuer: str | None = None
    issuer_level: IssuerLevel | None = None
    province: str | None = None
    province_as_printed: str | None = None
    province_current: str | None = None
    place: str | None = None
    issued_on: str | None = None
    title: str | None = None
    period: Period | None = None
    signer: Signer | None = None
    co_signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    carrier: Carrier | None = None
    copy_state: CopyState = "unknown"
    state: dict[str, State] = field(default_factory=dict)
    evidence: dict[str, HeaderEvidence | tuple[HeaderEvidence, ...]] = field(default_factory=dict)
