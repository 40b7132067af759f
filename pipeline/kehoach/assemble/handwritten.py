"""A date read from handwriting, weighed by what else the document says about its day.

Documents that a plan rests on are older than the plan, and an office that signs electronically does so on the day of
issue or within a few days. What agrees makes the date surer, what contradicts it takes from the date what cannot be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kehoach.model.fact import CitationMention
from kehoach.model.header import BY_HAND, Field, Header
from kehoach.model.issue import Issue
from kehoach.model.plan import Stamp

SIGNED_WITHIN = timedelta(days=3)
_AGREED, _FAR = 7.0, timedelta(days=31)
"""By how much the odds grow where the electronic signature agrees: of thirty days four would do so by chance. How far
from it a date is that disagrees."""
DOUBTFUL = 0.6
"""A date of less confidence is given without what was read by hand."""


def weighed(header: Header, citations: Iterable[CitationMention]) -> tuple[Header, tuple[Issue, ...]]:
    """The header with its handwritten date surer or shorter, and what contradicted it."""
    field = header.issued_on
    issued = _day(field.value) if field is not None else None
    if field is None or issued is None or not field.rule.endswith(BY_HAND):
        return header, ()
    signed = _signed(header.stamps)
    basis = [
        day
        for mention in citations
        if mention.citation.relation == "basis" and (day := _day(mention.citation.issued_on))
    ]
    latest = max(basis, default=None)
    if latest is not None and latest > issued and latest.year == issued.year:
        return _shortened(header, field, latest, f"văn bản căn cứ / a document it rests on: {latest.isoformat()}")
    if signed is None:
        return header, ()
    apart = signed - issued
    odds = field.confidence / max(1e-3, 1 - field.confidence)
    if timedelta() <= apart <= SIGNED_WITHIN:
        odds *= _AGREED
    elif abs(apart) > _FAR:
        odds /= _AGREED
    sure = odds / (1 + odds)
    if sure < DOUBTFUL:
        return _shortened(header, field, signed, f"chữ ký số / electronic signature: {signed.isoformat()}")
    return replace(header, issued_on=replace(field, confidence=sure)), ()


def _shortened(header: Header, field: Field, other: date, what: str) -> tuple[Header, tuple[Issue, ...]]:
    """The date without the parts that cannot be believed: the day, and the month where that is earlier too."""
    parts = field.value.split("-")
    kept = parts[:2] if "-".join(parts[:2]) == f"{other:%Y-%m}" else parts[:1]
    message = (
        f"Ngày viết tay đọc là {field.value}, trái với {what}"
        f" (the handwritten date was read as {field.value}, which this contradicts)"
    )
    made = replace(
        header,
        issued_on=replace(field, value="-".join(kept)),
        state={**header.state, "issued_on": "unreadable"},
    )
    return made, (Issue("assemble", "conflict", message),)


def _signed(stamps: Sequence[Stamp]) -> date | None:
    """The day of the first electronic signature that tells it."""
    return next(
        (day for stamp in stamps if stamp.kind == "digital_signature" and (day := _day((stamp.at or "")[:10]))), None
    )


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None
