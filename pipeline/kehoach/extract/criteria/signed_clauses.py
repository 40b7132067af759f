"""What adds points or takes them off, clause by clause: "cộng 5 điểm cho ...; ... trừ 30 điểm/vụ, ... trừ 2 điểm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.extract.criteria.criterion_words import END
from kehoach.extract.criteria.points import Points, points_in
from kehoach.extract.criteria.refusals import AND_UNRANKED
from kehoach.extract.text.passages import trimmed
from kehoach.rules.needs import Sieve

SIGNED_TAG = Sieve(
    r"\s*[:(-]\s*(?:(?:\b(?:mỗi (?:lần|trường hợp|lượt)|thì|bị|được|sẽ)\s*)*\b(?:cộng|trừ|thưởng)\b[^.;:()]{0,25}\(?|[-+]\s?)$|\s*\(?[-+]$",
    re.IGNORECASE,
)
"""The colon or bracket behind a deed with the verb that gives its points, up to the number."""
_CAP = re.compile(
    r"(?:[,(]|\b(?:nhưng|song|và)\b)\s*(?:(?:nhưng|song|tổng|số|điểm|cộng|thưởng|trừ|đạt|được)\s+)*(?:tối đa|không (?:vượt )?quá|cao nhất|nhiều nhất)\b",
    re.IGNORECASE,
)
"""What bounds the points of a deed that may come more than once."""
_ONLY_CAP = Sieve(
    r"\s*(?:nhưng |song )?(?:tổng (?:số |cộng )?)?(?:(?:điểm )?(?:được |bị )?(?:cộng|trừ|thưởng|phạt)(?: thêm)? )?(?:tối đa(?: không (?:vượt )?quá)?|không (?:vượt )?quá)\s*",
    re.IGNORECASE,
)
_BEFORE = Sieve(r"(?:điểm )?(?:\b(?:được|bị|sẽ|thì|và)\s+)*\b(?:cộng|thưởng|trừ|phạt)\b[^,;:.]{0,25}$", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|:)\s*[-+]\s?$")
_NEXT = Sieve(r"[;\n]|\.(?=\s|$|/)|,\s+(?:được |bị )?(?:cộng|thưởng|trừ|phạt)\b|$", re.IGNORECASE)
_CLASS = Sieve(r"(?:^|[\n.;]\s*|\s-\s)\W*(?:điểm\s+)?(?:cộng|thưởng|trừ|phạt)(?:\s+điểm)?\s*$", re.IGNORECASE)
_NAME = 12
"""Words of the longest name before a colon."""
_NO_NAME = Sieve(r"[.;]|\b(?:điểm|cộng|trừ|thưởng|phạt|sau|gồm|cụ thể|được|bị|khi|nếu|như)\b|^$", re.IGNORECASE)
STOP = re.compile(r"[;\n]|\.(?=\s)")
_PER = Sieve(
    r"\s?/\s?\d*\s?[^\W\d_]+(?:(?:\s[^\W\d_]+){1,2}(?=\s*(?:[.;,()]|$))|\s(?:hợp|vị|kiến|cáo|việc|nhân|thể|sơ|bản|viên|tài|phạm|khảo|sinh|động)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """One of several things that a paragraph scores: its words, half-open, and its points."""

    start: int
    end: int
    points: Points


def signed_clauses(text: str, begin: int = 0) -> Iterator[Share]:
    """The deeds that add points or take them off, from an offset on, in order.

    Where the verb comes first the deed stands behind the points ("trừ 5 điểm nếu ..."), else before them; what bounds
    the points of several deeds together ("tối đa 6 điểm/quý") is none.
    """
    done = begin
    for points in points_in(text):
        if not points.sign or points.start < done or is_bound(text, points):
            continue
        depth = _depth(text, points.start)
        found = re.finditer(r"[;:\n]|\.\s", text[: points.start])
        marks = [m for m in found if _depth(text, m.start()) <= depth]  # not of a bracket that is closed before them
        start = max([done, *(m.end() for m in marks if not _is_tag(text, m, points) and not _names(text, done, m))])
        a, done = trimmed(text, start, _end(text, start, points), END)
        yield Share(a, done, points)


def _depth(text: str, at: int) -> int:
    return text.count("(", 0, at) - text.count(")", 0, at)


def _end(text: str, start: int, points: Points) -> int:
    """Where the words of the deed end: with its points, or, where the verb comes first, with the clause."""
    per = _PER.match(text, points.end)
    after = per.end() if per else points.end
    following = _NEXT.search(text, after)
    if following is None or not _leads(text, start, points, following.start()):
        refused = AND_UNRANKED.match(text, after)
        return refused.end() if refused else after
    bound = _CAP.search(text, after, following.start())
    return bound.start() if bound else following.start()


def _leads(text: str, start: int, points: Points, stop: int) -> bool:
    """Whether what points are given for stands behind them: behind their verb, or behind a bare sign, up to the end of
    the clause, where no other points stand there ("+3 điểm/đợt đối với ...", "Hội thi: +3 điểm cho ...")."""
    lead = text[start : points.start]
    if _BEFORE.match(lead.lstrip(END)):
        return True
    return _SIGN.search(lead) is not None and not points_in(text[points.end : stop])


def is_bound(text: str, points: Points) -> bool:
    """Whether points are the bound of others before them in the same clause ("cộng 2 điểm/lần, tối đa 6 điểm")."""
    start = max((m.end() for m in STOP.finditer(text, 0, points.start)), default=0)
    if start and text[start - 1] == ";" and _ONLY_CAP.fullmatch(text, start, points.start):
        return bool(points_in(text[:start]))
    found = list(_CAP.finditer(text, start, points.start))
    near = bool(found) and len(text[found[-1].end() : points.start].split()) <= 2
    return near and bool(points_in(text[start : found[-1].start()]))


def _names(text: str, done: int, mark: re.Match[str]) -> bool:
    """A colon behind a name at the head of a paragraph, which belongs to the first of the deeds that follow; one behind
    "Điểm cộng" does not."""
    name = text[done : mark.start()].strip(END)
    return mark[0] == ":" and not done and len(name.split()) <= _NAME and _NO_NAME.search(name) is None


def _is_tag(text: str, mark: re.Match[str], points: Points) -> bool:
    """A colon with nothing but the verb between it and the points does not open their clause, unless it stands behind
    "Điểm thưởng"."""
    return (
        mark[0] == ":"
        and _CLASS.search(text, 0, mark.start()) is None
        and len(text[mark.end() : points.start].split()) <= 3
        and bool(SIGNED_TAG.match(text, mark.start(), points.start))
    )
