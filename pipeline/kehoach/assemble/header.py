"""Header -> the record's ``document``: plain values, their evidence beside them, the period, the state of the copy."""

from __future__ import annotations

import re

from kehoach.assemble.period import period
from kehoach.model.document import Document
from kehoach.model.document_info import CopyState, DocumentInfo, HeaderEvidence
from kehoach.model.fact import Facts
from kehoach.model.header import Field, Header
from kehoach.model.section import Outline
from kehoach.orthography.fold import bare
from kehoach.rules.load import Rules


def document_info(document: Document, outline: Outline, facts: Facts, rules: Rules) -> DocumentInfo:
    """The header of the record. What is not in the document is None, and ``state`` says why."""
    header = facts.header
    covers = period(document, outline, facts)
    evidence: dict[str, HeaderEvidence | tuple[HeaderEvidence, ...]] = {
        name: _evidence(document, found) for name, found in _fields(header).items()
    }
    if covers is not None and covers.field is not None:
        evidence["period"] = _evidence(document, covers.field)
    if header.recipients:
        evidence["recipients"] = tuple(_evidence(document, line) for line in header.recipients)
    return DocumentInfo(
        type=_value(header.type),
        plan_kind=header.plan_kind,
        number=_value(header.number),
        issuer=_value(header.issuer),
        issuer_level=header.issuer_level,
        province=_value(header.province),
        province_as_printed=header.province_as_printed,
        province_current=header.province_current,
        place=_value(header.place),
        issued_on=_value(header.issued_on),
        title=_value(header.title),
        period=covers.period if covers is not None else None,
        signer=header.signer,
        co_signers=header.co_signers,
        recipients=tuple(line.value for line in header.recipients),
        stamps=header.stamps,
        carrier=header.carrier,
        copy_state=_copy_state(document, header),
        state=header.state,
        evidence=evidence,
    )


def _value(found: Field | None) -> str | None:
    return found.value if found is not None else None


def _fields(header: Header) -> dict[str, Field]:
    named = {
        "type": header.type, "number": header.number, "issuer": header.issuer, "province": header.province,
        "place": header.place, "issued_on": header.issued_on, "title": header.title,
    }  # fmt: skip
    found = {name: value for name, value in named.items() if value is not None}
    return found | {f"signer.{part}": value for part, value in header.signer_fields.items()}


def _evidence(document: Document, found: Field) -> HeaderEvidence:
    return HeaderEvidence(document.evidence(*found.spans), round(found.confidence, 4), found.rule, found.inferred)


def _copy_state(document: Document, header: Header) -> CopyState:
    """A received stamp makes it the receiver's copy; "SAO Y" a certified one; a blank number or DỰ THẢO a draft; a
    seal or an electronic signature an original. Nothing of the kind: unknown."""
    texts = [bare(piece.text.value) for piece in document.furniture]
    texts += [bare(block.text.value) for block in document.blocks[:6]]
    if any(stamp.kind == "received" for stamp in header.stamps):
        return "received_copy"
    if any(re.search(r"\bsao (?:y|luc)\b|\btrich sao\b", text) for text in texts):
        return "certified_copy"
    if header.state.get("number") == "blank" or any(text.lstrip("( ").startswith("du thao") for text in texts):
        return "draft"
    sealed = any(piece.kind in ("seal", "digital_signature") for piece in document.furniture)
    marked = any(mark.kind in ("seal", "digital_signature") for page in document.pages for mark in page.marks)
    return "original" if sealed or marked else "unknown"
