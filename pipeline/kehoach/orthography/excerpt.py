"""Two long passages shortened around the first word in which they differ."""

from __future__ import annotations

from kehoach.orthography.fold import fold

_LEAD = 8
"""Words before the first difference that are shown."""


def excerpts(a: str, b: str, words: int) -> tuple[str, str]:
    """At most so many words of each, with "…" where words are left out; from their beginning where they differ in it."""
    ones, others = a.split(), b.split()
    same = 0
    for one, other in zip(ones, others, strict=False):
        if _bare(one) != _bare(other):
            break
        same += 1
    longest = max(len(ones), len(others))
    begin = 0 if longest <= words or same < words - _LEAD else same - _LEAD
    return _cut(ones, begin, words), _cut(others, begin, words)


def _bare(word: str) -> str:
    return "".join(c for c in fold(word).casefold() if c.isalnum())


def _cut(pieces: list[str], begin: int, words: int) -> str:
    shown = pieces[begin : begin + words]
    return " ".join([*(["…"] if begin else []), *shown, *(["…"] if begin + words < len(pieces) else [])])
