"""Nơi nhận and signature that plain text runs together on its lines: "Nơi nhận: TM. ỦY BAN NHÂN DÂN"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block

Item = Printed | Block

_ENTRY = re.compile(r"\s*[-–—+*•·]\s?\S")
_ENDS = re.compile(r"[;.,:)]\s*$")


def parted(flow: Sequence[Item], signs: Signs) -> list[Item]:
    """The flow with such lines parted: the list first, then what stood at its right."""
    made: list[Item] = []
    right: list[Item] = []
    listed = False
    for item in flow:
        if not isinstance(item, Printed) or item.box is not None or item.part is not None:
            made, right, listed = [*made, *right, item], [], False
            continue
        heads = signs.kind(item) == "recipients"
        entry = (listed or bool(right)) and bool(_ENTRY.match(item.value))
        cut = _cut(item, signs, merged=bool(right)) if heads or entry else None
        if not heads and not entry:
            made, right = [*made, *right], []
        listed = heads or entry
        if cut is None:
            made.append(item)
        else:
            made.append(replace(item, words=item.words[:cut]))
            right.append(replace(item, words=item.words[cut:], gap=False))
    return [*made, *right]


def _cut(line: Printed, signs: Signs, merged: bool) -> int | None:
    """Where a line of the signature begins behind a line of nơi nhận: authority or post in capitals, or, below such a
    line (``merged``), a name."""
    named = None
    heads = line.bare.startswith("noi nhan")
    for c in range(1, len(line.words)):
        if not _ENDS.search(line.words[c - 1].text) and not (heads and _before(line, c).bare == "noi nhan"):
            continue
        rest = replace(line, words=line.words[c:])
        if rest.capitals > 0.9 and signs.kind(rest) in ("authority", "position"):
            return c
        if merged and len(rest.words) >= 3 and is_name(rest) and rest.capitals < 0.9:
            named = c
    return named


def _before(line: Printed, cut: int) -> Printed:
    return replace(line, words=line.words[:cut])
