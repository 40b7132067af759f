"""Placed paragraphs -> nodes: paths, sections or items, extents, kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from kehoach.model.document import Document, Span
from kehoach.model.section import Node, NodeRole
from kehoach.segment.drafts import Draft
from kehoach.segment.headings import (
    BOLD_WORDS,
    LONG_HEADING_WORDS,
    Shape,
    counted,
    is_basis,
    is_capitals,
    is_one_sentence,
    is_open,
    lists_names,
    tells_a_step,
    titles_a_table,
)
from kehoach.segment.kinds import KindWords, names_unit
from kehoach.segment.mark import Mark
from kehoach.segment.naming import name_kinds
from kehoach.segment.neighbours import is_phrase, like_their_neighbours
from kehoach.segment.numbering import ALWAYS_ITEM, BULLET_NAME, OUTER, Label
from kehoach.segment.place import places
from kehoach.segment.rows import row_labels
from kehoach.segment.unit import Unit

_FOR = re.compile(r"đối với (?:các|những)\s", re.IGNORECASE)
_WORDS_BELOW = 12
"""Words of a line below others on a banner, the place and the day."""
_ASSIGNING = {"tasks", "organization"}
_OUTER = (OUTER - {"article"}) | {"annex"}


def nodes(document: Document, units: Sequence[Unit], words: KindWords, annex: bool = False) -> tuple[Node, ...]:
    """The nodes of one region (the body, or what stands after the signature), parents counted within it."""
    drafts = _drafts(document, units, words)
    if spilt := [*_spilt_title(document, drafts), *_shown(drafts)]:
        drafts = _drafts(document, [_plain(unit) if unit in spilt else unit for unit in units], words)
    _decide(drafts)
    name_kinds(document, drafts, words, annex)
    return tuple(_node(document, draft) for draft in drafts)


def _spilt_title(document: Document, drafts: list[Draft]) -> list[Unit]:
    """Unnumbered headings at the very beginning that part nothing, because the one list of the whole text hangs under the
    last of them or the plan's bases follow: they are lines of the title or of a letterhead."""
    top = 1 if drafts and drafts[0].label is not None and drafts[0].label.family == "annex" else 0
    root = 0 if top else None
    heads_on = (n for n, d in enumerate(drafts) if n >= top and (d.label is None or d.label.family != "heading"))
    first = next(heads_on, len(drafts))
    leading, rest = drafts[top:first], drafts[first:]
    if not leading or not rest or any(d.running for d in leading[:-1]):
        return []
    label = rest[0].label
    if label is not None and label.family in (*_OUTER, "article"):
        heads = {d.parent for d in rest if d.label is not None and d.label.family == label.family}
        begun = leading[-1].running and is_basis(document.quote(leading[-1].running[0].span))
        alone = heads == {first - 1} or (bool(begun) and root in heads and first - 1 not in heads)
    else:
        alone = all(d.parent != root for d in rest) and bool(leading[-1].running or not leading[-1].unit.kinds)
    return [draft.unit for draft in leading] if alone else []


def _shown(drafts: list[Draft]) -> list[Unit]:
    """Lines of capitals one below the other that head nothing, in the midst of a list that counts on behind them: what is
    to stand on a banner."""
    found: list[Unit] = []
    for empty, group in groupby(enumerate(drafts), key=lambda pair: _heads_nothing(drafts, pair[1])):
        run = list(group)
        (first, shown), after = run[0], run[-1][0] + 1
        if not empty or len(run) < 2 or not first or after == len(drafts) or any(d.running for _, d in run[:-1]):
            continue
        if shown.parent == drafts[after].parent and _counts_on(drafts[:first], drafts[after]):
            found.extend(draft.unit for _, draft in run)
    return found


def _counts_on(before: Sequence[Draft], draft: Draft) -> bool:
    """Whether the number of a draft follows the last of its list before."""
    label = draft.label
    if label is None or not label.value:
        return False
    listed = (d.label for d in reversed(before) if d.parent == draft.parent)
    last = next((other for other in listed if other is not None and other.family == label.family), None)
    return last is not None and last.value == (label.value[0] - 1,)


def _heads_nothing(drafts: Sequence[Draft], draft: Draft) -> bool:
    looks = draft.unit.shape
    capitals = draft.unit.bare_heading and looks is not None and looks.capitals
    few = sum(unit.shape.words if unit.shape is not None else _WORDS_BELOW for unit in draft.running) < _WORDS_BELOW
    return capitals and not draft.rows and few and all(_heads_nothing(drafts, drafts[n]) for n in draft.children)


def _plain(unit: Unit) -> Unit:
    return replace(unit, bare_heading=False, headed=False)


def _marks(document: Document, units: Sequence[Unit], words: KindWords) -> list[Mark]:
    made, above = [], ""
    for unit, below in zip_longest(units, units[1:]):
        if unit.starts_node:
            looks = unit.shape
            who = unit.bare_heading and not unit.kinds and names_unit(document.quote(unit.own), words.bodies)
            made.append(
                Mark(
                    unit.labels, unit.headed, looks is not None and looks.capitals, looks is not None and looks.bold,
                    above.rstrip().endswith(":"), unit.recognized,
                    unit.headed and looks is not None and (looks.capitals or looks.bold or looks.stop != "."),
                    looks is not None and (is_open(looks) or _may_hold(unit, looks)),
                    unit.bare_heading and looks is not None and tells_a_step(looks),
                    unit.bare_heading and not who and bool(_ASSIGNING & set(unit.kinds)), who,
                    unit.bare_heading and below is not None and _is_plain(below), _is_plain(unit),
                )
            )  # fmt: skip
        above = document.quote(unit.span)
    return made


def _is_plain(unit: Unit) -> bool:
    """Whether an unnumbered heading names no kind of section."""
    return unit.bare_heading and not unit.kinds


def _drafts(document: Document, units: Sequence[Unit], words: KindWords) -> list[Draft]:
    found = iter(places(_marks(document, units, words)))
    drafts: list[Draft] = []
    of_mark: list[int] = []
    counts: dict[tuple[int | None, str], int] = {}
    tables = _tables(document, units)
    current: int | None = None
    for n, unit in enumerate(units):
        if unit.starts_node:
            place = next(found)
            parent = None if place.parent is None else of_mark[place.parent]
            name = _name(place.label, counts, parent)
            of_mark.append(len(drafts))
            current = _add(drafts, Draft(unit, place.label, parent, name, "", 0, place.cost + place.label.cost))
        elif unit.table is not None:
            label = tables[n]
            holder = drafts[current].parent if current is not None and drafts[current].row else current
            if label is None:
                if document.blocks[unit.block].row_kind != "body" and holder is not None:
                    current = holder
                if current is not None:
                    drafts[current].rows.append(unit)
                    _stretch(drafts, current, unit.span.end)
                continue
            if holder is not None:
                drafts[holder].rows.append(unit)
            current = _add(drafts, Draft(unit, None, holder, label, "", 0, row=True))
        elif current is not None:
            above = drafts[current].parent
            if drafts[current].row and above is not None:
                current = above
            drafts[current].running.append(unit)
        if current is not None:
            _stretch(drafts, current, unit.span.end)
    return drafts


def _add(drafts: list[Draft], draft: Draft) -> int:
    parent = drafts[draft.parent] if draft.parent is not None else None
    draft.path = f"{parent.path}.{draft.name}" if parent else draft.name
    draft.depth = parent.depth + 1 if parent else 0
    drafts.append(draft)
    if parent:
        parent.children.append(len(drafts) - 1)
    return len(drafts) - 1


def _stretch(drafts: list[Draft], index: int | None, end: int) -> None:
    while index is not None:
        drafts[index].end = max(drafts[index].end, end)
        index = drafts[index].parent


def _name(label: Label, counts: dict[tuple[int | None, str], int], parent: int | None) -> str:
    sign = BULLET_NAME.get(label.family)
    if sign is None:
        return label.name
    counts[parent, sign] = counts.get((parent, sign), 0) + 1
    return f"{sign}{counts[parent, sign]}"


def _tables(document: Document, units: Sequence[Unit]) -> dict[int, str | None]:
    """Label of each row unit, by its index."""
    groups: dict[int, list[int]] = {}
    for n, unit in enumerate(units):
        if unit.table is not None:
            groups.setdefault(unit.table, []).append(n)
    return {
        n: row.label
        for group in groups.values()
        for n, row in zip(group, row_labels([document.blocks[units[n].block] for n in group]), strict=True)
    }


def _decide(drafts: list[Draft]) -> None:
    """Section or item, from the leaves up by shape and content, then from the root down: no section under an item."""
    for draft in reversed(drafts):
        if not draft.row:
            draft.section = _is_section(drafts, draft)
    like_their_neighbours(drafts)
    for draft in drafts:
        if draft.parent is not None and not drafts[draft.parent].section:
            draft.section = False


def _may_hold(unit: Unit, looks: Shape) -> bool:
    """Whether a sentence that has ended may stand over headings: that of a main heading, or a number over letters."""
    return _is_main_phrase(unit) or (bool(unit.labels) and unit.labels[0].family == "arabic" and is_one_sentence(looks))


def _is_main_phrase(unit: Unit) -> bool:
    """Whether a main heading was set as a sentence, over two lines ("II. Nhiệm vụ và giải pháp ... trong những năm tới.")."""
    return bool(unit.labels) and unit.labels[0].family in ("roman", "upper") and is_phrase(unit)


def _is_section(drafts: list[Draft], draft: Draft) -> bool:
    unit, looks, family = draft.unit, draft.unit.shape, draft.label.family if draft.label else None
    if unit.bare_heading or family == "annex":
        return True
    if looks is None or family is None or family in ALWAYS_ITEM or not looks.text:
        return False
    labelled = [drafts[n] for n in draft.children if not drafts[n].row]
    deeper = bool(labelled or draft.running)
    content = deeper or bool(draft.rows)
    if unit.headed:
        if looks.stop == "." and not looks.capitals:
            return (
                (deeper and looks.words <= 12)
                or (content and looks.bold)
                or (family in _OUTER and family != "upper" and looks.words <= 12)
            )
        return content or looks.capitals or (looks.bold and family != "letter") or family in _OUTER
    outer = family in _OUTER or (family == "arabic" and draft.parent is None)
    if outer and is_capitals(looks.text[: unit.run_in_heading]):
        return True  # "V. KINH PHÍ: Từ ngân sách xã." has a heading of its own, "V. Kinh phí: ..." is one sentence
    if draft.rows and not deeper and looks.run_in and titles_a_table(looks):
        return True
    if labelled and looks.stop in ("", ":") and lists_names(looks.text):
        return True
    if looks.run_in or re.search(r"[.:!?]\s", looks.text[counted(looks.text) :]):
        return False
    if labelled and _FOR.match(looks.text) and not looks.running and looks.words <= BOLD_WORDS and looks.stop != ":":
        return True  # whom the list below is for, told at length
    bold = looks.bold and is_one_sentence(looks)
    # a lead-in ends in a colon over a list; over running text it is a heading
    open_end = bold or not looks.stop or (looks.stop == ":" and bool(draft.running) and not labelled)
    heads = open_end and not looks.intro and (bold or looks.words <= LONG_HEADING_WORDS)
    if deeper and (heads or _is_main_phrase(unit)):
        return True
    # a lead-in such as "2. Nhiệm vụ cụ thể như sau:" is a section where it holds sections
    whole = is_one_sentence(looks) if looks.stop == "." else is_open(looks) and not looks.running
    return whole and any(child.section for child in labelled)


def _node(document: Document, draft: Draft) -> Node:
    unit = draft.unit
    role: NodeRole = "row" if draft.row else "section" if draft.section else "item"
    heading = unit.own if draft.section or draft.row else _own_paragraphs(draft)
    lead = Span(unit.own.start, unit.own.start + unit.run_in_heading)
    if draft.section and unit.run_in_heading and not unit.headed and is_capitals(document.quote(lead)):
        heading = lead
    if draft.section:
        heading = _without_stop(document, heading)
    if not len(heading):
        heading = unit.span
    sure = document.confidence(heading) * (1.0 if draft.cost < 0.6 else 0.85 if draft.cost < 2 else 0.65)
    family = "row" if draft.row else draft.label.family if draft.label else "heading"
    rule = f"segment.{family}" + (".repaired" if draft.label is not None and draft.label.cost >= 0.4 else "")
    return Node(
        role, draft.path, draft.name, draft.depth, draft.parent, unit.block, heading, Span(unit.span.start, draft.end),
        draft.kinds, rule, round(sure, 4),
    )  # fmt: skip


def _own_paragraphs(draft: Draft) -> Span:
    """An item's own text: its paragraph, and the unlabelled ones below it up to its first child or table."""
    end, last = draft.unit.own.end, draft.unit.last_block
    for unit in draft.running:
        if unit.block not in (last, last + 1):
            break
        end, last = unit.span.end, unit.last_block
    return Span(draft.unit.own.start, max(end, draft.unit.own.start))


def _without_stop(document: Document, heading: Span) -> Span:
    text = document.quote(heading)
    kept = text.rstrip(" \n.:;,/")
    return Span(heading.start, heading.start + len(kept)) if kept else heading
