"""The time of a phase that its name does not stand beside: "Đợt 2: chào mừng ngày 02/9, từ ngày 20/8 đến ngày 05/9"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_context import is_history
from kehoach.extract.times.time_grammar import phase_label
from kehoach.extract.times.time_match import TimeMatch
from kehoach.rules.needs import Sieve

_HEAD = re.compile(r"[\s\-+*•]*")
_NAMED = re.compile(r"\s*[:(]")
_IN_HONOUR = Sieve(r"(?<!\w)(?:mừng|kỷ\s+niệm|dịp|hướng\s+tới|lập\s+thành\s+tích)(?!\w)")
"""Between the name of a phase and its time: days that it celebrates."""
_SENTENCE = Sieve(r"[.!?]\s|;")
_LONGEST = 400
_RANGES = ("time.range", "time.range.event")


def celebrating_phase(text: str, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The phase with whose name a paragraph begins and that celebrates something, with its own days: from a day to
    another, or the day on which it begins and that up to which it lasts. The days of the feasts are not its time."""
    low = lowered(text)
    head = _HEAD.match(low)
    name = phase_label(low, head.end() if head else 0)
    if name is None or _NAMED.match(low, name.end()) is None:
        return None
    behind = [m for m in matches if name.end() <= m.start < name.end() + _LONGEST]
    own = next((m for m in behind if m.when.rule in _RANGES and not is_history(m)), None)
    own = own or _begun_and_ended(low, behind)
    if own is None or _IN_HONOUR.search(low[name.end() : own.start]) is None:
        return None
    return replace(own, start=name.start(), when=replace(own.when, kind="phase"))


def _begun_and_ended(low: str, behind: Sequence[TimeMatch]) -> TimeMatch | None:
    """A day and, later in its sentence, the day up to which: "ngày 13/12 ra quân đến hết ngày 30/12"."""
    for first, last in itertools.pairwise(behind):
        begins = first.when.rule == "time.day" and first.when.start == first.when.end
        until = last.when.rule == "time.by" and low[last.start :].startswith(("đến", "tới"))
        if begins and until and _SENTENCE.search(low[first.end : last.start]) is None:
            return replace(last, when=replace(first.when, end=last.when.end, rule="time.range"))
    return None
