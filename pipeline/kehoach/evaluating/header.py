"""The document's header: single values, recipients, stamps."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.evaluating.assignment import assign
from kehoach.evaluating.measure import Measure, of_pairs, of_values
from kehoach.evaluating.similarity import ratio, same
from kehoach.model.document_info import DocumentInfo, Period, Signer, Stamp

Scored = Iterator[tuple[str, Measure]]

_VALUES = ("type", "number", "issuer", "issuer_level", "province", "place", "issued_on", "title")
_NEAR = {"title": 0.95, "issuer": 0.97}
"""Thresholds of the values that need not be equal."""
_IF_GIVEN = ("plan_kind", "province_as_printed", "province_current", "copy_state")
"""Counted only where the reference gives them: older references do not."""
IF_GIVEN = frozenset(f"document.{n}" for n in (*_IF_GIVEN, "period.label", "co_signers", "carrier"))


def score(gold: DocumentInfo, found: DocumentInfo) -> Scored:
    """Every header field with its measure."""
    for name in _VALUES:
        a, b = getattr(gold, name), getattr(found, name)
        right = ratio(a, b) >= _NEAR[name] if name in _NEAR else same(a, b)
        yield from _named(f"document.{name}", of_values(a, b, right))
    yield from _parts(gold, found)
    pairs = assign(gold.recipients, found.recipients, ratio, 0.9)
    yield "document.recipients", of_pairs(gold.recipients, found.recipients, pairs, str)
    pairs = assign(gold.stamps, found.stamps, lambda a, b: float(same(a.number, b.number) and a.date == b.date), 1)
    yield "document.stamps", of_pairs(gold.stamps, found.stamps, pairs, _stamp)
    yield from _given(gold, found)


def _parts(gold: DocumentInfo, found: DocumentInfo) -> Scored:
    """The plan's period (both ends in one field) and the signer's name, position and authority."""
    period, read_period = gold.period or Period(), found.period or Period()
    for a, b in ((period.start, read_period.start), (period.end, read_period.end)):
        yield from _named("document.period", of_values(a, b, same(a, b)))
    signer, read = gold.signer or Signer(), found.signer or Signer()
    for name in ("name", "position", "authority"):
        a, b = getattr(signer, name), getattr(read, name)
        yield from _named(f"document.signer.{name}", of_values(a, b, same(a, b)))


def _given(gold: DocumentInfo, found: DocumentInfo) -> Scored:
    for name in _IF_GIVEN:
        a, b = getattr(gold, name), getattr(found, name)
        if a not in (None, "unknown"):
            yield from _named(f"document.{name}", of_values(a, b, same(a, b)))
    label = gold.period.label if gold.period else None
    if label is not None:
        read = found.period.label if found.period else None
        yield from _named("document.period.label", of_values(label, read, same(label, read)))
    if gold.co_signers:
        pairs = assign(gold.co_signers, found.co_signers, lambda a, b: float(same(a.name, b.name)), 1)
        measure = of_pairs(gold.co_signers, found.co_signers, pairs, lambda signer: signer.name or "")
        yield "document.co_signers", measure
    if gold.carrier is not None:
        a, b = gold.carrier.number, found.carrier.number if found.carrier else None
        yield from _named("document.carrier", of_values(a, b, same(a, b)))


def _named(name: str, measure: Measure | None) -> Scored:
    if measure is not None:
        yield name, measure


def _stamp(stamp: Stamp) -> str:
    return " ".join(part for part in (stamp.kind, stamp.number, stamp.date) if part)
