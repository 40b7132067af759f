"""The form of the document: letterhead, number, date, title, signer, recipients, end mark (NĐ 30/2020/NĐ-CP, Điều 8)."""

from __future__ import annotations

import re

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Signer, State
from kehoach.orthography.fold import bare

_NUMBER = re.compile(r"(?P<digits>\d+)(?P<letter>[a-zđ]?)\s*(?P<join>[/-])(?P<symbol>.+)", re.IGNORECASE)
_DATE_LINE = re.compile(r"ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*\d{4}")
_NUMBER_LINE = re.compile(r"^\W{0,3}số\s?[:.]?\s?\d+", re.MULTILINE)
_PLACE_DATE = re.compile(r"^[^\n]{0,40}\bngày[^\n]{0,6}\btháng[^\n]{0,6}\bnăm\s?\d{4}\W{0,3}$", re.MULTILINE)
_END = re.compile(r"[./]\s*/\s*\.?\s*$|\./|/\.")
_KEPT = re.compile(r"\bl[ưu]u\b")
_COLLECTIVE = re.compile(
    r"ủy ban|ubnd|hđnd|hội đồng|ban\b|đoàn|thường trực|thường vụ|chấp hành|liên đoàn|đảng ủy|tỉnh ủy|huyện ủy"
)
_TWICE = re.compile(r"^kt\.?\s*(?P<post>[^\n]{5,40})\n(?P=post)$", re.MULTILINE)
"""The head's post under itself: whatever the reader makes of it, no deputy is printed."""
_DEPUTY = re.compile(r"^(?:quyền )?phó\b")


def state(case: Case, key: str, value: object) -> State:
    """What the record says of a header field; a record without states is judged by the value."""
    return case.plan.document.state.get(key) or ("found" if value else "absent")


def _required(case: Case, key: str, value: object) -> Answer:
    """A line of the form that must be there and filled in. What a recognized page seems to lack may be unread."""
    found = state(case, key, value)
    places = case.header_evidence(key)
    if found == "unreadable":
        return answer([Hit(None, places, "unreadable", sure=False)])
    if found == "blank":
        return answer([Hit(None, places, "blank")])
    if found == "absent":
        return answer([Hit(None, places, "absent", sure=not case.recognized)])
    return answer([], places)


def missing_number(case: Case) -> Answer | None:
    number = case.plan.document.number
    found = state(case, "number", number)
    if found == "found" and number and number.startswith(("/", "-")):
        return answer([Hit(None, case.header_evidence("number"), "blank")])
    return _doubted(case, _required(case, "number", number), _NUMBER_LINE)


def missing_date(case: Case) -> Answer | None:
    issued = case.plan.document.issued_on
    if issued and len(issued) < 10 and state(case, "issued_on", issued) == "found":
        return answer([Hit(None, case.header_evidence("issued_on"), "blank")])
    return _doubted(case, _required(case, "issued_on", issued), _PLACE_DATE)


def _doubted(case: Case, made: Answer, line: re.Pattern[str]) -> Answer:
    """What the record lacks is in doubt where a line of the head looks like it, or the head may be unread. A recognized
    document that begins with its title, without number, date and place, has no head: that much is not overlooked."""
    if not made.hits or made.hits[0].message != "absent":
        return made
    if seen := line.search(case.folded[:1500]):
        return answer([Hit(None, case.places(*seen.span()), "absent", sure=False)])
    if not case.recognized:
        return made
    document = case.plan.document
    alike = {state(case, k, getattr(document, k)) for k in ("number", "issued_on", "place")}
    return answer([Hit(None, (), "absent", sure=alike == {"absent"} and _title_first(case))])


def _title_first(case: Case) -> bool:
    starts = [e.start for e in case.header_evidence("type") or case.header_evidence("title") if e.start is not None]
    return bool(starts) and min(starts) < 120


def missing_place(case: Case) -> Answer | None:
    if state(case, "issued_on", case.plan.document.issued_on) == "absent":
        return None
    return _doubted(case, _required(case, "place", case.plan.document.place), _PLACE_DATE)


def missing_title(case: Case) -> Answer | None:
    return _required(case, "title", case.plan.document.title)


def missing_issuer(case: Case) -> Answer | None:
    """The name of the issuing body over the number. A transcript without pages may simply have left it out."""
    made = case.header("issuer")
    if state(case, "issuer", case.plan.document.issuer) == "absent" or any(e.inferred for e in made):
        return answer([Hit(None, (), "absent", sure=case.paged and not case.recognized)])
    return answer([], case.header_evidence("issuer"))


def missing_motto(case: Case) -> Answer | None:
    """Quốc hiệu and tiêu ngữ; the Party's documents bear the Party's name instead."""
    if not case.text or case.plan.document.issuer_level == "party":
        return None
    head = bare(case.text[:1500])
    letters = re.sub(r"[^a-z]", "", head)
    lacking = [
        name
        for name, word in (("Quốc hiệu", "xahoichunghia"), ("Tiêu ngữ", "tudohanhphuc"))
        if word not in letters
    ]  # fmt: skip
    if not lacking:
        return answer([])
    return answer([Hit(None, (), "fail", {"what": ", ".join(lacking)}, sure=case.paged and not case.recognized)])


def number_form(case: Case) -> Answer | None:
    """Numbers under ten take a leading zero; the symbol begins with the code of the type named in the title."""
    document = case.plan.document
    found = _NUMBER.fullmatch(document.number or "")
    if found is None:
        return None
    places = case.header_evidence("number")
    sure = case.sure(*places, digits=True)
    hits = []
    if len(found["digits"]) == 1:
        hits.append(Hit(None, places, "zero", {"number": document.number}, sure))
    return answer(hits, places)


def symbol_type(case: Case) -> Answer | None:
    """A document whose title says one type and whose symbol says another."""
    document = case.plan.document
    found = _NUMBER.fullmatch(document.number or "")
    if found is None or document.type is None or not case.header("type"):
        return None
    codes = {code: entry["name"] for entry in case.rules["document_types"] for code in entry.get("codes", ())}
    code = re.split(r"[-/]", found["symbol"])[0] if found["join"] == "/" else found["symbol"].split("/")[0]
    if code not in codes or document.type not in codes:
        return None
    places = case.header_evidence("number") + case.header_evidence("type")
    if codes[code] == codes[document.type]:
        return answer([], places)
    words = {"number": document.number, "symbol": codes[code], "type": codes[document.type]}
    return answer([Hit(None, places, "fail", words, case.sure(*places))], places)


def date_form(case: Case) -> Answer | None:
    """Days under ten, January and February take a leading zero."""
    places = case.header_evidence("issued_on")
    spans = [(e.start, e.end) for e in places if e.start is not None and e.end is not None]
    if not spans:
        return None
    start, end = spans[0][0], spans[-1][1]
    found = _DATE_LINE.search(case.folded, max(0, start - 6), end)
    if found is None:
        return None
    wrong = len(found["day"]) == 1 or found["month"] in ("1", "2")
    printed = case.text[found.start() : found.end()]
    return answer(
        [Hit(None, places, "fail", {"date": printed}, case.sure(*places, digits=True))] if wrong else [], places
    )


def missing_signature_block(case: Case) -> Answer | None:
    """Authority or position, and name. A head cut off or a column not read is the reader's doubt."""
    signer = case.plan.document.signer or Signer()
    places = case.header_evidence("signer.name") + case.header_evidence("signer.position")
    if signer.position or signer.authority:
        if signer.name or case.recognized:
            return answer([], places)
        return answer([Hit(None, places, "name", sure=not case.recognized)], places)
    if signer.name:
        return answer([Hit(None, places, "position", {"name": signer.name}, not case.recognized)], places)
    return answer([Hit(None, (), "absent", sure=not case.recognized)])


def signing_authority(case: Case) -> Answer | None:
    """A deputy signs for the head (KT.), a head does not; TM. is for bodies that decide as a collective."""
    hits, seen = [], False
    for signer in filter(None, (case.plan.document.signer, *case.plan.document.co_signers)):
        if not signer.position:
            continue
        seen = True
        authority, position = (signer.authority or "").upper(), signer.position.lower()
        places = case.header_evidence("signer.position") + case.header_evidence("signer.authority")
        words = {"position": signer.position, "authority": signer.authority or ""}
        sure = case.sure(*places) and not case.recognized
        if _DEPUTY.match(position) and not re.search(r"\bK\.?T|\bTL|\bTUQ|\bQ\b", authority):
            hits.append(Hit(None, places, "deputy", words, sure))
        elif re.search(r"\bKT\b", authority) and (twice := _TWICE.search(case.folded, case.foot)):
            hits.append(Hit(None, places, "head", words | {"position": twice["post"].upper()}, sure))
        elif re.search(r"\bKT\b", authority) and not re.search(r"\bphó\b|\bthứ trưởng\b|ủy viên", position):
            hits.append(Hit(None, places, "head", words, sure))
        body = re.search(r"\bTM\.?\s*(?P<body>[^.]+)", authority)
        if body and not _COLLECTIVE.search(body["body"].lower().replace("uỷ", "ủy")):
            hits.append(Hit(None, places, "collective", words, sure))
    return answer(hits, case.header_evidence("signer.position")) if seen else None


def missing_recipients(case: Case) -> Answer | None:
    found = case.plan.document.recipients
    return _required(case, "recipients", found)


def missing_archive_copy(case: Case) -> Answer | None:
    """The last line of nơi nhận names the archive copy (Lưu: VT, ...)."""
    found = case.plan.document.recipients
    if not found:
        return None
    places = case.header_evidence("recipients")
    if any(_KEPT.search(line.lower()) for line in found):
        return answer([], places[-1:])
    return answer([Hit(None, places[-1:], sure=not case.recognized)])


def end_mark(case: Case) -> Answer | None:
    """The body ends with "./."."""
    if not case.text or case.foot >= len(case.text):
        return None
    lines = [line.strip() for line in case.text[: case.foot].split("\n") if line.strip()]
    if not lines:
        return None
    start = case.text.rfind(lines[-1], 0, case.foot)
    places = case.places(max(start, start + len(lines[-1]) - 12), start + len(lines[-1]))
    if any(_END.search(line[-12:]) for line in lines[-3:]):
        return answer([], places)
    return answer([Hit(case.path_at(start), places, "fail", {"end": lines[-1][-30:]}, sure=not case.recognized)])


def heading_capitals(case: Case) -> Answer | None:
    """Headings of divisions with Roman labels stand in capitals."""
    roman = [p for p in case.parts if p.is_section and re.fullmatch(r"[IVXL]+", p.path)]
    if not roman:
        return None
    low = [p for p in roman if not p.heading.isupper() and any(map(str.isalpha, p.heading)) and len(p.heading) < 90]
    hits = [
        Hit(p.path, p.fact.evidence[:1], "fail", {"heading": p.heading}, case.sure(*p.fact.evidence[:1])) for p in low
    ]
    return answer(hits, tuple(e for p in roman for e in p.fact.evidence[:1]))
