"""The grammar of quotation marks: what stands between a pair of them, in every style that drafters and readers use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach.rules.needs import Sieve

_MARKS = Sieve(r"[“”„‟«»\"″]|''|,,(?=\w)|‘‘|’’")
_OPENING = {"“", "„", "«", ",,", "‘‘"}
_CLOSING = {"”", "»", "’’"}
_LONGEST = 400
"""Characters; a longer stretch means that a mark was lost in between."""
_BROKEN_OFF = re.compile(r"[;:\n]|\.\s")
"""Within a quotation around another one: a mark was lost, and they are none in one another."""
_EDGE = " \t\n*_.,;:"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open offsets: ``start``/``end`` with the marks, ``inner_start``/``inner_end`` without marks and spaces."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@lru_cache(maxsize=1024)
def quotations(raw: str) -> tuple[Quotation, ...]:
    """The quoted stretches of a text that was not folded, in order, never nested: the widest ("“... “...” ...”") counts.

    A mark that cannot be paired is passed over; where the direction of a mark is plain from the blanks beside it,
    that counts more than its shape (recognition confuses the shapes).
    """
    found: list[Quotation] = []
    opened: list[re.Match[str]] = []
    for mark in _MARKS.finditer(raw):
        opened = [one for one in opened if mark.start() - one.end() <= _LONGEST]
        if not opened:
            if _opens(raw, mark):
                opened = [mark]
        elif _opens(raw, mark) and not _closes(raw, mark):
            opened.append(mark)
        else:
            begin = opened.pop()
            inside = [q for q in found if q.start > begin.start()]
            if inside and _BROKEN_OFF.search(raw, begin.end(), mark.start()):
                continue
            if quotation := _between(raw, begin, mark):
                found = [*found[: len(found) - len(inside)], quotation]
    return tuple(found)


def _opens(raw: str, mark: re.Match[str]) -> bool:
    """A mark can open where something follows it; a closing shape only after a blank and before a letter."""
    after = raw[mark.end() : mark.end() + 1]
    before = raw[mark.start() - 1 : mark.start()]
    if mark[0] in _CLOSING:
        return after.isalnum() and (not before or before in " (:\n")
    return mark[0] in _OPENING or bool(after.strip())


def _closes(raw: str, mark: re.Match[str]) -> bool:
    """A mark can close where a word or its end mark stands before it; an opening shape only before a blank or end."""
    after = raw[mark.end() : mark.end() + 1]
    before = raw[mark.start() - 1 : mark.start()]
    if mark[0] in _OPENING:
        return bool(before.strip()) and before not in "(" and not after.isalnum()
    return mark[0] in _CLOSING or not after.isalnum() or bool(before.strip() and not before.isspace())


def _between(raw: str, opened: re.Match[str], closed: re.Match[str]) -> Quotation | None:
    start, end = opened.end(), closed.start()
    while start < end and raw[start] in _EDGE:
        start += 1
    while end > start and raw[end - 1] in _EDGE:
        end -= 1
    if end - start < 2 or "\n" in raw[start:end]:
        return None
    return Quotation(opened.start(), closed.end(), start, end)
