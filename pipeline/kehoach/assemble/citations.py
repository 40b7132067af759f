"""Mentions of documents -> one row per document: spellings merged, dates and issuers completed from each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from kehoach.assemble.issuer_names import completed
from kehoach.model.document import Document
from kehoach.model.document_info import DocumentInfo
from kehoach.model.fact import CitationMention
from kehoach.model.plan import Citation
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

SAME_TITLE = 85.0
"""Similarity of titles (0 to 100) from which two unnumbered citations are one document."""
_OWN_PLAN = (0.7, 0.5)
"""Share of a plan's title words in the own title, and the reverse, from which "Kế hoạch ..." means this plan."""
_HEAD = 2
"""Syllables with which the subject of a plan begins; "Kế hoạch" with the same ones is this plan."""
_FAR = 30
"""Papers that one office numbers in a day, at most."""
_ATTACHED = re.compile(r"\b(?:kèm|ban hành) theo\s+(?:[^\W\d_]+\s+){0,3}(?:số\s*:?\s*)?$", re.IGNORECASE)
_PLANS = {"Đề án", "Chương trình", "Chiến lược", "Kế hoạch"}
_WHOLE_NAME = 5
"""Words of a law's name, with its type, from which what runs on behind is no part of it."""
_CONSONANTS = Sieve(r"[bcdđghklmnpqrstvx]{2,}")
"""Initials, in small letters."""
_WITH_YEAR = re.compile(r"(?P<digits>\w+)/(?:(?P<year>\d{4})/)?(?P<symbol>\D.*)")


@dataclass
class _Group:
    """The mentions of one document, in order."""

    mentions: list[CitationMention] = field(default_factory=list)

    @property
    def first(self) -> Citation:
        return self.mentions[0].citation

    def values(self, name: str) -> list[str]:
        return [value for m in self.mentions if (value := getattr(m.citation, name)) is not None]


def citations(mentions: Sequence[CitationMention], info: DocumentInfo, document: Document) -> tuple[Citation, ...]:
    """One row per document cited, in the order of first mention.

    A short form ("Chỉ thị 35") joins the document of that type and number where just one is cited. A name that only
    repeats the subject of a numbered document (the plan that a decision approves) is that document, and "Kế hoạch"
    with this plan's own subject is no citation.
    """
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda m: (_rank(m), m.span.start)):
        if _is_own(mention, info, document):
            continue
        home = _home(mention, groups, info)
        if home is None:
            groups.append(_Group([mention]))
        elif home.mentions:
            home.mentions.append(mention)
    for group in groups:
        group.mentions.sort(key=lambda m: m.span.start)
    groups.sort(key=lambda g: g.mentions[0].span.start)
    return tuple(_row(group, info) for group in groups)


def _rank(mention: CitationMention) -> int:
    """Full citations first, then names, then short forms, which need the others to be resolved."""
    if mention.short:
        return 3
    if mention.citation.number is None:
        return 2
    with_year = _WITH_YEAR.fullmatch(mention.citation.number)
    return 0 if with_year is None or with_year["year"] else 1


def _home(mention: CitationMention, groups: list[_Group], info: DocumentInfo) -> _Group | None:
    citation = mention.citation
    if mention.short:
        same = [g for g in groups if _short_of(citation, g.first)]
        return same[0] if len(same) == 1 else None
    if citation.number is not None:
        return next((g for g in groups if _same_number(citation, g)), None)
    if citation.type in {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"}:
        return _same_law(citation, groups)
    if citation.rule == "citation.congress":
        return next((g for g in groups if _same_congress(citation, g.first, info)), None)
    return next((g for g in groups if _same_name(citation, g)), None)


def _short_of(short: Citation, full: Citation) -> bool:
    if full.number is None or short.number is None:
        return False
    if short.type != full.type and not (short.type in _PLANS and full.type == "Quyết định"):
        return False  # "Đề án 06" is the plan that decision number 06 approves
    digits = re.match(r"\d+", full.number)
    return digits is not None and int(digits[0]) == int(short.number)


def _same_number(citation: Citation, group: _Group) -> bool:
    """Equal normal forms; or the year left out of one where the date says it ("17/TT-BGDĐT ngày 22/8/2018")."""
    a, b = citation.number or "", group.first.number or ""
    if a.casefold() == b.casefold():
        return _compatible(citation, group)
    x, y = _WITH_YEAR.fullmatch(a), _WITH_YEAR.fullmatch(b)
    if not x or not y or x["symbol"].casefold() != y["symbol"].casefold():
        return False
    same_day = len(citation.issued_on or "") == 10 and citation.issued_on in group.values("issued_on")
    if x["digits"] != y["digits"]:
        return same_day and x["year"] == y["year"] and _digit_lost(x["digits"], y["digits"])
    if x["year"] and y["year"]:  # one year misread: the same day says that they are one document
        return same_day
    if not x["year"] and not y["year"]:
        return False
    dates = [citation.issued_on] if x["year"] is None else group.values("issued_on")
    year = x["year"] or y["year"]
    return not any(dates) or any((d or "").startswith(year) for d in dates)


def _digit_lost(a: str, b: str) -> bool:
    """ "3" for "83": numbers of one office on one day follow each other, so one within the other and far from it was
    misread."""
    short, long = sorted((a, b), key=len)
    far = short.isdigit() and long.isdigit() and int(long) - int(short) >= _FAR
    return far and len(long) == len(short) + 1 and (long.startswith(short) or long.endswith(short))


def _compatible(citation: Citation, group: _Group) -> bool:
    """Whether equal numbers are one document. A number that holds its year is; others restart every year (NĐ 30/2020,
    Điều 15) or term, so other years, or another day together with another issuer, make another document."""
    dates, issuers = group.values("issued_on"), group.values("issuer")
    if citation.issued_on is None or not dates or re.search(r"/\d{4}/", citation.number or ""):
        return True
    if any(_partly(citation.issued_on, date) for date in dates):
        return True
    late = re.match(r"\d{3}", citation.number or "") is not None
    if late and any(len(date) == 10 and citation.issued_on[4:] == date[4:] for date in dates):
        return True  # one year mistyped: no office comes to such a number on the same day of two years
    if not any(citation.issued_on[:4] == date[:4] for date in dates):
        return False
    return (
        not citation.issuer or not issuers or any(fuzz.partial_ratio(citation.issuer, i) >= SAME_TITLE for i in issuers)
    )


def _same_law(citation: Citation, groups: list[_Group]) -> _Group | None:
    for group in groups:
        if group.first.type != citation.type:
            continue
        dates = group.values("issued_on")
        agree = citation.issued_on is None or not dates or any(_partly(citation.issued_on, d) for d in dates)
        if agree and any(_same_title(_law_title(citation.title), _law_title(t)) for t in group.values("title")):
            return group
    return None


def _same_title(a: str, b: str) -> bool:
    """Names of one law: the same words in another order, one cut short or run on, or written in initials."""
    if a == b or sorted(a.split()) == sorted(b.split()):
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    if len(short) >= _WHOLE_NAME and long[: len(short)] == short:
        return True
    return len(short) >= 2 and len(short) < len(long) and _initials(short) == _initials(long)


def _initials(words: Sequence[str]) -> str:
    """Of "luật pccc và cnch" and of what it stands for."""
    return "".join(word if _CONSONANTS.fullmatch(word) else word[0] for word in words)


def _partly(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _law_title(title: str | None) -> str:
    name = re.sub(r"\s+năm \d{4}$", "", fold(title or "").casefold())
    return re.sub(r"[\s,.;-]+", " ", name).strip()


def _same_congress(citation: Citation, other: Citation, info: DocumentInfo) -> bool:
    if other.rule != "citation.congress":
        return False
    a, b = _congress(citation, info), _congress(other, info)
    return a[0] == b[0] and (a[1] == b[1] or None in (a[1], b[1]))


def _congress(citation: Citation, info: DocumentInfo) -> tuple[str, str | None]:
    """Whose congress, and which (ordinal)."""
    name = fold(f"{citation.issuer} ").casefold()
    ordinal = re.search(r"lần thứ\s+(\w+)", fold(citation.issuer or ""))
    if "toàn quốc" in name:
        return "toàn quốc", ordinal[1] if ordinal else None
    name = re.sub(r"lần thứ\s+\w+|\b(?:đại hội|đại biểu|đảng bộ|của đảng)\b", " ", name)
    province = fold(info.province_as_printed or "").casefold()
    name = name.replace(f"{province} ", " ") if province else name
    return " ".join(name.split()), ordinal[1] if ordinal else None


def _same_name(citation: Citation, group: _Group) -> bool:
    """The same unnumbered document, or the one that a numbered document approves or issues."""
    name = _plain(citation.title)
    for title in map(_plain, group.values("title")):
        if group.first.number is None:
            same_issuer = not citation.issuer or citation.issuer in (group.first.issuer, None)
            if group.first.type == citation.type and same_issuer and fuzz.ratio(name, title) >= SAME_TITLE:
                return True
        elif len(name) >= 12 and name in title:
            return True
    return False


def _plain(text: str | None) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text or "").casefold()).split())


def _is_own(mention: CitationMention, info: DocumentInfo, document: Document) -> bool:
    """This plan itself (the head of its annex cites it), the paper that carries it, or its own name."""
    citation = mention.citation
    if citation.number is not None:
        attached = _ATTACHED.search(fold(document.text.value[max(0, mention.span.start - 40) : mention.span.start]))
        own = [number for number in (info.number, info.carrier.number if info.carrier else None) if number]
        digits = re.match(r"\d+", citation.number)
        alike = any(citation.number.casefold() == n.casefold() for n in own) or (
            attached is not None and (digits is None or any(n.startswith(digits[0] + "/") for n in own))
        )
        return alike and (attached is not None or citation.type == info_type(info))
    if citation.type != "Kế hoạch" or not info.title:
        return False
    head = _plain(citation.title).split()[2 : 2 + _HEAD]
    if citation.rule == "citation.named" and head == _plain(info.title).split()[:_HEAD]:
        return True
    name = set(_plain(citation.title).split()) - {"kế", "hoạch"}
    own_words = set(_plain(info.title).split()) - set(_plain(info.province_as_printed).split()) - {"tỉnh"}
    common = len(name & own_words)
    return bool(name and own_words) and common >= _OWN_PLAN[0] * len(name) and common >= _OWN_PLAN[1] * len(own_words)


def info_type(info: DocumentInfo) -> str | None:
    """The plan's type in words, as citations print it."""
    return {"KH": "Kế hoạch", "CTr": "Chương trình", "QĐ": "Quyết định", "CT": "Chỉ thị", "HD": "Hướng dẫn"}.get(
        info.type or ""
    )


def _row(group: _Group, info: DocumentInfo) -> Citation:
    first = group.first
    number = max(group.values("number"), key=lambda n: ("/" in n, len(n)), default=None)
    clean = any(m.citation.number_printed is None and not m.short for m in group.mentions)
    issuers, titles = group.values("issuer"), group.values("title")
    if first.rule == "citation.congress":  # the fullest name says which congress it was
        issuers, titles = sorted(issuers, key=len, reverse=True), sorted(titles, key=len, reverse=True)
    issuer = next(iter(issuers), None)
    numbered = next((m.citation for m in group.mentions if m.citation.number is not None and not m.short), first)
    return replace(
        first,
        type=numbered.type,
        number=number,
        number_printed=None if clean else next(iter(group.values("number_printed")), None),
        issued_on=_date(group, number),
        issuer=completed(issuer, info) if issuer else None,
        title=next(iter(titles), None),
        evidence=_evidence(group),
        confidence=max(m.citation.confidence for m in group.mentions),
    )


def _date(group: _Group, number: str | None) -> str | None:
    """The fullest date; one that agrees with the year in the number before one that does not; then the commonest."""
    year = re.search(r"/(\d{4})/", number or "")
    dates = group.values("issued_on")
    if not dates:
        return year[1] if year else None
    often = Counter(dates)
    return max(often, key=lambda d: (year is None or d.startswith(year[1]), len(d), often[d]))


def _evidence(group: _Group) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(place for m in group.mentions for place in m.citation.evidence))
