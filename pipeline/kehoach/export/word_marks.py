"""Two passages with the words marked in which they differ, and the words of a section without those below it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kehoach.model.plan import Plan, Section
from kehoach.orthography.fold import fold

if TYPE_CHECKING:
    from markupsafe import Markup

_TOKEN = re.compile(r"\n|[^\s]+")
_LABEL = re.compile(r"\s*(?:[-+*•]|[\w.]{1,9}[.)/-]*)?\s*")
"""What stands before a heading in its line."""
_STRIP = ".,;:…\"'()“”[]"
_ALIKE = 0.35
"""Passages that share less are not marked: nearly every word would be."""
_LONGEST = 1500
"""Words of a passage that are compared."""


def marked(a: str | None, b: str | None) -> tuple[Markup | str, Markup | str]:
    """Both passages as HTML, words of a that b lacks in ``<del>``, words of b that a lacks in ``<ins>``.

    Case, tone placement and punctuation make no difference. A passage that has no counterpart is plain text.
    """
    from markupsafe import Markup, escape

    if not a or not b:
        return escape(a or ""), escape(b or "")
    ones, others = _TOKEN.findall(a), _TOKEN.findall(b)
    matcher = SequenceMatcher(None, [_key(t) for t in ones], [_key(t) for t in others], autojunk=False)
    if max(len(ones), len(others)) > _LONGEST or matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return escape(a), escape(b)
    left, right = [], []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left.append(_wrapped(ones[i1:i2], "" if tag == "equal" else "del"))
        right.append(_wrapped(others[j1:j2], "" if tag == "equal" else "ins"))
    return tuple(Markup(" ".join(filter(None, side)).replace(" \n ", "\n")) for side in (left, right))  # type: ignore[return-value]


def _key(token: str) -> str:
    return fold(token).casefold().strip(_STRIP)


def _wrapped(tokens: list[str], tag: str) -> str:
    """Words in a tag; line ends stay outside of it."""
    from markupsafe import escape

    parts: list[str] = []
    words: list[str] = []
    for token in [*tokens, "\0"]:
        if token not in ("\n", "\0"):
            words.append(str(escape(token)))
            continue
        if words:
            run = " ".join(words)
            parts.append(f"<{tag}>{run}</{tag}>" if tag else run)
            words = []
        if token == "\n":
            parts.append("\n")
    return " ".join(parts)


def own_words(plan: Plan, section: Section) -> tuple[str, ...]:
    """The paragraphs of a section down to its first subsection; from the numbered paragraphs where the record has no
    running text."""
    below = [s for s in plan.sections if s.path.startswith(section.path + ".")]
    start, end = _span(section)
    if not plan.text or start is None or end is None:
        inner = [s.path + "." for s in below]
        found = (i for i in plan.items if i.path.startswith(section.path + ".") and not i.path.startswith(tuple(inner)))
        return tuple(
            f"{i.path.rsplit('.', 1)[-1].rstrip('0123456789') or i.path.rsplit('.', 1)[-1]} {i.text}" for i in found
        )
    first = min((s for s, _ in map(_span, below) if s is not None), default=end)
    if first < end and _LABEL.fullmatch(plan.text, at := plan.text.rfind("\n", start, first) + 1, first):
        first = at
    lines = [" ".join(line.split()) for line in plan.text[start:first].split("\n")]
    return tuple(line for line in lines[1:] if line)


def _span(section: Section) -> tuple[int | None, int | None]:
    starts = [e.start for e in section.evidence if e.start is not None]
    ends = [e.end for e in section.evidence if e.end is not None]
    return (min(starts), max(ends)) if starts and ends else (None, None)
