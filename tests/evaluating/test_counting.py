"""The same numbers as the reference implementation of the counting, for every field that it knows."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kehoach.evaluating import evaluate
from kehoach.export.json import from_dict

OURS = {"criteria.record", "tasks.record"}
"""Fields that the reference implementation does not know."""


@pytest.mark.samples
@pytest.mark.parametrize("seed", range(4))
def test_the_counts_are_those_of_the_reference_implementation(
    samples: Path, reference_counting: ModuleType, seed: int
) -> None:
    golds = {file.parent.name: json.loads(file.read_text("utf-8")) for file in sorted(samples.glob("*/gold.json"))}
    spoil = _Spoiler(seed)
    records = {name: spoil(gold) if seed else gold for name, gold in golds.items()}
    expected: Counter[tuple[str, str]] = Counter()
    for name, gold in golds.items():
        expected.update(reference_counting.score_record(gold, records[name]))
    evaluation = evaluate((name, from_dict(gold), from_dict(records[name])) for name, gold in golds.items())
    counted = {name: measure.counts for name, measure in evaluation.total.items() if name not in OURS}
    assert counted == {
        field: (expected[field, "tp"], expected[field, "fp"], expected[field, "fn"]) for field, _ in expected
    }
    shares = {name: (m.precision, m.recall, m.f1) for name, m in evaluation.total.items() if name not in OURS}
    for name, share in shares.items():
        assert share == pytest.approx(reference_counting.prf(*counted[name])), name
    core = [shares[name][2] for name in reference_counting.CORE]
    assert evaluation.core_f1 == pytest.approx(sum(core) / len(core))


class _Spoiler:
    """Makes of a record one that a bad reader could have made: entries lost, doubled, cut, moved, emptied."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def __call__(self, value: Any, key: str = "") -> Any:
        chance = self._random.random
        if isinstance(value, dict):
            return {name: self(part, name) for name, part in value.items()}
        if isinstance(value, list):
            kept = [self(entry, key) for entry in value if chance() > 0.1]
            if kept and chance() < 0.3:
                kept.append(self._random.choice(kept))
            if chance() < 0.2:
                self._random.shuffle(kept)
            return kept
        if key in ("text", "heading", "quote", "name", "title", "form") and isinstance(value, str):
            dice = chance()
            return value[: int(len(value) * chance())] if dice < 0.2 else value.upper() if dice < 0.4 else value
        if key in ("number", "points", "value", "issued_on", "date") and chance() < 0.1:
            return None
        return value
