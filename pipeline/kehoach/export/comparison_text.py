"""A comparison as text for a terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.export.comparison_words import (
    GROUPS,
    KIND_WORDS,
    amount,
    grouped,
    heading_count,
    overview,
    place,
    short_name,
    subject,
    value,
    why_unsure,
)
from kehoach.export.markdown import MARK, inline
from kehoach.model.comparison import Comparison, Difference
from kehoach.orthography.excerpt import excerpts

_WORDS = 34
"""Words of a passage that a terminal shows."""


def to_text(comparison: Comparison) -> str:
    """Pair by pair, group by group; uncertain differences at the end of each pair."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    for n, plan in enumerate(comparison.plans):
        yield f"[{letter(n)}] {short_name(plan)}"
        if plan.document.title:
            yield f"    {plan.document.title}"
    certain, unsure = heading_count(comparison)
    yield f"{certain} khác biệt / differences, {unsure} chưa chắc / uncertain"
    for a, b in comparison.pairs:
        mine = [d for d in comparison.differences if (d.plan_a, d.plan_b) == (a, b)]
        yield f"\n=== {letter(a)} → {letter(b)}"
        yield from _groups([d for d in mine if d.confidence >= comparison.sure], comparison.sure)
        doubtful = [d for d in mine if d.confidence < comparison.sure]
        if doubtful:
            yield "\n  --- Chưa chắc / uncertain"
            yield from _groups(doubtful, comparison.sure)


def _groups(differences: list[Difference], sure: float) -> Iterator[str]:
    for group, members in grouped(differences):
        yield f"\n  {GROUPS[group][0]} / {GROUPS[group][1]} ({len(members)})"
        for d in members:
            yield from _told(d, sure)


def _told(d: Difference, sure: float) -> Iterator[str]:
    head = " ".join(filter(None, (subject(d), KIND_WORDS[d.kind][0])))
    change = change_of(d)
    about = f" [{_short(d.about, 70)}]" if d.about else ""
    yield f"  • {head}{': ' if change else ''}{change}{about}"
    said = excerpts(d.words_a or "", d.words_b or "", _WORDS)
    for side, words, where in (("A", said[0], place(d.path_a, d.evidence_a)), ("B", said[1], place(d.path_b, d.evidence_b))):  # fmt: skip
        if words and not d.kind.startswith("header"):
            yield f"      {'−' if side == 'A' else '+'} {words}{f'  ({where})' if where else ''}"
    reason = why_unsure(d, sure)
    if reason:
        yield f"      ? {reason} ({d.confidence:.2f})"


def change_of(d: Difference) -> str:
    """ "20 điểm → 15 điểm (−5 điểm)"; "" where only words differ, or one side has nothing."""
    a, b = value(d, "a"), value(d, "b")
    if d.kind == "header_changed":
        return f"{a} → {b}"
    if d.state_a != "present" or d.state_b != "present":
        here, there = (a, b) if d.state_b != "present" else (b, a)
        plainly = "missing" in (d.state_a, d.state_b)
        return " ".join(filter(None, ("" if here in (d.words_a, d.words_b) else here, "" if plainly else there)))
    if (not a and not b) or (a == (d.words_a or "") and b == (d.words_b or "")):
        return ""
    more = amount(d)
    return f"{a or '–'} → {b or '–'}{f' ({more})' if more else ''}"


def to_markdown(comparison: Comparison) -> str:
    """The same as tables."""
    return "\n".join(_markdown(comparison)) + "\n"


def _markdown(comparison: Comparison) -> Iterator[str]:
    yield from (MARK, "# So sánh kế hoạch / comparison of plans", "")
    yield from ("| | Văn bản | Trích yếu | Tệp |", "|---|---|---|---|")
    for n, plan in enumerate(comparison.plans):
        yield f"| {letter(n)} | {inline(short_name(plan))} | {inline(plan.document.title or '')} | {inline(plan.source.path)} |"
    certain, unsure = heading_count(comparison)
    yield from ("", f"{certain} khác biệt / differences, {unsure} chưa chắc / uncertain (< {comparison.sure:g})")
    yield from ("", "## Tổng quan / overview", "")
    yield "| | " + " | ".join(letter(n) for n in range(len(comparison.plans))) + " |"
    yield "|---" * (len(comparison.plans) + 1) + "|"
    for names, cells in overview(comparison):
        yield f"| {' / '.join(names)} | " + " | ".join(map(inline, cells)) + " |"
    yield from ("", "## Bố cục / outline", "")
    yield "| " + " | ".join(letter(n) for n in range(len(comparison.plans))) + " |"
    yield "|" + "---|" * len(comparison.plans)
    for row in comparison.sections:
        shown = (inline(f"{s.path} {s.heading}") if s else "–" for s in row.sections)
        yield "| " + " | ".join(shown) + " |"
    for a, b in comparison.pairs:
        yield from ("", f"## {letter(a)} → {letter(b)}")
        mine = [d for d in comparison.differences if (d.plan_a, d.plan_b) == (a, b)]
        for group, members in grouped(mine):
            yield from ("", f"### {GROUPS[group][0]} / {GROUPS[group][1]}", "")
            yield from (f"| Khác biệt | {letter(a)} | {letter(b)} | Tin cậy |", "|---|---|---|---|")
            yield from (_row(d, comparison.sure) for d in members)


def _row(d: Difference, sure: float) -> str:
    head = " ".join(filter(None, (subject(d), KIND_WORDS[d.kind][0], amount(d))))
    cells = []
    for side, words, where in (("a", d.words_a, place(d.path_a, d.evidence_a)), ("b", d.words_b, place(d.path_b, d.evidence_b))):  # fmt: skip
        shown, said = value(d, side), words or ""
        parts = (f"**{inline(shown)}**" if shown and shown != said else "", inline(said), f"({where})" if where else "")
        cells.append(" ".join(filter(None, parts)))
    doubt = "? " if d.confidence < sure else ""
    return f"| {head} | {cells[0]} | {cells[1]} | {doubt}{d.confidence:.2f} |"


def letter(number: int) -> str:
    """A, B ... Z, AA: the name of a plan in a report."""
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def _short(text: str | None, length: int) -> str:
    words = " ".join((text or "").split())
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + " …"
