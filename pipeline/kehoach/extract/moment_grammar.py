"""One moment of administrative time as printed: a day, ten days, week, month, quarter, half-year, year, school year.

Reads folded lower-case text (``lowered``) at one place, and says where the moment ends. Knows nothing of ranges,
bounds or what the moment is for: that is ``time_grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kehoach.extract.shares import SHARE
from kehoach.model.time import Moment, Part
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve
from kehoach.rules.openings import Openings

Shape = Literal[
    "day", "day_of_month", "month", "week", "tens", "quarter", "half", "year", "school_year", "term", "phase", "now"
]


@dataclass(frozen=True, slots=True)
class Read:
    """``first`` and ``last`` are the same but for lists ("quý I, II", "ngày 10 và 11/3"); ``end`` is exclusive.

    ``worded`` tells that a word of time stood before the digits ("ngày 5/3", not "5/3").
    """

    first: Moment
    last: Moment
    end: int
    shape: Shape
    worded: bool = True


@lru_cache(maxsize=4096)
def lowered(text: str) -> str:
    """Folded text in lower case, of the same length."""
    folded = fold(text)
    low = folded.lower()
    return low if len(low) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


# Numbers, and the words of time in the spellings that recognition leaves of them.
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"[12]\d{3}(?!\d)"
_NUMBER_WORDS = (
    "một|giêng", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy|bẩy", "tám", "chín", "mười", "mười một", "mười hai|chạp",
)  # fmt: skip
_MONTH_WORDS = {word: n for n, words in enumerate(_NUMBER_WORDS, 1) for word in words.split("|")}
# "tháng năm 2018" is a month left blank far more often than May.
_MONTH_WORD = "(?:" + "|".join(sorted(_MONTH_WORDS, key=len, reverse=True)) + r")(?!\w)(?!(?<=năm)\s*\d)"
_W_DAY, _W_MONTH, _W_YEAR, _W_QUARTER = (
    r"ng[àaảáã]y",
    r"(?:th[áaảàã]ng|t\.?(?=\s?\d{1,2}/20\d\d))",
    r"n[ăaâ]m",
    r"(?:qu[ýyíỷ]|qúy)",
)
_SEPARATOR = r"\s?[/.\-]\s?"
_ROMAN = r"(?:iv|1v|lv|[il1]{1,3}|[234])(?!\w)"
_NOT_BEFORE = r"(?<![\d/.,])"


def roman(text: str) -> int:
    """The value of a quarter or term number as printed or misread ("lI")."""
    if text.isdigit() and text not in ("11", "111"):
        return int(text)
    text = text.replace("l", "i").replace("1", "i")
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}[text]


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    value = int(text)
    return value + (2000 if value < 70 else 1900) if len(text) == 2 else value


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_WORDS[text]


def _full_day(m: re.Match[str]) -> Read | None:
    worded = m["w"] is not None
    if len(m["y"]) == 2 and not worded:
        return None
    return replace(_worded_day(m), worded=worded)


def _worded_day(m: re.Match[str]) -> Read:
    moment = Moment(_year(m["y"]), int(m["m"]), int(m["d"]))
    first = replace(moment, day=int(m["d0"])) if m["d0"] else moment
    return Read(first, moment, m.end(), "day")


def _day_and_month(m: re.Match[str]) -> Read | None:
    if m["w"] is None and int(m["d"]) <= int(m["m"]) and SHARE.match(m.string, m.end()):
        return None
    moment = Moment(None, int(m["m"]), int(m["d"]))
    first = replace(moment, day=int(m["d0"])) if m["d0"] else moment
    return Read(first, moment, m.end(), "day", m["w"] is not None)


def _months(m: re.Match[str]) -> Read:
    last = Moment(_year(m["y"]), _month(m["m"]))
    if not m["m0"]:
        return Read(last, last, m.end(), "month")
    month = _month(m["m0"])
    if month + 1 < (last.month or 0) and _AND_ANOTHER.fullmatch(m.string, m.end("m0"), m.start("m")):
        first = replace(last, month=month)
        return Read(first, first, m.end("m0"), "month")
    year = last.year - 1 if last.year and last.month and month > last.month else last.year
    return Read(replace(last, month=month, year=year), last, m.end(), "month")


def _bare_month(m: re.Match[str]) -> Read:
    moment = Moment(_year(m["y"]), int(m["m"]))
    return Read(moment, moment, m.end(), "month", worded=False)


def _week(m: re.Match[str]) -> Read:
    named = {"đầu": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "cuối": 5}
    number = int(m["n"]) if m["n"].isdigit() else named[m["n"]]
    moment = Moment(_year(m["y"]), _month(m["m"] or m["m1"]), week=number)
    first = replace(moment, week=int(m["n0"])) if m["n0"] else moment
    return Read(first, moment, m.end(), "week")


def _half_month(m: re.Match[str]) -> Read | None:
    """ "Nửa đầu", "nửa cuối", "10 ngày đầu" of a month."""
    whole, days = Moment(_year(m["y"]), _month(m["m"])), int(m["n"] or 15)
    if m["p"] == "đầu":
        return Read(replace(whole, day=1), replace(whole, day=min(days, 28)), m.end(), "tens")
    return Read(replace(whole, day=16), whole, m.end(), "tens") if m["n"] is None else None


def _tens(m: re.Match[str]) -> Read:
    part: Part = {"thượng": "start", "trung": "middle", "hạ": "end"}[m["p"]]  # type: ignore[assignment]
    moment = Moment(_year(m["y"]), _month(m["m"]), part=part)
    return Read(moment, moment, m.end(), "tens")


def _quarters(m: re.Match[str]) -> Read | None:
    last = Moment(_year(m["y"]), quarter=roman(m["q"]))
    first = replace(last, quarter=roman(m["q0"])) if m["q0"] else last
    return Read(first, last, m.end(), "quarter")


def _half(m: re.Match[str]) -> Read:
    year = _year(m["y"])
    months, start = {None: 6, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}.get(m["n"]) or int(m["n"]), m["p"] == "đầu"
    if months == 6:
        moment = Moment(year, half=1 if start else 2)
        return Read(moment, moment, m.end(), "half")
    months = min(months, 12)
    first, last = (1, months) if start else (13 - months, 12)
    return Read(Moment(year, first), Moment(year, last), m.end(), "half")


def _years(m: re.Match[str]) -> Read:
    last = Moment(_year(m["y"]))
    first = m.groupdict().get("y0")
    return Read(Moment(_year(first)) if first else last, last, m.end(), "year")


def _school_year(m: re.Match[str]) -> Read:
    years = (int(m["a"]), int(m["b"])) if m["a"] and m["b"] else None
    part: Part | None = _PARTS.get(m["p"] or "")
    moment = Moment(school_year=years or (0, 0), part=part)
    return Read(moment, moment, m.end(), "school_year")


def _term(m: re.Match[str]) -> Read:
    moment = Moment(term=roman(m["n"]), part=_PARTS.get(m["p"] or ""))
    return Read(moment, moment, m.end(), "term")


def _phase(m: re.Match[str]) -> Read:
    moment = Moment(phase=_ordinal(m["n"]), part=_PARTS.get(m["p"] or ""))
    return Read(moment, moment, m.end(), "phase")


def _ordinal(text: str) -> int:
    words = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
    return words.get(text) or roman(text)


def _now(m: re.Match[str]) -> Read:
    moment = Moment(anchor="issue_date")
    return Read(moment, moment, m.end(), "now")


def _this_year(m: re.Match[str]) -> Read:
    moment = Moment(years_on=0 if m.groupdict().get("o") in (None, "nay", "này") else 1)
    return Read(moment, moment, m.end(), "year")


_PARTS: dict[str, Part] = {"đầu": "start", "giữa": "middle", "cuối": "end"}
_PART = re.compile(r"(?P<p>đầu|giữa|cuối)\s+(?=" + f"{_W_MONTH}|{_W_QUARTER}|{_W_YEAR}" + ")")
_OF = r"(?:\s?,)?(?:\s+của)?\s+"
_IN_YEAR = rf"(?:(?:{_SEPARATOR}|\s*,?\s*{_W_YEAR}\s*|\s)(?P<y>{YEAR}))?"
_LIST = r"(?:\s?[,\-&+]\s?|\s+và\s+|\s+đến\s+)"
_DAYS = rf"(?:\s?,\s?(?:{_W_DAY}\s+)?{DAY}(?=\s?[,&]|\s+và\s)){{0,4}}"
"""Days of a list between the first and the last: "24, 25 và 26/8"."""
_AND_ANOTHER = re.compile(rf"(?:\s+và|\s*,)\s+{_W_MONTH}\s*")
"""Between two months that do not follow one another: two times, no stretch."""
_MONTH_NAME = rf"(?:{_MONTH}(?!\s+(?:lần|đợt|ngày|người|cán|lớp|buổi|trường|đơn|cuộc|%))|{_MONTH_WORD})"

# In order: the first that reads wins, so the longer forms stand first.
_FORMS: tuple[tuple[Sieve, Callable[[re.Match[str]], Read | None]], ...] = tuple(
    (Sieve(pattern), make)
    for pattern, make in (
        (rf"(?P<w>{_W_DAY}\.?\s+)?(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{_W_DAY}\s+)?)?{_NOT_BEFORE}(?P<d>{DAY}){_SEPARATOR}(?P<m>{_MONTH}){_SEPARATOR}(?P<y>{YEAR}|\d\d(?!\d))(?!/)", _full_day),
        (rf"(?:{_W_DAY}|mồng|mùng)\s+(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{_W_DAY}\s+)?)?(?P<d>{DAY})\s*{_W_MONTH}\s*(?P<m>{_MONTH})(?:\s*,?\s*{_W_YEAR}\s*(?P<y>{YEAR}))?", _worded_day),
        (rf"(?P<w>{_W_DAY}\.?\s+)?(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{_W_DAY}\s+)?)?{_NOT_BEFORE}(?P<d>{DAY})/(?P<m>{_MONTH})(?!\s?[/.]\s?\d|\d|-{YEAR})", _day_and_month),
        (rf"{_NOT_BEFORE}(?P<d0>{DAY}){_DAYS}(?:\s?[,&]\s?|\s+và\s+)(?P<d>{DAY})\s+{_W_MONTH}\s*(?P<m>{_MONTH})\s*,?\s*{_W_YEAR}\s*(?P<y>{YEAR})", _worded_day),
        (rf"(?P<w>{_W_DAY}\s+)(?P<d0>)(?P<d>{DAY})-(?P<m>{_MONTH})(?!\s?[-/.]\s?\d|\d|\s+{_W_MONTH})", _day_and_month),
        (rf"tuần\s+(?:lễ\s+)?(?:(?P<n0>[1-4])\s*(?:,|-|và)\s*)?(?:(?:thứ\s+)?(?P<n>[1-5]|nhất|hai|ba|tư|bốn|(?:đầu|cuối)(?=\s))(?:\s+(?:tiên|cùng))?)(?:{_OF}{_W_MONTH}\s*(?P<m>{_MONTH_NAME})|\s?/\s?(?P<m1>{_MONTH})(?!/\d\d?(?!\d))){_IN_YEAR}", _week),
        (rf"(?:nửa|(?P<n>\d{{1,2}})\s+{_W_DAY})\s+(?P<p>đầu|cuối)(?:\s+của)?\s+{_W_MONTH}\s*(?P<m>{_MONTH_NAME}){_IN_YEAR}", _half_month),
        (rf"(?P<p>thượng|trung|hạ)\s+tuần{_OF}?\s*{_W_MONTH}\s*(?P<m>{_MONTH_NAME}){_IN_YEAR}", _tens),
        (rf"{_W_MONTH}\s*(?:(?P<m0>{_MONTH_NAME})(?:{_LIST}(?:{_W_MONTH}\s*)?{_MONTH_NAME})*{_LIST}(?:{_W_MONTH}\s*)?)?(?P<m>{_MONTH_NAME}){_IN_YEAR}", _months),
        (rf"{_W_QUARTER}\s*(?:(?P<q0>{_ROMAN})(?:{_LIST}(?:{_W_QUARTER}\s*)?{_ROMAN})*{_LIST}(?:{_W_QUARTER}\s*)?)?(?P<q>{_ROMAN}){_IN_YEAR}", _quarters),
        (rf"(?:(?P<n>0?[2-9]|ba|bốn|sáu|chín|10|11)\s+{_W_MONTH}|nửa)\s+(?P<p>đầu|cuối)(?:\s+{_W_YEAR})?(?:\s+(?:{_W_YEAR}\s+)?(?P<y>{YEAR}))?", _half),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?{_W_YEAR}\s+học(?:\s+(?P<a>{YEAR})\s?-\s?(?P<b>{YEAR}))?", _school_year),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?(?:học\s+k[ỳìyi]\s+|hk\s?)(?P<n>i{{1,2}}|[12l])(?!\w)(?:{_OF}{_W_YEAR}\s+học(?:\s+{YEAR}\s?-\s?{YEAR})?)?", _term),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?(?:đợt|giai\s+đoạn|chặng)\s+(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|{_ROMAN})(?![\w/])", _phase),
        (rf"(?:giai\s+đoạn\s+(?:từ\s+)?(?:{_W_YEAR}\s+)?|(?P<of>(?:\d{{1,2}}|hai|ba|bốn|năm)\s+{_W_YEAR}\s*\()|{_W_YEAR}\s+)(?P<y0>{YEAR})\s?(?:-|đến)\s?(?:{_W_YEAR}\s+)?(?P<y>{YEAR})(?(of)\))", _years),
        (rf"{_W_YEAR}\s*(?P<y>{YEAR})", _years),
        (r"(?:thời\s+điểm\s+này|hiện\s+nay|bây\s+giờ|nay)(?!\w)", _now),
        (rf"(?:khi|{_W_DAY}|thời\s+điểm)\s+(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành)(?:\s+kế\s+hoạch)?(?:\s+này)?(?!\w)", _now),
        (rf"{_W_YEAR}\s+(?P<o>nay|này|sau|tới|liền\s+kề|kế\s+tiếp)(?!\w)", _this_year),
    )
)  # fmt: skip
_BARE_MONTH = re.compile(rf"{_NOT_BEFORE}(?P<m>{_MONTH})/(?P<y>{YEAR})(?![/\d])")
_BARE_YEAR = re.compile(rf"{_NOT_BEFORE}(?P<y>{YEAR})(?![/\d\-])")
_BARE_YEARS = re.compile(rf"{_NOT_BEFORE}(?P<y0>20\d\d)\s?-\s?(?P<y>20\d\d)(?![/\d\-])")
_BARE_DAY = re.compile(
    rf"{_NOT_BEFORE}(?P<d0>)(?P<d>{DAY})\s+{_W_MONTH}\s+(?P<m>{_MONTH})(?:\s*,?\s*{_W_YEAR}\s*(?P<y>{YEAR}))?"
)
_THE_YEAR = re.compile(rf"{_W_YEAR}(?!\w)(?!\s+(?:học|đầu|thứ|tài\s+chính|ngân\s+sách))")
_NEXT_YEAR = re.compile(rf"\s+(?:của\s+)?{_W_YEAR}\s+(?:sau|tới|liền\s+kề|kế\s+tiếp)(?!\w)")
_HALF_DAY = re.compile(r"(?:buổi\s+)?(?:sáng|chiều|tối)\s+(?=ng[àa]y|\d)")
_CLOCK = re.compile(r"(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2}(?:\s?phút)?)?\s*,?\s*(?:sáng|chiều|tối)?\s*,?\s*")
_WEEKDAY = re.compile(
    r"(?:ng[àa]y\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*(?:,|\(|-)?\s*(?=ng[àa]y|\d)"
)

_LEADS = (_CLOCK, _HALF_DAY, _WEEKDAY)


@lru_cache(maxsize=1)
def _openings() -> tuple[Openings, Openings]:
    """Of what stands before a moment, and of its forms."""
    return Openings(_LEADS), Openings([pattern for pattern, _ in _FORMS])


@lru_cache(maxsize=4096)
def moment(text: str, at: int, *, bound: bool = False) -> Read | None:
    """The moment that is printed at ``at`` of lowered text, or None.

    ``bound``: a word of time stands before it, or it is a time cell, so that bare figures ("5/2020") may be read too.
    """
    (leads, forms), begun = _openings(), at
    for n, lead in enumerate(_LEADS):
        if n in leads.at(text, at) and (m := lead.match(text, at)):
            at = m.end()
    if part := _PART.match(text, at):
        return _part(text, part)
    for n in forms.at(text, at):
        pattern, make = _FORMS[n]
        if (m := pattern.match(text, at)) and (read := make(m)) is not None:
            return _in_next_year(text, replace(read, worded=read.worded or at > begun))
    if bound:
        if m := _BARE_MONTH.match(text, at):
            return _bare_month(m)
        if m := _BARE_DAY.match(text, at):
            return _worded_day(m)
        if m := _BARE_YEARS.match(text, at) or _BARE_YEAR.match(text, at):
            return replace(_years(m), worded=False)
        if m := _THE_YEAR.match(text, at):
            return _this_year(m)
    return None


def _in_next_year(text: str, read: Read) -> Read:
    """ "Quý I năm sau"."""
    if read.last.year is not None or read.last.relative or (m := _NEXT_YEAR.match(text, read.end)) is None:
        return read
    first, last = (replace(moment, years_on=1) for moment in (read.first, read.last))
    return replace(read, first=first, last=last, end=m.end())


def _part(text: str, part: re.Match[str]) -> Read | None:
    """ "đầu", "giữa", "cuối" of a month, quarter, year or school year."""
    if (whole := moment(text, part.end(), bound=True)) is None:
        return None
    if whole.shape == "day":
        return None
    first, last = (replace(m, part=_PARTS[part["p"]]) for m in (whole.first, whole.last))
    return Read(first, last, whole.end, whole.shape)
