"""The document's header as written: what letterhead, title, nơi nhận, signature and stamps say."""

from __future__ import annotations

from datetime import date

from kehoach.extract.header.foot import carrier, recipients, stamps
from kehoach.extract.header.issuer import issuer
from kehoach.extract.header.number_line import number_line, place_date
from kehoach.extract.header.signature import signature
from kehoach.extract.header.title import title
from kehoach.model.document import Document
from kehoach.model.document_info import PlanKind, State
from kehoach.model.header import Header
from kehoach.rules.load import Rules


def header(document: Document, rules: Rules) -> Header:
    """Every value of the header with its place; what stands nowhere is None with its state "absent"."""
    number = number_line(document)
    where = place_date(document)
    head = title(document, rules, number.symbol)
    issued = where.issued_on.field
    by = issuer(document, rules, number, where.place, _day(issued.value if issued else None))
    signed = signature(document, rules)
    lines = recipients(document)
    state: dict[str, State] = {
        "number": number.line.state,
        "issued_on": where.issued_on.state,
        "place": "found" if where.place else "absent",
        "title": "found" if head.subject else "absent",
        "issuer": "absent" if by.name is None or by.name.inferred else "found",
        "signer": "unreadable" if signed.unreadable else "found" if signed.signer else "absent",
        "recipients": "found" if lines else "absent",
    }
    return Header(
        type=head.type,
        plan_kind=_plan_kind(head.subject.value if head.subject else "", rules),
        number=number.line.field,
        issuer=by.name,
        issuer_level=by.level,
        province=by.province,
        province_as_printed=by.province_as_printed,
        province_current=by.province_current,
        place=where.place,
        issued_on=issued,
        title=head.subject,
        signer=signed.signer,
        signer_fields=signed.fields,
        co_signers=signed.co_signers,
        recipients=lines,
        stamps=stamps(document, rules),
        carrier=carrier(document, rules),
        state=state,
    )


def _day(partial: str | None) -> date | None:
    """The first day that a partial date can mean."""
    if partial is None:
        return None
    parts = [int(part) for part in partial.split("-")]
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return None


def _plan_kind(subject: str, rules: Rules) -> PlanKind | None:
    if not subject:
        return None
    found = rules["plan_kinds"].first(subject)
    kind: PlanKind = found[0]["kind"] if found else "other"
    return kind
