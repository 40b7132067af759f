"""Required elements of organizing a campaign: is each expressed, as a section or in words elsewhere?

The law (2003 law Điều 16 until 2023-12-31, 2022 law Điều 17 from 2024-01-01) asks for elements, not for headings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from kehoach.auditing.case import Case, Part
from kehoach.auditing.result import Answer, Hit, Test, answer
from kehoach.model.section import SectionKind
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.rules.vocabulary import Entry

_SECTIONS: dict[str, tuple[SectionKind, ...]] = {
    "objectives": ("objectives", "purpose"),
    "scope": ("scope",),
    "subjects": ("scope",),
    "content": ("content", "tasks"),
    "targets": ("targets",),
    "theme": ("theme",),
    "time": ("schedule",),
    "criteria": ("criteria",),
    "measures": ("measures", "organization", "tasks"),
    "launch": ("organization", "tasks"),
    "inspection": (),
    "propagation": (),
    "review": ("reporting",),
    "rewards": ("rewards",),
    "funding": ("funding",),
    "midterm": (),
}
"""Kinds of the sections that are the element itself, the nearest first."""
_MOST = 12
"""Places looked at for each wording."""
_WORDS_WITHIN = {"review": r"(?:sơ|tổng)(?:,? tổng)? kết", "scope": r"phạm vi", "subjects": r"đối tượng"}
"""Elements for which a section of the kind counts only where its heading names them, or their own words stand somewhere."""


def element(name: str, case: Case) -> Answer | None:
    """Whether this element is there: as a section, expressed elsewhere, only implied, empty, or missing."""
    if not case.text or not _campaign(case):
        return None
    if name == "midterm" and not _long(case):
        return None
    sections = [
        p for p in case.parts if p.is_section and set(p.kinds) & set(_SECTIONS[name]) and "annex" not in p.kinds
    ]
    filled = sorted((p for p in sections if _filled(case, p)), key=partial(_apart, _SECTIONS[name]))
    expressed = _said(case, name, "expressed")
    named = [p for p in filled if re.search(_WORDS_WITHIN.get(name, ""), fold(p.heading).lower())]
    if filled and (named or expressed):
        return answer([], (named or filled)[0].fact.evidence[:1], "section")
    if found := _facts(case, name):
        return answer([], found, "expressed")
    if expressed:
        return answer([], expressed, "expressed")
    if sections and not filled:
        part = sections[0]
        words = {"heading": part.heading}
        hit = Hit(part.path, part.fact.evidence[:1], "empty", words, not case.recognized, case.cut("foot"))
        return answer([hit], hit.evidence, "empty")
    if implied := _said(case, name, "implied"):
        hit = Hit(_path(case, implied), implied, "implied", {"quote": _quote(case, implied)}, cut=case.cut("foot"))
        return answer([hit], implied, "implied")
    return answer([Hit(None, (), "missing", sure=_readable(case), cut=case.cut("foot"))], manner="missing")


def tests() -> dict[str, Callable[[Case], Answer | None]]:
    """The test of each element by its name."""
    made: dict[str, Test] = {name: partial(element, name) for name in _SECTIONS}
    return made


def _campaign(case: Case) -> bool:
    """Whether the plan is about emulation at all: a month of action or a drive of another kind is under another law."""
    title = case.plan.document.title
    return re.search(r"thi đua|phong trào", (title or case.body).lower()) is not None


def _long(case: Case) -> bool:
    """Whether the plan covers more than one year."""
    period = case.plan.document.period
    if period is None or not period.start or not period.end:
        return False
    return int(period.end[:4]) - int(period.start[:4]) >= 2


def _filled(case: Case, part: Part) -> bool:
    """Whether anything stands under the heading."""
    return len(case.text[part.start : part.end].strip()) > len(part.heading) + 15 or any(
        p.parent == part.path or p.path.startswith(part.path + ".") for p in case.parts
    )


def _apart(kinds: tuple[SectionKind, ...], part: Part) -> tuple[int, int]:
    """How near a section is to an element of these kinds, and with how many others it shares its heading."""
    return min(n for n, kind in enumerate(kinds) if kind in part.kinds), len(part.kinds)


def _facts(case: Case, name: str) -> tuple[Evidence, ...]:
    """Facts of the record that express the element."""
    plan = case.plan
    if name == "theme":
        return tuple(e for t in plan.themes for e in t.evidence[:1])
    if name in ("criteria", "content"):  # what is scored is what they vie in
        return tuple(e for c in plan.criteria for e in c.evidence[:1])[:5]
    if name == "targets":
        aims = tuple(e for t in plan.targets if t.value is not None or t.comparator for e in t.evidence[:1])[:5]
        return aims or tuple(e for c in plan.criteria if c.points is not None for e in c.evidence[:1])[:5]
    if name == "rewards":
        return tuple(e for r in plan.rewards if r.recipient or r.count for e in r.evidence[:1])[:5]
    if name == "time":
        spans = [d for d in plan.deadlines if d.kind in ("phase", "period") and d.start and d.end]
        return tuple(e for d in spans for e in d.evidence[:1])[:5]
    return ()


def _said(case: Case, name: str, strength: str) -> tuple[Evidence, ...]:
    """The first place where words of the element stand in title or body."""
    for entry in case.rules["elements"].part("element", name).possible(case.body):
        if entry["element"] == name and entry["strength"] == strength and (span := _first(case, entry)):
            return case.places(*span)
    return ()


def _first(case: Case, entry: Entry) -> tuple[int, int] | None:
    """Where the entry's words stand first, if possible outside the aims, which name much and set out little; the preamble
    names other documents, so what is only implied counts from the first division on."""
    start = case.parts[0].label_at if case.parts and entry["strength"] == "implied" else 0
    for pattern in entry.patterns:
        first: tuple[int, int] | None = None
        for found in islice(pattern.finditer(case.body, start), _MOST):
            if not _among_aims(case, found.start()):
                return found.span()
            first = first or found.span()
        if first is not None:
            return first
    return None


def _among_aims(case: Case, offset: int) -> bool:
    kinds = set(case.kinds_at(case.path_at(offset)))
    return bool(kinds) and kinds <= {"purpose", "requirements"}


def _path(case: Case, shown: tuple[Evidence, ...]) -> str | None:
    return case.path_at(shown[0].start) if shown and shown[0].start is not None else None


def _quote(case: Case, shown: tuple[Evidence, ...]) -> str:
    start, end = shown[0].start, shown[-1].end
    return case.text[start:end] if start is not None and end is not None else ""


def _readable(case: Case) -> bool:
    """Whether every page was read well enough to say that something is not there."""
    unread = {i.page for i in case.plan.issues if i.code in {"page_unreadable", "page_failed", "page_timeout"}}
    poor = [p for p in case.plan.source.pages if p.ocr_confidence is not None and p.ocr_confidence < 0.8]
    return not unread and not poor and case.plan.source.page_range is None
