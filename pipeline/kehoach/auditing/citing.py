"""Citations: type against symbol, Party against State form, dates against numbers and against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.auditing.times import dates
from kehoach.model.plan import Citation
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_YEARED = re.compile(r"\d+[a-zđ]?/(?P<year>(?:19|20)\d\d)/\S+", re.IGNORECASE)
_PARTY = Sieve(r"^\d+[a-zđ]?-[A-ZĐa-z]+/(?:TW|TU|HU|ThU|QU|ĐU|ĐUK|VPTW|\S*TW)$")
_STATE_FORM = re.compile(
    r"(?P<digits>\d{1,5}[a-zđ]?)\s?(?P<one>[/-])\s?(?P<type>[A-ZĐa-z]{1,6})\s?(?P<two>[/-])\s?(?P<organ>[A-ZĐƯa-z.&]{2,})"
)
_STATE_ORGANS = Sieve(
    r"^(?:UBND|HĐND|CP|TTg|B(?!CĐ|CS|CH|TV|TC|TG|DV|NC)[A-ZĐ]{2,}(?<!TW)(?<!TU)|S[A-ZĐ]{2,}|QH\d*|CTN|UBTVQH\d*)"
)
"""Ministries, departments and assemblies. Steering committees (BCĐ) are of the State or of the Party; of the names with
"ban" the Party has its own: cán sự, chấp hành, thường vụ, tổ chức, tuyên giáo, dân vận, nội chính."""
_PARTY_ORGANS = re.compile(r"^(?:TW|TU|HU|ThU|VPTW|ĐUK|B(?:TC|TG|DV|NC)TW|UBKTTW)$")
_TYPE_WORDS = {
    "Chỉ thị": {"CT"}, "Nghị quyết": {"NQ"}, "Quyết định": {"QĐ"}, "Kế hoạch": {"KH"}, "Nghị định": {"NĐ"},
    "Thông tư": {"TT"}, "Thông tư liên tịch": {"TTLT"}, "Hướng dẫn": {"HD"}, "Kết luận": {"KL"}, "Báo cáo": {"BC"},
    "Tờ trình": {"TTr"}, "Thông báo": {"TB"}, "Quy định": {"QĐ", "QyĐ", "QĐi"}, "Quy chế": {"QC"},
    "Chương trình": {"CTr", "CTHĐ", "CTPH"}, "Chương trình hành động": {"CTr", "CTHĐ"},
}  # fmt: skip
_NUMBERED = re.compile(rf"(?P<type>{'|'.join(sorted(map(str.lower, _TYPE_WORDS), reverse=True))})\s+(?:số\s?:?\s*)?\d")
_NAMED_BY_NUMBER = {"Luật", "Bộ luật", "Đề án", "Dự án"}
"""What is known by a number without a symbol ("Đề án 06")."""
_GAP = 14
"""Characters between a number and its date (", ký ngày ")."""
_BETWEEN = Sieve(r"\s*[,;]?\s*(?:ban hành\s+)?(?:ký\s+)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a citation's number stands: as printed, with the date printed behind it."""

    start: int
    end: int
    printed: str
    day: date | None
    at: tuple[int, int] | None


def mentions(case: Case, citation: Citation) -> Iterator[Mention]:
    """The places of a citation that hold its number."""
    for place in citation.evidence:
        if place.start is None or place.end is None or not case.text:
            continue
        found = re.search(r"\d{1,5}[a-zđ]?\s?[/-]\s?[\w&Đđ/.\- ]{2,40}", case.folded[place.start : place.end + 2])
        start = place.start + (found.start() if found else 0)
        stop = place.end
        behind = _dated_at_once(case, start, stop)
        behind = behind or next(iter(dates(case, max(start, stop - 40), min(len(case.text), stop + 45))), None)
        near = behind is not None and behind[0] >= start and (
            behind[0] < stop or _BETWEEN.match(case.folded[stop : behind[0]] .replace("ngày", "").rstrip() + " ")
        )  # fmt: skip
        day = behind[2] if near and behind else None
        yield Mention(
            start, stop, case.text[place.start : stop], day, (behind[0], behind[1]) if near and behind else None
        )


def _dated_at_once(case: Case, start: int, stop: int) -> tuple[int, int, date | None] | None:
    """The date right behind a number, where a title follows them in the citation's words."""
    number = re.compile(r"\d{1,5}[a-zđ]?\s?[/-]\s?[^\s,;]{2,30}").match(case.folded, start)
    if number is None:
        return None
    found = next(iter(dates(case, number.end(), min(stop, number.end() + 32))), None)
    return found if found is not None and found[0] - number.end() <= _GAP else None


def _numbered(case: Case) -> list[Citation]:
    return [c for c in case.plan.citations if c.number and re.match(r"\d", c.number)]


def _hit(case: Case, citation: Citation, words: dict[str, object], message: str = "fail", evidence: tuple[Evidence, ...] = (), digits: bool = False) -> Hit:  # fmt: skip
    shown = evidence or citation.evidence[:2]
    return Hit(citation.path, shown, message, words, case.sure(*shown, digits=digits))


def type_against_symbol(case: Case) -> Answer | None:
    """The word before the number says one type of document, its symbol another."""
    codes = {code: entry["name"] for entry in case.rules["document_types"] for code in entry.get("codes", ())}
    hits: list[Hit] = []
    places: list[Evidence] = []
    for citation in _numbered(case):
        parts = re.split(r"[/-]", citation.number or "")[1:]
        parts = parts[1:] if parts and parts[0].isdecimal() else parts
        if not parts or parts[0] not in codes:
            continue
        symbol = codes[parts[0]]
        for place in citation.evidence:
            told = _type_at(case, place) or citation.type
            if (wanted := _TYPE_WORDS.get(told)) is None:
                continue
            places.append(place)  # a joint circular may be called a circular
            if parts[0] not in wanted and not symbol.startswith(told) and symbol in _TYPE_WORDS:
                words = {"number": citation.number, "type": told, "symbol": symbol, "code": parts[0]}
                hits.append(_hit(case, citation, words, evidence=(place,)))
                break
    return answer(hits, tuple(places)) if places else None


def _type_at(case: Case, place: Evidence) -> str | None:
    """The type of document that a mention with a number begins with; the citation's own is that of most mentions."""
    found = _NUMBERED.match(case.folded, place.start or 0, place.end or 0)
    return next((name for name in _TYPE_WORDS if found and name.lower() == found["type"]), None)


def malformed(case: Case) -> Answer | None:
    """A number that breaks the form of the State ("56/KH-SNV") or the Party ("34-CT/TW")."""
    hits, seen = [], False
    for citation in _numbered(case):
        seen = True
        printed = fold(citation.number_printed or "")
        number = citation.number or ""
        if printed and _squeezed(printed) != _squeezed(number):
            if (own := _STATE_FORM.fullmatch(printed)) and own["one"] == "/" and own["two"] == "-":
                organ = _STATE_FORM.fullmatch(number)
                if organ and organ["one"] == "-" and not _PARTY_ORGANS.match(organ["organ"]):
                    continue  # in the form of the State, by a body that may be of the State
            lost = case.recognized and _letters(printed) != _letters(number)
            hit = _hit(case, citation, {"printed": citation.number_printed, "number": number})
            hits.append(replace(hit, sure=hit.sure and not lost))
            continue
        found = _STATE_FORM.fullmatch(number)
        if found is None:
            continue
        if found["one"] == "-" and _STATE_ORGANS.match(found["organ"]):
            hits.append(_hit(case, citation, {"number": number}, "party"))
        elif found["one"] == "/" and _PARTY_ORGANS.match(found["organ"]):
            hits.append(_hit(case, citation, {"number": number}, "state"))
    return answer(hits) if seen else None


def _squeezed(number: str) -> str:
    """What a missing or added blank, or the size of a letter, leaves alike."""
    return re.sub(r"\s+", "", number).replace("TƯ", "TW").casefold()


def _letters(number: str) -> str:
    """Letters and digits: where a recognized number lacks one of these, the reader may have lost it."""
    return "".join(filter(str.isalnum, _squeezed(number)))


def bare_number(case: Case) -> Answer | None:
    """A document named by type and bare number, without the symbol that tells who issued it."""
    hits, seen = [], False
    for citation in case.plan.citations:
        if not citation.number:
            continue
        seen = True
        year = re.fullmatch(r"(?:19|20)\d\d", citation.number)  # "Kế hoạch 2020" heads a column
        letter = citation.type == "Công văn" and len(citation.issued_on or "") == 10  # of a firm, told by its day
        named = letter or citation.type in _NAMED_BY_NUMBER
        label = _labels_a_list(case, citation)
        if citation.number.isdecimal() and not (named or year or label):
            hit = _hit(case, citation, {"type": citation.type, "number": citation.number})
            hits.append(replace(hit, sure=hit.sure and not _symbol_follows(case, citation)))
    return answer(hits) if seen else None


def _symbol_follows(case: Case, citation: Citation) -> bool:
    """Whether what stands behind the number looks like a symbol that the reader could not make out."""
    end = max((e.end for e in citation.evidence if e.end is not None), default=None)
    behind = case.text[end : end + 20].partition("\n")[0] if end is not None else ""
    return re.match(r"\S{0,4}\s?\S{0,3}[/-]\s?[A-ZĐ]{2}", behind) is not None


def _labels_a_list(case: Case, citation: Citation) -> bool:
    """Whether the number is the label of what stands below a heading in capitals ("QUYẾT ĐỊNH 1. Quyết định số ...")."""
    mention = re.compile(rf"[^a-z\d]{{4,24}}{citation.number}\.\s+[A-ZĐ]")
    return any(e.start is not None and mention.match(case.text, e.start) for e in citation.evidence)


def year_against_date(case: Case) -> Answer | None:
    """The year inside a number and the year of the date printed behind it."""
    hits, seen = [], False
    for citation in _numbered(case):
        found = _YEARED.fullmatch(citation.number or "")
        if found is None:
            continue
        for mention in mentions(case, citation):
            if mention.day is None or mention.at is None:
                continue
            seen = True
            if mention.day.year == int(found["year"]) or _later_same(mention, found["year"]):
                continue
            shown = case.places(mention.start, max(mention.end, mention.at[1]))
            words = {"number": citation.number, "date": f"{mention.day:%d/%m/%Y}", "year": found["year"]}
            hits.append(Hit(case.path_at(mention.start), shown, "fail", words, case.sure(*shown, digits=True)))
    return answer(hits) if seen else None


def _later_same(mention: Mention, year: str) -> bool:
    """A law numbered in one year and dated in the first days of the next is no slip."""
    return (
        mention.day is not None
        and mention.day.month == 1
        and mention.day.day <= 5
        and mention.day.year == int(year) + 1
    )


def different_dates(case: Case) -> Answer | None:
    """One document cited with two dates."""
    hits, seen = [], False
    for alike in _documents(case):
        citation = alike[0]
        told: dict[date, Mention] = {}
        for mention in (m for one in alike for m in mentions(case, one)):
            if mention.day is not None:
                told.setdefault(mention.day, mention)
        if not told:
            continue
        seen = True
        year = _YEARED.fullmatch(citation.number or "")
        if len(told) < 2 or (year and {d.year for d in told} != {int(year["year"])}):
            continue  # a year that contradicts the number is told by year_against_date
        shown = tuple(e for m in told.values() for e in case.places(m.start, max(m.end, m.at[1] if m.at else m.end)))
        words = {"number": citation.number, "dates": ", ".join(f"{d:%d/%m/%Y}" for d in sorted(told))}
        hits.append(Hit(citation.path, shown, "fail", words, case.sure(*shown, digits=True)))
    return answer(hits) if seen else None


def _documents(case: Case) -> Iterator[list[Citation]]:
    """Citations of one document: of one type and number, of one year, and not of two issuers."""
    grouped: dict[tuple[str, str, str], list[Citation]] = defaultdict(list)
    for citation in _numbered(case):
        grouped[citation.type, citation.number or "", (citation.issued_on or "")[:4]].append(citation)
    for group in grouped.values():
        if len({c.issuer for c in group if c.issuer}) > 1:
            yield from ([citation] for citation in group)
        else:
            yield group


def later_than_plan(case: Case) -> Answer | None:
    """A document dated after the plan that cites it."""
    if case.issued is None:
        return None
    hits, seen = [], False
    for citation in case.plan.citations:
        own = citation.number and citation.number == case.plan.document.number
        if not citation.issued_on or len(citation.issued_on) < 7 or own:
            continue
        seen = True
        try:
            day = date.fromisoformat((citation.issued_on + "-01")[:10])
        except ValueError:
            continue
        if day > case.issued:
            numbered = citation.number if (citation.number or "")[:1].isdigit() else citation.title
            name = f"{citation.type} {numbered or ''}".strip()
            told = "/".join(reversed(citation.issued_on.split("-")))
            words = {"name": name, "date": told, "issued": f"{case.issued:%d/%m/%Y}"}
            sure = case.sure(*citation.evidence, *case.header_evidence("issued_on"), digits=True)
            hits.append(Hit(citation.path, citation.evidence[:2], "fail", words, sure))
    return answer(hits) if seen else None


def incomplete(case: Case) -> Answer | None:
    """A document that is cited without its date at every mention (NĐ 30: the first names type, number, date, issuer)."""
    by_number: dict[str, list[Citation]] = defaultdict(list)
    for citation in _numbered(case):
        by_number[citation.number or ""].append(citation)
    hits = []
    for number, cited in by_number.items():
        whole = any(c.issued_on and len(c.issued_on) == 10 for c in cited)
        if whole or number == case.plan.document.number or "QH" in number or number.isdecimal():
            continue
        hits.append(_hit(case, cited[0], {"type": cited[0].type, "number": number}))
    return answer(hits) if by_number else None


def law_name(case: Case) -> Answer | None:
    """The name of the law as enacted: Luật Thi đua, khen thưởng."""
    hits, seen = [], False
    for found in re.finditer(r"luật\s+thi đua(?P<middle>\s*[,-]?\s*(?:và\s+)?)khen thưởng", case.folded):
        seen = True
        if "," not in found["middle"]:
            shown = case.places(*found.span())
            quote = case.text[found.start() : found.end()]
            sure = case.sure(*shown) and not case.recognized
            hits.append(Hit(case.path_at(found.start()), shown, "fail", {"quote": quote}, sure))
    return answer(hits[:1]) if seen else None
