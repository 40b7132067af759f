"""Raised figures behind the words of a text layer that call the notes at the foot of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from kehoach.reading.layer import LayerWord

_NOTE = re.compile(r"\(?(\d{1,2})\)?(?![\w.,/-]*\d)")
_MEASURE = re.compile(r"(?:^|[\d/(])[kcdm]?m\d$", re.IGNORECASE)
"""Square and cubic metres."""
_SMALLER = 0.92
"""Size of a note against that of the text."""


def parted(words: Sequence[LayerWord]) -> tuple[list[LayerWord], list[LayerWord]]:
    """The words without such figures, and the figures."""
    raised = [word for word in words if word.raised[1] and not _MEASURE.search(word.text[: word.raised[1]])]
    notes = _notes(words) if raised else {}
    kept, calls = list(words), []
    for word in raised:
        start, end = word.raised
        foot = notes.get(word.text[start:end])
        if foot is None or foot < word.baseline or word.raised_box is None:
            continue
        kept[kept.index(word)] = replace(word, text=word.text[:start] + word.text[end:], raised=(0, 0))
        calls.append(replace(word, text=word.text[start:end], box=word.raised_box, raised=(0, 0)))
    return kept, calls


def _notes(words: Sequence[LayerWord]) -> dict[str, float]:
    """The numbers with which lines in small type begin, with the height of the last of them."""
    usual = median(word.size for word in words)
    found: dict[str, float] = {}
    for word in words:
        match = _NOTE.match(word.text)
        if match is None:
            continue
        line = [w for w in words if abs(w.baseline - word.baseline) <= 0.6 * usual and w is not word]
        begins = bool(line) and word.box.x0 < min(w.box.x0 for w in line)
        if begins and median(w.size for w in line) <= _SMALLER * usual:
            found[match[1]] = max(word.baseline, found.get(match[1], 0.0))
    return found
