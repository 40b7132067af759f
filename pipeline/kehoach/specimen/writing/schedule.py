"""When: the whole period, phases with the days they honour, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kehoach.specimen.moments import Moment, in_month, slashed, stretch, until, within
from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting, upper

_DAYS = (
    ("Ngày thành lập Đảng Cộng sản Việt Nam", 3, 2, 1930),
    ("Ngày giải phóng miền Nam, thống nhất đất nước", 30, 4, 1975),
    ("Ngày sinh Chủ tịch Hồ Chí Minh", 19, 5, 1890),
    ("Cách mạng tháng Tám", 19, 8, 1945),
    ("Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 2, 9, 1945),
    ("Ngày thành lập Quân đội nhân dân Việt Nam", 22, 12, 1944),
    ("Ngày Thương binh - Liệt sĩ", 27, 7, 1947),
    ("Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh", 26, 3, 1931),
)


@dataclass(frozen=True)
class Times:
    """The period of the campaign as its schedule gives it, and the section that says so."""

    start: date
    end: date
    part: Part


def deadline_fact(moment: Moment, action: str, quote: str | None = None, path: str = "here") -> Fact:
    values = {
        "quote": quote or moment.words, "kind": moment.kind, "start": moment.start, "end": moment.end,
        "qualifier": moment.qualifier, "duration": None, "action": action,
    }  # fmt: skip
    return Fact("deadlines", values, path)


def anniversary(s: Setting, start: date, end: date) -> tuple[str, Fact, bool] | None:
    """A day to honour inside the interval: its phrase, its fact and whether the count was made wrong."""
    fitting = [d for d in _DAYS if start <= date(s.year, d[2], d[1]) <= end]
    if not fitting:
        return None
    name, day, month, origin = s.draw.one(fitting)
    first, now = date(origin, month, day), date(s.year, month, day)
    wrong = s.draw.chance(0.06)
    ordinal = s.year - origin + (1 if wrong else 0)
    fact = Fact(
        "observances", {"name": name, "ordinal": ordinal, "from": first.isoformat(), "to": now.isoformat()}, "none"
    )
    return f"kỷ niệm {ordinal} năm {name} ({slashed(first)} - {slashed(now)})", fact, wrong


def schedule(s: Setting, issued: date) -> Times:
    """A section with the period, its phases and the reviews."""
    start = max(issued + timedelta(days=s.draw.number(5, 20)), date(s.year, 1, 1)).replace(
        day=1 if s.draw.chance(0.3) else 15
    )
    start = start if start >= issued else issued + timedelta(days=7)
    end = (
        date(s.year, 12, s.draw.one((15, 20, 31)))
        if s.draw.chance(0.6)
        else min(start + timedelta(days=s.draw.number(80, 150)), date(s.year, 12, 31))
    )
    whole = _whole(s, issued, start, end)
    opening = s.say("opening")
    named = opening.strip().removesuffix(":")
    intro_text = f"{opening}{whole.words}"
    children: list[Part] = []
    phased = s.draw.chance(0.65)
    intro_fact = deadline_fact(whole, named)
    role: Role = s.draw.one(("bullet", "item"))
    if phased:
        children.append(Part("paragraph", intro_text, end=s.say("phased"), css="own", facts=(intro_fact,)))
        children += _phases(s, start, end, role)
    else:
        children.append(Part(role, intro_text, end=".", facts=(intro_fact,)))
    children += _reviews(s, end, role)
    start = date.fromisoformat(whole.start or start.isoformat())
    return Times(start, end, s.section("schedule", tuple(children)))


def _whole(s: Setting, issued: date, start: date, end: date) -> Moment:
    """The campaign's own time: from a day to a day, or from the day of issue."""
    if s.draw.chance(0.15):
        return until(s.draw, s.pools.times, issued, end)
    return stretch(s.draw, s.pools.times, start, end)


def month_of_action(s: Setting, issued: date) -> Times:
    """A section with the month of an action and where it is held."""
    month = min(issued.month + s.draw.number(1, 4), 12)
    start, end = (date.fromisoformat(day) for day in in_month(s.year, month))
    whole = stretch(s.draw, s.pools.times, start, end)
    said = s.say("month_when")
    named = said.strip().removesuffix(":")
    when = Part("item", f"{said}{whole.words}", end=".", facts=(deadline_fact(whole, named),))
    where = Part("item", s.say("month_where"), end=".")
    return Times(start, end, s.section("schedule_place", (when, where)))


def _phases(s: Setting, start: date, end: date, role: Role) -> list[Part]:
    many = 2 if (end - start).days < 120 else s.draw.number(2, 3)
    cuts = [start + timedelta(days=(end - start).days * n // many) for n in range(many)]
    ends = [cut - timedelta(days=1) for cut in cuts[1:]] + [end]
    numbered = s.draw.one((tuple("123"), ("I", "II", "III"), ("một", "hai", "ba")))
    works = s.draw.some(s.pools.sentences["phase"], many)
    mark = s.draw.one((": Từ", " (từ"))
    name = s.draw.one(s.pools.times["phase"])
    made = []
    for n, (first, last) in enumerate(zip(cuts, ends, strict=True)):
        words = f"từ ngày {slashed(first)} đến ngày {slashed(last)}"
        work = works[min(n, len(works) - 1)]
        honoured = anniversary(s, first, last) if s.draw.chance(0.6) else None
        tail = f"{s.say('tribute')}{honoured[0]}" if honoured else ""
        head = f"{name} {numbered[n]}"
        quote = f"{head}: T{words[1:]}" if mark.startswith(":") else f"{head} ({words})"
        text = f"{quote}{', ' if mark.startswith(':') else ': '}{work}{tail}"
        moment = Moment(words, "phase", first.isoformat(), last.isoformat())
        facts = [deadline_fact(moment, work, quote)] + ([honoured[1]] if honoured else [])
        if honoured and honoured[2]:
            facts.append(Fact("findings", {"name": "bad_anniversary", "note": honoured[0]}))
        made.append(Part(role, text, end=".", facts=tuple(facts)))
    return made


def _reviews(s: Setting, end: date, role: Role) -> list[Part]:
    """Mid-term and final review, on lines of their own."""
    made = []
    for kind, share in (("review", 0.5), ("final", 0.85)):
        if not s.draw.chance(share):
            continue
        day = end if kind == "final" else end - timedelta(days=60)
        moment = within(s.draw, s.pools.times, day)
        action = s.draw.one(s.pools.sentences[kind])
        text = f"{upper(action)}: {moment.words}" if s.draw.chance(0.4) else f"{upper(action)} {moment.words}"
        made.append(Part(role, text, end=".", facts=(deadline_fact(moment, action),)))
    return made
