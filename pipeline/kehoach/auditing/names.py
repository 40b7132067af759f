"""Names that must be valid on the plan's date: provinces, departments; abbreviations that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.auditing.times import iso
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER
from kehoach.rules.geography import DISTRICTS_END, department
from kehoach.rules.needs import Sieve
from kehoach.rules.places import places

_TERRITORY = re.compile(
    rf"(?:^|[\s,(])(?:tỉnh|thành phố|tp\.?)\s+(?P<name>[{UPPER}][\w.-]*(?:[ -]+[{UPPER}][\w.-]*){{0,5}})"
)
_DISTRICT = Sieve(r"\b(?:huyện|thị xã|quận)\b")
_SHORT = Sieve(r"(?<![\w/&.-])[A-ZĐƯ][A-ZĐƯa-z]*[A-ZĐƯ](?:[&-][A-ZĐƯ]{1,8})*(?![\w/-])")
_KNOWN = {
    "UBND", "HĐND", "VT", "VP", "KT", "TM", "TL", "TUQ", "TT", "STT", "TW", "TU", "HU", "KH", "QĐ", "CT", "NQ", "NĐ", "CP",
    "TTg", "BC", "TB", "HD", "KL", "CTr", "BNV", "MTTQ", "HCM", "TP", "ISO", "TCVN", "II", "III", "IV", "VI", "VII",
    "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "PDF", "VNeID", "COVID",
}  # fmt: skip


def _named_places(case: Case) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """(where it stands, words, places) of the header's names: issuer, place, recipients."""
    document = case.plan.document
    if document.issuer:
        yield "issuer", document.issuer, case.header_evidence("issuer")
    if document.province_as_printed:
        yield "province", f"tỉnh {document.province_as_printed}", case.header_evidence("province")
    lines = case.header("recipients")
    for n, line in enumerate(document.recipients):
        yield "recipients", line, lines[n].evidence if n < len(lines) else ()


def province_name(case: Case) -> Answer | None:
    """A province named in the header that did not exist on that day."""
    on = case.issued or case.on
    if on is None:
        return None
    hits, seen, told = [], False, set()
    for key, words, shown in _named_places(case):
        for found in _TERRITORY.finditer(words):
            known = places().named(found["name"])
            if known is None or known.name in told:
                continue
            seen = True
            valid = places().named(found["name"], on)
            if valid is not None and not valid.valid(on):
                told.add(known.name)
                gone = valid.until is not None and on > valid.until
                later = places().later(known.code, on) if known.code else None
                made = {"name": found["name"], "on": case.dated, "now": later.full_name if later else "?"}
                made["since"] = f"{valid.since:%d/%m/%Y}" if valid.since else ""
                sure = case.sure(*shown) and key != "province"
                hits.append(Hit(None, shown, "past" if gone else "future", made, sure))
    return answer(hits) if seen else None


def department_name(case: Case) -> Answer | None:
    """A department among issuer, recipients and units of tasks that did not bear this name on that day. Where only month
    or year are known, a name that had ended before them."""
    on = case.issued or case.issued_from
    if on is None:
        return None
    bodies = [(e, iso(e.get("since")), iso(e.get("until"))) for e in case.rules["bodies"]]
    others = [(e, s, u) for e, s, u in bodies if (case.issued and s and on < s) or (u and on > u)]
    named: list[tuple[str | None, str, tuple[Evidence, ...]]] = [(None, w, s) for _, w, s in _named_places(case)]
    named += [(t.path, u.name, u.evidence or t.evidence[:1]) for t in case.plan.tasks for u in t.units]
    hits, told = [], set()
    for path, words, shown in named:
        for entry, since, until in others:
            if entry["name"] not in told and entry.search(fold(words)):
                told.add(entry["name"])
                made = {"name": entry["name"], "on": case.dated, "now": department(entry["name"], on).name}
                made |= {"since": f"{since:%d/%m/%Y}" if since else "", "until": f"{until:%d/%m/%Y}" if until else ""}
                hits.append(Hit(path, shown, "future" if since and on < since else "past", made, case.sure(*shown)))
    return answer(hits) if named else None


def district_level(case: Case) -> Answer | None:
    """Districts as units of administration ended on 01/7/2025."""
    on = case.issued or case.issued_from
    if on is None or on < DISTRICTS_END:
        return None
    hits = []
    for key, words, shown in _named_places(case):
        if key in ("issuer", "recipients") and _DISTRICT.search(words.lower()):
            hits.append(Hit(None, shown, "fail", {"quote": words}, case.sure(*shown)))
    return answer(hits[:1])


def undefined_abbreviation(case: Case) -> Answer | None:
    """A short form that the plan explains nowhere: neither beside its first use nor by its words in full."""
    if not case.text:
        return None
    known = _KNOWN | {w for e in case.rules["body_abbreviations"] for w in e.examples}
    hits, told = [], set()
    for found in _SHORT.finditer(case.text):
        short = found[0]
        start, end = case.line(found.start())
        if short in known or short in told or case.text[start:end].isupper() or len(short) > 14:
            continue
        told.add(short)
        if _explained(case, short, found.start(), found.end()):
            continue
        shown = case.places(*found.span())
        hits.append(Hit(case.path_at(found.start()), shown, "fail", {"short": short}, case.sure(*shown)))
    return answer(hits)


def _explained(case: Case, short: str, start: int, end: int) -> bool:
    around = case.text[max(0, start - 60) : end + 60]
    if re.search(rf"(?:gọi tắt|viết tắt)[^.;\n]{{0,40}}{re.escape(short)}|\(\s*{re.escape(short)}\s*\)", around):
        return True
    letters = [c for c in short if c.isupper()]
    initials = r"[\s,&-]+(?:và\s+)?".join(rf"{re.escape(c.lower())}\w*" for c in letters)
    return len(letters) > 1 and re.search(rf"(?<!\w){initials}(?!\w)", case.folded) is not None
