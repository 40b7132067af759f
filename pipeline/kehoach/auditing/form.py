"""The form of the document: letterhead, number, date, title, signer, recipients, end mark (NĐ 30/2020/NĐ-CP, Điều 8)."""

from __future__ import annotations

import re

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.document_info import State
from kehoach.orthography.fold import bare, fold

_NUMBER = re.compile(r"(?P<digits>\d+)(?P<letter>[a-zđ]?)\s*(?P<join>[/-])(?P<symbol>.+)", re.IGNORECASE)
_DATE_LINE = re.compile(r"ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*\d{4}")
_NUMBER_LINE = re.compile(r"^\W{0,3}số\s?[:.]?\s?\d+", re.MULTILINE)
_PLACE_DATE = re.compile(r"^[^\n]{0,40}\bngày[^\n]{0,6}\btháng[^\n]{0,6}\bnăm\s?\d{4}\W{0,3}$", re.MULTILINE)
_PLACED = re.compile(r"^\W{0,3}\w[^\n]{1,40}\bngày[^\n]{0,6}\btháng", re.MULTILINE)
_END = re.compile(r"[./]\s*/\s*\.?\s*$|\./|/\.")
_KEPT = re.compile(r"\bl[ưu]u\b")


def state(case: Case, key: str, value: object) -> State:
    """What the record says of a header field; a record without states is judged by the value."""
    return case.plan.document.state.get(key) or ("found" if value else "absent")


def carried(case: Case) -> bool:
    """Whether the plan is issued with a decision, which bears number, date, signature and recipients for both."""
    return case.plan.document.carrier is not None


def _required(case: Case, key: str, value: object) -> Answer | None:
    """A line of the form that must be there and filled in. What a recognized page seems to lack may be unread."""
    found = state(case, key, value)
    places = case.header_evidence(key)
    if found == "unreadable":
        return answer([Hit(None, places, "unreadable", sure=False)])
    if found == "blank":
        return answer([Hit(None, places, "blank", sure=_left_blank(case))])
    if found == "absent":
        cut = case.cut("foot" if key == "recipients" else "head")
        return None if carried(case) else answer([Hit(None, places, "absent", sure=not case.recognized, cut=cut)])
    return answer([], places)


def _left_blank(case: Case) -> bool:
    """Whether an empty place is the drafter's. On a scan the pen that filled it in may be lost: a draft lacks both its
    number and its day."""
    if not case.recognized:
        return True
    document = case.plan.document
    numbered = state(case, "number", document.number) == "blank" or (document.number or "").startswith(("/", "-"))
    undated = not document.issued_on or len(document.issued_on) < 10
    unread = "unreadable" in (document.state.get("number"), document.state.get("issued_on"))
    return numbered and undated and not unread


def missing_number(case: Case) -> Answer | None:
    number = case.plan.document.number
    found = state(case, "number", number)
    if found == "found" and number and number.startswith(("/", "-")):
        return answer([Hit(None, case.header_evidence("number"), "blank", sure=_left_blank(case))])
    return _doubted(case, _required(case, "number", number), _NUMBER_LINE)


def missing_date(case: Case) -> Answer | None:
    issued = case.plan.document.issued_on
    if issued and len(issued) < 10 and state(case, "issued_on", issued) == "found":
        return answer([Hit(None, case.header_evidence("issued_on"), "blank", sure=_left_blank(case))])
    return _doubted(case, _required(case, "issued_on", issued), _PLACE_DATE)


def _doubted(case: Case, made: Answer | None, line: re.Pattern[str]) -> Answer | None:
    """What the record lacks is in doubt where a line of the head looks like it, or the head may be unread. A recognized
    document that begins with its title, without number, date and place, has no head: that much is not overlooked."""
    if made is None or not made.hits or made.hits[0].message != "absent":
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
    return _doubted(case, _required(case, "place", case.plan.document.place), _PLACED)


def missing_title(case: Case) -> Answer | None:
    return _required(case, "title", case.plan.document.title)


def missing_issuer(case: Case) -> Answer | None:
    """The name of the issuing body over the number. A transcript without pages may simply have left it out."""
    if carried(case):
        return None
    made = case.header("issuer")
    if _in_the_head(case, case.plan.document.issuer):
        return answer([], case.header_evidence("issuer"))
    if state(case, "issuer", case.plan.document.issuer) == "absent" or any(e.inferred for e in made):
        return answer([Hit(None, (), "absent", sure=case.paged and not case.recognized, cut=case.cut("head"))])
    return answer([], case.header_evidence("issuer"))


def _in_the_head(case: Case, name: str | None) -> bool:
    """Whether the words of a name stand one after the other over the title, be they taken from elsewhere."""
    title = min((e.start for e in case.header_evidence("title") if e.start is not None), default=0)
    head = " ".join(case.folded[:title].split())
    if name is None:
        return False
    whole = " ".join(fold(name).lower().split())
    own = re.split(r" (?:tỉnh|thành phố|huyện|thị xã|quận) ", whole)[0]  # the superior above it tells the territory
    return whole in head or (own in head and not own.startswith("ủy ban"))


def missing_motto(case: Case) -> Answer | None:
    """Quốc hiệu and tiêu ngữ, over documents of the State."""
    if not case.text or carried(case):
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
    sure = case.paged and not case.recognized
    return answer([Hit(None, (), "fail", {"what": ", ".join(lacking)}, sure, case.cut("head"))])


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
    printed = " ".join(case.folded[e.start : e.end] for e in case.header_evidence("type") if e.start is not None)
    joint = codes[code].startswith(codes[document.type] + " ")  # a joint plan may be headed KẾ HOẠCH alone
    if joint or codes[code] == codes[document.type] or codes[code].lower() in printed:
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
