"""The emulation law family, dated: what a plan of some day may rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kehoach.auditing.case import Case
from kehoach.auditing.catalogue import table
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Citation
from kehoach.model.text import Evidence

_EMULATION_LAW = re.compile(r"luật\s+thi đua\s*,?\s*(?:và\s+)?khen thưởng")
_PAST = re.compile(r"thay thế (?:cho )?(?:luật|nghị định|thông tư)|(?:được|bị) thay thế|hết hiệu lực|bãi bỏ|trước đây")


@dataclass(frozen=True, slots=True)
class Law:
    """``verified`` is False where its days were recalled, not read; such findings are only information."""

    number: str
    name: str
    issued: date
    since: date
    until: date | None
    successor: str | None
    verified: bool


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """The table of data/laws.toml."""
    return tuple(
        Law(
            raw["number"], raw["name"], date.fromisoformat(raw["issued"]), date.fromisoformat(raw["from"]),
            date.fromisoformat(raw["to"]) if "to" in raw else None, raw.get("next"), raw["verified"],
        )
        for raw in table("laws.toml")["law"]
    )  # fmt: skip


def _law_of(citation: Citation) -> Law | None:
    if citation.number:
        return next((law for law in laws() if law.number == citation.number.replace(" ", "")), None)
    if citation.type != "Luật" or not _EMULATION_LAW.search((citation.title or "").lower()) or not citation.issued_on:
        return None
    day = citation.issued_on
    return next((law for law in laws() if "QH" in law.number and law.issued.isoformat().startswith(day)), None)


def not_in_force(case: Case) -> Answer | None:
    """Verified days only; ``unverified_not_in_force`` tells of the others."""
    return _in_force(case, verified=True)


def unverified_not_in_force(case: Case) -> Answer | None:
    return _in_force(case, verified=False)


def _in_force(case: Case, verified: bool) -> Answer | None:
    if case.on is None:
        return None
    hits: list[Hit] = []
    places: list[Evidence] = []
    seen = False
    for citation in case.plan.citations:
        law = _law_of(citation)
        if law is None or law.verified is not verified:
            continue
        seen = True
        places += citation.evidence[:1]
        at = next((e.start for e in citation.evidence if e.start is not None), None)
        if at is not None and _PAST.search(case.folded[max(0, at - 80) : at + 160]):
            continue
        words = {"name": law.name, "number": law.number, "on": f"{case.on:%d/%m/%Y}", "next": law.successor or ""}
        if law.until is not None and case.on > law.until:
            words["until"] = f"{law.until:%d/%m/%Y}"
            hits.append(
                Hit(citation.path, citation.evidence[:2], "past", words, case.sure(*citation.evidence[:1], digits=True))
            )
        elif case.on < law.since:
            words["since"] = f"{law.since:%d/%m/%Y}"
            hits.append(
                Hit(
                    citation.path,
                    citation.evidence[:2],
                    "future",
                    words,
                    case.sure(*citation.evidence[:1], digits=True),
                )
            )
    return answer(hits, tuple(places)) if seen else None
