"""A plan as the rows that an archive keeps of it. Made where the plan was read, so that the one writer only writes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach.corpus import likeness
from kehoach.corpus.tables import EXTRA, KINDS, has_box, own_columns, plans
from kehoach.corpus.words import Speller
from kehoach.export import frame, json
from kehoach.export.frame import Kind
from kehoach.model.plan import FACT_KINDS, Fact, Plan
from kehoach.model.text import Evidence
from kehoach.orthography.fold import bare

DOUBTFUL = 0.7
"""Confidence below which a fact is counted as doubtful."""
_GOOD, _FAIR = 0.92, 0.8
"""Mean recognition confidence from which on a plan was read well, or fairly."""
_PLAN = len(frame.PLAN_COLUMNS)
_DOUBTED_KINDS = tuple(kind for kind in FACT_KINDS if kind != "items")

Values = Mapping[str, object]


@dataclass(frozen=True)
class Bundle:
    """``head`` are values of the table ``plans``; ``facts`` the rows of each kind, in the order of its columns."""

    sha256: str
    media_type: str
    part: int
    head: Values
    work_key: str | None
    schema_version: str
    record: bytes
    text: str
    search_head: str
    words: str
    signature: bytes
    facts: Mapping[Kind, tuple[tuple[object, ...], ...]]
    file_pages: int


def bundle(plan: Plan, speller: Speller, part: int = 1) -> Bundle:
    """The rows of a plan; ``part`` counts the plans of one file from 1."""
    d = plan.document
    words = speller.searchable(plan.text)
    head = speller.searchable(" . ".join(filter(None, (d.issuer, d.number, d.title))))
    return Bundle(
        sha256=plan.source.sha256,
        media_type=plan.source.media_type,
        part=part,
        head=_head(plan),
        work_key=work_key(plan),
        schema_version=plan.schema_version,
        record=pack(plan),
        text=_told(plan.text),
        search_head=head,
        words=words,
        signature=likeness.signature(words),
        facts={kind: tuple(_rows(plan, kind, speller)) for kind in KINDS},
        file_pages=len(plan.source.pages),
    )


def pack(plan: Plan) -> bytes:
    """The record as it is kept."""
    return zlib.compress(json.to_bytes(plan), 6)


def unpack(data: bytes) -> Plan:
    """The plan of a record as it is kept.

    Raises:
        VersionMismatch: it was written under another major version of the schema.
    """
    return json.from_json(zlib.decompress(data))


def year_of(plan: Plan) -> int | None:
    """The year of a plan: that of its date, else that of its period."""
    d = plan.document
    for text in (d.issued_on, d.period and d.period.start):
        if text and (found := re.match(r"\d{4}", text)):
            return int(found[0])
    return None


def work_key(plan: Plan) -> str | None:
    """What copies of a plan share: issuer, number with symbol, year; None where one of them is unknown."""
    d, year = plan.document, year_of(plan)
    if not d.issuer or not d.number or d.number.startswith("/") or year is None:
        return None
    return "|".join(("-".join(re.findall(r"\w+", bare(d.issuer))), re.sub(r"\s+", "", bare(d.number)), str(year)))


def _head(plan: Plan) -> Values:
    d = plan.document
    row = next(frame.rows(plan, "documents"))
    told = zip(frame.columns("documents"), row, strict=True)
    values = {name: value for name, value in told if name in plans.c}  # the rest stands in the record
    severities = [finding.severity for finding in plan.findings]
    confidences = [p.ocr_confidence for p in plan.source.pages if p.ocr_confidence is not None]
    return {
        **{name: _clean(value) for name, value in values.items()},
        "year": year_of(plan),
        "form": _form(plan),
        "audit": next((s for s in ("error", "warning", "info") if s in severities), "clean"),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "quality": _quality(plan, confidences),
        "ocr_confidence": round(sum(confidences) / len(confidences), 4) if confidences else None,
        "doubtful": sum(fact.confidence < DOUBTFUL for kind in _DOUBTED_KINDS for fact in getattr(plan, kind)),
        "sort_key": d.issued_on or "",
        "scan": scan(plan),
    }


def scan(plan: Plan) -> str | None:
    """Whether a plan's pages must be fetched once more: again, where some cannot be trusted or are not there; else
    whole. None where nothing was recognized."""
    source = plan.source
    if source.rescan or source.missing or any(page.failed for page in source.pages):
        return "again"
    return "whole" if any(page.text_from == "ocr" for page in source.pages) else None


def _form(plan: Plan) -> str:
    kinds = {page.text_from for page in plan.source.pages if not page.blank}
    return "scan" if "ocr" in kinds else "digital" if "text_layer" in kinds else "text"


def _quality(plan: Plan, confidences: list[float]) -> str:
    if any(page.failed for page in plan.source.pages) or plan.source.rescan:
        return "poor"
    if not confidences:
        return "text"
    mean = sum(confidences) / len(confidences)
    return "good" if mean >= _GOOD else "fair" if mean >= _FAIR else "poor"


def _rows(plan: Plan, kind: Kind, speller: Speller) -> Iterator[tuple[object, ...]]:
    places = iter(_places(plan, kind)) if has_box(kind) else None
    unit = own_columns(kind).index("unit") if kind in EXTRA else None
    for row in frame.rows(plan, kind):
        values = [_clean(value) for value in row[_PLAN:]]
        if places is not None:
            place = next(places)
            values += place.box.as_list() if place is not None and place.box is not None else [None] * 4
        if unit is not None:
            values.append(speller.searchable(str(values[unit])) if values[unit] else None)
        yield tuple(values)


def _places(plan: Plan, kind: Kind) -> Iterator[Evidence | None]:
    """The first evidence of each row of a kind, in the order of its rows."""
    if kind == "indicators":
        for criterion in plan.criteria:
            for indicator in criterion.indicators:
                yield next(iter(indicator.evidence or criterion.evidence), None)
        return
    facts: tuple[Fact, ...] = getattr(plan, kind)
    for fact in facts:
        rows = max(1, len(getattr(fact, "units", ()))) if kind == "tasks" else 1
        for _ in range(rows):
            yield next(iter(fact.evidence), None)


def _clean(value: object) -> object:
    return _told(value) if isinstance(value, str) else value


def _told(text: str) -> str:
    """A lone surrogate or a null character, which a document may hold, is no text for a database."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
