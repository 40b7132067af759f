"""The period that a title or the sentence over a plan names: a year, years, a part of a year, a school year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach.model.document import Span
from kehoach.model.document_info import Period
from kehoach.model.header import Field
from kehoach.model.time import Moment
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_SCHOOL_YEAR = re.compile(r"năm học\s*:?\s*(?P<a>20\d\d|19\d\d)\s?[-/]\s?(?P<b>20\d\d|19\d\d)", re.IGNORECASE)
_DAY = r"(?:ngày\s+)?(?P<{0}d>\d{{1,2}})\s?[/.-]\s?(?P<{0}m>\d{{1,2}})"
_DAYS = re.compile(
    rf"\btừ\s+{_DAY.format('a')}(?:\s?[/.-]\s?(?P<ay>(?:19|20)\d\d))?\s+đến\s+(?:hết\s+)?{_DAY.format('b')}\s?[/.-]\s?"
    r"(?P<by>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Days from which and to which a title says that the whole lasts."""
_TERM = re.compile(
    r"\b(?:(?:đại hội|đảng bộ|hội nghị)\b[^.;]*?\blần thứ [IVXLC\d]+,? \(?(?:nhiệm kỳ|giai đoạn)"
    r"|(?:bầu cử|đại biểu|đại hội)\b[^.;]*?\bnhiệm kỳ)\s*(?:20|19)\d\d\s?-\s?(?:20|19)\d\d",
    re.IGNORECASE,
)
"""The term of a congress is no period of the plan, nor is that of those who are elected."""
_OFFICE = re.compile(r"\bnhiệm kỳ\s*(?:20|19)\d\d\s?-\s?(?:20|19)\d\d", re.IGNORECASE)
"""A term of office begins and ends on days of its own, as a school year does."""
_SPAN = re.compile(
    r"(?:giai đoạn|các năm|(?P<plan>\d+ )?năm|từ năm|thời kỳ)\s*(?:\d+ năm\s*)?\(?(?P<a>20\d\d|19\d\d)\s?(?:-|đến(?: năm)?)\s?(?P<b>20\d\d|19\d\d)",
    re.IGNORECASE,
)
"""Years; ``plan``: those of a five-year plan, of which a year named before is the last."""
_DATED = r"(?<!tháng \d )(?<!tháng \d\d )(?<!luật )"
_YEAR = re.compile(rf"{_DATED}(?<!\bcuối )(?<!\bđầu )\bnăm\s+(?P<a>20\d\d|19\d\d)\b(?!\s?[-/]\s?\d)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?P<until>đến (?:hết )?năm)\s+(?P<a>20\d\d)\b", re.IGNORECASE)
_MONTHS = re.compile(
    r"\btừ tháng\s+(?P<m>\d{1,2})(?:\s?(?:/|năm)\s?(?P<y>20\d\d))?\s+đến (?:hết )?tháng\s+(?P<n>\d{1,2})\s?(?:/|năm)\s?(?P<a>20\d\d)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<!ngày \d )(?<!ngày \d\d )\btháng\s+(?P<m>\d{1,2})\s?(?:/|năm)\s?(?P<a>20\d\d|19\d\d)\b", re.IGNORECASE
)
_PART = re.compile(r"\b(?P<n>0?[2-9]|1[01]) tháng (?P<h>đầu|cuối) năm (?P<a>20\d\d|19\d\d)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bquý (?P<q>I{1,3}|IV|[1-4])(?:\s?/|\s+năm)\s?(?P<a>20\d\d|19\d\d)\b", re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_BARE_PART = re.compile(
    r"\b(?:tháng (?P<m>0?[1-9]|1[0-2])|quý (?P<q>I{1,3}|IV|[1-4])|(?P<n>0?[2-9]|1[01]) tháng (?P<h>đầu|cuối) năm)\W*$",
    re.IGNORECASE,
)
"""A month or a quarter whose year is that of the plan, which closes the title ("CÔNG TÁC CÔNG ĐOÀN THÁNG 10")."""
_HORIZON = re.compile(
    r"\b(?:tầm nhìn|định hướng|hướng)(?: (?:đến|tới|cho))?(?: hết)?(?: (?:giai đoạn|năm|thời kỳ))*\s+(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?",
    re.IGNORECASE,
)
"""How far a plan looks beyond the years that it covers ("đến năm 2030, tầm nhìn đến năm 2050")."""
_LAW = re.compile(r"\b(?:bộ )?luật\b[^,;.]{3,90}?\bnăm (?P<a>(?:19|20)\d\d)\b", re.IGNORECASE)
"""A law with the year of its making."""
_LOOKS_BACK = Sieve(r"\b(?:tổng|sơ) kết\b", re.IGNORECASE)
_ANNOUNCES = Sieve(
    r"\b(?:xây dựng|ban hành|lập|đề ra|triển khai|tổ chức|phát động|hướng dẫn|phấn đấu|thực hiện|tiến hành)\b(?!.*\b(?:luật|hiến pháp|pháp lệnh)\b)",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"\b(?:xây dựng|ban hành|lập|đề ra)(?: \S+){0,2} (?:kế hoạch|chương trình|hướng dẫn|đề án|phương án)\b(?! (?:số|của|hành động của)\b)(?!\s\d)",
    re.IGNORECASE,
)
"""Words with which a body issues this very paper."""


@dataclass(frozen=True, slots=True)
class Covered:
    """What a plan covers, and what says so."""

    period: Period
    field: Field | None = None


def named(text: str, spans: tuple[Span, ...], rule: str, issued: str | None = None) -> Covered | None:
    """The period that a title names; None where it names none.

    Args:
        text: the title, one line; ``spans`` its places in the document's text.
        rule: the beginning of the rule's id.
        issued: ISO date of issue, whose year a month or quarter without one has.
    """
    folded = _without_others(fold(text), issued)
    if (m := _DAYS.search(folded)) and (days := _first_and_last(m)) is not None:
        return Covered(Period(*(day.isoformat() for day in days)), Field(m[0], spans, rule + ".days"))
    for pattern in (_SCHOOL_YEAR, _OFFICE):
        if m := pattern.search(folded):
            return _made(None, None, m, text, spans, rule + ".school_year")
    folded = _ahead(folded)
    m = _SPAN.search(folded)
    if m and int(m["a"]) <= int(m["b"]) and not (m["plan"] and _YEAR.search(folded, 0, m.start())):
        return _made(date(int(m["a"]), 1, 1), date(int(m["b"]), 12, 31), m, text, spans, rule + ".years")
    if m := _MONTHS.search(folded):
        start = Moment(year=int(m["y"] or m["a"]), month=int(m["m"])).interval()[0]
        return _made(start, Moment(year=int(m["a"]), month=int(m["n"])).interval()[1], m, text, spans, rule + ".months")
    for pattern in (_PART, _QUARTER, _MONTH):
        if m := pattern.search(folded):
            return _made(*_part(m, int(m["a"])), m, text, spans, rule + ".part")
    if (m := _UNTIL.search(folded)) and len(_YEAR.findall(folded)) == 1:
        return _made(None, date(int(m["a"]), 12, 31), m, text, spans, rule + ".until")
    years = list(_YEAR.finditer(folded))
    if years:
        m = years[-1]
        return _made(date(int(m["a"]), 1, 1), date(int(m["a"]), 12, 31), m, text, spans, rule + ".year")
    if issued and issued[:4].isdigit() and (m := _BARE_PART.search(folded)):
        return _made(*_part(m, int(issued[:4])), m, text, spans, rule + ".part_of_its_year")
    return None


def _first_and_last(m: re.Match[str]) -> tuple[date, date] | None:
    try:
        first = date(int(m["ay"] or m["by"]), int(m["am"]), int(m["ad"]))
        last = date(int(m["by"]), int(m["bm"]), int(m["bd"]))
    except ValueError:
        return None
    return (first, last) if first < last else None


def announced(sentence: str, spans: tuple[Span, ...]) -> Covered | None:
    """The period in the sentence that leads over to the plan ("... xây dựng Kế hoạch công tác năm 2031 như sau:"); what
    it says before on other papers is theirs."""
    folded = fold(sentence)
    opens = next(reversed(list(_ISSUES.finditer(folded))), None) or _ANNOUNCES.search(folded)
    return named(sentence[opens.start() :], spans, "period.preamble") if opens else None


def _without_others(folded: str, issued: str | None) -> str:
    """The text with blanks for years that are none of its own: terms, horizons, and laws, where they are not
    of the year of issue."""
    for pattern in (_TERM, _HORIZON):
        folded = pattern.sub(lambda other: " " * len(other[0]), folded)
    for law in list(_LAW.finditer(folded)):
        if issued is None or law["a"] < issued[:4]:
            folded = folded[: law.start("a")] + " " * 4 + folded[law.end("a") :]
    return folded


def _ahead(folded: str) -> str:
    """Without the years that a title looks back on where it names others too ("Kiểm tra năm 2016 và tổng kết phong trào
    giai đoạn 2011 - 2015")."""
    back = _LOOKS_BACK.search(folded)
    if back is None or not (_YEAR.search(folded, 0, back.start()) or _SPAN.search(folded, 0, back.start())):
        return folded
    return folded[: back.start()]


def _part(m: re.Match[str], year: int) -> tuple[date | None, date | None]:
    parts = m.groupdict()
    if parts.get("n"):
        months = int(m["n"])
        if m["h"].lower() == "đầu":
            return date(year, 1, 1), date(year, months + 1, 1) - timedelta(days=1)
        return date(year, 13 - months, 1), date(year, 12, 31)
    if parts.get("q"):
        return Moment(year=year, quarter=_QUARTERS.get(m["q"].upper()) or int(m["q"])).interval()
    return Moment(year=year, month=int(m["m"])).interval()


_SCHOOL_YEARS = re.compile(r"(năm học)\s*:?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", re.IGNORECASE)
"""A school year bears one name however it is spaced: "năm học 2020-2021"."""


def _made(
    start: date | None, end: date | None, m: re.Match[str], text: str, spans: tuple[Span, ...], rule: str
) -> Covered:
    opened = m[0].count("(") > m[0].count(")")
    stop = m.end() + (1 if opened and text[m.end() : m.end() + 1] == ")" else 0)
    label = " ".join(text[m.start() : stop].split())
    label = label.lower() if label.isupper() else f"{label[:1].lower()}{label[1:]}" if label[:4] == "Năm " else label
    label = _SCHOOL_YEARS.sub(r"\1 \2-\3", label)
    period = Period(start.isoformat() if start else None, end.isoformat() if end else None, label)
    return Covered(period, Field(label, spans, rule))
