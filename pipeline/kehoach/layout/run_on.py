"""Lines of a text without places that lost their ends: a letterhead with its title, a heading and what stands below it,
a whole text copied as one line.

Where a line of a letterhead begins is told in ``headlines``, how a foot is parted in ``foot``; here a line is parted
before the kind of document, before the first words of the body, before nơi nhận, and before labels that count on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kehoach.layout.head import HEAD_LINES
from kehoach.layout.headlines import LIBERTY
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs
from kehoach.model.document import Block
from kehoach.model.page import Word
from kehoach.orthography.fold import bare
from kehoach.orthography.numerals import ROMANS, VIETNAMESE

Item = Printed | Block

_LONG, _MOST = 300, 0.4
"""Letters from which a line with labels that count on is a text without line ends, and its share of all."""
_HEADING = 12
"""Words of the longest heading that a label below it may follow on the same line."""
_MOTTO = re.compile(rf"{LIBERTY.pattern}|dang cong san viet nam")
_LABEL = re.compile(
    r"(?P<roman>[IVX]{1,5})[./)-]{1,2}|(?P<number>\d{1,2})[./)]{1,2}|(?P<letter>[a-zđ])[./)]{1,2}|(?P<sign>[-+•*])"
)
_ENDS = re.compile(r"[.;:…][\"”’)]*$|/\.$")
_LEVELS = ("roman", "number", "letter")


def parted(flow: Sequence[Item], signs: Signs) -> list[Item]:
    """The flow with such lines parted."""
    made: list[Item] = []
    letters = sum(len(item.value) for item in flow if isinstance(item, Printed))
    for n, item in enumerate(flow):
        if not isinstance(item, Printed) or item.box is not None:
            made.append(item)
            continue
        pieces = list(_head(item, signs)) if n < HEAD_LINES else [item]
        made += [part for piece in pieces for part in _cut(piece, _labels(piece, max(_LONG, _MOST * letters)))]
    return made


def _cut(line: Printed, cuts: Sequence[int]) -> Iterator[Printed]:
    if not cuts:
        yield line
        return
    for a, b in pairwise((0, *cuts, len(line.words))):
        yield replace(line, words=line.words[a:b], gap=line.gap and not a)


def _head(line: Printed, signs: Signs) -> Iterator[Printed]:
    """A line that holds the motto parted before the kind of document and before the first words of the body."""
    words = line.words
    motto = _MOTTO.search(line.bare)
    typed = next((n for n in range(1, len(words)) if _is_type(words, n, signs)), None) if motto else None
    if typed is None:
        yield line
        return
    body = next((n for n in range(typed + 3, len(words)) if _opens_body(words, n, signs)), None)
    yield from _cut(line, [typed, *([body] if body is not None else [])])


def _opens_body(words: Sequence[Word], at: int, signs: Signs) -> bool:
    rest = Printed(tuple(words[at:]), 1)
    return words[at].text.istitle() and not rest.labelled and signs.opens_body(rest)


def _is_type(words: Sequence[Word], at: int, signs: Signs) -> bool:
    return words[at].text.isupper() and signs.is_plan(Printed(tuple(words[at : at + 2]), 1))


@dataclass
class _Count:
    """What was counted last at each level, and where the last line began."""

    at: int = 0
    last: dict[str, int] = field(default_factory=dict)


def _labels(line: Printed, long: float) -> list[int]:
    """Where labels begin within a line: below a heading, or all that count on in a line of so many letters, which is a
    text without line ends."""
    words, count = line.words, _Count()
    cuts: list[int] = []
    if len(words) < 3:
        return []
    whole = len(line.value) > long and _counts_on(words)
    _counted(words, 0, count, begins=True)
    for n in range(1, len(words) - 1):
        if not _may_begin(words, n) or _goes_on(words, n):
            continue
        heads = _is_heading(words[count.at : n])
        ended = bool(_ENDS.search(words[n - 1].text))
        alone = _heads_the_rest(words, n) and ended
        if not (heads or alone or (whole and (ended or _is_short_heading(words[count.at : n])))):
            continue
        if words[n].text == "Nơi":
            return [*cuts, n]
        if _counted(words, n, count, begins=alone):
            cuts.append(n)
            count.at = n
    return cuts


def _counts_on(words: Sequence[Word]) -> bool:
    """Whether Roman numbers or figures from one on stand before capitals in a text."""
    found = [m for n in range(len(words) - 1) if (m := _LABEL.fullmatch(words[n].text)) and _may_begin(words, n)]
    numbers = {int(m["number"]) for m in found if m["number"]}
    romans = {ROMANS[m["roman"]] for m in found if m["roman"] in ROMANS}
    return {1, 2} <= romans or {1, 2, 3} <= numbers


def _may_begin(words: Sequence[Word], n: int) -> bool:
    """Whether a word is a label, or heads nơi nhận, and a text begins behind it."""
    if words[n].text == "Nơi":
        return bare(words[n + 1].text).startswith("nhan")
    behind = words[n + 1].text.lstrip("“\"'(")
    return bool(_LABEL.fullmatch(words[n].text)) and (behind[:1].isupper() or behind[:1].isdigit())


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether a label and words in capitals stand there, or a numbered phrase with a colon: what follows is below it."""
    if not 2 <= len(words) <= _HEADING or not (label := _LABEL.fullmatch(words[0].text)) or label["sign"]:
        return False
    text = " ".join(word.text for word in words[1:])
    return (text.isupper() and len(words) > 2) or (text.endswith(":") and ":" not in text[:-1])


def _goes_on(words: Sequence[Word], n: int) -> bool:
    """Whether a dash parts two words of a heading in capitals ("THỜI GIAN - ĐỊA ĐIỂM")."""
    return words[n].text in ("-", "+") and words[n + 1].text.isupper() and len(words[n + 1].text) > 1


def _is_short_heading(words: Sequence[Word]) -> bool:
    """Whether a numbered phrase without an end stands there ("1. Mục đích")."""
    label = _LABEL.fullmatch(words[0].text) if words else None
    return label is not None and not label["sign"] and 2 <= len(words) <= _HEADING // 2


def _heads_the_rest(words: Sequence[Word], n: int) -> bool:
    """Whether the rest of a line is a heading in capitals behind a Roman number."""
    rest = words[n + 1 :]
    return words[n].text.rstrip("./)-") in ROMANS and 2 <= len(rest) <= _HEADING and all(w.text.isupper() for w in rest)


def _counted(words: Sequence[Word], n: int, count: _Count, *, begins: bool = False) -> bool:
    """Whether a label is the next of its level, the first below a heading, or begins the count; it is counted."""
    label = _LABEL.fullmatch(words[n].text)
    kind = label.lastgroup if label else None
    if label is None or kind is None:
        return False
    if kind == "sign":
        return True
    if kind == "roman":
        value = ROMANS.get(label["roman"], 0)
    elif kind == "number":
        value = int(label["number"])
    else:
        value = VIETNAMESE.find(label["letter"]) + 1
    last = count.last.get(kind)
    if not value or (n and not begins and value != 1 and last != value - 1):
        return False
    for lower in _LEVELS[_LEVELS.index(kind) + 1 :]:
        count.last.pop(lower, None)
    count.last[kind] = value
    return True
