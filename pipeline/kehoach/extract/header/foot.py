"""Nơi nhận, stamps and marks, and the decision that carries a plan."""

from __future__ import annotations

import re
from datetime import date

from kehoach.extract.citations.document_number import document_numbers
from kehoach.extract.header.number_line import zone_lines
from kehoach.model.document import Block, Document, Span
from kehoach.model.document_info import Carrier, Stamp
from kehoach.model.header import Field
from kehoach.model.text import Evidence
from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_DASH = re.compile(r"^[\s\-–—+*•·_.]+")
_PARAPH = re.compile(
    r"(?<=[A-ZĐ]{2}) (?!(?i:khối|cụm|sở|phòng|ban|tổ|hội|chi|công|đoàn|trường|khoa|trạm|đội|huyện|tỉnh|xã|dân|đảng|chung)\b)[A-ZĐ]?[a-zđ]\w{1,5}$"
)
"""Initials of who drafted it, written by hand behind the office that keeps a copy."""
_LABEL = re.compile(r"^(?:n[oơ]i nh[aậâ]n|b[aả]n [đd]i[eệ]n t[uử])\s*[:.]?\s*", re.IGNORECASE)
_STAMP_NUMBER = Sieve(r"(?:s[oố0]|đ[eế]n s[oố])\s*[:.]?\s*(?P<n>\d{1,6})\b", re.IGNORECASE)
_STAMP_DATE = Sieve(r"(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<y>\d{4}|\d{2})\b")
_STAMP_LABEL = Sieve(r"\b(?:đến|den|số|ngày|giờ|chuyển|lưu hồ sơ|hồ sơ|số và ký hiệu|hs|công văn)\b.*", re.IGNORECASE)
_SIGNED_BY = Sieve(
    r"(?:(?<!gian )(?<!giờ )(?<!ngày )(?:người )?ký(?: bởi)?|signed by|signature of|sao y)\s*[:.]?\s*(?P<by>.+?)(?=\s*(?:email|e-mail|cơ quan|tổ chức|chức vụ|thời gian|ngày ký|giờ ký|date|$))",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED_AT = Sieve(
    r"(?:(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})|(?P<y2>\d{4})[.-]\s?(?P<m2>\d{2})[.-]\s?(?P<d2>\d{2}))"
    r"(?:[\sT]+(?P<t>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:\s?(?P<z>[+-]\d{2}:\d{2}))?)?"
)
_CARRIED = re.compile(
    r"(?:ban hành\s+)?(?:kèm theo|đính kèm)\s+(?P<type>quyết định|nghị quyết|công văn|thông tư|chỉ thị|tờ trình)\s*(?:số)?\s*[:.]?\s*"
    r"(?P<number>\d{0,5}\s*[/-]\s*[A-ZĐ\d][\w&/.ĐđƯư-]*)?",
    re.IGNORECASE,
)

_FEWEST = 2
"""Letters and figures of a name, "VT"; one is a speck."""


def recipients(document: Document) -> tuple[Field, ...]:
    """The lines of nơi nhận, without dash, semicolon and full stop, and without its labels."""
    found: list[Field] = []
    for span, block in zone_lines(document, "recipients"):
        text = fold(block.text.value)
        label = _LABEL.match(text)
        start = label.end() if label else 0
        dash = _DASH.match(text[start:])
        start += dash.end() if dash else 0
        value = " ".join(block.text.value[start:].split()).rstrip(" ;.,/")
        if dash and value.endswith(":") and document.confidence(span) < 1:
            value = value.rstrip(" :")  # a semicolon's tail is lost
        if re.match(r"lưu\b", value, re.IGNORECASE):
            value = _PARAPH.sub("", value)
        if sum(map(str.isalnum, value)) < _FEWEST or (value.endswith(":") and len(value) < 40):
            continue
        place = Span(span.start + start, span.end)
        found.append(Field(value, (place,), "header.recipients", document.confidence(place)))
    return tuple(found)


def stamps(document: Document, rules: Rules) -> tuple[Stamp, ...]:
    """Received stamps, electronic signatures, marks of urgency and secrecy, from the furniture."""
    found: list[Stamp] = []
    for piece in document.furniture:
        evidence = (Evidence(piece.page, piece.box, None, None),)
        text = " ".join(piece.text.value.split())
        if piece.kind == "digital_signature" or (piece.kind == "received_stamp" and _SIGNED_BY.match(text)):
            found.append(_signed(text, evidence))
        elif piece.kind == "received_stamp":
            found.append(_received(text, evidence))
        elif piece.kind == "urgency":
            found.append(Stamp("urgency", text=text or None, evidence=evidence))
        elif piece.kind == "secrecy":
            found.append(Stamp("secrecy", text=text or None, evidence=evidence))
    return tuple(found)


def _received(text: str, evidence: tuple[Evidence, ...]) -> Stamp:
    folded = fold(text)
    number = _STAMP_NUMBER.search(folded)
    organ = _STAMP_LABEL.sub("", folded).strip(" .:-")
    return Stamp(
        "received",
        organ=organ or None,
        number=number["n"] if number else None,
        date=_stamp_date(folded),
        evidence=evidence,
    )


def _stamp_date(text: str) -> str | None:
    match = _STAMP_DATE.search(text)
    if match is None:
        return None
    year = int(match["y"])
    year += 0 if year > 99 else 2000 if year < 80 else 1900
    try:
        return date(year, int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None


def _signed(text: str, evidence: tuple[Evidence, ...]) -> Stamp:
    by, at = _SIGNED_BY.search(text), _SIGNED_AT.search(text)
    when = None
    if at:
        try:
            when = date(int(at["y"] or at["y2"]), int(at["m"] or at["m2"]), int(at["d"] or at["d2"])).isoformat() + (
                f"T{at['t']}{at['z'] or ''}" if at["t"] else ""
            )
        except ValueError:
            when = None
    return Stamp(
        "digital_signature", by=by["by"].strip(" ,.;") if by else None, at=when, text=text or None, evidence=evidence
    )


def carrier(document: Document, rules: Rules) -> Carrier | None:
    """The decision in which the plan stands, as the line under its title names it, else as its own head says."""
    for block in _near_title(document):
        match = _CARRIED.search(fold(block.text.value))
        if match is None or not (
            block.zone in ("title", "annex") or bare(block.text.value).lstrip("( ").startswith(("ban hanh", "kem theo"))
        ):
            continue
        number = re.sub(r"\s", "", match["number"] or "") or None
        kind = match["type"][:1].upper() + match["type"][1:].lower()
        code = next(
            (e.get("codes", [None])[0] for e in rules["document_types"] if e["name"] == kind and e.get("codes")), kind
        )
        rest = fold(block.text.value)[match.end() :]
        day = re.search(r"ngày\s+(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(\d{4})", rest, re.IGNORECASE)
        issued = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else None
        by = re.search(r"(?:\d{4}\s+)?của\s+(?P<by>[^)]+)", rest, re.IGNORECASE)
        if number is None or not any(c.isdigit() for c in number):  # left blank there, the decision's own head tells it
            own = _carrier_of_its_head(document, rules)
            number = own.number if own is not None and own.type == code and own.number else number
        return Carrier(str(code), number, issued, by["by"].strip(" .;") if by else None)
    return _carrier_of_its_head(document, rules)


def _carrier_of_its_head(document: Document, rules: Rules) -> Carrier | None:
    """The decision printed before the plan, where no line of the plan names it: its type and its number."""
    texts = [fold(block.text.value) for block in document.blocks if block.zone == "carrier"]
    codes = {
        str(entry["name"]).upper(): str(entry["codes"][0]) for entry in rules["document_types"] if entry.get("codes")
    }
    code = next((codes[text.strip(" :.")] for text in texts if text.strip(" :.") in codes), None)
    if code is None:
        return None
    numbers = (
        number
        for text in texts
        for number in document_numbers(text, {code})
        if number.type_code == code and number.digits
    )
    found = next(numbers, None)
    return Carrier(code, found.value if found is not None else None, None, None)


def _near_title(document: Document) -> list[Block]:
    """The blocks of the title and the few below it."""
    blocks = document.blocks
    first = next((n for n, block in enumerate(blocks) if block.zone == "title"), None)
    return list(blocks[first : first + 6]) if first is not None else []
