"""Steps of a line -> the strings of figures that stand between its printed parts, with their probability.

The printed parts ("Số:", "/KH", "ngày", "tháng", "năm") are found by their plain shape, for the model knows few
Vietnamese letters. What stands between two of them is summed up over all ways to read it (connectionist temporal
classification), so that a figure that is doubted lowers the probability of every string with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kehoach.orthography.fold import bare
from kehoach.programs.figures import NOTHING, OTHER, Steps

Kind = Literal["number", "day", "month"]

_LABEL = re.compile(r"\W*[^\s/]{0,3}?\s*[:;.,]+\s*|\W*[Ss5$8§][^\d\s/]?\s+|\W*[Ss$5§][^\W\d]\s*")
_SYMBOL = re.compile(r"\s*(?:[-–—]\s*(?=[A-ZĐ])|/|[A-ZĐ](?=[A-ZĐ-]))")
_DATE = re.compile(
    r"(?:n?g[a-z]y|^\W*[a-z]y|nga|ng.y)[.,:]?\s*(?P<day>.*?)\s*(?:t?h?an[gq]|thn?g)\s*(?P<month>.*?)\s*(?:n?am|nm)\b"
)
_MOST, _LEAST = 12, 1e-4
"""Strings that are followed at once, and the least weight of a figure that makes a new one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps between two printed parts: half-open. What is read stands from ``first`` to ``last``; around it are
    spaces, which may be ink that was not read."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A string of figures and how probable it is."""

    figures: str
    probability: float


def text(steps: Steps) -> str:
    """The line as the model reads it."""
    return "".join(character.text[:1] for character in steps.characters)


def stretches(steps: Steps, kinds: Sequence[Kind]) -> dict[Kind, Stretch]:
    """Where the slots of these kinds are among the steps; none where the printed parts are not found."""
    if "number" in kinds:
        read = text(steps)
        label = _LABEL.match(read)
        start = label.end() if label else 0
        symbol = _SYMBOL.search(read, start)
        return {"number": _between(steps, start, symbol.start())} if label and symbol else {}
    match = _DATE.search("".join(bare(character.text)[:1] or character.text for character in steps.characters))
    return {kind: _between(steps, *match.span(kind)) for kind in kinds} if match else {}


def _between(steps: Steps, start: int, end: int) -> Stretch:
    """From behind the printed character before to the printed character after."""
    found = steps.characters
    before, behind = start, end
    while before and found[before - 1].text.isspace():
        before -= 1
    while behind < len(found) and found[behind].text.isspace():
        behind += 1
    return Stretch(
        found[before - 1].last + 1 if before else 0,
        found[behind].first if behind < len(found) else len(steps.weights),
        found[start - 1].last + 1 if start else 0,
        found[end].first if end < len(found) else len(steps.weights),
    )


def spellings(steps: Steps, stretch: Stretch) -> list[Spelling]:
    """The likeliest strings of figures of a stretch; the empty one where nothing is written. Their probabilities and
    that of other writing add up to 1."""
    ends: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    weights = steps.weights[stretch.start : stretch.end].copy()
    for beside in (slice(0, stretch.first - stretch.start), slice(stretch.last - stretch.start, None)):
        # The ends of printed letters reach into the spaces.
        weights[beside, NOTHING] += weights[beside, OTHER]
        weights[beside, OTHER] = 0
    for row in weights.tolist():
        following: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for figures, (paused, held) in ends.items():
            following[figures][0] += (paused + held) * row[NOTHING]
            if figures:
                following[figures][1] += held * row[NOTHING + 1 + int(figures[-1])]
            for n in range(10):
                if row[NOTHING + 1 + n] >= _LEAST:
                    before = paused if figures.endswith(str(n)) else paused + held
                    following[figures + str(n)][1] += before * row[NOTHING + 1 + n]
        likely = sorted(following.items(), key=lambda entry: -sum(entry[1]))[:_MOST]
        ends = {figures: (paused, held) for figures, (paused, held) in likely}
    return [Spelling(figures, paused + held) for figures, (paused, held) in ends.items()]
