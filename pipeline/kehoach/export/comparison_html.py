"""A comparison as one HTML page that needs nothing else: what differs, and the plans side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kehoach.export import lone_page
from kehoach.export.captions import value_caption
from kehoach.export.comparison_text import letter
from kehoach.export.comparison_words import (
    ABSENCE_WORDS,
    GROUPS,
    KIND_WORDS,
    amount,
    days,
    grouped,
    heading_count,
    overview,
    place,
    short_name,
    subject,
    value,
    why_unsure,
)
from kehoach.export.word_marks import marked, own_words
from kehoach.model.comparison import AlignedSection, Comparison, Difference
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from jinja2 import Template

_APART = ("citations", "observances", "rewards", "items")
"""Groups shown folded: long lists that few readers start with."""


def to_html(comparison: Comparison) -> str:
    """The page: header, summary, differences by group with both passages, the plans side by side."""
    style = (lone_page.TEMPLATES / "comparison.css").read_text(encoding="utf-8")
    certain, unsure = heading_count(comparison)
    return _template().render(
        style=style,
        policy=lone_page.policy(style, images=False),
        plans=[_plan(n, plan) for n, plan in enumerate(comparison.plans)],
        pairs=[_pair(comparison, a, b) for a, b in comparison.pairs],
        rows=[_row(comparison, row) for row in comparison.sections],
        overview=list(overview(comparison)),
        certain=certain,
        unsure=unsure,
        sure=comparison.sure,
    )


def _plan(number: int, plan: Plan) -> dict[str, Any]:
    d = plan.document
    period = d.period and (d.period.label or days(f"{d.period.start or ''}..{d.period.end or ''}"))
    signer = d.signer and ", ".join(filter(None, (d.signer.name, d.signer.position)))
    fields = (
        ("Số, ký hiệu", _or_state(plan, "number", d.number)),
        ("Ngày ban hành", _or_state(plan, "issued_on", days(d.issued_on) if d.issued_on else None)),
        ("Loại kế hoạch", value_caption(d.plan_kind)[0] if d.plan_kind else "chưa rõ"),
        ("Thời gian", period or "không nêu"),
        ("Người ký", _or_state(plan, "signer", signer or None)),
        ("Số trang", str(len(plan.source.pages)) if any(page.width for page in plan.source.pages) else "-"),
    )
    return {"letter": letter(number), "name": d.issuer or short_name(plan), "title": d.title or "", "fields": fields, "file": plan.source.path}  # fmt: skip


def _or_state(plan: Plan, field: str, found: str | None) -> str:
    """A header value; what its absence means where there is none."""
    state = plan.document.state.get(field)
    if found and state != "blank":
        return found
    words = {"blank": "để trống", "unreadable": "không đọc được", "absent": "không có trong văn bản"}.get(state or "", "không có")  # fmt: skip
    return f"{found} ({words})" if found else f"({words})"


def _pair(comparison: Comparison, a: int, b: int) -> dict[str, Any]:
    mine = [d for d in comparison.differences if (d.plan_a, d.plan_b) == (a, b)]
    certain = [d for d in mine if d.confidence >= comparison.sure]
    doubtful = [d for d in mine if d.confidence < comparison.sure]
    return {
        "a": letter(a),
        "b": letter(b),
        "key": f"{letter(a)}{letter(b)}",
        "groups": [_group(name, members, comparison.sure) for name, members in grouped(certain)],
        "doubtful": [_entry(d, comparison.sure) for d in doubtful],
    }


def _group(name: str, members: Sequence[Difference], sure: float) -> dict[str, Any]:
    changed = [d for d in members if d.words_a is not None and d.words_b is not None]
    only_a = [d for d in members if d.words_b is None]
    only_b = [d for d in members if d.words_a is None]
    return {
        "id": name,
        "vi": GROUPS[name][0],
        "en": GROUPS[name][1],
        "open": name not in _APART,
        "count": len(members),
        "changed": [_entry(d, sure) for d in changed],
        "only_a": [_entry(d, sure) for d in only_a],
        "only_b": [_entry(d, sure) for d in only_b],
        "absence_a": _absences(d.state_a for d in only_b),
        "absence_b": _absences(d.state_b for d in only_a),
    }


def _absences(states: Any) -> str:
    """Why one side has none of these: "không có", or "không áp dụng ..."."""
    return "; ".join(dict.fromkeys(ABSENCE_WORDS[state][0] for state in states))


def _entry(d: Difference, sure: float) -> dict[str, Any]:
    words_a, words_b = marked(d.words_a, d.words_b)
    header = d.kind == "header_changed"
    return {
        "head": subject(d) or KIND_WORDS[d.kind][0],
        "en": "" if header else KIND_WORDS[d.kind][1],
        "amount": amount(d),
        "a": value(d, "a") if header or value(d, "a") not in (d.words_a or "") else "",
        "b": value(d, "b") if header or value(d, "b") not in (d.words_b or "") else "",
        "words_a": "" if header else words_a,
        "words_b": "" if header else words_b,
        "place_a": place(d.path_a, d.evidence_a) if d.words_a is not None else "",
        "place_b": place(d.path_b, d.evidence_b) if d.words_b is not None else "",
        "absent_a": ABSENCE_WORDS[d.state_a][0] if d.state_a != "present" else "",
        "absent_b": ABSENCE_WORDS[d.state_b][0] if d.state_b != "present" else "",
        "confidence": f"{d.confidence:.0%}",
        "why": why_unsure(d, sure),
    }


def _row(comparison: Comparison, row: AlignedSection) -> dict[str, Any]:
    """One division in all plans; the words of each are marked against the first plan that has it."""
    texts = [
        own_words(plan, section) if section else ()
        for plan, section in zip(comparison.plans, row.sections, strict=True)
    ]
    first = next(n for n, section in enumerate(row.sections) if section)
    cells: list[dict[str, Any] | None] = []
    others = [n for n, section in enumerate(row.sections) if section and n != first]
    for n, section in enumerate(row.sections):
        if section is None:
            cells.append(None)
            continue
        if n == first:
            shown = (
                marked("\n".join(texts[n]), "\n".join(texts[others[0]]))[0] if len(others) == 1 else "\n".join(texts[n])
            )
        else:
            shown = marked("\n".join(texts[first]), "\n".join(texts[n]))[1]
        cells.append({"path": section.path, "heading": section.heading, "lines": lines_of(shown)})
    return {"cells": cells, "depth": min(row.depth, 3), "lone": len(others) == 0}


def lines_of(shown: Any) -> list[Any]:
    """Marked words by the lines they had."""
    return [type(shown)(line) for line in shown.split("\n") if line.strip()]


@lru_cache(maxsize=1)
def _template() -> Template:
    return lone_page.environment().get_template("comparison.html")
