"""When: the whole period, phases with the days they honour, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kehoach.specimen.moments import Moment, in_month, slashed, stretch, within
from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting

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
    whole = stretch(s.draw, start, end)
    opening = s.draw.one(("Thời gian thực hiện", "Thời gian thi đua", "Phong trào được tổ chức"))
    intro_text = f"{opening}{' ' if opening.startswith('Phong') else ': '}{whole.words}"
    children: list[Part] = []
    phased = s.draw.chance(0.65)
    intro_fact = deadline_fact(whole, opening)
    role: Role = s.draw.one(("bullet", "item"))
    if phased:
        children.append(Part("paragraph", intro_text, end=", chia làm các đợt sau:", css="own", facts=(intro_fact,)))
        children += _phases(s, start, end, role)
    else:
        children.append(Part(role, intro_text, end=".", facts=(intro_fact,)))
    children += _reviews(s, end, role)
    heading = s.draw.one(
        ("Thời gian thực hiện", "Thời gian, tiến độ thực hiện", "Thời gian tổ chức", "Tiến độ thực hiện")
    )
    return Times(start, end, Part("section", heading, ("schedule",), tuple(children)))


def month_of_action(s: Setting, issued: date) -> Times:
    """A section with the month of an action and where it is held."""
    month = min(issued.month + s.draw.number(1, 4), 12)
    start, end = (date.fromisoformat(day) for day in in_month(s.year, month))
    whole = stretch(s.draw, start, end)
    when = Part("item", f"Thời gian: {whole.words}", end=".", facts=(deadline_fact(whole, "Thời gian"),))
    where = Part("item", "Địa điểm: Tại các cơ quan, đơn vị và khu dân cư", end=".")
    return Times(start, end, Part("section", "Thời gian, địa điểm", ("schedule",), (when, where)))


def _phases(s: Setting, start: date, end: date, role: Role) -> list[Part]:
    many = 2 if (end - start).days < 120 else s.draw.number(2, 3)
    cuts = [start + timedelta(days=(end - start).days * n // many) for n in range(many)]
    ends = [cut - timedelta(days=1) for cut in cuts[1:]] + [end]
    numbered = s.draw.one((tuple("123"), ("I", "II", "III"), ("một", "hai", "ba")))
    works = s.draw.some(s.pools.sentences["phase"], many)
    mark = s.draw.one((": Từ", " (từ"))
    made = []
    for n, (first, last) in enumerate(zip(cuts, ends, strict=True)):
        words = f"từ ngày {slashed(first)} đến ngày {slashed(last)}"
        work = works[min(n, len(works) - 1)]
        honoured = anniversary(s, first, last) if s.draw.chance(0.6) else None
        tail = f", lập thành tích chào mừng {honoured[0]}" if honoured else ""
        head = f"Đợt {numbered[n]}"
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
        moment = within(s.draw, day)
        action = s.draw.one(s.pools.sentences[kind])
        text = (
            f"{action[0].upper()}{action[1:]}: {moment.words}"
            if s.draw.chance(0.4)
            else f"{action[0].upper()}{action[1:]} {moment.words}"
        )
        made.append(Part(role, text, end=".", facts=(deadline_fact(moment, action),)))
    return made
