"""Dates and spans of time that must agree with each other: issue date, period, phases, anniversaries, weekdays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Deadline
from kehoach.model.text import Evidence
from kehoach.rules.needs import Sieve

_DATE = Sieve(
    r"(?<![\d/.-])(?P<day>\d{1,2})\s?(?P<join>[/-]|\.)\s?(?P<month>\d{1,2})\s?(?P=join)\s?(?P<year>(?:1[89]|20|21)\d{2})(?!\d)"
    r"|(?<!\d)ngày\s+(?P<day2>\d{1,2})\s+tháng\s+(?P<month2>\d{1,2})\s+năm\s+(?P<year2>(?:1[89]|20|21)\d{2})"
)
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_WEEKDAY = Sieve(r"(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))\W{1,3}(?:ngày\W{0,2})?(?=\d)")
_COUNT = Sieve(
    r"(?:(?<!\d)(?P<count>\d{1,3})\s+năm\s+(?P<name>(?:(?!\d{1,3}\s+năm\b)[^\n();,.“”\"]){3,120}?)|lần thứ\s+(?P<nth>\d{1,3})[^\n();]{0,80}?)\s*"
    r"\(\s*(?:từ\s+)?(?:ngày\s+)?(?P<from>\d{1,2}[/.]\d{1,2}[/.](?:1[0-9]|20)\d\d|(?:1[0-9]|20)\d\d)\s*[-–—]\s*"
    r"(?:ngày\s+)?(?P<to>\d{1,2}[/.]\d{1,2}[/.]20\d\d|20\d\d)\s*\)"
)
_PLACE_DATE = Sieve(r"[^,\n]{2,30},\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}\W*$")
_BEHIND = Sieve(
    r"\bđã (?:đạt|thực hiện|hoàn thành|ban hành|được|có)|tính đến|số liệu|tính từ|kể từ|năm trước|thời điểm|"
    r"\bsinh (?:từ|trước|sau|ngày)|dự thảo kế hoạch"
)

_OF_A_DOCUMENT = re.compile(r"số \d+\s?[/-][^|;.]{2,50}\| $")
"""The cell before a time names a document by its number: the time is that of its issue."""


def iso(text: str | None) -> date | None:
    """A full ISO date as a day; None for a partial one or none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def dates(case: Case, start: int = 0, end: int | None = None) -> list[tuple[int, int, date | None]]:
    """(start, end, day) of every full date printed there; the day is None where the calendar has none such."""
    made: list[tuple[int, int, date | None]] = []
    for m in _DATE.finditer(case.folded, start, len(case.folded) if end is None else end):
        day, month, year = (int(m[k] or m[k + "2"]) for k in ("day", "month", "year"))
        try:
            made.append((m.start(), m.end(), date(year, month, day)))
        except ValueError:
            made.append((m.start(), m.end(), None))
    return made


def impossible_date(case: Case) -> Answer | None:
    """A date that no calendar has (31/4/2021)."""
    found = dates(case, 0, case.foot)
    if not found:
        return None
    hits = []
    for start, end, day in found:
        if day is None:
            shown = case.places(start, end)
            words = {"quote": case.text[start:end]}
            hits.append(Hit(case.path_at(start), shown, "fail", words, not case.recognized))
    return answer(hits)


def wrong_weekday(case: Case) -> Answer | None:
    """A weekday printed with a date on which it did not fall."""
    hits, seen = [], False
    for m in _WEEKDAY.finditer(case.folded):
        found = next(iter(dates(case, m.end(), m.end() + 32)), None)
        if found is None or found[2] is None or found[0] > m.end() + 6:
            continue
        seen = True
        wanted = 6 if m["sunday"] else _WEEKDAYS[m["name"]]
        if found[2].weekday() != wanted:
            shown = case.places(m.start(), found[1])
            words = {"quote": case.text[m.start() : found[1]], "right": _weekday(found[2])}
            hits.append(Hit(case.path_at(m.start()), shown, "fail", words, case.sure(*shown, digits=True)))
    return answer(hits) if seen else None


def _weekday(day: date) -> str:
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[day.weekday()]


def date_order(case: Case) -> Answer | None:
    """Deadlines lie after the issue date, and no span ends before it begins."""
    hits: list[Hit] = []
    places: list[Evidence] = []
    for deadline in case.plan.deadlines:
        places += deadline.evidence[:1]
        start, end = iso(deadline.start), iso(deadline.end)
        sure = case.sure(*deadline.evidence, digits=True) and case.plan.document.state.get("issued_on") != "unreadable"
        issued = case.issued or case.issued_from
        words = {"quote": deadline.quote, "issued": case.dated}
        if start and end and end < start:
            hits.append(Hit(deadline.path, deadline.evidence, "reversed", words, sure))
        elif issued and end and end < issued and _dated(deadline) and not _past(case, deadline):
            message = "begun" if _running(case, end) else "fail"
            hits.append(Hit(deadline.path, deadline.evidence, message, words, sure))
    return answer(hits, tuple(places)) if places else None


def _running(case: Case, end: date) -> bool:
    """Whether that day belongs to a period that had begun before the plan was issued: a plan of the whole year tells of
    its first weeks too."""
    period = case.plan.document.period
    start = iso(period.start) if period else None
    return start is not None and start <= end and end.year == (case.issued_from.year if case.issued_from else 0)


def _dated(deadline: Deadline) -> bool:
    """Whether its words name the day or month: an undated quarter or year is resolved, not printed, and is no proof."""
    return bool(re.search(r"\d{1,2}\s*[/.-]\s*\d{1,4}|ngày\s+\d|tháng\s+\d", deadline.quote.lower()))


def _past(case: Case, deadline: Deadline) -> bool:
    """Whether the words speak of what lies behind: results since, data of, carried out, in a year before the plan's."""
    at = next((e.start for e in deadline.evidence if e.start is not None), None)
    if at is None:
        return True
    start, end = case.line(at)
    stop = max((e.end for e in deadline.evidence if e.end is not None and e.end <= end), default=at)
    if _PLACE_DATE.match(case.folded, start, end):  # the head of an attached document
        return True
    around = case.folded[max(start, at - 90) : min(end, stop + 40)]
    return _BEHIND.search(around) is not None or _OF_A_DOCUMENT.search(case.folded, max(start, at - 60), at) is not None


def _shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def outside_period(case: Case) -> Answer | None:
    """Times of the plan lie inside the period that it covers; reports soon after its end are usual."""
    period = case.plan.document.period
    start, end = (iso(period.start), iso(period.end)) if period else (None, None)
    if start is None or end is None:
        return None
    earliest = min(start, case.issued or start) - timedelta(days=60)
    hits, seen = [], False
    for deadline in case.plan.deadlines:
        first, last = iso(deadline.start), iso(deadline.end)
        if deadline.kind == "recurring" or not (first or last):
            continue
        seen = True
        begun = first or last
        outside = (begun is not None and begun > end + timedelta(days=120)) or (last is not None and last < earliest)
        if outside and _dated(deadline):
            words = {"quote": deadline.quote, "start": _shown(start), "end": _shown(end)}
            hits.append(
                Hit(deadline.path, deadline.evidence, "fail", words, case.sure(*deadline.evidence, digits=True))
            )
    return answer(hits) if seen else None


def late_issue(case: Case) -> Answer | None:
    """A plan is not issued after the period that it plans has ended."""
    period = case.plan.document.period
    end = iso(period.end) if period else None
    if end is None or case.issued is None:
        return None
    places = case.header_evidence("issued_on") + case.header_evidence("period")
    if case.issued <= end:
        return answer([], places)
    words = {"issued": _shown(case.issued), "end": _shown(end)}
    return answer([Hit(None, places, "fail", words, case.sure(*places, digits=True))], places)


def phase_gap(case: Case) -> Answer | None:
    """Phases of one series follow each other without gap and without overlap."""
    tables = {t.path for t in case.plan.tables if t.header and re.match(r"đợt|giai đoạn", t.header[0].lower())}
    phases = [
        (d, a, b)
        for d in case.plan.deadlines
        if (d.kind == "phase" or (d.kind == "period" and (d.path or "").rpartition(".T")[0] in tables))
        and (a := iso(d.start))
        and (b := iso(d.end))
    ]
    hits, seen = [], False
    for (one, a, b), (other, c, d) in pairwise(sorted(phases, key=lambda p: p[1])):
        if (one.path or "").rpartition(".")[0] != (other.path or "").rpartition(".")[0] or a == c:
            continue
        seen = True
        shown = one.evidence + other.evidence
        words = {
            "first": one.quote,
            "second": other.quote,
            "from": _shown(b + timedelta(1)),
            "to": _shown(c - timedelta(1)),
        }
        if c > b + timedelta(days=1) and not (a == b or c == d):
            hits.append(Hit(other.path, shown, "gap", words, case.sure(*shown, digits=True)))
        elif c <= b:
            hits.append(Hit(other.path, shown, "overlap", words, case.sure(*shown, digits=True)))
    return answer(hits) if seen else None


def bad_anniversary(case: Case) -> Answer | None:
    """The count of years and the two years printed beside it agree."""
    hits: list[Hit] = []
    places: list[Evidence] = []
    seen: set[tuple[object, ...]] = set()
    for path, shown, count, first, last, name in _anniversaries(case):
        places += shown[:1]
        years = int(last) - int(first)
        key = (count, first, last, path)
        if count == years or key in seen:
            continue
        seen.add(key)
        words = {"count": count, "name": name, "from": first, "to": last, "years": years}
        hits.append(Hit(path, shown, "fail", words, case.sure(*shown, digits=True)))
    return answer(hits, tuple(places)) if places else None


def _anniversaries(case: Case) -> list[tuple[str | None, tuple[Evidence, ...], int, str, str, str]]:
    """(path, places, count, first year, last year, name): what the text says, else what the record holds."""
    made = []
    for m in _COUNT.finditer(case.folded):
        count, first, last = int(m["count"] or m["nth"]), m["from"][-4:], m["to"][-4:]
        if m["nth"]:
            continue
        name = case.text[m.start("name") : m.end("name")] if m["name"] else ""
        made.append((case.path_at(m.start()), case.places(*m.span()), count, first, last, name.strip()))
    told = {(count, first, last) for _, _, count, first, last, _ in made}
    for seen in case.plan.observances:
        first, last = (seen.from_ or "")[:4], (seen.to or "")[:4]
        if (
            seen.ordinal
            and first
            and last
            and (seen.ordinal, first, last) not in told
            and _near(case, seen.evidence, seen.ordinal, first, last)
        ):
            at = next((e.start for e in seen.evidence if e.start is not None), None)
            path = case.path_at(at) if at is not None else None
            made.append((path, seen.evidence, seen.ordinal, first, last, seen.name))
    return made


def _near(case: Case, evidence: tuple[Evidence, ...], count: int, first: str, last: str) -> bool:
    """Whether the count and both years stand in the words of one mention: a merged fact may take them from several."""
    if not case.text:
        return True
    for place in evidence:
        if place.start is None or place.end is None:
            continue
        start, end = case.line(place.start)
        words = case.text[max(start, place.start - 20) : min(end, place.start + 220)]
        if re.search(rf"(?<!\d){count}\s+năm", words) and first in words and last in words:
            return True
    return False
