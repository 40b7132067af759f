"""Which time expressions of running text bind an action of the plan, and which only date or describe something.

Not binding: the date of a cited document, an anniversary, a year that modifies a noun ("nhiệm vụ năm 2024"), what
stands in quotation marks. The words around the expression decide (``time_context``); nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kehoach.extract.text.paragraphs import clauses
from kehoach.extract.text.quotations import quotations
from kehoach.extract.times.labelled_times import labelled_time
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.phase_times import celebrating_phase
from kehoach.extract.times.time_around import Around
from kehoach.extract.times.time_context import binds, is_history
from kehoach.extract.times.time_grammar import find, phase_label
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.time import Moment, When
from kehoach.rules.needs import Sieve

_ATTACHED = re.compile(r"\s*\(?\s*(?:kèm|ban\s+hành\s+kèm|đính\s+kèm)\s+theo\s")


@dataclass(frozen=True, slots=True)
class BoundTime:
    """A binding time expression: its place in the text, and that of the clause it stands in."""

    start: int
    end: int
    clause: tuple[int, int]
    when: When


@lru_cache(maxsize=1024)
def bound_times(text: str) -> tuple[BoundTime, ...]:
    """The binding time expressions of one paragraph (folded text, label left out), in order."""
    found = list(_bound_times(text)) or list(_labelled(text))
    return tuple(_since_launched(text, list(_with_years_near(text, list(_with_terms_of_every_year(text, found))))))


def _labelled(text: str) -> Iterator[BoundTime]:
    """What stands behind the label of a time is one, whatever tells it."""
    if (match := labelled_time(text)) is not None:
        yield BoundTime(match.start, match.end, (0, len(text)), match.when)


_SENTENCE = Sieve(r"[.!?]\s")
_LAUNCHED = Sieve(r"(?<!\w)(?:phát\s+động|bắt\s+đầu|khởi\s+động|mở\s+màn|khai\s+mạc)(?!\w)[^.;:]*$")
_LASTS = Sieve(r"(?<!\w)kéo\s+dài\s+(?:cho\s+)?$")


def _since_launched(text: str, times: list[BoundTime]) -> Iterator[BoundTime]:
    """Until when something lasts, with the day before it in the sentence on which it was launched."""
    low = lowered(text)
    for n, time in enumerate(times):
        before = times[n - 1] if n else None
        until = time.when.kind == "deadline" and time.when.start is None and _LASTS.search(low[: time.start])
        if (
            before is None
            or not until
            or before.when.kind == "recurring"
            or before.when.start is None
            or _SENTENCE.search(text, before.end, time.start)
            or not _LAUNCHED.search(low[: before.start])
        ):
            yield time
        else:
            yield replace(time, when=replace(time.when, kind="period", start=before.when.start, qualifier=None))


def _with_years_near(text: str, times: list[BoundTime]) -> Iterator[BoundTime]:
    """A day or a month whose year stands with the time before or behind it in the sentence, or at the head of the
    paragraph ("Năm 2027: sơ kết cấp xã trong tháng 8"; "vòng một ngày 10/10, vòng hai ngày 24/10/2027")."""
    head = next((_one_year(time.when) for time in times[:1] if not text[: time.start].strip()), None)
    for n, time in enumerate(times):
        month = _lone_month(time.when)
        if month is None:
            yield time
            continue
        years = [head] if head is not None and n else []
        for other in (*times[max(n - 1, 0) : n], *times[n + 1 : n + 2]):
            first, last = sorted((time, other), key=lambda t: t.start)
            if _SENTENCE.search(text, first.end, last.start) is None and (at := other.when.end) and at.year:
                follows = other.start < time.start
                fits = at.month is not None and (month >= at.month if follows else month <= at.month)
                years += [at.year] if fits and not at.relative else []
        yield replace(time, when=_in_year(time.when, years[0])) if years else time


def _one_year(when: When) -> int | None:
    """The year of a time that is that year and no more."""
    plain = when.start is not None and when.start == when.end and when.start == Moment(when.start.year)
    return when.start.year if plain and when.start is not None else None


def _lone_month(when: When) -> int | None:
    """The month of a single time that has one, or the last of its quarter, and no year."""
    at = when.end
    if at is None or when.kind == "recurring" or at.year is not None or at.relative or when.start not in (None, at):
        return None
    return at.month or (3 * at.quarter if at.quarter else None)


def _in_year(when: When, year: int) -> When:
    start, end = (m and replace(m, year=year, years_on=0) for m in (when.start, when.end))
    return replace(when, start=start, end=end)


_YEARLY = Sieve(r"(?:định\s+k[ỳì]\s+)?(?:h[àằ]ng|mỗi)\s+năm")
_AND_BY = Sieve(r"\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?")
_AT_SET_TIMES = Sieve(r"(?:theo\s+)?định\s+k[ỳì]")
_BARE_AGAIN = Sieve(r"(?:(?:theo\s+)?định\s+k[ỳì]\s+)?(?:h[àằ]ng|mỗi)\s+(?:tuần|tháng|quý|năm)")
_BOUND = Sieve(r"(?:trước|vào|chậm|muộn|đến|ngày)\s")
_CLOSE = Sieve(r"\s*[,(]?\s*")
_OPENED = Sieve(r"\s*\(\s*")
_ANOTHER_WORK = Sieve(r"[^\W\d]+(?:\s[^\W\d]+){2,}[^()]*,\s+[^\W\d]+(?:\s[^\W\d]+){1,8}\s*$")
"""Between what comes again and a term of every year: a work, a comma and the one that has the term."""
_NEXT_TERM = Sieve(
    r"\s*\)?\s*(?:,|và)\s*(?:(?:(?:(?:cả|một|0?1|h[àằ]ng)\s+)?(?:năm|quý|tháng)|\d{1,2}\s+tháng)\s*\(?\s*)?"
)
"""Between the terms of what comes again: "định kỳ 6 tháng (trước ngày 12/6), cả năm (trước ngày 12/12)"."""


def _with_terms_of_every_year(text: str, times: Iterable[BoundTime]) -> Iterator[BoundTime]:
    """What comes again and its terms without a year are one time: "Hằng năm báo cáo trước ngày 30/11", "02 kỳ/năm (tháng
    4 và tháng 10)"."""
    held: BoundTime | None = None
    for time in times:
        if held is not None and time.clause == held.clause and _is_a_term_of(text, held, time):
            qualifier = time.when.qualifier or held.when.qualifier
            if _ANOTHER_WORK.search(lowered(text), held.end, time.start):
                yield held
                held = replace(time, when=When("recurring", qualifier=qualifier, rule=held.when.rule))
                continue
            held = BoundTime(held.start, time.end, time.clause, replace(held.when, qualifier=qualifier))
            continue
        if held is not None:
            yield held
        held = time if time.when.kind == "recurring" else None
        if held is None:
            yield time
    if held is not None:
        yield held


def _is_a_term_of(text: str, held: BoundTime, time: BoundTime) -> bool:
    low = lowered(text)
    own, between = low[held.start : held.end], low[held.end : time.start]
    if time.when.kind == "recurring":
        bounded = _BARE_AGAIN.fullmatch(own) and _BOUND.match(low, time.start) and _CLOSE.fullmatch(between)
        return bool(bounded) or ("(" in own and _NEXT_TERM.fullmatch(between) is not None)
    end = time.when.end
    if end is None or end.year is not None or end.month is None:
        return False
    if _OPENED.fullmatch(between) or ("(" in own and _NEXT_TERM.fullmatch(between)):
        return True
    if any(map(str.isdigit, own)) and _AND_BY.fullmatch(between):
        return True
    if not (_YEARLY.fullmatch(own) or _AT_SET_TIMES.fullmatch(own)):
        return False
    return (time.when.kind == "deadline" and end.day is not None) or not between.strip()


def _bound_times(text: str) -> Iterator[BoundTime]:
    low = lowered(text)
    if _ATTACHED.match(low):
        return
    quoted = [(q.start, q.end) for q in quotations(text)]
    parts = list(clauses(text))
    dated: dict[tuple[int, int], int] = {}
    matches = tuple(find(text))
    if (whole := celebrating_phase(text, matches)) is not None:
        yield BoundTime(whole.start, whole.end, (0, len(text)), whole.when)
    for match in matches:
        if whole is not None and match.end <= whole.end:
            continue
        if any(a <= match.start and match.end <= b for a, b in quoted):
            continue
        clause = next(((a, b) for a, b in parts if a <= match.start < b), (0, len(text)))
        if match.when.kind == "phase":
            dated[clause] = match.end
            yield BoundTime(match.start, match.end, clause, match.when)
            continue
        label = _phase(low, (dated.get(clause, clause[0]), clause[1]), match)
        if label is not None:
            dated[clause] = match.end
            when = replace(match.when, kind="phase")
            if match.shape == "day" and "dịp" in low[label : match.start] and when.start == when.end:
                when = replace(when, qualifier="approx")
            if when.start == when.end and _ENDED.search(low[label : match.start]):
                when = replace(when, start=None)
            named = '"' in text[label : match.start] and not text[: match.start].rstrip().endswith(":")
            apart = named or _STEP_AND_WORK.fullmatch(low, label, match.start)
            yield BoundTime(match.start if apart else label, match.end, clause, when)
        elif binds(Around(match, text, clause)):
            yield BoundTime(match.start, match.end, clause, _as_term(low[clause[0] : match.start], match))


_TERM_IS = Sieve(
    r"^(?:thời\s+)?hạn(?!\w)[^,;:.]{0,100}(?:\s(?:là|vào)\s+(?:lúc\s+)?|:\s*)$|[,(]\s*thời\s+hạn(?:\s[^\W\d]+){0,3}\s*:\s*$"
    r"|^thời\s+(?:gian|điểm)\s+(?:hoàn\s+(?:thành|tất)|kết\s+thúc)(?!\w)[^,;:.]{0,60}:\s*$"
)
"""Before a day that is the term of what is told."""


def _as_term(before: str, match: TimeMatch) -> When:
    """ "Thời hạn cuối cùng trao thưởng là ngày 15/12": the day by which it is done."""
    single = match.when.rule == "time.day" and match.when.start == match.when.end
    if not single or _TERM_IS.search(before.lstrip(" -+*•")) is None:
        return match.when
    return replace(match.when, kind="deadline", start=None, qualifier="by", rule="time.by")


_ENDED = Sieve(r"(?<!\w)(?:kết\s+thúc|hoàn\s+thành|hoàn\s+tất|bế\s+mạc)(?!\w)")
"""Between the name of a phase and a day: only its end is told."""
_STEP_AND_WORK = Sieve(r"bước\s[^:]{1,60}:\s*(?:[^\s:(]+\s+){6,}(?:[^\s:(]+\s*)?")
"""A step, a colon and what is done in it: the time behind is quoted alone."""
_SHORT = 25
_TELLS_OF = Sieve(r"(?:(?:sơ|tổng)\s+kết|báo\s+cáo|kết\s+quả|đánh\s+giá|kiểm\s+điểm|rút\s+kinh\s+nghiệm)[^:(]{0,40}$")
"""Before the name of a phase: what follows is the term of a report on it, not the time of the phase."""

_NAMED_PHASE = Sieve(
    r"(?:^[\s\-+*•]*|[,;]\s+)(?P<name>(?:đợt|giai\s+đoạn|chặng)\s+(?!thi\s+đua\s*[:(]|từ\s|(?:thanh|kiểm|phúc)\s+tra|giám\s+sát|khảo\s+sát|tập\s+huấn)[^\W\d]+(?:\s[^\W\d]+){0,5}\s*[:(]\s*)$"
)
"""A phase that has a name and no number ("Giai đoạn nước rút: ..."), with its time right behind it."""


def _phase(low: str, clause: tuple[int, int], match: TimeMatch) -> int | None:
    """Where the name of the phase stands that the expression dates ("Đợt 1: từ ...")."""
    single = match.when.start in (None, match.when.end)
    whole = match.shape in ("phase", "school_year", "term")
    if match.shape is None or (whole and single) or is_history(match):
        return None
    if not single and (named := _NAMED_PHASE.search(low[clause[0] : match.start])):
        return clause[0] + named.start("name")
    for word in re.finditer(r"(?<!\w)(?:đợt|giai\s+đoạn|bước|chặng)(?!\w)", low[clause[0] : match.start]):
        at = clause[0] + word.start()
        name = phase_label(low, at)
        if name is None or name.end() > match.start or _TELLS_OF.search(low[clause[0] : at]):
            continue
        between = low[name.end() : match.start]
        told = re.split(r"[:(]", between)[-1]
        if single and len(told) > _SHORT and _ENDED.search(told):
            continue  # a work within the phase, by when it is done
        if (
            len(between) <= 90
            and "kỷ niệm" not in between[:-60]
            and (":" in between or "(" in between or len(between) < 25)
            and not (match.when.start == Moment(part="start") and between.strip(" (:"))
        ):
            return at
    return None
