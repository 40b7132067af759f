"""Nơi nhận and signature that plain text runs together on its lines: "Nơi nhận: TM. ỦY BAN NHÂN DÂN"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block

Item = Printed | Block

_ENTRY = re.compile(r"\s*[-–—+*•·]\s?\S")
_AUTHORITY = re.compile(r"(?:KT|TM|TL|TUQ|T/M|K/T)\.?$")
_DEPUTY, _POST = re.compile(r"(?:PHÓ|THỨ)$"), re.compile(r"(?:CHỦ|CHÁNH|TRƯỞNG|GIÁM|CỤC|VỤ)$")
_ENDS = re.compile(r"[;.,:)]\s*$")


def parted(flow: Sequence[Item], signs: Signs) -> list[Item]:
    """The flow with such lines parted: the list first, then what stood at its right."""
    made: list[Item] = []
    right: list[Item] = []
    listed = False
    for item in itertools.chain.from_iterable(_columns(item) for item in flow):
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


def _columns(item: Item) -> Iterator[Item]:
    """A foot that came as one row of two cells ("Nơi nhận: - Như trên; - Lưu: VT. | GIÁM ĐỐC Lê Văn Tám"): its entries
    and the lines of its signature."""
    bar = (
        next((n for n, word in enumerate(item.words) if word.text == "|"), None) if isinstance(item, Printed) else None
    )
    if bar is None or not isinstance(item, Printed) or not item.bare.startswith("noi nhan"):
        yield item
        return
    left, right = item.words[:bar], item.words[bar + 1 :]
    cuts = [n for n in range(1, bar) if left[n].text in ("-", "–", "+") and _ENDS.search(left[n - 1].text)]
    first = next((n for n in range(len(right)) if not right[n].text.isupper()), len(right))
    posts = range(2, first) if right and _AUTHORITY.match(right[0].text) else range(0)
    post = next((n for wanted in (_DEPUTY, _POST) for n in posts if wanted.match(right[n].text)), first)
    for words in (
        *(left[a:b] for a, b in itertools.pairwise([0, *cuts, bar])), right[:post], right[post:first], right[first:],
    ):  # fmt: skip
        if words:
            yield replace(item, words=words, gap=item.gap and words == left[: cuts[0] if cuts else bar])


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
