"""Names that offices write in more than one way: one key for all, by the spelling that most plans have."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kehoach.orthography.fold import fold
from kehoach.trends.measures import Measure, Value, Values

_GAPS = re.compile(r"[\W_]+")
_Y = re.compile(r"\b([hklmst])([yỳýỷỹỵ])\b")
_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def spellings(names: Iterable[str]) -> Mapping[str, str]:
    """For each name the commonest of those that differ from it by capitals, punctuation, where a tone stands, or "y" for
    "i" at the end of a syllable ("chiến sỹ", "chiến sĩ"); of equally common ones the first in order."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        groups[_sound(name)][name] += 1
    best = (sorted(group, key=lambda name: (-group[name], name))[0] for group in groups.values())
    return {name: one for one, group in zip(best, groups.values(), strict=True) for name in group}


def _sound(name: str) -> str:
    words = _GAPS.sub(" ", fold(name).casefold()).strip()
    return _Y.sub(lambda found: found[1] + found[2].translate(_I), words)


def merged(values: Values, one: Mapping[str, str], measure: Measure) -> Values:
    """The values of one plan by those spellings: amounts added, marks kept at 1."""
    made: dict[str, Value] = {}
    for key, value in values.items():
        name = one[key]
        before = made.get(name)
        if before is not None:
            adds = measure.whole or not measure.share
            amount = before.amount + value.amount if adds else max(before.amount, value.amount)
            value = Value(amount, min(before.sure, value.sure) if adds else max(before.sure, value.sure))
        made[name] = value
    return made
