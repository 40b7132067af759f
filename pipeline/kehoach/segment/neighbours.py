"""What the other members of a list say of one whose looks differ."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.segment.drafts import Draft
from kehoach.segment.headings import is_one_sentence
from kehoach.segment.numbering import ALWAYS_ITEM
from kehoach.segment.unit import Unit

_PHRASE = 24
"""Words of a main heading that is set as a sentence, over two lines."""
_SHORT = 8
"""Words of a heading that is too short to be a sentence."""
_AT_LENGTH = 80
"""Words of a sentence that parts a text as all the others of its list do."""
_SEVERAL = 2
"""Short lines before the last of a list that are none of them headings."""
_MANY = 4
"""Plain paragraphs in a list beside one that looks like a heading."""


def like_their_neighbours(drafts: list[Draft]) -> None:
    """What differs from the rest of its list by the look of its text alone is what they are: in a list of "unit: text"
    paragraphs the one whose text was set on a new line, among headings a long one or one that leads over to its list,
    among short texts one that looks like a heading."""
    lists: dict[tuple[int | None, str], list[Draft]] = {}
    for draft in drafts:
        if draft.label is not None and not draft.unit.bare_heading:
            lists.setdefault((draft.parent, draft.label.family), []).append(draft)
    for members in lists.values():
        heads = [draft for draft in members if draft.section]
        others = [draft for draft in members if not draft.section]
        sentences = heads and all(is_phrase(d.unit) and _has_text(drafts, d) for d in others)
        few = len(heads) > len(others) and all(_may_head_sections(drafts, d) for d in others)
        short = len(heads) > len(others) and all(_is_named_only(d.unit) for d in others)
        if sentences or few or short or _all_over_lists(drafts, members):
            _set(others, section=True)
        elif len(heads) == 1 and (_only_looks_so(heads[0], others) or _ends_the_list(members, others)):
            _set(heads, section=False)
        run_in = sum(draft.unit.run_in_heading > 0 and not draft.section for draft in members)
        odd = [
            d for d in members if d.section and not d.children and d.unit.shape is not None and d.unit.shape.stop == ":"
        ]
        if run_in >= 3 and run_in >= 2 * len(odd):
            _set(odd, section=False)


def _set(drafts: Iterable[Draft], *, section: bool) -> None:
    for draft in drafts:
        draft.section = section


def _may_head_sections(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a paragraph is one phrase, however long, with a labelled list below, so that it may be a heading."""
    looks, family = draft.unit.shape, draft.label.family if draft.label else None
    if looks is None or family is None or family in ALWAYS_ITEM:
        return False
    if not is_one_sentence(looks):
        return False
    labelled = [drafts[n] for n in draft.children if not drafts[n].row]
    below = any(child.section for child in labelled) if looks.intro else bool(labelled)
    return below


def _is_named_only(unit: Unit) -> bool:
    """Whether a few words without an end stand there, as a heading has them that says nothing below."""
    looks = unit.shape
    return unit.headed and looks is not None and not looks.stop and looks.words <= _SHORT


def _all_over_lists(drafts: list[Draft], members: list[Draft]) -> bool:
    """Whether each of several paragraphs is one sentence over a labelled list of its own: they part a text, at whatever
    length and however they lead over."""
    return len(members) > 1 and all(
        d.label is not None
        and d.label.family not in ALWAYS_ITEM
        and d.unit.shape is not None
        and not d.unit.shape.run_in
        and is_one_sentence(d.unit.shape, _AT_LENGTH)
        and any(not drafts[n].row for n in d.children)
        for d in members
    )


def _only_looks_so(head: Draft, others: list[Draft]) -> bool:
    """Whether the one heading among many plain paragraphs has no list of its own and no style of a heading."""
    looks = head.unit.shape
    plain = looks is not None and looks.words > _SHORT and not looks.capitals and not looks.bold
    return (
        len(others) >= _MANY
        and plain
        and not head.children
        and not head.rows
        and not any(d.children or d.running for d in others)
    )


def _ends_the_list(members: list[Draft], others: list[Draft]) -> bool:
    """Whether the one heading is the last of several short lines that head nothing, each set as it is: the text below it
    goes with the whole list."""
    last = members[-1]
    alike = [d for d in others if d.unit.headed and not d.children and not d.running and not d.rows]
    plain = last.unit.shape is not None and not last.unit.shape.capitals and not last.unit.shape.bold
    return len(others) >= _SEVERAL and last.section and plain and not last.children and alike == others


def _has_text(drafts: list[Draft], draft: Draft) -> bool:
    return bool(draft.running) or any(not drafts[n].row for n in draft.children)


def is_phrase(unit: Unit) -> bool:
    """Whether a text is one sentence of a heading's length."""
    looks = unit.shape
    return looks is not None and looks.stop == "." and not looks.running and looks.words <= _PHRASE
