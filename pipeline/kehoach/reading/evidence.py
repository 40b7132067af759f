"""How well a recognition went, told from its words: which treatment of a page wins, what is noise, what is blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kehoach.programs.tesseract import SeenLine, SeenWord
from kehoach.reading.plausible import plausibility

WELL_READ = 0.78
"""Mean worth of a letter from which a page needs no other treatment. Measured: good scans 0.88 to 0.95, pages that
are too noisy for the plain way 0 to 0.7."""
_NOISE = 0.32
_LEAST_LETTERS = 8


def worth(lines: Iterable[SeenLine]) -> float:
    """Letters read, each counted by confidence and plausibility, less what junk counts: higher is better."""
    return sum(len(w.text) * (w.confidence * plausibility(w.text) - _NOISE) for line in lines for w in line)


def mean_worth(lines: Sequence[SeenLine]) -> float:
    """Mean of confidence times plausibility over the letters, 0 to 1; 0 where nothing was read."""
    words = [word for line in lines for word in line]
    return mean(words) if sum(len(word.text) for word in words) >= _LEAST_LETTERS else 0.0


def mean(words: Sequence[SeenWord]) -> float:
    """The same of some words, however few."""
    letters = sum(len(word.text) for word in words)
    return sum(len(w.text) * w.confidence * plausibility(w.text) for w in words) / letters


def without_noise(lines: Iterable[SeenLine]) -> list[SeenLine]:
    """Without lines that are only specks read as letters. A doubtful word within a good line stays, with its doubt."""
    return [line for line in lines if not _is_noise(line)]


def _is_noise(line: SeenLine) -> bool:
    value = mean(line)
    if value < _NOISE:
        return True
    signs = sum(c.isalnum() for word in line for c in word.text)
    return signs == 0 and value < 0.7


def is_blank(lines: Sequence[SeenLine]) -> bool:
    """Nothing that can be trusted was read: specks, show-through, an empty reverse side."""
    sure = [w for line in lines for w in line if w.confidence > 0.6 and plausibility(w.text) > 0.9]
    if any(len(word.text) > 1 for word in sure):
        return False
    return not any(word.text.strip("-–. ").isdigit() for word in sure)
