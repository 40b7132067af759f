"""Differences of the headers: what kind of plan, whose, for when, signed by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kehoach.comparing.likeness import Voice
from kehoach.comparing.pairing import UNSURE, Pairing, unsure
from kehoach.comparing.readings import MAYBE, sameness
from kehoach.comparing.wording import wording
from kehoach.model.comparison import Difference, Presence
from kehoach.model.document_info import DocumentInfo, HeaderEvidence
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence
from kehoach.orthography.syllable import is_syllable

FIELDS: Mapping[str, Callable[[DocumentInfo], str | None]] = {
    "type": lambda d: d.type,
    "plan_kind": lambda d: d.plan_kind,
    "number": lambda d: d.number,
    "issuer": lambda d: d.issuer,
    "issuer_level": lambda d: d.issuer_level,
    "province": lambda d: d.province_as_printed,
    "issued_on": lambda d: d.issued_on,
    "title": lambda d: d.title,
    "period": lambda d: _period(d),
    "signer.name": lambda d: d.signer.name if d.signer else None,
    "signer.position": lambda d: d.signer.position if d.signer else None,
    "signer.authority": lambda d: d.signer.authority if d.signer else None,
}
_NAMED = ("issuer", "province", "number")
_STATES: Mapping[str, Presence] = {"blank": "blank", "unreadable": "unread"}


def header(pair: Pairing) -> Iterator[Difference]:
    """Header fields that differ by more than the plans' own years and places."""
    for name, value in FIELDS.items():
        a, b = value(pair.a.plan.document), value(pair.b.plan.document)
        alike = a == b if name in ("type", "plan_kind", "issuer_level", "issued_on") else _agree(pair, name, a, b)
        if alike:
            continue
        (found_a, sure_a, state_a), (found_b, sure_b, state_b) = (_backing(s.plan, name) for s in (pair.a, pair.b))
        state_a = "present" if a is not None and state_a == "missing" else state_a
        state_b = "present" if b is not None and state_b == "missing" else state_b
        same = max(_read_twice(pair, name, a, b), _lost(pair, name, a or "", b or ""), _inferred(pair, name))
        doubtful = "unread" in (state_a, state_b)
        sure = unsure(min(sure_a, sure_b), same)
        yield Difference(
            kind="header_changed", field=f"document.{name}", plan_a=pair.number_a, plan_b=pair.number_b, a=a, b=b,
            words_a=a, words_b=b, evidence_a=found_a, evidence_b=found_b, state_a=state_a, state_b=state_b,
            confidence=round(min(sure, UNSURE) if doubtful else sure, 3), by_reading=doubtful or same >= MAYBE,
        )  # fmt: skip


_SOURCES: Mapping[str, str] = {"plan_kind": "title", "issuer_level": "issuer", "province": "issuer"}
"""What values are told from that stand in no document."""


def _inferred(pair: Pairing, name: str) -> float:
    """How likely it is that what a value is told from is the same in both plans, read twice."""
    source = _SOURCES.get(name)
    if source is None or not any(pair.scanned):
        return 0.0
    return _read_twice(pair, source, *(FIELDS[source](side.plan.document) for side in (pair.a, pair.b)))


def _read_twice(pair: Pairing, name: str, a: str | None, b: str | None) -> float:
    """How likely it is that both are one value; where names and numbers are what is asked for, a plan's own count too."""
    if name not in _NAMED:
        return pair.sameness(a, b)
    return sameness(wording(a or "", Voice()), wording(b or "", Voice()), pair.scanned)


def _lost(pair: Pairing, name: str, a: str, b: str) -> float:
    """How likely it is that a value was not read: one plan lacks it, or a part of signature or issuer; or it is no words."""
    shorter, longer, scanned = (a, b, pair.scanned[0]) if len(a) < len(b) else (b, a, pair.scanned[1])
    signature = name.startswith("signer.")
    part = not shorter or ((signature or name == "issuer") and shorter in longer)
    spoilt = signature and any(read and _spoilt(said) for read, said in zip(pair.scanned, (a, b), strict=True))
    return MAYBE if (scanned and part) or spoilt else 0.0


def _spoilt(words: str) -> bool:
    return any(len(word) > 1 and word.isalpha() and not is_syllable(word) for word in words.split())


def _agree(pair: Pairing, name: str, a: str | None, b: str | None) -> bool:
    if name in _NAMED:
        return a == b
    return pair.agree(a, b) if a is not None and b is not None else a == b


def _period(document: DocumentInfo) -> str | None:
    period = document.period
    if period is None:
        return None
    return period.label or "..".join(day or "" for day in (period.start, period.end)) or None


def _backing(plan: Plan, name: str) -> tuple[tuple[Evidence, ...], float, Presence]:
    """Evidence and confidence of a header field, and what the reader says where it has none."""
    document = plan.document
    found = document.evidence.get(name) or document.evidence.get(name.split(".", maxsplit=1)[0])
    parts: tuple[HeaderEvidence, ...] = () if found is None else found if isinstance(found, tuple) else (found,)
    state = _STATES.get(document.state.get(name.split(".", maxsplit=1)[0], "found"), "missing")
    evidence = tuple(e for part in parts for e in part.evidence)
    return evidence, min((part.confidence for part in parts), default=1.0), state
