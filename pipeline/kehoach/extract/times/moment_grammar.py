"""One moment of administrative time as printed: a day, ten days, week, month, quarter, half-year, year, school year.

Reads folded lower-case text (``lowered``) at one place, and says where the moment ends. Knows nothing of ranges,
bounds or what the moment is for: that is ``time_grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from kehoach.extract.times.moments import (
    DAY,
    MONTH,
    MONTH_WORD,
    NOT_BEFORE,
    PARTS,
    ROMAN,
    SEPARATOR,
    W_DAY,
    W_MONTH,
    W_QUARTER,
    W_YEAR,
    YEAR,
    Read,
    bare_month,
    bare_months,
    day_and_month,
    end_day,
    full_day,
    half,
    half_month,
    months,
    now,
    phase,
    quarters,
    school_year,
    tens,
    term,
    this_year,
    week,
    worded_day,
    years,
)
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve
from kehoach.rules.openings import Openings


@lru_cache(maxsize=4096)
def lowered(text: str) -> str:
    """Folded text in lower case, of the same length."""
    folded = fold(text)
    low = folded.lower()
    return low if len(low) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


_PART = re.compile(r"(?P<p>đầu|giữa|cuối)\s+(?=" + f"{W_MONTH}|{W_QUARTER}|{W_YEAR}" + ")")
_OF = r"(?:\s?,)?(?:\s+của)?\s+"
_IN_YEAR = rf"(?:(?:{SEPARATOR}|\s*,?\s*{W_YEAR}\s*|\s)(?P<y>{YEAR}))?"
_LIST = r"(?:\s?[,\-&+]\s?|\s+và\s+|\s+đến\s+)"
_DAYS = rf"(?:\s?,\s?(?:{W_DAY}\s+)?{DAY}(?=\s?[,&]|\s+và\s)){{0,4}}"
"""Days of a list between the first and the last: "24, 25 và 26/8"."""
_MONTH_NAME = rf"(?:{MONTH}(?!\s+(?:lần|đợt|ngày|người|cán|lớp|buổi|trường|đơn|cuộc|%))|{MONTH_WORD})"

# In order: the first that reads wins, so the longer forms stand first.
_FORMS: tuple[tuple[Sieve, Callable[[re.Match[str]], Read | None]], ...] = tuple(
    (Sieve(pattern), make)
    for pattern, make in (
        (rf"{NOT_BEFORE}(?P<a>{MONTH})\s?[-–]\s?(?P<m>{MONTH})\s?/\s?(?P<y>20\d\d)(?![/\d])", bare_months),
        (rf"(?P<w>{W_DAY}\.?\s+)?(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{W_DAY}\s+)?)?{NOT_BEFORE}(?P<d>{DAY}){SEPARATOR}(?P<m>{MONTH}){SEPARATOR}(?P<y>{YEAR}|\d\d(?!\d))(?!/)", full_day),
        (rf"(?:{W_DAY}|mồng|mùng)\s+(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{W_DAY}\s+)?)?(?P<d>{DAY})\s*{W_MONTH}\s*(?P<m>{MONTH})(?:\s*,?\s*{W_YEAR}\s*(?P<y>{YEAR}))?", worded_day),
        (rf"(?P<w>{W_DAY}\.?\s+)?(?:(?P<d0>{DAY}){_DAYS}{_LIST}(?:{W_DAY}\s+)?)?{NOT_BEFORE}(?P<d>{DAY})/(?P<m>{MONTH})(?!\s?[/.]\s?\d|\d|-{YEAR})", day_and_month),
        (rf"{NOT_BEFORE}(?P<d0>{DAY}){_DAYS}(?:\s?[,&]\s?|\s+và\s+)(?P<d>{DAY})\s+{W_MONTH}\s*(?P<m>{MONTH})\s*,?\s*{W_YEAR}\s*(?P<y>{YEAR})", worded_day),
        (rf"(?P<w>{W_DAY}\s+)(?P<d0>)(?P<d>{DAY})[-.](?P<m>{MONTH})(?!\s?[-/.]\s?\d|\d|\s+{W_MONTH})", day_and_month),
        (rf"{W_DAY}\s+(?P<p>cuối\s+cùng|đầu\s+tiên){_OF}{W_MONTH}\s*(?P<m>{_MONTH_NAME}){_IN_YEAR}", end_day),
        (rf"tuần\s+(?:lễ\s+)?(?:(?P<n0>[1-4])\s*(?:,|-|và)\s*)?(?:(?:thứ\s+)?(?P<n>[1-5]|nhất|hai|ba|tư|bốn|(?:đầu|cuối)(?=\s))(?:\s+(?:tiên|cùng))?)(?:{_OF}{W_MONTH}\s*(?P<m>{_MONTH_NAME})|\s?/\s?(?P<m1>{MONTH})(?!/\d\d?(?!\d))){_IN_YEAR}", week),
        (rf"(?:nửa|(?P<n>\d{{1,2}}|mười|năm|bảy)\s+{W_DAY})\s+(?P<p>đầu|cuối)(?:\s+của)?\s+{W_MONTH}\s*(?P<m>{_MONTH_NAME}){_IN_YEAR}", half_month),
        (rf"(?P<p>thượng|trung|hạ)\s+tuần{_OF}?\s*{W_MONTH}\s*(?P<m>{_MONTH_NAME}){_IN_YEAR}", tens),
        (rf"(?<!cách mạng ){W_MONTH}\s*(?:(?P<m0>{_MONTH_NAME})(?:{_LIST}(?:{W_MONTH}\s*)?{_MONTH_NAME})*{_LIST}(?:{W_MONTH}\s*)?)?(?P<m>{_MONTH_NAME}){_IN_YEAR}", months),
        (rf"{W_QUARTER}\s*(?:(?P<q0>{ROMAN})(?:{_LIST}(?:{W_QUARTER}\s*)?{ROMAN})*{_LIST}(?:{W_QUARTER}\s*)?)?(?P<q>{ROMAN}){_IN_YEAR}", quarters),
        (rf"(?:(?P<n>0?[2-9]|ba|bốn|sáu|chín|10|11)\s+{W_MONTH}|nửa)\s+(?P<p>đầu|cuối)(?:\s+{W_YEAR})?(?:\s+(?:{W_YEAR}\s+)?(?P<y>{YEAR}))?", half),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?{W_YEAR}\s+học(?:\s+(?P<a>{YEAR})\s?-\s?(?P<b>{YEAR}))?", school_year),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?(?:học\s+k[ỳìyi]\s+|hk\s?)(?P<n>i{{1,2}}|[12l])(?!\w)(?:{_OF}{W_YEAR}\s+học(?:\s+{YEAR}\s?-\s?{YEAR})?)?", term),
        (rf"(?:(?P<p>đầu|giữa|cuối)\s+)?(?:đợt|giai\s+đoạn|bước|chặng)\s+(?:thứ\s+)?(?P<n>nhất|một|hai|ba|tư|bốn|{ROMAN})(?![\w/])", phase),
        (rf"(?:giai\s+đoạn\s+(?:từ\s+)?(?:{W_YEAR}\s+)?|(?P<of>(?:\d{{1,2}}|hai|ba|bốn|năm)\s+{W_YEAR}\s*\()|{W_YEAR}\s+)(?P<y0>{YEAR})\s?(?:-|đến)\s?(?:{W_YEAR}\s+)?(?P<y>{YEAR})(?(of)\))", years),
        (rf"{W_YEAR}\s*(?P<y>{YEAR})", years),
        (r"(?:thời\s+điểm\s+này|hiện\s+nay|bây\s+giờ|nay)(?!\w)", now),
        (rf"(?:khi|{W_DAY}|thời\s+điểm)\s+(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành)(?:\s+kế\s+hoạch)?(?:\s+này)?(?!\w)", now),
        (rf"{W_YEAR}\s+(?P<o>nay|này|sau|tới|liền\s+kề|kế\s+tiếp)(?!\w)", this_year),
    )
)  # fmt: skip
_BARE_MONTH = re.compile(rf"{NOT_BEFORE}(?P<m>{MONTH})/(?P<y>{YEAR})(?![/\d])")
_DOTTED_DAY = re.compile(
    rf"{NOT_BEFORE}(?P<w>)(?P<d0>)(?P<d>0[1-9]|[12]\d|3[01])\.(?P<m>0[1-9]|1[0-2])(?!\s?[/.]\s?\d|\d|\s?%)"
)
_BARE_YEAR = re.compile(rf"{NOT_BEFORE}(?P<y>{YEAR})(?![/\d\-])")
_BARE_YEARS = re.compile(rf"{NOT_BEFORE}(?P<y0>20\d\d)\s?-\s?(?P<y>20\d\d)(?![/\d\-])")
_BARE_DAY = re.compile(
    rf"{NOT_BEFORE}(?P<d0>)(?P<d>{DAY})\s+{W_MONTH}\s+(?P<m>{MONTH})(?:\s*,?\s*{W_YEAR}\s*(?P<y>{YEAR}))?"
)
_THE_YEAR = re.compile(
    rf"{W_YEAR}(?!\w)(?!\s+(?:học|đầu|thứ|ngoái|trước(?!\s+(?:ngày|khi|hạn|mùng|tháng|\d))))(?:\s+(?:tài\s+chính|ngân\s+sách)(?!\w)(?!\s+\d))?(?!\s+(?:tài\s+chính|ngân\s+sách))"
)
_NEXT_YEAR = re.compile(rf"\s+(?:của\s+)?{W_YEAR}\s+(?:sau|tới|liền\s+kề|kế\s+tiếp)(?!\w)")
_HALF_DAY = re.compile(r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s*,?\s+(?=ng[àa]y|\d|thứ\s|chủ\s)")
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
            return bare_month(m)
        if m := _DOTTED_DAY.match(text, at):
            return day_and_month(m)
        if m := _BARE_DAY.match(text, at):
            return worded_day(m)
        if m := _BARE_YEARS.match(text, at) or _BARE_YEAR.match(text, at):
            return replace(years(m), worded=False)
        if m := _THE_YEAR.match(text, at):
            return this_year(m)
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
    first, last = (replace(m, part=PARTS[part["p"]]) for m in (whole.first, whole.last))
    return Read(first, last, whole.end, whole.shape)
