"""The kinds of every section of a tree: from its heading, its parent, its content."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.model.document import Document
from kehoach.model.section import SectionKind
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve
from kehoach.segment.drafts import Draft
from kehoach.segment.kinds import (
    KindWords,
    all_phases,
    goes_on_with,
    hinted,
    looks_back,
    names_post,
    names_unit,
    of_content,
    of_part,
    scores,
)

_FORM = Sieve(r"\b(?:[Mm]ẫu|MẪU|[Bb]iểu mẫu|[Pp]hiếu|PHIẾU)\b")
"""An annex to be filled in: what its heading names is asked for, not said."""
_UNITS = 2
"""Names of units that make a list one of units."""


def name_kinds(document: Document, drafts: Sequence[Draft], words: KindWords, annex: bool) -> None:
    """Gives every section its kinds, parents first. ``annex``: what hangs under no other stands after the signature."""
    for draft in drafts:
        if draft.section:
            draft.kinds = _kinds(document, drafts, draft, words, annex)
    _like_the_units_beside(document, drafts, words)


def _like_the_units_beside(document: Document, drafts: Sequence[Draft], words: KindWords) -> None:
    """Among main headings that are names of units, one that says nothing else is a unit, too ("Tổ chức pháp chế thuộc
    bộ"): what stands below are its tasks."""
    lists: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.section and draft.parent is None and draft.label is not None:
            lists.setdefault(draft.label.family, []).append(draft)
    for members in lists.values():
        named = [d for d in members if d.kinds in (("tasks",), ("other",)) and _is_unit(document, d, words)]
        if len(named) >= _UNITS and 2 * len(named) > len(members):
            for draft in members:
                if draft.kinds == ("other",):
                    _rename(drafts, draft)


def _is_unit(document: Document, draft: Draft, words: KindWords) -> bool:
    heading = document.quote(draft.unit.own)
    return names_unit(heading, words.bodies) or names_post(heading, words.units)


def _rename(drafts: Sequence[Draft], draft: Draft) -> None:
    """Gives a section that no words named, with those below that have its kind, the kind of its neighbours."""
    draft.kinds = ("tasks",)
    for n in draft.children:
        if drafts[n].section and drafts[n].kinds == ("other",):
            _rename(drafts, drafts[n])


def _kinds(
    document: Document, drafts: Sequence[Draft], draft: Draft, words: KindWords, annex: bool
) -> tuple[SectionKind, ...]:
    heading = document.quote(draft.unit.own)
    above = drafts[draft.parent] if draft.parent is not None else None
    parent = above.kinds if above is not None else ()
    items = [document.quote(drafts[n].unit.own) for n in draft.children if not drafts[n].row and not drafts[n].section]
    cells = " ".join(document.quote(unit.span) for unit in draft.rows[:2])
    phases = all_phases(heading, items)
    content: tuple[SectionKind, ...] = ("schedule",) if phases else of_content(fold(cells))
    own = draft.unit.kinds
    if annex and above is None:
        own = tuple(kind for kind in own if kind == "criteria") if _FORM.search(fold(heading)) else own
        own = tuple(dict.fromkeys(("annex", *own)))
    if not content and names_unit(heading, words.bodies):
        content = ("tasks",)
    if above is not None and above.unit.kinds and goes_on_with(heading, parent):
        own = parent
    if own == ("funding",) and parent in (("targets",), ("objectives",)):
        own = ()  # "Về nguồn vốn" below the goals of a bank tells whereof they are
    if not own and above is not None and len(above.unit.kinds) > 1:
        own = of_part(heading, document.quote(above.unit.own), words.headings, hinted(heading, words.hints))
    if own or (content and phases):
        return own or content
    if above is not None and parent != ("other",):
        return parent
    hint = hinted(heading, words.hints)
    if above is not None and ("tasks" in hint or looks_back(document.quote(above.unit.own))):
        hint = ()
    scored: tuple[SectionKind, ...] = (
        ("criteria",) if scores(document.text.value[draft.unit.span.end : draft.end]) else ()
    )
    if above is not None:
        return hint or scored or parent
    below = [drafts[n] for n in draft.children if drafts[n].section]
    return content or _of_parts(below) or hint or scored or _of_units(document, below, words) or ("other",)


def _of_parts(below: Sequence[Draft]) -> tuple[SectionKind, ...]:
    """What the headings below say, where the heading itself says nothing ("NHỮNG VẤN ĐỀ CHUNG")."""
    if not all(part.unit.kinds for part in below):
        return ()
    return tuple(dict.fromkeys(kind for part in below for kind in part.unit.kinds))


def _of_units(document: Document, below: Sequence[Draft], words: KindWords) -> tuple[SectionKind, ...]:
    """A heading that says nothing, over headings each of which is a unit or a post, is over who does what."""
    named = len(below) >= _UNITS and all(_is_unit(document, part, words) for part in below)
    return ("tasks",) if named else ()
