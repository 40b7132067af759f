"""A date read from handwriting, weighed by what else the document says about its day.

Documents that a plan rests on are older than the plan, and an office that signs electronically does so on the day of
issue or within a few days. What agrees makes the date surer; what contradicts it makes doubt, and takes from a date that
is not sure what cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kehoach.model.document_info import Stamp
from kehoach.model.fact import CitationMention
from kehoach.model.header import BY_HAND, Header
from kehoach.model.issue import Issue

SIGNED_WITHIN = timedelta(days=3)
_WEIGHT, _FAR = 7.0, timedelta(days=31)
"""By how much the odds grow with what agrees, since four days of thirty agree with a signature by chance, and fall with
what contradicts, since one cited date in some thirty is wrong itself. How far a date is from a signature that it
disagrees with."""
DOUBTFUL = 0.6
"""A date of less confidence is given without what was read by hand."""


def weighed(header: Header, citations: Iterable[CitationMention]) -> tuple[Header, tuple[Issue, ...]]:
    """The header with its handwritten date surer, less sure or shorter, and what contradicted it."""
    field = header.issued_on
    issued = _day(field.value) if field is not None else None
    if field is None or issued is None or not field.rule.endswith(BY_HAND):
        return header, ()
    odds = field.confidence / max(1e-3, 1 - field.confidence)
    against: tuple[str, date] | None = None
    if (rests_on := _latest(citations, issued.year)) is not None and rests_on > issued:
        odds /= _WEIGHT
        against = "văn bản căn cứ / a document it rests on", rests_on
    if (signed := _signed(header.stamps)) is not None:
        if timedelta() <= signed - issued <= SIGNED_WITHIN:
            odds *= _WEIGHT
        elif abs(signed - issued) > _FAR:
            odds /= _WEIGHT
            against = "chữ ký số / electronic signature", signed
    made = replace(field, confidence=odds / (1 + odds))
    issues = (_conflict(field.value, *against),) if against else ()
    if against and made.confidence < DOUBTFUL:
        made = replace(made, value=_shortened(made.value, against[1]))
        header = replace(header, state={**header.state, "issued_on": "unreadable"})
    return replace(header, issued_on=made), issues


def _shortened(value: str, other: date) -> str:
    """The date without the parts that cannot be believed: the day, and the month where that is another too."""
    year, month, _ = value.split("-")
    return f"{year}-{month}" if f"{year}-{month}" == f"{other:%Y-%m}" else year


def _conflict(read: str, what: str, other: date) -> Issue:
    message = (
        f"Ngày viết tay đọc là {read}, trái với {what}: {other.isoformat()}"
        f" (the handwritten date was read as {read}, which this contradicts)"
    )
    return Issue("assemble", "conflict", message)


def _latest(citations: Iterable[CitationMention], year: int) -> date | None:
    """The last day of a document that the plan rests on in the year that is printed on the plan; not of one whose
    number tells another year than its date."""
    days = (
        day
        for mention in citations
        if mention.citation.relation == "basis" and (day := _day(mention.citation.issued_on)) is not None
        if day.year == year and not _misdated(mention.citation.number or "", day)
    )
    return max(days, default=None)


def _misdated(number: str, day: date) -> bool:
    told = re.search(r"/((?:19|20)\d\d)/", number)
    return told is not None and int(told[1]) != day.year


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
