"""What the printed forms of a moment mean: day, week, month, quarter, half-year, year, school year, phase.

Each reads the groups of one form of ``moment_grammar``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from kehoach.extract.times.shares import SHARE
from kehoach.model.time import Moment, Part
from kehoach.orthography.numerals import spelled_number

Shape = Literal[
    "day", "day_of_month", "month", "week", "tens", "quarter", "half", "year", "school_year", "term", "phase", "now"
]


ANY_YEAR = 2001
"""The year in which a stretch is reckoned whose own is not told."""


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


# Numbers, and the words of time in the spellings that recognition leaves of them.
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"[12]\d{3}(?!\d)"
NUMBER_WORDS = (
    "một|giêng", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy|bẩy", "tám", "chín", "mười", "mười một", "mười hai|chạp",
)  # fmt: skip
MONTH_WORDS = {word: n for n, words in enumerate(NUMBER_WORDS, 1) for word in words.split("|")}
# "tháng năm 2018" is a month left blank far more often than May.
MONTH_WORD = "(?:" + "|".join(sorted(MONTH_WORDS, key=len, reverse=True)) + r")(?!\w)(?!(?<=năm)\s*\d)"
W_DAY, W_MONTH, W_YEAR, W_QUARTER = (
    r"ng[àaảáã]y",
    r"(?:th[áaảàã]ng|t\.?(?=\s?\d{1,2}(?:\s?(?:[,&\-]|và|đến)\s?(?:t\.?)?\s?\d{1,2}){0,5}/20\d\d))",
    r"n[ăaâ]m",
    r"(?:qu[ýyíỷ]|qúy|q\.?(?=\s?(?:iv|i{1,3})(?!\w)))",
)
SEPARATOR = r"\s?[/.\-]\s?"
ROMAN = r"(?:iv|1v|lv|[il1]{1,3}|[234])(?!\w)"
NOT_BEFORE = r"(?<![\d/.,])"


PARTS: dict[str, Part] = {"đầu": "start", "giữa": "middle", "cuối": "end"}
_AND_ANOTHER = re.compile(rf"(?:\s+và|\s*,)\s+(?:{W_MONTH}|t\.?)\s*")
"""Between two months that do not follow one another: two times, no stretch."""


_AND_OTHERS = re.compile(rf"(?:\s*,\s+{W_MONTH}\s*\d{{1,2}}){{1,6}}(?:\s+và|\s*,)\s+{W_MONTH}\s*")
"""Between the first and the last of such months that each have their word: "tháng 3, tháng 7 và tháng 10"."""


def _follow(between: re.Match[str], first: int, last: int) -> bool:
    """Whether the months of a list follow one another, so that they are one stretch."""
    named = [first, *map(int, re.findall(r"\d+", between[0])), last]
    return len(named) == last - first + 1


_AND_QUARTER = re.compile(rf"(?:\s+và|\s*,)\s+{W_QUARTER}\s*")


def amount(printed: str) -> float:
    """How many days or months a length has: "02", "1,5", "hai"."""
    if (spelled := spelled_number(printed)) is not None:
        return float(spelled)
    return float(printed.replace(",", "."))


def roman(text: str) -> int:
    """The value of a quarter or term number as printed or misread ("lI")."""
    if text.isdigit() and text not in ("11", "111"):
        return int(text)
    text = text.replace("l", "i").replace("1", "i")
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}[text]


def year_of(text: str | None) -> int | None:
    if text is None:
        return None
    value = int(text)
    return value + (2000 if value < 70 else 1900) if len(text) == 2 else value


def month_of(text: str) -> int:
    return int(text) if text.isdigit() else MONTH_WORDS[text]


def full_day(m: re.Match[str]) -> Read | None:
    worded = m["w"] is not None
    if len(m["y"]) == 2 and not worded:
        return None
    return replace(worded_day(m), worded=worded)


def worded_day(m: re.Match[str]) -> Read:
    moment = Moment(year_of(m["y"]), int(m["m"]), int(m["d"]))
    first = replace(moment, day=int(m["d0"])) if m["d0"] else moment
    return Read(first, moment, m.end(), "day")


def day_and_month(m: re.Match[str]) -> Read | None:
    if m["w"] is None and int(m["d"]) <= int(m["m"]) and SHARE.match(m.string, m.end()):
        return None
    moment = Moment(None, int(m["m"]), int(m["d"]))
    first = replace(moment, day=int(m["d0"])) if m["d0"] else moment
    return Read(first, moment, m.end(), "day", m["w"] is not None)


def months(m: re.Match[str]) -> Read:
    last = Moment(year_of(m["y"]), month_of(m["m"]))
    if not m["m0"]:
        return Read(last, last, m.end(), "month")
    month = month_of(m["m0"])
    apart = _AND_ANOTHER.fullmatch(m.string, m.end("m0"), m.start("m")) or _AND_OTHERS.fullmatch(
        m.string, m.end("m0"), m.start("m")
    )
    if month + 1 < (last.month or 0) and apart and not _follow(apart, month, last.month or 0):
        first = replace(last, month=month)
        return Read(first, first, m.end("m0"), "month")
    year = last.year - 1 if last.year and last.month and month > last.month else last.year
    return Read(replace(last, month=month, year=year), last, m.end(), "month")


def bare_month(m: re.Match[str]) -> Read:
    moment = Moment(year_of(m["y"]), int(m["m"]))
    return Read(moment, moment, m.end(), "month", worded=False)


def bare_months(m: re.Match[str]) -> Read | None:
    """ "09 - 10/2031": with one sign between the numbers and another before the year, two months."""
    if int(m["a"]) >= int(m["m"]):
        return None
    last = Moment(year_of(m["y"]), int(m["m"]))
    return Read(replace(last, month=int(m["a"])), last, m.end(), "month", worded=False)


def week(m: re.Match[str]) -> Read:
    named = {"đầu": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "cuối": 5}
    number = int(m["n"]) if m["n"].isdigit() else named[m["n"]]
    moment = Moment(year_of(m["y"]), month_of(m["m"] or m["m1"]), week=number)
    first = replace(moment, week=int(m["n0"])) if m["n0"] else moment
    return Read(first, moment, m.end(), "week")


def half_month(m: re.Match[str]) -> Read | None:
    """ "Nửa đầu", "nửa cuối", "10 ngày đầu" of a month."""
    whole, days = (
        Moment(year_of(m["y"]), month_of(m["m"])),
        {"năm": 5, "bảy": 7, "mười": 10}.get(m["n"]) or int(m["n"] or 15),
    )
    if m["p"] == "đầu":
        return Read(replace(whole, day=1), replace(whole, day=min(days, 28)), m.end(), "tens")
    return Read(replace(whole, day=16), whole, m.end(), "tens") if m["n"] is None else None


def end_day(m: re.Match[str]) -> Read:
    """ "Ngày đầu tiên", "ngày cuối cùng" of a month: the last is the end of its last ten days."""
    whole = Moment(year_of(m["y"]), month_of(m["m"]))
    moment = replace(whole, day=1) if m["p"].startswith("đầu") else replace(whole, part="end")
    return Read(moment, moment, m.end(), "day" if moment.day else "tens")


def tens(m: re.Match[str]) -> Read:
    part: Part = {"thượng": "start", "trung": "middle", "hạ": "end"}[m["p"]]  # type: ignore[assignment]
    moment = Moment(year_of(m["y"]), month_of(m["m"]), part=part)
    return Read(moment, moment, m.end(), "tens")


def quarters(m: re.Match[str]) -> Read | None:
    last = Moment(year_of(m["y"]), quarter=roman(m["q"]))
    if m["q0"] and roman(m["q0"]) + 1 < roman(m["q"]) and _AND_QUARTER.fullmatch(m.string, m.end("q0"), m.start("q")):
        first = replace(last, quarter=roman(m["q0"]))
        return Read(first, first, m.end("q0"), "quarter")
    first = replace(last, quarter=roman(m["q0"])) if m["q0"] else last
    return Read(first, last, m.end(), "quarter")


def half(m: re.Match[str]) -> Read:
    year = year_of(m["y"])
    months, start = {None: 6, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}.get(m["n"]) or int(m["n"]), m["p"] == "đầu"
    if months == 6:
        moment = Moment(year, half=1 if start else 2)
        return Read(moment, moment, m.end(), "half")
    months = min(months, 12)
    first, last = (1, months) if start else (13 - months, 12)
    return Read(Moment(year, first), Moment(year, last), m.end(), "half")


def years(m: re.Match[str]) -> Read:
    last = Moment(year_of(m["y"]))
    first = m.groupdict().get("y0")
    return Read(Moment(year_of(first)) if first else last, last, m.end(), "year")


def school_year(m: re.Match[str]) -> Read:
    years = (int(m["a"]), int(m["b"])) if m["a"] and m["b"] else None
    part: Part | None = PARTS.get(m["p"] or "")
    moment = Moment(school_year=years or (0, 0), part=part)
    return Read(moment, moment, m.end(), "school_year")


def term(m: re.Match[str]) -> Read:
    moment = Moment(term=roman(m["n"]), part=PARTS.get(m["p"] or ""))
    return Read(moment, moment, m.end(), "term")


def phase(m: re.Match[str]) -> Read:
    moment = Moment(phase=ordinal(m["n"]), part=PARTS.get(m["p"] or ""))
    return Read(moment, moment, m.end(), "phase")


def ordinal(text: str) -> int:
    words = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
    return words.get(text) or roman(text)


def now(m: re.Match[str]) -> Read:
    moment = Moment(anchor="issue_date")
    return Read(moment, moment, m.end(), "now")


def this_year(m: re.Match[str]) -> Read:
    moment = Moment(years_on=0 if m.groupdict().get("o") in (None, "nay", "này") else 1)
    return Read(moment, moment, m.end(), "year")
