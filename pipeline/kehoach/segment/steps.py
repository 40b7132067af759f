"""Lines of their own that count on, whatever stands below them: steps of a programme ("Bước 1: ...", "Vòng 2 - ...") and
parts told by a word and a number ("Nội dung 1. ...", "Tiêu chí 2: ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.orthography.numerals import ROMANS
from kehoach.segment.headings import LONG_HEADING_WORDS, Shape, tells_a_step
from kehoach.segment.headings import counted as count_before
from kehoach.segment.unit import Unit

_STEP = re.compile(r"(?P<word>\w+(?: \w+)?)(?: thứ)? (?P<number>\d{1,2}|[IVX]{1,4}|một|hai|ba|nhất)\b", re.IGNORECASE)
_WORDS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3}


def counted(made: Sequence[Unit]) -> list[Unit]:
    """The units with such a line a heading where the step before it or behind it is one, or where each of two has a
    paragraph below it."""
    steps = {n: step for n, unit in enumerate(made) if (step := _step(unit)) is not None}
    alone = {n for n in steps if n + 1 < len(made) and n + 1 not in steps and made[n + 1].shape is not None}
    heads = {n for n in steps if made[n].bare_heading}
    for (n, (word, number)), (m, (next_word, next_number)) in zip(steps.items(), list(steps.items())[1:], strict=False):
        if next_word == word and next_number == number + 1 and (n in heads or m in heads or {n, m} <= alone):
            heads |= {n, m} & (alone | heads)
    return [replace(unit, bare_heading=True, headed=True) if n in heads else unit for n, unit in enumerate(made)]


def _step(unit: Unit) -> tuple[str, int] | None:
    """The word and the number of a step on a line of its own."""
    looks = unit.shape
    if looks is None or unit.labels or looks.running or not (tells_a_step(looks) or _is_a_part(looks)):
        return None
    match = _STEP.match(looks.text)
    if match is None:
        return None
    printed = match["number"]
    number = int(printed) if printed.isdigit() else _WORDS.get(printed.lower()) or ROMANS.get(printed.upper(), 0)
    return match["word"].lower(), number


def _is_a_part(looks: Shape) -> bool:
    """Whether a short phrase stands behind a count."""
    short = looks.words <= LONG_HEADING_WORDS and looks.stop in ("", ":") and not looks.intro
    return short and looks.text[:1].isupper() and count_before(looks.text) > 0
