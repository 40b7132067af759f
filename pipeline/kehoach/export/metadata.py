"""The metadata of a document for records management: NĐ 30/2020/NĐ-CP, Phụ lục VI (fields of outgoing and of incoming
documents, with the decree's own field names)."""

from __future__ import annotations

import re
from typing import Any

from kehoach.model.document_info import Stamp
from kehoach.model.plan import Plan

_TYPES = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "HD": "Hướng dẫn", "CTr": "Chương trình",
          "TB": "Thông báo", "BC": "Báo cáo", "TTr": "Tờ trình", "CV": "Công văn", "PA": "Phương án", "ĐA": "Đề án",
          "NQ": "Nghị quyết", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo", "BB": "Biên bản",
          "HĐ": "Hợp đồng", "CĐ": "Công điện"}  # fmt: skip
"""Names of the document types (Phụ lục III, Mục I)."""
_NUMBER = re.compile(r"(?P<number>\d*)\s*(?P<symbol>[/-]?.*)")
_PRIORITIES = (("hỏa tốc", 3), ("hoả tốc", 3), ("thượng khẩn", 2), ("khẩn", 1))


def to_metadata(plan: Plan) -> dict[str, Any]:
    """The fields of the decree; what the document does not give is null. Dates are DD/MM/YYYY, as the decree asks.

    ``Outgoing`` describes the document as its issuer sent it; ``Incoming`` is there where a received stamp is.
    ``Priority`` is 0 ordinary, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.
    """
    d = plan.document
    match = _NUMBER.fullmatch(d.number or "")
    number, symbol = (match["number"], match["symbol"].lstrip("/-")) if match else ("", "")
    signers = (*([d.signer] if d.signer else []), *d.co_signers)
    described = {
        "TypeName": type_name(d.type),
        "CodeNumber": number or None,
        "CodeNotation": symbol or None,
        "IssuedDate": _day(d.issued_on),
        "OrganName": d.issuer,
        "Subject": d.title,
        "Language": "Tiếng Việt",
        "PageAmount": plan.source.page_count,
        "SignerInfo": [{"Position": signer.position, "FullName": signer.name} for signer in signers],
        "Priority": _priority(d.stamps),
    }
    record: dict[str, Any] = {
        "Outgoing": {**described, "To": list(d.recipients), "IssuedAmount": None, "DueDate": None},
    }
    received = next((stamp for stamp in d.stamps if stamp.kind == "received"), None)
    if received is not None:
        record["Incoming"] = {
            **described,
            "ArrivalDate": _day(received.date),
            "ArrivalNumber": received.number,
            "ToPlaces": [received.organ] if received.organ else [],
        }
    return record


def type_name(code: str | None) -> str | None:
    """The full name of a document type; the code itself where it is no type of the decree."""
    return _TYPES.get(code or "", code)


def _priority(stamps: tuple[Stamp, ...]) -> int:
    words = " ".join((stamp.text or "").casefold() for stamp in stamps if stamp.kind == "urgency")
    return next((rank for word, rank in _PRIORITIES if word in words), 0)


def _day(iso: str | None) -> str | None:
    return "/".join(reversed(iso.split("-"))) if iso else None
