"""Plans out of a grammar: any seed gives a plan in the official form with its exact reference record."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from kehoach.model.plan import FACT_KINDS
from kehoach.specimen.basis import Ground, grounds, of_above
from kehoach.specimen.draw import Draw
from kehoach.specimen.manuscript import plain_text
from kehoach.specimen.moments import slashed
from kehoach.specimen.offices import Office, Unit, office
from kehoach.specimen.page import DECREE_30, page, printed_number, recipients
from kehoach.specimen.parts import Fact, Numbered, Numbering, Part, number
from kehoach.specimen.pools import pools
from kehoach.specimen.writing.aims import Setting, contents, filled, funding, measures, purpose, scope, theme, works
from kehoach.specimen.writing.criteria import criteria
from kehoach.specimen.writing.duties import duties, task
from kehoach.specimen.writing.rewards import rewards
from kehoach.specimen.writing.roadmap import roadmap
from kehoach.specimen.writing.schedule import month_of_action, schedule
from kehoach.specimen.writing.targets import targets
from kehoach.specimen.writing.worktable import worktable

Kind = Literal["campaign_launch", "annual_launch", "annual_work_plan", "implementation_plan"]
YEARS = (2012, 2026)
"""The first and last year of the plans."""
LISTS = (*FACT_KINDS, "findings")
_NUMBERINGS = (
    Numbering(("I.", "1.", "a)")), Numbering(("I.", "1.", "a)"), colon=True), Numbering(("I.", "1.", "1.1.")),
    Numbering(("A.", "I.", "1.", "a)")), Numbering(("1.", "1.1.", "a)"), capitals=False, bold=1),
    Numbering(("I-", "1-", "a)")), Numbering(("I.", "1.", "a)"), capitals=False), Numbering(("I.", "1.", "a)"), skip=True),
)  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A generated plan: ``source`` is its HTML, ``gold`` its reference record, ``text_style`` how its text file is
    broken into lines (width, blank lines)."""

    name: str
    source: str
    gold: dict[str, Any]
    text_style: tuple[int | None, bool]

    @property
    def text(self) -> str:
        """The plan as a clerk would keep it in a text file."""
        width, gap = self.text_style
        return plain_text(self.source, width=width, gap=gap)


@dataclass(frozen=True)
class _Body:
    title: str
    movement: str | None
    kind: Kind
    parts: tuple[Part, ...]
    period: tuple[date, date]
    carries_out: Ground | None = None


def write(seed: int, *, held: bool = False) -> Written:
    """The plan of a seed. ``held`` takes the words held back for scoring."""
    draw = Draw(f"{seed}{'-held' if held else ''}")
    words = pools(held=held)
    year = draw.number(*YEARS)
    issued = date(year, 1, 5) + timedelta(days=draw.number(0, 100 if draw.chance(0.8) else 240))
    body_office = office(draw, words, issued, held=held)
    s = Setting(draw, words, body_office, draw.one(words.fields), year)
    body = _body(s, issued)
    numbering = draw.one(_NUMBERINGS)
    made = number(body.parts, numbering)
    founded = grounds(draw, words, body_office, issued, body.carries_out)
    blank = draw.chance(0.06)
    serial = "" if blank else f"{draw.number(1, 320):02d}"
    lines = [*_preamble(s, founded, body, issued), *made.lines, *_closing(s, made, body)]
    source = _hand(page(draw, body_office, body.title, serial, issued, lines), draw)
    document = _document(s, body, serial, issued, source)
    gold = _gold(document, made, founded, body, blank)
    style = (draw.one((None, None, 80)), draw.chance(0.5))
    return Written(f"mau-{'giu-' if held else ''}{seed:05d}", source, gold, style)


OLD_TONES = {"Ủy": "Uỷ", "ủy": "uỷ", "óa": "oá", "òa": "oà"}
"""Tone marks placed the new way and the old way."""


def _hand(source: str, draw: Draw) -> str:
    """The typist's habits: tone marks the old way, straight quotation marks, long dashes."""
    if draw.chance(0.15):
        for new, old in OLD_TONES.items():
            source = source.replace(new, old)
    if draw.chance(0.15):
        source = source.replace("“", "&quot;").replace("”", "&quot;")
    if draw.chance(0.15):
        head, mark, main = source.partition("<main>")
        source = head + mark + main.replace(" - ", " – ")
    return source


def _body(s: Setting, issued: date) -> _Body:
    kind: Kind = s.draw.one(
        (
            "campaign_launch",
            "campaign_launch",
            "campaign_launch",
            "annual_launch",
            "annual_work_plan",
            "implementation_plan",
        )
    )
    if kind == "implementation_plan":
        return _implementation(s, issued)
    if kind == "annual_work_plan":
        return _year_of_work(s, issued)
    if kind == "campaign_launch" and s.draw.chance(0.25):
        return _month(s, issued)
    slogan = s.draw.one(s.field.themes) if s.draw.chance(0.7) else None
    apart = slogan is not None and s.draw.chance(0.4)
    last = s.year + s.draw.number(3, 5) if kind == "campaign_launch" and s.draw.chance(0.25) else None
    times = roadmap(s, last) if last else schedule(s, issued)
    parts = [*purpose(s)]
    parts += [scope(s)] if s.draw.chance(0.4) else []
    parts += [theme(s, slogan)] if apart and slogan else []
    content = contents(s, None if apart else slogan)
    parts.append(content)
    if kind == "annual_launch" or s.draw.chance(0.4):
        parts.append(targets(s))
    if kind == "campaign_launch":
        parts.append(criteria(s, _count(content))[0])
    tail = [times.part]
    tail += [rewards(s)] if s.draw.chance(0.6) else []
    tail += [measures(s)] if s.draw.chance(0.3) else []
    parts += s.draw.shuffled(tail) if s.draw.chance(0.3) else tail
    parts.append(duties(s, max(times.start, issued), min(times.end, date(s.year, 12, 31))))
    parts += [funding(s)] if s.draw.chance(0.3) else []
    name = s.draw.one(s.field.movements)
    if kind == "annual_launch":
        name = f"phong trào thi đua yêu nước năm {s.year}"
        name = s.draw.one((name, f"{name} của {s.office.self_name}"))
        title = _title(s, "annual", name=name)
    else:
        title = _title(s, "campaign", name=name)
        title = title.replace(f" năm {s.year}", "") + f" giai đoạn {s.year} - {last}" if last else title
        if s.office.level in {"province", "district", "commune"} and not last and s.draw.chance(0.3):
            title = f"{title.replace(f' năm {s.year}', '')} trên địa bàn {s.office.area}"
    return _Body(title, name, kind, tuple(parts), (times.start, times.end))


def _title(s: Setting, key: str, **slots: object) -> str:
    return filled(s.draw.one(s.pools.titles[key]), y=s.year, about=s.field.about, **slots)


def _year_of_work(s: Setting, issued: date) -> _Body:
    """The work of a year, in a table or in groups of tasks."""
    parts = [*purpose(s)]
    parts += [targets(s)] if s.draw.chance(0.3) else []
    parts += [worktable(s, issued)] if s.draw.chance(0.75) else [works(s)]
    parts += [measures(s)] if s.draw.chance(0.4) else []
    parts += [funding(s)] if s.draw.chance(0.5) else []
    parts.append(duties(s, issued, date(s.year, 12, 31)))
    return _Body(_title(s, "work"), None, "annual_work_plan", tuple(parts), _whole(s.year))


def _implementation(s: Setting, issued: date) -> _Body:
    """What is done to carry out a document of the body above."""
    above = of_above(s.draw, s.pools, s.office, issued)
    parts = [*purpose(s)]
    parts += [targets(s)] if s.draw.chance(0.6) else []
    parts.append(works(s) if s.draw.chance(0.6) else worktable(s, issued))
    parts += [measures(s)] if s.draw.chance(0.4) else []
    parts.append(duties(s, issued, date(s.year, 12, 31)))
    parts += [funding(s)] if s.draw.chance(0.5) else []
    cited = above.citation
    day = slashed(date.fromisoformat(cited["issued_on"]))
    title = _title(
        s, "implementation", document=f"{cited['type']} số {cited['number']} ngày {day} của {cited['issuer']}"
    )
    return _Body(title, None, "implementation_plan", tuple(parts), _whole(s.year), above)


def _month(s: Setting, issued: date) -> _Body:
    """A month of action on the field."""
    slogan = s.draw.one(s.field.themes)
    apart = s.draw.chance(0.5)
    times = month_of_action(s, issued)
    parts = [*purpose(s)]
    parts += [theme(s, slogan)] if apart else []
    parts += s.draw.shuffled([times.part, contents(s, None if apart else slogan)])
    parts += [targets(s)] if s.draw.chance(0.4) else []
    parts.append(duties(s, max(issued, times.start - timedelta(days=20)), times.end))
    parts += [funding(s)] if s.draw.chance(0.5) else []
    name = f"Tháng hành động {s.field.about} năm {s.year}"
    return _Body(_title(s, "month", name=name), name, "campaign_launch", tuple(parts), (times.start, times.end))


def _whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _count(part: Part) -> int:
    """How many contents a later part may refer to."""
    below = [*part.children, *(grand for child in part.children for grand in child.children)]
    return sum(one.role == "item" and one.key.startswith("content.") for one in below)


def _preamble(s: Setting, founded: tuple[Ground, ...], body: _Body, issued: date) -> list[str]:
    css = ' class="basis"' if issued >= DECREE_30 and s.office.form == "state" else ""
    lines = [f"<p{css}>{html.escape(ground.line, quote=False)};</p>" for ground in founded]
    title = body.title[:1].lower() + body.title[1:]
    return [*lines, f"<p>{html.escape(s.sentence('enact').replace('{title}', title), quote=False)}</p>"]


def _closing(s: Setting, made: Numbered, body: _Body) -> list[str]:
    lines = []
    if s.draw.chance(0.5):
        text = s.sentence("report_trouble")
        own = " trực thuộc Sở" if s.office.level == "province_department" else ""
        who = "Các cơ quan, đơn vị" if "các cơ quan, đơn vị" in text else f"Các đơn vị{own}"
        made.facts.append((task(text, [(Unit("", who), "lead")]), None))
        lines.append(f"{text}.")
    title = body.title[:1].lower() + body.title[1:]
    lines.append(s.sentence("closing").replace("{title}", title) + "./.")
    return [f"<p>{html.escape(line, quote=False)}</p>" for line in lines]


def _document(s: Setting, body: _Body, serial: str, issued: date, printed: str) -> dict[str, Any]:
    office: Office = s.office
    code, name = office.province if office.province[1].casefold() in printed.casefold() else (None, None)
    start, end = body.period
    return {
        "type": "KH", "plan_kind": body.kind, "number": printed_number(office, serial), "issuer": office.issuer,
        "issuer_level": office.level, "province": code, "province_as_printed": name, "province_current": None,
        "place": office.place, "issued_on": issued.isoformat(), "title": body.title,
        "period": {"start": start.isoformat(), "end": end.isoformat(), "label": None},
        "signer": {
            "name": office.signature.name, "position": office.signature.position, "authority": office.signature.authority,
        },
        "co_signers": [], "recipients": [text for text, _ in recipients(office)], "stamps": [], "carrier": None,
        "copy_state": "unknown",
        "state": {"number": "found" if serial else "blank", "issued_on": "found", "signer": "found"},
    }  # fmt: skip


def _gold(
    document: dict[str, Any], made: Numbered, founded: tuple[Ground, ...], body: _Body, blank: bool
) -> dict[str, Any]:
    gold: dict[str, Any] = {"document": document, **{name: [] for name in LISTS}}
    gold["sections"], gold["items"] = made.sections, made.items
    gold["citations"] = [ground.citation for ground in founded]
    if body.movement:
        gold["movements"].append({"name": body.movement, "path": None})
    for fact, path in made.facts:
        gold[fact.kind].append(_row(fact, path))
    if made.gaps:
        gold["findings"].append({"name": "label_gap", "path": None, "note": ", ".join(made.gaps)})
    if blank:
        gold["findings"].append({"name": "missing_number", "path": None, "note": "để trống"})
    return gold


def _row(fact: Fact, path: str | None) -> dict[str, Any]:
    """A row of the record; observances have no path."""
    return dict(fact.values) if fact.kind == "observances" else {**fact.values, "path": path}
