"""Deadline mentions -> the record's deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.assemble.calendar import Calendar, Interval
from kehoach.assemble.identity import identified
from kehoach.model.document import Document
from kehoach.model.fact import DeadlineMention
from kehoach.model.issue import Issue
from kehoach.model.plan import Deadline
from kehoach.orthography.fold import fold

_BOUNDED = ("before", "by", "from", "after")
_PHASE_NUMBER = re.compile(
    r"(?:đợt|giai đoạn|bước|chặng)\D{0,20}?(\d+|iv|i{1,3}|nhất|một|hai|ba|tư|bốn)(?!\w)", re.IGNORECASE
)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_ONLY_TO = re.compile(r"\s*[:(,]?\s*(?:kéo dài )?(?:cho )?(?:đến|tới)\s|.*\scòn lại", re.IGNORECASE)
"""Behind the name of a phase: only its end is told, for it begins where the one before it ends, the first with the plan."""


def deadlines(
    mentions: Sequence[DeadlineMention], calendar: Calendar, document: Document
) -> tuple[tuple[Deadline, ...], tuple[Issue, ...]]:
    """The deadlines with their dates, and what is doubtful about them."""
    calendar = phased(mentions, calendar)
    found = [(mention, _interval(mention, calendar)) for mention in mentions]
    kept = [(m, i) for m, i in found if not (_tells_of_the_past(m, i, calendar) or _is_of_another(m, i, calendar))]
    made = [replace(m.deadline, kind=i.kind, start=i.start, end=i.end, qualifier=i.qualifier) for m, i in kept]
    issues = tuple(issue for mention, interval in kept for issue in _issues(mention, interval, document))
    return identified("deadline", made, lambda deadline: (deadline.path, deadline.quote)), issues


def phased(mentions: Sequence[DeadlineMention], calendar: Calendar) -> Calendar:
    """The calendar with the plan's own phases, by number."""
    phases: dict[int, tuple[str | None, str | None]] = {}
    for mention in mentions:
        if mention.when.kind == "phase" and (name := _PHASE_NUMBER.search(fold(mention.deadline.quote))):
            interval = _interval(mention, calendar.with_phases(phases))
            phases.setdefault(_number(name), (interval.start, interval.end))
    return calendar.with_phases(phases)


def _number(name: re.Match[str]) -> int:
    word = name[1].lower()
    return int(word) if word.isdigit() else _NUMBERS[word]


def _interval(mention: DeadlineMention, calendar: Calendar) -> Interval:
    """The dates of a mention; those of a phase of which only the end is told follow the phase before it."""
    interval, quote = calendar.interval(mention.when), fold(mention.deadline.quote)
    name = _PHASE_NUMBER.match(quote) if mention.when.kind == "phase" and interval.start is None else None
    if name is None or interval.end is None or not _ONLY_TO.match(quote, name.end()):
        return interval
    start = calendar.after_phase(_number(name) - 1)
    return replace(interval, start=start) if start is not None and start <= interval.end else interval


def _tells_of_the_past(mention: DeadlineMention, interval: Interval, calendar: Calendar) -> bool:
    """A term set in the past is the drafter's slip and kept; a bare date in the past is no term, and up to a day in the
    past figures are counted ("Đến 31/12/2020, cả huyện có ..."), of a whole year they are told."""
    counted = interval.qualifier == "by" and fold(mention.deadline.quote).lower().startswith("đến")
    bounded = interval.qualifier in _BOUNDED and not counted
    if mention.when.kind == "phase" or mention.tabled or bounded:
        return False
    return calendar.is_past(interval, at_once=counted or mention.when.rule == "time.year")


_GOES_ON = re.compile(
    r"^(?:.*?thời gian (?:diễn ra|triển khai|thực hiện|tổ chức|phát động)|(?:trong )?suốt)\s*", re.IGNORECASE
)
_ITSELF = frozenset(["kế", "hoạch", "phong", "trào", "thi", "đua", "đợt", "cuộc", "này"])
"""Words by which a plan calls itself, or what it is about."""


def _is_of_another(mention: DeadlineMention, interval: Interval, calendar: Calendar) -> bool:
    """Whether what goes on "trong thời gian diễn ra ..." is not what the plan is about, or nobody dates it."""
    if mention.when.rule != "time.whole":
        return False
    told = set(_GOES_ON.sub("", fold(mention.deadline.quote)).lower().split())
    return interval.start is None or not told <= _ITSELF | set(fold(calendar.title).lower().split())


def _issues(mention: DeadlineMention, interval: Interval, document: Document) -> Iterator[Issue]:
    place = next(iter(document.evidence(mention.span)), None)
    page, box = (place.page, place.box) if place else (None, None)
    quote = mention.deadline.quote
    if interval.doubtful:
        yield Issue(
            "assemble", "doubtful_year", f"“{quote}”: năm in không hợp lý / the printed year is implausible", page, box
        )
    if mention.when.rule == "time.quarter.sequence":
        read = mention.when.start.quarter if mention.when.start else None
        message = f"“{quote}”: hiểu là quý {read} theo thứ tự / taken for quarter {read} by its place in the sequence"
        yield Issue("assemble", "repaired", message, page, box)
    if interval.start and interval.end and interval.start > interval.end:
        yield Issue(
            "assemble", "reversed_dates", f"“{quote}”: ngày cuối trước ngày đầu / ends before it begins", page, box
        )
    printed = [m for m in (mention.when.start, mention.when.end) if m is not None and m.day is not None]
    if printed and interval.start is None and interval.end is None:
        yield Issue("assemble", "impossible_date", f"“{quote}”: không có ngày này / there is no such day", page, box)
