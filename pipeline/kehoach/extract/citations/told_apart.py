"""Dates and issuers of documents that do not stand right behind the number: before a list of numbers, behind the last of
them, in the sentence that tells who issued or passed it."""

from __future__ import annotations

import re

from kehoach.extract.citations.citation_parts import Part, date_after
from kehoach.extract.citations.issuing_body import body_at
from kehoach.extract.times.calendar_dates import CalendarDate, calendar_dates
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

_LISTED_BY = Sieve(
    rf"(?<!\w)(?:các|những|hai|\d{{1,2}})\s+[^\W\d]+(?:\s[^\W\d]+){{0,4}}?\s+của\s+(?=(?-i:[{UPPER}]))(?P<who>[^;:]{{2,80}}):\s",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\.\s|\n|\scủa\s+(?=[A-ZĐ])")
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|hai|0?\d)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|và|,\s*và)\s+(?:số\s*)?", re.IGNORECASE)
_PASSED = re.compile(
    r"\s*,?\s*(?:đã\s+)?(?:được\s+)?(?:Quốc hội|Ủy ban Thường vụ Quốc hội)[^;.:]{0,90}?\sthông qua\s+(?=ngày\s)",
    re.IGNORECASE,
)
_ISSUED = Sieve(
    rf"(?<!\w)ngày\s+(?P<date>\d[\d\s/.\-]*|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}})\s*,\s+(?P<who>(?-i:[{UPPER}])[^,;:.]{{2,70}}?)\s+(?:đã\s+)?(?:ký\s+)?(?:ban hành|có|thông qua|ký)\s+$",
    re.IGNORECASE,
)


def issuer_before_list(text: str, at: int) -> Part | None:
    """The body that issued all of a list behind a colon ("các Kế hoạch của UBND tỉnh: số ...; số ...")."""
    found = None
    for match in _LISTED_BY.finditer(text, 0, at):
        if _ENDED.search(text, match.end(), at) is None:
            found = match
    body = body_at(text, found.start("who")) if found else None
    return Part(*body, text[body[0] : body[1]]) if body else None


def goes_on(text: str, start: int, end: int, following: int, before: bool) -> bool:
    """Whether the number in ``text[start:end]`` goes on with the one that begins at ``following``, under one word in the
    plural ("các Quyết định số 28/QĐ-UBND và số 32/QĐ-UBND ngày ... của ..."); ``before``: the one before it did."""
    return (before or _SEVERAL.search(text[:start]) is not None) and _AND.fullmatch(text, end, following) is not None


def passed_on(text: str, at: int) -> CalendarDate | None:
    """The day on which the National Assembly passed the law whose number ends at ``at``."""
    passed = _PASSED.match(text, at)
    dated = date_after(text, passed.end()) if passed else None
    return dated[0] if dated else None


def issued_before(text: str, at: int) -> tuple[CalendarDate, Part | None] | None:
    """The day and the body told before what was issued: "Ngày 16/4/2025, Chính phủ ban hành | Nghị quyết số ..."."""
    told = _ISSUED.search(text[max(0, at - 140) : at])
    if told is None:
        return None
    offset = max(0, at - 140)
    dated = next(iter(calendar_dates(told["date"])), None)
    body = body_at(text, offset + told.start("who"))
    whole = body is not None and body[1] >= offset + told.end("who")
    if dated is None:
        return None
    return dated, Part(*body, text[body[0] : body[1]]) if body is not None and whole else None
